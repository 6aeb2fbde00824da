"""Nystartsjobb (SFS 2006:1481; from 1 May 2018 SFS 2018:43).

Ages are those when the year begins in the wordings read from 2012 to 2018, and those on the day in
the ones before and after. Between 2009 and 2016 wordings of 3 and 3 a §§ are unread: what the read
ones before and after agree on holds there, and where they differ the answer is unknown.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import (
    Condition,
    age,
    during,
    has,
    named,
    not_expressed,
    participates,
    run,
    within,
)
from dualib.dates import Ends, months, years
from dualib.language import Text
from dualib.programmes.shared_terms import (
    IN_ETABLERING,
    RECENT_PERMIT,
    WITHOUT_WORK,
    cited,
)
from dualib.programmes.subsidised_work import (
    NOT_PAST_65,
    NOT_PAST_66,
    OUT_OF_WORK,
    OUT_OF_WORK_OR_SICK,
    REFERENCE_AGE,
    REGISTERED,
    SICK,
    SICKNESS,
    SIX_OF_NINE,
    SIX_OF_NINE_BEFORE_2018,
    TWELVE_OF_15,
    TWELVE_OF_15_BEFORE_2018,
)
from dualib.rules.rule import Rule, Version
from dualib.sources import Citation, Confidence

__all__ = ["nystartsjobb"]

UNEMPLOYED: Final = named(
    Text("Arbetslös och anmäld", "Unemployed and registered"), during(WITHOUT_WORK)
)
IN_GUARANTEE: Final = participates("jobb_och_utvecklingsgaranti")
PRISON: Final = has("sentenced_to_prison")

# --- SFS 2006:1481


def _of_2006(first: date, last: date, groups: Condition, *citations: Citation) -> Version:
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=age(20) & groups,
        citations=citations,
        note=NOTE_2006,
    )


NOTE_2006: Final = Text(
    "Ansökan räknas här som inlämnad på beslutsdagen: ramtiden slutar dagen före. Den som deltar i "
    "ett program utan anställning räknas som arbetslös och anmäld. Där en lydelse inte har lästs "
    "gäller det som de lästa lydelserna före och efter har gemensamt.",
    "The application is taken to come in on the decision day: the frame ends the day before. A "
    "person in a programme without employment counts as unemployed and registered. Where a wording "
    "was not read, what the read wordings before and after have in common holds.",
)


def _cited(
    place: str, wording: str | None, confidence: Confidence = Confidence.VERIFIED
) -> Citation:
    return cited("SFS 2006:1481", place, wording=wording, confidence=confidence)


BEFORE_2008: Final = not_expressed(
    Text(
        "att personen hör till någon av grupperna i 3 § (ingen lydelse före den 1 juli 2008 har "
        "lästs)",
        "that the person belongs to one of the groups of Section 3 (no wording before 1 July 2008 "
        "was read)",
    )
)

PERMIT_OF_THREE_YEARS: Final = has("residence_permit") & within("permit_granted", years(3))
#: An agreement names this route, the wordings read do not.
FROM_GUARANTEE: Final = IN_GUARANTEE & not_expressed(
    Text(
        "att deltagande i garantin var en egen väg (den står i en överenskommelse, men "
        "har inte lästs i förordningen)",
        "that taking part in the guarantee was a route of its own (it stands in an "
        "agreement, but was not read in the ordinance)",
    )
)
PRISON_UNREAD: Final = PRISON & not_expressed(
    Text(
        "att vägen för dömda till fängelse gäller (den har lästs i lydelsen från den 1 juli "
        "2008, men inte i senare lydelser)",
        "that the route for those sentenced to prison holds (it was read in the wording of 1 "
        "July 2008, but not in later ones)",
    )
)


def _since(length: int) -> Condition:
    """3 § a–f in SFS 2008:272: out of work for an unbroken time, up to and including the day."""
    spent = months(length)
    return REGISTERED & run(OUT_OF_WORK, spent, ends=Ends.ON) | (REGISTERED | during(SICK)) & run(
        OUT_OF_WORK_OR_SICK, spent, ends=Ends.ON
    ) & not_expressed(SICKNESS)


OF_2008: Final = (
    named(Text("Ett år (3 § a–e)", "A year (Section 3 a–e)"), _since(12))
    | named(
        Text("Unga, sex månader (3 § f)", "The young, six months (Section 3 f)"),
        ~age(25) & _since(6),
    )
    | named(
        Text("Nyanlända (3 § g)", "Newly arrived (Section 3 g)"),
        UNEMPLOYED & PERMIT_OF_THREE_YEARS,
    )
    | named(
        Text("Dömda till fängelse (3 § h)", "Sentenced to prison (Section 3 h)"),
        PRISON
        & (
            UNEMPLOYED
            | not_expressed(
                Text(
                    "att arbetslöshet inte krävs (slutet av 3 § h har inte lästs)",
                    "that unemployment is not asked for (the end of Section 3 h was not read)",
                )
            )
        ),
    )
    | FROM_GUARANTEE
)

#: 3 a § as the wordings of 2008 and 2016 agree; they differ on the year of turning 20 and of
#: turning 25, and 3 § began at 26 for some years.
YOUNG_UNREAD: Final = (
    UNEMPLOYED
    & SIX_OF_NINE_BEFORE_2018
    & (
        age(20, at="start_of_year") & ~age(25)
        | ~age(26, at="start_of_year")
        & not_expressed(
            Text(
                "att sex månader räckte vid den åldern (3 a § har inte lästs i de lydelser som "
                "gällde från mars 2009 till maj 2016)",
                "that six months were enough at that age (Section 3 a was not read in the wordings "
                "in force from March 2009 to May 2016)",
            )
        )
    )
)
FROM_26: Final = age(26, at="start_of_year") & UNEMPLOYED & TWELVE_OF_15_BEFORE_2018

#: 3 § in SFS 2008:1437 asks for 20 years and registration, that in SFS 2013:811 for 26 years when
#: the year begins and unemployment.
ADULT_UNREAD: Final = FROM_26 | REGISTERED & TWELVE_OF_15_BEFORE_2018 & not_expressed(
    Text(
        "att 3 § ännu gällde alla från 20 år som är anmälda (den har inte lästs i de lydelser "
        "som gällde från mars 2009 till 2013)",
        "that Section 3 still held for everybody from 20 who is registered (it was not read in "
        "the wordings in force from March 2009 to 2013)",
    )
)
ADULT_2008: Final = REGISTERED & TWELVE_OF_15_BEFORE_2018
YOUNG_2008: Final = ~age(25) & UNEMPLOYED & SIX_OF_NINE_BEFORE_2018

#: 3 b § as 3 § g of 2008 and 3 b § of 2012 agree.
PERMIT_UNREAD: Final = (
    UNEMPLOYED
    & PERMIT_OF_THREE_YEARS
    & (
        age(20, at="start_of_year")
        | not_expressed(
            Text(
                "att det räcker att fylla 20 under året (3 b § har inte lästs i lydelserna före "
                "den 15 oktober 2012)",
                "that turning 20 during the year is enough (Section 3 b was not read in the "
                "wordings before 15 October 2012)",
            )
        )
    )
)
PERMIT_2012: Final = age(20, at="start_of_year") & UNEMPLOYED & PERMIT_OF_THREE_YEARS
PLAN: Final = age(20, at="start_of_year") & IN_ETABLERING
PLAN_UNREAD: Final = PLAN & not_expressed(
    Text(
        "att en etableringsplan redan var en egen väg (3 b § har inte lästs i lydelsen från den 1 "
        "februari 2016)",
        "that an establishment plan was a route of its own already (Section 3 b was not read in "
        "the wording of 1 February 2016)",
    )
)
REST: Final = PRISON_UNREAD | FROM_GUARANTEE
#: Twelve months of fifteen are always six of nine, which are enough until 25.
AGES_2016: Final = (
    age(20, at="start_of_year")
    & UNEMPLOYED
    & (TWELVE_OF_15_BEFORE_2018 | ~age(25, at="start_of_year") & SIX_OF_NINE_BEFORE_2018)
)
READ_BEFORE: Final = (
    _cited("3 och 3 a §§", "SFS 2008:1437", Confidence.INFERRED),
    _cited("3 § g och h", "SFS 2008:272", Confidence.INFERRED),
)
READ_AFTER: Final = (
    _cited("3 §", "SFS 2013:811", Confidence.INFERRED),
    _cited("3 a §", "SFS 2016:365", Confidence.INFERRED),
)
B_2012: Final = _cited("3 b §", "SFS 2012:564")
UNREAD: Final = YOUNG_UNREAD | ADULT_UNREAD

# --- SFS 2018:43

NOTE_2018: Final = Text(
    "Ansökan räknas här som inlämnad på beslutsdagen: ramtiden slutar dagen före. Den som deltar i "
    "ett program utan anställning räknas som arbetslös och anmäld. Stöd lämnas inte för arbete i "
    "ett företag som den anställde eller närstående äger (3 §); det prövas inte här. Från 2028 kan "
    "riktåldern vara en annan än 67.",
    "The application is taken to come in on the decision day: the frame ends the day before. A "
    "person in a programme without employment counts as unemployed and registered. No support is "
    "given for work in a company that the employee or near family own (Section 3); that is not "
    "assessed here. From 2028 the reference age may be other than 67.",
)


def _now(place: str, wording: str | None, confidence: Confidence = Confidence.VERIFIED) -> Citation:
    return cited("SFS 2018:43", place, wording=wording, confidence=confidence)


BY_PERMIT: Final = UNEMPLOYED & RECENT_PERMIT
BY_PERMIT_UNREAD: Final = BY_PERMIT & (
    SIX_OF_NINE
    | not_expressed(
        Text(
            "att sex månader utan arbete inte krävs av nyanlända (6 § har inte lästs i lydelsen "
            "från den 1 september 2022)",
            "that six months without work are not asked of newly arrived (Section 6 was not read "
            "in the wording of 1 September 2022)",
        )
    )
)
GROUP_7: Final = named(
    Text("En femte grupp (7 §)", "A fifth group (Section 7)"),
    PRISON
    & not_expressed(
        Text(
            "att 7 § omfattade dem som är dömda till fängelse (paragrafen upphävdes den 1 februari "
            "2025 och har inte lästs; Arbetsförmedlingens sida nämnde gruppen)",
            "that Section 7 covered those sentenced to prison (it was repealed on 1 February 2025 "
            "and was not read; Arbetsförmedlingen's page named the group)",
        )
    ),
)


def _of_2018(
    first: date,
    last: date | None,
    new: Condition,
    limit: Condition,
    *citations: Citation,
    group_7: bool = True,
) -> Version:
    groups = (
        named(
            Text("Lång tid utan arbete (4 och 5 §§)", "Long without work (Sections 4 and 5)"),
            # Twelve months of fifteen are always six of nine, which are enough until 25.
            UNEMPLOYED & (TWELVE_OF_15 | ~age(25, at="decision") & SIX_OF_NINE),
        )
        | named(Text("Nyanlända (6 §)", "Newly arrived (Section 6)"), IN_ETABLERING | new)
        | named(
            Text(
                "Jobb- och utvecklingsgarantin (8 §)",
                "The job and development guarantee (Section 8)",
            ),
            IN_GUARANTEE,
        )
    )
    if group_7:
        groups = groups | GROUP_7
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=age(20, at="decision") & groups & limit,
        citations=(_now("4, 5, 8 och 9 §§", None), *citations),
        note=NOTE_2018,
    )


SIX_UNREAD: Final = _now("6 §", "SFS 2022:1237", Confidence.INFERRED)
GROUPS_UNREAD: Final = _now("3 och 7 §§", None, Confidence.INFERRED)
LIMIT_65: Final = _now("19 §", None, Confidence.INFERRED)
LIMIT_66: Final = _now("19 §", "SFS 2022:1452", Confidence.INFERRED)

nystartsjobb: Final = Rule(
    id="nystartsjobb",
    national=True,
    name=Text("nystartsjobb", "new start jobs"),
    versions=(
        _of_2006(
            date(2007, 1, 1),
            date(2007, 3, 14),
            BEFORE_2008,
            _cited("3 §", None, Confidence.INFERRED),
        ),
        _of_2006(
            date(2007, 3, 15),
            date(2007, 7, 1),
            BEFORE_2008,
            _cited("3 och 3 a §§", "SFS 2007:25", Confidence.INFERRED),
        ),
        _of_2006(
            date(2007, 7, 2),
            date(2007, 12, 31),
            BEFORE_2008,
            _cited("3 §", "SFS 2007:421", Confidence.INFERRED),
        ),
        _of_2006(
            date(2008, 1, 1),
            date(2008, 6, 30),
            BEFORE_2008,
            _cited("3 §", "SFS 2007:1366", Confidence.INFERRED),
        ),
        _of_2006(date(2008, 7, 1), date(2009, 1, 31), OF_2008, _cited("3 § a–h", "SFS 2008:272")),
        _of_2006(
            date(2009, 2, 1),
            date(2009, 2, 28),
            ADULT_2008 | YOUNG_2008 | PERMIT_UNREAD | REST,
            _cited("3 och 3 a §§", "SFS 2008:1437"),
            _cited("3 § g", "SFS 2008:272", Confidence.INFERRED),
            _cited("3 b §", "SFS 2012:564", Confidence.INFERRED),
        ),
        _of_2006(
            date(2009, 3, 1),
            date(2009, 7, 27),
            UNREAD | PERMIT_UNREAD | REST,
            _cited("3–3 d §§", "SFS 2009:26", Confidence.INFERRED),
            *READ_BEFORE,
            *READ_AFTER,
        ),
        _of_2006(
            date(2009, 7, 28),
            date(2010, 6, 30),
            UNREAD | PERMIT_UNREAD | REST,
            _cited("3 b §", "SFS 2009:762", Confidence.INFERRED),
            *READ_BEFORE,
            *READ_AFTER,
        ),
        _of_2006(
            date(2010, 7, 1),
            date(2012, 10, 14),
            UNREAD | PERMIT_UNREAD | REST,
            _cited("3–3 c §§", "SFS 2010:396", Confidence.INFERRED),
            *READ_BEFORE,
            *READ_AFTER,
        ),
        _of_2006(
            date(2012, 10, 15),
            date(2013, 12, 31),
            UNREAD | PERMIT_2012 | REST,
            B_2012,
            *READ_BEFORE,
            *READ_AFTER,
        ),
        _of_2006(
            date(2014, 1, 1),
            date(2014, 4, 30),
            YOUNG_UNREAD | FROM_26 | PERMIT_2012 | REST,
            _cited("3 §", "SFS 2013:811"),
            B_2012,
            *READ_BEFORE,
            READ_AFTER[1],
        ),
        _of_2006(
            date(2014, 5, 1),
            date(2016, 1, 31),
            YOUNG_UNREAD | FROM_26 | PERMIT_2012 | REST,
            _cited("3 §", "SFS 2013:811"),
            _cited("3 b §", "SFS 2014:188"),
            *READ_BEFORE,
            READ_AFTER[1],
        ),
        _of_2006(
            date(2016, 2, 1),
            date(2016, 5, 31),
            YOUNG_UNREAD | FROM_26 | PERMIT_2012 | PLAN_UNREAD | REST,
            _cited("3 §", "SFS 2013:811"),
            _cited("3 b §", "SFS 2015:948", Confidence.INFERRED),
            *READ_BEFORE,
            READ_AFTER[1],
        ),
        _of_2006(
            date(2016, 6, 1),
            date(2017, 1, 31),
            AGES_2016 | PERMIT_2012 | PLAN_UNREAD | REST,
            _cited("3 och 3 a §§", "SFS 2016:365"),
            _cited("3 b §", "SFS 2015:948", Confidence.INFERRED),
        ),
        _of_2006(
            date(2017, 2, 1),
            date(2017, 12, 31),
            AGES_2016 | PERMIT_2012 | PLAN | REST,
            _cited("3 och 3 a §§", "SFS 2016:365"),
            _cited("3 b §", "SFS 2016:1274"),
        ),
        _of_2006(
            date(2018, 1, 1),
            date(2018, 4, 30),
            AGES_2016 | PERMIT_2012 | PLAN | REST,
            _cited("3 och 3 a §§", "SFS 2016:365"),
            _cited("3 b §", "SFS 2017:1164", Confidence.INFERRED),
        ),
        _of_2018(
            date(2018, 5, 1),
            date(2021, 7, 19),
            BY_PERMIT,
            NOT_PAST_65,
            _now("6 §", "SFS 2021:806", Confidence.INFERRED),
            GROUPS_UNREAD,
            LIMIT_65,
        ),
        _of_2018(
            date(2021, 7, 20),
            date(2022, 8, 31),
            BY_PERMIT,
            NOT_PAST_65,
            _now("6 §", "SFS 2021:806"),
            GROUPS_UNREAD,
            LIMIT_65,
        ),
        _of_2018(
            date(2022, 9, 1),
            date(2022, 12, 31),
            BY_PERMIT_UNREAD,
            NOT_PAST_65,
            SIX_UNREAD,
            GROUPS_UNREAD,
            LIMIT_65,
        ),
        _of_2018(
            date(2023, 1, 1),
            date(2025, 1, 31),
            BY_PERMIT_UNREAD,
            NOT_PAST_66,
            SIX_UNREAD,
            GROUPS_UNREAD,
            LIMIT_66,
        ),
        _of_2018(
            date(2025, 2, 1),
            date(2025, 6, 30),
            BY_PERMIT_UNREAD,
            NOT_PAST_66,
            _now("3 §", "SFS 2024:1339"),
            SIX_UNREAD,
            LIMIT_66,
            group_7=False,
        ),
        _of_2018(
            date(2025, 7, 1),
            date(2025, 12, 31),
            BY_PERMIT & SIX_OF_NINE,
            NOT_PAST_66,
            _now("3 §", "SFS 2024:1339"),
            _now("4–6 §§", "SFS 2025:501"),
            LIMIT_66,
            group_7=False,
        ),
        _of_2018(
            date(2026, 1, 1),
            None,
            BY_PERMIT & SIX_OF_NINE,
            REFERENCE_AGE,
            _now("3 §", "SFS 2024:1339"),
            _now("4–6 §§", "SFS 2025:501"),
            _now("19 §", "SFS 2022:1453"),
            group_7=False,
        ),
    ),
)
