"""The report as one HTML file: no scripts, no external requests, readable on a phone and on paper."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from dualib.counting.persons.synthetic import MADE_UP
from dualib.errors import MissingExtraError
from dualib.language import Text, check_language, written_date
from dualib.messages import message
from dualib.report.blocks import Facts, Keys, Note, Picture, Report, TableBlock, written_cell

__all__ = ["stacks", "to_html"]

_WORDS = {
    "contents": Text("Innehåll", "Contents"),
    "made_up": MADE_UP,
    "csv": Text("Tabellen som CSV", "The table as CSV"),
    "show": Text("Visa tabellen", "Show the table"),
    "source": Text("Källa", "Source"),
    "computed": Text("Beräknat med dualib", "Computed with dualib"),
    "more": Text("Mer om det", "More on it"),
    "skip": Text("Hoppa till innehållet", "Skip to the contents"),
}


#: Words in place of a number that fit on one line.
_SHORT = 16
#: How many letters a row of a table has room for on a phone, what stands between the columns counted as _GAP of them.
_PHONE, _GAP = 40, 3
#: A column of text is not pressed together to fewer letters than this.
_NARROW = 14


def stacks(table: TableBlock, language: str) -> bool:
    """Tell whether a table is too wide for a phone: there each row then becomes a block of names and values.

    >>> name, words = Text("n", "n"), Text("long " * 9, "long " * 9)
    >>> narrow = TableBlock(id="t", caption=name, header=(name,) * 2, rows=((words, 7),))
    >>> wide = TableBlock(id="t", caption=name, header=(name,) * 4, rows=((words,) * 4,))
    >>> stacks(narrow, "en"), stacks(wide, "en")
    (False, True)
    """
    rows = [[head.say(language) for head in table.header]]
    rows += [[written_cell(cell, language) for cell in line.cells] for line in table.lines()]
    needed = 0
    for number, column in enumerate(zip(*rows, strict=True)):
        longest = max(len(word) for cell in column for word in cell.split(" "))
        # A number is on one line, and so are short words in place of one; a head is not.
        least = min(_NARROW, max(map(len, column[number in table.numeric :]), default=0))
        needed += max(longest, least) + _GAP
    return needed > _PHONE


def to_html(report: Report, language: str = "sv", *, csv_folder: str | None = None) -> str:
    """Return the report as one HTML page.

    Parameters
    ----------
    language
        ``"sv"`` or ``"en"``.
    csv_folder
        The folder, relative to the page, that holds the tables as CSV; no links without it.

    Raises
    ------
    MissingExtraError
        If jinja2 is not installed (extra ``report``).

    Examples
    --------
    >>> from dualib.report import Inputs, build_report
    >>> page = to_html(build_report(Inputs(municipality="Hammarö")), "en")
    >>> '<html lang="en"' in page, "<script" in page
    (True, False)
    """
    check_language(language)
    try:
        from jinja2 import Environment, StrictUndefined
        from markupsafe import Markup
    except ImportError:
        raise MissingExtraError(message("report/needs-jinja2")) from None
    folder = files("dualib.report").joinpath("templates")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string(
        folder.joinpath("report.html.jinja").read_text(encoding="utf-8")
    )
    kinds = {Note: "note", Facts: "facts", Keys: "keys", TableBlock: "table", Picture: "picture"}

    def say(text: Text | None) -> str:
        return "" if text is None else text.say(language)

    def kind(block: Any) -> str:
        return kinds[type(block)]

    return template.render(
        report=report,
        language=language,
        say=say,
        kind=kind,
        cell=lambda value: written_cell(value, language),
        stacks=lambda table: stacks(table, language),
        titles={section.id: section.title for section in report.sections},
        marks=lambda value: isinstance(value, Text) and len(value.sv) > _SHORT,
        words={name: text.say(language) for name, text in _WORDS.items()},
        day=written_date(report.on, language),
        style=Markup(folder.joinpath("report.css").read_text(encoding="utf-8")),
        svg=lambda picture: Markup(picture.draw(language, picture.id)),
        csv_folder=csv_folder,
    )
