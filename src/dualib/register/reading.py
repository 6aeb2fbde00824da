"""Reading a register from two tables: every fault of both is found before anything is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from dualib.dates import NEVER_DAY, UNKNOWN_DAY, DayArray, to_day
from dualib.errors import BadData, BadInput, Problem
from dualib.facts import EXCLUSIVE, FACTS, Kind, Track, statuses
from dualib.frames import RawColumn, columns_of
from dualib.language import Text
from dualib.register.columns import distinct, encode, encode_days, parse_all
from dualib.register.names import PERSON_COLUMNS, SPELL_COLUMNS, check_columns, matched
from dualib.register.person import check_contradictions, check_day, track_of
from dualib.register.table import UNOBSERVED, Observed, Register, SpellTable, statuses_of
from dualib.register.values import Fault, is_missing, parse_day, shown

__all__ = ["read"]


def read(
    persons: Any,
    spells: Any = None,
    *,
    columns: Mapping[str, str] | None = None,
    observed: Any = None,
    as_of: Any = None,
    contradictions: str = "raise",
    ignore: Sequence[str] = (),
    names: tuple[str, str] = ("persons", "spells"),
) -> Register:
    """Return the register of two tables; ``names`` is what messages call them. See :meth:`Register.from_frames`."""
    check_contradictions(contradictions)
    about, history = names
    raw = columns_of(persons, about)
    rows = None if spells is None else columns_of(spells, history)
    chosen = check_columns(columns, ignore, [*raw, *(rows or ())])
    problems: list[Problem] = []
    notes: list[Text] = []

    found, faults = matched(raw, PERSON_COLUMNS, about, chosen, ignore)
    problems += faults
    size = len(next(iter(raw.values())).values) if raw else 0
    if not raw:
        problems.append(Problem(about, "has no columns: expected a header with at least one fact, such as born"))
    elif not size:
        problems.append(Problem(about, "has no rows: expected a row a person"))
    if rows is not None and "key" not in found and raw:
        problems.append(Problem(about, "has no key column: expected key (or person, id), to which the spells refer"))
    keys, faults = _keys(raw[found["key"]], about) if "key" in found else (range(1, size + 1), [])
    problems += faults
    data: dict[str, npt.NDArray[Any]] = {}
    categories: dict[str, tuple[str, ...]] = {}
    for name, theirs in found.items():
        if name not in FACTS:
            continue
        data[name], values, faults, assumed = encode(FACTS[name], raw[theirs], about, theirs)
        if FACTS[name].kind is Kind.CATEGORY:
            categories[name] = values
        problems += faults
        notes += assumed
    days = np.broadcast_to(np.int32(UNKNOWN_DAY), (size,))
    if "as_of" in found:
        if as_of is not None:
            raise BadInput(f"as_of is given both as an argument and as column {found['as_of']!r}: expected one of them")
        days, faults = encode_days(raw[found["as_of"]], parse_day, about, found["as_of"])
        problems += faults
    elif as_of is not None:
        days = _days(as_of, size, "as_of")
    if rows is not None and observed is None:
        problems.append(
            Problem(
                history,
                "has no observed period: without it, days without a spell say nothing; state observed=(first day, last day), "
                "or a mapping of tracks to such pairs",
            )
        )
    table, clashes = SpellTable.sorted([], [], [], []), []
    if rows is not None:
        born = data.get("born", np.broadcast_to(np.int32(UNKNOWN_DAY), (size,)))
        found, faults = matched(rows, SPELL_COLUMNS, history, chosen, ignore)
        problems += faults
        table, clashes, faults = _spells(rows, found, history, keys, born, notes)
        problems += faults
        problems += clashes if contradictions == "raise" else []
    seen = _observed(observed, size)
    if problems:
        raise BadData(problems)
    return Register(
        size=size,
        keys=keys,
        as_of=_closed(days),
        provided=frozenset(data),
        spells=table,
        observed=seen,
        contradictions=tuple(clashes),
        notes=tuple(notes),
        columns=MappingProxyType(data),
        categories=MappingProxyType(categories),
    )


def _closed(values: DayArray) -> DayArray:
    values.setflags(write=False)
    return values


def _days(value: Any, size: int, name: str) -> DayArray:
    """Return one date for everybody, or one a person, as days."""
    if type(value) is date:
        return np.broadcast_to(np.int32(to_day(check_day(value, name))), (size,))
    if isinstance(value, (str, datetime, np.datetime64)) or (isinstance(value, np.ndarray) and value.ndim == 0):
        try:
            day = parse_day(value.item() if isinstance(value, np.ndarray) else value)
        except Fault as fault:
            raise BadInput(f"{name}: {fault}") from None
        return np.broadcast_to(np.int32(day), (size,))
    column = RawColumn.of(value.to_numpy() if hasattr(value, "to_numpy") else value, name)
    if len(column.values) != size:
        raise BadInput(f"{name} has {len(column.values)} dates for {size} persons: expected one date, or one a person")
    days, problems = encode_days(column, parse_day, name, "date")
    if problems:
        raise BadData(problems)
    return _closed(days)


def _observed(value: Any, size: int) -> Observed:
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
        raise BadInput(f"{name} is {pair!r}: expected a pair, the first and the last day observed")
    first, last = _days(pair[0], size, f"first day of {name}"), _days(pair[1], size, f"last day of {name}")
    unknown = (first == UNKNOWN_DAY) | (last == UNKNOWN_DAY)
    half = unknown & (first != last)
    wrong = ~unknown & (last < first)
    if half.any() or wrong.any():
        scalar = type(pair[0]) is date and type(pair[1]) is date
        if scalar:
            raise BadInput(f"{name} ends {pair[1]}, before it starts {pair[0]}")
        raise BadData(
            [
                Problem(name, "has only one of its two days: expected both, or neither", int(row) + 1)
                for row in np.flatnonzero(half)
            ]
            + [Problem(name, "ends before it starts", int(row) + 1) for row in np.flatnonzero(wrong)]
        )
    if not unknown.any():
        return first, last
    return (
        _closed(np.where(unknown, np.int32(UNOBSERVED[0]), first)),
        _closed(np.where(unknown, np.int32(UNOBSERVED[1]), last)),
    )


def _missing(column: RawColumn) -> npt.NDArray[np.bool_]:
    values = column.values
    if values.dtype.kind in "fM":
        found = np.asarray(values != values)
    elif values.dtype.kind in "biu":
        found = np.zeros(len(values), dtype=bool)
    else:
        found = np.fromiter(map(is_missing, values.tolist()), dtype=bool, count=len(values))
    return found if column.missing is None else np.asarray(found | column.missing)


def _plain_keys(column: RawColumn) -> tuple[npt.NDArray[Any], npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Return keys as ``int64`` or as objects (text without spaces around), where they are missing, and where unusable."""
    missing = _missing(column)
    values = column.values
    wrong = np.zeros(len(values), dtype=bool)
    if values.dtype.kind in "iu":
        return values, missing, wrong
    if values.dtype.kind == "f":  # whole numbers become floats where a frame lacks some
        wrong = ~missing & (values != np.floor(values))
        return np.where(missing | wrong, 0, values).astype(np.int64), missing, wrong
    listed = values.tolist()
    kinds = set(map(type, listed))
    if kinds <= {str}:
        stripped = list(map(str.strip, listed))
    elif kinds <= {int, type(None)}:
        return np.array([item or 0 for item in listed], dtype=np.int64), missing, wrong
    else:
        stripped = [item.strip() if isinstance(item, str) else item for item in listed]
        wrong = ~missing & np.array([not isinstance(item, str) for item in listed])
    result = np.empty(len(stripped), dtype=object)
    result[:] = stripped
    return result, missing, wrong


