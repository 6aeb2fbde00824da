"""Sets of days of one person as spans: ``(first, last)``, sorted, disjoint and never adjacent.

Both days are inclusive. The same for many persons at once is in :mod:`dualib.engine.sweep`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "Spans",
    "complement",
    "count_within",
    "intersection",
    "lengthened",
    "runs_of",
    "subtraction",
    "union",
]

Spans = tuple[tuple[int, int], ...]

#: The outermost days of the calendar used here (in the years 534 and 3764); "always" reaches from one to the other.
FIRST_DAY: Final = -(2**19)
LAST_DAY: Final = 2**19 + 2**17


def union(spans: Iterable[tuple[int, int]]) -> Spans:
    """Return the days in any of the spans, which may overlap and come in any order; empty spans are left out.

    >>> union([(5, 9), (1, 2), (3, 6), (20, 19)])
    ((1, 9),)
    """
    result: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if last < first:
            continue
        if result and first <= result[-1][1] + 1:
            if last > result[-1][1]:
                result[-1] = (result[-1][0], last)
        else:
            result.append((first, last))
    return tuple(result)


def complement(days: Spans) -> Spans:
    """Return the days of the calendar that are not in ``days``.

    >>> complement(((1, 9),)) == ((FIRST_DAY, 0), (10, LAST_DAY))
    True
    """
    result = []
    first = FIRST_DAY
    for start, end in days:
        result.append((first, start - 1))
        first = end + 1
    result.append((first, LAST_DAY))
    return tuple(span for span in result if span[0] <= span[1])


def intersection(one: Spans, other: Spans) -> Spans:
    """Return the days in both sets.

    >>> intersection(((1, 9),), ((3, 4), (8, 12)))
    ((3, 4), (8, 9))
    """
    result = []
    i = j = 0
    while i < len(one) and j < len(other):
        first, last = max(one[i][0], other[j][0]), min(one[i][1], other[j][1])
        if first <= last:
            result.append((first, last))
        if one[i][1] < other[j][1]:
            i += 1
        else:
            j += 1
    return tuple(result)


def subtraction(one: Spans, other: Spans) -> Spans:
    """Return the days in ``one`` that are not in ``other``.

    >>> subtraction(((1, 9),), ((3, 4),))
    ((1, 2), (5, 9))
    """
    return intersection(one, complement(other))


def runs_of(days: Spans, at_least: int) -> Spans:
    """Return the unbroken runs of at least ``at_least`` days.

    >>> runs_of(((1, 2), (5, 9)), 3)
    ((5, 9),)
    """
    return tuple(span for span in days if span[1] - span[0] + 1 >= at_least)


def count_within(days: Spans, first: int, last: int) -> int:
    """Return how many of the days lie from ``first`` to ``last``, both inclusive.

    >>> count_within(((1, 2), (5, 9)), 2, 6)
    3
    """
    count = 0
    for start, end in days:
        if start > last:
            break
        low = start if start > first else first
        high = end if end < last else last
        if high >= low:
            count += high - low + 1
    return count


def lengthened(passed: Spans, first: int, last: int, most: int | None = None) -> int:
    """Return the first day of a window whose passed-over days lengthen it backwards, day for day.

    The window from ``first`` to ``last`` (inclusive) keeps as many days that are not passed over; at most ``most`` days
    are passed over. Where everything earlier is passed over, it begins with the calendar.

    >>> lengthened(((3, 4),), 3, 9), lengthened(((3, 4),), 3, 9, 1)
    (1, 2)
    """
    left = last - first + 1
    day = last
    for start, end in reversed(passed):
        if start > day:
            continue
        end = min(end, day)
        if day - end >= left:
            break
        left -= day - end
        day = start - 1
    found = max(day - left + 1, FIRST_DAY)
    return found if most is None else max(found, first - most)
