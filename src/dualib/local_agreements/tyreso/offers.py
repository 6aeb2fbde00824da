"""Tyresö: its offers, its target group, and what it says of each national programme. Only bilaga 3 is in the source."""

from __future__ import annotations

from typing import Final

from dualib.conditions import age, judgement
from dualib.language import Text
from dualib.local_agreements.local_rules import Local, Stances
from dualib.local_agreements.offers import Offer, Stance
from dualib.programmes import kaa, traineejobb, utbildningskontrakt
from dualib.programmes.shared_terms import NEITHER_WORKS_NOR_STUDIES
from dualib.rules.rule import Rule
from dualib.sources import NOT_IN_SOURCE

__all__ = ["OFFERS", "STANCES", "TARGET_GROUP"]

TYRESO: Final = Local(agreement="tyreso", documented_on=NOT_IN_SOURCE)

MUNICIPALITY: Final = Text("Tyresö kommun", "Tyresö municipality")
AF: Final = Text("Arbetsförmedlingen", "Arbetsförmedlingen")
BOTH: Final = Text(
    "Tyresö kommun och Arbetsförmedlingen", "Tyresö municipality and Arbetsförmedlingen"
)
GROUP: Final = age(16, below=25) & NEITHER_WORKS_NOR_STUDIES
EXTENDED: Final = "bilaga 3, Utöka aktivitetsansvaret, stycke 1"

TARGET_GROUP: Final[Rule] = TYRESO.rule(
    "target-group",
    Text("överenskommelsens målgrupp i Tyresö", "the target group of the agreement in Tyresö"),
    GROUP,
    kind="target group",
    place=EXTENDED,
    note=Text(
        "Bilagan nämner inte undersysselsatta; åldern står bara i detta stycke.",
        "The annex does not mention the underemployed; the age stands in this paragraph only.",
    ),
)

OFFERS: Final[tuple[Offer, ...]] = (
    TYRESO.offer(
        "ung-i-tyreso",
        Text("Ung i Tyresö", "Ung i Tyresö"),
        GROUP,
        kind="service",
        provider=Text(
            "Tyresö kommun, Arbetsförmedlingen och Samordningsförbundet Östra Södertörn",
            "Tyresö municipality, Arbetsförmedlingen and the coordination association of Östra Södertörn",
        ),
        place="bilaga 3, inledningen, stycke 1",
        unconditional=True,
    ),
    TYRESO.offer(
        "kartlaggning-16-19",
        Text(
            "kartläggning och kontakt inom aktivitetsansvaret", "mapping and contact under the KAA"
        ),
        age(16, below=20),
        kind="contact",
        provider=MUNICIPALITY,
        place=EXTENDED,
        unconditional=True,
    ),
    TYRESO.offer(
        "utokat-aktivitetsansvar",
        Text("utökat aktivitetsansvar 16–24 år", "activity responsibility extended to ages 16–24"),
        kaa,
        kind="contact",
        provider=MUNICIPALITY,
        state="planned",
        place=EXTENDED,
    ),
    TYRESO.offer(
        "uppsokande-tjanst",
        Text(
            "tjänst för att nå dem längst från arbetsmarknaden",
            "a post to reach those furthest from work",
        ),
        GROUP
        & judgement(
            Text(
                "att den unge hör till dem med längst till arbete, utan känd sysselsättning eller myndighetskontakt",
                "that the young person is furthest from work, without a known occupation or contact with authorities",
            )
        ),
        kind="contact",
        provider=MUNICIPALITY,
        state="planned",
        place=EXTENDED,
    ),
    TYRESO.offer(
        "hemmasittare",
        Text(
            "förberedande insatser för hemmasittare",
            "preparatory measures for those who stay at home",
        ),
        GROUP
        & judgement(Text("att den unge är hemmasittare", "that the young person stays at home")),
        kind="activity",
        provider=MUNICIPALITY,
        state="planned",
        place=EXTENDED,
        note=Text(
            "Inget register visar vilka hemmasittarna är. Insatser finns och ska utökas.",
            "No register shows who they are. Measures exist and are to be extended.",
        ),
    ),
    TYRESO.offer(
        "utbildningskontrakt",
        Text("utbildningskontrakt", "education contracts"),
        utbildningskontrakt,
        kind="programme",
        provider=BOTH,
        state="planned",
        place="bilaga 3, Utöka aktivitetsansvaret, stycke 2",
    ),
    TYRESO.offer(
        "traineejobb",
        Text("traineejobb", "trainee jobs"),
        traineejobb,
        kind="programme",
        provider=BOTH,
        state="planned",
        place="bilaga 3, Utveckla företagskontakten, stycke 1",
        hours=Text(
            "arbete upp till halvtid och studier minst 25 procent",
            "work up to half time, studies at least 25 per cent",
        ),
    ),
    TYRESO.offer(
        "koordinator",
        Text("koordinator", "coordinator"),
        GROUP,
        kind="service",
        provider=MUNICIPALITY,
        state="planned",
        place="bilaga 3, Koordinator",
        unconditional=True,
    ),
    TYRESO.offer(
        "jobbagent",
        Text("jobbagent", "job agent"),
        GROUP,
        kind="service",
        provider=AF,
        state="planned",
        place="bilaga 3, Utveckla företagskontakten, stycke 1; Budget och ansvarsfördelning",
        unconditional=True,
        note=Text("Tjänsten placeras i Ung i Tyresö.", "The post is placed in Ung i Tyresö."),
    ),
    TYRESO.offer(
        "en-vag-in",
        Text("En väg in", "One way in"),
        GROUP,
        kind="service",
        provider=Text(
            "Tyresö kommun, Arbetsförmedlingen och Försäkringskassan",
            "Tyresö municipality, Arbetsförmedlingen and Försäkringskassan",
        ),
        state="planned",
        place="bilaga 3, Budget och ansvarsfördelning, En väg in",
        unconditional=True,
        note=Text(
            "Källan ger bara tjänsterna; om verksamheten redan finns framgår inte.",
            "The source gives only the posts; whether the activity already exists is not told.",
        ),
    ),
)

STANCES: Final[Stances] = {
    "kaa": (Stance.EXTENDS, EXTENDED),
    "utbildningskontrakt": (Stance.STATES, "bilaga 3, Utöka aktivitetsansvaret, stycke 2"),
    "traineejobb": (Stance.STATES, "bilaga 3, Utveckla företagskontakten, stycke 1"),
    "yrkesintroduktion": (Stance.MENTIONS, "bilaga 3, Främja jämställdhet, punkt 2"),
}
