"""The kernel of days: sets of days for one person, and counts of days for many persons at once.

For one person a set of days is a tuple of spans ``(first, last)``, both inclusive, sorted, disjoint and never adjacent.
For many, spells are columns, and the counts are made by one sort of packed keys. Both give exact numbers of distinct
calendar days: overlapping spells count a day once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt

from dualib.dates import DayArray

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "Coverage",
    "Segments",
    "Spans",
    "complement",
    "count_within",
    "covered",
    "covered_days",
    "intersection",
    "lengthened",
    "runs_of",
    "subtraction",
    "swept_days",
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


@attrs.frozen(eq=False)
class Coverage:
    """Spells of many persons as three columns: person (row number), first and last day (both inclusive), ``int32``."""

    person: DayArray
    first: DayArray
    last: DayArray


def _packed(person: npt.NDArray[Any], day: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """Pack person and day into one sortable number; days are shifted to be positive."""
    return np.asarray(
        (person.astype(np.int64) << 32) + (day.astype(np.int64) - FIRST_DAY), dtype=np.int64
    )


def covered_days(
    spells: Coverage, first: DayArray | int, last: DayArray | int, size: int
) -> DayArray:
    """Count, for each person, the distinct days that any spell covers within a window.

    Parameters
    ----------
    spells
        May overlap and come in any order; spells that end before they start cover nothing.
    first, last
        The window, both ends inclusive: one day for all, or ``int32`` arrays with one a person.
    size
        The number of persons.

    Returns
    -------
    ndarray of int32, shape (size,)

    Examples
    --------
    >>> spells = Coverage(*(np.array(column, np.int32) for column in ([0, 0], [1, 3], [5, 9])))
    >>> covered_days(spells, 2, 8, 2).tolist()
    [7, 0]
    """
    who, counts = covered(spells, first, last)
    result = np.zeros(size, np.int32)
    result[who] = counts
    return result


def covered(
    spells: Coverage, first: DayArray | int, last: DayArray | int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return the persons with :func:`covered_days` in their window, in ascending order, and how many each has."""
    person = spells.person
    low = first if isinstance(first, int) else first.take(person)
    high = last if isinstance(last, int) else last.take(person)
    start, end = np.maximum(spells.first, low), np.minimum(spells.last, high)
    inside = np.flatnonzero((start <= end) & (spells.first <= spells.last))
    if inside.size < person.size:
        person, start, end = person.take(inside), start.take(inside), end.take(inside)
        low = low if isinstance(low, int) else low.take(inside)
    if not person.size:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    # Each person has a stretch of one long line of days: the window, begun at a multiple of 2**bits. One number a spell
    # holds its place on the line and the day of the window it ends on. After one sort, a running maximum of the places
    # reached so far gives for each spell the part that no earlier one covers.
    start, end = start - low, end - low
    bits = int(end.max()).bit_length()
    place: npt.NDArray[Any] = np.left_shift(person.astype(np.int64), bits) + start
    if int(person.max()).bit_length() + 2 * bits < 64:
        key = np.left_shift(place, bits) + end
        key.sort()
        place = key >> bits
        end = key & ((1 << bits) - 1)
    else:
        order = np.argsort(place, kind="stable")
        place, end = place.take(order), end.take(order)
    who = place >> bits
    reach = (who << bits) + end
    added = reach.copy()
    np.maximum.accumulate(reach, out=reach)
    place -= 1
    np.maximum(place[1:], reach[:-1], out=place[1:])
    added -= place
    np.maximum(added, 0, out=added)
    begins = np.flatnonzero(np.append(True, who[1:] != who[:-1]))
    return who.take(begins), np.add.reduceat(added, begins)


