"""Read single values, as people write them in files and in code, into what the register holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

from dualib.dates import NEVER_DAY, from_day, to_day
from dualib.errors import BadInput, nearest
from dualib.messages import Near, message
from dualib.scalars import is_coarse, plain
from dualib.verdicts import Verdict
from dualib.vocabulary.facts import DISABILITY_CODES, NEVER, Fact, FactValue, Kind

__all__ = [
    "EARLIEST",
    "LATEST",
    "decode",
    "group",
    "is_missing",
    "parse",
    "parse_day",
    "whole",
]

EARLIEST: Final = date(1850, 1, 1)
LATEST: Final = date(2200, 12, 31)

YES_WORDS: Final = frozenset({"ja", "yes", "true", "sant", "1"})
NO_WORDS: Final = frozenset({"nej", "no", "false", "falskt", "0"})
NEVER_WORDS: Final = frozenset({"aldrig", "never"})
NONE_WORDS: Final = frozenset({"ingen", "none", "nej", "no", "false", "falskt", "0"})
ALSO: Final = {
    "sex": {"k": "woman", "kv": "woman", "f": "woman", "female": "woman", "m": "man", "male": "man"}
}

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?|(\d{4})(\d{2})(\d{2})")

_YEAR_LAST = re.compile(r"\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{2}|\d{4})")
_EXCEL = re.compile(r"[1-9][0-9]{4}")

#: What people write of a category, and the value that they mean by it.
MEANT: Final = {
    "education": {
        "högskola": "post_secondary",
        "högskoleutbildning": "post_secondary",
        "universitet": "post_secondary",
        "university": "post_secondary",
        "yrkeshögskola": "post_secondary",
        "eftergymnasial": "post_secondary",
        "gymnasium": "upper_secondary",
        "gymnasiet": "upper_secondary",
        "gymnasieskola": "upper_secondary",
        "gymnasial": "upper_secondary",
        "folkskola": "compulsory",
    }
}


def is_missing(value: Any) -> bool:
    """Return whether a Python value stands for "unknown": None, an empty text, NaN, NaT, a frame's NA or ``UNKNOWN``.

    >>> is_missing(None), is_missing(" "), is_missing(float("nan")), is_missing(False)
    (True, True, True, False)
    """
    value = plain(value)
    if value is None or value is Verdict.UNKNOWN:
        return True
    if isinstance(value, str):
        return not value.strip()
    if type(value).__name__ in ("NAType", "NaTType"):
        return True
    return isinstance(value, float) and value != value


def group(value: object) -> str:
    """Return the sort of a Python value in plain words, by which mixed columns are found."""
    value = plain(value)
    if isinstance(value, str):
        return "text"
    if isinstance(value, (bool, Verdict)):
        return "true/false"
    if isinstance(value, (int, float)):
        return "number"
    return "date" if isinstance(value, date) else type(value).__name__


def whole(value: object) -> int | None:
    """Return a whole number written as a number, else None."""
    value = plain(value)
    if isinstance(value, (bool, Verdict)):
        return None
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        return int(value)
    return None


def parse_day(value: Any, name: str) -> int:
    """Return a date, or ISO text of one, as a day number.

    Raises
    ------
    BadInput
        If it is not a date, or outside 1850-2200; the message begins with ``name``.

    Examples
    --------
    >>> parse_day("2015-05-31", "on"), parse_day(date(1970, 1, 2), "on")
    (16586, 1)
    """
    given, value = value, plain(value)
    if given is not value and is_coarse(given.dtype):
        raise BadInput(message("person/coarse-date", name=name, value=str(given)))
    if isinstance(value, datetime):
        if (value.hour, value.minute, value.second, value.microsecond) != (0, 0, 0, 0):
            raise BadInput(message("person/time-of-day", name=name, value=value))
        value = value.date()
    if isinstance(value, date):
        return _within(value, value, name)
    if not isinstance(value, str):
        raise BadInput(message("person/not-a-date", name=name, value=value))
    return _within(_written_day(value, name), value, name)


def _written_day(text: str, name: str) -> date:
    match = _DAY.fullmatch(text.strip())
    if match:
        parts = [int(part) for part in match.groups() if part is not None]
        try:
            return date(*parts)
        except ValueError:
            raise BadInput(message("person/not-in-calendar", name=name, value=text)) from None
    if _EXCEL.fullmatch(text.strip()):
        raise BadInput(message("person/excel-date", name=name, value=text))
    if _YEAR_LAST.fullmatch(text.strip()):
        raise BadInput(message("person/day-first", name=name, value=text))
    raise BadInput(message("person/not-a-date", name=name, value=text))


def _within(day: date, written: object, name: str) -> int:
    if not EARLIEST <= day <= LATEST:
        raise BadInput(message("person/unlikely-date", name=name, value=written))
    return to_day(day)


def _parse_date(fact: Fact, value: object, name: str) -> int:
    if value is NEVER or (isinstance(value, str) and value.strip().lower() in NEVER_WORDS):
        if fact.name == "born":
            raise BadInput(message("person/never-born", name=name, value=value))
        return NEVER_DAY
    return parse_day(value, name)


def _parse_yes_no(fact: Fact, value: object, name: str) -> int:
    if isinstance(value, Verdict):
        return int(value)
    if isinstance(value, bool):
        return 1 if value else -1
    if isinstance(value, str):
        word = value.strip().lower()
        if word in YES_WORDS:
            return 1
        if word in NO_WORDS:
            return -1
    elif whole(value) in (0, 1):
        return 1 if whole(value) else -1
    raise BadInput(message("person/not-yes-or-no", name=name, value=value))


def _parse_code(fact: Fact, value: object, name: str) -> int:
    code = whole(value)
    if value is False:
        return 0
    if isinstance(value, str):
        word = value.strip().lower()
        if word in NONE_WORDS:
            return 0
        code = int(word) if re.fullmatch(r"[0-9]{1,9}", word) else None
    if code is not None and (code == 0 or code in DISABILITY_CODES):
        return code
    raise BadInput(
        message(
            "person/not-a-disability-code", name=name, value=value, codes=tuple(DISABILITY_CODES)
        )
    )


def _parse_number(fact: Fact, value: object, name: str) -> int:
    number = whole(value)
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value.strip()):
        number = int(value)
    if number is None or not 0 <= number < NEVER_DAY:
        raise BadInput(message("person/not-a-count", name=name, value=value))
    return number


def _parse_category(fact: Fact, value: object, name: str) -> str:
    if fact.categories is None:
        return _parse_municipality(value, name)
    words = {code: code for code in fact.categories}
    for code, text in fact.categories.items():
        words |= {text.sv.lower(): code, text.en.lower(): code}
    words |= ALSO.get(fact.name, {})
    word = value.strip().lower() if isinstance(value, str) else ""
    if word in words:
        return words[word]
    meant = MEANT.get(fact.name, {}).get(word)
    raise BadInput(
        message(
            "person/category-not-known",
            name=name,
            value=value,
            codes=tuple(fact.categories),
            words=tuple(fact.categories.values()),
            near=Near(fact.categories[meant]) if meant else nearest(word, words),
        )
    )


def _parse_municipality(value: object, name: str) -> str:
    number = whole(value)
    text = value.strip() if isinstance(value, str) else "" if number is None else str(number)
    if re.fullmatch(r"[0-9]{3,4}", text):
        return text.zfill(4)
    raise BadInput(message("person/not-a-municipality", name=name, value=value))


_PARSERS: Final[dict[Kind, Callable[[Fact, object, str], int | str]]] = {
    Kind.DATE: _parse_date,
    Kind.YES_NO: _parse_yes_no,
    Kind.CODE: _parse_code,
    Kind.NUMBER: _parse_number,
    Kind.CATEGORY: _parse_category,
}


def parse(fact: Fact, value: object, name: str) -> int | str:
    """Return a known value of a fact as the register holds it (a category as its name).

    Raises
    ------
    BadInput
        If it is not such a value; the message begins with ``name``, the name of an argument or a column.
    """
    # A date keeps its unit: parse_day refuses one that does not name a day.
    return _PARSERS[fact.kind](fact, value if fact.kind is Kind.DATE else plain(value), name)


def decode(fact: Fact, value: int | str) -> FactValue:
    """Return what :func:`parse` read as the value that :class:`dualib.Person` holds."""
    if fact.kind is Kind.DATE:
        return NEVER if value == NEVER_DAY else from_day(int(value))
    if fact.kind is Kind.YES_NO:
        return value == 1
    if fact.kind is Kind.CODE and value == 0:
        return False
    return value
