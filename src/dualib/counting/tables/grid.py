"""Whole numbers along named dimensions, each with its status, and totals that are computed or published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Self

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import read_only
from dualib.copying import from_fields
from dualib.counting.tables.dimensions import ANSWER, CellStatus, Dimension, as_texts
from dualib.errors import BadInput, nearest
from dualib.exact.network import with_totals
from dualib.language import Text, as_text
from dualib.messages import message

__all__ = ["Grid", "IntArray", "StatusArray"]

IntArray = npt.NDArray[np.int64]
StatusArray = npt.NDArray[np.uint8]


def _integers(values: npt.ArrayLike) -> IntArray:
    """Return a read-only copy as ``int64``; raise unless all are whole numbers whose sum fits."""
    array = np.asarray(values)
    if array.dtype.kind not in "iu":
        raise BadInput(message("counting/values-not-whole", type=array.dtype))
    if float(np.abs(array).sum(dtype=float)) >= 2.0**62:
        raise BadInput(message("counting/values-too-large"))
    return read_only(array.astype(np.int64))


def _codes(values: npt.ArrayLike) -> StatusArray:
    """Return a read-only copy as ``uint8``; raise unless all are statuses of a cell."""
    array = np.asarray(values)
    if array.dtype.kind not in "iu" or (
        array.size and (array.min() < 0 or array.max() > max(CellStatus))
    ):
        raise BadInput(message("counting/status-out-of-range", most=int(max(CellStatus))))
    return read_only(array.astype(np.uint8))


def _dimensions(values: Iterable[Dimension]) -> tuple[Dimension, ...]:
    return tuple(values)


def _all_ok(grid: Grid) -> StatusArray:
    return np.zeros(grid.values.shape, np.uint8)


_same = attrs.cmp_using(eq=np.array_equal)


@attrs.frozen
class Grid:
    """The numbers of a :class:`~dualib.counting.Table`, which describes each part, and its slices.

    Raises
    ------
    BadInput
        If the shapes do not fit, two dimensions share a name, or values are not whole numbers.

    Examples
    --------
    >>> Grid("persons", (Dimension("sex", "sex", ("woman", "man")),), [297, 490]).total
    787
    """

    label: Text = attrs.field(converter=as_text)
    dimensions: tuple[Dimension, ...] = attrs.field(converter=_dimensions)
    values: IntArray = attrs.field(converter=_integers, eq=_same, hash=False)
    status: StatusArray = attrs.field(
        default=attrs.Factory(_all_ok, takes_self=True), converter=_codes, eq=_same, hash=False
    )
    published: IntArray | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(_integers),
        eq=_same,
        hash=False,
        kw_only=True,
        repr=False,
    )
    published_status: StatusArray | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(_codes),
        eq=_same,
        hash=False,
        kw_only=True,
        repr=False,
    )
    decimals: int = attrs.field(default=0, kw_only=True)
    additive: bool = attrs.field(default=True, kw_only=True)
    notes: tuple[Text, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    source: Text | None = attrs.field(
        default=None, converter=attrs.converters.optional(as_text), kw_only=True
    )
    updated: str | None = attrs.field(default=None, kw_only=True)
    marks: Mapping[tuple[int, ...], str] = attrs.field(
        factory=dict, kw_only=True, hash=False, repr=False
    )
    extension: Mapping[str, Any] = attrs.field(factory=dict, kw_only=True, hash=False, repr=False)

    __reduce__ = from_fields

    def __attrs_post_init__(self) -> None:
        names = [dimension.name for dimension in self.dimensions]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise BadInput(message("counting/dimension-twice", name=twice[0]))
        shape = tuple(len(dimension.categories) for dimension in self.dimensions)
        wider = tuple(length + 1 for length in shape)
        if self.published is not None and self.published_status is None:
            object.__setattr__(
                self, "published_status", _codes(np.zeros(self.published.shape, np.uint8))
            )
        for name, array, expected in (
            ("values", self.values, shape),
            ("status", self.status, shape),
            ("published", self.published, wider),
            ("published_status", self.published_status, wider),
        ):
            if array is not None and array.shape != expected:
                raise BadInput(
                    message(
                        "counting/cells-of-another-shape",
                        name=name,
                        shape=str(array.shape),
                        expected=str(expected),
                    )
                )
        if np.any(self.values[self.status != CellStatus.OK]):
            raise BadInput(message("counting/hidden-with-number"))
        if self.published is not None and not (
            np.array_equal(self.published[self._inner], self.values)
            and self.published_status is not None
            and np.array_equal(self.published_status[self._inner], self.status)
            and not np.any(self.published[self.published_status != CellStatus.OK])
        ):
            raise BadInput(message("counting/published-differs"))

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
            if not self.names:
                raise BadInput(message("counting/no-dimensions", name=name))
            raise BadInput(
                message(
                    "counting/no-such-dimension",
                    name=name,
                    known=self.names,
                    near=nearest(name, self.names),
                )
            )
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
        values = with_totals(self.values)
        hidden = with_totals((self.status != CellStatus.OK).astype(np.int64)) > 0
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
            raise BadInput(message("counting/no-total"))
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

    def keep(self, *names: str) -> Self:
        """Return the table of the dimensions named, in their order here, totalled over the others.

        Raises
        ------
        BadInput
            If a name is unknown, or the table does not add up and publishes no totals.

        Examples
        --------
        >>> sex, answer = Dimension("sex", "sex", ("woman", "man")), Dimension("answer", "answer", ("yes", "no"))
        >>> Grid("persons", (sex, answer), [[1, 2], [3, 4]]).keep("answer").values.tolist()
        [4, 6]
        """
        axes = {self.axis(name) for name in names}
        if len(axes) == len(self.dimensions):
            return self
        if not self.additive and self.published is None:
            raise BadInput(message("counting/not-additive"))
        return self._taken(
            tuple(slice(None) if axis in axes else -1 for axis in range(len(self.dimensions)))
        )

    def over(self, *names: str) -> Self:
        """Return the table totalled over the dimensions named.

        Raises
        ------
        BadInput
            If a name is unknown, or the table does not add up and publishes no totals.

        Examples
        --------
        >>> sex, answer = Dimension("sex", "sex", ("woman", "man")), Dimension("answer", "answer", ("yes", "no"))
        >>> Grid("persons", (sex, answer), [[1, 2], [3, 4]]).over("answer").values.tolist()
        [3, 7]
        """
        gone = {self.axis(name) for name in names}
        return self.keep(*(name for axis, name in enumerate(self.names) if axis not in gone))

    def select(self, name: str, category: str) -> Self:
        """Return the table of one category, without that dimension.

        Raises
        ------
        BadInput
            If there is no such dimension or category; the nearest is suggested.

        Examples
        --------
        >>> sex, answer = Dimension("sex", "sex", ("woman", "man")), Dimension("answer", "answer", ("yes", "no"))
        >>> Grid("persons", (sex, answer), [[1, 2], [3, 4]]).select("sex", "man").values.tolist()
        [3, 4]
        """
        axis, index = self.axis(name), self.dimension(name).index(category)
        return self._taken(
            tuple(index if a == axis else slice(None) for a in range(len(self.dimensions)))
        )

    @property
    def certain(self) -> Self:
        """Those for whom the answer is yes whatever the unknown facts are.

        Raises
        ------
        BadInput
            If the table has no dimension of answers.
        """
        return self._answered("yes")

    @property
    def certain_if_assumed(self) -> Self:
        """Those for whom the answer is yes, or is yes under the stated assumptions.

        Raises
        ------
        BadInput
            If the table has no dimension of answers.
        """
        return self._answered("yes", "yes_assumed")

    @property
    def possible(self) -> Self:
        """Those for whom the answer may be yes: all but the certain no.

        Raises
        ------
        BadInput
            If the table has no dimension of answers.

        Examples
        --------
        >>> answer = Dimension("answer", "answer", ("yes", "unknown", "no"))
        >>> table = Grid("persons", (answer,), [10, 5, 85])
        >>> table.certain.total, table.possible.total
        (10, 15)
        """
        return self._answered("yes", "yes_assumed", "unknown", "no_assumed")

    def masked(self, status: npt.ArrayLike) -> Self:
        """Return the table with cells hidden; the totals that are not hidden themselves stay published.

        Parameters
        ----------
        status
            Codes of :class:`CellStatus` with totals, in the shape of :meth:`with_totals`. What is hidden stays so.

        Raises
        ------
        BadInput
            If the shape is another, or a code is none of :class:`CellStatus`.

        Examples
        --------
        >>> table = Grid("persons", (Dimension("sex", "sex", ("woman", "man")),), [3, 490])
        >>> hidden = table.masked([CellStatus.SUPPRESSED, CellStatus.SECONDARY, CellStatus.OK])
        >>> hidden.at(sex="woman"), hidden.total
        (None, 493)
        """
        values, before = self.with_totals()
        after = _codes(status)
        if after.shape != before.shape:
            raise BadInput(
                message(
                    "counting/status-of-another-shape",
                    shape=str(after.shape),
                    expected=str(before.shape),
                )
            )
        after = np.where(after == CellStatus.OK, before, after)
        shown = np.where(after == CellStatus.OK, values, 0)
        return attrs.evolve(
            self,
            values=shown[self._inner],
            status=after[self._inner],
            published=shown,
            published_status=after,
        )

    def _answered(self, *categories: str) -> Self:
        """Keep those whose answer is one of the categories; skip categories that are not here."""
        axis, answers = self.axis(ANSWER), self.dimension(ANSWER).categories
        chosen = [answers.index(category) for category in categories if category in answers]
        values, status = self.with_totals()
        worst = status.take(chosen, axis=axis).max(axis=axis)
        sums = values.take(chosen, axis=axis).sum(axis=axis, dtype=np.int64)
        if len(chosen) > 1:
            worst = np.where(worst == CellStatus.OK, worst, np.uint8(CellStatus.MISSING))
        left = self.dimensions[:axis] + self.dimensions[axis + 1 :]
        return self._divided(left, np.where(worst == CellStatus.OK, sums, 0), worst)

    def _taken(self, place: tuple[int | slice, ...]) -> Self:
        values, status = self.with_totals()
        left = tuple(
            d for d, index in zip(self.dimensions, place, strict=True) if isinstance(index, slice)
        )
        return self._divided(left, np.asarray(values[place]), np.asarray(status[place]))

    def _divided(
        self, dimensions: tuple[Dimension, ...], values: IntArray, status: StatusArray
    ) -> Self:
        """Build a grid like this one from arrays with totals; publish them only if this one does."""
        inner = (slice(None, -1),) * len(dimensions)
        keeps = self.published is not None and bool(dimensions)
        return attrs.evolve(
            self,
            dimensions=dimensions,
            values=values[inner],
            status=status[inner],
            published=values if keeps else None,
            published_status=status if keeps else None,
            marks={},
        )
