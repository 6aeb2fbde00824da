"""Read the SKAT codes of many spells as statuses."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from dualib.arrays import DayArray
from dualib.dates import NEVER_DAY, from_day
from dualib.messages import Message, message
from dualib.vocabulary.skat_codes import lives_of, lives_said, unknown_code

__all__ = ["skat_masks"]


def skat_masks(
    codes: npt.NDArray[Any], start: DayArray, end: DayArray
) -> tuple[npt.NDArray[np.int64], list[tuple[int, Message]]]:
    """Return the statuses of many spells as bits, and the place of every spell that has none, with the reason.

    Parameters
    ----------
    codes
        Whole numbers, one per spell.
    start, end
        First and last day (inclusive; ``NEVER_DAY`` for ongoing). Both must lie in the same life of the code.

    Examples
    --------
    >>> from datetime import date
    >>> from dualib.dates import to_day
    >>> from dualib.vocabulary.skat_codes import skat
    >>> days = np.array([to_day(date(2015, 1, 1))] * 2, dtype=np.int32)
    >>> masks, faults = skat_masks(np.array([11, 15]), days, days)
    >>> masks.tolist()[0] == skat(11, date(2015, 1, 1)).mask, faults[0][0]
    (True, 1)
    """
    masks = np.zeros(len(codes), dtype=np.int64)
    good = np.zeros(len(codes), dtype=bool)
    for code in np.unique(codes).tolist():
        rows = np.flatnonzero(codes == code)
        for life in lives_of(code):
            first, last = life.days
            inside = rows[(start[rows] >= first) & (end[rows] <= last)]
            masks[inside] = life.mask
            good[inside] = True
    return masks, [
        (row, _fault(int(codes[row]), int(start[row]), int(end[row])))
        for row in np.flatnonzero(~good).tolist()
    ]


def _fault(code: int, start: int, end: int) -> Message:
    if not lives_of(code):
        return unknown_code(code)
    first, lives = from_day(start), lives_said(code)
    if end == NEVER_DAY:
        return message("register/skat-from", code=code, first=first, lives=lives)
    return message("register/skat-between", code=code, first=first, last=from_day(end), lives=lives)
