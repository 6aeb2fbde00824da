"""The report of a folder of one's own: an agreement as data, without rules in Python."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import dualib
from dualib import Register
from dualib.cli import main
from dualib.errors import BadInput
from dualib.report import Inputs
from dualib.report.blocks import Note
from dualib.report.build import build_report

HEADING = """key,value,place,note
title,Överenskommelse i Exempelby,s. 1,
municipality,Exempelby,s. 1,
party,Exempelby kommun,s. 1,
period_from,{first},s. 2,
period_to,NOT_IN_SOURCE,s. 2,
documented_on,{written},s. 1,
"""
FIGURES = """id,table,measure,value,unit,sex,period,municipality,place
af.all,af,inskrivna,200,persons,total,{period},Exempelby,s. 3
af.women,af,inskrivna,80,persons,woman,{period},Exempelby,s. 3
"""
REPORT = """kind,register,by,category,figure,words,words_en
beside,AF,,,af,,
whole,,,total,af.all,,
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(
        *, first: str = "NOT_IN_SOURCE", day: str = "NOT_IN_SOURCE", period: str = ""
    ) -> Path:
        folder = tmp_path / "exempelby"
        folder.mkdir()
        (folder / "agreement.csv").write_text(HEADING.format(first=first, written=day), "utf-8")
        (folder / "figures.csv").write_text(FIGURES.format(period=period), "utf-8")
        (folder / "report.csv").write_text(REPORT, "utf-8")
        return folder

    return written


def said(made: object) -> str:
    """What the notes of a report say."""
    return " ".join(
        block.text.en
        for section in made.sections
        for block in section.blocks
        if isinstance(block, Note)
    )


def test_a_folder_has_a_report_by_its_own_name(write) -> None:
    made = build_report(Inputs(municipality=write(first="2016-01-01")))
    assert (made.id, made.on) == ("exempelby", date(2016, 1, 1))
    assert made.title.en == "Exempelby: the local agreement in figures"
    assert "No persons are counted." in said(made)


@pytest.mark.parametrize(
    ("dates", "day", "why"),
    [
        ({"first": "2016-02-01", "day": "2015-12-01"}, date(2016, 2, 1), "the first day of"),
        ({"day": "2015-12-01", "period": "2014"}, date(2015, 12, 1), "the day of the document"),
        ({"period": "2017/2018"}, date(2018, 12, 31), "its latest figures are of 2018"),
        ({"period": "2016-05"}, date(2016, 12, 31), "its latest figures are of 2016"),
    ],
)
def test_a_day_is_chosen_from_what_the_folder_states(write, dates, day, why) -> None:
    made = build_report(Inputs(municipality=write(**dates)))
    assert made.on == day
    assert why in said(made)


def test_a_folder_that_states_no_day_must_be_asked_about_one(write) -> None:
    folder = write()
    with pytest.raises(BadInput, match="the agreement of Exempelby states neither"):
        build_report(Inputs(municipality=str(folder)))
    assert build_report(Inputs(municipality=str(folder), on=date(2016, 1, 1))).on == date(
        2016, 1, 1
    )


def test_persons_of_ones_own_are_never_counted_beside_printed_figures(write) -> None:
    register = Register.from_frames({"born": ["1999-05-31"] * 30, "sex": ["man"] * 30})
    made = build_report(
        Inputs(municipality=write(), register=register, on=date(2016, 1, 1), threshold=5)
    )
    tables = {table.id: table for table in made.tables()}
    assert "target-af" not in tables
    assert tables["target"].rows[-1][-1] == "200"


def test_the_command_takes_a_folder(write, tmp_path, capsys, monkeypatch) -> None:
    write(first="2016-01-01")
    monkeypatch.chdir(tmp_path)
    assert main(["report", "./exempelby", "--out", "out", "--quiet"]) == 0
    assert (tmp_path / "out" / "exempelby.html").is_file()
    assert main(["report", "exempelby", "--out", "here", "--quiet"]) == 0
    assert (tmp_path / "here" / "exempelby.html").is_file()
    (tmp_path / "exempelby" / "agreement.csv").unlink()
    assert main(["report", "exempelby", "--out", "out", "--quiet"]) == 2
    assert "det finns ingen kommun 'exempelby'" in capsys.readouterr().err


def test_a_municipality_of_the_package_comes_before_a_folder_of_its_name(
    write, tmp_path, monkeypatch
) -> None:
    write().rename(tmp_path / "Orust")
    monkeypatch.chdir(tmp_path)
    assert main(["report", "Orust", "--out", "out", "--quiet"]) == 0
    assert (tmp_path / "out" / "orust-csv" / "staffing.csv").is_file()


def test_no_persons_can_be_made_up_for_a_folder(write) -> None:
    found = dualib.agreement(write())
    with pytest.raises(BadInput, match="expected the agreement 'kalmar'"):
        dualib.synthetic(found)
