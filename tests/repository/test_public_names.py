"""Rules about names: what is public is listed once and explained; nobody needs what is not.

Public are ``dualib``, five ground modules, and the faces of the rooms: the packages directly in ``dualib``, by their
``__all__``. Everything else may move without notice, and needs a docstring but no example.
"""

import ast
import importlib
import inspect
import pkgutil
import re
import textwrap
import types
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

import dualib
from dualib import Rule, errors

ROOT = Path(__file__).parents[2]
MODULES = [
    "dualib",
    *sorted(found.name for found in pkgutil.walk_packages(dualib.__path__, "dualib.")),
]
#: What errors are made of is no room: `dualib.errors` offers what is read of it.
BEHIND_ERRORS = "dualib.messages"
GROUND = [f"dualib.{name}" for name in ("dates", "errors", "language", "sources", "verdicts")]
FACES = [
    f"dualib.{found.name}"
    for found in pkgutil.iter_modules(dualib.__path__)
    if found.ispkg and f"dualib.{found.name}" != BEHIND_ERRORS
]
PUBLIC = ["dualib", *GROUND, *FACES]
MOST_NAMES = 330


@cache
def offered(name: str) -> dict[str, object]:
    """What a module lists in its ``__all__``."""
    module = importlib.import_module(name)
    return {item: getattr(module, item) for item in getattr(module, "__all__", ())}


def public_names() -> dict[str, object]:
    """Every public name once, by its shortest path."""
    found: dict[str, object] = {}
    for module in PUBLIC:
        for item, thing in offered(module).items():
            if not any(
                other is thing and path.rpartition(".")[2] == item for path, other in found.items()
            ):
                found[f"{module}.{item}"] = thing
    return found


NAMES = public_names()
CALLABLES = [
    path for path, thing in NAMES.items() if inspect.isclass(thing) or inspect.isroutine(thing)
]


def test_public_names_are_about_three_hundred(
    record_property: Callable[[str, object], None],
) -> None:
    record_property("public names", len(NAMES))
    print(f"{len(NAMES)} public names in {len(PUBLIC)} modules")
    assert len(NAMES) <= MOST_NAMES


@pytest.mark.parametrize("name", MODULES)
def test_all_lists_names_that_exist_once_each(name: str) -> None:
    module = importlib.import_module(name)
    listed = getattr(module, "__all__", None)
    if listed is None and name != "dualib.__main__":
        assert not ast.parse(inspect.getsource(module)).body[1:], (
            "only a package with nothing of its own needs no __all__"
        )
    listed = listed or []
    assert len(listed) == len(set(listed))
    assert not [item for item in listed if not hasattr(module, item)]


def test_dualib_offers_what_a_face_offers_too() -> None:
    """So that a name has one home for users: `from dualib import Table` is `dualib.counting.Table`."""
    stub = (ROOT / "src" / "dualib" / "__init__.pyi").read_text("utf-8")
    lines = re.findall(r"^from (\S+) import (\w+) as (\w+)$", stub, flags=re.MULTILINE)
    assert [item for _, item, _ in lines] == [alias for _, _, alias in lines]
    assert sorted(item for _, item, _ in lines) == sorted(offered("dualib"))
    for home, item, _ in lines:
        assert home in PUBLIC
        if home == "dualib":
            assert f"dualib.{item}" in FACES
        else:
            assert offered(home)[item] is offered("dualib")[item]


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_a_module_and_bears_no_name_of_a_function(name: str) -> None:
    module = importlib.import_module(name)
    assert type(module) is types.ModuleType, "its class was swapped"
    parent, _, own = name.rpartition(".")
    if parent:
        assert getattr(importlib.import_module(parent), own) is module
    assert not inspect.isroutine(offered(name).get(own))


