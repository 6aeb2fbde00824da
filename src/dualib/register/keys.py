"""Read the keys of persons, whole numbers or text, and link spells to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from dualib.arrays import read_only
from dualib.errors import Problem
from dualib.frames import RawColumn
from dualib.language import Text
from dualib.messages import Message, message
from dualib.person.values import is_missing, whole
from dualib.register.columns import distinct

__all__ = ["key_faults", "key_notes", "linked", "missing_in", "plain_keys", "read_keys"]

#: Ten or twelve digits whose first say a day: of a coordination number, 60 is added to the day.
_IDENTITY: Final = re.compile(
    r"(?:18|19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+ ]?\d{4}"
)
_TEXT: Final = Text("text", "text")
_WHOLE: Final = Text("ett heltal", "a whole number")


def missing_in(column: RawColumn) -> npt.NDArray[np.bool_]:
    """Return where a column has no value."""
    values = column.values
    if values.dtype.kind in "fM":
        found = np.asarray(values != values)
    elif values.dtype.kind in "biu":
        found = np.zeros(len(values), dtype=bool)
    else:
        listed = values.tolist()
        if set(map(type, listed)) <= {
            str,
            type(None),
        }:  # few distinct values: ask each of them once
            blank = {value for value in set(listed) if is_missing(value)}
            found = np.zeros(len(listed), dtype=bool)
            if blank:
                found = np.fromiter(map(blank.__contains__, listed), dtype=bool, count=len(listed))
        else:
            found = np.fromiter(map(is_missing, listed), dtype=bool, count=len(listed))
    return found if column.missing is None else np.asarray(found | column.missing)


def plain_keys(
    column: RawColumn,
) -> tuple[npt.NDArray[Any], npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Return keys as whole numbers or as objects (stripped text), where they are missing, and where unusable."""
    missing = missing_in(column)
    values = column.values
    wrong = np.zeros(len(values), dtype=bool)
    if values.dtype.kind in "iu":
        if values.dtype == np.uint64:
            wrong = ~missing & (values > np.uint64(2**63 - 1))
        return values.astype(np.int64, copy=False), missing, wrong
    if values.dtype.kind == "f":  # whole numbers become floats where a frame lacks some
        wrong = ~missing & (values != np.floor(values))
        return np.where(missing | wrong, 0, values).astype(np.int64), missing, wrong
    listed = values.tolist()
    kinds = set(map(type, listed))
    if kinds <= {str}:
        stripped = list(map(str.strip, listed))
    elif kinds <= {int, float, type(None)}:
        numbers = [whole(item) for item in listed]
        usable = np.array([item is not None and abs(item) < 2**63 for item in numbers], dtype=bool)
        whole_numbers = np.array(
            [item if good else 0 for item, good in zip(numbers, usable)], dtype=np.int64
        )
        return whole_numbers, missing, ~missing & ~usable
    else:
        stripped = [item.strip() if isinstance(item, str) else item for item in listed]
        wrong = ~missing & np.array([not isinstance(item, str) for item in listed])
    result = np.empty(len(stripped), dtype=object)
    result[:] = stripped
    return result, missing, wrong


def key_faults(
    missing: npt.NDArray[np.bool_], wrong: npt.NDArray[np.bool_], where: str, name: str
) -> list[Problem]:
    """Return a problem for every row without a usable key."""
    lacking = message("register/missing", name=name)
    unusable = message("register/key-unusable", name=name)
    return [
        *(Problem(where, lacking, int(row) + 1, name) for row in np.flatnonzero(missing)),
        *(Problem(where, unusable, int(row) + 1, name) for row in np.flatnonzero(wrong)),
    ]


