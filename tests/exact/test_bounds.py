"""Every class of numbers known by their bounds answers as the true number would, whatever it is."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dualib.errors import BadInput
from dualib.exact import Bounds, Count, Interval
from dualib.language import Text
from dualib.staffing import Amount, Extent
from dualib.verdicts import NO, UNKNOWN, YES, Verdict

SMALL = st.integers(-6, 6)
ORDERS = [operator.lt, operator.le, operator.gt, operator.ge]
#: Where nothing bounds a number, the true one is looked for as far as this.
FAR = 20

PAIRS = st.tuples(SMALL, SMALL).map(lambda pair: (min(pair), max(pair)))
OPEN = st.tuples(PAIRS, st.booleans(), st.booleans()).map(
    lambda drawn: (None if drawn[1] else drawn[0][0], None if drawn[2] else drawn[0][1])
)
#: How the numbers of each class are drawn: its users, and the type itself.
CLASSES: dict[str, st.SearchStrategy[Bounds[Any]]] = {
    "Bounds": OPEN.map(lambda ends: Bounds(*ends)),
    "Count": PAIRS.map(lambda ends: Count(*ends)),
    "Interval": OPEN.map(lambda ends: Interval(*ends)),
    "Extent": st.builds(
        lambda ends, above, bounded: Extent(
            abs(ends[0]),
            abs(ends[0]) + ends[1] - ends[0] if bounded else None,
            above=above and (ends[0] < ends[1] or not bounded),
        ),
        PAIRS,
        st.booleans(),
        st.booleans(),
    ),
    "Amount": st.builds(
        lambda ends, bounded: Amount(ends[0], ends[1] if bounded else None), PAIRS, st.booleans()
    ),
}
ALIKE = st.sampled_from(sorted(CLASSES)).flatmap(
    lambda name: st.tuples(CLASSES[name], CLASSES[name])
)
ANY = st.sampled_from(sorted(CLASSES)).flatmap(lambda name: CLASSES[name])


def truths(bounds: Bounds[Any]) -> list[int]:
    """List the whole numbers that the true one may be, to some distance."""
    low = -FAR if bounds.low is None else bounds.low
    high = FAR if bounds.high is None else bounds.high
    above = isinstance(bounds, Extent) and bounds.above
    return list(range(int(low) + above, int(high) + 1))


def common(answers: set[bool]) -> Verdict:
    return UNKNOWN if len(answers) == 2 else YES if answers.pop() else NO


@given(ANY, ANY, st.sampled_from(ORDERS))
def test_an_order_is_answered_only_where_all_true_numbers_agree(
    one: Bounds[Any], other: Bounds[Any], order: Callable[[Any, Any], Any]
) -> None:
    found = order(one, other)
    truth = common({order(x, y) for x in truths(one) for y in truths(other)})
    assert found in (truth, UNKNOWN)
    # Numbers of persons or days have no others between: there the answer is the common one.
    if not isinstance(one, Extent) and not isinstance(other, Extent):
        assert found is truth


@given(ANY, ANY)
def test_the_same_number_is_answered_only_where_all_true_numbers_agree(
    one: Bounds[Any], other: Bounds[Any]
) -> None:
    found = one.equals(other)
    assert found is other.equals(one)
    truth = common({x == y for x in truths(one) for y in truths(other)})
    if found is not UNKNOWN:
        assert found is truth
    assert found is not UNKNOWN or not (one.known and other.known)
    assert (found is NO) == set(truths(one)).isdisjoint(truths(other))


@given(ANY, SMALL, st.sampled_from(ORDERS))
def test_a_plain_number_is_compared_as_one_that_is_known(
    one: Bounds[Any], number: int, order: Callable[[Any, Any], Any]
) -> None:
    assert order(one, number) is order(one, Bounds(number, number))
    assert one.equals(number) is one.equals(Fraction(number))


@given(ALIKE)
def test_a_sum_contains_the_true_sums_and_its_ends_are_attained(
    pair: tuple[Bounds[Any], Bounds[Any]],
) -> None:
    one, other = pair
    total = one + other
    sums = [x + y for x in truths(one) for y in truths(other)]
    assert type(total) is type(one)
    assert all(total.contains(found) for found in sums)
    if None not in (one.low, other.low) and not isinstance(one, Extent):
        assert total.low == min(sums)
    if None not in (one.high, other.high):
        assert total.high == max(sums)
    assert (total.low is None) == (None in (one.low, other.low))
    assert (total.high is None) == (None in (one.high, other.high))


@given(ANY, st.integers(0, 3))
def test_a_multiple_contains_the_true_multiples_and_its_ends_are_attained(
    one: Bounds[Any], factor: int
) -> None:
    for product in (one * factor, factor * one):
        assert type(product) is type(one)
        assert all(product.contains(number * factor) for number in truths(one))
        assert product.low == (0 if factor == 0 else one.low and one.low * factor)
        assert product.high == (0 if factor == 0 else one.high and one.high * factor)


@given(st.one_of(*(CLASSES[name] for name in ("Bounds", "Count", "Interval", "Amount"))), SMALL)
def test_differences_and_negative_multiples(one: Bounds[Any], number: int) -> None:
    assume(not (isinstance(one, Amount) and one.high is None))
    for found, expected in (
        (one - number, lambda x: x - number),
        (number - one, lambda x: number - x),
        (one * -2, lambda x: -2 * x),
        (one + number, lambda x: x + number),
        (number + one, lambda x: x + number),
    ):
        results = sorted(map(expected, truths(one)))
        assert all(map(found.contains, results))
        assert found.low in (None, results[0])
        assert found.high in (None, results[-1])
        assert [found.low, found.high].count(None) == [one.low, one.high].count(None)


def test_money_without_an_upper_bound_is_not_turned_round() -> None:
    with pytest.raises(
        BadInput, match="factor is -1: an amount without an upper bound has no negative multiple"
    ):
        Amount(1, None) * -1
    with pytest.raises(BadInput, match="factor is -1"):
        5 - Amount(1, None)


@given(PAIRS, PAIRS)
def test_a_difference_of_two(one: tuple[int, int], other: tuple[int, int]) -> None:
    found = Count(*one) - Count(*other)
    assert found == Count(one[0] - other[1], one[1] - other[0])


@given(ANY)
def test_known_value_and_contains_tell_the_same(one: Bounds[Any]) -> None:
    inside = truths(one)
    for number in range(-30, 31) if not isinstance(one, Extent) else range(31):
        assert one.contains(number) == (
            (one.low is None or one.low <= number)
            and (one.high is None or number <= one.high)
            and not (isinstance(one, Extent) and one.above and number == one.low)
        )
    assert all(map(one.contains, inside))
    assert one.known == (one.low is not None and one.low == one.high)
    if one.known:
        assert one.value() == one.low == inside[0]
        assert str(one) == str(inside[0])
    else:
        with pytest.raises(BadInput, match=r"is not known exactly \(.*\); use .low and .high"):
            one.value()


def test_sums_of_many_start_from_nothing() -> None:
    assert sum([Count(1, 2), Count(3, 5)], start=Count(0, 0)) == Count(4, 7)
    assert sum([Count(1, 2), Count(3, 5)]) == Count(4, 7)


def test_what_a_count_rests_on_goes_along() -> None:
    one, other = Text("a", "a"), Text("b", "b")
    total = Count(1, 2, (one,)) + Count(3, 4, (other,)) * 2
    assert (total, total.basis) == (Count(7, 10), (one, other))
    assert total == Count(7, 10)
    assert repr(total) == "Count(low=7, high=10)"


def test_bounds_of_unlike_classes_do_not_add() -> None:
    for operation in (operator.add, operator.sub):
        with pytest.raises(TypeError):
            operation(Count(1, 2), Extent(1, 2))


def test_a_count_is_never_a_number_with_decimals() -> None:
    half = Fraction(787, 2)
    assert not Count(390, 400).contains(half)
    assert Count(390, 400).equals(half) is NO
    assert Bounds(half, half).equals(Count(390, 400)) is NO
    assert Count(390, 400).equals(393) is UNKNOWN
    assert Interval(390, 400).equals(half) is UNKNOWN
    assert Interval(390, 400).contains(half)


@pytest.mark.parametrize(
    ("bounds", "plain", "sv", "en"),
    [
        (Interval(), "?", "okänt", "unknown"),
        (Interval(None, 3), "≤ 3", "högst 3", "at most 3"),
        (Interval(Fraction(1, 2), None), "≥ 1/2", "minst 0,5", "at least 0.5"),
        (Interval(3, 3), "3", "3", "3"),
        (Count(115, 115), "115", "115", "115"),
        (
            Count(1000, 2000),
            "1000–2000",
            "1\N{NO-BREAK SPACE}000–2\N{NO-BREAK SPACE}000",
            "1,000–2,000",
        ),
        (Bounds(0, None), "≥ 0", "minst 0", "at least 0"),
        (Bounds(-3, Fraction(5, 4)), "-3–5/4", "−3–1,25", "−3–1.25"),
    ],
)
def test_words(bounds: Bounds[Any], plain: str, sv: str, en: str) -> None:
    assert (str(bounds), bounds.text(), bounds.text("sv"), bounds.text("en")) == (plain, sv, sv, en)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Count(3, 2), "the count is from 3 to 2: expected the lower bound first"),
        (lambda: Count(1.5, 2), "a bound of a count is 1.5: expected a whole number"),
        (lambda: Count(True, 2), "a bound of a count is True: expected a whole number"),
        (
            lambda: Count(1, 2).value(),
            "the count is not known exactly (1–2); use .low and .high, or show both",
        ),
        (
            lambda: Interval(None, 3).value(),
            "the number is not known exactly (at most 3); use .low and .high, or show both",
        ),
        (lambda: Interval(3, 2), "the number is from 3 to 2: expected the lower bound first"),
        (
            lambda: Interval(0.5, 2),
            "a bound is 0.5: expected a whole number, a fraction or none; write None where "
            "nothing bounds it",
        ),
        (
            lambda: Bounds(0, True),
            "a bound is True: expected a whole number, a fraction or none; write None where "
            "nothing bounds it",
        ),
        (
            lambda: Interval(0, 2) < 0.5,
            "a bound is 0.5: expected a whole number, a fraction or none; write None where "
            "nothing bounds it",
        ),
        (lambda: Amount(2, 1), "the amount is from 2 to 1: expected the lower bound first"),
        (lambda: Extent(1, 2) * -1, "fte is Fraction(-2, 1): expected 0 or more"),
        (lambda: Interval().text("da"), "language is 'da': expected 'sv' or 'en'."),
    ],
)
def test_messages_say_what_is_wrong_and_what_was_expected(
    make: Callable[[], object], message: str
) -> None:
    with pytest.raises(BadInput) as caught:
        make()
    assert str(caught.value) == message
