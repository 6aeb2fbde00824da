"""Counts of days for many persons, found by the shortest way that their spells allow.

Most sets of days can be read off single spells: a spell either has the statuses or not, and the days are those that any
fitting spell covers. Only persons whose statuses stand in several spells need a sweep over the days where something
begins or ends, and only those who were not observed throughout need the general count of :class:`WindowAtom`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from dualib.conditions.day_sets import Both, DaySet, Either, StatusDays, Unbroken, Without
from dualib.conditions.rows import Booleans, Rows
from dualib.conditions.windows import WindowAtom
from dualib.dates import DayArray
from dualib.facts import Track
from dualib.register import SpellTable
from dualib.spells import Coverage, covered_days
from dualib.verdicts import VerdictArray

__all__ = ["answer_costly", "answer_window", "clipped", "is_plain", "joined", "swept_in_window"]


def is_plain(atom: WindowAtom) -> bool:
    """Return whether only days in the window matter: nothing is skipped, and no run reaches out of it."""
    return atom.skipping is None and not _has(atom.days, Unbroken)


def _has(days: DaySet, kind: type) -> bool:
    if isinstance(days, (Both, Either, Without)):
        return isinstance(days, kind) or _has(days.one, kind) or _has(days.other, kind)
    return isinstance(days, kind)


def joined(days: DaySet, leaf: Callable[[StatusDays], Booleans]) -> Booleans:
    """Return where a set of days holds, given where the days of its statuses hold."""
    if isinstance(days, StatusDays):
        return leaf(days)
    assert isinstance(days, (Both, Either, Without))
    one, other = joined(days.one, leaf), joined(days.other, leaf)
    if isinstance(days, Both):
        return np.asarray(one & other)
    return np.asarray(one | other if isinstance(days, Either) else one & ~other)


def _leaves(days: DaySet) -> tuple[StatusDays, ...]:
    if isinstance(days, StatusDays):
        return (days,)
    assert isinstance(days, (Both, Either, Without))
    return tuple(dict.fromkeys(_leaves(days.one) + _leaves(days.other)))


def _bits(days: DaySet) -> int:
    return int(np.bitwise_or.reduce([status.bit for status, _ in days.directions()]))


def _fits(days: StatusDays, spells: SpellTable) -> Booleans:
    return np.asarray((spells.mask & _bits(days)) != 0)


def _take(spells: SpellTable, keep: Booleans) -> SpellTable:
    rows = np.flatnonzero(keep)
    if rows.size == keep.size:
        return spells
    return spells.take(rows)


def clipped(spells: SpellTable, first: DayArray | int, last: DayArray | int, bits: int) -> SpellTable:
    """Return the spells with any of the statuses that touch their person's window."""
    low = first if isinstance(first, int) else first.take(spells.person)
    high = last if isinstance(last, int) else last.take(spells.person)
    return _take(spells, (spells.start <= high) & (spells.end >= low) & ((spells.mask & bits) != 0))


def _someone(days: DaySet, spells: SpellTable, size: int) -> Booleans:
    """Return whose spells, taken together as if all were on one day, satisfy a set of days."""

    def leaf(part: StatusDays) -> Booleans:
        held = np.zeros(size, bool)
        held[spells.person.compress(_fits(part, spells))] = True
        return held

    return joined(days, leaf)


def days_in_window(
    days: DaySet, spells: SpellTable, first: DayArray | int, last: DayArray | int, size: int
) -> DayArray:
    """Count the days of a set, of persons observed throughout the window.

    ``spells`` are those that touch the windows; the windows are not empty.
    """
    fits = joined(days, lambda part: _fits(part, spells))
    sweep: Booleans | None = None
    if _has(days, Without):
        sweep = np.zeros(size, bool)
        sweep[spells.person] = True
    elif not isinstance(days, StatusDays):
        # Where the spells that fail alone fail together too, every day of the set lies in a spell that satisfies it.
        sweep = _someone(days, _take(spells, ~fits), size)
    if sweep is None or not sweep.any():
        chosen = _take(spells, fits)
        return covered_days(Coverage(chosen.person, chosen.start, chosen.end), first, last, size)
    swept = sweep.take(spells.person)
    chosen = _take(spells, fits & ~swept)
    counts = covered_days(Coverage(chosen.person, chosen.start, chosen.end), first, last, size)
    return counts + swept_in_window(days, _take(spells, swept), first, last, size)


def swept_in_window(
    days: DaySet, spells: SpellTable, first: DayArray | int, last: DayArray | int, size: int
) -> DayArray:
    """Count the days of a set by a sweep over the days in the window where a spell begins or ends."""
    low = first if isinstance(first, int) else first.take(spells.person)
    high = last if isinstance(last, int) else last.take(spells.person)
    begin = np.maximum(spells.start, low) - low
    after = np.minimum(spells.end, high) - low + 1
    leaves = _leaves(days)
    bits = int(after.max(initial=1)).bit_length()
    # One number a change: person, day of the window, which set of statuses, and whether its days begin or end.
    place: npt.NDArray[Any] = np.left_shift(spells.person.astype(np.int64), bits)
    keys: list[npt.NDArray[np.int64]] = []
    for number, leaf in enumerate(leaves):
        rows = np.flatnonzero(_fits(leaf, spells))
        for day, change in ((begin, 0), (after, 1)):
            line: npt.NDArray[Any] = place.take(rows) + day.take(rows)
            keys.append((line << 8) + (2 * number + change))
    key = np.concatenate(keys)
    key.sort()
    where, what = key >> 8, key & 255
    final = np.flatnonzero(np.append(where[1:] != where[:-1], True)) if key.size else np.zeros(0, np.intp)
    held: dict[StatusDays, Booleans] = {}
    for number, leaf in enumerate(leaves):
        delta = (what == 2 * number).astype(np.int8) - (what == 2 * number + 1).astype(np.int8)
        held[leaf] = np.cumsum(delta, dtype=np.int32).take(final) > 0
    where = where.take(final)
    # After a person's last change nothing is held, so that what lies between two persons is never counted.
    length = np.where(joined(days, held.__getitem__), np.diff(where, append=0), 0)
    return np.bincount(where >> bits, weights=length, minlength=size).astype(np.int32)


