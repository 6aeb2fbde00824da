"""Etablering: measures for newly arrived adults (lag 2010:197; from 2018 lag 2017:584 and förordning 2017:820)."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import (
    Condition,
    age,
    days,
    during,
    happened,
    has,
    named,
    not_expressed,
    unbroken,
    within,
)
from dualib.dates import months, years
from dualib.decisions.allowances import Limit
from dualib.language import Text
from dualib.programmes.shared_terms import (
    DUA_FROM,
    DUA_TO,
    cited,
    cited_project,
)
from dualib.rules.rule import Rule, Version
from dualib.sources import Confidence
from dualib.vocabulary.facts import Status

__all__ = [
    "FRAME_FROM_2026",
    "PERMIT",
    "TWO_YEARS",
    "WITHIN_FRAME",
    "WITHOUT_PARENTS",
    "closed",
    "etablering",
]

IN_TIME: Final = ~has("permit_as_relative") | has("relative_applied_in_time")
PERMIT: Final = named(
    Text("Uppehållstillstånd", "Residence permit"), has("residence_permit") & IN_TIME
)
WITHOUT_PARENTS: Final = age(18, below=20) & ~has("parents_in_sweden")
FREE_TO_TAKE_PART: Final = named(
    Text("Kan delta", "Able to take part"),
    ~during(Status.FULL_TIME_WORK) & ~has("in_upper_secondary") & has("can_take_part_quarter_time"),
)
AVAILABLE: Final = named(
    Text("Anmäld och ledig", "Registered and available"),
    during(Status.REGISTERED_AS_JOBSEEKER)
    & ~during(Status.FULL_TIME_WORK)
    & ~has("in_upper_secondary")
    & ~during(Status.PARENTAL_LEAVE, Status.FULL_TIME_SICK),
)
TWO_YEARS: Final = Limit(
    name=Text("längsta tid för etableringsinsatser", "longest time for establishment measures"),
    counted=days(Status.IN_ETABLERING),
    length=months(24),
    skipping=unbroken(days(Status.FULL_TIME_SICK, Status.PARENTAL_LEAVE), at_least=30),
    most_skipped=months(12),
    frame=months(36),
    citations=(
        cited("SFS 2010:197", "8 §"),
        cited("SFS 2010:409", "6 §", wording="SFS 2010:1743"),
    ),
)
TWO_YEARS_FULL_TIME: Final = Limit(
    name=Text("längsta tid för etableringsinsatser", "longest time for establishment measures"),
    counted=days(Status.IN_ETABLERING),
    length=months(24),
    frame=months(36),
    frame_from="first_registered",
    citations=(cited("SFS 2017:820", "15 §"),),
)


WITHIN_FRAME: Final = within("first_registered", months(36))
#: 15 a §, from 2026: time before the action plan and parental leave with a child under one do not count.
FRAME_FROM_2026: Final = WITHIN_FRAME | happened("first_registered") & not_expressed(
    Text(
        "att de 36 månaderna räcker när tid före handlingsplanen och föräldraledighet inte räknas (15 a §)",
        "that the 36 months suffice when time before the action plan and parental leave are not counted (15 a §)",
    )
)


def _programme(below: int, housing: bool, frame: Condition = WITHIN_FRAME) -> Condition:
    """The programme from 2018: assigned by the authority, from 20 up to an age, within the frame of 36 months."""
    condition = PERMIT & age(20, below=below) & AVAILABLE & frame
    return condition & ~has("in_asylum_housing") if housing else condition


def closed(ages: Condition, frame: Condition) -> Condition:
    """Return who may not take part in the programme, of those registered as jobseekers.

    Parameters
    ----------
    ages
        Who is too young or too old for it.
    frame
        Whether the 36 months have not run out.
    """
    return (
        ~has("residence_permit")
        | has("permit_as_relative") & ~has("relative_applied_in_time")
        | ages
        | ~frame
        | has("in_asylum_housing")
        | has("in_upper_secondary")
        | during(Status.FULL_TIME_WORK)
        | during(Status.PARENTAL_LEAVE, Status.FULL_TIME_SICK)
    )


#: Lag 2010:197 was repealed on 1 January 2018; plans already running went on under it.
ACT_2010_TO: Final = date(2017, 12, 31)
RECEIVED_NOTE: Final = Text(
    "Den som folkbokfördes på ett asylboende räknas från mottagandet i en kommun; ange då den dagen. Planer som löpte "
    "den 1 januari 2018 fortsatte enligt lagen.",
    "For those registered in asylum housing the time runs from reception in a municipality; give that day then. Plans "
    "running on 1 January 2018 went on under the act.",
)
FULL_TIME_NOTE: Final = Text(
    "De 24 månaderna avser heltid: en dag på deltid räknas här som hel. Den som folkbokfördes på ett asylboende räknas "
    "från mottagandet i en kommun; ange då den dagen. Äldre planer enligt lag 2010:197 fortsatte att gälla.",
    "The 24 months are of full time: a part-time day counts as a whole one here. For those registered in asylum "
    "housing "
    "the time runs from reception in a municipality; give that day then. Older plans under act 2010:197 went on.",
)
FROM_2018: Final = (cited("SFS 2017:584", "2–4 §§"), cited("SFS 2017:820", "5 och 15 §§"))

etablering: Final = Rule(
    id="etablering",
    national=True,
    name=Text("etableringsinsatser för nyanlända", "establishment measures for newly arrived"),
    versions=(
        Version(
            reading="dua",
            valid_from=DUA_FROM,
            valid_to=ACT_2010_TO,
            condition=PERMIT
            & (age(20, below=65) | WITHOUT_PARENTS)
            & within("first_registered", years(1)),
            citations=(
                cited_project("etablering inom ett år från första folkbokföring"),
                cited("SFS 2010:197", "2, 2 a och 2 b §§"),
            ),
            supported_as="etablering.dua",
            note=Text(
                "Lagens undantag i 6 § (heltidsarbete, gymnasiestudier, den som inte kan delta på minst 25 procent) "
                "ingår "
                "inte i modellen.",
                "The exceptions of 6 § of the act (full-time work, upper-secondary studies, those who cannot take part "
                "for at least 25 per cent) are not part of the model.",
            ),
            limits=(TWO_YEARS,),
        ),
        Version(
            reading="dua",
            valid_from=date(2018, 1, 1),
            valid_to=date(2022, 12, 31),
            condition=_programme(65, housing=False),
            citations=(cited_project("etablering som förordningarna säger från 2018"), *FROM_2018),
            note=FULL_TIME_NOTE,
            limits=(TWO_YEARS_FULL_TIME,),
        ),
        Version(
            reading="dua",
            valid_from=date(2023, 1, 1),
            valid_to=DUA_TO,
            condition=_programme(66, housing=False),
            citations=(
                cited_project("etablering som förordningarna säger från 2018"),
                *FROM_2018,
                cited("SFS 2017:584", "2 §", wording="SFS 2022:895"),
            ),
            note=FULL_TIME_NOTE,
            limits=(TWO_YEARS_FULL_TIME,),
        ),
        Version(
            reading="sfs",
            valid_from=date(2010, 12, 1),
            valid_to=date(2013, 12, 31),
            condition=has("residence_permit")
            & (
                ~has("permit_as_relative")
                | not_expressed(
                    Text(
                        "anhörigas tidsgräns före 2014 (texten har inte setts)",
                        "the time limit for relatives before 2014 (the text was not seen)",
                    )
                )
            )
            & (age(20, below=65) | WITHOUT_PARENTS)
            & FREE_TO_TAKE_PART
            & within("first_registered", years(1)),
            citations=(cited("SFS 2010:197", "2, 2 b och 6 §§"),),
            note=RECEIVED_NOTE,
            limits=(TWO_YEARS,),
        ),
        Version(
            reading="sfs",
            valid_from=date(2014, 1, 1),
            valid_to=date(2017, 12, 31),
            condition=PERMIT
            & (age(20, below=65) | WITHOUT_PARENTS)
            & FREE_TO_TAKE_PART
            & within("first_registered", years(1)),
            citations=(cited("SFS 2010:197", "2, 2 a, 2 b och 6 §§", wording="SFS 2013:1083"),),
            note=Text(
                "En anhörig till en svensk medborgare omfattas inte; ange då att uppehållstillståndet inte omfattas. "
                "Att "
                "planen kan förlängas med högst åtta månader vid vård av barn (8 §, SFS 2014:952) uttrycks inte här. "
                + RECEIVED_NOTE.sv,
                "A relative of a Swedish citizen is not included; say then that the permit does not count. That the "
                "plan may be extended by at most eight months for child care (8 §, SFS 2014:952) is not expressed "
                "here. " + RECEIVED_NOTE.en,
            ),
            limits=(TWO_YEARS,),
        ),
        Version(
            reading="sfs",
            valid_from=date(2018, 1, 1),
            valid_to=date(2022, 12, 31),
            condition=_programme(65, housing=False),
            citations=FROM_2018,
            note=FULL_TIME_NOTE,
            limits=(TWO_YEARS_FULL_TIME,),
        ),
        Version(
            reading="sfs",
            valid_from=date(2023, 1, 1),
            valid_to=date(2025, 2, 28),
            condition=_programme(66, housing=False),
            citations=(*FROM_2018, cited("SFS 2017:584", "2 §", wording="SFS 2022:895")),
            note=FULL_TIME_NOTE,
            limits=(TWO_YEARS_FULL_TIME,),
        ),
        Version(
            reading="sfs",
            valid_from=date(2025, 3, 1),
            valid_to=date(2025, 12, 31),
            condition=_programme(66, housing=True),
            citations=(
                *FROM_2018,
                cited("SFS 2017:584", "2 §", wording="SFS 2022:895"),
                cited("SFS 2017:820", "5 §", wording="SFS 2025:68"),
            ),
            note=FULL_TIME_NOTE,
            limits=(TWO_YEARS_FULL_TIME,),
        ),
        Version(
            reading="sfs",
            valid_from=date(2026, 1, 1),
            valid_to=date(2026, 12, 31),
            condition=_programme(67, housing=True, frame=FRAME_FROM_2026),
            citations=(
                *FROM_2018,
                cited("SFS 2017:584", "2 §", wording="SFS 2022:896"),
                cited("SFS 2017:820", "5 §", wording="SFS 2025:68"),
                cited("SFS 2017:820", "15 och 15 a §§", wording="SFS 2025:311"),
                cited("riktåldern för pension 2026", "67 år", confidence=Confidence.MEMORY),
            ),
            note=Text(
                "Övre gränsen är riktåldern; att den är 67 år 2026 är ur minnet. Från 2026 räknas tid före "
                "handlingsplanen och föräldraledighet med barn under ett år inte in i de 36 månaderna (15 a §): för "
                "den som har passerat dem är svaret okänt. " + FULL_TIME_NOTE.sv,
                "The upper limit is the target retirement age; that it is 67 in 2026 is from memory. From 2026, time "
                "before the action plan and parental leave with a child under one do not count in the 36 months "
                "(15 a §): for those past them the answer is unknown. " + FULL_TIME_NOTE.en,
            ),
            limits=(TWO_YEARS_FULL_TIME,),
        ),
    ),
)
