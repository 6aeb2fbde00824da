"""Bounds of missing numbers against trying every number."""

import itertools
import re
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dualib.counting import Interval
from dualib.counting.reconciliation import gaps
from dualib.counting.reconciliation.cells import Cell, Relation, may_hold
from dualib.counting.reconciliation.relations import bounds, exposed
from dualib.errors import ContradictionError

NAMES = ("a", "b", "c", "d", "t")


@st.composite
def systems(draw):
    truth = {name: draw(st.integers(0, 5)) for name in NAMES[:4]}
    truth["t"] = draw(st.integers(0, 8))
    hidden = draw(st.sets(st.sampled_from(NAMES), min_size=1, max_size=3))
    relations = [Relation("sum", "sum", "t", ("a", "b"), adjust=draw(st.integers(-1, 1)))]
    relations += [Relation("most", "at_most", "c", ("a", "d"), adjust=draw(st.integers(0, 1)))]
    if draw(st.booleans()):
        relations.append(Relation("same", "equal", "d", ("b",)))
    if draw(st.booleans()):
        relations.append(Relation("twice", "sum", "c", ("a", "b", "d")))
    cells = [
        Cell(n, None if n in hidden else truth[n], suppressed=n in hidden, high=9) for n in NAMES
    ]
    return cells, relations


@given(systems())
def test_bounds_equal_trying_every_number(case):
    cells, relations = case
    known = {cell.id: cell for cell in cells}
    values = {cell.id: cell.value for cell in cells}
    unknown = [name for name in NAMES if values[name] is None]
    used = [r for r in relations if set(r.cells) & set(unknown)]
    fits = []
    for numbers in itertools.product(range(10), repeat=len(unknown)):
        tried = {**values, **{name: Fraction(number) for name, number in zip(unknown, numbers)}}
        if all(may_hold(relation, known, tried) for relation in used):
            fits.append(numbers)
    if not fits:
        with pytest.raises(ContradictionError):
            bounds(cells, relations)
        return
    columns = list(zip(*fits))
    expected = {name: Interval(min(column), max(column)) for name, column in zip(unknown, columns)}
    assert bounds(cells, relations) == expected
    assert {e.cell for e in exposed(cells, relations)} == {
        n for n, i in expected.items() if i.known
    }


@given(st.integers(0, 20), st.integers(1, 20), st.sampled_from([Fraction(1), Fraction(1, 10)]))
def test_bounds_of_a_share_equal_trying_every_number(part, base, step):
    printed = round(100 * Fraction(part, base) / step) * step
    relation = Relation("share", "share", "share", ("part",), "base")
    truth = {"share": printed, "part": Fraction(part), "base": Fraction(base)}
    near = int(printed / step)
    candidates = {
        "part": range(30 + part),
        "base": range(1, 230),
        "share": [k * step for k in range(max(near - 3, 0), near + 4)],
    }
    for missing, numbers in candidates.items():
        if missing == "base" and printed < 10:
            continue  # as good as no limit
        cells = {
            n: Cell(n, None if n == missing else v, step if n == "share" else 1)
            for n, v in truth.items()
        }
        fits = [x for x in numbers if may_hold(relation, cells, {**truth, missing: Fraction(x)})]
        assert bounds(cells.values(), [relation]) == {missing: Interval(min(fits), max(fits))}


def test_part_and_base_both_missing():
    cells = [Cell("share", 50), Cell("part", None), Cell("base", None, low=10, high=20)]
    seen = bounds(cells, [Relation("share", "share", "share", ("part",), "base")])
    assert (str(seen["part"]), str(seen["base"])) == ("5–10", "10–20")


def test_share_and_base_both_missing_say_nothing():
    cells = [Cell("share", None), Cell("part", 3), Cell("base", None)]
    assert {
        str(i) for i in bounds(cells, [Relation("r", "share", "share", ("part",), "base")]).values()
    } == {"≥ 0"}


def test_steps_and_lower_limits():
    cells = [
        Cell("all", 2, 1),
        Cell("x", None, "0.25", low="0.1"),
        Cell("y", None, "0.5", high="1.2"),
    ]
    seen = bounds(cells, [Relation("r", "fte_sum", "all", ("x", "y"))])
    assert seen == {"x": Interval(1, Fraction(2)), "y": Interval(0, 1)}


def test_whole_numbers_narrow_what_fractions_allow():
    cells = [Cell("a", None, 2), Cell("b", None, 2), Cell("odd", 7), Cell("c", None, 1)]
    seen = bounds(cells, [Relation("r", "sum", "odd", ("a", "b", "c"))])
    assert seen == {"a": Interval(0, 6), "b": Interval(0, 6), "c": Interval(1, 7)}
    with pytest.raises(ContradictionError, match="clash: r"):
        bounds(cells[:3], [Relation("r", "sum", "odd", ("a", "b"))])


