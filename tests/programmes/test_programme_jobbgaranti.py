"""The job guarantee for young people: hand-made cases around every version and reading."""

import pytest
from hand_made import NO, NOT_IN_FORCE, UNKNOWN, YES, ask, case, day, table

from dualib.programmes import jobbgaranti

OPEN = "openly_unemployed"
ON = "2015-05-31"
BORN = "1996-02-29"
ENOUGH = ("2015-03-03", "", OPEN)  # 90 days up to and including 31 May 2015
KALMAR = "agreement:kalmar"

FALSE = {
    "unemployment_benefit_right": False,
    "sentenced_to_prison": False,
    "etablering_time_used": False,
    "arbetslivsintroduktion_done": False,
}

CASES = table(
    case("the ninetieth day of 120 is the day asked about", ON, YES, BORN, ENOUGH),
    case("89 days are too few", ON, NO, BORN, ("2015-03-04", "", OPEN)),
    case(
        "days need not be consecutive",
        ON,
        YES,
        BORN,
        ("2015-02-01", "2015-03-31", OPEN),
        ("2015-05-01", "", OPEN),
    ),
    case("days before the window do not count", ON, NO, BORN, ("2014-10-01", "2015-02-28", OPEN)),
    case("turns 25 on the day: turned 16 but not 25", ON, NO, "1990-05-31", ENOUGH),
    case("turns 25 the day after", ON, YES, "1990-06-01", ENOUGH),
    case("turns 16 on the day", ON, YES, "1999-05-31", ENOUGH),
    case("turns 16 the day after", ON, NO, "1999-06-01", ENOUGH),
    case(
        "27 with a disability code, Kalmar p. 25", ON, YES, "1988-01-01", ENOUGH, disability_code=61
    ),
    case("27 without a code", ON, NO, "1988-01-01", ENOUGH),
    case("27 and nobody knows of a code", ON, UNKNOWN, "1988-01-01", ENOUGH, disability_code=None),
    case("30 with a code: up to 30 is not 30", ON, NO, "1985-05-31", ENOUGH, disability_code=61),
    case(
        "27 with a code is nothing to the ordinance",
        ON,
        NO,
        "1988-01-01",
        ENOUGH,
        disability_code=61,
        reading="sfs",
    ),
    case(
        "90 part-time days with benefit right",
        ON,
        YES,
        BORN,
        ("2015-03-03", "", "part_time"),
        unemployment_benefit_right=True,
    ),
    case("90 part-time days without benefit right", ON, NO, BORN, ("2015-03-03", "", "part_time")),
    case(
        "90 hourly days and unknown benefit right",
        ON,
        UNKNOWN,
        BORN,
        ("2015-03-03", "", "hourly"),
        unemployment_benefit_right=None,
    ),
    case(
        "50 full-time and 45 part-time days are counted apart",
        ON,
        NO,
        BORN,
        ("2015-02-10", "2015-03-31", OPEN),
        ("2015-04-10", "2015-05-24", "part_time"),
        unemployment_benefit_right=True,
    ),
    case(
        "unemployed but not registered on the same days",
        ON,
        NO,
        BORN,
        ("2015-03-03", "", "full_time_unemployed"),
    ),
    case(
        "90 days lie in four months of 123 days, not in 120: the shared model",
        "2016-01-31",
        NO,
        BORN,
        ("2015-10-01", "2015-12-28", OPEN),
        ("2016-01-31", "", OPEN),
    ),
    case(
        "90 days lie in four months of 123 days: Kalmar",
        "2016-01-31",
        YES,
        BORN,
        ("2015-10-01", "2015-12-28", OPEN),
        ("2016-01-31", "", OPEN),
        reading=KALMAR,
    ),
    case(
        "Kalmar: turned 16 but not 25, with a code too",
        ON,
        NO,
        "1988-01-01",
        ENOUGH,
        disability_code=61,
        reading=KALMAR,
    ),
    case(
        "Kalmar: who works full time on the day does not seek work",
        ON,
        NO,
        BORN,
        ("2015-02-01", "2015-05-30", OPEN),
        (ON, "", "full_time_work"),
        reading=KALMAR,
    ),
    case(
        "introduction to working life opens without time",
        ON,
        YES,
        BORN,
        arbetslivsintroduktion_done=True,
    ),
    case(
        "prison opens without time for the unemployed",
        ON,
        YES,
        BORN,
        (ON, "", OPEN),
        sentenced_to_prison=True,
    ),
    case("prison does not for who is not unemployed", ON, NO, BORN, sentenced_to_prison=True),
    case("etablering used up opens without time", ON, YES, BORN, etablering_time_used=True),
    case("before the programme", "2007-12-02", NOT_IN_FORCE, "1990-01-01", reading="sfs"),
    case(
        "three consecutive months",
        "2008-06-01",
        YES,
        "1990-01-01",
        ("2008-03-02", "", OPEN),
        reading="sfs",
    ),
    case(
        "a day short of three months",
        "2008-06-01",
        NO,
        "1990-01-01",
        ("2008-03-03", "", OPEN),
        reading="sfs",
    ),
    case(
        "a break of one day broke three consecutive months",
        "2008-06-01",
        NO,
        "1990-01-01",
        ("2008-02-01", "2008-04-10", OPEN),
        ("2008-04-12", "", OPEN),
        reading="sfs",
    ),
    case(
        "prison the day before SFS 2008:274: 5 § as issued was not read",
        "2008-06-30",
        UNKNOWN,
        "1990-01-01",
        ("2008-06-30", "", OPEN),
        sentenced_to_prison=True,
        reading="sfs",
    ),
    case(
        "prison from SFS 2008:274",
        "2008-07-01",
        YES,
        "1990-01-01",
        ("2008-07-01", "", OPEN),
        sentenced_to_prison=True,
        reading="sfs",
    ),
    case(
        "from 2011 gaps are allowed",
        "2011-06-01",
        YES,
        "1990-01-01",
        ("2011-02-10", "2011-04-10", OPEN),
        ("2011-04-12", "", OPEN),
        reading="sfs",
    ),
    case(
        "etablering before 2013",
        "2013-01-31",
        NO,
        BORN,
        ("2013-01-31", "", OPEN),
        etablering_time_used=True,
        reading="sfs",
    ),
    case(
        "etablering in June 2013: the day the route came was not found",
        "2013-06-15",
        UNKNOWN,
        BORN,
        ("2013-06-15", "", OPEN),
        etablering_time_used=True,
        reading="sfs",
    ),
    case(
        "time in an education contract counts in 2017",
        "2017-06-01",
        YES,
        BORN,
        ("2017-02-02", "2017-04-10", "in_utbildningskontrakt"),
        ("2017-05-01", "", OPEN),
        reading="sfs",
    ),
    case(
        "it no longer does in 2020",
        "2020-06-01",
        NO,
        "1999-01-01",
        ("2020-02-02", "2020-04-10", "in_utbildningskontrakt"),
        ("2020-05-01", "", OPEN),
        reading="sfs",
    ),
    case(
        "introduction to working life from 2016: the second paragraph of 5 § was not read",
        "2016-02-01",
        UNKNOWN,
        BORN,
        ("2016-02-01", "", OPEN),
        arbetslivsintroduktion_done=True,
        reading="sfs",
    ),
    case(
        "introduction to working life the day before",
        "2016-01-31",
        YES,
        BORN,
        ("2016-01-31", "", OPEN),
        arbetslivsintroduktion_done=True,
        reading="sfs",
    ),
    case("today's text", "2026-01-15", YES, "2003-01-01", ("2025-10-01", "", OPEN), reading="sfs"),
    case("the shared model ends with the delegation", "2023-03-01", NOT_IN_FORCE, "2003-01-01"),
    disability_code=False,
    unemployment_benefit_right=False,
    arbetslivsintroduktion_done=False,
    sentenced_to_prison=False,
    etablering_time_used=False,
)


