"""Extratjänst (SFS 2015:503, from 2018-05-01 SFS 2018:42): subsidised work in welfare services."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import Condition, at_least, named, not_expressed, participates
from dualib.language import Text
from dualib.programmes.shared_terms import cited, newly_arrived
from dualib.programmes.subsidised_work import NOT_PAST_65
from dualib.rules.rule import Rule, Version
from dualib.sources import Citation, Confidence

__all__ = ["extratjanst"]

LONG: Final = at_least("benefit_days_in_jobb_och_utvecklingsgaranti", 450)
#: 8 § in SFS 2015:951: has taken part for 450 benefit days.
LONG_IN_GUARANTEE: Final = LONG & (
    participates("jobb_och_utvecklingsgaranti")
    | not_expressed(
        Text(
            "att deltagandet inte behöver pågå (8 § säger inte det)",
            "that the participation need not be going on (Section 8 does not say)",
        )
    )
)
LONG_UNREAD: Final = LONG & not_expressed(
    Text(
        "att 450 ersättningsdagar i garantin räcker (det har bara lästs i lydelsen från den 1 "
        "februari 2016)",
        "that 450 benefit days in the guarantee are enough (that was read in the wording of 1 "
        "February 2016 only)",
    )
)

#: In 8 b § also those assigned to etablering must be without work.
NEWLY_ARRIVED: Final = named(
    Text("Nyanlända (8 b §)", "Newly arrived (Section 8 b)"),
    newly_arrived(always_without_work=True),
)
NEWLY_UNREAD: Final = NEWLY_ARRIVED & not_expressed(
    Text(
        "att 8 b § redan löd som från den 1 januari 2018 (den har inte lästs i lydelserna före)",
        "that Section 8 b already read as from 1 January 2018 (it was not read in the wordings "
        "before)",
    )
)


def _text(first: date, last: date, condition: Condition, *citations: Citation) -> Version:
    return Version(
        reading="sfs", valid_from=first, valid_to=last, condition=condition, citations=citations
    )


def _of_2015(
    place: str, wording: str | None, confidence: Confidence = Confidence.INFERRED
) -> Citation:
    return cited("SFS 2015:503", place, wording=wording, confidence=confidence)


def _of_2018(place: str, wording: str | None) -> Citation:
    return cited("SFS 2018:42", place, wording=wording, confidence=Confidence.INFERRED)


REPEALED: Final = cited("SFS 2018:42", "7–9 §§ upphävda 2023-01-01", wording="SFS 2022:1734")
GUARANTEE_2016: Final = _of_2015("8 och 8 a §§", "SFS 2016:926")

extratjanst: Final = Rule(
    id="extratjanst",
    national=True,
    name=Text("extratjänster", "extra service jobs"),
    versions=(
        _text(date(2015, 11, 2), date(2016, 1, 31), LONG_UNREAD, _of_2015("8 §", None)),
        _text(
            date(2016, 2, 1),
            date(2016, 11, 30),
            LONG_IN_GUARANTEE,
            _of_2015("8 §", "SFS 2015:951", Confidence.VERIFIED),
        ),
        _text(
            date(2016, 12, 1),
            date(2017, 1, 31),
            LONG_UNREAD | NEWLY_UNREAD,
            GUARANTEE_2016,
            _of_2015("8 b §", "SFS 2016:926"),
        ),
        _text(
            date(2017, 2, 1),
            date(2017, 12, 31),
            LONG_UNREAD | NEWLY_UNREAD,
            GUARANTEE_2016,
            _of_2015("8 b §", "SFS 2016:1277"),
        ),
        _text(
            date(2018, 1, 1),
            date(2018, 4, 30),
            LONG_UNREAD | NEWLY_ARRIVED,
            GUARANTEE_2016,
            _of_2015("8 b §", "SFS 2017:1169", Confidence.VERIFIED),
        ),
        _text(
            date(2018, 5, 1),
            date(2021, 7, 19),
            (LONG_UNREAD | NEWLY_ARRIVED) & NOT_PAST_65,
            _of_2018("7–9 och 12 §§", None),
            REPEALED,
        ),
        _text(
            date(2021, 7, 20),
            date(2022, 12, 31),
            (LONG_UNREAD | NEWLY_ARRIVED) & NOT_PAST_65,
            _of_2018("7, 9 och 12 §§", None),
            _of_2018("8 §", "SFS 2021:805"),
            REPEALED,
        ),
    ),
)
