"""Which unknown facts keep answers open: against the persons one by one."""

from collections import Counter
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import dualib
from dualib import NotInForceError, Person, Register, Spell, unknown_causes
from dualib.conditions import Case, age, at_event, days, days_in, during, has, not_expressed
from dualib.conditions.markers import AtEvent
from dualib.conditions.spans import FIRST_DAY
from dualib.conditions.windows import WindowAtom
from dualib.dates import Ends, last_days, to_day
from dualib.language import Text
from dualib.rules import Rule, Version
from dualib.sources import Citation, Confidence
from dualib.testing import strategies
from dualib.verdicts import UNKNOWN
from dualib.vocabulary import FACTS, Status, Track

ON = date(2015, 5, 31)
CITED = (Citation("test", "1", Confidence.PROJECT, date(2026, 11, 22)),)


def rule_of(condition, **more):
    texts = (Version(reading="dua", condition=condition, citations=CITED, **more),)
    return Rule(id="asked", name=Text("a", "a"), versions=texts)


def found(register, rule, **more):
    return {
        cause.fact: cause.persons for cause in unknown_causes(register, rule, **{"on": ON, **more})
    }


def slow(condition, case):
    """Return what keeps one person's answer open, node by node."""
    if condition.answer(case) is not UNKNOWN:
        return set()
    if isinstance(condition, AtEvent):
        day = case.value(condition.event)
        return {condition.event} if day is None else slow(condition.condition, case.at(day))
    if isinstance(condition, WindowAtom):
        first, last = condition.span(case.on)
        first = first if condition.skipping is None else FIRST_DAY
        seen = {name: case.observed(Track(name.removeprefix("track:"))) for name in condition.reads}
        return {
            name for name, pair in seen.items() if pair is None or pair[0] > first or pair[1] < last
        }
    if condition.parts:
        return {name for part in condition.parts for name in slow(part, case)}
    return {name for name in condition.reads if case.value(name) is None}


def test_what_a_case_split_settles_has_no_cause():
    either = rule_of(has("disability_code") | ~has("disability_code"))
    assert found(Register.from_persons([Person()]), either) == {}


@given(strategies.rules(), st.data())
def test_as_the_persons_one_by_one(rule, data):
    condition = rule.version(ON).condition
    persons = data.draw(st.lists(strategies.persons(condition), max_size=5))
    assume = data.draw(
        st.sampled_from([None, {"born": date(1996, 5, 31)}, {"disability_code": False}])
    )
    expected = Counter()
    for person in persons:
        if (
            rule.verdict(person, on=ON, assume=assume) is UNKNOWN
        ):  # a case split may have settled it
            expected.update(slow(condition, Case(person, to_day(ON), assume or {})))
    causes = unknown_causes(Register.from_persons(persons), rule, on=ON, assume=assume)
    assert {cause.fact: cause.persons for cause in causes} == dict(expected)  # no cause of nobody's
    numbers = [cause.persons for cause in causes]
    assert numbers == sorted(numbers, reverse=True)
    open_answers = sum(
        rule.decide(person, on=ON, assume=assume).verdict is UNKNOWN for person in persons
    )
    assert max(numbers, default=0) <= open_answers
    if "not_expressed" not in repr(condition).lower() and "NotExpressed" not in repr(condition):
        assert bool(causes) == bool(open_answers)  # an open answer always has a cause


@given(strategies.rules(), st.data())
def test_a_register_in_blocks_with_a_day_a_person(rule, data):
    condition = rule.version(ON).condition
    persons = data.draw(st.lists(strategies.persons(condition), min_size=1, max_size=5))
    days = data.draw(
        st.lists(
            st.sampled_from([ON, date(2015, 5, 30)]), min_size=len(persons), max_size=len(persons)
        )
    )
    expected = Counter()
    for person, on in zip(persons, days, strict=True):
        if rule.verdict(person, on=on) is UNKNOWN:
            expected.update(slow(condition, Case(person, to_day(on))))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("dualib.register.spell_table.BLOCK", 2)
        register = Register.from_persons(persons)  # its spells are ordered by block
        assert found(register, rule, on=np.array(days, dtype="datetime64[D]")) == dict(expected)


