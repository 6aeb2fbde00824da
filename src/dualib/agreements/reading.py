"""Reading one CSV file of an agreement, as dualib or as Swedish Excel writes it, and checking it cell by cell."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

import attrs

from dualib.agreements.faults import Faults, nearest
from dualib.agreements.printed import number_fault
from dualib.agreements.schema import Column, ColumnKind, SheetSpec
from dualib.language import Text

__all__ = ["Sheet", "read_sheet"]

Row = tuple[int, Mapping[str, str]]

_DAY = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_PERIOD: Final = re.compile(rf"{_DAY}(/{_DAY})?", re.ASCII)
_IDS: Final = re.compile(r"[a-z0-9._:-]+( +[a-z0-9._:-]+)*", re.ASCII)


@attrs.frozen
class Sheet:
    """The rows of one file: pairs of row number (1 is the first under the header) and cells by column.

    ``dialect`` is the separator found: ``","`` or, as Swedish Excel writes, ``";"``.
    """

    name: str
    rows: tuple[Row, ...] = ()
    dialect: str = ","


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10


def _must(holds: Callable[[str], object], sv: str, en: str) -> Callable[[str], Text | None]:
    def check(text: str) -> Text | None:
        return None if holds(text) else Text(f"{text!r} {sv}", f"{text!r} {en}")

    return check


_CHECKS: Final[Mapping[ColumnKind, Callable[[str], Text | None]]] = {
    "id": _must(
        lambda text: _IDS.fullmatch(text) and " " not in text,
        "är inget id: använd bara a-z, 0-9 och . _ : -",
        "is no id: use only a-z, 0-9 and . _ : -",
    ),
    "ids": _must(
        _IDS.fullmatch,
        "är inga id: använd a-z, 0-9 och . _ : - med mellanslag emellan",
        "are no ids: use a-z, 0-9 and . _ : - with spaces between",
    ),
    "number": number_fault,
    "whole": _must(
        re.compile(r"\d{1,9}", re.ASCII).fullmatch,
        "är inget helt tal: skriv bara siffror",
        "is no whole number: write digits only",
    ),
    "date": _must(
        _is_date,
        "är inget datum: skriv år-månad-dag, såsom 2018-12-31",
        "is no date: write year-month-day, such as 2018-12-31",
    ),
    "period": _must(
        _PERIOD.fullmatch,
        "är ingen tid: skriv 2015, 2015-05, 2018-12-31 eller 2017/2018",
        "is no period: write 2015, 2015-05, 2018-12-31 or 2017/2018",
    ),
}


def _check_cell(column: Column, text: str) -> Text | None:
    """Return what is wrong with one cell, or None."""
    if not text:
        return Text("är tom: fyll i den", "is empty: fill it in") if column.required else None
    if column.kind == "choice":
        if text in column.choices:
            return None
        sv, en = nearest(text, column.choices)
        known = ", ".join(column.choices)
        return Text(f"{text!r} finns inte: välj bland {known}.{sv}", f"{text!r} is unknown: choose among {known}.{en}")
    return None if column.kind == "text" else _CHECKS[column.kind](text)


def _check_header(name: str, header: list[str], spec: SheetSpec, faults: Faults) -> None:
    for column in dict.fromkeys(header):
        if column not in spec.header:
            sv, en = nearest(column, spec.header)
            known = ", ".join(spec.header)
            faults.add(
                name,
                None,
                f"okänd kolumn {column!r}: kolumnerna är {known}.{sv}",
                f"unknown column {column!r}: the columns are {known}.{en}",
            )
        elif header.count(column) > 1:
            faults.add(
                name, None, f"kolumnen {column} finns flera gånger", f"the column {column} is there more than once"
            )
    for wanted in spec.columns:
        if wanted.required and wanted.name not in header:
            faults.add(name, None, f"kolumnen {wanted.name} saknas", f"the column {wanted.name} is missing")


def read_sheet(name: str, data: bytes, spec: SheetSpec, faults: Faults) -> Sheet:
    """Read one file and add to ``faults`` whatever is wrong with its header and cells.

    Parameters
    ----------
    name : str
        The file as the reader knows it, for messages.
    data : bytes
        UTF-8, with or without a byte-order mark; commas, or semicolons as Swedish Excel writes. Rows that start with
        ``#`` are comments; empty rows are skipped.
    spec : SheetSpec
        The columns it should have. A column that may be empty may also be left out.
    faults : Faults
        Where faults are collected.

    Returns
    -------
    Sheet
        Only the rows without faults of their own, so that later checks build on sound cells.

    Examples
    --------
    >>> from dualib.agreements.schema import SHEETS
    >>> faults = Faults()
    >>> sheet = read_sheet("money.csv", b"id;item;value;unit;place\\na;cost;500;tkr;s. 1", SHEETS["money"], faults)
    >>> sheet.dialect, sheet.rows[0][1]["value"], faults.found
    (';', '500', [])
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        faults.add(name, None, "är inte UTF-8: spara som CSV UTF-8", "is not UTF-8: save it as CSV UTF-8")
        return Sheet(name)
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    if not first:
        faults.add(
            name, None, "är tom: första raden ska namnge kolumnerna", "is empty: the first row names the columns"
        )
        return Sheet(name)
    dialect = ";" if first.count(";") > first.count(",") else ","
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=dialect, strict=True))
    except csv.Error:
        faults.add(
            name,
            None,
            'ett citattecken " är öppnat men inte stängt, eller står mitt i en cell',
            'a quotation mark " is opened but not closed, or stands inside a cell',
        )
        return Sheet(name, dialect=dialect)
    start = next(i for i, record in enumerate(records) if "".join(record).strip() and not record[0].startswith("#"))
    header = [cell.strip() for cell in records[start]]
    before = len(faults.found)
    _check_header(name, header, spec, faults)
    if len(faults.found) > before:
        return Sheet(name, dialect=dialect)
    rows = []
    for number, record in enumerate(records[start + 1 :], start=1):
        if not "".join(record).strip() or record[0].startswith("#"):
            continue
        before = len(faults.found)
        if len(record) > len(header):
            faults.add(
                name,
                number,
                f"har {len(record)} celler, rubriken {len(header)}: sätt citattecken om den cell som innehåller {dialect!r}",
                f"has {len(record)} cells, the header {len(header)}: put quotes around the cell that holds {dialect!r}",
            )
            continue
        cells = dict.fromkeys(spec.header, "") | {key: cell.strip() for key, cell in zip(header, record, strict=False)}
        for column in spec.columns:
            wrong = _check_cell(column, cells[column.name])
            if wrong is not None:
                faults.add(name, number, f"kolumn {column.name}: {wrong.sv}", f"column {column.name}: {wrong.en}")
        if len(faults.found) == before:
            rows.append((number, cells))
    return Sheet(name, tuple(rows), dialect)
