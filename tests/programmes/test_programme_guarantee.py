"""The job and development guarantee, its phases, and the work that it opens: hand-made cases."""

import pytest
from hand_made import NO, NOT_IN_FORCE, UNKNOWN, YES, ask, case, day, table

from dualib import programmes

OPEN = "openly_unemployed"
INSIDE = "in_jobb_och_utvecklingsgaranti"
ADULT = "1980-01-01"
ON = "2012-05-31"
NOW = (ON, "", OPEN)
WORKS = (ON, "", "part_time_registered")
KALMAR = "agreement:kalmar"

MONTHS_14 = ("2024-08-02", "", OPEN)
NEWLY = {
    "residence_permit": True,
    "permit_as_relative": False,
    "relative_applied_in_time": True,
    "first_registered": day("2024-01-01"),
    "in_asylum_housing": False,
    "in_upper_secondary": False,
}
GUARANTEE = table(
    case("used up the benefit period", ON, YES, ADULT, NOW, benefit_period_used=True),
    case(
        "a lone parent with part-time days used up",
        ON,
        YES,
        ADULT,
        NOW,
        lone_parent_part_time_benefit_used=True,
    ),
    case(
        "after 15 months in the job guarantee",
        ON,
        YES,
        "1990-01-01",
        NOW,
        jobbgaranti_time_used=True,
    ),
    case("no age limit: 17", ON, YES, "1995-01-01", NOW, jobbgaranti_time_used=True),
    case("not unemployed", ON, NO, ADULT, benefit_period_used=True),
    case(
        "18 months: benefit in the time is not expressed",
        ON,
        UNKNOWN,
        ADULT,
        ("2010-12-01", "", OPEN),
    ),
    case(
        "14 to 18 months: the day of the change was not found",
        ON,
        UNKNOWN,
        ADULT,
        ("2011-03-01", "", OPEN),
    ),
    case(
        "18 months in 2011, without benefit or not",
        "2011-06-01",
        UNKNOWN,
        ADULT,
        ("2009-12-01", "", OPEN),
    ),
    case("17 months in 2011", "2011-06-01", NO, ADULT, ("2010-01-02", "", OPEN)),
    case(
        "months in a new start job are work, no programme",
        "2025-10-01",
        NO,
        ADULT,
        ("2024-07-01", "2025-09-30", "in_nystartsjobb"),
        ("2025-10-01", "", OPEN),
    ),
    case(
        "a lone parent who works part time",
        ON,
        YES,
        ADULT,
        WORKS,
        lone_parent_part_time_benefit_used=True,
    ),
    case(
        "a lone parent who works part time, in the text of 2008",
        "2008-09-01",
        YES,
        ADULT,
        ("2008-09-01", "", "part_time"),
        lone_parent_part_time_benefit_used=True,
    ),
    case(
        "still in the job guarantee (SKAT 69) after 15 months",
        ON,
        YES,
        "1990-01-01",
        ("2011-02-28", "", "in_jobbgaranti+registered_as_jobseeker"),
        jobbgaranti_time_used=True,
    ),
    case(
        "full-time work after the job guarantee",
        ON,
        NO,
        "1990-01-01",
        (ON, "", "full_time_work+registered_as_jobseeker"),
        jobbgaranti_time_used=True,
    ),
    case(
        "from the job guarantee, before it existed",
        "2007-08-01",
        NO,
        "1990-01-01",
        ("2007-08-01", "", OPEN),
        jobbgaranti_time_used=True,
    ),
    case(
        "from the job guarantee, on its first day: SFS 2007:815 was not read",
        "2007-12-03",
        UNKNOWN,
        "1990-01-01",
        ("2007-12-03", "", OPEN),
        jobbgaranti_time_used=True,
    ),
    case(
        "introduction to working life in 2011",
        "2011-06-01",
        YES,
        ADULT,
        ("2011-06-01", "", OPEN),
        arbetslivsintroduktion_done=True,
    ),
    case(
        "introduction to working life, text of 2013 not seen",
        "2013-06-01",
        UNKNOWN,
        ADULT,
        ("2013-06-01", "", OPEN),
        arbetslivsintroduktion_done=True,
    ),
    case("13 months", ON, NO, ADULT, ("2011-05-01", "", OPEN)),
    case(
        "months in a programme count",
        ON,
        UNKNOWN,
        ADULT,
        ("2010-12-01", "2012-05-30", "in_jobbgaranti"),
        NOW,
    ),
    case(
        "14 months in 2025, no permit: may not take part in etablering",
        "2025-10-01",
        YES,
        ADULT,
        MONTHS_14,
    ),
    case(
        "14 months in 2025, newly arrived: may take part in etablering instead",
        "2025-10-01",
        NO,
        ADULT,
        MONTHS_14,
        **NEWLY,
    ),
    case(
        "newly arrived, first registered 36 months ago and a day",
        "2025-10-01",
        YES,
        ADULT,
        MONTHS_14,
        **{**NEWLY, "first_registered": day("2022-09-30")},
    ),
    case(
        "the same in 2026: registered before 2026, nothing is left out (SFS 2025:311, 2)",
        "2026-01-01",
        YES,
        ADULT,
        ("2024-08-02", "", OPEN),
        **{**NEWLY, "first_registered": day("2022-09-30")},
    ),
    case(
        "newly arrived at 19: too young for etablering",
        "2025-10-01",
        YES,
        "2005-10-02",
        MONTHS_14,
        **NEWLY,
    ),
    case(
        "newly arrived at 66 in 2025: too old", "2025-10-01", YES, "1959-10-01", MONTHS_14, **NEWLY
    ),
    case(
        "68 in 2026: turned 66 before 2026, the older limit (SFS 2022:896, 2)",
        "2026-01-01",
        YES,
        "1958-01-01",
        MONTHS_14,
        **NEWLY,
    ),
    case(
        "in asylum housing",
        "2025-10-01",
        YES,
        ADULT,
        MONTHS_14,
        **{**NEWLY, "in_asylum_housing": True},
    ),
    case(
        "a relative who applied too late",
        "2025-10-01",
        YES,
        ADULT,
        MONTHS_14,
        **{**NEWLY, "permit_as_relative": True, "relative_applied_in_time": False},
    ),
    case(
        "unknown whether there is a permit",
        "2025-10-01",
        UNKNOWN,
        ADULT,
        MONTHS_14,
        **{**NEWLY, "residence_permit": None},
    ),
    case("a day less in 2025", "2025-10-01", NO, ADULT, ("2024-08-03", "", OPEN)),
    case(
        "prison on 30 June 2008",
        "2008-06-30",
        NO,
        ADULT,
        ("2008-06-30", "", OPEN),
        sentenced_to_prison=True,
    ),
    case(
        "prison on 1 July 2008",
        "2008-07-01",
        YES,
        ADULT,
        ("2008-07-01", "", OPEN),
        sentenced_to_prison=True,
    ),
    case(
        "etablering used up, text of the day not seen",
        ON,
        UNKNOWN,
        ADULT,
        NOW,
        etablering_time_used=True,
    ),
    case(
        "etablering used up in 2025",
        "2025-10-01",
        YES,
        ADULT,
        ("2025-10-01", "", OPEN),
        etablering_time_used=True,
    ),
    case("before the ordinance", "2007-07-01", NOT_IN_FORCE, ADULT),
    case(
        "Kalmar: etablering used up",
        "2015-05-31",
        YES,
        ADULT,
        ("2015-05-31", "", OPEN),
        etablering_time_used=True,
        reading=KALMAR,
    ),
    case(
        "Kalmar lists demands without limits",
        "2015-05-31",
        UNKNOWN,
        ADULT,
        ("2015-05-31", "", OPEN),
        benefit_period_used=True,
        reading=KALMAR,
    ),
    benefit_period_used=False,
    lone_parent_part_time_benefit_used=False,
    jobbgaranti_time_used=False,
    sentenced_to_prison=False,
    arbetslivsintroduktion_done=False,
    etablering_time_used=False,
    residence_permit=False,
    short_benefit_period_used=False,
    anchor_was_citizen=False,
)

