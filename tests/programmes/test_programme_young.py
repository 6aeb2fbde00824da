"""Support for young people with a disability, and the folk high school course: hand-made cases; and their number."""

import importlib

import pytest
from hand_made import NO, NOT_IN_FORCE, UNKNOWN, YES, ask, case, day, table

from dualib.programmes import PROGRAMMES, folkhogskolekurs, unga_med_funktionsnedsattning

ON = "2015-05-31"
KALMAR = "agreement:kalmar"

DISABILITY = table(
    case("turned 16 on the day", ON, YES, "1999-05-31"),
    case("turns 16 the day after", ON, NO, "1999-06-01"),
    case("turns 30 the day after", ON, YES, "1985-06-01"),
    case("turned 30 on the day", ON, NO, "1985-05-31"),
    case(
        "no code: a disability without one is possible",
        ON,
        UNKNOWN,
        "1995-01-01",
        disability_code=False,
    ),
    case(
        "nobody knows of a code, which needs consent",
        ON,
        UNKNOWN,
        "1995-01-01",
        disability_code=None,
    ),
    case("nobody knows the age", ON, UNKNOWN, None),
    case("any code of the list", ON, YES, "1995-01-01", disability_code=93),
    case("born 29 February: 16 on 28 February", "2017-02-28", NO, "2004-02-29"),
    case(
        "before the delegation: 12 § is from 2000, in SFS 2010:1710 the same as later",
        "2014-12-17",
        YES,
        "1995-01-01",
    ),
    case("today", "2026-01-01", YES, "2000-01-01"),
    case(
        "Kalmar: activity compensation at 35, no age given",
        ON,
        YES,
        "1980-01-01",
        disability_code=False,
        aktivitetsersattning=True,
        reading=KALMAR,
    ),
    case("Kalmar: neither at 35", ON, NO, "1980-01-01", disability_code=False, reading=KALMAR),
    case("Kalmar: 29 with a code", ON, YES, "1985-06-01", reading=KALMAR),
    case(
        "activity compensation, 12 § second paragraph: no age",
        ON,
        YES,
        "1980-01-01",
        aktivitetsersattning=True,
    ),
    case(
        "Tjörn and Orust: as the ordinance",
        "2019-05-31",
        YES,
        "1995-01-01",
        reading="agreement:tjorn-orust",
    ),
    case("Tjörn and Orust: 30", "2019-05-31", NO, "1989-05-31", reading="agreement:tjorn-orust"),
    disability_code=61,
    aktivitetsersattning=False,
)

IN_2024 = "2024-05-31"
REGISTERED = (IN_2024, "", "registered_as_jobseeker")
COURSE = table(
    case("turned 16 on the day", IN_2024, YES, "2008-05-31", REGISTERED),
    case("turns 16 the day after", IN_2024, NO, "2008-06-01", REGISTERED),
    case("no upper age: 45", IN_2024, YES, "1970-01-01", REGISTERED),
    case("has a diploma", IN_2024, NO, "1995-01-01", REGISTERED, gymnasieexamen=True),
    case("has basic eligibility", IN_2024, NO, "1995-01-01", REGISTERED, basic_eligibility=True),
    case("not registered", IN_2024, NO, "1995-01-01"),
    case("unknown diploma", IN_2024, UNKNOWN, "1995-01-01", REGISTERED, gymnasieexamen=None),
    case(
        "unknown diploma, but basic eligibility",
        IN_2024,
        NO,
        "1995-01-01",
        REGISTERED,
        gymnasieexamen=None,
        basic_eligibility=True,
    ),
    case(
        "works part time and is registered",
        IN_2024,
        YES,
        "1995-01-01",
        (IN_2024, "", "part_time_registered"),
    ),
    case("before 2010", "2009-12-31", NOT_IN_FORCE, "1990-01-01"),
    case(
        "2010: the wording of 2000:634 was not read",
        "2010-01-01",
        UNKNOWN,
        "1990-01-01",
        ("2010-01-01", "", "registered_as_jobseeker"),
    ),
    gymnasieexamen=False,
    basic_eligibility=False,
)


@pytest.mark.parametrize("one", DISABILITY)
def test_unga_med_funktionsnedsattning(one):
    ask(unga_med_funktionsnedsattning, one)


@pytest.mark.parametrize("one", COURSE)
def test_folkhogskolekurs(one):
    ask(folkhogskolekurs, one)


def test_a_disability_without_a_code_is_no_certain_count():
    person = case(
        "no code", ON, UNKNOWN, "1995-01-01", disability_code=False, aktivitetsersattning=False
    ).person()
    assert len(unga_med_funktionsnedsattning.decide(person, on=day(ON)).not_expressed) == 1


def test_every_national_programme_has_ten_hand_made_cases():
    work, guarantee = (
        importlib.import_module(f"test_programme_{name}")
        for name in ("work_and_study", "guarantee")
    )
    cases = {
        **guarantee.ALL,
        **{
            name: importlib.import_module(f"test_programme_{name}").CASES
            for name in ("jobbgaranti", "kaa", "etablering")
        },
        "traineejobb": work.TRAINEE,
        "utbildningskontrakt": work.CONTRACT,
        "nystartsjobb": work.NYSTART,
        "yrkesintroduktion": work.INTRODUCTION,
        "unga_med_funktionsnedsattning": DISABILITY,
        "folkhogskolekurs": COURSE,
    }
    assert set(cases) == {rule.id for rule in PROGRAMMES}
    assert all(len(found) >= 10 for found in cases.values())
    assert all(len({one.id for one in found}) == len(found) for found in cases.values())
