"""Tables of counts: named dimensions, a value and a status in each cell, totals that are computed or published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np
import numpy.typing as npt

from dualib.counting.arrays import (
    IntArray,
    StatusArray,
    codes,
    integers,
    maybe_codes,
    maybe_integers,
    with_sums,
)
from dualib.counting.dimensions import ANSWER, TOTAL, UNKNOWN_CATEGORY, CellStatus, Dimension, as_text, as_texts
from dualib.errors import BadInput, suggestion
from dualib.language import Text

if TYPE_CHECKING:
    from dualib.counting.network import Intervals

__all__ = ["ANSWER", "TOTAL", "UNKNOWN_CATEGORY", "CellStatus", "Dimension", "Table"]


def _dimensions(values: Iterable[Dimension]) -> tuple[Dimension, ...]:
    return tuple(values)


def _all_ok(table: Table) -> StatusArray:
    return np.zeros(table.values.shape, np.uint8)


_same = attrs.cmp_using(eq=np.array_equal)


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
    notes: tuple[Text, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    source: Text | None = attrs.field(default=None, converter=attrs.converters.optional(as_text), kw_only=True)
    updated: str | None = attrs.field(default=None, kw_only=True)
    marks: Mapping[tuple[int, ...], str] = attrs.field(factory=dict, kw_only=True, hash=False, repr=False)
    extension: Mapping[str, Any] = attrs.field(factory=dict, kw_only=True, hash=False, repr=False)

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

        Examples
        --------
        >>> sex, answer = Dimension("sex", "sex", ("woman", "man")), Dimension("answer", "answer", ("yes", "no"))
        >>> Table("persons", (sex, answer), [[1, 2], [3, 4]]).keep("answer").values.tolist()
        [4, 6]
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
        """Return the table of one category, without that dimension.

        >>> sex, answer = Dimension("sex", "sex", ("woman", "man")), Dimension("answer", "answer", ("yes", "no"))
        >>> Table("persons", (sex, answer), [[1, 2], [3, 4]]).select("sex", "man").values.tolist()
        [3, 4]
        """
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
        """Those for whom the answer may be yes: all but the certain no.

        >>> answer = Dimension("answer", "answer", ("yes", "unknown", "no"))
        >>> table = Table("persons", (answer,), [10, 5, 85])
        >>> table.certain.total, table.possible.total
        (10, 15)
        """
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
        after = codes(status)
        if after.shape != before.shape:
            raise BadInput(f"status has the shape {after.shape}: expected {before.shape}, totals included")
        after = np.where(after == CellStatus.OK, before, after)
        shown = np.where(after == CellStatus.OK, values, 0)
        return attrs.evolve(
            self,
            values=shown[self._inner],
            status=after[self._inner],
            published=shown,
            published_status=after,
        )

    def protect(self, *, threshold: int = 5, insiders: bool = False, zeros: bool = False) -> Table:
        """Return the table with small counts hidden, and what would reveal them (:mod:`dualib.counting.disclosure`).

        Raises
        ------
        UnprotectableError
            If small counts cannot be hidden: too few persons in all.

        Examples
        --------
        >>> sex, answer = Dimension("sex", "sex", ("woman", "man")), Dimension("answer", "answer", ("yes", "no"))
        >>> table = Table("persons", (sex, answer), [[3, 20], [30, 40]]).protect()
        >>> table.at(sex="woman", answer="yes"), table.total
        (None, 93)
        """
        from dualib.counting import disclosure

        return disclosure.protect(self, threshold=threshold, insiders=insiders, zeros=zeros).table

    def rounded(self, *, base: int = 5, seed: int = 0) -> Table:
        """Return the table rounded at random to multiples of ``base`` so that it still adds up.

        >>> Table("persons", (Dimension("sex", "sex", ("woman", "man")),), [297, 490]).rounded().total
        785
        """
        from dualib.counting import rounding

        return rounding.round_table(self, base=base, seed=seed)

    def intervals(self) -> Intervals:
        """Return what each cell and total can be, given those that are shown: int64 arrays ``low`` and ``high``.

        The last place of each axis is the total. The attacker's view of a protected table, and the analyst's of an
        incomplete one.

        Raises
        ------
        ContradictionError
            If the numbers shown do not fit each other.

        Examples
        --------
        >>> table = Table("persons", (Dimension("sex", "sex", ("woman", "man")),), [3, 490]).masked([1, 1, 0])
        >>> table.intervals().high.tolist()
        [493, 493, 493]
        """
        from dualib.counting import network

        values, status = self.with_totals()
        hidden = status != CellStatus.OK
        if self.dimensions:
            return network.intervals(values, hidden)
        seen = network.intervals(np.array([values, values]), np.array([hidden, hidden]))
        return network.Intervals(seen.low[0], seen.high[0], seen.exact)

    def rows(self, *, totals: bool = False) -> list[tuple[str | int | Decimal | None, ...]]:
        """Return a row a cell: categories, value (None if not shown), status (empty, ``hidden`` or ``missing``).

        >>> Table("persons", (Dimension("sex", "sex", ("woman", "man")),), [297, 490]).rows()
        [('woman', 297, ''), ('man', 490, '')]
        """
        from dualib.counting import show

        return list(show.rows(self, totals=totals))

    def to_frame(self, *, totals: bool = False) -> dict[str, list[Any]]:
        """Return the table as columns, one a dimension, then ``value`` and ``status``; every frame library takes it.

        >>> Table("persons", (Dimension("sex", "sex", ("woman", "man")),), [297, 490]).to_frame()
        {'sex': ['woman', 'man'], 'value': [297, 490], 'status': ['', '']}
        """
        from dualib.counting import show

        return show.as_frame(self, totals=totals)

    def csv(self, *, totals: bool = False) -> str:
        """Return the table as CSV: a header line, then a row a cell.

        >>> print(Table("persons", (Dimension("sex", "sex", ("woman", "man")),), [297, 490]).csv(), end="")
        sex,value,status
        woman,297,
        man,490,
        """
        from dualib.counting import show

        return show.as_csv(self, totals=totals)

    def text(self, language: str) -> str:
        """Return the table as aligned text with totals, the last dimension across.

        >>> sex = Dimension("sex", Text("kön", "sex"), ("woman", "man"), (Text("kvinnor", "women"), Text("män", "men")))
        >>> print(Table(Text("Inskrivna", "Registered"), (sex,), [297, 490]).text("sv"))
        Inskrivna
        kvinnor  män  Totalt
            297  490     787
        """
        from dualib.counting import show

        return show.as_text(self, language)

    def to_jsonstat(self, *, language: str = "sv") -> dict[str, Any]:
        """Return the table as a JSON-stat 2.0 dataset; :func:`dualib.counting.jsonstat.dumps` gives the file's text.

        >>> Table("persons", (Dimension("sex", "sex", ("woman", "man")),), [297, 490]).to_jsonstat()["value"]
        [297, 490]
        """
        from dualib.counting import jsonstat

        return jsonstat.to_object(self, language=language)

    @classmethod
    def from_jsonstat(
        cls,
        data: Mapping[str, Any] | str | bytes,
        *,
        totals: Mapping[str, str] | None = None,
        additive: bool | None = None,
    ) -> Table:
        """Return the table of a JSON-stat 2.0 dataset, given as an object or as the text of a file.

        ``totals`` names, for each dimension that holds one, the category that is a total (``{"Kon": "1+2"}``).
        Perturbed tables are recognised by their notes and never added up, unless ``additive`` says otherwise.

        >>> table = Table("persons", (Dimension("sex", "sex", ("woman", "man")),), [297, 490])
        >>> Table.from_jsonstat(table.to_jsonstat()) == table
        True
        """
        from dualib.counting import jsonstat

        return jsonstat.from_object(data, totals=totals, additive=additive)
