"""Some persons of a register asked about a day: their facts as narrow columns, and the answers that need no spells.

The answers are those of :func:`dualib.engine.reference.answers`, found faster: a fact that nobody
stated is one value for all, a birth date is compared once with each cut-off date, and what is the
same for all is never written out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, reduce, singledispatch
from operator import or_
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import DayArray, taken
from dualib.conditions.base import Always, Condition
from dualib.conditions.case import encoded
from dualib.conditions.dates import DateInterval
from dualib.conditions.markers import Judgement, NotExpressed
from dualib.conditions.values import AtLeast, Has, OneOf
from dualib.dates import LeapBirthday
from dualib.engine.bitmaps import NOBODY, Answers, Bits, Booleans, packed
from dualib.engine.reference import answers
from dualib.engine.view import View
from dualib.register import Register, SpellTable
from dualib.register.columns import unknown_value
from dualib.vocabulary.facts import FACTS, Kind

__all__ = ["NO_SPELLS", "Rows", "interval_of"]

Where = slice | npt.NDArray[np.intp]

NO_SPELLS = SpellTable.sorted([], [], [], [])


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
    _columns: dict[str, tuple[npt.NDArray[Any], bool]] = attrs.field(factory=dict, init=False)
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
        return taken(array, self.where)

    @property
    def on(self) -> int | DayArray:
        """The day asked about, or one per person."""
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
        """Call ``find`` once for each day asked about; the results as numbers, or as arrays with one per person."""
        if isinstance(self.view.on, int):
            return find(self.view.on)
        days, places = self.days()
        found = np.asarray([find(day) for day in days], dtype=np.int32).reshape(len(days), -1)
        return tuple(found[:, index].take(places) for index in range(found.shape[1]))

    def column(self, name: str) -> tuple[npt.NDArray[Any], bool]:
        """Return a fact as known on the day asked about, and whether nobody's is unknown.

        Encoded as :meth:`View.column`, but yes/no facts as verdicts: 1, -1 and 0.
        """
        if name not in self._columns:
            self._columns[name] = self._find_column(name)
        return self._columns[name]

    def _find_column(self, name: str) -> tuple[npt.NDArray[Any], bool]:
        known = self.view.register.known_on(
            name, self.on, assume_unchanged=self.view.assume_unchanged, rows=self.where
        )
        column, complete = known.values, known.complete
        unknown = unknown_value(FACTS[name])
        for value in (encoded(name, self.view.assume.get(name)), self.values.get(name)):
            if value is not None and not complete:
                code = np.asarray(self.view.code(name, value)).astype(column.dtype)
                column, complete = np.where(column == unknown, code, column), True
        return column, complete

    def unknown(self, name: str) -> Bits:
        """Return for whom a fact is unknown on the day asked about."""
        return self.compared(name, int(unknown_value(FACTS[name])), np.equal)

    def up_to(self, name: str, day: int) -> Bits:
        """Return whose date is not after a day, those with an unknown date among them."""
        return self.compared(name, day, np.less_equal)

    def compared(self, name: str, value: int, compare: Callable[..., Booleans]) -> Bits:
        """Return for whom a comparison of a fact with a value holds, found once."""
        key = name, value, compare
        if key not in self._compared:
            self._compared[key] = packed(np.asarray(compare(self.column(name)[0], value)))
        return self._compared[key]

    def known(self, name: str, yes: Bits) -> Answers:
        """Return the answers, given who satisfies a condition on a fact.

        Nobody whose value is unknown does.
        """
        return Answers(yes, yes if self.column(name)[1] else yes | self.unknown(name))

    def answers(self, condition: Condition) -> Answers:
        """Answer a condition that needs no spells."""
        return _quickly(condition, self)

    def in_interval(self, name: str, first: int | DayArray, last: int | DayArray) -> Answers:
        """Answer whether a date lies from ``first`` to ``last``, both inclusive."""
        if not isinstance(first, int) or not isinstance(last, int):
            column = self.column(name)[0]
            return self.known(name, packed(np.asarray((column >= first) & (column <= last))))
        if first > last:
            return self.known(name, NOBODY)
        # Dates of birth are compared with each cut-off date once, however many ages are asked for.
        return self.known(name, self.up_to(name, last) & ~self.up_to(name, first - 1))

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


@singledispatch
def _quickly(condition: Condition, rows: Rows) -> Answers:
    """Answer a condition that needs no spells; node by node where there is no quicker way."""
    return Answers.of(answers(condition, rows.alone(NO_SPELLS)))


@_quickly.register
def _(condition: DateInterval, rows: Rows) -> Answers:
    first, last = rows.by_day(lambda day: interval_of(condition, day, rows.view.leap))
    return rows.in_interval(condition.about, first, last)


@_quickly.register
def _(condition: Has, rows: Rows) -> Answers:
    return rows.known(condition.name, rows.compared(condition.name, 0, np.greater))


@_quickly.register
def _(condition: OneOf, rows: Rows) -> Answers:
    name = condition.name
    codes = [rows.view.code(name, value) for value in condition.values]
    return rows.known(name, reduce(or_, [rows.compared(name, code, np.equal) for code in codes]))


@_quickly.register
def _(condition: AtLeast, rows: Rows) -> Answers:
    name = condition.name
    return rows.known(name, rows.compared(name, condition.count, np.greater_equal))


@_quickly.register(Always)
@_quickly.register(Judgement)
def _(condition: Condition, rows: Rows) -> Answers:
    return Answers.same(1)


@_quickly.register
def _(condition: NotExpressed, rows: Rows) -> Answers:
    return Answers.same(0)
