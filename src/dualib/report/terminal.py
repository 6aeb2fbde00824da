"""The report as text in the terminal: coloured where there is a terminal, plain in a pipe."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from dualib.errors import MissingExtraError
from dualib.language import Text, check_language
from dualib.report.blocks import Block, Facts, Keys, Note, Report, written_cell
from dualib.report.blocks import Table as TableBlock

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

__all__ = ["print_report", "to_text"]

_MADE_UP = Text("PÅHITTADE PERSONER", "MADE-UP PERSONS")
_MORE = Text("… och {count} rader till: se {file}.csv", "… and {count} rows more: see {file}.csv")
_SHOWN = 12
_STYLES = {"text": "", "info": "cyan", "warning": "yellow", "illustration": "bold magenta", "protected": "yellow"}


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
            grid.add_row(escape(term.say(language)), said + (f" [dim]({escape(place)})[/dim]" if place else ""))
        console.print(grid)
    elif isinstance(block, Keys):
        from rich.table import Table

        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="bold", justify="right", overflow="fold", max_width=24)
        grid.add_column(overflow="fold")
        for key in block.keys:
            grid.add_row(escape(written_cell(key.value, language)), escape(key.words.say(language)))
        console.print(grid)
    elif isinstance(block, TableBlock):
        caption = block.caption.say(language)
        title = f"{_MADE_UP.say(language)}: {caption}" if block.illustration else caption
        console.print(_table(block, title, console.width, language))
        left = len(block.lines()) - _SHOWN if block.folded else 0
        if left > 0:
            more = _MORE.say(language).format(count=left, file=block.id)
            console.print(more, style="dim")
        if block.source is not None:
            console.print(escape(block.source.say(language)), style="dim")


def _table(block: TableBlock, title: str, width: int, language: str) -> Table:
    """Return a table without the columns that are left to the page, long ones cut."""
    from rich.markup import escape
    from rich.table import Table

    table = Table(title=escape(title), title_justify="left", title_style="bold", box=None, padding=(0, 1))
    kept = [number for number in range(len(block.header)) if number not in block.aside]
    shown = block.lines()[:_SHOWN] if block.folded else block.lines()
    # A name that repeats the one above it is left out.
    lines = [
        ["" if line.again and not number else written_cell(line.cells[number], language) for number in kept]
        for line in shown
    ]
    heads = [block.header[number].say(language) for number in kept]
    for number, head, room in zip(kept, heads, _widths(heads, lines, width), strict=True):
        right = number in block.numeric
        table.add_column(escape(head), justify="right" if right else "left", overflow="fold", width=room)
    for line in lines:
        table.add_row(*map(escape, line))
    return table


def _widths(heads: list[str], lines: list[list[str]], width: int) -> list[int]:
    """Return how wide each column is: no word is broken, and no cell wrapped, as long as there is room."""
    columns = [[part for cell in column for part in cell.split("\n")] for column in zip(heads, *lines, strict=True)]
    whole = [max(map(len, column)) for column in columns]
    least = [max(1, *(len(word) for cell in column for word in f"{cell} ".split(" "))) for column in columns]
    room = width - 2 * len(columns)
    while sum(least) > room:
        least[least.index(max(least))] -= 1
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
    """
    try:
        from rich.console import Console
    except ImportError:
        raise MissingExtraError(
            "a report in the terminal needs rich: install it with pip install 'dualib[report]'"
        ) from None
    stream = io.StringIO()
    print_report(report, Console(file=stream, width=width, no_color=True, highlight=False), language)
    return stream.getvalue()
