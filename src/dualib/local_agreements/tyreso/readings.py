"""What Tyresö's agreement says of national rules in its own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from dualib.conditions import age, has
from dualib.language import Text
from dualib.local_agreements.local_terms import any_day, cited_agreement
from dualib.programmes.shared_terms import (
    DUA_FROM,
    DUA_TO,
    NEITHER_WORKS_NOR_STUDIES,
    UNEMPLOYED,
)
from dualib.rules import Ambiguity, Version
from dualib.sources import Citation

__all__ = ["CITATIONS", "READINGS"]

READING: Final = "agreement:tyreso"
COMPANIES: Final = cited_agreement("tyreso", "bilaga 3, Utveckla företagskontakten, stycke 1")

KAA: Final = Version(
    reading=READING,
    valid_from=DUA_FROM,
    valid_to=DUA_TO,
    condition=age(16, below=25) & NEITHER_WORKS_NOR_STUDIES,
    citations=(cited_agreement("tyreso", "bilaga 3, Utöka aktivitetsansvaret, stycke 1"),),
    note=any_day(
        Text(
            "Utökningen från 16–19 till 16–24 år är lokal och planerad; lagen slutar vid 20.",
            "The extension from ages 16–19 to 16–24 is local and planned; the law ends at 20.",
        )
    ),
)

#: On the days of the support, from its first to the last of new decisions.
TRAINEEJOBB: Final = Version(
    reading=READING,
    valid_from=date(2015, 8, 3),
    valid_to=date(2017, 12, 31),
    condition=age(20, below=25),
    citations=(COMPANIES,),
    note=any_day(
        Text(
            "Källan anger bara ålder: arbete upp till halvtid i välfärden eller ett bristyrke och "
            "studier på minst 25 procent på gymnasial nivå.",
            "The source gives only ages: work up to half time in welfare or a shortage occupation "
            "and studies of at least 25 per cent at upper-secondary level.",
        )
    ),
    ambiguities=(
        Ambiguity(
            Text(
                "Källan skriver mellan 20 och 25 år; här slutar det dagen före 25-årsdagen, som i "
                "förordningen, men hela året som 25-åring kan vara menat.",
                "The source writes between 20 and 25; here that ends the day before the birthday "
                "of 25, as in the ordinance, but the whole year as a 25-year-old may be meant.",
            ),
            age(20, below=26),
        ),
    ),
)

UTBILDNINGSKONTRAKT: Final = Version(
    reading=READING,
    valid_from=date(2015, 8, 3),
    valid_to=date(2019, 12, 31),
    condition=age(20, below=25) & UNEMPLOYED & ~has("upper_secondary_completed"),
    citations=(cited_agreement("tyreso", "bilaga 3, Utöka aktivitetsansvaret, stycke 2"),),
    note=any_day(),
)

#: The texts of national rules as the agreement puts them, by the rule's id.
READINGS: Final[Mapping[str, tuple[Version, ...]]] = {
    "kaa": (KAA,),
    "traineejobb": (TRAINEEJOBB,),
    "utbildningskontrakt": (UTBILDNINGSKONTRAKT,),
}

#: Where it puts a national text in the same way.
CITATIONS: Final[Mapping[str, tuple[Citation, ...]]] = {"traineejobb.dua": (COMPANIES,)}
