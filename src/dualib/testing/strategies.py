"""Hypothesis strategies: persons, spells, registers, days, conditions and rules, near the days where answers change.

Hypothesis is an optional library: ``pip install hypothesis``.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import attrs

from dualib.conditions import (
    Condition,
    DaySet,
    age,
    at_event,
    at_least,
    before,
    days,
    days_in,
    during,
    happened,
    has,
    judgement,
    named,
    not_expressed,
    on_or_after,
    one_of,
    run,
    unbroken,
    within,
)
from dualib.conditions.base import Always
from dualib.dates import Ends, Period, last_days, last_months
from dualib.errors import MissingExtraError
from dualib.language import Text
from dualib.person import ONGOING, Person, Spell
from dualib.register import Register
from dualib.rules.rule import Rule, Version
from dualib.sources import Citation, Confidence
from dualib.testing.made_up import made_up_person
from dualib.vocabulary.facts import DISABILITY_CODES, Status

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

__all__ = ["conditions", "day_sets", "days_near", "persons", "registers", "rules", "spells"]

_DAY: Final = timedelta(days=1)
_ON: Final = date(2016, 2, 29)
_STATUSES: Final = (
    Status.FULL_TIME_UNEMPLOYED,
    Status.REGISTERED_AS_JOBSEEKER,
    Status.PART_TIME,
    Status.FULL_TIME_SICK,
)


def _hypothesis() -> Any:
    """Return the module of Hypothesis's strategies."""
    try:
        return importlib.import_module("hypothesis.strategies")
    except ImportError:
        raise MissingExtraError(
            "the strategies of dualib.testing need Hypothesis: install it with pip install hypothesis"
        ) from None


@attrs.frozen
class _Drawn:
    """Choices made by Hypothesis, so that it can shrink them."""

    draw: Callable[[Any], int]

    def number(self, least: int, most: int) -> int:
        """Return a whole number from ``least`` to ``most``, both inclusive."""
        return self.draw(_hypothesis().integers(least, most))


def days_near(*landmarks: date, reach: int = 2) -> SearchStrategy[date]:
    """Return a strategy of days at most ``reach`` days from a landmark; month ends and leap days without any.

    >>> days_near(date(2015, 5, 31), reach=0).is_empty
    False
    """
    st = _hypothesis()
    usual = [
        date(year, *day)
        for year in (2015, 2016, 2017)
        for day in ((2, 28), (3, 1), (5, 31), (12, 31))
    ]
    chosen = list(landmarks) or [*usual, date(2016, 2, 29)]
    found: SearchStrategy[date] = st.builds(
        lambda day, step: day + step * _DAY, st.sampled_from(chosen), st.integers(-reach, reach)
    )
    return found


def spells(on: date = _ON) -> SearchStrategy[Spell]:
    """Return a strategy of spells that begin within a year and a half before a day, some of them ongoing.

    >>> spells().filter(lambda spell: spell.end is ONGOING).is_empty
    False
    """
    st = _hypothesis()

    def made(start: int, length: int, ongoing: bool, statuses: frozenset[Status]) -> Spell:
        first = on - start * _DAY
        return Spell(first, ONGOING if ongoing else first + length * _DAY, statuses)

    held = st.frozensets(st.sampled_from(_STATUSES), min_size=1, max_size=2)
    found: SearchStrategy[Spell] = st.builds(
        made, st.integers(-5, 550), st.integers(0, 400), st.booleans(), held
    )
    return found


def persons(condition: Condition | None = None, *, on: date = _ON) -> SearchStrategy[Person]:
    """Return a strategy of persons made for a condition asked about a day (:func:`dualib.testing.made_up_person`).

    >>> persons(age(16)).is_empty
    False
    """
    st = _hypothesis()
    about = age(16, below=25) & during(*_STATUSES) if condition is None else condition

    def made(draw: DrawFn) -> Person:
        return made_up_person(about, on, _Drawn(draw))

    found: SearchStrategy[Person] = st.composite(made)()
    return found


def registers(
    condition: Condition | None = None, *, on: date = _ON, least: int = 0, most: int = 5
) -> SearchStrategy[Register]:
    """Return a strategy of registers of such persons.

    >>> registers(least=2).is_empty
    False
    """
    st = _hypothesis()
    found: SearchStrategy[Register] = st.lists(
        persons(condition, on=on), min_size=least, max_size=most
    ).map(Register.from_persons)
    return found


def day_sets(*statuses: Status, most: int = 3, longest: int = 5) -> SearchStrategy[DaySet]:
    """Return a strategy of sets of days, made with ``&``, ``|``, ``-`` and :func:`~dualib.conditions.unbroken`.

    Parameters
    ----------
    statuses
        Those whose days are taken; by default unemployment, registration, part-time work and sickness.
    most
        How many sets of days of statuses there are at most in one.
    longest
        The longest unbroken run asked for, in days.

    Examples
    --------
    >>> day_sets(Status.IN_KAA, most=1).is_empty
    False
    """
    st = _hypothesis()

    def wider(inner: Any) -> Any:
        return st.one_of(
            st.builds(lambda a, b: a & b, inner, inner),
            st.builds(lambda a, b: a | b, inner, inner),
            st.builds(lambda a, b: a - b, inner, inner),
            st.builds(lambda a, n: unbroken(a, at_least=n), inner, st.integers(1, longest)),
        )

    chosen = st.lists(st.sampled_from(statuses or _STATUSES), min_size=1, max_size=2, unique=True)
    found: SearchStrategy[DaySet] = st.recursive(
        chosen.map(lambda held: days(*held)), wider, max_leaves=most
    )
    return found


