"""What the ordinances on subsidised work have in common: months without work, and an upper age."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import (
    Condition,
    DaySet,
    age,
    days,
    days_in,
    during,
    has,
    named,
    not_expressed,
    on_or_after,
    run,
)
from dualib.dates import Ends, last_months, months
from dualib.language import Text
from dualib.programmes.shared_terms import IN_PROGRAMME, JOBLESS, LONGEST, SHORTEST, WITHOUT_WORK
from dualib.vocabulary.facts import Status

__all__ = [
    "NOT_PAST_65",
    "NOT_PAST_66",
    "OUT_OF_WORK",
    "OUT_OF_WORK_OR_SICK",
    "PERHAPS_OUT_OF_WORK",
    "REFERENCE_AGE",
    "REGISTERED",
    "SICK",
    "SICKNESS",
    "SIX_OF_NINE",
    "SIX_OF_NINE_BEFORE_2018",
    "TWELVE_OF_15",
    "TWELVE_OF_15_BEFORE_2018",
    "TWENTY_FOUR_OF_27",
]

CHILD_CARE: Final = days(Status.PARENTAL_LEAVE)

#: Registered; a participant in a programme without employment is.
REGISTERED: Final = during(WITHOUT_WORK | days(Status.REGISTERED_AS_JOBSEEKER))

#: States that count: unemployed and registered, in programmes, or unemployed with social assistance.
OUT_OF_WORK: Final = (
    JOBLESS | IN_PROGRAMME | days(Status.FULL_TIME_UNEMPLOYED) & days(Status.FORSORJNINGSSTOD)
)
SICK: Final = days(Status.FULL_TIME_SICK)
OUT_OF_WORK_OR_SICK: Final = OUT_OF_WORK | SICK
#: What sick leave was paid with is not registered, nor does an act say whether unemployment counts
#: without registration.
PERHAPS_OUT_OF_WORK: Final = IN_PROGRAMME | days(Status.FULL_TIME_UNEMPLOYED, Status.FULL_TIME_SICK)
SICKNESS: Final = Text(
    "att tiden med sjukdom räknas (med sjukpenning eller liknande)",
    "that time of illness counts (with sickness benefit or the like)",
)


def _perhaps(count: int, *more: Text) -> Condition:
    said = [
        Text(
            f"dagar som inte ligger i följd räknas som {count} månader",
            f"days which are not consecutive count as {count} months",
        ),
        Text("tiden med sjukdom räknas", "time of illness counts"),
        Text(
            "tiden som arbetslös utan anmälan räknas", "time unemployed without registration counts"
        ),
        *more,
    ]
    return not_expressed(
        Text(
            "att " + ", att ".join(words.sv for words in said[:-1]) + f" eller att {said[-1].sv}",
            "that " + ", that ".join(words.en for words in said[:-1]) + f" or that {said[-1].en}",
        )
    )


def _enough(count: int, frame: int, skipping: DaySet | None = None) -> Condition:
    """So many whole months in a row, or as many days of the frame as the longest of them hold."""
    return run(OUT_OF_WORK, months(count), ends=Ends.DAY_BEFORE, skipping=skipping) | days_in(
        OUT_OF_WORK,
        at_least=LONGEST[count],
        window=last_months(frame),
        ends=Ends.DAY_BEFORE,
        skipping=skipping,
    )


def _not_too_few(count: int, frame: int, skipping: DaySet | None = None) -> Condition:
    """As many days of the frame as the shortest so many months in a row hold."""
    return days_in(
        PERHAPS_OUT_OF_WORK,
        at_least=SHORTEST[count],
        window=last_months(frame),
        ends=Ends.DAY_BEFORE,
        skipping=skipping,
    )


def _words(count: int, frame: int) -> Text:
    return Text(
        f"{count} av {frame} månader utan arbete", f"{count} of {frame} months without work"
    )


def _before_2018(count: int, frame: int) -> Condition:
    """So many months of a frame; whether time of child care was left out was not read."""
    return named(
        _words(count, frame),
        _enough(count, frame)
        | _not_too_few(count, frame, CHILD_CARE)
        & _perhaps(
            count,
            Text(
                "tid med vård av barn inte räknas (det har inte lästs)",
                "time of child care is left out (that was not read)",
            ),
        ),
    )


def _from_2018(count: int, frame: int) -> Condition:
    """So many months of a frame, from which leave with a child under two is left out.

    Source: SFS 2018:43, 9 §; SFS 2022:807, 6 §.
    """
    young_child = has("leave_with_child_under_two")
    return named(
        _words(count, frame),
        _enough(count, frame)
        | young_child & _enough(count, frame, CHILD_CARE)
        | (_not_too_few(count, frame) | young_child & _not_too_few(count, frame, CHILD_CARE))
        & _perhaps(count),
    )


SIX_OF_NINE_BEFORE_2018: Final = _before_2018(6, 9)
TWELVE_OF_15_BEFORE_2018: Final = _before_2018(12, 15)
SIX_OF_NINE: Final = _from_2018(6, 9)
TWELVE_OF_15: Final = _from_2018(12, 15)
TWENTY_FOUR_OF_27: Final = _from_2018(24, 27)

AGE_LIMIT: Final = Text("Övre åldersgräns", "Upper age limit")


def _not_past(limit: int) -> Condition:
    """Support to the end of the year of reaching an age, as the transitional rules show it."""
    return named(
        AGE_LIMIT,
        ~age(limit + 1, at="calendar_year")
        | not_expressed(
            Text(
                f"att stöd kan ges efter det år då personen fyller {limit} (åldersgränsen har inte "
                "lästs i den lydelsen)",
                f"that support may be given after the year of turning {limit} (the age limit was "
                "not read in that wording)",
            )
        ),
    )


NOT_PAST_65: Final = _not_past(65)
NOT_PAST_66: Final = _not_past(66)
#: The reference age is 67 for those born from 1960; who turned 66 before 2026 keeps the older limit.
REFERENCE_AGE: Final = named(
    AGE_LIMIT,
    ~age(68, at="calendar_year")
    & (
        on_or_after("born", date(1960, 1, 1))
        | not_expressed(
            Text(
                "att den äldre åldersgränsen inte är nådd (den gäller den som fyllde 66 före 2026, "
                "och har inte lästs)",
                "that the older age limit is not reached (it holds for those who turned 66 before "
                "2026, and was not read)",
            )
        )
    ),
)
