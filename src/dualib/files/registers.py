"""Read a register from the user's files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import attrs

from dualib.dates import from_day
from dualib.errors import BadData, BadInput, Problem
from dualib.files.tables import read_table
from dualib.messages import Message, message
from dualib.person.person import unknown_track
from dualib.person.values import is_missing, parse_day
from dualib.register import Register
from dualib.register.names import OBSERVED_COLUMNS, headings, matched
from dualib.register.reading import read
from dualib.vocabulary.facts import Track

__all__ = ["read_observed", "read_register"]

_ALL = ("", "all", "alla")


def read_register(
    persons: str | Path,
    spells: str | Path | None = None,
    *,
    observed: Any = None,
    as_of: date | None = None,
    as_of_otherwise: date | None = None,
    columns: Mapping[str, str] | None = None,
    contradictions: str = "raise",
    ignore: Sequence[str] = (),
) -> Register:
    """Read a register from files of persons and of spells.

    Parameters
    ----------
    persons, spells
        CSV or Parquet; see :func:`dualib.files.read_table` and :meth:`dualib.Register.from_frames`.
    observed
        As in :meth:`dualib.Register.from_frames`; or the path of a file with the columns ``track``, ``first`` and
        ``last`` (:func:`read_observed`). When it is left out, a file ``observed.csv`` beside the spells is read if
        there is one.
    as_of, columns, contradictions, ignore
        As in :meth:`dualib.Register.from_frames`.
    as_of_otherwise
        The day that the facts refer to where neither ``as_of`` nor a column of the persons says it.

    Raises
    ------
    BadData
        With every faulty row of both files, under the files' names.
    BadInput
        If a file cannot be read or an argument cannot be used.

    Examples
    --------
    >>> read_register("nothing.csv")
    Traceback (most recent call last):
    ...
    dualib.errors.BadInput: nothing.csv: there is no such file
    """
    people = read_table(persons)
    history = None if spells is None else read_table(spells)
    notes: list[Message] = [*people.notes, *(history.notes if history else ())]
    beside = None if spells is None else Path(spells).with_name("observed.csv")
    if observed is None and beside is not None and beside.is_file():
        observed = beside
        notes.append(message("files/note-observed-beside"))
    if isinstance(observed, (str, Path)):
        observed = read_observed(observed)
    fields = read(
        people.columns,
        None if history is None else history.columns,
        columns=columns,
        observed=observed,
        as_of=as_of,
        as_of_otherwise=as_of_otherwise,
        contradictions=contradictions,
        ignore=ignore,
        names=(people.name, "spells" if history is None else history.name),
    )
    register = Register(**attrs.asdict(fields, recurse=False))
    return attrs.evolve(register, notes=(*notes, *register.notes))


def read_observed(path: str | Path) -> dict[Track, tuple[date, date]]:
    """Read the observed periods from a file with the columns ``track``, ``first`` and ``last``.

    An empty track, or ``all``, means every one.

    Raises
    ------
    BadData
        With every faulty row.

    Examples
    --------
    >>> read_observed("nothing.csv")
    Traceback (most recent call last):
    ...
    dualib.errors.BadInput: nothing.csv: there is no such file
    """
    table = read_table(path)
    found, problems = matched(list(table.columns), OBSERVED_COLUMNS, table.name, {}, ())
    problems += [
        Problem(
            table.name,
            message("files/no-observed-column", name=headings([name])[0]),
        )
        for name in ("first", "last")
        if name not in found
    ]
    if not table.size:
        problems.append(Problem(table.name, message("files/no-days")))
    if problems:
        raise BadData(problems)
    periods: dict[Track, tuple[date, date]] = {}
    for row, record in enumerate(table.records(), start=1):
        tracks, days = _tracks(record.get(found.get("track", ""), "")), []
        if not tracks:
            column = found["track"]
            problems.append(Problem(table.name, unknown_track(record[column]), row, column))
        for column in (found["first"], found["last"]):
            try:
                days.append(_day(record[column], column))
            except BadInput as error:
                problems.append(Problem(table.name, error.message, row, column))
        if len(days) == 2 and days[1] < days[0]:
            early = message("files/ends-early", last=days[1], first=days[0])
            problems.append(Problem(table.name, early, row, found["last"]))
        for track in tracks:
            if track in periods:
                twice = message("files/track-twice", track=track.words)
                problems.append(Problem(table.name, twice, row, found.get("track")))
            if len(days) == 2:
                periods[track] = (days[0], days[1])
    if problems:
        raise BadData(problems)
    return periods


def _day(written: Any, column: str) -> date:
    if is_missing(written):
        raise BadInput(message("files/day-missing", name=column))
    return from_day(parse_day(written, column))


def _tracks(written: Any) -> tuple[Track, ...]:
    word = str("" if written is None else written).strip().lower()
    if word in _ALL:
        return tuple(Track)
    return tuple(
        track
        for track in Track
        if word in (track.value, track.words.sv.lower(), track.words.en.lower())
    )
