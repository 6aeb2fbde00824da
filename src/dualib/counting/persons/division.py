"""The question that divides persons: which register, on which day, which rows; and the dimension it is answered by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, runtime_checkable

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import DayArray
from dualib.counting.tables.dimensions import UNKNOWN_CATEGORY, Dimension
from dualib.dates import NEVER_DAY, UNKNOWN_DAY
from dualib.language import Text
from dualib.register import Register
from dualib.vocabulary.facts import FACTS, Change, Kind

__all__ = ["AskedRegister", "CodeArray", "Grouping", "divided"]

CodeArray = npt.NDArray[Any]
Rows = npt.NDArray[np.intp]

_UNKNOWN = Text("okänt", "unknown")


@attrs.frozen(eq=False)
class AskedRegister:
    """The register, the day (one, or one a person), and the rows to be divided (None is all)."""

    register: Register
    on: int | DayArray
    assume_unchanged: bool = False
    assume: Mapping[str, Any] | None = None
    rows: Rows | None = None

    @property
    def size(self) -> int:
        """How many persons are divided."""
        return self.register.size if self.rows is None else len(self.rows)

    def taken(self, array: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Return the rows asked for of an array of the whole register."""
        return array if self.rows is None else array.take(self.rows)

    @property
    def day(self) -> int | DayArray:
        """The day asked about, or those of the rows."""
        return self.on if isinstance(self.on, int) else self.taken(self.on)

    def column(self, name: str) -> npt.NDArray[Any]:
        """Return a fact as known on the day asked about."""
        values, change = self.taken(self.register.column(name)), FACTS[name].change
        if change is Change.CONSTANT or self.assume_unchanged or name not in self.register.provided:
            return values
        unknown = values.dtype.type(0 if FACTS[name].kind is Kind.YES_NO else UNKNOWN_DAY)
        as_of = self.taken(self.register.as_of)
        if change is Change.AS_OF:
            return np.where(as_of == self.day, values, unknown)
        # What had never happened by one day may have happened by a later one.
        return np.where(
            (values == NEVER_DAY) & ((as_of == UNKNOWN_DAY) | (as_of < self.day)), unknown, values
        )


@runtime_checkable
class Grouping(Protocol):
    """A way to divide persons."""

    def divide(self, asked: AskedRegister) -> tuple[Dimension, CodeArray]:
        """Return the dimension and, for each row asked for, the index of its category."""
        ...


def divided(name: str, label: Text, categories: Mapping[str, Text], role: Any = None) -> Dimension:
    """Return the dimension of a grouping: its categories, and ``unknown`` last.

    >>> divided("sex", Text("kön", "sex"), {"woman": Text("kvinnor", "women")}).categories
    ('woman', 'unknown')
    """
    every = {**categories, UNKNOWN_CATEGORY: _UNKNOWN}
    return Dimension(name, label, tuple(every), tuple(every.values()), role=role)
