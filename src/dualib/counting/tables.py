"""Tables of counts: named dimensions, a value and a status in each cell, totals that are computed or published."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np
import numpy.typing as npt

from dualib.counting import slices
from dualib.counting.dimensions import ANSWER, TOTAL, UNKNOWN_CATEGORY, CellStatus, Dimension, as_text, as_texts
from dualib.counting.grid import Grid
from dualib.language import Text

if TYPE_CHECKING:
    from dualib.counting.network import Intervals

__all__ = ["ANSWER", "TOTAL", "UNKNOWN_CATEGORY", "CellStatus", "Dimension", "Table"]


@attrs.frozen
class Table(Grid):
    """A table of whole numbers in which every person counted stands in exactly one cell.

    Totals are never categories. They are computed, or, where cells are hidden or the publisher's own totals are to be
    kept, held apart in ``published``. A cell that is not OK holds the value 0: a table never carries what it hides.
    Its numbers and totals (``at``, ``total``, ``with_totals``, ``names``, ``axis``, ``dimension``) are those of a
    :class:`~dualib.counting.grid.Grid`.

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

    notes: tuple[Text, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    source: Text | None = attrs.field(default=None, converter=attrs.converters.optional(as_text), kw_only=True)
    updated: str | None = attrs.field(default=None, kw_only=True)
    marks: Mapping[tuple[int, ...], str] = attrs.field(factory=dict, kw_only=True, hash=False, repr=False)
    extension: Mapping[str, Any] = attrs.field(factory=dict, kw_only=True, hash=False, repr=False)

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
        return slices.kept(self, names)

    def over(self, *names: str) -> Table:
        """Return the table totalled over the dimensions named.

        Raises
        ------
        BadInput
            If a name is unknown, or the table does not add up and publishes no totals.

        Examples
        --------
        >>> sex, answer = Dimension("sex", "sex", ("woman", "man")), Dimension("answer", "answer", ("yes", "no"))
        >>> Table("persons", (sex, answer), [[1, 2], [3, 4]]).over("answer").values.tolist()
        [3, 7]
        """
        gone = {self.axis(name) for name in names}
        return self.keep(*(name for axis, name in enumerate(self.names) if axis not in gone))

    def select(self, name: str, category: str) -> Table:
        """Return the table of one category, without that dimension.

        Raises
        ------
        BadInput
            If there is no such dimension or category; the nearest is suggested.

        Examples
        --------
        >>> sex, answer = Dimension("sex", "sex", ("woman", "man")), Dimension("answer", "answer", ("yes", "no"))
        >>> Table("persons", (sex, answer), [[1, 2], [3, 4]]).select("sex", "man").values.tolist()
        [3, 4]
        """
        return slices.selected(self, name, category)

    @property
    def certain(self) -> Table:
        """Those for whom the answer is yes whatever the unknown facts are.

        Raises
        ------
        BadInput
            If the table has no dimension of answers.
        """
        return slices.answered(self, "yes")

    @property
    def certain_if_assumed(self) -> Table:
        """Those for whom the answer is yes, or is yes under the stated assumptions.

        Raises
        ------
        BadInput
            If the table has no dimension of answers.
        """
        return slices.answered(self, "yes", "yes_assumed")

    @property
    def possible(self) -> Table:
        """Those for whom the answer may be yes: all but the certain no.

        Raises
        ------
        BadInput
            If the table has no dimension of answers.

        Examples
        --------
        >>> answer = Dimension("answer", "answer", ("yes", "unknown", "no"))
        >>> table = Table("persons", (answer,), [10, 5, 85])
        >>> table.certain.total, table.possible.total
        (10, 15)
        """
        return slices.answered(self, "yes", "yes_assumed", "unknown", "no_assumed")

    def masked(self, status: npt.ArrayLike) -> Table:
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
        >>> table = Table("persons", (Dimension("sex", "sex", ("woman", "man")),), [3, 490])
        >>> hidden = table.masked([CellStatus.SUPPRESSED, CellStatus.SECONDARY, CellStatus.OK])
        >>> hidden.at(sex="woman"), hidden.total
        (None, 493)
        """
        return slices.hidden(self, status)

    def protect(self, *, threshold: int = 5, insiders: bool = False, zeros: bool = False) -> Table:
        """Return the table with small counts hidden, and what would reveal them (:mod:`dualib.counting.disclosure`).

        Raises
        ------
        UnprotectableError
            If small counts cannot be hidden: too few persons in all.
        BadInput
            If the table has gaps, negative or non-additive values, or the threshold is below 2.

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

        Raises
        ------
        BadInput
            If a cell is hidden or missing, the table does not add up, or base or seed is no such number.

        Examples
        --------
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

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.

        Examples
        --------
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

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.

        Examples
        --------
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

        Raises
        ------
        BadInput
            If it is no JSON-stat 2.0 dataset, or ``totals`` names a dimension or category that is not there.

        Examples
        --------
        >>> table = Table("persons", (Dimension("sex", "sex", ("woman", "man")),), [297, 490])
        >>> Table.from_jsonstat(table.to_jsonstat()) == table
        True
        """
        from dualib.counting import jsonstat

        return jsonstat.from_object(data, totals=totals, additive=additive)
