"""Traineejobb (SFS 2015:503): half-time work in welfare or a shortage occupation beside studies."""

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
    judgement,
    named,
    not_expressed,
    run,
)
from dualib.dates import Ends, last_months, months
from dualib.language import Text
from dualib.programmes.shared_terms import (
    IN_ETABLERING,
    IN_PROGRAMME,
    JOBLESS,
    LATELY_IN_ETABLERING,
    RECENT_PERMIT,
    WITHOUT_WORK,
    cited,
    cited_project,
    months_of_days,
    newly_arrived,
)
from dualib.rules.rule import Rule, Version
from dualib.sources import Citation, Confidence
from dualib.vocabulary.facts import Status

__all__ = ["traineejobb"]

AT_RISK: Final = judgement(
    Text(
        "att personen riskerar långtidsarbetslöshet", "that the person risks long-term unemployment"
    )
)

NO_NEW_DECISIONS: Final = Text(
    "Stödet fanns från den 3 augusti 2015; inga nya beslut efter den 31 december 2017.",
    "The support existed from 3 August 2015; no new decisions after 31 December 2017.",
)
FIRST, LAST = date(2015, 8, 3), date(2017, 12, 31)
#: Nobody who is not yet 25 has been out of work since turning 16 for more than nine years.
SINCE_16: Final = last_months(108)

#: A place in a shortage occupation, beside those in welfare services.
SHORTAGE: Final = has("shortage_occupation_place")
IN_SHORTAGE: Final = Text(
    "Trainee i bristyrke (20 §)", "Trainee in a shortage occupation (Section 20)"
)


def _months(count: int) -> Condition:
    """So many months without work or in programmes: a run is enough, days with breaks may be."""
    spent = JOBLESS | IN_PROGRAMME
    words = {3: Text("tre", "three"), 6: Text("sex", "six")}[count]
    return run(spent, months(count), ends=Ends.DAY_BEFORE) | (
        days_in(spent, at_least={3: 89, 6: 181}[count], window=SINCE_16, ends=Ends.DAY_BEFORE)
        & not_expressed(
            Text(
                f"att {words.sv} månader som inte ligger i följd räcker (den ursprungliga texten "
                "har inte lästs)",
                f"that {words.en} months which are not consecutive are enough (the original text "
                "was not read)",
            )
        )
    )


def _out_of_work(count: int) -> Condition:
    """14 and 20 §§ as issued: young, without work, and so for so many months."""
    return age(20, below=25) & during(WITHOUT_WORK) & _months(count)


#: 20 § as issued.
SHORTAGE_2015: Final = named(IN_SHORTAGE, _out_of_work(3) & SHORTAGE)

#: 20 § from July 2016. All other trainees of the ordinance are at least 20 and registered (14 a–14
#: c §§).
SHORTAGE_2016: Final = named(
    IN_SHORTAGE,
    age(20)
    & during(Status.REGISTERED_AS_JOBSEEKER)
    & SHORTAGE
    & not_expressed(
        Text(
            "att villkoren för traineejobb i bristyrken är uppfyllda (20 § ändrades den 1 juli "
            "2016 och har inte lästs i den lydelsen)",
            "that the conditions for trainee jobs in shortage occupations are met (Section 20 "
            "changed on 1 July 2016 and was not read in that wording)",
        )
    ),
)

YOUNG: Final = named(
    Text("Unga (14 a §)", "The young (Section 14 a)"),
    age(20, below=25)
    & during(Status.REGISTERED_AS_JOBSEEKER)
    & AT_RISK
    & months_of_days(days(Status.FULL_TIME_UNEMPLOYED), count=3, frame=6, ends=Ends.DAY_BEFORE),
)
LONG_TERM: Final = named(
    Text("Långtidsarbetslösa (14 b §)", "The long-term unemployed (Section 14 b)"),
    age(25)
    & during(Status.REGISTERED_AS_JOBSEEKER)
    & months_of_days(days(Status.FULL_TIME_UNEMPLOYED), count=12, frame=15, ends=Ends.DAY_BEFORE)
    & run(days(Status.FULL_TIME_UNEMPLOYED), months(6), ends=Ends.DAY_BEFORE),
)
NEWLY_ARRIVED: Final = Text("Nyanlända (14 c §)", "Newly arrived (Section 14 c)")
NEW_2016: Final = named(NEWLY_ARRIVED, newly_arrived(always_without_work=True))
NEW_2017: Final = named(
    NEWLY_ARRIVED,
    age(20)
    & during(WITHOUT_WORK)
    & (
        IN_ETABLERING
        | RECENT_PERMIT
        | LATELY_IN_ETABLERING
        & not_expressed(
            Text(
                "att en etableringsplan som avslutats under de senaste tolv månaderna räcker (14 "
                "c § ändrades den 1 februari 2017 och har inte lästs i den lydelsen)",
                "that an establishment plan which ended in the last twelve months is enough "
                "(Section 14 c changed on 1 February 2017 and was not read in that wording)",
            )
        )
    ),
)

