"""A new municipality: templates that load once they are filled in, and a check that tells what it found."""

from pathlib import Path

import pytest

from dualib.errors import BadInput
from dualib.local_agreements import check, load_folder, new, template
from dualib.local_agreements.folder.schema import SHEETS


@pytest.mark.parametrize("language", ["sv", "en"])
def test_templates_name_and_explain_every_column(tmp_path: Path, language: str) -> None:
    written = new("Exempelby", tmp_path / "exempelby", language=language)
    guide = written[0].read_text("utf-8-sig")
    assert written[0].name == {"sv": "LÄS MIG.txt", "en": "READ ME.txt"}[language]
    assert "Exempelby" in guide
    for spec in SHEETS.values():
        lines = (
            (tmp_path / "exempelby" / spec.filename).read_bytes().decode("utf-8-sig").splitlines()
        )
        assert lines[0] == {"sv": ";", "en": ","}[language].join(spec.header)
        told = [line for line in lines[1:] if not line.startswith(("#", '"#'))]
        filled = {"sv": "municipality;Exempelby;;", "en": "municipality,Exempelby,,"}[language]
        assert told == ([filled] if spec.name == "agreement" else [])
        assert all(
            f"  {column.name}: {column.words.say(language)}" in guide for column in spec.columns
        )


def test_an_untouched_template_lacks_only_the_heading(tmp_path: Path) -> None:
    new("Exempelby", tmp_path / "exempelby")
    report = check(tmp_path / "exempelby")
    assert {fault.where for fault in report.faults} == {"agreement.csv"}
    assert report.text("sv").splitlines()[:2] == [
        "exempelby: 4 fel att rätta, alla på en gång",
        "  agreement.csv: raden title saknas: lägg till den, med värdet NOT_IN_SOURCE om källan tiger",
    ]


def test_the_examples_of_the_templates_are_rows_that_load(
    tmp_path: Path, files: dict[str, str]
) -> None:
    """Taking the mark off the example row of figures.csv gives a figure that is read."""
    new("Exempelby", tmp_path / "exempelby")
    (tmp_path / "exempelby" / "agreement.csv").write_bytes(files["agreement.csv"].encode())
    figures = tmp_path / "exempelby" / "figures.csv"
    text = (
        figures.read_text("utf-8-sig").replace("# af.total", "af.women").replace(";af.total;", ";;")
    )
    assert ";787;" in text
    figures.write_bytes(text.encode())
    found = load_folder(tmp_path / "exempelby")
    assert list(found.figures) == ["af.women"]


def test_nothing_is_written_over(tmp_path: Path) -> None:
    new("Exempelby", tmp_path / "by")
    before = {path.name: path.read_bytes() for path in (tmp_path / "by").iterdir()}
    with pytest.raises(
        BadInput, match="is there already and not empty: choose another folder; nothing was written"
    ):
        new("Annan", tmp_path / "by")
    assert before == {path.name: path.read_bytes() for path in (tmp_path / "by").iterdir()}
    (tmp_path / "file").write_text("x")
    with pytest.raises(BadInput, match="is there already and not empty"):
        new("Annan", tmp_path / "file")
    (tmp_path / "empty").mkdir()
    assert new("Annan", tmp_path / "empty")


def test_what_cannot_be_made_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="the name of the municipality is empty"):
        new("  ", tmp_path / "by")
    with pytest.raises(
        BadInput, match="there is no file called 'figure': expected one of agreement, figures"
    ):
        template("figure")
    assert not list(tmp_path.iterdir())


def test_a_right_folder_is_told_so(write) -> None:
    report = check(write())
    assert report.usable
    assert report.text("sv").splitlines()[0] == (
        "exempelby: filerna är rätt: 9 siffror i 4 tabeller, 3 samband, 4 mål, 3 tjänster"
    )
    assert report.text("en").splitlines()[0] == (
        "exempelby: the files are right: 9 figures in 4 tables, 3 relations, 4 goals, 3 posts"
    )


def test_one_fault_is_told_in_the_singular(write) -> None:
    folder = write(("money.csv", "1 050", "mycket"))
    assert check(folder).text("sv").splitlines()[0] == "exempelby: 1 fel att rätta"
    assert check(folder).text("en").splitlines()[0] == "exempelby: 1 fault to correct"


def test_a_relation_that_does_not_hold_is_told_and_the_folder_still_usable(write) -> None:
    report = check(write(("figures.csv", "registered,120", "registered,121")))
    assert report.usable
    assert [found.relation.id for found in report.discrepancies] == ["sexes"]
    assert (
        "samband som inte håller: jämför med källan; står det så där, låt det stå:"
        in report.text("sv")
    )


def test_a_hidden_figure_that_can_be_computed_is_told(write) -> None:
    report = check(
        write(
            (
                "figures.csv",
                "persons,man,16,20,2015-06,Exempelby,,,,kaa,missing",
                "persons,man,16,20,2015-06,Exempelby,,,,kaa,",
            ),
            ("figures.csv", "in KAA,,persons", "in KAA,37,persons"),
            (
                "relations.csv",
                "women,share",
                "kaa,sum,kaa,kaa.hidden kaa.lost,,,,,s. 3\nwomen,share",
            ),
        )
    )
    assert report.exposed
    assert "dolda siffror som kan räknas ut av de andra:" in report.text("sv")


def test_registers_that_contradict_each_other_are_told(write) -> None:
    report = check(
        write(("ledger.csv", "l4,only", "l5,overlap_at_least,KAA,AF,,35,,,s. 3\nl4,only"))
    )
    assert report.usable
    assert report.text("en").splitlines()[-5:][0] == "what cannot all be true:"
