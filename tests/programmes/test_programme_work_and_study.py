"""Trainee jobs, education contracts, new start jobs and vocational introduction: hand-made cases."""

import pytest
from hand_made import NO, NOT_IN_FORCE, UNKNOWN, YES, ask, case, day, table

from dualib.programmes import nystartsjobb, traineejobb, utbildningskontrakt, yrkesintroduktion

OPEN = "openly_unemployed"
GUARANTEE = "in_jobb_och_utvecklingsgaranti"
NEW = {"residence_permit": True}

TRAINEE = table(
    case("turned 20 on the day", "2015-08-31", YES, "1995-08-31", ("2015-08-31", "", OPEN)),
    case("turns 20 the day after", "2015-08-31", NO, "1995-09-01", ("2015-08-31", "", OPEN)),
    case(
        "turned 25 on the day: 20-25 is half open",
        "2015-08-31",
        NO,
        "1990-08-31",
        ("2015-08-31", "", OPEN),
    ),
    case(
        "works part time",
        "2015-08-31",
        NO,
        "1993-01-01",
        ("2015-08-31", "", "part_time_registered"),
    ),
    case(
        "the shared model does not outlive the ordinance", "2018-01-01", NOT_IN_FORCE, "1995-01-01"
    ),
    case("the shared model does not begin before it", "2015-08-02", NOT_IN_FORCE, "1995-01-01"),
    case("before the ordinance", "2015-08-02", NOT_IN_FORCE, "1993-01-01", reading="sfs"),
    case(
        "three months, for a shortage occupation",
        "2015-10-01",
        YES,
        "1993-01-01",
        ("2015-07-01", "", OPEN),
        reading="sfs",
        shortage_occupation_place=True,
    ),
    case("two months", "2015-10-01", NO, "1993-01-01", ("2015-08-01", "", OPEN), reading="sfs"),
    case(
        "three months with a break: the original text was not seen",
        "2015-10-01",
        UNKNOWN,
        "1993-01-01",
        ("2015-05-01", "2015-06-30", OPEN),
        ("2015-08-20", "", OPEN),
        reading="sfs",
        shortage_occupation_place=True,
    ),
    case(
        "registered and part time today, three of six months: no demand to be unemployed today",
        "2016-08-15",
        YES,
        "1993-01-01",
        ("2016-04-01", "2016-08-10", OPEN),
        ("2016-08-11", "", "part_time_registered"),
        reading="sfs",
    ),
    case(
        "27 and fifteen months in a programme, not unemployed",
        "2016-08-15",
        NO,
        "1989-01-01",
        ("2015-05-01", "2016-08-14", "in_jobbgaranti"),
        ("2016-08-15", "", OPEN),
        reading="sfs",
    ),
    case(
        "newly arrived but works full time",
        "2016-08-15",
        NO,
        "1989-01-01",
        ("2016-08-15", "", "full_time_work"),
        reading="sfs",
        permit_granted=day("2015-01-01"),
        **NEW,
    ),
    case(
        "three months in a measure, unemployed again",
        "2015-10-01",
        YES,
        "1993-01-01",
        ("2015-07-01", "2015-09-30", "in_jobbgaranti"),
        ("2015-10-01", "", OPEN),
        reading="sfs",
        shortage_occupation_place=True,
    ),
    case(
        "92 days of six months",
        "2016-08-15",
        YES,
        "1993-01-01",
        ("2016-05-15", "", OPEN),
        reading="sfs",
    ),
    case(
        "90 days: months that do not lie together",
        "2016-08-15",
        UNKNOWN,
        "1993-01-01",
        ("2016-05-17", "", OPEN),
        reading="sfs",
    ),
    case("88 days", "2016-08-15", NO, "1993-01-01", ("2016-05-19", "", OPEN), reading="sfs"),
    case(
        "27 and unemployed for fifteen months",
        "2016-08-15",
        YES,
        "1989-01-01",
        ("2015-05-01", "", OPEN),
        reading="sfs",
    ),
    case(
        "27 and unemployed for ten months",
        "2016-08-15",
        NO,
        "1989-01-01",
        ("2015-10-15", "", OPEN),
        reading="sfs",
    ),
    case(
        "newly arrived, any number of days",
        "2016-08-15",
        YES,
        "1989-01-01",
        ("2016-08-15", "", OPEN),
        reading="sfs",
        permit_granted=day("2015-01-01"),
        **NEW,
    ),
    case("the last day", "2017-12-31", YES, "1995-01-01", ("2017-08-01", "", OPEN), reading="sfs"),
    case(
        "no new decisions",
        "2018-01-01",
        NOT_IN_FORCE,
        "1995-01-01",
        ("2017-08-01", "", OPEN),
        reading="sfs",
    ),
    case("Tyresö gives only ages", "2016-01-01", YES, "1993-01-01", reading="agreement:tyreso"),
    case(
        "Tyresö: 25, taken as excluded", "2016-01-01", NO, "1991-01-01", reading="agreement:tyreso"
    ),
    residence_permit=False,
    permit_granted=day("2001-01-01"),
    shortage_occupation_place=False,
)

