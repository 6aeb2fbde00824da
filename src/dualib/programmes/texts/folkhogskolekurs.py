"""Studiemotiverande folkhögskolekurs (SFS 2000:634 8, 9 and 30 §§).

Until July 2015 for young people without final grades; from February 2016 for all who have turned 16
and have neither gymnasieexamen nor basic eligibility.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from dualib.conditions import Condition, age, during, has, judgement, not_expressed, participates
from dualib.language import Text
from dualib.programmes.shared_terms import UNEMPLOYED, YOUTH, cited
from dualib.rules.rule import Rule, Version
from dualib.sources import Citation, Confidence
from dualib.vocabulary.facts import Status

__all__ = ["folkhogskolekurs"]

#: 8 § and 30 § first paragraph: seeks work through Arbetsförmedlingen, is unemployed or at risk of
#: it, and needs it.
SEEKS_AND_NEEDS: Final = (
    during(Status.REGISTERED_AS_JOBSEEKER)
    & (
        UNEMPLOYED
        | judgement(
            Text(
                "att personen riskerar att bli arbetslös",
                "that the person is at risk of unemployment",
            )
        )
    )
    & judgement(
        Text(
            "att personen särskilt behöver förbereda sig för ett annat program, utbildning eller "
            "arbete",
            "that the person particularly needs to prepare for another programme, education or "
            "work",
        )
    )
)

WITHOUT_GRADES: Final = ~has("final_grades")
NEITHER_EXAM_NOR_ELIGIBILITY: Final = ~has("gymnasieexamen") & ~has("basic_eligibility")
IN_GUARANTEE: Final = participates("jobb_och_utvecklingsgaranti")

#: 30 § second paragraph 3 from February 2016. No floor of 25 (9 § 4).
FROM_16: Final = age(16) & NEITHER_EXAM_NOR_ELIGIBILITY

#: 9 § 4 until July 2015: young people without final grades; 30 § was not read.
YOUNG: Final = WITHOUT_GRADES & (
    YOUTH
    | IN_GUARANTEE
    & not_expressed(
        Text(
            "att även deltagare i jobb- och utvecklingsgarantin som har fyllt 25 år fick gå "
            "kursen (Folkbildningsrådet säger det 2014; 30 § har inte lästs)",
            "that participants in the job and development guarantee who had turned 25 could take "
            "the course too (the National Council of Adult Education says so in 2014; Section 30 "
            "was not read)",
        )
    )
)

#: From August 2015 to January 2016: certain where the wordings before and after agree.
BETWEEN: Final = YOUTH & WITHOUT_GRADES & NEITHER_EXAM_NOR_ELIGIBILITY | (
    WITHOUT_GRADES & (YOUTH | IN_GUARANTEE) | FROM_16
) & not_expressed(
    Text(
        "att villkoret fanns från augusti 2015 till januari 2016 (lydelsen har inte lästs, och "
        "lydelserna före och efter skiljer sig åt)",
        "that the condition stood from August 2015 to January 2016 (the wording was not read, and "
        "those before and after differ)",
    )
)
UNREAD: Final = not_expressed(
    Text(
        "att villkoren för kursen är uppfyllda (ingen lydelse av förordningen (2000:634) före "
        "februari 2011 har lästs)",
        "that the conditions of the course are met (no wording of Ordinance (2000:634) before "
        "February 2011 was read)",
    )
)

#: The first day of each wording of each section, the act that gave it, and whether it was read in
#: full.
WORDINGS: Final = {
    "8 §": (
        (date(2010, 1, 1), "2009:1601", False),
        (date(2013, 2, 1), "2012:982", False),
        (date(2016, 2, 1), "2015:947", False),
        (date(2018, 1, 1), "2017:1163", True),
    ),
    "9 §": (
        (date(2010, 1, 1), "2009:1601", False),
        (date(2010, 12, 1), "2010:1130", False),
        (date(2011, 2, 1), "2010:2026", False),
        (date(2012, 2, 1), "2011:1607", True),
        (date(2012, 5, 15), "2012:170", False),
        (date(2015, 8, 3), "2015:508", False),
        (date(2016, 2, 1), "2015:947", False),
        (date(2016, 8, 15), "2016:817", False),
        (date(2017, 2, 1), "2016:1268", True),
        (date(2017, 4, 1), "2017:106", False),
        (date(2018, 1, 1), "2017:1163", True),
        (date(2020, 1, 1), "2019:1156", True),
    ),
    "30 §": (
        (date(2010, 1, 1), "2007:1031", False),
        (date(2010, 6, 28), "2010:260", False),
        (date(2010, 12, 1), "2010:1130", False),
        (date(2011, 1, 15), "2010:1910", False),
        (date(2011, 2, 1), "2010:2026", False),
        (date(2011, 5, 25), "2011:416", False),
        (date(2012, 5, 15), "2012:170", False),
        (date(2015, 8, 3), "2015:508", False),
        (date(2016, 2, 1), "2015:947", False),
        (date(2016, 7, 1), "2016:465", False),
        (date(2016, 8, 15), "2016:817", False),
        (date(2018, 1, 1), "2017:1163", False),
        (date(2020, 11, 1), "2020:809", False),
        (date(2023, 12, 1), "2023:612", True),
    ),
}
FIRST_DAYS: Final = tuple(sorted({day for section in WORDINGS.values() for day, _, _ in section}))

NOT_READ: Final = Text(
    "Kursen finns sedan 2010 (Folkbildningsrådet). Ingen lydelse från den tiden har lästs, så "
    "inget svar är säkert.",
    "The course has existed since 2010 (the National Council of Adult Education). No wording of "
    "that time was read, so no answer is certain.",
)
YOUNG_ONLY: Final = Text(
    "För ungdomar som saknar slutbetyg från grund- eller gymnasieskolan (9 § 4 enligt SFS "
    "2011:1607, som är läst); som ungdom räknas den som har fyllt 16 men inte 25 år.",
    "For young people without final grades from compulsory or upper-secondary school (Section 9, "
    "item 4 in SFS 2011:1607, which was read); those who have turned 16 but not 25 count as young.",
)
NOT_READ_BETWEEN: Final = Text(
    "Lydelsen har inte lästs. Svaret är säkert där lydelserna före och efter är överens, annars "
    "okänt.",
    "The wording was not read. The answer is certain where the wordings before and after agree, "
    "otherwise unknown.",
)
THREE_MONTHS: Final = Text(
    "Högst tre månader, längre vid funktionsnedsättning eller språkbehov. För åren 2016–2023 är "
    "villkoren de som Folkbildningsrådet beskrev 2016 och 2018 och som står i lydelsen från "
    "december 2023.",
    "At most three months, longer with a disability or language needs. For 2016–2023 the "
    "conditions are those that the National Council of Adult Education described in 2016 and 2018 "
    "and that stand in the wording from December 2023.",
)


def _citations(on: date) -> tuple[Citation, ...]:
    """Return where the text of a day stands: of each section the wording in force."""
    found = []
    for place, wordings in WORDINGS.items():
        act, read = [(act, read) for day, act, read in wordings if day <= on][-1]
        confidence = Confidence.VERIFIED if read else Confidence.INFERRED
        found.append(cited("SFS 2000:634", place, wording=f"SFS {act}", confidence=confidence))
    return tuple(found)


def _stated(on: date) -> tuple[Condition, Text]:
    """Return what the text of a day says, and what must be known about it."""
    if on < date(2011, 2, 1):
        return UNREAD, NOT_READ
    if on < date(2015, 8, 3):
        return SEEKS_AND_NEEDS & YOUNG, YOUNG_ONLY
    if on < date(2016, 2, 1):
        return SEEKS_AND_NEEDS & BETWEEN, NOT_READ_BETWEEN
    return SEEKS_AND_NEEDS & FROM_16, THREE_MONTHS


def _text(first: date, following: date | None) -> Version:
    condition, note = _stated(first)
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=None if following is None else following - timedelta(days=1),
        condition=condition,
        citations=_citations(first),
        note=note,
    )


folkhogskolekurs: Final = Rule(
    id="folkhogskolekurs",
    national=True,
    name=Text("studiemotiverande folkhögskolekurs", "motivational folk high school course"),
    versions=tuple(
        _text(first, following)
        for first, following in zip(FIRST_DAYS, (*FIRST_DAYS[1:], None), strict=True)
    ),
)
