"""Counting: tables of persons, registers that overlap, published tables, disclosure control and made-up persons."""

from dualib.counting.causes import UnknownCause, unknown_causes
from dualib.counting.count import count
from dualib.counting.dimensions import CellStatus, Dimension
from dualib.counting.disclosure import AuditReport
from dualib.counting.grouping import ages, column, has_fact, has_status
from dualib.counting.intervals import Count, Interval
from dualib.counting.kolada import from_kolada
from dualib.counting.ledger import (
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
from dualib.counting.synthetic import SYNTHETIC, Overlay, Synthetic, synthetic_columns
from dualib.counting.tables import Protected, Table, protect

__all__ = [
    "SYNTHETIC",
    "AuditReport",
    "CellStatus",
    "Count",
    "Dimension",
    "Interval",
    "Ledger",
    "LedgerFact",
    "Overlay",
    "Protected",
    "Synthetic",
    "Table",
    "UnknownCause",
    "ages",
    "column",
    "count",
    "disjoint",
    "from_kolada",
    "has_fact",
    "has_status",
    "only_within",
    "outside",
    "overlap",
    "protect",
    "size",
    "subset",
    "synthetic_columns",
    "together",
    "unknown_causes",
]
