"""Sources: a citation says where, how sure, and when it was last looked at."""

import copy
import itertools
import pickle
from datetime import date

import attrs
import pytest

import dualib
from dualib.errors import BadInput
from dualib.sources import NOT_IN_SOURCE, Citation, Confidence, NotInSource

CITED = Citation("SFS 2007:813", "5 §", Confidence.VERIFIED, date(2026, 11, 22))


@pytest.mark.parametrize(
    ("wording", "written"),
    [
        (None, "SFS 2007:813, 5 §"),
        ("", "SFS 2007:813, 5 §"),
        ("SFS 2019:1159", "SFS 2007:813, 5 § (SFS 2019:1159)"),
    ],
)
def test_a_citation_is_written_with_its_place(wording: str | None, written: str) -> None:
    assert str(attrs.evolve(CITED, wording=wording)) == written


def test_a_citation_is_data() -> None:
    assert (CITED.kind, CITED.wording) == ("law", None)
    assert pickle.loads(pickle.dumps(CITED)) == copy.copy(CITED) == CITED
    assert len({CITED, copy.copy(CITED), attrs.evolve(CITED, place="6 §")}) == 2
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        CITED.place = "6 §"  # type: ignore[misc]


@pytest.mark.parametrize(("name", "rest"), [("source", "place"), ("place", "source")])
def test_a_citation_without_a_place_is_none(name: str, rest: str) -> None:
    with pytest.raises(BadInput) as error:
        attrs.evolve(CITED, **{name: ""})
    assert (
        str(error.value) == f"{name} of a citation is empty: expected where the rule is to be found"
    )
    assert getattr(attrs.evolve(CITED, **{rest: "other"}), rest) == "other"


def test_how_sure() -> None:
    assert [mark.value for mark in Confidence] == [
        "verified",
        "agreement",
        "project",
        "inferred",
        "memory",
    ]
    assert [mark.words.en for mark in Confidence] == [
        "read in the source",
        "read in the agreement",
        "stated by the project's owner",
        "inferred from other sources",
        "from memory, not checked",
    ]
    assert all(
        one.words.sv != other.words.sv for one, other in itertools.combinations(Confidence, 2)
    )


def test_what_a_source_does_not_say_is_one_thing() -> None:
    assert repr(NOT_IN_SOURCE) == "NOT_IN_SOURCE"
    assert NOT_IN_SOURCE.value == "NOT_IN_SOURCE"
    assert dualib.NOT_IN_SOURCE is NOT_IN_SOURCE is NotInSource.NOT_IN_SOURCE
    assert (
        copy.deepcopy(NOT_IN_SOURCE) is pickle.loads(pickle.dumps(NOT_IN_SOURCE)) is NOT_IN_SOURCE
    )
