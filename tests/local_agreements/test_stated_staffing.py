"""Sums of posts that a source prints, beside the sums of its posts."""

import attrs
import pytest

from dualib.language import Text
from dualib.local_agreements import Agreement, agreement, agreements
from dualib.local_agreements.figures import Figure, Figures
from dualib.report import Inputs, build_report
from dualib.report.parts.staffing import staffing_section
from dualib.verdicts import NO, YES


def changed(name: str, **cells: str) -> Agreement:
    hammaro = agreement("hammaro")
    figures = Figures(
        Figure({**figure.row, **cells}) if figure.id == name else figure
        for figure in hammaro.figures.values()
    )
    return attrs.evolve(hammaro, figures=figures)


def test_hammaro_now_and_later() -> None:
    now, later = agreement("hammaro").stated_staffing()
    assert (now.stated.fte.text("sv"), now.recomputed.text("sv"), now.agrees) == ("1", "1", YES)
    assert (later.stated.fte.text("sv"), later.recomputed.text("sv"), later.agrees) == (
        "1,6",
        "1,6",
        YES,
    )
    assert len(now.stated.posts or ()) == 4
    assert len(later.stated.posts or ()) == 6
    assert later.stated.place == "bilaga 3 C, Budget för samverkan, Totalt, rad 2"


def test_a_sum_that_is_wrong_is_told_and_one_that_is_missing_left_out() -> None:
    now, _ = changed("bemanning.initialt", value="1,1", measure="", measure_en="").stated_staffing()
    assert now.agrees is NO
    assert now.text("sv") == "bemanning.initialt: angivet 1,1, omräknat 1: stämmer inte"
    (later,) = changed("bemanning.initialt", value="", status="missing").stated_staffing()
    assert later.stated.fte.text("sv") == "1,6"


@pytest.mark.parametrize("name", [found.id for found in agreements() if found.id != "hammaro"])
def test_the_others_print_no_such_sums(name: str) -> None:
    assert agreement(name).stated_staffing() == ()


def test_sums_are_figures_and_hidden_with_them() -> None:
    tables = {
        getattr(block, "id", "")
        for block in staffing_section(agreement("hammaro"), figures=False).blocks
    }
    assert "posts" in tables
    assert "stated-staffing" not in tables


def test_the_report_shows_them_and_where_a_source_states_no_time() -> None:
    made = {table.id: table for table in build_report(Inputs(municipality="Hammarö")).tables()}
    assert [
        tuple(str(getattr(cell, "sv", cell)) for cell in row)[1:4]
        for row in made["stated-staffing"].rows
    ] == [
        ("1", "1", "stämmer"),
        ("1,6", "1,6", "stämmer"),
    ]
    assert "stated-staffing" not in {
        table.id for table in build_report(Inputs(municipality="Kalmar")).tables()
    }
    silent = Text("anges inte i källan", "not stated in the source")
    figures = agreement("hammaro").figures
    shown = dict(zip(figures, made["figures"].rows, strict=True))
    assert shown["bemanning.initialt"][3] == figures["bemanning.initialt"].period_words == silent
    assert {row[3] for name, row in shown.items() if figures[name].period} == {
        figure.period_words for figure in figures.values() if figure.period
    }
