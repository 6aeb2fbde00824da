"""The checks of ``agreement.csv``: what must be there once, what stands beside what, dates that run forwards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from dualib.agreements.faults import Faults
from dualib.agreements.period import UNTIL_FURTHER_NOTICE, StatedDate
from dualib.agreements.reading import Row, Sheet
from dualib.sources import NOT_IN_SOURCE

__all__ = ["check_heading", "stated_date", "values_of"]

_ONCE: Final = [
    "title",
    "period_from",
    "period_to",
    "documented_on",
    "state",
    "target_group",
    "target_group_en",
    "purpose",
    "purpose_en",
]
_NEEDED: Final = ("title", "municipality", "party", "period_from", "period_to")
_BESIDE: Final = (
    ("party_number", "party", re.compile(r"\d{6}-\d{4}", re.ASCII), "212000-0746"),
    ("municipality_code", "municipality", re.compile(r"\d{4}", re.ASCII), "0880"),
    ("source_sha256", "source_title", re.compile(r"[0-9a-f]{64}", re.ASCII), "64 hexadecimal digits"),
)
_SILENT: Final = NOT_IN_SOURCE.value


def values_of(rows: Sequence[Row], key: str) -> list[tuple[int, str]]:
    """Return row numbers and values of a key that may be repeated.

    >>> values_of([(1, {"key": "party", "value": "Kalmar kommun"})], "party")
    [(1, 'Kalmar kommun')]
    """
    return [(number, row["value"]) for number, row in rows if row["key"] == key]


def check_heading(sheet: Sheet, faults: Faults) -> None:
    """Add to ``faults`` whatever is wrong with the rows of ``agreement.csv``.

    >>> faults = Faults()
    >>> check_heading(Sheet("agreement.csv", ((1, {"key": "documented_on", "value": "2015"}),)), faults)
    >>> print(faults.found[-1])
    agreement.csv, row 1: column value: '2015' is no date for documented_on: write as 2018-12-31, or NOT_IN_SOURCE
    """
    for key in _ONCE:
        for number, _ in values_of(sheet.rows, key)[1:]:
            faults.add(
                sheet.name,
                number,
                f"kolumn key: {key} finns redan: ta bort en av raderna",
                f"column key: {key} is there already: remove one of the rows",
            )
    for key in _NEEDED:
        if sheet.readable and key not in sheet.named:
            faults.add(
                sheet.name,
                None,
                f"raden {key} saknas: lägg till den, med värdet {_SILENT} om källan tiger",
                f"the row {key} is missing: add it, with the value {_SILENT} if the source is silent",
            )
    for key, beside, pattern, example in _BESIDE:
        values = values_of(sheet.rows, key)
        for number, value in values:
            if value != _SILENT and not pattern.fullmatch(value):
                faults.add(
                    sheet.name,
                    number,
                    f"kolumn value: {value!r} är ingen {key}: skriv som {example}, eller {_SILENT}",
                    f"column value: {value!r} is no {key}: write as {example}, or {_SILENT}",
                )
        wanted = len(values_of(sheet.rows, beside))
        if sheet.complete and values and len(values) != wanted:
            faults.add(
                sheet.name,
                values[-1][0],
                f"kolumn key: {len(values)} {key} men {wanted} {beside}: skriv en för varje, eller {_SILENT}",
                f"column key: {len(values)} {key} but {wanted} {beside}: write one for each, or {_SILENT}",
            )
    ends: dict[str, StatedDate] = {}
    for key in ("period_from", "period_to", "documented_on"):
        words = [_SILENT, UNTIL_FURTHER_NOTICE.value] if key == "period_to" else [_SILENT]
        for number, value in values_of(sheet.rows, key):
            end = stated_date(value)
            if end is None or (not isinstance(end, date) and value not in words):
                known = " / ".join(words)
                faults.add(
                    sheet.name,
                    number,
                    f"kolumn value: {value!r} är inget datum för {key}: skriv som 2018-12-31, eller {known}",
                    f"column value: {value!r} is no date for {key}: write as 2018-12-31, or {known}",
                )
                continue
            ends[key] = end
            first = ends.get("period_from")
            if key == "period_to" and isinstance(first, date) and isinstance(end, date) and end < first:
                faults.add(
                    sheet.name,
                    number,
                    f"kolumn value: period_to {end} är före period_from {first}: byt plats på dem",
                    f"column value: period_to {end} is before period_from {first}: change places",
                )


def stated_date(value: str) -> StatedDate | None:
    """Return the date, or what the source says instead of one; None if it is neither.

    >>> stated_date("until_further_notice")
    UNTIL_FURTHER_NOTICE
    """
    for word in (NOT_IN_SOURCE, UNTIL_FURTHER_NOTICE):
        if value == word.value:
            return word
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