ENROLLED = ("2016-03-01", "", "registered_as_jobseeker")
CONTRACT = table(
    case("turned 20 on the day", "2016-03-01", YES, "1996-03-01", ENROLLED),
    case("turns 20 the day after", "2016-03-01", NO, "1996-03-02", ENROLLED),
    case("turned 25 on the day", "2016-03-01", NO, "1991-03-01", ENROLLED),
    case("turns 25 the day after", "2016-03-01", YES, "1991-03-02", ENROLLED),
    case(
        "has completed upper-secondary education",
        "2016-03-01",
        NO,
        "1993-01-01",
        ENROLLED,
        upper_secondary_completed=True,
    ),
    case(
        "nobody knows",
        "2016-03-01",
        UNKNOWN,
        "1993-01-01",
        ENROLLED,
        upper_secondary_completed=None,
    ),
    case("not registered as a jobseeker", "2016-03-01", NO, "1993-01-01"),
    case(
        "in the establishment programme",
        "2016-03-01",
        NO,
        "1993-01-01",
        ENROLLED,
        ("2016-01-01", "", "in_etablering"),
    ),
    case(
        "part time and registered",
        "2016-03-01",
        YES,
        "1993-01-01",
        ("2016-03-01", "", "part_time_registered"),
    ),
    case("before the ordinance", "2015-08-02", NOT_IN_FORCE, "1993-01-01"),
    case("the first day", "2015-08-03", YES, "1993-01-01", ("2015-08-03", "", OPEN)),
    case("the last day", "2019-12-31", YES, "1996-01-01", ("2019-12-31", "", OPEN)),
    case(
        "no new contracts from 2020",
        "2020-01-01",
        NOT_IN_FORCE,
        "1996-01-01",
        ("2020-01-01", "", OPEN),
    ),
    case(
        "Tyresö asks for unemployment",
        "2016-03-01",
        NO,
        "1993-01-01",
        ENROLLED,
        reading="agreement:tyreso",
    ),
    case(
        "Tyresö writes unemployed, not registered",
        "2016-03-01",
        YES,
        "1993-01-01",
        ("2016-03-01", "", "full_time_unemployed"),
        reading="agreement:tyreso",
    ),
    case(
        "Tyresö: unemployed",
        "2016-03-01",
        YES,
        "1993-01-01",
        ("2016-03-01", "", OPEN),
        reading="agreement:tyreso",
    ),
    upper_secondary_completed=False,
    home_municipality_has_agreement=True,
)

