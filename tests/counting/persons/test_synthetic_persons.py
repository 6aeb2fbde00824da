"""Made-up persons: every published count exactly, the same persons from a seed everywhere, clashing tables named."""

from collections import Counter
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualib.counting import SYNTHETIC, Dimension, Overlay, Table, synthetic_columns
from dualib.errors import BadInput, ContradictionError
from dualib.exact.random_stream import Stream
from dualib.language import Text

SEX = Dimension("sex", "sex", ("woman", "man"))


def kalmar():
    """The shape of Kalmar's tables: attributes by sex, with 297 women and 490 men."""
    education = Dimension("education", "education", ("none", "short", "upper", "post"))
    code = Dimension("code", "code", ("yes", "no"))
    measure = Dimension("measure", "measure", ("yes", "no"))
    age = Dimension("age", "age", ("16-19", "20-24"))
    return [
        Table("by sex", (SEX,), [297, 490]),
        Table("by education", (SEX, education), [[80, 40, 150, 27], [160, 70, 240, 20]]),
        Table("by code", (SEX, code), [[60, 237], [111, 379]]),
        Table("by measure", (measure, SEX), [[100, 190], [197, 300]]),
        Table("by age", (age,), [95, 692]),
    ]


def table_of(persons, names, dimensions, label="t"):
    counts = Counter(tuple(person[name] for name in names) for person in persons)
    values = [counts[cell] for cell in product(*(dimensions[name].categories for name in names))]
    shape = [len(dimensions[name].categories) for name in names]
    return Table(
        label, [dimensions[name] for name in names], np.array(values, dtype=np.int64).reshape(shape)
    )


def agrees(made, table):
    found = Counter(zip(*(made.columns[name].tolist() for name in table.names), strict=True))
    return found == Counter({row[:-2]: row[-2] for row in table.to_rows() if row[-2]})


NAMES = ("a", "b", "c")


@st.composite
def cases(draw):
    """Tables of some real persons, by any sets of dimensions, loops among them."""
    dimensions = {
        name: Dimension(name, name, ("x", "y", "z")[: draw(st.integers(2, 3))]) for name in NAMES
    }
    persons = draw(
        st.lists(
            st.fixed_dictionaries(
                {n: st.sampled_from(d.categories) for n, d in dimensions.items()}
            ),
            max_size=12,
        )
    )
    sets = draw(
        st.lists(st.lists(st.sampled_from(NAMES), min_size=1, unique=True), min_size=1, max_size=4)
    )
    return [table_of(persons, names, dimensions) for names in sets]


@given(cases(), st.integers(0, 2**64))
def test_every_count_is_exact(tables, seed):
    made = synthetic_columns(tables, seed)
    assert all(agrees(made, table) for table in tables)
    assert made.size == tables[0].total
    assert made.sha256 == synthetic_columns(tables, seed).sha256
    assert made.label is SYNTHETIC


def test_a_chain_of_tables_keeps_what_was_dealt_before():
    names = "abcd"
    dimensions = {name: Dimension(name, name, ("x", "y")) for name in names}
    persons = [
        dict(zip(names, cell, strict=True))
        for cell in ("xxyy", "yxxy", "yyxx", "xyxy", "xyyx", "yyyy", "xxxx")
    ]
    tables = [table_of(persons, pair, dimensions) for pair in ("ab", "bc", "cd")]
    for seed in range(8):
        made = synthetic_columns(tables, seed)
        assert all(agrees(made, table) for table in tables)


def test_a_loop_of_tables_is_solved_for():
    dimensions = {name: Dimension(name, name, ("x", "y")) for name in NAMES}
    persons = [dict(zip(NAMES, cell, strict=True)) for cell in ("xxy", "yxx", "yyx", "xyx", "xyy")]
    tables = [table_of(persons, names, dimensions) for names in ("ab", "bc", "ac")]
    assert all(agrees(synthetic_columns(tables, 5), table) for table in tables)


def test_a_loop_that_no_persons_fit_is_named():
    dimensions = {name: Dimension(name, name, ("x", "y")) for name in NAMES}
    tables = [
        Table("ab", (dimensions["a"], dimensions["b"]), [[1, 0], [0, 1]]),
        Table("bc", (dimensions["b"], dimensions["c"]), [[1, 0], [0, 1]]),
        Table("ac", (dimensions["a"], dimensions["c"]), [[0, 1], [1, 0]]),
        Table(Text("alla", "all"), (dimensions["a"],), [1, 1]),
    ]
    with pytest.raises(ContradictionError) as caught:
        synthetic_columns(tables, 1)
    assert str(caught.value) == (
        "these tables cannot all be of the same persons; correct or leave out one of them:\n  "
        "ab (a, b; 2)\n  bc (b, c; 2)\n  ac (a, c; 2)"
    )


def test_two_tables_that_differ_in_what_they_share_are_named():
    with pytest.raises(ContradictionError) as caught:
        synthetic_columns([*kalmar(), Table(Text("nya", "new"), (SEX,), [298, 489])], 1)
    assert str(caught.value).endswith("  by sex (sex; 787)\n  new (sex; 787)")


@pytest.mark.parametrize("seed", [0, 1, 2026, 2**80])
def test_kalmar(seed):
    made = synthetic_columns(kalmar(), seed)
    assert all(agrees(made, table) for table in kalmar())


