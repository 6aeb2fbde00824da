"""Tables of counts: dimensions, cells, text, JSON-stat and Kolada."""

from __future__ import annotations

from dualib.counting.tables.dimensions import ANSWER, UNKNOWN_CATEGORY, CellStatus, Dimension
from dualib.counting.tables.kolada import from_kolada
from dualib.counting.tables.table import Protected, Table, protect

__all__ = [
    "ANSWER",
    "UNKNOWN_CATEGORY",
    "CellStatus",
    "Dimension",
    "Protected",
    "Table",
    "from_kolada",
    "protect",
]
