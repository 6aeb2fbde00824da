"""Made-up persons who stand on the limits of a rule: their ages, dates and days lie where its answers change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol, TypeVar, cast

import attrs
import numpy as np

from dualib.conditions import Condition
from dualib.conditions.case_split import events
from dualib.conditions.windows import WindowAtom
from dualib.dates import LeapBirthday
from dualib.person import ONGOING, Person, Spell
from dualib.testing.completions import candidates, leaves, signs_of
from dualib.testing.oracle import counted_days, day_directions, value_fits
from dualib.vocabulary.facts import FACTS, Change, Facts, FactValue, Status, Track

__all__ = ["Chooser", "Draws", "days_to_ask", "made_up_person", "statuses_of"]

T = TypeVar("T")
_DAY = timedelta(days=1)
_LEAP = LeapBirthday.FEBRUARY_28
FIRST, LAST = date(1850, 1, 1), date(2200, 12, 31)


class Chooser(Protocol):
    """What makes the choices: a seeded generator of numbers, or Hypothesis."""

    def number(self, least: int, most: int) -> int:
        """Return a whole number from ``least`` to ``most``, both inclusive."""
        ...


@attrs.frozen
class Draws:
    """Choices made with a seeded generator.

    >>> Draws(np.random.default_rng(1)).number(3, 3)
    3
    """

    rng: np.random.Generator

    def number(self, least: int, most: int) -> int:
        """Return a whole number from ``least`` to ``most``, both inclusive."""
        return least + int(self.rng.random() * (most - least + 1))


def _one(choose: Chooser, options: Sequence[T]) -> T:
    return options[choose.number(0, len(options) - 1)]


def _chance(choose: Chooser, percent: int) -> bool:
    return choose.number(0, 99) < percent


def statuses_of(condition: Condition) -> tuple[Status, ...]:
    """Return the statuses whose days a condition looks at.

    >>> from dualib.conditions import during
    >>> statuses_of(during("in_kaa"))
    (<Status.IN_KAA: 'in_kaa'>,)
    """
    found: dict[Status, None] = {}
    for atom in leaves(condition):
        if isinstance(atom, WindowAtom):
            for part in (atom.days, atom.skipping):
                if part is not None:
                    found.update(dict.fromkeys(status for status, _ in day_directions(part, True)))
    return tuple(found)


def _windows(condition: Condition, on: date) -> list[tuple[date, date, int]]:
    """Return the first and last day of each window, and how many days it asks for."""
    counts = [counted_days(atom, on) for atom in leaves(condition)]
    return [count for count in counts if count is not None] or [(on - 30 * _DAY, on, 20)]


def _spell(condition: Condition, on: date, choose: Chooser, mine: Sequence[Status]) -> Spell:
    first, last, needed = _one(choose, _windows(condition, on))
    usual = _chance(choose, 90)
    status = _one(choose, mine) if mine and usual else _one(choose, tuple(Status))
    held = {status}
    if mine and _chance(choose, 60):
        held.add(_one(choose, mine))
    length = max(
        1,
        _one(
            choose,
            (needed - 1, needed, needed, needed + 1, 1, needed // 2, (last - first).days + 2, 400),
        ),
    )
    match choose.number(0, 5):
        case 0:
            start = first
        case 1:
            start = first - _DAY
        case 2:
            start = first + _DAY
        case 3:
            start = last - (length - 1) * _DAY
        case 4:
            start = last - length * _DAY
        case _:
            start = first - 20 * _DAY + choose.number(0, (last - first).days + 40) * _DAY
    start = max(FIRST, min(start, LAST))
    end = min(start + (length - 1) * _DAY, LAST)
    return Spell(start, ONGOING if _chance(choose, 25) else end, tuple(held))


def _observed(condition: Condition, on: date, choose: Chooser) -> tuple[date, date] | None:
    first, last, _ = _one(choose, _windows(condition, on))
    match choose.number(0, 11):
        case 0 | 1:
            return None
        case 2:
            period = first, last
        case 3:
            period = first + _DAY, last
        case 4:
            period = first - 500 * _DAY, last - _DAY
        case 5:
            period = (
                first - 500 * _DAY,
                first - _DAY + choose.number(0, (last - first).days + 1) * _DAY,
            )
        case 6:
            period = on + _DAY, on + 200 * _DAY
        case _:
            period = first - 800 * _DAY, on + choose.number(0, 1) * 400 * _DAY
    low, high = max(FIRST, period[0]), min(LAST, period[1])
    return (low, high) if low <= high else None


def made_up_person(
    condition: Condition, on: date, choose: Chooser, *, key: object = None
) -> Person:
    """Return a person made for a condition asked about a day.

    Facts that the condition reads lie at its limits or are unknown; spells begin and end where its windows do and are
    a day too short, long enough, or a day longer; some tracks are observed wholly, some in part, some not at all.

    >>> from dualib.conditions import age
    >>> person = made_up_person(age(16, below=25), date(2015, 5, 31), Draws(np.random.default_rng(2)))
    >>> isinstance(person, Person)
    True
    """
    facts: dict[str, FactValue] = {}
    # Every second person is given values that suit the condition, or an answer of yes would be rare.
    suited = _chance(choose, 50)
    signs = list(signs_of(condition))
    mentioned = sorted(condition.reads | events(condition))
    for name in FACTS:
        read = name in mentioned
        if _chance(choose, 82 if read else 5):
            options = (
                candidates(condition, name, on) if read else candidates(condition, name, on)[:2]
            )
            about = (
                [(atom, sign) for atom, sign in signs if name in atom.reads]
                if suited and read
                else []
            )
            fitting = [
                v for v in options if all(value_fits(a, v, on, _LEAP) is sign for a, sign in about)
            ]
            facts[name] = _one(choose, fitting if fitting and _chance(choose, 90) else options)
    mine = statuses_of(condition)
    spells = [
        _spell(condition, on, choose, mine) for _ in range(choose.number(0, 4) if mine else 0)
    ]
    born = facts.get("born")
    if isinstance(born, date):
        spells = [spell for spell in spells if spell.start >= born]
    observed = _observed(condition, on, choose)
    tracks: dict[Track, tuple[date, date]] = {}
    for track in Track:
        own = _observed(condition, on, choose) if _chance(choose, 25) else observed
        if own is not None:
            tracks[track] = own
    as_of = _one(choose, (on,) * 6 + (on - _DAY, on + _DAY, on - 200 * _DAY))
    changing = any(
        FACTS[name].change is Change.AS_OF
        or (FACTS[name].change is Change.DATED and not isinstance(value, date))
        for name, value in facts.items()
    )
    as_of_told = as_of if changing or _chance(choose, 50) else None
    return Person(
        spells=spells,
        observed=tracks,
        as_of=None if as_of_told is None else max(FIRST, min(as_of_told, LAST)),
        key=key,
        contradictions="report",
        **cast(Facts, facts),
    )


def days_to_ask(first: date, last: date, choose: Chooser) -> tuple[date, ...]:
    """Return days between two days (inclusive) on which mistakes are likely: the ends, month ends and leap days.

    >>> days = days_to_ask(date(2015, 1, 1), date(2016, 12, 31), Draws(np.random.default_rng(1)))
    >>> date(2016, 2, 29) in days, days[0], days[-1]
    (True, datetime.date(2015, 1, 1), datetime.date(2016, 12, 31))
    """
    span = (last - first).days
    found = {first, last, first + (span // 2) * _DAY, first + choose.number(0, span) * _DAY}
    for year in range(first.year, min(last.year, first.year + 8) + 1):
        leap_end = date(year, 3, 1) - _DAY
        found |= (
            {leap_end, leap_end + _DAY, date(year, 5, 31)}
            if choose.number(0, 1) or leap_end.day == 29
            else set()
        )
    inside = sorted(day for day in found if first <= day <= last)
    return tuple(inside)
