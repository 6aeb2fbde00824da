"""Write the pages that are made from the library itself, in both languages from one template each.

A template is Jinja: ``{{ t("svenska", "English") }}`` says the same thing in the language of the page, and
``{{ run(code) }}`` runs a piece of Python and shows it with what it printed. The files that readers can download are
made here too.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import api
import executed
import jinja2
import readable
import shown
import shown_agreements
import shown_errors
import shown_figures
import shown_rules
import shown_side_by_side

import dualib
from dualib.language import LANGUAGES, Language, capital, listing, written_date, written_number
from dualib.programmes import PROGRAMMES

BOOK = Path(__file__).parent
FOLDERS: dict[str, dict[Language, str]] = {
    "start": {"sv": "borja", "en": "en/start"},
    "rule": {"sv": "regler", "en": "en/rules"},
    "municipality": {"sv": "kommuner", "en": "en/municipalities"},
    "reference": {"sv": "uppslag", "en": "en/reference"},
    "api": {"en": "en/reference/api"},
}
NAMES: dict[str, dict[Language, str]] = {
    "first-use": {"sv": "forsta-gangen", "en": "first-use"},
    "new-municipality": {"sv": "ny-kommun", "en": "new-municipality"},
    "does-it-add-up": {"sv": "stammer-det", "en": "does-it-add-up"},
    "compare": {"sv": "jamfor", "en": "compare"},
    "why": {"sv": "varfor", "en": "why"},
    "errors": {"sv": "felmeddelanden", "en": "errors"},
    "rely-on": {"sv": "lita-pa", "en": "rely-on"},
    "sources": {"sv": "kallor", "en": "sources"},
    "registry": {"sv": "register", "en": "registry"},
    "overview": {"sv": "oversikt", "en": "overview"},
}
Page = tuple[str, str, str, dict[str, Any]]


def pages(language: Language) -> Iterator[Page]:
    """Yield for each generated page its folder's key, its name, its template and what the template is given."""
    yield "start", "first-use", "first-use", {}
    yield "start", "new-municipality", "new-municipality", {}
    yield "rule", "overview", "rules", shown_rules.overview(language)
    for rule in PROGRAMMES:
        yield "rule", rule.id, "rule", shown_rules.page(rule, language)
    for municipality in dualib.municipalities():
        yield (
            "municipality",
            municipality.id,
            "municipality",
            shown_agreements.page(municipality, language),
        )
    yield "municipality", "does-it-add-up", "does-it-add-up", shown_figures.page(language)
    yield "municipality", "compare", "compare", shown_side_by_side.page(language)
    yield "reference", "why", "why", {}
    yield "reference", "errors", "errors", shown_errors.page(language)
    yield "reference", "registry", "registry", shown_rules.registry_page(language)
    yield "reference", "sources", "sources", shown_rules.sources_page(language)
    rooms = [name for name in api.faces() if name not in api.GROUND]
    yield "reference", "rely-on", "rely-on", {"ground": api.GROUND, "rooms": rooms}
    yield (
        "reference",
        "api",
        "api",
        {
            "rooms": api.faces(),
            "introduction": api.introduction,
            "offered": sorted(dualib.__all__),
        },
    )
    for name, names in api.faces().items() if language == "en" else ():
        yield "api", name, "room", {"room": name, "names": names, "introduction": api.introduction}


@functools.cache
def environment(language: Language) -> jinja2.Environment:
    """Return what every template of a language may use."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(BOOK / "_pages"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(
        language=language,
        version=dualib.__version__,
        t=lambda swedish, english: swedish if language == "sv" else english,
        say=lambda text: text.say(language),
        day=lambda value: written_date(value, language),
        number=lambda value, decimals=0: written_number(value, language, decimals=decimals),
        listing=lambda items: listing(list(items), language),
        capital=capital,
        run=executed.run,
        quoted=lambda words: f'"{words}"',
        name_of=lambda name: NAMES[name][language],
    )
    return made


def write(folder: str, name: str, template: str, given: dict[str, Any], language: Language) -> Path:
    """Write one page in one language; a page that would not change is left, so that nothing is built anew."""
    named = NAMES[name][language] if name in NAMES and folder != "api" else name
    path = BOOK / FOLDERS[folder][language] / f"{named}.md"
    up = "/".join([".."] * len(path.parent.relative_to(BOOK).parts))
    text = (
        environment(language)
        .get_template(f"{template}.md.jinja")
        .render(given, files=f"{up}/_files")
    )
    if language == "sv":
        readable.check(FOLDERS[folder][language], named, text)
    path.parent.mkdir(parents=True, exist_ok=True)
    shown.write_changed(path, text)
    return path


def main() -> None:
    """Write every generated page, and remove pages of earlier times."""
    written = {write(*page, language) for language in LANGUAGES for page in pages(language)}
    for folder in {path.parent for path in written}:
        for old in set(folder.glob("*.md")) - written:
            if folder.name not in ("uppslag", "reference"):  # these also hold pages written by hand
                old.unlink()


if __name__ == "__main__":
    main()
