"""Extratjänst (SFS 2015:503 8 §, from 2018-05-01 SFS 2018:42): subsidised work in welfare for those long out of "
"work."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import at_least, participates
from dualib.language import Text
from dualib.programmes.shared_terms import cited, newly_arrived
from dualib.rules.rule import Rule, Version
from dualib.sources import Confidence

__all__ = ["extratjanst"]

LONG_IN_GUARANTEE: Final = participates("jobb_och_utvecklingsgaranti") & at_least(
    "benefit_days_in_jobb_och_utvecklingsgaranti", 450
)

#: In 8 b § also those assigned to etablering must be without work.
NEWLY_ARRIVED: Final = newly_arrived(always_without_work=True)

extratjanst: Final = Rule(
    id="extratjanst",
    national=True,
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
            valid_to=date(2017, 12, 31),
            condition=LONG_IN_GUARANTEE | NEWLY_ARRIVED,
            citations=(
                cited(
                    "SFS 2015:503",
                    "8–8 b §§",
                    wording="SFS 2016:926",
                    confidence=Confidence.INFERRED,
                ),
                cited(
                    "SFS 2015:503", "8 b § nyanlända: 20 år och 36 månader", wording="SFS 2017:1169"
                ),
            ),
            note=Text(
                "Villkoren för nyanlända är lästa i lydelsen från 2018; den från den 1 december 2016 har inte setts.",
                "The conditions for newly arrived were read in the text from 2018; that from 1 December 2016 was not "
                "seen.",
            ),
        ),
        Version(
            reading="sfs",
            valid_from=date(2018, 1, 1),
            valid_to=date(2018, 4, 30),
            condition=LONG_IN_GUARANTEE | NEWLY_ARRIVED,
            citations=(
                cited("SFS 2015:503", "8 §"),
                cited("SFS 2015:503", "8 b §", wording="SFS 2017:1169"),
            ),
        ),
        Version(
            reading="sfs",
            valid_from=date(2018, 5, 1),
            valid_to=date(2022, 12, 31),
            condition=LONG_IN_GUARANTEE | NEWLY_ARRIVED,
            citations=(
                cited("SFS 2018:42", "7–9 §§", confidence=Confidence.INFERRED),
                cited("SFS 2018:42", "7–9 §§ upphävda 2023-01-01", wording="SFS 2022:1734"),
            ),
            note=Text(
                "Villkoren är en slutsats av de upphävda 8 och 8 b §§ i SFS 2015:503. Ur minnet: knappast nya platser "
                "från 2022.",
                "The conditions are inferred from the repealed 8 and 8 b §§ of SFS 2015:503. From memory: hardly any "
                "new places from 2022.",
            ),
        ),
    ),
)
