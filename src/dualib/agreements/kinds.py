"""What a cell of each kind must look like, and the words for one that does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from dualib.agreements.printed import number_fault
from dualib.language import Text

__all__ = ["KINDS", "PATTERNS"]

_NUMBER: Final = r"[-−+]?(\d{1,3}([ \u00a0\u202f\u2009]\d{3})+|\d+)([.,]\d+)?"
_DAY: Final = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"

PATTERNS: Final[Mapping[str, str]] = {
    "id": r"[a-z0-9._:-]+",
    "ids": r"[a-z0-9._:-]+( +[a-z0-9._:-]+)*",
    "number": _NUMBER,
    "whole": r"\d{1,9}",
    "date": r"\d{4}-\d{2}-\d{2}",
    "period": rf"{_DAY}(/{_DAY})?",
}
"""What the text of a cell must look like, by kind of column; a cell that may be empty may also be the empty text."""


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10


def _whole(kind: str) -> Callable[[str], object]:
    return re.compile(PATTERNS[kind], re.ASCII).fullmatch


def _must(holds: Callable[[str], object], sv: str, en: str) -> Callable[[str], Text | None]:
    def check(text: str) -> Text | None:
        return None if holds(text) else Text(f"{text!r} {sv}", f"{text!r} {en}")

    return check


KINDS: Final[Mapping[str, Callable[[str], Text | None]]] = {
    "id": _must(
        _whole("id"),
        "är inget id: använd bara a-z, 0-9 och . _ : -",
        "is no id: use only a-z, 0-9 and . _ : -",
    ),
    "ids": _must(
        _whole("ids"),
        "är inga id: använd a-z, 0-9 och . _ : - med mellanslag emellan",
        "are no ids: use a-z, 0-9 and . _ : - with spaces between",
    ),
    "number": number_fault,
    "whole": _must(
        _whole("whole"),
        "är inget helt tal: skriv bara siffror",
        "is no whole number: write digits only",
    ),
    "date": _must(
        _is_date,
        "är inget datum: skriv år-månad-dag, såsom 2018-12-31",
        "is no date: write year-month-day, such as 2018-12-31",
    ),
    "period": _must(
        _whole("period"),
        "är ingen tid: skriv 2015, 2015-05, 2018-12-31 eller 2017/2018",
        "is no period: write 2015, 2015-05, 2018-12-31 or 2017/2018",
    ),
}
"""By kind of column: a function that returns what is wrong with the text of a cell, or None."""
