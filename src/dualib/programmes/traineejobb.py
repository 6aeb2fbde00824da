"""Traineejobb (SFS 2015:503): half-time work in welfare or a shortage occupation beside upper-secondary studies."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import age, during, judgement, named, run
from dualib.dates import Ends, months
from dualib.language import Text
from dualib.programmes.shared import (
    DUA_FROM,
    DUA_TO,
    IN_MEASURE,
    JOBLESS,
    NEWLY_ARRIVED,
    cited,
    cited_agreement,
    cited_project,
    months_of_days,
)
from dualib.rules import Ambiguity, Rule, Version

__all__ = ["traineejobb"]

WELFARE: Final = judgement(Text("att platsen är i välfärden", "that the place is in welfare services"))
SHORTAGE: Final = judgement(Text("att platsen är i ett bristyrke", "that the place is in a shortage occupation"))
AT_RISK: Final = judgement(
    Text("att personen riskerar långtidsarbetslöshet", "that the person risks long-term unemployment")
)

traineejobb: Final = Rule(
    id="traineejobb",
    name=Text("traineejobb", "trainee jobs"),
    versions=(
        Version(
            reading="dua",
            valid_from=DUA_FROM,
            valid_to=DUA_TO,
            condition=age(20, below=25) & during(JOBLESS),
            citations=(
                cited_project("20–25 år, halvöppet; arbetslös och anmäld den dagen"),
                cited_agreement("tyreso", "bilaga 3, Utveckla företagskontakten, stycke 1"),
            ),
        ),
        Version(
            reading="agreement:tyreso",
            valid_from=DUA_FROM,
            valid_to=DUA_TO,
            condition=age(20, below=25),
            citations=(cited_agreement("tyreso", "bilaga 3, Utveckla företagskontakten, stycke 1"),),
            note=Text(
                "Källan anger bara ålder: arbete upp till halvtid i välfärden eller ett bristyrke och studier på minst "
                "25 procent på gymnasial nivå.",
                "The source gives only ages: work up to half time in welfare or a shortage occupation and "
                "studies of at "
                "least 25 per cent at upper-secondary level.",
            ),
            ambiguities=(
                Ambiguity(
                    Text(
                        "Källan skriver mellan 20 och 25 år; här slutar det dagen före 25-årsdagen, som i "
                        "förordningen, "
                        "men hela året som 25-åring kan vara menat.",
                        "The source writes between 20 and 25; here that ends the day before the birthday of 25, as in "
                        "the ordinance, but the whole year as a 25-year-old may be meant.",
                    ),
                    age(20, below=26),
                ),
            ),
        ),
        Version(
            reading="sfs",
            valid_from=date(2015, 8, 3),
            valid_to=date(2016, 5, 31),
            condition=age(20, below=25)
            & during(JOBLESS)
            & (
                named(
                    Text("Trainee välfärd", "Trainee in welfare"),
                    run(JOBLESS | IN_MEASURE, months(6), ends=Ends.DAY_BEFORE) & WELFARE,
                )
                | named(
                    Text("Trainee brist", "Trainee in a shortage occupation"),
                    run(JOBLESS | IN_MEASURE, months(3), ends=Ends.DAY_BEFORE) & SHORTAGE,
                )
            ),
            citations=(cited("SFS 2015:503", "14 § (ursprunglig lydelse)"),),
            note=Text(
                "Anställning på halvtid förenas med yrkesinriktade gymnasiestudier på minst 25 procent. Villkoren är "
                "lästa i regeringens beskrivning, inte i förordningens ursprungliga text.",
                "Half-time work is combined with vocational upper-secondary studies of at least 25 per cent. The "
                "conditions were read in the government's description, not in the original text.",
            ),
        ),
        Version(
            reading="sfs",
            valid_from=date(2016, 6, 1),
            valid_to=date(2017, 12, 31),
            condition=during(JOBLESS)
            & AT_RISK
            & (
                age(20, below=25) & months_of_days(JOBLESS, count=3, frame=6, ends=Ends.DAY_BEFORE)
                | age(25)
                & months_of_days(JOBLESS | IN_MEASURE, count=12, frame=15, ends=Ends.DAY_BEFORE)
                & run(JOBLESS | IN_MEASURE, months(6), ends=Ends.DAY_BEFORE)
                | NEWLY_ARRIVED
            ),
            citations=(
                cited("SFS 2015:503", "14-14 c §§", wording="SFS 2016:367"),
                cited("SFS 2015:503", "14-24 §§ upphävda 2018-01-01", wording="SFS 2017:1169"),
            ),
            note=Text("Inga nya beslut efter den 31 december 2017.", "No new decisions after 31 December 2017."),
        ),
    ),
)
