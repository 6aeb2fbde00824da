"""Reconciliation: every error injected into a consistent table is found and explained, against brute force."""

import itertools
import re
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dualib.counting.reconciliation.cells import Cell, Relation, may_hold, room
from dualib.counting.reconciliation.explanations import hints
from dualib.counting.reconciliation.relations import discrepancies
from dualib.errors import BadInput
from dualib.exact.network import with_totals
from dualib.language import Text


def two_way(inner):
    """Cells and relations of a table with totals: each cell lies in two independent sums."""
    table = with_totals(inner)
    rows, columns = table.shape
    values = {f"{i}.{j}": int(table[i, j]) for i in range(rows) for j in range(columns)}
    relations = [
        Relation(
            f"row {i}", "sum", f"{i}.{columns - 1}", tuple(f"{i}.{j}" for j in range(columns - 1))
        )
        for i in range(rows)
    ]
    relations += [
        Relation(
            f"column {j}", "sum", f"{rows - 1}.{j}", tuple(f"{i}.{j}" for i in range(rows - 1))
        )
        for j in range(columns)
    ]
    return values, relations


def as_cells(values):
    return [Cell(name, value) for name, value in values.items()]


tables = st.tuples(st.integers(2, 4), st.integers(2, 4)).flatmap(
    lambda shape: st.lists(
        st.integers(0, 500), min_size=shape[0] * shape[1], max_size=shape[0] * shape[1]
    ).map(lambda numbers: np.array(numbers).reshape(shape))
)


@given(tables)
def test_a_consistent_table_has_no_discrepancy(inner):
    values, relations = two_way(inner)
    assert discrepancies(as_cells(values), relations) == ()


@given(tables, st.data())
def test_an_error_in_one_cell_is_found_and_is_the_only_smallest_explanation(inner, data):
    values, relations = two_way(inner)
    name = data.draw(st.sampled_from(sorted(values)))
    wrong = data.draw(st.integers(0, 2000).filter(lambda number: number != values[name]))
    faults = discrepancies(as_cells({**values, name: wrong}), relations)
    assert {fault.relation.id for fault in faults} == {r.id for r in relations if name in r.cells}
    for fault in faults:
        (explanation,) = fault.explanations
        (change,) = explanation.changes
        assert (change.cell, change.low, change.high) == (name, values[name], values[name])
        assert set(explanation.mends) == {other.relation.id for other in faults}
        assert fault.explained_by == ()


@given(st.lists(st.integers(0, 500), min_size=2, max_size=6), st.data())
def test_with_one_relation_the_true_cell_is_among_the_explanations(parts, data):
    values = {**{f"part {i}": part for i, part in enumerate(parts)}, "total": sum(parts)}
    relation = Relation("sum", "fte_sum", "total", tuple(values)[:-1])
    name = data.draw(st.sampled_from(sorted(values)))
    wrong = data.draw(st.integers(0, 2000).filter(lambda number: number != values[name]))
    (fault,) = discrepancies(as_cells({**values, name: wrong}), [relation])
    changes = {e.cells[0]: e.changes[0].low for e in fault.explanations}
    assert changes[name] == values[name]
    assert fault.difference == (wrong - values[name]) * (1 if name == "total" else -1)


@given(tables, st.data())
def test_errors_in_two_cells_are_among_the_smallest_explanations(inner, data):
    values, relations = two_way(inner)
    one, two = data.draw(
        st.lists(st.sampled_from(sorted(values)), min_size=2, max_size=2, unique=True)
    )
    wrong = {
        name: data.draw(
            st.integers(0, 2000).filter(lambda number, name=name: number != values[name])
        )
        for name in (one, two)
    }
    faults = discrepancies(as_cells({**values, **wrong}), relations)
    assert faults
    for fault in faults:
        sizes = {len(explanation.changes) for explanation in fault.explanations}
        assert len(sizes) == 1
        if sizes == {2}:
            assert {one, two} in [set(explanation.cells) for explanation in fault.explanations]
        mended = {**values, **wrong}
        bad = {f.relation.id for f in faults}
        for explanation in fault.explanations:
            tried = {**mended, **{c.cell: c.low for c in explanation.changes}}
            assert {f.relation.id for f in discrepancies(as_cells(tried), relations)} == bad - set(
                explanation.mends
            )
            assert fault.relation.id in explanation.mends
            tried |= {c.cell: c.high for c in explanation.changes if c.high is not None}
            assert {f.relation.id for f in discrepancies(as_cells(tried), relations)} <= bad - {
                fault.relation.id
            }


