"""Read days given for everybody or one per person: what was observed, and as of which day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

import numpy as np

from dualib.arrays import DayArray, read_only
from dualib.dates import UNKNOWN_DAY, to_day
from dualib.errors import BadData, BadInput, Problem
from dualib.frames import column_of
from dualib.messages import message
from dualib.person.person import check_day, track_of
from dualib.person.values import is_missing, parse_day
from dualib.register.columns import encode_days
from dualib.register.spell_table import UNOBSERVED, Observed
from dualib.vocabulary.facts import Track

__all__ = ["days_for", "observed_days"]


def days_for(value: Any, size: int, name: str) -> DayArray:
    """Return one date for everybody, or one per person, as days.

    Raises
    ------
    BadInput
        If it is neither a date nor a column of the right length.
    BadData
        If cells of the column are not dates.
    """
    if type(value) is date:
        return np.broadcast_to(np.int32(to_day(check_day(value, name))), (size,))
    if is_missing(value):  # a NaT, of numpy or of a frame
        raise BadInput(message("register/day-missing", name=name, value=value))
    if isinstance(value, (str, datetime, np.datetime64)) or (
        isinstance(value, np.ndarray) and value.ndim == 0
    ):
        day = parse_day(value.item() if isinstance(value, np.ndarray) else value, name)
        return np.broadcast_to(np.int32(day), (size,))
    column = column_of(value, name)
    if len(column.values) != size:
        raise BadInput(
            message("register/days-of-others", name=name, dates=len(column.values), persons=size)
        )
    days, problems = encode_days(column, parse_day, name, "date")
    if problems:
        raise BadData(problems)
    return read_only(days)


def observed_days(value: Any, size: int) -> Observed:
    """Return for every track the first and last day observed of each person."""
    nothing = tuple(np.broadcast_to(np.int32(day), (size,)) for day in UNOBSERVED)
    found: dict[Track, tuple[DayArray, DayArray]] = dict.fromkeys(Track, (nothing[0], nothing[1]))
    if value is None:
        return MappingProxyType(found)
    if isinstance(value, Mapping):
        for track, pair in value.items():
            found[track_of(track)] = _period(pair, size, f"observed[{track_of(track).value}]")
    else:
        found = dict.fromkeys(Track, _period(value, size, "observed"))
    return MappingProxyType(found)


def _period(pair: Any, size: int, name: str) -> tuple[DayArray, DayArray]:
    if not isinstance(pair, (tuple, list)) or len(pair) != 2:
        raise BadInput(message("person/not-a-pair", name=name, value=pair))
    first, last = (
        days_for(pair[0], size, f"first day of {name}"),
        days_for(pair[1], size, f"last day of {name}"),
    )
    unknown = (first == UNKNOWN_DAY) | (last == UNKNOWN_DAY)
    half = unknown & (first != last)
    wrong = ~unknown & (last < first)
    if half.any() or wrong.any():
        scalar = type(pair[0]) is date and type(pair[1]) is date
        if scalar:
            raise BadInput(message("person/ends-early", name=name, last=pair[1], first=pair[0]))
        one, early = message("register/half-observed"), message("register/observed-ends-early")
        raise BadData(
            [
                *(Problem(name, one, int(row) + 1) for row in np.flatnonzero(half)),
                *(Problem(name, early, int(row) + 1) for row in np.flatnonzero(wrong)),
            ]
        )
    if not unknown.any():
        return first, last
    return (
        read_only(np.where(unknown, np.int32(UNOBSERVED[0]), first)),
        read_only(np.where(unknown, np.int32(UNOBSERVED[1]), last)),
    )
