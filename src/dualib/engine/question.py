"""Check a question about a register and a day, and make the view that conditions are asked with."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from dualib.arrays import to_days
from dualib.dates import check_date, to_day
from dualib.decisions.question import Asking, undated
from dualib.engine.view import View
from dualib.errors import BadInput
from dualib.messages import message
from dualib.person.values import parse_day
from dualib.register import Register
from dualib.scalars import is_coarse

__all__ = ["asked_days", "asked_view", "check_as_of", "view_on"]


def asked_view(register: Register, asking: Asking) -> View:
    """Return the question about every person of a register.

    Raises
    ------
    BadInput
        If ``register`` or ``asking.on`` is of the wrong sort, or as-of facts are given without
        ``as_of``.

    Examples
    --------
    >>> register = Register.from_frames({"born": ["1999-05-31", None]})
    >>> asked_view(register, Asking(date(1970, 1, 2))).size
    2
    """
    if not isinstance(register, Register):
        raise BadInput(message("ground/not-a-register", type=type(register).__name__))
    check_as_of(register)
    return view_on(register, asked_days(asking.on, register.size), asking)


def view_on(register: Register, days: int | npt.NDArray[np.int32], asking: Asking) -> View:
    """Return the question about every person on days that were checked, not on ``asking.on``."""
    return View(register, days, asking.assume, asking.assume_unchanged, asking.leap)


def asked_days(on: Any, size: int | None = None, name: str = "on") -> int | npt.NDArray[np.int32]:
    """Return the day asked about as a number, or one per person from an array of ``datetime64``.

    A column of a frame (pandas, polars, Arrow) is read as the ``datetime64`` array that it gives.

    Raises
    ------
    BadInput
        For anything else, for unknown days, times of day and years after 9999, and for an array of
        another length than the register.

    Examples
    --------
    >>> asked_days(date(1970, 1, 2)), asked_days(np.datetime64("1970-01-02"))
    (1, 1)
    """
    if isinstance(on, np.datetime64):
        return parse_day(on, name)
    if hasattr(on, "__array__") and not isinstance(on, np.ndarray):
        on = np.asarray(on)
    if isinstance(on, np.ndarray) and np.issubdtype(on.dtype, np.datetime64):
        if on.ndim != 1 or (size is not None and on.shape[0] != size):
            raise BadInput(
                message("engine/days-of-another-length", name=name, days=on.size)
                if size is None
                else message("engine/days-of-other-persons", name=name, days=on.size, persons=size)
            )
        if is_coarse(on.dtype):
            raise BadInput(message("engine/not-days", name=name, type=on.dtype))
        days = on.astype("datetime64[D]")
        unknown = np.flatnonzero(np.isnat(days))
        if unknown.size:
            raise BadInput(message("engine/no-date", name=name, row=int(unknown[0]) + 1))
        # Looked at before the days are made narrow numbers: a far day would turn up as another one.
        far = (days < np.datetime64(date.min)) | (days > np.datetime64(date.max))
        wrong = np.flatnonzero(far | (days != on))
        if wrong.size:
            row = int(wrong[0])
            raise BadInput(
                message("engine/day-out-of-range", name=name, row=row + 1)
                if far[row]
                else message("engine/time-of-day", name=name, value=on[row], row=row + 1)
            )
        return to_days(days)
    return to_day(check_date(on, name))


def check_as_of(register: Register) -> None:
    """Refuse what is known to hold on one day only where that day is not said.

    Raises
    ------
    BadInput
        If somebody has a fact that can change, or an event that never happened, and no ``as_of``.

    Examples
    --------
    >>> check_as_of(Register.from_frames({"disability_code": ["11"]}, as_of=date(2015, 5, 31)))
    """
    if register.undated is not None:
        name, row = register.undated
        raise undated(name, None if register.same_as_of is not None else row + 1)
