"""Counts of covered days equal sets of days, for windows and registers of every size."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dualib.conditions.spans import FIRST_DAY, LAST_DAY, Coverage, covered_days

DAYS = st.integers(-30, 60)
SPELLS = st.lists(st.tuples(st.integers(0, 3), DAYS, DAYS), max_size=12)
WINDOWS = st.lists(st.tuples(DAYS, DAYS), min_size=4, max_size=4)


def coverage(spells: list[tuple[int, int, int]]) -> Coverage:
    columns = zip(*spells, strict=True) if spells else ([], [], [])
    return Coverage(*(np.array(column, dtype=np.int32) for column in columns))


def by_sets(spells: list[tuple[int, int, int]], windows: list[tuple[int, int]]) -> list[int]:
    found: list[set[int]] = [set() for _ in windows]
    for person, first, last in spells:
        low, high = windows[person]
        found[person].update(day for day in range(first, last + 1) if low <= day <= high)
    return [len(days) for days in found]


@given(SPELLS, WINDOWS)
def test_a_window_a_person(
    spells: list[tuple[int, int, int]], windows: list[tuple[int, int]]
) -> None:
    first, last = (np.array(column, dtype=np.int32) for column in zip(*windows, strict=True))
    assert covered_days(coverage(spells), first, last, 4).tolist() == by_sets(spells, windows)


@given(SPELLS, DAYS, DAYS)
def test_one_window_for_all(spells: list[tuple[int, int, int]], first: int, last: int) -> None:
    assert covered_days(coverage(spells), first, last, 4).tolist() == by_sets(
        spells, [(first, last)] * 4
    )


@given(SPELLS)
def test_all_of_time_and_many_persons(spells: list[tuple[int, int, int]]) -> None:
    size = 2**22  # so many that person, first and last day do not fit one number
    whole = [(3, FIRST_DAY, LAST_DAY), *spells]
    found = covered_days(coverage(whole), FIRST_DAY, LAST_DAY, size)
    assert found[:4].tolist() == [*by_sets(spells, [(-30, 60)] * 4)[:3], LAST_DAY - FIRST_DAY + 1]
    assert not found[4:].any()
