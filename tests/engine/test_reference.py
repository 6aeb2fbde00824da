"""What conditions mean for many persons is registered by class, and a class without a meaning is refused."""

from __future__ import annotations

from datetime import date

import attrs
import numpy as np
import pytest

import dualib.engine
from dualib.arrays import VerdictArray, as_verdicts
from dualib.conditions import Atom, Case, Condition, DaySet, Finding, during, has
from dualib.dates import UNKNOWN_DAY, to_day
from dualib.engine.answer import answer_all
from dualib.engine.reference import answers, resolve_all
from dualib.engine.view import View
from dualib.errors import BadInput
from dualib.person import Person
from dualib.register import Register
from dualib.verdicts import NO, UNKNOWN, YES

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
            "Strange means nothing for many persons: expected a condition of dualib.conditions, "
            "or a class registered with @dualib.engine.answers.register(Strange)",
        ),
        (
            during(StrangeDays()),
            "StrangeDays means nothing for many persons: expected a set of days of "
            "dualib.conditions, or a class registered with "
            "@dualib.engine.in_segments.register(StrangeDays)",
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
