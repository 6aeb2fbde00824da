"""Random numbers that are the same everywhere: the raw 64-bit stream of PCG64, and our own use of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

import numpy as np

from dualib.dates import check_count

__all__ = ["Stream"]

_T = TypeVar("_T")
_SPAN = 1 << 64
_BLOCK = 1024


class Stream:
    """Whole numbers and orders drawn from PCG64's raw output, which numpy keeps the same across versions and platforms.

    numpy's own ``permutation`` and ``integers`` may change; this does not.

    >>> Stream(1).shuffled([1, 2, 3, 4, 5])
    [4, 1, 2, 5, 3]
    """

    def __init__(self, seed: int) -> None:
        self._raw = self._draw(np.random.PCG64(check_count(seed, "seed")))

    @staticmethod
    def _draw(source: np.random.PCG64) -> Iterator[int]:
        while True:
            yield from source.random_raw(_BLOCK).tolist()

    def below(self, bound: int) -> int:
        """Return a whole number from 0 to ``bound - 1``, all equally likely."""
        limit = _SPAN - _SPAN % bound
        return next(number for number in self._raw if number < limit) % bound

    def shuffled(self, items: Sequence[_T]) -> list[_T]:
        """Return the items in an order drawn at random, all equally likely (Fisher-Yates)."""
        order = list(items)
        for last in range(len(order) - 1, 0, -1):
            other = self.below(last + 1)
            order[last], order[other] = order[other], order[last]
        return order
