"""Write files whole or not at all, and CSV that a spreadsheet does not mistake for formulas."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Final

from dualib.errors import BadInput
from dualib.language import Text
from dualib.messages import message
from dualib.scalars import plain

__all__ = ["csv_text", "safe_cell", "write_csv", "write_file"]

_FORMULA: Final = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\N{FULLWIDTH EQUALS SIGN}",
    "\N{FULLWIDTH PLUS SIGN}",
)
_HARMLESS = re.compile(r"[-+]?\d+(?:[.,]\d+)?")


def safe_cell(value: object, *, decimal: str = ".") -> str:
    """Return a value as a cell: text that a spreadsheet would run as a formula gets an apostrophe before it.

    Numbers are written as numbers, negative ones too; a fraction must be a finite decimal; None is an empty cell; dates
    are ISO; yes and no are ``true`` and ``false``.

    Raises
    ------
    BadInput
        If it is a text in two languages, or a fraction without a finite decimal.

    Examples
    --------
    >>> safe_cell("=HYPERLINK(1)"), safe_cell(-5), safe_cell(Fraction(53, 4), decimal=",")
    ("'=HYPERLINK(1)", '-5', '13,25')
    """
    value = plain(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Text):
        raise BadInput(message("ground/cell-in-two-languages", value=value))
    if isinstance(value, Fraction):
        value = _finite(value)
    if isinstance(value, (int, float, Decimal)):
        written = format(value, "f") if isinstance(value, Decimal) else str(value)
        return written.replace(".", decimal)
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    if text.lstrip(" \N{NO-BREAK SPACE}").startswith(_FORMULA) and not _HARMLESS.fullmatch(text):
        return f"'{text}"
    return text


def _finite(value: Fraction) -> Decimal:
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        raise BadInput(message("ground/no-finite-decimal", value=value))
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    return Decimal((value * 10**places).numerator).scaleb(-places)


def write_file(path: str | Path, content: str | bytes) -> Path:
    """Write a file whole or not at all: into a temporary file beside it, then in its place.

    Returns
    -------
    Path
        Where it was written; folders on the way are made.

    Examples
    --------
    >>> import tempfile
    >>> write_file(Path(tempfile.mkdtemp()) / "report.txt", "787").read_text()
    '787'
    """
    place = Path(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.{os.getpid()}.part")
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        beside.write_bytes(data)
        os.replace(beside, place)
    finally:
        beside.unlink(missing_ok=True)
    return place


def write_csv(
    path: str | Path,
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    separator: str = ",",
    bom: bool = False,
) -> Path:
    """Write a CSV file in UTF-8, whole or not at all, with every cell safe to open in a spreadsheet.

    Parameters
    ----------
    path
        Where; a file there is replaced.
    header, rows
        Column names, and rows of as many values (:func:`safe_cell` says how each is written).
    separator
        ``,`` or ``;`` (what a Swedish Excel expects; numbers then get a decimal comma) or a tab.
    bom
        Whether to begin with a byte-order mark, by which Excel knows UTF-8.

    Raises
    ------
    BadInput
        If a row has another number of cells than the header, or the separator is another.

    Examples
    --------
    >>> import tempfile
    >>> file = write_csv(Path(tempfile.mkdtemp()) / "a.csv", ["sex", "fte"], [["woman", 1.5]], separator=";")
    >>> print(file.read_text())
    sex;fte
    woman;1,5
    <BLANKLINE>
    """
    return write_file(
        path,
        ("\N{ZERO WIDTH NO-BREAK SPACE}" if bom else "")
        + csv_text(header, rows, separator=separator),
    )


def csv_text(
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    separator: str = ",",
    verbatim: bool = False,
) -> str:
    """Return what :func:`write_csv` writes, as text.

    Parameters
    ----------
    header, rows, separator
        As :func:`write_csv` takes them.
    verbatim
        Whether texts are kept as they are, for files that a program reads back.

    Raises
    ------
    BadInput
        If a row has another number of cells than the header, or the separator is another.

    Examples
    --------
    >>> csv_text(["a", "b"], [["=1+1", 2]])
    "a,b\\n'=1+1,2\\n"
    """
    if separator not in (",", ";", "\t"):
        raise BadInput(
            message(
                "ground/not-one-of", name="separator", value=separator, choices=(",", ";", "\t")
            )
        )
    decimal = "," if separator == ";" else "."
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=separator, lineterminator="\n")
    writer.writerow([safe_cell(name) for name in header])
    for at, row in enumerate(rows, start=1):
        if len(row) != len(header):
            raise BadInput(
                message("ground/uneven-row", row=at, cells=len(row), expected=len(header))
            )
        writer.writerow(
            value if verbatim and isinstance(value, str) else safe_cell(value, decimal=decimal)
            for value in row
        )
    return buffer.getvalue()
