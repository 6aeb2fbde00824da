"""Writing a report: the page and every table, all of it or nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from dualib.csv_text import write_file
from dualib.errors import BadInput
from dualib.messages import message
from dualib.report.blocks import Report
from dualib.report.html import to_html
from dualib.tabular import in_format

__all__ = ["write_report"]


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
        If the folder is a file or cannot be written to, or something else is where the report
        would be.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from dualib.report import Inputs, build_report
    >>> report = build_report(Inputs(municipality="Hammarö"))
    >>> with TemporaryDirectory() as folder:
    ...     write_report(report, folder, "en").name
    'hammaro.en.html'
    """
    target = Path(folder)
    if target.exists() and not target.is_dir():
        raise BadInput(message("report/out-is-a-file", path=target))
    name = report.id if language == "sv" else f"{report.id}.{language}"
    page, tables = target / f"{name}.html", target / f"{name}-csv"
    if page.is_dir():
        raise BadInput(message("report/page-is-a-folder", path=page))
    if tables.exists() and not tables.is_dir():
        raise BadInput(message("report/tables-is-a-file", path=tables))
    try:
        target.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target, prefix=".dualib-") as workshop:
            made = Path(workshop) / "csv"
            made.mkdir()
            for table in report.tables():
                write_file(made / f"{table.id}.csv", in_format(table, "spreadsheet", language))
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
        raise BadInput(message("report/not-written", path=target, why=why)) from error
    return page
