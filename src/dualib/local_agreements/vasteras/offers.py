"""Västerås: Ungdomskontraktet with its offers and duties, its target group, and what it says of national programmes."""

from __future__ import annotations

from typing import Final

from dualib.conditions import age, days, during, has, judgement, one_of
from dualib.dates import Period
from dualib.language import Text
from dualib.local_agreements.local_rules import Local, Stances
from dualib.local_agreements.local_terms import cited_agreement
from dualib.local_agreements.offers import Offer, Stance
from dualib.programmes import kaa, utbildningskontrakt
from dualib.programmes.shared_terms import IN_MEASURE, IN_STUDIES, UNEMPLOYED
from dualib.rules.duties import Duty, Start
from dualib.rules.rule import Rule
from dualib.sources import NOT_IN_SOURCE
from dualib.vocabulary.facts import Status

__all__ = ["OFFERS", "STANCES", "TARGET_GROUP"]

VASTERAS: Final = Local(agreement="vasteras", documented_on=NOT_IN_SOURCE)

CITY: Final = Text("Västerås stad", "the city of Västerås")
BOTH: Final = Text(
    "Västerås stad och Arbetsförmedlingen", "the city of Västerås and Arbetsförmedlingen"
)
CONTRACT: Final = "bilaga 3, Ungdomskontraktet, s. 2"
ONE_WAY_IN: Final = "bilaga 3, En väg in, s. 5"
MAPPING: Final = "bilaga 3, Kartläggningsfunktion, s. 5"
PREVENTION: Final = "bilaga 3, Förebyggande/avhoppsförhindrande, s. 8"
YOUNG: Final = age(16, below=25)

TARGET_GROUP: Final[Rule] = VASTERAS.rule(
    "target-group",
    Text("överenskommelsens målgrupp i Västerås", "the target group of the agreement in Västerås"),
    YOUNG,
    kind="target group",
    place=f"{CONTRACT}; Hitta, uppsökande, inbjudan, s. 4",
    note=Text(
        "Bilagan anger bara åldern 16–24 år, inte att personen saknar arbete eller studier.",
        "The annex gives only the ages 16–24, not that the person lacks work or studies.",
    ),
)

GUARANTEED: Final = VASTERAS.rule(
    "garanterad-insats",
    Text("Ungdomskontraktets garanti", "the guarantee of the youth contract"),
    YOUNG & one_of("municipality", "1980"),
    kind="guarantee",
    place=CONTRACT,
)
MEASURE_IN_90_DAYS: Final = Duty(
    id="vasteras.insats-inom-90-dagar",
    name=Text("insats inom 90 dagar", "a measure within 90 days"),
    trigger=GUARANTEED,
    bearer=BOTH,
    action=Text(
        "ge en insats med sikte på arbete eller studier", "give a measure aimed at work or studies"
    ),
    citations=(cited_agreement("vasteras", CONTRACT),),
    within=Period(90, "days"),
    starts=(
        Start(
            Text(
                "dagen då den unge kommer till En väg in",
                "the day the young person comes to One way in",
            )
        ),
        Start(
            Text(
                "dagen då den unge anmäler sig som arbetssökande",
                "the day of registration as a jobseeker",
            ),
            "registered_as_jobseeker_on",
        ),
        Start(
            Text(
                "dagen då den unge tackar ja till Ungdomskontraktet",
                "the day of saying yes to the youth contract",
            )
        ),
        Start(
            Text(
                "dagen då den unge blir utan arbete och studier",
                "the day of being without work and studies",
            )
        ),
    ),
)
COMES: Final = judgement(
    Text(
        "att den unge hänvisas till En väg in eller söker sig dit",
        "that the young person is sent to One way in or comes by choice",
    )
)
ARRIVED: Final = VASTERAS.rule(
    "kommer-till-en-vag-in",
    Text("ankomst till En väg in", "arrival at One way in"),
    YOUNG & COMES,
    kind="contact",
    place=ONE_WAY_IN,
)
TEACH_AT_ONCE: Final = Duty(
    id="vasteras.arbetsmarknadskunskap",
    name=Text("arbetsmarknadskunskap med en gång", "knowledge of the labour market at once"),
    trigger=ARRIVED,
    bearer=BOTH,
    action=Text(
        "med en gång erbjuda arbetsmarknadskunskap, och därefter kartlägga behoven",
        "offer knowledge of the labour market at once, and then map the needs",
    ),
    citations=(cited_agreement("vasteras", ONE_WAY_IN),),
)

