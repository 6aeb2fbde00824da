"""The integer simplex equals brute force and HiGHS."""

import sys
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.errors import BadInput, MissingExtraError
from dualib.exact import linear
from dualib.exact.linear import Row, extreme, feasible, solution

MOST = 4


@st.composite
def questions(draw):
    size = draw(st.integers(1, 4))
    cells = st.frozensets(st.integers(0, size - 1))
    rows = []
    for held in draw(st.lists(cells, max_size=5)):
        low = draw(st.integers(0, 4))
        high = draw(st.one_of(st.none(), st.integers(0, 6)))
        rows.append(Row(held, low, high))
    return size, [*rows, *(Row(frozenset({index}), 0, MOST) for index in range(size))], draw(cells)


def fits(row, numbers):
    total = sum(numbers[index] for index in row.cells)
    return row.low <= total and (row.high is None or total <= row.high)


@given(questions())
def test_equals_brute_force_and_highs(question):
    size, rows, asked = question
    found = [
        sum(numbers[index] for index in asked)
        for numbers in product(range(MOST + 1), repeat=size)
        if all(fits(row, numbers) for row in rows)
    ]
    assert feasible(size, rows) == bool(found)
    assert extreme(size, rows, asked) == (min(found) if found else None)
    assert extreme(size, rows, asked, greatest=True) == (max(found) if found else None)
    cost = [int(index in asked) for index in range(size)]
    by_highs = linear._highs(size, rows, cost)
    assert (None if by_highs is None else sum(by_highs[index] for index in asked)) == (
        min(found) if found else None
    )


def test_whole_numbers_where_halves_would_fit():
    pairs = [Row(frozenset(pair), 1, 1) for pair in ((0, 1), (1, 2), (0, 2))]
    assert not feasible(3, pairs)
    odd = [Row(frozenset(pair), 0, 1) for pair in ((0, 1), (1, 2), (0, 2))]
    assert extreme(3, odd, frozenset({0, 1, 2}), greatest=True) == 1


def test_more_unknowns_than_the_simplex_takes_are_given_to_highs(monkeypatch):
    rows = [Row(frozenset(range(70)), 7, 9)]
    assert extreme(70, rows, frozenset(range(70))) == 7
    assert solution(70, [Row(frozenset({0}), 3, 2)], [0] * 70) is None
    monkeypatch.setitem(sys.modules, "highspy", None)
    with pytest.raises(MissingExtraError) as caught:
        extreme(70, rows, frozenset({0}))
    assert str(caught.value) == (
        "more than 64 unknowns are to be solved for, which needs HiGHS, which is not "
        "installed: pip install highspy"
    )


def test_what_highs_finds_in_floats_is_tried_in_whole_numbers(monkeypatch):
    big = 2**53 + 1  # no float is this number
    with pytest.raises(BadInput) as caught:
        extreme(70, [Row(frozenset({0}), big, big)], frozenset({0}))
    assert str(caught.value) == (
        "what HiGHS found for 70 unknowns does not fit exactly: a sum is 9007199254740992, expected "
        "9007199254740993 to 9007199254740993. Ask with fewer registers or groups: up to 64 unknowns are solved exactly"
    )
    assert extreme(2, [Row(frozenset({0}), big, big)], frozenset({0})) == big
    with pytest.raises(BadInput, match="a sum is -1, expected at least 0"):
        linear._try_exactly([1, -1], [Row(frozenset({0}), 1, 1)])
    with pytest.raises(BadInput, match="a sum is 3, expected 0 to 2"):
        linear._try_exactly([1, 2], [Row(frozenset({0, 1}), 0, 2)])
    linear._try_exactly([1, 2], [Row(frozenset({0, 1}), 3), Row(frozenset({1}), 0, 2)])


@given(questions())
def test_what_fits_is_let_through(question):
    size, rows, _ = question
    found = solution(size, rows, [1] * size)
    if found is not None:
        linear._try_exactly(found, rows)