@pytest.mark.parametrize("one", CASES)
def test_jobbgaranti(one):
    ask(jobbgaranti, one)


def test_who_works_part_time_stands_on_an_ambiguity_of_the_ordinance():
    person = CASES[13].values[0].person()
    decision = jobbgaranti.decide(person, on=day(ON), reading="sfs")
    assert decision.verdict is NO
    assert not decision.ambiguities  # not registered as a jobseeker: both ways of reading say no
    registered = case(
        "registered too",
        ON,
        NO,
        BORN,
        ("2015-03-03", "", "part_time_registered"),
        unemployment_benefit_right=True,
        sentenced_to_prison=False,
        etablering_time_used=False,
        arbetslivsintroduktion_done=False,
    )
    assert len(jobbgaranti.decide(registered.person(), on=day(ON), reading="sfs").ambiguities) == 1


def test_a_28_year_old_with_a_code_stands_on_what_kalmar_leaves_unclear():
    person = case("28", ON, NO, "1987-01-01", ENOUGH, **FALSE, disability_code=61).person()
    assert len(jobbgaranti.decide(person, on=day(ON), reading=KALMAR).ambiguities) == 1
    without = case("28", ON, NO, "1987-01-01", ENOUGH, **FALSE, disability_code=False).person()
    assert not jobbgaranti.decide(without, on=day(ON), reading=KALMAR).ambiguities


def test_the_part_time_wording_is_nothing_to_who_qualifies_by_contract_days():
    spells = ("2017-02-02", "2017-04-10", "in_utbildningskontrakt"), ("2017-05-01", "", OPEN)
    person = case("contract", "2017-06-01", YES, BORN, *spells, **FALSE).person()
    decision = jobbgaranti.decide(person, on=day("2017-06-01"), reading="sfs")
    assert decision.verdict is YES
    assert not decision.ambiguities


def test_part_time_work_in_2009_is_admitted_by_the_second_paragraph():
    """5 § in SFS 2008:274: who works less than their labour supply, if entitled to benefit."""
    spell = ("2009-02-01", "", "part_time_registered")
    facts = {**FALSE, "unemployment_benefit_right": True}
    person = case("part time", "2009-06-01", YES, "1990-01-01", spell, **facts).person()
    decision = jobbgaranti.decide(person, on=day("2009-06-01"), reading="sfs")
    assert decision.verdict is YES
    assert decision.ambiguities == ()