NOT_IN_SCHOOL: Final = VASTERAS.rule(
    "inte-inskriven-i-gymnasieskola",
    Text(
        "unga i aktivitetsansvaret utan gymnasieplats",
        "young people in the KAA without a place at school",
    ),
    age(16, below=20)
    & ~has("in_upper_secondary")
    & judgement(
        Text(
            "att den unge har kartlagts inom aktivitetsansvaret men inte skrivs in i en gymnasieskola",
            "that the young person was mapped under the KAA but is not enrolled at an upper-secondary school",
        )
    ),
    kind="contact",
    place=MAPPING,
)
PLAN_OTHER_MEASURE: Final = Duty(
    id="vasteras.planering-av-annan-insats",
    name=Text("planering av annan insats", "planning of another measure"),
    trigger=NOT_IN_SCHOOL,
    bearer=CITY,
    action=Text(
        "erbjuda planering av en annan insats, som motiverar till studier eller leder till egen försörjning",
        "offer planning of another measure, one that motivates to studies or leads to self-support",
    ),
    citations=(cited_agreement("vasteras", MAPPING),),
    within=NOT_IN_SOURCE,
)
LEAVES_ARENAN: Final = VASTERAS.rule(
    "lamnar-arenan",
    Text("unga som lämnar Arenan", "young people who leave Arenan"),
    age(16, below=25)
    & judgement(
        Text(
            "att den unge har kartlagts av Arenan och börjar en insats utanför den eller har fyllt 20 år",
            "that the young person was mapped by Arenan and starts a measure outside it or has turned 20",
        )
    ),
    kind="contact",
    place="bilaga 3, Kartläggningsfunktion, s. 6",
)
USE_MAPPING: Final = Duty(
    id="vasteras.beakta-kartlaggningen",
    name=Text("hänsyn till Arenans kartläggning", "regard for the mapping of Arenan"),
    trigger=LEAVES_ARENAN,
    bearer=BOTH,
    action=Text(
        "beakta den kartläggning som redan är gjord",
        "have regard for the mapping already made",
    ),
    citations=(cited_agreement("vasteras", "bilaga 3, Kartläggningsfunktion, s. 6"),),
    within=NOT_IN_SOURCE,
)

