"""Conditions on dates: ages at a named point in time, and events."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date
from typing import Final, Literal, get_args

import attrs

from dualib.conditions.base import Atom, Condition, Finding
from dualib.conditions.case import Case
from dualib.dates import (
    MAX_AGE,
    NEVER_DAY,
    LeapBirthday,
    Period,
    birthday_cutoff,
    check_count,
    check_date,
    from_day,
    to_day,
)
from dualib.errors import BadInput, nearest
from dualib.messages import message
from dualib.verdicts import UNKNOWN, Verdict
from dualib.vocabulary.facts import Kind, fact_of_kind

__all__ = [
    "Age",
    "AgePoint",
    "DateFinding",
    "DateInterval",
    "Happened",
    "Within",
    "age",
    "before",
    "happened",
    "on_or_after",
    "within",
]

AgePoint = Literal["day", "decision", "calendar_year", "start_of_year", "statistics_date"]
AGE_POINTS: Final[tuple[AgePoint, ...]] = get_args(AgePoint)

#: Dates further off than these are not compared with: 1 January 1850 and 31 December 2200.
EARLIEST, LATEST = to_day(date(1850, 1, 1)), to_day(date(2200, 12, 31))


@attrs.frozen
class DateFinding(Finding):
    """A date compared with an interval; days are numbers, both ends inclusive, ``None`` unknown.

    >>> from dualib.conditions import Case, age
    >>> from dualib.dates import from_day, to_day
    >>> from dualib.person import Person
    >>> case = Case(Person(born=date(1996, 2, 29)), to_day(date(2015, 5, 31)))
    >>> found = age(16, below=20).reason(case).finding
    >>> [str(from_day(day)) for day in (found.first, found.value, found.last)]
    ['1995-06-01', '1996-02-29', '1999-05-31']
    """

    value: int | None
    first: int
    last: int


class DateInterval(Atom):
    """A date lies in an interval that depends on the day asked about: every condition on a date is one of these."""

    __slots__ = ()

    @property
    def about(self) -> str:
        """The date's name in the vocabulary."""
        raise NotImplementedError

    @property
    def reads(self) -> frozenset[str]:
        """The date."""
        return frozenset({self.about})

    def interval(self, on: int, leap: LeapBirthday) -> tuple[int, int]:
        """Return the first and the last date for which the condition holds on the day ``on``, both inclusive."""
        raise NotImplementedError

    def measure(self, case: Case) -> DateFinding:
        """Compare the date with the interval."""
        value = case.value(self.about)
        assert not isinstance(value, str)
        first, last = self.interval(case.on, case.leap)
        verdict = (
            UNKNOWN if value is None else Verdict.YES if first <= value <= last else Verdict.NO
        )
        return DateFinding(verdict, value, first, last)

    def latest(self, on: int) -> int:
        """Return the last date that the fact can be when it is asked about on the day ``on``."""
        return LATEST

    def thresholds(self, on: int) -> dict[str, tuple[int | str, ...]]:
        """The days on both sides of the interval's ends; where a side is open there is no end."""
        first, last = self.interval(on, LeapBirthday.FEBRUARY_28)
        ends = (last, last + 1) if first == EARLIEST else (first - 1, first, last, last + 1)
        near = tuple(day for day in ends if EARLIEST <= day <= self.latest(on))
        return {self.about: near or (min(max(on, EARLIEST), LATEST),)}

    def accepts(self, value: int | str, on: int) -> bool:
        """Whether the date lies in the interval."""
        first, last = self.interval(on, LeapBirthday.FEBRUARY_28)
        return isinstance(value, int) and first <= value <= last


@attrs.frozen(cache_hash=True)
class Age(DateInterval):
    """The person has attained ``lo`` and not yet ``below``, at a named point in time."""

    lo: int
    below: int | None
    at: AgePoint

    def __attrs_post_init__(self) -> None:
        check_count(self.lo, "lo", most=MAX_AGE)
        if self.below is not None:
            check_count(self.below, "below", most=MAX_AGE)
            if self.below <= self.lo:
                raise BadInput(message("conditions/age-of-nobody", low=self.lo, below=self.below))
        if self.at not in AGE_POINTS:
            raise BadInput(
                message(
                    "conditions/not-an-age-point",
                    value=self.at,
                    known=AGE_POINTS,
                    near=nearest(self.at, AGE_POINTS),
                )
            )

    @property
    def about(self) -> str:
        """The birth date."""
        return "born"

    def reference(self, on: date) -> date:
        """Return the day on which the age is looked at when the question is about ``on``."""
        if self.at == "calendar_year":
            return date(on.year, 12, 31)
        if self.at == "start_of_year":
            return date(on.year, 1, 1)
        if self.at == "statistics_date":
            return on.replace(day=calendar.monthrange(on.year, on.month)[1])
        return on

    def interval(self, on: int, leap: LeapBirthday) -> tuple[int, int]:
        """Return the birth dates of those who are old enough and not too old."""
        reference = self.reference(from_day(on))
        youngest = to_day(birthday_cutoff(reference, self.lo, leap=leap))
        if self.below is None:
            return EARLIEST, youngest
        return to_day(birthday_cutoff(reference, self.below, leap=leap)) + 1, youngest

    def polarity(self) -> Mapping[str, frozenset[int]]:
        """An earlier birth helps, unless there is an upper limit."""
        return {"born": frozenset({-1} if self.below is None else {-1, 1})}

    def latest(self, on: int) -> int:
        """Nobody is born after the day asked about."""
        return min(on, LATEST)


