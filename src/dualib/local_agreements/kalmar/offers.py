"""Kalmar: its offers, its target group, and what it says of each national programme."""

from __future__ import annotations

from typing import Final

from dualib.conditions import age, named
from dualib.language import Text
from dualib.local_agreements.kalmar.offers_af import AF_OFFERS
from dualib.local_agreements.kalmar.offers_joint import JOINT_OFFERS
from dualib.local_agreements.kalmar.offers_municipality import KALMAR, MUNICIPAL_OFFERS
from dualib.local_agreements.kalmar.offers_schools import ASSOCIATION_OFFERS, REGIONAL_OFFERS
from dualib.local_agreements.local_rules import UNDEREMPLOYED, Stances
from dualib.local_agreements.offers import Offer, Stance
from dualib.programmes.shared_terms import NEITHER_WORKS_NOR_STUDIES
from dualib.rules.rule import Rule

__all__ = ["OFFERS", "STANCES", "TARGET_GROUP"]

OFFERS: Final[tuple[Offer, ...]] = (
    *MUNICIPAL_OFFERS,
    *ASSOCIATION_OFFERS,
    *REGIONAL_OFFERS,
    *AF_OFFERS,
    *JOINT_OFFERS,
)

TARGET_GROUP: Final[Rule] = KALMAR.rule(
    "target-group",
    Text("överenskommelsens målgrupp i Kalmar", "the target group of the agreement in Kalmar"),
    age(16, below=25)
    & (
        named(
            Text("Varken arbetar eller studerar", "Neither works nor studies"),
            NEITHER_WORKS_NOR_STUDIES,
        )
        | named(Text("Undersysselsatt", "Underemployed"), UNDEREMPLOYED)
    ),
    kind="target group",
    place="Målgrupp (bilaga 1), s. 5",
    note=Text(
        "Deltagande i Arbetsförmedlingens program räknas varken som arbete eller studier: källan räknar in dem (s. 5 "
        "och 17). Anställning med stöd är arbete och utbildningskontrakt studier. Att timanställda är "
        "undersysselsatta går enligt källan inte att dra som slutsats (s. 15).",
        "Taking part in programmes of Arbetsförmedlingen counts neither as work nor as studies: the source includes "
        "those who do (pp. 5 and 17). Employment with support is work and an education contract studies. That hourly "
        "employees are underemployed cannot be concluded, it says (p. 15).",
    ),
)

AF_WORK: Final = "bilaga 2, Arbetsförmedlingens verksamhet, s. 24"
GUARANTEE: Final = "bilaga 2, Jobb- och utvecklingsgarantin, s. 25"

STANCES: Final[Stances] = {
    "jobbgaranti": (Stance.EXTENDS, "bilaga 2, Jobbgarantin för ungdomar, s. 24–25"),
    "kaa": (Stance.MENTIONS, "bilaga 1, Ungdomar inom Kommunala aktivitetsansvaret (KAA), s. 7"),
    "etablering": (Stance.STATES, "bilaga 2, Etableringsuppdraget - målgrupp och uppdrag, s. 26"),
    "traineejobb": (Stance.MENTIONS, AF_WORK),
    "utbildningskontrakt": (Stance.MENTIONS, AF_WORK),
    "jobb_och_utvecklingsgaranti": (Stance.STATES, GUARANTEE),
    "jobb_och_utvecklingsgaranti_fas_1": (Stance.MENTIONS, GUARANTEE),
    "jobb_och_utvecklingsgaranti_fas_2": (Stance.MENTIONS, GUARANTEE),
    "jobb_och_utvecklingsgaranti_fas_3": (Stance.MENTIONS, GUARANTEE),
    "unga_med_funktionsnedsattning": (
        Stance.STATES,
        "bilaga 2, Arbetsförmedlingens särskilda uppdrag för unga med funktionsnedsättning, s. 27",
    ),
    "folkhogskolekurs": (Stance.MENTIONS, f"{AF_WORK} (”utbildningsinsatser vid folkhögskolor”)"),
    "yrkesintroduktion": (Stance.MENTIONS, AF_WORK),
    "nystartsjobb": (Stance.STATES, GUARANTEE),
    "sarskilt_anstallningsstod": (Stance.STATES, GUARANTEE),
    "forstarkt_sarskilt_anstallningsstod": (
        Stance.MENTIONS,
        "bilaga 2, Arbetsmarknadsåtgärder via område arbetsmarknad, s. 19",
    ),
    "instegsjobb": (
        Stance.MENTIONS,
        "bilaga 2, Arbetsmarknadsåtgärder via område arbetsmarknad, s. 19",
    ),
}
