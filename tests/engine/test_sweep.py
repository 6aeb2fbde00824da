"""The kernels of days for many persons held against sets of days, for windows of every size."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sweeping import coverage, covered_days

from dualib.conditions.spans import (
    FIRST_DAY,
    LAST_DAY,
    Spans,
    count_within,
    lengthened,
    runs_of,
    union,
)
from dualib.engine.sweep import Segments, swept_days

DAYS = st.integers(-30, 60)
SPELLS = st.lists(st.tuples(st.integers(0, 3), DAYS, DAYS), max_size=12)
WINDOWS = st.lists(st.tuples(DAYS, DAYS), min_size=4, max_size=4)
ROWS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(-30, 30), st.integers(-30, 30)), max_size=8
)


def listed(spans: Spans | list[tuple[int, int]]) -> set[int]:
    return {day for first, last in spans for day in range(first, last + 1)}


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
    assert covered_days(coverage(spells), first, last, 4) == by_sets(spells, windows)


@given(SPELLS, DAYS, DAYS)
def test_one_window_for_all(spells: list[tuple[int, int, int]], first: int, last: int) -> None:
    assert covered_days(coverage(spells), first, last, 4) == by_sets(spells, [(first, last)] * 4)


@given(SPELLS)
def test_all_of_time_and_many_persons(spells: list[tuple[int, int, int]]) -> None:
    size = 2**22  # so many that person, first and last day do not fit one number
    whole = [(3, FIRST_DAY, LAST_DAY), *spells]
    found = covered_days(coverage(whole), FIRST_DAY, LAST_DAY, size)
    assert found[:4] == [*by_sets(spells, [(-30, 60)] * 4)[:3], LAST_DAY - FIRST_DAY + 1]
    assert not any(found[4:])


@given(ROWS, st.integers(-30, 30), st.integers(-5, 40))
def test_covered_days_are_counted_once(
    rows: list[tuple[int, int, int]], first: int, length: int
) -> None:
    last = first + length
    expected = [
        len(
            {
                day
                for who, start, end in rows
                if who == person
                for day in range(start, end + 1)
                if first <= day <= last
            }
        )
        for person in range(3)
    ]
    spells = coverage(rows)
    assert covered_days(spells, first, last, 3) == expected
    each = np.full(3, first, np.int32), np.full(3, last, np.int32)
    assert covered_days(spells, *each, 3) == expected


@given(ROWS, ROWS, st.integers(-30, 30), st.integers(-5, 40), st.integers(1, 6))
def test_sweeps_count_any_expression(
    one: list[tuple[int, int, int]],
    other: list[tuple[int, int, int]],
    first: int,
    length: int,
    at_least: int,
) -> None:
    last = first + length

    def judge(covers: object, segments: Segments) -> list[np.ndarray]:
        a, b = covers  # type: ignore[misc]
        return [a & b, a | b, a & ~b, segments.runs(a, at_least)]

    found = swept_days([coverage(one), coverage(other)], judge, first, last, 3)
    for person in range(3):
        a, b = (listed([(s, e) for who, s, e in rows if who == person]) for rows in (one, other))
        runs = listed(runs_of(union((day, day) for day in a), at_least))
        window = set(range(first, last + 1))
        for counts, days in zip(found, (a & b, a | b, a - b, runs), strict=True):
            assert counts[person] == len(days & window)


def test_windows_as_long_as_numbers_go() -> None:
    """Beyond what packs into one number a slower sort gives the same."""
    far = 2**30
    rows = [
        (3, 3, 9),
        (3, far - 5, far - 1),
        (1, -far, -far + 2),
        (3, 5, 11),
        (1, -far + 1, 4),
        (0, 7, 7),
    ]
    expected = [1, far + 5, 0, 9 + 5]
    assert covered_days(coverage(rows), -far, far - 1, 4) == expected
    each = np.full(4, -far, np.int32), np.full(4, far - 1, np.int32)
    assert covered_days(coverage(rows), *each, 4) == expected


@given(ROWS, st.lists(st.tuples(st.integers(-30, 30), st.integers(-5, 40)), min_size=3, max_size=3))
def test_covered_days_of_windows_of_ones_own(
    rows: list[tuple[int, int, int]], windows: list[tuple[int, int]]
) -> None:
    first = np.array([start for start, _ in windows], np.int32)
    last = np.array([start + length for start, length in windows], np.int32)
    found = covered_days(coverage(rows), first, last, 3)
    for person in range(3):
        days = listed([(start, end) for who, start, end in rows if who == person])
        assert found[person] == len(days & set(range(first[person], last[person] + 1)))


@given(
    ROWS,
    ROWS,
    ROWS,
    st.lists(st.tuples(st.integers(-30, 30), st.integers(-5, 40)), min_size=3, max_size=3),
    st.integers(1, 6),
)
def test_sweeps_over_windows_of_ones_own(
    one: list[tuple[int, int, int]],
    two: list[tuple[int, int, int]],
    three: list[tuple[int, int, int]],
    windows: list[tuple[int, int]],
    at_least: int,
) -> None:
    first = np.array([start for start, _ in windows], np.int32)
    last = np.array([start + length for start, length in windows], np.int32)

    def judge(covers: object, segments: Segments) -> list[np.ndarray]:
        a, b, c = covers  # type: ignore[misc]
        assert (segments.length >= 0).all()
        return [(a | b) & ~c, segments.runs((a | b) & ~c, at_least), np.ones(len(a), bool)]

    leaves = [coverage(rows) for rows in (one, two, three)]
    found = swept_days(leaves, judge, first, last, 3)
    for person in range(3):
        a, b, c = (
            listed([(start, end) for who, start, end in rows if who == person])
            for rows in (one, two, three)
        )
        window = set(range(first[person], last[person] + 1))
        days = (a | b) - c
        runs = listed(runs_of(union((day, day) for day in days), at_least))
        assert [int(count[person]) for count in found] == [
            len(days & window),
            len(runs & window),
            len(window),
        ]
        assert all(count.dtype == np.int32 for count in found)


@given(
    ROWS,
    st.lists(st.tuples(st.integers(-20, 20), st.integers(0, 10)), min_size=3, max_size=3),
    st.integers(0, 6),
)
def test_many_windows_are_lengthened_as_one(
    rows: list[tuple[int, int, int]], windows: list[tuple[int, int]], most: int
) -> None:
    first = np.array([start for start, _ in windows], np.int32)
    last = np.array([start + length for start, length in windows], np.int32)
    cap = most or None
    found: list[np.ndarray] = []

    def judge(covers: object, segments: Segments) -> list[np.ndarray]:
        (passed,) = covers  # type: ignore[misc]
        found.append(segments.lengthened(passed, first, last, cap))
        return []

    assert swept_days([coverage(rows)], judge, FIRST_DAY, last, 3) == ()
    assert found[0].dtype == np.int32
    for person in range(3):
        passed = union([(start, end) for who, start, end in rows if who == person])
        assert found[0][person] == lengthened(passed, int(first[person]), int(last[person]), cap)


@pytest.mark.parametrize("most", [None, 1, 2])
@pytest.mark.parametrize(("first", "last"), [(2, 5), (4, 4), (0, 3), (3, 2)])
def test_every_set_of_days_passed_over(first: int, last: int, most: int | None) -> None:
    """One person for each set of seven days, so that all are passed over, none, and every gap between."""
    size = 2**7
    sets = [union((day, day) for day in range(7) if number >> day & 1) for number in range(size)]
    rows = [(person, *span) for person, spans in enumerate(sets) for span in spans]
    windows = np.full(size, first, np.int32), np.full(size, last, np.int32)
    found: list[np.ndarray] = []

    def judge(covers: object, segments: Segments) -> list[np.ndarray]:
        (passed,) = covers  # type: ignore[misc]
        found.append(segments.lengthened(passed, *windows, most))
        return [segments.runs(passed, 3)]

    runs = swept_days([coverage(rows)], judge, FIRST_DAY, windows[1], size)[0]
    expected = []
    for spans in sets:
        left, day, free = last - first + 1, last, 0
        while left:
            if day in listed(spans) and (most is None or free < most):
                free += 1
            else:
                left -= 1
            day -= 1
        expected.append(day + 1)
    if first <= last:
        assert [lengthened(spans, first, last, most) for spans in sets] == expected
        assert found[0].tolist() == expected
    # The sweep cuts stretches at the window's end, but a run goes on after it.
    assert runs.tolist() == [count_within(runs_of(spans, 3), 0, last) for spans in sets]


def test_where_all_is_passed_over_many_windows_begin_with_the_calendar() -> None:
    found: list[np.ndarray] = []
    first, last = np.array([3, 3], np.int32), np.array([9, 9], np.int32)

    def judge(covers: object, segments: Segments) -> list[np.ndarray]:
        (passed,) = covers  # type: ignore[misc]
        found.extend(segments.lengthened(passed, first, last, most) for most in (None, 2))
        return []

    swept_days([coverage([(1, FIRST_DAY, LAST_DAY)])], judge, FIRST_DAY, last, 2)
    assert [days.tolist() for days in found] == [[3, FIRST_DAY], [3, 1]]


def test_nobody_and_nothing() -> None:
    empty = coverage([])
    assert covered_days(empty, 0, 9, 2) == [0, 0]
    assert covered_days(empty, 0, 9, 0) == []

    def judge(covers: object, segments: Segments) -> list[np.ndarray]:
        assert isinstance(covers, list)
        return [segments.runs(covers[0], 1), ~covers[0]]

    assert [count.tolist() for count in swept_days([empty], judge, 0, 9, 0)] == [[], []]
    assert [count.tolist() for count in swept_days([empty], judge, 0, 9, 2)] == [[0, 0], [10, 10]]
    assert [count.tolist() for count in swept_days([empty], judge, 5, 4, 2)] == [[0, 0], [0, 0]]


def test_segments_know_their_days() -> None:
    seen: list[tuple[list[int], list[int], list[int]]] = []

    def judge(covers: object, segments: Segments) -> list[np.ndarray]:
        seen.append((segments.person.tolist(), segments.day.tolist(), segments.length.tolist()))
        return []

    swept_days([coverage([(0, 3, 4), (1, LAST_DAY - 1, LAST_DAY)])], judge, 1, 9, 2)
    persons, first, length = seen[0]
    assert (persons[:3], first[:3], length[:3]) == ([0, 0, 0], [1, 3, 5], [2, 2, 5])
    assert (persons[4:6], first[4:6], length[4:6]) == ([1, 1], [1, 10], [9, LAST_DAY - 11])
