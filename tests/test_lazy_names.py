"""``import dualib``: every public name loads when asked for, and misspellings are helped."""

import ast
import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import dualib
from dualib import programmes


def stub_of(package: str) -> Path:
    """The stub beside a package."""
    return Path(import_module(package).__file__).with_suffix(".pyi")


def homes_in(stub: Path) -> dict[str, str]:
    """The module of each name that a stub lists, in its order."""
    return {
        alias.asname: node.module
        for node in ast.parse(stub.read_text("utf-8")).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name == alias.asname
    }


HOMES = homes_in(stub_of("dualib"))


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
    assert dualib.__all__ == list(HOMES)
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


PACKAGES = sorted(
    found.name for found in pkgutil.walk_packages(dualib.__path__, "dualib.") if found.ispkg
)
MODULES = {found.name for found in pkgutil.walk_packages(dualib.__path__, "dualib.")}


@pytest.mark.parametrize("package", PACKAGES)
def test_no_module_bears_the_name_of_what_its_package_offers(package: str) -> None:
    # Importing the module would put it in the place of what the package offers.
    names = getattr(import_module(package), "__all__", ())
    assert not MODULES & {f"{package}.{name}" for name in names}


LAZY = [package for package in PACKAGES if stub_of(package).exists()]


@pytest.mark.parametrize("package", LAZY)
def test_every_name_of_a_lazy_room_is_that_of_its_module(package: str) -> None:
    module, homes = import_module(package), homes_in(stub_of(package))
    assert module.__all__ == list(homes)
    for name, home in homes.items():
        assert name in import_module(home).__all__
        assert (
            getattr(module, name) is module.__getattr__(name) is getattr(import_module(home), name)
        )
    with pytest.raises(
        AttributeError, match=rf"{package} has no '{module.__all__[0]}x'\. Did you mean"
    ):
        getattr(module, f"{module.__all__[0]}x")


def test_the_rules_are_made_when_asked_for() -> None:
    program = (
        "import sys; from dualib import programmes; programmes.kaa; "
        "print(*(name for name in sys.modules if name.startswith('dualib.programmes.texts.')))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["dualib.programmes.texts.kaa"]


def test_everything_else_that_the_programmes_offer_is_a_rule() -> None:
    names = [name for name in programmes.__all__ if name not in ("PROGRAMMES", "programme")]
    assert [rule.id for rule in programmes.PROGRAMMES] == names
    assert all(isinstance(rule, dualib.Rule) for rule in programmes.PROGRAMMES)
