"""Boundary cases: near every threshold of a rule there is a made-up person on each side of it."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from dualib import Verdict, programmes
from dualib.boundaries import boundary_persons, routes, truth_table
from dualib.conditions import age, days, days_in, has, unbroken
from dualib.dates import Ends, birthday, last_days
from dualib.errors import NotInForceError
from dualib.facts import Status

ON = date(2015, 5, 31)
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
    born = {case.person.facts["born"] for case in boundary_persons(condition, ON) if case.varied == "born"}
    for years in (16, 25):
        around = {(birthday(day, years) - ON).days for day in born if day is not None}
        assert {-1, 0, 1} <= around or {0, 1} <= around
    assert None in born


def test_a_number_of_days_is_tried_one_below_at_and_one_above():
    condition = days_in(days(Status.FULL_TIME_UNEMPLOYED), at_least=90, window=last_days(120), ends=Ends.ON)
    counts = [case.value for case in boundary_persons(condition, ON) if case.varied == "days"]
    assert counts == ["89", "90", "91", "unknown"]


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
    assert [len(route) for route in routes(~(young | coded))] == [2]


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
    with pytest.raises(NotInForceError):
        programmes.jobbgaranti.truth_table(date(1900, 1, 1))
    unanswered = boundary_persons(age(16, below=25), ON)
    assert {row[5] for row in truth_table("age", ON, unanswered)[1]} == {""}
