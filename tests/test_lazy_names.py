"""``import dualib``: every public name loads when asked for, and misspellings are helped."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import dualib

STUB = ast.parse(Path(dualib.__file__).with_suffix(".pyi").read_text("utf-8"))
HOMES = {
    alias.asname: node.module
    for node in STUB.body
    if isinstance(node, ast.ImportFrom)
    for alias in node.names
}


@pytest.mark.parametrize("name", dualib.__all__)
def test_every_public_name_loads(name: str) -> None:
    found, again = getattr(dualib, name), getattr(dualib, name)
    home = HOMES[name]
    if home == "dualib":
        assert found is again is import_module(f"dualib.{name}")
    else:
        assert name in import_module(home).__all__
        assert found is again is getattr(import_module(home), name)


def test_the_one_list_of_names_is_what_type_checkers_read() -> None:
    assert dualib.__all__ == sorted(HOMES)
    assert all(
        alias.name == alias.asname
        for node in STUB.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    )
    assert dualib.__getattr__("Rule") is dualib.Rule
    assert dualib.__getattr__("conditions") is import_module("dualib.conditions")


def test_dir_lists_the_public_names() -> None:
    assert dir(dualib) == sorted([*dualib.__all__, "__version__"])
    assert dualib.__version__


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Persn", " Did you mean 'Person'?"),
        ("evalute", " Did you mean 'evaluate'?"),
        ("zzz", ""),
        ("_private", ""),
    ],
)
def test_misspellings_are_helped(name: str, near: str) -> None:
    with pytest.raises(AttributeError) as error:
        getattr(dualib, name)
    assert str(error.value) == f"dualib has no {name!r}.{near}"
    assert not hasattr(dualib, name)


def test_import_brings_nothing_heavy() -> None:
    code = (
        "import sys, dualib; before = set(sys.modules); dualib.Rule, dualib.Register, dualib.evaluate; "
        "heavy = {'pandas', 'polars', 'pyarrow', 'narwhals', 'matplotlib', 'jinja2', 'rich', 'highspy', 'hypothesis'}; "
        "print('numpy' in before, sorted(heavy & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split(maxsplit=1) == ["False", "[]\n"]
