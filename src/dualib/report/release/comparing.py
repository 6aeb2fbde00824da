"""What tables of the same persons tell when they are laid side by side.

The reader is generous to herself: she knows the numbers shown in all, and which combinations of their cells no person
has. Two questions are asked. :func:`gives_away`: is the difference between groups that lie inside one another a small
number? :class:`Sums`: do all the numbers shown, added and subtracted at will, leave a small number only one value?
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt

__all__ = ["Codes", "Division", "Sums", "gives_away"]

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


@attrs.frozen(eq=False)
class Sums:
    """The sums of persons that the numbers of some tables make, when they are added and subtracted at will.

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
    >>> both = Sums.of_none(20).and_those_of([sex]).and_those_of([young])
    >>> both.tell(5), both.tell(3)
    (True, False)
    """

    #: For each person the combination of cells, and for each combination how many persons have it.
    combination: Codes
    sizes: npt.NDArray[np.int64]
    #: For each division the cell of each combination.
    groups: tuple[Codes, ...]
    #: Rows that span the space, a column a combination: each has a 1 in its pivot's column, where the others have 0.
    rows: npt.NDArray[np.int64]
    pivots: tuple[int, ...]

    @classmethod
    def of_none(cls, size: int) -> Sums:
        """Return what is told of so many persons by no table: nothing."""
        nothing = np.zeros((0, 1), dtype=np.int64)
        return cls(np.zeros(size, dtype=np.intp), np.array([size]), (), nothing, ())

    def and_those_of(self, table: Sequence[Division]) -> Sums:
        """Return what is told when the reader sees one more table: its divisions, the finest last."""
        finest = table[-1].cells
        many = int(finest.max(initial=0)) + 1
        found, persons, combination, sizes = np.unique(
            self.combination * many + finest,
            return_index=True,
            return_inverse=True,
            return_counts=True,
        )
        before = found // many
        # A combination that falls apart leaves its column to each of its parts: any of them may be the pivot.
        rows = self.rows[:, before]
        pivots = np.searchsorted(before, np.asarray(self.pivots, dtype=np.intp)).tolist()
        shown = np.vstack(
            [_indicators(division.blocks[persons], division.count) for division in table]
        )
        fresh, fresh_pivots = _basis((shown - shown[:, pivots] @ rows) % _PRIME)
        for pivot, row in zip(fresh_pivots, fresh, strict=True):
            rows = (rows - rows[:, [pivot]] * row) % _PRIME
        groups = (
            *(group[before] for group in self.groups),
            *(division.cells[persons] for division in table),
        )
        return Sums(combination, sizes, groups, np.vstack([rows, fresh]), (*pivots, *fresh_pivots))

    def tell(self, threshold: int) -> bool:
        """Tell whether a number from 1 to ``threshold - 1``, of a cell or of a combination of cells, is told."""
        alone = np.asarray(self.pivots, dtype=np.intp)[(self.rows != 0).sum(axis=1) == 1]
        if (self.sizes[alone] < threshold).any():
            return True
        for group in self.groups:
            numbers = np.bincount(group, weights=self.sizes)
            few = np.flatnonzero((numbers > 0) & (numbers < threshold))
            targets = (group == few[:, np.newaxis]).astype(np.int64)
            left = (targets - targets[:, list(self.pivots)] @ self.rows) % _PRIME
            if (left == 0).all(axis=1).any():
                return True
        return False


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
