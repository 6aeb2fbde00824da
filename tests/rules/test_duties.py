"""What an authority is bound to do, and by when; a due date only where the source names the day it runs from."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from dualib import Person, Verdict
from dualib.conditions import age
from dualib.dates import LeapBirthday, Period, months
from dualib.errors import BadInput
from dualib.language import Text
from dualib.rules.duties import Duty, Start
from dualib.rules.rule import Rule
from dualib.rules.versions import Version
from dualib.sources import NOT_IN_SOURCE, Citation, Confidence
from dualib.vocabulary import NEVER

ON = date(2015, 5, 31)
CITED = (Citation("SFS 2010:800", "29 kap. 9 §", Confidence.PROJECT, date(2026, 1, 1)),)
YOUNG = Rule(
    id="young",
    name=Text("unga", "the young"),
    versions=(Version(reading="sfs", condition=age(16, below=20), citations=CITED),),
)
REGISTERED = Start(Text("från inskrivningen", "from registration"), "registered_as_jobseeker_on")
UNSAID = Start(Text("från beslutet", "from the decision"))


def duty(**more):
    words = Text("x", "x")
    return Duty(
        id="d", name=words, trigger=YOUNG, bearer=words, action=words, citations=CITED, **more
    )


def person(born=date(1997, 1, 1), **facts):
    return Person(born=born, as_of=ON, **facts)


def test_at_once_means_the_day_it_arises():
    assert duty().check(person(), on=ON).due == ON
    asked = duty().check(person(date(1980, 1, 1)), on=ON)
    assert (asked.applies, asked.due, asked.candidates) == (Verdict.NO, None, ())
    assert duty().check(Person(as_of=ON), on=ON).applies is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("within", "start", "due"),
    [
        (Period(90, "days"), date(2015, 3, 1), date(2015, 5, 30)),
        (months(3), date(2015, 11, 30), date(2016, 2, 29)),
        (months(3), NEVER, None),
        (months(3), None, None),
    ],
)
def test_one_named_start_gives_the_last_day_to_act(within, start, due):
    asked = duty(within=within, starts=(REGISTERED,)).check(
        person(registered_as_jobseeker_on=start), on=ON
    )
    assert asked.due == due
    assert asked.candidates == ((REGISTERED.words, due),)
    assert asked.on == ON


def test_a_duty_that_has_not_arisen_is_not_due():
    asked = duty(within=months(3), starts=(REGISTERED,)).check(
        person(date(1980, 1, 1), registered_as_jobseeker_on=date(2015, 3, 1)), on=ON
    )
    assert asked.due is None
    assert asked.candidates[0][1] == date(2015, 6, 1)


def test_where_the_source_names_no_start_the_candidates_are_listed():
    asked = duty(within=months(3), starts=(REGISTERED, UNSAID)).check(
        person(registered_as_jobseeker_on=date(2015, 3, 1)), on=ON
    )
    assert asked.applies is Verdict.YES
    assert asked.due is None
    assert [day for _, day in asked.candidates] == [date(2015, 6, 1), None]


def test_duties_say_what_is_wrong_with_them():
    with pytest.raises(BadInput, match="duty 'd' has a time limit but no starts"):
        duty(within=months(3))
    with pytest.raises(BadInput, match="duty 'd' starts from 'sex': expected a dated fact"):
        duty(within=months(3), starts=(Start(Text("x", "x"), "sex"),))


def test_a_time_limit_the_source_does_not_state_gives_no_due_date():
    asked = duty(within=NOT_IN_SOURCE).check(person(), on=ON)
    assert (asked.applies, asked.due, asked.candidates) == (Verdict.YES, None, ())


def test_a_duty_is_asked_with_the_assumptions_of_its_rule():
    timed = duty(within=Period(90, "days"), starts=(REGISTERED,))
    start = {"registered_as_jobseeker_on": date(2015, 3, 1)}
    assert timed.check(person(), on=ON).due is None
    assert timed.check(person(), on=ON, assume=start).due == date(2015, 5, 30)
    assert timed.check(person(), on=ON, assume=start, reading="sfs").applies is Verdict.YES
    with pytest.raises(BadInput, match="has no reading 'sfz'"):
        timed.check(person(), on=ON, reading="sfz")
    leapt, day = Person(born=date(2000, 2, 29), as_of=ON), date(2017, 2, 28)
    old = attrs.evolve(
        duty(),
        trigger=attrs.evolve(YOUNG, versions=(attrs.evolve(YOUNG.versions[0], condition=age(17)),)),
    )
    assert old.check(leapt, on=day).applies is Verdict.YES
    assert old.check(leapt, on=day, leap=LeapBirthday.MARCH_1).applies is Verdict.NO
