"""Extents and posts: exact numbers, intervals that contain the truth, and errors that say how to mend."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.errors import BadInput
from dualib.language import Text
from dualib.staffing import PHASES, Extent, Post

UNIT = 10_000
units = st.integers(0, 5 * UNIT)


def posts(value: int | None) -> Fraction | None:
    return None if value is None else Fraction(value, UNIT)


@st.composite
def extents_with_truth(draw):
    """An extent and one number of posts (in 1/10,000) that it may stand for."""
    truth = draw(units)
    low = draw(st.integers(0, truth))
    above = draw(st.booleans()) and low < truth
    high = draw(st.none() | st.integers(truth, truth + UNIT))
    return Extent(posts(low), posts(high), above=above), truth


@given(st.lists(extents_with_truth(), max_size=6))
def test_a_sum_of_extents_contains_the_sum_of_the_truths(pairs):
    total, truth = Extent(0, 0), 0
    for extent, value in pairs:
        assert extent.contains(posts(value))
        total, truth = total + extent, truth + value
    assert total.contains(posts(truth))


@given(st.lists(extents_with_truth(), min_size=1, max_size=4))
def test_the_bounds_of_a_sum_are_reached_where_the_parts_reach_theirs(pairs):
    extents = [extent for extent, _ in pairs]
    total = extents[0]
    for extent in extents[1:]:
        total += extent
    assert total.low == sum(extent.low for extent in extents)
    assert total.above == any(extent.above for extent in extents)
    highs = [extent.high for extent in extents]
    assert total.high == (None if None in highs else sum(highs))


@given(units)
def test_every_spelling_of_a_number_is_the_same_extent(value):
    exact = Fraction(value, UNIT)
    text = f"{value // UNIT}.{value % UNIT:04d}"
    spellings = [exact, text, text.replace(".", ","), f" {text} ", Decimal(text)]
    assert {Extent.of(spelling) for spelling in spellings} == {Extent(exact, exact)}
    assert Extent.of(exact).value() == exact
    assert Extent.percent(100 * exact) == Extent.of(exact)


@given(units, st.integers(0, UNIT))
def test_the_written_number_reads_back(low, more):
    extent = Extent(posts(low), posts(low + more))
    parts = extent.text("sv").replace("\N{NO-BREAK SPACE}", "").split("\N{EN DASH}")
    assert Extent(parts[0], parts[-1]) == extent


def test_the_open_end_is_not_contained():
    some = Extent(0, 1, above=True)
    assert [some.contains(value) for value in (0, "0.0001", 1, "1.0001")] == [
        False,
        True,
        True,
        False,
    ]
    assert Extent("0,5", None).contains(40)


@pytest.mark.parametrize(
    ("extent", "sv", "en"),
    [
        (Extent("13,25", "13,25"), "13,25", "13.25"),
        (Extent(0, 2, above=True), "över 0 till 2", "above 0 up to 2"),
        (Extent("0,5", 2), "0,5–2", "0.5–2"),
        (Extent("0,5", None), "minst 0,5, övre gräns okänd", "at least 0.5, upper bound unknown"),
        (Extent(0, None, above=True), "över 0, övre gräns okänd", "above 0, upper bound unknown"),
    ],
)
def test_words(extent, sv, en):
    assert (extent.text("sv"), extent.text("en")) == (sv, en)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Extent.of(0.5),
            "fte is 0.5: expected a number such as '1,5'; write a whole number, text, a "
            "Decimal or a Fraction",
        ),
        (
            lambda: Extent.of(True),
            "fte is True: expected a number such as '1,5'; write a whole number, text, a "
            "Decimal or a Fraction",
        ),
        (
            lambda: Extent.of("ca 1"),
            "fte is 'ca 1': expected a number such as '0,75'; write a whole number, text, a "
            "Decimal or a Fraction",
        ),
        (
            lambda: Extent.of("1/0"),
            "fte is '1/0': expected a number such as '0,75'; write a whole number, text, a "
            "Decimal or a Fraction",
        ),
        (
            lambda: Extent.of(Decimal("inf")),
            "fte is Decimal('Infinity'): expected a number such as '0,75'; write a whole "
            "number, text, a Decimal or a Fraction",
        ),
        (
            lambda: Extent.of(Fraction(1, 3)),
            "fte is Fraction(1, 3): expected at most four decimals; round it as the source does",
        ),
        (lambda: Extent.of(-1), "fte is -1: expected 0 or more"),
        (
            lambda: Extent(2, 1),
            "the extent is from 2 to 1: expected the lower bound first",
        ),
        (lambda: Extent(-1, 1), "fte is -1: expected 0 or more"),
        (
            lambda: Extent(5, 5, above=True),
            "the extent is above 5 and at most 5: expected the lower bound first",
        ),
        (
            lambda: Extent(1, 2).value(),
            "the extent is not known exactly (1–2); use .low and .high, or show both",
        ),
        (lambda: Extent.of(1).text("da"), "language is 'da': expected 'sv' or 'en'."),
        (
            lambda: Post(id="", name="Chef"),
            "the post 'Chef' has an empty id: expected a name that no other post has",
        ),
        (
            lambda: Post(id="a", name="Chef", phase="latr"),
            "post a: phase is 'latr': expected empty or one of earlier, now, planned, applied, later. "
            "Did you mean 'later'?",
        ),
        (
            lambda: Post(id="a", name="Chef", headcount=0),
            "post a: headcount is 0: expected a whole number of at least 1, or none printed; "
            "write None when it is not printed",
        ),
        (
            lambda: Post(id="a", name="Chef", headcount=True),
            "post a: headcount is True: expected a whole number of at least 1, or none "
            "printed; write None when it is not printed",
        ),
        (
            lambda: Post(id="a", name="Chef", headcount=1.5),
            "post a: headcount is 1.5: expected a whole number of at least 1, or none printed; "
            "write None when it is not printed",
        ),
        (
            lambda: Post(id="a", name="Chef", headcount=1, fte="1,5"),
            "post a: fte is 1.5 for 1 person: expected at most one full-time post per person; "
            "change fte or headcount",
        ),
    ],
)
def test_bad_input_says_what_and_how_to_mend(make, message):
    with pytest.raises(BadInput) as caught:
        make()
    assert str(caught.value) == message


@given(st.none() | st.integers(1, 50))
def test_a_post_without_extent_is_above_zero_up_to_one_a_person(headcount):
    extent = Post(id="a", name="Chef", headcount=headcount).extent
    assert extent == Extent(0, headcount, above=True)


def test_a_post_keeps_what_is_printed():
    post = Post(
        id="a",
        name=Text("Chef", "manager"),
        group="G",
        fte=Extent(1, 2),
        headcount=2,
        phase="now",
    )
    assert (post.name.en, post.group, post.extent) == (
        "manager",
        Text("G", "G"),
        Extent(1, 2),
    )
    assert (post.party, post.followup, post.placement, post.body, post.place) == ("",) * 5
    assert list(PHASES) == ["earlier", "now", "planned", "applied", "later"]