def answer_window(
    atom: WindowAtom, rows: Rows, spells: SpellTable, who: npt.NDArray[np.bool_] | np.bool_
) -> VerdictArray:
    """Answer a count of days for those persons of ``rows`` who are wanted; the others' answers mean nothing.

    ``spells`` holds what touches the windows of these persons (numbered within ``rows``), or all where that is needed.
    """
    first, last = rows.by_day(atom.span)
    bits = _bits(atom.days)
    if not is_plain(atom):
        return _general(atom, rows, spells, np.broadcast_to(who, rows.size))
    inside = _observed(atom, rows, first, last)
    plain = who & inside
    result = np.full(rows.size, -1, np.int8)
    if plain.any():
        near = clipped(spells, first, last, bits)
        if not plain.all():
            near = _take(near, plain.take(near.person))
        if isinstance(first, int) and first == last:
            counts: npt.NDArray[np.int32] | Booleans = _someone(atom.days, near, rows.size)
        else:
            counts = days_in_window(atom.days, near, first, last, rows.size)
        (needed,) = rows.by_day(lambda day: (atom.needed(*atom.span(day)),))
        result[counts >= needed] = 1
    rest = who & ~inside
    if rest.any():
        rest = np.broadcast_to(rest, rows.size)
        np.copyto(result, _general(atom, rows, spells, rest), where=rest)
    return result


def _observed(
    atom: WindowAtom, rows: Rows, first: DayArray | int, last: DayArray | int
) -> npt.NDArray[np.bool_] | np.bool_:
    """Return whose window lies wholly inside what was observed."""
    register = rows.view.register
    low, high = int(np.min(first, initial=2**31 - 1)), int(np.max(last, initial=-(2**31)))
    inside: npt.NDArray[np.bool_] | np.bool_ = np.bool_(True)
    for track in _tracks(atom):
        seen = register.surely_observed[track]
        if not seen[0] <= low <= high <= seen[1]:
            from_day, to_day = map(rows.part, register.observed[track])
            inside = inside & (from_day <= first) & (to_day >= last)
    return inside


def _tracks(atom: WindowAtom) -> tuple[Track, ...]:
    return tuple(dict.fromkeys(status.track for status, _ in atom.directions()))


def _general(atom: WindowAtom, rows: Rows, spells: SpellTable, who: Booleans) -> VerdictArray:
    """Count days in the general way. Persons without spells differ only in the day asked and in what was observed."""
    bits = sum({status.bit for status, _ in atom.directions()})
    near = _take(spells, (spells.mask & bits) != 0)
    has_spells = np.zeros(rows.size, bool)
    has_spells[near.person] = True
    with_spells, without = np.flatnonzero(who & has_spells), np.flatnonzero(who & ~has_spells)
    about = [np.broadcast_to(np.asarray(rows.on, np.int32), rows.size).take(without)]
    for track in _tracks(atom):
        about += [rows.part(days).take(without) for days in rows.view.register.observed[track]]
    stands_for, same = _alike(about, without.size)
    result = np.full(rows.size, -1, np.int8)
    asked = np.concatenate([with_spells, without.take(stands_for)])
    answers = _ask(atom, rows, near, asked)
    result[with_spells] = answers[: with_spells.size]
    result[without] = answers[with_spells.size :].take(same)
    return result


def _alike(columns: Sequence[npt.NDArray[np.int32]], size: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return for rows of columns one row of each kind, and for every row the place of its kind among them."""
    differ = [column for column in columns if size and (column != column[0]).any()]
    if not differ:
        return np.zeros(min(size, 1), np.intp), np.zeros(size, np.intp)
    _, one, same = np.unique(np.stack(differ, axis=1), axis=0, return_index=True, return_inverse=True)
    return one, same.reshape(-1)


def _ask(condition: WindowAtom, rows: Rows, spells: SpellTable, asked: npt.NDArray[np.intp]) -> VerdictArray:
    """Ask a condition about some persons alone, node by node."""
    if not asked.size:
        return np.zeros(0, np.int8)
    numbers = np.full(rows.size, -1, np.int32)
    numbers[asked] = np.arange(asked.size, dtype=np.int32)
    person = numbers.take(spells.person)
    mine = _take(SpellTable(person, spells.start, spells.end, spells.mask), person >= 0)
    return condition.answers(rows.some(asked).alone(mine))


def answer_costly(
    condition: object, rows: Rows, spells: SpellTable, who: npt.NDArray[np.bool_] | np.bool_
) -> VerdictArray:
    """Answer what needs spells, for those who are wanted; the others' answers mean nothing."""
    if isinstance(condition, WindowAtom):
        return answer_window(condition, rows, spells, who)
    asked = np.flatnonzero(np.broadcast_to(who, rows.size))
    result = np.full(rows.size, -1, np.int8)
    result[asked] = _ask(condition, rows, spells, asked)  # type: ignore[arg-type]  # a condition about an event
    return result
