"""The simplex that both the ledger and the gaps ask: it equals trying every number, in fractions too."""

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from dualib.exact.simplex import Least, least_whole

MOST = 4
WEIGHTS = st.sampled_from([-2, -1, 1, 1, 1, 2, Fraction(1, 2), Fraction(-1, 3), Fraction(5, 2)])
LIMITS = (
    st.none()
    | st.integers(-6, 9)
    | st.sampled_from([Fraction(-1, 2), Fraction(7, 3), Fraction(1, 6)])
)


@st.composite
def questions(draw):
    size = draw(st.integers(0, 3))
    places = st.sampled_from(range(size)) if size else st.nothing()
    lines = st.tuples(st.dictionaries(places, WEIGHTS), LIMITS, LIMITS)
    rows = draw(st.lists(lines, max_size=4))
    return size, rows, draw(st.lists(st.integers(-2, 2), min_size=size, max_size=size))


def fits(row, numbers):
    terms, low, high = row
    total = sum(weight * numbers[place] for place, weight in terms.items())
    return (low is None or low <= total) and (high is None or total <= high)


def cost_of(weights, numbers):
    return sum(weight * number for weight, number in zip(weights, numbers, strict=True))


@given(questions())
def test_equals_trying_every_number(question):
    size, rows, weights = question
    costs = [
        cost_of(weights, numbers)
        for numbers in product(range(MOST + 1), repeat=size)
        if all(fits(row, numbers) for row in rows)
    ]
    boxed = [*rows, *(({place: 1}, None, MOST) for place in range(size))]
    found = least_whole(size, boxed, weights)
    if not costs:
        assert found is None
        return
    assert found.cost == min(costs) == cost_of(weights, found.numbers)
    assert all(fits(row, found.numbers) and min(found.numbers, default=0) >= 0 for row in boxed)
    without_limit = least_whole(size, rows, weights, nodes=50)
    assert without_limit.cost is None or without_limit.cost <= min(costs)


@given(questions(), st.integers(1, 3))
def test_a_search_cut_short_is_a_bound(question, nodes):
    size, rows, weights = question
    boxed = [*rows, *(({place: 1}, None, MOST) for place in range(size))]
    whole, short = least_whole(size, boxed, weights), least_whole(size, boxed, weights, nodes=nodes)
    if short is None:
        assert whole is None
    elif short.numbers is None:
        assert whole is None or short.cost <= whole.cost
    else:
        assert short == whole


def test_no_limit_and_nothing_that_fits():
    assert least_whole(2, [({0: 1, 1: -1}, 0, None)], [-1, 0]) == Least(None)
    assert least_whole(2, [({0: 1, 1: -1}, 0, 0)], [1, -2]) == Least(None)
    assert least_whole(1, [({0: 1}, 3, 2)], [1]) is None
    assert least_whole(1, [({0: 2}, 3, 3)], [1]) is None
    assert least_whole(1, [({0: -1}, 1, None)], [1]) is None
    assert least_whole(0, [], []) == Least(0, ())
    assert least_whole(0, [({}, 1, None)], []) is None


def test_whole_numbers_where_halves_would_fit():
    pairs = [({one: 1, two: 1}, None, 1) for one, two in ((0, 1), (1, 2), (0, 2))]
    assert least_whole(3, pairs, [-1, -1, -1]).cost == -1
    assert least_whole(3, pairs, [-1, -1, -1], nodes=1) == Least(-1)
    odd = [({one: 1, two: 1}, 1, 1) for one, two in ((0, 1), (1, 2), (0, 2))]
    assert least_whole(3, odd, [0, 0, 0], nodes=1) == Least(0)
    assert least_whole(3, odd, [0, 0, 0]) is None


def test_rows_that_say_the_same_and_costs_on_what_they_fix():
    same = [({0: 1, 1: 1}, 5, 5), ({1: 2, 0: 2}, 10, 10), ({0: -1, 1: -1}, -5, -5)]
    assert least_whole(2, same, [3, 1]) == Least(5, (0, 5))
    assert least_whole(2, [*same, ({0: Fraction(1, 3)}, Fraction(1, 2), None)], [3, 1]) == Least(
        9, (2, 3)
    )
    turned = [({0: 1, 1: -1}, 0, 0), ({0: -1, 1: 1}, 0, 0)]
    assert least_whole(2, [*turned, ({0: 1}, 3, None)], [1, 1]) == Least(6, (3, 3))
