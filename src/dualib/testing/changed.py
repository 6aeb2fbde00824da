"""The same person told otherwise: with days made known, facts changed, time gone on, spells told in parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np

from dualib.dates import LeapBirthday
from dualib.person import Person, Spell
from dualib.testing.oracle import AskedPerson
from dualib.vocabulary.facts import FACTS, FactValue, Status, Track

__all__ = ["as_known", "changed_days", "continued", "duplicated", "simpler"]

_DAY = timedelta(days=1)
FIRST, LAST = date(1850, 1, 1), date(2200, 12, 31)


def _end(spell: Spell, seen: tuple[date, date] | None) -> date:
    """Return the last day on which a spell is known to have lasted."""
    if isinstance(spell.end, date):
        return spell.end
    return spell.start if seen is None else max(spell.start, seen[1])


def _with(person: Person, **changes: Any) -> Person:
    told: dict[str, Any] = {
        "spells": person.spells,
        "observed": person.observed,
        "as_of": person.as_of,
        "key": person.key,
        **person.facts,
    }
    return Person(**{**told, **changes}, contradictions="report")


def duplicated(person: Person) -> Person:
    """Return the person with every spell told twice: whole, and in parts (status by status, in two stretches).

    >>> from dualib import Spell
    >>> spells = [Spell(date(2015, 1, 1), date(2015, 1, 9), "openly_unemployed")]
    >>> len(duplicated(Person(spells=spells, observed={})).spells)
    5
    """
    told: list[Spell] = []
    for spell in person.spells:
        told.append(spell)
        for status in spell.statuses:
            end = _end(spell, person.observed.get(status.track))
            middle = spell.start + (end - spell.start) // 2
            if middle == end:
                told.append(Spell(spell.start, spell.end, status))
            else:
                told += [
                    Spell(middle + _DAY, spell.end, status),
                    Spell(spell.start, middle, status),
                ]
    return _with(person, spells=told)


def simpler(person: Person) -> Iterator[Person]:
    """Yield the person with one thing less: a spell, a fact, what was observed of a track, the day, the key.

    >>> [known.facts["born"] for known in simpler(Person(born=date(1999, 5, 31)))]
    [None]
    """
    for place in range(len(person.spells)):
        yield _with(person, spells=(*person.spells[:place], *person.spells[place + 1 :]))
    for track in person.observed:
        yield _with(
            person,
            observed={other: days for other, days in person.observed.items() if other is not track},
        )
    for name in ("as_of", "key", *FACTS):
        if {"as_of": person.as_of, "key": person.key, **person.facts}[name] is not None:
            yield _with(person, **{name: None})


def continued(person: Person, last: date) -> Person:
    """Return the person when what was observed goes on to a later day, and ongoing spells with it.

    >>> person = Person(observed=(date(2015, 1, 1), date(2015, 5, 31)))
    >>> continued(person, date(2016, 1, 1)).observed[Track.WORK]
    (datetime.date(2015, 1, 1), datetime.date(2016, 1, 1))
    """
    return _with(
        person,
        observed={track: (low, max(high, last)) for track, (low, high) in person.observed.items()},
    )


def as_known(
    person: Person,
    on: date,
    assume: Mapping[str, FactValue],
    assume_unchanged: bool,
    facts: Mapping[str, FactValue],
) -> Person:
    """Return the person with what is known on a day as if it had been drawn on that day, some facts changed.

    >>> person = Person(school_duty_done=True, as_of=date(2015, 1, 1))
    >>> as_known(person, date(2015, 5, 31), {}, False, {}).facts["school_duty_done"] is None
    True
    """
    asked = AskedPerson(person, assume, assume_unchanged, LeapBirthday.FEBRUARY_28)
    known = {name: asked.known(name, on) for name in FACTS} | dict(facts)
    spells = person.spells
    born = known["born"]
    if isinstance(born, date):
        spells = tuple(spell for spell in spells if spell.start >= born)
    return _with(person, spells=spells, as_of=on, **known)


def changed_days(
    person: Person,
    on: date,
    statuses: Sequence[Status],
    rng: np.random.Generator,
    *,
    samples: int = 4,
) -> list[Person]:
    """Return persons of whom every day of the statuses' tracks is known: all, none and some of the unknown days filled.

    >>> person = Person(spells=[], observed={})
    >>> rng = np.random.default_rng(1)
    >>> found = changed_days(person, date(2015, 5, 31), [Status.IN_KAA], rng)
    >>> {bool(known.spells) for known in found}
    {False, True}
    """
    tracks = {status.track for status in statuses}
    recorded: list[Spell] = []
    for spell in person.spells:
        for status in spell.statuses:
            end = (
                _end(spell, person.observed.get(status.track))
                if status.track in tracks
                else spell.end
            )
            recorded.append(Spell(spell.start, end, status))
    observed = {**dict(person.observed), **dict.fromkeys(tracks, (FIRST, LAST))}
    found = []
    plans: list[list[str]] = [[]]
    for _ in statuses:
        plans = [[*plan, fill] for plan in plans for fill in ("all", "none")][:64]
    plans += [
        [("all", "none", "some", "day", "before")[int(rng.integers(5))] for _ in statuses]
        for _ in range(4 * samples)
    ]
    for plan in plans:
        filled = list(recorded)
        for status, fill in zip(statuses, plan, strict=True):
            for first, last in _gaps(person, status.track):
                match fill:
                    case "some":
                        low = on - int(rng.integers(0, 200)) * _DAY
                        first, last = (
                            max(first, low),
                            min(last, low + int(rng.integers(0, 150)) * _DAY),
                        )
                    case "day":
                        first, last = max(first, on), min(last, on)
                    case "before":
                        last = min(last, on - _DAY)
                    case "none":
                        continue
                if first <= last:
                    filled.append(Spell(first, last, status))
        born = person.facts["born"]
        if isinstance(born, date):
            # Nobody did anything before being born: those days are left out of what is filled.
            filled = [
                Spell(max(spell.start, born), spell.end, spell.statuses)
                for spell in filled
                if not isinstance(spell.end, date) or spell.end >= born
            ]
        found.append(_with(person, spells=filled, observed=observed))
    return found


def _gaps(person: Person, track: Track) -> list[tuple[date, date]]:
    seen = person.observed.get(track)
    if seen is None:
        return [(FIRST, LAST)]
    stretches = [
        (FIRST, seen[0] - _DAY if seen[0] > FIRST else FIRST),
        (min(LAST, seen[1] + _DAY), LAST),
    ]
    return [stretch for stretch in stretches if stretch[0] <= stretch[1]]
