"""One person asked about one day: what is known of the facts and of the days, and on what assumptions."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date
from typing import Protocol

import attrs

from dualib.conditions.spans import FIRST_DAY, LAST_DAY, Spans, complement, union
from dualib.dates import NEVER_DAY, LeapBirthday, check_leap_birthday, from_day, to_day
from dualib.errors import BadInput
from dualib.messages import message
from dualib.person.person import Person
from dualib.person.values import decode, is_missing, parse
from dualib.verdicts import Verdict
from dualib.vocabulary.facts import FACTS, NEVER, Change, FactValue, Kind, Status, Track, fact

__all__ = [
    "Assumption",
    "Case",
    "SetOfDays",
    "check_leap",
    "check_switch",
    "checked_assumptions",
    "decoded",
    "encoded",
]


def encoded(name: str, value: FactValue) -> int | str | None:
    """Return a fact's value as conditions compare it: days as numbers, yes/no as 1 and -1, no code as 0.

    >>> encoded("disability_code", False), encoded("school_duty_done", True), encoded("born", None)
    (0, 1, None)
    """
    if value is None:
        return None
    kind = FACTS[name].kind
    if kind is Kind.DATE:
        if value is NEVER:
            return NEVER_DAY
        assert isinstance(value, date)
        return to_day(value)
    if kind is Kind.YES_NO:
        return 1 if value else -1
    if kind is Kind.CODE and value is False:
        return 0
    assert isinstance(value, (int, str))
    return value


def decoded(name: str, value: int | str | None) -> FactValue:
    """Return what :func:`encoded` was given.

    >>> decoded("born", 0)
    datetime.date(1970, 1, 1)
    """
    if value is None or isinstance(value, str):
        return value
    kind = FACTS[name].kind
    if kind is Kind.DATE:
        return NEVER if value == NEVER_DAY else from_day(value)
    if kind is Kind.YES_NO:
        return value > 0
    return False if kind is Kind.CODE and value == 0 else value


@attrs.frozen
class Assumption:
    """Something an answer rests on that nobody knows: a fact assumed, or taken to be unchanged since another day.

    >>> from dualib import programmes
    >>> from dualib.person import Person
    >>> person = Person(born=date(1996, 2, 29))
    >>> day = date(2015, 5, 31)
    >>> decision = programmes.kaa.decide(person, on=day, assume={"school_duty_done": True})
    >>> decision.assumptions
    (Assumption(kind='assumed', name='school_duty_done', value=True, day=None),)
    """

    kind: str
    name: str
    value: FactValue = None
    day: date | None = None


def check_leap(instance: object, attribute: object, value: object) -> None:
    """Refuse what is not a :class:`LeapBirthday`: its name as text would be read as the other day.

    Raises
    ------
    BadInput
        If it is none.
    """
    check_leap_birthday(value)


def check_switch(instance: object, attribute: attrs.Attribute[bool], value: object) -> None:
    """Refuse a switch that is neither on nor off: a text such as ``"no"`` would count as on.

    Raises
    ------
    BadInput
        If it is neither True nor False.
    """
    if not isinstance(value, bool):
        raise BadInput(message("conditions/not-true-or-false", name=attribute.name, value=value))


class SetOfDays(Hashable, Protocol):
    """A set of days that can say which days of a person it holds."""

    def spans(self, case: Case) -> tuple[Spans, Spans]:
        """Return the days that certainly, and those that possibly, belong to the set."""
        ...


@attrs.define
class Case:
    """A person, a day, and what is assumed.

    ``values`` and ``filled`` change what is known, to try out other answers: ``values`` gives facts other values,
    ``filled`` says for a status that all unknown days have it (True) or none (False), and ``forced`` says so for
    every day; ``counted`` gives counts of days other answers, each for the day it is asked about. ``horizon``
    continues what was observed, and ongoing spells with it, up to that day.

    >>> from dualib.conditions import age
    >>> from dualib.dates import to_day
    >>> from dualib.person import Person
    >>> age(16).answer(Case(Person(born=date(1996, 2, 29)), to_day(date(2015, 5, 31))))
    <Verdict.YES: 1>
    """

    person: Person
    on: int
    assume: Mapping[str, FactValue] = attrs.field(factory=dict)
    assume_unchanged: bool = attrs.field(default=False, validator=check_switch)
    leap: LeapBirthday = attrs.field(default=LeapBirthday.FEBRUARY_28, validator=check_leap)
    horizon: int | None = None
    values: Mapping[str, int | str | None] = attrs.field(factory=dict)
    filled: Mapping[Status, bool] = attrs.field(factory=dict)
    forced: Mapping[Status, bool] = attrs.field(factory=dict)
    counted: Mapping[tuple[Hashable, int], Verdict] = attrs.field(factory=dict)
    used: dict[tuple[str, str], Assumption] = attrs.field(factory=dict)
    _recorded: dict[Status, tuple[Spans, Spans]] = attrs.field(factory=dict, init=False)
    _days: dict[Status, tuple[Spans, Spans]] = attrs.field(factory=dict, init=False)
    _sets: dict[Hashable, tuple[Spans, Spans]] = attrs.field(factory=dict, init=False)
    #: Answers of counts of days, each for the day it is asked about; facts tried out do not change them.
    answered: dict[tuple[Hashable, int], Verdict] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )

    def at(self, day: int) -> Case:
        """Return the same question about another day."""
        return self._sharing(attrs.evolve(self, on=day), days=True)

    def _sharing(self, other: Case, *, days: bool) -> Case:
        """Let another question about the person use what was found of the days, which rests on no day asked about."""
        other._recorded = self._recorded
        if days:
            other._days, other._sets, other.answered = self._days, self._sets, self.answered
        return other

    def changed(
        self,
        values: Mapping[str, int | str | None] | None = None,
        filled: Mapping[Status, bool] | None = None,
        forced: Mapping[Status, bool] | None = None,
    ) -> Case:
        """Return the question with something known otherwise; assumptions made there are not recorded here."""
        other = attrs.evolve(
            self,
            values={**self.values, **(values or {})},
            filled={**self.filled, **(filled or {})},
            forced={**self.forced, **(forced or {})},
            used={},
        )
        return self._sharing(other, days=not filled and not forced)

    def value(self, name: str) -> int | str | None:
        """Return the fact's value on the day asked about, ``None`` when it is unknown there."""
        if name in self.values:
            return self.values[name]
        known = self.person.facts.get(name)
        if known is not None and not self._holds(name, known):
            known = None
        if known is None and name in self.assume:
            known = self.assume[name]
            self.used["assumed", name] = Assumption("assumed", name, known)
        return encoded(name, known)

    def _holds(self, name: str, known: FactValue) -> bool:
        """Whether what is known holds on the day asked about."""
        change = FACTS[name].change
        if change is Change.CONSTANT or (change is Change.DATED and known is not NEVER):
            return True
        as_of = None if self.person.as_of is None else to_day(self.person.as_of)
        if as_of == self.on or (change is Change.DATED and as_of is not None and self.on < as_of):
            return True
        if self.assume_unchanged:
            self.used["unchanged", name] = Assumption("unchanged", name, known, self.person.as_of)
        return self.assume_unchanged

    def observed(self, track: Track) -> tuple[int, int] | None:
        """Return the first and last observed day of a track, ``None`` if it was not observed."""
        pair = self.person.observed.get(track)
        if pair is None:
            return None
        last = to_day(pair[1])
        if self.horizon is not None and self.horizon > last:
            last = self.horizon
        return to_day(pair[0]), last

    def days(self, status: Status) -> tuple[Spans, Spans]:
        """Return the days on which the person certainly, and possibly, had the status."""
        if status not in self._days:
            self._days[status] = self._find_days(status)
        return self._days[status]

    def spans(self, of: SetOfDays) -> tuple[Spans, Spans]:
        """Return the days that certainly, and those that possibly, belong to a set of days."""
        if of not in self._sets:
            self._sets[of] = of.spans(self)
        return self._sets[of]

    def _find_days(self, status: Status) -> tuple[Spans, Spans]:
        if status in self.forced:
            days: Spans = ((FIRST_DAY, LAST_DAY),) if self.forced[status] else ()
            return days, days
        if status not in self._recorded:
            self._recorded[status] = self._find_recorded(status)
        certain, possible = self._recorded[status]
        if status in self.filled:
            days = possible if self.filled[status] else certain
            return days, days
        return certain, possible

    def _find_recorded(self, status: Status) -> tuple[Spans, Spans]:
        observed = self.observed(status.track)
        recorded = []
        for spell in self.person.spells:
            if spell.mask & status.bit:
                first = to_day(spell.start)
                if isinstance(spell.end, date):
                    last = to_day(spell.end)
                else:
                    last = first if observed is None else max(first, observed[1])
                recorded.append((first, last))
        certain = union(recorded)
        unseen: Spans = ((FIRST_DAY, LAST_DAY),) if observed is None else complement((observed,))
        return certain, union([*certain, *unseen])


def checked_assumptions(assume: Mapping[str, FactValue] | None) -> dict[str, FactValue]:
    """Return the assumptions if each names a fact and gives it a value that a person could have; words are read alike.

    Raises
    ------
    BadInput
        If ``assume`` is not a mapping, a name is not a fact, or a person could not have a value.

    Examples
    --------
    >>> checked_assumptions({"sex": "kvinna"})
    {'sex': 'woman'}
    """
    if assume is not None and not isinstance(assume, Mapping):
        raise BadInput(message("conditions/assume-not-a-mapping", value=assume))
    result: dict[str, FactValue] = {}
    for name, value in (assume or {}).items():
        about = fact(name)
        if is_missing(value):
            raise BadInput(
                message("conditions/assume-nothing", name=name, value=value, kind=about.kind.words)
            )
        result[name] = decode(about, parse(about, value, f"assume[{name!r}]"))
    return result
