"""Sets of days held against plain sets, certain and possible, one person and many."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.conditions import Case, DaySet, during
from dualib.conditions.day_sets import Both, Either, StatusDays, Unbroken, Without, days, unbroken
from dualib.conditions.spans import Spans, intersection
from dualib.dates import to_day
from dualib.engine import View, answers, in_segments
from dualib.engine.sweep import Segments
from dualib.errors import BadInput
from dualib.person import ONGOING, Person, Spell
from dualib.register import Register
from dualib.verdicts import NO, UNKNOWN, YES
from dualib.vocabulary import Status, Track

ON, DAY = date(2016, 2, 29), timedelta(days=1)
FIRST, LAST = to_day(ON) - 25, to_day(ON) + 5
USED = (Status.HOURLY, Status.REGISTERED_AS_JOBSEEKER, Status.FULL_TIME_SICK)
PLAIN = st.lists(st.sampled_from(USED), min_size=1, max_size=2).map(lambda names: days(*names))
SETS: st.SearchStrategy[DaySet] = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.builds(lambda a, b: a & b, inner, inner),
        st.builds(lambda a, b: a | b, inner, inner),
        st.builds(lambda a, b: a - b, inner, inner),
        st.builds(lambda a, n: unbroken(a, at_least=n), inner, st.integers(1, 5)),
    ),
    max_leaves=4,
)
PAIRS = st.tuples(st.integers(-20, 3), st.integers(0, 10)).map(
    lambda row: (row[0], row[0] + row[1])
)
SPELLS = st.lists(st.tuples(st.sampled_from(USED), PAIRS, st.booleans()), max_size=5)
OBSERVED = st.dictionaries(st.sampled_from([status.track for status in USED]), PAIRS)


@st.composite
def people(draw: st.DrawFn) -> Person:
    spells = [
        Spell(ON + first * DAY, ONGOING if ongoing else ON + last * DAY, status)
        for status, (first, last), ongoing in draw(SPELLS)
    ]
    observed = {
        track: (ON + first * DAY, ON + last * DAY)
        for track, (first, last) in draw(OBSERVED).items()
    }
    return Person(spells=spells, observed=observed)


def listed(spans: Spans) -> set[int]:
    return {
        day
        for first, last in intersection(spans, ((FIRST, LAST),))
        for day in range(first, last + 1)
    }


def has_on(person: Person, status: Status, day: int) -> tuple[bool, bool]:
    """Whether a person certainly, and possibly, has a status on a day."""
    seen = person.observed.get(status.track)
    for spell in person.spells:
        if status in spell.statuses and to_day(spell.start) <= day:
            if isinstance(spell.end, date):
                end = to_day(spell.end)
            else:
                end = max(to_day(spell.start), to_day(seen[1])) if seen else to_day(spell.start)
            if day <= end:
                return True, True
    return False, seen is None or not to_day(seen[0]) <= day <= to_day(seen[1])


def holds(of: DaySet, person: Person, day: int, possible: bool) -> bool:
    """Whether a day certainly (or possibly) belongs to a set, straight from what the set means."""
    if isinstance(of, StatusDays):
        return any(has_on(person, status, day)[possible] for status in of.statuses)
    if isinstance(of, Both):
        return holds(of.one, person, day, possible) and holds(of.other, person, day, possible)
    if isinstance(of, Either):
        return holds(of.one, person, day, possible) or holds(of.other, person, day, possible)
    if isinstance(of, Without):
        return holds(of.one, person, day, possible) and not holds(
            of.other, person, day, not possible
        )
    assert isinstance(of, Unbroken)
    if not holds(of.inner, person, day, possible):
        return False
    length = 1
    for step in (-1, 1):
        near = day + step
        while length < of.at_least and holds(of.inner, person, near, possible):
            length, near = length + 1, near + step
    return length >= of.at_least


@given(SETS, people())
def test_days_belong_as_plain_sets_say(of: DaySet, person: Person) -> None:
    certain, possible = of.spans(Case(person, to_day(ON)))
    assert listed(certain) == {
        day for day in range(FIRST, LAST + 1) if holds(of, person, day, False)
    }
    assert listed(possible) == {
        day for day in range(FIRST, LAST + 1) if holds(of, person, day, True)
    }
    assert listed(certain) <= listed(possible)


@given(SETS, st.lists(people(), min_size=1, max_size=3), st.integers(-15, 5))
def test_many_persons_as_one(of: DaySet, persons: list[Person], step: int) -> None:
    on = to_day(ON) + step
    expected = [
        YES if holds(of, person, on, False) else UNKNOWN if holds(of, person, on, True) else NO
        for person in persons
    ]
    condition = during(of)
    assert [condition.answer(Case(person, on)) for person in persons] == expected
    assert answers(condition, View(Register.from_persons(persons), on)).tolist() == expected


def flat(of: DaySet, positive: bool) -> list[tuple[Status, bool]]:
    if isinstance(of, StatusDays):
        return [(status, positive) for status in of.statuses]
    if isinstance(of, Unbroken):
        return flat(of.inner, positive)
    assert isinstance(of, Both | Either | Without)
    return flat(of.one, positive) + flat(of.other, positive is not isinstance(of, Without))


@given(SETS, st.booleans())
def test_directions_turn_in_what_is_taken_away(of: DaySet, positive: bool) -> None:
    assert list(of.directions(positive)) == flat(of, positive)
    assert list(of.directions()) == flat(of, True)


@given(SETS, people(), st.sampled_from(USED), PAIRS)
def test_more_days_work_in_the_direction_told(
    of: DaySet, person: Person, status: Status, pair: tuple[int, int]
) -> None:
    """More days of a status that only adds never take a day away; of one that only subtracts never add one."""
    more = Person(
        spells=[*person.spells, Spell(ON + pair[0] * DAY, ON + pair[1] * DAY, status)],
        observed=person.observed,
    )
    ways = {direction for found, direction in of.directions() if found is status}
    before, after = of.spans(Case(person, to_day(ON))), of.spans(Case(more, to_day(ON)))
    for was, now in zip(before, after, strict=True):
        if ways <= {True}:
            assert listed(was) <= listed(now)
        if ways <= {False}:
            assert listed(now) <= listed(was)


def test_segments_are_combined_as_sets() -> None:
    nobody: Any = None
    low = {
        status: np.array([place == other for other in range(3)])
        for place, status in enumerate(USED)
    }
    high = {status: row | np.array([True, False, False]) for status, row in low.items()}
    a, b, c = (days(status) for status in USED)
    for of, certain, possible in [
        (a, [True, False, False], [True, False, False]),
        (a | b, [True, True, False], [True, True, False]),
        (days(USED[0], USED[1]), [True, True, False], [True, True, False]),
        (a & b, [False, False, False], [True, False, False]),
        (b - a, [False, True, False], [False, True, False]),
        (b - c, [False, True, False], [True, True, False]),
    ]:
        found = in_segments(of, low, high, nobody)
        assert [row.tolist() for row in found] == [certain, possible]
    segments = Segments(np.array([0, 0, 0]), np.array([2, 1, 1]), np.array([0, 2, 3]))
    found = in_segments(unbroken(a | b, at_least=3), low, high, segments)
    assert [row.tolist() for row in found] == [[True, True, False], [True, True, False]]
    assert [row.tolist() for row in in_segments(unbroken(a, at_least=3), low, high, segments)] == [
        [False] * 3
    ] * 2


A, B, C = (days(status) for status in USED)


@pytest.mark.parametrize(
    "of",
    [A, A | B, A & B, A - B, unbroken(A & B, at_least=9), days(*USED[:2]) & C, (A | B) & C - B],
)
def test_an_example_puts_the_day_in_the_set(of: DaySet) -> None:
    around = ON - 20 * DAY, ON + 20 * DAY
    person = Person(spells=[Spell(*around, of.example())], observed=around)
    assert during(of).answer(Case(person, to_day(ON))) is YES
    nobody = Person(observed=around)
    assert during(of).answer(Case(nobody, to_day(ON))) is NO


def test_sets_are_data() -> None:
    one, other = days("hourly"), days(Status.PART_TIME, "sfi")
    assert (one.statuses, other.statuses) == ((Status.HOURLY,), (Status.PART_TIME, Status.SFI))  # type: ignore[attr-defined]
    assert (one & other, one | other, one - other) == (
        Both(one, other),
        Either(one, other),
        Without(one, other),
    )
    assert unbroken(one, at_least=30) == Unbroken(one, 30)
    assert days("openly_unemployed") == days("full_time_unemployed", "registered_as_jobseeker")
    assert len({one & other, other & one, one | other}) == 3
    assert {status.track for status in USED} == {Track.WORK, Track.REGISTRATION, Track.ABSENCE}


NOT_A_SET = "expected a set of days; such as days(Status.HOURLY)"
ONE = days("hourly")
BAD = [
    (lambda: bool(ONE), "a set of days has no truth value; write days_in(...) or during(...)"),
    (lambda: ONE & "sfi", f"'sfi' is to the right of &: {NOT_A_SET}"),
    (lambda: ONE | Status.SFI, f"{Status.SFI!r} is to the right of |: {NOT_A_SET}"),
    (lambda: ONE - None, f"None is to the right of -: {NOT_A_SET}"),
    (lambda: unbroken(ONE, at_least=0), "at_least is 0: expected a whole number of at least 1"),
    (lambda: unbroken(ONE, at_least="a"), "at_least is 'a': expected a whole number"),
    (lambda: unbroken("sfi", at_least=3), f"inner is 'sfi': {NOT_A_SET}"),
    (lambda: days(), "status is empty: expected at least one status"),
]


@pytest.mark.parametrize(("call", "message"), BAD)
def test_what_cannot_be_used_is_told(call: object, message: str) -> None:
    with pytest.raises(BadInput) as error:
        call()  # type: ignore[operator]
    assert str(error.value) == message