def test_two_cells_may_mend_relations_that_share_no_cell():
    values, relations = two_way(np.zeros((2, 2), int))
    faults = discrepancies(as_cells({**values, "0.0": 1, "0.2": 1}), relations)
    assert [fault.relation.id for fault in faults] == ["column 0", "column 2"]
    for fault in faults:
        assert [(e.cells, e.mends) for e in fault.explanations] == [
            (("0.0", "0.2"), ("column 0", "column 2")),
            (("2.0", "2.2"), ("column 0", "column 2")),
        ]


@given(st.lists(st.integers(0, 9), min_size=3, max_size=3), st.integers(0, 3), st.integers(-2, 2))
def test_one_cell_explanations_equal_trying_every_value(numbers, total, adjust):
    values = {"a": numbers[0], "b": numbers[1], "c": numbers[2], "t": total}
    relations = [
        Relation("sum", "sum", "t", ("a", "b"), adjust=adjust),
        Relation("most", "at_most", "a", ("c",)),
        Relation("same", "equal", "b", ("c",)),
    ]
    cells = {cell.id: cell for cell in as_cells(values)}
    faults = discrepancies(cells.values(), relations)
    bad = {
        r.id for r in relations if not may_hold(r, cells, {n: c.value for n, c in cells.items()})
    }
    assert {fault.relation.id for fault in faults} == bad
    mending = set()
    for name, value in itertools.product(values, range(40)):
        tried = {n: Fraction(v) for n, v in {**values, name: value}.items()}
        if bad and all(may_hold(r, cells, tried) for r in relations):
            mending.add((name, value))
    if mending:
        for fault in faults:
            found = {
                (change.cell, value)
                for explanation in fault.explanations
                for change in explanation.changes
                for value in range(
                    int(change.low), 40 if change.high is None else int(change.high) + 1
                )
            }
            assert found == mending


@given(st.integers(0, 300), st.integers(1, 300), st.sampled_from(["1", "0.1", "0.01"]))
@example(1, 8, "1")
def test_a_share_rounded_at_its_printed_precision_is_right(part, base, step):
    unit = Fraction(step)
    exact = 100 * Fraction(part, base)
    half_up = (exact / unit + Fraction(1, 2)).__floor__() * unit
    for printed in (half_up, round(exact / unit) * unit):
        cells = [Cell("share", printed, unit), Cell("part", part), Cell("base", base)]
        assert not discrepancies(cells, [Relation("r", "share", "share", ("part",), "base")])
    wrong = [Cell("share", half_up + 2 * unit, unit), *cells[1:]]
    (fault,) = discrepancies(wrong, [Relation("r", "share", "share", ("part",), "base")])
    assert fault.computed == exact
    # Just between two printed values, both are right: the change is then an interval of the two.
    assert any(
        e.changes[0].low <= half_up <= e.changes[0].high
        for e in fault.explanations
        if e.cells == ("share",)
    )


SHARE = Relation("r", "share", "share", ("part",), "base")


def one_fault(cells, relations, **options):
    (fault,) = discrepancies(cells, relations, **options)
    return fault


def test_a_share_cut_off():
    fault = one_fault([Cell("share", "66.6", "0.1"), Cell("part", 2), Cell("base", 3)], [SHARE])
    assert fault.explained_by == ("truncation",)
    assert fault.text("en") == (
        "r: printed 66.6, computed 66.67, difference −0.07; the share is cut off instead of rounded; "
        "holds if share is 66.7 (one digit differs)."
    )


def test_a_share_that_is_too_large_is_not_cut_off():
    cells = [Cell("share", 11), Cell("part", 104), Cell("base", 1000)]
    assert one_fault(cells, [SHARE]).explained_by == ()
    assert one_fault([Cell("share", 9), *cells[1:]], [SHARE]).explained_by == ()


def test_another_base():
    cells = [
        Cell("share", "37.7", "0.1"),
        Cell("part", 297),
        Cell("base", 902),
        Cell("men", 490),
        Cell("all", 787),
    ]
    fault = one_fault(cells, [SHARE, Relation("sexes", "sum", "all", ("part", "men"))])
    assert fault.explained_by == ("other_base",)
    assert fault.other_bases == ("all",)
    assert fault.text("sv") == (
        "r: tryckt 37,7, beräknat 32,93, skillnad 4,77; en annan bas förklarar det; bas i så fall: all; "
        "stämmer om base är 787 till 788; stämmer om share är 32,9."
    )


