"""Who has days enough, and which spells may matter: each beside plain sets of days."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dualib import Status
from dualib.conditions import DaySet, days, unbroken
from dualib.conditions.day_sets import Both, Either, StatusDays, Without
from dualib.dates import NEVER_DAY
from dualib.engine.bitmaps import packed
from dualib.engine.reach import Reach, near_spells
from dualib.engine.spell_counts import (
    Touching,
    holders,
    persons_with,
    stays_inside,
    swept_in_window,
)
from dualib.register import SpellTable

STATUSES = (Status.FULL_TIME_UNEMPLOYED, Status.REGISTERED_AS_JOBSEEKER, Status.PART_TIME)
SIZE = 4
DAYS = st.integers(0, 40)
Spells = list[tuple[int, int, int, frozenset[Status]]]
SPELLS: st.SearchStrategy[Spells] = st.lists(
    st.tuples(
        st.integers(0, SIZE - 1),
        DAYS,
        st.one_of(st.integers(0, 20), st.none()),
        st.frozensets(st.sampled_from(STATUSES), min_size=1),
    ).map(
        lambda spell: (
            spell[0],
            spell[1],
            NEVER_DAY if spell[2] is None else spell[1] + spell[2],
            spell[3],
        )
    ),
    max_size=14,
)
DAY_SETS: st.SearchStrategy[DaySet] = st.recursive(
    st.lists(st.sampled_from(STATUSES), min_size=1, max_size=2, unique=True).map(
        lambda names: days(*names)
    ),
    lambda inner: st.one_of(
        st.builds(Both, inner, inner),
        st.builds(Either, inner, inner),
        st.builds(Without, inner, inner),
    ),
    max_leaves=4,
)
WINDOWS = st.tuples(DAYS, st.integers(0, 25)).map(lambda window: (window[0], window[0] + window[1]))
#: One window and one number of days for all, or one a person.
ASKED = st.one_of(
    st.tuples(WINDOWS, st.integers(1, 12)).map(lambda asked: [asked] * SIZE),
    st.lists(st.tuples(WINDOWS, st.integers(1, 12)), min_size=SIZE, max_size=SIZE),
)


def table(spells: Spells) -> SpellTable:
    rows = [
        (person, first, last, sum(status.bit for status in held))
        for person, first, last, held in spells
    ]
    return SpellTable.sorted(*(zip(*rows, strict=True) if rows else ([], [], [], [])))


def in_set(wanted: DaySet, held: frozenset[Status]) -> bool:
    if isinstance(wanted, StatusDays):
        return bool(held & set(wanted.statuses))
    assert isinstance(wanted, (Both, Either, Without))
    one, other = in_set(wanted.one, held), in_set(wanted.other, held)
    return (
        one and other
        if isinstance(wanted, Both)
        else one or other
        if isinstance(wanted, Either)
        else one > other
    )


def by_sets(wanted: DaySet, spells: Spells, person: int, window: tuple[int, int]) -> int:
    """Count a person's days of a set, day by day."""
    count = 0
    for day in range(window[0], window[1] + 1):
        held = [
            statuses
            for who, first, last, statuses in spells
            if who == person and first <= day <= last
        ]
        count += in_set(wanted, frozenset().union(*held))
    return count


@given(SPELLS, DAY_SETS, ASKED, st.lists(st.booleans(), min_size=SIZE, max_size=SIZE))
@example(  # eleven days less six: five, where six are asked for
    [(0, 0, 10, frozenset({STATUSES[0]})), (0, 5, 10, frozenset({STATUSES[1]}))],
    days(STATUSES[0]) - days(STATUSES[1]),
    [((0, 10), 6)] * SIZE,
    [True] * SIZE,
)
def test_persons_with_days_enough(
    spells: Spells, wanted: DaySet, asked: list[tuple[tuple[int, int], int]], among: list[bool]
) -> None:
    who = np.array(among)
    expected = [
        by_sets(wanted, spells, person, asked[person][0]) >= asked[person][1]
        for person in range(SIZE)
    ]
    first, last, needed = (
        np.array(column, np.int32)
        for column in zip(*((*window, least) for window, least in asked), strict=True)
    )
    near = Touching.of(table(spells), first, last)
    for chosen in (near, near.among(who)):
        assert (
            persons_with(wanted, needed, chosen, first, last, who)[who].tolist()
            == np.array(expected)[who].tolist()
        )
    if len(set(asked)) == 1:
        (begin, end), least = asked[0]
        near = Touching.of(table(spells), begin, end)
        assert (
            persons_with(wanted, least, near, begin, end, who)[who].tolist()
            == np.array(expected)[who].tolist()
        )


@given(SPELLS, DAY_SETS, DAYS)
def test_holders_on_a_day(spells: Spells, wanted: DaySet, day: int) -> None:
    expected = [by_sets(wanted, spells, person, (day, day)) == 1 for person in range(SIZE)]
    near = Touching.of(table(spells), day, day)
    assert holders(wanted, near, SIZE).tolist() == expected
    any_of = {status for status, _ in wanted.directions()}
    assert near.persons(wanted, SIZE).tolist() == [
        any(
            who == person and first <= day <= last and held & any_of
            for who, first, last, held in spells
        )
        for person in range(SIZE)
    ]


@pytest.mark.parametrize("kind", [Both, Either, Without])
def test_a_run_on_either_side_reaches_out_of_the_window(
    kind: type[Both | Either | Without],
) -> None:
    plain, run = days(STATUSES[0]), unbroken(days(STATUSES[1]), at_least=5)
    assert stays_inside(kind(plain, plain))
    assert not stays_inside(kind(plain, run))
    assert not stays_inside(kind(run, plain))


def test_no_spells_give_nobody_days() -> None:
    wanted = days(STATUSES[0]) - days(STATUSES[1])
    persons, counts = swept_in_window(wanted, Touching.of(table([]), 3, 9), 3)
    assert (persons.tolist(), counts.tolist()) == ([], [])


@given(
    SPELLS,
    st.lists(st.booleans(), min_size=SIZE, max_size=SIZE),
    WINDOWS,
    st.sampled_from(STATUSES),
)
def test_near_spells(
    spells: Spells, among: list[bool], window: tuple[int, int], status: Status
) -> None:
    everything = table(spells)
    shifted = SpellTable(
        everything.person + np.int32(8), everything.start, everything.end, everything.mask
    )
    found = near_spells(
        shifted, Reach(*window, status.bit), packed(np.array(among)), slice(8, 8 + SIZE)
    )
    rows = list(zip(found.person, found.start, found.end, found.mask, strict=True))
    assert rows == [
        row
        for row in zip(
            everything.person, everything.start, everything.end, everything.mask, strict=True
        )
        if among[row[0]] and row[1] <= window[1] and row[2] >= window[0] and row[3] & status.bit
    ]
