"""Reading one CSV file of an agreement, as dualib or as Swedish Excel writes it, and checking it cell by cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import attrs

from dualib.errors import BadInput, Problem, nearest
from dualib.files.dialect import decoded, sniffed
from dualib.local_agreements.folder.faults import Faults
from dualib.local_agreements.folder.schema import KINDS, Column, SheetSpec
from dualib.messages import Message, message

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


def _check_cell(column: Column, text: str) -> Message | None:
    """Return what is wrong with one cell, or None."""
    if not text:
        return message("agreements/cell-empty", column=column.name) if column.required else None
    if column.kind == "choice":
        if text in column.choices:
            return None
        return message(
            "agreements/cell-not-a-choice",
            column=column.name,
            value=text,
            known=column.choices,
            near=nearest(text, column.choices),
        )
    return None if column.kind == "text" else KINDS[column.kind](column.name, text)


def _check_header(name: str, header: list[str], spec: SheetSpec, faults: Faults) -> None:
    for column in dict.fromkeys(header):
        if column not in spec.header:
            faults.add(
                name,
                None,
                "column-unknown",
                title=column,
                known=tuple(spec.header),
                near=nearest(column, spec.header),
            )
        elif header.count(column) > 1:
            faults.add(name, None, "column-twice", title=column)
    for wanted in spec.columns:
        if wanted.required and wanted.name not in header:
            faults.add(name, None, "column-missing", title=wanted.name)


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
        faults.add(name, None, "not-text")
        return Sheet(name, readable=False)
    text = sniffed(text, encoding)[1]  # without Excel's own line sep=;
    first = next(
        (line for line in text.splitlines() if line.strip() and not line.startswith("#")), ""
    )
    if not first:
        faults.add(name, None, "empty")
        return Sheet(name, readable=False)
    dialect = sniffed(first, encoding)[0].separator
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=dialect, strict=True))
    except csv.Error:
        faults.add(name, None, "open-quotation")
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
                name, number, "cells", cells=len(record), expected=len(header), separator=dialect
            )
            continue
        for column in spec.columns:
            wrong = _check_cell(column, cells[column.name])
            if wrong is not None:
                faults.found.append(Problem(name, wrong, number, column.name))
        if len(faults.found) == before:
            rows.append((number, cells))
    return Sheet(name, tuple(rows), dialect, frozenset(named), len(faults.found) == start_of_rows)
