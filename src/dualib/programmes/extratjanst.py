"""Extratjänst (SFS 2015:503 8 §): subsidised work in welfare for those long in the job and development guarantee."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import at_least, participates
from dualib.language import Text
from dualib.programmes.shared import NEWLY_ARRIVED, cited
from dualib.rules import Rule, Version
from dualib.sources import Confidence

__all__ = ["extratjanst"]

LONG_IN_GUARANTEE: Final = participates("jobb_och_utvecklingsgaranti") & at_least(
    "benefit_days_in_jobb_och_utvecklingsgaranti", 450
)

extratjanst: Final = Rule(
    id="extratjanst",
    name=Text("extratjänster", "extra service jobs"),
    versions=(
        Version(
            reading="sfs",
            valid_from=date(2015, 11, 2),
            valid_to=date(2016, 11, 30),
            condition=LONG_IN_GUARANTEE,
            citations=(cited("SFS 2015:503", "8 §"),),
        ),
        Version(
            reading="sfs",
            valid_from=date(2016, 12, 1),
            valid_to=date(2022, 12, 31),
            condition=LONG_IN_GUARANTEE | NEWLY_ARRIVED,
            citations=(
                cited("SFS 2015:503", "8 §"),
                cited("SFS 2018:42", "extratjänster upphävda 2023-01-01", wording="SFS 2022:1734"),
                cited("SFS 2015:503", "nyanlända: 20 år och 36 månader", confidence=Confidence.INFERRED),
            ),
            note=Text("Ur minnet: knappast nya platser från 2022.", "From memory: hardly any new places from 2022."),
        ),
    ),
)
