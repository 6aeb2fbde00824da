"""Rules about public names: each is listed, and each says what it is."""

import ast
import importlib
import inspect
import pkgutil
from types import ModuleType

import pytest

import dualib

NAMES = ["dualib", *sorted(found.name for found in pkgutil.walk_packages(dualib.__path__, "dualib."))]
PUBLIC = [name for name in NAMES if not any(part.startswith("_") for part in name.split("."))]


def defined(module: ModuleType) -> set[str]:
    """Functions and classes without a leading underscore that the module itself defines at its top level."""
    tree = ast.parse(inspect.getsource(module) or "pass")
    return {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    }


@pytest.mark.parametrize("name", PUBLIC)
def test_all_lists_every_public_name(name: str) -> None:
    module = importlib.import_module(name)
    listed = list(module.__all__)
    assert len(listed) == len(set(listed)), "a name is listed twice"
    assert not [item for item in listed if not hasattr(module, item)], "a listed name does not exist"
    assert not defined(module) - set(listed), "a public name is missing from __all__: list it, or begin it with _"


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_says_what_it_is(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__
    things = {item: getattr(module, item) for item in module.__all__}
    mute = [item for item, thing in things.items() if inspect.isroutine(thing) or inspect.isclass(thing)]
    assert not [item for item in mute if not (things[item].__doc__ or "").strip()]
