"""Conditions combined: truth tables over atoms, flat lists, directions, what is read, reasons."""

import itertools
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.conditions import (
    Case,
    Condition,
    Finding,
    Reason,
    age,
    at_event,
    has,
    judgement,
    named,
    not_expressed,
)
from dualib.conditions.base import All, Always, Any, Atom, Literal, Not
from dualib.conditions.markers import Named
from dualib.dates import to_day
from dualib.engine import View, answers
from dualib.errors import BadInput
from dualib.language import Text
from dualib.person import Person
from dualib.register import Register
from dualib.testing import conditions
from dualib.verdicts import NO, UNKNOWN, YES, Verdict, all_of, any_of

ON = date(2016, 2, 29)
FACT = {YES: True, NO: False, UNKNOWN: None}
A, B, C = (has(name) for name in ("school_duty_done", "gymnasieexamen", "newly_arrived"))
GRID = [*itertools.product(Verdict, repeat=3)]
PERSONS = [
    Person(school_duty_done=FACT[a], gymnasieexamen=FACT[b], newly_arrived=FACT[c], as_of=ON)
    for a, b, c in GRID
]
TABLES = [
    (A & B, lambda a, b, c: a & b),
    (A | B, lambda a, b, c: a | b),
    (~A, lambda a, b, c: ~a),
    (A & B & C, lambda a, b, c: a & b & c),
    (A | B | C, lambda a, b, c: a | b | c),
    (A & (B | C), lambda a, b, c: a & (b | c)),
    ((A | B) & ~C, lambda a, b, c: (a | b) & ~c),
    (~(A & ~B) | C, lambda a, b, c: ~(a & ~b) | c),
    (~~A, lambda a, b, c: a),
    (named(Text("n", "n"), A & B) | C, lambda a, b, c: (a & b) | c),
    (Always() & A, lambda a, b, c: a),
    (~Always() | A, lambda a, b, c: a),
    (judgement(Text("d", "j")) & A, lambda a, b, c: a),
    (not_expressed(Text("s", "r")) & A, lambda a, b, c: a & UNKNOWN),
    (not_expressed(Text("s", "r")) | A, lambda a, b, c: a | UNKNOWN),
]


@pytest.mark.parametrize(
    ("condition", "expected"), TABLES, ids=[repr(condition) for condition, _ in TABLES]
)
def test_truth_tables_of_conditions(condition: Condition, expected: object) -> None:
    wanted = [expected(*row) for row in GRID]  # type: ignore[operator]
    cases = [Case(person, to_day(ON)) for person in PERSONS]
    assert [condition.answer(case) for case in cases] == wanted
    reasons = [condition.reason(case) for case in cases]
    assert [reason.verdict for reason in reasons] == wanted
    many = answers(condition, View(Register.from_persons(PERSONS), to_day(ON)))
    assert many.dtype == np.int8
    assert many.tolist() == wanted


@given(conditions())
def test_a_condition_is_told_in_reasons_of_the_same_form(condition: Condition) -> None:
    def check(reason: Reason, of: Condition) -> None:
        assert reason.condition is of
        assert len(reason.parts) == len(of.parts)
        assert (reason.finding is None) is not (isinstance(of, Atom) or hasattr(of, "event"))
        for part, inner in zip(reason.parts, of.parts, strict=True):
            check(part, inner)
        inner_verdicts = [part.verdict for part in reason.parts]
        if isinstance(of, All):
            assert reason.verdict is all_of(inner_verdicts)
        elif isinstance(of, Any):
            assert reason.verdict is any_of(inner_verdicts)
        elif isinstance(of, Not):
            assert reason.verdict is ~inner_verdicts[0]
        elif isinstance(of, Named):
            assert reason.verdict is inner_verdicts[0]
        elif isinstance(of, Atom):
            assert reason.finding is not None
            assert reason.finding.verdict is reason.verdict

    tree = condition.reason(Case(Person(), to_day(ON)))
    check(tree, condition)
    walked = list(tree.walk())
    assert walked[0] is tree
    assert len(walked) == 1 + sum(len(list(part.walk())) for part in tree.parts)


def literals(condition: Condition, positive: bool = True) -> list[Literal]:
    if isinstance(condition, Atom):
        return [Literal(condition, positive)]
    flipped = positive is not isinstance(condition, Not)
    return [literal for part in condition.parts for literal in literals(part, flipped)]


