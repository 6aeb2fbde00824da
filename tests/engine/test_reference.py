"""What conditions mean for many persons is registered by class; a class without is refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import dualib.engine
from dualib.arrays import VerdictArray, as_verdicts
from dualib.conditions import (
    Atom,
    Case,
    Condition,
    DaySet,
    Finding,
    days,
    days_in,
    during,
    has,
    unbroken,
)
from dualib.conditions.spans import Spans, subtraction, union
from dualib.dates import UNKNOWN_DAY, Ends, last_days, to_day
from dualib.engine.answer import answer_all
from dualib.engine.reference import Covered, answers, in_segments, resolve_all
from dualib.engine.sweep import Segments
from dualib.engine.view import View
from dualib.errors import BadInput
from dualib.person import Person
from dualib.register import Register
from dualib.testing import persons
from dualib.verdicts import NO, UNKNOWN, YES
from dualib.vocabulary import Status

ON = to_day(date(2015, 5, 31))


class Strange(Condition):
    """A condition without any meaning."""


class StrangeDays(DaySet):
    """A set of days without any meaning, as if of no status."""

    def directions(self, positive: bool = True) -> list:
        return []


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        (
            Strange(),
            "Strange has no meaning for many persons: expected a condition that dualib has; or "
            "register the class with @answers.register(Strange) of the engine",
        ),
        (
            during(StrangeDays()),
            "StrangeDays has no meaning for many persons: expected a set of days that dualib "
            "has; or register the class with @in_segments.register(StrangeDays) of the engine",
        ),
    ],
)
def test_what_has_no_meaning_for_many_is_refused(condition: Condition, told: str) -> None:
    view = View(Register.from_persons([Person()]), ON)
    with pytest.raises(BadInput) as error:
        answers(has("newly_arrived") & condition, view)
    assert str(error.value) == told


@attrs.frozen(cache_hash=True)
class BornOnAnEvenDay(Atom):
    """A kind of condition that no room of the library knows."""

    @property
    def reads(self) -> frozenset[str]:
        return frozenset({"born"})

    def measure(self, case: Case) -> Finding:
        born = case.value("born")
        assert not isinstance(born, str)
        return Finding(UNKNOWN if born is None else NO if born % 2 else YES)

    def thresholds(self, on: int) -> dict[str, tuple[int | str, ...]]:
        return {"born": (0, 1)}

    def accepts(self, value: int | str, on: int) -> bool:
        assert isinstance(value, int)
        return value % 2 == 0


@dualib.engine.answers.register
def _(condition: BornOnAnEvenDay, view: View) -> VerdictArray:
    born = view.column("born")
    return as_verdicts(born % 2 == 0, born != UNKNOWN_DAY)


def test_a_registered_kind_of_ones_own_is_answered_on_every_path() -> None:
    people = [
        Person(born=born, newly_arrived=arrived, as_of=date(2015, 5, 31))
        for born in (None, date(1990, 1, 1), date(1990, 1, 2))
        for arrived in (None, True, False)
    ]
    register = Register.from_persons(people)
    even = BornOnAnEvenDay()
    for condition in (even, ~even & has("newly_arrived"), even | has("newly_arrived")):
        expected = [condition.answer(Case(person, ON)) for person in people]
        assert answers(condition, View(register, ON)).tolist() == expected
        assert answer_all(condition, View(register, ON)).tolist() == expected
        each = View(register, np.full(len(people), ON, np.int32))
        assert answer_all(condition, each).tolist() == expected
    assert resolve_all(even | ~even, View(register, ON)).tolist() == [YES] * len(people)


@attrs.frozen(cache_hash=True)
class InOneOnly(DaySet):
    """A kind of set that no room of the library knows: the days in one of two sets, not in both."""

    one: DaySet
    other: DaySet

    @property
    def parts(self) -> tuple[DaySet, ...]:
        return self.one, self.other

    def spans(self, case: Case) -> tuple[Spans, Spans]:
        (low, high), (low2, high2) = case.spans(self.one), case.spans(self.other)
        return (
            union([*subtraction(low, high2), *subtraction(low2, high)]),
            union([*subtraction(high, low2), *subtraction(high2, low)]),
        )

    def directions(self, positive: bool = True) -> list[tuple[Status, bool]]:
        found = [*self.one.directions(positive), *self.other.directions(positive)]
        return [(status, way) for status, _ in found for way in (True, False)]


@dualib.engine.in_segments.register
def _(
    of: InOneOnly,
    certain: Mapping[Status, Covered],
    possible: Mapping[Status, Covered],
    among: Segments,
) -> tuple[Covered, Covered]:
    low, high = in_segments(of.one, certain, possible, among)
    low2, high2 = in_segments(of.other, certain, possible, among)
    return low & ~high2 | low2 & ~high, high & ~low2 | high2 & ~low


JOBLESS, REGISTERED = days("full_time_unemployed"), days("registered_as_jobseeker")


@given(st.lists(persons(), max_size=4))
def test_a_registered_kind_of_set_of_ones_own_is_counted_on_every_path(
    people: list[Person],
) -> None:
    odd = InOneOnly(JOBLESS, REGISTERED)
    on, register = to_day(date(2016, 2, 29)), Register.from_persons(people)
    window = last_days(60)
    for counted in (odd, odd - days("part_time"), unbroken(odd, at_least=5)):
        for condition in (
            during(counted),
            days_in(counted, at_least=20, window=window, ends=Ends.ON),
            days_in(REGISTERED, at_least=20, window=window, ends=Ends.ON, skipping=counted),
        ):
            expected = [condition.answer(Case(person, on)) for person in people]
            assert answers(condition, View(register, on)).tolist() == expected
            assert answer_all(condition, View(register, on)).tolist() == expected
