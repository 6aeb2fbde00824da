"""Registers that overlap: how many persons they hold together, as bounds."""

from __future__ import annotations

from dualib.counting.ledger.ledger import (
    Ledger,
    LedgerFact,
    disjoint,
    only_within,
    outside,
    overlap,
    size,
    subset,
    together,
)

__all__ = [
    "Ledger",
    "LedgerFact",
    "disjoint",
    "only_within",
    "outside",
    "overlap",
    "size",
    "subset",
    "together",
]
