"""What the programmes share: work with support is work, only programmes count as such, frames and rules end alike."""

from datetime import date, timedelta

import pytest
from hand_made import NO, UNKNOWN, YES, day
from hypothesis import given
from hypothesis import strategies as st

from dualib.conditions import Condition, during
from dualib.dates import months
from dualib.person import Person, Spell
from dualib.programmes import etablering, jobb_och_utvecklingsgaranti, nystartsjobb
from dualib.programmes.shared_terms import (
    IN_PROGRAMME,
    NEITHER_WORKS_NOR_STUDIES,
    WITHOUT_WORK,
    newly_arrived,
)
from dualib.rules import Rule, Version
from dualib.sources import Citation, Confidence
from dualib.vocabulary import SKAT, Status, Track
from dualib.vocabulary.status import EMPLOYED_WITH_SUPPORT, LABOUR_MARKET_PROGRAMMES

ON = day("2019-06-15")
CITED = (Citation("SFS 2018:43", "4 §", Confidence.VERIFIED, ON),)
NO_PROGRAMME = {Status.IN_NYSTARTSJOBB, Status.IN_YRKESINTRODUKTION, Status.IN_UTBILDNINGSKONTRAKT}


def answer(condition: Condition, *spells: Spell, **facts):
    rule = Rule(
        id="asked",
        name=etablering.name,
        versions=(Version(reading="sfs", condition=condition, citations=CITED),),
    )
    known = {"born": date(1990, 1, 1), "residence_permit": False, **facts}
    return rule.decide(
        Person(spells=spells, observed=(date(2000, 1, 1), ON), as_of=ON, **known),
        on=ON,
        reading="sfs",
    ).verdict


@pytest.mark.parametrize("status", [status for status in Status if status.track is Track.PROGRAMME])
def test_each_measure_is_work_studies_or_a_programme(status):
    spell = Spell(ON, ON, status)
    works_or_studies = status in EMPLOYED_WITH_SUPPORT or status is Status.IN_UTBILDNINGSKONTRAKT
    assert answer(NEITHER_WORKS_NOR_STUDIES, spell) is (NO if works_or_studies else YES)
    assert answer(during(IN_PROGRAMME), spell) is (NO if status in NO_PROGRAMME else YES)
    assert answer(during(WITHOUT_WORK), spell) is (NO if works_or_studies else YES)
    assert (status in LABOUR_MARKET_PROGRAMMES) is (status not in NO_PROGRAMME)


@pytest.mark.parametrize("status", sorted(NO_PROGRAMME, key=lambda status: status.value))
def test_no_months_in_what_is_no_programme_open_a_new_start_job_or_the_guarantee(status):
    person = Person(
        born=date(1985, 1, 1),
        spells=[
            Spell(date(2015, 1, 1), ON - timedelta(1), status),
            Spell(ON, ON, "openly_unemployed"),
        ],
        observed=(date(2000, 1, 1), ON),
        as_of=ON,
        residence_permit=False,
        benefit_period_used=False,
        lone_parent_part_time_benefit_used=False,
        jobbgaranti_time_used=False,
        sentenced_to_prison=False,
        arbetslivsintroduktion_done=False,
        etablering_time_used=False,
    )
    assert nystartsjobb.decide(person, on=ON, reading="sfs").verdict is NO
    assert jobb_och_utvecklingsgaranti.decide(person, on=ON, reading="sfs").verdict is NO


@pytest.mark.parametrize("lately", [True, False])
@pytest.mark.parametrize("always", [True, False])
def test_who_works_is_not_newly_arrived_and_who_takes_part_is(lately, always):
    asked = newly_arrived(lately=lately, always_without_work=always)
    permit = {"residence_permit": True, "permit_granted": date(2018, 6, 15)}
    assert answer(asked, Spell(ON, ON, Status.FULL_TIME_WORK), **permit) is NO
    assert answer(asked, Spell(ON, ON, "openly_unemployed"), **permit) is YES
    assert answer(asked, Spell(ON, ON, Status.IN_ETABLERING)) is YES
    left = Spell(ON - timedelta(100), ON - timedelta(50), Status.IN_ETABLERING)
    assert answer(asked, left, Spell(ON, ON, "openly_unemployed")) is (YES if lately else NO)
    assert answer(asked, Spell(ON, ON, "openly_unemployed"), residence_permit=None) is UNKNOWN


@given(st.dates(date(2018, 1, 1), date(2019, 6, 1)))
def test_a_frame_from_an_event_ends_on_the_last_day_on_which_the_rule_holds(first):
    last_seen = months(36).after(first) + timedelta(2)
    person = Person(
        born=date(1990, 1, 1),
        residence_permit=True,
        permit_as_relative=False,
        in_upper_secondary=False,
        in_asylum_housing=False,
        first_registered=first,
        spells=[
            Spell(first, last_seen, "registered_as_jobseeker"),
            Spell(months(36).after(first) - timedelta(9), last_seen, "in_etablering"),
        ],
        observed=(date(1990, 1, 1), last_seen),
        as_of=last_seen,
    )
    asked = months(36).after(first) - timedelta(5)
    last = etablering.allowance(person, on=asked).last_day
    assert last is not None
    assert last[0] == last[1] == months(36).after(first)
    verdicts = [
        etablering.decide(person, on=on, reading="sfs", assume_unchanged=True).verdict
        for on in (last[1], last[1] + timedelta(1))
    ]
    assert verdicts == [YES, NO]


def test_no_code_of_employment_is_a_mere_measure():
    work = {38, 39, 42, 43, 50, 58}
    found = {life.code for life in SKAT if Status.IN_SUPPORTED_EMPLOYMENT in life.statuses}
    assert found == work
    assert all(Status.IN_OTHER_MEASURE not in life.statuses for life in SKAT if life.code in work)
