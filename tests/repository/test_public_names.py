"""Rules about public names: each is listed, and each says what it is."""

import ast
import importlib
import inspect
import pkgutil
import textwrap
import types
from collections.abc import Callable, Iterator

import pytest

import dualib
from dualib import errors

NAMES = [
    "dualib",
    *sorted(found.name for found in pkgutil.walk_packages(dualib.__path__, "dualib.")),
]
PUBLIC = [name for name in NAMES if not any(part.startswith("_") for part in name.split("."))]


def borrowed(name: str) -> list[tuple[str, str]]:
    """The names that a module takes from other rooms: (the module they come from, the name)."""
    tree = ast.parse(inspect.getsource(importlib.import_module(name)) or "pass")
    return [
        (node.module, alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dualib.")
        for alias in node.names
        if node.module.split(".")[1] != name.split(".")[1]
        and f"{node.module}.{alias.name}" not in NAMES
    ]


@pytest.mark.parametrize("name", PUBLIC)
def test_all_lists_names_that_exist_once_each(name: str) -> None:
    module = importlib.import_module(name)
    listed = getattr(module, "__all__", None)
    if listed is None:
        assert not ast.parse(inspect.getsource(module)).body[1:], (
            "only a package with nothing of its own needs no __all__"
        )
        return
    assert len(listed) == len(set(listed))
    assert not [item for item in listed if not hasattr(module, item)]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "dualib"])
def test_a_room_uses_only_the_public_names_of_other_rooms(name: str) -> None:
    assert not [
        (source, item)
        for source, item in borrowed(name)
        if item not in importlib.import_module(source).__all__
    ]


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_says_what_it_is(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__
    things = {item: getattr(module, item) for item in getattr(module, "__all__", ())}
    mute = [
        item for item, thing in things.items() if inspect.isroutine(thing) or inspect.isclass(thing)
    ]
    assert not [item for item in mute if not (things[item].__doc__ or "").strip()]


def public_callables(module: types.ModuleType) -> Iterator[tuple[str, Callable[..., object]]]:
    """The public functions that a module defines, and the public methods of its public classes."""
    for item in getattr(module, "__all__", ()):
        thing = getattr(module, item)
        if getattr(thing, "__module__", None) != module.__name__:
            continue
        if inspect.isfunction(thing):
            yield item, thing
        elif inspect.isclass(thing):
            methods = {
                name: getattr(thing, name) for name in vars(thing) if not name.startswith("_")
            }
            yield from (
                (f"{item}.{name}", it)
                for name, it in methods.items()
                if inspect.isfunction(it) or inspect.ismethod(it)
            )


def raised(function: Callable[..., object]) -> set[str]:
    """The errors of dualib that the code of a function raises itself."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    found = [
        node.exc.func
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
    ]
    return {name.id for name in found if isinstance(name, ast.Name) and hasattr(errors, name.id)}


@pytest.mark.parametrize("name", PUBLIC)
def test_what_a_public_function_raises_stands_in_its_words(name: str) -> None:
    silent = {
        item: missing
        for item, function in public_callables(importlib.import_module(name))
        if (
            missing := {
                error for error in raised(function) if error not in (function.__doc__ or "")
            }
        )
    }
    assert not silent
