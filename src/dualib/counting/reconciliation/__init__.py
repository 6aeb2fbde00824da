"""Relations among printed figures: which fail, why, and the smallest changes that explain them."""

from __future__ import annotations

from dualib.counting.reconciliation.relations import (
    Cause,
    Cell,
    Change,
    Discrepancy,
    Explanation,
    Exposure,
    Kind,
    Relation,
    bounds,
    discrepancies,
    exposed,
)

__all__ = [
    "Cause",
    "Cell",
    "Change",
    "Discrepancy",
    "Explanation",
    "Exposure",
    "Kind",
    "Relation",
    "bounds",
    "discrepancies",
    "exposed",
]