TAKES_PART = ("2012-01-01", "", INSIDE)


def phase(*answers):
    """Cases of one phase: (why, benefit days, answer) for a participant, and what holds of all phases."""
    days = [
        case(why, ON, answer, ADULT, TAKES_PART, benefit_days_in_jobb_och_utvecklingsgaranti=count)
        for why, count, answer in answers
    ]
    return table(
        *days,
        case("does not take part", ON, NO, ADULT, benefit_days_in_jobb_och_utvecklingsgaranti=200),
        case("took part until the day before", ON, NO, ADULT, ("2012-01-01", "2012-05-30", INSIDE)),
        case("only in the job guarantee", ON, NO, ADULT, ("2012-01-01", "", "in_jobbgaranti")),
        case(
            "phases are abolished from February 2016",
            "2016-02-01",
            NOT_IN_FORCE,
            ADULT,
            ("2016-01-01", "", INSIDE),
        ),
        case(
            "before the phase began", "2007-07-01", NOT_IN_FORCE, ADULT, ("2007-06-01", "", INSIDE)
        ),
        benefit_days_in_jobb_och_utvecklingsgaranti=None,
    )


FIRST = phase(
    ("the first day", 0, YES),
    ("benefit days, not calendar days: 149", 149, YES),
    ("150 benefit days", 150, NO),
    ("450 benefit days", 450, NO),
    ("unknown number of days", None, UNKNOWN),
)
SECOND = phase(
    ("149 benefit days", 149, NO),
    ("150 benefit days", 150, YES),
    ("449 benefit days", 449, YES),
    ("450 benefit days", 450, NO),
    ("unknown number of days", None, UNKNOWN),
)
THIRD = phase(
    ("449 benefit days", 449, NO),
    ("after 450 benefit days", 450, YES),
    ("many more", 900, YES),
    ("the first day", 0, NO),
    ("unknown number of days", None, UNKNOWN),
)

