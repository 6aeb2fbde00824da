"""Tables of counts: grids that can be written, read, protected, rounded and bounded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
import numpy as np

from dualib.counting.disclosure.protection import AuditReport, protect_counts
from dualib.counting.disclosure.rounding import round_counts
from dualib.counting.tables import jsonstat, text
from dualib.counting.tables.dimensions import ANSWER, UNKNOWN_CATEGORY, CellStatus, Dimension
from dualib.counting.tables.grid import Grid
from dualib.errors import BadInput
from dualib.exact.network import Intervals, intervals, with_totals
from dualib.language import Text
from dualib.messages import Message, message
from dualib.tabular import TABLE_FORMATS, Rows

__all__ = [
    "ANSWER",
    "UNKNOWN_CATEGORY",
    "CellStatus",
    "Dimension",
    "Protected",
    "Table",
    "protect",
]


@attrs.frozen
class Table(Grid):
    """A table of whole numbers in which every person counted is in exactly one cell.

    Totals are never categories. They are computed, or, where cells are hidden or the publisher's own totals are to be
    kept, held apart in ``published``. A cell that is not OK holds the value 0: a table never carries what it hides.
    Its numbers and totals (``at``, ``total``, ``with_totals``, ``names``, ``axis``, ``dimension``)
    and its slices (``keep``, ``over``, ``select``, ``certain``, ``certain_if_assumed``,
    ``possible``, ``masked``) are those of a :class:`~dualib.counting.tables.grid.Grid`.

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
        If the shapes do not fit, two dimensions share a name, or values are not whole numbers.

    Examples
    --------
    >>> sex = Dimension("sex", Text("kön", "sex"), ("woman", "man"), (Text("kvinnor", "women"), Text("män", "men")))
    >>> registered = Table(Text("Inskrivna", "Registered"), (sex,), [297, 490])
    >>> registered.total, registered.at(sex="man")
    (787, 490)
    """

    def protect(self, *, threshold: int = 5, insiders: bool = False, zeros: bool = False) -> Table:
        """Return the table with small counts hidden, and what would reveal them.

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
        return protect(self, threshold=threshold, insiders=insiders, zeros=zeros).table

    def rounded(self, *, base: int = 5, seed: int = 0) -> Table:
        """Return the table rounded at random to multiples of ``base`` so that it still adds up.

        A note on the table says so. See :func:`~dualib.counting.disclosure.rounding.round_counts` for what is
        promised.

        Raises
        ------
        BadInput
            If a cell is hidden or missing, the table does not add up, or base or seed is not such a number.

        Examples
        --------
        >>> sex = Dimension("sex", "sex", ("woman", "man"))
        >>> rounded = Table("persons", (sex,), [297, 490]).rounded()
        >>> rounded.values.tolist(), rounded.total, rounded.notes[0].en
        ([295, 490], 785, 'Rounded at random to multiples of 5; parts sum to totals.')
        """
        values, status = self.with_totals()
        if not self.additive or np.any(status != CellStatus.OK):
            raise BadInput(message("counting/gaps-to-round"))
        if not self.dimensions:
            values = np.array([values, values])
        rounded = round_counts(values, base=base, seed=seed)
        note = Text.both(message("counting/rounded", base=base).say)
        inner = rounded[(slice(None, -1),) * rounded.ndim]
        return attrs.evolve(
            self,
            values=inner if self.dimensions else inner[0],
            published=None,
            published_status=None,
            notes=(*self.notes, note),
        )

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
        values, status = self.with_totals()
        hidden = status != CellStatus.OK
        if self.dimensions:
            return intervals(values, hidden)
        seen = intervals(np.array([values, values]), np.array([hidden, hidden]))
        return Intervals(seen.low[0], seen.high[0], seen.attained)

    def to_rows(self, *, totals: bool = False) -> Rows:
        """Return a row for each cell: its categories, its value (None if not shown) and its status.

        The status is empty, ``hidden`` or ``missing``.

        >>> sex = Dimension("sex", "sex", ("woman", "man"))
        >>> rows = Table("persons", (sex,), [297, 490]).to_rows()
        >>> rows.header, list(rows)
        (('sex', 'value', 'status'), [('woman', 297, ''), ('man', 490, '')])
        """
        return text.as_rows(self, totals=totals)

    def to_frame(self, *, totals: bool = False) -> dict[str, list[Any]]:
        """Return the table as columns: one for each dimension, then ``value`` and ``status``.

        A frame of any library can be made of them.

        >>> Table("persons", (Dimension("sex", "sex", ("woman", "man")),), [297, 490]).to_frame()
        {'sex': ['woman', 'man'], 'value': [297, 490], 'status': ['', '']}
        """
        rows = self.to_rows(totals=totals)
        return {name: [row[at] for row in rows] for at, name in enumerate(rows.names())}

    def to_csv(self, *, totals: bool = False) -> str:
        """Return the table as CSV: a header line, then a line for each cell.

        >>> sex = Dimension("sex", "sex", ("woman", "man"))
        >>> print(Table("persons", (sex,), [297, 490]).to_csv(), end="")
        sex,value,status
        woman,297,
        man,490,
        """
        return TABLE_FORMATS["csv"].write(self.to_rows(totals=totals), "sv")

    def text(self, language: str = "sv") -> str:
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
        return text.as_text(self, language)

    def to_jsonstat(self, *, language: str = "sv") -> dict[str, Any]:
        """Return the table as a JSON-stat 2.0 dataset; ``json.dumps`` gives its text.

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.

        Examples
        --------
        >>> Table("persons", (Dimension("sex", "sex", ("woman", "man")),), [297, 490]).to_jsonstat()["value"]
        [297, 490]
        """
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
            If it is not a JSON-stat 2.0 dataset, or ``totals`` names a dimension or category that is not there.

        Examples
        --------
        >>> table = Table("persons", (Dimension("sex", "sex", ("woman", "man")),), [297, 490])
        >>> Table.from_jsonstat(table.to_jsonstat()) == table
        True
        """
        found = jsonstat.from_object(data, totals=totals, additive=additive)
        return Table(**attrs.asdict(found, recurse=False))


@attrs.frozen
class Protected:
    """A table made safe to publish, and the audit of it, which is not to be published.

    >>> ages = Dimension("age", "age", ["16-17", "18-19", "20-24"])
    >>> safe = protect(Table("persons", (ages,), [3, 20, 40]))
    >>> safe.table.at(age="16-17"), bool(safe.audit.primary[0])
    (None, True)
    """

    table: Table
    audit: AuditReport


def protect(
    table: Table, *, threshold: int = 5, insiders: bool = False, zeros: bool = False
) -> Protected:
    """Hide the small counts of a table, and what would reveal them.

    Parameters
    ----------
    table
        Counts that add up, none of them hidden or missing.
    threshold
        The smallest count that is shown.
    insiders
        Keep the promise also against a person who is alone in a cell, and knows it.
    zeros
        Whether a count of 0 is sensitive too, and hidden.

    Returns
    -------
    Protected
        The table, every hidden cell SUPPRESSED (which are primary is in the audit only), and the audit.

    Raises
    ------
    UnprotectableError
        If the promise cannot be kept: the table counts too few persons.
    BadInput
        If the table has gaps, negative or non-additive values, or the threshold is below 2.

    Examples
    --------
    >>> sex, answer = Dimension("sex", "sex", ("woman", "man")), Dimension("answer", "answer", ("yes", "no"))
    >>> done = protect(Table("persons", (sex, answer), [[3, 20], [30, 40]]))
    >>> done.table.at(sex="woman", answer="yes"), done.table.at(sex="woman"), done.audit.safe
    (None, 23, True)
    """
    values, status = table.with_totals()
    if not table.additive:
        raise BadInput(message("counting/not-additive-to-protect"))
    if table.decimals:
        raise BadInput(message("counting/decimals-to-protect", decimals=table.decimals))
    if np.any(status != CellStatus.OK):
        raise BadInput(message("counting/gaps-to-protect"))
    if not np.array_equal(values, with_totals(table.values)):
        raise BadInput(message("counting/published-to-protect"))
    if not table.dimensions:
        values = np.array([values, values])

    def said(place: tuple[int, ...]) -> Message:
        """Name a cell by its categories."""
        named = [
            f"{dimension.name} {dimension.categories[at]}"
            for dimension, at in zip(table.dimensions, place)
            if at < len(dimension.categories)
        ]
        return message("counting/of-cell", categories=tuple(named))

    report = protect_counts(values, threshold=threshold, insiders=insiders, zeros=zeros, said=said)
    if not table.dimensions:
        return Protected(table, report)
    hidden = report.primary | report.secondary
    return Protected(table.masked(np.where(hidden, CellStatus.SUPPRESSED, CellStatus.OK)), report)
