"""Tjörn and Orust: what each municipality offers (bilaga 2)."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import Condition, age, days, during, has, judgement, one_of, participates
from dualib.language import Text
from dualib.local_agreements.local_rules import Local, loose_ages
from dualib.local_agreements.offers import Offer
from dualib.programmes.shared_terms import IN_MEASURE, IN_STUDIES
from dualib.rules.rule import Ambiguity
from dualib.vocabulary.facts import Status

__all__ = ["ORUST_OFFERS", "TJORN_OFFERS", "UNGA"]

UNGA: Final = Local(agreement="tjorn-orust", documented_on=date(2019, 4, 1))

IN_TJORN: Final = one_of("municipality", "1419")
IN_ORUST: Final = one_of("municipality", "1421")
REFERRED: Final = one_of(
    "referred_by",
    "social_services",
    "employment_service",
    "social_insurance",
    "coordination_association",
)

TJORN: Final = Text("Tjörns kommun", "Tjörn municipality")
TJORN_AME: Final = Text(
    "Tjörns kommun, arbetsmarknadsenheten", "Tjörn municipality, the labour-market unit"
)
ORUST_AME: Final = Text(
    "Orust kommun, arbetsmarknadsenheten", "Orust municipality, the labour-market unit"
)
ORUST_IFO: Final = Text(
    "Orust kommun, individ- och familjeomsorgen", "Orust municipality, the social services"
)
ORUST_SCHOOL: Final = Text(
    "Orust kommun, gymnasieskola och vuxenutbildning", "Orust municipality, the schools"
)


def _tums(ages: Condition) -> Condition:
    """Those whom TUMS is for: covered by the KAA, or of the ages and without occupation or at risk of exclusion."""
    occupied = days(Status.FULL_TIME_WORK, Status.PART_TIME, Status.HOURLY, Status.KOMMUNINSATS)
    return IN_TJORN & (
        during(Status.IN_KAA)
        | ages
        & (
            ~during(occupied | IN_STUDIES | IN_MEASURE)
            | judgement(
                Text("att personen riskerar utanförskap", "that the person risks social exclusion")
            )
        )
    )


TJORN_OFFERS: Final[tuple[Offer, ...]] = (
    UNGA.offer(
        "tjorn-ame",
        Text("arbetsmarknadsenheten på Tjörn", "the labour-market unit of Tjörn"),
        IN_TJORN
        & (
            one_of("referred_by", "employment_service", "social_services")
            | judgement(
                Text(
                    "att enheten själv tar in personen, främst från TUMS",
                    "that the unit takes the person in itself, mostly from TUMS",
                )
            )
        ),
        kind="activity",
        provider=TJORN_AME,
        place="bilaga 2, Tjörns kommun, Arbetsmarknadsenheten (AME), stycke 1",
        municipalities=("tjorn",),
    ),
    UNGA.offer(
        "tjorn-feriepraktik",
        Text("feriepraktik på Tjörn", "holiday practice in Tjörn"),
        IN_TJORN & one_of("school_year", "compulsory_9", "upper_secondary_1"),
        kind="activity",
        provider=TJORN_AME,
        place="bilaga 2, Tjörns kommun, Arbetsmarknadsenheten (AME), stycke 3",
        hours=Text("tre veckor på sommaren", "three weeks in summer"),
        municipalities=("tjorn",),
    ),
    UNGA.offer(
        "tums",
        Text("TUMS", "TUMS"),
        (
            _tums(age(16, below=25)),
            (
                Ambiguity(
                    Text(
                        "Källan skriver upp till 24 år utan nedre gräns; här gäller målgruppens 16 år för dem utanför "
                        "KAA, men yngre kan vara menade.",
                        "The source writes up to 24 without a lower limit; here the target group's 16 is taken for "
                        "those outside the KAA, but younger ones may be meant.",
                    ),
                    _tums(age(0, below=25)),
                ),
                Ambiguity(
                    Text(
                        "Källan skriver upp till 24 år; här räknas hela året som 24-åring, men gränsen kan gå vid "
                        "24-årsdagen.",
                        "The source writes up to 24; here the whole year as a 24-year-old is counted, but the limit "
                        "may be the birthday of 24.",
                    ),
                    _tums(age(16, below=24)),
                ),
            ),
        ),
        kind="service",
        provider=TJORN,
        place="bilaga 2, Tjörns kommun, TUMS, stycke 3",
        note=Text(
            "Praktik är insats hos Arbetsförmedlingen eller kommunen.",
            "Practice is a measure of Arbetsförmedlingen or the municipality.",
        ),
        municipalities=("tjorn",),
    ),
)

ORUST_OFFERS: Final[tuple[Offer, ...]] = (
    UNGA.offer(
        "orust-feriepraktik",
        Text("feriepraktik på Orust", "holiday practice in Orust"),
        IN_ORUST & one_of("school_year", "compulsory_9", "upper_secondary_1"),
        kind="activity",
        provider=ORUST_AME,
        place="bilaga 2, Orust kommun, Arbetsmarknadsenheten (AME), stycke 1",
        places=55,
        municipalities=("orust",),
    ),
    UNGA.offer(
        "orust-arbetstraning",
        Text("arbetsträning och praktik på Orust", "work training and practice in Orust"),
        IN_ORUST,
        kind="activity",
        provider=ORUST_AME,
        place="bilaga 2, Orust kommun, Arbetsmarknadsenheten (AME), stycke 2",
        unconditional=True,
        ambiguities=(
            Ambiguity(
                Text(
                    "Att remiss krävs står efter jobb- och utvecklingsgarantin; här gäller det bara den, men det kan "
                    "gälla all arbetsträning.",
                    "That a referral is required stands after the job and development guarantee; here it is taken to "
                    "concern that only, but it may concern all work training.",
                ),
                IN_ORUST & REFERRED,
            ),
        ),
        municipalities=("orust",),
    ),
    UNGA.offer(
        "orust-kompetenshojande",
        Text("kompetenshöjande insatser på Orust", "skills measures in Orust"),
        IN_ORUST & during(Status.FORSORJNINGSSTOD),
        kind="activity",
        provider=ORUST_AME,
        place="bilaga 2, Orust kommun, Arbetsmarknadsenheten (AME), stycke 3",
        municipalities=("orust",),
    ),
    UNGA.offer(
        "orust-jug",
        Text(
            "arbetsträning i jobb- och utvecklingsgarantin",
            "work training in the job and development guarantee",
        ),
        IN_ORUST & participates("jobb_och_utvecklingsgaranti") & REFERRED,
        kind="activity",
        provider=ORUST_AME,
        place="bilaga 2, Orust kommun, Arbetsmarknadsenheten (AME), stycke 4",
        note=Text(
            "Remiss krävs från socialtjänsten, Arbetsförmedlingen, Försäkringskassan eller Samordningsförbundet Väst.",
            "A referral is required from the social services, Arbetsförmedlingen, Försäkringskassan or the "
            "coordination "
            "association Väst.",
        ),
        municipalities=("orust",),
    ),
    UNGA.offer(
        "orust-kaa",
        Text(
            "det kommunala aktivitetsansvaret på Orust",
            "the activity responsibility (KAA) in Orust",
        ),
        IN_ORUST & during(Status.IN_KAA),
        kind="contact",
        provider=Text(
            "Orust kommun, arbetsmarknadsenheten med skolan och individ- och familjeomsorgen",
            "Orust municipality, the labour-market unit with the school and the social services",
        ),
        place="bilaga 2, Orust kommun, Arbetsmarknadsenheten i samarbete med skolan, stycke 1",
        note=Text(
            "Gymnasieskolan tar hand om dem som behöver studier, arbetsmarknadsenheten om dem som behöver "
            "sysselsättning.",
            "The school takes care of those who need studies, the labour-market unit of those who need occupation.",
        ),
        municipalities=("orust",),
    ),
    UNGA.offer(
        "en-skola-for-alla",
        Text("En skola för alla", "A school for all"),
        loose_ages(
            16,
            25,
            lambda ages: (
                IN_ORUST
                & ages
                & judgement(
                    Text(
                        "att den unga vuxna har en diffus problematik och står långt från arbetsmarknaden",
                        "that the young adult has diffuse problems and is far from the labour market",
                    )
                )
            ),
        ),
        kind="activity",
        provider=Text(
            "Orust kommun och Samordningsförbundet Väst",
            "Orust and the coordination association Väst",
        ),
        place="bilaga 2, Orust kommun, Arbetsmarknadsenheten i samarbete med skolan, stycke 2",
        first_day=date(2018, 9, 10),
        last_day=date(2019, 12, 31),
        municipalities=("orust",),
    ),
    UNGA.offer(
        "ungdomsmottagning",
        Text("ungdomsmottagningen på Orust", "the youth clinic of Orust"),
        IN_ORUST & age(13, below=25),
        kind="service",
        provider=ORUST_IFO,
        place="bilaga 2, Orust kommun, Individ- och familjeomsorgen (IFO)",
        municipalities=("orust",),
    ),
    UNGA.offer(
        "sspf",
        Text("SSPF", "SSPF"),
        loose_ages(12, 18, lambda ages: IN_ORUST & ages),
        kind="service",
        provider=Text(
            "socialtjänst, skola, polis, fritid och räddningstjänst",
            "social services, school, police, leisure, rescue",
        ),
        place="bilaga 2, Orust kommun, Individ- och familjeomsorgen (IFO)",
        municipalities=("orust",),
    ),
    UNGA.offer(
        "orust-skolavhopp",
        Text("stöd mot skolavhopp", "support against dropping out"),
        IN_ORUST
        & has("in_upper_secondary")
        & judgement(
            Text(
                "att elevens frånvaro ger skäl till insatser",
                "that the pupil's absence calls for measures",
            )
        ),
        kind="contact",
        provider=ORUST_SCHOOL,
        place="bilaga 2, Orust kommun, Gymnasieskola",
        hours=Text("frånvaron följs upp en gång i månaden", "absence is followed up once a month"),
        municipalities=("orust",),
    ),
    UNGA.offer(
        "orust-vuxenutbildning",
        Text("vuxenutbildningen på Orust", "adult education in Orust"),
        IN_ORUST & judgement(Text("att personen är vuxen", "that the person is an adult")),
        kind="activity",
        provider=ORUST_SCHOOL,
        place="bilaga 2, Orust kommun, Vuxenutbildning",
        unconditional=True,
        municipalities=("orust",),
    ),
    UNGA.offer(
        "orust-yrkessvenska",
        Text("yrkessvenska i vuxenutbildningen", "vocational Swedish in adult education"),
        IN_ORUST
        & has("newly_arrived")
        & ~during(Status.SFI)
        & judgement(Text("att personen har avslutat sfi", "that the person has finished sfi")),
        kind="activity",
        provider=ORUST_SCHOOL,
        place="bilaga 2, Orust kommun, Vuxenutbildning",
        municipalities=("orust",),
    ),
)