def imported(source: str) -> Iterator[tuple[str, str]]:
    """The names that Python takes from modules of dualib: (the module, the name)."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "dualib":
            yield from ((node.module or "", alias.name) for alias in node.names)


@pytest.mark.parametrize("name", [name for name in MODULES if name != "dualib"])
def test_a_room_uses_only_what_other_rooms_list(name: str) -> None:
    source = inspect.getsource(importlib.import_module(name)) or "pass"
    assert not [
        (home, item)
        for home, item in imported(source)
        if home != "dualib"
        and home.split(".")[1] != name.split(".")[1]
        and f"{home}.{item}" not in MODULES
        and item not in importlib.import_module(home).__all__
    ]


USERS = [
    ROOT / "README.md",
    *sorted((ROOT / "book").rglob("*.py")),
    *sorted((ROOT / "book").rglob("*.jinja")),
    *sorted((ROOT / "book").rglob("*.md")),
    *sorted((ROOT / "examples").rglob("*.py")),
    *sorted((ROOT / "typing_tests").rglob("*.py")),
]
#: The book is written and drawn with the library's own pens.
PENS = {
    "book": {"dualib.csv_text", "dualib.drawing", "dualib.tabular"},
}


def from_page(text: str) -> Iterator[tuple[str, str]]:
    """The names that code in a page takes from modules of dualib."""
    for home, names in re.findall(r"from (dualib(?:\.\w+)*) import (\([^)]*\)|[^\n]*)", text):
        yield from ((home, item) for item in re.findall(r"\w+", re.sub(r" as \w+", "", names)))


@pytest.mark.parametrize("path", USERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_users_import_from_faces(path: Path) -> None:
    text = path.read_text("utf-8")
    found = imported(text) if path.suffix == ".py" else from_page(text)
    pens = PENS.get(path.relative_to(ROOT).parts[0], set())
    assert not [
        (home, item)
        for home, item in found
        if home not in pens and item not in (offered(home) if home in PUBLIC else ())
    ]


def test_the_reference_describes_every_public_name_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "book"))
    api = importlib.import_module("api")
    told = [item.name for face in api.faces().values() for item in face]
    assert len(told) == len(set(told))
    assert {name.rpartition(".")[0] for name in told} == {*GROUND, *FACES}
    short = {name.rpartition(".")[2] for name in told}
    assert not [
        path
        for path, thing in NAMES.items()
        if path.rpartition(".")[2] not in short and not isinstance(thing, types.ModuleType)
    ]
    table = next(item for item in api.faces()["counting"] if item.name == "dualib.counting.Table")
    assert ":inherited-members:" in table.options, "Table has methods from Grid"


TESTS = [path for path in sorted((ROOT / "tests").rglob("*.py")) if path.name != "conftest.py"]


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_tests_of_other_rooms_take_from_a_face_what_it_offers(path: Path) -> None:
    own = f"dualib.{path.relative_to(ROOT / 'tests').parts[0]}"
    deeper = [
        (home, item)
        for home, item in imported(path.read_text("utf-8"))
        if home.count(".") > 1 and not home.startswith(f"{own}.")
    ]
    assert not [
        (home, item)
        for home, item in deeper
        if item in offered(".".join(home.split(".")[:2]))
        and offered(".".join(home.split(".")[:2]))[item]
        is getattr(importlib.import_module(home), item)
    ]


@pytest.mark.parametrize("name", MODULES)
def test_whatever_a_module_lists_says_what_it_is(name: str) -> None:
    assert importlib.import_module(name).__doc__
    assert not [
        item
        for item, thing in offered(name).items()
        if (inspect.isroutine(thing) or inspect.isclass(thing))
        and not (thing.__doc__ or "").strip()
    ]


@pytest.mark.parametrize("path", CALLABLES)
def test_a_public_function_or_class_has_an_example(path: str) -> None:
    assert ">>> " in (NAMES[path].__doc__ or "")


def described(module: types.ModuleType) -> set[str]:
    """The values of a module with words of their own: a comment ``#:`` above, or a text below."""
    source = inspect.getsource(module)
    lines, body = source.splitlines(), ast.parse(source).body
    found = set()
    for node, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign | ast.Assign):
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            above = lines[node.lineno - 2].startswith("#:")
            below = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
            if isinstance(target, ast.Name) and (above or below):
                found.add(target.id)
    return found


def test_public_values_say_what_they_are() -> None:
    """Rules say it themselves; modules and enumerations do in their docstrings."""
    values = {
        path.rpartition(".")[2]
        for path, thing in NAMES.items()
        if path not in CALLABLES
        and not isinstance(thing, Rule | types.ModuleType)
        and type(thing) not in NAMES.values()
    }
    said = {item for name in MODULES for item in described(importlib.import_module(name))}
    assert not values - said


def methods(owner: type) -> Iterator[tuple[str, Callable[..., object]]]:
    """The public methods and properties of a class that dualib writes, inherited ones too."""
    for name, thing in inspect.getmembers_static(owner):
        if isinstance(thing, property):
            thing = thing.fget
        function = getattr(thing, "__func__", getattr(thing, "func", thing))
        if (
            not name.startswith("_")
            and inspect.isfunction(function)
            and function.__module__.startswith("dualib.")
        ):
            yield name, function


def public_functions() -> Iterator[tuple[str, Callable[..., object]]]:
    """The public functions, and the public methods of public classes."""
    for path in CALLABLES:
        thing = NAMES[path]
        if inspect.isclass(thing):
            yield from ((f"{path}.{name}", function) for name, function in methods(thing))
        elif inspect.isfunction(thing):
            yield path, thing


FUNCTIONS = dict(public_functions())


def raised(function: Callable[..., object]) -> set[str]:
    """The errors of dualib that the code of a function raises itself."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    found = [
        node.exc.func
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
    ]
    return {name.id for name in found if isinstance(name, ast.Name) and hasattr(errors, name.id)}


@pytest.mark.parametrize("path", FUNCTIONS)
def test_a_public_function_says_what_it_is_and_what_it_raises(path: str) -> None:
    words = FUNCTIONS[path].__doc__ or ""
    assert words.strip()
    assert raised(FUNCTIONS[path]) <= set(re.findall(r"\w+", words))
