"""Which spells may matter to a question: those of some persons, near the days asked about."""

from __future__ import annotations

import attrs
import numpy as np

from dualib.engine.bitmaps import Bits, flags
from dualib.register import SpellTable

__all__ = ["Reach", "near_spells"]


@attrs.frozen
class Reach:
    """Spells that touch the days from ``first`` to ``last`` (inclusive) and have a status of interest (bits)."""

    first: int
    last: int
    interest: int

    def __or__(self, other: Reach) -> Reach:
        return Reach(
            min(self.first, other.first), max(self.last, other.last), self.interest | other.interest
        )


def near_spells(spells: SpellTable, reach: Reach, who: Bits, block: slice) -> SpellTable:
    """Return the spells within reach of some persons of a block, numbered within it, in the order they had.

    ``spells`` are those of the block, sorted by end: those that ended before are not looked at.
    """
    chosen = flags(who, block.stop - block.start)
    alive = slice(int(np.searchsorted(spells.end, np.int32(reach.first))), len(spells))
    person = spells.person[alive] - np.int32(block.start)
    begun = spells.start[alive] <= np.int32(reach.last)
    # Taking with "clip" looks at no index twice; all are within the block.
    if (
        2 * np.count_nonzero(begun) < begun.size
    ):  # then it pays to leave the others out before looking at the persons
        rows = np.flatnonzero(begun)
        rows = rows.compress(chosen.take(person.take(rows), mode="clip"))
    else:
        rows = np.flatnonzero(begun & chosen.take(person, mode="clip"))
    mask = spells.mask[alive].take(rows)
    fitting = np.flatnonzero((mask & reach.interest) != 0)
    if fitting.size < rows.size:
        rows, mask = rows.take(fitting), mask.take(fitting)
    return SpellTable(
        person.take(rows), spells.start[alive].take(rows), spells.end[alive].take(rows), mask
    )