SUPPORT = table(
    case(
        "six months in the guarantee, to the day",
        "2015-12-31",
        YES,
        ADULT,
        ("2015-07-01", "", INSIDE),
    ),
    case(
        "183 days: how many six months in all are",
        "2015-12-31",
        UNKNOWN,
        ADULT,
        ("2015-07-02", "", INSIDE),
    ),
    case("180 days", "2015-12-31", NO, ADULT, ("2015-07-05", "", INSIDE)),
    case(
        "at once after 15 months in the job guarantee",
        "2015-12-31",
        YES,
        "1992-01-01",
        ("2015-12-31", "", INSIDE),
        jobbgaranti_time_used=True,
    ),
    case(
        "15 months in the job guarantee but not in this one",
        "2015-12-31",
        NO,
        "1992-01-01",
        jobbgaranti_time_used=True,
    ),
    case(
        "nobody knows where she came from",
        "2015-12-31",
        UNKNOWN,
        "1992-01-01",
        ("2015-12-01", "", INSIDE),
        jobbgaranti_time_used=None,
    ),
    case(
        "a break of a day: six months in all",
        "2015-12-31",
        YES,
        ADULT,
        ("2015-06-01", "2015-09-30", INSIDE),
        ("2015-10-02", "", INSIDE),
    ),
    case("Kalmar: gone with the ordinance", "2018-05-01", NOT_IN_FORCE, ADULT, reading=KALMAR),
    case(
        "SFS 1997:1275, 5 a §: the same conditions",
        "2015-08-02",
        YES,
        ADULT,
        ("2015-01-01", "", INSIDE),
    ),
    case("the first day of that wording", "2011-07-01", YES, ADULT, ("2010-12-01", "", INSIDE)),
    case(
        "the wording before was not read",
        "2011-06-30",
        UNKNOWN,
        ADULT,
        ("2010-12-01", "", INSIDE),
    ),
    case("the last day", "2018-04-30", YES, ADULT, ("2017-10-01", "", INSIDE)),
    case("repealed", "2018-05-01", NOT_IN_FORCE, ADULT, ("2017-10-01", "", INSIDE)),
    case(
        "Kalmar: six months", "2015-12-31", YES, ADULT, ("2015-07-01", "", INSIDE), reading=KALMAR
    ),
    case(
        "Kalmar: young on entering, no age given",
        "2015-12-31",
        UNKNOWN,
        "1992-01-01",
        ("2015-12-01", "", INSIDE),
        reading=KALMAR,
    ),
    case("Kalmar: not a participant", "2015-12-31", NO, ADULT, reading=KALMAR),
    jobbgaranti_time_used=False,
)

