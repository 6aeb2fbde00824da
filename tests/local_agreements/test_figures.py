"""Figures as printed: by id, selected by what they say, in the order of the file; through every format unchanged."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.counting import CellStatus
from dualib.errors import BadInput
from dualib.language import Text
from dualib.local_agreements import (
    FORMATS,
    Figure,
    Figures,
    export,
    figures_from_jsonstat,
    json_schema,
    load_folder,
    to_jsonstat,
    to_table,
)
from dualib.local_agreements.folder.schema import SHEETS
from dualib.local_agreements.units import UNITS

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Z"]), max_size=6)
names = st.text("abc.-:", min_size=1, max_size=4)
ages = st.sampled_from(["", "16", "19", "24"])


@st.composite
def rows(draw: st.DrawFn) -> list[dict[str, str]]:
    """Rows of figures.csv with unique ids: any mixture of tables, axes, hidden figures and decimals."""
    found = []
    for name in draw(st.lists(names, unique=True, max_size=8)):
        status = draw(st.sampled_from(["", "", "", "suppressed", "missing"]))
        value = (
            draw(st.sampled_from(["", "-"]))
            if status
            else draw(st.sampled_from(["0", "787", "1 050", "85,3", "2.50"]))
        )
        row = {
            "id": name,
            "table": draw(st.sampled_from(["a", "b:c"])),
            "value": value,
            "status": status,
        }
        row["unit"] = draw(st.sampled_from(sorted(UNITS)))
        row["sex"] = draw(st.sampled_from(["", "total", "woman", "man", "unknown"]))
        row |= {column: draw(ages) for column in ("age_from", "age_to")}
        row |= {
            column: draw(words)
            for column in ("measure", "category", "footnote", "municipality", "place")
        }
        row |= {
            f"{column}_en": draw(words)
            for column in ("measure", "category", "footnote")
            if row[column]
        }
        found.append(row)
    return found


@given(rows(), st.sampled_from(["sv", "en"]))
def test_figures_go_through_json_stat_byte_for_byte(
    content: list[dict[str, str]], language: str
) -> None:
    figures = Figures(Figure(row) for row in content)
    files = [to_jsonstat(figures, name, language=language) for name in figures.tables]
    assert files == [to_jsonstat(figures, name, language=language) for name in figures.tables]
    assert figures_from_jsonstat(reversed(files)).to_csv() == figures.to_csv()


@given(rows())
def test_a_table_holds_every_figure_once(content: list[dict[str, str]]) -> None:
    figures = Figures(Figure(row) for row in content)
    for name in figures.tables:
        table, chosen = to_table(figures, name), figures.table(name)
        shown = sorted(
            Fraction(int(v), 10**table.decimals)
            for v in table.values[table.status == CellStatus.OK].flat
        )
        assert shown == sorted(
            figure.value for figure in chosen.values() if figure.value is not None
        )
        hidden = sum(figure.status == "suppressed" for figure in chosen.values())
        assert int((table.status == CellStatus.SUPPRESSED).sum()) == hidden


@given(rows(), st.data())
def test_a_selection_is_what_a_plain_loop_finds(
    content: list[dict[str, str]], data: st.DataObject
) -> None:
    figures = Figures(Figure(row) for row in content)
    for name in ("table", "unit", "sex", "status", "age_from"):
        known = sorted({getattr(figure, name) for figure in figures.values()}, key=str)
        if not known:
            continue
        wanted = data.draw(st.lists(st.sampled_from(known), min_size=1))
        found = figures.select(**{name: wanted})
        assert list(found) == [
            figure.id for figure in figures.values() if getattr(figure, name) in wanted
        ]


ROW = {
    "id": "share",
    "table": "af",
    "measure": "andel",
    "measure_en": "share",
    "value": "85,30",
    "unit": "percent",
    "sex": "woman",
    "age_from": "16",
    "period": "2015-05",
    "municipality": "Kalmar",
    "dimension": "education",
    "category": "gymnasium",
    "total": "all",
    "certainty": "likely",
    "footnote": "ca",
    "line": "12",
    "place": "s. 3",
}


def test_a_figure_says_what_its_row_says() -> None:
    figure = Figure(ROW)
    assert (figure.value, figure.step, figure.printed) == (
        Fraction(853, 10),
        Fraction(1, 100),
        "85,30",
    )
    assert (figure.age_from, figure.age_to, figure.line, figure.total) == (16, None, 12, "all")
    assert (figure.measure, figure.category) == (
        Text("andel", "share"),
        Text("gymnasium", "gymnasium"),
    )
    assert (figure.period, figure.municipality, figure.dimension) == (
        "2015-05",
        "Kalmar",
        "education",
    )
    assert (figure.status, figure.certainty, figure.footnote, figure.place) == (
        "ok",
        "likely",
        Text("ca", "ca"),
        "s. 3",
    )
    assert figure == Figure(ROW)
    assert len({figure, Figure(ROW), Figure(ROW | {"value": "85,3"})}) == 2
    assert figure != "share"
    assert repr(figure) == "Figure('share', '85,30', 'percent')"
    cell = figure.cell()
    assert (cell.id, cell.value, cell.step, cell.suppressed) == (
        "share",
        Fraction(853, 10),
        Fraction(1, 100),
        False,
    )


def test_a_hidden_figure_is_not_zero() -> None:
    figure = Figure({"id": "a", "value": "-", "status": "suppressed", "unit": "persons"})
    assert (figure.value, figure.step, figure.cell().suppressed) == (None, 1, True)
    assert figure.certainty == "certain"


def test_a_figure_is_refused_for_what_it_is_not() -> None:
    with pytest.raises(BadInput, match=r"a figure has no column 'valeu'\. Did you mean 'value'\?"):
        Figure({"id": "a", "valeu": "1"})
    with pytest.raises(BadInput, match="'sju' is not a number"):
        Figure({"id": "a", "value": "sju"})


FIGURES = Figures([Figure(ROW), Figure(ROW | {"id": "men", "sex": "man", "table": "men"})])


def test_figures_are_a_mapping() -> None:
    assert (list(FIGURES), len(FIGURES), FIGURES.tables, "men" in FIGURES) == (
        ["share", "men"],
        2,
        ("af", "men"),
        True,
    )
    assert repr(FIGURES) == "<2 figures in 2 tables>"
    assert hash(FIGURES) == hash(Figures(FIGURES.values()))
    assert Figures(FIGURES.values()) == FIGURES
    assert FIGURES.to_rows().records()[0]["value"] == "85,30"
    assert [cell.id for cell in FIGURES.cells()] == ["share", "men"]
    assert list(FIGURES.select(sex="man", measure="share")) == ["men"]
    assert list(FIGURES.select(age_to=None)) == ["share", "men"]


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: FIGURES["mne"], "there is no figure 'mne'. Did you mean 'men'?"),
        (lambda: FIGURES.table("afs"), "no figure has table 'afs'. Did you mean 'af'?"),
        (
            lambda: FIGURES.select(municipality="Kalmr"),
            "no figure has municipality 'Kalmr'. Did you mean 'Kalmar'?",
        ),
        (lambda: FIGURES.select(age_from=17), "no figure has age_from 17."),
        (
            lambda: FIGURES.select(sx="man"),
            "figures are not selected by 'sx': expected one of table, measure, unit, sex, age_from, age_to, period, "
            "municipality, dimension, category, total, status, certainty, place. Did you mean 'sex'?",
        ),
        (
            lambda: Figures([Figure(ROW), Figure(ROW)]),
            "two figures are called 'share': expected every id once",
        ),
    ],
)
def test_what_is_not_there_is_said(ask, message: str) -> None:
    with pytest.raises((BadInput, KeyError)) as caught:
        ask()
    assert str(caught.value.args[0]) == message


def test_a_file_of_others_or_a_changed_value_is_refused() -> None:
    text = to_jsonstat(FIGURES, "af", source=Text("Källa", "Source"))
    assert json.loads(text)["source"] == "Källa"
    changed = text.replace("85.3", "85.4", 1)
    with pytest.raises(
        BadInput, match=r"figure 'share' is 8540 \(in 10\*\*-2\) in cell 0, but was printed '85,30'"
    ):
        figures_from_jsonstat([changed])
    other = json.loads(text)
    del other["extension"]["dualib"]["rows"]
    with pytest.raises(
        BadInput,
        match="the JSON-stat file 'andel' has no rows of figures: expected one that dualib",
    ):
        figures_from_jsonstat([other])


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("form", FORMATS)
def test_an_export_is_the_same_every_time(write, tmp_path, form: str, language: str) -> None:
    found = load_folder(write())
    first = export(found, form, tmp_path / "one", language=language)
    second = export(found, form, tmp_path / "two", language=language)
    assert [path.name for path in first] == [path.name for path in second]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_exported_files_load_as_the_same_agreement(write, tmp_path) -> None:
    found = load_folder(write())
    export(found, "datapackage", tmp_path / "again" / "exempelby")
    again = load_folder(tmp_path / "again" / "exempelby")
    assert again.figures == found.figures
    assert (again.goals, again.relations, again.money, again.staffing) == (
        found.goals,
        found.relations,
        found.money,
        found.staffing,
    )
    export(again, "jsonstat", tmp_path / "json")
    files = [path.read_bytes() for path in sorted((tmp_path / "json").iterdir())]
    assert figures_from_jsonstat(files).to_csv() == found.figures.to_csv()


def test_the_data_package_describes_the_files_as_they_are(write, tmp_path) -> None:
    import hashlib

    found = load_folder(write(("agreement.csv", "purpose,Fler unga i arbete.,s. 1,\n", "")))
    export(found, "datapackage", tmp_path / "p", language="en")
    package = json.loads((tmp_path / "p" / "datapackage.json").read_text("utf-8"))
    assert package["name"] == "dualib-exempelby"
    assert package["sources"] == [{"title": "Överenskommelsen"}]
    assert "description" not in package
    for resource in package["resources"]:
        data = (tmp_path / "p" / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        header = data.decode().splitlines()[0].split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == header
    figures = next(resource for resource in package["resources"] if resource["name"] == "figures")
    fields = {field["name"]: field for field in figures["schema"]["fields"]}
    assert fields["id"]["constraints"] == {
        "required": True,
        "unique": True,
        "pattern": "[a-z0-9._:-]+",
    }
    assert fields["age_from"]["type"] == "integer"
    assert fields["sex"]["constraints"] == {"enum": ["total", "woman", "man", "unknown"]}
    assert figures["schema"]["foreignKeys"][0]["reference"] == {"resource": "", "fields": ["id"]}


def test_an_agreement_without_sources_says_nothing_of_them(write, tmp_path) -> None:
    found = load_folder(write(("agreement.csv", "source_title,Överenskommelsen,s. 1,\n", "")))
    export(found, "datapackage", tmp_path / "p")
    assert "sources" not in json.loads((tmp_path / "p" / "datapackage.json").read_text("utf-8"))
    (first, *_) = export(found, "jsonstat", tmp_path / "j")
    assert "source" not in json.loads(first.read_text("utf-8"))


@pytest.mark.parametrize("name", SHEETS)
def test_the_json_schema_agrees_with_the_loader(write, name: str) -> None:
    import re

    rows = load_folder(write()).sheets[name]
    properties = json_schema(name)["items"]["properties"]
    assert list(properties) == list(SHEETS[name].header)
    for row in rows:
        for column, cell in properties.items():
            text = row[column]
            assert text in cell.get("enum", [text])
            assert re.search(cell.get("pattern", ""), text)
            assert len(text) >= cell.get("minLength", 0)


def test_a_format_or_a_file_that_is_not_there(write) -> None:
    with pytest.raises(
        BadInput, match=r"there is no format 'jsonstatt'.*Did you mean 'jsonstat'\?"
    ):
        export(load_folder(write()), "jsonstatt", "nowhere")
    with pytest.raises(
        BadInput, match=r"there is no file called 'figure'.*Did you mean 'figures'\?"
    ):
        json_schema("figure")
