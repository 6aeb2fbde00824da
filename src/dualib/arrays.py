"""Arrays of dates and verdicts: what :mod:`dualib.dates` and :mod:`dualib.verdicts` say of one, for many at once.

Dates are ``int32`` days since 1970-01-01, verdicts ``int8``: -1 NO, 0 UNKNOWN, 1 YES.
"""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from dualib.dates import (
    UNKNOWN_DAY,
    Ends,
    LeapBirthday,
    Period,
    Window,
    birthday_cutoff,
    from_day,
    to_day,
)

__all__ = [
    "DayArray",
    "VerdictArray",
    "after_days",
    "as_verdicts",
    "before_days",
    "birthday_cutoffs",
    "read_only",
    "taken",
    "to_days",
    "window_spans",
]

DayArray = npt.NDArray[np.int32]
VerdictArray = npt.NDArray[np.int8]
_Values = TypeVar("_Values")
_Number = TypeVar("_Number", bound=np.generic)


def read_only(values: _Values) -> _Values:
    """Make an array read-only and return it; return any other value unchanged.

    Examples
    --------
    >>> read_only(np.zeros(2)).flags.writeable, read_only(None)
    (False, None)
    """
    if isinstance(values, np.ndarray):
        values.setflags(write=False)
    return values


def taken(
    values: npt.NDArray[_Number], rows: slice | npt.NDArray[np.intp] | None
) -> npt.NDArray[_Number]:
    """Return the entries of some rows: of a stretch, of those numbered, or (None) of all.

    Examples
    --------
    >>> taken(np.arange(5), slice(1, 3)).tolist(), taken(np.arange(5), np.array([4, 0])).tolist()
    ([1, 2], [4, 0])
    """
    if rows is None:
        return values
    return values[rows] if isinstance(rows, slice) else values.take(rows)


def to_days(values: Any) -> DayArray:
    """Return an ``int32`` array of days from a ``datetime64`` array; NaT becomes ``UNKNOWN_DAY``.

    Examples
    --------
    >>> to_days(np.array(["1970-01-02", "NaT"], dtype="datetime64[D]")).tolist()
    [1, -2147483648]
    """
    stamps = np.asarray(values).astype("datetime64[D]")
    numbers = stamps.astype(np.int64)
    return np.asarray(np.where(np.isnat(stamps), UNKNOWN_DAY, numbers), dtype=np.int32)


def birthday_cutoffs(
    on: DayArray, age: int, *, leap: LeapBirthday = LeapBirthday.FEBRUARY_28
) -> DayArray:
    """Return :func:`dualib.dates.birthday_cutoff` for each of many days.

    Examples
    --------
    >>> from datetime import date
    >>> cutoffs = birthday_cutoffs(np.array([to_day(date(2014, 2, 28))], dtype=np.int32), 18)
    >>> from_day(cutoffs[0])
    datetime.date(1996, 2, 29)
    """
    unique, inverse = np.unique(np.asarray(on), return_inverse=True)
    cutoffs = [to_day(birthday_cutoff(from_day(day), age, leap=leap)) for day in unique.tolist()]
    return np.asarray(cutoffs, dtype=np.int32)[inverse]


def before_days(period: Period, days: DayArray) -> DayArray:
    """Return :meth:`dualib.dates.Period.before` for an array of known days.

    Examples
    --------
    >>> before_days(Period(1, "days"), np.array([1], dtype=np.int32)).tolist()
    [0]
    """
    return _moved(period, days, -period.count)


def after_days(period: Period, days: DayArray) -> DayArray:
    """Return :meth:`dualib.dates.Period.after` for an array of known days.

    Examples
    --------
    >>> after_days(Period(1, "months"), np.array([30], dtype=np.int32)).tolist()
    [58]
    """
    return _moved(period, days, period.count)


def window_spans(window: Window, on: DayArray) -> tuple[DayArray, DayArray]:
    """Return :meth:`dualib.dates.Window.span` for an array of days: first and last, both inclusive.

    Raises
    ------
    BadInput
        If the window has no named end.

    Examples
    --------
    >>> from dualib.dates import last_days
    >>> window = last_days(120).ending(Ends.DAY_BEFORE)
    >>> [days.tolist() for days in window_spans(window, np.array([120], dtype=np.int32))]
    [[0], [119]]
    """
    last = on if window.named_end() is Ends.ON else on - np.int32(1)
    return before_days(window.length, last) + np.int32(1), last


def _moved(period: Period, days: DayArray, count: int) -> DayArray:
    return days + np.int32(count) if period.unit == "days" else _months_later(days, count)


def _months_later(days: DayArray, count: int) -> DayArray:
    """Add months with the same clamping as :func:`dualib.dates.add_months`."""
    stamps = days.astype("datetime64[D]")
    month = stamps.astype("datetime64[M]")
    target = month + count
    same_number = target.astype("datetime64[D]") + (stamps - month)
    last = (target + 1).astype("datetime64[D]") - 1
    return to_days(np.minimum(same_number, last))


def as_verdicts(yes: npt.ArrayLike, known: npt.ArrayLike = True) -> VerdictArray:
    """Return int8 verdicts from a boolean array and a mask of what is known.

    Parameters
    ----------
    yes : array_like of bool
        The answer where it is known.
    known : array_like of bool
        False where the answer is unknown; broadcast against ``yes``.

    Returns
    -------
    ndarray of int8
        1 yes, -1 no, 0 unknown.

    Examples
    --------
    >>> as_verdicts([True, False, True], [True, True, False])
    array([ 1, -1,  0], dtype=int8)
    """
    return np.where(known, np.where(yes, np.int8(1), np.int8(-1)), np.int8(0))
