"""What needs spells, answered for many persons: each count of days once, and only as exactly as the answer needs it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import DayArray, VerdictArray
from dualib.conditions.base import Condition
from dualib.conditions.windows import WindowAtom
from dualib.engine.bitmaps import EVERYBODY, NOBODY, Answers, Bits, Booleans, flags, packed
from dualib.engine.reference import answers
from dualib.engine.rows import Rows
from dualib.engine.spell_counts import Touching, holders, persons_with, stays_inside
from dualib.register import SpellTable
from dualib.vocabulary.facts import Track

__all__ = ["Counts", "window_of"]


@attrs.define(eq=False)
class Counts:
    """The spells of some persons, and what was counted of them for one condition and may serve another.

    ``spells`` are numbered within ``rows``, and hold all that may matter.
    """

    rows: Rows
    spells: SpellTable
    _near: dict[tuple[int, int], Touching] = attrs.field(factory=dict, init=False)

    def among(self, who: Bits) -> Counts:
        """Return the counts of some persons alone, without the spells of others."""
        rows = np.flatnonzero(flags(who, self.rows.size).take(self.spells.person))
        return (
            Counts(self.rows, self.spells.take(rows)) if 2 * rows.size < len(self.spells) else self
        )

    def answers(self, condition: Condition, who: Bits) -> Answers:
        """Answer for those who are wanted; the others' answers mean nothing."""
        if not who.any():
            return Answers.same(-1)
        wanted = flags(who, self.rows.size)
        if not isinstance(condition, WindowAtom):
            return self._beside(np.zeros(wanted.size, np.bool_), np.flatnonzero(wanted), condition)
        inside, enough = NOBODY, np.zeros(wanted.size, np.bool_)
        if stays_inside(condition.days):
            first, last, needed = self.rows.by_day(lambda day: window_of(condition, day))
            near = self._touching(first, last)
            inside = _observed(condition, self.rows, first, last)
            if (
                condition.skipping is not None
            ):  # for whoever has nothing to skip the window stays as it is
                inside = inside & ~packed(near.persons(condition.skipping, wanted.size))
            if isinstance(first, int) and first == last:
                enough = holders(condition.days, near, wanted.size)
            else:
                enough = persons_with(
                    condition.days, needed, near.among(wanted), first, last, wanted
                )
        if inside is EVERYBODY:
            yes = packed(enough)
            return Answers(yes, yes)
        return self._beside(enough, np.flatnonzero(flags(who & ~inside, wanted.size)), condition)

    def _beside(
        self, enough: Booleans, rest: npt.NDArray[np.intp], condition: Condition
    ) -> Answers:
        """Return what was counted as answers, those of some persons found node by node."""
        verdicts = np.where(enough, np.int8(1), np.int8(-1))
        if rest.size and isinstance(condition, WindowAtom):
            verdicts[rest] = self._general(condition, rest)
        elif rest.size:
            verdicts[rest] = self._ask(condition, rest)
        return Answers.of(verdicts)

    def _touching(self, first: DayArray | int, last: DayArray | int) -> Touching:
        if not isinstance(first, int) or not isinstance(last, int):
            return Touching.of(self.spells, first, last)
        if (first, last) not in self._near:
            self._near[first, last] = Touching.of(self.spells, first, last)
        return self._near[first, last]

    def _general(self, atom: WindowAtom, asked: npt.NDArray[np.intp]) -> VerdictArray:
        """Count days node by node. Persons without spells differ only in the day asked and in what was observed."""
        has_spells = np.zeros(self.rows.size, np.bool_)
        has_spells[self.spells.person] = True
        bare = ~has_spells.take(asked)
        with_spells, without = asked.compress(~bare), asked.compress(bare)
        about = [np.broadcast_to(np.asarray(self.rows.on, np.int32), self.rows.size).take(without)]
        for track in _tracks(atom):
            about += [
                self.rows.part(days).take(without)
                for days in self.rows.view.register.observed[track]
            ]
        stands_for, same = _alike(about, without.size)
        answers = self._ask(atom, np.concatenate([with_spells, without.take(stands_for)]))
        result = np.empty(asked.size, np.int8)
        result[~bare] = answers[: with_spells.size]
        result[bare] = answers[with_spells.size :].take(same)
        return result

    def _ask(self, condition: Condition, asked: npt.NDArray[np.intp]) -> VerdictArray:
        """Ask a condition about some persons alone, node by node."""
        numbers = np.full(self.rows.size, -1, np.int32)
        numbers[asked] = np.arange(asked.size, dtype=np.int32)
        mine = np.flatnonzero(numbers.take(self.spells.person) >= 0)
        spells = self.spells.take(mine)
        alone = attrs.evolve(spells, person=numbers.take(spells.person))
        return answers(condition, self.rows.some(asked).alone(alone))


@lru_cache(maxsize=4096)
def window_of(atom: WindowAtom, on: int) -> tuple[int, int, int]:
    """Return the first and the last day of a condition's window, both inclusive, and how many days it asks for."""
    first, last = atom.span(on)
    return first, last, atom.needed(first, last)


def _observed(atom: WindowAtom, rows: Rows, first: DayArray | int, last: DayArray | int) -> Bits:
    """Return whose window lies wholly inside what was observed."""
    register = rows.view.register
    low, high = (first, last) if isinstance(last, int) else (int(np.min(first)), int(np.max(last)))
    inside = EVERYBODY
    for track in _tracks(atom):
        seen = register.surely_observed[track]
        if not seen[0] <= low <= high <= seen[1]:
            from_day, to_day = map(rows.part, register.observed[track])
            inside = inside & packed((from_day <= first) & (to_day >= last))
    return inside


def _tracks(atom: WindowAtom) -> tuple[Track, ...]:
    return tuple(dict.fromkeys(status.track for status, _ in atom.directions()))


def _alike(
    columns: Sequence[npt.NDArray[np.int32]], size: int
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return for rows of columns one row of each kind, and for every row the place of its kind among them."""
    differ = [column for column in columns if size and (column != column[0]).any()]
    if not differ:
        return np.zeros(min(size, 1), np.intp), np.zeros(size, np.intp)
    _, one, same = np.unique(
        np.stack(differ, axis=1), axis=0, return_index=True, return_inverse=True
    )
    return one, same.reshape(-1)