def test_a_base_of_nothing_or_unknown():
    cells = [Cell("share", 10), Cell("part", 1), Cell("base", 0)]
    fault = one_fault(cells, [SHARE])
    assert fault.computed is None
    assert [e.cells for e in fault.explanations] == [("base",)]
    assert not discrepancies([Cell("share", 10), Cell("part", None), Cell("base", 5)], [SHARE])
    assert not discrepancies([Cell("share", None), Cell("part", 1), Cell("base", 5)], [SHARE])
    assert not discrepancies([Cell("share", 0), Cell("part", 0), Cell("base", 5)], [SHARE])
    nothing = one_fault([Cell("share", 0), Cell("part", 3), Cell("base", 5)], [SHARE])
    assert [e.cells for e in nothing.explanations] == [("base",), ("part",), ("share",)]


def test_rounded_parts():
    shares = [Cell(f"s{i}", "33.3", "0.1", rounded=True) for i in range(3)]
    relation = Relation("hundred", "sum", "all", ("s0", "s1", "s2"))
    fault = one_fault([*shares, Cell("all", 100)], [relation])
    assert fault.explained_by == ("rounding",)
    assert one_fault([*shares, Cell("all", 101)], [relation]).explained_by == ()
    same = Relation("same", "equal", "all", ("s0",))
    assert one_fault([shares[0], Cell("all", "33.35", "0.01")], [same]).explained_by == (
        "rounding",
    )


def test_rounding_reaches_half_a_step_of_each_rounded_cell_that_is_compared():
    rounded, exact = Cell("a", 10, rounded=True), Cell("b", 20)
    relation = Relation("sum", "sum", "all", ("a", "b"))
    assert one_fault([Cell("all", "30.5", "0.1"), rounded, exact], [relation]).explained_by == (
        "rounding",
    )
    assert one_fault([Cell("all", "30.6", "0.1"), rounded, exact], [relation]).explained_by == ()
    near, far = Cell("a", "9.6", "0.1"), Cell("b", 10, rounded=True)
    for kind, right in itertools.product(("equal", "at_most"), (("a", "b"), ("b", "a"))):
        same = Relation("same", kind, "all", right)
        fault = one_fault([Cell("all", "9.6", "0.1"), near, far], [same])
        assert (fault.computed, fault.difference, fault.explained_by) == (
            10,
            Fraction(-2, 5),
            ("rounding",),
        )
        assert one_fault([Cell("all", "9.4", "0.1"), near, far], [same]).explained_by == ()


def test_a_part_of_several_that_are_said_to_be_equal():
    fault = one_fault(
        as_cells({"a": 5, "b": 6, "c": 5}), [Relation("same", "equal", "a", ("b", "c"))]
    )
    assert (fault.computed, fault.difference) == (6, -1)
    assert [(e.cells, e.changes[0].low, e.changes[0].high) for e in fault.explanations] == [
        (("b",), 5, 5)
    ]


def test_two_cells_that_stand_in_the_same_two_relations():
    values = {"t": 10, "t1": 10, "x": 9, "y": 3, "z": 2, "z1": 2}
    relations = [
        Relation("sum", "sum", "t", ("x", "y")),
        Relation("parts", "sum", "x", ("y", "z")),
        Relation("t", "equal", "t", ("t1",)),
        Relation("z", "equal", "z", ("z1",)),
    ]
    faults = discrepancies(as_cells(values), relations)
    assert [[e.cells for e in fault.explanations] for fault in faults] == [
        [("x", "y")],
        [("x", "y")],
    ]
    assert [(c.low, c.high) for c in faults[0].explanations[0].changes] == [(6, 6), (4, 4)]


def test_footnotes():
    cells = [Cell("all", 10), Cell("a", 7), Cell("b", 5), Cell("c", 12)]
    noted = Relation(
        "parts", "sum", "all", ("a", "b"), adjust=2, note=Text("två i båda", "two in both")
    )
    assert not discrepancies(cells, [noted])
    plain = one_fault(cells, [noted], footnotes=False)
    assert plain.explained_by == ("footnote",)
    assert plain.difference == -2
    other = Relation("other", "equal", "all", ("c",))
    assert one_fault(cells, [noted, other]).explained_by == ("footnote",)
    needless = one_fault([Cell("all", 12), *cells[1:]], [noted])
    assert needless.explained_by == ("footnote",)
    assert one_fault([Cell("all", 1), *cells[1:]], [noted]).explained_by == ()