HALF_A_YEAR = ("2016-11-14", "", OPEN)  # 184 days up to and including 16 May 2017
NYSTART = table(
    case("turns 21 in December", "2017-05-17", YES, "1996-12-31", HALF_A_YEAR),
    case("turns 20 in December", "2017-05-17", NO, "1997-12-31", HALF_A_YEAR),
    case("turns 25 in December: still six months", "2017-05-17", YES, "1992-12-31", HALF_A_YEAR),
    case("turns 26 in December: twelve months", "2017-05-17", NO, "1991-12-31", HALF_A_YEAR),
    case(
        "born on New Year's Day: 20 when the year begins",
        "2017-05-17",
        YES,
        "1997-01-01",
        HALF_A_YEAR,
    ),
    case("born the day after", "2017-05-17", NO, "1997-01-02", HALF_A_YEAR),
    case("25 on New Year's Day: twelve months", "2017-05-17", NO, "1992-01-01", HALF_A_YEAR),
    case(
        "25 when the year begins, from June 2016",
        "2016-06-01",
        YES,
        "1990-12-31",
        ("2015-04-01", "", OPEN),
    ),
    case(
        "25 when the year begins, before: 3 a § was not seen",
        "2016-05-31",
        UNKNOWN,
        "1990-12-31",
        ("2015-04-01", "", OPEN),
    ),
    case("26 when the year begins", "2016-05-31", YES, "1989-12-31", ("2015-04-01", "", OPEN)),
    case(
        "turns 26 during 2013: SFS 2008:1437 says yes, SFS 2013:811 no",
        "2013-12-31",
        UNKNOWN,
        "1987-12-31",
        ("2012-11-01", "", OPEN),
    ),
    case(
        "half a year on sick leave: sick pay counts, but what was paid is not known",
        "2017-05-17",
        UNKNOWN,
        "1995-01-01",
        ("2016-11-14", "2017-05-16", "full_time_sick"),
        ("2017-05-17", "", OPEN),
    ),
    case(
        "turned 25 by New Year 2015: 3 a § before June 2016 was not seen",
        "2015-05-17",
        UNKNOWN,
        "1989-12-31",
        ("2014-11-14", "", OPEN),
    ),
    case(
        "182 days: six whole months in a row",
        "2017-05-17",
        YES,
        "1995-01-01",
        ("2016-11-16", "", OPEN),
    ),
    case("180 days", "2017-05-17", NO, "1995-01-01", ("2016-11-18", "", OPEN)),
    case(
        "in the guarantee and 20 at the start of the year: Kalmar's route, not seen in the ordinance",
        "2015-05-17",
        UNKNOWN,
        "1995-01-01",
        ("2015-05-01", "", GUARANTEE),
    ),
    case(
        "in the guarantee and 20 the day after New Year: the route was not read",
        "2015-05-17",
        UNKNOWN,
        "1995-01-02",
        ("2015-05-01", "", GUARANTEE),
    ),
    case(
        "Kalmar: the guarantee",
        "2015-05-17",
        YES,
        "1995-01-01",
        ("2015-05-01", "", GUARANTEE),
        reading="agreement:kalmar",
    ),
    case(
        "Kalmar takes up nobody else",
        "2017-05-17",
        NO,
        "1993-01-01",
        HALF_A_YEAR,
        reading="agreement:kalmar",
    ),
    case("the last day of ages by year", "2018-04-30", YES, "1997-12-31", ("2017-09-01", "", OPEN)),
    case(
        "turned 20 on the decision day, after",
        "2018-05-01",
        YES,
        "1998-05-01",
        ("2017-09-01", "", OPEN),
    ),
    case(
        "turns 20 the day after the decision",
        "2018-05-01",
        NO,
        "1998-05-02",
        ("2017-09-01", "", OPEN),
    ),
    case(
        "25 on the decision day: twelve months",
        "2018-05-01",
        NO,
        "1993-05-01",
        ("2017-09-01", "", OPEN),
    ),
    case("25 and fifteen months", "2018-05-01", YES, "1993-05-01", ("2017-02-01", "", OPEN)),
    case(
        "newly arrived",
        "2018-05-01",
        YES,
        "1990-01-01",
        ("2018-05-01", "", OPEN),
        permit_granted=day("2016-01-01"),
        **NEW,
    ),
    case(
        "newly arrived but works full time",
        "2018-05-01",
        NO,
        "1990-01-01",
        ("2018-05-01", "", "full_time_work"),
        permit_granted=day("2016-01-01"),
        **NEW,
    ),
    case("in etablering", "2022-05-01", YES, "1990-01-01", ("2021-05-01", "", "in_etablering")),
    case(
        "newly arrived in August 2022: SFS 2021:806 asks for no months",
        "2022-08-31",
        YES,
        "1990-01-01",
        ("2022-05-01", "", OPEN),
        permit_granted=day("2021-01-01"),
        **NEW,
    ),
    case(
        "newly arrived from September 2022: six months of nine or not, 6 § was not read",
        "2022-09-01",
        UNKNOWN,
        "1990-01-01",
        ("2022-05-01", "", OPEN),
        permit_granted=day("2021-01-01"),
        **NEW,
    ),
    case(
        "newly arrived in 2025: without six months of nine",
        "2025-08-01",
        NO,
        "1990-01-01",
        ("2025-08-01", "", OPEN),
        permit_granted=day("2025-01-01"),
        **NEW,
    ),
    case(
        "months in a new start job are work: no new one",
        "2018-12-01",
        NO,
        "1990-01-01",
        ("2017-11-01", "2018-11-30", "in_nystartsjobb"),
        ("2018-12-01", "", OPEN),
    ),
    case(
        "enough months, but at work on the day",
        "2018-12-01",
        NO,
        "1996-01-01",
        ("2018-01-01", "2018-11-30", OPEN),
        ("2018-12-01", "", "full_time_work"),
    ),
    case(
        "half a year on sick leave: with sick pay or not",
        "2018-12-01",
        UNKNOWN,
        "1996-01-01",
        ("2018-05-01", "2018-11-30", "full_time_sick"),
        ("2018-12-01", "", OPEN),
    ),
    case(
        "newly arrived: 3 b §, three years to the day",
        "2015-05-17",
        YES,
        "1990-01-01",
        ("2015-05-17", "", OPEN),
        permit_granted=day("2012-05-17"),
        **NEW,
    ),
    case(
        "three years and a day",
        "2015-05-17",
        NO,
        "1990-01-01",
        ("2015-05-17", "", OPEN),
        permit_granted=day("2012-05-16"),
        **NEW,
    ),
    case(
        "newly arrived, not 20 when the year began",
        "2015-05-17",
        NO,
        "1995-01-02",
        ("2015-05-17", "", OPEN),
        permit_granted=day("2014-01-01"),
        **NEW,
    ),
    case(
        "newly arrived before that wording: 3 § g of 2008 says the same",
        "2012-10-14",
        YES,
        "1990-01-01",
        ("2012-10-14", "", OPEN),
        permit_granted=day("2012-01-01"),
        **NEW,
    ),
    case(
        "a plan for etablering is enough from February 2017",
        "2017-02-01",
        YES,
        "1990-01-01",
        ("2017-01-01", "", "in_etablering"),
    ),
    case(
        "the day before: 3 b § of 2015:948 was not read",
        "2017-01-31",
        UNKNOWN,
        "1990-01-01",
        ("2017-01-01", "", "in_etablering"),
    ),
    case(
        "child care moves the frame back",
        "2018-12-01",
        YES,
        "1995-01-01",
        ("2017-06-01", "2017-12-31", OPEN),
        ("2018-01-01", "2018-11-30", "parental_leave"),
        ("2018-12-01", "", OPEN),
        leave_with_child_under_two=True,
    ),
    case("before the ordinance", "2006-12-31", NOT_IN_FORCE, "1985-01-01"),
    residence_permit=False,
    permit_granted=day("2001-01-01"),
    sentenced_to_prison=False,
    leave_with_child_under_two=False,
)

