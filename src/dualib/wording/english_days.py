"""English: lengths of time, windows, and sets of days as noun phrases."""

from __future__ import annotations

from datetime import date
from functools import singledispatch

from dualib.conditions.day_sets import Both, DaySet, Either, StatusDays, Unbroken, Without
from dualib.dates import WHOLE_LIFE, Ends, Period, Window
from dualib.errors import BadInput
from dualib.language import listing, written_date
from dualib.wording.grammar import alternatives, ordered_choices, requirements, status_words

__all__ = [
    "BARE_VERBS",
    "count_words",
    "dated",
    "days",
    "or_listed",
    "negated",
    "number_of_days",
    "period",
    "window_words",
]

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

#: The verbs that statuses begin with, in the form that follows "does not".
BARE_VERBS = {
    "works": "work",
    "attends": "attend",
    "studies": "study",
    "has": "have",
    "takes": "take",
    "receives": "receive",
}


def count_words(number: int, one: str) -> str:
    """Write small numbers in letters, as running text does."""
    return f"{_SMALL[number] if number < len(_SMALL) else number} {one if number == 1 else one + 's'}"


def period(length: Period) -> str:
    """Write a length of time.

    >>> period(Period(24, "months")), period(Period(1, "months")), period(Period(30, "days"))
    ('two years', 'one month', '30 days')
    """
    if length.unit == "days":
        return count_words(length.count, "day")
    if length.count % 12 == 0:
        return count_words(length.count // 12, "year")
    return count_words(length.count, "month")


def number_of_days(number: int, one: str = "calendar day") -> str:
    """Write a number of days in figures."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def dated(day: date) -> str:
    """Write a date as it stands in a sentence."""
    return written_date(day, "en")


def or_listed(items: list[str]) -> str:
    """Join alternatives."""
    return listing(items, "en", last="or")


def negated(clause: str) -> str:
    """Deny a clause that begins with its verb.

    >>> negated("is full-time unemployed"), negated("works part time")
    ('is not full-time unemployed', 'does not work part time')
    """
    verb, _, rest = clause.partition(" ")
    return f"is not {rest}" if verb == "is" else f"does not {BARE_VERBS[verb]} {rest}"


def window_words(window: Window) -> str:
    """Name the window and its end."""
    if window.length == WHOLE_LIFE.length:
        return f"up to and including {'the day before ' if window.ends is Ends.DAY_BEFORE else ''}the day asked about"
    many = period(window.length).removeprefix("one ")
    if window.ends is Ends.DAY_BEFORE:
        return f"during the {many} that {'ends' if ' ' not in many else 'end'} on the day before the day asked about"
    return f"during the last {many}, the day asked about included"


@singledispatch
def days(of: DaySet) -> str:
    """Name a set of days so that it fits after "days with".

    >>> from dualib.conditions import days as days_of
    >>> days(days_of("full_time_unemployed") & days_of("registered_as_jobseeker"))
    'both full-time unemployment and registration as a jobseeker'
    """
    raise BadInput(f"no English words for {of!r}")


def _enclosed(of: DaySet) -> str:
    simple = isinstance(of, StatusDays) and len(of.statuses) == 1
    return days(of) if simple else f"({days(of)})"


@days.register
def _(of: StatusDays) -> str:
    return or_listed([noun.en for noun, _ in status_words(of.statuses)])


@days.register
def _(of: Either) -> str:
    plain, involved, clear = ordered_choices(alternatives(of) or ())
    nouns = [noun.en for noun, _ in status_words(plain)]
    if clear and nouns:
        return f"{or_listed(nouns)}, or {days(involved[0])}"
    return or_listed(nouns + [_enclosed(part) for part in involved])


@days.register
def _(of: Both) -> str:
    parts = requirements(of) or ()
    simple = [_enclosed(part) for part in parts if alternatives(part) is None]
    choices = [
        f"either {days(part)}" if all(isinstance(one, StatusDays) for one in chosen) else f"({days(part)})"
        for part in parts
        if (chosen := alternatives(part)) is not None
    ]
    words = listing([*simple, *choices], "en")
    return f"both {words}" if len(parts) == 2 else f"{words} on the same day"


@days.register
def _(of: Without) -> str:
    return f"{_enclosed(of.one)} but without {_enclosed(of.other)}"


@days.register
def _(of: Unbroken) -> str:
    return f"{_enclosed(of.inner)} for at least {count_words(of.at_least, 'day')} in a row"
