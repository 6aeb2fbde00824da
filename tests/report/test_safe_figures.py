"""From the user's own figures, as shown, no small count can be computed."""

from __future__ import annotations

import highspy
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.counting import Ledger, overlap, size, subset
from dualib.local_agreements import load_own
from dualib.report.release.own_figures import safe_figures, safe_ledger

HEAD = (
    "id,table,measure,value,unit,sex,age_from,age_to,period,dimension,category,total,status,place\n"
)


def own_of(tmp_path, rows, relations=()):
    lines = [
        ",".join(str(row.get(name, "")) for name in HEAD.strip().split(","))
        for row in (
            {"measure": "unga", "unit": "persons", "place": "egen", "table": "t", **row}
            for row in rows
        )
    ]
    (tmp_path / "figures.csv").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    if relations:
        text = "id,kind,left,right,base,adjust,note,note_en,place\n" + "\n".join(relations) + "\n"
        (tmp_path / "relations.csv").write_text(text, encoding="utf-8")
    return load_own(tmp_path)


def told(own, visible, sums, small=5):
    """Return the small counts that a reader can tell from the shown figures and the sums that hold among them."""
    names = [name for name, figure in own.figures.items() if figure.value is not None]
    place = {name: number for number, name in enumerate(names)}
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    for name in names:
        value = float(own.figures[name].value)
        model.addVar(
            value if name in visible else 0, value if name in visible else highspy.kHighsInf
        )
    for total, parts in sums:
        chosen = [place[total], *(place[part] for part in parts)]
        model.addRow(
            0, 0, len(chosen), np.array(chosen, np.int32), np.array([-1.0] + [1.0] * len(parts))
        )
    found = []
    for name in names:
        if not 0 < own.figures[name].value < small:
            continue
        ends = []
        for sense in (highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize):
            for other in names:
                model.changeColCost(place[other], 1.0 if other == name else 0.0)
            model.changeObjectiveSense(sense)
            model.run()
            unbounded = model.getModelStatus() == highspy.HighsModelStatus.kUnbounded
            ends.append(np.inf if unbounded else model.getInfo().objective_function_value)
        if ends[1] - ends[0] < 0.5:
            found.append(name)
    return found


counts = st.integers(0, 40) | st.integers(0, 6)


@given(
    st.lists(st.tuples(counts, counts), min_size=1, max_size=4),
    st.sampled_from(["grid", "linked", "unlinked"]),
)
def test_no_small_count_of_a_table_by_sex_and_category_can_be_computed(
    tmp_path_factory, cells, kind
):
    linked = kind != "unlinked"
    rows, sums = [], []
    for number, (women, men) in enumerate(cells):
        common = {"dimension": "d", "category": f"c{number}"}
        rows += [
            {
                "id": f"{number}.w",
                "value": women,
                "sex": "woman",
                "total": f"{number}.a" if linked else "",
                **common,
            },
            {
                "id": f"{number}.m",
                "value": men,
                "sex": "man",
                "total": f"{number}.a" if linked else "",
                **common,
            },
            {
                "id": f"{number}.a",
                "value": women + men,
                "sex": "total",
                "total": "a" if linked else "",
                **common,
            },
        ]
        sums.append((f"{number}.a", [f"{number}.w", f"{number}.m"]))
    women, men = (sum(cell[sex] for cell in cells) for sex in (0, 1))
    rows += [
        {"id": "w", "value": women, "sex": "woman", "total": "a" if linked else ""},
        {"id": "m", "value": men, "sex": "man", "total": "a" if linked else ""},
        {"id": "a", "value": women + men, "sex": "total"},
    ]
    sums += [("a", ["w", "m"]), ("a", [f"{n}.a" for n in range(len(cells))])]
    sums += [(sex, [f"{n}.{sex}" for n in range(len(cells))]) for sex in ("w", "m")]
    if (
        kind == "linked"
    ):  # something else that hangs on the same total: no table of its own any more
        rows.append({"id": "x", "value": women, "dimension": "e", "category": "x", "total": "a"})
        rows.append({"id": "y", "value": men, "dimension": "e", "category": "y", "total": "a"})
        sums.append(("a", ["x", "y"]))
    own = own_of(tmp_path_factory.mktemp("own"), rows)
    visible = safe_figures(own, 5)
    assert told(own, visible, sums) == []
    assert all(not 0 < own.figures[name].value < 5 for name in visible)
    assert safe_figures(own, None) == set(own.figures)


