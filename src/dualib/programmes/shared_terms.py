"""What several programmes ask for, and how they cite."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from dualib.conditions import (
    Condition,
    DaySet,
    age,
    days,
    days_in,
    during,
    happened,
    has,
    named,
    not_expressed,
    run,
    within,
)
from dualib.dates import Ends, Window, last_months, months
from dualib.language import Text
from dualib.sources import Citation, Confidence
from dualib.vocabulary.facts import Status, Track
from dualib.vocabulary.status import EMPLOYED_WITH_SUPPORT, LABOUR_MARKET_PROGRAMMES

__all__ = [
    "CURRENT_TO",
    "DISABILITY",
    "DUA_FROM",
    "DUA_TO",
    "IN_ETABLERING",
    "IN_MEASURE",
    "IN_PROGRAMME",
    "IN_STUDIES",
    "JOBLESS",
    "LATELY_IN_ETABLERING",
    "NEITHER_WORKS_NOR_STUDIES",
    "LONGEST",
    "READ_ON",
    "RECENT_PERMIT",
    "SHORTEST",
    "UNEMPLOYED",
    "VOCABULARY",
    "WITHOUT_WORK",
    "YOUTH",
    "cited",
    "cited_description",
    "cited_project",
    "months_of_days",
    "newly_arrived",
]

#: The days of the delegation (DUA): from its directive (2014:157) to the repeal of its ordinance (2023:23).
DUA_FROM: Final = date(2014, 12, 18)
DUA_TO: Final = date(2023, 2, 28)

#: The day the sources were last gone through.
READ_ON: Final = date(2026, 11, 22)

#: The day up to which each act's amendments are known: written out, so that no rule needs to read the registers.
CURRENT_TO: Final = {
    f"SFS {act}": day
    for day, acts in (
        (
            date(2025, 6, 30),
            "1985:1100 1996:1100 1997:1275 2000:628 2006:39 2006:1481 2007:414 "
            "2007:813 2010:197 2010:407 2010:409 2013:1157 2015:502 2015:503 2017:462",
        ),
        (date(2025, 12, 15), "2010:800"),
        (date(2025, 12, 18), "2010:1122"),
        (date(2025, 12, 22), "2017:819"),
        (date(2026, 1, 2), "2000:634 2017:584 2017:820 2018:42 2018:43 2022:807"),
    )
    for act in acts.split()
}

#: Full-time unemployed and registered as a jobseeker, on the same day.
JOBLESS: Final = days(Status.FULL_TIME_UNEMPLOYED) & days(Status.REGISTERED_AS_JOBSEEKER)

#: In any measure that Arbetsförmedlingen registers, employment with support included.
IN_MEASURE: Final = days(*(status for status in Status if status.track is Track.PROGRAMME))

#: In a labour-market programme (SFS 2000:628, 9 §): time in one counts beside unemployment.
IN_PROGRAMME: Final = days(*LABOUR_MARKET_PROGRAMMES)

_PROGRAMMES_WITHOUT_WORK: Final = days(
    *(status for status in LABOUR_MARKET_PROGRAMMES if status not in EMPLOYED_WITH_SUPPORT)
) - days(Status.FULL_TIME_WORK, *EMPLOYED_WITH_SUPPORT)

#: Without work on the day: jobless, or in a programme that is no employment. Part-time or hourly work
#: may be combined with such a programme (SFS 2007:813, 4 §); a person who also works full time, or is
#: employed with support, has work.
WITHOUT_WORK: Final = JOBLESS | _PROGRAMMES_WITHOUT_WORK

#: Unemployed as the agreements use the word: on full time, registered or not, or without work in a
#: programme.
UNEMPLOYED: Final = during(days(Status.FULL_TIME_UNEMPLOYED) | _PROGRAMMES_WITHOUT_WORK)

#: In any studies.
IN_STUDIES: Final = days(*(status for status in Status if status.track is Track.STUDY))

#: Neither work of any extent nor studies of any kind on the day. Programmes of Arbetsförmedlingen are neither, but
#: employment with support is work and an education contract is studies.
NEITHER_WORKS_NOR_STUDIES: Final = ~during(
    days(
        Status.FULL_TIME_WORK,
        Status.PART_TIME,
        Status.HOURLY,
        *EMPLOYED_WITH_SUPPORT,
        Status.IN_UTBILDNINGSKONTRAKT,
    )
    | IN_STUDIES
)

#: The ordinances' words for young people: turned 16 but not 25.
YOUTH: Final = age(16, below=25)

#: A code; or a disability without one, since codes need consent. Who has no code may have one: that is UNKNOWN, so that
#: counts tell those with a code as certain and the others as possible.
DISABILITY: Final = has("disability_code") | not_expressed(
    Text(
        "att personen har en funktionsnedsättning, även utan registrerad kod",
        "that the person has a disability, though no code is registered",
    )
)

IN_ETABLERING: Final = during(Status.IN_ETABLERING)
#: Assigned to etablering at some time in the last twelve months; child care lengthens only the 36 months of the permit.
LATELY_IN_ETABLERING: Final = days_in(
    days(Status.IN_ETABLERING), at_least=1, window=last_months(12), ends=Ends.ON
)

#: A permit of the last 36 months. Leave with a child under two does not count in them; how long it lasted beyond them
#: is not expressed.
RECENT_PERMIT: Final = named(
    Text("Nyligen beviljat uppehållstillstånd", "Recent residence permit"),
    has("residence_permit")
    & (
        within("permit_granted", months(36))
        | happened("permit_granted")
        & has("leave_with_child_under_two")
        & days_in(days(Status.PARENTAL_LEAVE), at_least=1, window=last_months(36), ends=Ends.ON)
        & not_expressed(
            Text(
                "att tillståndet ligger inom 36 månader när tid med vård av barn inte räknas",
                "that the permit lies within 36 months when time of child care is not counted",
            )
        )
    ),
)


def newly_arrived(*, lately: bool = True, always_without_work: bool = False) -> Condition:
    """Return who is newly arrived in the ordinances on subsidised work: at least 20, by etablering or by the permit.

    Parameters
    ----------
    lately
        Whether having been assigned to etablering in the last twelve months is enough beside being without work.
    always_without_work
        Whether also those assigned to etablering must be without work.

    Source: SFS 2018:42 5 § (SFS 2021:805), SFS 2018:43 6 § (SFS 2021:806), SFS 2015:503 8 b § (SFS 2017:1169).
    """
    recent = LATELY_IN_ETABLERING | RECENT_PERMIT if lately else RECENT_PERMIT
    if always_without_work:
        return age(20) & during(WITHOUT_WORK) & (IN_ETABLERING | recent)
    return age(20) & (IN_ETABLERING | during(WITHOUT_WORK) & recent)


_MONTHS_IN_WORDS: Final = {
    2: Text("två månader", "two months"),
    3: Text("tre månader", "three months"),
    6: Text("sex månader", "six months"),
    12: Text("tolv månader", "twelve months"),
    24: Text("24 månader", "24 months"),
}
#: As many days as the longest so many months in a row hold, and the shortest.
LONGEST: Final = {2: 62, 3: 92, 6: 184, 12: 366, 24: 731}
SHORTEST: Final = {2: 59, 3: 89, 6: 181, 12: 365, 24: 730}


def months_of_days(
    counted: DaySet, *, count: int, frame: int, ends: Ends, skipping: DaySet | None = None
) -> Condition:
    """Hold for ``count`` months of days, not necessarily in a row, within a frame of months.

    Whole calendar months in a row are enough. No ordinance says how many days such months are when they do not lie in a
    row. Surely enough are as many as the longest ``count`` months in a row hold; surely too few are fewer than the
    shortest hold. Between them the answer is UNKNOWN.
    """
    longest, shortest = LONGEST[count], SHORTEST[count]
    window: Window = last_months(frame)
    between = f"{shortest}–{longest - 1}" if longest - 1 > shortest else f"{shortest}"
    words = _MONTHS_IN_WORDS[count]
    unclear = not_expressed(
        Text(
            f"att {between} dagar, som inte ligger i följd, räknas som {words.sv} (reglerna säger inte hur)",
            f"that {between} days which are not consecutive count as {words.en} (the rules do not say how)",
        )
    )
    unbroken = run(counted, months(count), ends=ends, skipping=skipping)
    return (
        unbroken
        | days_in(counted, at_least=longest, window=window, ends=ends, skipping=skipping)
        | (
            days_in(counted, at_least=shortest, window=window, ends=ends, skipping=skipping)
            & unclear
        )
    )


#: Each shared term as a condition, by the name under which the casebook of the law proves it once for
#: all programmes.
VOCABULARY: Final[Mapping[str, Condition]] = {
    "jobless": during(JOBLESS),
    "in_measure": during(IN_MEASURE),
    "in_programme": during(IN_PROGRAMME),
    "without_work": during(WITHOUT_WORK),
    "unemployed": UNEMPLOYED,
    "in_studies": during(IN_STUDIES),
    "neither_works_nor_studies": NEITHER_WORKS_NOR_STUDIES,
    "youth": YOUTH,
    "lately_in_etablering": LATELY_IN_ETABLERING,
    "recent_permit": RECENT_PERMIT,
    "newly_arrived": newly_arrived(),
    "newly_arrived_always_without_work": newly_arrived(always_without_work=True),
    "newly_arrived_without_lately": newly_arrived(lately=False),
    "six_of_nine_months": months_of_days(JOBLESS, count=6, frame=9, ends=Ends.DAY_BEFORE),
    "six_of_nine_months_without_child_care": months_of_days(
        JOBLESS, count=6, frame=9, ends=Ends.DAY_BEFORE, skipping=days(Status.PARENTAL_LEAVE)
    ),
}


def cited(
    source: str,
    place: str,
    *,
    wording: str | None = None,
    confidence: Confidence = Confidence.VERIFIED,
) -> Citation:
    """Return a citation of an act or ordinance, with the amending act that gave the wording."""
    current_to = CURRENT_TO.get(source)
    return Citation(source, place, confidence, READ_ON, wording, "law", current_to)


def cited_description(source: str, place: str) -> Citation:
    """Return a citation of an official description of a programme, read instead of its ordinance."""
    return Citation(source, place, Confidence.INFERRED, READ_ON, None, "other")


def cited_project(place: str) -> Citation:
    """Return a citation of the shared model as the project's owner states it: no law, and it says so."""
    return Citation(
        "dualibs gemensamma modell", place, Confidence.PROJECT, READ_ON, None, "project"
    )
