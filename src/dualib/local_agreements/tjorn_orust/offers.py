"""Tjörn and Orust: their offers, the target group, and what the agreement says of each national programme."""

from __future__ import annotations

from typing import Final

from dualib.conditions import age, during, has, judgement, named, participates
from dualib.language import Text
from dualib.local_agreements.local_rules import UNDEREMPLOYED, Stances
from dualib.local_agreements.local_terms import cited_agreement
from dualib.local_agreements.offers import Offer, Stance
from dualib.local_agreements.tjorn_orust.offers_municipal import ORUST_OFFERS, TJORN_OFFERS, UNGA
from dualib.programmes import traineejobb, unga_med_funktionsnedsattning, utbildningskontrakt
from dualib.programmes.shared_terms import NEITHER_WORKS_NOR_STUDIES
from dualib.rules.duties import Duty
from dualib.rules.rule import Rule
from dualib.sources import NOT_IN_SOURCE
from dualib.vocabulary.facts import Status

__all__ = ["OFFERS", "STANCES", "TARGET_GROUP"]

REGISTERED: Final = during(Status.REGISTERED_AS_JOBSEEKER)
YOUNG: Final = judgement(Text("att personen räknas som ung", "that the person counts as young"))
GROUP: Final = age(16, below=25) & (
    named(
        Text("Varken arbetar eller studerar", "Neither works nor studies"),
        NEITHER_WORKS_NOR_STUDIES,
    )
    | named(Text("Undersysselsatt", "Underemployed"), UNDEREMPLOYED)
)

AF: Final = Text("Arbetsförmedlingen Stenungsund", "Arbetsförmedlingen in Stenungsund")
ALL: Final = Text("kommunerna och Arbetsförmedlingen", "the municipalities and Arbetsförmedlingen")
AF_PLACE: Final = "bilaga 2, Arbetsförmedlingen Stenungsund, Tjörn, Orust"

TARGET_GROUP: Final[Rule] = UNGA.rule(
    "target-group",
    Text(
        "överenskommelsens målgrupp på Tjörn och Orust",
        "the target group of the agreement of Tjörn and Orust",
    ),
    GROUP,
    kind="target group",
    place="rubriken Alla unga i åldern 16 till 24",
    note=Text(
        "Till gruppen hör ”hemmasittare”, som inget register visar.",
        "The group includes those who stay at home, whom no register shows.",
    ),
)


REGISTER: Final = Duty(
    id="tjorn-orust.registrera-aktiviteter",
    name=Text(
        "registrering av deltagarens aktiviteter", "registration of what the participant does"
    ),
    trigger=UNGA.rule(
        "placering",
        Text("placering enligt överenskommelsen", "a placement under the agreement"),
        judgement(
            Text("att personen är placerad i en insats", "that the person is placed in a measure")
        ),
        kind="contact",
        place="bilaga 3, Dokumentation och uppföljning",
    ),
    bearer=Text("kommunen", "the municipality"),
    action=Text(
        "löpande registrera vad deltagaren gör under placeringen och föra över det till Arbetsförmedlingen",
        "register as it happens what the participant does during the placement, and pass it on to Arbetsförmedlingen",
    ),
    citations=(cited_agreement("tjorn-orust", "bilaga 3, Dokumentation och uppföljning"),),
    within=NOT_IN_SOURCE,
)
EVALUATE: Final = Duty(
    id="tjorn-orust.utvardering",
    name=Text("möjlighet till utvärdering", "an opportunity to evaluate"),
    trigger=UNGA.rule(
        "efter-forsta-motet",
        Text("unga som har haft ett första möte", "young people who have had a first meeting"),
        judgement(
            Text(
                "att den unge har haft ett första möte",
                "that the young person has had a first meeting",
            ),
        ),
        kind="contact",
        place="bilaga 3, Metoder och verktyg, stycke 6",
    ),
    bearer=ALL,
    action=Text(
        "ge den unge möjlighet att göra en utvärdering en tid efter mötet",
        "give the young person the opportunity to evaluate some time after the meeting",
    ),
    citations=(cited_agreement("tjorn-orust", "bilaga 3, Metoder och verktyg, stycke 6"),),
    within=NOT_IN_SOURCE,
)
OBSTACLE: Final = has("disability_code") | judgement(
    Text("att personen har ett arbetshinder", "that the person has an obstacle to work")
)

