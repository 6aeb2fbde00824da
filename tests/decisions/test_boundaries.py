"""Boundary cases: near every threshold of a rule there is a made-up person on each side of it."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from dualib import Person, Spell, Verdict, programmes
from dualib.conditions import age, days, days_in, during, has, unbroken
from dualib.conditions.base import Literal as Occurrence
from dualib.dates import Ends, birthday, last_days
from dualib.decisions.boundaries import BoundaryCase, boundary_persons, routes, truth_table
from dualib.errors import BadInput, NotInForceError
from dualib.vocabulary import Status, Track
from dualib.vocabulary.facts import EXCLUSIVE

ON = date(2015, 5, 31)
FULL, PART = Status.FULL_TIME_UNEMPLOYED, Status.FULL_TIME_SICK
RULES = [rule for rule in programmes.PROGRAMMES if rule.version_or_none(ON) is not None]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_cases_and_each_is_answered(rule):
    cases = rule.boundary_cases(ON)
    assert cases
    assert all(case.verdict is rule.decide(case.person, on=ON).verdict for case in cases)
    assert len({(case.route, case.varied, case.value) for case in cases}) == len(cases)


@pytest.mark.parametrize("rule", [programmes.jobbgaranti, programmes.kaa], ids=lambda r: r.id)
def test_the_person_who_takes_a_route_meets_the_rule_and_both_answers_are_among_the_others(rule):
    cases = rule.boundary_cases(ON)
    assert all(case.verdict is Verdict.YES for case in cases if not case.varied)
    assert {case.verdict for case in cases} >= {Verdict.YES, Verdict.NO}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_made_up_persons_look_like_persons(rule):
    for case in rule.boundary_cases(ON):
        dates = [value for value in case.person.facts.values() if isinstance(value, date)]
        assert all(birthday(day, 100) >= ON for day in dates), case


def test_an_age_is_tried_the_day_before_on_and_after_each_birthday():
    condition = age(16, below=25)
    born = {
        case.person.facts["born"]
        for case in boundary_persons(condition, ON)
        if case.varied == "born"
    }
    for years in (16, 25):
        around = {(birthday(day, years) - ON).days for day in born if day is not None}
        assert {-1, 0, 1} <= around or {0, 1} <= around
    assert None in born


def test_a_number_of_days_is_tried_one_below_at_and_one_above():
    condition = days_in(
        days(Status.FULL_TIME_UNEMPLOYED), at_least=90, window=last_days(120), ends=Ends.ON
    )
    counts = [case.value for case in boundary_persons(condition, ON) if case.varied == "days"]
    assert counts == ["89", "90", "91", "unknown"]
    whole = days_in(
        days(Status.FULL_TIME_UNEMPLOYED), at_least=120, window=last_days(120), ends=Ends.ON
    )
    assert [case.value for case in boundary_persons(whole, ON)] == ["", "119", "120", "unknown"]


def test_each_count_of_days_of_a_route_is_varied():
    two = [
        days_in(days(status), at_least=90, window=last_days(120), ends=Ends.ON)
        for status in (PART, FULL)
    ]
    cases = boundary_persons(two[0] & two[1], ON)
    tried = {
        name: [case.value for case in cases if case.varied == name] for name in ("days", "days 2")
    }
    assert tried == {"days": ["89", "90", "91", "unknown"], "days 2": ["89", "90", "91", "unknown"]}
    unseen = {
        case.varied: set(Track) - set(case.person.observed)
        for case in cases
        if case.value == "unknown"
    }
    assert unseen == {"days": {PART.track}, "days 2": {FULL.track}}


def test_the_days_varied_are_the_last_of_the_window_and_all_around_it_is_observed():
    unemployed = days_in(
        days(Status.FULL_TIME_UNEMPLOYED), at_least=90, window=last_days(120), ends=Ends.ON
    )
    cases = boundary_persons(age(16, below=25) & unemployed & ~during(Status.HOURLY), ON)
    told = [
        (
            case.varied,
            case.value,
            case.person.facts["born"],
            [(s.start, s.end) for s in case.person.spells],
        )
        for case in cases
    ]
    born, whole = date(1999, 5, 31), [(date(2015, 2, 1), ON)]
    assert told == [
        ("", "", born, whole),
        *(
            ("born", str(day), day, whole)
            for day in (date(1990, 5, 31), date(1990, 6, 1), date(1999, 5, 31), date(1999, 6, 1))
        ),
        ("born", "unknown", None, whole),
        ("days", "89", born, [(date(2015, 3, 4), ON)]),
        ("days", "90", born, [(date(2015, 3, 3), ON)]),
        ("days", "91", born, [(date(2015, 3, 2), ON)]),
        ("days", "unknown", born, []),
    ]
    seen = (date(2013, 12, 28), ON)  # 400 days before the window begins
    every = {case.varied + case.value: dict(case.person.observed) for case in cases}
    unseen = every.pop("daysunknown")
    assert all(observed == dict.fromkeys(Track, seen) for observed in every.values())
    assert set(Track) - set(unseen) == {Status.FULL_TIME_UNEMPLOYED.track}


def test_nobody_has_days_before_birth():
    most = days_in(days(Status.IN_KAA), at_least=400, window=last_days(500), ends=Ends.ON)
    (base, *others) = boundary_persons(~age(1) & most, ON)
    assert [(spell.start, spell.end) for spell in base.person.spells] == [(date(2014, 6, 1), ON)]
    born = {case.value: case.person.spells[0].start for case in others if case.varied == "born"}
    assert born == {
        "2014-05-31": date(2014, 5, 31),
        "2014-06-01": date(2014, 6, 1),
        "unknown": date(2014, 1, 17),
    }


def test_a_rule_that_asks_for_what_excludes_itself_has_cases_too():
    one, other = EXCLUSIVE[0]
    assert boundary_persons(during(one) & during(other), ON)[0].person.contradictions


@pytest.mark.parametrize("lengths", [(10, 20), (20, 10)])
def test_the_same_days_in_two_windows_fill_the_longer(lengths):
    one, other = (
        days_in(days(Status.IN_KAA), at_least=5, window=last_days(length), ends=Ends.ON)
        for length in lengths
    )
    (spell,) = boundary_persons(one & other, ON)[0].person.spells
    assert (spell.start, spell.end) == (date(2015, 5, 12), ON)


def test_days_of_combined_statuses_are_made_together():
    both = days(Status.FULL_TIME_UNEMPLOYED) & days(Status.REGISTERED_AS_JOBSEEKER)
    either = days(Status.PART_TIME) | days(Status.HOURLY)
    without = days(Status.FULL_TIME_WORK) - days(Status.FULL_TIME_SICK)
    long = unbroken(days(Status.HOURLY), at_least=5)
    for day_set, expected in (
        (long, {Status.HOURLY}),
        (both, {Status.FULL_TIME_UNEMPLOYED, Status.REGISTERED_AS_JOBSEEKER}),
        (either, {Status.PART_TIME}),
        (without, {Status.FULL_TIME_WORK}),
    ):
        condition = days_in(day_set, at_least=90, window=last_days(120), ends=Ends.ON)
        first = boundary_persons(condition, ON)[0]
        assert set(first.person.spells[0].statuses) == expected


def test_alternatives_are_routes_of_their_own_and_negation_turns_them():
    young, coded = age(16, below=25), has("disability_code")
    assert len(routes(young | coded)) == 2
    assert len(routes(young & coded)) == 1
    assert len(routes(~(young & coded))) == 2
    assert routes(~(young & coded)) == [(Occurrence(young, False),), (Occurrence(coded, False),)]
    assert routes(~(young | ~coded)) == [(Occurrence(young, False), Occurrence(coded, True))]


def test_a_route_nobody_can_take_has_no_cases():
    condition = age(16, below=20) & age(25, below=30)
    assert boundary_persons(condition, ON) == ()


def test_the_truth_table_has_a_line_a_case():
    cases = programmes.jobbgaranti.boundary_cases(ON)
    header, rows = truth_table("jobbgaranti", ON, cases)
    assert header[:6] == ("rule", "on", "route", "varied", "value", "answer")
    assert len(rows) == len(cases)
    assert all(len(row) == len(header) for row in rows)
    told = list(csv.reader(io.StringIO(programmes.jobbgaranti.truth_table(ON))))
    assert told == [list(header), *(list(row) for row in rows)]
    person = Person(
        born=date(1999, 5, 31),
        school_duty_done=True,
        spells=[
            Spell(ON, ON, (Status.IN_KAA, Status.SFI)),
            Spell(date(2015, 5, 1), ON, Status.HOURLY),
        ],
        observed={Track.WORK: (ON, ON), Track.STUDY: (ON, ON)},
        as_of=ON,
    )
    cases = [
        BoundaryCase(2, "born", "1999-05-31", person, Verdict.NO),
        BoundaryCase(3, "", "", Person()),
    ]
    assert truth_table("made", ON, cases) == (
        (
            "rule",
            "on",
            "route",
            "varied",
            "value",
            "answer",
            "born",
            "school_duty_done",
            "days",
            "observed",
        ),
        [
            (
                *("made", "2015-05-31", "2", "born", "1999-05-31", "no", "1999-05-31", "true"),
                *("2015-05-31--2015-05-31 sfi+in_kaa; 2015-05-01--2015-05-31 hourly", "work study"),
            ),
            ("made", "2015-05-31", "3", *[""] * 7),
        ],
    )
    for wrong, message in (
        (
            3,
            "cases is 3: expected a list of cases at a boundary; take them from "
            "rule.boundary_cases()",
        ),
        (
            ["x"],
            "cases holds 'x': expected a case at a boundary; take them from rule.boundary_cases()",
        ),
    ):
        with pytest.raises(BadInput) as error:
            truth_table("made", ON, wrong)
        assert str(error.value) == message
    with pytest.raises(NotInForceError):
        programmes.jobbgaranti.truth_table(date(1900, 1, 1))
    unanswered = boundary_persons(age(16, below=25), ON)
    assert {row[5] for row in truth_table("age", ON, unanswered)[1]} == {""}
