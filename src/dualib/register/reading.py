"""Read a register from two tables: every fault of both is found before anything is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import DayArray, read_only
from dualib.dates import NEVER_DAY, UNKNOWN_DAY, from_day
from dualib.errors import BadData, BadInput, Problem
from dualib.frames import RawColumn, columns_of
from dualib.messages import Message, message
from dualib.person.person import ONGOING, check_contradictions
from dualib.person.values import parse_day, whole
from dualib.register.columns import encode, encode_days, parse_all
from dualib.register.contradictions import clashes_in
from dualib.register.keys import key_faults, key_notes, linked, missing_in, plain_keys, read_keys
from dualib.register.names import (
    PERSON_COLUMNS,
    SPELL_COLUMNS,
    check_columns,
    headings,
    matched,
)
from dualib.register.periods import days_for, observed_days
from dualib.register.skat_spells import skat_masks
from dualib.register.spell_table import Observed, SpellTable
from dualib.vocabulary.facts import FACTS, Kind, statuses

__all__ = ["RegisterFields", "read"]

ONGOING_WORDS: Final = frozenset({"pågående", "pagaende", "ongoing", "tills vidare"})


@attrs.frozen(eq=False)
class RegisterFields:
    """The arguments of :class:`dualib.Register`, as two tables give them."""

    size: int
    keys: Sequence[Any]
    as_of: DayArray
    provided: frozenset[str]
    spells: SpellTable
    observed: Observed
    contradictions: tuple[Problem, ...]
    notes: tuple[Message, ...]
    columns: Mapping[str, npt.NDArray[Any]]
    categories: Mapping[str, tuple[str, ...]]


def read(
    persons: Any,
    spells: Any = None,
    *,
    columns: Mapping[str, str] | None = None,
    observed: Any = None,
    as_of: Any = None,
    as_of_otherwise: date | None = None,
    contradictions: str = "raise",
    ignore: Sequence[str] = (),
    names: tuple[str, str] = ("persons", "spells"),
) -> RegisterFields:
    """Return the fields of a register of two tables; ``names`` is what messages call them.

    See :meth:`dualib.Register.from_frames`.
    ``as_of_otherwise`` is the day that the facts refer to where neither the argument nor a column says it.

    Raises
    ------
    BadInput
        If an argument is of the wrong sort.
    BadData
        If rows are faulty; all of them are listed.
    """
    check_contradictions(contradictions)
    about, history = names
    raw = columns_of(persons, about)
    rows = None if spells is None else columns_of(spells, history)
    chosen = check_columns(columns, ignore, [*raw, *(rows or ())])
    problems: list[Problem] = []
    notes: list[Message] = []

    found, faults = matched(raw, PERSON_COLUMNS, about, chosen, ignore)
    problems += faults
    size = len(next(iter(raw.values())).values) if raw else 0
    if not raw:
        problems.append(Problem(about, message("register/no-columns")))
    elif not size:
        problems.append(Problem(about, message("register/no-rows")))
    if rows is not None and "key" not in found and raw:
        problems.append(Problem(about, message("register/no-key-column")))
    keys: Sequence[Any] = range(1, size + 1)
    faults = []
    if "key" in found:
        keys, faults = read_keys(raw[found["key"]], about, found["key"])
    problems += faults
    notes += key_notes(keys)
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
            raise BadInput(message("register/as-of-twice", column=found["as_of"]))
        days, faults = encode_days(raw[found["as_of"]], parse_day, about, found["as_of"])
        problems += faults
    # A column without a single day says as little as no column: an empty template has one.
    if as_of is None and bool((days == UNKNOWN_DAY).all()):
        as_of = as_of_otherwise
    if as_of is not None:
        days = days_for(as_of, size, "as_of")
    if "born" in data and len(days) == size:
        birth = data["born"]
        found_born = found["born"]
        late = (birth != UNKNOWN_DAY) & (days != UNKNOWN_DAY) & (birth > days)
        problems += [
            Problem(
                about,
                message(
                    "person/born-later",
                    name=found_born,
                    born=from_day(birth[row]),
                    day=from_day(days[row]),
                ),
                int(row) + 1,
                found_born,
            )
            for row in np.flatnonzero(late)
        ]
    if rows is not None and observed is None:
        problems.append(Problem(history, message("register/not-observed")))
    table = SpellTable.sorted([], [], [], [])
    clashes: list[Problem] = []
    if rows is not None:
        born = data.get("born", np.broadcast_to(np.int32(UNKNOWN_DAY), (size,)))
        found, faults = matched(rows, SPELL_COLUMNS, history, chosen, ignore)
        problems += faults
        table, clashes, faults = _spells(rows, found, history, keys, born, notes)
        problems += faults
        problems += clashes if contradictions == "raise" else []
    seen = observed_days(observed, size)
    if problems:
        raise BadData(problems)
    return RegisterFields(
        size=size,
        keys=keys,
        as_of=read_only(days),
        provided=frozenset(data),
        spells=table,
        observed=seen,
        contradictions=tuple(clashes),
        notes=tuple(notes),
        columns=MappingProxyType(data),
        categories=MappingProxyType(categories),
    )


def _end(value: Any, name: str) -> int:
    ongoing = value is ONGOING or (
        isinstance(value, str) and value.strip().lower() in ONGOING_WORDS
    )
    return NEVER_DAY if ongoing else parse_day(value, name)


def _code(value: Any, name: str) -> int:
    number = whole(value)
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value.strip()):
        number = int(value)
    if number is None or not 0 <= number <= 99:
        raise BadInput(message("register/not-a-skat-code", name=name, value=value))
    return number


def _mask(value: Any, name: str) -> int:
    return sum(status.bit for status in statuses(value))


def _spells(
    rows: Mapping[str, RawColumn],
    found: Mapping[str, str],
    where: str,
    keys: Sequence[Any],
    born: DayArray,
    notes: list[Message],
) -> tuple[SpellTable, list[Problem], list[Problem]]:
    """Return the spell table, the contradictions in it, and every fault."""
    nothing = SpellTable.sorted([], [], [], [])
    what = "skat" if "skat" in found else "status"
    problems = [
        Problem(where, message("register/no-spell-column", name=headings([name])[0]))
        for name in ("key", "start", "end", what)
        if name not in found
    ]
    if "skat" in found and "status" in found:
        both = message("register/status-and-skat", status=found["status"], skat=found["skat"])
        problems.append(Problem(where, both))
    if problems:
        return nothing, [], problems
    values, missing, wrong = plain_keys(rows[found["key"]])
    problems += key_faults(missing, wrong, where, found["key"])
    person, faults = linked(values, ~missing & ~wrong, keys, where, found["key"])
    problems += faults
    start, faults = encode_days(rows[found["start"]], parse_day, where, found["start"])
    problems += faults
    absent = missing_in(rows[found["start"]])
    no_start = message("register/start-missing", name=found["start"])
    problems += [
        Problem(where, no_start, int(row) + 1, found["start"]) for row in np.flatnonzero(absent)
    ]
    end, faults = encode_days(rows[found["end"]], _end, where, found["end"])
    problems += faults
    ongoing = missing_in(rows[found["end"]])
    if ongoing.any():
        notes.append(message("register/note-ongoing", count=int(ongoing.sum())))
    last = np.where(ongoing, np.int32(NEVER_DAY), end)
    dated = (start != UNKNOWN_DAY) & (last != UNKNOWN_DAY)
    ordered = dated & (last >= start)
    parsed, inverse, faults = parse_all(
        rows[found[what]], _mask if what == "status" else _code, where, found[what]
    )
    problems += faults
    mask = np.array([value or 0 for value in parsed] or [0], dtype=np.int64)[inverse]
    absent = missing_in(rows[found[what]])
    no_status = message("register/missing", name=found[what])
    problems += [
        Problem(where, no_status, int(row) + 1, found[what]) for row in np.flatnonzero(absent)
    ]
    if what == "skat":
        known = np.array([value is not None for value in parsed] or [False])[inverse]
        usable = np.flatnonzero(ordered & known)
        bits, unknown = skat_masks(mask[usable], start[usable], last[usable])
        mask = np.zeros(len(mask), dtype=np.int64)
        mask[usable] = bits
        problems += [
            Problem(where, fault, int(usable[at]) + 1, found["skat"]) for at, fault in unknown
        ]
    problems += [
        Problem(
            where,
            message(
                "person/spell-ends-early", last=from_day(last[row]), first=from_day(start[row])
            ),
            int(row) + 1,
            found["end"],
        )
        for row in np.flatnonzero(dated & (last < start))
    ]
    if len(born):
        birth = np.where(person >= 0, born[person], UNKNOWN_DAY)
        early = (start != UNKNOWN_DAY) & (birth != UNKNOWN_DAY) & (start < birth)
        problems += [
            Problem(
                where,
                message(
                    "person/spell-before-birth",
                    start=from_day(start[row]),
                    born=from_day(birth[row]),
                ),
                int(row) + 1,
                found["start"],
            )
            for row in np.flatnonzero(early)
        ]
    clashes = clashes_in(person, start, last, mask, (person >= 0) & ordered, where, found[what])
    if problems:
        return nothing, clashes, problems
    return SpellTable.sorted(person, start, last, mask), clashes, []