EXTRA = table(
    case("450 benefit days in the guarantee", "2016-02-15", YES, ADULT, ("2014-01-01", "", INSIDE)),
    case(
        "449",
        "2016-01-15",
        NO,
        ADULT,
        ("2014-01-01", "", INSIDE),
        benefit_days_in_jobb_och_utvecklingsgaranti=449,
    ),
    case(
        "450 days but no longer a participant: 8 § does not say",
        "2016-02-15",
        UNKNOWN,
        ADULT,
        ("2014-01-01", "2016-02-14", INSIDE),
    ),
    case(
        "unknown number of days",
        "2016-01-15",
        UNKNOWN,
        ADULT,
        ("2014-01-01", "", INSIDE),
        benefit_days_in_jobb_och_utvecklingsgaranti=None,
    ),
    case("no rule on age: 60", "2016-02-15", YES, "1955-01-01", ("2014-01-01", "", INSIDE)),
    case("before the first day", "2015-11-01", NOT_IN_FORCE, ADULT, ("2014-01-01", "", INSIDE)),
    case(
        "the first day: 8 § as issued was not read",
        "2015-11-02",
        UNKNOWN,
        ADULT,
        ("2014-01-01", "", INSIDE),
    ),
    case(
        "newly arrived before December 2016",
        "2016-11-30",
        NO,
        ADULT,
        benefit_days_in_jobb_och_utvecklingsgaranti=0,
        residence_permit=True,
        permit_granted=day("2016-01-01"),
    ),
    case(
        "newly arrived from December 2016: 8 b § was not read before 2018",
        "2016-12-01",
        UNKNOWN,
        ADULT,
        ("2016-12-01", "", OPEN),
        benefit_days_in_jobb_och_utvecklingsgaranti=0,
        residence_permit=True,
        permit_granted=day("2016-01-01"),
    ),
    case(
        "newly arrived but works full time",
        "2016-12-01",
        NO,
        ADULT,
        ("2016-12-01", "", "full_time_work"),
        benefit_days_in_jobb_och_utvecklingsgaranti=0,
        residence_permit=True,
        permit_granted=day("2016-01-01"),
    ),
    case(
        "in etablering, without any permit of the last 36 months",
        "2018-06-01",
        YES,
        ADULT,
        ("2018-01-01", "", "in_etablering"),
        residence_permit=True,
        permit_granted=day("2015-01-01"),
    ),
    case(
        "newly arrived at 19",
        "2016-12-01",
        NO,
        "1997-01-01",
        benefit_days_in_jobb_och_utvecklingsgaranti=0,
        residence_permit=True,
        permit_granted=day("2016-01-01"),
    ),
    case(
        "a permit of more than 36 months",
        "2016-12-01",
        NO,
        ADULT,
        benefit_days_in_jobb_och_utvecklingsgaranti=0,
        residence_permit=True,
        permit_granted=day("2013-11-30"),
    ),
    case("repealed", "2023-01-01", NOT_IN_FORCE, ADULT, ("2014-01-01", "", INSIDE)),
    benefit_days_in_jobb_och_utvecklingsgaranti=450,
    residence_permit=False,
    permit_granted=day("2001-01-01"),
)

