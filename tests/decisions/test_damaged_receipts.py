"""Receipts that somebody has changed are refused in words, never with an error of Python's."""

from __future__ import annotations

import json
from datetime import date

import pytest

from dualib import BadInput, Person, programmes, replay

RECEIPT = json.loads(
    programmes.kaa.decide(Person(born=date(1999, 5, 1)), on=date(2016, 9, 1)).receipt()
)


@pytest.mark.parametrize(
    "name", ["rule", "reading", "fingerprint", "on", "assume", "assume_unchanged", "leap", "person"]
)
def test_what_is_lost_is_named(name: str) -> None:
    rest = json.dumps({key: value for key, value in RECEIPT.items() if key != name})
    with pytest.raises(BadInput, match=f"the receipt has lost its {name}: expected the text of"):
        replay(rest)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("on", "2016-13-01"),
        ("on", None),
        ("leap", "x"),
        ("person", {}),
        ("person", {"spells": [1], "facts": {}, "observed": {}, "as_of": None}),
        ("assume", [1]),
        ("assume", {"nosuch": "2015-01-01"}),
    ],
)
def test_what_cannot_be_read_is_refused_without_telling_it(name: str, value: object) -> None:
    with pytest.raises(BadInput) as error:
        replay(json.dumps(RECEIPT | {name: value}))
    assert str(error.value) == (
        "the receipt is damaged, a value in it cannot be read: expected the text of a receipt, "
        "unchanged; it is made by Decision.receipt()"
    )


def test_a_fact_that_is_not_known_is_named() -> None:
    with pytest.raises(BadInput, match="fact 'nosuch' is not known"):
        replay(json.dumps(RECEIPT | {"person": RECEIPT["person"] | {"facts": {"nosuch": True}}}))
