"""Answers of many persons as bitmaps, eight persons a byte.

A three-valued answer is two plain ones: who certainly meets a condition, and who possibly does. *And*, *or* and *not*
of Kleene's logic are then those of the processor, on an eighth of the memory that a byte a person takes. Where nothing
is unknown the two are one bitmap, and are worked out once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from operator import and_, or_

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import VerdictArray

__all__ = [
    "EVERYBODY",
    "NOBODY",
    "Answers",
    "Bits",
    "Booleans",
    "all_of",
    "any_of",
    "flags",
    "packed",
]

#: A bit a person, the first in a byte's lowest bit; shape ``()`` where it is the same for all. What the last byte holds
#: beyond the last person means nothing.
Bits = npt.NDArray[np.uint8]
Booleans = npt.NDArray[np.bool_]

NOBODY: Bits = np.asarray(np.uint8(0))
EVERYBODY: Bits = np.asarray(np.uint8(255))


def packed(where: Booleans) -> Bits:
    """Return a boolean a person as bits.

    >>> packed(np.array([True, False, True])).tolist()
    [5]
    """
    if where.ndim:
        return np.packbits(where, bitorder="little")
    return EVERYBODY if where else NOBODY


def flags(bits: Bits, size: int) -> Booleans:
    """Return bits as a boolean a person, in a new array.

    >>> flags(packed(np.array([True, False, True])), 3).tolist(), flags(EVERYBODY, 2).tolist()
    ([True, False, True], [True, True])
    """
    if bits.ndim:
        return np.unpackbits(bits, count=size, bitorder="little").view(np.bool_)
    return np.full(size, bool(bits))


@attrs.frozen(eq=False)
class Answers:
    """Who certainly meets a condition, and who possibly does: those of YES, and those of YES or UNKNOWN."""

    certain: Bits
    possible: Bits

    @classmethod
    def same(cls, verdict: int) -> Answers:
        """Return the same answer for all.

        >>> Answers.same(0).verdicts(2)
        array([0, 0], dtype=int8)
        """
        certain = EVERYBODY if verdict > 0 else NOBODY
        return cls(certain, certain if verdict else EVERYBODY)

    @classmethod
    def of(cls, verdicts: VerdictArray) -> Answers:
        """Return verdicts as bitmaps.

        >>> Answers.of(np.array([1, 0, -1], np.int8)).verdicts(3)
        array([ 1,  0, -1], dtype=int8)
        """
        return cls(packed(verdicts > 0), packed(verdicts >= 0))

    @property
    def open(self) -> Bits:
        """Those of UNKNOWN."""
        return NOBODY if self.certain is self.possible else self.possible & ~self.certain

    def verdicts(self, size: int) -> VerdictArray:
        """Return the answers as verdicts, one per person."""
        result = flags(self.certain, size).view(np.int8)
        result += (
            result if self.certain is self.possible else flags(self.possible, size).view(np.int8)
        )
        result -= np.int8(1)
        return result

    def take(self, rows: npt.NDArray[np.intp]) -> Answers:
        """Return the answers of some persons."""
        certain = _taken(self.certain, rows)
        return Answers(
            certain, certain if self.certain is self.possible else _taken(self.possible, rows)
        )

    def __invert__(self) -> Answers:
        certain = ~self.possible
        return Answers(certain, certain if self.certain is self.possible else ~self.certain)


def _taken(bits: Bits, rows: npt.NDArray[np.intp]) -> Bits:
    if not bits.ndim:
        return bits
    return packed(
        ((bits.take(rows >> 3) >> (rows & 7).astype(np.uint8)) & np.uint8(1)).view(np.bool_)
    )


def _joined(parts: Iterable[Answers], join: Callable[[Bits, Bits], Bits]) -> Answers:
    answers = list(parts)
    certain = reduce(join, [part.certain for part in answers])
    if all(part.certain is part.possible for part in answers):
        return Answers(certain, certain)
    return Answers(certain, reduce(join, [part.possible for part in answers]))


def all_of(parts: Iterable[Answers]) -> Answers:
    """Combine with *and*; there is at least one part.

    >>> all_of([Answers.same(1), Answers.same(0)]).verdicts(1)
    array([0], dtype=int8)
    """
    return _joined(parts, and_)


def any_of(parts: Iterable[Answers]) -> Answers:
    """Combine with *or*; there is at least one part.

    >>> any_of([Answers.same(-1), Answers.same(0)]).verdicts(1)
    array([0], dtype=int8)
    """
    return _joined(parts, or_)
