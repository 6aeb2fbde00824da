"""A table with totals as a network: what each hidden cell can be, exactly, in whole numbers, without a solver.

Every cell of a two-way table lies in one row equation and one column equation. Written as a flow, a cell is an arc
between the two, the totals included, and the table is a circulation. What a hidden cell can be is then a question of
maximum flow, and the answers are exact whole numbers. The same function serves the one who protects a table (what can
an attacker work out?) and the one who reads a table with gaps (what can the missing cell be?).

Several dimensions stay a network when all but the last are nested in each other (county, municipality); the margins
of other nestings are left out of it. Arrays are *extended*: every axis ends with its total.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, permutations
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from dualib.errors import BadInput, ContradictionError
from dualib.exact.bounds import Bounds
from dualib.messages import message

__all__ = [
    "Counts",
    "Mask",
    "UNBOUNDED",
    "Intervals",
    "Layout",
    "Network",
    "intervals",
    "layout",
    "with_totals",
]

UNBOUNDED = int(np.iinfo(np.int64).max)
"""The upper end of an interval without an upper end."""

Counts = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


def with_totals(counts: npt.ArrayLike) -> Counts:
    """Add to each axis its total, last.

    >>> with_totals([[1, 2], [3, 4]])
    array([[ 1,  2,  3],
           [ 3,  4,  7],
           [ 4,  6, 10]])
    """
    table: Counts = np.asarray(counts, np.int64)
    for axis in range(table.ndim):
        table = np.concatenate([table, table.sum(axis=axis, keepdims=True)], axis=axis)
    return table


@attrs.frozen(eq=False)
class Layout:
    """Where each cell of an extended table lies in its network.

    Attributes
    ----------
    nodes
        The number of equations (and one node more).
    cells
        For each arc, the cell's index in the flattened extended table.
    tails, heads
        For each arc, the equations it leaves and enters.
    free
        Pairs of nodes joined without limit, which stand for no cell.
    names
        What each equation adds up, for messages.
    """

    nodes: int
    cells: npt.NDArray[np.intp]
    tails: npt.NDArray[np.intp]
    heads: npt.NDArray[np.intp]
    free: tuple[tuple[int, int], ...]
    names: tuple[str, ...]


@lru_cache(maxsize=64)
def layout(sizes: tuple[int, ...]) -> Layout:
    """Lay a table of these sizes (totals not counted) out as a network.

    The last axis is flat; the axes before it are nested, the first outermost.

    >>> two_way = layout((2, 3))
    >>> two_way.nodes, two_way.cells.size
    (7, 12)
    """
    if len(sizes) == 1:
        size = sizes[0]
        arcs = np.arange(size + 1)
        return Layout(
            size + 2,
            arcs,
            np.append(np.zeros(size, np.intp), 1),
            np.append(arcs[:size] + 2, 0),
            tuple((j + 2, 1) for j in range(size)),
            ("the total", "the total", *(f"cell {j}" for j in range(size))),
        )
    *nested, flat = sizes
    shape = tuple(size + 1 for size in sizes)
    depth, width = len(nested), flat + 1
    counts = [int(np.prod(nested[:level], dtype=np.intp)) for level in range(depth + 1)]
    bases = np.cumsum([1, *(count * width for count in counts[:depth])]).tolist()
    names = ["the row of totals" if depth == 1 else "the totals over all"]
    cells, tails, heads = [], [], []
    for level, count in enumerate(counts):
        prefix = (
            np.indices(nested[:level]).reshape(level, -1) if level else np.zeros((0, 1), np.intp)
        )
        for j in range(width):
            index = [*prefix, *(np.full(count, size) for size in nested[level:]), np.full(count, j)]
            own = np.arange(count)
            above = own // nested[level - 1] if level else own
            here = bases[level] + (own if level == depth else own * width + j)
            there = np.zeros(count, np.intp) if level == 0 else bases[level - 1] + above * width + j
            cells.append(np.ravel_multi_index(tuple(index), shape))
            tails.append(here if j == flat else there)
            heads.append(there if j == flat else here)
        for place in prefix.T.tolist():
            if level == depth:
                names.append(f"row {place[0]}" if depth == 1 else f"row {tuple(place)}")
            else:
                below = "" if depth == 1 else f" under {tuple(place)}"
                names += [f"column {j}{below}" for j in range(flat)] + [
                    f"the column of totals{below}"
                ]
    return Layout(
        bases[depth] + counts[depth],
        np.concatenate(cells),
        np.concatenate(tails),
        np.concatenate(heads),
        (),
        tuple(names),
    )


class Network:
    """The residual graph of a table: how far the open cells can still move, each up and down.

    Sets of nodes are the bits of integers, so a step of the search costs a few operations on machine words.

    >>> network = Network(layout((2, 2)))
    >>> for arc in range(9):
    ...     network.open(arc, UNBOUNDED, 3)
    >>> network.stretch([4], 2, 9)[:2]
    (2, 3)
    """

    def __init__(self, plan: Layout) -> None:
        nodes = plan.nodes + 2  # two more, for the search of a first solution
        self.nodes = nodes
        self.tails: list[int] = plan.tails.tolist()
        self.heads: list[int] = plan.heads.tolist()
        self.up: list[int] = []
        self.down: list[int] = []
        self.after = [0] * nodes
        self.before = [0] * nodes
        self.codes: dict[int, int] = {}
        for arc, (tail, head) in enumerate(zip(self.tails, self.heads, strict=True)):
            self._register(arc, tail, head)
        for tail, head in plan.free:
            self.open(self.add(tail, head), UNBOUNDED, UNBOUNDED)

    def _register(self, arc: int, tail: int, head: int) -> None:
        self.codes[tail * self.nodes + head] = arc
        self.codes[head * self.nodes + tail] = ~arc
        self.up.append(0)
        self.down.append(0)

    def add(self, tail: int, head: int) -> int:
        """Add an arc, closed, and return its number."""
        arc = len(self.tails)
        self.tails.append(tail)
        self.heads.append(head)
        self._register(arc, tail, head)
        return arc

    def open(self, arc: int, up: int, down: int) -> None:
        """Let a cell rise by at most ``up`` and fall by at most ``down``."""
        tail, head = self.tails[arc], self.heads[arc]
        self.up[arc], self.down[arc] = up, down
        self._mark(tail, head, up > 0)
        self._mark(head, tail, down > 0)

    def close(self, arc: int) -> tuple[int, int]:
        """Hold a cell fixed; return how far it could have moved up and down."""
        room = self.up[arc], self.down[arc]
        self.open(arc, 0, 0)
        return room

    def _mark(self, tail: int, head: int, passable: bool) -> None:
        if passable:
            self.after[tail] |= 1 << head
            self.before[head] |= 1 << tail
        else:
            self.after[tail] &= ~(1 << head)
            self.before[head] &= ~(1 << tail)

    def path(self, source: int, sink: int) -> list[int] | None:
        """Find a shortest way along open arcs, as codes: an arc that rises, or ``~arc`` for one that falls."""
        forwards, backwards = [1 << source], [1 << sink]
        met, seen_forwards, seen_backwards = 0, 1 << source, 1 << sink
        while not met:
            ahead = forwards[-1].bit_count() <= backwards[-1].bit_count()
            levels, links = (forwards, self.after) if ahead else (backwards, self.before)
            left, found = levels[-1], 0
            while left:
                lowest = left & -left
                found |= links[lowest.bit_length() - 1]
                left ^= lowest
            if ahead:
                found &= ~seen_forwards
                seen_forwards |= found
                met = found & backwards[-1]
            else:
                found &= ~seen_backwards
                seen_backwards |= found
                met = found & forwards[-1]
            if not found:
                return None
            levels.append(found)
        middle = (met & -met).bit_length() - 1
        nodes = [middle]
        for level in reversed(forwards[:-1]):
            near = self.before[nodes[-1]] & level
            nodes.append((near & -near).bit_length() - 1)
        nodes.reverse()
        for level in reversed(backwards[:-1]):
            near = self.after[nodes[-1]] & level
            nodes.append((near & -near).bit_length() - 1)
        return [self.codes[u * self.nodes + v] for u, v in pairwise(nodes)]

    def move(self, code: int, amount: int) -> None:
        """Let one arc rise (``arc``) or fall (``~arc``) by ``amount``, which must fit."""
        arc = code if code >= 0 else ~code
        up, down = self.up[arc], self.down[arc]
        if code < 0:
            amount = -amount
        self.open(
            arc,
            up if up == UNBOUNDED else up - amount,
            down if down == UNBOUNDED else down + amount,
        )

    def send(self, source: int, sink: int, limit: int, trail: list[tuple[int, int]]) -> int:
        """Send up to ``limit`` from one node to another; add the moves to ``trail`` and return how much went."""
        sent = 0
        while sent < limit:
            steps = self.path(source, sink)
            if steps is None:
                break
            amount = min(
                limit - sent, *(self.up[code] if code >= 0 else self.down[~code] for code in steps)
            )
            if limit == UNBOUNDED and amount > UNBOUNDED >> 1:
                return UNBOUNDED  # every arc on the way is without limit; a little may have been sent before
            for code in steps:
                self.move(code, amount)
                trail.append((code, amount))
            sent += amount
        return sent

    def undo(self, trail: list[tuple[int, int]]) -> None:
        """Take the moves of a trail back."""
        for code, amount in reversed(trail):
            self.move(~code, amount)

    def stretch(self, arcs: Sequence[int], more: int, less: int) -> tuple[int, int, set[int]]:
        """Return how far the sum of these cells can rise and fall (at most ``more``, ``less``), and the arcs used.

        For one arc the answer is exact. For several, what is returned can be attained.
        """
        rooms = [self.close(arc) for arc in arcs]
        used: set[int] = set()
        reached = []
        for limit, side in ((more, 0), (less, 1)):
            trail: list[tuple[int, int]] = []
            moved = 0
            for arc, room in zip(arcs, rooms, strict=True):
                ends = (
                    (self.heads[arc], self.tails[arc])
                    if side == 0
                    else (self.tails[arc], self.heads[arc])
                )
                own = min(limit if limit == UNBOUNDED else limit - moved, room[side])
                sent = self.send(*ends, own, trail)
                moved = UNBOUNDED if sent == UNBOUNDED else moved + sent
                if moved == UNBOUNDED:
                    break
            reached.append(moved)
            used.update(code if code >= 0 else ~code for code, _ in trail)
            self.undo(trail)
        for arc, room in zip(arcs, rooms, strict=True):
            self.open(arc, *room)
        return reached[0], reached[1], used


@attrs.frozen(eq=False)
class Intervals:
    """What each cell of a table can be: whole numbers from ``low`` to ``high``, both included.

    Attributes
    ----------
    low, high
        int64 arrays of the table's shape; a cell that is shown has its value in both. :data:`UNBOUNDED` means no
        upper
        end.
    attained
        Whether both ends are attained. True up to two dimensions; with more, the true interval lies inside.
    """

    low: Counts
    high: Counts
    attained: bool

    def at(self, *place: int) -> Bounds[int]:
        """Return the bounds of one cell, given its position along each axis.

        >>> shown, hidden = [[0, 0, 7], [0, 0, 5], [8, 4, 12]], [[1, 1, 0], [1, 1, 0], [0, 0, 0]]
        >>> intervals(shown, hidden).at(0, 0)
        Bounds(low=3, high=7)
        """
        low, high = int(self.low[place]), int(self.high[place])
        return Bounds(low, None if high == UNBOUNDED else high)


def intervals(table: npt.ArrayLike, hidden: npt.ArrayLike, *, floor: int = 0) -> Intervals:
    """Tell what each hidden or missing cell of a table with totals can be, given every cell that is shown.

    Parameters
    ----------
    table
        Whole numbers, each axis ending with its total; what is in hidden cells is not read.
    hidden
        Yes/no array of the same shape; totals may be hidden too.
    floor
        The least a hidden cell can be: 1 for a reader who knows that zeros are always shown.

    Raises
    ------
    ContradictionError
        If no whole numbers fit; the message names equations that clash.

    Examples
    --------
    >>> seen = intervals([[0, 0, 7], [0, 0, 5], [8, 4, 12]], [[1, 1, 0], [1, 1, 0], [0, 0, 0]])
    >>> seen.low.tolist()
    [[3, 0, 7], [1, 0, 5], [8, 4, 12]]
    >>> seen.high.tolist()
    [[7, 4, 7], [5, 4, 5], [8, 4, 12]]
    """
    values, mask = _checked(table, hidden)
    low = np.where(mask, floor, values)
    high = np.where(mask, UNBOUNDED, values)
    orders = [(0, 1)] if values.ndim == 2 else permutations(range(values.ndim))
    for order in orders:
        _narrow(
            values.transpose(order),
            mask.transpose(order),
            floor,
            low.transpose(order),
            high.transpose(order),
        )
    return Intervals(low, high, values.ndim <= 2)


def _checked(table: npt.ArrayLike, hidden: npt.ArrayLike) -> tuple[Counts, Mask]:
    values: npt.NDArray[Any] = np.asarray(table)
    mask: Mask = np.asarray(hidden, np.bool_)
    if values.dtype.kind not in "iu":
        raise BadInput(message("exact/table-not-whole", type=values.dtype))
    if values.ndim == 0 or min(values.shape) < 2:
        raise BadInput(message("exact/axis-without-total", shape=str(values.shape)))
    if values.shape != mask.shape:
        raise BadInput(
            message(
                "exact/hidden-of-another-shape", shape=str(mask.shape), expected=str(values.shape)
            )
        )
    return values.astype(np.int64), mask


def _narrow(values: Counts, mask: Mask, floor: int, low: Counts, high: Counts) -> None:
    """Narrow ``low`` and ``high`` (views, changed in place) by the equations of one nesting."""
    plan = layout(tuple(size - 1 for size in values.shape))
    flow = np.where(mask, floor, values).ravel()[plan.cells]
    network = Network(plan)
    hidden = np.flatnonzero(mask.ravel()[plan.cells]).tolist()
    for arc in hidden:
        network.open(arc, UNBOUNDED, 0)
    _solve(network, plan, flow)
    places = np.unravel_index(plan.cells, values.shape)
    for arc in hidden:
        place = tuple(axis[arc] for axis in places)
        value = floor + network.down[arc]
        more, less, _ = network.stretch([arc], UNBOUNDED, UNBOUNDED)
        low[place] = max(low[place], value - less)
        high[place] = min(high[place], more if more == UNBOUNDED else value + more)


def _solve(network: Network, plan: Layout, flow: Counts) -> None:
    """Move the open cells until every equation holds."""
    excess = np.zeros(plan.nodes, np.int64)
    np.add.at(excess, plan.heads, flow)
    np.subtract.at(excess, plan.tails, flow)
    source, sink = plan.nodes, plan.nodes + 1
    helpers = []
    for node in np.flatnonzero(excess).tolist():
        surplus = int(excess[node])
        arc = network.add(source, node) if surplus > 0 else network.add(node, sink)
        network.open(arc, abs(surplus), 0)
        helpers.append(arc)
    wanted = int(excess[excess > 0].sum())
    if network.send(source, sink, wanted, []) < wanted:
        reached, new = 0, 1 << source
        while new:
            lowest = new & -new
            reached |= lowest
            new = (new | network.after[lowest.bit_length() - 1]) & ~reached
        clash = [node for node in range(plan.nodes) if reached >> node & 1]
        rest = [node for node in range(plan.nodes) if not reached >> node & 1]
        names = dict.fromkeys(plan.names[node] for node in min(clash, rest, key=len))
        raise ContradictionError(message("exact/sums-clash", sums=tuple(names)))
    for arc in helpers:
        network.close(arc)
