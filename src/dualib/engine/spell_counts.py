"""Counts of days for many persons who were observed throughout, found by the shortest way that their spells allow.

Most sets of days can be read off single spells: a spell either has the statuses or not, and the days are those that any
fitting spell covers. So many days as the longest of them and at most as all of them together, which settles most
persons; for the others a sort shows which days lie in several spells. Only persons whose statuses are in several
spells need a sweep over the days where something begins or ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import DayArray
from dualib.conditions.day_sets import Both, DaySet, Either, StatusDays, Without
from dualib.conditions.windows import WindowAtom
from dualib.engine.bitmaps import Booleans
from dualib.engine.sweep import Coverage, covered
from dualib.register import SpellTable

__all__ = [
    "Touching",
    "holders",
    "is_plain",
    "joined",
    "persons_with",
    "stays_inside",
    "swept_in_window",
]


def is_plain(atom: WindowAtom) -> bool:
    """Return whether only days in the window matter: nothing is skipped, and no run reaches out of it."""
    return atom.skipping is None and stays_inside(atom.days)


def stays_inside(days: DaySet) -> bool:
    """Return whether the days of a set in a window rest on the days in that window alone.

    Of a kind of set that is not known here this is not assumed: its days are counted node by node.
    """
    return all(isinstance(part, StatusDays) or type(part) in _JOINS for part in days.walk())


_JOINS: Final[Mapping[type[DaySet], Callable[[Booleans, Booleans], Booleans]]] = {
    Both: lambda one, other: one & other,
    Either: lambda one, other: one | other,
    Without: lambda one, other: one & ~other,
}


def joined(days: DaySet, leaf: Callable[[StatusDays], Booleans]) -> Booleans:
    """Return where a set of days holds, given where the days of its statuses hold."""
    if isinstance(days, StatusDays):
        return leaf(days)
    one, other = (joined(part, leaf) for part in days.parts)
    return _JOINS[type(days)](one, other)


def _takes_away(days: DaySet) -> bool:
    """Return whether more days of some status may mean fewer days of the set."""
    return any(isinstance(part, Without) for part in days.walk())


def _bits(days: DaySet) -> int:
    bits = 0
    for status, _ in days.directions():
        bits |= status.bit
    return bits


@attrs.frozen(eq=False)
class Touching:
    """The spells that touch their person's window, and how many of its days each covers."""

    spells: SpellTable
    length: DayArray
    _having: dict[int, Booleans] = attrs.field(factory=dict, init=False)

    @classmethod
    def of(cls, spells: SpellTable, first: DayArray | int, last: DayArray | int) -> Touching:
        """Return those of some spells that touch the window: from ``first`` to ``last``, or one per person."""
        low = first if isinstance(first, int) else first.take(spells.person)
        high = last if isinstance(last, int) else last.take(spells.person)
        length = np.minimum(spells.end, high)
        length -= np.maximum(spells.start, low)
        length += 1
        everything = cls(spells, length)
        rows = np.flatnonzero(length > 0)
        return everything if rows.size == length.size else everything.take(rows)

    def take(self, rows: npt.NDArray[np.intp]) -> Touching:
        """Return the spells in some rows."""
        return Touching(self.spells.take(rows), self.length.take(rows))

    def persons(self, days: DaySet, size: int) -> Booleans:
        """Return who has any of the statuses that a set is made of."""
        found = np.zeros(size, np.bool_)
        found[self.spells.person.compress(self.having(days))] = True
        return found

    def among(self, who: Booleans) -> Touching:
        """Return the spells of some persons; all of them where few are other persons'."""
        rows = np.flatnonzero(who.take(self.spells.person))
        return self.take(rows) if 2 * rows.size < self.length.size else self

    def having(self, days: DaySet) -> Booleans:
        """Return which spells have any of the statuses that a set is made of; looked up once."""
        bits = _bits(days)
        if bits not in self._having:
            self._having[bits] = np.asarray((self.spells.mask & bits) != 0)
        return self._having[bits]


def holders(days: DaySet, near: Touching, size: int) -> Booleans:
    """Return whose spells satisfy a set of days on the one day that they all touch."""
    alone = joined(days, near.having)
    if _spread(days, near, alone, size) is not None:
        return _together(days, near, size, near.having(days))
    held = np.zeros(size, np.bool_)
    held[near.spells.person.compress(alone)] = True
    return held


def _together(days: DaySet, near: Touching, size: int, among: Booleans) -> Booleans:
    """Return whose spells ``among`` some satisfy a set of days when taken as if all were on one day."""

    def leaf(part: StatusDays) -> Booleans:
        held = np.zeros(size, np.bool_)
        held[near.spells.person.compress(near.having(part) & among)] = True
        return held

    return joined(days, leaf)