def _key_faults(missing: npt.NDArray[np.bool_], wrong: npt.NDArray[np.bool_], where: str) -> list[Problem]:
    lacking = [Problem(where, "key is missing", int(row) + 1) for row in np.flatnonzero(missing)]
    return lacking + [
        Problem(where, "key is neither text nor a whole number, or the column mixes the two", int(row) + 1)
        for row in np.flatnonzero(wrong)
    ]


def _keys(column: RawColumn, where: str) -> tuple[Sequence[Any], list[Problem]]:
    values, missing, wrong = _plain_keys(column)
    problems = _key_faults(missing, wrong, where)
    if values.dtype.kind in "iu":
        order = np.argsort(values, kind="stable")
        ordered = values[order]
        again = np.zeros(len(values), dtype=bool)
        again[order[1:]] = ordered[1:] == ordered[:-1]
        duplicates = np.flatnonzero(again & ~missing & ~wrong)
        result: Any = values if values is not column.values else values.copy()
        result.setflags(write=False)
    else:
        listed = values.tolist()
        duplicates = np.empty(0, dtype=np.intp)
        usable = [key if good else (row,) for row, (key, good) in enumerate(zip(listed, ~missing & ~wrong))]
        if len(set(usable)) < len(usable):
            _, inverse = distinct(usable)
            _, first = np.unique(inverse, return_index=True)
            duplicates = np.setdiff1d(np.arange(len(usable)), first)
        result = tuple(listed)
    first_row = {}
    if len(duplicates):
        for row, key in enumerate(values.tolist()):
            first_row.setdefault(key, row + 1)
    problems += [
        Problem(
            where,
            f"key {shown(values[row])} was already used in row {first_row[values[row]]}: expected a row a person",
            int(row) + 1,
        )
        for row in duplicates
    ]
    return result, problems