JOINT_OFFERS: Final[tuple[Offer, ...]] = (
    UNGA.offer(
        "af-unga",
        Text("arbetsförmedlare för unga", "employment officers for young people"),
        REGISTERED & YOUNG,
        kind="service",
        provider=AF,
        place=f"{AF_PLACE}, stycke 3",
        unconditional=True,
    ),
    UNGA.offer(
        "af-etablering",
        Text("arbetsförmedlare för etablering", "employment officers for establishment"),
        has("residence_permit"),
        kind="service",
        provider=AF,
        place=f"{AF_PLACE}, stycke 2",
        note=Text(
            "För flyktingar, skyddsbehövande och andra, och deras anhöriga.",
            "For refugees, persons in need of protection and others, and their relatives.",
        ),
    ),
    UNGA.offer(
        "af-nyanlanda-i-garantin",
        Text(
            "arbetsförmedlare för unga nyanlända i jobb- och utvecklingsgarantin",
            "employment officers for the young and newly arrived in the job and development guarantee",
        ),
        participates("jobb_och_utvecklingsgaranti") & has("newly_arrived") & YOUNG,
        kind="service",
        provider=AF,
        place=f"{AF_PLACE}, stycke 3",
    ),
    UNGA.offer(
        "sius",
        Text("SIUS-konsulenter", "SIUS consultants"),
        REGISTERED & OBSTACLE,
        kind="service",
        provider=AF,
        place=f"{AF_PLACE}, stycke 1",
        note=Text(
            "Arbetar på arbetsplatser. På kontoret finns också arbetspsykolog, socialkonsulent och arbetsterapeut.",
            "They work at workplaces. The office also has a work psychologist, a social consultant and an "
            "occupational therapist.",
        ),
    ),
    UNGA.offer(
        "af-fordjupat-stod",
        Text(
            "kontaktperson för unga som behöver fördjupat stöd",
            "contact for young people in need of deeper support",
        ),
        YOUNG
        & (
            has("disability_code")
            | judgement(
                Text(
                    "att den unge har ett arbetshinder och behöver fördjupat stöd",
                    "that the young person has an obstacle to work and needs deeper support",
                )
            )
        ),
        kind="contact",
        provider=AF,
        place=f"{AF_PLACE}, stycke 3",
    ),
    UNGA.offer(
        "unga-med-funktionsnedsattning",
        Text(
            "uppdraget för unga med funktionsnedsättning",
            "the task for young people with a disability",
        ),
        unga_med_funktionsnedsattning,
        kind="service",
        provider=AF,
        place=f"{AF_PLACE}, stycke 3",
    ),
    UNGA.offer(
        "utbildningskontrakt",
        Text("utbildningskontrakt", "education contracts"),
        utbildningskontrakt,
        kind="programme",
        provider=ALL,
        place="bilaga 3, Metoder och verktyg, stycke 7",
        note=Text(
            "Källan anger inga villkor: den nationella regeln gäller. Statsbidrag till anställning eller "
            "praktik hos kommun "
            "betalas inte från den 1 januari 2019.",
            "The source gives no conditions: the national rule applies. From 1 January 2019 no state grant is paid for "
            "work or practice in a municipality.",
        ),
    ),
    UNGA.offer(
        "traineejobb",
        Text("traineejobb", "trainee jobs"),
        traineejobb,
        kind="programme",
        provider=ALL,
        state="ended",
        place="Verksamhet som ska bedrivas i samverkan",
        note=Text(
            "I fokus 2017 och 2018, utan önskad effekt. Källan anger inga villkor: den nationella regeln gäller.",
            "In focus in 2017 and 2018, without the effect wished for. The source gives no conditions: the national "
            "rule applies.",
        ),
    ),
    UNGA.offer(
        "anpassade-atgarder",
        Text("anpassade åtgärder", "adapted measures"),
        GROUP
        & judgement(
            Text("att den unge har särskilda behov", "that the young person has special needs")
        ),
        kind="activity",
        provider=ALL,
        place="bilaga 3, Metoder och verktyg, stycke 5",
    ),
    UNGA.offer(
        "uppsokande-verksamhet",
        Text("uppsökande verksamhet", "outreach"),
        GROUP,
        kind="contact",
        provider=ALL,
        place="bilaga 3, Uppsökande verksamhet, stycke 1",
        unconditional=True,
        note=Text(
            "Sker i befintliga verksamheter. För dem som ingen känner till krävs enligt källan andra insatser.",
            "Takes place in existing activities. Those whom nobody knows of need other measures, the source says.",
        ),
    ),
    UNGA.offer(
        "motivationshojande-arbete",
        Text("motivationshöjande arbete", "motivational work"),
        GROUP,
        kind="service",
        provider=Text(
            "kommunernas arbetsmarknadskonsulenter", "the municipalities' labour-market consultants"
        ),
        place="bilaga 3, Organisering och samverkan, stycke 1",
        unconditional=True,
        duties=(REGISTER, EVALUATE),
    ),
    UNGA.offer(
        "kravlosa-traffar",
        Text("kravlösa träffar", "meetings without demands"),
        GROUP,
        kind="contact",
        provider=ALL,
        state="planned",
        place="bilaga 3, Mål, mål 4",
        unconditional=True,
    ),
    UNGA.offer(
        "kvar-efter-kaa",
        Text(
            "stöd till den som fyller 20 år och lämnar KAA",
            "support for those who turn 20 and leave the KAA",
        ),
        age(20)
        & judgement(
            Text(
                "att personen omfattades av KAA och behöver hållas kvar",
                "that the person was covered by the KAA and needs to be kept",
            )
        ),
        kind="contact",
        provider=ALL,
        state="planned",
        place="bilaga 3, Uppsökande verksamhet, stycke 2",
        note=Text("Möjligheten ska utredas.", "The possibility is to be looked into."),
    ),
)

