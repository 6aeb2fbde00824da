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
    aside
        The columns that a terminal leaves to the page and the CSV.
    ids
        For each row the name by which data files know it: a first column of the CSV, not shown to readers.
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
    aside: frozenset[int] = frozenset()
    ids: tuple[str, ...] = ()
    source: Text | None = None


_TERM, _VALUE, _PLACE = Text("Uppgift", "Term"), Text("Värde", "Value"), Text("Plats i källan", "Place in the source")


@attrs.frozen
class Facts:
    """A list of terms with what is said of each; written as CSV under its id.

    ``rows`` holds the term, its value, and its place in the source (empty where there is none).
    """

    id: str
    caption: Text
    rows: tuple[tuple[Text, Cell, str], ...]

    @property
    def table(self) -> Table:
        """The same as a table."""
        return Table(id=self.id, caption=self.caption, header=(_TERM, _VALUE, _PLACE), rows=self.rows)


@attrs.frozen(kw_only=True)
class Picture:
    """A picture: what it shows in words, the id of the table with its numbers, and how to draw it.

    ``draw`` returns SVG, given a language and a name that is unique in the page.
    """

    id: str
    title: Text
    description: Text
    table: str
    draw: Callable[[str, str], str] = attrs.field(repr=False, eq=False)
    illustration: bool = False


Block = Note | Facts | Table | Picture


@attrs.frozen
class Section:
    """A heading with what stands under it."""

    id: str
    title: Text
    blocks: tuple[Block, ...]

    def tables(self) -> Iterator[Table]:
        """Yield the tables, lists of facts among them."""
        for block in self.blocks:
            if isinstance(block, Facts):
                yield block.table
            elif isinstance(block, Table):
                yield block


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