@attrs.frozen(cache_hash=True)
class Within(DateInterval):
    """The event has happened, and no more than a period has passed since.

    The last day on which the condition holds is the day of the event plus the period (lag 1930:173, 1 §).
    """

    name: str
    period: Period

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.period, Period):
            raise BadInput(message("conditions/not-a-length-of-time", value=self.period))
        fact_of_kind(self.name, (Kind.DATE,), "within")

    @property
    def about(self) -> str:
        """The event."""
        return self.name

    def interval(self, on: int, leap: LeapBirthday) -> tuple[int, int]:
        """Return the dates of the event for which the period still runs on ``on``."""
        day = from_day(on)
        earliest = to_day(self.period.before(day))
        # Month ends: a day of a higher number has no equal in a shorter month, so the period may have to start later.
        while to_day(self.period.after(from_day(earliest))) < on:
            earliest += 1
        return earliest, on


@attrs.frozen(cache_hash=True)
class Happened(DateInterval):
    """The event happened from ``first`` to ``last`` (inclusive); ``None`` leaves a side open, up to the day asked."""

    name: str
    first: date | None = None
    last: date | None = None

    def __attrs_post_init__(self) -> None:
        fact_of_kind(self.name, (Kind.DATE,), "happened")
        for name in ("first", "last"):
            if getattr(self, name) is not None:
                check_date(getattr(self, name), name)

    @property
    def about(self) -> str:
        """The event."""
        return self.name

    def polarity(self) -> Mapping[str, frozenset[int]]:
        """An earlier event helps, unless there is a first day."""
        return {self.name: frozenset({-1} if self.first is None else {-1, 1})}

    def interval(self, on: int, leap: LeapBirthday) -> tuple[int, int]:
        """Return the two dates, never later than the day asked about."""
        return (
            EARLIEST if self.first is None else to_day(self.first),
            on if self.last is None else min(on, to_day(self.last)),
        )


def age(lo: int, *, below: int | None = None, at: AgePoint = "day") -> Condition:
    """Hold for those who have attained ``lo`` and not yet ``below``: the half-open range [lo, below).

    Parameters
    ----------
    lo, below
        Whole years; ``below=None`` sets no upper limit.
    at
        The point at which the age is looked at: the ``"day"`` asked about; the day of ``"decision"`` (then the day
        asked about is that day); the age turned during the ``"calendar_year"``; the age at the ``"start_of_year"``
        (1 January); or the ``"statistics_date"``, the last day of the month asked about, as Arbetsförmedlingen counts.

    Raises
    ------
    BadInput
        If an age is not a whole number from 0 to 150, the range is empty, or ``at`` is not known.

    Examples
    --------
    >>> age(16, below=25)
    Age(lo=16, below=25, at='day')
    """
    return Age(lo, below, at)


def on_or_after(name: str, day: date) -> Condition:
    """Hold when the event happened on ``day`` or later, up to the day asked about.

    Raises
    ------
    BadInput
        If there is no such event, or ``day`` is no plain date.

    Examples
    --------
    >>> on_or_after("first_registered", date(2015, 1, 1)).first
    datetime.date(2015, 1, 1)
    """
    return Happened(
        fact_of_kind(name, (Kind.DATE,), "on_or_after").name, first=check_date(day, "day")
    )


def before(name: str, day: date) -> Condition:
    """Hold when the event happened before ``day`` (exclusive), and no later than the day asked about.

    Raises
    ------
    BadInput
        If there is no such event, or ``day`` is no plain date.

    Examples
    --------
    >>> before("first_registered", date(2018, 1, 1)).last
    datetime.date(2017, 12, 31)
    """
    last = from_day(to_day(check_date(day, "day")) - 1)
    return Happened(fact_of_kind(name, (Kind.DATE,), "before").name, last=last)


def happened(name: str) -> Condition:
    """Hold when the event has happened by the day asked about.

    Raises
    ------
    BadInput
        If there is no such event; the message lists those there are.

    Examples
    --------
    >>> happened("first_registered").about
    'first_registered'
    """
    return Happened(name)


def within(name: str, period: Period) -> Condition:
    """Hold when the event has happened and at most ``period`` has passed: up to and including its last day.

    Raises
    ------
    BadInput
        If the fact is not a date, or ``period`` not a period.

    Examples
    --------
    >>> from dualib.dates import years
    >>> within("first_registered", years(1)).period
    Period(count=12, unit='months')
    """
    return Within(name, period)


assert NEVER_DAY > LATEST  # an event that never happened lies outside every interval
