"""Sets of days: the days of a status, and what is made of them with ``&``, ``|`` and ``-`` on the days themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

import attrs

from dualib.conditions.case import Case
from dualib.conditions.spans import Spans, intersection, runs_of, subtraction, union
from dualib.dates import check_count
from dualib.errors import BadInput
from dualib.messages import message
from dualib.vocabulary.facts import Status, statuses

__all__ = ["Both", "DaySet", "Either", "StatusDays", "Unbroken", "Without", "days", "unbroken"]


class DaySet:
    """A set of days of a person, certain and possible. Combine with ``&``, ``|`` and ``-``: day by day.

    >>> from dualib.conditions import during
    >>> unemployed = days("full_time_unemployed") & days("registered_as_jobseeker")
    >>> isinstance(unemployed, DaySet), during(unemployed) == during(unemployed)
    (True, True)
    """

    __slots__ = ()

    @property
    def parts(self) -> tuple[DaySet, ...]:
        """The sets that this one is made of."""
        return ()

    def walk(self) -> Iterator[DaySet]:
        """Yield this set and all that it is made of, depth first."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def spans(self, case: Case) -> tuple[Spans, Spans]:
        """Return the days that certainly, and those that possibly, belong to the set."""
        raise NotImplementedError

    def directions(self, positive: bool = True) -> Sequence[tuple[Status, bool]]:
        """Return each status with the direction it works in: more of its days mean more days here, or fewer."""
        raise NotImplementedError

    def example(self) -> tuple[Status, ...]:
        """Return statuses that together, on one day and if need be on many, put it in the set."""
        raise NotImplementedError

    def named(self) -> Iterator[StatusDays]:
        """Yield the sets of days of statuses that this one is made of."""
        return (part for part in self.walk() if isinstance(part, StatusDays))

    def __and__(self, other: DaySet) -> DaySet:
        return Both(self, other)

    def __or__(self, other: DaySet) -> DaySet:
        return Either(self, other)

    def __sub__(self, other: DaySet) -> DaySet:
        return Without(self, other)

    def __bool__(self) -> bool:
        raise BadInput(message("conditions/days-without-truth-value"))


@attrs.frozen(cache_hash=True)
class StatusDays(DaySet):
    """The days with any of the statuses."""

    statuses: tuple[Status, ...]

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.statuses, tuple) or not self.statuses:
            raise BadInput(message("conditions/statuses-not-a-tuple", value=self.statuses))
        for status in self.statuses:
            if not isinstance(status, Status):
                raise BadInput(message("conditions/not-a-status", value=status))

    def spans(self, case: Case) -> tuple[Spans, Spans]:
        """The recorded days, and with them the days that were not observed."""
        if len(self.statuses) == 1:
            return case.days(self.statuses[0])
        found = [case.days(status) for status in self.statuses]
        return union(span for certain, _ in found for span in certain), union(
            span for _, possible in found for span in possible
        )

    def example(self) -> tuple[Status, ...]:
        """Return the first of them."""
        return self.statuses[:1]

    def directions(self, positive: bool = True) -> Sequence[tuple[Status, bool]]:
        """More days of a status, more days here."""
        return [(status, positive) for status in self.statuses]


@attrs.frozen(cache_hash=True)
class _Pair(DaySet):
    """Two sets made one, day by day; ``sign`` is written between them."""

    sign: ClassVar[str] = ""

    one: DaySet
    other: DaySet

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.one, DaySet):
            raise BadInput(message("conditions/days-left", value=self.one, sign=self.sign))
        if not isinstance(self.other, DaySet):
            raise BadInput(message("conditions/days-right", value=self.other, sign=self.sign))

    @property
    def parts(self) -> tuple[DaySet, ...]:
        """The two sets."""
        return self.one, self.other

    def example(self) -> tuple[Status, ...]:
        """Return that of the first set."""
        return self.one.example()

    def directions(self, positive: bool = True) -> Sequence[tuple[Status, bool]]:
        """As in the parts."""
        return [*self.one.directions(positive), *self.other.directions(positive)]


@attrs.frozen(cache_hash=True)
class Both(_Pair):
    """The days in both sets."""

    sign: ClassVar[str] = "&"

    def example(self) -> tuple[Status, ...]:
        """Return those of both sets together."""
        return tuple(dict.fromkeys((*self.one.example(), *self.other.example())))

    def spans(self, case: Case) -> tuple[Spans, Spans]:
        """Intersect."""
        (certain, possible), (certain2, possible2) = case.spans(self.one), case.spans(self.other)
        return intersection(certain, certain2), intersection(possible, possible2)


@attrs.frozen(cache_hash=True)
class Either(_Pair):
    """The days in at least one of the sets."""

    sign: ClassVar[str] = "|"

    def spans(self, case: Case) -> tuple[Spans, Spans]:
        """Unite."""
        (certain, possible), (certain2, possible2) = case.spans(self.one), case.spans(self.other)
        return union([*certain, *certain2]), union([*possible, *possible2])


@attrs.frozen(cache_hash=True)
class Without(_Pair):
    """The days in the first set that are not in the second."""

    sign: ClassVar[str] = "-"

    def spans(self, case: Case) -> tuple[Spans, Spans]:
        """Take away: certain is what is certainly in the first and surely not in the second."""
        (certain, possible), (certain2, possible2) = case.spans(self.one), case.spans(self.other)
        return subtraction(certain, possible2), subtraction(possible, certain2)

    def directions(self, positive: bool = True) -> Sequence[tuple[Status, bool]]:
        """The second set works the other way."""
        return [*self.one.directions(positive), *self.other.directions(not positive)]


@attrs.frozen(cache_hash=True)
class Unbroken(DaySet):
    """The days that belong to an unbroken run of at least ``at_least`` days."""

    inner: DaySet
    at_least: int

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.inner, DaySet):
            raise BadInput(message("conditions/not-days", name="inner", value=self.inner))
        check_count(self.at_least, "at_least", least=1)

    @property
    def parts(self) -> tuple[DaySet, ...]:
        """The set whose runs are looked at."""
        return (self.inner,)

    def spans(self, case: Case) -> tuple[Spans, Spans]:
        """Keep the long runs."""
        certain, possible = case.spans(self.inner)
        return runs_of(certain, self.at_least), runs_of(possible, self.at_least)

    def example(self) -> tuple[Status, ...]:
        """Return that of the days inside."""
        return self.inner.example()

    def directions(self, positive: bool = True) -> Sequence[tuple[Status, bool]]:
        """As inside."""
        return self.inner.directions(positive)


def days(*names: Status | str) -> DaySet:
    """Return the days on which a person has any of the statuses.

    Raises
    ------
    BadInput
        For a name that is not a status; the nearest is suggested.

    Examples
    --------
    >>> both = days("full_time_unemployed") & days("registered_as_jobseeker")
    >>> [status.value for status, _ in both.directions()]
    ['full_time_unemployed', 'registered_as_jobseeker']
    """
    return StatusDays(statuses(names))


def unbroken(inner: DaySet, *, at_least: int) -> DaySet:
    """Return the days of ``inner`` that belong to an unbroken run of at least ``at_least`` days.

    Raises
    ------
    BadInput
        If ``inner`` is not a set of days, or ``at_least`` not a whole number of at least 1.

    Examples
    --------
    >>> unbroken(days("full_time_sick"), at_least=30).at_least
    30
    """
    return Unbroken(inner, at_least)
