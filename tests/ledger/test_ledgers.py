"""Ledger, figures and relations of every agreement but Kalmar's keep in step; Kalmar's has its own.

The source documents name private persons and are not in the repository. Where a folder of them is at hand,
``DUALIB_SOURCES=folder`` also reads them again, checks their SHA-256 and counts every token anew.
"""

from __future__ import annotations

import csv
import hashlib
import os
import re
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
from tokens import tokens

from dualib.local_agreements import agreement
from dualib.local_folders import packaged_folders

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "src" / "dualib" / "local_agreements"
NAMES = tuple(folder.name for name, folder in packaged_folders().items() if name != "kalmar")
TABLES = ("figures", "goals", "staffing", "money")
REASONS = {
    "number of an annex",
    "page number",
    "title or excerpt of another document",
    "table of contents",
    "age, period or wording of a heading, held in the columns of its figures",
    "date or year in running text",
    "reference or link",
    "version number",
    "limit stated in a law",
    "school year, code or name, not a quantity",
}
# Written down by hand, for the agreements that were read first.
COUNTS = {
    "tyreso": (2, 0, 13, 23),
    "tjorn_orust": (169, 74, 5, 263),
    "hammaro": (16, 4, 6, 19),
    "vasteras": (5, 0, 20, 122),
}
FAILING = {
    "tyreso": set(),
    "tjorn_orust": {
        "share.ak9-alla-amnen.tjorn.total",
        "share.ak9-alla-amnen.tjorn.man",
        "share.ak9-alla-amnen.tjorn.woman",
        "share.ak9-alla-amnen.orust.man",
        "share.ak9-alla-amnen.orust.woman",
        "share.ak9-ej-behoriga.tjorn.man",
        "causes.fs.orust.man",
        "causes.fs.orust.woman",
    },
    "hammaro": set(),
    "vasteras": set(),
}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(name: str, what: str) -> list[dict[str, str]]:
    """The rows of a file of an agreement; none where it has no such file."""
    path = DATA / name / f"{what}.csv"
    return rows(path) if path.exists() else []


def ledger(name: str) -> list[dict[str, str]]:
    return rows(HERE / f"{name}.csv")


def number(row: dict[str, str]) -> Fraction:
    return Fraction(row["value"].replace(",", "."))


@pytest.mark.parametrize("name", NAMES)
def test_every_token_became_something_that_is_there_or_has_a_reason(name):
    known = {row["id"] for what in TABLES for row in table(name, what)}
    known |= {f"agreement.{row['key']}" for row in table(name, "agreement")}
    known |= {f"offer:{offer}" for offer in agreement(name.replace("_", "-")).offers}
    for row in ledger(name):
        assert bool(row["became"]) != bool(row["excluded"]), row
        assert not row["became"] or row["became"] in known, row
        assert not row["excluded"] or row["excluded"] in REASONS, row


@pytest.mark.parametrize("name", NAMES)
def test_every_printed_figure_is_the_token_at_its_place(name):
    tokens_of = {}
    for row in ledger(name):
        tokens_of.setdefault(row["became"], []).append((row["line"], row["token"]))
    for row in table(name, "figures"):
        if row["status"] == "suppressed":
            assert row["value"] == "-"
        elif "utskrivet" in row["footnote"]:
            assert row["id"] not in tokens_of
        else:
            assert tokens_of[row["id"]] == [(row["line"], row["value"])]


@pytest.mark.parametrize("name", NAMES)
def test_every_printed_post_and_sum_is_the_token_at_its_place(name):
    found = {row["became"]: row for row in ledger(name)}
    for row in table(name, "staffing"):
        if row["id"] in found:
            assert found[row["id"]]["line"] == row["line"]
            printed = Fraction(found[row["id"]]["token"].replace(",", "."))
            stated = Fraction(row["fte_low"] or row["headcount"])
            assert printed == (100 * stated if name == "hammaro" else stated)
        else:
            assert re.search("utskrivet|troligt|inte tryckt", row["footnote"]), row
    for row in table(name, "money"):
        assert (found[row["id"]]["line"], found[row["id"]]["token"]) == (row["line"], row["value"])


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_and_whatever_they_point_at_is_there(name):
    ids = [row["id"] for what in (*TABLES, "relations") for row in table(name, what)]
    assert [found for found, count in Counter(ids).items() if count > 1] == []
    assert all(re.fullmatch(r"[a-z0-9._-]+", found) for found in ids)
    numbers = {row["id"] for what in ("figures", "staffing") for row in table(name, what)}
    for row in table(name, "figures"):
        assert not row["total"] or row["total"] in numbers, row
        assert row["certainty"] in {"certain", "likely", "undetermined"}
        assert row["measure"]
        assert row["measure_en"]
        assert row["place"]
        assert bool(row["footnote"]) == bool(row["footnote_en"]), row
    for row in table(name, "relations"):
        named = {*row["left"].split(), *row["right"].split(), *row["base"].split()}
        assert named <= numbers, named - numbers
    for row in table(name, "goals"):
        assert set(row["baseline"].split()) <= numbers, row


