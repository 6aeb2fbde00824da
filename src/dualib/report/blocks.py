"""What a report is made of: sections of notes, facts, tables and pictures, each in both languages.

The contents know nothing of HTML or terminals, and the renderers know nothing of municipalities.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import Literal

import attrs

from dualib.language import Text, written_number

__all__ = ["Block", "Cell", "Facts", "Note", "NoteKind", "Picture", "Report", "Section", "Table", "written_cell"]

Cell = Text | str | int | Fraction | None
NoteKind = Literal["text", "info", "warning", "illustration", "protected"]


def written_cell(cell: Cell, language: str) -> str:
    """Return a cell as a reader of the language sees it; empty for None.

    >>> written_cell(12345, "en"), written_cell(Fraction(53, 4), "sv"), written_cell(None, "sv")
    ('12,345', '13,25', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, Text):
        return cell.say(language)
    if isinstance(cell, str):
        return cell
    decimals = next((n for n in range(4) if (Fraction(cell) * 10**n).denominator == 1), 4)
    return written_number(cell, language, decimals=decimals)


@attrs.frozen
class Note:
    """A paragraph; ``kind`` says how it is set off from the rest."""

    text: Text
    kind: NoteKind = "text"


@attrs.frozen
class Facts:
    """A list of terms with what is said of each."""

    rows: tuple[tuple[Text, Cell, str], ...]
    """Term, value, and place in the source (empty where there is none)."""


@attrs.frozen(kw_only=True)
class Table:
    """A table that is shown, and written as CSV under its id.

    Attributes
    ----------
    numeric
        The columns that hold numbers, set to the right.
    total
        Whether the last row is a total.
    folded
        Whether it is long, and shown folded up.
    illustration
        Whether it is computed from made-up persons: then every showing of it says so.
    source
        Where its numbers come from.
    """

    id: str
    caption: Text
    header: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: frozenset[int] = frozenset()
    total: bool = False
    folded: bool = False
    illustration: bool = False
    source: Text | None = None
    notes: tuple[Text, ...] = ()


@attrs.frozen(kw_only=True)
class Picture:
    """A picture: SVG in a language, what it shows in words, and the id of the table with its numbers."""

    id: str
    title: Text
    description: Text
    table: str
    draw: Callable[[str], str] = attrs.field(repr=False, eq=False)
    illustration: bool = False


Block = Note | Facts | Table | Picture


@attrs.frozen
class Section:
    """A heading with what stands under it."""

    id: str
    title: Text
    blocks: tuple[Block, ...]

    def tables(self) -> Iterator[Table]:
        """Yield the tables."""
        return (block for block in self.blocks if isinstance(block, Table))


@attrs.frozen(kw_only=True)
class Report:
    """A whole report: what it is about, and its sections."""

    id: str
    title: Text
    lead: Text
    on: date
    version: str
    sections: tuple[Section, ...]

    def tables(self) -> Iterator[Table]:
        """Yield every table, in order."""
        for section in self.sections:
            yield from section.tables()
