"""Decisions: the reasons that made the answer, what follows, other readings, and what the answer rests on."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given

from dualib.conditions import Condition, Reason, age, days, has, judgement, named, not_expressed
from dualib.conditions.markers import Judgement
from dualib.decisions.decision import HORIZON_DAYS, Stretch
from dualib.decisions.receipts import written_value
from dualib.language import Text
from dualib.person import ONGOING, Person, Spell
from dualib.rules import Rule, Version
from dualib.sources import Citation, Confidence
from dualib.testing import conditions
from dualib.verdicts import NO, UNKNOWN, YES, Verdict
from dualib.vocabulary import NEVER

ON, DAY = date(2016, 2, 29), timedelta(days=1)
CITED = (Citation("SFS 2000:1", "1 §", Confidence.INFERRED, date(2020, 1, 1)),)
A, B, C = (has(name) for name in ("school_duty_done", "gymnasieexamen", "newly_arrived"))
FACT = {YES: True, NO: False, UNKNOWN: None}


def rule_of(condition: Condition, **options: object) -> Rule:
    version = Version(reading="dua", condition=condition, citations=CITED, **options)  # type: ignore[arg-type]
    return Rule(id="r", name=Text("r", "r"), versions=(version,))


def person(a: Verdict, b: Verdict = UNKNOWN, c: Verdict = UNKNOWN) -> Person:
    return Person(school_duty_done=FACT[a], gymnasieexamen=FACT[b], newly_arrived=FACT[c], as_of=ON)


@pytest.mark.parametrize(
    ("condition", "facts", "decisive"),
    [
        (A & B & C, (NO, YES, NO), [A, C]),
        (A & B & C, (YES, YES, YES), [A, B, C]),
        (A & B & C, (YES, UNKNOWN, YES), [B]),
        (A | B | C, (YES, NO, UNKNOWN), [A]),
        (A | B | C, (NO, NO, NO), [A, B, C]),
        (A | B & C, (NO, YES, NO), [A, C]),
        (~A & B, (YES, YES), [A]),
        (~(A & B), (YES, NO), [B]),
        (named(Text("n", "n"), A | B) & C, (YES, NO, YES), [A, C]),
        (A & judgement(Text("d", "j")), (YES,), [A]),
        (A & A, (YES,), [A]),
        ((A | B) & (A | C), (YES, NO, NO), [A]),
    ],
)
def test_the_reasons_that_made_the_answer(
    condition: Condition, facts: tuple[Verdict, ...], decisive: list[Condition]
) -> None:
    decision = rule_of(condition).decide(person(*facts), on=ON)
    assert [reason.condition for reason in decision.reasons] == decisive


@given(conditions())
def test_reasons_are_leaves_of_the_tree_each_once(condition: Condition) -> None:
    decision = rule_of(condition).decide(Person(born=date(1998, 1, 1)), on=ON)
    leaves = [reason for reason in decision.tree.walk() if not reason.parts]
    assert all(isinstance(reason, Reason) and reason in leaves for reason in decision.reasons)
    assert len(set(decision.reasons)) == len(decision.reasons)
    assert not any(isinstance(reason.condition, Judgement) for reason in decision.reasons)


def test_a_split_by_cases_still_has_reasons() -> None:
    decision = rule_of(A & B | A & ~B).decide(person(YES), on=ON)
    assert decision.verdict is YES
    assert decision.tree.verdict is UNKNOWN
    assert {reason.condition for reason in decision.reasons} == {B}
    assert (decision.missing, decision.may_settle) == ((), ())
    assert {flip.changes for flip in decision.flips} == {(("school_duty_done", False),)}


def test_what_is_judged_and_what_is_not_expressed() -> None:
    judged, unsaid = Text("dömer", "judges"), Text("skäl", "reasons")
    condition = (
        (A & judgement(judged))
        | (B & judgement(judged) & not_expressed(unsaid))
        | not_expressed(unsaid)
    )
    decision = rule_of(condition).decide(person(YES, NO), on=ON)
    assert (decision.judgements, decision.not_expressed) == ((judged,), (unsaid,))
    plain = rule_of(A).decide(person(YES), on=ON)
    assert (plain.judgements, plain.not_expressed) == ((), ())


@pytest.mark.parametrize("step", [-1, 0, 1])
def test_what_follows_reaches_two_years(step: int) -> None:
    assert HORIZON_DAYS == 731
    turned = ON + (HORIZON_DAYS + step) * DAY
    born = date(turned.year - 18, turned.month, turned.day)
    decision = rule_of(age(18)).decide(Person(born=born), on=ON)
    end = ON + HORIZON_DAYS * DAY
    assert decision.changes_on == (() if step > 0 else (Stretch(turned, end, YES),))


def test_what_follows_keeps_ongoing_spells_and_frozen_facts() -> None:
    from dualib.conditions import days_in, during
    from dualib.dates import Ends, last_days

    kaa = Spell(ON - DAY, ONGOING, "in_kaa")
    rule = rule_of(
        days_in(days("in_kaa"), at_least=4, window=last_days(9), ends=Ends.ON)
        & has("school_duty_done"),
        valid_to=ON + 30 * DAY,
    )
    asked = Person(spells=[kaa], observed=(ON - 20 * DAY, ON), school_duty_done=True, as_of=ON)
    decision = rule.decide(asked, on=ON)
    assert decision.verdict is NO
    assert decision.changes_on == (
        Stretch(ON + 2 * DAY, ON + 30 * DAY, YES),
        Stretch(ON + 31 * DAY, ON + HORIZON_DAYS * DAY, None),
    )
    assert [stretch.in_force for stretch in decision.changes_on] == [True, False]
    assert rule_of(during("in_kaa")).decide(asked, on=ON).changes_on == ()


def test_other_readings_are_answered_on_the_same_day() -> None:
    texts = (
        Version(reading="dua", condition=age(16), citations=CITED),
        Version(reading="sfs", condition=age(18), citations=CITED),
        Version(reading="agreement:kalmar", condition=age(1), citations=CITED, valid_to=ON - DAY),
    )
    rule = Rule(id="r", name=Text("r", "r"), versions=texts)
    asked = Person(born=date(1999, 1, 1))
    assert rule.decide(asked, on=ON).other_readings == {"sfs": NO, "agreement:kalmar": None}
    assert rule.decide(asked, on=ON - DAY).other_readings == {"sfs": NO, "agreement:kalmar": YES}
    assert rule.decide(asked, on=ON, reading="sfs").other_readings == {
        "dua": YES,
        "agreement:kalmar": None,
    }


def test_what_an_answer_rests_on() -> None:
    decision = rule_of(A & B).decide(
        Person(school_duty_done=True, as_of=ON - DAY),
        on=ON,
        assume={"gymnasieexamen": True},
        assume_unchanged=True,
    )
    assert [(used.kind, used.name, used.value, used.day) for used in decision.assumptions] == [
        ("unchanged", "school_duty_done", True, ON - DAY),
        ("assumed", "gymnasieexamen", True, None),
    ]
    assert (
        rule_of(A).decide(person(YES), on=ON, assume={"school_duty_done": False}).assumptions == ()
    )


def test_a_decision_is_told_in_words() -> None:
    decision = rule_of(A & B, valid_from=ON).decide(person(YES, NO), on=ON)
    assert str(decision) == decision.text() == decision.text("sv") != decision.text("en")
    assert (decision.citations, decision.valid, decision.name) == (
        CITED,
        (ON, None),
        Text("r", "r"),
    )
    assert decision.fingerprint == rule_of(A & B, valid_from=ON).versions[0].fingerprint
    assert "case=" not in repr(decision)
    assert "Person(" not in repr(decision)


def test_a_receipt_can_be_read() -> None:
    """One field a line in the order of the alphabet, and Swedish letters as they are."""
    told = (
        rule_of(A & not_expressed(Text("särskilda skäl", "special reasons")))
        .decide(person(NO), on=ON)
        .receipt()
    )
    assert told == json.dumps(json.loads(told), ensure_ascii=False, indent=1, sort_keys=True)
    assert "särskilda" in told


def test_values_as_receipts_write_them() -> None:
    values = [True, False, 0, 450, "0880", date(2016, 2, 29), NEVER, None]
    written = [True, False, 0, 450, "0880", "2016-02-29", "never", None]
    assert [written_value(value) for value in values] == written  # type: ignore[arg-type]
    assert [type(written_value(value)) for value in values] == [type(value) for value in written]  # type: ignore[arg-type]
