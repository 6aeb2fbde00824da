"""The kernel of days held against sets of days."""

from datetime import date
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dualib.spells import (
    FIRST_DAY,
    LAST_DAY,
    Coverage,
    Segments,
    Spans,
    complement,
    count_within,
    covered_days,
    intersection,
    lengthened,
    runs_of,
    subtraction,
    swept_days,
    union,
)

LOOSE = st.lists(st.tuples(st.integers(-30, 30), st.integers(-30, 30)), max_size=6)
SPANS = LOOSE.map(union)
ROWS = st.lists(st.tuples(st.integers(0, 2), st.integers(-30, 30), st.integers(-30, 30)), max_size=8)


def listed(spans: Spans | list[tuple[int, int]]) -> set[int]:
    return {day for first, last in spans for day in range(first, last + 1)}


def coverage(rows: list[tuple[int, int, int]]) -> Coverage:
    columns = np.array(rows, dtype=np.int32).reshape(-1, 3).T
    return Coverage(*(np.ascontiguousarray(column) for column in columns))


@given(LOOSE)
def test_spans_are_sorted_disjoint_and_never_adjacent(spans: list[tuple[int, int]]) -> None:
    found = union(spans)
    assert listed(found) == listed(spans)
    assert all(one[1] + 1 < other[0] for one, other in pairwise(found))
    assert all(first <= last for first, last in found)
    assert union(reversed(spans)) == found


@given(SPANS, SPANS)
def test_sets_of_days_combine_as_sets(one: Spans, other: Spans) -> None:
    assert listed(intersection(one, other)) == listed(one) & listed(other)
    assert listed(subtraction(one, other)) == listed(one) - listed(other)
    assert complement(complement(one)) == one
    assert intersection(one, complement(one)) == ()
    assert union([*one, *complement(one)]) == ((FIRST_DAY, LAST_DAY),)


@given(SPANS, st.integers(1, 9), st.integers(-30, 30), st.integers(-30, 30))
def test_runs_and_counts(days: Spans, at_least: int, first: int, last: int) -> None:
    assert count_within(days, first, last) == len(listed(days) & set(range(first, last + 1)))
    assert all(end - start + 1 >= at_least for start, end in runs_of(days, at_least))
    assert listed(runs_of(days, 1)) == listed(days)


@given(SPANS, st.integers(-20, 20), st.integers(0, 10), st.none() | st.integers(1, 5))
def test_days_passed_over_lengthen_the_window(passed: Spans, first: int, length: int, most: int | None) -> None:
    last = first + length
    left, day, free = length + 1, last, 0
    while left:
        if day in listed(passed) and (most is None or free < most):
            free += 1
        else:
            left -= 1
        day -= 1
    assert lengthened(passed, first, last, most) == day + 1


def test_where_all_is_passed_over_the_window_begins_with_the_calendar() -> None:
    always = ((FIRST_DAY, LAST_DAY),)
    assert lengthened(always, 3, 9) == FIRST_DAY
    assert lengthened(always, 3, 9, 2) == 1


@given(ROWS, st.integers(-30, 30), st.integers(-5, 40))
def test_covered_days_are_counted_once(rows: list[tuple[int, int, int]], first: int, length: int) -> None:
    last = first + length
    expected = [
        len({day for who, start, end in rows if who == person for day in range(start, end + 1) if first <= day <= last})
        for person in range(3)
    ]
    spells = coverage(rows)
    assert covered_days(spells, first, last, 3).tolist() == expected
    each = np.full(3, first, np.int32), np.full(3, last, np.int32)
    assert covered_days(spells, *each, 3).tolist() == expected


@given(ROWS, ROWS, st.integers(-30, 30), st.integers(-5, 40), st.integers(1, 6), st.sets(st.integers(0, 2)))
def test_sweeps_count_any_expression(
    one: list[tuple[int, int, int]],
    other: list[tuple[int, int, int]],
    first: int,
    length: int,
    at_least: int,
    wanted: set[int],
) -> None:
    last = first + length

    def judge(covers: object, segments: Segments) -> list[np.ndarray]:
        a, b = covers  # type: ignore[misc]
        return [a & b, a | b, a & ~b, segments.runs(a, at_least)]

    persons = np.array(sorted(wanted), dtype=np.intp)
    found = swept_days([coverage(one), coverage(other)], judge, first, last, 3, persons)
    for person in range(3):
        a, b = (listed([(s, e) for who, s, e in rows if who == person]) for rows in (one, other))
        runs = listed(runs_of(union((day, day) for day in a), at_least))
        window = set(range(first, last + 1))
        for counts, days in zip(found, (a & b, a | b, a - b, runs), strict=True):
            assert counts[person] == (len(days & window) if person in wanted else 0)


def test_the_calendar_holds_every_day_that_may_be_asked_about() -> None:
    epoch = date(1970, 1, 1).toordinal()
    assert date(1850, 1, 1).toordinal() - epoch > FIRST_DAY
    assert date(2200, 12, 31).toordinal() - epoch < LAST_DAY