OFFERS: Final[tuple[Offer, ...]] = (*TJORN_OFFERS, *ORUST_OFFERS, *JOINT_OFFERS)

STANCES: Final[Stances] = {
    "kaa": (
        Stance.MENTIONS,
        "bilaga 2, Tjörns kommun, TUMS, stycke 3; bilaga 3, Uppsökande verksamhet, stycke 2",
    ),
    "jobbgaranti": (Stance.MENTIONS, f"{AF_PLACE}, stycke 3 (”ungdomsgarantin”)"),
    "jobb_och_utvecklingsgaranti": (
        Stance.MENTIONS,
        f"bilaga 2, Orust kommun, Arbetsmarknadsenheten (AME), stycke 4; {AF_PLACE}, stycke 2 och 3",
    ),
    "etablering": (
        Stance.MENTIONS,
        f"{AF_PLACE}, stycke 2; bilaga 1, unga 18–24 år i etableringen",
    ),
    "utbildningskontrakt": (
        Stance.MENTIONS,
        "Verksamhet som ska bedrivas i samverkan; bilaga 3, Metoder och verktyg, stycke 7",
    ),
    "traineejobb": (Stance.MENTIONS, "Verksamhet som ska bedrivas i samverkan"),
    "unga_med_funktionsnedsattning": (Stance.STATES, f"{AF_PLACE}, stycke 3"),
}
