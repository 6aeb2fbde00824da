"""Hammarö: its offers and duties, and what it says of each national programme. Only bilaga 3 C is in the source.

The annex speaks of young people and of the target group without saying which ages: there is no rule for the group.
"""

from __future__ import annotations

from typing import Final

from dualib.conditions import age, during, has, judgement
from dualib.language import Text
from dualib.local_agreements.local_rules import Local, Stances
from dualib.local_agreements.local_terms import cited_agreement
from dualib.local_agreements.offers import Offer, Stance
from dualib.programmes import extratjanst, traineejobb, utbildningskontrakt
from dualib.rules.duties import Duty
from dualib.sources import NOT_IN_SOURCE
from dualib.vocabulary.facts import Status

__all__ = ["OFFERS", "STANCES"]

HAMMARO: Final = Local(agreement="hammaro", documented_on=NOT_IN_SOURCE)

MUNICIPALITY: Final = Text("Hammarö kommun", "Hammarö municipality")
AF: Final = Text("Arbetsförmedlingen", "Arbetsförmedlingen")
BOTH: Final = Text(
    "Hammarö kommun och Arbetsförmedlingen", "Hammarö municipality and Arbetsförmedlingen"
)
KAA_PLACE: Final = "bilaga 3 C, Metoder kopplat till KAA/KAFU, stycke 2"
CHAIN: Final = "bilaga 3 C, Organisering av samverkan"
REGISTERED: Final = during(Status.REGISTERED_AS_JOBSEEKER)
YOUNG: Final = judgement(
    Text(
        "att personen är ungdom (källan anger ingen ålder)",
        "that the person is young (the source gives no age)",
    )
)

WITHOUT_GRADES: Final = HAMMARO.rule(
    "ofullstandiga-betyg",
    Text(
        "arbetssökande under 20 år med ofullständiga betyg",
        "jobseekers under 20 with incomplete grades",
    ),
    REGISTERED & age(0, below=20) & ~has("gymnasieexamen"),
    kind="contact",
    place=KAA_PLACE,
)
WITH_ASSISTANCE: Final = HAMMARO.rule(
    "arbetssokande-med-forsorjningsstod",
    Text("unga arbetssökande med försörjningsstöd", "young jobseekers with social assistance"),
    REGISTERED & during(Status.FORSORJNINGSSTOD) & YOUNG,
    kind="contact",
    place=KAA_PLACE,
)

YOUNG_JOBSEEKERS: Final = HAMMARO.rule(
    "unga-arbetssokande",
    Text("unga som anmäler sig som arbetssökande", "young people who register as jobseekers"),
    REGISTERED & YOUNG,
    kind="contact",
    place=KAA_PLACE,
)
ASK: Final = Duty(
    id="hammaro.fragor-vid-forsta-motet",
    name=Text("frågor vid första mötet", "questions at the first meeting"),
    trigger=YOUNG_JOBSEEKERS,
    bearer=AF,
    action=Text(
        "vid första mötet fråga bland annat om försörjning och gymnasiestudier",
        "at the first meeting ask about, among other things, livelihood and upper-secondary studies",
    ),
    citations=(cited_agreement("hammaro", KAA_PLACE),),
    within=NOT_IN_SOURCE,
)
CONTACT_KAA: Final = Duty(
    id="hammaro.kontakta-aktivitetsansvarig",
    name=Text("kontakt med aktivitetsansvarig", "contact with the KAA officer"),
    trigger=WITHOUT_GRADES,
    bearer=AF,
    action=Text("kontakta kommunens aktivitetsansvarige", "contact the municipality's KAA officer"),
    citations=(cited_agreement("hammaro", KAA_PLACE),),
    within=NOT_IN_SOURCE,
)
BOOK_TALK: Final = Duty(
    id="hammaro.boka-flerpartssamtal",
    name=Text("tre- eller fyrpartssamtal", "a talk of three or four parties"),
    trigger=WITH_ASSISTANCE,
    bearer=AF,
    action=Text(
        "kontakta arbetskonsulenten, och vid behov socialsekreteraren, och omgående boka ett samtal",
        "contact the work consultant, and if needed the social worker, and book a talk at once",
    ),
    citations=(cited_agreement("hammaro", KAA_PLACE),),
)