def test_a_settled_part_causes_nothing():
    condition = age(16, below=25) | (age(16, below=30) & has("sentenced_to_prison"))
    register = Register.from_persons(
        [Person(born=date(1996, 1, 1)), Person(born=date(1988, 1, 1)), Person()]
    )
    assert found(register, rule_of(condition)) == {"sentenced_to_prison": 2, "born": 1}
    assert found(register, rule_of(condition), assume={"sentenced_to_prison": False}) == {"born": 1}


def test_days_not_observed_are_told_by_track():
    condition = during(Status.IN_KAA) & days_in(
        days(Status.FULL_TIME_UNEMPLOYED), at_least=2, window=last_days(3), ends=Ends.ON
    )
    seen = {Track.MUNICIPAL: (ON, ON), Track.WORK: (date(2015, 5, 30), ON)}
    register = Register.from_persons(
        [Person(spells=[Spell(ON, ON, "in_kaa")], observed=seen), Person(observed={})]
    )
    causes = unknown_causes(register, rule_of(condition), on=ON)
    assert [(cause.fact, cause.persons) for cause in causes] == [
        ("track:municipal", 1),
        ("track:work", 1),
    ]
    assert causes[1].words == Text(
        "dagar som inte har observerats: arbete och arbetslöshet",
        "days that were not observed: work and unemployment",
    )
    lengthened = days_in(
        days(Status.FULL_TIME_UNEMPLOYED),
        at_least=1,
        window=last_days(1),
        ends=Ends.ON,
        skipping=days(Status.FULL_TIME_SICK),
    )
    sick = Person(spells=[Spell(ON, ON, "full_time_sick")], observed=(ON, ON))
    assert found(Register.from_persons([sick]), rule_of(lengthened)) == {
        "track:work": 1,
        "track:absence": 1,
    }


def test_a_track_observed_up_to_the_last_day_of_the_window_causes_nothing():
    both = days(Status.FULL_TIME_UNEMPLOYED) & days(Status.REGISTERED_AS_JOBSEEKER)
    rule = rule_of(days_in(both, at_least=2, window=last_days(2), ends=Ends.ON))
    eve = date(2015, 5, 30)

    def causes(first, last):
        spells = [Spell(first, last, "full_time_unemployed")]
        return found(
            Register.from_persons([Person(spells=spells, observed={Track.WORK: (first, last)})]),
            rule,
        )

    assert causes(eve, ON) == {"track:registration": 1}
    assert causes(eve, eve) == {"track:registration": 1, "track:work": 1}
    assert causes(ON, ON) == {"track:registration": 1, "track:work": 1}


def test_each_person_has_a_day_and_an_event_of_its_own():
    rule = rule_of(at_event("first_registered", has("sentenced_to_prison")))
    persons = [
        Person(),
        Person(first_registered=date(2015, 1, 1)),
        Person(first_registered=date(2016, 1, 1)),
    ]
    when = np.array(["2015-05-31", "2015-05-30", "2015-05-31"], dtype="datetime64[D]")
    assert found(Register.from_persons(persons), rule, on=when) == {
        "first_registered": 1,
        "sentenced_to_prison": 1,
    }
    two = rule_of(has("sentenced_to_prison"), valid_to=date(2015, 5, 30))
    later = Version(reading="dua", condition=age(16), citations=CITED, valid_from=ON)
    both = Rule(id="asked", name=Text("a", "a"), versions=(*two.texts(), later))
    assert found(Register.from_persons(persons), both, on=when) == {
        "born": 2,
        "sentenced_to_prison": 1,
    }


def test_what_is_known_of_another_day_and_law_that_is_not_expressed():
    name = next(
        name
        for name, fact in FACTS.items()
        if fact.change.name == "AS_OF" and fact.kind.name == "YES_NO"
    )
    register = Register.from_persons([Person(as_of=date(2015, 5, 1), **{name: True})])
    assert found(register, rule_of(has(name))) == {name: 1}
    assert found(register, rule_of(has(name)), assume_unchanged=True) == {}
    assert found(register, rule_of(not_expressed(Text("särskilda skäl", "special reasons")))) == {}


def test_a_day_without_a_text_is_refused():
    with pytest.raises(NotInForceError):
        unknown_causes(
            Register.from_persons([Person()]), rule_of(age(16), valid_to=date(2014, 1, 1)), on=ON
        )


def test_it_is_a_public_name():
    assert dualib.unknown_causes is dualib.counting.unknown_causes
