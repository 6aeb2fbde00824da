"""Tables as rows of cells, whoever makes them, and the formats in which every one of them is written.

What a table holds is said once, by its ``to_rows()``; how it is written is said once, by a format.
A new format is a function here and its line in :data:`TABLE_FORMATS`; a new table is a class with
``to_rows()``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, Protocol, overload

import attrs

from dualib.csv_text import as_csv
from dualib.errors import BadInput, nearest
from dualib.language import Text, check_language, written_exact
from dualib.messages import message

__all__ = [
    "TABLE_FORMATS",
    "TOTAL",
    "Cell",
    "Rows",
    "TableFormat",
    "Tabular",
    "aligned",
    "in_format",
]

Cell = Text | str | int | Decimal | Fraction | date | None
"""What a cell holds; None is an empty one."""

TOTAL: Final = Text("Totalt", "Total")
"""What a row or column of totals is called."""


def _names(names: Iterable[Text | str]) -> tuple[Text | str, ...]:
    return tuple(names)


def _cells(rows: Iterable[Iterable[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(row) for row in rows)


@attrs.frozen
class Rows(Sequence[tuple[Cell, ...]]):
    """A table as rows: a sequence of tuples, with the names of their columns.

    Attributes
    ----------
    header
        A name for each column: a text in both languages, or one code.
    cells
        The rows, each with as many cells as the header.
    verbatim
        Whether texts are kept as they are, since a program reads them back. Others that a
        spreadsheet would run as a formula get an apostrophe before them.

    Raises
    ------
    BadInput
        If a row has another number of cells than the header.

    Examples
    --------
    >>> rows = Rows(("sex", Text("antal", "number")), [("woman", 297), ("man", 490)])
    >>> len(rows), rows[1], rows.records("en")[0]
    (2, ('man', 490), {'sex': 'woman', 'number': 297})
    """

    header: tuple[Text | str, ...] = attrs.field(converter=_names)
    cells: tuple[tuple[Cell, ...], ...] = attrs.field(converter=_cells)
    verbatim: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        for number, row in enumerate(self.cells, start=1):
            if len(row) != len(self.header):
                raise BadInput(
                    message(
                        "ground/uneven-table-row",
                        row=number,
                        cells=len(row),
                        expected=len(self.header),
                    )
                )

    def __len__(self) -> int:
        return len(self.cells)

    @overload
    def __getitem__(self, index: int) -> tuple[Cell, ...]: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[tuple[Cell, ...], ...]: ...
    def __getitem__(self, index: int | slice) -> tuple[Cell, ...] | tuple[tuple[Cell, ...], ...]:
        return self.cells[index]

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return iter(self.cells)

    def names(self, language: str = "sv") -> list[str]:
        """Return the names of the columns in one language.

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.
        """
        check_language(language)
        return [name.say(language) if isinstance(name, Text) else name for name in self.header]

    def values(
        self, language: str = "sv"
    ) -> list[list[str | int | Decimal | Fraction | date | None]]:
        """Return the cells with their texts in one language; numbers and dates as they are.

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.
        """
        check_language(language)
        return [
            [cell.say(language) if isinstance(cell, Text) else cell for cell in row]
            for row in self.cells
        ]

    def records(self, language: str = "sv") -> list[dict[str, object]]:
        """Return each row as a mapping of the columns' names to its cells.

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.
        """
        names = self.names(language)
        return [dict(zip(names, row, strict=True)) for row in self.values(language)]


class Tabular(Protocol):
    """What can be written in every format of :data:`TABLE_FORMATS`."""

    def to_rows(self) -> Rows:
        """Return the table as rows."""
        ...


def aligned(lines: Sequence[Sequence[str]], *, right: Collection[int] = ()) -> str:
    """Return lines of words in columns that are under each other, two spaces apart.

    >>> print(aligned([["party", "posts"], ["Kommunen", "7"]], right={1}))
    party     posts
    Kommunen      7
    """
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            word.rjust(width) if number in right else word.ljust(width)
            for number, (word, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


@attrs.frozen
class TableFormat:
    """A format for tables: the suffix of its files, and what writes rows in a language."""

    suffix: str
    write: Callable[[Rows, str], str]


def _csv(rows: Rows, language: str) -> str:
    """Write CSV for programs: commas and decimal points, whatever the language of the words."""
    return as_csv(rows.names(language), rows.values(language), verbatim=rows.verbatim)


def _spreadsheet(rows: Rows, language: str) -> str:
    """Write CSV as the spreadsheets of a language read it: semicolons and decimal commas in Swedish.

    The mark at the start lets a spreadsheet know that the text is UTF-8.
    """
    separator = ";" if check_language(language) == "sv" else ","
    text = as_csv(rows.names(language), rows.values(language), separator=separator)
    return f"\N{ZERO WIDTH NO-BREAK SPACE}{text}"


def _text(rows: Rows, language: str) -> str:
    """Write aligned text, numbers to the right."""
    values = rows.values(language)
    right = {
        number
        for number, column in enumerate(zip(*values, strict=True))
        if all(isinstance(cell, int | Decimal | Fraction | None) for cell in column)
    }
    words = [[_word(cell, language) for cell in row] for row in values]
    return aligned([rows.names(language), *words], right=right) + "\n"


def _word(cell: str | int | Decimal | Fraction | date | None, language: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, int | Decimal | Fraction):
        return written_exact(cell, language)
    return cell.isoformat() if isinstance(cell, date) else " ".join(cell.split())


TABLE_FORMATS: Final[Mapping[str, TableFormat]] = {
    "csv": TableFormat(".csv", _csv),
    "spreadsheet": TableFormat(".csv", _spreadsheet),
    "text": TableFormat(".txt", _text),
}
"""The formats in which every table is written, by name: a new one is its function and a line here."""


def in_format(table: Tabular, form: str, language: str = "sv") -> str:
    """Return a table in one of :data:`TABLE_FORMATS`.

    Raises
    ------
    BadInput
        If there is no such format, or the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> import dualib
    >>> posts = dualib.agreement("hammaro").staffing.fte(by="party")
    >>> print(in_format(posts, "csv", "en").splitlines()[0])
    party,fte_low,fte_high,share,seats,persons_low,persons_high,posts
    """
    if form not in TABLE_FORMATS:
        raise BadInput(
            message(
                "ground/not-a-format",
                value=form,
                known=tuple(TABLE_FORMATS),
                near=nearest(form, TABLE_FORMATS),
            )
        )
    return TABLE_FORMATS[form].write(table.to_rows(), language)
