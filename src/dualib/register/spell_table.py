"""Spells of many persons by block and end, and what was observed of whom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import DayArray, read_only
from dualib.vocabulary.facts import Status, Track

__all__ = ["BLOCK", "UNOBSERVED", "Observed", "SpellTable", "blocks_of", "statuses_of"]

#: Persons whose spells lie together: what is worked out about them at once fits the processor's cache.
BLOCK = 1 << 18

#: The first and last day observed of each track, one pair per person.
Observed = Mapping[Track, tuple[DayArray, DayArray]]
#: An empty stretch: its first day is after its last.
UNOBSERVED = (0, -1)


def blocks_of(size: int) -> list[slice]:
    """Return the row numbers below ``size`` in stretches of :data:`BLOCK`."""
    return [slice(first, min(first + BLOCK, size)) for first in range(0, size, BLOCK)]


@attrs.frozen(eq=False)
class SpellTable:
    """Spells of many persons: those of each :data:`BLOCK` of row numbers together, and there sorted by end.

    Spells with the same end keep the order they came in.

    Attributes
    ----------
    person
        ``int32`` index into the register.
    start, end
        ``int32`` days, both inclusive; an ongoing end is ``NEVER_DAY``.
    mask
        ``int64`` statuses as bits (:attr:`dualib.Status.bit`).

    Examples
    --------
    >>> from datetime import date
    >>> from dualib.person import ONGOING, Person, Spell
    >>> from dualib.register import Register
    >>> spells = [Spell(date(2015, 1, 1), ONGOING, "in_kaa"), Spell(date(2014, 1, 1), date(2014, 2, 1), "in_kaa")]
    >>> Register.from_persons([Person(spells=spells, observed={})]).spells.person.tolist()
    [0, 0]
    """

    person: npt.NDArray[np.int32]
    start: DayArray
    end: DayArray
    mask: npt.NDArray[np.int64]

    @classmethod
    def sorted(cls, person: Any, start: Any, end: Any, mask: Any) -> SpellTable:
        """Return the table sorted by block and end, its arrays read-only."""
        days, persons = np.asarray(end, dtype=np.int32), np.asarray(person, dtype=np.int32)
        order = np.argsort(days, kind="stable")
        if persons.max(initial=0) >= BLOCK:
            order = order[np.argsort((persons // BLOCK).astype(np.uint16)[order], kind="stable")]
        days, persons = days[order], persons[order]
        starts = np.asarray(start, dtype=np.int32)[order]
        masks = np.asarray(mask, dtype=np.int64)[order]
        for array in (days, persons, starts, masks):
            read_only(array)
        return cls(persons, starts, days, masks)

    def __len__(self) -> int:
        return len(self.person)

    def within(self, block: slice) -> SpellTable:
        """Return the spells of one of :attr:`Register.blocks`: a stretch of the table, sorted by end."""
        rows = range(len(self))
        first, last = (
            bisect_left(rows, person // BLOCK, key=lambda row: int(self.person[row]) // BLOCK)
            for person in (block.start, block.start + BLOCK)
        )
        return SpellTable(
            self.person[first:last],
            self.start[first:last],
            self.end[first:last],
            self.mask[first:last],
        )

    def take(self, rows: npt.NDArray[np.intp]) -> SpellTable:
        """Return the spells in some rows, in the order of the rows."""
        return SpellTable(
            self.person.take(rows), self.start.take(rows), self.end.take(rows), self.mask.take(rows)
        )


def statuses_of(mask: int) -> tuple[Status, ...]:
    """Return the statuses whose bits are set."""
    return tuple(status for status in Status if status.bit & mask)
