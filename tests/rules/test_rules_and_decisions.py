"""Rules and decisions: dates in force, readings, what settles, what flips, receipts, and golden messages."""

import copy
import json
import pickle
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import dualib
from dualib import (
    NEVER,
    NO,
    ONGOING,
    UNKNOWN,
    YES,
    BadInput,
    LeapBirthday,
    NotInForceError,
    Person,
    Register,
    Rule,
    Spell,
    Version,
    evaluate,
    programmes,
)
from dualib.conditions import (
    Condition,
    age,
    at_event,
    at_least,
    days,
    days_in,
    during,
    happened,
    has,
    judgement,
    not_expressed,
    one_of,
    unbroken,
    within,
)
from dualib.conditions.base import All
from dualib.dates import Ends, last_days, years
from dualib.decisions.receipts import written_value
from dualib.engine.question import asked_days
from dualib.language import Text
from dualib.sources import Citation, Confidence
from dualib.testing import assert_rule_laws, rules, sample

ON = date(2016, 2, 29)
DAY = timedelta(days=1)
CITED = (Citation("SFS 2000:1", "1 §", Confidence.INFERRED, date(2020, 1, 1)),)


def rule_of(condition: Condition, **options: object) -> Rule:
    version = Version(reading="dua", condition=condition, citations=CITED, **options)  # type: ignore[arg-type]
    return Rule(id="made_up", name=Text("påhittad regel", "made-up rule"), versions=(version,))


