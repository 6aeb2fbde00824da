"""What a report is made of: sections of notes, facts, tables and pictures, each in both languages.

The contents know nothing of HTML or terminals, and the renderers know nothing of municipalities.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import attrs

from dualib.counting.persons.synthetic import MADE_UP
from dualib.language import Text, listing, read_number, written_exact
from dualib.tabular import Rows

__all__ = [
    "Block",
    "Cell",
    "Facts",
    "Key",
    "Keys",
    "Line",
    "Note",
    "NoteKind",
    "Picture",
    "Report",
    "Section",
    "TableBlock",
    "written_cell",
]

_BASIS = Text("underlag", "basis")
_BASIS_MADE_UP = Text(MADE_UP.sv.lower(), MADE_UP.en.lower())

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
    return written_exact(cell, language)


@attrs.frozen
class Note:
    """A paragraph; ``kind`` says how it is set off from the rest."""

    text: Text
    kind: NoteKind = "text"


@attrs.frozen
class Line:
    """A row as a reader sees it; ``again`` if its first cell repeats that of the line before."""

    cells: tuple[Cell, ...]
    again: bool = False


@attrs.frozen(kw_only=True)
class TableBlock:
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
    variants
        The column that tells the rows of one name apart: those that show the same numbers are one line to a reader.
    see
        The sections that tell more.

    Examples
    --------
    >>> name = Text("antal", "number")
    >>> table = TableBlock(id="t", caption=name, header=(name,), rows=((5,),), numeric=frozenset({0}))
    >>> [line.cells for line in table.lines()]
    [(5,)]
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
    variants: int | None = None
    see: tuple[str, ...] = ()

    def to_rows(self) -> Rows:
        """Return every row as data files have it: with its id, and numbers instead of their words.

        In a table that is computed from made-up persons, every row says so: the label is there also
        when the file is cut up or pasted elsewhere.

        >>> name, number = Text("namn", "name"), Text("1 000,5".replace(" ", "\\xa0"), "1,000.5")
        >>> table = TableBlock(
        ...     id="t", caption=name, header=(name,), rows=((number,),), numeric=frozenset({0}))
        >>> list(table.to_rows())
        [(Decimal('1000.5'),)]
        """
        rows = [
            (
                *self.ids[at : at + 1],
                *(_datum(cell, number in self.numeric) for number, cell in enumerate(row)),
                *((_BASIS_MADE_UP,) if self.illustration else ()),
            )
            for at, row in enumerate(self.rows)
        ]
        header = (
            *(("id",) if self.ids else ()),
            *self.header,
            *((_BASIS,) if self.illustration else ()),
        )
        return Rows(header, rows)

    def lines(self) -> tuple[Line, ...]:
        """Return the rows as they are shown; the CSV has every row.

        >>> rows = (("a", "one", 5), ("a", "two", 5), ("a", "three", 6))
        >>> name = Text("n", "n")
        >>> table = TableBlock(
        ...     id="t", caption=name, header=(name,) * 3, rows=rows, numeric=frozenset({2}), variants=1)
        >>> [(line.again, written_cell(line.cells[1], "en"), line.cells[2]) for line in table.lines()]
        [(False, 'one; likewise two', 5), (True, 'three', 6)]
        """
        if self.variants is None:
            return tuple(Line(row) for row in self.rows)
        alike: dict[tuple[Cell, ...], list[tuple[Cell, ...]]] = {}
        for row in self.rows:
            alike.setdefault(
                (row[0], *(row[number] for number in sorted(self.numeric))), []
            ).append(row)
        lines: list[Line] = []
        for rows in alike.values():
            cells = tuple(
                column[0]
                if len(rows) == 1 or number == 0 or number in self.numeric
                else _likewise(column)
                if number == self.variants
                else _stacked(column)
                for number, column in enumerate(zip(*rows, strict=True))
            )
            lines.append(Line(cells, again=bool(lines) and lines[-1].cells[0] == cells[0]))
        return tuple(lines)


def _datum(cell: Cell, numeric: bool) -> Cell | Decimal:
    """Return a cell for data files: the number that both languages write, or text in one line."""
    if not isinstance(cell, Text):
        return cell
    number = read_number(cell.sv, "sv") if numeric else None
    if number is not None and number == read_number(cell.en, "en"):
        return number
    return Text(cell.sv.replace("\n", "; "), cell.en.replace("\n", "; "))


def _likewise(cells: tuple[Cell, ...]) -> Text:
    """Return the first of some variants, and the others that go with it."""
    sv, en = ([written_cell(cell, language) for cell in cells] for language in ("sv", "en"))
    return Text(
        f"{sv[0]}; likaså {listing(sv[1:], 'sv')}", f"{en[0]}; likewise {listing(en[1:], 'en')}"
    )


def _stacked(cells: tuple[Cell, ...]) -> Cell:
    """Return what some cells say, each thing once and on a line of its own."""
    said = list(dict.fromkeys(cell for cell in cells if cell is not None))
    if len(said) < 2:
        return said[0] if said else None
    sv, en = ("\n".join(written_cell(cell, language) for cell in said) for language in ("sv", "en"))
    return Text(sv, en)


_TERM, _VALUE, _PLACE = (
    Text("Uppgift", "Term"),
    Text("Värde", "Value"),
    Text("Plats i källan", "Place in the source"),
)


@attrs.frozen
class Facts:
    """A list of terms with what is said of each; written as CSV under its id.

    ``rows`` holds the term, its value, and its place in the source (empty where there is none).
    """

    id: str
    caption: Text
    rows: tuple[tuple[Text, Cell, str], ...]

    @property
    def table(self) -> TableBlock:
        """The same as a table."""
        return TableBlock(
            id=self.id, caption=self.caption, header=(_TERM, _VALUE, _PLACE), rows=self.rows
        )


@attrs.frozen
class Key:
    """A main result: its value, what it is in words, and the section that tells more."""

    value: Cell
    words: Text
    section: str


@attrs.frozen
class Keys:
    """The main results side by side; written as CSV under the id."""

    id: str
    caption: Text
    keys: tuple[Key, ...]

    @property
    def table(self) -> TableBlock:
        """The same as a table."""
        rows = tuple((key.words, key.value) for key in self.keys)
        return TableBlock(
            id=self.id,
            caption=self.caption,
            header=(_TERM, _VALUE),
            rows=rows,
            numeric=frozenset({1}),
        )


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


Block = Note | Facts | Keys | TableBlock | Picture


@attrs.frozen
class Section:
    """A heading with what stands under it.

    >>> section = Section("a", Text("Rubrik", "Heading"), (Note(Text("Stycke", "Paragraph")),))
    >>> section.title.en, list(section.tables())
    ('Heading', [])
    """

    id: str
    title: Text
    blocks: tuple[Block, ...]

    def tables(self) -> Iterator[TableBlock]:
        """Yield the tables, lists of facts and of main results among them."""
        for block in self.blocks:
            if isinstance(block, (Facts, Keys)):
                yield block.table
            elif isinstance(block, TableBlock):
                yield block


@attrs.frozen(kw_only=True)
class Report:
    """A whole report: what it is about, and its sections.

    >>> from dualib.report import Inputs, build_report
    >>> report = build_report(Inputs(municipality="Hammarö"))
    >>> report.id, len(report.sections) > 5
    ('hammaro', True)
    """

    id: str
    title: Text
    lead: Text
    on: date
    version: str
    sections: tuple[Section, ...]

    def tables(self) -> Iterator[TableBlock]:
        """Yield every table, in order."""
        for section in self.sections:
            yield from section.tables()
