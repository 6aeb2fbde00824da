"""Time dualib beside other libraries: ``python -m benchmarks --help``."""

from __future__ import annotations

import argparse
import csv
import gc
import importlib.util
import os
import platform
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("POLARS_MAX_THREADS", "2")

import numpy as np

import dualib
from benchmarks import peers as others
from benchmarks.workload import ON, Workload, benchmark_rules, reference, register_of, workload
from dualib import programmes

Row = dict[str, Any]
FIELDS = (
    "question",
    "implementation",
    "persons",
    "milliseconds",
    "processor",
    "times_floor",
    "times_dualib",
    "extra_mb",
    "note",
)


def best(do: Callable[[], Any], rounds: int) -> tuple[float, float]:
    """Return the shortest wall time and the least processor time of some rounds, in milliseconds, after one untimed.

    Processor time is that of all threads of this process.
    """
    do()
    wall, busy = [], []
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            begin, used = time.perf_counter(), time.process_time()
            do()
            wall.append(1000 * (time.perf_counter() - begin))
            busy.append(1000 * (time.process_time() - used))
    finally:
        gc.enable()
    return min(wall), min(busy)


def floor(work: Workload, rounds: int) -> tuple[float, float]:
    """Return the time to read every column once as int32, on two threads."""
    columns = [*work.persons.values(), *work.spells.values()]
    parts = [part.view(np.uint8)[: part.nbytes // 4 * 4].view(np.int32) for part in columns]
    halves = [
        [part[: len(part) // 2] for part in parts],
        [part[len(part) // 2 :] for part in parts],
    ]

    def read(arrays: Sequence[Any]) -> None:
        for array in arrays:
            array.max(initial=0)

    def both() -> None:
        thread = threading.Thread(target=read, args=(halves[0],))
        thread.start()
        read(halves[1])
        thread.join()

    return best(both, rounds)


@contextmanager
def peak() -> Iterator[list[float]]:
    """Measure how far the process's memory rises, in MB, by looking every half millisecond."""
    page = os.sysconf("SC_PAGE_SIZE") / 1e6 if hasattr(os, "sysconf") else 0
    statm = Path("/proc/self/statm")
    found = [float("nan")]
    if not statm.exists():
        yield found
        return

    def resident() -> float:
        return int(statm.read_text().split()[1]) * page

    gc.collect()
    start = highest = resident()
    stop = threading.Event()

    def watch() -> None:
        nonlocal highest
        while not stop.wait(0.0005):
            highest = max(highest, resident())

    thread = threading.Thread(target=watch)
    thread.start()
    yield found
    highest = max(highest, resident())
    stop.set()
    thread.join()
    found[0] = highest - start


def w1_and_w2(
    size: int, wanted: Sequence[str], rounds: int, dense: bool, say: Callable[[str], None]
) -> list[Row]:
    """Time both questions for every implementation, in turns, and compare all answers."""
    work = workload(size, dense=dense)
    kind = "dense" if dense else "history"
    lowest, lowest_busy = floor(work, rounds)
    rows: list[Row] = [_row(f"W1 {kind}", "read floor", size, lowest, lowest_busy, lowest)]
    chosen = [
        peer
        for peer in others.PEERS
        if peer.needs is None
        or (peer.needs in wanted and importlib.util.find_spec(peer.needs) is not None)
    ]
    expected: Any = None
    cells: Any = None
    for peer in chosen:
        say(f"{peer.name}, {size:,} persons, {kind} ...")
        data = peer.prepare(work)
        answers = peer.ask(data)
        verdicts = peer.verdicts(answers)
        if expected is None:
            sample = np.unique(np.linspace(0, size - 1, 1000).astype(np.intp))
            _same(reference(work, sample), verdicts[:, sample], "the sets of days", peer.name)
            expected = verdicts.copy()
        _same(expected, verdicts, "dualib", peer.name)
        shortest, busy = best(lambda peer=peer, data=data: peer.ask(data), rounds)
        with peak() as extra:
            answers = peer.ask(data)
        rows.append(_row(f"W1 {kind}", peer.name, size, shortest, busy, lowest, extra[0]))
        if peer.count is not None:
            counted = peer.cells(peer.count(data, answers))
            cells = counted if cells is None else cells
            _same(cells, counted, "dualib", f"{peer.name}, counts")
            shortest, busy = best(lambda peer=peer, d=data, a=answers: peer.count(d, a), rounds)
            rows.append(_row(f"W2 {kind}", peer.name, size, shortest, busy, lowest))
        del data, answers, verdicts
    return rows


def _same(one: Any, other: Any, first: str, second: str) -> None:
    if not np.array_equal(one, other):
        places = np.argwhere(np.asarray(one) != np.asarray(other))
        raise SystemExit(
            f"{first} and {second} differ in {len(places)} places, first at {places[0].tolist()}"
        )


def _row(
    question: str,
    name: str,
    size: int,
    shortest: float,
    busy: float,
    lowest: float,
    extra: float | None = None,
) -> Row:
    return {
        "question": question,
        "implementation": name,
        "persons": size,
        "milliseconds": shortest,
        "processor": busy,
        "times_floor": shortest / lowest,
        "times_dualib": None,
        "extra_mb": extra,
        "note": "",
    }


def programmes_beside(size: int, rounds: int, say: Callable[[str], None]) -> list[Row]:
    """Time the real rules of the same four programmes, all programmes, and a year of months."""
    say(f"real rules, {size:,} persons ...")
    work = workload(size)
    register = register_of(work)
    lowest, _ = floor(work, rounds)
    four = [programmes.jobbgaranti, programmes.kaa, programmes.etablering, programmes.traineejobb]
    rows = []
    months = dualib.series(ON.replace(year=2014, month=6, day=30), ON)
    quick = benchmark_rules()
    asked: list[tuple[str, Callable[[], Any]]] = [
        ("benchmark rules", lambda: dualib.evaluate(register, quick, on=ON)),
        ("real rules of the four", lambda: dualib.evaluate(register, four, on=ON)),
        ("all programmes", lambda: dualib.evaluate(register, programmes.PROGRAMMES, on=ON)),
        (
            "12 months, one by one",
            lambda: [
                dualib.evaluate(register, quick, on=day, assume_unchanged=True) for day in months
            ],
        ),
        (
            "12 months, one question",
            lambda: dualib.evaluate(register, quick, on=months, assume_unchanged=True),
        ),
    ]
    for name, ask in asked:
        shortest, busy = best(ask, rounds)
        rows.append(_row("evaluate", name, size, shortest, busy, lowest))
    return rows


def one_decision() -> list[Row]:
    """Time the answer for one person: the verdict only, and with reasons."""
    register = register_of(workload(2000))
    persons = [register.person(row) for row in range(300)]
    rows = []
    for rule in (benchmark_rules()[0], programmes.jobbgaranti):
        for what, ask in (("verdict", rule.verdict), ("decide", rule.decide)):
            times = []
            for person in persons * 3:
                begin = time.perf_counter()
                ask(person, on=ON)
                times.append(1000 * (time.perf_counter() - begin))
            name = "benchmark rule" if rule is not programmes.jobbgaranti else "jobbgaranti"
            rows.append(
                _row(
                    "one decision",
                    f"{what}, {name}",
                    1,
                    statistics.median(times),
                    float("nan"),
                    float("nan"),
                )
            )
    return rows


ONE_DECISION = """
from datetime import date
from dualib import Person, programmes
person = Person(born=date(1996, 2, 29))
programmes.jobbgaranti.decide(person, on=date(2015, 5, 31)).verdict
"""


def start(rounds: int = 21) -> list[Row]:
    """Time new processes in turns: one that imports numpy and attrs, one that makes a first decision."""
    codes = {"numpy and attrs": "import numpy, attrs", "dualib": ONE_DECISION}
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # the first, untimed, leaves bytecode behind

    def run(code: str) -> float:
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, env=environment)
        return 1000 * (time.perf_counter() - begin)

    times: dict[str, list[float]] = {name: [] for name in codes}
    for round_ in range(rounds + 1):
        for name, code in codes.items():
            taken = run(code)
            if round_:
                times[name].append(taken)
    middle = {name: statistics.median(taken) for name, taken in times.items()}
    nothing = float("nan")
    rows = [_row("start", name, 0, middle[name], nothing, nothing) for name in codes]
    rows[1]["note"] = f"{middle['dualib'] / middle['numpy and attrs']:.2f} x numpy and attrs"
    return rows


def protection(rounds: int) -> list[Row]:
    """Time the protection of a table of 290 municipalities by 20 groups."""
    from dualib.counting import Dimension, Table
    from dualib.language import Text

    rng = np.random.default_rng(1)
    places = Dimension(
        "place", Text("kommun", "municipality"), tuple(f"{place:04d}" for place in range(290))
    )
    groups = Dimension("group", Text("grupp", "group"), tuple(f"g{group}" for group in range(20)))
    table = Table(Text("Personer", "Persons"), (places, groups), rng.poisson(12, (290, 20)))
    shortest, busy = best(lambda: table.protect(threshold=5), min(rounds, 3))
    return [_row("protect", "290 x 20, threshold 5", 0, shortest, busy, float("nan"))]


def with_ratios(rows: list[Row]) -> list[Row]:
    """Add how many times dualib's own time each took, in the same run."""
    own = {
        (row["question"], row["persons"]): row["milliseconds"]
        for row in rows
        if row["implementation"] == "dualib"
    }
    for row in rows:
        base = own.get((row["question"], row["persons"]))
        row["times_dualib"] = None if base is None else row["milliseconds"] / base
    return rows


def _cell(value: Any) -> str:
    if value is None or value != value:
        return ""
    if isinstance(value, float):
        return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:,.0f}"
    return (
        f"{value:,}"
        if isinstance(value, int) and value
        else ""
        if isinstance(value, int)
        else str(value)
    )


def as_markdown(rows: Sequence[Row]) -> str:
    """Return the rows as a table."""
    titles = (
        "question",
        "implementation",
        "persons",
        "ms",
        "processor ms",
        "x floor",
        "x dualib",
        "extra MB",
        "",
    )
    lines = [f"| {' | '.join(titles)} |", f"|---|---|{'--:|' * 6}---|"]
    lines += [f"| {' | '.join(_cell(row[field]) for field in FIELDS)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _sizes(text: str) -> list[int]:
    try:
        found = [int(float(part)) for part in text.split(",")]
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no list of numbers: write for example 1e5,1e6"
        ) from None
    if min(found) < 1000:
        raise argparse.ArgumentTypeError("the smallest size that says anything is 1e3")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for, print the table, and write it to a folder."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Time dualib beside other libraries on made-up persons with three spells each. All answers are "
        "compared: with sets of days on a sample, and between all implementations on everything.",
        epilog="Times are wall time, the best of the rounds; compare only within one run. See benchmarks/README.md.",
    )
    parser.add_argument(
        "--sizes",
        type=_sizes,
        default=[100_000, 1_000_000],
        help="numbers of persons (default 1e5,1e6)",
    )
    parser.add_argument(
        "--peers", default="polars,pandas,duckdb", help="libraries to compare with; '' for none"
    )
    parser.add_argument(
        "--rounds", type=int, default=7, help="rounds of each; the best counts (default 7)"
    )
    parser.add_argument(
        "--dense", action="store_true", help="also a workload where most spells touch the window"
    )
    parser.add_argument(
        "--only-main",
        action="store_true",
        help="leave out start, one decision, protection, panels",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("build/bench"),
        help="folder for results (default build/bench)",
    )
    chosen = parser.parse_args(arguments)
    if chosen.rounds < 1:
        parser.error("--rounds must be at least 1")

    def say(text: str) -> None:
        if sys.stderr.isatty():
            print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)

    wanted = [name for name in chosen.peers.split(",") if name]
    known = {peer.needs for peer in others.PEERS if peer.needs}
    for name in wanted:
        if name not in known:
            parser.error(
                f"--peers: {name!r} is not known; expected some of {', '.join(sorted(known))}"
            )
    rows: list[Row] = []
    for size in chosen.sizes:
        rows += w1_and_w2(size, wanted, chosen.rounds, False, say)
        if chosen.dense:
            rows += w1_and_w2(size, wanted, chosen.rounds, True, say)
        if not chosen.only_main:
            rows += programmes_beside(size, chosen.rounds, say)
    if not chosen.only_main:
        say("one decision, start, protection ...")
        rows += one_decision() + start() + protection(chosen.rounds)
    say("")
    rows = with_ratios(rows)
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    about = (
        f"{platform.machine()}, {os.cpu_count()} processors{load}; Python {platform.python_version()}, "
        f"numpy {np.__version__}, dualib {dualib.__version__}; best of {chosen.rounds} rounds"
    )
    text = f"{about}\n\n{as_markdown(rows)}"
    print(text)
    chosen.out.mkdir(parents=True, exist_ok=True)
    (chosen.out / "benchmarks.md").write_text(text, encoding="utf-8")
    with (chosen.out / "benchmarks.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS)
        writer.writeheader()
        writer.writerows(rows)
    print(f"Written to {chosen.out}/benchmarks.md and benchmarks.csv")
    return 0


if __name__ == "__main__":
    sys.exit(main())
