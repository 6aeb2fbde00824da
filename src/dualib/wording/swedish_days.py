"""Swedish: lengths of time, windows, and sets of days as noun phrases."""

from __future__ import annotations

from datetime import date
from functools import singledispatch

from dualib.conditions.day_sets import Both, DaySet, Either, StatusDays, Unbroken, Without
from dualib.dates import WHOLE_LIFE, Ends, Period, Window
from dualib.errors import BadInput
from dualib.language import listing, written_date
from dualib.wording.grammar import alternatives, ordered_choices, requirements, status_words

__all__ = [
    "count_words",
    "dated",
    "days",
    "or_listed",
    "negated",
    "number_of_days",
    "period",
    "window_words",
]

_COMMON = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


def count_words(number: int, one: str, many: str, *, neuter: bool = False) -> str:
    """Write small numbers in letters, as running text does."""
    if number == 1:
        return f"ett {one}" if neuter else f"en {one}"
    return f"{_COMMON[number] if number < len(_COMMON) else number} {many}"


def period(length: Period) -> str:
    """Write a length of time.

    >>> period(Period(24, "months")), period(Period(1, "months")), period(Period(30, "days"))
    ('två år', 'en månad', '30 dagar')
    """
    if length.unit == "days":
        return count_words(length.count, "dag", "dagar")
    if length.count % 12 == 0:
        return count_words(length.count // 12, "år", "år", neuter=True)
    return count_words(length.count, "månad", "månader")


def number_of_days(number: int, one: str = "kalenderdag") -> str:
    """Write a number of days in figures."""
    return f"{number} {one}" if number == 1 else f"{number} {one}ar"


def dated(day: date) -> str:
    """Write a date as it stands in a sentence."""
    return f"den {written_date(day, 'sv')}"


def or_listed(items: list[str]) -> str:
    """Join alternatives."""
    return listing(items, "sv", last="or")


def negated(clause: str) -> str:
    """Deny a clause that begins with its verb.

    >>> negated("är arbetslös på heltid")
    'är inte arbetslös på heltid'
    """
    verb, _, rest = clause.partition(" ")
    return f"{verb} inte {rest}"


def window_words(window: Window) -> str:
    """Name the window and its end."""
    if window.length == WHOLE_LIFE.length:
        return f"räknat till och med {'dagen före ' if window.ends is Ends.DAY_BEFORE else ''}frågedagen"
    many = period(window.length)
    single = many.startswith(("en ", "ett "))
    if window.ends is Ends.DAY_BEFORE:
        which = ("d" + many if many[1] == "n" else many.replace("ett", "det")) if single else f"de {many}"
        return f"under {which} som slutar dagen före frågedagen"
    if single:
        unit = {"en dag": "den senaste dagen", "en månad": "den senaste månaden", "ett år": "det senaste året"}[many]
    else:
        number, _, noun = many.partition(" ")
        unit = f"de senaste {number} {'åren' if noun == 'år' else noun + 'na'}"
    return f"under {unit}, frågedagen inräknad"


@singledispatch
def days(of: DaySet) -> str:
    """Name a set of days so that it fits after "dagar med".

    >>> from dualib.conditions import days as days_of
    >>> days(days_of("full_time_unemployed") & days_of("registered_as_jobseeker"))
    'både heltidsarbetslöshet och anmälan som arbetssökande'
    """
    raise BadInput(f"no Swedish words for {of!r}")


def _enclosed(of: DaySet) -> str:
    simple = isinstance(of, StatusDays) and len(of.statuses) == 1
    return days(of) if simple else f"({days(of)})"


@days.register
def _(of: StatusDays) -> str:
    return or_listed([noun.sv for noun, _ in status_words(of.statuses)])


@days.register
def _(of: Either) -> str:
    plain, involved, clear = ordered_choices(alternatives(of) or ())
    nouns = [noun.sv for noun, _ in status_words(plain)]
    if clear and nouns:
        return f"{or_listed(nouns)}, eller {days(involved[0])}"
    return or_listed(nouns + [_enclosed(part) for part in involved])


@days.register
def _(of: Both) -> str:
    parts = requirements(of) or ()
    simple = [_enclosed(part) for part in parts if alternatives(part) is None]
    choices = [
        f"antingen {days(part)}" if all(isinstance(one, StatusDays) for one in chosen) else f"({days(part)})"
        for part in parts
        if (chosen := alternatives(part)) is not None
    ]
    words = listing([*simple, *choices], "sv")
    return f"både {words}" if len(parts) == 2 else f"{words} samma dag"


@days.register
def _(of: Without) -> str:
    return f"{_enclosed(of.one)} men utan {_enclosed(of.other)}"


@days.register
def _(of: Unbroken) -> str:
    return f"{_enclosed(of.inner)} i minst {count_words(of.at_least, 'dag', 'dagar')} i följd"
