"""The least of a weighted sum under linear rows, exactly: a simplex without rounding, and whole numbers by case splits.

The unknowns are numbers from 0. A row says that a weighted sum of them is at least ``low`` and at most ``high``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

import attrs

__all__ = ["Least", "Line", "least_whole"]

Number = int | Fraction

Line = tuple[Mapping[int, Number], Number | None, Number | None]
"""The weights of the unknowns by their place, the least and the most of their sum; None means no limit."""


@attrs.frozen
class Least:
    """The answer to a question about whole numbers.

    Attributes
    ----------
    cost
        The least cost; None if numbers that are not whole have no limit (then whole ones that fit have none either).
        Where the search was cut short, a bound that no answer lies below.
    numbers
        Whole numbers of that cost; None if there is no limit, or the search was cut short.
    """

    cost: int | None
    numbers: tuple[int, ...] | None = None


def least_whole(
    size: int, rows: Sequence[Line], cost: Sequence[int], *, nodes: int | None = None
) -> Least | None:
    """Return whole numbers from 0 that fit the rows at least cost; None if none fit.

    Parameters
    ----------
    size
        How many unknowns there are.
    rows
        What must hold.
    cost
        The weight of each unknown.
    nodes
        How many case splits are tried before the answer without whole numbers is returned as a bound; None is no
        limit, and then the rows must leave finitely many cases.

    Examples
    --------
    >>> least_whole(2, [({0: 1, 1: 1}, 5, 5), ({1: 2}, None, 7)], [1, 0])
    Least(cost=2, numbers=(2, 3))
    >>> least_whole(1, [({0: 1}, 3, None)], [-1])
    Least(cost=None, numbers=None)
    """
    best: Least | None = None
    bound: int | None = None
    tried = 0
    pending = [list(rows)]
    while pending:
        if tried == nodes:
            return Least(bound)
        tried += 1
        node = pending.pop()
        try:
            found = _simplex(size, node, cost)
        except _Unlimited:
            return Least(None)
        if found is None:
            continue
        value = math.ceil(sum(weight * x for weight, x in zip(cost, found, strict=True)))
        bound = value if bound is None else bound
        if best is not None and best.cost is not None and value >= best.cost:
            continue
        split = next((index for index, x in enumerate(found) if x.denominator != 1), None)
        if split is None:
            best = Least(value, tuple(int(x) for x in found))
            continue
        floor = math.floor(found[split])
        pending += [[*node, ({split: 1}, None, floor)], [*node, ({split: 1}, floor + 1, None)]]
    return best


class _Unlimited(Exception):
    """The cost can fall without end."""


def _simplex(size: int, rows: Sequence[Line], cost: Sequence[int]) -> list[Fraction] | None:
    """Return numbers that fit the rows at least cost, by two phases and Bland's rule; None if nothing fits.

    Every row is held in whole numbers over one common denominator. A row's artificial variable, the unknown that makes
    it hold at the start, has no column: it has left for good once it has left the basis.
    """
    if any(low is not None and high is not None and low > high for _, low, high in rows):
        return None
    sides = [side for row in rows for side in _sides(row)]
    slacks = [number for number, (_, _, kind) in enumerate(sides) if kind]
    columns = size + len(slacks)
    table: list[list[int]] = []
    for number, (terms, bound, kind) in enumerate(sides):
        scale = math.lcm(bound.denominator, *(weight.denominator for weight in terms.values()))
        scale = -scale if bound < 0 else scale
        line = [0] * (columns + 1)
        for index, weight in terms.items():
            line[index] = int(weight * scale)
        if kind:
            line[size + slacks.index(number)] = kind if scale > 0 else -kind
        line[-1] = int(bound * scale)
        table.append(line)
    basis = list(range(columns, columns + len(sides)))
    table.append([-sum(line[place] for line in table) for place in range(columns + 1)])
    denominator = _pivots(table, basis, 1)
    if table[-1][-1] != 0:
        return None
    for number, variable in enumerate(basis):
        if variable >= columns:
            entering = next((index for index in range(columns) if table[number][index]), None)
            if entering is not None:
                if table[number][entering] < 0:  # its right side is 0, so the sign is free
                    table[number] = [-value for value in table[number]]
                denominator = _pivot(table, basis, number, entering, denominator)
    last = [denominator * weight for weight in cost] + [0] * (columns - size + 1)
    for number, variable in enumerate(basis):
        weight = cost[variable] if variable < size else 0
        if weight:
            last = [a - weight * b for a, b in zip(last, table[number], strict=True)]
    table[-1] = last
    denominator = _pivots(table, basis, denominator)
    found = [Fraction(0)] * size
    for number, variable in enumerate(basis):
        if variable < size:
            found[variable] = Fraction(table[number][-1], denominator)
    return found


def _sides(row: Line) -> list[tuple[Mapping[int, Number], Number, int]]:
    """Return the limits of a row, each with the sign of its slack; 0 is an equality."""
    terms, low, high = row
    if low is not None and low == high:
        return [(terms, low, 0)]
    if low is not None and low <= 0 and all(weight >= 0 for weight in terms.values()):
        low = None  # it says nothing
    return [(terms, limit, kind) for limit, kind in ((low, -1), (high, 1)) if limit is not None]


def _pivots(table: list[list[int]], basis: list[int], denominator: int) -> int:
    """Pivot by Bland's rule until no cost, in the last row, is negative; return the denominator."""
    while True:
        costs = table[-1]
        entering = next((index for index in range(len(costs) - 1) if costs[index] < 0), None)
        if entering is None:
            return denominator
        rising = [
            (Fraction(table[row][-1], table[row][entering]), variable, row)
            for row, variable in enumerate(basis)
            if table[row][entering] > 0
        ]
        if not rising:
            raise _Unlimited
        leaving = min(rising)[-1]
        denominator = _pivot(table, basis, leaving, entering, denominator)


def _pivot(
    table: list[list[int]], basis: list[int], number: int, entering: int, denominator: int
) -> int:
    """Bring a column into the basis; every division is exact (Edmonds' integer pivoting)."""
    line = table[number]
    pivot = line[entering]
    for other, current in enumerate(table):
        if other == number:
            continue
        factor = current[entering]
        if factor:
            table[other] = [
                (pivot * a - factor * b) // denominator for a, b in zip(current, line, strict=True)
            ]
        elif pivot != denominator:
            table[other] = [pivot * a // denominator for a in current]
    basis[number] = entering
    return pivot