def test_at_most():
    cells = [Cell("all", 10), Cell("a", 7), Cell("b", 12)]
    fault = one_fault(cells, [Relation("most", "at_most", "all", ("a", "b"))])
    assert (fault.computed, fault.difference) == (12, -2)
    assert fault.text("en") == (
        "most: printed 10, computed 12, difference −2; holds if all is at least 12; holds if b is 0 to 10."
    )


def test_unknown_numbers_that_nothing_fits():
    cells = [Cell("all", 10), Cell("a", 12), Cell("b", None)]
    fault = one_fault(cells, [Relation("parts", "sum", "all", ("a", "b"))])
    assert (fault.computed, fault.difference) == (None, None)
    assert fault.text("sv") == (
        "parts: kan inte stämma vad de okända talen än är; stämmer om a är 0 till 10; stämmer om all är minst 12."
    )
    low = Cell("all", None, high=5)
    assert (
        one_fault([low, *cells[1:]], [Relation("parts", "sum", "all", ("a", "b"))]).difference
        is None
    )
    assert not discrepancies(
        [Cell("all", None), *cells[1:]], [Relation("parts", "sum", "all", ("a", "b"))]
    )
    assert not discrepancies(
        [Cell("all", 13), *cells[1:]], [Relation("parts", "sum", "all", ("a", "b"))]
    )


def test_neither_one_nor_two_cells():
    cells = [
        Cell(name, value)
        for name, value in {"a": 3, "b": 5, "c": 5, "d": 3, "e": 5, "f": 3}.items()
    ]
    pairs = [("a", "b"), ("c", "d"), ("e", "f")]
    chain = [Relation(f"{x}{y}", "equal", x, (y,)) for x, y in pairs]
    chain += [
        Relation("bc", "equal", "b", ("c",)),
        Relation("be", "equal", "b", ("e",)),
        Relation("ce", "equal", "c", ("e",)),
    ]
    faults = discrepancies(cells, chain)
    assert [fault.relation.id for fault in faults] == ["ab", "cd", "ef"]
    assert [[e.cells for e in fault.explanations] for fault in faults] == [
        [("a",)],
        [("d",)],
        [("f",)],
    ]
    stuck = [
        Relation("ab", "equal", "a", ("b",)),
        *(Relation(f"k{n}", "equal", n, (f"{n}1", f"{n}2")) for n in "ab"),
    ]
    values = {"a": 3, "a1": 3, "a2": 3, "b": 5, "b1": 5, "b2": 5}
    fault = one_fault(as_cells(values), stuck)
    assert fault.explanations == ()
    assert (
        fault.text("en")
        == "ab: printed 3, computed 5, difference −2; neither one nor two cells explain it."
    )


def test_two_cells_of_inequalities():
    values = {"top": 3, "x": 5, "y": 5}
    relations = [Relation("x", "at_most", "top", ("x",)), Relation("y", "at_most", "top", ("y",))]
    relations.append(Relation("least", "equal", "top", ("anchor",)))
    faults = discrepancies(as_cells({**values, "anchor": 3}), relations)
    pairs = {e.cells for fault in faults for e in fault.explanations}
    assert ("x", "y") in pairs


def test_a_slip_in_the_text():
    values = {"all": 787, "women": 297, "men": 409}
    fault = one_fault(as_cells(values), [Relation("sexes", "sum", "all", ("women", "men"))])
    assert fault.text("en") == (
        "sexes: printed 787, computed 706, difference 81; holds if all is 706; holds if men is 490 "
        "(two neighbouring digits have changed places); holds if women is 378."
    )


@pytest.mark.parametrize(
    ("printed", "wanted", "words"),
    [
        (5, -5, ["the sign is reversed"]),
        (50, 500, ["a decimal sign or zero is out of place"]),
        (Fraction("8.53"), Fraction("85.3"), ["a decimal sign or zero is out of place"]),
        (297, 397, ["one digit differs"]),
        (12, 21, ["two neighbouring digits have changed places"]),
        (123, 321, []),
        (12, 34, []),
        (0, 5, ["one digit differs"]),
    ],
)
def test_slips_of_the_pen(printed, wanted, words):
    assert [hint.en for hint in hints(Fraction(printed), Fraction(wanted))] == words


def test_numbers_that_cannot_be_written_short():
    fault = one_fault(
        [Cell("a", Fraction(1, 3), Fraction(1, 3)), Cell("b", 1)],
        [Relation("r", "equal", "a", ("b",))],
    )
    assert fault.text("en").startswith("r: printed 0.33, computed 1, difference −0.67")


