"""One person: facts, spells, and what was observed when."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Unpack

import attrs

from dualib.dates import NEVER_DAY, check_date, to_day
from dualib.errors import BadData, BadInput, Problem, nearest
from dualib.messages import Message, message, quoted
from dualib.person.values import EARLIEST, LATEST, decode, is_missing, parse
from dualib.vocabulary.facts import (
    EXCLUSIVE,
    FACTS,
    Facts,
    FactValue,
    Status,
    Track,
    fact,
    statuses,
)

__all__ = [
    "check_contradictions",
    "check_day",
    "clashing",
    "track_of",
    "unknown_track",
    "ONGOING",
    "Ongoing",
    "Participation",
    "Person",
    "Spell",
]


class Ongoing(enum.Enum):
    """The end of a spell that had not ended when it was last observed.

    >>> ONGOING, isinstance(ONGOING, Ongoing)
    (ONGOING, True)
    """

    ONGOING = "ongoing"

    def __repr__(self) -> str:
        return "ONGOING"


ONGOING: Final = Ongoing.ONGOING
_PROGRAMMES: Final = {
    item.value.removeprefix("in_"): item for item in Status if item.value.startswith("in_")
}


def check_day(value: object, name: str) -> date:
    """Return ``value`` if it is a plain date from 1850 to 2200.

    Raises
    ------
    BadInput
        If it is not a plain date, or outside those years.
    """
    day = check_date(value, name)
    if not EARLIEST <= day <= LATEST:
        raise BadInput(message("person/unlikely-date", name=name, value=day))
    return day


def _canonical(value: Status | str | Iterable[Status | str]) -> tuple[Status, ...]:
    return tuple(sorted(statuses(value), key=lambda item: item.bit))


@attrs.frozen
class Spell:
    """A stretch of days with one status or several at once; the end is its last day, or :data:`ONGOING`.

    Parameters
    ----------
    start, end
        The first and the last day, both inclusive. ``ONGOING`` is known only up to the end of what was observed.
    status
        A :class:`dualib.Status`, its name, an alias such as ``"openly_unemployed"``, or several.

    Raises
    ------
    BadInput
        If the end is before the start, a date is outside 1850-2200, or the status is not known.

    Examples
    --------
    >>> Spell(date(2015, 1, 10), ONGOING, "openly_unemployed").statuses
    (<Status.REGISTERED_AS_JOBSEEKER: 'registered_as_jobseeker'>, <Status.FULL_TIME_UNEMPLOYED: 'full_time_unemployed'>)
    """

    start: date
    end: date | Ongoing
    statuses: tuple[Status, ...] = attrs.field(alias="status", converter=_canonical)

    def __attrs_post_init__(self) -> None:
        check_day(self.start, "start of the spell")
        if isinstance(self.end, Ongoing):
            return
        if self.end is None:
            raise BadInput(message("person/spell-without-end"))
        check_day(self.end, "end of the spell")
        if self.end < self.start:
            raise BadInput(message("person/spell-ends-early", last=self.end, first=self.start))

    @property
    def mask(self) -> int:
        """The statuses as bits (:attr:`dualib.Status.bit`)."""
        return sum(item.bit for item in self.statuses)

    @property
    def days(self) -> tuple[int, int]:
        """The first and last day as day numbers; an ongoing end is ``NEVER_DAY``."""
        return to_day(self.start), NEVER_DAY if isinstance(self.end, Ongoing) else to_day(self.end)


def Participation(start: date, end: date | Ongoing, programme: str) -> Spell:  # noqa: N802 - reads as the class it makes
    """Return the spell of taking part in a programme, by the programme's name.

    Raises
    ------
    BadInput
        For a programme that is not known; the nearest known one is suggested.

    Examples
    --------
    >>> Participation(date(2015, 3, 1), date(2015, 6, 30), "jobbgaranti").statuses
    (<Status.IN_JOBBGARANTI: 'in_jobbgaranti'>,)
    """
    if programme not in _PROGRAMMES:
        raise BadInput(
            message(
                "person/programme-not-known",
                value=programme,
                names=tuple(sorted(_PROGRAMMES)),
                near=nearest(programme, _PROGRAMMES),
            )
        )
    return Spell(start, end, _PROGRAMMES[programme])


def track_of(value: object) -> Track:
    """Return the track that ``value`` is or names.

    Raises
    ------
    BadInput
        If there is no such track; the nearest is suggested.
    """
    if isinstance(value, Track):
        return value
    if value in [track.value for track in Track]:
        return Track(value)
    raise BadInput(unknown_track(value))


def unknown_track(value: object) -> Message:
    """Return why a value is not a track."""
    codes, words = tuple(track.value for track in Track), tuple(track.words for track in Track)
    near = nearest(value, [*codes, *(word.sv for word in words), *(word.en for word in words)])
    return message("person/track-not-known", value=value, codes=codes, words=words, near=near)


def _pair(value: Any, name: str) -> tuple[date, date]:
    if not isinstance(value, (tuple, list)) or len(value) != 2:
        raise BadInput(message("person/not-a-pair", name=name, value=value))
    first, last = (
        check_day(value[0], f"first day of {name}"),
        check_day(value[1], f"last day of {name}"),
    )
    if last < first:
        raise BadInput(message("person/ends-early", name=name, last=last, first=first))
    return first, last


def _fact_value(name: str, value: Any) -> FactValue:
    about = fact(name)
    return None if is_missing(value) else decode(about, parse(about, value, name))


def _spell_problems(spells: tuple[Spell, ...], born: FactValue) -> list[Problem]:
    if not isinstance(born, date):
        return []
    return [
        Problem("spells", message("person/spell-before-birth", start=spell.start, born=born), row)
        for row, spell in enumerate(spells, start=1)
        if spell.start < born
    ]


def _birth_problems(born: FactValue, as_of: date | None) -> list[Problem]:
    if as_of is None or not isinstance(born, date) or born <= as_of:
        return []
    return [Problem("person", message("person/born-later", name="born", born=born, day=as_of))]


def clashing(statuses: Iterable[Status], day: date, other: int | None) -> Message:
    """Return that statuses cannot hold on the same day, with the other row that it is about."""
    nouns = tuple(status.noun for status in sorted(statuses, key=lambda status: status.bit))
    if other is None:
        return message("person/clash", statuses=nouns, day=day)
    return message("person/clash-with", statuses=nouns, day=day, other=other)


def _contradictions(spells: tuple[Spell, ...]) -> list[Problem]:
    found = []
    for second, later in enumerate(spells):
        for first, earlier in enumerate(spells[: second + 1]):
            (a0, a1), (b0, b1) = earlier.days, later.days
            if max(a0, b0) > min(a1, b1):
                continue
            for clash in EXCLUSIVE:
                both = {*earlier.statuses, *later.statuses}
                if clash <= both and not (
                    first < second and (clash <= {*earlier.statuses} or clash <= {*later.statuses})
                ):
                    day = max(earlier.start, later.start)
                    other = first + 1 if first < second else None
                    found.append(Problem("spells", clashing(clash, day, other), second + 1))
    return found


@attrs.frozen(init=False, hash=False)
class Person:
    """What is known about one person.

    Parameters
    ----------
    spells
        Any number of :class:`Spell`.
    observed
        When the spells were observed: a pair of dates (first and last day, inclusive) for every track, or a mapping
        from :class:`dualib.Track` to such a pair; a track left out was not observed, so its days are unknown.
    as_of
        The day to which the as-of facts refer.
    key
        Any name for the person; not a personnummer.
    contradictions
        ``"raise"`` refuses statuses that cannot hold on one day and a birth after ``as_of``; ``"report"`` keeps them in
        :attr:`contradictions`.
    **facts
        Any of :data:`dualib.vocabulary.facts.FACTS`. None is always unknown; "has none" is False; "never" is ``NEVER``.

    Raises
    ------
    BadInput
        For an unknown fact, a value of the wrong sort, a spell before birth, or spells without ``observed``.

    Examples
    --------
    >>> person = Person(born=date(1996, 2, 29), disability_code=False)
    >>> person.facts["disability_code"], person.facts["sex"]
    (False, None)
    """

    facts: Mapping[str, FactValue]
    spells: tuple[Spell, ...]
    observed: Mapping[Track, tuple[date, date]]
    as_of: date | None
    key: Any
    contradictions: tuple[Problem, ...] = attrs.field(eq=False, repr=False)

    def __init__(
        self,
        spells: Iterable[Spell] = (),
        observed: tuple[date, date] | Mapping[Track, tuple[date, date]] | None = None,
        as_of: date | None = None,
        key: Any = None,
        contradictions: str = "raise",
        **facts: Unpack[Facts],
    ) -> None:
        given = {name: _fact_value(name, value) for name, value in facts.items()}
        whole = {name: given.get(name) for name in FACTS}
        if not isinstance(spells, Iterable):
            raise BadInput(message("person/spells-not-a-list", value=spells))
        listed = tuple(spells)
        for spell in listed:
            if not isinstance(spell, Spell):
                raise BadInput(message("person/not-a-spell", value=spell))
        if observed is None and listed:
            raise BadInput(message("person/observed-missing"))
        check_contradictions(contradictions)
        reference = None if as_of is None else check_day(as_of, "as_of")
        clashes = _birth_problems(whole["born"], reference) + _contradictions(listed)
        problems = _spell_problems(listed, whole["born"]) + (
            clashes if contradictions == "raise" else []
        )
        if problems:
            raise BadData(problems)
        periods = (
            observed
            if isinstance(observed, Mapping)
            else dict.fromkeys(Track, observed)
            if observed
            else {}
        )
        checked = {track_of(track): _pair(pair, "observed") for track, pair in periods.items()}
        _fill(self, whole, listed, checked, reference, key, tuple(clashes))

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how to rebuild the person: a read-only mapping cannot be pickled."""
        return _rebuilt, (
            dict(self.facts),
            self.spells,
            dict(self.observed),
            self.as_of,
            self.key,
            self.contradictions,
        )

    def __hash__(self) -> int:
        return hash(
            (
                tuple(self.facts.values()),
                self.spells,
                tuple(self.observed.items()),
                self.as_of,
                self.key,
            )
        )

    def __repr__(self) -> str:
        parts = [f"{name}={value!r}" for name, value in self.facts.items() if value is not None]
        parts += [f"spells=[{', '.join(map(repr, self.spells))}]"] if self.spells else []
        parts += [f"observed={dict(self.observed)!r}"] if self.observed else []
        parts += [f"as_of={self.as_of!r}"] if self.as_of else []
        parts += [f"key={quoted(self.key)}"] if self.key is not None else []
        return f"Person({', '.join(parts)})"


def _fill(
    person: Person,
    facts: Mapping[str, FactValue],
    spells: tuple[Spell, ...],
    observed: Mapping[Track, tuple[date, date]],
    as_of: date | None,
    key: Any,
    contradictions: tuple[Problem, ...],
) -> None:
    """Give a new person values that were checked."""
    person.__attrs_init__(  # pyright: ignore[reportAttributeAccessIssue] - attrs makes it
        MappingProxyType(facts), spells, MappingProxyType(observed), as_of, key, contradictions
    )


def _rebuilt(*values: Any) -> Person:
    """Rebuild a pickled person without validating it again."""
    person = Person.__new__(Person)
    _fill(person, *values)
    return person


def check_contradictions(value: str) -> None:
    """Raise unless ``value`` is "raise" or "report".

    Raises
    ------
    BadInput
        If it is neither.
    """
    if value not in ("raise", "report"):
        raise BadInput(
            message(
                "ground/not-one-of",
                name="contradictions",
                value=value,
                choices=("raise", "report"),
            )
        )
