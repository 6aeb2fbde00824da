"""Tell the mutation score of each module after ``mutmut run``; fail where one is under 95 %.

Mutants that no test can tell from the code are left out. They stand in ``equivalent.toml`` with a reason, each as the
line that the mutant writes: so an entry outlives a renumbering, and is void when the line changes.
"""

import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

LEAST = 95
EQUIVALENT = Path(__file__).with_name("equivalent.toml")
NOT_NOTICED = ("survived", "no tests")
NOT_TRIED = ("not checked", "skipped")


def mutmut(*arguments: str) -> list[str]:
    program = str(Path(sys.executable).with_name("mutmut"))
    return subprocess.run(
        [program, *arguments], capture_output=True, text=True, check=True
    ).stdout.splitlines()


def module_of(mutant: str) -> str:
    """The module of a mutant: ``dualib.dates.x_months__mutmut_1``, or ``x`` and the class between ``ǁ``."""
    return mutant.partition(".xǁ")[0].rpartition(".x_")[0] or mutant.partition(".xǁ")[0]


def line_of(mutant: str) -> str:
    """The line that a mutant writes; several are joined."""
    added = (
        line[1:]
        for line in mutmut("show", mutant)
        if line.startswith("+") and not line.startswith("+++")
    )
    return " ".join(line.strip() for line in added)


def main() -> int:
    reasons = tomllib.loads(EQUIVALENT.read_text("utf-8"))["equivalent"]
    excused = {(entry["module"], line) for entry in reasons for line in entry["lines"]}
    noticed: dict[str, Counter[str]] = defaultdict(Counter)
    open_mutants = []
    for told in mutmut("results", "--all", "True"):
        mutant, _, status = told.strip().partition(": ")
        module = module_of(mutant)
        if status in NOT_NOTICED:
            line = line_of(mutant)
            kind = "equivalent" if (module, line) in excused else "survived"
            if kind == "survived":
                open_mutants.append(f"{mutant}\n    {line}")
            noticed[module][kind] += 1
        elif status not in NOT_TRIED:
            noticed[module]["killed"] += 1
    print(*open_mutants, "", sep="\n")
    scores = {
        name: 100 * found["killed"] / max(found["killed"] + found["survived"], 1)
        for name, found in noticed.items()
    }
    for name, found in noticed.items():
        counts = ", ".join(f"{found[kind]} {kind}" for kind in ("killed", "survived", "equivalent"))
        print(f"{name:<32}{scores[name]:6.1f} %  {counts}")
    return int(not scores or min(scores.values()) < LEAST)


if __name__ == "__main__":
    sys.exit(main())
