"""Rules about the code as a whole: who may import whom, what an import costs, what the library may not touch."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dualib

ROOT = Path(__file__).parents[2]
SOURCE = Path(dualib.__file__).parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CONTRACTS = {item["type"]: item for item in PROJECT["tool"]["importlinter"]["contracts"]}
MODULES = sorted(SOURCE.rglob("*.py"))
HEAVY = [
    "duckdb",
    "highspy",
    "jinja2",
    "matplotlib",
    "narwhals",
    "pandas",
    "polars",
    "pyarrow",
    "rich",
    "scipy",
]
#: Lines of code: 95 of 100 functions have at most MOST_FUNCTIONS, and none has more than LONGEST_FUNCTION.
MOST_FUNCTIONS, LONGEST_FUNCTION = 40, 120


def module_id(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def test_a_room_imports_only_from_the_rooms_under_it() -> None:
    program = str(Path(sys.executable).with_name("lint-imports"))
    result = subprocess.run(
        [program, "--no-cache"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert result.returncode == 0, result.stdout


def test_every_room_for_one_person_is_forbidden_numpy() -> None:
    layers, plain = CONTRACTS["layers"]["layers"], CONTRACTS["forbidden"]["source_modules"]
    rooms = {room for layer in layers for room in layer.split(" : ")}
    above = {room for layer in layers[: layers.index("arrays") + 1] for room in layer.split(" : ")}
    # Of the room of exact arithmetic only the bounds are for one person.
    assert {f"dualib.{room}" for room in rooms - above - {"exact"}} <= set(plain)


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_arrays_are_made_read_only_in_one_place(path: Path) -> None:
    by_hand = re.findall(r"setflags|writeable\s*=", path.read_text("utf-8"))
    assert len(by_hand) == (1 if module_id(path) == "arrays.py" else 0)


def test_importing_dualib_loads_nothing_heavy() -> None:
    program = "import sys, dualib; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not set(HEAVY) & set(loaded)


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_no_module_reads_a_clock_or_global_randomness(path: Path) -> None:
    forbidden = {
        "date.today",
        "datetime.now",
        "datetime.today",
        "datetime.utcnow",
        "time.localtime",
        "time.time",
        "np.random.rand",
        "np.random.randint",
        "np.random.random",
        "np.random.seed",
    }
    tree = ast.parse(path.read_text("utf-8"))
    names = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    used = {
        name for name in names if any(name == bad or name.endswith(f".{bad}") for bad in forbidden)
    }
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
        if (getattr(node, "module", None) or alias.name).partition(".")[0] == "random"
    }
    assert not used | imported


def lines_of_code(function: ast.FunctionDef) -> int:
    """The lines of a function without its signature and its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_functions_are_short() -> None:
    lengths = sorted(
        (lines_of_code(node), f"{module_id(path)}:{node.name}")
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    )
    assert lengths[len(lengths) * 95 // 100][0] <= MOST_FUNCTIONS
    assert lengths[-1][0] <= LONGEST_FUNCTION, lengths[-1]
