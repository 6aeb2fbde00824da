"""Writing a report: the page and every table, all of it or nothing."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import Final

from dualib.csv_text import write_csv, write_file
from dualib.errors import BadInput
from dualib.language import Text
from dualib.report.blocks import Cell, Report, Table
from dualib.report.html import to_html

__all__ = ["write_report"]

_MADE_UP = Text("påhittade personer", "made-up persons")


#: A number as readers of a language see it: with spaces or commas between thousands, and a minus sign.
_NUMBER: Final = {
    "sv": re.compile(r"−?\d{1,3}(\N{NO-BREAK SPACE}\d{3})*(,\d+)?|−?\d+(,\d+)?"),
    "en": re.compile(r"−?\d{1,3}(,\d{3})*(\.\d+)?|−?\d+(\.\d+)?"),
}


def _plain(cell: Cell, language: str, numeric: bool) -> object:
    """Return a cell for a spreadsheet: numbers as it reads them, lines joined."""
    if not isinstance(cell, Text):
        return cell
    said = cell.say(language)
    if numeric and _NUMBER[language].fullmatch(said):
        return said.replace("−", "-").replace("\N{NO-BREAK SPACE}" if language == "sv" else ",", "")
    return said.replace("\n", "; ")


def _write_table(table: Table, path: Path, language: str) -> None:
    header = [head.say(language) for head in table.header]
    rows = [
        [_plain(cell, language, number in table.numeric) for number, cell in enumerate(row)]
        for row in table.rows
    ]
    if table.ids:
        header = ["id", *header]
        rows = [[name, *row] for name, row in zip(table.ids, rows, strict=True)]
    if table.illustration:
        # The label travels with every row, also when the file is cut up or pasted elsewhere.
        header.append(Text("underlag", "basis").say(language))
        rows = [[*row, _MADE_UP.say(language)] for row in rows]
    swedish = language == "sv"
    write_csv(path, header, rows, separator=";" if swedish else ",", bom=True)


def write_report(report: Report, folder: str | Path, language: str = "sv") -> Path:
    """Write a report as ``<id>.html`` (``<id>.en.html`` in English) with a folder of CSV files beside it.

    Everything is made in a temporary folder first, so a report is there whole or, after an error, as it was. In the
    folder of tables, other files than CSV stay.

    Returns
    -------
    Path
        The page.

    Raises
    ------
    BadInput
        If the folder is a file or cannot be written to, or something else stands where the report would.
    """
    target = Path(folder)
    if target.exists() and not target.is_dir():
        raise BadInput(f"out is {target}, a file: expected a folder")
    name = report.id if language == "sv" else f"{report.id}.{language}"
    page, tables = target / f"{name}.html", target / f"{name}-csv"
    if page.is_dir():
        raise BadInput(
            f"{page} is a folder, and the report would stand there: move it, or name another folder"
        )
    if tables.exists() and not tables.is_dir():
        raise BadInput(
            f"{tables} is a file, and the tables would stand there: move it, or name another folder"
        )
    try:
        target.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target, prefix=".dualib-") as workshop:
            made = Path(workshop) / "csv"
            made.mkdir()
            for table in report.tables():
                _write_table(table, made / f"{table.id}.csv", language)
            written = write_file(
                Path(workshop) / "page", to_html(report, language, csv_folder=tables.name)
            )
            if tables.exists():
                for kept in tables.iterdir():
                    if kept.suffix != ".csv":  # not ours
                        shutil.move(kept, made / kept.name)
                tables.rename(Path(workshop) / "before")
            made.rename(tables)
            os.replace(written, page)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise BadInput(
            f"out is {target}, where the report cannot be written ({why}): close its files in other programs, "
            "or name another folder"
        ) from error
    return page
