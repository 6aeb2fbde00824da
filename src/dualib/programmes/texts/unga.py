"""Support for young people with a disability."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import age, has, not_expressed
from dualib.language import Text
from dualib.programmes.shared_terms import (
    DISABILITY,
    cited,
)
from dualib.rules.rule import Rule, Version
from dualib.sources import Citation, Confidence

__all__ = ["unga_med_funktionsnedsattning"]

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