YOUTH = ("2018-01-01", "", "in_jobbgaranti")
INTRODUCTION = table(
    case(
        "new in the guarantee: 4 § as issued was not read",
        "2018-05-01",
        UNKNOWN,
        ADULT,
        ("2018-05-01", "", INSIDE),
    ),
    case("before the ordinance", "2018-04-30", NOT_IN_FORCE, ADULT, ("2018-04-01", "", INSIDE)),
    case(
        "200 days in the job guarantee before July 2018: 4 § as issued was not read",
        "2018-06-30",
        UNKNOWN,
        "1996-01-01",
        YOUTH,
    ),
    case("200 days in the job guarantee from July 2018", "2018-07-01", YES, "1996-01-01", YOUTH),
    case("199 days", "2018-07-01", NO, "1996-01-01", YOUTH, benefit_days_in_jobbgaranti=199),
    case(
        "unknown number of days",
        "2018-07-01",
        UNKNOWN,
        "1996-01-01",
        YOUTH,
        benefit_days_in_jobbgaranti=None,
    ),
    case("200 days at 19", "2018-07-01", NO, "1998-07-02", YOUTH),
    case("200 days, turned 20 on the day", "2018-07-01", YES, "1998-07-01", YOUTH),
    case(
        "left the job guarantee the day before",
        "2018-07-01",
        NO,
        "1996-01-01",
        ("2018-01-01", "2018-06-30", "in_jobbgaranti"),
    ),
    case(
        "newly arrived",
        "2018-05-01",
        YES,
        ADULT,
        ("2018-05-01", "", OPEN),
        residence_permit=True,
        permit_granted=day("2015-05-01"),
    ),
    case(
        "newly arrived but works full time",
        "2018-05-01",
        NO,
        ADULT,
        ("2018-05-01", "", "full_time_work"),
        residence_permit=True,
        permit_granted=day("2015-05-01"),
    ),
    case(
        "in etablering with a permit of 41 months",
        "2021-08-01",
        YES,
        ADULT,
        ("2020-01-01", "", "in_etablering"),
    ),
    case(
        "in etablering until thirteen months ago, on parental leave since: only the 36 months are lengthened",
        "2021-08-01",
        NO,
        ADULT,
        ("2019-10-01", "2020-07-01", "in_etablering"),
        ("2020-07-02", "2021-07-31", "parental_leave"),
        ("2021-08-01", "", OPEN),
    ),
    case(
        "in etablering until ten months ago, now unemployed",
        "2021-08-01",
        YES,
        ADULT,
        ("2019-10-01", "2020-10-01", "in_etablering"),
        ("2021-08-01", "", OPEN),
    ),
    case(
        "in etablering until thirteen months ago",
        "2021-08-01",
        NO,
        ADULT,
        ("2019-01-01", "2020-07-01", "in_etablering"),
        ("2021-08-01", "", OPEN),
    ),
    case(
        "a permit of 40 months, child care in between: not expressed",
        "2021-08-01",
        UNKNOWN,
        ADULT,
        ("2020-01-01", "2020-12-31", "parental_leave"),
        ("2021-08-01", "", OPEN),
        residence_permit=True,
        permit_granted=day("2018-04-01"),
    ),
    case(
        "permit of more than 36 months",
        "2018-05-01",
        NO,
        ADULT,
        residence_permit=True,
        permit_granted=day("2015-04-30"),
    ),
    case(
        "newly arrived at 19",
        "2018-05-01",
        NO,
        "1999-01-01",
        residence_permit=True,
        permit_granted=day("2018-01-01"),
    ),
    benefit_days_in_jobbgaranti=200,
    residence_permit=False,
    permit_granted=day("2001-01-01"),
)

