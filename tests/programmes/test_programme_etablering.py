"""Establishment measures: hand-made cases before and after 2018, and as Kalmar puts them."""

import pytest
from hand_made import NO, NOT_IN_FORCE, UNKNOWN, YES, ask, case, day, table

from dualib.programmes import etablering

ON = "2015-05-31"
ADULT = "1990-01-01"
JOBSEEKER = ("2015-01-01", "", "registered_as_jobseeker")
RECENT = day("2015-01-15")
KALMAR = "agreement:kalmar"

CASES = table(
    case(
        "one year since the first registration, to the day",
        ON,
        YES,
        ADULT,
        first_registered=day("2014-05-31"),
    ),
    case("a year and a day", ON, NO, ADULT, first_registered=day("2014-05-30")),
    case("nobody knows when", ON, UNKNOWN, ADULT, first_registered=None),
    case("turned 20 on the day", ON, YES, "1995-05-31", parents_in_sweden=True),
    case("19 with parents here", ON, NO, "1995-06-01", parents_in_sweden=True),
    case("18 without parents in the country", ON, YES, "1997-05-31"),
    case("17 without parents in the country", ON, NO, "1997-06-01"),
    case("turns 65 on the day", ON, NO, "1950-05-31"),
    case("turns 65 the day after", ON, YES, "1950-06-01"),
    case("no permit that counts", ON, NO, ADULT, residence_permit=False),
    case("a relative who applied within six years", ON, YES, ADULT, permit_as_relative=True),
    case(
        "a relative who applied later",
        ON,
        NO,
        ADULT,
        permit_as_relative=True,
        relative_applied_in_time=False,
    ),
    case(
        "full-time work stops a plan by law",
        ON,
        NO,
        ADULT,
        (ON, "", "full_time_work"),
        reading="sfs",
    ),
    case(
        "can take part less than a quarter",
        ON,
        NO,
        ADULT,
        can_take_part_quarter_time=False,
        reading="sfs",
    ),
    case(
        "relatives before 2014: the limit was not seen",
        "2013-05-31",
        UNKNOWN,
        "1985-01-01",
        first_registered=day("2013-01-01"),
        permit_as_relative=True,
        reading="sfs",
    ),
    case("before the act", "2010-11-30", NOT_IN_FORCE, "1985-01-01", reading="sfs"),
    case(
        "from 2018 no group of 18 and 19",
        "2018-05-31",
        NO,
        "1999-05-31",
        ("2018-05-31", "", "registered_as_jobseeker"),
        first_registered=day("2018-01-15"),
        reading="sfs",
    ),
    case(
        "from 2018 within 36 months",
        "2018-05-31",
        YES,
        ADULT,
        ("2018-05-31", "", "registered_as_jobseeker"),
        first_registered=day("2015-05-31"),
        reading="sfs",
    ),
    case(
        "from 2018 after 36 months",
        "2018-05-31",
        NO,
        ADULT,
        ("2018-05-31", "", "registered_as_jobseeker"),
        first_registered=day("2015-05-30"),
        reading="sfs",
    ),
    case(
        "65 in 2022",
        "2022-12-31",
        NO,
        "1957-12-31",
        ("2022-12-31", "", "registered_as_jobseeker"),
        first_registered=day("2022-01-01"),
        reading="sfs",
    ),
    case(
        "65 before 2023: keeps the older limit (SFS 2022:895, 2)",
        "2023-01-01",
        NO,
        "1957-12-31",
        ("2023-01-01", "", "registered_as_jobseeker"),
        first_registered=day("2022-01-01"),
        reading="sfs",
    ),
    case(
        "in asylum housing before March 2025: 5 § 5 as issued",
        "2025-02-28",
        NO,
        ADULT,
        ("2025-02-28", "", "registered_as_jobseeker"),
        first_registered=day("2024-06-01"),
        in_asylum_housing=True,
        reading="sfs",
    ),
    case(
        "in asylum housing from March 2025",
        "2025-03-01",
        NO,
        ADULT,
        ("2025-03-01", "", "registered_as_jobseeker"),
        first_registered=day("2024-06-01"),
        in_asylum_housing=True,
        reading="sfs",
    ),
    case(
        "in 2026 past the 36 months: registered before 2026 (SFS 2025:311, 2)",
        "2026-05-31",
        NO,
        ADULT,
        ("2026-05-31", "", "registered_as_jobseeker"),
        first_registered=day("2023-05-30"),
        reading="sfs",
    ),
    case(
        "in 2026 within them",
        "2026-05-31",
        YES,
        ADULT,
        ("2026-05-31", "", "registered_as_jobseeker"),
        first_registered=day("2023-05-31"),
        reading="sfs",
    ),
    case("the act of 2010 is repealed: 18 without parents", "2018-01-01", NO, "1999-06-01"),
    case(
        "the shared model from 2018 is the programme's",
        "2018-05-31",
        YES,
        ADULT,
        ("2018-05-31", "", "registered_as_jobseeker"),
        first_registered=day("2015-05-31"),
    ),
    case("Kalmar's reading ends with the act", "2018-01-01", NOT_IN_FORCE, ADULT, reading=KALMAR),
    case("Kalmar: an adult", ON, YES, ADULT, reading=KALMAR),
    case("Kalmar: 18 without parents, in some cases", ON, UNKNOWN, "1997-05-31", reading=KALMAR),
    case("Kalmar: after a year", ON, NO, ADULT, first_registered=day("2014-05-30"), reading=KALMAR),
    residence_permit=True,
    permit_as_relative=False,
    relative_applied_in_time=True,
    parents_in_sweden=False,
    can_take_part_quarter_time=True,
    in_upper_secondary=False,
    in_asylum_housing=False,
    first_registered=RECENT,
)


@pytest.mark.parametrize("one", CASES)
def test_etablering(one):
    ask(etablering, one)


def test_kalmar_says_that_some_18_year_olds_are_included_without_saying_which():
    (person,) = (
        found.values[0].person()
        for found in CASES
        if found.id == "Kalmar: 18 without parents, in some cases"
    )
    assert len(etablering.decide(person, on=day(ON), reading=KALMAR).not_expressed) == 1
