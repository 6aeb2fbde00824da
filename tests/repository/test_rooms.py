"""Rules about the code as a whole: who may import whom, what an import costs, what the library may not touch."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import dualib

ROOT = Path(__file__).parents[2]
SOURCE = Path(dualib.__file__).parent
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
LONGEST_MODULE = 460


def module_id(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def test_a_room_imports_only_from_the_rooms_under_it() -> None:
    program = str(Path(sys.executable).with_name("lint-imports"))
    result = subprocess.run(
        [program, "--no-cache"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert result.returncode == 0, result.stdout


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


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_a_module_is_short_enough_to_be_one_concept(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE
