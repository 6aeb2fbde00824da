"""What the agreement of Tjörn and Orust says of national rules in its own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dualib.conditions import age
from dualib.language import Text
from dualib.local_agreements.local_terms import any_day, cited_agreement
from dualib.programmes.shared_terms import DISABILITY, DUA_FROM, DUA_TO
from dualib.rules import Version
from dualib.sources import Citation

__all__ = ["CITATIONS", "READINGS"]

UNGA_MED_FUNKTIONSNEDSATTNING: Final = Version(
    reading="agreement:tjorn-orust",
    valid_from=DUA_FROM,
    valid_to=DUA_TO,
    condition=age(16, below=30) & DISABILITY,
    citations=(
        cited_agreement("tjorn-orust", "bilaga 2, Arbetsförmedlingen Stenungsund, Tjörn, Orust"),
    ),
    note=any_day(
        Text(
            "Källan talar om funktionshinder; registret känner bara koden, som kräver samtycke.",
            "The source speaks of disability; the register knows only the code, which needs "
            "consent.",
        )
    ),
)

#: The texts of national rules as the agreement puts them, by the rule's id.
READINGS: Final[Mapping[str, tuple[Version, ...]]] = {
    "unga_med_funktionsnedsattning": (UNGA_MED_FUNKTIONSNEDSATTNING,)
}

#: Where it puts a national text in the same way.
CITATIONS: Final[Mapping[str, tuple[Citation, ...]]] = {
    "unga_med_funktionsnedsattning.sfs": (
        cited_agreement("tjorn-orust", "bilaga 2, Arbetsförmedlingen"),
    )
}
