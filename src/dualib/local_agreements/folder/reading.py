"""Reading one CSV file of an agreement, as dualib or as Swedish Excel writes it, and checking it cell by cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import attrs

from dualib.errors import BadInput
from dualib.files.dialect import decoded, sniffed
from dualib.language import Text
from dualib.local_agreements.folder.faults import Faults, nearest
from dualib.local_agreements.folder.schema import KINDS, Column, SheetSpec

__all__ = ["Row", "Sheet", "read_sheet"]

Row = tuple[int, Mapping[str, str]]


@attrs.frozen
class Sheet:
    """The rows of one file: pairs of row number (1 is the first under the header) and cells by column.

    ``dialect`` is the separator found: ``","``, a tab or, as Swedish Excel writes, ``";"``. Rows with faults are left
    out, but their ids (or keys) are among ``named`` and ``complete`` is False, so that one fault is not told again
    where its row is missed; ``readable`` is False where no row could be read at all.
    """

    name: str
    rows: tuple[Row, ...] = ()
    dialect: str = ","
    named: frozenset[str] = frozenset()
    complete: bool = True
    readable: bool = True


def _check_cell(column: Column, text: str) -> Text | None:
    """Return what is wrong with one cell, or None."""
    if not text:
        return Text("är tom: fyll i den", "is empty: fill it in") if column.required else None
    if column.kind == "choice":
        if text in column.choices:
            return None
        sv, en = nearest(text, column.choices)
        known = ", ".join(column.choices)
        return Text(
            f"{text!r} finns inte: välj bland {known}.{sv}",
            f"{text!r} is unknown: choose among {known}.{en}",
        )
    return None if column.kind == "text" else KINDS[column.kind](text)


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
                name,
                None,
                f"kolumnen {column} finns flera gånger",
                f"the column {column} is there more than once",
            )
    for wanted in spec.columns:
        if wanted.required and wanted.name not in header:
            faults.add(
                name, None, f"kolumnen {wanted.name} saknas", f"the column {wanted.name} is missing"
            )


def read_sheet(name: str, data: bytes, spec: SheetSpec, faults: Faults) -> Sheet:
    """Read one file and add to ``faults`` whatever is wrong with its header and cells.

    Parameters
    ----------
    name : str
        The file as the reader knows it, for messages.
    data : bytes
        UTF-8, with or without a byte-order mark, UTF-16 or Windows-1252; commas, tabs, or semicolons as Swedish Excel
        writes. Rows that start with ``#`` are comments; empty rows are skipped.
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
    >>> from dualib.local_agreements.folder.schema import SHEETS
    >>> faults = Faults()
    >>> sheet = read_sheet("money.csv", b"id;item;value;unit;place\\na;cost;500;tkr;s. 1", SHEETS["money"], faults)
    >>> sheet.dialect, sheet.rows[0][1]["value"], faults.found
    (';', '500', [])
    """
    try:
        text, encoding = decoded(data, name)
    except BadInput:
        faults.add(
            name, None, "är ingen text: spara som CSV UTF-8", "is not text: save it as CSV UTF-8"
        )
        return Sheet(name, readable=False)
    text = sniffed(text, encoding)[1]  # without Excel's own line sep=;
    first = next(
        (line for line in text.splitlines() if line.strip() and not line.startswith("#")), ""
    )
    if not first:
        faults.add(
            name,
            None,
            "är tom: första raden ska namnge kolumnerna",
            "is empty: the first row names the columns",
        )
        return Sheet(name, readable=False)
    dialect = sniffed(first, encoding)[0].separator
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=dialect, strict=True))
    except csv.Error:
        faults.add(
            name,
            None,
            'ett citattecken " är öppnat men inte stängt, eller står mitt i en cell',
            'a quotation mark " is opened but not closed, or stands inside a cell',
        )
        return Sheet(name, dialect=dialect, readable=False)
    start = next(
        i
        for i, record in enumerate(records)
        if "".join(record).strip() and not record[0].startswith("#")
    )
    header = [cell.strip() for cell in records[start]]
    before = len(faults.found)
    _check_header(name, header, spec, faults)
    if len(faults.found) > before:
        return Sheet(name, dialect=dialect, readable=False)
    rows, named = [], set()
    start_of_rows = len(faults.found)
    for number, record in enumerate(records[start + 1 :], start=1):
        if not "".join(record).strip() or record[0].startswith("#"):
            continue
        before = len(faults.found)
        cells = dict.fromkeys(spec.header, "") | {
            key: cell.strip() for key, cell in zip(header, record, strict=False)
        }
        named.add(cells[spec.header[0]])
        if len(record) > len(header):
            faults.add(
                name,
                number,
                f"har {len(record)} celler, rubriken {len(header)}: sätt citattecken om cellen med {dialect!r}",
                f"has {len(record)} cells, the header {len(header)}: put quotes around the cell with {dialect!r}",
            )
            continue
        for column in spec.columns:
            wrong = _check_cell(column, cells[column.name])
            if wrong is not None:
                faults.add(
                    name,
                    number,
                    f"kolumn {column.name}: {wrong.sv}",
                    f"column {column.name}: {wrong.en}",
                )
        if len(faults.found) == before:
            rows.append((number, cells))
    return Sheet(name, tuple(rows), dialect, frozenset(named), len(faults.found) == start_of_rows)
