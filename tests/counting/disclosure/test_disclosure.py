"""The promise of disclosure control, against readers that try every table that fits."""

import itertools
import math
import re
from functools import cache

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dualib.counting.disclosure.protection import audit, protect_counts
from dualib.counting.tables.table import CellStatus, Dimension, Table, protect
from dualib.errors import BadInput, UnprotectableError
from dualib.exact.network import UNBOUNDED, intervals, with_totals


@st.composite
def counts(draw, shapes, greatest):
    shape = draw(st.sampled_from(shapes))
    size = int(np.prod(shape))
    cell = st.one_of(st.integers(0, 3), st.integers(0, greatest))
    inner = np.array(draw(st.lists(cell, min_size=size, max_size=size)), np.int64).reshape(shape)
    return with_totals(inner)


TWO_WAY = [(2,), (3,), (5,), (1, 2), (2, 2), (2, 3), (3, 3), (4, 3), (5, 5)]


def protected(table, **options):
    try:
        return protect_counts(table, **options)
    except UnprotectableError:
        assume(False)


def needed(table, report):
    """The range that must stay open for each primary cell, for the two kinds of reader."""
    least = 0 if report.zeros else 1
    return least, least if report.zeros else np.maximum(1, report.parts)


@given(counts(TWO_WAY, 30), st.integers(2, 6), st.booleans(), st.booleans())
def test_every_reader_of_a_two_way_table_is_kept_guessing(table, threshold, zeros, insiders):
    report = protected(table, threshold=threshold, zeros=zeros, insiders=insiders)
    assert report.safe
    hidden = report.primary | report.secondary
    assert np.array_equal(report.primary, (table < threshold) & (table >= (0 if zeros else 1)))
    assert not hidden.flat[-1]
    least, strict = needed(table, report)
    shown = np.where(hidden, 0, table)  # nothing but what is published goes in
    for floor, bottom in ((0, least), (0 if zeros else 1, strict)):
        seen = intervals(shown, hidden, floor=floor)
        assert (seen.low <= bottom)[report.primary].all()
        assert (seen.high >= threshold - 1)[report.primary].all()
        if floor == 0:
            assert (seen.low < seen.high)[report.secondary].all()
            assert np.array_equal(seen.low, report.low)
            assert np.array_equal(seen.high, report.high)
        else:
            assert np.array_equal(seen.low, report.strict_low)
            assert np.array_equal(seen.high, report.strict_high)
    if not zeros:
        assert not hidden[table == 0].any()


@given(counts([(2,), (3,), (2, 2), (2, 3), (3, 3), (4, 3)], 12), st.integers(3, 5))
def test_a_person_alone_in_a_cell_is_kept_guessing(table, threshold):
    report = protected(table, threshold=threshold, insiders=True)
    hidden = report.primary | report.secondary
    inner = tuple(size - 1 for size in table.shape)
    for place in zip(*np.nonzero(table[tuple(slice(size) for size in inner)] == 1)):
        own = np.zeros(table.shape, bool)
        for cell in np.ndindex(*table.shape):
            mine = all(c in (p, end) for c, p, end in zip(cell, place, inner))
            own[cell] = mine and table[cell] == 1
        seen = intervals(np.where(hidden & ~own, 0, table), hidden & ~own, floor=1)
        others = report.primary & ~own
        assert (seen.low <= np.maximum(1, report.parts))[others].all()
        assert (seen.high >= threshold - 1)[others].all()


@cache
def every_table(shape, total):
    """All tables of a shape that sum to ``total``, stacked, with totals."""
    bars = itertools.combinations(range(total + math.prod(shape) - 1), math.prod(shape) - 1)
    edges = [(-1, *places, total + math.prod(shape) - 1) for places in bars]
    tables = (np.diff(np.array(edges), axis=1) - 1).reshape(-1, *shape)
    for axis in range(1, tables.ndim):
        tables = np.concatenate([tables, tables.sum(axis=axis, keepdims=True)], axis=axis)
    return tables


@st.composite
def few_persons(draw, shapes, most):
    """A table of so few persons that every table like it can be tried: the cell of each of them is drawn."""
    shape = draw(st.sampled_from(shapes))
    places = draw(st.lists(st.integers(0, math.prod(shape) - 1), min_size=2, max_size=most))
    return with_totals(np.bincount(places, minlength=math.prod(shape)).reshape(shape))


@given(
    few_persons([(2, 2, 2), (1, 2, 3), (3, 1, 2), (2, 3), (3,), (1, 2, 1, 3)], 7),
    st.integers(2, 3),
    st.booleans(),
)
def test_enumeration_finds_no_leak_in_any_number_of_dimensions(table, threshold, zeros):
    report = protected(table, threshold=threshold, zeros=zeros)
    assert report.safe
    hidden = report.primary | report.secondary
    tried = every_table(tuple(size - 1 for size in table.shape), int(table.flat[-1]))
    tried = tried[(tried[:, ~hidden] == table[~hidden]).all(axis=1)]
    least, strict = needed(table, report)
    for fits, bottom in (
        (tried, least),
        (tried[(tried[:, hidden] >= (0 if zeros else 1)).all(axis=1)], strict),
    ):
        assert (fits.min(axis=0) <= bottom)[report.primary].all()
        assert (fits.max(axis=0) >= threshold - 1)[report.primary].all()
    covers = report.secondary & ~report.across
    assert (tried.min(axis=0) < tried.max(axis=0))[covers].all()


