"""Every program in examples/ runs, in little time, and prints what it should."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "examples"

PRINTED = {
    "one_person.py": [
        "YES",
        "The person meets the formal conditions for the job guarantee for young people on 31 May 2015",
        "120 calendar days (at least 90 required)",
        "UNKNOWN for somebody of 26; to settle it, find out: [['disability_code']]",
    ],
    "register_from_csv.py": [
        "persons.csv: Separated by semicolons, encoded in UTF-8 with a byte-order mark.",
        "133 spells without an end date were read as ongoing.",
        "{'yes': 40, 'unknown': 150, 'no': 10}",
        "not shown (disclosure control)",
        "certain and possible: 40 190",
    ],
    "agreement_figures.py": [
        "13.25  100 %",
        "in all: 13.25 full-time equivalents",
        "787 (bilaga 1, Statistik unga inskrivna på arbetsförmedlingen, s. 17)",
        "in the two registers together: 807–902",
        "printed 195, computed 332",
    ],
}


def test_every_program_is_tested():
    assert {path.name for path in FOLDER.glob("*.py")} == set(PRINTED)
    assert len(PRINTED) >= 3


@pytest.mark.parametrize("name", sorted(PRINTED))
def test_a_program_runs_and_prints_what_it_should(name):
    # The limit is generous so that a busy machine does not matter: each takes a second or two.
    done = subprocess.run(
        [sys.executable, "-X", "utf8", FOLDER / name],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=30,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    for words in PRINTED[name]:
        assert words in done.stdout
