"""Columns of numbers of persons: linked by pseudonyms, and never shown.

The numbers are made up, or Skatteverket's own example (19121212-1212).
"""

from __future__ import annotations

from datetime import date

import pytest

from dualib.errors import BadData, BadInput
from dualib.person import pseudonym
from dualib.register import Register, identities

KEY = b"a secret of sixteen bytes"
DAY = date(2015, 5, 31)


def test_persons_without_a_number_are_not_taken_for_one_another() -> None:
    persons = identities(["191212121212", None], KEY)
    spells = identities([None, None], KEY)
    elsewhere = identities(["191212121212", None], KEY, where="spells")
    assert persons.keys[0] == elsewhere.keys[0]
    assert len({persons.keys[1], spells.keys[1], elsewhere.keys[1]}) == 3
    assert identities(["191212121212", None], KEY).keys == persons.keys
    with pytest.raises(BadData, match="is not among the persons"):
        Register.from_frames(
            persons.columns,
            {
                "key": list(spells.keys),
                "start": [DAY, DAY],
                "end": [DAY, DAY],
                "status": ["hourly", "hourly"],
            },
            observed=(DAY, DAY),
        )


def test_a_column_becomes_pseudonyms() -> None:
    found = identities(["19121212-1212", "", None, "Skyddad", 191212121212, float("nan")], KEY)
    assert found.keys[0] == found.keys[4] == pseudonym("191212121212", KEY)
    assert [key.rpartition("-")[2] for key in found.keys[1:4]] == ["2", "3", "4"]
    assert len({key.rpartition("-")[0] for key in found.keys[1:4]}) == 1
    assert found.unlinkable.tolist() == [False, True, True, True, False, True]
    assert found.sex == ("man", None, None, None, "man", None)
    assert found.born.astype(str).tolist() == [
        "1912-12-12",
        "NaT",
        "NaT",
        "NaT",
        "1912-12-12",
        "NaT",
    ]
    register = Register.from_frames(identities(["191212121212", None], KEY).columns)
    assert register.provided == {"born", "sex"}
    assert register.person(1).facts["born"] is None
    assert identities(["121212-1212"], KEY, on=DAY).born.astype(str).tolist() == ["2012-12-12"]
    assert "1212121212" not in repr(found)


def test_all_faulty_rows_are_reported_and_none_is_shown() -> None:
    with pytest.raises(BadData) as caught:
        identities(["191212121212", "191212121213", "x"], KEY, where="persons.csv")
    assert [(problem.where, problem.row) for problem in caught.value.problems] == [
        ("persons.csv", 2),
        ("persons.csv", 3),
    ]
    assert "1912" not in str(caught.value)


def test_a_weak_key_is_refused() -> None:
    with pytest.raises(BadInput, match="key cannot be used"):
        identities([], b"short")
