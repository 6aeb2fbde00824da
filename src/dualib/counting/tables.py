"""Tables of counts: named dimensions, a value and a status in each cell, totals that are computed or published."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import Any, Literal

import attrs
import numpy as np
import numpy.typing as npt

from dualib.errors import BadInput, suggestion
from dualib.language import Text

__all__ = ["ANSWER", "TOTAL", "UNKNOWN_CATEGORY", "CellStatus", "Dimension", "Table"]

ANSWER = "answer"
UNKNOWN_CATEGORY = "unknown"
TOTAL = Text("Totalt", "Total")

IntArray = npt.NDArray[np.int64]
StatusArray = npt.NDArray[np.uint8]


class CellStatus(enum.IntEnum):
    """Why a cell shows a number, or does not."""

    OK = 0
    SUPPRESSED = 1
    SECONDARY = 2
    MISSING = 3


def _texts(values: Iterable[Text | str]) -> tuple[Text, ...]:
    return tuple(value if isinstance(value, Text) else Text(value, value) for value in values)


def _text(value: Text | str) -> Text:
    return value if isinstance(value, Text) else Text(value, value)


def _strings(values: Iterable[str]) -> tuple[str, ...]:
    if isinstance(values, str):
        raise BadInput(f"categories is the text {values!r}: expected a sequence of texts")
    return tuple(values)


@attrs.frozen
class Dimension:
    """One way in which a table is divided: categories that do not overlap and leave nobody out.

    Attributes
    ----------
    name
        The name in code and files.
    label
        The heading; plain text is taken for both languages.
    categories
        The codes, in the order shown. A total is never one of them.
    labels
        The words of each category, in the same order; the codes if left out.
    role
        ``"time"``, ``"geo"``, ``"metric"`` or None.
    extra
        What else a JSON-stat file says about the dimension (units, notes, links), kept as read.

    Raises
    ------
    BadInput
        If there is no category, one occurs twice, or there are not as many labels as categories.

    Examples
    --------
    >>> Dimension("sex", Text("kön", "sex"), ("woman", "man")).index("man")
    1
    """

    name: str
    label: Text = attrs.field(converter=_text)
    categories: tuple[str, ...] = attrs.field(converter=_strings)
    labels: tuple[Text, ...] = attrs.field(converter=_texts)
    role: Literal["time", "geo", "metric"] | None = attrs.field(default=None, kw_only=True)
    extra: Mapping[str, Any] = attrs.field(factory=dict, kw_only=True, hash=False, repr=False)

    @labels.default
    def _labels_are_codes(self) -> tuple[Text, ...]:
        return _texts(self.categories)

    def __attrs_post_init__(self) -> None:
        if not self.categories:
            raise BadInput(f"dimension {self.name!r} has no category: expected at least one")
        twice = sorted({code for code in self.categories if self.categories.count(code) > 1})
        if twice:
            raise BadInput(f"dimension {self.name!r} names the category {twice[0]!r} twice: expected each once")
        if len(self.labels) != len(self.categories):
            raise BadInput(
                f"dimension {self.name!r} has {len(self.labels)} labels for {len(self.categories)} categories: "
                "expected one label a category"
            )

    def index(self, category: str) -> int:
        """Return the position of ``category``.

        Raises
        ------
        BadInput
            If there is no such category; the nearest is suggested.
        """
        if category not in self.categories:
            raise BadInput(
                f"dimension {self.name!r} has no category {category!r}: expected one of {', '.join(self.categories)}."
                f"{suggestion(category, self.categories)}"
            )
        return self.categories.index(category)


def _dimensions(values: Iterable[Dimension]) -> tuple[Dimension, ...]:
    return tuple(values)


def _integers(values: npt.ArrayLike) -> IntArray:
    array = np.asarray(values)
    if array.dtype.kind not in "iu":
        raise BadInput(f"the values of a table are of type {array.dtype}: expected whole numbers (int64)")
    if float(np.abs(array).sum(dtype=float)) >= 2.0**62:
        raise BadInput("the values of a table are too large to add up in 64 bits: expected a sum below 2**62")
    return _frozen(array.astype(np.int64))


def _codes(values: npt.ArrayLike | None) -> StatusArray | None:
    if values is None:
        return None
    array = np.asarray(values)
    if array.dtype.kind not in "iu" or (array.size and (array.min() < 0 or array.max() > max(CellStatus))):
        raise BadInput(f"the statuses of a table are not all known: expected numbers from 0 to {max(CellStatus)}")
    frozen = array.astype(np.uint8)
    frozen.flags.writeable = False
    return frozen


def _frozen(array: IntArray) -> IntArray:
    array.flags.writeable = False
    return array


def _maybe_integers(values: npt.ArrayLike | None) -> IntArray | None:
    return None if values is None else _integers(values)


_same = attrs.cmp_using(eq=np.array_equal)


def _with_sums(values: IntArray) -> IntArray:
    """Return ``values`` with one more place along each axis, the sum."""
    for axis in range(values.ndim):
        values = np.concatenate([values, values.sum(axis=axis, keepdims=True, dtype=np.int64)], axis=axis)
    return values


@attrs.frozen
class Table:
    """A table of whole numbers in which every person counted stands in exactly one cell.

    Totals are never categories. They are computed, or, where cells are hidden or the publisher's own totals are to be
    kept, held apart in ``published``. A cell that is not OK holds the value 0: a table never carries what it hides.

    Parameters
    ----------
    label
        What is counted.
    dimensions
        The :class:`Dimension` of each axis.
    values
        Whole numbers, one axis a dimension. In units of ``10**-decimals``.
    status
        Codes of :class:`CellStatus`, same shape; all OK if left out.
    published, published_status
        Values and statuses with one more place along each axis, the last, for totals; the rest repeats ``values``.
    decimals
        How many decimals the numbers have: 234 with ``decimals=1`` is 23.4.
    additive
        False where parts need not sum to totals (perturbed tables, percentages). Such tables are never added up.
    notes, source, updated
        Words on the whole table, where it comes from, and when it was last changed (ISO 8601).
    marks
        The publisher's own status marks, by position of the cell; as read.
    extension
        What else a file says (JSON-stat's ``extension``), as read.

    Raises
    ------
    BadInput
        If the shapes do not fit, two dimensions share a name, or values are no whole numbers.

    Examples
    --------
    >>> sex = Dimension("sex", Text("kön", "sex"), ("woman", "man"), (Text("kvinnor", "women"), Text("män", "men")))
    >>> registered = Table(Text("Inskrivna", "Registered"), (sex,), [297, 490])
    >>> registered.total, registered.at(sex="man")
    (787, 490)
    """

    label: Text = attrs.field(converter=_text)
    dimensions: tuple[Dimension, ...] = attrs.field(converter=_dimensions)
    values: IntArray = attrs.field(converter=_integers, eq=_same, hash=False)
    status: StatusArray = attrs.field(default=None, converter=_codes, eq=_same, hash=False)
    published: IntArray | None = attrs.field(
        default=None, converter=_maybe_integers, eq=_same, hash=False, kw_only=True, repr=False
    )
    published_status: StatusArray | None = attrs.field(
        default=None, converter=_codes, eq=_same, hash=False, kw_only=True, repr=False
    )
    decimals: int = attrs.field(default=0, kw_only=True)
    additive: bool = attrs.field(default=True, kw_only=True)
    notes: tuple[Text, ...] = attrs.field(default=(), converter=_texts, kw_only=True)
    source: Text | None = attrs.field(default=None, converter=attrs.converters.optional(_text), kw_only=True)
    updated: str | None = attrs.field(default=None, kw_only=True)
    marks: Mapping[tuple[int, ...], str] = attrs.field(factory=dict, kw_only=True, hash=False, repr=False)
    extension: Mapping[str, Any] = attrs.field(factory=dict, kw_only=True, hash=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.status is None:
            object.__setattr__(self, "status", _codes(np.zeros(self.values.shape, np.uint8)))
        names = [dimension.name for dimension in self.dimensions]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise BadInput(f"two dimensions are called {twice[0]!r}: expected each name once")
        shape = tuple(len(dimension.categories) for dimension in self.dimensions)
        wider = tuple(length + 1 for length in shape)
        if self.published is not None and self.published_status is None:
            object.__setattr__(self, "published_status", _codes(np.zeros(self.published.shape, np.uint8)))
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
        """Return the dimension called ``name``."""
        return self.dimensions[self.axis(name)]

    def with_totals(self) -> tuple[IntArray, StatusArray]:
        """Return values and statuses with one more place along each axis, the last, for the totals.

        Published totals where there are any, else sums; a sum over a cell that is not OK, and any sum in a table that
        does not add up, is MISSING.

        >>> Table("persons", (Dimension("sex", "sex", ("woman", "man")),), [297, 490]).with_totals()[0].tolist()
        [297, 490, 787]
        """
        if self.published is not None and self.published_status is not None:
            return self.published, self.published_status
        values = _with_sums(self.values)
        hidden = _with_sums((self.status != CellStatus.OK).astype(np.int64)) > 0
        if not self.additive:
            hidden[...] = True
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
        """Return the number of the categories given, totalled over the dimensions left out; None if not shown."""
        place = [-1] * len(self.dimensions)
        for name, category in categories.items():
            place[self.axis(name)] = self.dimension(name).index(category)
        values, status = self.with_totals()
        return int(values[tuple(place)]) if status[tuple(place)] == CellStatus.OK else None

    def keep(self, *names: str) -> Table:
        """Return the table of the dimensions named, in their order here, totalled over the others.

        Raises
        ------
        BadInput
            If a name is unknown, or the table does not add up and publishes no totals.
        """
        kept = {self.axis(name) for name in names}
        if len(kept) == len(self.dimensions):
            return self
        if not self.additive and self.published is None:
            raise BadInput("the table does not add up (perturbed, or no counts): expected one with published totals")
        place = tuple(slice(None) if axis in kept else -1 for axis in range(len(self.dimensions)))
        return self._taken(place)

    def over(self, *names: str) -> Table:
        """Return the table totalled over the dimensions named.

        >>> sex, answer = Dimension("sex", "sex", ("woman", "man")), Dimension("answer", "answer", ("yes", "no"))
        >>> Table("persons", (sex, answer), [[1, 2], [3, 4]]).over("answer").values.tolist()
        [3, 7]
        """
        gone = {self.axis(name) for name in names}
        return self.keep(*(name for axis, name in enumerate(self.names) if axis not in gone))

    def select(self, name: str, category: str) -> Table:
        """Return the table of one category, without that dimension."""
        axis, index = self.axis(name), self.dimension(name).index(category)
        return self._taken(tuple(index if a == axis else slice(None) for a in range(len(self.dimensions))))

    def _taken(self, place: tuple[int | slice, ...]) -> Table:
        values, status = self.with_totals()
        left = tuple(d for d, index in zip(self.dimensions, place, strict=True) if isinstance(index, slice))
        return self._of(left, np.asarray(values[place]), np.asarray(status[place]))

    def _of(self, dimensions: tuple[Dimension, ...], values: IntArray, status: StatusArray) -> Table:
        """Return a table like this one from arrays with totals, keeping totals apart only if this table does."""
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

    def _answers(self, *categories: str) -> Table:
        axis, answers = self.axis(ANSWER), self.dimension(ANSWER).categories
        chosen = [answers.index(category) for category in categories if category in answers]
        values, status = self.with_totals()
        worst = status.take(chosen, axis=axis).max(axis=axis)
        sums = values.take(chosen, axis=axis).sum(axis=axis, dtype=np.int64)
        if len(chosen) > 1:
            worst = np.where(worst == CellStatus.OK, worst, np.uint8(CellStatus.MISSING))
        left = self.dimensions[:axis] + self.dimensions[axis + 1 :]
        return self._of(left, np.where(worst == CellStatus.OK, sums, 0), worst)

    @property
    def certain(self) -> Table:
        """Those for whom the answer is yes whatever the unknown facts are."""
        return self._answers("yes")

    @property
    def certain_if_assumed(self) -> Table:
        """Those for whom the answer is yes, or is yes under the stated assumptions."""
        return self._answers("yes", "yes_assumed")

    @property
    def possible(self) -> Table:
        """Those for whom the answer may be yes: all but the certain no."""
        return self._answers("yes", "yes_assumed", "unknown", "no_assumed")

    def masked(self, status: npt.ArrayLike) -> Table:
        """Return the table with cells hidden; the totals that are not hidden themselves stay published.

        Parameters
        ----------
        status
            Codes of :class:`CellStatus` with totals, in the shape of :meth:`with_totals`.

        Examples
        --------
        >>> table = Table("persons", (Dimension("sex", "sex", ("woman", "man")),), [3, 490])
        >>> hidden = table.masked([CellStatus.SUPPRESSED, CellStatus.SECONDARY, CellStatus.OK])
        >>> hidden.at(sex="woman"), hidden.total
        (None, 493)
        """
        values, before = self.with_totals()
        codes = np.asarray(_codes(status))
        if codes.shape != before.shape:
            raise BadInput(f"status has the shape {codes.shape}: expected {before.shape}, totals included")
        codes = np.where(codes == CellStatus.OK, before, codes)
        shown = np.where(codes == CellStatus.OK, values, 0)
        return attrs.evolve(
            self,
            values=shown[self._inner],
            status=codes[self._inner],
            published=shown,
            published_status=codes,
        )
