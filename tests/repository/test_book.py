"""Rules about the book: two languages that say the same thing, with the same code."""

import itertools
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import dualib
from dualib import Person, Rule, programmes
from dualib.counting import overlap
from dualib.errors import DualibError
from dualib.programmes import PROGRAMMES

BOOK = Path(__file__).parents[2] / "book"
MAY_DIFFER = {
    "title",
    "exclude_patterns",
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
    differing = {
        name for name in swedish.keys() | english.keys() if swedish.get(name) != english.get(name)
    }
    assert differing == MAY_DIFFER


def test_the_two_tables_of_contents_run_in_parallel() -> None:
    """But for the rooms of the programme reference, which are in English only."""
    swedish, english = load(BOOK / "_toc.yml"), load(BOOK / "en" / "_toc.yml")
    rooms = english["parts"][-1]["chapters"][-1].pop("sections")
    assert [list(entry) for entry in rooms] == [["glob"]]
    assert shape(swedish) == shape(english)


GENERATED = (
    *("borja/", "regler/", "kommuner/"),
    *(
        "uppslag/api",
        "uppslag/lita-pa",
        "uppslag/register",
        "uppslag/varfor",
        "uppslag/felmeddelanden",
        "uppslag/kallor",
    ),
)  # both languages from one template
SWEDISH, ENGLISH = pages(BOOK / "_toc.yml"), pages(BOOK / "en" / "_toc.yml")
PAIRS = list(zip(SWEDISH, ENGLISH, strict=True))
WRITTEN = [(sv, en) for sv, en in PAIRS if not sv.startswith(GENERATED)]
SENTENCES = load(BOOK / "rules.yml")


@pytest.mark.parametrize(("swedish", "english"), WRITTEN)
def test_a_page_has_the_same_code_and_headings_in_both_languages(
    swedish: str, english: str
) -> None:
    one, other = BOOK / f"{swedish}.md", BOOK / "en" / f"{english}.md"
    assert [cell.replace('"sv"', '"en"') for cell in cells(one)] == cells(other)
    levels = [
        re.findall(r"^#+", page.read_text("utf-8"), flags=re.MULTILINE) for page in (one, other)
    ]
    assert levels[0] == levels[1]


def test_every_rule_has_a_page_and_no_page_lacks_its_rule() -> None:
    ids = {rule.id for rule in PROGRAMMES}
    assert {
        page.removeprefix("regler/") for page in SWEDISH if page.startswith("regler/")
    } == ids | {"oversikt"}
    assert {page.removeprefix("rules/") for page in ENGLISH if page.startswith("rules/")} == ids | {
        "overview"
    }
    assert SENTENCES.keys() == ids


@pytest.mark.parametrize("rule", PROGRAMMES, ids=lambda rule: rule.id)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_sentence_of_a_rule_says_no_number_that_the_rule_does_not(
    rule: Rule, language: str
) -> None:
    told = " ".join(rule.describe(language, reading=reading) for reading in rule.readings)
    assert set(re.findall(r"\d+", SENTENCES[rule.id][language])) <= set(re.findall(r"\d+", told))


def test_every_municipality_has_a_page() -> None:
    ids = {place.id for place in dualib.municipalities()}
    swedish = {page.removeprefix("kommuner/") for page in SWEDISH if page.startswith("kommuner/")}
    assert swedish == ids | {"jamfor", "stammer-det"}
    english = {
        page.removeprefix("municipalities/")
        for page in ENGLISH
        if page.startswith("municipalities/")
    }
    assert english == ids | {"compare", "does-it-add-up"}


MISTAKES = [case for group in load(BOOK / "errors.yml") for case in group["cases"]]


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case["what"]["en"])
def test_a_mistake_of_the_error_page_is_refused_and_explained_in_both_languages(case: Any) -> None:
    assert case["what"].keys() == case["mend"].keys() == {"sv", "en"}
    names = {
        "date": date,
        "dualib": dualib,
        "Person": Person,
        "programmes": programmes,
        "overlap": overlap,
    }
    with pytest.raises(DualibError):
        eval(case["code"], names)


@pytest.mark.parametrize(
    "template", sorted((BOOK / "_pages").glob("*.jinja")), ids=lambda path: path.name
)
def test_a_template_says_everything_in_both_languages(template: Path) -> None:
    """Each pair of phrases has two different ones that are not empty; what is the same in both needs no pair."""
    found = re.findall(
        r'\bt\(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\)', template.read_text("utf-8")
    )
    alike = [swedish for swedish, english in found if swedish == english or not swedish]
    assert not alike
