"""Counting: tables of persons, registers that overlap, published tables, disclosure control and made-up persons."""

from dualib.counting.disclosure.protection import AuditReport
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
from dualib.counting.persons.causes import UnknownCause, unknown_causes
from dualib.counting.persons.counted import count
from dualib.counting.persons.groupings import ages, column, has_fact, has_status
from dualib.counting.persons.synthetic import SYNTHETIC, Overlay, Synthetic, synthetic_columns
from dualib.counting.reconciliation.cells import Cell, Relation
from dualib.counting.reconciliation.explanations import Explanation
from dualib.counting.reconciliation.relations import Discrepancy, Exposure, discrepancies
from dualib.counting.tables.dimensions import CellStatus, Dimension
from dualib.counting.tables.kolada import from_kolada
from dualib.counting.tables.table import Protected, Table, protect
from dualib.exact.counts import Count, Interval

__all__ = [
    "SYNTHETIC",
    "AuditReport",
    "Cell",
    "CellStatus",
    "Count",
    "Dimension",
    "Discrepancy",
    "Explanation",
    "Exposure",
    "Interval",
    "Ledger",
    "LedgerFact",
    "Overlay",
    "Protected",
    "Relation",
    "Synthetic",
    "Table",
    "UnknownCause",
    "ages",
    "column",
    "count",
    "discrepancies",
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
