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
    not_expressed,
    participates,
    within,
)
from dualib.dates import Ends, last_months, months
from dualib.language import Text
from dualib.programmes.shared_terms import (
    IN_ETABLERING,
    LATELY_IN_ETABLERING,
    RECENT_PERMIT,
    WITHOUT_WORK,
    cited,
    cited_description,
    newly_arrived,
)
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
    """Six months in the guarantee in all ("sammanlagt"), with or without breaks; how many days they are is not said."""
    inside = days(Status.IN_JOBB_OCH_UTVECKLINGSGARANTI)
    enough, perhaps = (
        days_in(inside, at_least=count, window=SINCE_THE_GUARANTEE, ends=Ends.ON)
        for count in (184, 181)
    )
    return enough | perhaps & not_expressed(
        Text(
            "att 181–183 dagar räknas som sammanlagt sex månader (reglerna säger inte hur)",
            "that 181–183 days count as six months in all (the rules do not say how)",
        )
    )


SIX_MONTHS: Final = _six_months_in_all()

SIX_MONTHS_NOTE: Final = Text(
    "Sammanlagt sex månader i garantin, eller genast för den som kommer efter 15 månader i jobbgarantin.",
    "Six months in all in the guarantee, or at once for those who come after 15 months in the job guarantee.",
)

sarskilt_anstallningsstod: Final = Rule(
    id="sarskilt_anstallningsstod",
    national=True,
    name=Text("särskilt anställningsstöd", "special employment support"),
    versions=(
        Version(
            reading="sfs",
            valid_from=date(2011, 7, 1),
            valid_to=date(2015, 8, 2),
            condition=IN_GUARANTEE & (SIX_MONTHS | has("jobbgaranti_time_used")),
            citations=(cited("SFS 1997:1275", "5 a §", wording="SFS 2011:586"),),
            note=SIX_MONTHS_NOTE,
        ),
        Version(
            reading="sfs",
            valid_from=date(2015, 8, 3),
            valid_to=date(2018, 4, 30),
            condition=IN_GUARANTEE & (SIX_MONTHS | has("jobbgaranti_time_used")),
            citations=(cited("SFS 2015:503", "2 §"),),
            supported_as="sarskilt_anstallningsstod.2015",
            note=SIX_MONTHS_NOTE,
        ),
    ),
)

#: Studies in sfi beside the work; they need not have begun before.
WITH_SFI: Final = during(Status.SFI) | not_expressed(
    Text(
        "att personen har fått en utfästelse om att läsa sfi i förening med arbetet",
        "that the person has been promised studies in sfi together with the work",
    )
)
AT_LEAST_20_PERHAPS: Final = age(20) | not_expressed(
    Text(
        "att den som inte har fyllt 20 omfattades (åldersgränsen före den 15 oktober 2012 har inte setts)",
        "that those not yet 20 were included (the age limit before 15 October 2012 was not seen)",
    )
)
ETABLERING_PERHAPS: Final = (IN_ETABLERING | LATELY_IN_ETABLERING) & not_expressed(
    Text(
        "att etablering var en egen väg (25 § har inte setts)",
        "that etablering was a route of its own (25 § was not seen)",
    )
)
SFI_NOTE: Final = Text(
    "Studierna i sfi eller motsvarande ska gå att förena med arbetet. För den som får en ny anvisning efter godkänd "
    "kurs D krävs de inte; det uttrycks inte här.",
    "Studies in sfi or the like must be possible beside the work. Those assigned anew after passing course D need "
    "none; that is not expressed here.",
)


def _entry(
    first: date, last: date, condition: Condition, *citations: Citation, note: Text
) -> Version:
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=during(WITHOUT_WORK) & WITH_SFI & condition,
        citations=citations,
        note=note,
    )


def _ordinance_of_1997(
    place: str, wording: str, confidence: Confidence = Confidence.VERIFIED
) -> Citation:
    return cited("SFS 1997:1275", place, wording=wording, confidence=confidence)


