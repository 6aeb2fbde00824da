"""Etablering: measures for newly arrived adults (lag 2010:197; from 2018 lag 2017:584 and förordning 2017:820)."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import (
    Condition,
    age,
    before,
    days,
    during,
    happened,
    has,
    named,
    not_expressed,
    on_or_after,
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
from dualib.sources import Citation, Confidence
from dualib.vocabulary.facts import Status

__all__ = [
    "FRAME",
    "FRAME_FROM_2026",
    "PERMIT",
    "TO_REFERENCE_AGE",
    "TWO_YEARS",
    "WITHOUT_PARENTS",
    "etablering",
    "may_join",
]

PERMIT_WORDS: Final = Text("Uppehållstillstånd", "Residence permit")
AS_RELATIVE: Final = has("permit_as_relative")
IN_SIX_YEARS: Final = has("relative_applied_in_time")
PERMIT: Final = named(PERMIT_WORDS, has("residence_permit") & (~AS_RELATIVE | IN_SIX_YEARS))
WITHOUT_PARENTS: Final = age(18, below=20) & ~has("parents_in_sweden")

# --- Lag (2010:197)

FREE_TO_TAKE_PART: Final = named(
    Text("Kan delta (6 §)", "Able to take part (Section 6)"),
    ~during(Status.FULL_TIME_WORK) & ~has("in_upper_secondary") & has("can_take_part_quarter_time"),
)
#: The right is there within a year of the first registration; before that the act does not say.
WITHIN_A_YEAR: Final = named(
    Text("Ett år från folkbokföringen (6 §)", "A year from the registration (Section 6)"),
    within("first_registered", years(1))
    | ~happened("first_registered")
    & not_expressed(
        Text(
            "att rätten finns före den första folkbokföringen (6 § säger inte det)",
            "that the right is there before the first registration (Section 6 does not say)",
        )
    ),
)
IN_TWO_YEARS: Final = has("relative_applied_in_two_years")
#: 2 a § in SFS 2012:1000: two years, or without limit where the person joined came from 2009 on.
RELATIVE_2013: Final = IN_TWO_YEARS | on_or_after("anchor_received", date(2009, 1, 1))
#: 2 a § in SFS 2013:1083; who applied before 2014 keeps the older wording.
RELATIVE_2014: Final = (
    on_or_after("relative_applied", date(2014, 1, 1)) & IN_SIX_YEARS & ~has("anchor_was_citizen")
    | before("relative_applied", date(2014, 1, 1)) & RELATIVE_2013
)

#: Transitional rule 2: older permits counted for some, by the day of entry or by housing.
NEW_PERMIT: Final = on_or_after("permit_granted", date(2010, 11, 1)) | not_expressed(
    Text(
        "att ett tillstånd från tiden före november 2010 omfattas (den som reste in efter november "
        "eller då bodde på ett asylboende)",
        "that a permit from before November 2010 counts (for those who entered after November or "
        "then lived in asylum housing)",
    )
)
#: 2 b §: those of 18 and 19 without parents here.
YOUNG: Final = ~has("parents_in_sweden")
YOUNG_UNREAD: Final = YOUNG & not_expressed(
    Text(
        "att unga utan föräldrar omfattades från 18 år (det har inte lästs i lydelsen före den 1 "
        "februari 2013)",
        "that young people without parents were covered from 18 (that was not read in the wording "
        "before 1 February 2013)",
    )
)


def _plan(relative: Condition, young: Condition, permits: Condition | None = None) -> Condition:
    permit = has("residence_permit") & (~AS_RELATIVE | relative)
    return (
        named(PERMIT_WORDS, permit if permits is None else permit & permits)
        & age(18, below=65)
        & (age(20) | young)
        & FREE_TO_TAKE_PART
        & WITHIN_A_YEAR
    )


# --- Lag (2017:584) and förordning (2017:820)

#: 1 § of the act: who turned 65 before 2023, or 66 before 2026, keeps the older limit.
TO_65: Final = age(20, below=65)
TO_66: Final = age(20, below=66) & on_or_after("born", date(1958, 1, 1))
TO_REFERENCE_AGE: Final = age(20) & on_or_after("born", date(1960, 1, 1))

#: 15 §: at the latest 36 months after the first registration, which 5 § does not ask for.
FRAME: Final = named(
    Text("36 månader från folkbokföringen", "36 months from the registration"),
    within("first_registered", months(36)) | ~happened("first_registered"),
)
#: 15 a §, for those registered from 2026: some time is left out.
FRAME_FROM_2026: Final = named(
    Text("36 månader från folkbokföringen", "36 months from the registration"),
    within("first_registered", months(36))
    | ~happened("first_registered")
    | on_or_after("first_registered", date(2026, 1, 1))
    & not_expressed(
        Text(
            "att de 36 månaderna räcker när tid före handlingsplanen och föräldraledighet inte "
            "räknas (15 a §)",
            "that the 36 months suffice when time before the action plan and parental leave are "
            "left out (Section 15 a)",
        )
    ),
)
NO_OBSTACLE: Final = named(
    Text("Inga hinder (5 § 1–5)", "No obstacles (Section 5, points 1–5)"),
    ~during(Status.FULL_TIME_WORK)
    & ~has("in_upper_secondary")
    & ~during(Status.PARENTAL_LEAVE)
    & (
        ~during(Status.FULL_TIME_SICK)
        | not_expressed(
            Text(
                "att hel sjukpenning eller liknande inte lämnas",
                "that full sickness benefit or the like is not paid",
            )
        )
    )
    & ~has("in_asylum_housing"),
)
COVERED: Final = named(
    Text("Uppehållstillstånd (2017:584)", "Residence permit (Act 2017:584)"),
    has("residence_permit") & (~AS_RELATIVE | IN_SIX_YEARS & ~has("anchor_was_citizen")),
)


def may_join(ages: Condition, frame: Condition) -> Condition:
    """Return which registered jobseekers may take part in the programme from 2018.

    Parameters
    ----------
    ages
        Who is neither too young nor too old for it.
    frame
        Whether the 36 months have not run out.
    """
    return COVERED & ages & NO_OBSTACLE & frame


def _programme(ages: Condition) -> Condition:
    return during(Status.REGISTERED_AS_JOBSEEKER) & may_join(ages, FRAME)


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


#: Lag 2010:197 was repealed on 1 January 2018; plans already running went on under it.
ACT_2010_TO: Final = date(2017, 12, 31)
RECEIVED_NOTE: Final = Text(
    "Den som folkbokfördes på ett asylboende räknas från mottagandet i en kommun; ange då den "
    "dagen. Planer som löpte den 1 januari 2018 fortsatte enligt lagen.",
    "For those registered in asylum housing the time runs from reception in a municipality; give "
    "that day then. Plans running on 1 January 2018 went on under the act.",
)
LATER_NOTE: Final = Text(
    "Att planen kan förlängas med högst åtta månader vid vård av barn (8 §, SFS 2014:952) prövas "
    "inte här. " + RECEIVED_NOTE.sv,
    "That the plan may be extended by at most eight months for child care (Section 8, SFS "
    "2014:952) is not assessed here. " + RECEIVED_NOTE.en,
)
FULL_TIME_NOTE: Final = Text(
    "De 24 månaderna avser heltid: en dag på deltid räknas här som hel. Den som folkbokfördes på "
    "ett asylboende räknas från mottagandet i en kommun; ange då den dagen. Äldre planer enligt "
    "lag 2010:197 fortsatte att gälla.",
    "The 24 months are of full time: a part-time day counts as a whole one here. For those "
    "registered in asylum housing the time runs from reception in a municipality; give that day "
    "then. Older plans under act 2010:197 went on.",
)
NOTE_2026: Final = Text(
    "Övre gränsen är riktåldern, som ingen född från och med 1960 når före 2027. Tid som inte räknas "
    "in i de 36 månaderna (15 a §) gäller den som folkbokförs från och med 2026, och spelar roll "
    "först 2029. " + FULL_TIME_NOTE.sv,
    "The upper limit is the reference age for pension, which nobody born from 1960 reaches before "
    "2027. Time left out of the 36 months (Section 15 a) concerns those registered from 2026, and "
    "matters from 2029 only. " + FULL_TIME_NOTE.en,
)


def _cited_2010(
    place: str, wording: str | None, confidence: Confidence = Confidence.VERIFIED
) -> Citation:
    return cited("SFS 2010:197", place, wording=wording, confidence=confidence)


def _old(
    first: date,
    last: date,
    condition: Condition,
    *citations: Citation,
    note: Text = RECEIVED_NOTE,
) -> Version:
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=condition,
        citations=citations,
        note=note,
        limits=(TWO_YEARS,),
    )


def _new(
    first: date,
    last: date,
    condition: Condition,
    *citations: Citation,
    reading: str = "sfs",
    note: Text = FULL_TIME_NOTE,
) -> Version:
    return Version(
        reading=reading,
        valid_from=first,
        valid_to=last,
        condition=condition,
        citations=citations,
        note=note,
        limits=(TWO_YEARS_FULL_TIME,),
    )


SIX: Final = _cited_2010("6 §", None)
ACT_2018: Final = cited("SFS 2017:584", "1 och 2 §§", confidence=Confidence.INFERRED)
ACT_2023: Final = cited(
    "SFS 2017:584", "1 och 2 §§", wording="SFS 2022:895", confidence=Confidence.INFERRED
)
FIVE: Final = cited("SFS 2017:820", "5 §")
FRAME_UNREAD: Final = cited("SFS 2017:820", "15 §", confidence=Confidence.INFERRED)
MODEL: Final = cited_project("etablering som förordningarna säger från 2018")

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
                _cited_2010("2, 2 a och 2 b §§", None),
            ),
            supported_as="etablering.dua",
            note=Text(
                "Lagens undantag i 6 § (heltidsarbete, gymnasiestudier, den som inte kan delta på "
                "minst 25 procent) ingår inte i modellen.",
                "The exceptions of Section 6 of the act (full-time work, upper-secondary studies, "
                "those who cannot take part for at least 25 per cent) are not part of the model.",
            ),
            limits=(TWO_YEARS,),
        ),
        _new(
            date(2018, 1, 1),
            date(2022, 12, 31),
            _programme(TO_65),
            MODEL,
            ACT_2018,
            FIVE,
            FRAME_UNREAD,
            reading="dua",
        ),
        _new(
            date(2023, 1, 1),
            DUA_TO,
            _programme(TO_66),
            MODEL,
            ACT_2023,
            FIVE,
            FRAME_UNREAD,
            reading="dua",
        ),
        _old(
            date(2010, 12, 1),
            date(2013, 1, 31),
            _plan(IN_TWO_YEARS, YOUNG_UNREAD, NEW_PERMIT),
            _cited_2010("2 §", None),
            SIX,
        ),
        _old(
            date(2013, 2, 1),
            date(2013, 12, 31),
            _plan(RELATIVE_2013, YOUNG),
            _cited_2010("2, 2 a och 2 b §§", "SFS 2012:1000"),
            SIX,
        ),
        _old(
            date(2014, 1, 1),
            date(2017, 5, 31),
            _plan(RELATIVE_2014, YOUNG),
            _cited_2010("2 och 2 b §§", "SFS 2012:1000"),
            _cited_2010("2 a §", "SFS 2013:1083"),
            SIX,
            note=LATER_NOTE,
        ),
        _old(
            date(2017, 6, 1),
            ACT_2010_TO,
            _plan(RELATIVE_2014, YOUNG),
            _cited_2010("2 §", "SFS 2017:357"),
            _cited_2010("2 a §", "SFS 2013:1083"),
            _cited_2010("2 b §", "SFS 2012:1000"),
            SIX,
            note=LATER_NOTE,
        ),
        _new(
            date(2018, 1, 1),
            date(2022, 12, 31),
            _programme(TO_65),
            ACT_2018,
            FIVE,
            FRAME_UNREAD,
        ),
        _new(
            date(2023, 1, 1),
            date(2023, 7, 1),
            _programme(TO_66),
            ACT_2023,
            FIVE,
            FRAME_UNREAD,
        ),
        _new(
            date(2023, 7, 2),
            date(2025, 2, 28),
            _programme(TO_66),
            ACT_2023,
            cited("SFS 2017:820", "5 §", wording="SFS 2022:1640", confidence=Confidence.INFERRED),
            FRAME_UNREAD,
        ),
        _new(
            date(2025, 3, 1),
            date(2025, 12, 31),
            _programme(TO_66),
            ACT_2023,
            cited("SFS 2017:820", "5 §", wording="SFS 2025:68"),
            cited("SFS 2017:820", "15 §", wording="SFS 2025:68", confidence=Confidence.INFERRED),
        ),
        _new(
            date(2026, 1, 1),
            date(2026, 12, 31),
            _programme(TO_REFERENCE_AGE),
            cited("SFS 2017:584", "1 och 2 §§", wording="SFS 2022:896"),
            cited("SFS 2017:820", "5 §", wording="SFS 2025:68"),
            cited("SFS 2017:820", "15 och 15 a §§", wording="SFS 2025:311"),
            note=NOTE_2026,
        ),
    ),
)
