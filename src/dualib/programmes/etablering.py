"""Etablering: measures for newly arrived adults, within a year of the first population registration."""

from __future__ import annotations

from typing import Final

from dualib.conditions import age, has, named, within
from dualib.dates import years
from dualib.language import Text
from dualib.programmes.shared import DUA_FROM, DUA_TO, cited, cited_agreement, cited_project
from dualib.rules import Rule, Version

__all__ = ["etablering"]

PERMIT: Final = named(
    Text("Uppehållstillstånd", "Residence permit"),
    has("residence_permit") & (~has("permit_as_relative") | has("relative_applied_in_time")),
)

etablering: Final = Rule(
    id="etablering",
    name=Text("etableringsinsatser för nyanlända", "establishment measures for newly arrived"),
    versions=(
        Version(
            reading="dua",
            valid_from=DUA_FROM,
            valid_to=DUA_TO,
            condition=PERMIT
            & (age(20, below=65) | age(18, below=20) & ~has("parents_in_sweden"))
            & within("first_registered", years(1)),
            citations=(
                cited_project("the shared model of etablering"),
                cited("SFS 2010:197", "2, 2 a, 2 b and 6 §§"),
                cited_agreement("kalmar", "bilaga 2, Etableringsuppdraget, s. 26"),
            ),
        ),
    ),
)