INTRODUCTION = table(
    case("turned 15 on the day", "2014-01-15", YES, "1999-01-15"),
    case("turns 15 the day after", "2014-01-15", NO, "1999-01-16"),
    case("turns 25 the day after", "2014-01-15", YES, "1989-01-16"),
    case("turned 25 on the day", "2014-01-15", NO, "1989-01-15"),
    case("before the ordinance", "2014-01-14", NOT_IN_FORCE, "1995-01-01"),
    case("nobody knows the age", "2014-01-15", UNKNOWN, None),
    case(
        "newly arrived at 30 before the extension",
        "2016-05-31",
        NO,
        "1986-01-01",
        permit_granted=day("2015-01-01"),
        **NEW,
    ),
    case(
        "newly arrived at 30 from the extension: 1 c § was not read",
        "2016-06-01",
        UNKNOWN,
        "1986-01-01",
        ("2016-06-01", "", OPEN),
        permit_granted=day("2015-01-01"),
        **NEW,
    ),
    case(
        "permit 36 months ago, to the day: 1 c § was not read",
        "2016-06-01",
        UNKNOWN,
        "1986-01-01",
        ("2016-06-01", "", OPEN),
        permit_granted=day("2013-06-01"),
        **NEW,
    ),
    case(
        "permit 36 months and a day ago",
        "2016-06-01",
        NO,
        "1986-01-01",
        ("2016-06-01", "", OPEN),
        permit_granted=day("2013-05-31"),
        **NEW,
    ),
    case(
        "unemployed for twelve months at 40: 1 b § was not read",
        "2017-06-01",
        UNKNOWN,
        "1977-01-01",
        ("2016-06-01", "", OPEN),
    ),
    case(
        "a day less: twelve months of fifteen, 1 b § was not seen",
        "2017-06-01",
        NO,
        "1977-01-01",
        ("2016-06-03", "", OPEN),
    ),
    case(
        "twelve months of fifteen with a break: 1 b § was not seen",
        "2017-06-01",
        UNKNOWN,
        "1977-01-01",
        ("2016-03-05", "2016-09-01", OPEN),
        ("2016-10-01", "", OPEN),
    ),
    case("the last day", "2023-12-31", YES, "2004-01-01"),
    case("repealed", "2024-01-01", NOT_IN_FORCE, "2004-01-01"),
    residence_permit=False,
    permit_granted=day("2001-01-01"),
    relevant_work_experience=False,
    yrkesintroduktion_job_offered=True,
    employed_by_same_employer=False,
)


