"""The municipal activity responsibility: hand-made cases around 1 July 2018, and as three agreements put it."""

import pytest
from hand_made import NO, NOT_IN_FORCE, UNKNOWN, YES, ask, case, day, table

from dualib.programmes import kaa

ON = "2016-09-01"
BORN = "1999-03-01"

CASES = table(
    case("17 and in no school", ON, YES, BORN),
    case("turns 20 on the day: not turned 20", ON, NO, "1996-09-01"),
    case("turns 20 the day after", ON, YES, "1996-09-02"),
    case("16 on the day, the shared model's lower end", ON, YES, "2000-09-01"),
    case("15 with compulsory schooling done: the shared model begins at 16", ON, NO, "2000-12-01"),
    case(
        "15 with compulsory schooling done: the law has no lower age",
        ON,
        YES,
        "2000-12-01",
        reading="sfs",
    ),
    case("compulsory schooling not done", ON, NO, BORN, school_duty_done=False),
    case("in a national programme", ON, NO, BORN, in_upper_secondary=True, reading="sfs"),
    case(
        "an introductory pupil in 2016",
        ON,
        YES,
        BORN,
        in_upper_secondary=True,
        in_introductory_programme=True,
        reading="sfs",
    ),
    case(
        "an introductory pupil on the last day of that text",
        "2018-06-30",
        YES,
        BORN,
        in_upper_secondary=True,
        in_introductory_programme=True,
        reading="sfs",
    ),
    case(
        "an introductory pupil from 1 July 2018",
        "2018-07-01",
        NO,
        BORN,
        in_upper_secondary=True,
        in_introductory_programme=True,
        reading="sfs",
    ),
    case(
        "only a certificate of studies in 2016: no diploma (Skolverket on 29 kap. 9 §)",
        ON,
        YES,
        BORN,
        upper_secondary_completed=True,
        reading="sfs",
    ),
    case(
        "only a certificate of studies from 1 July 2018",
        "2018-07-01",
        YES,
        BORN,
        upper_secondary_completed=True,
        reading="sfs",
    ),
    case("a diploma", "2018-07-01", NO, BORN, gymnasieexamen=True, reading="sfs"),
    case("nobody knows whether she is at school", ON, UNKNOWN, BORN, in_upper_secondary=None),
    case("before 2005", "2005-06-30", NOT_IN_FORCE, "1988-01-01", reading="sfs"),
    case(
        "the older duty to keep informed: the guide of 2012 and the wording of 2015 agree",
        "2012-01-01",
        YES,
        "1994-01-01",
        reading="sfs",
    ),
    case(
        "the older duty to keep informed: 1 kap. 18 § of the Act of 1985 was not read",
        "2009-01-01",
        UNKNOWN,
        "1991-01-01",
        reading="sfs",
    ),
    case(
        "seeks asylum: 29 kap. 9 § 2",
        "2024-05-31",
        NO,
        "2006-05-31",
        reading="sfs",
        residence="asylum_seeker",
    ),
    case(
        "a certificate of anpassad gymnasieskola: 29 kap. 9 § 5",
        "2024-05-31",
        NO,
        "2006-05-31",
        reading="sfs",
        gymnasiebevis=True,
    ),
    case("the shared model begins with the delegation", "2014-12-17", NOT_IN_FORCE, "1997-01-01"),
    case("Tyresö goes on to 24", ON, YES, "1993-01-01", reading="agreement:tyreso"),
    case(
        "Tyresö: one who works",
        ON,
        NO,
        "1993-01-01",
        (ON, "", "full_time_work"),
        reading="agreement:tyreso",
    ),
    case("Tyresö: 25", ON, NO, "1991-09-01", reading="agreement:tyreso"),
    case(
        "Västerås: 16-20 is explained as not turned 20",
        ON,
        NO,
        "1996-09-01",
        reading="agreement:vasteras",
    ),
    case(
        "Västerås: does not go to upper-secondary school",
        ON,
        YES,
        BORN,
        reading="agreement:vasteras",
    ),
    case("Västerås: does", ON, NO, BORN, in_upper_secondary=True, reading="agreement:vasteras"),
    school_duty_done=True,
    in_upper_secondary=False,
    in_introductory_programme=False,
    upper_secondary_completed=False,
    gymnasieexamen=False,
    gymnasiebevis=False,
    equivalent_upper_secondary=False,
    residence="registered",
)


@pytest.mark.parametrize("one", CASES)
def test_kaa(one):
    ask(kaa, one)


def test_hammaro_does_not_say_whom_the_kaa_covers():
    assert "agreement:hammaro" not in kaa.readings


def test_who_has_completed_upper_secondary_stands_on_what_vasteras_leaves_unclear():
    facts = {"school_duty_done": True, "in_upper_secondary": False}
    person = case("19", ON, YES, "1997-03-01", upper_secondary_completed=True, **facts).person()
    decision = kaa.decide(person, on=day(ON), reading="agreement:vasteras")
    assert decision.verdict is YES
    assert len(decision.ambiguities) == 1