@given(conditions())
def test_directions_turn_with_every_negation(condition: Condition) -> None:
    found = list(condition.literals())
    assert found == literals(condition)
    assert list((~condition).literals()) == literals(condition, False)
    assert condition.atoms() == tuple(dict.fromkeys(literal.atom for literal in found))
    assert hash(condition) == hash(condition)
    inner = {name for atom in condition.atoms() for name in atom.reads}
    assert inner <= condition.reads
    assert condition.reads - inner <= {"first_registered"}


@given(conditions(), conditions(), conditions())
def test_joining_opens_what_is_of_the_same_kind(
    one: Condition, two: Condition, three: Condition
) -> None:
    for kind, left, right in [
        (All, (one & two) & three, one & (two & three)),
        (Any, (one | two) | three, one | (two | three)),
    ]:
        assert left == right
        flat = dict.fromkeys(
            part
            for whole in (one, two, three)
            for part in (whole.parts if type(whole) is kind else (whole,))
        )
        if len(flat) == 1:
            assert left == next(iter(flat))
        else:
            assert type(left) is kind
            assert left.parts == tuple(flat)
        assert left == kind.of(one, two, three)  # type: ignore[attr-defined]
        assert not any(type(part) is kind for part in left.parts) or type(left) is not kind


def test_conditions_of_other_kinds_and_names_stay_closed() -> None:
    young = named(Text("ung", "young"), A & B)
    assert (young & C).parts == (young, C)
    assert ((A | B) & C).parts == (A | B, C)
    assert (A & A) == A == (A | A) == All.of(A) == Any.of(A)
    assert All((A, B)) == (A & B & A)
    assert repr(~(A & B) | C) == f"(~({A!r} & {B!r}) | {C!r})"
    assert repr(A) == "Has(name='school_duty_done')"
    assert (~A).parts == (A,)
    assert A.parts == ()
    assert len({A & B, All((A, B)), A | B, Any((A, B)), ~A, Not(A)}) == 3


def test_what_is_settled_early_is_still_told_whole() -> None:
    asked: list[str] = []

    class Heard(Case):
        def value(self, name: str) -> int | str | None:
            asked.append(name)
            return super().value(name)

    case = Heard(PERSONS[GRID.index((NO, YES, YES))], to_day(ON))
    assert (A & B & C).answer(case) is NO
    assert asked == ["school_duty_done"]
    asked.clear()
    assert (~A | B | C).answer(case) is YES
    assert asked == ["school_duty_done"]
    asked.clear()
    assert (A & B & C).reason(case).verdict is NO
    assert asked == ["school_duty_done", "gymnasieexamen", "newly_arrived"]


def test_findings_are_data() -> None:
    assert Finding(YES) == Finding(YES) != Finding(NO)
    assert len({Literal(Always(), True), Literal(Always(), True), Literal(Always(), False)}) == 2


def test_always_holds_for_everybody() -> None:
    assert Always().measure(Case(Person(), 0)) == Finding(YES)
    assert answers(Always(), View(Register.from_persons([Person(), Person()]), 0)).tolist() == [
        1,
        1,
    ]
    assert (Always().reads, Always().thresholds(0), Always().parts) == (frozenset(), {}, ())
    assert list(Always().literals(False)) == [Literal(Always(), False)]
    assert at_event("first_registered", Always()).reads == {"first_registered"}


NO_TRUTH = "a condition has no truth value; combine conditions with & | ~, not with and, or, not"
BAD = [
    (lambda: bool(age(16)), NO_TRUTH),
    (lambda: not (A & B), NO_TRUTH),
    (lambda: A & 1, "1 is to the right of &: expected a condition"),
    (lambda: A | None, "None is to the right of |: expected a condition"),
    (lambda: A & YES, f"{YES!r} is to the right of &: expected a condition"),
]


@pytest.mark.parametrize(("call", "message"), BAD)
def test_what_cannot_be_used_is_told(call: object, message: str) -> None:
    with pytest.raises(BadInput) as error:
        call()  # type: ignore[operator]
    assert str(error.value) == message


@given(st.lists(st.sampled_from([A, B, C, ~A, A & B]), min_size=1, max_size=4))
def test_lists_of_conditions(parts: list[Condition]) -> None:
    case = Case(PERSONS[5], to_day(ON))
    answers = [part.answer(case) for part in parts]
    assert All.of(*parts).answer(case) is all_of(answers)
    assert Any.of(*parts).answer(case) is any_of(answers)
