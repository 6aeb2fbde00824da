"""Ways in which what is unknown about a person may turn out: all of them where they are few, else a sample."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeVar

import attrs
import numpy as np

from dualib.conditions import (
    Age,
    All,
    Any,
    AtEvent,
    AtLeast,
    Condition,
    DaysIn,
    During,
    Happened,
    Named,
    Not,
    OneOf,
    Run,
    Within,
)
from dualib.conditions.day_sets import Both, DaySet, Either, StatusDays, Unbroken, Without
from dualib.dates import LeapBirthday
from dualib.person import Person
from dualib.testing.oracle import AskedPerson, Days, meaning, months_after, value_fits
from dualib.verdicts import NO, YES, Verdict
from dualib.vocabulary.facts import DISABILITY_CODES, FACTS, NEVER, Change, FactValue, Kind, Status

__all__ = [
    "answers_of_all_completions",
    "answers_of_sampled_completions",
    "candidates",
    "day_directions",
    "events_of",
    "extreme_answers",
    "leaves",
    "parts_of",
    "signs_of",
    "telling_values",
]

T = TypeVar("T")
Pick = Callable[[Sequence[T]], T]
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
_DAY = timedelta(days=1)


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """Return the conditions a condition is made of, by its class."""
    if isinstance(condition, (All, Any)):
        return condition.parts
    if isinstance(condition, Not):
        return (condition.part,)
    if isinstance(condition, (Named, AtEvent)):
        return (condition.condition,)
    return ()


@lru_cache(maxsize=4096)
def leaves(condition: Condition) -> tuple[Condition, ...]:
    """Return the distinct conditions without parts."""
    parts = parts_of(condition)
    if not parts:
        return (condition,)
    return tuple(dict.fromkeys(leaf for part in parts for leaf in leaves(part)))


@lru_cache(maxsize=4096)
def events_of(condition: Condition) -> frozenset[str]:
    """Return the events that conditions are asked at."""
    inner = frozenset(name for part in parts_of(condition) for name in events_of(part))
    return inner | {condition.event} if isinstance(condition, AtEvent) else inner


def _around(day: date, reach: int) -> list[date]:
    return [day + step * _DAY for step in range(-reach, reach + 1)]


def _years_before(on: date, years: int) -> date:
    return months_after(on, -12 * years)


def _dates_near(atom: Condition, on: date) -> list[date]:
    if isinstance(atom, Age):
        found = [_years_before(on, atom.lo), _years_before(date(on.year, 12, 31), atom.lo)]
        if atom.below is not None:
            found += [_years_before(on, atom.below), _years_before(date(on.year, 1, 1), atom.below)]
        month_end = date(on.year + on.month // 12, on.month % 12 + 1, 1) - _DAY
        found += [_years_before(month_end, age) for age in (atom.lo, atom.below) if age is not None]
        return [near for day in found for near in _around(day, 2)]
    if isinstance(atom, Within):
        period = atom.period
        start = (
            months_after(on, -period.count) if period.unit == "months" else on - period.count * _DAY
        )
        return [*_around(start, 4), *_around(on, 1)]
    assert isinstance(atom, Happened)
    return [
        near for day in (atom.first, atom.last, on) if day is not None for near in _around(day, 1)
    ]


@lru_cache(maxsize=4096)
def candidates(condition: Condition, name: str, on: date) -> tuple[FactValue, ...]:
    """Return values a fact may have, with those on both sides of every limit the condition sets.

    >>> from dualib.conditions import has
    >>> candidates(has("school_duty_done"), "school_duty_done", date(2015, 5, 31))
    (True, False)
    """
    kind = FACTS[name].kind
    about = [leaf for leaf in leaves(condition) if name in leaf.reads]
    if kind is Kind.YES_NO:
        return True, False
    if kind is Kind.CODE:
        return False, *DISABILITY_CODES
    if kind is Kind.CATEGORY:
        if FACTS[name].categories is not None:
            return tuple(FACTS[name].categories or ())
        return *dict.fromkeys(
            value for atom in about if isinstance(atom, OneOf) for value in atom.values
        ), "9999"
    if kind is Kind.NUMBER:
        limits = [atom.count for atom in about if isinstance(atom, AtLeast)]
        return tuple(
            sorted(
                {
                    0,
                    *limits,
                    *(count + 1 for count in limits),
                    *(max(0, count - 1) for count in limits),
                }
            )
        )
    found = (
        [_years_before(on, 18), *_around(on, 1)]
        if name in events_of(condition)
        else [_years_before(on, 30)]
    )
    found += [day for atom in about for day in _dates_near(atom, on)]
    # On the calendar's first days nobody can have been born before: one day is left to be born on.
    known = tuple(day for day in dict.fromkeys(found) if EARLIEST <= day <= LATEST) or (EARLIEST,)
    return known if name == "born" else (*known, NEVER)


@lru_cache(maxsize=4096)
def telling_values(
    condition: Condition, name: str, on: date, leap: LeapBirthday
) -> tuple[FactValue, ...]:
    """Return one candidate for each way in which the conditions on a fact can come out together.

    Of an event that conditions are asked at all candidates are returned: each is another day to ask about.
    """
    if name in events_of(condition):
        return candidates(condition, name, on)
    about = [leaf for leaf in leaves(condition) if name in leaf.reads]
    found: dict[tuple[bool, ...], FactValue] = {}
    for value in candidates(condition, name, on):
        found.setdefault(tuple(value_fits(atom, value, on, leap) for atom in about), value)
    return tuple(found.values())


def _moment(name: str, on: date) -> tuple[str, date | None]:
    """Return what one value holds for: a constant or dated fact is the same on every day."""
    return name, on if FACTS[name].change is Change.AS_OF else None


@attrs.define
class _Chosen:
    """A completion whose every value is chosen when it is first asked for."""

    condition: Condition
    pick: Pick[object]
    values: Callable[[Condition, str, date], Sequence[FactValue]]
    whole: bool
    known_values: dict[tuple[str, date | None], FactValue] = attrs.field(factory=dict)
    known_days: dict[tuple[Status, int], bool] = attrs.field(factory=dict)
    fills: dict[Status, str] = attrs.field(factory=dict)
    answers: dict[Condition, Verdict] = attrs.field(factory=dict)

    def value(self, name: str, on: date) -> FactValue:
        moment = _moment(name, on)
        if moment not in self.known_values:
            self.known_values[moment] = self.pick(self.values(self.condition, name, on))  # type: ignore[assignment]
        return self.known_values[moment]

    def days(self, status: Status, unknown: Days) -> Days:
        if self.whole:
            if status not in self.fills:
                self.fills[status] = self.pick(("all", "none", "all", "none", "some"))  # type: ignore[assignment]
            if self.fills[status] != "some":
                return unknown if self.fills[status] == "all" else frozenset()
        result = set()
        for day in sorted(unknown):
            if (status, day) not in self.known_days:
                self.known_days[status, day] = bool(self.pick((True, False)))
            if self.known_days[status, day]:
                result.add(day)
        return frozenset(result)

    def told(self, condition: Condition) -> Verdict:
        if condition not in self.answers:
            self.answers[condition] = self.pick((YES, NO))  # type: ignore[assignment]
        return self.answers[condition]


def answers_of_sampled_completions(
    condition: Condition,
    person: Person,
    on: date,
    *,
    rng: np.random.Generator,
    samples: int = 6,
    assume: Mapping[str, FactValue] | None = None,
    assume_unchanged: bool = False,
    leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
) -> frozenset[Verdict]:
    """Return the answers of some of the ways in which the unknowns may turn out, picked with ``rng``.

    >>> from dualib.conditions import has
    >>> rng = np.random.default_rng(1)
    >>> found = answers_of_sampled_completions(has("school_duty_done"), Person(), date(2015, 5, 31), rng=rng)
    >>> sorted(found)
    [<Verdict.NO: -1>, <Verdict.YES: 1>]
    """

    def pick(options: Sequence[object]) -> object:
        return options[int(rng.integers(len(options)))]

    asked = AskedPerson(person, assume or {}, assume_unchanged, leap)
    found = set()
    for _ in range(samples):
        chosen = _Chosen(condition, pick, candidates, whole=True)
        found.add(meaning(condition, asked.completed(chosen), on))
    return frozenset(found)


@attrs.define
class _Script:
    """Answers every question as written, the first option where nothing is written; remembers how many there were."""

    written: list[int]
    options: list[int] = attrs.field(factory=list)

    def __call__(self, options: Sequence[object]) -> object:
        place = len(self.options)
        self.options.append(len(options))
        if place == len(self.written):
            self.written.append(0)
        return options[self.written[place]]

    def following(self) -> list[int] | None:
        """Return the next script, like the next number of an odometer."""
        for place in range(len(self.options) - 1, -1, -1):
            if self.written[place] + 1 < self.options[place]:
                return [*self.written[:place], self.written[place] + 1]
        return None


def answers_of_all_completions(
    condition: Condition,
    person: Person,
    on: date,
    *,
    assume: Mapping[str, FactValue] | None = None,
    assume_unchanged: bool = False,
    leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
    most: int = 1_000_000,
) -> Iterator[Verdict]:
    """Yield the answer of every way in which the unknowns may turn out: each fact, each day of each status.

    Facts are given one value of each sort the condition tells apart. Days are tried one by one, so windows must be
    short and few days unknown; ``most`` limits the number of ways.

    >>> from dualib.conditions import has
    >>> list(answers_of_all_completions(~has("school_duty_done"), Person(), date(2015, 5, 31)))
    [<Verdict.NO: -1>, <Verdict.YES: 1>]
    """

    def values(about: Condition, name: str, day: date) -> Sequence[FactValue]:
        return telling_values(about, name, day, leap)

    asked = AskedPerson(person, assume or {}, assume_unchanged, leap)
    script: list[int] | None = []
    for _ in range(most):
        if script is None:
            return
        pick = _Script(script)
        chosen = _Chosen(condition, pick, values, whole=False)
        yield meaning(condition, asked.completed(chosen), on)
        script = pick.following()


def extreme_answers(
    condition: Condition,
    person: Person,
    on: date,
    *,
    split: Sequence[str],
    assume: Mapping[str, FactValue] | None = None,
    assume_unchanged: bool = False,
    leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
) -> frozenset[Verdict]:
    """Return the answers of the completions that a rule which promises to be exact names by its promise.

    Every fact outside ``split`` has a value that suits the whole rule and one that suits none of it; the facts of
    ``split`` are tried in all ways; days are all taken or all left, each status in its direction.
    """
    signs = dict(signs_of(condition, True))
    directions = {
        status: more is sign for atom, sign in signs.items() for status, more in _directions(atom)
    }
    asked = AskedPerson(person, assume or {}, assume_unchanged, leap)
    found = set()
    for wanted in (True, False):

        def suits(
            about: Condition, name: str, day: date, wanted: bool = wanted
        ) -> Sequence[FactValue]:
            options = telling_values(about, name, day, leap)
            if name in split:
                return options
            atoms = [leaf for leaf in leaves(about) if name in leaf.reads]

            def pull(value: FactValue) -> int:
                return sum(
                    value_fits(atom, value, day, leap) is (signs[atom] is wanted) for atom in atoms
                )

            return [max(options, key=pull)]

        script: list[int] | None = []
        while script is not None:
            pick = _Script(script)
            chosen = _Extreme(
                condition, pick, suits, True, directions=directions, wanted=wanted, signs=signs
            )
            found.add(meaning(condition, asked.completed(chosen), on))
            script = pick.following()
    return frozenset(found)


@attrs.define
class _Extreme(_Chosen):
    directions: Mapping[Status, bool] = attrs.field(factory=dict, kw_only=True)
    wanted: bool = attrs.field(default=True, kw_only=True)
    signs: Mapping[Condition, bool] = attrs.field(factory=dict, kw_only=True)

    def days(self, status: Status, unknown: Days) -> Days:
        return unknown if self.directions[status] is self.wanted else frozenset()

    def told(self, condition: Condition) -> Verdict:
        return YES if self.signs[condition] is self.wanted else NO


def _directions(atom: Condition) -> Iterator[tuple[Status, bool]]:
    if isinstance(atom, (DaysIn, Run, During)):
        for part in (atom.days, getattr(atom, "skipping", None)):
            yield from () if part is None else day_directions(part, True)


def day_directions(of: DaySet, positive: bool) -> Iterator[tuple[Status, bool]]:
    """Yield each status of a set of days, and whether more of its days mean more days in the set."""
    if isinstance(of, StatusDays):
        yield from ((status, positive) for status in of.statuses)
    elif isinstance(of, Unbroken):
        yield from day_directions(of.inner, positive)
    else:
        assert isinstance(of, (Both, Either, Without))
        yield from day_directions(of.one, positive)
        yield from day_directions(of.other, positive is not isinstance(of, Without))


def signs_of(condition: Condition, positive: bool = True) -> Iterator[tuple[Condition, bool]]:
    """Yield each condition without parts, and whether it is wanted or, under an odd number of negations, not."""
    if isinstance(condition, Not):
        yield from signs_of(condition.part, not positive)
    elif parts := parts_of(condition):
        for part in parts:
            yield from signs_of(part, positive)
    else:
        yield condition, positive