def test_a_search_cut_short_is_sound(monkeypatch):
    cells = [Cell("a", None, 2), Cell("b", None, 2), Cell("odd", 7), Cell("c", None, 1)]
    monkeypatch.setattr(gaps, "_NODES", 1)
    seen = bounds(cells, [Relation("r", "sum", "odd", ("a", "b", "c"))])
    assert seen["a"].contains(6)
    assert seen["c"].contains(1)


@given(systems())
def test_exposure_names_relations_that_suffice(case):
    cells, relations = case
    try:
        faults = exposed(cells, relations)
    except ContradictionError:
        assume(False)
    for fault in faults:
        kept = [r for r in relations if r.id in fault.relations]
        assert bounds(cells, kept)[fault.cell] == Interval(fault.value, fault.value)
        for relation in kept:
            fewer = [r for r in kept if r is not relation]
            assert not bounds(cells, fewer)[fault.cell].known


def test_a_clash_names_the_fewest_relations():
    cells = [Cell("all", 5), Cell("x", None), Cell("y", 9), Cell("z", 3)]
    relations = [
        Relation("fits", "at_most", "y", ("x",)),
        Relation("sum", "sum", "all", ("x", "y")),
        Relation("also", "at_most", "y", ("z",)),
    ]
    message = "no numbers for x fit what is printed: these relations clash: sum. Check the figures in them"
    with pytest.raises(ContradictionError, match="^" + re.escape(message) + "$"):
        bounds(cells, relations)


def test_relations_that_say_the_same_do_no_harm():
    cells = [Cell("t", 5), Cell("x", None), Cell("y", None)]
    relations = [Relation("one", "sum", "t", ("x", "y")), Relation("two", "sum", "t", ("y", "x"))]
    assert bounds(cells, relations) == {"x": Interval(0, 5), "y": Interval(0, 5)}
    assert bounds([Cell("lonely", None)], []) == {"lonely": Interval(0, None)}


def test_rounded_numbers_leave_room():
    cells = [
        Cell("all", 100),
        Cell("x", None, "0.1", rounded=True),
        Cell("y", "93.9", "0.1", rounded=True),
    ]
    relation = Relation("hundred", "sum", "all", ("x", "y"))
    assert bounds(cells, [relation]) == {"x": Interval(6, Fraction("6.2"))}
    most = Relation("most", "at_most", "y", ("x",))
    assert bounds(cells, [most]) == {"x": Interval(0, 94)}


def test_a_rounded_share_is_exposed_to_within_its_rounding() -> None:
    printed = {"all": "82.9", "work": "45.1", "study": "31.7"}
    cells = [
        Cell(name, Fraction(value), Fraction(1, 10), rounded=True)
        for name, value in printed.items()
    ]
    hidden = Cell("other", None, Fraction(1, 10), suppressed=True, rounded=True, high=Fraction(100))
    relation = Relation("parts", "sum", "all", ("work", "study", "other"))

    (fault,) = exposed([*cells, hidden], [relation])

    assert ("other", Fraction("6.1"), ("parts",)) == (fault.cell, fault.value, fault.relations)
    assert Fraction(0) < fault.rounding <= Fraction(1, 5)


def test_rounded_shares_that_clash_tell_no_single_value() -> None:
    printed = {"one": "82.9", "two": "60.0", "first": "72.8", "second": "49.8"}
    cells = [
        Cell(name, Fraction(value), Fraction(1, 10), rounded=True)
        for name, value in printed.items()
    ]
    hidden = Cell(
        "hidden", None, Fraction(1, 10), suppressed=True, rounded=True, high=Fraction(100)
    )
    relations = [
        Relation("one", "sum", "one", ("first", "hidden")),
        Relation("two", "sum", "two", ("second", "hidden")),
    ]

    assert exposed([*cells, hidden], relations) == ()


def test_a_share_that_is_told_exactly_is_listed_once() -> None:
    cells = [
        Cell("all", Fraction(50), Fraction(1), rounded=True),
        Cell("part", Fraction("50.4"), Fraction(1, 10), rounded=True),
        Cell("hidden", None, Fraction(1), suppressed=True, rounded=True, high=Fraction(100)),
        Cell("whole", Fraction(10), Fraction(1), rounded=False),
        Cell("known", Fraction(4), Fraction(1), rounded=False),
        Cell("other", None, Fraction(1), suppressed=True, rounded=True, high=Fraction(100)),
    ]
    relations = [
        Relation("parts", "sum", "all", ("part", "hidden")),
        Relation("x", "sum", "whole", ("known", "other")),
    ]

    found = exposed(cells, relations)

    assert len({fault.cell for fault in found}) == len(found)
