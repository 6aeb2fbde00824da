"""Controlled rounding: every count becomes a multiple of a base, parts still sum to totals, nothing drifts.

The method is Cox's (1987): follow a cycle of cells that are not multiples, let them rise and fall in turn until one
reaches a multiple, choosing the direction by chance so that each cell keeps its expected value; repeat until all are
multiples.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from dualib.dates import check_count
from dualib.errors import BadInput
from dualib.exact.network import Counts, layout, with_totals
from dualib.messages import message

__all__ = ["round_counts"]


def round_counts(table: npt.ArrayLike, *, base: int = 5, seed: int = 0) -> Counts:
    """Round an array of counts, each axis ending with its total, to multiples of ``base``.

    Multiples stay as they are, every other cell becomes one of the two multiples next to it, parts sum to totals, and
    the expected value of each cell is its count. The same seed gives the same numbers on every platform. In three and
    more dimensions all of this holds along the nesting of the dimensions (the last flat, the first outermost); the
    totals across it are the sums of their rounded parts, so they may be further from their counts.

    Raises
    ------
    BadInput
        If the base is not a whole number from 2, or the seed not one from 0, or if the values are not whole numbers or
        negative, or the totals do not fit.

    Examples
    --------
    >>> round_counts([[1, 2, 3], [4, 3, 7], [5, 5, 10]], seed=1)
    array([[ 0,  5,  5],
           [ 5,  0,  5],
           [ 5,  5, 10]])
    """
    counts = np.asarray(table)
    check_count(base, "base", least=2)
    check_count(seed, "seed")
    if counts.dtype.kind not in "iu" or counts.ndim == 0 or min(counts.shape) < 2:
        raise BadInput(
            message("counting/counts-without-totals", type=counts.dtype, shape=str(counts.shape))
        )
    counts = counts.astype(np.int64)
    inner = (slice(None, -1),) * counts.ndim
    if counts.min() < 0 or not np.array_equal(counts, with_totals(counts[inner])):
        raise BadInput(message("counting/totals-not-sums-or-negative"))
    plan = layout(tuple(size - 1 for size in counts.shape))
    flow = counts.ravel()[plan.cells]
    # The free arcs of a one-way table carry its cells onwards.
    tails = plan.tails.tolist() + [tail for tail, _ in plan.free]
    heads = plan.heads.tolist() + [head for _, head in plan.free]
    carried = flow.tolist() + flow[: len(plan.free)].tolist()
    over = _cycles(tails, heads, [value % base for value in carried], plan.nodes, base, seed)
    rounded = counts.copy()
    rounded.flat[plan.cells] = flow - flow % base + np.asarray(over[: flow.size])
    return with_totals(rounded[inner])


def _cycles(
    tails: list[int], heads: list[int], over: list[int], nodes: int, base: int, seed: int
) -> list[int]:
    """Move what each arc has over a multiple to 0 or ``base``, cycle by cycle."""
    touching: list[list[int]] = [[] for _ in range(nodes)]
    for arc, rest in enumerate(over):
        if rest:
            touching[tails[arc]].append(arc)
            touching[heads[arc]].append(arc)
    # Raw bits are the same in every version of numpy; each cycle settles at least one arc, so this many suffice.
    chances = iter(np.random.PCG64(seed).random_raw(len(over)).tolist())
    for start in range(nodes):
        nodes_met, arcs_met, place = [start], [-1], {start: 0}
        while True:
            node = nodes_met[-1]
            arc = _next(touching[node], over, base, arcs_met[-1])
            if arc < 0:
                break
            other = heads[arc] if tails[arc] == node else tails[arc]
            if other not in place:
                place[other] = len(nodes_met)
                nodes_met.append(other)
                arcs_met.append(arc)
                continue
            first = place[other]
            cycle = [*zip(arcs_met[first + 1 :], nodes_met[first:-1]), (arc, node)]
            _turn([(a, tails[a] == from_node) for a, from_node in cycle], over, base, next(chances))
            for gone in nodes_met[first + 1 :]:
                del place[gone]
            del nodes_met[first + 1 :], arcs_met[first + 1 :]
            # The arc that led here may lie on no cycle that is left; walking on from here still ends in one.
    return over


def _next(arcs: list[int], over: list[int], base: int, arrived: int) -> int:
    """Return an unsettled arc other than the one arrived by; -1 if there is none (then none at all is left here)."""
    while arcs and not 0 < over[arcs[-1]] < base:
        arcs.pop()
    if not arcs:
        return -1
    if arcs[-1] != arrived:
        return arcs[-1]
    at = len(arcs) - 2
    while (
        not 0 < over[arcs[at]] < base
    ):  # there is another: what enters a node leaves it, so no arc is unsettled alone
        del arcs[at]
        at -= 1
    return arcs[at]


def _turn(cycle: list[tuple[int, bool]], over: list[int], base: int, chance: int) -> None:
    """Move a cycle one way or the other until an arc is settled; the odds keep every expected value."""
    forth = min(base - over[arc] if along else over[arc] for arc, along in cycle)
    back = min(over[arc] if along else base - over[arc] for arc, along in cycle)
    step = forth if chance % (forth + back) < back else -back
    for arc, along in cycle:
        over[arc] += step if along else -step
