"""Some persons of a register asked about a day: their facts as narrow columns, and the answers that need no spells.

The answers are those of :func:`dualib.engine.reference.answers`, found faster: a fact that nobody
stated is one value for all, a birth date is compared once with each cut-off date, and what is the
same for all is never written out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, reduce
from operator import or_

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import DayArray
from dualib.conditions.base import Always, Condition
from dualib.conditions.case import encoded
from dualib.conditions.dates import DateInterval
from dualib.conditions.markers import Judgement, NotExpressed
from dualib.conditions.values import AtLeast, Has, OneOf
from dualib.dates import NEVER_DAY, UNKNOWN_DAY, LeapBirthday
from dualib.engine.bitmaps import NOBODY, Answers, Bits, Booleans, packed
from dualib.engine.reference import answers
from dualib.engine.view import View
from dualib.register import Register, SpellTable
from dualib.vocabulary.facts import FACTS, Change, Kind

__all__ = ["NO_SPELLS", "Rows", "interval_of"]

Where = slice | npt.NDArray[np.intp]

NO_SPELLS = SpellTable.sorted([], [], [], [])
_UNKNOWN = np.int32(UNKNOWN_DAY)


@lru_cache(maxsize=4096)
def interval_of(condition: DateInterval, on: int, leap: LeapBirthday) -> tuple[int, int]:
    """Return the first and the last date that a condition accepts on a day, both inclusive."""
    return condition.interval(on, leap)


@attrs.define(eq=False)
class Rows:
    """Some persons of a view; arrays have one entry a person, or none (shape ``()``) when all have the same value."""

    view: View
    where: Where
    size: int
    values: Mapping[str, int | str] = attrs.field(factory=dict)
    _columns: dict[str, tuple[npt.NDArray[np.int32], bool]] = attrs.field(factory=dict, init=False)
    _compared: dict[tuple[str, int, object], Bits] = attrs.field(factory=dict, init=False)
    _days: tuple[list[int], npt.NDArray[np.int32]] | None = attrs.field(default=None, init=False)

    def some(
        self, rows: npt.NDArray[np.intp], values: Mapping[str, int | str] | None = None
    ) -> Rows:
        """Return some of these persons, their unknown facts perhaps given values."""
        numbers = (
            rows + (self.where.start or 0)
            if isinstance(self.where, slice)
            else self.where.take(rows)
        )
        return Rows(self.view, numbers, rows.size, {**self.values, **(values or {})})

    def part(self, array: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
        """Return the entries of an array of the register that belong to these persons."""
        return array[self.where] if isinstance(self.where, slice) else array.take(self.where)

    @property
    def on(self) -> int | DayArray:
        """The day asked about, or one a person."""
        return self.view.on if isinstance(self.view.on, int) else self.part(self.view.on)

    def days(self) -> tuple[list[int], npt.NDArray[np.int32]]:
        """Return the days asked about, and for each person the place of its day among them."""
        if self._days is None:
            on = self.on
            assert not isinstance(on, int)
            first = int(on.min(initial=0))
            offset = on - np.int32(first)
            seen = np.zeros(int(offset.max(initial=0)) + 1, bool)
            seen[offset] = True
            places = np.cumsum(seen, dtype=np.int32) - np.int32(1)
            self._days = [int(day) + first for day in np.flatnonzero(seen)], places.take(offset)
        return self._days

    def by_day(self, find: Callable[[int], tuple[int, ...]]) -> tuple[int | DayArray, ...]:
        """Call ``find`` once for each day asked about; the results as numbers, or as arrays with one a person."""
        if isinstance(self.view.on, int):
            return find(self.view.on)
        days, places = self.days()
        found = np.asarray([find(day) for day in days], dtype=np.int32).reshape(len(days), -1)
        return tuple(found[:, index].take(places) for index in range(found.shape[1]))

    def column(self, name: str) -> tuple[npt.NDArray[np.int32], bool]:
        """Return a fact as known on the day asked about, and whether nobody's is unknown.

        Encoded as :meth:`View.column`, but yes/no facts as verdicts: 1, -1 and 0.
        """
        if name not in self._columns:
            self._columns[name] = self._find_column(name)
        return self._columns[name]

    def _find_column(self, name: str) -> tuple[npt.NDArray[np.int32], bool]:
        register, change = self.view.register, FACTS[name].change
        unknown = np.int32(0) if FACTS[name].kind is Kind.YES_NO else _UNKNOWN
        column, complete = np.asarray(unknown), False
        if name in register.provided:
            column, complete = self.part(register.column(name)), register.complete(name)
            if change is not Change.CONSTANT and not self.view.assume_unchanged:
                same_day = register.same_as_of
                as_of = (
                    self.part(register.as_of)
                    if same_day is None
                    else np.asarray(np.int32(same_day))
                )
                if change is Change.AS_OF:
                    outdated = np.asarray(as_of != self.on)
                    if outdated.ndim == 0 and outdated:
                        column = np.asarray(unknown)
                elif register.has_never(name):
                    outdated = ((as_of == _UNKNOWN) | (as_of < self.on)) & (column == NEVER_DAY)
                else:
                    outdated = np.asarray(False)
                if column.ndim and outdated.any():
                    column = np.where(outdated, unknown, column)
                complete = complete and not outdated.any()
        for value in (encoded(name, self.view.assume.get(name)), self.values.get(name)):
            if value is not None and not complete:
                code = np.asarray(self.view.code(name, value)).astype(column.dtype)
                column, complete = np.where(column == unknown, code, column), True
        return column, complete

    def unknown(self, name: str) -> Bits:
        """Return for whom a fact is unknown on the day asked about."""
        unknown = 0 if FACTS[name].kind is Kind.YES_NO else UNKNOWN_DAY
        return self._compare(name, unknown, np.equal)

    def up_to(self, name: str, day: int) -> Bits:
        """Return whose date is not after a day, those with an unknown date among them."""
        return self._compare(name, day, np.less_equal)

    def _compare(self, name: str, value: int, compare: Callable[..., Booleans]) -> Bits:
        """Return for whom a comparison of a fact with a value holds, found once."""
        key = name, value, compare
        if key not in self._compared:
            self._compared[key] = packed(np.asarray(compare(self.column(name)[0], value)))
        return self._compared[key]

    def _known(self, name: str, yes: Bits) -> Answers:
        """Return the answers, given who satisfies a condition on a fact; nobody whose value is unknown does."""
        return Answers(yes, yes if self.column(name)[1] else yes | self.unknown(name))

    def answers(self, condition: Condition) -> Answers:
        """Answer a condition that needs no spells."""
        if isinstance(condition, DateInterval):
            return self._in_interval(condition)
        if isinstance(condition, Has):
            return self._known(condition.name, self._compare(condition.name, 0, np.greater))
        if isinstance(condition, OneOf):
            codes = [self.view.code(condition.name, value) for value in condition.values]
            return self._known(
                condition.name,
                reduce(or_, [self._compare(condition.name, c, np.equal) for c in codes]),
            )
        if isinstance(condition, AtLeast):
            return self._known(
                condition.name, self._compare(condition.name, condition.count, np.greater_equal)
            )
        if isinstance(condition, (Always, Judgement)):
            return Answers.same(1)
        if isinstance(condition, NotExpressed):
            return Answers.same(0)
        return Answers.of(answers(condition, self.alone(NO_SPELLS)))

    def _in_interval(self, condition: DateInterval) -> Answers:
        name = condition.about
        first, last = self.by_day(lambda day: interval_of(condition, day, self.view.leap))
        if isinstance(first, int) and isinstance(last, int):
            return self.in_interval(name, first, last)
        column = self.column(name)[0]
        return self._known(name, packed(np.asarray((column >= first) & (column <= last))))

    def in_interval(self, name: str, first: int, last: int) -> Answers:
        """Answer whether a date lies from ``first`` to ``last``, both inclusive."""
        if first > last:
            return self._known(name, NOBODY)
        # Dates of birth are compared with each cut-off date once, however many ages are asked for.
        return self._known(name, self.up_to(name, last) & ~self.up_to(name, first - 1))

    def alone(self, spells: SpellTable) -> View:
        """Return a view of these persons alone, whose row numbers are those of ``spells``."""
        register = self.view.register
        names = register.provided
        alone = Register(
            size=self.size,
            keys=range(self.size),
            as_of=self.part(register.as_of),
            provided=names,
            spells=spells,
            observed={
                track: (self.part(first), self.part(last))
                for track, (first, last) in register.observed.items()
            },
            columns={name: self.part(register.column(name)) for name in names},
            categories={
                name: register.categories(name)
                for name in names
                if FACTS[name].kind is Kind.CATEGORY
            },
        )
        return attrs.evolve(self.view, register=alone, on=self.on, values=self.values, counted={})
