"""Read whole columns into the register's encoding, and note every faulty row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from dualib.arrays import DayArray, read_only, to_days
from dualib.dates import NEVER_DAY, UNKNOWN_DAY, to_day
from dualib.errors import BadInput, Problem
from dualib.frames import RawColumn
from dualib.language import Text
from dualib.messages import Message, message
from dualib.person.values import EARLIEST, LATEST, group, is_missing, parse
from dualib.scalars import is_coarse
from dualib.vocabulary.facts import Fact, Kind

__all__ = ["distinct", "encode", "encode_days", "parse_all", "unknown_column", "unknown_value"]

_LOW: Final = to_day(EARLIEST)
_HIGH: Final = to_day(LATEST)
_SORTS: Final[Mapping[str, Text]] = {
    "text": Text("text", "text"),
    "true/false": Text("sant/falskt", "true/false"),
    "number": Text("tal", "number"),
    "date": Text("datum", "date"),
}


def distinct(values: Sequence[Any]) -> tuple[list[Any], npt.NDArray[np.intp]]:
    """Return the distinct values in order of appearance, and for each value its place among them.

    >>> distinct(["b", "a", "b"])
    (['b', 'a'], array([0, 1, 0]))
    """
    found = dict.fromkeys(values)
    places = dict(zip(found, range(len(found))))
    return list(found), np.fromiter(
        map(places.__getitem__, values), dtype=np.intp, count=len(values)
    )


def _distinct_of(raw: RawColumn) -> tuple[list[Any], npt.NDArray[np.intp]]:
    """Return the distinct values of a raw column, None first where a value is missing."""
    values = raw.values
    if values.dtype.kind in "biuf":
        unique, inverse = np.unique(values, return_inverse=True)
        found: list[Any] = unique.tolist()
    else:
        listed = values.tolist()
        types = set(map(type, listed))
        if types <= {str}:
            found, inverse = distinct(listed)
        elif len(types) > 1:  # 1, True and 1.0 are equal keys but not the same answer
            pairs, inverse = distinct(
                [
                    (type(item), item if isinstance(item, Hashable) else repr(item))
                    for item in listed
                ]
            )
            found = [item for _, item in pairs]
        else:
            found, inverse = distinct(
                [item if isinstance(item, Hashable) else repr(item) for item in listed]
            )
    if raw.missing is None:
        return found, inverse
    return [None, *found], np.where(raw.missing, 0, inverse + 1)


def _rows(
    inverse: npt.NDArray[np.intp], bad: dict[int, Message | str], where: str, name: str
) -> list[Problem]:
    if not bad:
        return []
    flags = np.zeros(int(inverse.max()) + 1, dtype=bool)
    flags[[place for place in bad if place < len(flags)]] = True
    return [
        Problem(where, bad[int(inverse[row])], int(row) + 1, name)
        for row in np.flatnonzero(flags[inverse])
    ]


def parse_all(
    raw: RawColumn,
    parser: Callable[[Any, str], Any],
    where: str,
    name: str,
    free: Callable[[Any], bool] = lambda parsed: False,
) -> tuple[list[Any], npt.NDArray[np.intp], list[Problem]]:
    """Parse the distinct values of a column.

    Returns the parsed values (None where missing or faulty), for each row its place among them, and a problem for every
    faulty row. A column mixes sorts when known values are of several; ``free`` says which values go with any sort.
    """
    values, inverse = _distinct_of(raw)
    parsed: list[Any] = []
    bad: dict[int, Message | str] = {}
    sorts: Counter[str] = Counter()
    counts = np.bincount(inverse, minlength=len(values))
    held: dict[int, str] = {}
    for place, value in enumerate(values):
        result = None
        if not is_missing(value) and counts[place]:
            try:
                result = parser(value, name)
            except BadInput as error:
                bad[place] = error.message
            if result is None or not free(result):
                held[place] = group(value)
                sorts[held[place]] += int(counts[place])
        parsed.append(result)
    if len(sorts) > 1:
        main = sorts.most_common(1)[0][0]
        for place, sort in held.items():
            if sort != main:
                bad[place] = message(
                    "register/mixed-column",
                    name=name,
                    value=values[place],
                    sort=_SORTS.get(sort, sort),
                    most=_SORTS.get(main, main),
                )
    return parsed, inverse, _rows(inverse, bad, where, name)


def unknown_column(fact: Fact, size: int) -> npt.NDArray[Any]:
    """Return the column of a fact that nobody stated; it takes no memory per row."""
    return np.broadcast_to(unknown_value(fact), (size,))


def unknown_value(fact: Fact) -> npt.NDArray[Any]:
    """Return what stands for unknown in the column of a fact, as an array of shape ``()``."""
    return np.asarray(np.int8(0) if fact.kind is Kind.YES_NO else np.int32(UNKNOWN_DAY))


def encode_days(
    raw: RawColumn, parser: Callable[[Any, str], Any], where: str, name: str
) -> tuple[DayArray, list[Problem]]:
    """Return a column of dates as day numbers, unknown where missing, and a problem for every faulty row."""
    if raw.values.dtype.kind != "M":
        parsed, inverse, problems = parse_all(
            raw, parser, where, name, lambda day: day == NEVER_DAY
        )
        table = np.array(
            [UNKNOWN_DAY if day is None else day for day in parsed] or [UNKNOWN_DAY], dtype=np.int32
        )
        return np.asarray(table[inverse], dtype=np.int32), problems
    stamps = raw.values
    days = stamps.astype("datetime64[D]")
    known = ~np.isnat(stamps)
    if raw.missing is not None:
        known &= ~raw.missing
    numbers = days.astype(np.int64)
    coarse = is_coarse(stamps.dtype)
    faulty = known & ((numbers < _LOW) | (numbers > _HIGH) | (days != stamps) | coarse)
    problems = []
    for row in np.flatnonzero(faulty):
        written = str(stamps[row])
        if coarse:
            what = message("person/coarse-date", name=name, value=written)
        elif _LOW <= numbers[row] <= _HIGH:
            what = message("person/time-of-day", name=name, value=written)
        else:
            what = message("person/unlikely-date", name=name, value=written)
        problems.append(Problem(where, what, int(row) + 1, name))
    return to_days(np.where(known & ~faulty, days, np.datetime64("NaT", "D"))), problems


def encode(
    fact: Fact, raw: RawColumn, where: str, name: str
) -> tuple[npt.NDArray[Any], tuple[str, ...], list[Problem], list[Message]]:
    """Return a fact's column encoded, its categories, its faulty rows, and what was assumed."""
    if fact.kind is Kind.DATE:
        days, problems = encode_days(
            raw, lambda value, column: parse(fact, value, column), where, name
        )
        return read_only(days), (), problems, []
    parsed, inverse, problems = parse_all(
        raw,
        lambda value, column: parse(fact, value, column),
        where,
        name,
        lambda code: fact.kind is Kind.CODE and code == 0,
    )
    if fact.kind is not Kind.CATEGORY:
        yes_no = fact.kind is Kind.YES_NO
        unknown = 0 if yes_no else UNKNOWN_DAY
        kind = np.int8 if yes_no else np.int32
        table = np.array(
            [unknown if value is None else value for value in parsed] or [unknown], dtype=kind
        )
        return read_only(table[inverse]), (), problems, []
    names = (
        tuple(fact.categories)
        if fact.categories
        else tuple(sorted({value for value in parsed if value is not None}))
    )
    places = {value: place for place, value in enumerate(names)} | {None: UNKNOWN_DAY}
    table = np.array([places[value] for value in parsed] or [UNKNOWN_DAY], dtype=np.int32)
    notes = []
    if fact.categories is None:
        values, _ = _distinct_of(raw)
        padded = np.array(
            [not is_missing(value) and len(str(value).strip()) < 4 for value in values] or [False]
        )
        count = int(padded[inverse].sum())
        if count:
            notes.append(message("register/note-short-municipality", count=count))
    return read_only(table[inverse]), names, problems, notes
