"""The arrays of a table: whole numbers and statuses, checked and closed to writing."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from dualib.counting.dimensions import CellStatus
from dualib.errors import BadInput

__all__ = ["IntArray", "StatusArray", "codes", "integers", "maybe_codes", "maybe_integers", "with_sums"]

IntArray = npt.NDArray[np.int64]
StatusArray = npt.NDArray[np.uint8]


def integers(values: npt.ArrayLike) -> IntArray:
    """Return whole numbers as ``int64`` closed to writing.

    Raises
    ------
    BadInput
        If they are no whole numbers, or too large to add up in 64 bits.

    Examples
    --------
    >>> integers([3, 4]).dtype
    dtype('int64')
    """
    array = np.asarray(values)
    if array.dtype.kind not in "iu":
        raise BadInput(f"the values of a table are of type {array.dtype}: expected whole numbers (int64)")
    if float(np.abs(array).sum(dtype=float)) >= 2.0**62:
        raise BadInput("the values of a table are too large to add up in 64 bits: expected a sum below 2**62")
    return _frozen(array.astype(np.int64))


def codes(values: npt.ArrayLike) -> StatusArray:
    """Return statuses as ``uint8`` closed to writing.

    Raises
    ------
    BadInput
        If one is no status of a cell.

    Examples
    --------
    >>> codes([0, 1]).dtype
    dtype('uint8')
    """
    array = np.asarray(values)
    if array.dtype.kind not in "iu" or (array.size and (array.min() < 0 or array.max() > max(CellStatus))):
        raise BadInput(f"the statuses of a table are not all known: expected numbers from 0 to {max(CellStatus)}")
    frozen = array.astype(np.uint8)
    frozen.flags.writeable = False
    return frozen


def _frozen(array: IntArray) -> IntArray:
    array.flags.writeable = False
    return array


def maybe_integers(values: npt.ArrayLike | None) -> IntArray | None:
    """Return whole numbers, or None.

    >>> maybe_integers(None) is None
    True
    """
    return None if values is None else integers(values)


def maybe_codes(values: npt.ArrayLike | None) -> StatusArray | None:
    """Return statuses, or None.

    >>> maybe_codes(None) is None
    True
    """
    return None if values is None else codes(values)


def with_sums(values: IntArray) -> IntArray:
    """Return ``values`` with one more place along each axis, the sum.

    >>> with_sums(integers([3, 4])).tolist()
    [3, 4, 7]
    """
    for axis in range(values.ndim):
        values = np.concatenate([values, values.sum(axis=axis, keepdims=True, dtype=np.int64)], axis=axis)
    return values
