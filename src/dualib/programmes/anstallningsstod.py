"""Subsidised work from the guarantees: särskilt anställningsstöd, instegsjobb, introduktionsjobb."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import age, at_least, days, during, has, not_expressed, participates, run, within
from dualib.dates import Ends, months
from dualib.facts import Status
from dualib.language import Text
from dualib.programmes.shared import DUA_FROM, DUA_TO, JOBLESS, NEWLY_ARRIVED, cited, cited_agreement
from dualib.rules import Rule, Version
from dualib.sources import Confidence

__all__ = ["instegsjobb", "introduktionsjobb", "sarskilt_anstallningsstod"]

IN_GUARANTEE: Final = participates("jobb_och_utvecklingsgaranti")

sarskilt_anstallningsstod: Final = Rule(
    id="sarskilt_anstallningsstod",
    name=Text("särskilt anställningsstöd", "special employment support"),
    versions=(
        Version(
            reading="sfs",
            valid_from=date(2015, 8, 3),
            valid_to=date(2018, 4, 30),
            condition=IN_GUARANTEE
            & (
                run(days(Status.IN_JOBB_OCH_UTVECKLINGSGARANTI), months(6), ends=Ends.ON) | has("jobbgaranti_time_used")
            ),
            citations=(
                cited("SFS 2015:503", "2 §"),
                cited_agreement("kalmar", "bilaga 2, Jobb- och utvecklingsgarantin, s. 25"),
            ),
            note=Text(
                "Sex månader i garantin, eller genast för den som kommer efter 15 månader i jobbgarantin.",
                "Six months in the guarantee, or at once for those who come after 15 months in the job guarantee.",
            ),
        ),
        Version(
            reading="agreement:kalmar",
            valid_from=DUA_FROM,
            valid_to=DUA_TO,
            condition=IN_GUARANTEE
            & (
                run(days(Status.IN_JOBB_OCH_UTVECKLINGSGARANTI), months(6), ends=Ends.ON)
                | not_expressed(
                    Text(
                        "att deltagaren var ungdom vid inträdet i garantin (källan anger ingen ålder)",
                        "that the participant was young on entering the guarantee (the source gives no age)",
                    )
                )
            ),
            citations=(cited_agreement("kalmar", "bilaga 2, Jobb- och utvecklingsgarantin, s. 25"),),
        ),
    ),
)

instegsjobb: Final = Rule(
    id="instegsjobb",
    name=Text("instegsjobb", "entry jobs"),
    versions=(
        Version(
            reading="sfs",
            valid_from=date(2007, 7, 1),
            valid_to=date(2018, 4, 30),
            condition=during(JOBLESS)
            & during(Status.SFI)
            & has("residence_permit")
            & (
                within("permit_granted", months(18))
                | within("permit_granted", months(36))
                & not_expressed(
                    Text(
                        "att gränsen redan var 36 månader (den höjdes från 18 en dag som inte har hittats)",
                        "that the limit was already 36 months (it was raised from 18 on a day that was not found)",
                    )
                )
            ),
            citations=(
                cited("instegsjobb (SCB, LISA)", "nyanlända, i förening med sfi"),
                cited("instegsjobb", "36 månader", confidence=Confidence.MEMORY),
            ),
        ),
    ),
)

introduktionsjobb: Final = Rule(
    id="introduktionsjobb",
    name=Text("introduktionsjobb", "introduction jobs"),
    versions=(
        Version(
            reading="sfs",
            valid_from=date(2018, 5, 1),
            valid_to=date(2018, 6, 30),
            condition=IN_GUARANTEE | NEWLY_ARRIVED,
            citations=(cited("SFS 2018:42", "4 §"),),
        ),
        Version(
            reading="sfs",
            valid_from=date(2018, 7, 1),
            condition=IN_GUARANTEE
            | NEWLY_ARRIVED
            | age(20) & participates("jobbgaranti") & at_least("benefit_days_in_jobbgaranti", 200),
            citations=(cited("SFS 2018:42", "4 §", wording="SFS 2018:530"),),
        ),
    ),
)
