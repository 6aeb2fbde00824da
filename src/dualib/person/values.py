"""One value at a time: what people write in files and in code, read into what the register holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

from dualib.dates import NEVER_DAY, from_day, to_day
from dualib.errors import suggestion
from dualib.scalars import is_coarse, plain
from dualib.verdicts import Verdict
from dualib.vocabulary.facts import DISABILITY_CODES, NEVER, Fact, FactValue, Kind

__all__ = [
    "EARLIEST",
    "LATEST",
    "Fault",
    "decode",
    "group",
    "is_missing",
    "parse",
    "parse_day",
    "shown",
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
_NUMBER_OF_A_PERSON = re.compile(r"(?<!\d)(?:\d{2})?\d{6}[-+ ]?\d{4}(?!\d)")


#: How much of a value a message shows.
_MOST_SHOWN: Final = 200


class Fault(ValueError):
    """Why a value cannot be used; becomes a :class:`dualib.errors.Problem` with its row."""


def shown(value: object) -> str:
    """Return a value as a message may show it: never anything that looks like a personnummer.

    >>> shown("1996"), shown("19121212-1212")
    ("'1996'", '(not shown: it looks like a personnummer)')
    """
    value = plain(value)
    text = value.isoformat() if isinstance(value, date) else repr(value)
    if _NUMBER_OF_A_PERSON.search(text):
        return "(not shown: it looks like a personnummer)"
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]} ..."


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
    """Return the sort of a Python value in plain words, to tell mixed columns."""
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


def parse_day(value: Any) -> int:
    """Return a date, or ISO text of one, as a day number; a date outside 1850-2200 is a fault.

    Raises
    ------
    Fault
        If it is none.

    Examples
    --------
    >>> parse_day("2015-05-31"), parse_day(date(1970, 1, 2))
    (16586, 1)
    """
    given, value = value, plain(value)
    if given is not value and is_coarse(given.dtype):
        raise Fault(f"{given} names no day: expected year-month-day such as 2015-05-31")
    if isinstance(value, datetime):
        if (value.hour, value.minute, value.second, value.microsecond) != (0, 0, 0, 0):
            raise Fault(f"{shown(value)} has a time of day: expected a date without one")
        value = value.date()
    if isinstance(value, date):
        return _within(value, value)
    if isinstance(value, str):
        match = _DAY.fullmatch(value.strip())
        if match:
            parts = [int(part) for part in match.groups() if part is not None]
            try:
                return _within(date(*parts), value)
            except ValueError as error:
                if isinstance(error, Fault):
                    raise
                raise Fault(
                    f"{shown(value)} is no day of the calendar: expected a date such as 2015-05-31"
                ) from None
    excel = isinstance(value, str) and re.fullmatch(r"[1-9][0-9]{4}", value.strip())
    hint = "; a number such as this is a date in Excel: give the column the format year-month-day, and save again"
    raise Fault(
        f"{shown(value)} is no date: expected year-month-day such as 2015-05-31{hint if excel else ''}"
    )


def _within(day: date, written: object) -> int:
    if not EARLIEST <= day <= LATEST:
        raise Fault(f"{shown(written)} cannot be right: expected a date from 1850 to 2200")
    return to_day(day)


def _parse_date(fact: Fact, value: object) -> int:
    if value is NEVER or (isinstance(value, str) and value.strip().lower() in NEVER_WORDS):
        if fact.name == "born":
            raise Fault(f"{shown(value)} cannot be a birth date: leave it empty if it is unknown")
        return NEVER_DAY
    return parse_day(value)


def _parse_yes_no(fact: Fact, value: object) -> int:
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
    raise Fault(
        f"{shown(value)} is neither yes nor no: expected ja/nej, yes/no, true/false, 1/0, or empty for unknown"
    )


def _parse_code(fact: Fact, value: object) -> int:
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
    codes = ", ".join(map(str, DISABILITY_CODES))
    raise Fault(
        f"{shown(value)} is no code: expected one of {codes}; ingen (False) for none; empty for unknown"
    )


def _parse_number(fact: Fact, value: object) -> int:
    number = whole(value)
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value.strip()):
        number = int(value)
    if number is None or not 0 <= number < NEVER_DAY:
        raise Fault(
            f"{shown(value)} is no count: expected a whole number from 0, or empty for unknown"
        )
    return number


def _parse_category(fact: Fact, value: object) -> str:
    if fact.categories is None:
        return _parse_municipality(value)
    words = {name: name for name in fact.categories}
    for name, text in fact.categories.items():
        words |= {text.sv.lower(): name, text.en.lower(): name}
    words |= ALSO.get(fact.name, {})
    word = value.strip().lower() if isinstance(value, str) else None
    if word in words:
        return words[word]
    expected = ", ".join(fact.categories)
    raise Fault(
        f"{shown(value)} is not known: expected one of {expected}.{suggestion(str(word), words)}"
    )


def _parse_municipality(value: object) -> str:
    number = whole(value)
    text = value.strip() if isinstance(value, str) else "" if number is None else str(number)
    if re.fullmatch(r"[0-9]{3,4}", text):
        return text.zfill(4)
    raise Fault(f"{shown(value)} is no municipality code: expected four digits such as 0880")


_PARSERS: Final[dict[Kind, Callable[[Fact, object], int | str]]] = {
    Kind.DATE: _parse_date,
    Kind.YES_NO: _parse_yes_no,
    Kind.CODE: _parse_code,
    Kind.NUMBER: _parse_number,
    Kind.CATEGORY: _parse_category,
}


def parse(fact: Fact, value: object) -> int | str:
    """Return a known value of a fact as the register holds it (a category as its name).

    Raises
    ------
    Fault
        With what was found, what was expected and how to mend it.
    """
    # A date keeps its unit: parse_day refuses one that names no day.
    return _PARSERS[fact.kind](fact, value if fact.kind is Kind.DATE else plain(value))


def decode(fact: Fact, value: int | str) -> FactValue:
    """Return what :func:`parse` read as the value that :class:`dualib.Person` holds."""
    if fact.kind is Kind.DATE:
        return NEVER if value == NEVER_DAY else from_day(int(value))
    if fact.kind is Kind.YES_NO:
        return value == 1
    if fact.kind is Kind.CODE and value == 0:
        return False
    return value
