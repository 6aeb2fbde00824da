"""Nystartsjobb: ages by the year before 1 May 2018 (SFS 2006:1481), on the decision day after (SFS 2018:43).

SCB tells the old ages by the year they are turned in; the ordinance asks for the age when the year begins. They part
for those born on 1 January, who have turned the age when the year begins: the ordinance is followed where it was read.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import (
    Condition,
    age,
    days,
    days_in,
    during,
    has,
    named,
    not_expressed,
    participates,
    within,
)
from dualib.dates import Ends, last_months, years
from dualib.language import Text
from dualib.programmes.shared_terms import (
    IN_ETABLERING,
    IN_PROGRAMME,
    JOBLESS,
    RECENT_PERMIT,
    WITHOUT_WORK,
    cited,
    cited_description,
    months_of_days,
)
from dualib.rules.rule import Rule, Version
from dualib.sources import Citation, Confidence
from dualib.vocabulary.facts import Status

__all__ = ["nystartsjobb"]

OUT_OF_WORK: Final = JOBLESS | IN_PROGRAMME
CHILD_CARE: Final = days(Status.PARENTAL_LEAVE)
IN_GUARANTEE: Final = participates("jobb_och_utvecklingsgaranti")
OLD_NOTE: Final = Text(
    "Av förordningen har 3, 3 a och 3 b §§ lästs, i de lydelser som anges. Den som deltar i ett program utan "
    "anställning räknas som arbetslös.",
    "Of the ordinance 3, 3 a and 3 b §§ were read, in the wordings given. Who takes part in a programme without "
    "employment counts as unemployed.",
)
NOT_READ: Final = Text(
    "Läst i SCB:s beskrivning (LISA), inte i förordningen.",
    "Read in SCB's description (LISA), not in the ordinance.",
)
UNEMPLOYED: Final = named(Text("Arbetslös på dagen", "Unemployed on the day"), during(WITHOUT_WORK))

#: Sick pay and social assistance count too (4 and 5 §§, p. 2-4); what sick leave was paid with is not registered.
OUT_OF_WORK_OR_SICK: Final = (
    OUT_OF_WORK
    | days(Status.FULL_TIME_UNEMPLOYED) & days(Status.FORSORJNINGSSTOD)
    | days(Status.FULL_TIME_SICK)
)


#: Fewest days that can be six and twelve months.
SHORTEST: Final = {6: 181, 12: 365}


def _old(count: int, frame: int) -> Condition:
    """So many months before 2018; with sickness and assistance where they count, and child care passed over or not."""
    certain = months_of_days(OUT_OF_WORK, count=count, frame=frame, ends=Ends.DAY_BEFORE)
    return certain | (
        days_in(
            OUT_OF_WORK_OR_SICK,
            at_least=SHORTEST[count],
            window=last_months(frame),
            ends=Ends.DAY_BEFORE,
            skipping=CHILD_CARE,
        )
        & not_expressed(
            Text(
                "att tiden med sjukdom eller försörjningsstöd räknas (3 § 3–5), eller att tid med vård av barn räknas "
                "bort (det har inte setts)",
                "that time of illness or social assistance counts (3 § 3–5), or that time of child care is not counted "
                "(that was not seen)",
            )
        )
    )


def _now(count: int, frame: int) -> Condition:
    """So many months on full time out of work or in programmes; with sick pay or assistance where that counts."""
    certain = months_of_days(
        OUT_OF_WORK, count=count, frame=frame, ends=Ends.DAY_BEFORE, skipping=CHILD_CARE
    )
    return certain | (
        days_in(
            OUT_OF_WORK_OR_SICK,
            at_least=SHORTEST[count],
            window=last_months(frame),
            ends=Ends.DAY_BEFORE,
            skipping=CHILD_CARE,
        )
        & not_expressed(
            Text(
                "att tiden med sjukdom eller försörjningsstöd räknas (med sjukpenning, eller som arbetslös med "
                "bistånd)",
                "that time of illness or social assistance counts (with sick pay, or as unemployed with assistance)",
            )
        )
    )


#: The text before 2014 was not seen: nobody of these ages is told no, nor yes.
YOUNG_BEFORE_2014: Final = (
    age(21, below=27, at="calendar_year")
    & _old(6, 9)
    & not_expressed(
        Text(
            "att personen hörde till de unga för vilka sex månader räckte (åldersgränserna före 2014 har inte setts)",
            "that the person was one of the young for whom six months were enough (the ages before 2014 were not seen)",
        )
    )
)
#: 3 a § before SFS 2016:365 was not seen; 3 § began at 26.
YOUNG_BEFORE_2016: Final = (
    age(20, below=26, at="start_of_year")
    & _old(6, 9)
    & not_expressed(
        Text(
            "att sex månader räckte för den åldern (3 a § i den lydelsen har inte setts)",
            "that six months were enough at that age (3 a § in that wording was not seen)",
        )
    )
)
PERMIT_OF_THREE_YEARS: Final = has("residence_permit") & within("permit_granted", years(3))
NEWLY_ARRIVED_UNSEEN: Final = (
    age(20, at="start_of_year")
    & PERMIT_OF_THREE_YEARS
    & UNEMPLOYED
    & not_expressed(
        Text(
            "att 3 b § om nyanlända redan löd så (lydelsen före den 15 oktober 2012 har inte setts)",
            "that 3 b § on newly arrived already read so (the text before 15 October 2012 was not seen)",
        )
    )
)
#: 3 b §: newly arrived, at least 20 when the year began, with a permit of the last three years.
BY_PERMIT_BEFORE_2018: Final = age(20, at="start_of_year") & UNEMPLOYED & PERMIT_OF_THREE_YEARS
#: From 1 February 2017 a plan for etablering is enough, without unemployment.
BY_PLAN_BEFORE_2018: Final = BY_PERMIT_BEFORE_2018 | age(20, at="start_of_year") & IN_ETABLERING
FROM_GUARANTEE_BEFORE_2018: Final = (
    age(20, at="start_of_year")
    & IN_GUARANTEE
    & not_expressed(
        Text(
            "att deltagande i garantin var en egen väg (den står i Kalmars överenskommelse; förordningen har inte "
            "setts)",
            "that taking part in the guarantee was a route of its own (it stands in Kalmar's agreement; the ordinance "
            "was not seen)",
        )
    )
)


LISA_AGES: Final = YOUNG_BEFORE_2014 | age(26, at="calendar_year") & _old(12, 15)
AGES_2014: Final = YOUNG_BEFORE_2016 | age(26, at="start_of_year") & _old(12, 15)
AGES_2016: Final = age(20, below=25, at="start_of_year") & _old(6, 9) | age(
    25, at="start_of_year"
) & _old(12, 15)


def _ordinance_of_2006(
    first: date,
    last: date,
    ages: Condition,
    new: Condition,
    *citations: Citation,
    note: Text = OLD_NOTE,
) -> Version:
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=UNEMPLOYED & ages | new | FROM_GUARANTEE_BEFORE_2018,
        citations=citations,
        note=note,
    )


def _cited(place: str, wording: str, confidence: Confidence = Confidence.VERIFIED) -> Citation:
    return cited("SFS 2006:1481", place, wording=wording, confidence=confidence)


LISA: Final = cited_description(
    "SCB, LISA 1990–2017", "nystartsjobb: 12 av 15 månader, ålder efter kalenderår"
)
THREE_2016: Final = _cited("3 och 3 a §§", "SFS 2016:365")


def _from_2018(first: date, last: date | None, new: Condition, *citations: Citation) -> Version:
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=UNEMPLOYED
        & (age(20, below=25, at="decision") & _now(6, 9) | age(25, at="decision") & _now(12, 15))
        | new
        | age(20, at="decision") & IN_GUARANTEE,
        citations=(cited("SFS 2018:43", "3–5, 8 och 9 §§"), *citations),
        note=Text(
            "Ansökan räknas här som inlämnad på beslutsdagen: ramtiden slutar dagen före. Den som deltar i ett program "
            "utan anställning räknas som arbetslös. All registrerad föräldraledighet hoppas över, men 9 § gäller bara "
            "vård av eget barn under två år.",
            "The application is taken to come in on the decision day: the frame ends the day before. Who takes part in "
            "a programme without employment counts as unemployed. All registered parental leave is passed over, but "
            "9 § is only about care of one's own child under two.",
        ),
    )


def _sixth(confidence: Confidence, wording: str = "SFS 2021:806") -> Citation:
    return cited("SFS 2018:43", "6 §", wording=wording, confidence=confidence)


BY_PERMIT: Final = age(20, at="decision") & UNEMPLOYED & RECENT_PERMIT
BY_ETABLERING: Final = age(20, at="decision") & IN_ETABLERING

nystartsjobb: Final = Rule(
    id="nystartsjobb",
    national=True,
    name=Text("nystartsjobb", "new start jobs"),
    versions=(
        _ordinance_of_2006(
            date(2007, 1, 1),
            date(2012, 10, 14),
            LISA_AGES,
            NEWLY_ARRIVED_UNSEEN,
            LISA,
            note=NOT_READ,
        ),
        _ordinance_of_2006(
            date(2012, 10, 15),
            date(2013, 12, 31),
            LISA_AGES,
            BY_PERMIT_BEFORE_2018,
            LISA,
            _cited("3 b §", "SFS 2012:564"),
            note=Text(
                f"{NOT_READ.sv} Bara 3 b § om nyanlända har lästs.",
                f"{NOT_READ.en} Only 3 b § on newly arrived was read.",
            ),
        ),
        _ordinance_of_2006(
            date(2014, 1, 1),
            date(2016, 5, 31),
            AGES_2014,
            BY_PERMIT_BEFORE_2018,
            _cited("3 §", "SFS 2013:811"),
            _cited("3 b §", "SFS 2012:564; SFS 2014:188"),
        ),
        _ordinance_of_2006(
            date(2016, 6, 1),
            date(2017, 1, 31),
            AGES_2016,
            BY_PERMIT_BEFORE_2018,
            THREE_2016,
            _cited("3 b §", "SFS 2014:188; SFS 2015:948", Confidence.INFERRED),
        ),
        _ordinance_of_2006(
            date(2017, 2, 1),
            date(2017, 12, 31),
            AGES_2016,
            BY_PLAN_BEFORE_2018,
            THREE_2016,
            _cited("3 b §", "SFS 2016:1274"),
        ),
        _ordinance_of_2006(
            date(2018, 1, 1),
            date(2018, 4, 30),
            AGES_2016,
            BY_PLAN_BEFORE_2018,
            THREE_2016,
            _cited("3 b §", "SFS 2016:1274; SFS 2017:1164", Confidence.INFERRED),
        ),
        _from_2018(
            date(2018, 5, 1),
            date(2021, 7, 19),
            BY_ETABLERING | BY_PERMIT,
            _sixth(Confidence.INFERRED),
        ),
        _from_2018(
            date(2021, 7, 20),
            date(2022, 8, 31),
            BY_ETABLERING | BY_PERMIT,
            _sixth(Confidence.VERIFIED),
        ),
        _from_2018(
            date(2022, 9, 1),
            date(2025, 6, 30),
            BY_ETABLERING | BY_PERMIT & _now(6, 9),
            _sixth(Confidence.INFERRED, "SFS 2022:1237"),
        ),
        _from_2018(
            date(2025, 7, 1),
            None,
            BY_ETABLERING | BY_PERMIT & _now(6, 9),
            _sixth(Confidence.VERIFIED, "SFS 2025:501"),
        ),
    ),
)
