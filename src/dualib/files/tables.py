"""Reading the user's tables: CSV as Swedish Excel writes it, and Parquet; all faulty rows reported together."""

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

from dualib.errors import BadData, BadInput, Problem, how_many
from dualib.files.dialect import Dialect, decimal_sign, decoded, sniffed
from dualib.frames import RawColumn, parquet_batches
from dualib.language import Text
from dualib.person.values import shown

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
    notes: tuple[Text, ...] = ()

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
        If there is no such file, it is empty, or it is no text.
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
    if not place.is_file():
        what = "is a folder: expected a file" if place.is_dir() else "there is no such file"
        raise BadInput(f"{place}: {what}")
    ending = place.suffix.lower()
    if ending in (".parquet", ".pq"):
        return _parquet(place)
    if ending not in (".csv", ".txt", ".tsv"):
        raise BadInput(
            f"{place}: ends in {ending or 'nothing'}: expected .csv, .txt, .tsv or .parquet"
        )
    return _csv(place)


def _parquet(path: Path) -> FileTable:
    batches = list(parquet_batches(path))
    if not batches:
        raise BadData([Problem(path.name, "has no rows: expected a row a person, spell or figure")])
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
    """Return the table of a file that has blank lines, or tell all its faults."""
    rows = _rows(text, dialect, name)
    while rows and not any(map(str.strip, rows[0])):
        del rows[0]
    if not rows:
        raise BadData([Problem(name, "is empty: expected a header line and rows")])
    header = [column.strip() for column in rows.pop(0)]
    notes: list[Text] = []
    trailing = 0
    while rows and not any(map(str.strip, rows[-1])):
        del rows[-1]
        trailing += 1
    if trailing:
        notes.append(
            Text(
                f"Tomma rader sist i filen utelämnades: {trailing}.",
                f"Empty rows at the end left out: {trailing}.",
            )
        )
    problems = _faults(header, rows, name)
    if problems:
        raise BadData(problems)
    cells = list(zip(*rows)) if rows else [()] * len(header)
    return _table(name, header, [(values, set(values)) for values in cells], dialect, notes)


def _table(
    file: str, header: Sequence[str], cells: list[Cells], dialect: Dialect, notes: Sequence[Text]
) -> FileTable:
    """Return columns as a table; what is told of them begins with the dialect."""
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
        raise BadData(
            [Problem(file, f"column {header.index('') + 1} has cells but no name in the header")]
        )
    problems = _apart(header, columns, file)
    if problems:
        raise BadData(problems)
    dialect = attrs.evolve(dialect, decimal=decimal_sign(kept, dialect.separator))
    told = [dialect.words, *notes]
    return FileTable(
        file,
        columns,
        dialect,
        tuple(Text(f"{file}: {note.sv}", f"{file}: {note.en}") for note in told),
    )


def _reader(text: str, dialect: Dialect) -> Any:
    # A StringIO would take four bytes a letter.
    lines = io.TextIOWrapper(io.BytesIO(text.encode("utf-8")), "utf-8", newline="")
    return csv.reader(lines, delimiter=dialect.separator, strict=True)


def _rows(text: str, dialect: Dialect, name: str) -> list[list[str]]:
    reader = _reader(text, dialect)
    try:
        return list(reader)
    except csv.Error as error:
        raise BadInput(
            f"{name}: line {reader.line_num} cannot be read ({error}): expected quotes only around a whole cell, "
            'a quote inside it doubled ("")'
        ) from None


def _apart(header: Sequence[str], columns: Mapping[str, RawColumn], name: str) -> list[Problem]:
    """Tell of a sign that divides every line of a single column alike: a separator that is not known."""
    if len(header) == 1:
        for sign in "^~:¦":
            if sign in header[0] and {cell.count(sign) for cell in columns[header[0]].values} <= {
                header[0].count(sign)
            }:
                expected = "expected semicolons, commas, tabs or |; save the file as CSV UTF-8"
                return [Problem(name, f"seems to be separated by {sign}: {expected}")]
    return []


def _faults(header: Sequence[str], rows: Sequence[Sequence[str]], name: str) -> list[Problem]:
    problems = [
        Problem(name, f"{count} columns are called {shown(column)}: expected different names")
        for column, count in Counter(header).items()
        if count > 1 and column
    ]
    width = len(header)
    if set(map(len, rows)) <= {width} and all(map(any, rows)):
        return problems
    for at, row in enumerate(rows, start=1):
        if not any(map(str.strip, row)):
            problems.append(
                Problem(name, "is empty: expected a row of data, or the line removed", at)
            )
        elif len(row) != width:
            problems.append(
                Problem(
                    name, f"has {how_many(len(row), 'cell')}: expected {width} as in the header", at
                )
            )
    return problems
