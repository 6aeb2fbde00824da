"""Smaller programmes for the young: yrkesintroduktion, and support for those with a disability."""

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
from dualib.sources import Citation, Confidence
from dualib.vocabulary.facts import Status

__all__ = ["unga_med_funktionsnedsattning", "yrkesintroduktion"]

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

_UNREAD: Final = not_expressed(
    Text(
        "att villkoren i 12 § är uppfyllda (ingen lydelse av förordningen (2000:628) före 2011 har "
        "lästs)",
        "that the conditions of Section 12 are met (no wording of Ordinance (2000:628) before 2011 "
        "was read)",
    )
)


def _unread(first: date, last: date, wording: str | None) -> Version:
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=_UNREAD,
        citations=(cited("SFS 2000:628", "12 §", wording=wording, confidence=Confidence.MEMORY),),
        note=Text(
            "Lydelsen har inte lästs, och ingen före den, så inget svar är säkert.",
            "The wording was not read, nor any before it, so no answer is certain.",
        ),
    )


def _support(first: date, last: date | None, citation: Citation, *notes: Text) -> Version:
    """12 §: those of 16 to 29 with a disability, and those with activity compensation."""
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=age(16, below=30) & DISABILITY | has("aktivitetsersattning"),
        citations=(citation,),
        supported_as="unga_med_funktionsnedsattning.sfs",
        note=Text(" ".join(said.sv for said in notes), " ".join(said.en for said in notes)),
    )


_CODE: Final = Text(
    "Andra stycket gäller den som får aktivitetsersättning. Förordningen talar om "
    "funktionsnedsättning; registret känner bara funktionshinderkoden, som kräver samtycke.",
    "The second paragraph is about those with activity compensation. The ordinance speaks of "
    "disability; the register knows only the code, which needs consent.",
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
        _unread(date(2000, 8, 1), date(2005, 12, 31), None),
        _unread(date(2006, 1, 1), date(2007, 12, 31), "SFS 2005:1204"),
        _unread(date(2008, 1, 1), date(2010, 12, 31), "SFS 2007:905"),
        _support(
            date(2011, 1, 1),
            date(2022, 11, 30),
            cited("SFS 2000:628", "12 §", wording="SFS 2010:1710", confidence=Confidence.INFERRED),
            _CODE,
            Text(
                "Lydelsen har inte lästs; nästa lydelse och två lokala överenskommelser, från "
                "2015 och 2019, säger detsamma.",
                "The wording was not read; the next wording and two local agreements, of 2015 and "
                "2019, say the same.",
            ),
        ),
        _support(
            date(2022, 12, 1), None, cited("SFS 2000:628", "12 §", wording="SFS 2022:813"), _CODE
        ),
    ),
)