def read_keys(column: RawColumn, where: str, name: str) -> tuple[Sequence[Any], list[Problem]]:
    """Return the keys of the persons, and those that are missing, unusable or used before."""
    values, missing, wrong = plain_keys(column)
    problems = key_faults(missing, wrong, where, name)
    if values.dtype.kind in "iu":
        order = np.argsort(values, kind="stable")
        ordered = values[order]
        again = np.zeros(len(values), dtype=bool)
        again[order[1:]] = ordered[1:] == ordered[:-1]
        duplicates = np.flatnonzero(again & ~missing & ~wrong)
        result: Any = read_only(values if values is not column.values else values.copy())
    else:
        listed = values.tolist()
        duplicates = np.empty(0, dtype=np.intp)
        usable = [
            key if good else (row,)
            for row, (key, good) in enumerate(zip(listed, ~missing & ~wrong))
        ]
        if len(set(usable)) < len(usable):
            _, inverse = distinct(usable)
            _, first = np.unique(inverse, return_index=True)
            duplicates = np.setdiff1d(np.arange(len(usable)), first)
        result = tuple(listed)
    first_row: dict[Any, int] = {}
    if len(duplicates):
        for row, key in enumerate(values.tolist()):
            first_row.setdefault(key, row + 1)
    problems += [
        Problem(
            where,
            message("register/key-used", name=name, key=values[row], other=first_row[values[row]]),
            int(row) + 1,
            name,
        )
        for row in duplicates
    ]
    return result, problems


def key_notes(keys: Sequence[Any]) -> list[Message]:
    """Return a remark if keys look like personnummer, without repeating any of them.

    >>> [note.en for note in key_notes(["a7", "19121212-1212"])]
    ['1 key looks like a personnummer: use a pseudonym instead.']
    """
    if isinstance(keys, range):
        return []
    if isinstance(keys, np.ndarray):
        # Numbers lose the zeros that they began with.
        written = [
            str(key).zfill(10) for key in np.extract(np.greater_equal(keys, 10**8), keys).tolist()
        ]
    else:
        written = [key for key in keys if isinstance(key, str) and len(key) >= 10]
    count = sum(1 for key in written if _IDENTITY.fullmatch(key))
    return [message("register/note-personnummer", count=count)] if count else []


def linked(
    values: npt.NDArray[Any],
    usable: npt.NDArray[np.bool_],
    keys: Sequence[Any],
    where: str,
    name: str,
) -> tuple[npt.NDArray[np.int32], list[Problem]]:
    """Return for each spell the index of its person, -1 where there is none."""
    numbers = isinstance(keys, (np.ndarray, range))
    index = np.full(len(values), -1, dtype=np.int32)
    if len(keys) and numbers != (values.dtype.kind in "iu"):
        there, here = (_WHOLE, _TEXT) if numbers else (_TEXT, _WHOLE)
        other = message("register/key-of-another-sort", name=name, here=here, there=there)
        return index, [Problem(where, other, column=name)]
    if len(keys) and numbers:
        known = np.asarray(keys)
        low, high = int(known.min()), int(known.max())
        if (
            high - low < 4 * len(known) + 1024
        ):  # keys nearly without gaps: look them up instead of searching
            places = np.full(high - low + 1, -1, dtype=np.int32)
            places[known - low] = np.arange(len(known), dtype=np.int32)
            inside = usable & (values >= low) & (values <= high)
            index[inside] = places[values[inside] - low]
        else:
            order = np.argsort(known, kind="stable")
            at = np.minimum(np.searchsorted(known[order], values), len(known) - 1)
            hit = known[order][at] == values
            index = np.where(hit & usable, order[at], -1).astype(np.int32)
    elif len(keys):
        by_key = {key: place for place, key in enumerate(keys)}
        index = np.fromiter(
            (by_key.get(key, -1) for key in values.tolist()), dtype=np.int32, count=len(values)
        )
    stray = usable & (index < 0)
    return index, [
        Problem(
            where,
            message("register/key-not-a-person", name=name, key=values[row]),
            int(row) + 1,
            name,
        )
        for row in np.flatnonzero(stray)
    ]
