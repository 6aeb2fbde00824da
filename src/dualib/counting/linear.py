"""Exact bounds on sums of whole numbers under linear facts: a small simplex in integers, and HiGHS for larger ones.

The question is always of one shape: unknown whole numbers ``x >= 0``, facts ``low <= sum of x at cells <= high``,
and the least or greatest ``sum(x[i] for i in asked)``. Questions of up to 64 unknowns are answered without any floating
point. Larger ones go to HiGHS, which reckons in floats: what it finds is rounded and tried against every fact in whole
numbers, so a number that is given is one that the facts allow; that no number lies beyond it, or that none fits at all,
is then HiGHS's own finding (optimal or infeasible, without any gap).
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Final

import attrs

from dualib.errors import BadInput, MissingExtraError

__all__ = ["EXACT_CELLS", "Row", "extreme", "feasible", "solution"]

#: Up to this many unknowns the integer simplex answers; above, HiGHS (extra ``lp``).
EXACT_CELLS: Final = 64


@attrs.frozen
class Row:
    """One fact: the unknowns at ``cells`` sum to at least ``low`` and, unless None, at most ``high``.

    >>> Row(frozenset({0, 1}), 5).high is None
    True
    """

    cells: frozenset[int]
    low: int = 0
    high: int | None = None


def extreme(size: int, rows: Sequence[Row], asked: frozenset[int], *, greatest: bool = False) -> int | None:
    """Return the least (or greatest) whole value of the sum of ``asked``; None if no whole numbers fit the rows.

    The rows must bound ``asked`` from above when ``greatest`` is asked for.

    >>> extreme(2, [Row(frozenset({0, 1}), 5, 5), Row(frozenset({1}), 0, 3)], frozenset({0}))
    2
    """
    sign = -1 if greatest else 1
    found = solution(size, rows, [sign if index in asked else 0 for index in range(size)])
    return None if found is None else sum(found[index] for index in asked)


def solution(size: int, rows: Sequence[Row], cost: Sequence[int]) -> list[int] | None:
    """Return whole numbers that fit the rows at least cost; None if there are none. The rows must bound the cost below.

    Raises
    ------
    BadInput
        If there are more than :data:`EXACT_CELLS` unknowns, and what HiGHS found in floats does not fit exactly.
    MissingExtraError
        If there are so many, and HiGHS is not installed.

    Examples
    --------
    >>> solution(2, [Row(frozenset({0, 1}), 5, 5)], [1, 0])
    [0, 5]
    """
    return _branch(size, rows, cost) if size <= EXACT_CELLS else _highs(size, rows, cost)


def feasible(size: int, rows: Sequence[Row]) -> bool:
    """Return whether any whole numbers fit the rows.

    >>> feasible(1, [Row(frozenset({0}), 2, 3)]), feasible(1, [Row(frozenset({0}), 3, 2)])
    (True, False)
    """
    # Nobody beyond those whom some lower bound asks for is needed: this keeps the search in a finite box.
    everything = Row(frozenset(range(size)), 0, sum(max(row.low, 0) for row in rows))
    return extreme(size, [*rows, everything], frozenset()) is not None


def _branch(size: int, rows: Sequence[Row], cost: Sequence[int]) -> list[int] | None:
    """Branch and bound over the simplex: depth first, the incumbent cuts."""
    best: list[int] | None = None
    best_cost = 0
    pending = [list(rows)]
    while pending:
        node = pending.pop()
        solution = _simplex(size, node, cost)
        if solution is None:
            continue
        value = sum(weight * x for weight, x in zip(cost, solution, strict=True))
        if best is not None and -(-value.numerator // value.denominator) >= best_cost:
            continue
        split = next((index for index, x in enumerate(solution) if x.denominator != 1), None)
        if split is None:
            best, best_cost = [int(x) for x in solution], int(value)
            continue
        floor, cell = int(solution[split]), frozenset({split})
        pending.append([*node, Row(cell, 0, floor)])
        pending.append([*node, Row(cell, floor + 1)])
    return best


def _simplex(size: int, rows: Sequence[Row], cost: Sequence[int]) -> list[Fraction] | None:
    """Two-phase simplex in whole numbers (each entry over one common denominator), Bland's rule; None if infeasible."""
    if any(row.high is not None and row.low > row.high for row in rows):
        return None
    sides = [(row.cells, bound, kind) for row in rows for bound, kind in _sides(row)]
    slacks = sum(kind != 0 for _, _, kind in sides)
    width = size + slacks + len(sides)
    table: list[list[int]] = []
    slack = size
    for number, (cells, bound, kind) in enumerate(sides):
        line = [int(index in cells) for index in range(size)] + [0] * (width - size) + [bound]
        if kind:
            line[slack] = kind
            slack += 1
        line[size + slacks + number] = 1
        table.append(line)
    basis = list(range(size + slacks, width))
    phase_one = [0] * (width + 1)
    for line in table:
        for index in (*range(size + slacks), width):
            phase_one[index] -= line[index]
    table.append(phase_one)
    denominator = _pivots(table, basis, size + slacks, 1)
    if table[-1][-1] != 0:
        return None
    for number, variable in enumerate(basis):
        if variable >= size + slacks:
            entering = next((index for index in range(size + slacks) if table[number][index]), None)
            if entering is not None:
                sign = 1 if table[number][entering] > 0 else -1  # its right side is 0, so the sign is free
                table[number] = [sign * value for value in table[number]]
                denominator = _pivot(table, basis, number, entering, denominator)
    phase_two = [denominator * weight for weight in cost] + [0] * (width - size + 1)
    for number, variable in enumerate(basis):
        weight = cost[variable] if variable < size else 0
        if weight:
            phase_two = [a - weight * b for a, b in zip(phase_two, table[number], strict=True)]
    table[-1] = phase_two
    denominator = _pivots(table, basis, size + slacks, denominator)
    solution = [Fraction(0)] * size
    for number, variable in enumerate(basis):
        if variable < size:
            solution[variable] = Fraction(table[number][-1], denominator)
    return solution


