"""Kalmar: what Arbetsförmedlingen offers (bilaga 2)."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import age, during, has, judgement
from dualib.language import Text
from dualib.local_agreements.kalmar.offers_municipality import KALMAR
from dualib.local_agreements.local_rules import in_reading
from dualib.local_agreements.local_terms import cited_agreement
from dualib.local_agreements.offers import Offer
from dualib.programmes import (
    etablering,
    jobb_och_utvecklingsgaranti,
    jobbgaranti,
    nystartsjobb,
    sarskilt_anstallningsstod,
    unga_med_funktionsnedsattning,
)
from dualib.rules.duties import Duty
from dualib.sources import NOT_IN_SOURCE
from dualib.vocabulary.facts import Status

__all__ = ["AF_OFFERS"]

AF: Final = Text("Arbetsförmedlingen Kalmar", "Arbetsförmedlingen in Kalmar")
REGISTERED: Final = during(Status.REGISTERED_AS_JOBSEEKER)
UNDER_AF_HEADING: Final = Text(
    "Källan anger inga villkor; tjänsten hör till Arbetsförmedlingens verksamhet för arbetssökande.",
    "The source gives no conditions; the service belongs to Arbetsförmedlingen's work for jobseekers.",
)

TALK: Final = Duty(
    id="kalmar.etableringssamtal",
    name=Text("etableringssamtal", "the establishment talk"),
    trigger=in_reading(etablering, "agreement:kalmar"),
    bearer=AF,
    action=Text(
        "hålla etableringssamtal så snabbt som möjligt efter uppehållstillståndet, för att upprätta en plan",
        "hold an establishment talk as soon as possible after the residence permit, so as to make a plan",
    ),
    citations=(
        cited_agreement("kalmar", "bilaga 2, Etableringsuppdraget - målgrupp och uppdrag, s. 26"),
    ),
    within=NOT_IN_SOURCE,
)

CONSULT: Final = Duty(
    id="kalmar.samrad-med-arbetstagarorganisation",
    name=Text("samråd med arbetstagarorganisation", "consultation of a union"),
    trigger=KALMAR.rule(
        "fore-anvisning",
        Text(
            "före en anvisning eller en insats på en arbetsplats",
            "before an assignment or a measure at a workplace",
        ),
        judgement(
            Text(
                "att personen ska anvisas ett program eller få en insats på en arbetsplats",
                "that the person is to be assigned a programme, or is to get a measure at a workplace",
            )
        ),
        kind="contact",
        place="bilaga 2, Jobb- och utvecklingsgarantin, s. 25",
    ),
    bearer=AF,
    action=Text(
        "samråda med arbetstagarorganisationen innan personen anvisas eller insatsen börjar",
        "consult the union before the person is assigned or the measure begins",
    ),
    citations=(cited_agreement("kalmar", "bilaga 2, Jobb- och utvecklingsgarantin, s. 25"),),
    within=NOT_IN_SOURCE,
)
SETTLING: Final = KALMAR.rule(
    "bosattning",
    Text("hjälp med bosättning", "help with settling"),
    has("residence_permit")
    & judgement(
        Text(
            "att personen behöver hjälp med bosättning", "that the person needs help with settling"
        )
    ),
    kind="contact",
    place="bilaga 2, Etableringsuppdraget - målgrupp och uppdrag, s. 26",
)
SETTLE: Final = Duty(
    id="kalmar.bosattning",
    name=Text("hjälp med bosättning", "help with settling"),
    trigger=SETTLING,
    bearer=AF,
    action=Text(
        "hjälpa den som har fått uppehållstillstånd och behöver hjälp med bosättning till ett lämpligt boende",
        "help those with a residence permit who need help with settling to find suitable housing",
    ),
    citations=(
        cited_agreement("kalmar", "bilaga 2, Etableringsuppdraget - målgrupp och uppdrag, s. 26"),
    ),
    within=NOT_IN_SOURCE,
)

AF_OFFERS: Final[tuple[Offer, ...]] = (
    KALMAR.offer(
        "insatser-under-25",
        Text(
            "särskilda insatser för arbetssökande under 25 år",
            "special measures for jobseekers under 25",
        ),
        age(0, below=25) & REGISTERED,
        kind="service",
        provider=AF,
        place="bilaga 2, Arbetsförmedlingens verksamhet, s. 24",
        unconditional=True,
        note=Text(
            "Som exempel nämns jobbgarantin, yrkesintroduktion, nystartsjobb, insatser vid folkhögskolor, "
            "utbildningskontrakt och traineejobb.",
            "Named as examples: the job guarantee, vocational introduction, new start jobs, measures at folk high "
            "schools, education contracts and trainee jobs.",
        ),
    ),
    KALMAR.offer(
        "matchning",
        Text("matchning till arbete", "matching to work"),
        REGISTERED,
        kind="service",
        provider=AF,
        place="bilaga 2, Matchning till arbete, s. 24",
        unconditional=True,
    ),
    KALMAR.offer(
        "jobbgaranti",
        Text("jobbgarantin för ungdomar", "the job guarantee for young people"),
        jobbgaranti,
        kind="programme",
        provider=AF,
        place="bilaga 2, Jobbgarantin för ungdomar, s. 24–25",
    ),
    KALMAR.offer(
        "jobb-och-utvecklingsgarantin",
        Text("jobb- och utvecklingsgarantin", "the job and development guarantee"),
        jobb_och_utvecklingsgaranti,
        kind="programme",
        provider=AF,
        place="bilaga 2, Jobb- och utvecklingsgarantin, s. 25",
        note=Text(
            "Den som var minst 20 år när året började har rätt till minst ett års nystartsjobb; efter minst 6 månader "
            "finns särskilt anställningsstöd: se de erbjudandena. Unga upp till 25 år, och 30 år med "
            "funktionshinderkod, sägs finnas i garantin.",
            "Those at least 20 at the start of the year have a right to a new start job of at least a year, and after "
            "at least 6 months there is special employment support: see those offers. The guarantee is said to hold "
            "young people up to 25, and 30 with a disability code.",
        ),
        duties=(CONSULT,),
    ),
    KALMAR.offer(
        "nystartsjobb",
        Text(
            "nystartsjobb ur jobb- och utvecklingsgarantin",
            "new start jobs from the job and development guarantee",
        ),
        nystartsjobb,
        kind="programme",
        provider=AF,
        place="bilaga 2, Jobb- och utvecklingsgarantin, s. 25",
        hours=Text("minst ett år", "at least a year"),
    ),
    KALMAR.offer(
        "sarskilt-anstallningsstod",
        Text("särskilt anställningsstöd", "special employment support"),
        sarskilt_anstallningsstod,
        kind="programme",
        provider=AF,
        place="bilaga 2, Jobb- och utvecklingsgarantin, s. 25",
    ),
    KALMAR.offer(
        "etablering",
        Text("etableringsuppdraget", "the establishment task"),
        etablering,
        kind="programme",
        provider=AF,
        place="bilaga 2, Etableringsuppdraget - målgrupp och uppdrag, s. 26",
        hours=Text(
            "längst 24 månader inom en ramtid av 36 månader",
            "at most 24 months within a frame of 36 months",
        ),
        pay=Text(
            "etableringsersättning, längst två år", "establishment benefit, for at most two years"
        ),
        duties=(TALK,),
    ),
    KALMAR.offer(
        "bosattning",
        Text("hjälp med bosättning", "help with settling"),
        SETTLING.versions[0].condition,
        kind="service",
        provider=AF,
        place="bilaga 2, Etableringsuppdraget - målgrupp och uppdrag, s. 26",
        duties=(SETTLE,),
    ),
    KALMAR.offer(
        "kompletterande-tjanster",
        Text("kompletterande arbetsförmedlingstjänster", "complementary employment services"),
        REGISTERED,
        kind="service",
        provider=Text(
            "kompletterande aktörer på uppdrag av Arbetsförmedlingen",
            "providers for Arbetsförmedlingen",
        ),
        place="bilaga 2, Kompletterande arbetsförmedlingstjänster, s. 26",
        unconditional=True,
        note=UNDER_AF_HEADING,
    ),
    KALMAR.offer(
        "arbetsmarknadsutbildning",
        Text(
            "arbetsmarknadsutbildning och förberedande utbildning",
            "labour-market and preparatory training",
        ),
        REGISTERED,
        kind="programme",
        provider=AF,
        place="bilaga 2, Arbetsmarknadsutbildning och förberedande utbildning, s. 26",
        unconditional=True,
        note=UNDER_AF_HEADING,
    ),
    KALMAR.offer(
        "introduktion-till-arbete",
        Text("introduktion till arbete", "introduction to work"),
        judgement(
            Text(
                "att personen behöver tidiga insatser för att inte bli långvarigt arbetslös",
                "that the person needs early measures so as not to stay unemployed for long",
            )
        ),
        kind="service",
        provider=AF,
        place="bilaga 2, Introduktion till arbete, s. 27",
    ),
    KALMAR.offer(
        "stod-och-matchning",
        Text("stöd och matchning", "support and matching"),
        REGISTERED
        & judgement(
            Text(
                "att personen kan arbeta men behöver förstärkt stöd",
                "that the person can work but needs reinforced support",
            )
        ),
        kind="service",
        provider=Text("leverantörer som den sökande väljer", "suppliers chosen by the jobseeker"),
        place="bilaga 2, Stöd och matchning, s. 27",
    ),
    KALMAR.offer(
        "unga-med-funktionsnedsattning",
        Text(
            "uppdraget för unga med funktionsnedsättning",
            "the task for young people with a disability",
        ),
        unga_med_funktionsnedsattning,
        kind="service",
        provider=AF,
        place="bilaga 2, Arbetsförmedlingens särskilda uppdrag för unga med funktionsnedsättning, s. 27",
    ),
    KALMAR.offer(
        "eures",
        Text("Eures", "Eures"),
        judgement(
            Text(
                "att personen vill arbeta i ett annat land i Europa",
                "that the person seeks work abroad in Europe",
            )
        ),
        kind="service",
        provider=AF,
        place="bilaga 2, Eures - Europeisk arbetsförmedling, s. 28",
        unconditional=True,
        note=Text("Används mest av unga.", "Used mostly by young people."),
    ),
    KALMAR.offer(
        "ung-chans",
        Text("Ung Chans", "Ung Chans"),
        judgement(Text("att personen räknas som ungdom", "that the person counts as young"))
        & REGISTERED,
        kind="activity",
        provider=AF,
        place="bilaga 2, Ung Chans, s. 28",
        first_day=date(2013, 1, 1),
        last_day=None,
        hours=Text("praktikmässa varje vecka", "a practice fair every week"),
        unconditional=True,
        note=Text(
            "Började tidigt 2013 (dagen anges inte) tillsammans med kommunen; Arbetsförmedlingen har tagit över. Att "
            "deltagarna är inskrivna följer av rubriken, inte av texten.",
            "Began early in 2013 (the day is not given) with the municipality; Arbetsförmedlingen has taken over. That "
            "participants are registered follows from the heading, not from the text.",
        ),
    ),
    KALMAR.offer(
        "supported-employment",
        Text("Supported Employment", "Supported Employment"),
        has("disability_code")
        | judgement(
            Text(
                "att personen hör till en annan grupp med särskilda behov",
                "that the person belongs to another group with special needs",
            )
        ),
        kind="service",
        provider=AF,
        place="bilaga 2, Supported employment, s. 29",
        note=Text(
            "Metoden är gjord för personer med funktionshinder och har visat sig bra för andra. Registret känner bara "
            "funktionshinderkoden.",
            "The method is made for persons with disabilities and has proved good for others. The register knows only "
            "the disability code.",
        ),
    ),
)
