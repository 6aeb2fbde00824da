"""Answers as good as promised: every completion of the unknowns tried on small grids."""

import itertools
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.conditions import (
    Case,
    Condition,
    age,
    at_event,
    at_least,
    days,
    days_in,
    during,
    has,
    judgement,
    not_expressed,
    one_of,
)
from dualib.conditions.base import All, Any
from dualib.conditions.case_split import (
    BUDGET,
    Exactness,
    events,
    exactness,
    resolve,
    values_to_try,
)
from dualib.dates import Ends, last_days, to_day
from dualib.engine import View, answers
from dualib.engine.reference import resolve_all
from dualib.language import Text
from dualib.person import Person
from dualib.register import Register
from dualib.verdicts import NO, UNKNOWN, YES, Verdict
from dualib.vocabulary import DISABILITY_CODES, FACTS, Kind

ON, DAY = date(2016, 2, 29), timedelta(days=1)
A, B, C = (has(name) for name in ("school_duty_done", "gymnasieexamen", "newly_arrived"))
LITERALS = [A, ~A, B, ~B]
PAIRS: list[Condition] = [
    kind.of(one, two) for kind in (All, Any) for one in LITERALS for two in LITERALS
]
FORMULAS: list[Condition] = [
    kind.of(one, two) for kind in (All, Any) for one in PAIRS for two in PAIRS
]
FACT = {YES: True, NO: False, UNKNOWN: None}
DAYS = "benefit_days_in_jobbgaranti"
GRID = [*itertools.product(Verdict, repeat=2)]
PERSONS = [Person(school_duty_done=FACT[a], gymnasieexamen=FACT[b], as_of=ON) for a, b in GRID]
REGISTER = Register.from_persons(PERSONS)


def completed(condition: Condition, row: tuple[Verdict, ...]) -> Verdict:
    """The common answer of all completions of a row of the grid."""
    ways = itertools.product(*([YES, NO] if verdict is UNKNOWN else [verdict] for verdict in row))
    found = {condition.answer(Case(PERSONS[GRID.index(way)], to_day(ON))) for way in ways}  # type: ignore[arg-type]
    return found.pop() if len(found) == 1 else UNKNOWN


def test_all_small_formulas_are_exact_on_the_whole_grid() -> None:
    """Four literals on two facts, joined in every way: each row has the common answer of its completions."""
    view = View(REGISTER, to_day(ON))
    assert len(FORMULAS) == 2 * len(PAIRS) ** 2
    for condition in dict.fromkeys(FORMULAS):
        found = exactness(condition, to_day(ON))
        assert found.exact
        expected = [completed(condition, row) for row in GRID]
        assert [resolve(condition, Case(person, to_day(ON))) for person in PERSONS] == expected
        assert resolve_all(condition, view).tolist() == expected
        plain = [condition.answer(Case(person, to_day(ON))) for person in PERSONS]
        # Kleene's answers alone are sound, and exact where no fact works in two directions.
        assert all(told in (UNKNOWN, true) for told, true in zip(plain, expected, strict=True))
        if not found.facts:
            assert plain == expected


@pytest.mark.parametrize("step", [-1, 0, 1])
def test_ages_that_exclude_each_other(step: int) -> None:
    for condition, verdict in [
        (age(16, below=20) & age(20, below=25), NO),
        (age(16, below=20) | ~age(16, below=20), YES),
        (age(16, below=25) & ~age(18), UNKNOWN),
        (age(16, below=25) | age(20, below=30), UNKNOWN),
        (~age(20) | age(16), YES),
        (age(20) & ~age(16), NO),
    ]:
        on = to_day(ON) + step
        assert exactness(condition, on).exact
        assert resolve(condition, Case(Person(), on)) is verdict
        each = np.array([on, on + 1], np.int32)
        assert (
            resolve_all(condition, View(Register.from_persons([Person()] * 2), each)).tolist()
            == [verdict] * 2
        )
        assert resolve_all(condition, View(Register.from_persons([Person()]), on)).tolist() == [
            verdict
        ]


def test_a_split_keeps_what_is_known() -> None:
    condition = A & B | A & ~B
    view = View(REGISTER, to_day(ON))
    assert exactness(condition, to_day(ON)) == Exactness(True, ("gymnasieexamen",), 2)
    before = answers(condition, view)
    found = resolve_all(condition, view)
    assert before.tolist() == [NO, NO, NO, UNKNOWN, UNKNOWN, UNKNOWN, YES, UNKNOWN, YES]
    assert found.tolist() == [NO, NO, NO, UNKNOWN, UNKNOWN, UNKNOWN, YES, YES, YES]
    case = Case(Person(school_duty_done=True, as_of=ON), to_day(ON), {"newly_arrived": True})
    assert resolve(condition, case) is YES
    assert case.used == {}


def test_a_known_fact_that_needs_a_split_is_not_tried_otherwise() -> None:
    condition = A & (B | ~B) | ~A & C
    assert set(exactness(condition, to_day(ON)).facts) == {"school_duty_done", "gymnasieexamen"}
    people = [
        Person(school_duty_done=done, newly_arrived=False, as_of=ON) for done in (True, False, None)
    ]
    assert [resolve(condition, Case(person, to_day(ON))) for person in people] == [YES, NO, UNKNOWN]
    assert resolve_all(condition, View(Register.from_persons(people), to_day(ON))).tolist() == [
        YES,
        NO,
        UNKNOWN,
    ]


