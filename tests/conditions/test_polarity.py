"""In which facts and statuses a condition is monotone: what it says is what trying the values shows."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dualib.conditions import (
    Case,
    Condition,
    age,
    at_event,
    at_least,
    before,
    days,
    days_in,
    during,
    happened,
    has,
    judgement,
    named,
    on_or_after,
    one_of,
    within,
)
from dualib.conditions.case_split import values_to_try
from dualib.dates import Ends, last_days, to_day, years
from dualib.language import Text
from dualib.rules import Rule
from dualib.testing import persons, rules
from dualib.vocabulary import Status

ON = date(2016, 2, 29)
WORDS = Text("ord", "words")
WAYS: list[tuple[Condition, dict[str, set[int]]]] = [
    (age(16), {"born": {-1}}),
    (age(16, below=25), {"born": {-1, 1}}),
    (happened("first_registered"), {"first_registered": {-1}}),
    (before("first_registered", ON), {"first_registered": {-1}}),
    (on_or_after("first_registered", ON), {"first_registered": {-1, 1}}),
    (within("first_registered", years(1)), {"first_registered": {-1, 1}}),
    (has("disability_code"), {"disability_code": {1}}),
    (one_of("sex", "woman"), {"sex": {-1, 1}}),
    (at_least("benefit_days_in_jobbgaranti", 3), {"benefit_days_in_jobbgaranti": {1}}),
    (during("in_kaa"), {"days:in_kaa": {1}}),
    (~during("in_kaa"), {"days:in_kaa": {-1}}),
    (during("in_kaa") | ~during("in_kaa"), {"days:in_kaa": {-1, 1}}),
    (
        days_in(
            days("sfi") - days("in_kaa"),
            at_least=2,
            window=last_days(5),
            ends=Ends.ON,
            skipping=days("in_kaa"),
        ),
        {"days:sfi": {1}, "days:in_kaa": {-1, 1}},
    ),
    (at_event("first_registered", age(16)), {"born": {-1}, "first_registered": {-1, 1}}),
    (named(WORDS, ~(judgement(WORDS) & has("school_duty_done"))), {"school_duty_done": {-1}}),
]


def test_what_atoms_say() -> None:
    for condition, expected in WAYS:
        assert {name: set(signs) for name, signs in condition.polarity().items()} == expected


@given(rules(most=4), st.data())
def test_a_monotone_condition_only_turns_one_way(rule: Rule, data: st.DataObject) -> None:
    condition = rule.versions[0].condition
    case = Case(data.draw(persons(condition, on=ON)), to_day(ON))
    values = values_to_try(condition, to_day(ON))
    told = condition.polarity()
    facts = {name for name in told if not name.startswith("days:")}
    assert facts == {name for name in condition.reads if not name.startswith("track:")}
    for name, signs in told.items():
        if name in facts:
            tried = [case.changed({name: value}) for value in values.get(name, ())]
        else:
            status = Status(name.removeprefix("days:"))
            tried = [case.changed(forced={status: full}) for full in (False, True)]
        answers = [int(condition.answer(other)) for other in tried]
        if signs == {1}:
            assert answers == sorted(answers)
        elif signs == {-1}:
            assert answers == sorted(answers, reverse=True)