def test_a_cell_that_cannot_help_has_no_room():
    cells = {name: Cell(name, value) for name, value in {"all": 10, "a": 7, "b": 12}.items()}
    relation = Relation("most", "at_most", "all", ("a", "b"))
    low, high = room(relation, cells, {name: cell.value for name, cell in cells.items()}, "a")
    assert low > high
    half = {"share": Cell("share", "0.5"), "part": Cell("part", 0), "base": Cell("base", 9)}
    share = Relation("r", "share", "share", ("part",), "base")
    assert room(share, half, {name: cell.value for name, cell in half.items()}, "base") == (0, None)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Cell("a", 1.5),
            "a cell has the value 1.5: expected a whole number, a fraction or text such as '85.3'",
        ),
        (
            lambda: Cell("a", 1, 0),
            "cell 'a' has the step 0: expected the unit of its last digit, above 0",
        ),
        (
            lambda: Cell("a", 1, suppressed=True),
            "cell 'a' is suppressed but has the value 1: expected no value; write value=None",
        ),
        (
            lambda: Relation("r", "summ", "a", ("b",)),
            "relation 'r' has the kind 'summ': expected one of sum, share, equal, at_most, fte_sum. "
            "Did you mean 'sum'?",
        ),
        (
            lambda: Relation("r", "sum", "a", ()),
            "relation 'r' has no right side: expected at least one cell",
        ),
        (
            lambda: Relation("r", "share", "a", ("b",)),
            "relation 'r' of kind 'share' has base None: a share has one, other kinds do not",
        ),
        (
            lambda: Relation("r", "sum", "a", ("b", "a")),
            "relation 'r' names the cell 'a' twice: expected each once",
        ),
        (
            lambda: discrepancies([Cell("women", 1)], [Relation("r", "sum", "women", "wmen")]),
            "relation 'r' names the cell 'wmen', which is not given. Did you mean 'women'?",
        ),
        (
            lambda: discrepancies([Cell("a", 1), Cell("a", 2)], []),
            "two cells are called 'a': expected each id once",
        ),
        (
            lambda: discrepancies(
                [Cell("a", 1), Cell("b", 1)], [Relation("r", "equal", "a", "b")] * 2
            ),
            "two relations are called 'r': expected each id once",
        ),
    ],
)
def test_what_is_refused(make, message):
    with pytest.raises(BadInput, match="^" + re.escape(message) + "$"):
        make()


def test_two_cells_each_relation_by_itself():
    values = {"a": 3, "a1": 3, "b": 5, "b1": 5, "c": 7, "c1": 7}
    relations = [Relation(f"{n}{n}", "equal", n, (f"{n}1",)) for n in "abc"]
    relations += [Relation("ab", "equal", "a", ("b",)), Relation("ac", "equal", "a", ("c",))]
    faults = discrepancies(as_cells(values), relations)
    assert [[e.cells for e in fault.explanations] for fault in faults] == [
        [("a", "a1"), ("b", "b1")],
        [("a", "a1"), ("c", "c1")],
    ]


def test_two_cells_hemmed_in_by_inequalities():
    values = {"top": 3, "cap": 3, "x": 5, "x1": 5, "anchor": 5}
    relations = [
        Relation("f", "at_most", "top", ("x",)),
        Relation("g", "at_most", "x", ("x1",)),
        Relation("h", "at_most", "x1", ("anchor",)),
        Relation("i", "at_most", "cap", ("top",)),
    ]
    fault = one_fault(as_cells(values), relations)
    assert [e.cells for e in fault.explanations] == [("cap", "top")]
    assert [(c.low, c.high) for c in fault.explanations[0].changes] == [(5, None), (5, 5)]


def test_two_cells_beside_an_unknown_one():
    inner = np.array([[10, 20, 30], [40, 50, 60], [70, 80, 90]])
    values, relations = two_way(inner)
    cells = as_cells({**values, "0.0": 19, "1.1": 57, "2.2": None})
    faults = discrepancies(cells, relations)
    assert {e.cells for fault in faults for e in fault.explanations} >= {("0.0", "1.1")}


def test_two_cells_tied_by_an_unknown_one():
    cells = [
        *as_cells({"t": 10, "t1": 10, "a": 3, "s": 3, "b": 5, "b1": 5}),
        Cell("u", None, high=0),
    ]
    relations = [
        Relation("f", "sum", "t", ("a", "b")),
        Relation("s", "sum", "s", ("a", "u")),
        Relation("t", "equal", "t", ("t1",)),
        Relation("b", "equal", "b", ("b1",)),
    ]
    fault = one_fault(cells, relations)
    assert [e.cells for e in fault.explanations] == [("a", "s"), ("b", "b1"), ("t", "t1")]
