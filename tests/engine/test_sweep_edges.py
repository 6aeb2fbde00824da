"""The kernel of days where it turns: every way that a few spells meet, the outermost days, the largest keys."""

import itertools

import numpy as np
import pytest
from sweeping import coverage, covered_days

from dualib.conditions.spans import FIRST_DAY, LAST_DAY
from dualib.engine.sweep import Segments, swept_days

DAYS = 4
#: Every stretch of four days, and one that ends before it starts and so holds no day.
STRETCHES = [*itertools.combinations_with_replacement(range(DAYS), 2), (2, 1)]


def bits(*stretches: tuple[int, int]) -> int:
    """The days as the bits of one number."""
    return sum(
        1 << day for day in {day for first, last in stretches for day in range(first, last + 1)}
    )


def in_runs(days: int, at_least: int) -> int:
    """Those of the days that stand in an unbroken run of at least so many."""
    runs = [
        mask << start
        for length in range(at_least, DAYS + 1)
        for mask in [(1 << length) - 1]
        for start in range(DAYS)
    ]
    kept = 0
    for run in runs:
        if days & run == run:
            kept |= run
    return kept


@pytest.mark.parametrize(("first", "last"), [(0, 3), (1, 2), (-1, 4), (3, 3), (0, 0), (3, 0)])
def test_every_way_that_three_spells_meet(first: int, last: int) -> None:
    """One person for each three stretches, in each order."""
    threes = list(itertools.product(STRETCHES, repeat=3))
    spells = coverage(
        [(person, *stretch) for person, three in enumerate(threes) for stretch in three]
    )
    window = bits((max(first, 0), last))
    expected = [(bits(*three) & window).bit_count() for three in threes]
    size = len(threes)
    assert covered_days(spells, first, last, size) == expected
    each = np.full(size, first, np.int32), np.full(size, last, np.int32)
    assert covered_days(spells, *each, size) == expected


@pytest.mark.parametrize(("first", "last"), [(0, 3), (1, 2), (0, 2), (3, 0)])
def test_every_way_that_two_sets_meet(first: int, last: int) -> None:
    """One person for each two stretches: days on which one set ends and the other begins break no run."""
    pairs = list(itertools.product(STRETCHES, repeat=2))
    leaves = [
        coverage([(person, *pair[number]) for person, pair in enumerate(pairs)])
        for number in range(2)
    ]

    def judge(covers: object, segments: Segments) -> list[np.ndarray]:
        a, b = covers  # type: ignore[misc]
        return [
            a & b,
            a | b,
            a & ~b,
            ~a,
            *(segments.runs(a | b, at_least) for at_least in range(1, DAYS + 1)),
        ]

    found = swept_days(leaves, judge, first, last, len(pairs))
    window, always = bits((first, last)), bits((0, DAYS - 1))
    for person, pair in enumerate(pairs):
        a, b = map(bits, pair)
        expected = [
            a & b,
            a | b,
            a & ~b,
            always & ~a,
            *(in_runs(a | b, at_least) for at_least in range(1, DAYS + 1)),
        ]
        assert [int(count[person]) for count in found] == [
            (days & window).bit_count() for days in expected
        ]


def test_the_outermost_days_are_days_as_others() -> None:
    spells = coverage(
        [
            (0, FIRST_DAY, LAST_DAY),
            (1, FIRST_DAY - 5, FIRST_DAY + 1),
            (2, LAST_DAY - 1, LAST_DAY + 5),
        ]
    )
    for first, last, expected in (
        (FIRST_DAY, FIRST_DAY + 3, [4, 2, 0]),
        (LAST_DAY - 3, LAST_DAY, [4, 0, 2]),
        (FIRST_DAY, LAST_DAY, [LAST_DAY - FIRST_DAY + 1, 2, 2]),
    ):
        assert covered_days(spells, first, last, 3) == expected
        (found,) = swept_days([spells], lambda covers, _: covers, first, last, 3)
        assert found.tolist() == expected


@pytest.mark.parametrize("size", [7, 8, 9, 15, 16, 17])
def test_keys_of_all_sizes_keep_persons_apart(size: int) -> None:
    """A key holds the person and two days of the window: here 63 bits, 64 and 65."""
    far = 2**30 - 1
    spells = coverage([(size - 1, 5, far), (0, 0, far), (size - 1, far - 1, far), (3, 9, 9)])
    expected = [0] * size
    expected[0], expected[3], expected[size - 1] = far + 1, 1, far - 4
    assert covered_days(spells, 0, far, size) == expected


def test_a_segment_after_the_last_boundary_holds_no_days() -> None:
    seen: list[tuple[list[int], list[int], list[int]]] = []

    def judge(covers: object, segments: Segments) -> list[np.ndarray]:
        seen.append((segments.person.tolist(), segments.day.tolist(), segments.length.tolist()))
        return []

    swept_days([coverage([(0, 3, 4), (1, 8, 9)])], judge, 1, 9, 2)
    assert seen == [([0, 0, 0, 0, 1, 1, 1], [1, 3, 5, 10, 1, 8, 10], [2, 2, 5, 0, 7, 2, 0])]
