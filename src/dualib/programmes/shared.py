"""What several programmes ask for, and how they cite."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import Condition, DaySet, age, days, days_in, during, has, not_expressed, within
from dualib.dates import Ends, Window, last_months, months
from dualib.facts import Status, Track
from dualib.language import Text
from dualib.sources import Citation, Confidence

__all__ = [
    "DUA_FROM",
    "DUA_TO",
    "IN_MEASURE",
    "IN_STUDIES",
    "JOBLESS",
    "NEITHER_WORKS_NOR_STUDIES",
    "NEWLY_ARRIVED",
    "READ_ON",
    "YOUTH",
    "cited",
    "cited_agreement",
    "cited_project",
    "months_of_days",
]

#: The days of the delegation (DUA): from its directive (2014:157) to the repeal of its ordinance (2023:23).
DUA_FROM: Final = date(2014, 12, 18)
DUA_TO: Final = date(2023, 2, 28)

#: The day the sources were last gone through.
READ_ON: Final = date(2026, 11, 22)

#: Full-time unemployed and registered as a jobseeker, on the same day.
JOBLESS: Final = days(Status.FULL_TIME_UNEMPLOYED) & days(Status.REGISTERED_AS_JOBSEEKER)

#: In any programme or measure of Arbetsförmedlingen.
IN_MEASURE: Final = days(*(status for status in Status if status.track is Track.PROGRAMME))

#: In any studies.
IN_STUDIES: Final = days(*(status for status in Status if status.track is Track.STUDY))

#: Neither work of any extent nor studies of any kind on the day. Measures of Arbetsförmedlingen are neither.
NEITHER_WORKS_NOR_STUDIES: Final = ~during(days(Status.FULL_TIME_WORK, Status.PART_TIME, Status.HOURLY) | IN_STUDIES)

#: The ordinances' words for young people: turned 16 but not 25.
YOUTH: Final = age(16, below=25)

#: Newly arrived, as the ordinances on subsidised work put it: at least 20, with a permit of the last 36 months.
NEWLY_ARRIVED: Final = age(20) & has("residence_permit") & within("permit_granted", months(36))


def months_of_days(counted: DaySet, *, count: int, frame: int, ends: Ends, skipping: DaySet | None = None) -> Condition:
    """Hold for ``count`` months of days, not necessarily in a row, within a frame of months.

    No ordinance says how many days such months are. Surely enough are as many as the longest ``count`` months in a row
    hold; surely too few are fewer than the shortest hold. Between them the answer is UNKNOWN.
    """
    longest = {2: 62, 3: 92, 6: 184, 12: 366}[count]
    shortest = {2: 59, 3: 89, 6: 181, 12: 365}[count]
    window: Window = last_months(frame)
    between = f"{shortest}–{longest - 1}" if longest - 1 > shortest else f"{shortest}"
    unclear = not_expressed(
        Text(
            f"att {between} dagar, som inte ligger i följd, räknas som {count} månader (reglerna säger inte hur)",
            f"that {between} days which are not consecutive count as {count} months (the rules do not say how)",
        )
    )
    return days_in(counted, at_least=longest, window=window, ends=ends, skipping=skipping) | (
        days_in(counted, at_least=shortest, window=window, ends=ends, skipping=skipping) & unclear
    )


def cited(
    source: str, place: str, *, wording: str | None = None, confidence: Confidence = Confidence.VERIFIED
) -> Citation:
    """Return a citation of an act or ordinance, with the amending act that gave the wording."""
    return Citation(source, place, confidence, READ_ON, wording, "law")


def cited_agreement(agreement: str, place: str) -> Citation:
    """Return a citation of one of the local agreements."""
    return Citation(agreement, place, Confidence.AGREEMENT, READ_ON, None, "agreement")


def cited_project(place: str) -> Citation:
    """Return a citation of the shared model as the project's owner states it: no law, and it says so."""
    return Citation("dualibs gemensamma modell", place, Confidence.PROJECT, READ_ON, None, "project")
