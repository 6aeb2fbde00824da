"""Disclosure control: hide small counts, and as few other cells as it takes for them to stay hidden.

Who the reader may be: one who knows the table as published, its totals, the threshold and how this module works.
Primary cells (the small ones) and secondary cells (hidden only to cover them) bear one mark, so a mark says nothing
about which it is. Zeros are shown unless they are declared sensitive, so such a reader also knows that a hidden cell
is at least 1. The promise is made against both readers, with and without that last piece of knowledge:

- every primary cell can, as far as the reader can know, be anything from 1 to ``threshold - 1``
  (a hidden total cannot be below the number of hidden parts that the reader sees it has: from there);
- no secondary cell can be known exactly (by the reader without that piece; a cell that is known covers nothing).

The total of all is taken as known; a table of fewer persons than the threshold is refused. The promise is about one
table: two tables that share cells, or the same table in two years, can be compared. Count such tables as one and
protect that, or publish a rounded table (:mod:`dualib.counting.disclosure.rounding`) of the one that holds
them all.

Tables of three and more dimensions are protected without a solver along one nesting of their dimensions (the one that
hides fewest cells); a total across that nesting is shown only where all the cells it adds up are shown, so it shows
nothing new.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import attrs
import numpy as np
import numpy.typing as npt

from dualib.counting.disclosure.suppression import Goal, Stuck, suppress
from dualib.dates import check_count
from dualib.errors import BadInput, UnprotectableError
from dualib.exact.network import UNBOUNDED, Counts, Layout, Mask, Network, layout, with_totals
from dualib.messages import Message, message

__all__ = ["AuditReport", "audit", "protect_counts"]

_TRY_ALL_ORDERS = 3000  # cells; in larger tables of many dimensions only the order given is tried


@attrs.frozen(eq=False)
class AuditReport:
    """What a reader of the published table can know, cell by cell. It names the primary cells: keep it inside.

    Attributes
    ----------
    threshold
        Counts from 1 (0 if ``zeros``) to ``threshold - 1`` are primary.
    zeros, insiders
        Whether zeros are sensitive; whether a person alone in a cell was considered as a reader.
    primary, secondary
        Masks with totals: the small cells, and the others that are hidden.
    across
        Mask of the hidden totals across the nesting (three and more dimensions), hidden because they add up a hidden
        cell.
    low, high
        What a reader can know who knows that no count is negative; int64 with totals, both ends included and attained,
        :data:`~dualib.exact.network.UNBOUNDED` for no upper end.
    strict_low, strict_high
        The same for one who also knows that zeros are shown.
    parts
        How many cells that are not zero each cell adds up.

    Examples
    --------
    >>> from dualib.counting import Dimension, Table, protect
    >>> ages = Dimension("age", "age", ["16-17", "18-19", "20-24"])
    >>> audit = protect(Table("persons", (ages,), [3, 20, 40])).audit
    >>> audit.primary.tolist(), audit.secondary.tolist()  # the total is last
    ([True, False, False, False], [False, True, False, False])
    """

    threshold: int
    zeros: bool
    insiders: bool
    primary: Mask = attrs.field(repr=False)
    secondary: Mask = attrs.field(repr=False)
    across: Mask = attrs.field(repr=False)
    low: Counts = attrs.field(repr=False)
    high: Counts = attrs.field(repr=False)
    strict_low: Counts = attrs.field(repr=False)
    strict_high: Counts = attrs.field(repr=False)
    parts: Counts = attrs.field(repr=False)

    @property
    def leaks(self) -> Mask:
        """Mask of the cells for which the promise does not hold."""
        least = 0 if self.zeros else 1
        strict = least if self.zeros else np.maximum(1, self.parts)
        told = (self.low > least) | (self.strict_low > strict)
        told |= np.minimum(self.high, self.strict_high) < self.threshold - 1
        covered: Mask = self.primary & told
        leaks: Mask = covered | (self.secondary & ~self.across & (self.low == self.high))
        return leaks

    @property
    def safe(self) -> bool:
        """Whether the promise holds for every cell."""
        return not self.leaks.any()


def _at(place: tuple[int, ...]) -> Message:
    return message("counting/at-place", place=str(place))


def protect_counts(
    table: npt.ArrayLike,
    *,
    threshold: int = 5,
    insiders: bool = False,
    zeros: bool = False,
    said: Callable[[tuple[int, ...]], Message] = _at,
) -> AuditReport:
    """Choose which cells of an array of counts to hide; each axis ends with its total.

    Parameters
    ----------
    table
        Counts with totals, none of them negative.
    threshold
        The smallest count that is shown.
    insiders
        Keep the promise also against a person who is alone in a cell, and knows it.
    zeros
        Whether a count of 0 is sensitive too, and hidden.
    said
        How a message names the cell at a position.

    Returns
    -------
    AuditReport
        The cells to hide are ``report.primary | report.secondary``.

    Raises
    ------
    UnprotectableError
        If the promise cannot be kept: the table counts too few persons.
    BadInput
        If the counts are not whole numbers with totals, one is negative, or the threshold is below 2.

    Examples
    --------
    >>> report = protect_counts([3, 20, 30, 53])
    >>> report.primary.tolist(), report.secondary.tolist()
    ([True, False, False, False], [False, True, False, False])
    """
    counts = _checked(table, threshold)
    total = int(counts.flat[-1])
    if (0 if zeros else 1) <= total < threshold:
        raise UnprotectableError(
            message("counting/nothing-to-publish", total=total, threshold=threshold)
        )
    orders = (
        list(permutations(range(counts.ndim))) if counts.ndim > 2 else [tuple(range(counts.ndim))]
    )
    best: tuple[int, AuditReport] | None = None
    problem: Message | None = None
    for order in orders if counts.size <= _TRY_ALL_ORDERS else orders[:1]:
        try:
            report = _along(counts, order, threshold, insiders, zeros)
        except Stuck as stuck:
            place = tuple(stuck.place[axis] for axis in np.argsort(order))
            problem = problem or message("counting/cannot-be-hidden", where=said(place))
            continue
        hidden = int((report.primary | report.secondary).sum())
        if best is None or hidden < best[0]:
            best = hidden, report
    if best is None:
        assert problem is not None  # every order was stuck
        raise UnprotectableError(problem)
    return best[1]


def _checked(table: npt.ArrayLike, threshold: int) -> Counts:
    check_count(threshold, "threshold", least=2)
    counts = np.asarray(table)
    if counts.dtype.kind not in "iu" or counts.ndim == 0 or min(counts.shape) < 2:
        raise BadInput(
            message("counting/counts-without-totals", type=counts.dtype, shape=str(counts.shape))
        )
    counts = counts.astype(np.int64)
    if counts.min() < 0:
        raise BadInput(message("counting/negative-count", value=int(counts.min())))
    if not np.array_equal(counts, with_totals(counts[(slice(None, -1),) * counts.ndim])):
        raise BadInput(message("counting/totals-not-sums"))
    return counts


def _along(
    counts: Counts, order: tuple[int, ...], threshold: int, insiders: bool, zeros: bool
) -> AuditReport:
    """Protect along one nesting of the dimensions and audit the result."""
    turned = counts.transpose(order)
    plan = layout(tuple(size - 1 for size in turned.shape))
    goals = _goals(turned, plan, threshold, zeros)
    pattern = suppress(turned, plan, goals, insiders=insiders, zeros=zeros)
    hidden = _spread(turned.shape, plan, pattern)
    report = audit(turned, hidden, threshold=threshold, zeros=zeros)
    back = tuple(np.argsort(order))
    arrays = ("primary", "secondary", "across", "low", "high", "strict_low", "strict_high", "parts")
    return attrs.evolve(
        report,
        insiders=insiders,
        **{name: getattr(report, name).transpose(back) for name in arrays},
    )


def _parts(shape: tuple[int, ...], cell: int) -> npt.NDArray[np.intp]:
    """Return the cells of the nesting that a total across it adds up: the innermost ones."""
    place = np.unravel_index(cell, shape)
    axes = [
        np.arange(size - 1)
        if int(at) == size - 1 and axis < len(shape) - 1
        else np.array([int(at)])
        for axis, (at, size) in enumerate(zip(place, shape, strict=True))
    ]
    return np.ravel_multi_index(np.ix_(*axes), shape).ravel()


def _across(shape: tuple[int, ...], plan: Layout) -> list[int]:
    """Return the cells that lie outside the nesting."""
    outside = np.ones(int(np.prod(shape)), np.bool_)
    outside[plan.cells] = False
    return np.flatnonzero(outside).tolist()


def _spread(shape: tuple[int, ...], plan: Layout, pattern: frozenset[int]) -> Mask:
    """Return the mask of hidden cells: those of the nesting, and the totals across it that add up a hidden one."""
    hidden = np.zeros(int(np.prod(shape)), np.bool_)
    hidden[plan.cells[sorted(pattern)]] = True
    for cell in _across(shape, plan):
        hidden[cell] = hidden[_parts(shape, cell)].any()
    return hidden.reshape(shape)


def _primary(counts: Counts, threshold: int, zeros: bool) -> Mask:
    mask: Mask = (counts < threshold) & (counts >= (0 if zeros else 1))
    return mask


def _nonzero_parts(counts: Counts) -> Counts:
    return with_totals(counts[(slice(None, -1),) * counts.ndim] > 0)


def _goals(counts: Counts, plan: Layout, threshold: int, zeros: bool) -> list[Goal]:
    """State for each primary cell how far it must be able to move."""
    arc_of = {cell: arc for arc, cell in enumerate(plan.cells.tolist())}
    parts = _nonzero_parts(counts).ravel()
    flat = counts.ravel()
    goals = []
    for cell in np.flatnonzero(_primary(flat, threshold, zeros)).tolist():
        arcs = (
            [arc_of[cell]]
            if cell in arc_of
            else [arc_of[int(part)] for part in _parts(counts.shape, cell)]
        )
        value = int(flat[cell])
        goals.append(
            Goal(
                arcs=tuple(arc for arc in arcs if zeros or flat[plan.cells[arc]]),
                more=threshold - 1 - value,
                less=value if zeros else value - max(1, int(parts[cell])),
                less_if_zeros_hide=value if zeros else value - 1,
            )
        )
    return goals


def audit(
    table: npt.ArrayLike, hidden: npt.ArrayLike, *, threshold: int = 5, zeros: bool = False
) -> AuditReport:
    """Tell what readers of a table in which these cells are hidden can work out; for any pattern of hiding.

    With three and more dimensions the last is taken as flat, the others as nested, the first outermost; totals across
    the nesting must be hidden wherever they add up a hidden cell. The ranges of those totals can be attained, but may
    be wider.

    Parameters
    ----------
    table
        The true counts, with totals.
    hidden
        Mask of the same shape.
    threshold, zeros
        As in :func:`protect_counts`.

    Raises
    ------
    BadInput
        If the shapes differ, or a total across the nesting is shown that adds up a hidden cell.

    Examples
    --------
    >>> report = audit([3, 20, 30, 53], [True, False, False, False])
    >>> report.safe, int(report.low[0]), int(report.high[0])
    (False, 3, 3)
    """
    counts = _checked(table, threshold)
    mask: Mask = np.asarray(hidden, np.bool_)
    if mask.shape != counts.shape:
        raise BadInput(
            message(
                "counting/hidden-of-another-shape",
                shape=str(mask.shape),
                expected=str(counts.shape),
            )
        )
    plan = layout(tuple(size - 1 for size in counts.shape))
    across = [
        cell for cell in _across(counts.shape, plan) if mask[_parts_at(counts.shape, cell)].any()
    ]
    flat_mask = mask.ravel()
    shown = [cell for cell in across if not flat_mask[cell]]
    if shown:
        place = tuple(int(at) for at in np.unravel_index(shown[0], counts.shape))
        raise BadInput(message("counting/total-shown", place=str(place)))
    arc_of = {cell: arc for arc, cell in enumerate(plan.cells.tolist())}
    ends = []
    for floor in (0, 0 if zeros else 1):
        low, high = counts.copy(), counts.copy()
        network = Network(plan)
        flow = counts.ravel()[plan.cells].tolist()
        open_arcs = np.flatnonzero(flat_mask[plan.cells]).tolist()
        for arc in open_arcs:
            network.open(arc, UNBOUNDED, max(flow[arc] - floor, 0))
        groups = [(int(plan.cells[arc]), [arc]) for arc in open_arcs]
        groups += [
            (
                cell,
                [arc_of[int(part)] for part in _parts(counts.shape, cell) if flat_mask[int(part)]],
            )
            for cell in across
        ]
        for cell, arcs in groups:
            more, less, _ = network.stretch(arcs, UNBOUNDED, UNBOUNDED)
            low.flat[cell] -= less
            high.flat[cell] = UNBOUNDED if more == UNBOUNDED else counts.flat[cell] + more
        ends += [low, high]
    outside = np.zeros(counts.shape, np.bool_)
    outside.flat[across] = True
    primary = _primary(counts, threshold, zeros)
    return AuditReport(
        threshold=threshold,
        zeros=zeros,
        insiders=False,
        primary=primary,
        secondary=mask & ~primary,
        across=outside,
        low=ends[0],
        high=ends[1],
        strict_low=ends[2],
        strict_high=ends[3],
        parts=_nonzero_parts(counts),
    )


def _parts_at(shape: tuple[int, ...], cell: int) -> tuple[npt.NDArray[np.intp], ...]:
    return np.unravel_index(_parts(shape, cell), shape)
