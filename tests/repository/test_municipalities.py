"""Rules about who may name a municipality: its folder, the tests and the book."""

import ast
import csv
import re
from importlib.resources import files
from pathlib import Path

import pytest

from dualib.local_folders import HEADING, packaged_folders

SOURCE = Path(str(files("dualib")))
NATIONAL = sorted((SOURCE / "programmes").rglob("*.py"))
BOOK = Path(__file__).parents[2] / "book"


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
    assert not [name for name in NAMES if re.search(re.escape(name), text, re.IGNORECASE)]


OUTSIDE = [
    path
    for path in (*sorted(SOURCE.rglob("*.py")), *sorted(BOOK.glob("*.py")))
    if not any((folder / HEADING).is_file() for folder in path.parents)
]


def texts(path: Path) -> set[str]:
    """The texts in a module's code, without those that only explain."""
    tree = ast.parse(path.read_text("utf-8"))
    explained = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in explained
    }


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_module_outside_its_folder_treats_a_municipality_apart(path: Path) -> None:
    known = {name.casefold() for name in NAMES}
    assert not {text for text in texts(path) if text.casefold() in known}


def test_a_module_that_does_would_be_seen(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('"""kalmar"""\nif agreement.id == "kalmar":\n    """Kalmar."""\n')
    assert texts(module) == {"kalmar"}
