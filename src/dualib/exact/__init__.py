"""Exact arithmetic: numbers between bounds, linear rows, the simplex method and network flow."""

from __future__ import annotations

from dualib.exact.bounds import Bounds, Count, Interval

__all__ = [
    "Bounds",
    "Count",
    "Interval",
]
