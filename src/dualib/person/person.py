"""One person: facts, spells, and what was observed when."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Unpack

import attrs

from dualib.dates import NEVER_DAY, check_date, to_day
from dualib.errors import BadData, BadInput, Problem, suggestion
from dualib.person.values import EARLIEST, LATEST, Fault, decode, is_missing, parse, shown
from dualib.vocabulary.facts import (
    EXCLUSIVE,
    FACTS,
    Facts,
    FactValue,
    Status,
    Track,
    statuses,
)

__all__ = [
    "check_contradictions",
    "check_day",
    "track_of",
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
        If it is no plain date, or outside those years.
    """
    day = check_date(value, name)
    if not EARLIEST <= day <= LATEST:
        raise BadInput(f"{name} is {day}: expected a date from 1850 to 2200")
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
            raise BadInput(
                "end of the spell is None: expected a date, or ONGOING if it has not ended"
            )
        check_day(self.end, "end of the spell")
        if self.end < self.start:
            raise BadInput(
                f"the spell ends {self.end}, before it starts {self.start}: the end is its last day"
            )

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
            f"programme {programme!r} is not known: expected one of {', '.join(sorted(_PROGRAMMES))}."
            f"{suggestion(str(programme), _PROGRAMMES)}"
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
    names = [track.value for track in Track]
    if value in names:
        return Track(value)
    raise BadInput(
        f"track {value!r} is not known: expected one of {', '.join(names)}.{suggestion(str(value), names)}"
    )


def _pair(value: Any, name: str) -> tuple[date, date]:
    if not isinstance(value, (tuple, list)) or len(value) != 2:
        raise BadInput(
            f"{name} is {value!r}: expected a pair of dates, the first and the last day observed"
        )
    first, last = (
        check_day(value[0], f"first day of {name}"),
        check_day(value[1], f"last day of {name}"),
    )
    if last < first:
        raise BadInput(f"{name} ends {last}, before it starts {first}")
    return first, last


def _fact_value(name: str, value: Any) -> FactValue:
    if name not in FACTS:
        raise BadInput(
            f"fact {name!r} is not known: expected one of {', '.join(FACTS)}.{suggestion(name, FACTS)}"
        )
    if is_missing(value):
        return None
    try:
        return decode(FACTS[name], parse(FACTS[name], value))
    except Fault as fault:
        raise BadInput(f"{name}: {fault}") from None


def _spell_problems(spells: tuple[Spell, ...], born: FactValue) -> list[Problem]:
    if not isinstance(born, date):
        return []
    return [
        Problem("spells", f"starts {spell.start}, before the person was born {born}", row)
        for row, spell in enumerate(spells, start=1)
        if spell.start < born
    ]


def _birth_problems(born: FactValue, as_of: date | None) -> list[Problem]:
    if as_of is None or not isinstance(born, date) or born <= as_of:
        return []
    return [
        Problem(
            "person",
            f"born {born} is after {as_of}, the day that the facts refer to: expected a birth before as_of",
        )
    ]


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
                    names = " and ".join(
                        item.value for item in sorted(clash, key=lambda item: item.bit)
                    )
                    day = max(earlier.start, later.start)
                    also = f" (with row {first + 1})" if first < second else ""
                    found.append(
                        Problem("spells", f"{names} on the same day, first {day}{also}", second + 1)
                    )
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
            raise BadInput(
                f"spells is {spells!r}: expected a list, such as [Spell(start, end, status)]"
            )
        listed = tuple(spells)
        for spell in listed:
            if not isinstance(spell, Spell):
                raise BadInput(f"spells holds {spell!r}: expected Spell(start, end, status)")
        if observed is None and listed:
            raise BadInput(
                "observed is missing: spells say nothing about the other days unless the observed period is stated; "
                "write observed=(first, last), or observed={} if nothing was observed beyond the spells"
            )
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
        parts += [f"key={shown(self.key)}"] if self.key is not None else []
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
        raise BadInput(f"contradictions is {value!r}: expected 'raise' or 'report'")
