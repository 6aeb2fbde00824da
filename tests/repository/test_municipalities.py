"""Rules about who may name a municipality: its folder, the tests and the book."""

import csv
import re
from importlib.resources import files
from pathlib import Path

import pytest

from dualib.local_folders import HEADING, packaged_folders

SOURCE = Path(str(files("dualib")))
NATIONAL = sorted((SOURCE / "programmes").glob("*.py"))

#: These words are part of a condition, and so of every receipt of the rule: they change with the rule's text.
KEPT = {
    "nystartsjobb.py": ("den står i Kalmars överenskommelse", "it stands in Kalmar's agreement"),
}


def named(folder_file: Path) -> set[str]:
    """The municipalities of an agreement, as Swedish writes them."""
    with folder_file.open(encoding="utf-8", newline="") as file:
        return {row["value"] for row in csv.DictReader(file) if row["key"] == "municipality"}


NAMES = {
    name
    for agreement, folder in packaged_folders().items()
    for name in (agreement, folder.name, *named(Path(str(folder)) / HEADING))
}


def test_every_packaged_agreement_is_looked_for() -> None:
    assert len(NAMES) > len(packaged_folders()) > 0


@pytest.mark.parametrize("path", NATIONAL, ids=lambda path: path.name)
def test_a_national_rule_names_no_municipality(path: Path) -> None:
    text = path.read_text("utf-8")
    for words in KEPT.get(path.name, ()):
        assert words in text
        text = text.replace(words, "")
    assert not [name for name in NAMES if re.search(re.escape(name), text, re.IGNORECASE)]
