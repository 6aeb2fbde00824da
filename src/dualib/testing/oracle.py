"""What every condition means, said a second time: slowly, day by day, with nothing but the calendar.

Nothing here calls the kernel. Ages are found from real birthdays, windows by listing their days, runs by walking back
from the last day. :func:`oracle_verdict` is the oracle of every fast path; with a :class:`Completion` it answers for
one way in which all that is unknown may turn out, and so tells whether an answer is sound and as exact as promised.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final, Protocol

import attrs

from dualib.conditions import Condition
from dualib.conditions.base import All, Always, Any, Not
from dualib.conditions.dates import Age, Happened, Within
from dualib.conditions.day_sets import Both, DaySet, Either, StatusDays, Unbroken, Without
from dualib.conditions.markers import AtEvent, Judgement, Named, NotExpressed
from dualib.conditions.values import AtLeast, Has, OneOf
from dualib.conditions.windows import DaysIn, During, Run, WindowAtom
from dualib.dates import Ends, LeapBirthday, Period
from dualib.errors import BadInput
from dualib.person import Person
from dualib.verdicts import NO, UNKNOWN, YES, Verdict
from dualib.vocabulary.facts import FACTS, NEVER, Change, FactValue, Status

__all__ = [
    "MEANINGS",
    "OF_SETS",
    "ON_DAYS",
    "ON_FACTS",
    "AskedPerson",
    "Completion",
    "Days",
    "OfSets",
    "OnFact",
    "age_on",
    "check_known",
    "counted_days",
    "day_directions",
    "meaning",
    "months_after",
    "oracle_verdict",
    "value_fits",
    "values_near",
]

Days = frozenset[int]
_DAY = timedelta(days=1)


class Completion(Protocol):
    """One way in which what is unknown may turn out."""

    def value(self, name: str, on: date) -> FactValue:
        """Return the value of an unknown fact on a day."""
        ...

    def days(self, status: Status, unknown: Days) -> Days:
        """Return which of the unknown days (proleptic ordinals) have the status."""
        ...

    def told(self, condition: Condition) -> Verdict:
        """Return the answer of a condition that is not expressed."""
        ...


@attrs.define
class AskedPerson:
    """A person, what is assumed, and what the unknowns turn out to be (``None``: they stay unknown).

    ``recorded`` holds the days listed so far, recorded and unknown: they rest on the person alone, so questions about
    one person may share them. ``found`` holds the sets of days made of them and completed.
    """

    person: Person
    assume: Mapping[str, FactValue] = attrs.field(factory=dict)
    assume_unchanged: bool = False
    leap: LeapBirthday = LeapBirthday.FEBRUARY_28
    completion: Completion | None = None
    recorded: dict[tuple[Status, int, int], tuple[Days, Days]] = attrs.field(
        factory=dict, eq=False, repr=False
    )
    found: dict[tuple[DaySet, int, int], tuple[Days, Days]] = attrs.field(
        factory=dict, eq=False, repr=False
    )

    def assuming(self, assume: Mapping[str, FactValue]) -> AskedPerson:
        """Return the same question with other assumptions, which no day rests on."""
        return attrs.evolve(self, assume=assume)

    def completed(self, completion: Completion) -> AskedPerson:
        """Return the same question when the unknowns turn out in one way."""
        return attrs.evolve(self, completion=completion, found={})

    def known(self, name: str, on: date) -> FactValue:
        """Return a fact's value on a day, ``None`` where nobody knows it."""
        value = self.person.facts[name]
        if value is not None and not self.assume_unchanged:
            as_of, change = self.person.as_of, FACTS[name].change
            outdated = change is Change.AS_OF and as_of != on
            # An event that had not happened may have happened since; one that has happened stays so.
            outdated |= change is Change.DATED and value is NEVER and (as_of is None or as_of < on)
            if outdated:
                value = None
        return self.assume.get(name) if value is None else value

    def value(self, name: str, on: date) -> FactValue:
        """Return :meth:`known`, completed where it is unknown."""
        known = self.known(name, on)
        return (
            self.completion.value(name, on)
            if known is None and self.completion is not None
            else known
        )