def _spread(days: DaySet, near: Touching, alone: Booleans, size: int) -> Booleans | None:
    """Return whose days cannot be read off the spells that satisfy the set ``alone``; None where that is nobody."""
    if isinstance(days, StatusDays):
        return None
    if _takes_away(days):
        spread = np.zeros(size, np.bool_)
        spread[near.spells.person] = True
        return spread
    # Where the spells that fail alone fail together too, every day of the set lies in a spell that satisfies it.
    failing = near.having(days) & ~alone
    spread = _together(days, near, size, failing) if failing.any() else failing
    return spread if spread.any() else None


def persons_with(
    days: DaySet,
    needed: DayArray | int,
    near: Touching,
    first: DayArray | int,
    last: DayArray | int,
    who: Booleans,
) -> Booleans:
    """Return which of some persons, observed throughout the window, have at least a number of days of a set in it.

    Parameters
    ----------
    days
        The set.
    needed
        The number of days, at least 1: one for all, or one per person.
    near
        The spells that touch the window.
    first, last
        The window, both ends inclusive and not empty: one for all, or one per person.
    who
        The persons; the answers for others mean nothing.
    """
    alone = joined(days, near.having)
    spread = _spread(days, near, alone, who.size)
    telling = np.flatnonzero(
        alone if spread is None else alone | (near.having(days) & spread.take(near.spells.person))
    )
    person, length = near.spells.person.take(telling), near.length.take(telling)
    enough = np.zeros(who.size, np.bool_)
    if not _takes_away(days):  # then one long spell is enough, if it satisfies the set
        long = length >= (needed if isinstance(needed, int) else needed.take(person))
        enough[person.compress(long if spread is None else long & alone.take(telling))] = True
    most = np.zeros(who.size, np.int32)
    np.add.at(most, person, length)
    unsure = (most >= needed) & ~enough & who
    rows = telling.compress(unsure.take(person))
    if rows.size:
        for found, count in _counts(days, near.take(rows), spread, first, last):
            enough[
                found.compress(count >= (needed if isinstance(needed, int) else needed.take(found)))
            ] = True
    return enough


Counted = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]


def _counts(
    days: DaySet,
    near: Touching,
    spread: Booleans | None,
    first: DayArray | int,
    last: DayArray | int,
) -> Iterator[Counted]:
    """Count the days of a set exactly: yield persons, and how many each has."""
    spells = near.spells
    if spread is not None:
        swept = spread.take(spells.person)
        yield swept_in_window(days, near.take(np.flatnonzero(swept)), first)
        spells = spells.take(np.flatnonzero(~swept))
    yield covered(Coverage(spells.person, spells.start, spells.end), first, last)


def swept_in_window(days: DaySet, near: Touching, first: DayArray | int) -> Counted:
    """Count the days of a set by a sweep over the days in the window where a spell begins or ends."""
    spells = near.spells
    low = first if isinstance(first, int) else first.take(spells.person)
    begin = np.maximum(spells.start, low) - low
    after = begin + near.length
    leaves = tuple(dict.fromkeys(days.named()))
    bits, kinds = int(after.max(initial=1)).bit_length(), len(leaves).bit_length() + 1
    # One number a change: person, day of the window, which set of statuses, and whether its days begin or end.
    place: npt.NDArray[Any] = np.left_shift(spells.person.astype(np.int64), bits)
    keys: list[npt.NDArray[np.int64]] = []
    for number, leaf in enumerate(leaves):
        rows = np.flatnonzero(near.having(leaf))
        for day, change in ((begin, 0), (after, 1)):
            line: npt.NDArray[Any] = place.take(rows) + day.take(rows)
            keys.append((line << kinds) + (2 * number + change))
    key = np.concatenate(keys)
    key.sort()
    where, what = key >> kinds, key & ((1 << kinds) - 1)
    final = (
        np.flatnonzero(np.append(where[1:] != where[:-1], True))
        if key.size
        else np.zeros(0, np.intp)
    )
    held: dict[StatusDays, Booleans] = {}
    for number, leaf in enumerate(leaves):
        delta = (what == 2 * number).astype(np.int8) - (what == 2 * number + 1).astype(np.int8)
        held[leaf] = np.cumsum(delta, dtype=np.int32).take(final) > 0
    where = where.take(final)
    # After a person's last change nothing is held, so that what lies between two persons is never counted.
    length = np.where(joined(days, held.__getitem__), np.diff(where, append=0), 0)
    person = where >> bits
    begins = (
        np.flatnonzero(np.append(True, person[1:] != person[:-1]))
        if key.size
        else np.zeros(0, np.intp)
    )
    return person.take(begins), np.add.reduceat(length, begins) if key.size else length
