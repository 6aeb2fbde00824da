"""Every amendment of a section that a rule cites is a boundary between two of its texts, or has a written reason."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

import attrs
import pytest

from dualib.errors import BadInput
from dualib.programmes import PROGRAMMES
from dualib.programmes.amendment_register import Amendment, amendments, covers, known_to
from dualib.programmes.shared_terms import CURRENT_TO
from dualib.rules import Rule, Version
from dualib.sources import Citation, Confidence

#: A reason is about one amending act, or about the first day of a text where no amendment gives it.
REASONS = list(
    csv.DictReader(
        (files("dualib.programmes") / "amendment_reasons.csv").read_text("utf-8").splitlines()
    )
)
REASONED = {(row["rule"], row["act"], row["amending_sfs"]) for row in REASONS}
ACTS = sorted({act.removeprefix("SFS ") for act in CURRENT_TO})


def laws(version: Version) -> Iterator[Citation]:
    """The citations of acts whose amendments are known."""
    return (citation for citation in version.citations if citation.source in CURRENT_TO)


def touching(citation: Citation) -> Iterator[Amendment]:
    """The amendments that can change the words of a cited section."""
    for line in amendments(citation.source):
        if line.changes_words and any(covers(citation.place, section) for section in line.sections):
            yield line


def passed_over(rule: Rule) -> Iterator[tuple[str, str, str]]:
    """Amendments that came while one text of the ordinance went on unchanged."""
    for version in rule.versions:
        if version.reading != "sfs":
            continue
        for citation in laws(version):
            for line in touching(citation):
                if (
                    line.in_force_from
                    and version.first_day < line.in_force_from <= version.last_day
                ):
                    yield rule.id, line.act, line.amending


@pytest.mark.parametrize("rule", PROGRAMMES, ids=lambda rule: rule.id)
def test_an_amendment_of_a_cited_section_divides_two_texts_or_has_a_reason(rule: Rule) -> None:
    assert not set(passed_over(rule)) - REASONED


@pytest.mark.parametrize("rule", PROGRAMMES, ids=lambda rule: rule.id)
def test_a_text_begins_on_the_day_of_an_amendment_or_has_a_reason(rule: Rule) -> None:
    for version in rule.versions:
        if version.reading != "sfs" or (rule.id, "first day", str(version.first_day)) in REASONED:
            continue
        days = {
            line.in_force_from for citation in laws(version) for line in amendments(citation.source)
        }
        assert version.first_day in days, f"{rule.id}: no amendment came on {version.first_day}"


@pytest.mark.parametrize("rule", PROGRAMMES, ids=lambda rule: rule.id)
def test_a_text_that_outlasts_what_is_known_says_so(rule: Rule) -> None:
    for version in rule.versions:
        for citation in laws(version):
            assert citation.current_to == known_to(citation.source)


def test_every_reason_is_used_and_written_in_both_languages() -> None:
    used = {found for rule in PROGRAMMES for found in passed_over(rule)} | {
        (rule.id, "first day", str(version.first_day))
        for rule in PROGRAMMES
        for version in rule.versions
    }
    assert not REASONED - used
    assert all(row["sv"].strip() and row["en"].strip() for row in REASONS)


@pytest.mark.parametrize("act", ACTS)
def test_a_register_is_whole(act: str) -> None:
    lines = amendments(act)
    assert lines[0].act == act
    assert all(re.fullmatch(r"\d{4}:\d+", line.amending) for line in lines)
    assert all(line.source for line in lines)
    assert known_to(act) == CURRENT_TO[f"SFS {act}"]


def test_registers_are_those_of_the_shared_terms() -> None:
    with pytest.raises(BadInput, match=re.escape("Did you mean '2007:813'?")):
        amendments("2007:812")
    with pytest.raises(BadInput, match="expected an act whose register is known"):
        known_to("1686:903")


@pytest.mark.parametrize(
    ("place", "section", "named"),
    [
        ("29 kap. 9 §", "29:9", True),
        ("29 kap. 9 §", "9", False),
        ("5 e och 17 b §§", "17 b", True),
        ("5 e och 17 b §§", "17", False),
        ("14–24 §§ upphävda 2018-01-01", "14 c", True),
        ("14–24 §§ upphävda 2018-01-01", "25", False),
        ("8 § 3", "3", False),
        ("5 §", "4 a>5", True),
        ("fas 1", "1", False),
        ("5 §", "bil.1", False),
    ],
)
def test_a_place_names_the_sections_it_says(place: str, section: str, named: bool) -> None:
    assert covers(place, section) is named


def test_how_far_a_text_is_known_leaves_the_fingerprint_alone() -> None:
    seen = Citation("SFS 2007:813", "5 §", Confidence.VERIFIED, date(2026, 11, 22))
    version = PROGRAMMES[0].versions[0]
    one = attrs.evolve(version, citations=(seen,))
    other = attrs.evolve(version, citations=(attrs.evolve(seen, current_to=date(2025, 6, 30)),))
    assert one.fingerprint == other.fingerprint
