"""What several programmes ask for, and how they cite."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import days
from dualib.facts import Status
from dualib.sources import Citation, Confidence

__all__ = ["DUA_FROM", "DUA_TO", "JOBLESS", "READ_ON", "cited", "cited_agreement", "cited_project"]

#: The days of the delegation (DUA): from its directive (2014:157) to the repeal of its ordinance (2023:23).
DUA_FROM: Final = date(2014, 12, 18)
DUA_TO: Final = date(2023, 2, 28)

#: The day the sources were last gone through.
READ_ON: Final = date(2026, 11, 22)

#: Full-time unemployed and registered as a jobseeker, on the same day.
JOBLESS: Final = days(Status.FULL_TIME_UNEMPLOYED) & days(Status.REGISTERED_AS_JOBSEEKER)


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
    return Citation("dualib", place, Confidence.PROJECT, READ_ON, None, "project")