def _linked(
    values: npt.NDArray[Any], usable: npt.NDArray[np.bool_], keys: Sequence[Any], where: str
) -> tuple[npt.NDArray[np.int32], list[Problem]]:
    """Return for each spell the index of its person, -1 where there is none."""
    numbers = isinstance(keys, (np.ndarray, range))
    index = np.full(len(values), -1, dtype=np.int32)
    if len(keys) and numbers != (values.dtype.kind in "iu"):
        sorts = ("a whole number", "text") if numbers else ("text", "a whole number")
        return index, [
            Problem(where, f"key is {sorts[1]} here and {sorts[0]} among the persons: expected the same sort")
        ]
    if len(keys) and numbers:
        known = np.asarray(keys)
        order = np.argsort(known, kind="stable")
        at = np.minimum(np.searchsorted(known[order], values), len(known) - 1)
        hit = known[order][at] == values
        index = np.where(hit & usable, order[at], -1).astype(np.int32)
    elif len(keys):
        places = {key: place for place, key in enumerate(keys)}
        index = np.fromiter((places.get(key, -1) for key in values.tolist()), dtype=np.int32, count=len(values))
    stray = usable & (index < 0)
    return index, [
        Problem(where, f"key {shown(values[row])} is not among the persons", int(row) + 1)
        for row in np.flatnonzero(stray)
    ]


def _mask(value: Any) -> int:
    try:
        return sum(status.bit for status in statuses(value))
    except (BadInput, TypeError) as error:
        text = str(error) if isinstance(error, BadInput) else f"{shown(value)} is no status"
        raise Fault(text.removeprefix("status ")) from None


