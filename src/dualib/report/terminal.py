"""The report as text in the terminal: coloured where there is a terminal, plain in a pipe."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dualib.counting.persons.synthetic import MADE_UP
from dualib.errors import MissingExtraError
from dualib.language import Text, check_language, listing
from dualib.messages import message
from dualib.report.blocks import (
    Block,
    Facts,
    Keys,
    Line,
    Note,
    Report,
    TableBlock,
    written_cell,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

__all__ = ["print_report", "to_text"]

_MORE = Text("… och {count} rader till: se {file}.csv", "… and {count} rows more: see {file}.csv")
_NARROW = Text(
    "Det finns inte plats för {names}: se {file}.csv, eller gör fönstret bredare.",
    "There is no room for {names}: see {file}.csv, or make the window wider.",
)
_SHOWN = 12
_STYLES = {
    "text": "",
    "info": "cyan",
    "warning": "yellow",
    "illustration": "bold magenta",
    "protected": "yellow",
}


def print_report(report: Report, console: Console, language: str = "sv") -> None:
    """Print the report; long tables are cut after twelve rows, since they are in the CSV files."""
    from rich.rule import Rule

    check_language(language)
    console.print(f"[bold]{report.title.say(language)}[/bold]")
    console.print(report.lead.say(language))
    for section in report.sections:
        console.print()
        console.print(Rule(section.title.say(language), align="left", style="blue"))
        for block in section.blocks:
            _print(block, console, language)


def _print(block: Block, console: Console, language: str) -> None:
    from rich.markup import escape

    if isinstance(block, Note):
        console.print(escape(block.text.say(language)), style=_STYLES[block.kind])
    elif isinstance(block, Facts):
        from rich.table import Table

        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="bold", overflow="fold", max_width=30)
        grid.add_column(overflow="fold")
        for term, value, place in block.rows:
            said = escape(written_cell(value, language))
            grid.add_row(
                escape(term.say(language)),
                said + (f" [dim]({escape(place)})[/dim]" if place else ""),
            )
        console.print(grid)
    elif isinstance(block, Keys):
        from rich.table import Table

        grid = Table.grid(padding=(0, 2))
        grid.add_column(overflow="fold")
        grid.add_column(style="bold", overflow="fold")
        for key in block.keys:
            grid.add_row(escape(key.words.say(language)), escape(written_cell(key.value, language)))
        console.print(grid)
    elif isinstance(block, TableBlock):
        caption = block.caption.say(language)
        console.print()
        console.print(
            f"{MADE_UP.say(language)}: {caption}" if block.illustration else caption,
            style="bold",
            markup=False,
        )
        table, narrow = _table(block, console.width, language)
        if table is None:
            _print_rows(block, console, language)
        else:
            console.print(table)
        left = len(block.lines()) - _SHOWN if block.folded else 0
        if left > 0:
            console.print(_MORE.say(language).format(count=left, file=block.id), style="dim")
        if narrow:
            names = listing([block.header[number].say(language) for number in narrow], language)
            console.print(
                _NARROW.say(language).format(names=names, file=block.id), style="dim", markup=False
            )
        if block.source is not None:
            console.print(escape(block.source.say(language)), style="dim")


def _shown(block: TableBlock) -> Sequence[Line]:
    return block.lines()[:_SHOWN] if block.folded else block.lines()


def _print_rows(block: TableBlock, console: Console, language: str) -> None:
    """Print a table that is too wide row by row: what the row is about, and under it names and values."""
    from rich.markup import escape
    from rich.table import Table

    for line in _shown(block):
        console.print(escape(written_cell(line.cells[0], language)), style="bold")
        grid = Table.grid(padding=(0, 2))
        grid.add_column(overflow="fold")
        grid.add_column(overflow="fold")
        for number, cell in enumerate(line.cells):
            said = written_cell(cell, language)
            if number and number not in block.aside and said:
                grid.add_row(f"  {escape(block.header[number].say(language))}", escape(said))
        console.print(grid)


def _table(block: TableBlock, width: int, language: str) -> tuple[Table | None, list[int]]:
    """Return a table, long ones cut, without the columns that are left to the page; and those there is no room for.

    None instead of a table where words would be broken all the same.
    """
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, padding=(0, 1))
    shown = _shown(block)

    def said(number: int) -> list[str]:
        """Return a column, its head first; a name that repeats the one above it is left out."""
        cells = [
            "" if line.again and not number else written_cell(line.cells[number], language)
            for line in shown
        ]
        return [block.header[number].say(language), *cells]

    columns = {
        number: said(number) for number in range(len(block.header)) if number not in block.aside
    }
    narrow: list[int] = []
    # Rather than break words, columns of text are left to the page: the widest first, never what the rows are about.
    spare = [number for number in columns if number not in (0, block.variants, *block.numeric)]
    while spare and sum(map(_least, columns.values())) > width - 2 * len(columns):
        widest = max(spare, key=lambda number: _least(columns[number]))
        spare.remove(widest)
        del columns[widest]
        narrow = sorted([*narrow, widest])
    widths = _widths(list(columns.values()), width)
    if any(room < _least(column) for column, room in zip(columns.values(), widths, strict=True)):
        return None, []
    for (number, column), room in zip(columns.items(), widths, strict=True):
        right = number in block.numeric
        table.add_column(
            escape(column[0]), justify="right" if right else "left", overflow="fold", width=room
        )
    for line in zip(*(column[1:] for column in columns.values()), strict=True):
        table.add_row(*map(escape, line))
    return table, narrow


def _least(column: list[str]) -> int:
    """Return the width of a column's longest word."""
    return max(
        1, *(len(word) for cell in column for word in f"{cell} ".replace("\n", " ").split(" "))
    )


def _widths(columns: list[list[str]], width: int) -> list[int]:
    """Return how wide each column, its head first, is: no word broken, and no cell wrapped, as long as there is room.

    Cells come before heads, which are better wrapped.
    """
    least = [_least(column) for column in columns]
    room = width - 2 * len(columns)
    while sum(least) > room:
        least[least.index(max(least))] -= 1
    for first in (1, 0):
        whole = [
            max((len(part) for cell in column[first:] for part in cell.split("\n")), default=0)
            for column in columns
        ]
        for _ in range(room - sum(least)):
            short = [wanted - there for wanted, there in zip(whole, least, strict=True)]
            least[short.index(max(short))] += max(short) > 0
    return least


def to_text(report: Report, language: str = "sv", *, width: int = 110) -> str:
    """Return the report as plain text, as a pipe or a file gets it.

    Raises
    ------
    MissingExtraError
        If rich is not installed (extra ``report``).

    Examples
    --------
    >>> from dualib.report import Inputs, build_report
    >>> text = to_text(build_report(Inputs(municipality="Hammarö")), "en", width=80)
    >>> max(map(len, text.splitlines())) <= 80
    True
    """
    try:
        from rich.console import Console
    except ImportError:
        raise MissingExtraError(message("report/needs-rich")) from None
    stream = io.StringIO()
    print_report(
        report, Console(file=stream, width=width, no_color=True, highlight=False), language
    )
    return stream.getvalue()
