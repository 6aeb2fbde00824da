"""Smaller programmes for the young: yrkesintroduktion, folkhögskolekurs, support for young people with a disability."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import age, days_in, during, has, judgement, not_expressed, run
from dualib.dates import Ends, last_months, months
from dualib.language import Text
from dualib.programmes.shared_terms import (
    DISABILITY,
    IN_PROGRAMME,
    JOBLESS,
    cited,
    newly_arrived,
)
from dualib.rules.rule import Rule, Version
from dualib.sources import Confidence
from dualib.vocabulary.facts import Status

__all__ = ["folkhogskolekurs", "unga_med_funktionsnedsattning", "yrkesintroduktion"]

#: Traineejobb, changed the same day (SFS 2016:367), asks for twelve months of fifteen.
LONG_PERHAPS: Final = (
    during(Status.REGISTERED_AS_JOBSEEKER)
    & days_in(JOBLESS | IN_PROGRAMME, at_least=365, window=last_months(15), ends=Ends.DAY_BEFORE)
    & not_expressed(
        Text(
            "att tolv månader av femton räknas som långtidsarbetslöshet (1 b § har inte setts)",
            "that twelve months of fifteen count as long-term unemployment (1 b § was not seen)",
        )
    )
)

yrkesintroduktion: Final = Rule(
    id="yrkesintroduktion",
    national=True,
    name=Text("yrkesintroduktion", "vocational introduction jobs"),
    versions=(
        Version(
            reading="sfs",
            valid_from=date(2014, 1, 15),
            valid_to=date(2016, 5, 31),
            condition=age(15, below=25),
            citations=(cited("SFS 2013:1157", "anställda som fyllt 15 men inte 25"),),
            note=Text(
                "Lönen är minst 75 procent av kollektivavtalets.",
                "Pay is at least 75 per cent of the agreed pay.",
            ),
        ),
        Version(
            reading="sfs",
            valid_from=date(2016, 6, 1),
            valid_to=date(2023, 12, 31),
            condition=age(15, below=25)
            | newly_arrived(lately=False)
            | run(JOBLESS, months(12), ends=Ends.ON)
            & judgement(
                Text("att personen är långtidsarbetslös", "that the person is long-term unemployed")
            )
            | LONG_PERHAPS,
            citations=(
                cited("SFS 2013:1157", "1–1 c §§", wording="SFS 2016:366"),
                cited("SFS 2013:1157", "upphävd", wording="SFS 2023:556"),
                cited(
                    "SFS 2013:1157", "långtidsarbetslös: 12 månader", confidence=Confidence.INFERRED
                ),
                cited("SFS 2013:1157", "nyanländ: 36 månader", confidence=Confidence.INFERRED),
            ),
        ),
    ),
)

folkhogskolekurs: Final = Rule(
    id="folkhogskolekurs",
    national=True,
    name=Text("studiemotiverande folkhögskolekurs", "motivational folk high school course"),
    versions=(
        Version(
            reading="sfs",
            valid_from=date(2010, 1, 1),
            condition=age(16)
            & during(Status.REGISTERED_AS_JOBSEEKER)
            & ~has("gymnasieexamen")
            & ~has("basic_eligibility"),
            citations=(cited("SFS 2000:634", "30 § 3 och 9 § 4"), cited("SFS 2007:813", "8 § 3")),
            note=Text(
                "Högst tre månader, längre vid funktionsnedsättning eller språkbehov. Att kursen funnits sedan 2010 är "
                "ur minnet; texten är den som lästes 2026.",
                "At most three months, longer with a disability or language needs. That the course has existed since "
                "2010 is from memory; the text is the one read in 2026.",
            ),
        ),
    ),
)

unga_med_funktionsnedsattning: Final = Rule(
    id="unga_med_funktionsnedsattning",
    national=True,
    name=Text(
        "särskilt stöd för unga med funktionsnedsättning",
        "special support for young people with a disability",
    ),
    kind="service",
    versions=(
        Version(
            reading="sfs",
            valid_from=date(2014, 12, 18),
            condition=age(16, below=30) & DISABILITY | has("aktivitetsersattning"),
            citations=(cited("SFS 2000:628", "12 §", wording="SFS 2022:813"),),
            supported_as="unga_med_funktionsnedsattning.sfs",
            note=Text(
                "Andra stycket gäller den som får aktivitetsersättning. Förordningen talar om funktionsnedsättning; "
                "registret känner bara funktionshinderkoden, som kräver samtycke. Uppdraget är äldre än "
                "överenskommelserna; dess första dag har inte sökts.",
                "The second paragraph is about those with activity compensation. The ordinance speaks of disability; "
                "the register knows only the code, which needs consent. The task "
                "is older than the agreements; its first day was not looked for.",
            ),
        ),
    ),
)
