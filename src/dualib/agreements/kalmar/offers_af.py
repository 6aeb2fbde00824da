"""Kalmar: what Arbetsförmedlingen offers (bilaga 2), and what is to be developed together (bilaga 3)."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.agreements.kalmar.offers_municipality import KALMAR
from dualib.agreements.local import in_reading
from dualib.conditions import age, during, has, judgement
from dualib.duties import Duty
from dualib.facts import Status
from dualib.language import Text
from dualib.offers import Offer
from dualib.programmes import (
    etablering,
    jobb_och_utvecklingsgaranti,
    jobbgaranti,
    nystartsjobb,
    sarskilt_anstallningsstod,
    unga_med_funktionsnedsattning,
)
from dualib.programmes.shared import cited_agreement
from dualib.sources import NOT_IN_SOURCE

__all__ = ["AF_OFFERS", "JOINT_OFFERS"]

AF: Final = Text("Arbetsförmedlingen Kalmar", "Arbetsförmedlingen in Kalmar")
JOINT: Final = Text("Kalmar kommun och Arbetsförmedlingen", "Kalmar municipality and Arbetsförmedlingen")
GROUPS: Final = "bilaga 3, Identifierade områden/arbetsgrupper"
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
    citations=(cited_agreement("kalmar", "bilaga 2, Etableringsuppdraget - målgrupp och uppdrag, s. 26"),),
    within=NOT_IN_SOURCE,
)

AF_OFFERS: Final[tuple[Offer, ...]] = (
    KALMAR.offer(
        "insatser-under-25",
        Text("särskilda insatser för arbetssökande under 25 år", "special measures for jobseekers under 25"),
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
        place="bilaga 2, Jobbgarantin för ungdomar, s. 24-25",
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
    ),
    KALMAR.offer(
        "nystartsjobb",
        Text("nystartsjobb ur jobb- och utvecklingsgarantin", "new start jobs from the job and development guarantee"),
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
        hours=Text("längst 24 månader inom en ramtid av 36 månader", "at most 24 months within a frame of 36 months"),
        duties=(TALK,),
    ),
    KALMAR.offer(
        "kompletterande-tjanster",
        Text("kompletterande arbetsförmedlingstjänster", "complementary employment services"),
        REGISTERED,
        kind="service",
        provider=Text("kompletterande aktörer på uppdrag av Arbetsförmedlingen", "providers for Arbetsförmedlingen"),
        place="bilaga 2, Kompletterande arbetsförmedlingstjänster, s. 26",
        unconditional=True,
        note=UNDER_AF_HEADING,
    ),
    KALMAR.offer(
        "arbetsmarknadsutbildning",
        Text("arbetsmarknadsutbildning och förberedande utbildning", "labour-market and preparatory training"),
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
        Text("uppdraget för unga med funktionsnedsättning", "the task for young people with a disability"),
        unga_med_funktionsnedsattning,
        kind="service",
        provider=AF,
        place="bilaga 2, Arbetsförmedlingens särskilda uppdrag för unga med funktionsnedsättning, s. 27",
    ),
    KALMAR.offer(
        "eures",
        Text("Eures", "Eures"),
        judgement(
            Text("att personen vill arbeta i ett annat land i Europa", "that the person seeks work abroad in Europe")
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
        judgement(Text("att personen räknas som ungdom", "that the person counts as young")) & REGISTERED,
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

JOINT_OFFERS: Final[tuple[Offer, ...]] = (
    KALMAR.offer(
        "tidiga-individuella-moten",
        Text("tidiga individuella möten med nyinskrivna", "early individual meetings with the newly registered"),
        REGISTERED
        & judgement(
            Text(
                "att den nyinskrivna ungdomen hör till den grupp som ska bestämmas",
                "that the newly registered young person is in the group that is to be decided",
            )
        ),
        kind="contact",
        provider=JOINT,
        state="planned",
        place=f"{GROUPS}, s. 36",
    ),
    KALMAR.offer(
        "unga-med-forsorjningsstod",
        Text(
            "unga med försörjningsstöd enbart på grund av arbetslöshet",
            "young people with social assistance only because of unemployment",
        ),
        during(Status.FORSORJNINGSSTOD)
        & during(Status.FULL_TIME_UNEMPLOYED)
        & judgement(Text("att personen räknas som ungdom", "that the person counts as young"))
        & judgement(
            Text("att arbetslösheten är enda skälet till stödet", "that unemployment is the only reason for it")
        ),
        kind="activity",
        provider=JOINT,
        state="planned",
        place=f"{GROUPS}, s. 36",
        note=Text("Ingen ålder anges i uppdraget.", "The commission gives no age."),
    ),
    KALMAR.offer(
        "funktionsnedsattning-psykisk-ohalsa",
        Text(
            "unga med funktionsnedsättning eller psykisk ohälsa",
            "young people with a disability or mental ill-health",
        ),
        judgement(
            Text(
                "att den unge har en funktionsnedsättning eller psykisk ohälsa",
                "that the young person has a disability or mental ill-health",
            )
        ),
        kind="activity",
        provider=JOINT,
        state="planned",
        place=f"{GROUPS}, s. 37",
    ),
    KALMAR.offer(
        "starta-eget",
        Text("stöd till den som vill starta eget", "support for those who want to start a business"),
        judgement(Text("att personen vill starta eget", "that the person wants to start a business")),
        kind="service",
        provider=JOINT,
        state="planned",
        place=f"{GROUPS}, s. 37",
        unconditional=True,
    ),
    KALMAR.offer(
        "ramp-utveckling",
        Text("utvecklad Ramp", "Ramp, developed"),
        judgement(
            Text(
                "att den unge har kort utbildning, är osäker på yrke och har nytta av Ramps arbetssätt",
                "that the young person has little education, is undecided on an occupation and gains from Ramp",
            )
        ),
        kind="activity",
        provider=JOINT,
        state="planned",
        place=f"{GROUPS}, RAMP, s. 38",
    ),
    KALMAR.offer(
        "natverk-infor-arbetslivet",
        Text("förberedelse för arbetslivet", "preparation for working life"),
        has("in_upper_secondary") | during(Status.ADULT_EDUCATION),
        kind="service",
        provider=Text(
            "Arbetsförmedlingen, Kunskapsnavet och Kalmarsunds Gymnasieförbund",
            "Arbetsförmedlingen, Kunskapsnavet and Kalmarsund upper-secondary association",
        ),
        state="planned",
        place=f"{GROUPS}, s. 38",
        unconditional=True,
        note=Text("Gruppen ska avgränsas i uppdraget.", "The commission is to delimit the group."),
    ),
    KALMAR.offer(
        "mio",
        Text("MIO, vård- och omsorgsutbildning", "MIO, training for care work"),
        during(Status.ADULT_EDUCATION),
        kind="activity",
        provider=JOINT,
        state="planned",
        place=f"{GROUPS}, MIO, s. 39",
        unconditional=True,
        note=Text(
            "Gruppen är utbildningens elever; källan säger inte hur man kommer in.",
            "The group is the pupils of the training; the source does not say how one gets in.",
        ),
    ),
    KALMAR.offer(
        "etablering-praktik",
        Text("praktikplatser för deltagare i etableringen", "practice places for those in establishment measures"),
        during(Status.IN_ETABLERING),
        kind="activity",
        provider=JOINT,
        state="planned",
        place=f"{GROUPS}, Etableringen, s. 39",
        unconditional=True,
    ),
    KALMAR.offer(
        "unga-i-etableringen",
        Text("unga inskrivna i etableringen", "young people in establishment measures"),
        during(Status.IN_ETABLERING)
        & judgement(Text("att personen räknas som ungdom", "that the person counts as young")),
        kind="activity",
        provider=JOINT,
        state="planned",
        place=f"{GROUPS}, s. 39",
        note=Text("Uppdraget är ännu inte formulerat.", "The commission is not yet written."),
        unconditional=True,
    ),
    KALMAR.offer(
        "unga-16-19",
        Text("unga 16–19 år", "young people aged 16–19"),
        age(16, below=20),
        kind="activity",
        provider=JOINT,
        state="planned",
        place=f"{GROUPS}, s. 39",
        note=Text("Uppdraget är ännu inte formulerat.", "The commission is not yet written."),
        unconditional=True,
    ),
)
