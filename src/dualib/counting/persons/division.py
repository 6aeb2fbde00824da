"""The question that divides persons: which register, on which day, which rows; and the dimension it is answered by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, runtime_checkable

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import DayArray, taken
from dualib.counting.tables.dimensions import UNKNOWN_CATEGORY, Dimension
from dualib.language import Text
from dualib.register import Register

__all__ = ["AskedRegister", "CodeArray", "Grouping", "divided"]

CodeArray = npt.NDArray[Any]
Rows = npt.NDArray[np.intp]

_UNKNOWN = Text("okänt", "unknown")


@attrs.frozen(eq=False)
class AskedRegister:
    """The register, the day (one, or one per person), and the rows to be divided (None is all)."""

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
        return taken(array, self.rows)

    @property
    def day(self) -> int | DayArray:
        """The day asked about, or those of the rows."""
        return self.on if isinstance(self.on, int) else self.taken(self.on)

    def column(self, name: str) -> npt.NDArray[Any]:
        """Return a fact as known on the day asked about."""
        known = self.register.known_on(
            name, self.day, assume_unchanged=self.assume_unchanged, rows=self.rows
        )
        return known.each(self.size)


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