OFFERS: Final[tuple[Offer, ...]] = (
    VASTERAS.offer(
        "ungdomskontraktet",
        Text("Ungdomskontraktet", "the youth contract"),
        YOUNG & one_of("municipality", "1980"),
        kind="guarantee",
        provider=BOTH,
        state="planned",
        place=CONTRACT,
        duties=(MEASURE_IN_90_DAYS,),
        note=Text(
            "Den som tackar ja deltar också i en noggrann kartläggning och i den verksamhet som erbjuds. "
            "Källan säger inte "
            "från vilken dag de 90 dagarna räknas.",
            "Those who say yes also take part in a careful mapping and in what is offered. The source does "
            "not say from "
            "which day the 90 days run.",
        ),
    ),
    VASTERAS.offer(
        "insatser-i-ungdomskontraktet",
        Text("insatser inom Ungdomskontraktet", "measures under the youth contract"),
        YOUNG
        & one_of("municipality", "1980")
        & judgement(
            Text(
                "att den unge har gått in i Ungdomskontraktet",
                "that the young person has joined the youth contract",
            )
        ),
        kind="activity",
        provider=Text(
            "Västerås stad, Arbetsförmedlingen och övriga parter",
            "the city of Västerås, Arbetsförmedlingen and other parties",
        ),
        state="planned",
        place="bilaga 3, Insatser/Aktiviteter, s. 6",
    ),
    VASTERAS.offer(
        "uppsokande",
        Text("uppsökande verksamhet", "outreach"),
        YOUNG,
        kind="contact",
        provider=Text(
            "Arenan, Arbetsförmedlingen, fritidsgårdar, familjecentrum, socialkontor och frivilliga",
            "Arenan, Arbetsförmedlingen, youth centres, family centres, social offices and volunteers",
        ),
        state="planned",
        place="bilaga 3, Hitta, uppsökande, inbjudan, s. 4–5",
        unconditional=True,
        note=Text(
            "Rutiner för samverkan ska tas fram.", "Routines for the cooperation are to be made."
        ),
    ),
    VASTERAS.offer(
        "en-vag-in",
        Text("En väg in", "One way in"),
        YOUNG & COMES,
        kind="service",
        provider=BOTH,
        state="planned",
        place=ONE_WAY_IN,
        duties=(TEACH_AT_ONCE,),
    ),
    VASTERAS.offer(
        "gemensam-kartlaggning",
        Text("gemensam kartläggning 20–24 år", "joint mapping, ages 20–24"),
        age(20, below=25),
        kind="activity",
        provider=BOTH,
        state="planned",
        place=MAPPING,
        duties=(USE_MAPPING,),
    ),
    VASTERAS.offer(
        "orienteringskurs",
        Text("kartläggning i en orienteringskurs", "mapping by an orientation course"),
        age(20, below=25)
        & judgement(
            Text(
                "att den unges behov är mer komplexa och otydliga",
                "that the young person's needs are more complex and unclear",
            )
        ),
        kind="activity",
        provider=BOTH,
        state="planned",
        place=MAPPING,
        note=Text(
            "Kursen är ett exempel; den vars väg är tydlig kartläggs i samtal.",
            "The course is an example; those whose way is clear are mapped in talks.",
        ),
    ),
    VASTERAS.offer(
        "arenan",
        Text("Arenan", "Arenan"),
        kaa,
        kind="contact",
        provider=CITY,
        place=MAPPING,
        duties=(PLAN_OTHER_MEASURE,),
    ),
    VASTERAS.offer(
        "bevakning-under-20",
        Text(
            "bevakning av unga under 20 år med gymnasieutbildning",
            "watch over those under 20 with upper-secondary education",
        ),
        age(0, below=20)
        & has("upper_secondary_completed")
        & ~during(
            days(Status.FULL_TIME_WORK, Status.PART_TIME, Status.HOURLY) | IN_STUDIES | IN_MEASURE
        ),
        kind="contact",
        provider=BOTH,
        state="planned",
        place="bilaga 3, Kartläggningsfunktion, s. 6",
        note=Text(
            "De som varken hör till Arenan eller till den gemensamma kartläggningen. Hit räknas den som saknar arbete, "
            "studier och insats.",
            "Those who belong neither to Arenan nor to the joint mapping. It counts those without work, studies and "
            "measures.",
        ),
    ),
    VASTERAS.offer(
        "utbildningskontrakt",
        Text("kartläggning inför utbildningskontrakt", "mapping before an education contract"),
        utbildningskontrakt,
        kind="contact",
        provider=BOTH,
        place="bilaga 3, Kartläggningsfunktion, s. 6",
        note=Text(
            "Källan anger inga villkor: den nationella regeln gäller. Gemensamma rutiner har börjat tas fram.",
            "The source gives no conditions: the national rule applies. Joint routines are being made.",
        ),
    ),
    VASTERAS.offer(
        "uppfoljning",
        Text(
            "uppföljning av den unge och insatsen", "follow-up of the young person and the measure"
        ),
        age(20, below=25)
        & (
            during(IN_MEASURE | days(Status.KOMMUNINSATS))
            | judgement(
                Text(
                    "att den unge är placerad i en insats som inte registreras",
                    "that the young person is placed in a measure that is not registered",
                )
            )
        ),
        kind="contact",
        provider=BOTH,
        state="planned",
        place=MAPPING,
        note=Text(
            "Följer upp dem som har kartlagts gemensamt och placerats i en insats.",
            "Follows up those who were mapped jointly and placed in a measure.",
        ),
    ),
    VASTERAS.offer(
        "stod-vid-behov",
        Text(
            "stöd utanför överenskommelsen vid behov", "support outside the agreement where needed"
        ),
        YOUNG
        & judgement(
            Text(
                "att den unge behöver kontakt med Försäkringskassan, vården eller socialkontoret",
                "that the young person needs contact with Försäkringskassan, health care or the social office",
            )
        ),
        kind="contact",
        provider=BOTH,
        place="bilaga 3, Stöd som vid behov kan erbjudas, s. 6–7",
    ),
    VASTERAS.offer(
        "arbetsmarknadskunskap",
        Text("arbetsmarknadskunskap (AMK)", "knowledge of the labour market (AMK)"),
        has("in_upper_secondary")
        | judgement(
            Text(
                "att den unge går på högstadiet eller annars hör till dem som kursen vänder sig till",
                "that the young person is in lower-secondary school or otherwise one of those addressed",
            )
        ),
        kind="activity",
        provider=CITY,
        place=PREVENTION,
        unconditional=True,
    ),
    VASTERAS.offer(
        "elever-som-riskerar-avbrott",
        Text(
            "system för elever som riskerar att avbryta",
            "a system for pupils at risk of dropping out",
        ),
        has("in_upper_secondary")
        & judgement(
            Text(
                "att eleven mår så dåligt att skolgången kan brytas",
                "that the pupil is so unwell that school may be broken off",
            )
        ),
        kind="contact",
        provider=CITY,
        place=PREVENTION,
    ),
    VASTERAS.offer(
        "you",
        Text("YOU", "YOU"),
        judgement(
            Text(
                "att personen hör till konceptets målgrupp (källan anger inte vilken)",
                "that the person belongs to the group of the concept (the source does not say which)",
            )
        ),
        kind="activity",
        provider=BOTH,
        place="inledningen, s. 2; bilaga 3, Ansökan av medel, s. 10",
        note=Text("Ska utvecklas för fler målgrupper.", "To be developed for more groups."),
    ),
    VASTERAS.offer(
        "jag-med",
        Text("Jag med", "Jag med"),
        has("in_upper_secondary")
        & judgement(Text("att eleven riskerar att hoppa av", "that the pupil risks dropping out")),
        kind="activity",
        provider=CITY,
        place=PREVENTION,
        note=Text("ESF-projekt om avhopp.", "An ESF project about dropping out."),
    ),
    VASTERAS.offer(
        "social-hansyn-upphandling",
        Text(
            "anställning genom sociala krav vid upphandling",
            "employment through social demands in procurement",
        ),
        UNEMPLOYED
        | has("disability_code")
        | judgement(
            Text(
                "att personen hör till en annan grupp som har svårt att komma in, såsom ungdomar",
                "that the person belongs to another group that finds it hard to get in, such as the young",
            )
        ),
        kind="activity",
        provider=CITY,
        place="bilaga 3, Social hänsyn vid offentlig upphandling, s. 7",
        note=Text(
            "Källan talar om funktionsnedsättning; registret känner bara koden.",
            "The source speaks of disability; the register knows only the code.",
        ),
    ),
)

STANCES: Final[Stances] = {
    "kaa": (Stance.STATES, MAPPING),
    "utbildningskontrakt": (Stance.MENTIONS, "bilaga 3, Kartläggningsfunktion, s. 6"),
}
