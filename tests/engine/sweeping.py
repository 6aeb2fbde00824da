"""Spells as columns, and counts of their days as one number per person."""

from collections.abc import Sequence

import numpy as np

from dualib.arrays import DayArray
from dualib.engine.sweep import Coverage, covered


def coverage(rows: Sequence[tuple[int, int, int]]) -> Coverage:
    columns = np.array(rows, dtype=np.int32).reshape(-1, 3).T
    return Coverage(*(np.ascontiguousarray(column) for column in columns))


def covered_days(
    spells: Coverage, first: DayArray | int, last: DayArray | int, size: int
) -> list[int]:
    """The days of every person, those without any among them."""
    who, counts = covered(spells, first, last)
    assert who.tolist() == sorted(set(who.tolist()))
    assert counts.all()
    result = [0] * size
    for person, count in zip(who.tolist(), counts.tolist(), strict=True):
        result[person] = count
    return result