@settings(max_examples=settings().max_examples // 4)
@given(counts([(2, 3, 3), (3, 2, 4), (2, 2, 1, 2)], 30), st.booleans())
def test_more_dimensions_hold_and_show_no_total_across_that_adds_up_a_hidden_cell(table, insiders):
    report = protected(table, insiders=insiders)
    assert report.safe
    assert report.secondary[report.across & ~report.primary].all()


def test_large_tables_of_three_dimensions_are_protected_along_the_order_given():
    table = with_totals(
        np.random.default_rng(3).poisson(np.random.default_rng(4).gamma(0.5, 20, (16, 16, 12)))
    )
    report = protect_counts(table)
    assert report.safe
    assert report.primary.any()
    assert not report.across[:, -1, :].any()  # the first dimension's totals lie in the nesting


def test_a_small_total_across_the_nesting_stays_hidden_as_a_sum():
    table = with_totals([[[1, 30], [40, 50]], [[2, 60], [70, 80]]])
    report = protect_counts(table)
    assert report.safe
    sums = report.low[-1, 0, 0], report.high[-1, 0, 0]
    assert sums[0] <= 2
    assert sums[1] >= 4


def test_a_total_that_needs_covers_only_against_the_reader_who_knows_less():
    report = protect_counts(with_totals([[[1, 14], [1, 14], [1, 8]], [[0, 1], [0, 0], [14, 8]]]))
    assert report.safe


@pytest.mark.parametrize("seed", range(3))
def test_a_linear_program_sees_the_same(seed):
    import highspy

    rng = np.random.default_rng(seed)
    table = with_totals(rng.poisson(rng.gamma(0.5, 9, (5, 6))))
    report = protect_counts(table)
    hidden = report.primary | report.secondary
    model = highspy.Highs()
    model.silent()
    cells = np.argwhere(hidden).tolist()
    for _ in cells:
        model.addVar(0.0, highspy.kHighsInf)
    number = {tuple(cell): index for index, cell in enumerate(cells)}
    for axis, line in [(0, i) for i in range(6)] + [(1, j) for j in range(7)]:
        along = [(line, j) if axis == 0 else (j, line) for j in range(7 if axis == 0 else 6)]
        signs = [1.0] * (len(along) - 1) + [-1.0]
        right = -sum(sign * table[cell] for cell, sign in zip(along, signs) if not hidden[cell])
        terms = [(number[cell], sign) for cell, sign in zip(along, signs) if hidden[cell]]
        if terms:
            model.addRow(
                float(right), float(right), len(terms), [t for t, _ in terms], [s for _, s in terms]
            )
    for cell, index in number.items():
        ends = []
        for sense in (highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize):
            model.changeObjectiveSense(sense)
            model.changeColCost(index, 1.0)
            model.run()
            optimal = model.getModelStatus() == highspy.HighsModelStatus.kOptimal
            ends.append(round(model.getInfo().objective_function_value) if optimal else UNBOUNDED)
        model.changeColCost(index, 0.0)
        assert ends == [report.low[cell], report.high[cell]]


def test_utility_few_covers_are_hidden():
    rng = np.random.default_rng(1)
    for _ in range(5):
        table = with_totals(rng.poisson(rng.gamma(0.5, 9, (6, 10))))
        report = protect_counts(table)
        assert report.secondary.sum() <= 8
        hidden = report.primary | report.secondary
        for cell in np.argwhere(report.secondary):  # none of them can be shown
            fewer = hidden.copy()
            fewer[tuple(cell)] = False
            assert not audit(table, fewer).safe


def test_a_large_table():
    rng = np.random.default_rng(2)
    table = with_totals(rng.poisson(rng.gamma(0.4, 64, (290, 20))))
    report = protect_counts(table)
    assert report.safe
    assert report.primary.sum() > 500
    assert report.secondary.sum() < report.primary.sum() / 2


SEX = Dimension("sex", "sex", ("woman", "man"))
ANSWER = Dimension("answer", "answer", ("yes", "no"))


def test_one_status_for_all_that_is_hidden():
    done = protect(Table("persons", (SEX, ANSWER), [[3, 20], [30, 40]]))
    values, status = done.table.with_totals()
    assert set(status.ravel().tolist()) == {CellStatus.OK, CellStatus.SUPPRESSED}
    assert not values[status == CellStatus.SUPPRESSED].any()
    assert done.audit.primary.sum() == 1
    assert done.audit.secondary.sum() == 3
    assert "3" not in repr(done.audit.threshold)
    assert "array" not in repr(done.audit)


def test_a_table_without_small_counts_stays_whole():
    table = Table("persons", (SEX, ANSWER), [[13, 20], [30, 0]])
    assert protect(table).table.values.tolist() == table.values.tolist()


def test_a_single_number():
    assert protect(Table("persons", (), 12)).table.total == 12
    with pytest.raises(UnprotectableError):
        protect(Table("persons", (), 4))
    assert protect(Table("persons", (), 0)).table.total == 0
    with pytest.raises(UnprotectableError):
        protect(Table("persons", (), 0), zeros=True)


def test_hiding_only_the_small_cells_is_found_out():
    table = with_totals([[3, 20], [30, 40]])
    report = audit(table, (table < 5) & (table > 0))
    assert report.leaks.tolist() == [[True, False, False], [False] * 3, [False] * 3]
    assert (report.low[0, 0], report.high[0, 0]) == (3, 3)
    shown_zero = audit(with_totals([[0, 20], [30, 40]]), np.ones((3, 3), bool))
    assert shown_zero.strict_low[0, 0] == 0


@pytest.mark.parametrize(
    ("table", "options", "kind", "message"),
    [
        (
            [1, 2, 3],
            {},
            UnprotectableError,
            "the table counts 3 persons in all, below the threshold 5: nothing of it can be published. "
            "Count a wider group",
        ),
        (
            [[1, 0, 1], [0, 0, 0], [1, 0, 1]],
            {},
            UnprotectableError,
            "the table counts 1 person in all, below the threshold 5: nothing of it can be published. "
            "Count a wider group",
        ),
        (
            [3, 3, 6],
            {"threshold": 5, "insiders": False, "zeros": True},
            None,
            "",
        ),
        (
            [1, 1, 1, 1, 1, 5],
            {},
            UnprotectableError,
            "the count at (0,) cannot be hidden: it can be worked out from what is shown "
            "around it. Join categories, leave a dimension out, or publish a rounded table",
        ),
        (
            [1, 9, 10],
            {"threshold": 1},
            BadInput,
            "threshold is 1: expected a whole number of at least 2",
        ),
        ([1, 9, 10], {"threshold": 2.5}, BadInput, "threshold is 2.5: expected a whole number"),
        (
            [1.0, 9.0, 10.0],
            {},
            BadInput,
            "the counts are float64 of shape (3,): expected whole numbers with totals last",
        ),
        ([-1, 9, 8], {}, BadInput, "a count is -1: expected no negative counts"),
        (
            [1, 9, 11],
            {},
            BadInput,
            "the last place of each axis is not the sum of the others: expected totals there",
        ),
    ],
)
def test_what_cannot_be_protected(table, options, kind, message):
    if kind is None:
        assert protect_counts(table, **options).safe
        return
    with pytest.raises(kind, match="^" + re.escape(message) + "$"):
        protect_counts(table, **options)


def test_the_message_names_the_categories():
    table = Table(
        "persons", (ANSWER, Dimension("age", "age", ("16", "17", "18"))), [[0, 1, 1], [1, 1, 1]]
    )
    message = (
        "the count of age 16 cannot be hidden: it can be worked out from what is shown around "
        "it. Join categories, leave a dimension out, or publish a rounded table"
    )
    with pytest.raises(UnprotectableError, match="^" + re.escape(message) + "$"):
        protect(table)


def test_in_three_dimensions_too():
    with pytest.raises(UnprotectableError, match="cannot be hidden"):
        protect_counts(with_totals([[[1, 1, 1]], [[1, 1, 0]]]))


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (
            Table("persons", (SEX,), [3, 20], additive=False),
            "the table does not add up (perturbed or rounded): protect the counts it was made from",
        ),
        (
            Table("persons", (SEX,), [3, 20], decimals=1),
            "the table has 1 decimal: expected counts of persons",
        ),
        (
            Table("persons", (SEX,), [0, 20], [CellStatus.MISSING, CellStatus.OK]),
            "a cell is hidden or missing: protect the complete counts",
        ),
        (
            Table("persons", (SEX,), [3, 20], published=[3, 20, 24]),
            "the published totals are not the sums of the cells: reconcile the table first",
        ),
    ],
)
def test_tables_that_are_refused(table, message):
    with pytest.raises(BadInput, match="^" + re.escape(message) + "$"):
        protect(table)


def test_an_audit_refuses_what_it_cannot_answer():
    table = with_totals(np.full((2, 2, 2), 9))
    hidden = np.zeros(table.shape, bool)
    hidden[0, 0, 0] = True
    message = "the total at (2, 0, 0) is shown but adds up a hidden cell: expected it to be hidden"
    with pytest.raises(BadInput, match="^" + re.escape(message) + "$"):
        audit(table, hidden)
    with pytest.raises(
        BadInput, match=re.escape("hidden has shape (2,): expected that of the table, (3, 3, 3)")
    ):
        audit(table, hidden[0, 0, :2])
