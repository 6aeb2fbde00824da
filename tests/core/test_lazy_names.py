"""``import dualib``: every public name loads when asked for, is typed as what it is, and misspellings are helped."""

import ast
import inspect
import subprocess
import sys
from importlib import import_module

import pytest

import dualib

TYPED = {
    alias.asname or alias.name: node.module
    for block in ast.parse(inspect.getsource(dualib)).body
    if isinstance(block, ast.If)
    for node in block.body
    if isinstance(node, ast.ImportFrom)
    for alias in node.names
}


@pytest.mark.parametrize("name", dualib.__all__)
def test_every_public_name_loads(name: str) -> None:
    found, again = getattr(dualib, name), getattr(dualib, name)
    where = dualib._WHERE.get(name)
    if where is None:
        assert found is again is import_module(f"dualib.{name}")
        return
    module = import_module(f"dualib.{where}")
    assert name in module.__all__
    if where == name:  # the module has the name too, and may be called as its function is
        assert callable(found)
        assert callable(again)
    else:
        assert found is again is getattr(module, name)


def test_names_are_loaded_when_first_asked_for() -> None:
    for name in dualib.__all__:
        assert name in dualib._MODULES or name in dualib._WHERE
    assert dualib.__getattr__("Rule") is dualib.Rule
    assert dualib.__getattr__("conditions") is import_module("dualib.conditions")
    assert set(dualib.__all__) == {*dualib._WHERE, *dualib._MODULES}
    assert len(dualib.__all__) == len(set(dualib.__all__))


def test_what_type_checkers_read_is_what_is_loaded() -> None:
    # Modules of these names stand in the way of type checkers: they are written out as functions.
    assert {*TYPED, "agreement", "agreements", "municipalities"} == set(dualib.__all__)
    for name, module in TYPED.items():
        expected = "dualib" if name in dualib._MODULES else f"dualib.{dualib._WHERE[name]}"
        assert module in (expected, f"{expected}.{name}")


def test_dir_lists_the_public_names() -> None:
    assert dir(dualib) == sorted([*dualib.__all__, "__version__"])
    assert dualib.__version__


@pytest.mark.parametrize(
    ("name", "near"),
    [("Persn", " Did you mean 'Person'?"), ("evalute", " Did you mean 'evaluate'?"), ("zzz", ""), ("_private", "")],
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
