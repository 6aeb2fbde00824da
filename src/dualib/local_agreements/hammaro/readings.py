"""What Hammarö's annex says of national rules in its own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from dualib.conditions import has
from dualib.language import Text
from dualib.local_agreements.local_terms import any_day, cited_agreement
from dualib.programmes.shared_terms import YOUTH
from dualib.rules import Version

__all__ = ["READINGS"]

#: On the days of the contracts, from their first to the last of new ones.
UTBILDNINGSKONTRAKT: Final = Version(
    reading="agreement:hammaro",
    valid_from=date(2015, 8, 3),
    valid_to=date(2019, 12, 31),
    condition=YOUTH & ~has("upper_secondary_completed"),
    citations=(
        cited_agreement("hammaro", "bilaga 3 C, Utbildningskontrakt kopplat till samverkan"),
    ),
    note=any_day(
        Text(
            "Källan talar om unga som saknar fullständiga betyg eller har hoppat av "
            "gymnasieskolan och vill förena studier med praktik eller jobb; viljan prövas inte "
            "här. Som unga räknas de som har fyllt 16 men inte 25 år, som i förordningen "
            "(2015:502), eftersom källan inte anger någon ålder.",
            "The source speaks of young people without complete grades or who have left "
            "upper-secondary school and want to combine studies with a work placement or a job; "
            "that wish is not assessed here. Those who have turned 16 but not 25 count as young, "
            "as in Ordinance (2015:502), since the source gives no age.",
        )
    ),
)

#: The texts of national rules as the agreement puts them, by the rule's id.
READINGS: Final[Mapping[str, tuple[Version, ...]]] = {"utbildningskontrakt": (UTBILDNINGSKONTRAKT,)}
