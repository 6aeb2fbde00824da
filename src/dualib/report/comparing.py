"""What two tables of the same persons tell when they are laid side by side.

The reader is generous to herself: she knows the numbers shown in both, and which combinations of their cells no person
has. Two questions are asked. :func:`gives_away`: is the difference between groups that lie inside one another a small
number? :func:`tells`: do all the numbers shown, added and subtracted at will, leave a small number only one value?
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt

__all__ = ["Codes", "Division", "gives_away", "tells"]

Codes = npt.NDArray[np.integer[Any]]
_MOST_BLOCKS: Final = 16
_PRIME: Final = 2**31 - 1


@attrs.frozen(eq=False)
class Division:
    """One way in which a table divides the persons.

    Attributes
    ----------
    cells
        The cell of each person, shown or not.
    blocks
        The block of each person as a reader sees it: every shown cell is one, all that is hidden another.
    count
        How many blocks there are.
    """

    cells: Codes
    blocks: Codes
    count: int

    @classmethod
    def of(cls, cells: Codes, counts: npt.NDArray[Any], hidden: npt.NDArray[np.bool_]) -> Division:
        """Return the division into cells of which some are hidden; ``counts`` and ``hidden`` are by cell."""
        number = np.zeros(counts.size, dtype=np.int64)
        shown = ~hidden.ravel() & (counts.ravel() > 0)
        first = int(hidden.any())
        number[shown] = np.arange(first, first + int(shown.sum()))
        return cls(cells, number[cells], first + int(shown.sum()))


def gives_away(cross: npt.NDArray[np.int64], threshold: int) -> bool:
    """Tell whether two divisions of the same persons, compared, reveal a small number of them.

    ``cross`` counts the persons by block of the one and block of the other division. Groups of blocks whose persons all
    lie within some blocks of the other give a number by subtraction: it must be 0 or at least the threshold.

    >>> gives_away(np.array([[98, 2], [0, 50]]), 5), gives_away(np.array([[90, 10], [10, 50]]), 5)
    (True, False)
    """
    for table in (cross, cross.T):
        rows, columns = table.shape
        if max(rows, columns) > _MOST_BLOCKS:
            return True
        reach = ((table > 0) * (1 << np.arange(columns))).sum(axis=1)
        inside = np.zeros(1 << rows, dtype=np.int64)
        touched = np.zeros(1 << rows, dtype=np.int64)
        for row in range(rows):
            half = 1 << row
            inside[half : 2 * half] = inside[:half] + table[row].sum()
            touched[half : 2 * half] = touched[:half] | reach[row]
        covered = np.zeros(1 << columns, dtype=np.int64)
        for column in range(columns):
            half = 1 << column
            covered[half : 2 * half] = covered[:half] + table[:, column].sum()
        gap = covered[touched] - inside
        if ((gap > 0) & (gap < threshold)).any():
            return True
    return False


def tells(one: Sequence[Division], other: Sequence[Division], threshold: int) -> bool:
    """Tell whether two tables together leave a small number only one value.

    Parameters
    ----------
    one, other
        The divisions of each table, the finest last.
    threshold
        The smallest number that may be told.

    Notes
    -----
    Every combination that the reader reckons with has a person in it, so each unknown number can be a little more or
    less than it is: a sum of them has only one value exactly when it is made of the shown sums by adding and
    subtracting, that is, when it lies in the space they span. The sums of a table are few and made of zeros and ones,
    so the space is found in whole numbers modulo a prime, without rounding.

    Examples
    --------
    Ten women and ten men; seven persons are young, all of them women. So three women are not.

    >>> sex = Division.of(np.repeat([0, 1], 10), np.array([10, 10]), np.array([False, False]))
    >>> young = Division.of(np.repeat([1, 0], [7, 13]), np.array([13, 7]), np.array([False, False]))
    >>> tells([sex], [young], 5), tells([sex], [young], 3)
    (True, False)
    """
    cells = np.stack([one[-1].cells, other[-1].cells])
    _, persons, sizes = np.unique(cells, axis=1, return_index=True, return_counts=True)
    groups = [(division.cells[persons], int(division.cells.max(initial=-1)) + 1) for division in (*one, *other)]
    targets = np.vstack([np.eye(persons.size, dtype=np.int64), *(_indicators(*group) for group in groups)])
    numbers = targets @ sizes
    targets = targets[(numbers > 0) & (numbers < threshold)]
    if not targets.size:
        return False
    shown = np.vstack([_indicators(division.blocks[persons], division.count) for division in (*one, *other)])
    basis, pivots = _basis(shown)
    left = (targets - targets[:, pivots] @ basis) % _PRIME
    return bool((left == 0).all(axis=1).any())


def _indicators(codes: Codes, count: int) -> npt.NDArray[np.int64]:
    """Return a row for each code, 1 where it is that of the column."""
    found: npt.NDArray[np.int64] = (codes == np.arange(count)[:, np.newaxis]).astype(np.int64)
    return found


def _basis(rows: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int64], list[int]]:
    """Return rows that span the same space modulo the prime, each with a 1 in a column where the others have 0."""
    rows = rows.copy()
    pivots: list[int] = []
    for column in range(rows.shape[1]):
        rank = len(pivots)
        found = np.flatnonzero(rows[rank:, column])
        if not found.size:
            continue
        rows[[rank, rank + found[0]]] = rows[[rank + found[0], rank]]
        rows[rank] = rows[rank] * pow(int(rows[rank, column]), -1, _PRIME) % _PRIME
        weights = rows[:, column].copy()
        weights[rank] = 0
        rows = (rows - weights[:, np.newaxis] * rows[rank]) % _PRIME
        pivots.append(column)
    return rows[: len(pivots)], pivots
