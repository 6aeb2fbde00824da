"""Persons counted from a register, what is unknown about them, and made-up persons."""

from __future__ import annotations

from dualib.counting.persons.causes import UnknownCause, unknown_causes
from dualib.counting.persons.counted import count
from dualib.counting.persons.groupings import ages, column, has_fact, has_status
from dualib.counting.persons.synthetic import SYNTHETIC, Overlay, Synthetic, synthetic_columns

__all__ = [
    "SYNTHETIC",
    "Overlay",
    "Synthetic",
    "UnknownCause",
    "ages",
    "column",
    "count",
    "has_fact",
    "has_status",
    "synthetic_columns",
    "unknown_causes",
]
