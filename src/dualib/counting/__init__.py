"""Counting: tables of persons, registers that overlap, published tables, disclosure control and made-up persons."""

from dualib.counting.intervals import Count, Interval
from dualib.counting.tables import CellStatus, Dimension, Table

__all__ = [
    "CellStatus",
    "Count",
    "Dimension",
    "Interval",
    "Table",
]