def _counts(st: Any, longest: int) -> list[Any]:
    sets = day_sets()
    ends = st.sampled_from(Ends)
    skipping = st.none() | sets
    most = st.none() | st.integers(1, 4)
    lengths = st.integers(1, longest)
    windows = (
        lengths.map(last_days)
        if longest < 28
        else lengths.map(last_days) | st.integers(1, 4).map(last_months)
    )
    shortest = 1 if longest < 28 else 25

    def counted(
        taken: DaySet, window: Any, at_least: int, end: Ends, passed: Any, cap: Any
    ) -> Condition:
        needed = min(at_least, window.length.count if window.length.unit == "days" else shortest)
        return days_in(
            taken, at_least=needed, window=window, ends=end, skipping=passed, most_skipped=cap
        )

    periods = lengths.map(lambda count: Period(count, "days"))
    return [
        st.builds(counted, sets, windows, lengths, ends, skipping, most),
        st.builds(
            lambda s, p, e, k, m: run(s, p, ends=e, skipping=k, most_skipped=m),
            sets,
            periods,
            ends,
            skipping,
            most,
        ),
        sets.map(during),
    ]


def _atoms(st: Any, longest: int) -> Any:
    dates = days_near(date(2015, 5, 31), date(2016, 2, 29), date(1996, 2, 29))
    codes = st.lists(st.sampled_from(list(DISABILITY_CODES)), min_size=1, max_size=3, unique=True)
    points = st.sampled_from(
        ["day", "decision", "calendar_year", "start_of_year", "statistics_date"]
    )
    return st.one_of(
        st.builds(
            lambda lo, n, at: age(lo, below=lo + n, at=at),
            st.integers(15, 30),
            st.integers(1, 9),
            points,
        ),
        st.integers(15, 30).map(age),
        st.sampled_from(["disability_code", "school_duty_done", "sentenced_to_prison"]).map(has),
        codes.map(lambda chosen: one_of("disability_code", *chosen)),
        st.sampled_from([("woman",), ("man",), ("woman", "man")]).map(
            lambda values: one_of("sex", *values)
        ),
        st.sampled_from(["0880", "0138"]).map(lambda value: one_of("municipality", value)),
        st.integers(1, 3).map(lambda count: at_least("benefit_days_in_jobbgaranti", count)),
        dates.map(lambda day: on_or_after("first_registered", day)),
        dates.map(lambda day: before("first_registered", day)),
        st.just(happened("first_registered")),
        st.builds(Period, st.integers(1, 15), st.sampled_from(["days", "months"])).map(
            lambda period: within("first_registered", period)
        ),
        st.just(not_expressed(Text("särskilda skäl", "special reasons"))),
        st.just(Always()),
        *_counts(st, longest),
    )


def conditions(
    *, most: int = 4, longest: int = 120, events: bool = True
) -> SearchStrategy[Condition]:
    """Return a strategy of conditions of every kind.

    A judgement is joined to the rest with ``&``, so that the condition can be a rule's text.

    Parameters
    ----------
    most
        How many conditions without parts there are at most.
    longest
        The longest window, in days.
    events
        Whether conditions may be asked at the day of an event.

    Examples
    --------
    >>> conditions(longest=3, events=False).is_empty
    False
    """
    st = _hypothesis()

    def wider(inner: Any) -> Any:
        kinds = [
            st.builds(lambda a, b: a & b, inner, inner),
            st.builds(lambda a, b: a | b, inner, inner),
            inner.map(lambda part: ~part),
            inner.map(lambda part: named(Text("namn", "name"), part)),
        ]
        if events:
            kinds.append(inner.map(lambda part: at_event("first_registered", part)))
        return st.one_of(kinds)

    judged = judgement(Text("står långt från arbetsmarknaden", "is far from the labour market"))
    tested = st.recursive(_atoms(st, longest), wider, max_leaves=most)
    found: SearchStrategy[Condition] = st.one_of(
        tested, tested, tested, st.builds(lambda part: part & judged, tested)
    )
    return found


def rules(*, most: int = 4) -> SearchStrategy[Rule]:
    """Return a strategy of rules with one text in the reading ``"dua"`` and another in ``"sfs"``.

    >>> rules(most=2).is_empty
    False
    """
    st = _hypothesis()
    cited = (Citation("SFS 2000:1", "1 §", Confidence.INFERRED, date(2020, 1, 1)),)

    def made(one: Condition, other: Condition, first: date, last: date) -> Rule:
        texts = (
            Version(reading="dua", condition=one, citations=cited),
            Version(
                reading="sfs", condition=other, citations=cited, valid_from=first, valid_to=last
            ),
        )
        return Rule(id="made_up", name=Text("påhittad regel", "made-up rule"), versions=texts)

    texts = conditions(most=most)
    firsts = days_near(date(2012, 1, 31), date(2014, 3, 1))
    lasts = days_near(date(2016, 2, 29), date(2019, 12, 31))
    found: SearchStrategy[Rule] = st.builds(made, texts, texts, firsts, lasts)
    return found