def age_on(born: date, day: date, leap: LeapBirthday) -> int:
    """Return the age in whole years on a day, from the birthday of that year.

    >>> age_on(date(1996, 2, 29), date(2014, 2, 28), LeapBirthday.FEBRUARY_28)
    18
    """
    try:
        birthday = born.replace(year=day.year)
    except ValueError:
        birthday = (
            date(day.year, 2, 28) if leap is LeapBirthday.FEBRUARY_28 else date(day.year, 3, 1)
        )
    return day.year - born.year - (1 if day < birthday else 0)


def months_after(day: date, count: int) -> date:
    """Return the same day number ``count`` months later (or earlier), or that month's last day.

    >>> months_after(date(2015, 1, 31), 1)
    datetime.date(2015, 2, 28)
    """
    month = day.month + count
    year = day.year
    while month > 12:
        month, year = month - 12, year + 1
    while month < 1:
        month, year = month + 12, year - 1
    for number in range(day.day, 0, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError("every month has a first day")


def _after(day: date, period: Period, sign: int) -> date:
    if period.unit == "days":
        return day + sign * period.count * _DAY
    return months_after(day, sign * period.count)


def _reference(on: date, at: str) -> date:
    if at == "calendar_year":
        return date(on.year, 12, 31)
    if at == "start_of_year":
        return date(on.year, 1, 1)
    if at == "statistics_date":
        return date(on.year + on.month // 12, on.month % 12 + 1, 1) - _DAY
    return on


def value_fits(condition: Condition, value: FactValue, on: date, leap: LeapBirthday) -> bool:
    """Return whether a known value satisfies a condition on one fact when asked about the day ``on``.

    >>> from dualib.conditions import age
    >>> born, on = date(1999, 5, 31), date(2015, 5, 31)
    >>> value_fits(age(16, below=25), born, on, LeapBirthday.FEBRUARY_28)
    True
    """
    check_known(condition)
    return ON_FACTS[type(condition)].fits(condition, value, on, leap)


def values_near(condition: Condition, on: date) -> list[FactValue]:
    """Return values on both sides of every limit that a condition on one fact sets.

    None are returned where the fact has few values, which can all be tried.

    >>> from dualib.conditions import at_least
    >>> values_near(at_least("benefit_days_in_jobbgaranti", 200), date(2015, 5, 31))
    [199, 200, 201]
    """
    check_known(condition)
    return [*ON_FACTS[type(condition)].near(condition, on)]


@attrs.frozen
class OnFact:
    """What a kind of condition on one fact means.

    Attributes
    ----------
    fits
        Given the condition, a known value, the day asked about and the convention of birthdays:
        whether the value satisfies the condition.
    near
        Given the condition and the day asked about: values on both sides of every limit.
    """

    fits: Callable[..., bool]
    near: Callable[..., Iterable[FactValue]]


def _age_fits(condition: Age, value: date, on: date, leap: LeapBirthday) -> bool:
    years = age_on(value, _reference(on, condition.at), leap)
    return condition.lo <= years and (condition.below is None or years < condition.below)


def _within_fits(condition: Within, value: FactValue, on: date, leap: LeapBirthday) -> bool:
    return isinstance(value, date) and value <= on <= _after(value, condition.period, 1)


def _happened_fits(condition: Happened, value: FactValue, on: date, leap: LeapBirthday) -> bool:
    return (
        isinstance(value, date)
        and value <= on
        and (condition.first is None or condition.first <= value)
        and (condition.last is None or value <= condition.last)
    )


def _around(days: Iterable[date], reach: int) -> list[FactValue]:
    return [day + step * _DAY for day in days for step in range(-reach, reach + 1)]


def _near_ages(condition: Age, on: date) -> list[FactValue]:
    lo, below = condition.lo, condition.below
    found = [(on, lo), (date(on.year, 12, 31), lo)]
    if below is not None:
        found += [(on, below), (date(on.year, 1, 1), below)]
    month_end = _reference(on, "statistics_date")
    found += [(month_end, years) for years in (lo, below) if years is not None]
    return _around([months_after(day, -12 * years) for day, years in found], 2)


def _near_period(condition: Within, on: date) -> list[FactValue]:
    return [*_around([_after(on, condition.period, -1)], 4), *_around([on], 1)]


def _near_days(condition: Happened, on: date) -> list[FactValue]:
    return _around([day for day in (condition.first, condition.last, on) if day is not None], 1)


def _near_count(condition: AtLeast, on: date) -> list[FactValue]:
    return [condition.count - 1, condition.count, condition.count + 1]


#: The kinds of conditions on one fact.
ON_FACTS: Final[dict[type[Condition], OnFact]] = {
    Age: OnFact(_age_fits, _near_ages),
    Within: OnFact(_within_fits, _near_period),
    Happened: OnFact(_happened_fits, _near_days),
    Has: OnFact(lambda condition, value, on, leap: value is not False, lambda condition, on: ()),
    OneOf: OnFact(
        lambda condition, value, on, leap: value in condition.values,
        lambda condition, on: condition.values,
    ),
    AtLeast: OnFact(lambda condition, value, on, leap: value >= condition.count, _near_count),
}


@attrs.frozen
class _Calendar:
    """The days looked at: all from ``first`` to ``last``; before ``first`` nothing was recorded or observed."""

    asked: AskedPerson
    first: int
    last: int

    def _days(self, first: date, last: date) -> range:
        """Return the days from one to another, both inclusive, that are looked at."""
        return range(max(self.first, first.toordinal()), min(self.last, last.toordinal()) + 1)

    def recorded(self, status: Status) -> tuple[Days, Days]:
        """Return the days recorded with a status, and those of which nobody knows."""
        key = status, self.first, self.last
        if key not in self.asked.recorded:
            seen = self.asked.person.observed.get(status.track)
            certain: set[int] = set()
            for spell in self.asked.person.spells:
                if status in spell.statuses:
                    end = spell.end
                    if not isinstance(end, date):
                        end = spell.start if seen is None else max(spell.start, seen[1])
                    certain.update(self._days(spell.start, end))
            unknown = set(range(self.first, self.last + 1)) - certain
            unknown.difference_update(() if seen is None else self._days(*seen))
            self.asked.recorded[key] = frozenset(certain), frozenset(unknown)
        return self.asked.recorded[key]

    def status(self, status: Status) -> tuple[Days, Days]:
        """Return the days that certainly, and possibly, have a status."""
        certain, unknown = self.recorded(status)
        if self.asked.completion is not None:
            certain |= self.asked.completion.days(status, unknown)
            return certain, certain
        return certain, certain | unknown

    def days(self, of: DaySet) -> tuple[Days, Days]:
        """Return the days that certainly, and possibly, belong to a set of days."""
        key = of, self.first, self.last
        if key not in self.asked.found:
            self.asked.found[key] = self._find(of)
        return self.asked.found[key]

    def _find(self, of: DaySet) -> tuple[Days, Days]:
        if isinstance(of, StatusDays):
            found = [self.status(status) for status in of.statuses]
            return frozenset().union(*(low for low, _ in found)), frozenset().union(
                *(high for _, high in found)
            )
        return _kind_of(of).days(of, *map(self.days, of.parts))


def _long_runs(days: Days, at_least: int) -> Days:
    kept: set[int] = set()
    for day in days:
        if day - 1 not in days:
            run = [day]
            while run[-1] + 1 in days:
                run.append(run[-1] + 1)
            if len(run) >= at_least:
                kept.update(run)
    return frozenset(kept)


@attrs.frozen
class OfSets:
    """What a kind of set of days that is made of others means.

    Attributes
    ----------
    days
        Given the set, and for each set that it is made of the days certainly and possibly in that
        one: the days certainly and possibly in it.
    takes_away
        For each set that it is made of, whether more days there mean fewer days here.
    reach
        Given the set: how many days off a day may lie that decides whether another is in the set.
    """

    days: Callable[..., tuple[Days, Days]]
    takes_away: tuple[bool, ...]
    reach: Callable[..., int] = lambda of: 0


#: The kinds of sets of days that are made of others.
OF_SETS: Final[dict[type[DaySet], OfSets]] = {
    Both: OfSets(lambda of, one, two: (one[0] & two[0], one[1] & two[1]), (False, False)),
    Either: OfSets(lambda of, one, two: (one[0] | two[0], one[1] | two[1]), (False, False)),
    Without: OfSets(lambda of, one, two: (one[0] - two[1], one[1] - two[0]), (False, True)),
    Unbroken: OfSets(
        lambda of, inner: (_long_runs(inner[0], of.at_least), _long_runs(inner[1], of.at_least)),
        (False,),
        lambda of: of.at_least,
    ),
}


def _kind_of(of: DaySet) -> OfSets:
    if type(of) not in OF_SETS:
        raise BadInput(
            f"the oracle knows no meaning of {type(of).__name__}: expected sets of days of "
            "dualib.conditions only, since one of another kind has nothing to be held against"
        )
    return OF_SETS[type(of)]


def day_directions(of: DaySet, positive: bool) -> Iterator[tuple[Status, bool]]:
    """Yield each status of a set of days, and whether more of its days mean more days in the set.

    >>> from dualib.conditions import days
    >>> [more for _, more in day_directions(days("in_kaa") - days("sfi"), True)]
    [True, False]
    """
    if isinstance(of, StatusDays):
        yield from ((status, positive) for status in of.statuses)
    else:
        for part, taken in zip(of.parts, _kind_of(of).takes_away, strict=True):
            yield from day_directions(part, positive is not taken)


def _reach(of: DaySet) -> int:
    return max(
        0 if isinstance(part, StatusDays) else _kind_of(part).reach(part) for part in of.walk()
    )


def _window(condition: DaysIn | Run, on: date) -> tuple[date, date]:
    last = on if condition.window.ends is Ends.ON else on - _DAY
    return _after(last, condition.window.length, -1) + _DAY, last


def _window_of_run(condition: Run, on: date) -> tuple[date, date, int]:
    """Walk back to the latest first day from which the run is long enough when its last day has passed."""
    _, last = _window(condition, on)
    after = last + _DAY
    first = _after(after, condition.window.length, -1) + 4 * _DAY
    while _after(first, condition.window.length, 1) > after:
        first -= _DAY
    return first, last, (last - first).days + 1


#: The kinds of counts of days: given the condition and the day asked about, the first and the last
#: day of its window (both inclusive), and how many days it asks for.
ON_DAYS: Final[dict[type[Condition], Callable[..., tuple[date, date, int]]]] = {
    DaysIn: lambda condition, on: (*_window(condition, on), condition.at_least),
    Run: _window_of_run,
    During: lambda condition, on: (on, on, 1),
}


def counted_days(condition: Condition, on: date) -> tuple[date, date, int] | None:
    """Return the window of a count of days, and the number needed; None of another condition.

    >>> from dualib.conditions import during, has
    >>> on = date(2015, 5, 31)
    >>> counted_days(during("in_kaa"), on)[2], counted_days(has("newly_arrived"), on)
    (1, None)
    """
    find = ON_DAYS.get(type(condition))
    return None if find is None else find(condition, on)


def _counted(condition: WindowAtom, asked: AskedPerson, on: date) -> Verdict:
    first, last, needed = ON_DAYS[type(condition)](condition, on)
    length = (last - first).days + 1
    skipping, most = condition.skipping, condition.most_skipped
    margin = max(_reach(part) for part in (condition.days, skipping) if part is not None)
    # Before the earliest day that anything is known of, all days are alike.
    landmarks = [first, *(spell.start for spell in asked.person.spells)]
    landmarks += [
        day for pair in asked.person.observed.values() for day in (pair[0], pair[1] + _DAY)
    ]
    landmarks += [spell.end + _DAY for spell in asked.person.spells if isinstance(spell.end, date)]
    earliest = first if skipping is None else min(landmarks)
    calendar = _Calendar(asked, earliest.toordinal() - margin - 1, last.toordinal() + margin + 1)
    taken = calendar.days(condition.days)
    passed = (frozenset(), frozenset()) if skipping is None else calendar.days(skipping)
    outcomes = []
    for counted, skipped in zip(taken, passed, strict=True):
        count = spent = free = 0
        day = last.toordinal()
        # Walk back from the last day until the window is used up; a day passed over does not use it.
        while spent < length and day >= earliest.toordinal() - 1:
            if day in counted:
                count, spent = count + 1, spent + 1
            elif day in skipped and (most is None or free < most):
                free += 1
            else:
                spent += 1
            day -= 1
        if spent < length and day + 1 in counted:
            count += length - spent  # all earlier days are as this one
        outcomes.append(count >= needed)
    certain, possible = outcomes
    return YES if certain else UNKNOWN if possible else NO


def _all(condition: All, asked: AskedPerson, on: date) -> Verdict:
    least = YES
    for part in condition.parts:
        least = min(least, meaning(part, asked, on))
        if least is NO:  # whatever the other parts answer
            break
    return least


def _any(condition: Any, asked: AskedPerson, on: date) -> Verdict:
    most = NO
    for part in condition.parts:
        most = max(most, meaning(part, asked, on))
        if most is YES:
            break
    return most


def _not(condition: Not, asked: AskedPerson, on: date) -> Verdict:
    return {YES: NO, NO: YES, UNKNOWN: UNKNOWN}[meaning(condition.part, asked, on)]


def _at_event(condition: AtEvent, asked: AskedPerson, on: date) -> Verdict:
    event = asked.value(condition.event, on)
    if event is None:
        return UNKNOWN
    if not isinstance(event, date) or event > on:
        return NO
    return meaning(condition.condition, asked, event)


def _fact(condition: Condition, asked: AskedPerson, on: date) -> Verdict:
    (name,) = condition.reads
    value = asked.value(name, on)
    return UNKNOWN if value is None else YES if value_fits(condition, value, on, asked.leap) else NO


def _not_expressed(condition: NotExpressed, asked: AskedPerson, on: date) -> Verdict:
    return UNKNOWN if asked.completion is None else asked.completion.told(condition)


#: What every kind of condition answers, given the person asked about and the day.
MEANINGS: Final[dict[type[Condition], Callable[..., Verdict]]] = {
    All: _all,
    Any: _any,
    Not: _not,
    Named: lambda condition, asked, on: meaning(condition.condition, asked, on),
    AtEvent: _at_event,
    Always: lambda condition, asked, on: YES,
    Judgement: lambda condition, asked, on: YES,
    NotExpressed: _not_expressed,
    **dict.fromkeys(ON_DAYS, _counted),
    **dict.fromkeys(ON_FACTS, _fact),
}


def check_known(condition: Condition) -> None:
    """Refuse a condition with a part of a kind that the oracle does not know.

    Raises
    ------
    BadInput
        If there is one, such as a class of one's own.

    Examples
    --------
    >>> check_known(Always() & ~Always())
    """
    for part in condition.walk():
        if type(part) not in MEANINGS:
            raise BadInput(
                f"the oracle knows no meaning of {type(part).__name__}: expected conditions of "
                "dualib.conditions only, since one of another kind has nothing to be held against"
            )


def meaning(condition: Condition, asked: AskedPerson, on: date) -> Verdict:
    """Return what a condition answers on a day, node by node.

    Raises
    ------
    BadInput
        If the oracle knows no meaning of such a condition.
    """
    if type(condition) not in MEANINGS:
        check_known(condition)
    return MEANINGS[type(condition)](condition, asked, on)


def oracle_verdict(
    condition: Condition,
    person: Person,
    on: date,
    *,
    assume: Mapping[str, FactValue] | None = None,
    assume_unchanged: bool = False,
    leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
    completion: Completion | None = None,
) -> Verdict:
    """Answer a condition for one person by going through the days one by one.

    Without a completion the answer is that of Kleene's logic, node by node, with no case split.

    Raises
    ------
    BadInput
        For a kind of condition whose meaning is not told here.

    Examples
    --------
    >>> from dualib.conditions import age
    >>> oracle_verdict(age(16, below=25), Person(born=date(1999, 6, 1)), date(2015, 5, 31))
    <Verdict.NO: -1>
    """
    return meaning(
        condition, AskedPerson(person, assume or {}, assume_unchanged, leap, completion), on
    )