instegsjobb: Final = Rule(
    id="instegsjobb",
    national=True,
    name=Text("instegsjobb", "entry jobs"),
    versions=(
        _entry(
            date(2007, 7, 1),
            date(2010, 6, 27),
            AT_LEAST_20_PERHAPS
            & has("residence_permit")
            & (
                within("permit_granted", months(18))
                | within("permit_granted", months(36))
                & not_expressed(
                    Text(
                        "att gränsen redan var 36 månader (den höjdes från 18 en dag som inte har hittats)",
                        "that the limit was already 36 months (it was raised from 18 on a day that was not found)",
                    )
                )
            ),
            cited_description("SCB, LISA 1990–2017", "instegsjobb: nyanlända, i förening med sfi"),
            note=Text(
                "Läst i SCB:s beskrivning (LISA), inte i förordningen. Källan säger juli 2007; dagen är inte känd.",
                "Read in SCB's description (LISA), not in the ordinance. The source says July 2007; the day is not "
                "known.",
            ),
        ),
        _entry(
            date(2010, 6, 28),
            date(2012, 10, 14),
            AT_LEAST_20_PERHAPS & RECENT_PERMIT,
            _ordinance_of_1997("5 e och 17 b §§", "SFS 2010:259"),
            _ordinance_of_1997("5 c §", "SFS 2009:1600", Confidence.INFERRED),
            note=SFI_NOTE,
        ),
        _entry(
            date(2012, 10, 15),
            date(2015, 8, 2),
            age(20) & RECENT_PERMIT,
            _ordinance_of_1997("5 c §", "SFS 2012:563"),
            _ordinance_of_1997("5 e och 17 b §§", "SFS 2010:259"),
            note=SFI_NOTE,
        ),
        _entry(
            date(2015, 8, 3),
            REPEALED,
            age(20) & (RECENT_PERMIT | ETABLERING_PERHAPS),
            cited(
                "SFS 2015:503",
                "25 §",
                wording="SFS 2015:951; SFS 2017:1169",
                confidence=Confidence.INFERRED,
            ),
            note=Text(
                "Villkoren är en slutsats av SFS 2012:563 och av 8 b §; 25 § har inte setts. "
                + SFI_NOTE.sv,
                "The conditions are inferred from SFS 2012:563 and from 8 b §; 25 § was not seen. "
                + SFI_NOTE.en,
            ),
        ),
    ),
)

FROM_JOBBGARANTI: Final = (
    age(20) & participates("jobbgaranti") & at_least("benefit_days_in_jobbgaranti", 200)
)
NEWLY_ARRIVED: Final = newly_arrived()
AGAIN: Final = Text(
    "Den som redan har haft en anställning med särskilt anställningsstöd ska dessutom ha varit utan arbete eller i "
    "program i minst sex månader (6 §): det uttrycks inte här.",
    "Those who have had employment with special support before must also have been without work or in programmes for "
    "at least six months (6 §): that is not expressed here.",
)
BEFORE_2021: Final = Text(
    f"Lydelsen av 5 § om nyanlända före den 20 juli 2021 har inte setts: här gäller den därefter. {AGAIN.sv}",
    f"The text of 5 § on newly arrived before 20 July 2021 was not seen: that from then on is used. {AGAIN.en}",
)

introduktionsjobb: Final = Rule(
    id="introduktionsjobb",
    national=True,
    name=Text("introduktionsjobb", "introduction jobs"),
    versions=(
        Version(
            reading="sfs",
            valid_from=date(2018, 5, 1),
            valid_to=date(2018, 6, 30),
            condition=IN_GUARANTEE | NEWLY_ARRIVED,
            citations=(
                cited("SFS 2018:42", "4 §"),
                cited("SFS 2018:42", "5 §", wording="SFS 2021:805", confidence=Confidence.INFERRED),
            ),
            note=BEFORE_2021,
        ),
        Version(
            reading="sfs",
            valid_from=date(2018, 7, 1),
            valid_to=date(2021, 7, 19),
            condition=IN_GUARANTEE | NEWLY_ARRIVED | FROM_JOBBGARANTI,
            citations=(
                cited("SFS 2018:42", "4 §", wording="SFS 2018:530"),
                cited("SFS 2018:42", "5 §", wording="SFS 2021:805", confidence=Confidence.INFERRED),
            ),
            note=BEFORE_2021,
        ),
        Version(
            reading="sfs",
            valid_from=date(2021, 7, 20),
            condition=IN_GUARANTEE | NEWLY_ARRIVED | FROM_JOBBGARANTI,
            citations=(
                cited("SFS 2018:42", "4 §", wording="SFS 2018:530"),
                cited("SFS 2018:42", "5 §", wording="SFS 2021:805"),
            ),
            note=AGAIN,
        ),
    ),
)

forstarkt_sarskilt_anstallningsstod: Final = Rule(
    id="forstarkt_sarskilt_anstallningsstod",
    national=True,
    name=Text("förstärkt särskilt anställningsstöd", "reinforced special employment support"),
    versions=(
        Version(
            reading="sfs",
            valid_from=date(2012, 4, 1),
            valid_to=REPEALED,
            condition=age(20)
            & IN_GUARANTEE
            & at_least("benefit_days_in_jobb_och_utvecklingsgaranti", 450),
            citations=(
                cited_description("SCB, LISA 1990–2017", "förstärkt särskilt anställningsstöd"),
                cited("SFS 2015:503", "upphävd 2018-05-01", wording="SFS 2018:42"),
            ),
            note=Text(
                "Stödet började i mars eller april 2012; dagen är inte känd, och inte heller om det upphörde före "
                "förordningen. Det var för den som deltog i fas 3 eller, senare, i garantin efter 450 dagar.",
                "The support began in March or April 2012; the day is not known, nor whether it ended before the "
                "ordinance did. It was for participants in phase 3 or, later, in the guarantee after 450 days.",
            ),
        ),
    ),
)