def _sides(row: Row) -> list[tuple[int, int]]:
    """Return the bounds of a row as (bound, sign of the slack); 0 is an equality. Lower bounds of 0 say nothing."""
    if row.low == row.high:
        return [(row.low, 0)]
    lower = [(row.low, -1)] if row.low > 0 else []
    return lower if row.high is None else [*lower, (row.high, 1)]


def _pivots(table: list[list[int]], basis: list[int], columns: int, denominator: int) -> int:
    """Pivot until no cost is negative; only the first ``columns`` may enter."""
    while True:
        entering = next((index for index in range(columns) if table[-1][index] < 0), -1)
        if entering < 0:
            return denominator
        leaving = min(
            (number for number in range(len(basis)) if table[number][entering] > 0),
            key=lambda number: (Fraction(table[number][-1], table[number][entering]), basis[number]),
        )
        denominator = _pivot(table, basis, leaving, entering, denominator)


def _pivot(table: list[list[int]], basis: list[int], number: int, entering: int, denominator: int) -> int:
    """Bring a column into the basis; every division is exact (Edmonds' integer pivoting)."""
    line = table[number]
    pivot = line[entering]
    for other, current in enumerate(table):
        if other != number:
            factor = current[entering]
            table[other] = [(pivot * a - factor * b) // denominator for a, b in zip(current, line, strict=True)]
    basis[number] = entering
    return pivot


def _highs(size: int, rows: Sequence[Row], cost: Sequence[int]) -> list[int] | None:
    """Answer with HiGHS as a mixed-integer program, and try what it found in whole numbers."""
    highspy = _import_highspy()
    model = highspy.Highs()
    model.silent()
    model.setOptionValue("mip_rel_gap", 0.0)
    model.setOptionValue("mip_abs_gap", 0.0)
    for weight in cost:
        model.addVar(0.0, highspy.kHighsInf)
        model.changeColCost(model.getNumCol() - 1, float(weight))
    for index in range(size):
        model.changeColIntegrality(index, highspy.HighsVarType.kInteger)
    for row in rows:
        cells = sorted(row.cells)
        high = highspy.kHighsInf if row.high is None else float(row.high)
        model.addRow(float(row.low), high, len(cells), cells, [1.0] * len(cells))
    model.run()
    status = model.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None
    assert status == highspy.HighsModelStatus.kOptimal, status  # the rows bound the cost, and no limit is set
    found = [round(value) for value in model.getSolution().col_value]
    _try_exactly(found, rows)
    return found


def _try_exactly(found: Sequence[int], rows: Sequence[Row]) -> None:
    """Refuse rounded numbers that do not fit every row, or are below 0, in whole numbers."""
    for row in (*rows, *(Row(frozenset({index})) for index in range(len(found)))):
        total = sum(found[index] for index in row.cells)
        if total < row.low or (row.high is not None and total > row.high):
            high = "any number" if row.high is None else row.high
            raise BadInput(
                f"what HiGHS found for {len(found)} unknowns does not fit exactly: a sum is {total}, expected "
                f"{row.low} to {high}. Ask with fewer registers or groups: up to {EXACT_CELLS} unknowns are solved "
                "exactly"
            )


def _import_highspy() -> Any:
    try:
        return importlib.import_module("highspy")
    except ImportError:
        raise MissingExtraError(
            f"more than {EXACT_CELLS} unknowns are to be solved for, which needs HiGHS: install dualib[lp]"
        ) from None
