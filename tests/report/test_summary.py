"""The main results stand first: each is that of its section, and none is known nowhere else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib import Register
from dualib.language import Text
from dualib.local_agreements import agreement, load_own
from dualib.report import Inputs, Section, TableBlock, build_report
from dualib.report.blocks import Key, Keys
from dualib.report.html import to_html
from dualib.report.parts.published import Reconciled
from dualib.report.release.release import HIDDEN
from dualib.report.terminal import to_text

ON = date(2015, 5, 31)
EVERYONE = ["Kalmar", "Tyresö", "Tjörn", "Orust", "Hammarö", "Västerås"]


def summary_of(made):
    return next(section for section in made.sections if section.id == "summary")


def keys_of(made):
    return {
        key.words.en: key.value
        for block in summary_of(made).blocks
        if isinstance(block, Keys)
        for key in block.keys
    }


def persons_of(made):
    return next(table for table in summary_of(made).tables() if table.id == "summary-persons")


def test_kalmar_in_short():
    made = build_report(Inputs(municipality="Kalmar"))
    assert made.sections[0].id == "summary"
    said = {
        words: value.en if isinstance(value, Text) else value
        for words, value in keys_of(made).items()
    }
    assert said == {
        "persons in register AF, as printed": "787",
        "persons in register KAA, as printed": "115",
        "persons in all": "807–902",
        "relations among the figures do not hold": "5 of 129",
        "gaps in the source": 3,
        "full-time equivalents of staffing": "above 0 up to 19",
        "the agreement holds; not on 31 May 2015": "1 November 2015 – 31 December 2018",
    }
    table = persons_of(made)
    assert [head.en for head in table.header] == [
        "Programme", "AF: certainly", "AF: also possible", "KAA: certainly", "KAA: also possible",
    ]  # fmt: skip
    assert table.rows[0][1:] == (787, 0, 0, 115)
    assert table.ids == ("target", "jobbgaranti dua", "kaa dua", "etablering dua")
    assert table.illustration
    assert "Gäller inte den dagen: traineejobb." in to_text(made)


@pytest.mark.parametrize("name", EVERYONE)
def test_every_result_leads_to_a_section(name):
    made = build_report(Inputs(municipality=name))
    sections = {section.id for section in made.sections}
    summary = summary_of(made)
    keys = [key for block in summary.blocks if isinstance(block, Keys) for key in block.keys]
    assert keys
    assert {key.section for key in keys} <= sections - {"summary"}
    assert all(set(table.see) <= sections for table in summary.tables())
    page = to_html(made)
    for key in keys:
        assert f'<a href="#{key.section}"><strong>' in page
    assert page.index('id="summary"') < page.index("<nav") < page.index('id="agreement"')


@pytest.mark.parametrize("name", [name for name in EVERYONE if name != "Kalmar"])
def test_without_persons_no_persons_are_told_of(name):
    made = build_report(Inputs(municipality=name))
    assert [table.id for table in summary_of(made).tables()] == ["summary"]
    assert any("programmes were in force on" in words for words in keys_of(made))


def test_columns_that_nobody_is_in_are_left_to_the_sections():
    register = Register.from_frames({"born": [date(1940, 1, 1)] * 9}, as_of=ON)
    made = build_report(Inputs(municipality="Kalmar", register=register, on=ON))
    assert [head.en for head in persons_of(made).header] == ["Programme", "Certainly"]
    assert all(row[1] == 0 for row in persons_of(made).rows)


def test_where_no_target_group_is_written_as_a_rule_everyone_is_counted(monkeypatch):
    tyreso = agreement("tyreso")
    monkeypatch.setattr(type(tyreso), "target_group", None)
    register = Register.from_frames({"born": [date(1998, 1, 1)] * 9}, as_of=ON)
    made = build_report(Inputs(municipality="Tyresö", register=register, on=ON))
    assert persons_of(made).rows[0][0].en == "persons in the register"
    assert persons_of(made).rows[0][1] == 9


HEAD = "id,table,measure,measure_en,value,unit,sex,age_from,age_to,period,dimension,category,total,status,place\n"


def own_report(tmp_path, figures, threshold=5, **files):
    (tmp_path / "figures.csv").write_text(HEAD + figures, encoding="utf-8")
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return build_report(Inputs(municipality="Tyresö", own=load_own(tmp_path), threshold=threshold))


def test_figures_of_ones_own_come_first_and_say_whose_they_are(tmp_path):
    made = own_report(
        tmp_path,
        "af,t,inskrivna,registered,787,persons,,,,2026,,,,,egen\nkaa,u,k,k,115,persons,,,,2026,,,,,egen\n",
        ledger="id,kind,a,b,figure,value,note,note_en,place\n1,register,AF,,af,,,,egen\n2,register,KAA,,kaa,,,,egen\n",
        relations="id,kind,left,right,base,adjust,note,note_en,place\nr,equal,af,kaa,,,lika,equal,egen\n",
    )
    said = list(keys_of(made).items())
    assert said[:5] == [
        ("figures of your own", 2),
        ("persons in register AF, your own figures", Text("787", "787")),
        ("persons in register KAA, your own figures", Text("115", "115")),
        ("persons in all, your own figures", Text("787–902", "787–902")),
        ("relations among the figures do not hold, your own figures", Text("1 av 1", "1 of 1")),
    ]


def test_figures_that_would_tell_a_small_count_are_not_summed_up_either(tmp_path):
    made = own_report(
        tmp_path,
        "a,t,unga,young,23,persons,,,,2026,,,,,egen\nw,t,unga,young,3,persons,woman,,,2026,,,a,,egen\n",
        ledger="id,kind,a,b,figure,value,note,note_en,place\n1,register,A,,a,,,,egen\n2,register,W,,w,,,,egen\n",
    )
    assert [words for words in keys_of(made) if "own" in words] == ["figures of your own"]


def test_one_figure_is_one(tmp_path):
    made = own_report(tmp_path, "a,t,unga,young,23,persons,,,,2026,,,,,egen\n")
    assert keys_of(made)["figure of your own"] == 1
    assert "Din siffra" in to_text(made)
    assert "Your figure" in to_text(made, "en")


def test_a_part_that_is_larger_than_its_total_is_told_of_where_no_relations_are_stated(tmp_path):
    figures = "a,t,unga,young,20,persons,,,,2026,,,,,egen\nw,t,unga,young,30,persons,woman,,,2026,,,a,,egen\n"
    made = own_report(tmp_path, figures, threshold=None)
    assert keys_of(made)["totals are smaller than a part, your own figures"] == 1
    assert "1 total är mindre än en del. Siffrorna visas" in " ".join(to_text(made).split())
    relation = "id,kind,left,right,base,adjust,note,note_en,place\nr,equal,a,w,,,lika,equal,egen\n"
    both = own_report(tmp_path, figures, threshold=None, relations=relation)
    assert "1 of 1 relation does not hold. 1 total is smaller" in " ".join(
        to_text(both, "en").split()
    )
    assert Reconciled((), 0, ()).words == Text("", "")


def test_results_are_a_table_too():
    keys = Keys("k", Text("k", "k"), (Key(HIDDEN, Text("v", "w"), "s"),))
    assert [table.rows for table in Section("s", Text("s", "s"), (keys,)).tables()] == [
        ((Text("v", "w"), HIDDEN),)
    ]


names = st.sampled_from([Text("a", "a"), Text("b", "b")])
cells = st.sampled_from([0, 1, HIDDEN])
others = st.sampled_from([None, "p", Text("q", "r")])


@given(st.lists(st.tuples(names, st.integers(0, 9), cells, cells, others), max_size=12))
def test_lines_show_every_row_once_under_its_numbers(drawn):
    name = Text("n", "n")
    # Rows of one name follow each other, as in a table of programmes; each is a reading of its own.
    rows = [
        (first, Text(f"s{n}", f"e{n}"), *rest)
        for n, (first, _, *rest) in enumerate(sorted(drawn, key=str))
    ]
    table = TableBlock(
        id="t",
        caption=name,
        header=(name,) * 5,
        rows=tuple(rows),
        numeric=frozenset({2, 3}),
        variants=1,
    )
    left = list(rows)
    before = None
    for line in table.lines():
        told = line.cells[1].en.replace("; likewise ", ", ").replace(" and ", ", ").split(", ")
        for words in told:
            row = next(row for row in left if row[1].en == words)
            left.remove(row)
            assert (row[0], *row[2:4]) == (line.cells[0], *line.cells[2:4])
            said = "" if row[4] is None else row[4].en if isinstance(row[4], Text) else row[4]
            shown = line.cells[4].en if isinstance(line.cells[4], Text) else line.cells[4] or ""
            assert said in shown.split("\n") or not said
        assert line.again == (before == line.cells[0])
        before = line.cells[0]
    assert left == []
    plain = TableBlock(id="t", caption=name, header=(name,) * 5, rows=tuple(rows))
    assert [line.cells for line in plain.lines()] == rows
