"""Numbers known only by their bounds answer as the true number would, whatever it is."""

import operator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.counting import Count, Interval
from dualib.errors import BadInput
from dualib.verdicts import NO, UNKNOWN, YES

SMALL = st.integers(-6, 6)
COUNTS = st.tuples(SMALL, SMALL).map(lambda pair: Count(min(pair), max(pair)))
ORDERS = [operator.lt, operator.le, operator.gt, operator.ge]


def values(count: Count) -> range:
    return range(count.low, count.high + 1)


@given(COUNTS, COUNTS, st.sampled_from(ORDERS))
def test_comparison_is_the_common_answer_of_all_true_numbers(one, other, order):
    answers = {order(x, y) for x in values(one) for y in values(other)}
    assert order(one, other) is (UNKNOWN if len(answers) == 2 else YES if answers.pop() else NO)


@given(COUNTS, COUNTS)
def test_equality_of_the_true_numbers(one, other):
    answers = {x == y for x in values(one) for y in values(other)}
    assert one.equals(other) is (UNKNOWN if len(answers) == 2 else YES if answers.pop() else NO)


@given(COUNTS, COUNTS, SMALL)
def test_arithmetic_holds_the_true_result_and_its_ends_are_attained(one, other, factor):
    for result, found in (
        (one + other, [x + y for x in values(one) for y in values(other)]),
        (one - other, [x - y for x in values(one) for y in values(other)]),
        (one * factor, [x * factor for x in values(one)]),
        (factor * one, [x * factor for x in values(one)]),
        (factor + one, [x + factor for x in values(one)]),
        (factor - one, [factor - x for x in values(one)]),
    ):
        assert (result.low, result.high) == (min(found), max(found))
        assert all(result.holds(x) for x in found)


def test_bounds_and_words():
    assert (Count(807, 902).certain, Count(807, 902).possible) == (807, 902)
    assert Count(115, 115).exact() == 115
    assert str(Count(115, 115)) == "115"
    assert Count(1000, 2000).text("sv") == "1\N{NO-BREAK SPACE}000–2\N{NO-BREAK SPACE}000"
    assert Count(1, 2) == Count(1, 2)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Count(3, 2), "a count from 3 to 2: expected the lower bound first"),
        (lambda: Count(1.5, 2), "a bound of a count is 1.5: expected a whole number"),
        (lambda: Count(True, 2), "a bound of a count is True: expected a whole number"),
        (
            lambda: Count(1, 2).exact(),
            "the count is only known to be 1–2: use .certain or .possible, or show both",
        ),
        (lambda: Interval(3, 2), "an interval from 3 to 2: expected the lower bound first"),
    ],
)
def test_golden_messages(make, message):
    with pytest.raises(BadInput) as caught:
        make()
    assert str(caught.value) == message


@given(SMALL, SMALL, SMALL)
def test_an_interval_holds_its_ends_and_what_lies_between(low, high, value):
    low, high = min(low, high), max(low, high)
    assert Interval(low, high).holds(value) is (low <= value <= high)
    assert Interval(low, None).holds(value) is (low <= value)
    assert Interval(None, high).holds(value) is (value <= high)


def test_intervals_of_fractions():
    assert str(Interval()) == "?"
    assert str(Interval(None, 3)) == "≤ 3"
    assert str(Interval(Fraction(1, 2), None)) == "≥ 1/2"
    assert str(Interval(3, 3)) == "3"
    assert Interval(3, 3).exact
    assert not Interval(3, 4).exact
    assert not Interval().exact
    assert Interval(None, 3).holds(-5)
    assert not Interval(1, 3).holds(4)
    assert not Interval(1, 3).holds(0)
