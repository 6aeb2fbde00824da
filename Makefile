# The commands of dualib. `make help` lists them. Each makes the environment it needs, once.

PYTHON ?= python3

# What may be typed with a command, and is heard only there: desktops set a LANGUAGE and shells a COLUMNS of their own.
ARGS =
MUNICIPALITY =
ON =
PERSONS =
SPELLS =
OBSERVED =
COLUMNS =
FIGURES =
THRESHOLD =
LANGUAGE =
OUT =
TESTS =
RULE =
VERSIONS =
ROOM =
MUTANTS =

.DEFAULT_GOAL := help
.PHONY: help report test coverage versions thorough mutation lint book book-check bench wheel pins clean

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  make report MUNICIPALITY=kalmar ON=2015-05-31 PERSONS=persons.csv SPELLS=spells.csv \\"
	@echo "              OBSERVED='2014-01-01 2015-05-31' LANGUAGE=en OUT=folder"
	@echo "  make report MUNICIPALITY=kalmar FIGURES=figures.csv     when you hold only aggregates"
	@echo "  Further: COLUMNS='yours=ours ...'  THRESHOLD=10, and every option of the command in ARGS='...':"
	@echo "  .venv/bin/dualib report --help lists them."

# $(call environment,FOLDER,NAME): the pins are complete, so pip has nothing to resolve; it checks every file by its hash.
define environment
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "dualib needs Python 3.11 or newer; name one: make PYTHON=python3.11 ...")'
	@echo "Making $(1) (once; about a minute) ..." >&2
	@test -x $(1)/bin/python || $(PYTHON) -m venv $(1)
	@$(1)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/$(2).txt
	@$(1)/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@
endef

.venv/ready: requirements/report.txt pyproject.toml
	$(call environment,.venv,report)
.venv-%/ready: requirements/%.txt pyproject.toml
	$(call environment,.venv-$*,$*)

report: .venv/ready  ## write the report of a municipality (Kalmar, if none is named)
	@.venv/bin/dualib report $${MUNICIPALITY:+"$$MUNICIPALITY"} $${ON:+--on "$$ON"} \
	    $${PERSONS:+--persons "$$PERSONS"} $${SPELLS:+--spells "$$SPELLS"} $${OBSERVED:+--observed $$OBSERVED} \
	    $${COLUMNS:+--columns $$COLUMNS} $${FIGURES:+--figures "$$FIGURES"} $${THRESHOLD:+--threshold "$$THRESHOLD"} \
	    $${LANGUAGE:+--language "$$LANGUAGE"} $${OUT:+--out "$$OUT"} $(ARGS)

PYTEST = .venv-test/bin/python -m pytest -n 2 --dist worksteal

test: .venv-test/ready  ## run every test (TESTS=tests/rules: those of one room)
	$(PYTEST) $(TESTS)

# Heavy tests are left out: measuring the lines they run takes long, and each of these lines has a smaller test.
coverage: .venv-test/ready  ## every branch of the library must be run by a test (VERSIONS=yes: by one in any environment)
	.venv-test/bin/coverage erase
	COVERAGE_FILE=.coverage.test $(PYTEST) -m "not heavy" --cov --cov-report=
	$(if $(VERSIONS),$(PYTHON) .ci/versions --coverage)
	.venv-test/bin/coverage combine --quiet
	.venv-test/bin/coverage report --fail-under=100

versions:  ## a quick run of the tests on each Python that is found, and with the lowest numpy and attrs
	$(PYTHON) .ci/versions $(ARGS)

# `make thorough RULE=kaa` asks one rule alone: from a quarter of a minute to two minutes each.
thorough: .venv-test/ready  ## hold each rule against the laws with 10,000 persons, each test with 1,000 new examples (half an hour)
	HYPOTHESIS_PROFILE=thorough $(PYTEST) tests $(if $(RULE),-k 'test_rule_keeps_the_laws[$(RULE)]')

mutation: .venv-mutation/ready  ## change the core in small ways: 95 % must fail a test (ROOM=rules: one room; MUTANTS=all: every change)
	HYPOTHESIS_PROFILE=mutation .venv-mutation/bin/python tests/mutation/score.py $(ROOM) $(if $(MUTANTS),--$(MUTANTS))

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
	.venv-test/bin/python -m build --wheel --no-isolation --outdir dist .

# One file an environment, for every system and Python it may be made on. The versions that a file has are kept while
# pyproject.toml allows them; ARGS=--upgrade takes the newest.
COMPILE = .venv-pins/bin/uv pip compile --quiet --python-version 3.11 --universal --no-annotate \
    --custom-compile-command "make pins"
PIN = $(COMPILE) --generate-hashes $(ARGS)

pins: .venv-pins/ready  ## write what every environment installs to requirements/, with hashes (ARGS=--upgrade: the newest)
	$(PIN) pyproject.toml --group build --extra report --extra parquet -o requirements/report.txt
	$(PIN) pyproject.toml --group test --all-extras -o requirements/test.txt
	$(PIN) pyproject.toml --group mutation --all-extras -o requirements/mutation.txt
	$(PIN) pyproject.toml --group book --extra report -o requirements/book.txt
	$(PIN) pyproject.toml --group bench --extra frames --extra parquet -o requirements/bench.txt
	$(PIN) --group pins -o requirements/pins.txt
	@mkdir -p build
	$(COMPILE) pyproject.toml --all-extras --resolution lowest-direct > build/lowest.txt
	$(PIN) pyproject.toml --group test --all-extras --constraints build/lowest.txt -o requirements/lowest.txt

clean:  ## remove everything that make made, its environments too
	rm -rf build dist mutants node_modules .jcache* .coverage* .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf book/_build book/en/_build book/_files book/borja book/kommuner book/regler book/uppslag/api*
	rm -rf $(addprefix book/uppslag/,register.md varfor.md felmeddelanden.md kallor.md lita-pa.md)
	rm -rf book/en/start book/en/municipalities book/en/rules book/en/reference/api*
	rm -rf $(addprefix book/en/reference/,registry.md why.md errors.md sources.md rely-on.md)
	for folder in .venv .venv-*; do if test -e $$folder/ready; then rm -rf $$folder; fi; done
