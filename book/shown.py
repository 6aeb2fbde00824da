"""What several pages show alike: words, links, and the files that readers can download."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import dualib
from dualib.csv_text import as_csv
from dualib.language import Language, Text, listing
from dualib.local_agreements import Agreement, Municipality
from dualib.sources import NotInSource

Row = list[str]

FILES = Path(__file__).parent / "_files"
RULES: dict[Language, str] = {"sv": "regler", "en": "rules"}
MUNICIPALITIES: dict[Language, str] = {"sv": "kommuner", "en": "municipalities"}


def write_changed(path: Path, text: str) -> None:
    """Write a file unless it says so already, so that nothing is built anew for its sake."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_bytes() != text.encode():
        path.write_bytes(text.encode())


def write_file(name: str, text: str) -> str:
    """Write a file for readers to download and return its name."""
    write_changed(FILES / name, text)
    return name


def write_table(name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table for readers to download and return its name; the mark at its start makes Excel read å, ä and ö."""
    return write_file(name, f"\N{ZERO WIDTH NO-BREAK SPACE}{as_csv(header, rows)}")


def span(first: object, last: object) -> str:
    """Return two days with a dash between them, one side open where nothing is known of it."""
    if isinstance(first, NotInSource) and isinstance(last, NotInSource):
        return "–"
    return "–".join(
        f'<span class="date">{day}</span>' if isinstance(day, date) else "" for day in (first, last)
    )


def name_of(agreement: Agreement, language: Language) -> str:
    """Return the municipalities of an agreement."""
    return listing([place.name for place in agreement.municipalities], language)


def source_words(source: str, language: Language) -> str:
    """Name a source: an agreement by its municipalities, the shared model, or an act by its number."""
    named = {agreement.id: agreement for agreement in dualib.agreements()}
    if source in named:
        name = name_of(named[source], language)
        return Text(f"överenskommelsen för {name}", f"the agreement of {name}").say(language)
    return source


def municipality_link(place: Municipality, language: Language) -> str:
    """Return a link from a page of another folder to the page of a municipality."""
    return f"[{place.name}](../{MUNICIPALITIES[language]}/{place.id}.md)"


def cells(rows: Sequence[Sequence[str]]) -> list[Row]:
    """Return rows whose cells are safe inside a table of Markdown."""
    return [[str(value).replace("|", "\\|").replace("\n", " ") for value in row] for row in rows]