STUDIES_SFI = (("2015-01-01", "", OPEN), ("2015-01-01", "", "sfi"))
ENTRY = table(
    case(
        "permit 36 months ago, to the day: not read after 2012",
        "2015-05-31",
        UNKNOWN,
        ADULT,
        *STUDIES_SFI,
        permit_granted=day("2012-05-31"),
    ),
    case(
        "36 months and a day",
        "2015-05-31",
        NO,
        ADULT,
        *STUDIES_SFI,
        permit_granted=day("2012-05-30"),
    ),
    case(
        "turned 20 on the day: 5 c §, later wordings unread",
        "2015-05-31",
        UNKNOWN,
        "1995-05-31",
        *STUDIES_SFI,
    ),
    case("turns 20 the day after", "2015-05-31", NO, "1995-06-01", *STUDIES_SFI),
    case("17: younger than 20", "2015-05-31", NO, "1998-01-01", *STUDIES_SFI),
    case(
        "17 before the wording with 20 years was seen",
        "2012-10-14",
        UNKNOWN,
        "1995-01-01",
        ("2012-10-14", "", OPEN),
        ("2012-10-14", "", "sfi"),
        permit_granted=day("2012-01-01"),
    ),
    case(
        "17 on the first day of the wording with 20 years",
        "2012-10-15",
        NO,
        "1995-01-01",
        ("2012-10-15", "", OPEN),
        ("2012-10-15", "", "sfi"),
        permit_granted=day("2012-01-01"),
    ),
    case(
        "permit 18 months ago, to the day, in the first years",
        "2010-05-15",
        YES,
        ADULT,
        ("2010-05-01", "", OPEN),
        ("2010-05-01", "", "sfi"),
        permit_granted=day("2008-11-15"),
    ),
    case(
        "a day more: the change to 36 months was not found",
        "2010-05-15",
        UNKNOWN,
        ADULT,
        ("2010-05-01", "", OPEN),
        ("2010-05-01", "", "sfi"),
        permit_granted=day("2008-11-14"),
    ),
    case(
        "a year on parental leave is passed over in the 36 months",
        "2015-05-31",
        UNKNOWN,
        ADULT,
        ("2013-01-01", "2014-01-01", "parental_leave"),
        *STUDIES_SFI,
        permit_granted=day("2011-12-31"),
    ),
    case(
        "in etablering with an old permit: 25 § of 2015 was not seen",
        "2016-05-31",
        UNKNOWN,
        ADULT,
        ("2016-01-01", "", "in_etablering"),
        ("2016-01-01", "", "sfi"),
        permit_granted=day("2012-01-01"),
    ),
    case(
        "no sfi yet: to be combined, not demanded before",
        "2015-05-31",
        UNKNOWN,
        ADULT,
        ("2015-01-01", "", OPEN),
    ),
    case("not unemployed", "2015-05-31", NO, ADULT, ("2015-01-01", "", "sfi")),
    case("no permit that counts", "2015-05-31", NO, ADULT, *STUDIES_SFI, residence_permit=False),
    case(
        "unknown day of the permit", "2015-05-31", UNKNOWN, ADULT, *STUDIES_SFI, permit_granted=None
    ),
    case("before the programme", "2007-06-30", NOT_IN_FORCE, ADULT),
    case(
        "the last day: not read after 2012",
        "2018-04-30",
        UNKNOWN,
        ADULT,
        ("2018-04-30", "", OPEN),
        ("2018-04-30", "", "sfi"),
        permit_granted=day("2017-01-01"),
    ),
    case("repealed", "2018-05-01", NOT_IN_FORCE, ADULT),
    residence_permit=True,
    permit_granted=day("2015-01-01"),
)