def test_the_stream_is_pinned():
    assert Stream(0).shuffled(range(10)) == PINNED_ORDER
    assert synthetic_columns(kalmar(), 1).sha256 == PINNED


PINNED_ORDER = [7, 2, 8, 6, 4, 3, 5, 0, 9, 1]
PINNED = "32cc40dbc9514bc264cfdbcb298b84d0b8a3dbf2f305a1878ccbcb117338b55c"


@given(st.integers(1, 9), st.integers(0, 2**32))
@settings(max_examples=30)
def test_every_order_can_come_and_none_is_lost(length, seed):
    assert sorted(Stream(seed).shuffled(range(length))) == list(range(length))


def test_orders_are_equally_likely():
    stream = Stream(7)
    counts = Counter(tuple(stream.shuffled("abc")) for _ in range(6000))
    assert len(counts) == 6
    assert (
        sum((count - 1000) ** 2 / 1000 for count in counts.values()) < 20.5
    )  # chi square, 5 degrees, 0.1 %


def test_numbers_that_would_favour_some_are_drawn_again():
    stream = Stream(1)
    stream._raw = iter([2**64 - 1, 5])
    assert stream.below(3) == 2


def test_overlays_hold_at_once_only_where_told():
    overlay = Overlay(
        {"ill": 30, "care": 20, "other": 10}, both={("ill", "care"): 2}, within={"sex": "woman"}
    )
    more = Overlay({"ill": 5}, within={"sex": "man", "age": "16-19"})
    made = synthetic_columns(kalmar(), 3, overlays=[overlay, more])
    columns = made.columns
    woman = columns["sex"] == "woman"
    assert [int(columns[name].sum()) for name in ("ill", "care", "other")] == [35, 20, 10]
    assert int((columns["ill"] & woman).sum()) == 30
    assert int((columns["ill"] & columns["care"]).sum()) == 2
    assert not (columns["other"] & (columns["ill"] | columns["care"])).any()
    assert synthetic_columns(kalmar(), 3, overlays=[Overlay({})]).size == 787
    everybody = synthetic_columns(
        kalmar(), 3, overlays=[Overlay({"ill": 297}, within={"sex": "woman"})]
    )
    assert np.array_equal(everybody.columns["ill"], everybody.columns["sex"] == "woman")


def test_one_person_too_few_is_refused():
    with pytest.raises(BadInput, match="table 't' has a hidden, negative or decimal cell"):
        synthetic_columns([Table("t", (SEX,), [-1, 5])], 1)


def hidden():
    return Table("t", (SEX,), [3, 490]).masked([1, 0, 0])


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: synthetic_columns([], 1), "marginals is empty: expected at least one table"),
        (
            lambda: synthetic_columns(kalmar(), -1),
            "seed is -1: expected a whole number of at least 0",
        ),
        (lambda: synthetic_columns(kalmar(), "x"), "seed is 'x': expected a whole number"),
        (
            lambda: synthetic_columns([Table("t", (), 7)], 1),
            "table 't' has no dimension: expected at least one",
        ),
        (
            lambda: synthetic_columns([hidden()], 1),
            "table 't' has a hidden, negative or decimal cell: expected counts of persons",
        ),
        (
            lambda: synthetic_columns(
                [*kalmar(), Table("t", (Dimension("sex", "sex", ("w", "m")),), [297, 490])], 1
            ),
            "table 't' divides 'sex' into w, m: expected woman, man, as in another table",
        ),
        (
            lambda: synthetic_columns(
                kalmar(), 1, overlays=[Overlay({"ill": 1}, within={"sexx": "woman"})]
            ),
            "overlay within 'sexx': expected a dimension of the tables. Did you mean 'sex'?",
        ),
        (
            lambda: synthetic_columns(
                kalmar(), 1, overlays=[Overlay({"ill": 1}, both={("ill", "il"): 1})]
            ),
            "overlay both ('ill', 'il'): expected two different columns of counts. Did you mean 'ill'?",
        ),
        (
            lambda: synthetic_columns(kalmar(), 1, overlays=[Overlay({"ill": 1000})]),
            "overlay ill is for 1000 of 787 persons: expected no more than there are, and both at most each count",
        ),
        (
            lambda: synthetic_columns(
                kalmar(), 1, overlays=[Overlay({"ill": 1, "b": 5}, both={("ill", "b"): 2})]
            ),
            "overlay ill, b is for 5 of 787 persons: expected no more than there are, and both at most each count",
        ),
    ],
)
def test_golden_messages(make, message):
    with pytest.raises(BadInput) as caught:
        make()
    assert str(caught.value) == message


def test_a_loop_too_large_to_try():
    dimensions = {
        name: Dimension(name, name, [str(index) for index in range(60)]) for name in NAMES
    }
    tables = [
        Table(names, [dimensions[name] for name in names], np.zeros((60, 60), dtype=np.int64))
        for names in ("ab", "bc", "ac")
    ]
    with pytest.raises(BadInput) as caught:
        synthetic_columns(tables, 1)
    assert str(caught.value) == (
        "the tables form a loop of 216000 combinations: expected at most 100000; leave out a table"
    )
