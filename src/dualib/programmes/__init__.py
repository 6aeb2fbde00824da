"""The national programmes, one module for each or for a few that belong together."""

from __future__ import annotations

from typing import Final

from dualib.errors import BadInput, suggestion
from dualib.programmes.anstallningsstod import (
    forstarkt_sarskilt_anstallningsstod,
    instegsjobb,
    introduktionsjobb,
    sarskilt_anstallningsstod,
)
from dualib.programmes.etablering import etablering
from dualib.programmes.extratjanst import extratjanst
from dualib.programmes.folkhogskolekurs import folkhogskolekurs
from dualib.programmes.jobb_och_utvecklingsgaranti import (
    jobb_och_utvecklingsgaranti,
    jobb_och_utvecklingsgaranti_fas_1,
    jobb_och_utvecklingsgaranti_fas_2,
    jobb_och_utvecklingsgaranti_fas_3,
)
from dualib.programmes.jobbgaranti import jobbgaranti
from dualib.programmes.kaa import kaa
from dualib.programmes.nystartsjobb import nystartsjobb
from dualib.programmes.traineejobb import traineejobb
from dualib.programmes.unga import unga_med_funktionsnedsattning, yrkesintroduktion
from dualib.programmes.utbildningskontrakt import utbildningskontrakt
from dualib.rules.rule import Rule

__all__ = [
    "PROGRAMMES",
    "etablering",
    "extratjanst",
    "folkhogskolekurs",
    "forstarkt_sarskilt_anstallningsstod",
    "instegsjobb",
    "introduktionsjobb",
    "jobb_och_utvecklingsgaranti",
    "jobb_och_utvecklingsgaranti_fas_1",
    "jobb_och_utvecklingsgaranti_fas_2",
    "jobb_och_utvecklingsgaranti_fas_3",
    "jobbgaranti",
    "kaa",
    "nystartsjobb",
    "programme",
    "sarskilt_anstallningsstod",
    "traineejobb",
    "unga_med_funktionsnedsattning",
    "utbildningskontrakt",
    "yrkesintroduktion",
]

#: Every national programme, in the order in which a report shows them.
PROGRAMMES: Final[tuple[Rule, ...]] = (
    jobbgaranti,
    kaa,
    etablering,
    traineejobb,
    utbildningskontrakt,
    jobb_och_utvecklingsgaranti,
    jobb_och_utvecklingsgaranti_fas_1,
    jobb_och_utvecklingsgaranti_fas_2,
    jobb_och_utvecklingsgaranti_fas_3,
    unga_med_funktionsnedsattning,
    folkhogskolekurs,
    yrkesintroduktion,
    nystartsjobb,
    introduktionsjobb,
    extratjanst,
    sarskilt_anstallningsstod,
    forstarkt_sarskilt_anstallningsstod,
    instegsjobb,
)


def programme(name: str) -> Rule:
    """Return the national programme called ``name``.

    Raises
    ------
    BadInput
        If there is none; the nearest known name is suggested.

    Examples
    --------
    >>> programme("kaa").name.en
    'the municipal activity responsibility (KAA)'
    """
    known = {rule.id: rule for rule in PROGRAMMES}
    if name not in known:
        raise BadInput(
            f"programme {name!r} is not known: expected one of {', '.join(known)}.{suggestion(name, known)}"
        )
    return known[name]