@pytest.mark.parametrize("one", TRAINEE)
def test_traineejobb(one):
    ask(traineejobb, one)


@pytest.mark.parametrize("one", CONTRACT)
def test_utbildningskontrakt(one):
    ask(utbildningskontrakt, one)


@pytest.mark.parametrize("one", NYSTART)
def test_nystartsjobb(one):
    ask(nystartsjobb, one)


@pytest.mark.parametrize("one", INTRODUCTION)
def test_yrkesintroduktion(one):
    ask(yrkesintroduktion, one)


def test_a_25_year_old_stands_on_what_tyreso_leaves_unclear():
    person = case("25", "2016-06-01", NO, "1991-01-01").person()
    assert (
        len(
            traineejobb.decide(person, on=day("2016-06-01"), reading="agreement:tyreso").ambiguities
        )
        == 1
    )
    older = case("26", "2016-06-01", NO, "1990-01-01").person()
    assert not traineejobb.decide(
        older, on=day("2016-06-01"), reading="agreement:tyreso"
    ).ambiguities


def test_who_has_only_a_certificate_of_studies_stands_on_an_ambiguity_of_the_contract():
    facts = {"upper_secondary_completed": True, "gymnasieexamen": False}
    person = case("certificate", "2016-03-01", NO, "1993-01-01", ENROLLED, **facts).person()
    decision = utbildningskontrakt.decide(person, on=day("2016-03-01"))
    assert decision.verdict is NO
    assert len(decision.ambiguities) == 1
