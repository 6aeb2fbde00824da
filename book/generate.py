"""Write the pages that are made from the library itself, in both languages from one template each.

A template is Jinja: ``{{ t("svenska", "English") }}`` says the same thing in the language of the page.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2

import dualib
from dualib.language import LANGUAGES, Language, written_date, written_number

BOOK = Path(__file__).parent
FOLDERS: dict[str, dict[Language, str]] = {
    "rule": {"sv": "regler", "en": "en/rules"},
    "municipality": {"sv": "kommuner", "en": "en/municipalities"},
    "reference": {"sv": "uppslag", "en": "en/reference"},
}
RULES = ["jobbgaranti"]
MUNICIPALITIES = ["hammaro", "kalmar", "orust", "tjorn", "tyreso", "vasteras"]


def rooms() -> dict[str, list[str]]:
    """Return the public names of each module, each name once: in the outermost module that has it.

    What ``dualib`` itself offers is described in the room it comes from.
    """
    found = [module.name for module in pkgutil.walk_packages(dualib.__path__, "dualib.")]
    public = [name for name in sorted(found) if not any(part.startswith("_") for part in name.split("."))]
    described: set[tuple[str, int]] = set()
    result: dict[str, list[str]] = {}
    for name in sorted(public, key=lambda name: (name.count("."), name)):
        module = importlib.import_module(name)
        offered = {item: (item, id(getattr(module, item))) for item in getattr(module, "__all__", ())}
        if new := [item for item, key in offered.items() if key not in described]:
            result[name] = new
        described.update(offered.values())
    return dict(sorted(result.items()))


def pages() -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Yield for each generated page its folder's key, its name, its template and what the template is given."""
    for name in RULES:
        yield "rule", name, f"rules/{name}.md", {"rule": name}
    for name in MUNICIPALITIES:
        yield "municipality", name, "municipality.md", {"municipality": name}
    yield "reference", "api", "api.md", {"rooms": rooms(), "offered": sorted(getattr(dualib, "__all__", ()))}


def write(folder: str, name: str, template: str, given: dict[str, Any], language: Language) -> None:
    """Write one page in one language; a page that would not change is left, so that nothing is built anew."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(BOOK / "_pages"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        language=language,
        t=lambda swedish, english: swedish if language == "sv" else english,
        day=lambda value: written_date(value, language),
        number=lambda value, decimals=0: written_number(value, language, decimals=decimals),
    )
    text = environment.get_template(f"{template}.jinja").render(given)
    path = BOOK / FOLDERS[folder][language] / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")


def main() -> None:
    """Write every generated page."""
    for folder, name, template, given in pages():
        for language in LANGUAGES:
            write(folder, name, template, given, language)


if __name__ == "__main__":
    main()
