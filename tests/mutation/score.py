"""Change the code of each room in small ways, one at a time, and fail where under 95 % of the changes fail a test.

The rooms are those of ``[tool.mutmut]`` in ``pyproject.toml``. In each, 300 changes are tried: which ones, the hash of
their names settles, so they stay the same from run to run. With ``--all``, every change is tried. What was found stays
in ``mutants/``: a run that was interrupted is taken up again, and a change that no test noticed is tried anew.

Changes that no test can tell from the code are left out. They stand in ``equivalent.toml`` with a reason, each as the
line that the change writes: so an entry outlives a renumbering, and is void when the line changes.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

LEAST = 95
SAMPLE = 300
ROOT = Path(__file__).parents[2]
MUTANTS = ROOT / "mutants"
EQUIVALENT = Path(__file__).with_name("equivalent.toml")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
NOT_NOTICED = ("survived", "no tests")
NOT_TRIED = ("not checked", "skipped", "check was interrupted by user")


def room_of(pattern: str) -> str:
    """Return the room that a pattern of files names: ``rules`` for ``src/dualib/rules/*.py``."""
    return pattern.removeprefix("src/dualib/").removesuffix(".py").removesuffix("/*")


ROOMS = [room_of(pattern) for pattern in PROJECT["tool"]["mutmut"]["only_mutate"]]


def mutmut(*arguments: str) -> list[str]:
    """Return the lines that a command of mutmut prints."""
    command = [str(Path(sys.executable).with_name("mutmut")), *arguments]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()


def write_changes() -> None:
    """Write the changed modules, as ``mutmut run`` does first; no command does it without trying them."""
    from mutmut import __main__ as program

    program.set_mutant_under_test("mutant_generation")
    with program.CatchOutput(spinner_title="Writing the changes"):
        program.copy_src_dir()
        program.copy_also_copy_files()
        program.setup_source_paths()
        program.create_mutants(os.cpu_count() or 1)


def forget_what_has_changed() -> None:
    """Remove copies of files that are gone, and, if any file is newer, which tests run which function."""
    for path in MUTANTS.rglob("*.py"):
        if not (ROOT / path.relative_to(MUTANTS)).exists():
            path.unlink()
    known = MUTANTS / "mutmut-stats.json"
    files = [*(ROOT / "src").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    if known.exists() and known.stat().st_mtime < max(path.stat().st_mtime for path in files):
        known.unlink()


def found() -> dict[str, str]:
    """Return what was found of every change: its name and ``killed``, ``survived`` and the like."""
    lines = (line.strip().partition(": ") for line in mutmut("results", "--all", "True"))
    return {name: status for name, _, status in lines}


def module_of(change: str) -> str:
    """Return the module of a change: ``dualib.dates.x_f__mutmut_1``, or ``x`` and the class between ``ǁ``."""
    return change.partition(".xǁ")[0].rpartition(".x_")[0] or change.partition(".xǁ")[0]


def chosen(names: Iterable[str], room: str, everything: bool) -> list[str]:
    """Return the changes of a room that are tried."""
    path = f"dualib.{room.replace('/', '.')}"
    inside = [name for name in names if f"{module_of(name)}.".startswith(f"{path}.")]
    inside.sort(key=lambda name: hashlib.sha256(name.encode()).digest())
    return inside if everything else inside[:SAMPLE]


def line_of(change: str) -> str:
    """Return the line that a change writes; several are joined."""
    lines = mutmut("show", change)
    added = (line[1:] for line in lines if line.startswith("+") and not line.startswith("+++"))
    return " ".join(line.strip() for line in added)


def score(
    room: str, names: list[str], statuses: dict[str, str], excused: set[tuple[str, str]]
) -> float:
    """Print the changes of a room that no test noticed, and return how many of 100 a test did."""
    counts: Counter[str] = Counter()
    for name in names:
        if statuses[name] not in NOT_NOTICED:
            counts["killed"] += 1
        elif (module_of(name), line := line_of(name)) in excused:
            counts["equivalent"] += 1
        else:
            counts["survived"] += 1
            print(f"{name}\n    {line}")
    result = 100 * counts["killed"] / max(counts["killed"] + counts["survived"], 1)
    told = ", ".join(f"{counts[kind]} {kind}" for kind in ("killed", "survived", "equivalent"))
    print(f"{room:<24}{result:6.1f} %  {told}\n", flush=True)
    return result


def main() -> int:
    """Try the changes of the rooms asked for, room by room."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rooms", nargs="*", metavar="room", help=f"of {', '.join(ROOMS)}")
    parser.add_argument("--all", action="store_true", help=f"every change, not {SAMPLE} a room")
    asked = parser.parse_args()
    if unknown := set(asked.rooms) - set(ROOMS):
        parser.error(f"there is no room {min(unknown)}: expected one of {', '.join(ROOMS)}")
    os.chdir(ROOT)
    forget_what_has_changed()
    write_changes()
    reasons = tomllib.loads(EQUIVALENT.read_text("utf-8"))["equivalent"]
    excused = {(entry["module"], line) for entry in reasons for line in entry["lines"]}
    scores = []
    for room in asked.rooms or ROOMS:
        statuses = found()
        names = chosen(statuses, room, asked.all)
        left = [name for name in names if statuses[name] in (*NOT_TRIED, *NOT_NOTICED)]
        print(f"== {room}: {len(names)} changes, {len(left)} of them to try", flush=True)
        for start in range(0, len(left), SAMPLE):
            part = left[start : start + SAMPLE]
            subprocess.run([Path(sys.executable).with_name("mutmut"), "run", *part], check=True)
        scores.append(score(room, names, found(), excused))
    return int(min(scores) < LEAST)


if __name__ == "__main__":
    sys.exit(main())