def test_what_one_fact_can_satisfy_and_fail_at_once_needs_no_split() -> None:
    for condition, facts, cases in [
        (A & B, (), 1),
        (A & A, (), 1),
        (age(16) & age(18), (), 1),
        (age(16, below=25) & age(20, below=30), (), 1),
        (A & ~A, ("school_duty_done",), 2),
        ((A & ~A) | (B & ~B), ("school_duty_done", "gymnasieexamen"), 4),
        (has("disability_code") & ~one_of("disability_code", 11), ("disability_code",), 3),
        (has("disability_code") & one_of("disability_code", 11), (), 1),
        (one_of("disability_code", 11) & one_of("disability_code", 21), ("disability_code",), 4),
        (one_of("disability_code", 11, 21) & one_of("disability_code", 21, 22), (), 1),
        (one_of("sex", "woman", "man"), ("sex",), 2),
        (one_of("sex", "woman"), (), 1),
        (at_least(DAYS, 3) & at_least(DAYS, 9), (), 1),
        (at_least(DAYS, 3) & ~at_least(DAYS, 9), (DAYS,), 4),
        (~at_least(DAYS, 3) & at_least(DAYS, 3), (DAYS,), 2),
        (during("hourly") & A, (), 1),
        (during("hourly") & ~during("sfi"), (), 1),
        (during("hourly") & during("hourly"), (), 1),
        (judgement(Text("a", "b")) & A, (), 1),
        (not_expressed(Text("a", "b")) & A, (), 1),
    ]:
        assert exactness(condition, to_day(ON)) == Exactness(True, facts, cases), condition


def test_what_is_only_sound() -> None:
    unsaid = not_expressed(Text("a", "b"))
    for condition in (
        during("hourly") & ~during("hourly"),
        during("hourly")
        | during("part_time")
        & ~days_in(days("hourly"), at_least=1, window=last_days(2), ends=Ends.ON),
        during(days("hourly") - days("sfi")) & during("sfi"),
        unsaid | ~unsaid,
        at_event("first_registered", A),
        A & at_event("first_registered", Any.of(A, B)),
    ):
        assert exactness(condition, to_day(ON)) == Exactness(False)
    assert resolve(unsaid | ~unsaid, Case(Person(), to_day(ON))) is UNKNOWN
    assert resolve_all(unsaid | ~unsaid, View(REGISTER, to_day(ON))).tolist() == [0] * 9


def test_a_split_has_a_budget() -> None:
    names = [name for name, item in FACTS.items() if item.kind is Kind.YES_NO]
    within = Any.of(*(has(name) & ~has(name) for name in names[:6]))
    beyond = Any.of(*(has(name) & ~has(name) for name in names[:7]))
    assert BUDGET == 64
    assert exactness(within, 0) == Exactness(True, tuple(names[:6]), 64)
    assert exactness(beyond, 0) == Exactness(False, (), 1)
    assert resolve(within, Case(Person(), 0)) is NO
    assert resolve(beyond, Case(Person(), 0)) is UNKNOWN


def test_values_that_stand_for_all_others() -> None:
    assert values_to_try(A & B, 0) == {"school_duty_done": (-1, 1), "gymnasieexamen": (-1, 1)}
    assert values_to_try(has("disability_code"), 0) == {"disability_code": (0, 11)}
    assert values_to_try(one_of("disability_code", 11, 21), 0) == {
        "disability_code": (0, 11, 21, 22)
    }
    every = one_of("disability_code", *DISABILITY_CODES)
    assert values_to_try(every, 0) == {"disability_code": (0, *DISABILITY_CODES)}
    assert values_to_try(one_of("sex", "man"), 0) == {"sex": ("man", "woman")}
    on, turned = to_day(date(2015, 5, 31)), to_day(date(1999, 5, 31))
    assert values_to_try(age(16, below=17), on) == {
        "born": (turned - 365, turned - 364, turned, turned + 1)
    }
    both = values_to_try(one_of("disability_code", 11) & has("disability_code") & A, 0)
    assert both == {"disability_code": (0, 11, 21), "school_duty_done": (-1, 1)}


def test_events_that_parts_are_asked_at() -> None:
    inner = at_event("permit_granted", A & at_event("first_registered", B))
    assert events(inner | C) == {"permit_granted", "first_registered"}
    assert events(~inner.parts[0] & C) == {"first_registered"}
    assert events(A & B) == frozenset()


def test_how_good_in_words() -> None:
    sound = Exactness(False).words
    assert sound.sv.startswith("säkra svar: ja och nej stämmer alltid")
    assert (
        sound.en
        == "sound: yes and no always hold, but unknown may occur though all completions agree"
    )
    assert Exactness(True).words == Text("exakta svar", "exact")
    assert Exactness(True, ("sex", "born"), 12).words == Text(
        "exakta svar, genom uppdelning på sex, born (12 fall)",
        "exact, by a case split on sex, born (12 cases)",
    )
    assert Exactness(True) == Exactness(True, (), 1)


@given(st.sampled_from(FORMULAS), st.sampled_from(FORMULAS), st.sampled_from([All, Any]))
def test_larger_formulas_too(one: Condition, two: Condition, kind: type) -> None:
    condition = kind.of(one, ~two)  # type: ignore[attr-defined]
    expected = [completed(condition, row) for row in GRID]
    assert [resolve(condition, Case(person, to_day(ON))) for person in PERSONS] == expected
    assert resolve_all(condition, View(REGISTER, to_day(ON))).tolist() == expected


def test_days_of_ones_own_need_splits_of_their_own() -> None:
    condition = age(16, below=20) & age(20, below=25)
    people = [Person(), Person(born=date(1997, 1, 1)), Person(), Person(born=date(1990, 1, 1))]
    on = np.array([to_day(ON), to_day(ON), to_day(ON) + 900, to_day(ON) - 900], np.int32)
    register = Register.from_persons(people)
    assert answers(condition, View(register, on)).tolist() == [UNKNOWN, NO, UNKNOWN, NO]
    assert resolve_all(condition, View(register, on)).tolist() == [NO] * 4
