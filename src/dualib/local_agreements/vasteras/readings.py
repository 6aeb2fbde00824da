"""What Västerås's agreement says of national rules in its own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dualib.conditions import age, has
from dualib.language import Text
from dualib.local_agreements.local_terms import any_day, cited_agreement
from dualib.programmes.shared_terms import DUA_FROM, DUA_TO
from dualib.rules import Ambiguity, Version

__all__ = ["READINGS"]

KAA: Final = Version(
    reading="agreement:vasteras",
    valid_from=DUA_FROM,
    valid_to=DUA_TO,
    condition=age(16, below=20) & ~has("in_upper_secondary"),
    citations=(cited_agreement("vasteras", "bilaga 3, Kartläggningsfunktion, s. 5"),),
    note=any_day(
        Text(
            "Källan skriver 16–20 år och, i samma stycke, inte fyllt 20 år.",
            "The source writes ages 16–20 and, in the same paragraph, not turned 20.",
        )
    ),
    ambiguities=(
        Ambiguity(
            Text(
                "Källan säger i samma avsnitt (s. 6) att unga under 20 som har slutfört gymnasiet "
                "inte hör till Arenan; här räknas alla som inte går i gymnasieskolan.",
                "The same section (p. 6) says that those under 20 who have completed "
                "upper-secondary education do not belong to Arenan; here all who are not in "
                "upper-secondary school are counted.",
            ),
            age(16, below=20) & ~has("in_upper_secondary") & ~has("upper_secondary_completed"),
        ),
    ),
)

#: The texts of national rules as the agreement puts them, by the rule's id.
READINGS: Final[Mapping[str, tuple[Version, ...]]] = {"kaa": (KAA,)}
