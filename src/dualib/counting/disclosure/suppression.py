"""The search for cells to hide: cheapest protecting cycles through a table, each one checked by the flow it must carry.

A small cell is safe when a cycle of hidden cells lets it move far enough: what one cell gains, its neighbours in the
cycle lose and gain in turn, and every total stays. Hiding more never makes a cell less safe, so the search only ever
adds, and a last pass takes back what turned out not to be needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs
import numpy as np

from dualib.exact.network import UNBOUNDED, Counts, Layout, Network

__all__ = ["Goal", "Stuck", "suppress"]

_CLOSED = 1 << 40  # the cost of an arc that cannot be used
_RECHECKS = 20_000  # how much work the last pass may do: all of it in tables that a person reads


@attrs.frozen
class Goal:
    """How far one small count must be able to move, as a reader sees it.

    Attributes
    ----------
    arcs
        The cells that it adds up, as arcs; one unless it is a total across the nesting.
    more, less
        How far up, and how far down for a reader who knows that zeros are shown.
    less_if_zeros_hide
        How far down for a reader who only knows that counts are not negative.
    """

    arcs: tuple[int, ...]
    more: int
    less: int
    less_if_zeros_hide: int


class Stuck(Exception):
    """A goal cannot be met; :attr:`place` is where, in the table as the search sees it."""

    def __init__(self, place: tuple[int, ...]) -> None:
        self.place = place
        super().__init__(place)


class _Search:
    """A network in which cells are hidden one by one, for a reader who knows that none is below ``floor``."""

    def __init__(self, flow: Sequence[int], plan: Layout, weights: Counts, floor: int) -> None:
        self.network = Network(plan)
        self.flow = flow
        self.floor = floor
        self.size = len(flow)
        self.hidden: set[int] = set()
        tails, heads = np.array(self.network.tails), np.array(self.network.heads)
        free = np.ones(len(tails) - self.size, np.int64)
        room = np.asarray(flow) > floor
        cost = np.concatenate([weights, free, np.where(room, weights, _CLOSED), free])
        order = np.argsort(np.concatenate([heads, tails]), kind="stable")
        self.arc = np.tile(np.arange(len(tails)), 2)[order]
        self.tail = np.concatenate([tails, heads])[order]
        self.cost = cost[order]
        place = np.argsort(order)
        self.rising, self.falling = place[: len(tails)], place[len(tails) :]
        self.starts = np.searchsorted(
            np.concatenate([heads, tails])[order], np.arange(plan.nodes + 1)
        )

    def hide(self, arc: int) -> None:
        self.hidden.add(arc)
        room = self.flow[arc] - self.floor
        self.network.open(arc, UNBOUNDED, room)
        self.cost[self.rising[arc]] = 1
        self.cost[self.falling[arc]] = 1 if room > 0 else _CLOSED

    def show(self, arc: int) -> None:
        """Show a cell again; only the last pass does, after which no path is looked for."""
        self.hidden.discard(arc)
        self.network.close(arc)

    def cheapest(
        self, source: int, sink: int, held: Iterable[int], trail: list[tuple[int, int]]
    ) -> list[int] | None:
        """Return the cells to hide so that something can go from ``source`` to ``sink``; None if nothing helps."""
        cost = self.cost.copy()
        for code, _ in trail:
            arc = code if code >= 0 else ~code
            cost[self.rising[arc]] = 1 if self.network.up[arc] else _CLOSED
            cost[self.falling[arc]] = 1 if self.network.down[arc] else _CLOSED
        for arc in held:
            cost[self.rising[arc]] = cost[self.falling[arc]] = _CLOSED
        away = np.full(self.starts.size - 1, _CLOSED)
        away[source] = 0
        while True:
            nearer = np.minimum(away, np.minimum.reduceat(away[self.tail] + cost, self.starts[:-1]))
            if np.array_equal(nearer, away):
                break
            away = nearer
        if away[sink] >= _CLOSED:
            return None
        new, node = [], sink
        while node != source:
            edges = slice(self.starts[node], self.starts[node + 1])
            edge = self.starts[node] + int(
                np.argmax(away[self.tail[edges]] + cost[edges] == away[node])
            )
            arc = int(self.arc[edge])
            if arc < self.size and arc not in self.hidden:
                new.append(arc)
            node = int(self.tail[edge])
        return new

    def reach(
        self, goal: Goal, less: int, held: Sequence[int] = (), *, may_hide: bool = True
    ) -> set[int] | None:
        """Meet a goal while the cells in ``held`` are fixed; return the cells it rests on, None if it is not met."""
        network = self.network
        closed = [*goal.arcs, *(arc for arc in held if arc not in goal.arcs)]
        rooms = [network.close(arc) for arc in closed]
        used: set[int] | None = set()
        for need, rises in ((goal.more, True), (less, False)):
            trail: list[tuple[int, int]] = []
            left = need
            for arc in goal.arcs:
                if arc in held:
                    continue
                ends = (
                    (network.heads[arc], network.tails[arc])
                    if rises
                    else (network.tails[arc], network.heads[arc])
                )
                own = left if rises else min(left, self.flow[arc] - self.floor)
                sent = network.send(*ends, own, trail)
                while may_hide and sent < own:
                    new = self.cheapest(*ends, closed, trail)
                    if new is None:
                        break
                    for cell in new:
                        self.hide(cell)
                    sent += network.send(*ends, own - sent, trail)
                left -= sent
            network.undo(trail)
            if left:
                used = None
                break
            assert used is not None
            used.update(code if code >= 0 else ~code for code, _ in trail)
        for arc, room in zip(closed, rooms, strict=True):
            network.open(arc, *room)
        return used


_Task = tuple[_Search, Goal, int]  # who looks, what must hold, how far down


def suppress(
    counts: Counts, plan: Layout, goals: Sequence[Goal], *, insiders: bool, zeros: bool
) -> frozenset[int]:
    """Choose the arcs of the cells to hide so that every goal is met; of several searches the one that hides fewest.

    Raises
    ------
    Stuck
        If the cells that may be hidden do not suffice: zeros (unless sensitive) and the total of all are always shown.
    """
    if not goals:
        return frozenset()
    by_need = sorted(goals, key=lambda goal: (-max(goal.more, goal.less), goal.arcs))
    orders = [by_need]
    if counts.ndim <= 2 and counts.size <= 400:
        orders += [by_need[::-1], sorted(goals, key=lambda goal: goal.arcs)]
    patterns = [_pattern(counts, plan, order, insiders=insiders, zeros=zeros) for order in orders]
    flow = counts.ravel()[plan.cells]
    return min(patterns, key=lambda pattern: (len(pattern), int(flow[sorted(pattern)].sum())))


def _weights(counts: Counts, plan: Layout, zeros: bool) -> Counts:
    """Return what hiding each cell costs: totals most, then large cells; the total of all cannot be hidden."""
    places = np.unravel_index(plan.cells, counts.shape)
    totals = sum(
        (place == size - 1).astype(np.int64)
        for place, size in zip(places, counts.shape, strict=True)
    )
    flow = counts.ravel()[plan.cells]
    weights: Counts = (1000 + np.floor(40 * np.log2(flow + 1)).astype(np.int64)) * (
        1 + 2 * np.asarray(totals)
    )
    weights[np.asarray(totals) == counts.ndim] = _CLOSED
    if not zeros:
        weights[flow == 0] = _CLOSED
    return weights


def _pattern(
    counts: Counts, plan: Layout, goals: Sequence[Goal], *, insiders: bool, zeros: bool
) -> frozenset[int]:
    flow = counts.ravel()[plan.cells].tolist()
    weights = _weights(counts, plan, zeros)
    first = _Search(flow, plan, weights, 0 if zeros else 1)
    second = _Search(flow, plan, weights, 0)
    small = {arc for goal in goals for arc in goal.arcs}
    for arc in sorted(small):
        first.hide(arc)
    tasks: list[_Task] = [(first, goal, goal.less) for goal in goals]
    tasks += [
        (second, goal, goal.less_if_zeros_hide)
        for goal in goals
        if goal.less_if_zeros_hide > goal.less
    ]
    rests = []
    for search, goal, less in tasks:
        for arc in sorted(first.hidden - search.hidden):
            search.hide(arc)
        rests.append(_reached(search, goal, less, counts, plan))
        for arc in sorted(search.hidden - first.hidden):
            first.hide(arc)
    for arc in sorted(first.hidden - second.hidden):
        second.hide(arc)
    _take_back(first, second, tasks, rests, small, weights)
    if insiders:
        _insiders(first, second, tasks, rests, counts, plan)
    return frozenset(first.hidden)


def _reached(
    search: _Search, goal: Goal, less: int, counts: Counts, plan: Layout, held: Sequence[int] = ()
) -> set[int]:
    used = search.reach(goal, less, held)
    if used is None:
        raise Stuck(
            tuple(int(at) for at in np.unravel_index(int(plan.cells[goal.arcs[0]]), counts.shape))
        )
    return used


def _take_back(
    first: _Search,
    second: _Search,
    tasks: Sequence[_Task],
    rests: list[set[int]],
    small: set[int],
    weights: Counts,
) -> None:
    """Show again, the dearest first, every cell without which all goals are still met.

    A cover that a reader can work out carries nothing, so it is among them.
    """
    work = 0
    for arc in sorted(first.hidden - small, key=lambda cell: (-int(weights[cell]), cell)):
        first.show(arc)
        second.show(arc)
        changed = {}
        for number, (search, goal, less) in enumerate(tasks):
            if arc in rests[number]:
                work += 1
                used = search.reach(goal, less, may_hide=False) if work <= _RECHECKS else None
                if used is None:
                    first.hide(arc)
                    second.hide(arc)
                    break
                changed[number] = used
        else:
            for number, used in changed.items():
                rests[number] = used


def _insiders(
    first: _Search,
    second: _Search,
    tasks: Sequence[_Task],
    rests: Sequence[set[int]],
    counts: Counts,
    plan: Layout,
) -> None:
    """Meet the goals also when a person alone in a cell fixes it, and every total that counts only this person."""
    inner = {int(plan.cells[arc]): arc for arc in first.hidden if first.flow[arc] == 1}
    last = [size - 1 for size in counts.shape]
    for cell in sorted(inner):
        place = [int(at) for at in np.unravel_index(cell, counts.shape)]
        if any(at == end for at, end in zip(place, last, strict=True)):
            continue
        held = []
        for other, arc in inner.items():
            there = np.unravel_index(other, counts.shape)
            if all(int(b) in (a, end) for a, b, end in zip(place, there, last, strict=True)):
                held.append(arc)
        for number, (search, goal, less) in enumerate(tasks):
            if rests[number].isdisjoint(held) and not set(goal.arcs) & set(held):
                continue
            if set(goal.arcs) <= set(held):
                continue  # the person's own count
            _reached(search, goal, less, counts, plan, held)
            for arc in sorted(first.hidden ^ second.hidden):
                (first if arc in second.hidden else second).hide(arc)
