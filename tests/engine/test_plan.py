"""What is left to ask: which spells may matter, for whom, and in which order."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from dualib import Register, Status
from dualib.conditions import Condition, at_event, days, days_in, during, has, unbroken
from dualib.conditions.spans import FIRST_DAY, LAST_DAY
from dualib.dates import Ends, last_days, to_day
from dualib.engine.answer import AskedCondition, Question
from dualib.engine.bitmaps import EVERYBODY, Answers, flags, packed
from dualib.engine.plan import plan_of
from dualib.engine.reach import Reach
from dualib.engine.view import View

ON = to_day(date(2015, 5, 31))
X, Y = Status.FULL_TIME_UNEMPLOYED, Status.SFI
A, B = has("school_duty_done"), has("newly_arrived")
TODAY, TEN, THIRTY = (
    during(X),
    days_in(days(X), at_least=2, window=last_days(10), ends=Ends.ON),
    days_in(days(Y), at_least=2, window=last_days(30), ends=Ends.ON),
)
LONG = days_in(unbroken(days(X), at_least=5), at_least=2, window=last_days(10), ends=Ends.ON)
ALL_DAYS = (-(2**31), 2**31 - 1)


@pytest.mark.parametrize(
    ("asked", "first", "last", "interest"),
    [
        ((A,), LAST_DAY, FIRST_DAY, 0),
        ((TODAY,), ON, ON, X.bit),
        ((TEN,), ON - 9, ON, X.bit),
        ((A & TEN, ~THIRTY | TODAY), ON - 29, ON, X.bit | Y.bit),
        ((TEN, LONG), *ALL_DAYS, X.bit),
        ((TEN, at_event("first_registered", THIRTY)), *ALL_DAYS, X.bit | Y.bit),
    ],
)
def test_spells_that_may_matter(
    asked: tuple[Condition, ...], first: int, last: int, interest: int
) -> None:
    register = Register.from_frames({"sex": ["man"] * 3})
    for on, before, after in ((ON, 0, 0), (ON + np.array([-5, 0, 7], np.int32), 5, 7)):
        view = View(register, on)
        question = Question.of(
            view, [AskedCondition(condition, np.empty(3, np.int8)) for condition in asked]
        )
        known = (first, last) == ALL_DAYS or not interest
        expected = (first, last) if known else (first - before, last + after)
        assert question.reach == Reach(*expected, interest)


THREE = packed(np.array([True, True, False]))
#: Answers of A and B, and for each condition the persons for whom the days still matter.
YES_OPEN_NO, NO_YES_OPEN = (
    Answers.of(np.array([1, 0, -1], np.int8)),
    Answers.of(np.array([-1, 1, 0], np.int8)),
)


@pytest.mark.parametrize(
    ("condition", "matters"),
    [
        (TEN, [True, True, True]),
        (A & TEN, [True, True, False]),
        (A | TEN, [False, True, True]),
        (~(A & ~TEN), [True, True, False]),
        (A & (B | TEN), [True, False, False]),
        (A | (B & TEN), [False, True, True]),
        ((A & TEN) | (B & TEN), [True, True, True]),
    ],
)
def test_days_are_counted_of_those_whose_answer_depends_on_them(
    condition: Condition, matters: list[bool]
) -> None:
    plan = plan_of((condition,))
    number = {node.condition: place for place, node in enumerate(plan.nodes)}
    known = {
        number[atom]: answers
        for atom, answers in ((A, YES_OPEN_NO), (B, NO_YES_OPEN))
        if atom in number
    }
    found = plan.contexts(known, [EVERYBODY])
    assert list(found) == [number[TEN]]
    assert flags(found[number[TEN]], 3).tolist() == matters
    some = plan.contexts(known, [THREE])
    assert flags(some[number[TEN]], 3).tolist() == [*matters[:2], False]
    assert plan.contexts({**known, number[TEN]: Answers.same(1)}, [EVERYBODY]) == {}


def test_what_looks_at_one_day_is_asked_first() -> None:
    plan = plan_of((A & TEN & TODAY, B, TODAY | THIRTY))
    number = {node.condition: place for place, node in enumerate(plan.nodes)}
    assert plan.stages == ((number[TODAY],), (number[TEN], number[THIRTY]))
    assert plan.roots == (number[A & TEN & TODAY], number[B], number[TODAY | THIRTY])
    assert plan.beside == (number[A],)
    assert set(plan.costly) == set(range(len(plan.nodes))) - {number[A], number[B]}
    assert sorted(map(repr, plan.windows())) == sorted(map(repr, (TEN, TODAY, THIRTY)))
    assert not plan.events
    assert plan_of((at_event("first_registered", TEN),)).events
    assert plan_of((A,)).stages == ()


def test_what_is_asked_at_an_event_gets_no_node_of_its_own() -> None:
    plan = plan_of((A & at_event("first_registered", B & TEN),))
    assert [node.condition for node in plan.nodes if node.condition in (B, TEN)] == []
    assert plan.interest == X.bit
    for node in plan.nodes:
        assert all(part < plan.nodes.index(node) for part in node.parts)
