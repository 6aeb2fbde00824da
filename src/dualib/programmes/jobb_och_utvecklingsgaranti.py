"""Jobb- och utvecklingsgarantin (SFS 2007:414) and its three phases, abolished on 1 February 2016.

The ordinance has no age limit. Phases are counted in benefit days (five a week), never in calendar days.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.allowances import BenefitDayLimit
from dualib.conditions import Condition, at_least, during, has, named, not_expressed, participates, run
from dualib.dates import Ends, months
from dualib.language import Text
from dualib.programmes.shared import DUA_FROM, DUA_TO, IN_MEASURE, JOBLESS, cited, cited_agreement
from dualib.rules import Rule, Version
from dualib.sources import Confidence

__all__ = [
    "jobb_och_utvecklingsgaranti",
    "jobb_och_utvecklingsgaranti_fas_1",
    "jobb_och_utvecklingsgaranti_fas_2",
    "jobb_och_utvecklingsgaranti_fas_3",
]

ENROLLED: Final = participates("jobb_och_utvecklingsgaranti")
BENEFIT_DAYS: Final = "benefit_days_in_jobb_och_utvecklingsgaranti"
BENEFIT_USED: Final = has("benefit_period_used")
LONE_PARENT: Final = has("lone_parent_part_time_benefit_used")
FROM_JOBBGARANTI: Final = has("jobbgaranti_time_used")
PRISON: Final = has("sentenced_to_prison")
INTRODUCED: Final = has("arbetslivsintroduktion_done")
ESTABLISHED: Final = has("etablering_time_used")


def _without_benefit(count: int) -> Condition:
    """So many consecutive months unemployed and registered, or in programmes."""
    return named(
        Text("Lång tid utan ersättning", "Long time without benefit"),
        run(JOBLESS | IN_MEASURE, months(count), ends=Ends.ON),
    )


#: The text of 2008 says 18 months, that of 2025 says 14; the day of the change was not found.
BETWEEN_14_AND_18: Final = _without_benefit(18) | (
    _without_benefit(14)
    & not_expressed(
        Text(
            "att gränsen redan var 14 månader (den sänktes från 18 en dag som inte har hittats)",
            "that the limit was already 14 months (it was lowered from 18 on a day that was not found)",
        )
    )
)

PHASE_3: Final = BenefitDayLimit(
    name=Text("dagar före fas 3", "days before phase 3"),
    fact=BENEFIT_DAYS,
    length=450,
    citations=(cited("SFS 2007:414", "fas 3 efter 450 dagar"),),
)

jobb_och_utvecklingsgaranti: Final = Rule(
    id="jobb_och_utvecklingsgaranti",
    name=Text("jobb- och utvecklingsgarantin", "the job and development guarantee"),
    versions=(
        Version(
            reading="sfs",
            valid_from=date(2007, 7, 2),
            valid_to=date(2008, 6, 30),
            condition=during(JOBLESS) & (BENEFIT_USED | LONE_PARENT | _without_benefit(18) | FROM_JOBBGARANTI),
            citations=(cited("SFS 2007:414", "5 §", wording="SFS 2008:60"),),
            note=Text(
                "Lydelsen är den som gällde 2008; den från 2007 har inte setts. Första dagen är ur minnet.",
                "The text is that of 2008; that of 2007 was not seen. The first day is from memory.",
            ),
        ),
        Version(
            reading="sfs",
            valid_from=date(2008, 7, 1),
            valid_to=date(2025, 9, 30),
            condition=during(JOBLESS)
            & (
                BENEFIT_USED
                | LONE_PARENT
                | BETWEEN_14_AND_18
                | FROM_JOBBGARANTI
                | PRISON
                | (INTRODUCED | ESTABLISHED)
                & not_expressed(
                    Text(
                        "att denna väg gällde den dagen (dagarna då den kom till och föll bort har inte hittats)",
                        "that this route was open that day (the days it came and went were not found)",
                    )
                )
            ),
            citations=(
                cited("SFS 2007:414", "5 §", wording="SFS 2008:273"),
                cited("SFS 2007:414", "ändringar 2008-2025", confidence=Confidence.INFERRED),
            ),
            note=Text(
                "5 § ändrades flera gånger 2008–2025; där lydelsen en viss dag inte har setts blir svaret okänt.",
                "5 § changed several times 2008–2025; where the text of a day was not seen the answer is unknown.",
            ),
            limits=(PHASE_3,),
        ),
        Version(
            reading="sfs",
            valid_from=date(2025, 10, 1),
            condition=during(JOBLESS)
            & (BENEFIT_USED | LONE_PARENT | _without_benefit(14) | FROM_JOBBGARANTI | PRISON | ESTABLISHED),
            citations=(cited("SFS 2007:414", "5 §", wording="SFS 2024:1354"),),
        ),
        Version(
            reading="agreement:kalmar",
            valid_from=DUA_FROM,
            valid_to=DUA_TO,
            condition=ESTABLISHED
            | not_expressed(
                Text(
                    "de krav om ersättning, deltidsarbete, jobbgaranti, Kriminalvården och arbetslivsintroduktion som "
                    "källan nämner utan gränser",
                    "the demands on benefit, part-time work, the job guarantee, the prison service and introduction to "
                    "working life that the source mentions without limits",
                )
            ),
            citations=(cited_agreement("kalmar", "bilaga 2, Jobb- och utvecklingsgarantin, s. 25"),),
            note=Text(
                "Källan säger att det i garantin finns unga upp till 25 år, och upp till 30 år med "
                "funktionshinderkod. Det beskriver vilka som deltar; någon åldersgräns är det inte, och förordningen "
                "har ingen.",
                "The source says that the guarantee holds young people up to 25, and up to 30 with a disability code. "
                "That describes who takes part; it is no age limit, and the ordinance has none.",
            ),
        ),
    ),
)


def _phase(number: int, first: date, condition: Condition, confidence: Confidence, note: Text | None = None) -> Rule:
    return Rule(
        id=f"jobb_och_utvecklingsgaranti_fas_{number}",
        name=Text(
            f"fas {number} i jobb- och utvecklingsgarantin", f"phase {number} of the job and development guarantee"
        ),
        versions=(
            Version(
                reading="sfs",
                valid_from=first,
                valid_to=date(2016, 1, 31),
                condition=condition,
                citations=(
                    cited("SFS 2007:414", f"fas {number}", confidence=confidence),
                    cited_agreement("kalmar", "bilaga 2, Jobb- och utvecklingsgarantin, Programmets tre faser, s. 25"),
                ),
                note=note,
            ),
        ),
    )


MEMORY_150: Final = Text(
    "Att fas 1 är högst 150 dagar är ur minnet.", "That phase 1 lasts at most 150 days is from memory."
)
jobb_och_utvecklingsgaranti_fas_1: Final = _phase(
    1, date(2007, 7, 2), ENROLLED & ~at_least(BENEFIT_DAYS, 150), Confidence.MEMORY, MEMORY_150
)
jobb_och_utvecklingsgaranti_fas_2: Final = _phase(
    2,
    date(2007, 7, 2),
    ENROLLED & at_least(BENEFIT_DAYS, 150) & ~at_least(BENEFIT_DAYS, 450),
    Confidence.MEMORY,
    MEMORY_150,
)
jobb_och_utvecklingsgaranti_fas_3: Final = _phase(
    3,
    date(2009, 3, 1),
    ENROLLED & at_least(BENEFIT_DAYS, 450),
    Confidence.VERIFIED,
    Text("Fas 3 började i mars 2009; dagen är inte känd.", "Phase 3 began in March 2009; the day is not known."),
)
