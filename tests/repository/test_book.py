"""Rules about the book: two languages that say the same thing, with the same code."""

import itertools
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

BOOK = Path(__file__).parents[2] / "book"
MAY_DIFFER = {
    "title",
    "exclude_patterns",
    "bibtex_bibfiles",
    "sphinx.local_extensions.dualib_book",
    "sphinx.config.language",
    "sphinx.config.locale_dirs",
    "sphinx.config.html_static_path",
    "sphinx.config.templates_path",
    "sphinx.config.html_theme_options.search_bar_text",
    "sphinx.config.nb_code_prompt_show",
    "sphinx.config.nb_code_prompt_hide",
    "sphinx.config.numfig_format.figure",
    "sphinx.config.numfig_format.table",
    "sphinx.config.numfig_format.code-block",
    "sphinx.config.numfig_format.section",
}


def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def flat(settings: Any, prefix: str = "") -> dict[str, Any]:
    """Settings by their dotted names."""
    if not isinstance(settings, dict):
        return {prefix: settings}
    parts = (flat(value, f"{prefix}.{name}".lstrip(".")) for name, value in settings.items())
    return dict(itertools.chain.from_iterable(part.items() for part in parts))


def pages(contents: Path) -> list[str]:
    """The pages of a table of contents, in order."""
    return re.findall(r"(?:root|file): (\S+)", contents.read_text("utf-8"))


def shape(entry: Any) -> Any:
    """A table of contents without its words."""
    if isinstance(entry, dict):
        return {name: shape(value) for name, value in entry.items() if name != "caption"}
    return [shape(item) for item in entry] if isinstance(entry, list) else ...


def cells(page: Path) -> list[str]:
    """The code of a page's cells."""
    return re.findall(r"```\{code-cell\}.*?\n(.*?)```", page.read_text("utf-8"), flags=re.DOTALL)


def test_the_two_configurations_differ_only_in_words_and_paths() -> None:
    swedish, english = flat(load(BOOK / "_config.yml")), flat(load(BOOK / "en" / "_config.yml"))
    differing = {name for name in swedish.keys() | english.keys() if swedish.get(name) != english.get(name)}
    assert differing == MAY_DIFFER


def test_the_two_tables_of_contents_run_in_parallel() -> None:
    assert shape(load(BOOK / "_toc.yml")) == shape(load(BOOK / "en" / "_toc.yml"))


PAIRS = list(zip(pages(BOOK / "_toc.yml"), pages(BOOK / "en" / "_toc.yml"), strict=True))
GENERATED = ("regler/", "kommuner/", "uppslag/api")  # both languages from one template
WRITTEN = [(sv, en) for sv, en in PAIRS if not sv.startswith(GENERATED)]


@pytest.mark.parametrize(("swedish", "english"), WRITTEN)
def test_a_page_has_the_same_code_and_headings_in_both_languages(swedish: str, english: str) -> None:
    one, other = BOOK / f"{swedish}.md", BOOK / "en" / f"{english}.md"
    assert [cell.replace('"sv"', '"en"') for cell in cells(one)] == cells(other)
    levels = [re.findall(r"^#+", page.read_text("utf-8"), flags=re.MULTILINE) for page in (one, other)]
    assert levels[0] == levels[1]
