"""Kalmar: what the upper-secondary association and the region offer (bilaga 1 and 2)."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import during, has, judgement
from dualib.language import Text
from dualib.local_agreements.kalmar.offers_municipality import KALMAR
from dualib.local_agreements.local_rules import loose_ages
from dualib.local_agreements.local_terms import cited_agreement
from dualib.local_agreements.offers import Offer
from dualib.rules.duties import Duty
from dualib.sources import NOT_IN_SOURCE
from dualib.vocabulary.facts import Status

__all__ = ["ASSOCIATION_OFFERS", "REGIONAL_OFFERS"]

ASSOCIATION: Final = Text("Kalmarsunds Gymnasieförbund", "Kalmarsund upper-secondary association")
REGION: Final = Text("Regionförbundet i Kalmar län", "the regional association of Kalmar county")
REPORTS: Final = "bilaga 2, Information till rektor om elevs svårigheter, s. 30"
PROGRESS: Final = "bilaga 2, Stödprocess för elevens kunskapsutveckling, s. 33"

WORRYING_REPORT: Final = KALMAR.rule(
    "rektor-utreder",
    Text("uppgift om att en elev mår dåligt", "a report that a pupil is unwell"),
    has("in_upper_secondary")
    & judgement(
        Text(
            "att en uppgift visar att eleven mår dåligt",
            "that a report shows that the pupil is unwell",
        )
    ),
    kind="contact",
    place=REPORTS,
)
TOLD_AT_FIRST_HAND: Final = KALMAR.rule(
    "uppgift-till-rektor",
    Text("elev som mår dåligt", "a pupil who is unwell"),
    has("in_upper_secondary")
    & judgement(
        Text(
            "att en anställd i skolan själv har sett, eller av eleven fått veta, att eleven mår dåligt",
            "that a member of the school's staff has seen, or been told by the pupil, that the pupil is unwell",
        )
    ),
    kind="contact",
    place=REPORTS,
)
PASS_ON: Final = Duty(
    id="kalmar.uppgift-till-rektor",
    name=Text("uppgift till rektor", "a report to the principal"),
    trigger=TOLD_AT_FIRST_HAND,
    bearer=Text("skolans anställda", "the staff of the school"),
    action=Text(
        "genast dokumentera uppgiften och lämna den till rektor; är den sekretessbelagd, först efter en menprövning",
        "document the report at once and hand it to the principal; if it is secret, only after weighing the harm",
    ),
    citations=(cited_agreement("kalmar", REPORTS),),
)
INVESTIGATE: Final = Duty(
    id="kalmar.rektor-utreder",
    name=Text("rektors utredning", "the principal's investigation"),
    trigger=WORRYING_REPORT,
    bearer=Text("rektor", "the principal"),
    action=Text(
        "genast låta utreda vad eleven behöver, tillsammans med elevhälsan",
        "have the needs of the pupil investigated at once, together with the pupil health team",
    ),
    citations=(cited_agreement("kalmar", REPORTS),),
)
BEHIND: Final = KALMAR.rule(
    "nar-inte-malen",
    Text(
        "elev som inte väntas nå målen för en kurs",
        "a pupil not expected to reach the aims of a course",
    ),
    has("in_upper_secondary")
    & judgement(
        Text(
            "att läraren bedömer att eleven inte kommer att nå målen för kursen",
            "that the teacher judges that the pupil will not reach the aims of the course",
        )
    ),
    kind="contact",
    place=f"{PROGRESS}, Undervisande lärare",
)
MAP_COURSE: Final = Duty(
    id="kalmar.kartlaggning-av-kurs",
    name=Text("kartläggning av kurs", "a survey of the course"),
    trigger=BEHIND,
    bearer=Text("undervisande lärare", "the teacher"),
    action=Text(
        "snarast kartlägga kursen, skicka kartläggningen hem och till rektor och hjälpa eleven att nå målen",
        "survey the course as soon as possible, send the survey home and to the principal and help the pupil",
    ),
    citations=(cited_agreement("kalmar", f"{PROGRESS}, Undervisande lärare"),),
    within=NOT_IN_SOURCE,
)

ASSOCIATION_OFFERS: Final[tuple[Offer, ...]] = (
    KALMAR.offer(
        "kaa",
        Text(
            "insatser inom det kommunala aktivitetsansvaret",
            "measures under the activity responsibility (KAA)",
        ),
        loose_ages(16, 20, lambda ages: ages & during(Status.IN_KAA)),
        kind="contact",
        provider=ASSOCIATION,
        place="bilaga 1, Ungdomar inom Kommunala aktivitetsansvaret (KAA), s. 7",
    ),
    KALMAR.offer(
        "sarskilt-stod-elever",
        Text("särskilda stödinsatser till elever", "special support for pupils"),
        has("in_upper_secondary")
        & judgement(
            Text(
                "att eleven behöver särskilda stödinsatser", "that the pupil needs special support"
            )
        ),
        kind="service",
        provider=ASSOCIATION,
        place="bilaga 2, Gymnasieförbundets preventiva insatser, s. 30",
        duties=(PASS_ON, INVESTIGATE),
    ),
    KALMAR.offer(
        "elevhalsan",
        Text("elevhälsan", "the pupil health team"),
        has("in_upper_secondary")
        & judgement(
            Text(
                "att eleven är i behov av särskilt stöd",
                "that the pupil is in need of special support",
            )
        ),
        kind="service",
        provider=ASSOCIATION,
        place=f"{PROGRESS}, Elevhälsan",
    ),
    KALMAR.offer(
        "forstarkningslarare",
        Text("förstärkningslärare", "extra teachers"),
        has("in_upper_secondary")
        & judgement(
            Text(
                "att eleven behöver stöd i skolarbetet eller behöver läsa upp ett underkänt betyg",
                "that the pupil needs support with schoolwork or has a failed grade to make up",
            )
        ),
        kind="service",
        provider=ASSOCIATION,
        place=f"{PROGRESS}, Förstärkningslärare",
        duties=(MAP_COURSE,),
    ),
    KALMAR.offer(
        "resurscentrum",
        Text("Resurscentrum", "the resource centre"),
        has("in_upper_secondary"),
        kind="service",
        provider=ASSOCIATION,
        place="bilaga 2, Övriga stödprocesser - specialpedagogisk verksamhet, s. 30",
        unconditional=True,
        note=Text(
            "Alla elever som vill ha hjälp ska få det.",
            "All pupils who want help shall be offered it.",
        ),
    ),
)

REGIONAL_OFFERS: Final[tuple[Offer, ...]] = (
    KALMAR.offer(
        "plug-in",
        Text("Plug In 2.0", "Plug In 2.0"),
        has("in_introductory_programme"),
        kind="activity",
        provider=REGION,
        place="bilaga 2, Plug In 2.0 i Kalmar län, s. 34",
        first_day=date(2015, 8, 1),
        last_day=date(2016, 7, 31),
        note=Text(
            "Börjar i augusti 2015 och varar ett läsår; dagarna anges inte.",
            "Begins in August 2015 and lasts a school year; the days are not given.",
        ),
    ),
    KALMAR.offer(
        "samhallsorientering-pa-modersmal",
        Text("samhällsorientering på modersmål", "civic orientation in one's first language"),
        has("newly_arrived"),
        kind="activity",
        provider=REGION,
        place="bilaga 2, Samhällsorientering på modersmål för unga, s. 34",
        unconditional=True,
    ),
    KALMAR.offer(
        "samhallsorientering-for-unga",
        Text("So för unga", "civic orientation for young people"),
        loose_ages(13, 20, lambda ages: ages & has("newly_arrived")),
        kind="activity",
        provider=REGION,
        place="bilaga 2, Samhällsorientering på modersmål för unga, s. 34",
        hours=Text("12 tillfällen om 3 timmar", "12 sessions of 3 hours"),
        note=Text(
            "Prövas under hösten 2015; dagarna anges inte.",
            "Tested in autumn 2015; the days are not given.",
        ),
    ),
)
