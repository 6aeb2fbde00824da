"""Kalmar: what the municipality offers (bilaga 2)."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import age, days, during, has, judgement, one_of
from dualib.language import Text
from dualib.local_agreements.local_rules import Local, loose_ages
from dualib.local_agreements.local_terms import cited_agreement
from dualib.local_agreements.offers import Offer
from dualib.programmes.shared_terms import IN_MEASURE, IN_STUDIES, UNEMPLOYED
from dualib.rules.duties import Duty
from dualib.rules.rule import Ambiguity
from dualib.sources import NOT_IN_SOURCE
from dualib.vocabulary.facts import Status

__all__ = ["KALMAR", "MUNICIPAL_OFFERS"]

KALMAR: Final = Local(agreement="kalmar", documented_on=date(2015, 10, 21))

OFFICE: Final = Text(
    "Kalmar kommun, kommunledningskontoret", "Kalmar municipality, the executive office"
)
SOCIAL: Final = Text(
    "Kalmar kommun, socialförvaltningen", "Kalmar municipality, the social services"
)

FAR_FROM_WORK: Final = judgement(
    Text(
        "att personen står långt från arbetsmarknaden",
        "that the person is far from the labour market",
    )
)
ASSISTANCE: Final = judgement(
    Text(
        "att socialtjänsten har beslutat om bistånd",
        "that the social services have decided on assistance",
    )
)
OCCUPIED: Final = during(
    days(Status.FULL_TIME_WORK, Status.PART_TIME, Status.HOURLY, Status.KOMMUNINSATS)
    | IN_STUDIES
    | IN_MEASURE
) | judgement(
    Text("att den unge har annan sysselsättning", "that the young person has another occupation")
)

#: Bound by the agreement itself, for whoever is placed; it stands beside the placements of the labour-market unit.
REGISTER: Final = Duty(
    id="kalmar.registrera-aktiviteter",
    name=Text(
        "registrering av deltagarens aktiviteter", "registration of what the participant does"
    ),
    trigger=KALMAR.rule(
        "placering",
        Text("placering enligt överenskommelsen", "a placement under the agreement"),
        judgement(
            Text("att personen är placerad i en insats", "that the person is placed in a measure")
        ),
        kind="contact",
        place="Dokumentation och uppföljning, s. 5",
    ),
    bearer=Text("Kalmar kommun", "Kalmar municipality"),
    action=Text(
        "löpande registrera vad deltagaren gör under placeringen och föra över det till Arbetsförmedlingen",
        "register as it happens what the participant does during the placement, and pass it on to Arbetsförmedlingen",
    ),
    citations=(cited_agreement("kalmar", "Dokumentation och uppföljning, s. 5"),),
    within=NOT_IN_SOURCE,
)

MUNICIPAL_OFFERS: Final[tuple[Offer, ...]] = (
    KALMAR.offer(
        "prova-pa-praktik",
        Text("Prova på praktik (PPP)", "Try-out practice (PPP)"),
        one_of("school_year", "upper_secondary_1")
        & one_of("municipality", "0880")
        & judgement(
            Text(
                "att den unge inte har hittat annat sommarjobb",
                "that the young person has found no other summer job",
            )
        ),
        kind="activity",
        provider=OFFICE,
        place="bilaga 2, Prova På Praktik, s. 19",
        hours=Text("tre veckor på halvtid", "three weeks at half time"),
        pay=Text("1050 kr i veckan", "SEK 1050 a week"),
        note=Text(
            "Alla som söker och hör till målgruppen erbjuds en plats. Finns också som kulturpraktik och som "
            "sommarföretagare.",
            "All who apply and belong to the group are offered a place. Also as culture practice and as summer "
            "entrepreneurs.",
        ),
    ),
    KALMAR.offer(
        "praktikplatser-socialtjansten",
        Text("praktikplatser till socialtjänsten", "practice places for the social services"),
        judgement(
            Text(
                "att socialtjänsten ser behov av platsen",
                "that the social services see a need for the place",
            )
        ),
        kind="activity",
        provider=OFFICE,
        place="bilaga 2, Prova På Praktik, s. 19",
        note=Text(
            "Platserna styrs av behov och åldrarna varierar.",
            "The places follow need, and the ages vary.",
        ),
    ),
    KALMAR.offer(
        "ramp",
        Text("Ramp", "Ramp"),
        loose_ages(
            18,
            25,
            lambda ages: (
                ages & during(Status.IN_JOBBGARANTI, Status.IN_JOBB_OCH_UTVECKLINGSGARANTI)
            ),
        ),
        kind="activity",
        provider=OFFICE,
        place="bilaga 2, Ramp, s. 19",
        first_day=date(2011, 1, 1),
        last_day=None,
        note=Text(
            "Började i januari 2011 (dagen anges inte) som ESF-projekt till den 31 december 2013 och ingår sedan dess "
            "i det ordinarie arbetet. Unga i jobbgarantin omfattas sedan ungefär ett år.",
            "Began in January 2011 (the day is not given) as an ESF project until 31 December 2013, and is since then "
            "part of the ordinary work. Those in the job guarantee are included since about a year.",
        ),
    ),
    KALMAR.offer(
        "omrade-arbetsmarknad",
        Text(
            "arbetsmarknadsåtgärder via område arbetsmarknad",
            "measures through the labour-market unit",
        ),
        age(16, below=65)
        & UNEMPLOYED
        & judgement(
            Text(
                "att personen hör till en prioriterad grupp och anvisas av Arbetsförmedlingen",
                "that the person belongs to a priority group and is assigned by Arbetsförmedlingen",
            )
        ),
        kind="activity",
        provider=OFFICE,
        place="bilaga 2, Arbetsmarknadsåtgärder via område arbetsmarknad, s. 19–20",
        note=Text(
            "Tidsbegränsade anställningar med stöd; kommunen kan också söka nystartsjobb.",
            "Fixed-term employment with support; the municipality may apply for new start jobs too.",
        ),
        duties=(REGISTER,),
    ),
    KALMAR.offer(
        "tia",
        Text("TIA", "TIA"),
        age(16, below=65)
        & UNEMPLOYED
        & judgement(
            Text(
                "att en intellektuell funktionsnedsättning gör det svårare för personen att få arbete",
                "that an intellectual disability makes it harder for the person to get work",
            )
        ),
        kind="activity",
        provider=Text(
            "Samordningsförbundet i Kalmar län", "the coordination association of Kalmar county"
        ),
        place="bilaga 2, TIA, s. 20",
        first_day=date(2008, 1, 1),
        last_day=date(2016, 12, 31),
        note=Text(
            "Källan skriver 2008 och till och med 2016, utan dagar.",
            "The source writes 2008 and up to and including 2016, without days.",
        ),
    ),
    KALMAR.offer(
        "invandrarservice",
        Text("Invandrarservice", "Immigrant services"),
        has("newly_arrived")
        & judgement(
            Text(
                "att personen behöver någon introduktion", "that the person needs some introduction"
            )
        ),
        kind="service",
        provider=OFFICE,
        place="bilaga 2, Invandrarservice, s. 20",
    ),
    KALMAR.offer(
        "kunskapsnavet",
        Text("vägledning på Kunskapsnavet", "guidance at Kunskapsnavet"),
        judgement(
            Text(
                "att personen är vuxen och söker en förändring i utbildning eller yrkesliv",
                "that the person is an adult who seeks a change in education or working life",
            )
        ),
        kind="service",
        provider=OFFICE,
        place="bilaga 2, Kunskapsnavet, s. 20",
        unconditional=True,
    ),
    KALMAR.offer(
        "kunskapsnavet-uppsokande",
        Text("Kunskapsnavets uppsökande verksamhet", "outreach by Kunskapsnavet"),
        judgement(
            Text(
                "att personen har mycket kort utbildning",
                "that the person has very little education",
            ),
        ),
        kind="contact",
        provider=OFFICE,
        place="bilaga 2, Kunskapsnavet, s. 20",
    ),
    KALMAR.offer(
        "komvux",
        Text("vuxenutbildning på gymnasial nivå", "adult education at upper-secondary level"),
        judgement(Text("att personen är vuxen", "that the person is an adult")),
        kind="activity",
        provider=OFFICE,
        place="bilaga 2, Kunskapsnavet, s. 20; bilaga 1, s. 17",
        unconditional=True,
        note=Text(
            "Källan anger inga villkor; reglerna för komvux står i skollagen.",
            "The source gives no conditions; the rules of adult education are in the Education Act.",
        ),
    ),
    KALMAR.offer(
        "multiversum",
        Text("Multiversum", "Multiversum"),
        loose_ages(
            11,
            21,
            lambda ages: (
                ages
                & ASSISTANCE
                & judgement(
                    Text(
                        "att familjen vill ha hjälp med sina relationer eller med att bryta ett socialt riskbeteende",
                        "that the family wants help with its relations or to break a behaviour of social risk",
                    )
                )
            ),
        ),
        kind="service",
        provider=SOCIAL,
        place="bilaga 2, Multiversum - öppenvård för familjer med ungdomar, s. 21",
        note=Text(
            "Också för föräldrar till barn och unga i åldern; det uttrycks inte här.",
            "Also for parents of children and youths of that age; that is not expressed here.",
        ),
    ),
    KALMAR.offer(
        "forebyggande-teamet",
        Text("Förebyggande teamet", "the prevention team"),
        judgement(
            Text(
                "att det finns oro kring barnet eller den unge",
                "that there is worry about the child or young person",
            )
        ),
        kind="service",
        provider=SOCIAL,
        place="bilaga 2, Förebyggande teamet, s. 21",
        note=Text(
            "Arbetar oregistrerat; ingen ålder anges.",
            "Works without registering; no age is given.",
        ),
    ),
    KALMAR.offer(
        "uppsokande-berga",
        Text("uppsökande arbete i Berga", "outreach in Berga"),
        FAR_FROM_WORK
        & judgement(
            Text(
                "att personen är en ung vuxen i utanförskap, i Berga eller intill",
                "that the person is a young adult in social exclusion, in Berga or next to it",
            )
        ),
        kind="contact",
        provider=SOCIAL,
        place="bilaga 2, Förebyggande teamet, s. 21",
        first_day=date(2014, 11, 1),
        last_day=None,
        note=Text(
            "Sedan november 2014 (dagen anges inte), i Berga och områdena intill.",
            "Since November 2014 (the day is not given), in Berga and next to it.",
        ),
    ),
    KALMAR.offer(
        "ungbo",
        Text("Ungbo", "Ungbo"),
        loose_ages(
            16,
            20,
            lambda ages: (
                ages
                & OCCUPIED
                & judgement(
                    Text(
                        "att den unge hindras av sociala problem från att bo hemma eller kommer från HVB eller "
                        "familjehem",
                        "that the young person is kept from living at home by social problems or comes from "
                        "residential or foster care",
                    )
                )
                & ASSISTANCE
            ),
        ),
        kind="service",
        provider=SOCIAL,
        place="bilaga 2, Ungdomsboende, s. 22",
        note=Text(
            "Skola eller annan sysselsättning krävs; studier, arbete och insatser syns i registret. Bistånd beviljas "
            "först efter utredning och försök med andra insatser.",
            "School or another occupation is required; studies, work and measures are seen in the register. Assistance "
            "is granted only after an inquiry and attempts with other measures.",
        ),
    ),
    KALMAR.offer(
        "resurshuset",
        Text("Resurshuset", "Resurshuset"),
        loose_ages(16, 65, lambda ages: ages & FAR_FROM_WORK),
        kind="activity",
        provider=SOCIAL,
        place="bilaga 2, Resurshuset, s. 22",
    ),
    KALMAR.offer(
        "socialt-forebyggande-arbete",
        Text(
            "Vi i Oxhagen, Träffpunkt Berga och Mötesplats Norrliden",
            "the meeting places Vi i Oxhagen, Träffpunkt Berga and Mötesplats Norrliden",
        ),
        judgement(Text("att personen bor i området", "that the person lives in the area")),
        kind="activity",
        provider=Text(
            "Kalmar kommun med föreningar och kyrka",
            "Kalmar municipality with associations and church",
        ),
        place="bilaga 2, Socialt förebyggande arbete, s. 22",
        unconditional=True,
        pay=Text("kostnadsfritt", "free of charge"),
    ),
    KALMAR.offer(
        "prio",
        Text("PRIO", "PRIO"),
        one_of("sex", "woman")
        & judgement(
            Text(
                "att kvinnan har insatser inom socialpsykiatrin och önskar sysselsättning",
                "that the woman has support from social psychiatry and wants an occupation",
            )
        ),
        kind="activity",
        provider=Text(
            "socialförvaltningen, Arbetsförmedlingen och Försäkringskassan",
            "the social services, Arbetsförmedlingen and Försäkringskassan",
        ),
        place="bilaga 2, PRIO, s. 22–23",
        first_day=date(2015, 1, 1),
        last_day=date(2015, 12, 31),
        note=Text("Genomförs under 2015, utan dagar.", "Carried out during 2015, without days."),
    ),
    KALMAR.offer(
        "navigatorskolan",
        Text("Navigatorskolan", "Navigatorskolan"),
        loose_ages(
            16,
            20,
            lambda ages: (
                ages
                & (
                    ~has("in_upper_secondary")
                    | judgement(
                        Text(
                            "att den unge behöver ett alternativ till vanlig undervisning",
                            "that the young person needs an alternative to ordinary teaching",
                        )
                    )
                )
            ),
        ),
        kind="activity",
        provider=Text(
            "socialförvaltningen och Kalmarsunds Gymnasieförbund",
            "the social services and Kalmarsund upper-secondary association",
        ),
        place="bilaga 2, Navigatorskolan, s. 23",
        first_day=date(2013, 1, 8),
        last_day=date(2015, 12, 31),
    ),
    KALMAR.offer(
        "vagen-in",
        Text("Vägen In", "Vägen In"),
        age(18, below=65) & has("newly_arrived") & FAR_FROM_WORK,
        kind="activity",
        provider=Text(
            "Invandrarservice, socialförvaltningen och Arbetsförmedlingen",
            "immigrant services, the social services and Arbetsförmedlingen",
        ),
        place="bilaga 2, Vägen In, s. 23",
        first_day=date(2014, 1, 1),
        last_day=date(2017, 12, 31),
        hours=Text(
            "kurs i 16 veckor och samtal en gång i veckan",
            "a course of 16 weeks and coaching once a week",
        ),
        ambiguities=(
            Ambiguity(
                Text(
                    "Källan skriver ”nysvenskar”; här läses det som nyanlända, men även andra kan vara menade.",
                    "The source writes “new Swedes”; here that is read as newly arrived, but others may be meant too.",
                ),
                age(18, below=65)
                & judgement(Text("att personen är nysvensk", "that the person is a new Swede"))
                & FAR_FROM_WORK,
            ),
        ),
        note=Text(
            "Källan skriver 2014 och till 2017, utan dagar; hela 2017 räknas med.",
            "The source writes 2014 and until 2017, without days; the whole of 2017 is included.",
        ),
    ),
)
