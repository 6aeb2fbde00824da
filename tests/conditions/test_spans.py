"""Sets of days of one person held against sets of days."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dualib.conditions.spans import (
    FIRST_DAY,
    LAST_DAY,
    Spans,
    complement,
    count_within,
    intersection,
    lengthened,
    runs_of,
    subtraction,
    union,
)

LOOSE = st.lists(st.tuples(st.integers(-30, 30), st.integers(-30, 30)), max_size=6)
SPANS = LOOSE.map(union)


def listed(spans: Spans | list[tuple[int, int]]) -> set[int]:
    return {day for first, last in spans for day in range(first, last + 1)}


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
def test_days_passed_over_lengthen_the_window(
    passed: Spans, first: int, length: int, most: int | None
) -> None:
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


@given(LOOSE, SPANS)
def test_spans_by_hand(spans: list[tuple[int, int]], days: Spans) -> None:
    assert union([]) == ()
    assert union([(3, 2)]) == ()
    assert union([(1, 2), (3, 4)]) == ((1, 4),)
    assert union([(1, 2), (4, 4)]) == ((1, 2), (4, 4))
    assert union([(1, 9), (2, 3)]) == ((1, 9),)
    assert union(union(spans)) == union(spans)
    assert complement(()) == ((FIRST_DAY, LAST_DAY),)
    assert complement(((FIRST_DAY, LAST_DAY),)) == ()
    assert complement(((FIRST_DAY, 0),)) == ((1, LAST_DAY),)
    assert complement(((1, LAST_DAY),)) == ((FIRST_DAY, 0),)
    assert runs_of(((1, 3), (5, 6)), 3) == ((1, 3),)
    for at_least in range(1, 8):
        kept = [span for span in days if len(range(span[0], span[1] + 1)) >= at_least]
        assert list(runs_of(days, at_least)) == kept


@given(SPANS, SPANS)
def test_what_sets_give_is_again_sorted_and_disjoint(one: Spans, other: Spans) -> None:
    for found in (intersection(one, other), subtraction(one, other), complement(one)):
        assert union(found) == found


@given(SPANS, st.integers(-32, 32), st.integers(-32, 32))
def test_days_within_every_window(days: Spans, first: int, last: int) -> None:
    assert count_within(days, first, last) == sum(first <= day <= last for day in listed(days))
    for day in range(-32, 33):
        assert count_within(days, day, day) == (day in listed(days))


def test_the_calendar_holds_every_day_that_may_be_asked_about() -> None:
    epoch = date(1970, 1, 1).toordinal()
    assert date(1850, 1, 1).toordinal() - epoch > FIRST_DAY
    assert date(2200, 12, 31).toordinal() - epoch < LAST_DAY
    assert date.fromordinal(epoch + FIRST_DAY) == date(534, 7, 20)
    assert date.fromordinal(epoch + LAST_DAY) == date(3764, 4, 25)