@given(st.lists(counts, min_size=2, max_size=5), st.integers(0, 4))
def test_what_is_left_out_of_a_total_is_not_told_either(tmp_path_factory, parts, rest):
    rows = [{"id": "a", "value": sum(parts) + rest}]
    rows += [
        {"id": f"p{n}", "value": value, "dimension": "d", "category": f"c{n}", "total": "a"}
        for n, value in enumerate(parts)
    ]
    visible = safe_figures(own_of(tmp_path_factory.mktemp("own"), rows), 5)
    everything_but_the_rest = {"a", *(f"p{n}" for n in range(len(parts)))}
    assert rest == 0 or not everything_but_the_rest <= visible


def test_a_table_without_small_counts_is_shown_whole(tmp_path):
    rows = [
        {"id": "a", "value": 787},
        {"id": "w", "value": 297, "sex": "woman", "total": "a"},
        {"id": "m", "value": 490, "sex": "man", "total": "a"},
        {"id": "p", "value": "37,7", "unit": "percent"},
        {"id": "f", "value": "0,5", "unit": "fte"},
    ]
    rows[3]["value"] = '"37,7"'
    rows[4]["value"] = '"0,5"'
    assert safe_figures(own_of(tmp_path, rows), 5) == {"a", "w", "m", "p", "f"}


def test_one_missing_sex_is_not_told_by_subtraction(tmp_path):
    rows = [{"id": "a", "value": 50, "sex": "total"}, {"id": "w", "value": 47, "sex": "woman"}]
    assert safe_figures(own_of(tmp_path, rows), 5) == frozenset()


def test_a_division_by_one_dimension_hides_as_few_as_it_takes(tmp_path):
    rows = [{"id": "a", "value": 63}]
    rows += [
        {"id": name, "value": value, "dimension": "d", "category": name, "total": "a"}
        for name, value in {"x": 3, "y": 20, "z": 40}.items()
    ]
    assert safe_figures(own_of(tmp_path, rows), 5) == {"a", "z"}


def test_a_table_that_cannot_be_protected_is_hidden(tmp_path):
    rows = [
        {"id": "a", "value": 3},
        {"id": "w", "value": 1, "sex": "woman", "total": "a"},
        {"id": "m", "value": 2, "sex": "man", "total": "a"},
    ]
    assert safe_figures(own_of(tmp_path, rows), 5) == frozenset()


def test_clashing_figures_are_hidden_but_their_grand_total(tmp_path):
    rows = [
        {"id": "a", "value": 90},
        {"id": "w", "value": 3, "sex": "woman", "total": "a"},
        {"id": "m", "value": 20, "sex": "man", "total": "a"},
        {"id": "again", "value": 20, "sex": "man", "total": "a", "period": "2016"},
    ]
    assert safe_figures(own_of(tmp_path, rows), 5) == {"a"}
    clash = [row for row in rows if row["id"] != "again"]
    assert safe_figures(own_of(tmp_path, clash), 5) == {"a"}


@pytest.mark.parametrize(
    "other",
    [{"dimension": "e", "category": "u"}, {"sex": "man"}, {"category": "v", "dimension": "d"}],
)
def test_what_is_no_whole_table_is_hidden(tmp_path, other):
    rows = [
        {"id": "a", "value": 60, "sex": "total"},
        {"id": "w", "value": 3, "sex": "woman", "dimension": "d", "category": "u"},
        {"id": "o", "value": 57, **other},
    ]
    assert "o" not in safe_figures(own_of(tmp_path, rows), 5)


