"""Controlled rounding keeps what it promises, for every table and on average."""

import hashlib
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.counting.disclosure.rounding import round_counts
from dualib.counting.tables.table import Dimension, Table
from dualib.errors import BadInput
from dualib.exact.network import with_totals


@st.composite
def counts(draw, shapes=((1,), (5,), (1, 1), (2, 3), (4, 4), (1, 6))):
    shape = draw(st.sampled_from(shapes))
    size = int(np.prod(shape))
    return with_totals(
        np.array(draw(st.lists(st.integers(0, 40), min_size=size, max_size=size))).reshape(shape)
    )


def adds_up(table):
    return np.array_equal(table, with_totals(table[(slice(None, -1),) * table.ndim]))


@given(counts(), st.integers(2, 10), st.integers(0, 2**32))
def test_each_cell_becomes_a_neighbouring_multiple_and_parts_sum_to_totals(table, base, seed):
    rounded = round_counts(table, base=base, seed=seed)
    assert adds_up(rounded)
    assert not (rounded % base).any()
    assert (abs(rounded - table) < base).all()
    assert np.array_equal(rounded[table % base == 0], table[table % base == 0])
    assert np.array_equal(rounded, round_counts(table, base=base, seed=seed))


@given(counts(shapes=((2, 3, 2), (1, 2, 2, 2))), st.integers(0, 99))
def test_in_more_dimensions_it_holds_along_the_nesting(table, seed):
    rounded = round_counts(table, seed=seed)
    assert adds_up(rounded)
    assert not (rounded % 5).any()
    inner = (slice(None, -1),) * table.ndim
    assert (abs(rounded - table)[inner] < 5).all()
    assert abs(rounded - table).flat[-1] < 5
    outermost = rounded - table
    for _ in range(table.ndim - 2):
        outermost = outermost[:, -1]
    assert (abs(outermost) < 5).all()


@pytest.mark.parametrize("shape", [(4,), (3, 4)])
def test_nothing_drifts_on_average(shape):
    table = with_totals(np.random.default_rng(7).integers(0, 12, shape))
    tries = np.array([round_counts(table, seed=seed) for seed in range(2000)])
    error = tries.std(axis=0) / np.sqrt(len(tries))
    assert (abs(tries.mean(axis=0) - table) <= 4 * error + 1e-9).all()


def test_the_same_bytes_everywhere():
    table = with_totals(np.arange(60).reshape(6, 10) * 7 % 31)
    digest = hashlib.sha256(round_counts(table, seed=11).astype("<i8").tobytes()).hexdigest()
    assert digest[:16] == "59cc21a5bb65aa36"


round_table = Table.rounded
SEX = Dimension("sex", "sex", ("woman", "man"))


def test_a_table_and_a_single_number():
    table = round_table(Table("persons", (SEX,), [3, 9], published=[3, 9, 12]), base=3)
    assert table.values.tolist() == [3, 9]
    assert (
        table.notes[0].sv
        == "Slumpmässigt avrundad till multiplar av 3; delarna summerar till totalerna."
    )
    assert round_table(Table("persons", (), 787), seed=1).total in (785, 790)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: round_counts([1, 1], base=1), "base is 1: expected a whole number of at least 2"),
        (lambda: round_counts([1, 1], base=2.5), "base is 2.5: expected a whole number"),  # type: ignore[arg-type]
        (
            lambda: round_counts([1, 1], seed=-1),
            "seed is -1: expected a whole number of at least 0",
        ),
        (
            lambda: round_counts([1.5, 1.5]),
            "the counts are float64 of shape (2,): expected whole numbers with totals last",
        ),
        (
            lambda: round_counts([1, 2]),
            "the last place of each axis is not the sum of the others, or a count is negative: expected totals",
        ),
        (
            lambda: round_table(Table("persons", (SEX,), [0, 1], [1, 0])),
            "the table has gaps or does not add up: controlled rounding needs complete counts that do",
        ),
    ],
)
def test_what_is_refused(make, message):
    with pytest.raises(BadInput, match="^" + re.escape(message) + "$"):
        make()