REINFORCED = table(
    case("450 benefit days at 20", "2014-05-31", YES, "1994-05-31", ("2012-01-01", "", INSIDE)),
    case("turns 20 the day after", "2014-05-31", NO, "1994-06-01", ("2012-01-01", "", INSIDE)),
    case(
        "449 benefit days",
        "2014-05-31",
        NO,
        ADULT,
        ("2012-01-01", "", INSIDE),
        benefit_days_in_jobb_och_utvecklingsgaranti=449,
    ),
    case(
        "unknown number of days",
        "2014-05-31",
        UNKNOWN,
        ADULT,
        ("2012-01-01", "", INSIDE),
        benefit_days_in_jobb_och_utvecklingsgaranti=None,
    ),
    case("unknown age", "2014-05-31", UNKNOWN, None, ("2012-01-01", "", INSIDE)),
    case("no participant", "2014-05-31", NO, ADULT),
    case(
        "no participant any longer", "2014-05-31", NO, ADULT, ("2012-01-01", "2014-05-30", INSIDE)
    ),
    case("no upper age: 60", "2014-05-31", YES, "1954-01-01", ("2012-01-01", "", INSIDE)),
    case("before it began", "2012-02-29", NOT_IN_FORCE, ADULT),
    case("the last day", "2018-04-30", YES, ADULT, ("2012-01-01", "", INSIDE)),
    case("repealed", "2018-05-01", NOT_IN_FORCE, ADULT),
    benefit_days_in_jobb_och_utvecklingsgaranti=450,
)

JOBS_OF_ETABLERING = table(
    case("24 months without work", "2025-06-16", YES, ADULT, ("2023-06-16", "", OPEN)),
    case("two days less", "2025-06-16", NO, ADULT, ("2023-06-18", "", OPEN)),
    case("in etablering", "2025-06-16", YES, ADULT, ("2025-01-01", "", "in_etablering")),
    case(
        "in etablering, had the compensation before",
        "2025-06-16",
        NO,
        ADULT,
        ("2025-01-01", "", "in_etablering"),
        etableringsjobb_before=True,
    ),
    case(
        "24 months, had the compensation before",
        "2025-06-16",
        YES,
        ADULT,
        ("2023-06-16", "", OPEN),
        etableringsjobb_before=True,
    ),
    case(
        "permit 36 months ago, to the day",
        "2025-06-16",
        YES,
        ADULT,
        ("2025-06-16", "", OPEN),
        residence_permit=True,
        permit_granted=day("2022-06-16"),
    ),
    case(
        "36 months and a day",
        "2025-06-16",
        NO,
        ADULT,
        ("2025-06-16", "", OPEN),
        residence_permit=True,
        permit_granted=day("2022-06-15"),
    ),
    case("turns 20 the day after", "2025-06-16", NO, "2005-06-17", ("2022-01-01", "", OPEN)),
    case("turned 20 on the day", "2025-06-16", YES, "2005-06-16", ("2022-01-01", "", OPEN)),
    case("68 in 2026", "2026-06-15", NO, "1958-01-01", ("2023-01-01", "", OPEN)),
    case("before the ordinance", "2022-08-31", NOT_IN_FORCE, ADULT),
    residence_permit=False,
    permit_granted=day("2001-01-01"),
    etableringsjobb_before=False,
    leave_with_child_under_two=False,
)

ALL = {
    "etableringsjobb": JOBS_OF_ETABLERING,
    "forstarkt_sarskilt_anstallningsstod": REINFORCED,
    "jobb_och_utvecklingsgaranti": GUARANTEE,
    "jobb_och_utvecklingsgaranti_fas_1": FIRST,
    "jobb_och_utvecklingsgaranti_fas_2": SECOND,
    "jobb_och_utvecklingsgaranti_fas_3": THIRD,
    "sarskilt_anstallningsstod": SUPPORT,
    "extratjanst": EXTRA,
    "introduktionsjobb": INTRODUCTION,
    "instegsjobb": ENTRY,
}


@pytest.mark.parametrize(
    ("name", "one"),
    [
        pytest.param(name, *one.values, id=f"{name}: {one.id}")
        for name, cases in ALL.items()
        for one in cases
    ],
)
def test_programme(name, one):
    ask(programmes.programme(name), one)


def test_phase_3_began_in_march_2009():
    third = programmes.jobb_och_utvecklingsgaranti_fas_3
    ask(
        third, case("the day before", "2009-03-01", NOT_IN_FORCE, ADULT, ("2008-01-01", "", INSIDE))
    )
    many = {"benefit_days_in_jobb_och_utvecklingsgaranti": 450}
    ask(third, case("the first day", "2009-03-02", YES, ADULT, ("2008-01-01", "", INSIDE), **many))
