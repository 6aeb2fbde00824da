# The commands of dualib. `make help` lists them. Each makes the environment it needs, once.

PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help report test thorough mutation lint book book-check bench wheel clean

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  make report MUNICIPALITY=kalmar ON=2015-05-31 PERSONS=persons.csv SPELLS=spells.csv \\"
	@echo "              OBSERVED='2014-01-01 2015-05-31' LANGUAGE=en OUT=folder"
	@echo "  make report MUNICIPALITY=kalmar FIGURES=figures.csv     when you hold only aggregates"
	@echo "  Further: AS_OF=day  COLUMNS='yours=ours ...'  CONTRADICTIONS=report  THRESHOLD=10  SEED=2  QUIET=yes, and for those"
	@echo "  who may see every count of persons, however small: UNPROTECTED=yes. What each is: .venv/bin/dualib report --help"

# $(call environment,FOLDER,NAME,EXTRAS): one pip call, so that no pin is overruled by a later call.
define environment
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "dualib needs Python 3.11 or newer; name one: make PYTHON=python3.11 ...")'
	@echo "Making $(1) (once; about a minute) ..." >&2
	@test -x $(1)/bin/python || $(PYTHON) -m venv $(1)
	@$(1)/bin/python -m pip install --quiet --disable-pip-version-check -c requirements/constraints-$(2).txt -e ".[$(3)]"
	@touch $@
endef

.venv/ready: pyproject.toml requirements/constraints-report.txt
	$(call environment,.venv,report,report$(,)parquet)
.venv-test/ready: pyproject.toml requirements/constraints-test.txt
	$(call environment,.venv-test,test,test)
.venv-mutation/ready: pyproject.toml requirements/constraints-mutation.txt
	$(call environment,.venv-mutation,mutation,mutation)
.venv-book/ready: pyproject.toml requirements/constraints-book.txt
	$(call environment,.venv-book,book,book)
.venv-bench/ready: pyproject.toml requirements/constraints-bench.txt
	$(call environment,.venv-bench,bench,bench)

# What is in a variable is one word to the shell, an apostrophe in it too: $(call quoted,$(OUT)). An option of the report
# is passed on when its variable is set on the command line or in the environment: $(call option,on,$(ON)).
quoted = '$(subst ','\'',$(1))'
option = $(if $(2),--$(1) $(call quoted,$(2)))
each = $(if $(2),--$(1) $(foreach word,$(2),$(call quoted,$(word))))
# Terminals and desktops have a COLUMNS and a LANGUAGE of their own in the environment, and nobody should be unprotected
# by something set there long ago: these are heard only where they are given with the command.
given = $(if $(findstring command line,$(origin $(1))),$($(1)))
yes = $(if $(2),$(if $(filter-out yes ja,$(2)),$(error $(3)=$(2) is not understood: say $(3)=yes, or leave it out),--$(1)))
, := ,

report: .venv/ready  ## write the report of a municipality (Kalmar, if none is named)
	@.venv/bin/dualib report $(if $(MUNICIPALITY),$(call quoted,$(MUNICIPALITY))) $(call option,on,$(ON)) \
	    $(call option,persons,$(PERSONS)) $(call option,spells,$(SPELLS)) $(call each,observed,$(OBSERVED)) \
	    $(call option,as-of,$(AS_OF)) $(call each,columns,$(call given,COLUMNS)) $(call option,figures,$(FIGURES)) \
	    $(call option,contradictions,$(CONTRADICTIONS)) $(call option,threshold,$(THRESHOLD)) \
	    $(call yes,unprotected,$(call given,UNPROTECTED),UNPROTECTED) $(call option,language,$(call given,LANGUAGE)) \
	    $(call option,out,$(OUT)) $(call option,seed,$(SEED)) $(call yes,quiet,$(call given,QUIET),QUIET)

test: .venv-test/ready  ## run every test; all branches of the library must be covered
	.venv-test/bin/python -m pytest -n 2 --dist worksteal --cov --cov-fail-under=100

# `make thorough RULE=kaa` asks one rule alone: from a quarter of a minute to two minutes each.
thorough: .venv-test/ready  ## hold each rule against the laws with 10,000 persons, each test with 1,000 new examples (half an hour)
	HYPOTHESIS_PROFILE=thorough .venv-test/bin/python -m pytest -n 2 --dist worksteal $(if $(RULE),'tests/core/test_rules_keep_the_laws.py::test_rule_keeps_the_laws[$(RULE)]',tests)

mutation: .venv-mutation/ready  ## change the core in thousands of small ways: 95 % must fail a test (an hour; MUTANTS='dualib.dates.*')
	HYPOTHESIS_PROFILE=mutation .venv-mutation/bin/mutmut run $(if $(MUTANTS),$(call quoted,$(MUTANTS)))
	.venv-mutation/bin/python tests/mutation/score.py

lint: .venv-test/ready  ## check style, types, the direction of imports and the changelog
	.venv-test/bin/ruff check .
	.venv-test/bin/ruff format --check .
	.venv-test/bin/mypy
	.venv-test/bin/pyright --warnings --pythonpath .venv-test/bin/python
	.venv-test/bin/lint-imports
	.venv-test/bin/towncrier build --draft --version next

book: .venv-book/ready  ## build the book in both languages into build/book
	.venv-book/bin/python book/build.py

book-check: node_modules/ready  ## look at every page of the book in a browser (needs chromium and node)
	node book/check.mjs build/book build/book-check

node_modules/ready: package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

bench: .venv-bench/ready  ## time the library beside pandas, polars and DuckDB
	.venv-bench/bin/python -m benchmarks

wheel: .venv-test/ready  ## build the wheel into dist
	.venv-test/bin/python -m build --wheel --outdir dist .

clean:  ## remove everything that make made, its environments too
	rm -rf build dist mutants node_modules .jcache* .coverage* .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf book/_build book/en/_build book/_files book/borja book/kommuner book/regler book/uppslag/api*
	rm -rf $(addprefix book/uppslag/,register.md varfor.md felmeddelanden.md kallor.md)
	rm -rf book/en/start book/en/municipalities book/en/rules book/en/reference/api*
	rm -rf $(addprefix book/en/reference/,registry.md why.md errors.md sources.md)
	for folder in .venv .venv-test .venv-mutation .venv-book .venv-bench; do if test -e $$folder/ready; then rm -rf $$folder; fi; done