def _spells(
    rows: Mapping[str, RawColumn],
    found: Mapping[str, str],
    where: str,
    keys: Sequence[Any],
    born: DayArray,
    notes: list[Text],
) -> tuple[SpellTable, list[Problem], list[Problem]]:
    """Return the spell table, the contradictions in it, and every fault."""
    nothing = SpellTable.sorted([], [], [], [])
    lacking = [name for name in ("key", "start", "end", "status") if name not in found]
    if lacking:
        return (
            nothing,
            [],
            [Problem(where, f"has no column {name}: expected key, start, end and status") for name in lacking],
        )
    values, missing, wrong = _plain_keys(rows[found["key"]])
    problems = _key_faults(missing, wrong, where)
    person, faults = _linked(values, ~missing & ~wrong, keys, where)
    problems += faults
    start, faults = encode_days(rows[found["start"]], parse_day, where, found["start"])
    problems += faults
    absent = _missing(rows[found["start"]])
    problems += [
        Problem(where, "start is missing: expected the first day", int(row) + 1) for row in np.flatnonzero(absent)
    ]
    end, faults = encode_days(rows[found["end"]], parse_day, where, found["end"])
    problems += faults
    ongoing = _missing(rows[found["end"]])
    if ongoing.any():
        count = int(ongoing.sum())
        one = count == 1
        notes.append(
            Text(
                f"{count} {'period' if one else 'perioder'} utan slutdatum lästes som pågående.",
                f"{count} spell{'' if one else 's'} without an end date {'was' if one else 'were'} read as ongoing.",
            )
        )
    parsed, inverse, faults = parse_all(rows[found["status"]], _mask, where, found["status"])
    problems += faults
    mask = np.array([value or 0 for value in parsed] or [0], dtype=np.int64)[inverse]
    absent = _missing(rows[found["status"]])
    problems += [Problem(where, "status is missing", int(row) + 1) for row in np.flatnonzero(absent)]
    last = np.where(ongoing, np.int32(NEVER_DAY), end)
    dated = (start != UNKNOWN_DAY) & (last != UNKNOWN_DAY)
    stamps, finish = start.astype("datetime64[D]"), last.astype("datetime64[D]")
    problems += [
        Problem(where, f"ends {finish[row]}, before it starts {stamps[row]}: the end is the last day", int(row) + 1)
        for row in np.flatnonzero(dated & (last < start))
    ]
    if len(born):
        birth = np.where(person >= 0, born[person], UNKNOWN_DAY)
        early = (start != UNKNOWN_DAY) & (birth != UNKNOWN_DAY) & (start < birth)
        problems += [
            Problem(
                where,
                f"starts {stamps[row]}, before the person was born {np.datetime64(int(birth[row]), 'D')}",
                int(row) + 1,
            )
            for row in np.flatnonzero(early)
        ]
    good = (person >= 0) & dated & (last >= start)
    clashes = _clashes(person, start, last, mask, good, where)
    if problems:
        return nothing, clashes, problems
    return SpellTable.sorted(person, start, last, mask), clashes, []


def _clashes(
    person: npt.NDArray[np.int32],
    start: DayArray,
    end: DayArray,
    mask: npt.NDArray[np.int64],
    good: npt.NDArray[np.bool_],
    where: str,
) -> list[Problem]:
    """Return every row that has an exclusive status on a day when it, or another row of the person, has the other."""
    found: dict[tuple[int, int, int], Problem] = {}
    for pair in EXCLUSIVE:
        bits = sum(status.bit for status in pair)
        one, other = (np.flatnonzero(good & ((mask & status.bit) != 0)) for status in sorted(pair, key=lambda s: s.bit))
        if not len(one) or not len(other):
            continue
        for left, right in (*_overlaps(one, other, person, start, end), *_overlaps(other, one, person, start, end)):
            low, high = min(left, right), max(left, right)
            day = np.datetime64(int(max(start[low], start[high])), "D")
            names = " and ".join(status.value for status in statuses_of(bits))
            also = "" if low == high else f" (with row {low + 1})"
            found[high, low, bits] = Problem(where, f"{names} on the same day, first {day}{also}", high + 1)
    return [found[at] for at in sorted(found)]


def _overlaps(
    those: npt.NDArray[np.intp],
    these: npt.NDArray[np.intp],
    person: npt.NDArray[np.int32],
    start: DayArray,
    end: DayArray,
) -> list[tuple[int, int]]:
    """Return for each of ``these`` rows that overlaps any of ``those`` rows of its person, one such pair."""
    # A person's days lie in a stretch of the number line of their own, so that one running maximum serves all persons.
    base = person.astype(np.int64) << 33
    ordered = those[np.argsort(base[those] + start[those], kind="stable")]
    starts, ends = base[ordered] + start[ordered], base[ordered] + end[ordered]
    reach = np.maximum.accumulate(ends)
    holder = np.maximum.accumulate(np.where(ends == reach, np.arange(len(ends)), 0))
    at = np.searchsorted(starts, base[these] + end[these], side="right") - 1
    hit = (at >= 0) & (reach[at] >= base[these] + start[these])
    return list(zip(ordered[holder[at[hit]]].tolist(), these[hit].tolist()))
