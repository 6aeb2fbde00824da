"""Subsidised work from the guarantees: särskilt anställningsstöd, instegsjobb, introduktionsjobb."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import (
    Condition,
    age,
    at_least,
    days,
    days_in,
    during,
    has,
    named,
    not_expressed,
    participates,
    run,
    within,
)
from dualib.dates import Ends, last_months, months
from dualib.language import Text
from dualib.programmes.shared_terms import (
    LATELY_IN_ETABLERING,
    RECENT_PERMIT,
    WITHOUT_WORK,
    cited,
    cited_description,
    newly_arrived,
)
from dualib.programmes.subsidised_work import NOT_PAST_65, NOT_PAST_66, REFERENCE_AGE
from dualib.rules.rule import Rule, Version
from dualib.sources import Citation, Confidence
from dualib.vocabulary.facts import Status

__all__ = [
    "SIX_MONTHS",
    "forstarkt_sarskilt_anstallningsstod",
    "instegsjobb",
    "introduktionsjobb",
    "sarskilt_anstallningsstod",
]

IN_GUARANTEE: Final = participates("jobb_och_utvecklingsgaranti")
REPEALED: Final = date(2018, 4, 30)
#: The guarantee began on 2 July 2007: on the last day of the support, 130 months reach back to it.
SINCE_THE_GUARANTEE: Final = last_months(130)


def _six_months_in_all() -> Condition:
    """Six months in the guarantee in all ("sammanlagt"), with or without breaks."""
    inside = days(Status.IN_JOBB_OCH_UTVECKLINGSGARANTI)
    enough, perhaps = (
        days_in(inside, at_least=count, window=SINCE_THE_GUARANTEE, ends=Ends.ON)
        for count in (184, 181)
    )
    return named(
        Text("Sex månader i garantin", "Six months in the guarantee"),
        run(inside, months(6), ends=Ends.ON)
        | enough
        | perhaps
        & not_expressed(
            Text(
                "att 181–183 dagar räknas som sammanlagt sex månader (reglerna säger inte hur)",
                "that 181–183 days count as six months in all (the rules do not say how)",
            )
        ),
    )


SIX_MONTHS: Final = _six_months_in_all()
FROM_15_MONTHS: Final = has("jobbgaranti_time_used")

# --- Särskilt anställningsstöd

SIX_MONTHS_NOTE: Final = Text(
    "Sammanlagt sex månader i garantin, eller genast för den som kommer efter 15 månader i "
    "jobbgarantin.",
    "Six months in all in the guarantee, or at once for those who come after 15 months in the job "
    "guarantee.",
)
TIME_UNREAD: Final = IN_GUARANTEE & not_expressed(
    Text(
        "att tiden i garantin räcker (5 a § har inte lästs i den lydelsen)",
        "that the time in the guarantee is enough (Section 5 a was not read in that wording)",
    )
)
AFTER_SIX_MONTHS: Final = IN_GUARANTEE & (SIX_MONTHS | FROM_15_MONTHS)


def _ordinance_of_1997(
    place: str, wording: str, confidence: Confidence = Confidence.VERIFIED
) -> Citation:
    return cited("SFS 1997:1275", place, wording=wording, confidence=confidence)


sarskilt_anstallningsstod: Final = Rule(
    id="sarskilt_anstallningsstod",
    national=True,
    name=Text("särskilt anställningsstöd", "special employment support"),
    versions=(
        Version(
            reading="sfs",
            valid_from=date(2007, 7, 2),
            valid_to=date(2011, 1, 31),
            condition=TIME_UNREAD,
            citations=(_ordinance_of_1997("5 a §", "SFS 2007:420", Confidence.INFERRED),),
        ),
        Version(
            reading="sfs",
            valid_from=date(2011, 2, 1),
            valid_to=date(2011, 6, 30),
            condition=TIME_UNREAD,
            citations=(_ordinance_of_1997("5 a §", "SFS 2010:2028", Confidence.INFERRED),),
        ),
        Version(
            reading="sfs",
            valid_from=date(2011, 7, 1),
            valid_to=date(2015, 8, 2),
            condition=AFTER_SIX_MONTHS,
            citations=(_ordinance_of_1997("5 a §", "SFS 2011:586"),),
            note=SIX_MONTHS_NOTE,
        ),
        Version(
            reading="sfs",
            valid_from=date(2015, 8, 3),
            valid_to=REPEALED,
            condition=AFTER_SIX_MONTHS,
            citations=(cited("SFS 2015:503", "2 §"),),
            supported_as="sarskilt_anstallningsstod.2015",
            note=SIX_MONTHS_NOTE,
        ),
    ),
)

# --- Instegsjobb

#: Studies in sfi beside the work; they need not have begun before.
WITH_SFI: Final = named(
    Text("Sfi (5 e §)", "Swedish for immigrants (Section 5 e)"),
    during(Status.SFI) | has("sfi_promised"),
)
AT_LEAST_20_PERHAPS: Final = age(20) | not_expressed(
    Text(
        "att den som inte har fyllt 20 omfattades (5 c § har inte lästs i lydelserna före den 15 "
        "oktober 2012)",
        "that those not yet 20 were included (Section 5 c was not read in the wordings before 15 "
        "October 2012)",
    )
)
EIGHTEEN_MONTHS: Final = (
    AT_LEAST_20_PERHAPS
    & has("residence_permit")
    & (
        within("permit_granted", months(18))
        | within("permit_granted", months(36))
        & not_expressed(
            Text(
                "att gränsen redan var 36 månader (den höjdes från 18 en dag som inte har hittats)",
                "that the limit was already 36 months (it was raised from 18 on a day that was not "
                "found)",
            )
        )
    )
)
READ_2012: Final = age(20) & RECENT_PERMIT
LATER_UNREAD: Final = not_expressed(
    Text(
        "att villkoren är desamma som i lydelsen från den 15 oktober 2012 (senare lydelser har "
        "inte lästs)",
        "that the conditions are those of the wording of 15 October 2012 (later ones were not "
        "read)",
    )
)
ETABLERING_UNREAD: Final = (
    age(20)
    & LATELY_IN_ETABLERING
    & not_expressed(
        Text(
            "att etablering var en egen väg (25 § har inte lästs, men 8 b § har den vägen)",
            "that etablering was a route of its own (Section 25 was not read, but Section 8 b has "
            "that route)",
        )
    )
)
OF_1997: Final = READ_2012 & LATER_UNREAD
OF_2015: Final = READ_2012 & LATER_UNREAD | ETABLERING_UNREAD
SFI_NOTE: Final = Text(
    "Studierna i sfi eller motsvarande ska gå att förena med arbetet. För den som får en ny "
    "anvisning efter godkänd kurs D krävs de inte; det villkoret prövas inte här.",
    "Studies in sfi or the like must be possible beside the work. Those assigned anew after "
    "passing course D need none; that is not assessed here.",
)
LISA_NOTE: Final = Text(
    "Läst i SCB:s beskrivning (LISA), inte i förordningen.",
    "Read in SCB's description (LISA), not in the ordinance.",
)
LISA: Final = cited_description("SCB, LISA 1990–2017", "instegsjobb: nyanlända, i förening med sfi")


def _entry(
    first: date,
    last: date,
    condition: Condition,
    *citations: Citation,
    note: Text = SFI_NOTE,
) -> Version:
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=during(WITHOUT_WORK) & WITH_SFI & condition,
        citations=citations,
        note=note,
    )


def _early(first: date, last: date, wording: str) -> Version:
    unread = _ordinance_of_1997("5 c §", wording, Confidence.INFERRED)
    return _entry(first, last, EIGHTEEN_MONTHS, unread, LISA, note=LISA_NOTE)


END_OF_SUPPORT: Final = _ordinance_of_1997("5 e och 17 b §§", "SFS 2010:259")
LIMIT_INFERRED: Final = _ordinance_of_1997("5 c §", "SFS 2009:1600", Confidence.INFERRED)


def _unread_of_2015(wording: str | None) -> Citation:
    return cited("SFS 2015:503", "25 §", wording=wording, confidence=Confidence.INFERRED)


instegsjobb: Final = Rule(
    id="instegsjobb",
    national=True,
    name=Text("instegsjobb", "entry jobs"),
    versions=(
        _early(date(2007, 7, 2), date(2008, 5, 31), "SFS 2007:420"),
        _early(date(2008, 6, 1), date(2009, 7, 27), "SFS 2008:144"),
        _early(date(2009, 7, 28), date(2009, 12, 31), "SFS 2009:763"),
        _early(date(2010, 1, 1), date(2010, 6, 27), "SFS 2009:1600"),
        _entry(
            date(2010, 6, 28),
            date(2012, 6, 30),
            AT_LEAST_20_PERHAPS & RECENT_PERMIT,
            END_OF_SUPPORT,
            LIMIT_INFERRED,
        ),
        _entry(
            date(2012, 7, 1),
            date(2012, 10, 14),
            AT_LEAST_20_PERHAPS & RECENT_PERMIT,
            _ordinance_of_1997("5 e och 17 b §§", "SFS 2012:102", Confidence.INFERRED),
            LIMIT_INFERRED,
        ),
        _entry(
            date(2012, 10, 15),
            date(2013, 1, 31),
            READ_2012,
            _ordinance_of_1997("5 c §", "SFS 2012:563"),
            _ordinance_of_1997("5 e §", "SFS 2012:102", Confidence.INFERRED),
        ),
        _entry(
            date(2013, 2, 1),
            date(2014, 4, 30),
            OF_1997,
            _ordinance_of_1997("5 c §", "SFS 2012:984", Confidence.INFERRED),
        ),
        _entry(
            date(2014, 5, 1),
            date(2015, 8, 2),
            OF_1997,
            _ordinance_of_1997("5 c §", "SFS 2014:189", Confidence.INFERRED),
        ),
        _entry(date(2015, 8, 3), date(2016, 1, 31), OF_2015, _unread_of_2015(None)),
        _entry(date(2016, 2, 1), date(2017, 1, 31), OF_2015, _unread_of_2015("SFS 2015:951")),
        _entry(date(2017, 2, 1), date(2017, 12, 31), OF_2015, _unread_of_2015("SFS 2016:1277")),
        _entry(date(2018, 1, 1), REPEALED, OF_2015, _unread_of_2015("SFS 2017:1169")),
    ),
)

# --- Introduktionsjobb

FROM_JOBBGARANTI: Final = named(
    Text("Jobbgarantin för ungdomar (4 § 2)", "The job guarantee (Section 4, point 2)"),
    age(20) & participates("jobbgaranti") & at_least("benefit_days_in_jobbgaranti", 200),
)
NEWLY_ARRIVED: Final = named(Text("Nyanlända (5 §)", "Newly arrived (Section 5)"), newly_arrived())
ROUTES: Final = IN_GUARANTEE | NEWLY_ARRIVED | FROM_JOBBGARANTI
FOUR_UNREAD: Final = not_expressed(
    Text(
        "att 4 § redan gällde dem som är nya i garantin eller har 200 dagar i jobbgarantin (den "
        "ursprungliga lydelsen har inte lästs)",
        "that Section 4 already held for those new in the guarantee or with 200 days in the job "
        "guarantee (the original wording was not read)",
    )
)
AGAIN: Final = Text(
    "Den som redan har haft en anställning med särskilt anställningsstöd ska dessutom ha varit "
    "utan arbete eller i program i minst sex månader (6 §); det villkoret prövas inte här.",
    "Those who have had employment with special support before must also have been without work or "
    "in programmes for at least six months (Section 6); that is not assessed here.",
)


def _introduction(
    first: date,
    last: date | None,
    condition: Condition,
    limit: Condition,
    *citations: Citation,
) -> Version:
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=condition & limit,
        citations=citations,
        note=AGAIN,
    )


def _of_2018(
    place: str, wording: str | None, confidence: Confidence = Confidence.VERIFIED
) -> Citation:
    return cited("SFS 2018:42", place, wording=wording, confidence=confidence)


FOUR: Final = _of_2018("4 §", "SFS 2018:530")
FIVE: Final = _of_2018("5 §", "SFS 2021:805")
FIVE_UNREAD: Final = _of_2018("5 §", "SFS 2021:805", Confidence.INFERRED)
LIMIT_65: Final = _of_2018("12 §", None, Confidence.INFERRED)

introduktionsjobb: Final = Rule(
    id="introduktionsjobb",
    national=True,
    name=Text("introduktionsjobb", "introduction jobs"),
    versions=(
        _introduction(
            date(2018, 5, 1),
            date(2018, 6, 30),
            IN_GUARANTEE & (SIX_MONTHS | FROM_15_MONTHS | FOUR_UNREAD)
            | NEWLY_ARRIVED
            | FROM_JOBBGARANTI & FOUR_UNREAD,
            NOT_PAST_65,
            _of_2018("4 §", None, Confidence.INFERRED),
            FIVE_UNREAD,
            LIMIT_65,
        ),
        _introduction(
            date(2018, 7, 1), date(2021, 7, 19), ROUTES, NOT_PAST_65, FOUR, FIVE_UNREAD, LIMIT_65
        ),
        _introduction(
            date(2021, 7, 20), date(2022, 12, 31), ROUTES, NOT_PAST_65, FOUR, FIVE, LIMIT_65
        ),
        _introduction(
            date(2023, 1, 1),
            date(2025, 12, 31),
            ROUTES,
            NOT_PAST_66,
            FOUR,
            FIVE,
            _of_2018("12 §", "SFS 2022:1450", Confidence.INFERRED),
        ),
        _introduction(
            date(2026, 1, 1),
            None,
            ROUTES,
            REFERENCE_AGE,
            FOUR,
            FIVE,
            _of_2018("12 §", "SFS 2022:1451"),
        ),
    ),
)

# --- Förstärkt särskilt anställningsstöd

REINFORCED: Final = (
    age(20) & IN_GUARANTEE & at_least("benefit_days_in_jobb_och_utvecklingsgaranti", 450)
)
REINFORCED_CITED: Final = (
    cited_description("SCB, LISA 1990–2017", "förstärkt särskilt anställningsstöd"),
    cited("SFS 2015:503", "upphävd 2018-05-01", wording="SFS 2018:42"),
)
REINFORCED_NOTE: Final = Text(
    "Stödet började i mars eller april 2012; dagen är inte känd, och inte heller om det upphörde "
    "före förordningen. Det var för den som deltog i fas 3 eller, senare, i garantin efter 450 "
    "dagar.",
    "The support began in March or April 2012; the day is not known, nor whether it ended before "
    "the ordinance did. It was for participants in phase 3 or, later, in the guarantee after 450 "
    "days.",
)

forstarkt_sarskilt_anstallningsstod: Final = Rule(
    id="forstarkt_sarskilt_anstallningsstod",
    national=True,
    name=Text("förstärkt särskilt anställningsstöd", "reinforced special employment support"),
    versions=(
        Version(
            reading="sfs",
            valid_from=date(2012, 3, 1),
            valid_to=date(2012, 3, 31),
            condition=REINFORCED
            & not_expressed(
                Text(
                    "att stödet hade börjat (källan säger mars eller april 2012)",
                    "that the support had begun (the source says March or April 2012)",
                )
            ),
            citations=REINFORCED_CITED,
            note=REINFORCED_NOTE,
        ),
        Version(
            reading="sfs",
            valid_from=date(2012, 4, 1),
            valid_to=REPEALED,
            condition=REINFORCED,
            citations=REINFORCED_CITED,
            note=REINFORCED_NOTE,
        ),
    ),
)
