"""What hidden cells can be: against every table that fits, by enumeration."""

import re

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dualib.errors import BadInput, ContradictionError
from dualib.exact import Bounds
from dualib.exact.network import UNBOUNDED, Network, intervals, layout, with_totals


def every_table(shape, greatest):
    """All tables of a shape with inner cells up to ``greatest``, stacked, with totals."""
    size = int(np.prod(shape))
    tables = np.indices((greatest + 1,) * size).reshape(size, -1).T.reshape(-1, *shape)
    for axis in range(1, tables.ndim):
        tables = np.concatenate([tables, tables.sum(axis=axis, keepdims=True)], axis=axis)
    return tables


def by_enumeration(table, hidden, floor, greatest):
    """Keep, of all tables whose cells are at most ``greatest``, those that show what is shown."""
    tried = every_table(tuple(size - 1 for size in table.shape), greatest)
    fits = (tried == table)[:, ~hidden].all(axis=1) & (tried[:, hidden] >= floor).all(axis=1)
    return tried[fits].min(axis=0, initial=UNBOUNDED), tried[fits].max(axis=0, initial=-1)


@st.composite
def masked(draw, shapes=((2,), (3,), (1, 2), (2, 2), (2, 3), (3, 2)), greatest=2):
    shape = draw(st.sampled_from(shapes))
    size = int(np.prod(shape))
    inner = np.array(
        draw(st.lists(st.integers(0, greatest), min_size=size, max_size=size)), np.int64
    ).reshape(shape)
    table = with_totals(inner)
    hidden = np.array(
        draw(st.lists(st.booleans(), min_size=table.size, max_size=table.size))
    ).reshape(table.shape)
    hidden[(-1,) * table.ndim] = False
    return table, hidden


@given(masked(), st.integers(0, 1))
def test_intervals_equal_enumeration(case, floor):
    table, hidden = case
    assume(table.flat[-1] <= 5)
    low, high = by_enumeration(table, hidden, floor, int(table.flat[-1]))
    if (high < 0).any():  # the floor leaves nothing
        with pytest.raises(ContradictionError):
            intervals(table, hidden, floor=floor)
        return
    seen = intervals(np.where(hidden, 0, table), hidden, floor=floor)
    assert seen.attained
    assert np.array_equal(seen.low, low)
    assert np.array_equal(seen.high, high)


@given(masked(shapes=((2, 2, 2),), greatest=1))
def test_in_three_dimensions_the_truth_lies_inside(case):
    table, hidden = case
    low, high = by_enumeration(table, hidden, 0, 1)
    seen = intervals(np.where(hidden, 0, table), hidden)
    assert not seen.attained
    assert (seen.low <= low).all()
    assert (seen.high >= high).all()


@given(masked(greatest=20))
def test_the_truth_always_fits(case):
    table, hidden = case
    seen = intervals(np.where(hidden, -7, table), hidden)
    assert (seen.low <= table).all()
    assert (table <= seen.high).all()


@pytest.mark.parametrize("shape", [(1,), (4,), (1, 1), (3, 2), (2, 3, 2), (2, 1, 2, 3)])
def test_every_layout_conserves(shape):
    rng = np.random.default_rng(5)
    plan = layout(shape)
    flow = with_totals(rng.integers(0, 9, shape)).ravel()[plan.cells]
    excess = np.zeros(plan.nodes, int)
    np.add.at(excess, plan.heads, flow)
    np.subtract.at(excess, plan.tails, flow)
    for (tail, head), value in zip(plan.free, flow):
        excess[head] += value
        excess[tail] -= value
    assert not excess.any()
    assert len(plan.names) == plan.nodes


def test_every_equation_has_a_name():
    assert layout((2,)).names == ("the total", "the total", "cell 0", "cell 1")
    two_way = (
        "the row of totals",
        "column 0",
        "column 1",
        "column 2",
        "the column of totals",
        "row 0",
        "row 1",
    )
    assert layout((2, 3)).names == two_way
    under = ("column 0 under (0,)", "the column of totals under (0,)")
    top = ("the totals over all", "column 0 under ()", "the column of totals under ()")
    assert layout((1, 2, 1)).names == (*top, *under, "row (0, 0)", "row (0, 1)")


def test_without_a_total_there_is_no_upper_end():
    seen = intervals([0, 0, 5, 0], [True, True, False, True])
    assert seen.low.tolist() == [0, 0, 5, 5]
    assert seen.high.tolist() == [UNBOUNDED, UNBOUNDED, 5, UNBOUNDED]
    assert [seen.at(place) for place in (2, 3)] == [Bounds(5, 5), Bounds(5, None)]


def test_a_part_without_limit_after_a_part_with_one():
    seen = intervals([[0, 0, 0], [0, 4, 0], [0, 0, 0]], [[1, 1, 1], [1, 0, 1], [1, 1, 1]])
    assert (seen.high == [[UNBOUNDED] * 3, [UNBOUNDED, 4, UNBOUNDED], [UNBOUNDED] * 3]).all()
    assert seen.low.tolist() == [[0, 0, 0], [0, 4, 4], [0, 4, 4]]


def test_a_stretch_of_several_cells_can_be_attained_and_leaves_no_trace():
    network = Network(layout((2, 2)))
    for arc in range(9):
        network.open(arc, UNBOUNDED, 2)
    before = (list(network.up), list(network.down), list(network.after), list(network.before))
    more, less, used = network.stretch([4, 5], 3, 9)
    assert (more, less) == (3, 4)
    assert used
    assert not used & {4, 5}
    assert before == (network.up, network.down, network.after, network.before)
    assert network.stretch([4, 5], UNBOUNDED, 0)[:2] == (UNBOUNDED, 0)


@pytest.mark.parametrize(
    ("table", "hidden", "message"),
    [
        (
            [[0, 0, 7], [0, 0, 5], [8, 4, 13]],
            [[1, 1, 0], [1, 1, 0], [0, 0, 0]],
            "no whole numbers fit the cells that are shown: these sums clash: the row of totals. "
            "Check the figures in them, or hide the one that is wrong",
        ),
        (
            [[0, 3, 2], [4, 5, 9], [5, 8, 13]],
            [[1, 0, 0], [0, 0, 0], [1, 0, 1]],
            "no whole numbers fit the cells that are shown: these sums clash: row 0. "
            "Check the figures in them, or hide the one that is wrong",
        ),
    ],
)
def test_a_clash_names_the_sums(table, hidden, message):
    with pytest.raises(ContradictionError, match="^" + re.escape(message) + "$"):
        intervals(table, hidden)


def test_a_clash_in_three_dimensions_names_the_place():
    table = with_totals(np.ones((2, 2, 2), int))
    table[0, 0, 0] = 9
    hidden = np.zeros(table.shape, bool)
    hidden[1, 1, 1] = True
    with pytest.raises(ContradictionError, match=re.escape("row (0, 0)")):
        intervals(table, hidden)


@pytest.mark.parametrize(
    ("table", "hidden", "message"),
    [
        (
            [1.0, 2.0],
            [0, 0],
            "table holds float64: expected whole numbers (int64); put 0 where a cell is missing",
        ),
        (
            [[1], [1]],
            [[0], [0]],
            "table has shape (2, 1): expected each axis to end with its total, so at least 2 long",
        ),
        ([1, 1], [0], "hidden has shape (1,): expected that of the table, (2,)"),
    ],
)
def test_what_cannot_be_read_is_refused(table, hidden, message):
    with pytest.raises(BadInput, match="^" + re.escape(message) + "$"):
        intervals(table, hidden)
