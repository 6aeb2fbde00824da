"""Nystartsjobb: ages by calendar year before 1 May 2018 (SFS 2006:1481), on the decision day after (SFS 2018:43)."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import age, days, participates
from dualib.dates import Ends
from dualib.facts import Status
from dualib.language import Text
from dualib.programmes.shared import (
    DUA_FROM,
    DUA_TO,
    IN_MEASURE,
    JOBLESS,
    NEWLY_ARRIVED,
    cited,
    cited_agreement,
    months_of_days,
)
from dualib.rules import Rule, Version
from dualib.sources import Confidence

__all__ = ["nystartsjobb"]

OUT_OF_WORK: Final = JOBLESS | IN_MEASURE
CHILD_CARE: Final = days(Status.PARENTAL_LEAVE)
IN_GUARANTEE: Final = participates("jobb_och_utvecklingsgaranti")

nystartsjobb: Final = Rule(
    id="nystartsjobb",
    name=Text("nystartsjobb", "new start jobs"),
    versions=(
        Version(
            reading="sfs",
            valid_from=date(2007, 1, 1),
            valid_to=date(2018, 4, 30),
            condition=age(21, below=26, at="calendar_year")
            & months_of_days(OUT_OF_WORK, count=6, frame=9, ends=Ends.DAY_BEFORE)
            | age(26, at="calendar_year") & months_of_days(OUT_OF_WORK, count=12, frame=15, ends=Ends.DAY_BEFORE)
            | age(20, at="start_of_year") & IN_GUARANTEE,
            citations=(
                cited("SFS 2006:1481", "ålder efter kalenderår"),
                cited_agreement("kalmar", "bilaga 2, Jobb- och utvecklingsgarantin, s. 25"),
            ),
            note=Text(
                "Läst i SCB:s beskrivning (LISA), inte i förordningen; vägen ur garantin är Kalmars.",
                "Read in SCB's description (LISA), not in the ordinance; the route from the guarantee is Kalmar's.",
            ),
        ),
        Version(
            reading="sfs",
            valid_from=date(2018, 5, 1),
            condition=age(20, below=25, at="decision")
            & months_of_days(OUT_OF_WORK, count=6, frame=9, ends=Ends.DAY_BEFORE, skipping=CHILD_CARE)
            | age(25, at="decision")
            & months_of_days(OUT_OF_WORK, count=12, frame=15, ends=Ends.DAY_BEFORE, skipping=CHILD_CARE)
            | NEWLY_ARRIVED
            | age(20, at="decision") & IN_GUARANTEE,
            citations=(
                cited("SFS 2018:43", "3-9 §§"),
                cited("SFS 2018:43", "nyanlända: 36 månader", confidence=Confidence.INFERRED),
            ),
            note=Text(
                "Ansökan räknas här som inlämnad på beslutsdagen: ramtiden slutar dagen före.",
                "The application is taken to come in on the decision day: the frame ends the day before.",
            ),
        ),
        Version(
            reading="agreement:kalmar",
            valid_from=DUA_FROM,
            valid_to=DUA_TO,
            condition=age(20, at="start_of_year") & IN_GUARANTEE,
            citations=(cited_agreement("kalmar", "bilaga 2, Jobb- och utvecklingsgarantin, s. 25"),),
            note=Text(
                "Källan tar bara upp deltagare i jobb- och utvecklingsgarantin, som har rätt till minst ett år.",
                "The source takes up only participants in the job and development guarantee, for at least a year.",
            ),
        ),
    ),
)
