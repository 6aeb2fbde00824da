"""What may be known about a person: facts, the statuses of days, and SKAT codes."""

from __future__ import annotations

from dualib.vocabulary.fact_types import NEVER, Change, Fact, FactValue, Kind, Never
from dualib.vocabulary.facts import DISABILITY_CODES, FACTS, Facts, fact, fact_of_kind
from dualib.vocabulary.skat_codes import SKAT, Skat, skat
from dualib.vocabulary.status import EXCLUSIVE, STATUS_ALIASES, Status, Track, statuses

__all__ = [
    "DISABILITY_CODES",
    "EXCLUSIVE",
    "FACTS",
    "NEVER",
    "SKAT",
    "STATUS_ALIASES",
    "Change",
    "Fact",
    "FactValue",
    "Facts",
    "Kind",
    "Never",
    "Skat",
    "Status",
    "Track",
    "fact",
    "fact_of_kind",
    "skat",
    "statuses",
]
