"""Read the user's tables: CSV as Swedish Excel writes it, and Parquet, with all their faults."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import attrs
import numpy as np

from dualib.errors import BadData, BadInput, Problem
from dualib.files.dialect import Dialect, decimal_sign, decoded, sniffed
from dualib.frames import RawColumn, parquet_batches
from dualib.messages import Message, message

__all__ = ["FileTable", "read_table"]

#: A column's cells, and the distinct ones among them.
Cells = tuple[Sequence[str], Collection[str]]
#: How many lines of a file are held at a time.
_LINES = 65536


@attrs.frozen(eq=False)
class FileTable:
    """A table as it was read.

    Attributes
    ----------
    name
        The file's name, which messages use.
    columns
        The columns by name; every cell of a CSV is text, an empty cell an empty text.
    dialect
        How a CSV was written; None for Parquet.
    notes
        What was read in a way that the reader should know of.

    Examples
    --------
    >>> FileTable("a.csv", {"id": RawColumn.of(["1", "2"])}).records()
    [{'id': '1'}, {'id': '2'}]
    """

    name: str
    columns: Mapping[str, RawColumn]
    dialect: Dialect | None = None
    notes: tuple[Message, ...] = ()

    @property
    def size(self) -> int:
        """The number of rows."""
        return next((len(column.values) for column in self.columns.values()), 0)

    def records(self) -> list[dict[str, Any]]:
        """Return the rows as mappings, cells as they were read."""
        listed = [column.values.tolist() for column in self.columns.values()]
        return [dict(zip(self.columns, cells)) for cells in zip(*listed)]


def read_table(path: str | Path) -> FileTable:
    """Read a CSV file (``.csv``, ``.txt``, ``.tsv``) or a Parquet file (``.parquet``, ``.pq``).

    A CSV may be separated by semicolons, commas, tabs or ``|``, and encoded in UTF-8 (with or without a byte-order
    mark), UTF-16 or Windows-1252; what was found is stated in :attr:`FileTable.dialect` and
    :attr:`FileTable.notes`.

    Raises
    ------
    BadInput
        If there is no such file, it is empty, or it is not text.
    BadData
        With every row that has too many or too few cells, and every column name used twice.
    MissingExtraError
        For Parquet without pyarrow.

    Examples
    --------
    >>> read_table("nothing.csv")
    Traceback (most recent call last):
    ...
    dualib.errors.BadInput: nothing.csv: there is no such file
    """
    place = Path(path)
    if place.is_dir():
        raise BadInput(message("files/is-a-folder", path=place))
    if not place.is_file():
        raise BadInput(message("ground/no-such-file", path=place))
    ending = place.suffix.lower()
    if ending in (".parquet", ".pq"):
        return _parquet(place)
    if ending not in (".csv", ".txt", ".tsv"):
        if not ending:
            raise BadInput(message("files/no-ending", path=place))
        raise BadInput(message("files/ending", path=place, ending=ending))
    return _csv(place)


def _parquet(path: Path) -> FileTable:
    batches = list(parquet_batches(path))
    if not batches:
        raise BadData([Problem(path.name, message("files/no-rows"))])
    columns = {}
    for name in batches[0]:
        parts = [batch[name] for batch in batches]
        missing = [
            np.zeros(len(p.values), dtype=bool) if p.missing is None else p.missing for p in parts
        ]
        columns[name] = RawColumn(
            np.concatenate([p.values for p in parts]), np.concatenate(missing)
        )
    return FileTable(path.name, columns)


def _csv(path: Path) -> FileTable:
    text, encoding = decoded(path.read_bytes(), path.name)
    dialect, text = sniffed(text, encoding)
    read = _whole(text, dialect)
    return (
        _as_given(text, dialect, path.name)
        if read is None
        else _table(path.name, *read, dialect, [])
    )


def _whole(text: str, dialect: Dialect) -> tuple[list[str], list[Cells]] | None:
    """Return the header and the columns of a file without faults, blank lines at its end or none; else None.

    Few lines are held at a time, and equal cells of a column are one object.
    """
    reader = _reader(text, dialect)
    try:
        header = next(row for row in reader if any(map(str.strip, row)))
        listed: list[list[str]] = [[] for _ in header]
        distinct: list[dict[str, str]] = [{} for _ in header]
        last = header
        while lines := list(islice(reader, _LINES)):
            if set(map(len, lines)) != {len(header)} or not all(map(any, lines)):
                return None
            last = lines[-1]
            for column, found, values in zip(listed, distinct, zip(*lines), strict=True):
                column.extend(map(found.setdefault, values, values))
    except (StopIteration, csv.Error):
        return None
    header = [name.strip() for name in header]
    if not any(map(str.strip, last)) or len({*header} - {""}) < len(
        [name for name in header if name]
    ):
        return None
    return header, [(column, found.keys()) for column, found in zip(listed, distinct, strict=True)]


def _as_given(text: str, dialect: Dialect, name: str) -> FileTable:
    """Return the table of a file that has blank lines, or raise all its faults."""
    rows = _rows(text, dialect, name)
    while rows and not any(map(str.strip, rows[0])):
        del rows[0]
    if not rows:
        raise BadData([Problem(name, message("files/empty"))])
    header = [column.strip() for column in rows.pop(0)]
    notes: list[Message] = []
    trailing = 0
    while rows and not any(map(str.strip, rows[-1])):
        del rows[-1]
        trailing += 1
    if trailing:
        notes.append(message("files/note-empty-rows", file=name, count=trailing))
    problems = _faults(header, rows, name)
    if problems:
        raise BadData(problems)
    cells = list(zip(*rows)) if rows else [()] * len(header)
    return _table(name, header, [(values, set(values)) for values in cells], dialect, notes)


def _table(
    file: str,
    header: Sequence[str],
    cells: list[Cells],
    dialect: Dialect,
    notes: Sequence[Message],
) -> FileTable:
    """Return columns as a table; the remarks on them begin with the dialect."""
    columns: dict[str, RawColumn] = {}
    kept: set[str] = set()
    for place, name in enumerate(header):
        values, distinct = cells[place]
        cells[place] = (), ()  # a column is held once
        if not name and not any(
            map(str.strip, distinct)
        ):  # Excel keeps the separators of columns emptied by hand
            continue
        columns[name] = RawColumn(np.array(values, dtype=object))
        kept.update(cell for cell in distinct if "," in cell or "." in cell)
    if "" in columns:
        unnamed = message("files/unnamed-column", place=header.index("") + 1)
        raise BadData([Problem(file, unnamed)])
    problems = _apart(header, columns, file)
    if problems:
        raise BadData(problems)
    dialect = attrs.evolve(dialect, decimal=decimal_sign(kept, dialect.separator))
    return FileTable(file, columns, dialect, (dialect.remark(file), *notes))


def _reader(text: str, dialect: Dialect) -> Any:
    # A StringIO would take four bytes a letter.
    lines = io.TextIOWrapper(io.BytesIO(text.encode("utf-8")), "utf-8", newline="")
    return csv.reader(lines, delimiter=dialect.separator, strict=True)


def _rows(text: str, dialect: Dialect, name: str) -> list[list[str]]:
    reader = _reader(text, dialect)
    try:
        return list(reader)
    except csv.Error:
        raise BadInput(message("files/unreadable-line", file=name, line=reader.line_num)) from None


def _apart(header: Sequence[str], columns: Mapping[str, RawColumn], name: str) -> list[Problem]:
    """Report a sign that divides every line of a single column alike: an unknown separator."""
    if len(header) == 1:
        for sign in "^~:¦":
            if sign in header[0] and {cell.count(sign) for cell in columns[header[0]].values} <= {
                header[0].count(sign)
            }:
                return [Problem(name, message("files/other-separator", sign=sign))]
    return []


def _faults(header: Sequence[str], rows: Sequence[Sequence[str]], name: str) -> list[Problem]:
    problems = [
        Problem(
            name,
            message("files/columns-called-alike", count=count, name=column),
            column=column,
        )
        for column, count in Counter(header).items()
        if count > 1 and column
    ]
    width = len(header)
    if set(map(len, rows)) <= {width} and all(map(any, rows)):
        return problems
    for at, row in enumerate(rows, start=1):
        if not any(map(str.strip, row)):
            problems.append(Problem(name, message("files/empty-row"), at))
        elif len(row) != width:
            uneven = message("files/uneven-row", cells=len(row), expected=width)
            problems.append(Problem(name, uneven, at))
    return problems
