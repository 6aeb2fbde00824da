"""Every numeric token of Kalmar's agreement became a thing with an id or was left out for a reason of a short list."""

from __future__ import annotations

import csv
import hashlib
import os
from collections import Counter
from pathlib import Path

import pytest
from tokens import tokens

from dualib.local_agreements import agreement

HERE = Path(__file__).parent
FOLDER = HERE.parents[1] / "src" / "dualib" / "local_agreements" / "kalmar"
REASONS = {
    "page number",
    "table of contents",
    "number of an annex",
    "date or year in running text",
    "telephone number",
    "postal address",
    "number of a case",
    "citation of a law or charter",
    "row label of a table whose layout is lost",
    "age, period or wording of a heading, held in the columns of its figures",
    "version number",
    "figure for the whole country",
    "number in a list",
    "group named by age or size without a count",
    "number, date or page of another document",
    "requirement of an upper-secondary programme",
}
IN_WORDS = "Skrivet med ord"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LEDGER = rows(HERE / "kalmar.csv")
SHEETS = {name: rows(FOLDER / f"{name}.csv") for name in ("figures", "goals", "staffing", "money")}
AGREEMENT = rows(FOLDER / "agreement.csv")


def numbers(words: str) -> set[str]:
    """The tokens of a text, with the parts of its dates."""
    found = {token for _, _, token in tokens(words)}
    return found | {part for token in found for part in token.split("-")}


def known() -> dict[str, set[str]]:
    """The numbers that stand in the row or rows of each id."""
    found = {
        row["id"]: numbers("\n".join(row.values())) for sheet in SHEETS.values() for row in sheet
    }
    for row in AGREEMENT:
        found.setdefault(f"agreement.{row['key']}", set()).update(numbers("\n".join(row.values())))
    return found


def test_every_token_became_something_or_was_left_out_for_a_reason() -> None:
    for row in LEDGER:
        assert bool(row["became"]) != bool(row["excluded"]), row
        assert not row["excluded"] or row["excluded"] in REASONS, row
    assert {row["excluded"] for row in LEDGER} - {""} == REASONS


def test_an_offer_that_a_token_became_is_there() -> None:
    became = {
        row["became"].removeprefix("offer:") for row in LEDGER if row["became"].startswith("offer:")
    }
    assert became <= set(agreement("kalmar").offers)


def test_a_token_stands_in_the_row_that_it_became() -> None:
    things = known()
    for row in LEDGER:
        if row["became"] and not row["became"].startswith("offer:"):
            assert row["token"] in things[row["became"]], row


def test_every_printed_figure_and_amount_is_a_token_of_its_line() -> None:
    became = {(row["became"], row["line"], row["token"]) for row in LEDGER}
    for row in SHEETS["figures"] + SHEETS["money"]:
        if row.get("status"):
            assert not row["value"], row
        elif not row["footnote"].startswith(IN_WORDS):
            assert (row["id"], row["line"], row["value"]) in became, row


def test_no_number_is_used_for_two_figures() -> None:
    values = {row["id"]: row["value"] for row in SHEETS["figures"]}
    used = Counter(
        (row["line"], row["became"]) for row in LEDGER if values.get(row["became"]) == row["token"]
    )
    assert max(used.values()) == 1


def test_ids_are_unique_and_referred_to_only_if_there() -> None:
    ids = [row["id"] for row in SHEETS["figures"]]
    assert len(ids) == len(set(ids))
    relations = rows(FOLDER / "relations.csv")
    assert len(relations) == len({row["id"] for row in relations})
    named = [row["total"] for row in SHEETS["figures"]] + [row["base"] for row in relations]
    named += [name for row in relations for name in (row["left"], *row["right"].split())]
    named += [name for row in SHEETS["goals"] for name in row["baseline"].split()]
    assert set(named) - {""} <= set(ids)


def test_the_lines_of_the_ledger_are_in_order() -> None:
    places = [(int(row["line"]), int(row["ordinal"])) for row in LEDGER]
    assert places == sorted(set(places))


@pytest.mark.skipif(
    "DUALIB_SOURCES" not in os.environ, reason="the sources are not in the repository"
)
def test_the_ledger_holds_every_token_of_the_source() -> None:
    data = (Path(os.environ["DUALIB_SOURCES"]) / "kalmar.txt").read_bytes()
    stated = next(row["value"] for row in AGREEMENT if row["key"] == "source_sha256")
    assert hashlib.sha256(data).hexdigest() == stated
    expected = [
        (str(line), str(ordinal), token) for line, ordinal, token in tokens(data.decode("utf-8"))
    ]
    assert [(row["line"], row["ordinal"], row["token"]) for row in LEDGER] == expected


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2015-10-21", ["2015-10-21"]),
        ("16-24 år: 902 (787 och 115)", ["16", "24", "902", "787", "115"]),
        ("10 000, 10,8 % och 2017/2018", ["10 000", "10,8", "2017/2018"]),
        ("212000-0746 (1997:238)", ["212000-0746", "1997:238"]),
        ("646\t359 287 3,", ["646", "359 287", "3"]),
        ("**4 i år 2015 100", ["4", "2015", "100"]),
        ("ingen siffra", []),
    ],
)
def test_the_rule_of_tokens(words: str, found: list[str]) -> None:
    assert [token for _, _, token in tokens(words)] == found
