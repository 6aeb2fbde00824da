"""Numpy's scalars as Python's own values, recognised without importing numpy.

Columns hand out their values as numpy scalars, so every door for one person meets them. Only a process that has loaded
numpy can hold one, which is why looking among the loaded modules is enough.
"""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

__all__ = ["is_coarse", "plain"]


def plain(value: Any) -> Any:
    """Return a numpy scalar as the Python value it is: a bool, an int, a float, a text, a date or a datetime.

    NaT becomes None. A date without a time of day becomes a date whatever its unit. Returned unchanged are a date
    outside the years 1 to 9999 or in units finer than nanoseconds, a length of time, and all that is not a scalar of
    numpy.

    Examples
    --------
    >>> import numpy as np
    >>> plain(np.int8(3)), plain(np.datetime64("2015-05-31T00:00", "ns")), plain("x")
    (3, datetime.date(2015, 5, 31), 'x')
    """
    numpy: Any = sys.modules.get("numpy")
    if numpy is None or not isinstance(value, numpy.generic):
        return value
    kind = value.dtype.kind
    if kind == "M":
        return _plain_date(value)
    if kind == "m":
        return value
    return float(value) if kind == "f" else value.item()  # item() of a long double is itself


def _plain_date(stamp: Any) -> Any:
    if stamp != stamp:
        return None
    if str(stamp.dtype).endswith(("[ps]", "[fs]", "[as]")):
        return stamp  # numpy refuses to convert these to days
    day = stamp.astype("datetime64[D]")  # microseconds first would overflow for a far day
    if not isinstance(day.item(), date):
        return stamp
    return day.item() if day == stamp else stamp.astype("datetime64[us]").item()


def is_coarse(dtype: object) -> bool:
    """Return whether dates of a numpy type name years, months or weeks: a day in them would be a guess.

    Examples
    --------
    >>> is_coarse("datetime64[Y]"), is_coarse("datetime64[ms]")
    (True, False)
    """
    return str(dtype).endswith(("Y]", "M]", "W]"))
