"""Each law finds the mistake it is made for, and says by whom."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs
import numpy as np
import pytest

from dualib import (
    NO,
    UNKNOWN,
    YES,
    BadInput,
    Ends,
    MissingExtraError,
    Person,
    Rule,
    Status,
    Version,
    programmes,
)
from dualib.conditions import (
    Case,
    Condition,
    DaySet,
    age,
    days,
    days_in,
    during,
    has,
    judgement,
    one_of,
    run,
)
from dualib.conditions.base import Always
from dualib.conditions.dates import Age
from dualib.dates import last_days, last_months, months, to_day
from dualib.decisions import Decision, Flip
from dualib.engine import View, answers
from dualib.evaluation import evaluate
from dualib.language import Text
from dualib.person import Spell
from dualib.register import Register
from dualib.sources import Citation, Confidence
from dualib.testing import assert_rule_laws, laws, oracle_verdict, persons, strategies
from dualib.testing.changed import changed_days
from dualib.testing.laws import Sample, _sample

ON = date(2016, 2, 29)
CITED = (Citation("SFS 2000:1", "1 §", Confidence.INFERRED, date(2020, 1, 1)),)
CONDITION = (
    age(16, below=25)
    & has("school_duty_done")
    & days_in(days("in_kaa"), at_least=20, window=last_days(30), ends=Ends.ON)
    & days_in(days("in_kaa"), at_least=20, window=last_months(2), ends=Ends.DAY_BEFORE)
)


def sample() -> Sample:
    version = Version(
        reading="dua",
        condition=CONDITION,
        citations=CITED,
        valid_from=date(2014, 1, 1),
        valid_to=ON,
    )
    rule = Rule(id="made_up", name=Text("p", "m"), versions=(version,))
    # Laws of decisions ask one in 25: enough of them that some are open and some can be turned.
    return _sample(rule, version, 250, 2)


def verdicts_by_place(rule: Rule, register: Register, **options: Any) -> Any:
    return (np.arange(register.size) % 3 - 1).astype(np.int8)


def verdicts_by_spells(rule: Rule, register: Register, **options: Any) -> Any:
    count = np.bincount(register.spells.person, minlength=register.size)
    return (count % 3 - 1).astype(np.int8)


def verdicts_less_with_days(rule: Rule, register: Register, **options: Any) -> Any:
    return np.where(np.bincount(register.spells.person, minlength=register.size) > 3, -1, 1).astype(
        np.int8
    )


MISTAKES: list[tuple[Callable[[Sample], None], str, Any, str, Any]] = [
    (laws.paths_agree, "decide = verdict", Rule, "verdicts", verdicts_by_place),
    (laws.unknowns_are_sound, "unknowns are sound", Rule, "verdict", lambda *a, **k: YES),
    (laws.unknowns_are_sound, "unknowns are exact", Rule, "verdict", lambda *a, **k: UNKNOWN),
    (laws.order_does_not_matter, "order of persons", Rule, "verdicts", verdicts_by_place),
    (laws.order_does_not_matter, "splitting or duplicating", Rule, "verdicts", verdicts_by_spells),
    (laws.more_days_never_hurt, "more days never hurt", Rule, "verdicts", verdicts_less_with_days),
    (
        laws.dates_follow_the_convention,
        "ages follow the convention",
        Age,
        "answer",
        lambda self, case: YES,
    ),
    (laws.versions_end_where_they_say, "versions", Version, "in_force", lambda self, on: True),
    (laws.what_is_missing_settles, "missing", Decision, "missing", (frozenset({"born"}),)),
    (laws.what_is_missing_settles, "missing", Decision, "missing", ()),
    (laws.changes_come_when_they_say, "timeline", Rule, "verdict", lambda *a, **k: YES),
    (laws.receipts_replay, "receipts replay", Rule, "replay", lambda self, receipt: ""),
    (
        laws.receipts_replay,
        "redacted receipts",
        Decision,
        "receipt",
        lambda self, redacted=False: repr(self.person),
    ),
    (
        laws.texts_are_parallel,
        "texts are parallel",
        Decision,
        "text",
        lambda self, language: "\n\n" * (language == "en"),
    ),
    (laws.flips_turn_the_answer, "flips", Decision, "retried", lambda self, flip: UNKNOWN),
    (laws.flips_turn_the_answer, "flips", Decision, "flips", (Flip((("born", ON),), YES),)),
]


def test_a_wrong_answer_on_a_series_of_dates_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong_on_series(register: Register, rules: Any, *, on: Any, **options: Any) -> Any:
        found = evaluate(register, rules, on=on, **options)
        return attrs.evolve(found, verdicts=-found.verdicts) if isinstance(on, list) else found

    monkeypatch.setattr(laws, "evaluate", wrong_on_series)
    with pytest.raises(
        AssertionError,
        match=r"(?s)^law broken: decide = verdict.*on a series of dates, evaluate says",
    ):
        laws.paths_agree(sample())


@pytest.mark.parametrize(("law", "name", "owner", "attribute", "wrong"), MISTAKES)
def test_a_law_finds_the_mistake(
    law: Callable[[Sample], None],
    name: str,
    owner: Any,
    attribute: str,
    wrong: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    good = sample()
    law(good)
    if attribute == "receipt":
        monkeypatch.setattr(Rule, "replay", lambda self, receipt: receipt)
    monkeypatch.setattr(owner, attribute, wrong)
    with pytest.raises(AssertionError) as error:
        law(good)
    assert str(error.value).startswith(f"law broken: {name}")
    assert "rule made_up, reading 'dua'" in str(error.value)


def test_a_broken_law_is_told_of_the_simplest_person(monkeypatch: pytest.MonkeyPatch) -> None:
    right = Rule.verdicts

    def never_open(rule: Rule, register: Register, **options: Any) -> Any:
        found = right(rule, register, **options)
        return np.where(found == 0, np.int8(-1), found)

    def women_are_told_no(rule: Rule, register: Register, **options: Any) -> Any:
        women = np.array(
            [
                person.facts["sex"] == "woman"
                for person in map(register.person, range(register.size))
            ]
        )
        return np.where(women, np.int8(-1), right(rule, register, **options))

    for wrong, condition, expected in (
        (never_open, CONDITION, Person()),
        (women_are_told_no, age(16, below=25) | one_of("sex", "woman"), Person(sex="woman")),
    ):
        monkeypatch.setattr(Rule, "verdicts", wrong)
        with pytest.raises(laws.LawBroken) as error:
            assert_rule_laws(
                attrs.evolve(
                    sample().rule, versions=(attrs.evolve(sample().version, condition=condition),)
                )
            )
        assert error.value.law == "decide = verdict = verdicts = evaluate = oracle"
        assert error.value.person == expected
        assert f"  person {expected!r}\n  oracle says " in str(error.value)


def test_a_law_that_is_nobodys_is_told_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Version, "in_force", lambda self, on: True)
    with pytest.raises(laws.LawBroken, match=r"^law broken: versions\n") as error:
        assert_rule_laws(sample().rule)
    assert error.value.person is None


def test_what_refers_to_a_day_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    right = Rule.verdict

    def wrong_of_schooled(rule: Rule, person: Person, **options: Any) -> Any:
        return (
            ~right(rule, person, **options)
            if person.facts["school_duty_done"]
            else right(rule, person, **options)
        )

    monkeypatch.setattr(Rule, "verdict", wrong_of_schooled)
    rule = attrs.evolve(
        sample().rule, versions=(attrs.evolve(sample().version, condition=has("school_duty_done")),)
    )
    with pytest.raises(laws.LawBroken) as error:
        assert_rule_laws(rule)
    assert error.value.person == Person(school_duty_done=True, as_of=error.value.on)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"rule": "kaa"}, "rule is 'kaa': expected a dualib.Rule"),
        ({"examples": 0}, "examples is 0: expected a whole number of at least 1"),
        ({"examples": "many"}, "examples is 'many': expected a whole number"),
        ({"seed": -1}, "seed is -1: expected a whole number of at least 0"),
        ({"readings": "sfs"}, "readings is 'sfs': expected a list of readings, such as ['dua']"),
        ({"readings": 1}, "readings is 1: expected a list of readings, such as ['dua']"),
        ({"readings": ["sfs"]}, "rule 'made_up' has no reading 'sfs': expected one of dua."),
    ],
)
def test_what_cannot_be_held_against_the_laws_is_told(
    options: dict[str, Any], message: str
) -> None:
    with pytest.raises(BadInput) as error:
        assert_rule_laws(**{"rule": sample().rule, **options})
    assert str(error.value) == message


def test_only_days_that_nobody_saw_are_filled_in() -> None:
    day, born = timedelta(days=1), date(2000, 1, 1)
    first, last = ON - 100 * day, ON - 10 * day
    spells = [Spell(ON - 50 * day, ON - 40 * day, "in_kaa"), Spell(ON - 60 * day, ON, "sfi")]
    person = Person(born=born, spells=spells, observed={"municipal": (first, last)})
    told = changed_days(person, ON, [Status.IN_KAA], np.random.default_rng(1), samples=10)
    assert {
        tuple(map(during("in_kaa").answer, (Case(known, to_day(ON)), Case(known, to_day(last)))))
        for known in told
    } == {
        (YES, NO),
        (NO, NO),
    }
    for known in told:
        had = {
            span
            for spell in known.spells
            if Status.IN_KAA in spell.statuses
            for span in [spell.days]
        }
        assert spells[0].days in had
        assert all(start >= to_day(born) for start, _ in had)
        assert all(
            end < to_day(first) or start > to_day(last) for start, end in had - {spells[0].days}
        )


def test_the_message_names_what_was_assumed() -> None:
    told = attrs.evolve(sample(), assume={"sex": "man"}, assume_unchanged=True)
    assert "assume {'sex': 'man'}\n  assume_unchanged" in str(told.broken("x", ON, None, "y"))


def test_conditions_without_a_meaning_are_told() -> None:
    @attrs.frozen
    class Strange(Condition):
        pass

    rule = attrs.evolve(
        sample().rule, versions=(attrs.evolve(sample().version, condition=~Strange() & CONDITION),)
    )
    with pytest.raises(
        BadInput, match=r"^the oracle knows no meaning of Strange: expected conditions of dualib"
    ):
        assert_rule_laws(rule)
    with pytest.raises(
        BadInput, match=r"^the oracle knows no meaning of Strange: expected conditions of dualib"
    ):
        oracle_verdict(Strange(), Person(), ON)

    class StrangeDays(DaySet):
        pass

    with pytest.raises(
        BadInput, match=r"^the oracle knows no meaning of StrangeDays: expected sets of days of du"
    ):
        oracle_verdict(during(StrangeDays()), Person(), ON)
    assert oracle_verdict(Always(), Person(), ON) is YES
    assert Always().answer(Case(Person(), 0)) is YES
    asked = View(Register.from_persons([Person()]), 0)
    assert answers(judgement(Text("a", "b")), asked).tolist() == [YES]
    assert answers(Always(), View(Register.from_persons([Person()]), 0)).tolist() == [YES]


def test_without_hypothesis_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(strategies.importlib, "import_module", missing)
    with pytest.raises(
        MissingExtraError, match=r"need Hypothesis: install it with pip install hypothesis$"
    ):
        persons()


def test_an_unknown_category_is_unknown() -> None:
    assert one_of("sex", "man").answer(Case(Person(), 0)) is UNKNOWN
    assert not programmes.kaa.exactness(date(2015, 5, 31)).facts


def test_months_of_counts_and_of_runs_end_where_the_calendar_says() -> None:
    counted = days("full_time_unemployed")
    for ends in Ends:
        for condition in (
            run(counted, months(3), ends=ends),
            days_in(counted, at_least=30, window=last_months(3), ends=ends),
        ):
            version = Version(reading="sfs", condition=condition, citations=CITED)
            rule = Rule(id="months", name=Text("månader", "months"), versions=(version,))
            laws.dates_follow_the_convention(_sample(rule, rule.versions[0], 1, 2))
