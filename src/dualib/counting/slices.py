"""Tables made from a table: over fewer dimensions, of one category, of one answer, with cells hidden."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs
import numpy as np
import numpy.typing as npt

from dualib.counting.arrays import IntArray, StatusArray, codes
from dualib.counting.dimensions import ANSWER, CellStatus, Dimension
from dualib.errors import BadInput

if TYPE_CHECKING:
    from dualib.counting.tables import Table

__all__ = ["answered", "hidden", "kept", "selected"]


def kept(table: Table, names: Iterable[str]) -> Table:
    """Return the table of the dimensions named, totalled over the others; see :meth:`Table.keep`.

    Raises
    ------
    BadInput
        If a dimension is not there, or the table does not add up and has no published totals.
    """
    axes = {table.axis(name) for name in names}
    if len(axes) == len(table.dimensions):
        return table
    if not table.additive and table.published is None:
        raise BadInput("the table does not add up (perturbed, or no counts): expected one with published totals")
    return _taken(table, tuple(slice(None) if axis in axes else -1 for axis in range(len(table.dimensions))))


def selected(table: Table, name: str, category: str) -> Table:
    """Return the table of one category, without that dimension; see :meth:`Table.select`.

    Raises
    ------
    BadInput
        If there is no such dimension or category.
    """
    axis, index = table.axis(name), table.dimension(name).index(category)
    return _taken(table, tuple(index if a == axis else slice(None) for a in range(len(table.dimensions))))


def answered(table: Table, *categories: str) -> Table:
    """Return the table of those whose answer is one of the categories, as many of these as it has.

    Raises
    ------
    BadInput
        If the table has no dimension of answers.
    """
    axis, answers = table.axis(ANSWER), table.dimension(ANSWER).categories
    chosen = [answers.index(category) for category in categories if category in answers]
    values, status = table.with_totals()
    worst = status.take(chosen, axis=axis).max(axis=axis)
    sums = values.take(chosen, axis=axis).sum(axis=axis, dtype=np.int64)
    if len(chosen) > 1:
        worst = np.where(worst == CellStatus.OK, worst, np.uint8(CellStatus.MISSING))
    left = table.dimensions[:axis] + table.dimensions[axis + 1 :]
    return _of(table, left, np.where(worst == CellStatus.OK, sums, 0), worst)


def hidden(table: Table, status: npt.ArrayLike) -> Table:
    """Return the table with cells hidden; see :meth:`Table.masked`.

    Raises
    ------
    BadInput
        If the statuses have another shape than the table with its totals, or one is no status.
    """
    values, before = table.with_totals()
    after = codes(status)
    if after.shape != before.shape:
        raise BadInput(f"status has the shape {after.shape}: expected {before.shape}, totals included")
    after = np.where(after == CellStatus.OK, before, after)
    shown = np.where(after == CellStatus.OK, values, 0)
    inner = (slice(None, -1),) * len(table.dimensions)
    return attrs.evolve(table, values=shown[inner], status=after[inner], published=shown, published_status=after)


def _taken(table: Table, place: tuple[int | slice, ...]) -> Table:
    values, status = table.with_totals()
    left = tuple(d for d, index in zip(table.dimensions, place, strict=True) if isinstance(index, slice))
    return _of(table, left, np.asarray(values[place]), np.asarray(status[place]))


def _of(table: Table, dimensions: tuple[Dimension, ...], values: IntArray, status: StatusArray) -> Table:
    """Return a table like this one from arrays with totals, keeping totals apart only if this table does."""
    inner = (slice(None, -1),) * len(dimensions)
    keeps = table.published is not None and bool(dimensions)
    return attrs.evolve(
        table,
        dimensions=dimensions,
        values=values[inner],
        status=status[inner],
        published=values if keeps else None,
        published_status=status if keeps else None,
        marks={},
    )