@pytest.mark.heavy
@settings(
    max_examples=settings().max_examples * 3 // 10,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(rules(), st.integers(0, 999))
def test_made_up_rules_keep_the_laws(rule: Rule, seed: int) -> None:
    assert_rule_laws(rule, examples=24, seed=seed)


KAA, SICK = days("in_kaa"), days("full_time_sick")
#: One of each sort that a law or a search treats apart.
SORTS = {
    "days taken away and passed over": days_in(
        KAA - unbroken(SICK, at_least=3),
        at_least=5,
        window=last_days(20),
        ends=Ends.ON,
        skipping=SICK,
    ),
    "days of two tracks": during("in_kaa") & during("sfi")
    | has("school_duty_done") & age(16, below=25),
    "only days passed over": days_in(
        KAA, at_least=5, window=last_days(20), ends=Ends.ON, skipping=SICK
    ),
    "facts in two directions": age(16, below=25) & has("school_duty_done")
    | age(16, below=25) & ~has("school_duty_done") & during("in_kaa"),
    "law that is not expressed": during("in_kaa") & not_expressed(Text("skäl", "reasons"))
    | one_of("sex", "man"),
    "facts on the day of an event": at_event("first_registered", has("school_duty_done") & age(18))
    | during("in_kaa"),
}


@pytest.mark.parametrize("condition", SORTS.values(), ids=SORTS)
def test_a_rule_of_each_sort_keeps_the_laws(condition: Condition) -> None:
    assert_rule_laws(rule_of(condition, valid_from=date(2015, 11, 30), valid_to=ON), examples=60)


def test_a_law_that_is_broken_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = rule_of(age(16, below=25))
    monkeypatch.setattr(sample, "meaning", lambda condition, asked, on: NO)
    with pytest.raises(AssertionError) as error:
        assert_rule_laws(rule, examples=40)
    assert str(error.value).startswith(
        "law broken: decide = verdict = verdicts = evaluate = oracle\n"
        "  rule made_up, reading 'dua'\n  condition Age(lo=16, below=25, at='day')\n  on datetime.date("
    )
    assert "oracle says NO, verdict says" in str(error.value)
    assert "person Person(" in str(error.value)


def test_what_is_missing_settles_also_when_days_are_filled_in_part() -> None:
    rule = rule_of(
        days_in(days("in_kaa"), at_least=2, window=last_days(3), ends=Ends.ON)
        | during("in_kaa") & has("school_duty_done")
    )
    decision = rule.decide(Person(), on=ON)
    assert decision.missing == (frozenset({"track:municipal", "school_duty_done"}),)
    assert decision.may_settle == (frozenset({"track:municipal"}),)


def test_a_count_of_other_days_is_no_hindrance_where_it_changes_nothing() -> None:
    rule = rule_of(has("school_duty_done") | during("sfi") & age(16, below=25))
    assert rule.decide(Person(born=date(1950, 1, 1)), on=ON).missing == (
        frozenset({"school_duty_done"}),
    )


def test_more_counts_than_are_tried_are_not_said_to_settle() -> None:
    counts = [
        days_in(KAA, at_least=size, window=last_days(10 * size), ends=Ends.ON)
        for size in range(1, 12)
    ]
    few, many = (rule_of(All.of(*counts[:most])).decide(Person(), on=ON) for most in (10, 11))
    assert few.missing == few.may_settle == many.may_settle == (frozenset({"track:municipal"}),)
    assert many.missing == ()


def test_what_is_known_today_but_was_not_on_the_day_of_an_event_is_not_missing() -> None:
    rule = rule_of(at_event("first_registered", has("school_duty_done")))
    person = Person(first_registered=date(2015, 1, 1), school_duty_done=True, as_of=ON)
    decision = rule.decide(person, on=ON)
    assert (decision.verdict, decision.missing, decision.may_settle) == (UNKNOWN, (), ())


def test_an_event_may_settle_but_is_never_sure_to() -> None:
    rule = rule_of(at_event("first_registered", age(18)))
    decision = rule.decide(Person(born=date(1990, 1, 1)), on=ON)
    assert (decision.missing, decision.may_settle) == ((), (frozenset({"first_registered"}),))
    both = rule.decide(Person(), on=ON)
    assert frozenset({"first_registered"}) in both.may_settle
    known = rule.decide(Person(first_registered=date(2010, 1, 1)), on=ON)
    assert known.missing == (frozenset({"born"}),)
    assert rule.decide(Person(first_registered=NEVER, as_of=ON), on=ON).verdict is NO


def test_days_asked_about_at_an_event_are_counted_there() -> None:
    rule = rule_of(at_event("first_registered", during("in_kaa") & has("school_duty_done")))
    person = Person(
        first_registered=date(2015, 1, 1), school_duty_done=True, as_of=date(2015, 1, 1)
    )
    assert rule.decide(person, on=ON).missing == (frozenset({"track:municipal"}),)


def test_flips_name_what_would_turn_the_answer() -> None:
    rule = rule_of(has("school_duty_done") & one_of("municipality", "0880") & age(16))
    person = Person(born=date(1996, 1, 1), school_duty_done=False, municipality="0880", as_of=ON)
    decision = rule.decide(person, on=ON)
    assert [flip.changes for flip in decision.flips] == [(("school_duty_done", True),)]
    assert all(decision.retried(flip) is YES for flip in decision.flips)
    assert rule.decide(Person(), on=ON).flips == ()


def test_ages_settle_both_ways_only_on_different_values() -> None:
    rule = rule_of(
        during("in_kaa") | ~during("in_kaa") & at_least("benefit_days_in_jobbgaranti", 2)
    )
    person = Person(benefit_days_in_jobbgaranti=2, as_of=ON)
    assert rule.verdict(person, on=ON) is UNKNOWN  # sound, but not exact: both ways are yes
    assert rule.decide(person, on=ON).missing == (frozenset({"track:municipal"}),)
    assert not rule.exactness(ON).exact


def test_what_follows_keeps_the_named_convention() -> None:
    rule = rule_of(age(18))
    person = Person(born=date(1996, 2, 29))
    for leap, day in (
        (LeapBirthday.FEBRUARY_28, date(2014, 2, 28)),
        (LeapBirthday.MARCH_1, date(2014, 3, 1)),
    ):
        decision = rule.decide(person, on=date(2014, 1, 1), leap=leap)
        assert [(stretch.first, stretch.verdict) for stretch in decision.changes_on] == [(day, YES)]
        assert decision.changes_on[0].in_force


def test_a_decision_says_what_it_rests_on() -> None:
    rule = rule_of(
        has("school_duty_done")
        & has("sentenced_to_prison")
        & judgement(Text("dömer", "judges"))
        & not_expressed(Text("skäl", "reasons")),
        note=Text("obs", "note"),
    )
    person = Person(school_duty_done=True, as_of=ON - DAY)
    decision = rule.decide(
        person, on=ON, assume={"sentenced_to_prison": False}, assume_unchanged=True
    )
    assert [(used.kind, used.name) for used in decision.assumptions] == [
        ("unchanged", "school_duty_done"),
        ("assumed", "sentenced_to_prison"),
    ]
    assert [
        text.en for text in (*decision.judgements, *decision.not_expressed, *decision.notes)
    ] == [
        "judges",
        "reasons",
        "note",
    ]
    assert [reason.condition for reason in decision.reasons] == [has("sentenced_to_prison")]
    assert str(decision) == decision.text("sv")
    assert decision.other_readings == {}
    receipt = decision.receipt()
    assert rule.replay(receipt) == receipt
    assert rule.verdict(person, on=ON) is UNKNOWN


def test_a_redacted_receipt_tells_nothing_of_the_person() -> None:
    rule = rule_of(has("disability_code") | age(16, below=25))
    one = rule.decide(Person(disability_code=11, as_of=ON, key="a"), on=ON)
    other = rule.decide(Person(born=date(1996, 1, 1), key="b"), on=ON)
    assert one.receipt(redacted=True) == other.receipt(redacted=True)
    assert one.receipt() != other.receipt()
    assert json.loads(one.receipt(redacted=True))["personal_data"] is False


def test_receipts_hold_what_the_rule_looked_at() -> None:
    rule = rule_of(during("in_kaa") & happened("first_registered") & has("disability_code"))
    spells = [
        Spell(date(2015, 1, 1), ONGOING, ["in_kaa", "sfi"]),
        Spell(date(2015, 1, 1), ON, "sfi"),
        Spell(date(2014, 1, 1), date(2014, 2, 1), "forsorjningsstod"),
    ]
    person = Person(
        spells=spells,
        observed=(date(2014, 1, 1), ON),
        first_registered=NEVER,
        disability_code=False,
        sex="man",
        born=date(1990, 1, 1),
        as_of=ON,
    )
    receipt = rule.decide(person, on=ON).receipt()
    told = json.loads(receipt)["person"]
    assert told["facts"] == {"disability_code": False, "first_registered": "never"}
    assert [spell[2] for spell in told["spells"]] == ["in_kaa", "forsorjningsstod"]
    assert set(told["observed"]) == {"municipal"}
    assert rule.replay(receipt) == receipt
    assert written_value(NEVER) == "never"


def test_versions_and_readings() -> None:
    first = Version(reading="sfs", condition=age(16), citations=CITED, valid_to=date(2014, 12, 31))
    second = Version(reading="sfs", condition=age(18), citations=CITED, valid_from=date(2015, 1, 1))
    closed = Version(
        reading="agreement:kalmar",
        condition=age(20),
        citations=CITED,
        valid_from=date(2015, 1, 1),
        valid_to=date(2015, 12, 31),
    )
    rule = Rule(id="made_up", name=Text("p", "m"), versions=(second, closed, first))
    person = Person(born=date(1998, 6, 1))
    assert rule.default_reading == "sfs"
    assert rule.texts() == (first, second)
    assert rule.verdict(person, on=date(2014, 12, 31)) is YES
    assert rule.verdict(person, on=date(2015, 1, 1)) is NO
    assert rule.decide(person, on=ON).other_readings == {"agreement:kalmar": None}
    assert rule.decide(person, on=date(2015, 5, 1), reading="agreement:kalmar").other_readings == {
        "sfs": NO
    }
    register = Register.from_persons([person, person])
    on = np.array(["2014-12-31", "2016-06-01"], dtype="datetime64[D]")
    assert rule.verdicts(register, on=on).tolist() == [YES, YES]
    asked = evaluate(register, [rule, programmes.kaa], on=on, reading="agreement:kalmar")
    assert asked.not_in_force.tolist()[0] == [True, True]
    assert asked[rule].tolist() == asked["made_up"].tolist() == [NO, NO]
    assert asked.columns()["made_up"].tolist() == ["not in force", "not in force"]
    assert list(asked.to_frame()) == ["key", "made_up", "kaa"]
    assert [
        stretch.verdict for stretch in rule.timeline(person, date(2014, 12, 30), date(2015, 1, 2))
    ] == [YES, NO]
    closed_line = rule.timeline(
        person, date(2015, 12, 31), date(2016, 1, 1), reading="agreement:kalmar"
    )
    assert [(stretch.verdict, stretch.in_force) for stretch in closed_line] == [
        (NO, True),
        (None, False),
    ]
    assert "sfs" in pickle.loads(pickle.dumps(first)).reading
    assert copy.deepcopy(first).fingerprint == first.fingerprint != second.fingerprint
    for call in (rule.describe, rule.diagram):
        assert call("en")
        assert call("sv", on=ON)
    with pytest.raises(NotInForceError) as error:
        rule.verdicts(
            register,
            on=np.array(["2015-06-01", "2016-01-01"], "datetime64[D]"),
            reading="agreement:kalmar",
        )
    assert str(error.value) == (
        "made_up is not in force on 2016-01-01 in the reading 'agreement:kalmar', which covers "
        "2015-01-01 to 2015-12-31. In force that day: the reading 'sfs'."
    )
    with pytest.raises(NotInForceError) as error:
        rule.decide(person, on=date(2201, 1, 1))
    assert str(error.value) == (
        "made_up is not in force on 2201-01-01 in the reading 'sfs', which covers the beginning to 2014-12-31, "
        "2015-01-01 to now."
    )


RULE = rule_of(age(16))
OTHER = rule_of(has("school_duty_done"))
RECEIPT = OTHER.decide(Person(), on=ON)
KAA_RECEIPT = programmes.kaa.decide(Person(), on=ON).receipt()
REGISTER = Register.from_persons([Person(), Person()])
NAMES = ", ".join(dualib.vocabulary.facts.FACTS)
BAD = [
    (
        lambda: Version(reading="dua", condition=16, citations=CITED),
        "condition is 16: expected a condition",
    ),
    (
        lambda: Version(reading="dua", condition=age(16), citations=()),
        "reading 'dua' has no citations: expected where the rule is to be found",
    ),
    (
        lambda: rule_of(age(16), valid_from=date(2015, 1, 2), valid_to=date(2015, 1, 1)),
        "valid_to 2015-01-01 is before valid_from 2015-01-02: swap the two dates",
    ),
    (
        lambda: rule_of(~judgement(Text("a", "b"))),
        "a judgement is negated: what the authority judges otherwise is not a fact; rewrite "
        "the rule",
    ),
    (
        lambda: Rule(id="x", name=Text("a", "b"), versions=()),
        "rule 'x' has no versions: expected at least one",
    ),
    (
        lambda: Rule(id="x", name=Text("a", "b"), versions=RULE.versions * 2),
        "rule 'x' has two texts of reading 'dua' in force on 1850-01-01",
    ),
    (
        lambda: RULE.decide(Person(), on=ON, reading="sfs"),
        "rule 'made_up' has no reading 'sfs': expected one of dua.",
    ),
    (
        lambda: RULE.verdict(Person(), on=ON, reading="dau"),
        "rule 'made_up' has no reading 'dau': expected one of dua. Did you mean 'dua'?",
    ),
    (
        lambda: RULE.decide({"born": ON}, on=ON),
        f"person is {{'born': {ON!r}}}: expected a person; write dualib.Person(...)",
    ),
    (
        lambda: RULE.decide(Person(school_duty_done=True), on=ON),
        "as_of is missing: school_duty_done can change, so the day it refers to is needed; "
        "write as_of=date(...)",
    ),
    (
        lambda: RULE.decide(Person(first_registered=NEVER), on=ON),
        "as_of is missing: first_registered can change, so the day it refers to is needed; "
        "write as_of=date(...)",
    ),
    (
        lambda: RULE.decide(Person(), on="2015"),
        "on is '2015': expected a date; write date(2015, 5, 31)",
    ),
    (
        lambda: RULE.decide(Person(), on=ON, assume={"bron": 1}),
        f"fact 'bron' is not known: expected one of {NAMES}. Did you mean 'born'?",
    ),
    (
        lambda: RULE.verdicts([Person()], on=ON),
        "register is list: expected a register of persons; write Register.from_frames(persons, "
        "spells)",
    ),
    (
        lambda: RULE.verdicts(REGISTER, on=np.array(["2015-05-31"], "datetime64[D]")),
        "on holds 1 day for 2 persons: expected one date, or one per person",
    ),
    (
        lambda: asked_days(np.array(["2015-05-31", "NaT"], "datetime64[D]"), 2),
        "on has no date in row 2: expected a date for every person",
    ),
    (
        lambda: RULE.timeline(Person(), ON, ON - DAY),
        "last 2016-02-28 is before first 2016-02-29: swap the two dates",
    ),
    (lambda: RULE.describe("se"), "language is 'se': expected 'sv' or 'en'."),
    (
        lambda: RULE.replay("yes"),
        "the receipt is not JSON (Expecting value: line 1 column 1 (char 0)): expected the "
        "text of a receipt; it is made by Decision.receipt()",
    ),
    (
        lambda: RULE.replay("[]"),
        "the text is not a receipt: expected the text of one; it is made by Decision.receipt()",
    ),
    (
        lambda: OTHER.replay(RECEIPT.receipt(redacted=True)),
        "the receipt is redacted: it says what was decided, but cannot be replayed",
    ),
    (
        lambda: RULE.replay(KAA_RECEIPT),
        "the receipt is of rule 'kaa': ask that rule to replay it, not 'made_up'",
    ),
    (
        lambda: RULE.replay(RECEIPT.receipt()),
        f"rule 'made_up' has changed since the receipt was made ({RECEIPT.fingerprint} then, "
        f"{RULE.versions[0].fingerprint} now): replay it with the dualib of that time",
    ),
    (
        lambda: evaluate(REGISTER, [RULE], on=ON)["kaa"],
        "rule 'kaa' was not asked: expected one of made_up.",
    ),
]


@pytest.mark.parametrize(("call", "message"), BAD, ids=[message[:40] for _, message in BAD])
def test_what_cannot_be_used_is_told(call: object, message: str) -> None:
    with pytest.raises(BadInput) as error:
        call()  # type: ignore[operator]
    assert str(error.value) == message


def test_the_day_an_event_stops_counting() -> None:
    rule = rule_of(within("first_registered", years(1)))
    person = Person(first_registered=date(2015, 2, 28))
    assert [rule.verdict(person, on=date(2016, 2, 28) + step * DAY) for step in (-1, 0, 1)] == [
        YES,
        YES,
        NO,
    ]
