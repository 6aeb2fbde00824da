"""Traineejobb (SFS 2015:503): half-time work in welfare or a shortage occupation beside upper-secondary studies."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import (
    Condition,
    age,
    days,
    days_in,
    during,
    judgement,
    named,
    not_expressed,
    run,
)
from dualib.dates import Ends, last_months, months
from dualib.language import Text
from dualib.programmes.shared_terms import (
    IN_PROGRAMME,
    JOBLESS,
    WITHOUT_WORK,
    cited,
    cited_project,
    months_of_days,
    newly_arrived,
)
from dualib.rules.rule import Rule, Version
from dualib.sources import Confidence
from dualib.vocabulary.facts import Status

__all__ = ["traineejobb"]

WELFARE: Final = judgement(
    Text("att platsen är i välfärden", "that the place is in welfare services")
)
SHORTAGE: Final = judgement(
    Text("att platsen är i ett bristyrke", "that the place is in a shortage occupation")
)
AT_RISK: Final = judgement(
    Text(
        "att personen riskerar långtidsarbetslöshet", "that the person risks long-term unemployment"
    )
)

NO_NEW_DECISIONS: Final = Text(
    "Stödet fanns från den 3 augusti 2015; inga nya beslut efter den 31 december 2017.",
    "The support existed from 3 August 2015; no new decisions after 31 December 2017.",
)
FIRST, LAST = date(2015, 8, 3), date(2017, 12, 31)
#: Nobody who is not yet 25 has been out of work since turning 16 for more than nine years.
SINCE_16: Final = last_months(108)


def _months(count: int) -> Condition:
    """So many months without work or in programmes: an unbroken run is enough; as many days with breaks may be."""
    spent = JOBLESS | IN_PROGRAMME
    words = {3: Text("tre", "three"), 6: Text("sex", "six")}[count]
    return run(spent, months(count), ends=Ends.DAY_BEFORE) | (
        days_in(spent, at_least={3: 89, 6: 181}[count], window=SINCE_16, ends=Ends.DAY_BEFORE)
        & not_expressed(
            Text(
                f"att {words.sv} månader som inte ligger i följd räcker (den ursprungliga texten har inte setts)",
                f"that {words.en} months which are not consecutive are enough (the original text was not seen)",
            )
        )
    )


traineejobb: Final = Rule(
    id="traineejobb",
    national=True,
    name=Text("traineejobb", "trainee jobs"),
    versions=(
        Version(
            reading="dua",
            valid_from=FIRST,
            valid_to=LAST,
            condition=age(20, below=25) & during(JOBLESS),
            citations=(cited_project("20–25 år, halvöppet; arbetslös och anmäld den dagen"),),
            supported_as="traineejobb.dua",
            note=NO_NEW_DECISIONS,
        ),
        Version(
            reading="sfs",
            valid_from=FIRST,
            valid_to=date(2016, 5, 31),
            condition=age(20, below=25)
            & during(WITHOUT_WORK)
            & (
                named(Text("Trainee välfärd", "Trainee in welfare"), _months(6) & WELFARE)
                | named(
                    Text("Trainee brist", "Trainee in a shortage occupation"), _months(3) & SHORTAGE
                )
            ),
            citations=(
                cited(
                    "SFS 2015:503",
                    "14 och 20 §§ (ursprunglig lydelse)",
                    confidence=Confidence.INFERRED,
                ),
                cited("SFS 2015:503", "ikraft 2015-08-03"),
            ),
            note=Text(
                "Anställning på halvtid förenas med yrkesinriktade gymnasiestudier på minst 25 procent. Villkoren är "
                "lästa i regeringens beskrivning, inte i förordningens ursprungliga text; om månaderna måste ligga i "
                "följd står inte där.",
                "Half-time work is combined with vocational upper-secondary studies of at least 25 per cent. The "
                "conditions were read in the government's description, not in the original text; whether the months "
                "must be consecutive is not said there.",
            ),
        ),
        Version(
            reading="sfs",
            valid_from=date(2016, 6, 1),
            valid_to=LAST,
            condition=named(
                Text("Unga (14 a §)", "The young (14 a §)"),
                age(20, below=25)
                & during(Status.REGISTERED_AS_JOBSEEKER)
                & AT_RISK
                & months_of_days(
                    days(Status.FULL_TIME_UNEMPLOYED), count=3, frame=6, ends=Ends.DAY_BEFORE
                ),
            )
            | named(
                Text("De som har fyllt 25 (14 b §)", "Those who have turned 25 (14 b §)"),
                age(25)
                & during(Status.REGISTERED_AS_JOBSEEKER)
                & months_of_days(
                    days(Status.FULL_TIME_UNEMPLOYED), count=12, frame=15, ends=Ends.DAY_BEFORE
                )
                & run(days(Status.FULL_TIME_UNEMPLOYED), months(6), ends=Ends.DAY_BEFORE),
            )
            | named(
                Text("Nyanlända (14 c §)", "Newly arrived (14 c §)"),
                newly_arrived(always_without_work=True),
            ),
            citations=(
                cited("SFS 2015:503", "14–14 c §§", wording="SFS 2016:367"),
                cited("SFS 2015:503", "14–24 §§ upphävda 2018-01-01", wording="SFS 2017:1169"),
                cited(
                    "SFS 2015:503", "14 c § nyanlända: 36 månader", confidence=Confidence.INFERRED
                ),
            ),
            note=Text(
                "Texten gäller trainee i välfärdssektorn. Traineejobb i bristyrken (20–21 §§) uttrycks inte här. Inga "
                "nya beslut efter den 31 december 2017.",
                "The text is about trainees in the welfare sector. Trainee jobs in shortage occupations (20–21 §§) are "
                "not expressed here. No new decisions after 31 December 2017.",
            ),
        ),
    ),
)
