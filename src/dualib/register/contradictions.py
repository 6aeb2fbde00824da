"""Find statuses that cannot hold on the same day, among millions of spells."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from dualib.arrays import DayArray
from dualib.dates import from_day
from dualib.errors import Problem
from dualib.person.person import clashing
from dualib.register.spell_table import statuses_of
from dualib.vocabulary.facts import EXCLUSIVE

__all__ = ["clashes_in"]


def clashes_in(
    person: npt.NDArray[np.int32],
    start: DayArray,
    end: DayArray,
    mask: npt.NDArray[np.int64],
    good: npt.NDArray[np.bool_],
    where: str,
    name: str,
) -> list[Problem]:
    """Return every row with an exclusive status on a day when the person has the other status."""
    found: dict[tuple[int, int, int], Problem] = {}
    for pair in EXCLUSIVE:
        bits = sum(status.bit for status in pair)
        one, other = (
            np.flatnonzero(good & ((mask & status.bit) != 0))
            for status in sorted(pair, key=lambda s: s.bit)
        )
        if not len(one) or not len(other):
            continue
        for left, right in (
            *_overlaps(one, other, person, start, end),
            *_overlaps(other, one, person, start, end),
        ):
            low, high = min(left, right), max(left, right)
            day = from_day(int(max(start[low], start[high])))
            beside = None if low == high else low + 1
            found[high, low, bits] = Problem(
                where, clashing(statuses_of(bits), day, beside), high + 1, name
            )
    return [found[at] for at in sorted(found)]


def _overlaps(
    those: npt.NDArray[np.intp],
    these: npt.NDArray[np.intp],
    person: npt.NDArray[np.int32],
    start: DayArray,
    end: DayArray,
) -> list[tuple[int, int]]:
    """Return for each of ``these`` rows that overlaps any of ``those`` rows of its person, one such pair."""
    # A person's days lie in a stretch of the number line of their own, so that one running maximum serves all persons.
    base = person.astype(np.int64) << 33
    ordered = those[np.argsort(base[those] + start[those], kind="stable")]
    starts, ends = base[ordered] + start[ordered], base[ordered] + end[ordered]
    reach = np.maximum.accumulate(ends)
    holder = np.maximum.accumulate(np.where(ends == reach, np.arange(len(ends)), 0))
    at = np.searchsorted(starts, base[these] + end[these], side="right") - 1
    hit = (at >= 0) & (reach[at] >= base[these] + start[these])
    return list(zip(ordered[holder[at[hit]]].tolist(), these[hit].tolist()))