def test_a_relation_tells_no_small_difference(tmp_path):
    rows = [{"id": "a", "value": 50}, {"id": "b", "value": 48, "table": "u", "measure": "andra"}]
    relations = ["r,at_most,a,b,,,del,part,egen"]
    assert safe_figures(own_of(tmp_path, rows, relations), 5) == frozenset()


def test_a_missing_count_that_is_told_hides_its_table(tmp_path):
    rows = [
        {"id": "a", "value": 50, "sex": "total"},
        {"id": "b", "value": 47, "total": "a", "dimension": "d", "category": "x"},
        {
            "id": "c",
            "status": "suppressed",
            "value": "",
            "total": "a",
            "dimension": "d",
            "category": "y",
        },
    ]
    own = own_of(tmp_path, rows, ["r,sum,a,b c,,,summa,sum,egen"])
    assert safe_figures(own, 5) == {"a", "c"}  # the missing one holds no number


def test_contradicting_figures_are_no_reason_to_stop(tmp_path):
    rows = [
        {"id": "a", "value": 50, "sex": "total"},
        {"id": "b", "value": 90, "total": "a", "dimension": "d", "category": "x"},
        {
            "id": "c",
            "status": "suppressed",
            "value": "",
            "total": "a",
            "dimension": "d",
            "category": "y",
        },
    ]
    own = own_of(tmp_path, rows, ["r,sum,a,b c,,,summa,sum,egen"])
    assert safe_figures(own, 5) >= {"a", "b"}


def test_a_share_of_a_small_base_is_hidden(tmp_path):
    rows = [
        {"id": "a", "value": 20},
        {"id": "none", "value": 0, "dimension": "d", "category": "x"},
        {"id": "s", "value": 10, "unit": "percent"},
        {"id": "rest", "value": 95, "unit": "percent"},
        {"id": "half", "value": 50, "unit": "percent"},
        {"id": "gap", "value": "", "status": "missing", "unit": "percent"},
        {"id": "fraction", "value": '"0,5"', "unit": "share"},
    ]
    assert safe_figures(own_of(tmp_path, rows), 5) == {"a", "none", "half", "gap", "fraction"}


def test_ledgers_that_tell_a_small_count_are_left_out():
    kalmar = Ledger({"AF": 787, "KAA": 115})
    assert safe_ledger(kalmar, 5)
    assert not safe_ledger(Ledger({"AF": 787, "KAA": 785}).given(subset("KAA", "AF")), 5)
    assert not safe_ledger(kalmar.given(overlap("AF", "KAA", exactly=113)), 5)
    assert not safe_ledger(kalmar.given(size("AF", 3, stratum="16")), 5)
    assert not safe_ledger(Ledger({"AF": 787, "KAA": 115, "FK": 50}), 5)
    assert safe_ledger(Ledger({"AF": 787, "KAA": 785}).given(subset("KAA", "AF")), None)


def test_parts_that_are_nearly_their_total_hide_it_even_where_parts_overlap(tmp_path):
    rows = [{"id": "a", "value": 60}]
    rows += [
        {"id": name, "value": 57, "dimension": "d", "category": name, "total": "a", "place": name}
        for name in ("x", "y")
    ]
    assert safe_figures(own_of(tmp_path, rows), 5) == {"a"}


def test_a_cell_that_is_there_twice_makes_no_table(tmp_path):
    rows = [
        {"id": "a", "value": 60},
        {"id": "w", "value": 3, "sex": "woman", "total": "a"},
        {"id": "m", "value": 57, "sex": "man", "total": "a"},
        {"id": "n", "value": 57, "sex": "man", "total": "a", "place": "igen"},
    ]
    assert safe_figures(own_of(tmp_path, rows), 5) == {"a"}


def test_a_ledger_with_a_limit_is_judged_by_what_is_known_exactly():
    assert safe_ledger(Ledger({"AF": 787, "KAA": 115}).given(overlap("AF", "KAA", at_most=80)), 5)
