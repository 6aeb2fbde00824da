"""Kalmar: what the municipality and Arbetsförmedlingen are to develop together (bilaga 3)."""

from __future__ import annotations

from typing import Final

from dualib.conditions import age, during, has, judgement
from dualib.dates import months
from dualib.language import Text
from dualib.local_agreements.kalmar.offers_municipality import KALMAR
from dualib.local_agreements.local_terms import cited_agreement
from dualib.local_agreements.offers import Offer
from dualib.programmes.shared_terms import UNEMPLOYED
from dualib.rules.duties import Duty, Start
from dualib.vocabulary.facts import Status

__all__ = ["JOINT_OFFERS"]

JOINT: Final = Text(
    "Kalmar kommun och Arbetsförmedlingen", "Kalmar municipality and Arbetsförmedlingen"
)
GROUPS: Final = "bilaga 3, Identifierade områden/arbetsgrupper"
REGISTERED: Final = during(Status.REGISTERED_AS_JOBSEEKER)
FOLLOW_UP: Final = Duty(
    id="kalmar.uppfoljning-efter-mio",
    name=Text("uppföljning efter MIO", "follow-up after MIO"),
    trigger=KALMAR.rule(
        "mio-fullfoljd",
        Text("fullföljd utbildning i MIO", "completed training in MIO"),
        judgement(
            Text(
                "att personen har fullföljt utbildningen",
                "that the person has completed the training",
            )
        ),
        kind="contact",
        place=f"{GROUPS}, MIO, s. 39",
    ),
    bearer=JOINT,
    action=Text(
        "tidigast tre och senast sex månader efter utbildningen följa upp vilken sysselsättning personen har",
        "follow up, three to six months after the training, what occupation the person has",
    ),
    citations=(cited_agreement("kalmar", f"{GROUPS}, MIO, s. 39"),),
    within=months(6),
    starts=(
        Start(Text("dagen då utbildningen fullföljdes", "the day the training was completed")),
    ),
)

JOINT_OFFERS: Final[tuple[Offer, ...]] = (
    KALMAR.offer(
        "tidiga-individuella-moten",
        Text(
            "tidiga individuella möten med nyinskrivna",
            "early individual meetings with the newly registered",
        ),
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
        & UNEMPLOYED
        & judgement(Text("att personen räknas som ungdom", "that the person counts as young"))
        & judgement(
            Text(
                "att arbetslösheten är enda skälet till stödet",
                "that unemployment is the only reason for it",
            )
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
        Text(
            "stöd till den som vill starta eget", "support for those who want to start a business"
        ),
        judgement(
            Text("att personen vill starta eget", "that the person wants to start a business")
        ),
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
        duties=(FOLLOW_UP,),
    ),
    KALMAR.offer(
        "falkenbergshuset",
        Text("Falkenbergshusets samverkansmodell", "the cooperation model of Falkenbergshuset"),
        judgement(
            Text(
                "att personen hör till modellens målgrupp (källan anger inte vilken)",
                "that the person belongs to the group of the model (the source does not say which)",
            )
        ),
        kind="activity",
        provider=JOINT,
        place=f"{GROUPS}, Falkenbergshusets samverkansmodell, s. 39",
        note=Text(
            "Finns och ska utvecklas; deltagarna får en anställning, som följs upp.",
            "Exists and is to be developed; participants get employment, which is followed up.",
        ),
    ),
    KALMAR.offer(
        "etablering-praktik",
        Text(
            "praktikplatser för deltagare i etableringen",
            "practice places for those in establishment measures",
        ),
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
