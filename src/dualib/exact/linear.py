"""Exact bounds on sums of whole numbers under linear facts: the simplex in integers, and HiGHS for larger ones.

The question is always of one shape: unknown whole numbers ``x >= 0``, facts ``low <= sum of x at cells <= high``,
and the least or greatest ``sum(x[i] for i in asked)``. Questions of up to 64 unknowns are answered without any floating
point. Larger ones go to HiGHS, which reckons in floats: what it finds is rounded and tried against every fact in whole
numbers, so a number that is given is one that the facts allow; that no number lies beyond it, or that none fits at all,
is then HiGHS's own finding (optimal or infeasible, without any gap).
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any, Final

import attrs

from dualib.errors import BadInput, MissingExtraError
from dualib.exact.simplex import least_whole
from dualib.messages import message

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


def extreme(
    size: int, rows: Sequence[Row], asked: frozenset[int], *, greatest: bool = False
) -> int | None:
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
        If there are that many, and HiGHS is not installed.

    Examples
    --------
    >>> solution(2, [Row(frozenset({0, 1}), 5, 5)], [1, 0])
    [0, 5]
    """
    return _exactly(size, rows, cost) if size <= EXACT_CELLS else _highs(size, rows, cost)


def feasible(size: int, rows: Sequence[Row]) -> bool:
    """Return whether any whole numbers fit the rows.

    >>> feasible(1, [Row(frozenset({0}), 2, 3)]), feasible(1, [Row(frozenset({0}), 3, 2)])
    (True, False)
    """
    # Nobody beyond those whom some lower bound asks for is needed: this keeps the search in a finite box.
    everything = Row(frozenset(range(size)), 0, sum(max(row.low, 0) for row in rows))
    return extreme(size, [*rows, everything], frozenset()) is not None


def _exactly(size: int, rows: Sequence[Row], cost: Sequence[int]) -> list[int] | None:
    """Answer without any floating point."""
    found = least_whole(
        size, [(dict.fromkeys(row.cells, 1), row.low, row.high) for row in rows], cost
    )
    if found is None:
        return None
    assert found.numbers is not None  # the rows bound the cost, and no limit is set
    return list(found.numbers)


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
    assert status == highspy.HighsModelStatus.kOptimal, (
        status
    )  # the rows bound the cost, and no limit is set
    found = [round(value) for value in model.getSolution().col_value]
    _try_exactly(found, rows)
    return found


def _try_exactly(found: Sequence[int], rows: Sequence[Row]) -> None:
    """Refuse rounded numbers that do not fit every row, or are below 0, in whole numbers."""
    for row in (*rows, *(Row(frozenset({index})) for index in range(len(found)))):
        total = sum(found[index] for index in row.cells)
        if total < row.low or (row.high is not None and total > row.high):
            raise BadInput(
                message(
                    "exact/not-solved-exactly-below",
                    unknowns=len(found),
                    total=total,
                    low=row.low,
                    most=EXACT_CELLS,
                )
                if row.high is None
                else message(
                    "exact/not-solved-exactly",
                    unknowns=len(found),
                    total=total,
                    low=row.low,
                    high=row.high,
                    most=EXACT_CELLS,
                )
            )


def _import_highspy() -> Any:
    try:
        return importlib.import_module("highspy")
    except ImportError:
        raise MissingExtraError(message("exact/needs-highs", most=EXACT_CELLS)) from None
