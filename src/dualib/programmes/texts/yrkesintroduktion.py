"""Yrkesintroduktion (SFS 2013:1157, repealed from 2024): first jobs under a central agreement, with training."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import Condition, age, days_in, during, has, named, not_expressed
from dualib.dates import Ends, last_months
from dualib.language import Text
from dualib.programmes.shared_terms import (
    IN_ETABLERING,
    IN_PROGRAMME,
    JOBLESS,
    RECENT_PERMIT,
    WITHOUT_WORK,
    cited,
)
from dualib.rules.rule import Rule, Version
from dualib.sources import Citation, Confidence

__all__ = ["yrkesintroduktion"]

#: 3 and 6 §§: the agreement, the training and the working time are the job's.
JOB: Final = has("yrkesintroduktion_job_offered")
#: 5 §: an earlier job there is allowed beside upper-secondary school, or for other work.
NEW_THERE: Final = named(
    Text("Ny hos arbetsgivaren (5 §)", "New with the employer (Section 5)"),
    ~has("employed_by_same_employer")
    | has("in_upper_secondary")
    | not_expressed(
        Text(
            "att anställningen avser annat arbete enligt ett annat avtal",
            "that the job is other work under another agreement",
        )
    ),
)
YOUNG: Final = named(
    Text("Unga (3, 4 och 6 §§)", "The young (Sections 3, 4 and 6)"),
    ~age(25)
    & (
        ~has("relevant_work_experience")
        | during(WITHOUT_WORK)
        & days_in(WITHOUT_WORK, at_least=90, window=last_months(4), ends=Ends.DAY_BEFORE)
    ),
)
#: 1 a–1 c §§: who is long out of work, or newly arrived.
FROM_2016: Final = named(
    Text(
        "Långtidsarbetslösa och nyanlända (1 b och 1 c §§)",
        "The long-term unemployed and newly arrived (Sections 1 b and 1 c)",
    ),
    (
        during(WITHOUT_WORK)
        & days_in(
            JOBLESS | IN_PROGRAMME, at_least=365, window=last_months(15), ends=Ends.DAY_BEFORE
        )
        | age(20) & (IN_ETABLERING | during(WITHOUT_WORK) & RECENT_PERMIT)
    )
    & not_expressed(
        Text(
            "att villkoren för långtidsarbetslösa eller nyanlända är uppfyllda (1 b och 1 c §§ har "
            "inte lästs; Arbetsförmedlingens sida nämner tolv månader, etableringsplan och "
            "tillstånd inom 36 månader)",
            "that the conditions for the long-term unemployed or newly arrived are met (Sections 1 "
            "b and 1 c were not read; Arbetsförmedlingen's page names twelve months, an "
            "establishment plan and a permit within 36 months)",
        )
    ),
)
NOTE: Final = Text(
    "Anställningen ska vara på minst 75 procent av heltid i minst sex månader, med utbildning eller "
    "handledning, enligt ett centralt kollektivavtal om yrkesintroduktion. Ansökan räknas här som "
    "inlämnad på beslutsdagen.",
    "The job must be of at least 75 per cent of full time for at least six months, with training or "
    "supervision, under a central collective agreement on vocational introduction. The application "
    "is taken to come in on the decision day.",
)


def _text(first: date, last: date, groups: Condition, *citations: Citation) -> Version:
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=age(15) & groups & JOB & NEW_THERE,
        citations=citations,
        note=NOTE,
    )


def _cited(
    place: str, wording: str | None, confidence: Confidence = Confidence.VERIFIED
) -> Citation:
    return cited("SFS 2013:1157", place, wording=wording, confidence=confidence)


THREE: Final = _cited("3 §", "SFS 2014:947")
REST: Final = _cited("4–6 §§", None)
LATER: Final = (
    THREE,
    _cited("5 §", None),
    _cited("1–1 b, 4 och 6 §§", "SFS 2016:366", Confidence.INFERRED),
)
GROUPS: Final = YOUNG | FROM_2016


def _newly(wording: str) -> Citation:
    return _cited("1 c §", wording, Confidence.INFERRED)


yrkesintroduktion: Final = Rule(
    id="yrkesintroduktion",
    national=True,
    name=Text("yrkesintroduktion", "vocational introduction jobs"),
    versions=(
        _text(
            date(2014, 1, 15),
            date(2014, 7, 31),
            YOUNG,
            _cited("3 §", None, Confidence.INFERRED),
            REST,
        ),
        _text(date(2014, 8, 1), date(2016, 5, 31), YOUNG, THREE, REST),
        _text(date(2016, 6, 1), date(2017, 1, 31), GROUPS, *LATER, _newly("SFS 2016:366")),
        _text(date(2017, 2, 1), date(2017, 12, 31), GROUPS, *LATER, _newly("SFS 2016:1276")),
        _text(date(2018, 1, 1), date(2021, 7, 19), GROUPS, *LATER, _newly("SFS 2017:1168")),
        _text(
            date(2021, 7, 20),
            date(2023, 12, 31),
            GROUPS,
            *LATER,
            _newly("SFS 2021:801"),
            _cited("upphävd 2024-01-01", "SFS 2023:556"),
        ),
    ),
)