@pytest.mark.parametrize("name", COUNTS)
def test_the_counts_are_those_written_down(name):
    found = tuple(len(table(name, what)) for what in ("figures", "relations", "staffing"))
    assert (*found, len(ledger(name))) == COUNTS[name]


def holds(row, figures, posts) -> bool:
    """The obvious check of one relation, with half a printed step of room for rounded values."""
    cells = {found["id"]: found for found in figures}
    if row["kind"] == "fte_sum":
        extents = {post["id"]: Fraction(post["fte_low"]) for post in posts if post["fte_low"]}
        return number(cells[row["left"]]) == sum(extents[part] for part in row["right"].split())
    left = cells[row["left"]]
    right = [cells[part] for part in row["right"].split()]
    if any(cell["status"] for cell in [left, *right]):
        return True
    if row["kind"] == "at_most":
        return all(number(cell) <= number(left) for cell in right)
    if row["kind"] == "share":
        return abs(number(left) - 100 * number(right[0]) / number(cells[row["base"]])) <= Fraction(
            1, 20
        )
    room = Fraction(len(right) + 1, 20) if left["unit"] == "percent" else 0
    return abs(number(left) - sum(map(number, right))) <= room


def failing(name: str) -> set[str]:
    """The relations of an agreement that fail by the obvious check."""
    figures, posts = table(name, "figures"), table(name, "staffing")
    return {row["id"] for row in table(name, "relations") if not holds(row, figures, posts)}


@pytest.mark.parametrize("name", FAILING)
def test_the_relations_that_fail_are_those_written_down(name):
    assert failing(name) == FAILING[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_library_finds_the_relations_that_fail(name):
    discrepancies = agreement(name.replace("_", "-")).discrepancies()
    assert failing(name) <= {item.relation.id for item in discrepancies}


def test_a_suppressed_cell_of_tjorn_can_be_computed_from_what_is_printed():
    cells = {row["id"]: row for row in table("tjorn_orust", "figures")}
    left, *parts = [
        cells[f"{what}.tjorn.man"]
        for what in ("etablerade-eller-studerar", "etablerade", "hogskola")
    ]
    assert cells["annan-utbildning.tjorn.man"]["status"] == "suppressed"
    assert number(left) - sum(map(number, parts)) == Fraction("6.1")


def test_tyreso_has_thirteen_and_a_quarter_posts():
    sums: Counter[str] = Counter()
    for row in table("tyreso", "staffing"):
        sums[row["party"]] += Fraction(row["fte_low"])
    assert sums == {
        "Tyresö kommun": Fraction("7.5"),
        "Arbetsförmedlingen": Fraction("3.75"),
        "Försäkringskassan": Fraction("1.5"),
        "Samordningsförbundet": Fraction("0.5"),
    }
    assert sum(sums.values()) == Fraction("13.25")


@pytest.mark.skipif(
    "DUALIB_SOURCES" not in os.environ, reason="the source documents are not in the repository"
)
@pytest.mark.parametrize("name", NAMES)
def test_ledger_is_the_source_read_again(name):
    source = Path(os.environ["DUALIB_SOURCES"]) / f"{name.replace('_', '-')}.txt"
    stated = {row["key"]: row["value"] for row in table(name, "agreement")}
    assert hashlib.sha256(source.read_bytes()).hexdigest() == stated["source_sha256"]
    found = [
        (str(line), str(ordinal), token)
        for line, ordinal, token in tokens(source.read_text(encoding="utf-8"))
    ]
    assert found == [(row["line"], row["ordinal"], row["token"]) for row in ledger(name)]
