"""Write the pages that are made from the library itself, in both languages from one template each.

A template is Jinja: ``{{ t("svenska", "English") }}`` says the same thing in the language of the page.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jinja2
import shown

import dualib
import dualib.agreements
from dualib import Rule, wording
from dualib.agreements.period import stated
from dualib.language import LANGUAGES, Language, listing, written_date, written_number

BOOK = Path(__file__).parent
FOLDERS: dict[str, dict[Language, str]] = {
    "rule": {"sv": "regler", "en": "en/rules"},
    "municipality": {"sv": "kommuner", "en": "en/municipalities"},
    "reference": {"sv": "uppslag", "en": "en/reference"},
}
RULES = ["jobbgaranti", "kaa", "etablering", "traineejobb"]
ON = date(2015, 5, 31)
MUNICIPALITIES = ["hammaro", "kalmar", "orust", "tjorn", "tyreso", "vasteras"]


def rooms() -> dict[str, list[tuple[str, str]]]:
    """Return for each module its public functions and classes, each once, with the directive that describes it.

    A name is described in the outermost module that offers it, and what ``dualib`` itself offers in its room.
    """
    found = [module.name for module in pkgutil.walk_packages(dualib.__path__, "dualib.")]
    public = [name for name in found if not any(part.startswith("_") for part in name.split("."))]
    described: set[int] = set()
    result: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(public, key=lambda name: (name.count("."), name)):
        module = importlib.import_module(name)
        things = {item: getattr(module, item) for item in getattr(module, "__all__", ())}
        kinds = {item: directive(thing) for item, thing in things.items() if id(thing) not in described}
        if new := [(kind, item) for item, kind in kinds.items() if kind]:
            result[name] = new
        described.update(id(things[item]) for _, item in new)
    return dict(sorted(result.items()))


def directive(thing: object) -> str:
    """Return the name of the directive that describes a function or a class, nothing for other things."""
    if inspect.isclass(thing):
        return "autoexception" if issubclass(thing, BaseException) else "autoclass"
    return "autofunction" if inspect.isfunction(thing) else ""


def introduction(name: str) -> str:
    """Return the first paragraph of a module's docstring."""
    return inspect.cleandoc(importlib.import_module(name).__doc__ or "").partition("\n\n")[0]


def rule(name: str, language: Language) -> dict[str, Any]:
    """Return what the page of a rule shows."""
    asked: Rule = getattr(dualib.programmes, name)
    return {
        "name": name,
        "rule": asked,
        "on": ON,
        "capital": lambda words: words[:1].upper() + words[1:],
        "reading_words": lambda reading: wording.reading_words(reading, language),
        "outline": "\n".join(shown.outline(wording.describe(asked.version(ON).condition, language))),
        "diagram": asked.diagram(language, on=ON),
        "versions": [shown.version_row(version, language) for version in asked.versions],
    }


def municipality(name: str, language: Language) -> dict[str, Any]:
    """Return what the page of a municipality shows."""
    place = dualib.agreements.municipality(name)
    agreement = place.agreement
    return {
        "place": place,
        "agreement": agreement,
        "where": shown.place_of(agreement),
        "said": lambda value: stated(value, language),
        "parties": shown.party_rows(agreement, language),
        "goals": [shown.goal_row(goal, language) for goal in agreement.goals],
        "staffing": shown.staffing_rows(agreement, language),
        "ledger": agreement.ledger(),
        "heading": lambda table: shown.heading(agreement, table, language),
        "figure_rows": lambda table: [
            shown.figure_row(figure, language) for figure in agreement.figures.table(table).values()
        ],
        "explained": lambda discrepancy: discrepancy.text(language),
        "files": sorted((Path(dualib.__file__).parent / "agreements" / str(agreement.folder)).glob("*.csv")),
    }


def pages(language: Language) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Yield for each generated page its folder's key, its name, its template and what the template is given."""
    for name in RULES:
        yield "rule", name, "rule.md", rule(name, language)
    for name in MUNICIPALITIES:
        yield "municipality", name, "municipality.md", municipality(name, language)
    yield (
        "reference",
        "api",
        "api.md",
        {"rooms": rooms(), "introduction": introduction, "offered": sorted(dualib.__all__)},
    )


def write(folder: str, name: str, template: str, given: dict[str, Any], language: Language) -> None:
    """Write one page in one language; a page that would not change is left, so that nothing is built anew."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(BOOK / "_pages"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    path = BOOK / FOLDERS[folder][language] / f"{name}.md"
    environment.globals.update(
        language=language,
        t=lambda swedish, english: swedish if language == "sv" else english,
        day=lambda value: written_date(value, language),
        number=lambda value, decimals=0: written_number(value, language, decimals=decimals),
        listing=lambda items: listing(list(items), language),
        up="/".join([".."] * len(path.parent.relative_to(BOOK.parent).parts)),
    )
    text = environment.get_template(f"{template}.jinja").render(given)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")


def main() -> None:
    """Write every generated page."""
    for language in LANGUAGES:
        for folder, name, template, given in pages(language):
            write(folder, name, template, given, language)


if __name__ == "__main__":
    main()
