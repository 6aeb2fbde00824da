"""An agreement is a folder with ``agreement.csv``: in the package, or anywhere else."""

import pickle
import shutil
from importlib.resources import files
from pathlib import Path

import attrs
import pytest

import dualib
from dualib.errors import BadData, BadInput
from dualib.local_agreements import AGREEMENTS, Municipality, agreement, municipality
from dualib.local_agreements.packaged import is_path
from dualib.local_folders import headings, packaged_folders

ROOM = Path(str(files("dualib"))) / "local_agreements"


def test_every_folder_with_a_heading_is_an_agreement() -> None:
    found = {path.parent.name.replace("_", "-") for path in ROOM.rglob("agreement.csv")}
    assert set(AGREEMENTS) == set(packaged_folders()) == found
    assert {found.id for found in dualib.agreements()} == found


def test_a_folder_more_is_an_agreement_more(write, tmp_path, monkeypatch) -> None:
    package = tmp_path / "dualib"
    shutil.copytree(ROOM / "kalmar", package / "local_agreements" / "kalmar")
    shutil.copytree(write(), package / "local_agreements" / "exempel_by")
    (package / "local_agreements" / "folder").mkdir()
    monkeypatch.setattr("importlib.resources.files", lambda _: package)
    found = packaged_folders.__wrapped__()
    assert {name: folder.name for name, folder in found.items()} == {
        "exempel-by": "exempel_by",
        "kalmar": "kalmar",
    }


def test_agreements_come_in_the_order_that_they_state() -> None:
    places = [int(headings(name)["order"][0]) for name in AGREEMENTS if "order" in headings(name)]
    assert places == sorted(set(places))
    assert all("order" in headings(name) for name in AGREEMENTS[: len(places)])


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Orust", "tjorn-orust"),
        ("tjörn", "tjorn-orust"),
        ("tjorn-orust", "tjorn-orust"),
        ("1421", "tjorn-orust"),
        ("0880", "kalmar"),
        (" Kalmar", "kalmar"),
    ],
)
def test_an_agreement_goes_by_a_municipality_or_its_code(name: str, found: str) -> None:
    assert dualib.agreement(name) is dualib.agreement(found)
    assert agreement(name).id == found


def test_every_municipality_and_code_leads_to_its_agreement() -> None:
    for town in dualib.municipalities():
        assert agreement(town.name) is agreement(town.code) is town.agreement
        assert municipality(town.code) == municipality(town.id) == town


@pytest.mark.parametrize("name", ["9999", "Orrust", "", "kommun"])
def test_what_is_not_there_is_refused(name: str) -> None:
    with pytest.raises(BadInput, match=r"or the path of a folder such as './sunne'"):
        agreement(name)


def test_a_misspelt_municipality_is_suggested_as_it_is_written() -> None:
    with pytest.raises(BadInput, match=r"Did you mean 'Orust'\?"):
        agreement("Orrust")


def test_a_folder_of_ones_own_is_found_by_its_path(write, tmp_path, monkeypatch) -> None:
    folder = write()
    monkeypatch.chdir(tmp_path)
    for path in (folder, str(folder), "./exempelby", "exempelby/", Path("exempelby")):
        found = dualib.agreement(path)
        assert (found.id, found.name) == ("exempelby", "Exempelby")
    monkeypatch.chdir(folder)
    assert dualib.agreement(".").id == "exempelby"
    with pytest.raises(BadInput, match="there is no agreement 'exempelby'"):
        dualib.agreement("exempelby")
    with pytest.raises(BadInput, match=r"there is no folder '\./sunne'"):
        dualib.agreement("./sunne")


def test_faults_of_a_folder_are_reported_as_when_it_is_loaded(write) -> None:
    with pytest.raises(BadData, match="the row title is missing"):
        dualib.agreement(
            write(("agreement.csv", "title,Lokal överenskommelse i Exempelby,s. 1,\n", ""))
        )


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("sunne", False),
        ("tjorn-orust", False),
        ("./sunne", True),
        ("a/b", True),
        (".", True),
        ("..", True),
        (Path("sunne"), True),
        (None, False),
        (880, False),
    ],
)
def test_a_path_is_told_from_a_name(name: object, path: bool) -> None:
    assert is_path(name) is path


def test_a_municipality_knows_its_agreement_wherever_it_lies(write) -> None:
    found = dualib.agreement(write())
    (town,) = found.municipalities
    assert town.agreement is found
    assert town == Municipality("Exempelby", "0001", "exempelby")
    assert hash(town) == hash(Municipality("Exempelby", "0001", "exempelby"))
    assert repr(town) == "Municipality(name='Exempelby', code='0001', agreement_id='exempelby')"
    changed = attrs.evolve(found, title="En annan")
    assert changed.municipalities[0].agreement is changed


def test_a_municipality_without_an_agreement_says_so() -> None:
    alone = Municipality("Sunne", "1766", "sunne")
    assert pickle.loads(pickle.dumps(alone)) == alone
    with pytest.raises(BadInput, match="the municipality Sunne was made without an agreement"):
        _ = alone.agreement