FOLLOW_UP: Final = Duty(
    id="hammaro.uppfoljning-under-anstallningen",
    name=Text("uppföljning under anställningen", "follow-up during the employment"),
    trigger=HAMMARO.rule(
        "anstalld-i-kedjan",
        Text("anställda i kedjans tredje steg", "those employed in the third step of the chain"),
        judgement(
            Text(
                "att personen är anställd i kedjans tredje steg",
                "that the person is employed in the third step",
            )
        ),
        kind="contact",
        place=CHAIN,
    ),
    bearer=BOTH,
    action=Text(
        "under anställningen följa hur det går, arbetskonsulenten tillsammans med Arbetsförmedlingens handläggare",
        "follow the progress during the employment, the work consultant together with the officer of "
        "Arbetsförmedlingen",
    ),
    citations=(cited_agreement("hammaro", CHAIN),),
    within=NOT_IN_SOURCE,
)

OFFERS: Final[tuple[Offer, ...]] = (
    HAMMARO.offer(
        "aktivitetsansvarig",
        Text("aktivitetsansvarig på Arbetsförmedlingen", "the KAA officer at Arbetsförmedlingen"),
        REGISTERED & age(0, below=20) & ~has("gymnasieexamen"),
        kind="contact",
        provider=MUNICIPALITY,
        state="planned",
        place="bilaga 3 C, Metoder kopplat till KAA/KAFU, stycke 1 och 2",
        hours=Text("två halvdagar i veckan", "two half days a week"),
        duties=(ASK, CONTACT_KAA),
    ),
    HAMMARO.offer(
        "flerpartssamtal",
        Text("tre- eller fyrpartssamtal", "talks of three or four parties"),
        REGISTERED & during(Status.FORSORJNINGSSTOD) & YOUNG,
        kind="contact",
        provider=BOTH,
        state="planned",
        place=KAA_PLACE,
        duties=(BOOK_TALK,),
    ),
    HAMMARO.offer(
        "praktik-efter-onskemal",
        Text("praktik inom kommunen efter önskemål", "practice in the municipality on request"),
        REGISTERED
        & YOUNG
        & judgement(
            Text(
                "att den unge inte behöver samtalet och önskar praktik inom kommunen",
                "that the young person does not need the talk and wants practice in the municipality",
            )
        ),
        kind="activity",
        provider=MUNICIPALITY,
        state="planned",
        place=KAA_PLACE,
        note=Text(
            "Handläggaren kan, men måste inte, kontakta arbetskonsulenten.",
            "The officer may, but need not, contact the work consultant.",
        ),
    ),
    HAMMARO.offer(
        "gemensam-uppfoljning",
        Text("uppföljning av gemensam insats", "follow-up of a joint measure"),
        judgement(
            Text("att personen har en gemensam insats", "that the person has a joint measure")
        ),
        kind="contact",
        provider=BOTH,
        place="bilaga 3 C, Uppföljning av personer med gemensam insats",
        hours=Text("varannan onsdag", "every other Wednesday"),
    ),
    HAMMARO.offer(
        "korta-anstallningar",
        Text("kortare anställningar", "shorter employment"),
        YOUNG,
        kind="activity",
        provider=MUNICIPALITY,
        place="bilaga 3 C, Fördelning av uppgifter mellan parterna, lokalt",
        unconditional=True,
        note=Text(
            "Kommunen räknar med en nettokostnad på 500 tkr om året för anställningarna; lönen anges inte.",
            "The municipality reckons with a net cost of SEK 500,000 a year for the employment; pay is not given.",
        ),
    ),
    HAMMARO.offer(
        "kedja-praktik",
        Text(
            "praktik i kommunen (kedjans första steg)",
            "practice in the municipality (first step of the chain)",
        ),
        REGISTERED
        & judgement(
            Text(
                "att personen är i avsedd ålder och har kontakt med kommunen (källan anger ingen ålder)",
                "that the person is of the intended age and has contact with the municipality (no age is given)",
            )
        ),
        kind="activity",
        provider=MUNICIPALITY,
        state="planned",
        place=CHAIN,
        hours=Text("exempelvis sex veckor", "for instance six weeks"),
    ),
    HAMMARO.offer(
        "kedja-utbildning",
        Text(
            "arbetsmarknadsutbildning (kedjans andra steg)",
            "labour-market training (second step of the chain)",
        ),
        judgement(
            Text(
                "att praktiken i kommunen gick bra",
                "that the practice in the municipality went well",
            )
        ),
        kind="programme",
        provider=AF,
        state="planned",
        place=CHAIN,
    ),
    HAMMARO.offer(
        "kedja-anstallning",
        Text(
            "anställning i kommunen (kedjans tredje steg)",
            "employment in the municipality (third step of the chain)",
        ),
        judgement(
            Text(
                "att utbildningen efter praktiken är genomförd",
                "that the training after the practice is completed",
            )
        ),
        kind="activity",
        provider=MUNICIPALITY,
        state="planned",
        place=CHAIN,
        hours=Text("sex månader, kan förlängas med sex", "six months, may be extended by six"),
        duties=(FOLLOW_UP,),
    ),
    HAMMARO.offer(
        "ungdomskonsulenter",
        Text("ungdomskonsulenternas uppsökande arbete", "outreach by the youth consultants"),
        YOUNG,
        kind="contact",
        provider=MUNICIPALITY,
        place="bilaga 3 C, Uppsökande verksamhet",
        unconditional=True,
    ),
    HAMMARO.offer(
        "utbildningskontrakt",
        Text("utbildningskontrakt", "education contracts"),
        utbildningskontrakt,
        kind="programme",
        provider=BOTH,
        state="planned",
        place="bilaga 3 C, Utbildningskontrakt kopplat till samverkan",
        places=10,
        note=Text(
            "Cirka 10 om året. Villkoren är bilagans egna, inte förordningens.",
            "About 10 a year. The conditions are the annex's own, not those of the ordinance.",
        ),
    ),
    HAMMARO.offer(
        "traineejobb",
        Text("traineeplatser inom omsorgen", "trainee places in care"),
        traineejobb,
        kind="programme",
        provider=MUNICIPALITY,
        state="planned",
        place="bilaga 3 C, Traineejänster",
        places=10,
        note=Text(
            "Cirka 10 platser, främst i äldreomsorgen. Källan anger inga villkor: den nationella regeln gäller.",
            "About 10 places, mostly in care of the elderly. The source gives no conditions: the national "
            "rule applies.",
        ),
    ),
    HAMMARO.offer(
        "extratjanst",
        Text("extratjänster", "extra service jobs"),
        extratjanst,
        kind="programme",
        provider=MUNICIPALITY,
        state="planned",
        place="bilaga 3 C, Extratjänster",
        places=10,
        note=Text(
            "Högst 10 platser till att börja med. Källan anger inga villkor: den nationella regeln gäller.",
            "At most 10 places to begin with. The source gives no conditions: the national rule applies.",
        ),
    ),
    HAMMARO.offer(
        "en-vag-in",
        Text("En väg in", "One way in"),
        YOUNG,
        kind="service",
        provider=BOTH,
        state="planned",
        place=CHAIN,
        unconditional=True,
        note=Text("Ska utvecklas på sikt.", "To be developed in the longer run."),
    ),
)

STANCES: Final[Stances] = {
    "kaa": (Stance.MENTIONS, KAA_PLACE),
    "utbildningskontrakt": (
        Stance.STATES,
        "bilaga 3 C, Utbildningskontrakt kopplat till samverkan",
    ),
    "traineejobb": (Stance.MENTIONS, "bilaga 3 C, Traineejänster"),
    "extratjanst": (Stance.MENTIONS, "bilaga 3 C, Extratjänster"),
}
