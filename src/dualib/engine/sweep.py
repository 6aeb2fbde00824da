"""Counts of distinct calendar days for many persons at once, where spells overlap.

Spells are columns. A count sorts one packed number for each spell, or for each day on which
something begins or ends; a running maximum or sum then does for all persons what a loop over the
spells would do for one. The same for one person is in :mod:`dualib.conditions.spans`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import DayArray
from dualib.conditions.spans import FIRST_DAY, LAST_DAY

__all__ = ["Coverage", "Segments", "covered", "swept_days"]


@attrs.frozen(eq=False)
class Coverage:
    """Spells of many persons: the person (a row number), the first and the last day, ``int32``.

    Both days are inclusive. Spells may overlap and come in any order; one that ends before it
    starts covers nothing.
    """

    person: DayArray
    first: DayArray
    last: DayArray


def _packed(person: npt.NDArray[Any], day: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """Pack a person and a day into one number that sorts by person, then by day.

    One sort of plain numbers is faster than a sort by two keys. Days count from the calendar's
    first, so that they are never negative and cannot reach into the person's bits.
    """
    return np.asarray(
        (person.astype(np.int64) << 32) + (day.astype(np.int64) - FIRST_DAY), dtype=np.int64
    )


def covered(
    spells: Coverage, first: DayArray | int, last: DayArray | int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Count the distinct days that any spell covers within a window.

    Parameters
    ----------
    spells
        They may overlap and come in any order.
    first, last
        The window, both ends inclusive: one day for all, or ``int32`` arrays with one per person.

    Returns
    -------
    tuple of ndarray of int64
        The persons with such days, in ascending order, and how many each has.

    Examples
    --------
    >>> spells = Coverage(*(np.array(column, np.int32) for column in ([4, 4], [1, 3], [5, 9])))
    >>> [found.tolist() for found in covered(spells, 2, 8)]
    [[4], [7]]
    """
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
    # Each person has a stretch of one long line of days: the window, laid down at a multiple of
    # 2**bits. One number per spell holds its place on the line and the day of the window on which
    # it ends. After one sort, a running maximum of the places reached so far gives for each spell
    # the part that no earlier one covers. The maximum needs no start afresh at the next person:
    # that person's stretch begins beyond everything reached before.
    start, end = start - low, end - low
    bits = int(end.max()).bit_length()
    place: npt.NDArray[Any] = np.left_shift(person.astype(np.int64), bits) + start
    if int(person.max()).bit_length() + 2 * bits < 64:
        key = np.left_shift(place, bits) + end
        key.sort()
        place = key >> bits
        end = key & ((1 << bits) - 1)
    else:  # the three do not fit one number: sort by place, and let the ends follow
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
    """Count the days of any expression over sets of days within a window.

    Parameters
    ----------
    leaves
        The sets that the expression is made of.
    judge
        Given for each leaf which segments it covers (boolean arrays), returns the arrays of
        segments to count.
    first, last
        The window, both ends inclusive: one day for all, or ``int32`` arrays with one per person.
    size
        The number of persons.

    Returns
    -------
    tuple of ndarray of int32, shape (size,)
        One count for each array that ``judge`` returns.
    """
    low = np.broadcast_to(np.asarray(first, dtype=np.int64), (size,))
    high = np.broadcast_to(np.asarray(last, dtype=np.int64), (size,))
    asked = low <= high
    rows = np.flatnonzero(asked)
    # A sweep: every day on which a spell or a window begins (+1) or is over (-1) is an event, and
    # all events are sorted at once. Between two events of a person nothing changes, so such a
    # segment lies wholly inside or outside every leaf, and any expression over sets of days is one
    # over booleans, one per segment. Which leaves cover a segment is the running sum of the events
    # of each. Sums need no start afresh at the next person either: whatever begins also ends.
    # Windows are leaf number len(leaves): their ends cut segments as spells do.
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
    # Several events of one day count together: only the sums after the day's last event are read.
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
    """Consecutive stretches of days on which nothing changes.

    Attributes
    ----------
    person
        Whose they are, in ascending order.
    length
        How many days each has; 0 where a person's last event leaves no day behind it.
    day
        The first of them.
    """

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
        """Return :func:`dualib.conditions.spans.lengthened` for every person.

        The segments must begin on :data:`FIRST_DAY`, and one of each person must end on ``last``.
        """
        kept = np.where(~passed & (self.day <= last[self.person]), self.length, 0)
        # The days kept from each segment on; later persons' are included, and taken away again.
        after = np.append(np.cumsum(kept[::-1])[::-1], 0)
        beyond = after[np.searchsorted(self.person, self.person, side="right")]
        from_here, later = after[:-1] - beyond, after[1:] - beyond
        left = last.astype(np.int64) - first + 1
        # One segment of each person holds the day that fills the window; where there is none, all
        # days were passed over.
        at = np.flatnonzero((from_here >= left[self.person]) & (later < left[self.person]))
        who = self.person[at]
        found = np.full(first.size, FIRST_DAY, dtype=np.int64)
        found[who] = self.day[at] + self.length[at] - (left[who] - later[at])
        return np.asarray(
            found if most is None else np.maximum(found, first - most), dtype=np.int32
        )

    def runs(self, covered: npt.NDArray[np.bool_], at_least: int) -> npt.NDArray[np.bool_]:
        """Keep the covered segments of unbroken runs of at least ``at_least`` days."""
        if not covered.size:
            return covered
        breaks = np.append(
            True, (covered[1:] != covered[:-1]) | (self.person[1:] != self.person[:-1])
        )
        run = np.cumsum(breaks) - 1
        total = np.bincount(run, weights=np.where(covered, self.length, 0))
        return np.asarray(covered & (total[run] >= at_least), dtype=np.bool_)