REPEALED: Final = cited(
    "SFS 2015:503", "14–14 c och 20 §§ upphävda 2018-01-01", wording="SFS 2017:1169"
)
WELFARE: Final = cited("SFS 2015:503", "14–14 b §§", wording="SFS 2016:367")
PERMITS: Final = Text(
    "Slutet av 14 c § har inte lästs: tillstånd inom 36 månader står på Arbetsförmedlingens sida.",
    "The end of Section 14 c was not read: a permit within 36 months stands on "
    "Arbetsförmedlingen's page.",
)
NO_NEW: Final = Text(
    "Inga nya beslut efter den 31 december 2017.", "No new decisions after 31 December 2017."
)


def _text(
    first: date, last: date, condition: Condition, *citations: Citation, note: tuple[Text, ...]
) -> Version:
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=condition,
        citations=citations,
        note=Text(" ".join(said.sv for said in note), " ".join(said.en for said in note)),
    )


def _inferred(place: str, wording: str | None = None) -> Citation:
    return cited("SFS 2015:503", place, wording=wording, confidence=Confidence.INFERRED)


traineejobb: Final = Rule(
    id="traineejobb",
    national=True,
    name=Text("traineejobb", "trainee jobs"),
    versions=(
        Version(
            reading="dua",
            valid_from=FIRST,
            valid_to=LAST,
            condition=age(20, below=25) & during(JOBLESS),
            citations=(cited_project("20–25 år, halvöppet; arbetslös och anmäld den dagen"),),
            supported_as="traineejobb.dua",
            note=NO_NEW_DECISIONS,
        ),
        _text(
            FIRST,
            date(2016, 5, 31),
            named(Text("Trainee (14 §)", "Trainee (Section 14)"), _out_of_work(6)) | SHORTAGE_2015,
            _inferred("14 och 20 §§"),
            note=(
                Text(
                    "Anställning på halvtid i välfärden eller ett bristyrke förenas med "
                    "yrkesinriktade gymnasiestudier på minst 25 procent. Villkoren är lästa i "
                    "regeringens beskrivning, inte i förordningens ursprungliga text; om "
                    "månaderna måste ligga i följd står inte där.",
                    "Half-time work in welfare or a shortage occupation is combined with "
                    "vocational upper-secondary studies of at least 25 per cent. The conditions "
                    "were read in the government's description, not in the original text of the "
                    "ordinance; whether the months must be consecutive is not said there.",
                ),
            ),
        ),
        _text(
            date(2016, 6, 1),
            date(2016, 6, 30),
            YOUNG | LONG_TERM | NEW_2016 | SHORTAGE_2015,
            WELFARE,
            _inferred("14 c §", "SFS 2016:367"),
            _inferred("20 §"),
            REPEALED,
            note=(PERMITS, NO_NEW),
        ),
        _text(
            date(2016, 7, 1),
            date(2017, 1, 31),
            YOUNG | LONG_TERM | NEW_2016 | SHORTAGE_2016,
            WELFARE,
            _inferred("14 c §", "SFS 2016:367"),
            _inferred("20 §", "SFS 2016:427"),
            REPEALED,
            note=(PERMITS, NO_NEW),
        ),
        _text(
            date(2017, 2, 1),
            LAST,
            YOUNG | LONG_TERM | NEW_2017 | SHORTAGE_2016,
            WELFARE,
            _inferred("14 c §", "SFS 2016:1277"),
            _inferred("20 §", "SFS 2016:427"),
            REPEALED,
            note=(PERMITS, NO_NEW),
        ),
    ),
)
