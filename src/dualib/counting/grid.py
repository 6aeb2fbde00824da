"""Whole numbers along named dimensions, each with its status, and totals that are computed or published."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
import numpy as np

from dualib.counting.arrays import (
    IntArray,
    StatusArray,
    codes,
    integers,
    maybe_codes,
    maybe_integers,
    with_sums,
)
from dualib.counting.dimensions import CellStatus, Dimension, as_text
from dualib.errors import BadInput, suggestion
from dualib.language import Text

__all__ = ["Grid"]


def _dimensions(values: Iterable[Dimension]) -> tuple[Dimension, ...]:
    return tuple(values)


def _all_ok(grid: Grid) -> StatusArray:
    return np.zeros(grid.values.shape, np.uint8)


_same = attrs.cmp_using(eq=np.array_equal)


@attrs.frozen
class Grid:
    """The numbers of a :class:`~dualib.counting.Table`, which describes each part.

    Raises
    ------
    BadInput
        If the shapes do not fit, two dimensions share a name, or values are no whole numbers.

    Examples
    --------
    >>> Grid("persons", (Dimension("sex", "sex", ("woman", "man")),), [297, 490]).total
    787
    """

    label: Text = attrs.field(converter=as_text)
    dimensions: tuple[Dimension, ...] = attrs.field(converter=_dimensions)
    values: IntArray = attrs.field(converter=integers, eq=_same, hash=False)
    status: StatusArray = attrs.field(
        default=attrs.Factory(_all_ok, takes_self=True), converter=codes, eq=_same, hash=False
    )
    published: IntArray | None = attrs.field(
        default=None, converter=maybe_integers, eq=_same, hash=False, kw_only=True, repr=False
    )
    published_status: StatusArray | None = attrs.field(
        default=None, converter=maybe_codes, eq=_same, hash=False, kw_only=True, repr=False
    )
    decimals: int = attrs.field(default=0, kw_only=True)
    additive: bool = attrs.field(default=True, kw_only=True)

    def __attrs_post_init__(self) -> None:
        names = [dimension.name for dimension in self.dimensions]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise BadInput(f"two dimensions are called {twice[0]!r}: expected each name once")
        shape = tuple(len(dimension.categories) for dimension in self.dimensions)
        wider = tuple(length + 1 for length in shape)
        if self.published is not None and self.published_status is None:
            object.__setattr__(self, "published_status", codes(np.zeros(self.published.shape, np.uint8)))
        for name, array, expected in (
            ("values", self.values, shape),
            ("status", self.status, shape),
            ("published", self.published, wider),
            ("published_status", self.published_status, wider),
        ):
            if array is not None and array.shape != expected:
                raise BadInput(f"{name} has the shape {array.shape}: expected {expected}, one axis a dimension")
        if np.any(self.values[self.status != CellStatus.OK]):
            raise BadInput("a hidden or missing cell holds a number: expected 0 there (Table.masked hides cells)")
        if self.published is not None and not (
            np.array_equal(self.published[self._inner], self.values)
            and self.published_status is not None
            and np.array_equal(self.published_status[self._inner], self.status)
            and not np.any(self.published[self.published_status != CellStatus.OK])
        ):
            raise BadInput("published does not repeat the cells of the table: expected them, and totals after them")

    @property
    def _inner(self) -> tuple[slice, ...]:
        return (slice(None, -1),) * len(self.dimensions)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the dimensions."""
        return tuple(dimension.name for dimension in self.dimensions)

    def axis(self, name: str) -> int:
        """Return the position of the dimension called ``name``.

        Raises
        ------
        BadInput
            If there is none; the nearest name is suggested.
        """
        if name not in self.names:
            known = ", ".join(self.names) or "none, it is a single number"
            raise BadInput(f"the table has no dimension {name!r}: expected {known}.{suggestion(name, self.names)}")
        return self.names.index(name)

    def dimension(self, name: str) -> Dimension:
        """Return the dimension called ``name``.

        Raises
        ------
        BadInput
            If there is none; the nearest name is suggested.
        """
        return self.dimensions[self.axis(name)]

    def with_totals(self) -> tuple[IntArray, StatusArray]:
        """Return values and statuses with one more place along each axis, the last, for the totals.

        Published totals where there are any, else sums; a sum over a cell that is not OK, and any sum in a table that
        does not add up, is MISSING.

        >>> Grid("persons", (Dimension("sex", "sex", ("woman", "man")),), [297, 490]).with_totals()[0].tolist()
        [297, 490, 787]
        """
        if self.published is not None and self.published_status is not None:
            return self.published, self.published_status
        values = with_sums(self.values)
        hidden = with_sums((self.status != CellStatus.OK).astype(np.int64)) > 0
        if not self.additive:
            hidden = np.ones_like(hidden)
        status = np.where(hidden, np.uint8(CellStatus.MISSING), np.uint8(CellStatus.OK))
        status[self._inner] = self.status
        return np.where(status == CellStatus.OK, values, 0), status

    @property
    def total(self) -> int:
        """How many in all, in units of ``10**-decimals``.

        Raises
        ------
        BadInput
            If a cell is hidden or missing and no total is published.
        """
        number = self.at()
        if number is None:
            raise BadInput(
                "the table has no total: a cell is hidden or missing, or parts do not add up, and none is published"
            )
        return number

    def at(self, **categories: str) -> int | None:
        """Return the number of the categories given, totalled over the dimensions left out; None if not shown.

        Raises
        ------
        BadInput
            If there is no such dimension or category; the nearest is suggested.

        Examples
        --------
        >>> table = Grid("persons", (Dimension("sex", "sex", ("woman", "man")),), [297, 490])
        >>> table.at(sex="man"), table.at()
        (490, 787)
        """
        place = [-1] * len(self.dimensions)
        for name, category in categories.items():
            place[self.axis(name)] = self.dimension(name).index(category)
        values, status = self.with_totals()
        return int(values[tuple(place)]) if status[tuple(place)] == CellStatus.OK else None
