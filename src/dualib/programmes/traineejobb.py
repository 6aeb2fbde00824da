"""Traineejobb: half-time work in welfare or a shortage occupation beside vocational studies."""

from __future__ import annotations

from typing import Final

from dualib.conditions import age, during
from dualib.language import Text
from dualib.programmes.shared import DUA_FROM, DUA_TO, JOBLESS, cited_agreement, cited_project
from dualib.rules import Rule, Version

__all__ = ["traineejobb"]

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
                cited_project("the shared model: 20-25, half open, unemployed and registered on the day"),
                cited_agreement("tyreso", "bilaga 3, Utveckla företagskontakten"),
            ),
        ),
    ),
)
