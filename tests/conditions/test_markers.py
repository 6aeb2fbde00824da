"""What no register can answer, conditions asked at an event, and names."""

import itertools
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.conditions import (
    Case,
    Condition,
    EventFinding,
    Finding,
    age,
    at_event,
    days,
    during,
    has,
    judgement,
    named,
    not_expressed,
)
from dualib.conditions.base import Literal
from dualib.conditions.markers import AtEvent, Judgement, Named, NotExpressed
from dualib.dates import NEVER_DAY, to_day
from dualib.engine import View, answers
from dualib.errors import BadInput
from dualib.language import Text
from dualib.person import ONGOING, Person, Spell
from dualib.register import Register
from dualib.testing import conditions, persons
from dualib.verdicts import NO, UNKNOWN, YES
from dualib.vocabulary import FACTS, NEVER, FactValue

ON, DAY = date(2016, 2, 29), timedelta(days=1)
WORDS = Text("ord", "words")


def test_judgements_leave_the_answer_to_the_rest() -> None:
    case, view = Case(Person(), to_day(ON)), View(Register.from_persons([Person()] * 3), to_day(ON))
    for condition, verdict in ((judgement(WORDS), YES), (not_expressed(WORDS), UNKNOWN)):
        assert condition.answer(case) is condition.reason(case).verdict is verdict
        assert condition.reason(case).finding == Finding(verdict)
        found = answers(condition, view)
        assert (found.dtype, found.tolist()) == (np.int8, [int(verdict)] * 3)
        assert condition.reads == frozenset()
        assert condition.thresholds(to_day(ON)) == {}  # type: ignore[attr-defined]
        assert list(condition.literals()) == [Literal(condition, True)]  # type: ignore[arg-type]
    assert (judgement(WORDS), not_expressed(WORDS)) == (Judgement(WORDS), NotExpressed(WORDS))
    assert judgement(WORDS) != not_expressed(WORDS)


EVENTS: list[FactValue] = [None, NEVER, *(ON + step * DAY for step in (-400, -1, 0, 1, 400))]
INNER: list[Condition] = [
    age(16),
    age(18, below=25),
    has("school_duty_done"),
    during("in_kaa"),
    not_expressed(WORDS),
]


@pytest.mark.parametrize("inner", INNER, ids=repr)
def test_a_condition_is_asked_about_the_day_of_the_event(inner: Condition) -> None:
    spells = [Spell(ON - 400 * DAY, ON - 300 * DAY, "in_kaa"), Spell(ON - DAY, ONGOING, "in_kaa")]
    people = [
        Person(
            spells=spells,
            observed={"municipal": (ON - 350 * DAY, ON - DAY)},
            born=date(1998, 2, 28) + step * DAY,
            school_duty_done=done,
            as_of=as_of,
            first_registered=event,
        )
        for event, step, (done, as_of) in itertools.product(
            EVENTS, (0, 1, 2), [(True, ON), (False, ON - DAY)]
        )
    ]
    expected = []
    for person in people:
        event = person.facts["first_registered"]
        if event is NEVER and person.as_of != ON:
            expected.append(UNKNOWN)  # since then it may have happened
        elif event is None:
            expected.append(UNKNOWN)
        elif not isinstance(event, date) or event > ON:
            expected.append(NO)
        else:
            expected.append(inner.answer(Case(person, to_day(event))))
    condition = at_event("first_registered", inner)
    cases = [Case(person, to_day(ON)) for person in people]
    assert [condition.answer(case) for case in cases] == expected
    register = Register.from_persons(people)
    for on in (to_day(ON), np.full(len(people), to_day(ON), np.int32)):
        many = answers(condition, View(register, on))
        assert (many.dtype, many.tolist()) == (np.int8, expected)
    for case, verdict in zip(cases, expected, strict=True):
        reason = condition.reason(case)
        event = case.value("first_registered")
        assert reason.finding == EventFinding(verdict, event)  # type: ignore[arg-type]
        assert reason.verdict is verdict
        asked = event if isinstance(event, int) and event <= to_day(ON) else to_day(ON)
        assert reason.parts[0] == inner.reason(case.at(asked))
    assert condition.reads == inner.reads | {"first_registered"}
    assert condition.parts == (inner,)


def test_each_person_has_a_day_of_ones_own() -> None:
    condition = at_event("first_registered", age(18))
    people = [
        Person(born=date(1998, 2, 28), first_registered=date(2016, 2, 28) + step * DAY)
        for step in range(-2, 3)
    ]
    on = np.array([to_day(date(2016, 2, 28) + step * DAY) for step in (0, 0, 0, 0, 2)], np.int32)
    assert answers(condition, View(Register.from_persons(people), on)).tolist() == [
        NO,
        NO,
        YES,
        NO,
        YES,
    ]


@given(conditions(most=2), st.data())
def test_a_name_changes_no_answer(inner: Condition, data: st.DataObject) -> None:
    person = data.draw(persons(inner, on=ON))
    condition = named(WORDS, inner)
    case = Case(person, to_day(ON))
    assert condition.answer(case) is inner.answer(case)
    reason = condition.reason(case)
    assert (reason.condition, reason.finding, reason.parts) == (
        condition,
        None,
        (inner.reason(case),),
    )
    assert list(condition.literals(False)) == list(inner.literals(False))
    assert condition.reads == inner.reads
    assert condition.parts == (inner,)
    view = View(Register.from_persons([person]), to_day(ON))
    assert answers(condition, view).tolist() == answers(inner, view).tolist()
    assert condition == Named(inner, WORDS) != Named(inner, Text("annat", "other"))


NO_WORDS = "expected Swedish and English words; write Text(sv, en)"
BAD = [
    *(
        (lambda make=make, words=words: make(words), f"{make.__name__}({words!r}): {NO_WORDS}")
        for make in (judgement, not_expressed)
        for words in ("far", Text("", "a"), Text("a", ""), None)
    ),
    (lambda: named("young", age(16)), f"named('young'): {NO_WORDS}"),
    (lambda: named(Text("a", ""), age(16)), f"named({Text('a', '')!r}): {NO_WORDS}"),
    (lambda: named(WORDS, days("sfi")), f"named(..., {days('sfi')!r}): expected a condition"),
    (
        lambda: at_event("sex", age(16)),
        "at_event('sex'): the fact 'sex' is a category, expected a date",
    ),
    (
        lambda: at_event("permit_granted", "age"),
        "at_event('permit_granted', 'age'): expected a condition",
    ),
    (
        lambda: at_event("permit_grantd", age(16)),
        f"fact 'permit_grantd' is not known: expected one of {', '.join(FACTS)}. Did you mean 'permit_granted'?",
    ),
]


@pytest.mark.parametrize(("call", "message"), BAD)
def test_what_cannot_be_used_is_told(call: object, message: str) -> None:
    with pytest.raises(BadInput) as error:
        call()  # type: ignore[operator]
    assert str(error.value) == message


def test_events_are_data() -> None:
    assert at_event("born", age(0)) == AtEvent("born", age(0))
    assert len({at_event("born", age(0)), AtEvent("born", age(0)), at_event("born", age(1))}) == 2
    assert to_day(ON) < NEVER_DAY
