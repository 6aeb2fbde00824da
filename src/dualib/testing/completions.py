"""Ways in which what is unknown about a person may turn out: all of them where they are few, else a sample."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeVar

import attrs
import numpy as np

from dualib.conditions import Condition
from dualib.conditions.base import Not
from dualib.conditions.case_split import events
from dualib.conditions.windows import WindowAtom
from dualib.dates import LeapBirthday
from dualib.person import Person
from dualib.testing.oracle import (
    AskedPerson,
    Days,
    day_directions,
    meaning,
    months_after,
    value_fits,
    values_near,
)
from dualib.verdicts import NO, YES, Verdict
from dualib.vocabulary.facts import DISABILITY_CODES, FACTS, NEVER, Change, FactValue, Kind, Status

__all__ = [
    "answers_of_all_completions",
    "answers_of_sampled_completions",
    "candidates",
    "extreme_answers",
    "leaves",
    "signs_of",
    "telling_values",
]

T = TypeVar("T")
Pick = Callable[[Sequence[T]], T]
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
_DAY = timedelta(days=1)


@lru_cache(maxsize=4096)
def leaves(condition: Condition) -> tuple[Condition, ...]:
    """Return the distinct conditions without parts."""
    return tuple(dict.fromkeys(part for part in condition.walk() if not part.parts))


@lru_cache(maxsize=4096)
def candidates(condition: Condition, name: str, on: date) -> tuple[FactValue, ...]:
    """Return values a fact may have, with those on both sides of every limit the condition sets.

    >>> from dualib.conditions import has
    >>> candidates(has("school_duty_done"), "school_duty_done", date(2015, 5, 31))
    (True, False)
    """
    kind = FACTS[name].kind
    if kind is Kind.YES_NO:
        return True, False
    if kind is Kind.CODE:
        return False, *DISABILITY_CODES
    if FACTS[name].categories is not None:
        return tuple(FACTS[name].categories or ())
    about = [leaf for leaf in leaves(condition) if name in leaf.reads]
    near = dict.fromkeys(value for leaf in about for value in values_near(leaf, on))
    if kind is Kind.CATEGORY:
        return *near, "9999"
    if kind is Kind.NUMBER:
        return tuple(sorted({0, *(value for value in near if isinstance(value, int))}))
    found = [months_after(on, -12 * 30)]
    if name in events(condition):
        found = [months_after(on, -12 * 18), *(on + step * _DAY for step in (-1, 0, 1))]
    found += [value for value in near if isinstance(value, date)]
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
    if name in events(condition):
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
    if isinstance(atom, WindowAtom):
        for part in (atom.days, atom.skipping):
            yield from () if part is None else day_directions(part, True)


def signs_of(condition: Condition, positive: bool = True) -> Iterator[tuple[Condition, bool]]:
    """Yield each condition without parts, and whether it is wanted or, under an odd number of negations, not."""
    if isinstance(condition, Not):
        yield from signs_of(condition.part, not positive)
    elif condition.parts:
        for part in condition.parts:
            yield from signs_of(part, positive)
    else:
        yield condition, positive
