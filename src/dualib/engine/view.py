"""A register asked about a day (or one day a person): columns as known on that day, and the days of statuses."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import DayArray, VerdictArray
from dualib.conditions.base import Condition
from dualib.conditions.case import check_leap, check_switch, encoded
from dualib.conditions.spans import FIRST_DAY, LAST_DAY
from dualib.dates import NEVER_DAY, UNKNOWN_DAY, LeapBirthday
from dualib.engine.sweep import Coverage
from dualib.register import Register
from dualib.vocabulary.facts import FACTS, FactValue, Kind, Status

__all__ = ["View"]


@attrs.define(eq=False)
class View:
    """A register, the day asked about (an ``int`` for all, or ``int32`` with one per person), and what is assumed.

    ``values`` replaces unknown facts by a value, to try out what would follow.

    >>> from datetime import date
    >>> from dualib.dates import to_day
    >>> from dualib.engine import answers
    >>> from dualib.conditions import age
    >>> register = Register.from_frames({"born": ["1996-02-29", ""]})
    >>> answers(age(16), View(register, to_day(date(2015, 5, 31)))).tolist()
    [1, 0]
    """

    register: Register
    on: int | DayArray
    assume: Mapping[str, FactValue] = attrs.field(factory=dict)
    assume_unchanged: bool = attrs.field(default=False, validator=check_switch)
    leap: LeapBirthday = attrs.field(default=LeapBirthday.FEBRUARY_28, validator=check_leap)
    values: Mapping[str, int | str] = attrs.field(factory=dict)
    #: What was counted of the days asked about; facts tried out do not change it.
    counted: dict[Condition, VerdictArray] = attrs.field(factory=dict)
    _columns: dict[str, npt.NDArray[np.int32]] = attrs.field(factory=dict, init=False)
    _codes: dict[str, int] = attrs.field(factory=dict, init=False)

    @property
    def size(self) -> int:
        """The number of persons."""
        return self.register.size

    def at(self, on: int | DayArray) -> View:
        """Return the same register asked about another day."""
        return attrs.evolve(self, on=on, counted={})

    def trying(self, values: Mapping[str, int | str]) -> View:
        """Return the register with unknown facts given these values."""
        return attrs.evolve(self, values={**self.values, **values})

    def column(self, name: str) -> npt.NDArray[np.int32]:
        """Return a fact as known on the day asked about, encoded; :data:`UNKNOWN_DAY` where it is unknown.

        Yes/no facts are 1, -1 and :data:`UNKNOWN_DAY`; categories are indexes into :meth:`Register.categories`.
        """
        if name not in self._columns:
            self._columns[name] = self._find_column(name)
        return self._columns[name]

    def _find_column(self, name: str) -> npt.NDArray[np.int32]:
        known = self.register.known_on(name, self.on, assume_unchanged=self.assume_unchanged)
        column = known.each(self.size)
        if FACTS[name].kind is Kind.YES_NO:
            column = np.where(column == 0, np.int32(UNKNOWN_DAY), column.astype(np.int32))
        for source in (
            {key: encoded(key, value) for key, value in self.assume.items() if key == name},
            {key: value for key, value in self.values.items() if key == name},
        ):
            for value in source.values():
                assert value is not None
                column = np.where(column == UNKNOWN_DAY, np.int32(self.code(name, value)), column)
        return np.asarray(column, dtype=np.int32)

    def code(self, name: str, value: int | str) -> int:
        """Return a value as the column writes it: a category's index; below 0 what nobody has."""
        if isinstance(value, str):
            categories = self.register.categories(name) if name in self.register.provided else ()
            if value in categories:
                return categories.index(value)
            return self._codes.setdefault(value, -1 - len(self._codes))
        return value

    def by_day(self, find: Callable[[int], tuple[int, ...]]) -> tuple[int | DayArray, ...]:
        """Call ``find`` once for each day asked about; the results as numbers, or as arrays with one per person."""
        if isinstance(self.on, (int, np.integer)):
            return find(int(self.on))
        unique, inverse = np.unique(self.on, return_inverse=True)
        # A register without persons is asked about no day: any day shows how many results there are.
        found = np.asarray([find(int(day)) for day in unique] or [find(0)], dtype=np.int32)
        return tuple(found[:, index][inverse] for index in range(found.shape[1]))

    def recorded(self, status: Status) -> Coverage:
        """Return the spells of a status; an ongoing one ends where its track's observation ends."""
        spells = self.register.spells
        rows = np.flatnonzero(spells.mask & status.bit)
        person, first, last = (
            spells.person.take(rows),
            spells.start.take(rows),
            spells.end.take(rows),
        )
        ongoing = np.flatnonzero(last == NEVER_DAY)
        if ongoing.size:
            seen_first, seen_last = self.register.observed[status.track]
            who = person[ongoing]
            seen = np.where(seen_first[who] <= seen_last[who], seen_last[who], first[ongoing])
            last = last.copy()
            last[ongoing] = np.maximum(seen, first[ongoing])
        return Coverage(person, first, last)

    def unseen(self, status: Status) -> Coverage:
        """Return the days outside what was observed of the status's track, as spells."""
        seen_first, seen_last = self.register.observed[status.track]
        rows = np.arange(self.size, dtype=np.int32)
        seen = seen_first <= seen_last
        before = np.where(seen, seen_first - 1, LAST_DAY).astype(np.int32)
        after = np.where(seen, seen_last + 1, LAST_DAY + 1).astype(np.int32)
        outer_first = np.full(self.size, FIRST_DAY, np.int32)
        outer_last = np.full(self.size, LAST_DAY, np.int32)
        return Coverage(
            np.concatenate([rows, rows]),
            np.concatenate([outer_first, after]),
            np.concatenate([before, outer_last]),
        )