def swept_days(
    leaves: Sequence[Coverage],
    judge: Callable[[Sequence[npt.NDArray[np.bool_]], Segments], Sequence[npt.NDArray[np.bool_]]],
    first: DayArray | int,
    last: DayArray | int,
    size: int,
) -> tuple[DayArray, ...]:
    """Count days of any expression over sets of days, by a sweep over the days where something begins or ends.

    Parameters
    ----------
    leaves
        The sets the expression is made of.
    judge
        Given for each leaf which segments it covers (boolean arrays), returns the arrays of segments to count.
    first, last, size
        As for :func:`covered_days`.

    Returns
    -------
    tuple of ndarray of int32, shape (size,)
        One count for each array that ``judge`` returns.
    """
    low = np.broadcast_to(np.asarray(first, dtype=np.int64), (size,))
    high = np.broadcast_to(np.asarray(last, dtype=np.int64), (size,))
    asked = low <= high
    rows = np.flatnonzero(asked)
    # Windows are leaf number len(leaves): their ends cut segments, so that a segment is wholly inside or outside.
    keys = [_packed(rows, low[rows]), _packed(rows, high[rows] + 1)]
    leaf_of = [np.full(2 * rows.size, len(leaves), np.int16)]
    change = [np.repeat(np.array([1, -1], np.int8), rows.size)]
    for number, leaf in enumerate(leaves):
        keep = np.flatnonzero(asked[leaf.person] & (leaf.first <= leaf.last))
        who = leaf.person.take(keep)
        keys.append(_packed(who, np.maximum(leaf.first.take(keep), FIRST_DAY)))
        keys.append(_packed(who, np.minimum(leaf.last.take(keep), LAST_DAY) + 1))
        leaf_of.append(np.full(2 * keep.size, number, np.int16))
        change.append(np.repeat(np.array([1, -1], np.int8), keep.size))
    key = np.concatenate(keys)
    order = np.argsort(key, kind="stable")
    key, leaf_number, delta = (
        key[order],
        np.concatenate(leaf_of)[order],
        np.concatenate(change)[order],
    )
    last_of_key = (
        np.flatnonzero(np.append(key[1:] != key[:-1], True)) if key.size else np.zeros(0, np.intp)
    )
    boundary = key[last_of_key]
    covers = [
        np.cumsum(np.where(leaf_number == number, delta, 0), dtype=np.int64)[last_of_key] > 0
        for number in range(len(leaves) + 1)
    ]
    length = np.diff(boundary & 0xFFFFFFFF, append=0)
    person = (boundary >> 32).astype(np.intp)
    same = np.append(person[1:] == person[:-1], False) if person.size else np.zeros(0, bool)
    segments = Segments(person, np.where(same, length, 0), (boundary & 0xFFFFFFFF) + FIRST_DAY)
    counts = judge(covers[:-1], segments)
    return tuple(
        np.bincount(
            person, weights=np.where(counted & covers[-1], segments.length, 0), minlength=size
        ).astype(np.int32)
        for counted in counts
    )


@attrs.frozen(eq=False)
class Segments:
    """Consecutive stretches of days on which nothing changes: whose they are, how many days, and the first of them."""

    person: npt.NDArray[np.intp]
    length: npt.NDArray[np.int64]
    day: npt.NDArray[np.int64]

    def lengthened(
        self,
        passed: npt.NDArray[np.bool_],
        first: npt.NDArray[Any],
        last: npt.NDArray[Any],
        most: int | None,
    ) -> npt.NDArray[np.int32]:
        """Return :func:`lengthened` for every person: segments begin on :data:`FIRST_DAY`, one ends on ``last``."""
        kept = np.where(~passed & (self.day <= last[self.person]), self.length, 0)
        after = np.append(
            np.cumsum(kept[::-1])[::-1], 0
        )  # days kept from each segment on, later persons included
        beyond = after[np.searchsorted(self.person, self.person, side="right")]
        from_here, later = after[:-1] - beyond, after[1:] - beyond
        left = last.astype(np.int64) - first + 1
        # One segment of each person holds the day that fills the window; where there is none, all was passed over.
        at = np.flatnonzero((from_here >= left[self.person]) & (later < left[self.person]))
        who = self.person[at]
        found = np.full(first.size, FIRST_DAY, dtype=np.int64)
        found[who] = self.day[at] + self.length[at] - (left[who] - later[at])
        return np.asarray(
            found if most is None else np.maximum(found, first - most), dtype=np.int32
        )

    def runs(self, covered: npt.NDArray[np.bool_], at_least: int) -> npt.NDArray[np.bool_]:
        """Keep the covered segments that belong to an unbroken run of at least ``at_least`` days."""
        if not covered.size:
            return covered
        breaks = np.append(
            True, (covered[1:] != covered[:-1]) | (self.person[1:] != self.person[:-1])
        )
        run = np.cumsum(breaks) - 1
        total = np.bincount(run, weights=np.where(covered, self.length, 0))
        return np.asarray(covered & (total[run] >= at_least), dtype=np.bool_)
