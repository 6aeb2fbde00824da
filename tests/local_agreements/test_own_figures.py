"""Figures without a heading: for those who hold only aggregates."""

import pytest

from dualib.errors import BadData, BadInput
from dualib.local_agreements import load_own
from dualib.sources import NOT_IN_SOURCE


def test_a_folder_without_a_heading_loads_as_far_as_it_says(write) -> None:
    folder = write()
    (folder / "agreement.csv").unlink()
    found = load_own(folder)
    assert found.figures["af"].value == 200
    assert str(found.ledger().union()) == "210–240"
    assert found.period.first is found.period.last is found.documented_on is NOT_IN_SOURCE
    assert (found.parties, found.municipalities, found.sources, found.purpose) == ((), (), (), None)
    assert load_own(folder / "figures.csv").relations == found.relations


def test_a_file_of_another_name_stands_alone(write) -> None:
    folder = write()
    (folder / "figures.csv").rename(folder / "siffror.csv")
    found = load_own(folder / "siffror.csv")
    assert len(found.figures) == 9
    assert not found.relations


def test_what_is_wrong_is_told(write, tmp_path) -> None:
    folder = write(("figures.csv", "registered,80", "registered,åttio"))
    (folder / "agreement.csv").unlink()
    with pytest.raises(
        BadData, match=r"figures\.csv, row 2: column value: 'åttio' is not a number"
    ):
        load_own(folder)
    with pytest.raises(BadInput, match="there is no"):
        load_own(tmp_path / "nothing.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("first", ["", "sep={}\r\n", "# en rad per siffra\r\n"])
def test_figures_are_read_as_excel_writes_them(
    tmp_path, encoding: str, separator: str, first: str
) -> None:
    rows = [
        ("id", "table", "measure", "value", "unit", "place"),
        ("a", "t", "Unga på väg", "1 050", "persons", "s. 1"),
    ]
    text = first.format(separator) + "".join(separator.join(row) + "\r\n" for row in rows)
    file = tmp_path / "siffror.csv"
    file.write_bytes(text.encode(encoding))
    figure = load_own(file).figures["a"]
    assert (figure.value, figure.measure.sv) == (1050, "Unga på väg")
