"""The ``dualib`` command: the report, templates, exports, and new municipalities."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import dualib
from dualib.agreements import (
    AGREEMENTS,
    Agreement,
    agreement,
    agreements,
    check,
    export,
    load_folder,
    load_own,
    municipalities,
    new,
)
from dualib.agreements.municipalities import plain
from dualib.agreements.schema import SHEETS
from dualib.errors import BadInput, DualibError, MissingExtraError
from dualib.files import Table, read_register, read_table, write_csv, write_templates
from dualib.language import Text
from dualib.register import Register
from dualib.report.build import Inputs, report
from dualib.report.write import write_report

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["main"]

_EPILOG = """\
examples:
  dualib report                                       the report of Kalmar, with made-up persons
  dualib report Tyresö --language en                  another municipality, in English
  dualib template my-files                            empty files with the right columns, and a page that explains them
  dualib report Kalmar --on 2026-10-31 --persons persons.csv --spells spells.csv --observed 2025-01-01 2026-10-31
  dualib report Orust --on 2019-04-01 --figures figures.csv
  dualib export kalmar --format jsonstat              the published figures for your own tools
  dualib new Sunne && dualib check sunne              add a municipality, and have it checked

exit status: 0 done, 1 a check found faults, 2 the input cannot be used (nothing is written)
"""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors say how to mend them, and which exits with 2."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        sys.stderr.write(f"{self.prog}: {message}\nSee {self.prog} --help for what can be asked.\n")
        raise SystemExit(2)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date: expected year-month-day, such as 2015-05-31") from None


def _threshold(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or int(text) < 2:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no threshold: expected a whole number of at least 2 (to show all counts: --unprotected)"
        )
    return int(text)


def _parser() -> _Parser:
    parser = _Parser(
        prog="dualib",
        description="Shared models for the Swedish local agreements on young people who neither work nor study (DUA).",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"dualib {dualib.__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    made = commands.add_parser(
        "report",
        help="write the report of a municipality",
        description="Writes the report of a municipality as HTML, as text in the terminal, and every table as CSV.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("municipality", nargs="?", default="Kalmar", help="one of the six (default: Kalmar)")
    made.add_argument("--on", type=_day, help="the day asked about, such as 2015-05-31; needed with files of your own")
    made.add_argument("--persons", type=Path, help="a CSV or Parquet file with a row a person")
    made.add_argument("--spells", type=Path, help="a CSV or Parquet file with a row a stretch of days with one status")
    made.add_argument(
        "--observed",
        nargs=2,
        type=_day,
        metavar=("FIRST", "LAST"),
        help="the first and last day for which the spells are complete; or put them in observed.csv beside the spells",
    )
    made.add_argument("--as-of", type=_day, help="the day that the persons' facts refer to (default: --on)")
    made.add_argument("--figures", type=Path, help="figures of your own, without persons: figures.csv or a folder")
    made.add_argument("--language", choices=["sv", "en"], default="sv", help="the report's language (default: sv)")
    made.add_argument(
        "--out", type=Path, default=Path("build/report"), help="the folder to write to (default: build/report)"
    )
    made.add_argument("--threshold", type=_threshold, help="hide counts of your own persons below this (default: 5)")
    made.add_argument(
        "--unprotected",
        action="store_true",
        help="show every count of your own persons, however small: only for those who may see them",
    )
    made.add_argument(
        "--contradictions",
        choices=["raise", "report"],
        help="statuses that cannot hold on one day are errors, or kept and told (default: raise)",
    )
    made.add_argument("--seed", type=int, default=1, help="from which the made-up persons are drawn (default: 1)")
    made.add_argument("--quiet", action="store_true", help="write the files and print only their names")

    empty = commands.add_parser(
        "template", help="write empty files with the right columns, and a page that explains them"
    )
    empty.add_argument("folder", nargs="?", type=Path, default=Path("dualib-files"), help="default: dualib-files")
    empty.add_argument("--language", choices=["sv", "en"], default="sv")

    out = commands.add_parser("export", help="write the published figures of an agreement for other tools")
    out.add_argument("agreement", help="such as kalmar, or a folder of your own")
    out.add_argument("--format", choices=["csv", "jsonstat", "datapackage"], default="csv")
    out.add_argument("--out", type=Path, default=Path("build/export"), help="default: build/export")
    out.add_argument("--language", choices=["sv", "en"], default="sv")

    begin = commands.add_parser("new", help="make the folder of a new municipality, with explained templates")
    begin.add_argument("name", help="the municipality's name")
    begin.add_argument("--folder", type=Path, help="default: the name in small letters")
    begin.add_argument("--language", choices=["sv", "en"], default="sv")

    checked = commands.add_parser(
        "check", help="check a municipality's folder: its files, and whether its figures add up"
    )
    checked.add_argument("folder", help="the folder, or the name of an agreement that is here")
    checked.add_argument("--language", choices=["sv", "en"], default="sv")

    commands.add_parser("list", help="list the municipalities and agreements")
    return parser


@contextmanager
def _progress(words: Text, language: str) -> Iterator[None]:
    """Show that work goes on in a terminal; say nothing in a pipe."""
    if not sys.stderr.isatty():
        yield
        return
    try:
        from rich.console import Console
    except ImportError:
        yield
        return
    with Console(stderr=True).status(words.say(language)):
        yield


def _console() -> Console:
    """Return where the report is printed; asked for before anything is written."""
    try:
        from rich.console import Console
    except ImportError:
        raise MissingExtraError(
            "the report in the terminal needs rich: install it with pip install 'dualib[report]', or say --quiet"
        ) from None
    # A pipe has no width of its own: what is read there should not be cut.
    return Console(highlight=False) if sys.stdout.isatty() else Console(width=110, no_color=True, highlight=False)


def _contradictions(register: Register) -> list[Text]:
    """Tell the rows to whoever runs the command, and the report's readers only that there are some."""
    if not register.contradictions:
        return []
    for problem in register.contradictions:
        sys.stderr.write(f"dualib report: {problem}\n")
    return [
        Text(
            "Det finns statusar som inte kan gälla samma dag. De räknas som de står.",
            "There are statuses that cannot hold on one day. They are counted as they stand.",
        )
    ]


def _own(path: Path) -> tuple[Agreement, tuple[Text, ...]]:
    """Return figures of the user's own, from CSV or Parquet, and how the file was written."""
    if path.suffix.lower() in (".parquet", ".pq"):
        table = read_table(path)
        with tempfile.TemporaryDirectory() as folder:
            copy = write_csv(Path(folder) / f"{path.stem}.csv", list(table.columns), _cells(table))
            return load_own(copy), table.notes
    own = load_own(path)
    file = path / SHEETS["figures"].filename if path.is_dir() else path
    return own, read_table(file).notes


def _cells(table: Table) -> list[list[object]]:
    return [list(record.values()) for record in table.records()]


def _report(asked: argparse.Namespace) -> int:
    if asked.spells is not None and asked.persons is None:
        raise BadInput("spells are given without persons: say --persons FILE too, or leave --spells out")
    if asked.persons is None:
        given = {
            "--observed": asked.observed is not None,
            "--as-of": asked.as_of is not None,
            "--contradictions": asked.contradictions is not None,
        }
        if asked.figures is None:
            given |= {"--threshold": asked.threshold is not None, "--unprotected": asked.unprotected}
        for name, there in given.items():
            if there:
                raise BadInput(f"{name} is given without persons: say --persons FILE too, or leave {name} out")
    if asked.persons is not None and asked.on is None:
        raise BadInput(
            "on is missing: say which day your files are about, such as --on 2015-05-31 (make: ON=2015-05-31)"
        )
    console = None if asked.quiet else _console()
    remarks: list[Text] = []
    with _progress(Text("Läser filerna …", "Reading the files ..."), asked.language):
        register = None
        if asked.persons is not None:
            register = read_register(
                asked.persons,
                asked.spells,
                observed=None if asked.observed is None else tuple(asked.observed),
                as_of=asked.as_of or asked.on,
                contradictions=asked.contradictions or "raise",
            )
            remarks += register.notes
            remarks += _contradictions(register)
        own = None
        if asked.figures is not None:
            own, notes = _own(asked.figures)
            if not len(own.figures):
                raise BadInput(f"{asked.figures} has no rows: expected at least one figure")
            remarks += notes
    with _progress(Text("Räknar …", "Counting ..."), asked.language):
        made = report(
            Inputs(
                municipality=asked.municipality,
                on=asked.on,
                register=register,
                own=own,
                threshold=None if asked.unprotected else asked.threshold or 5,
                remarks=tuple(remarks),
                seed=asked.seed,
            )
        )
        page = write_report(made, asked.out, asked.language)
    if console is None:
        print(page)
        return 0
    from dualib.report.terminal import print_report

    print_report(made, console, asked.language)
    console.print()
    console.print(Text(f"Rapporten: {page}", f"The report: {page}").say(asked.language), markup=False, soft_wrap=True)
    return 0


def _template(asked: argparse.Namespace) -> int:
    if asked.folder.exists() and not asked.folder.is_dir():
        raise BadInput(f"{asked.folder} is a file: name a folder to write to, such as dualib-files")
    for path in write_templates(asked.folder, asked.language, also=[SHEETS["figures"]]):
        print(path)
    return 0


def _folder(asked: argparse.Namespace, named: str) -> Path | None:
    """Return the folder that is meant, None if it is an agreement that is here; both at once are told of."""
    path = named.endswith(("/", os.sep)) or len(Path(named).parts) != 1 or named in (".", "..")
    if path or plain(named) not in AGREEMENTS:
        return Path(named) if path or Path(named).is_dir() else None
    if Path(named).is_dir():
        sys.stderr.write(
            f"dualib {asked.command}: {named} is the agreement that comes with dualib; the folder here is ./{named}/\n"
        )
    return None


def _export(asked: argparse.Namespace) -> int:
    folder = _folder(asked, asked.agreement)
    chosen = agreement(asked.agreement) if folder is None else load_folder(folder)
    for path in export(chosen, asked.format, asked.out, language=asked.language):
        print(path)
    return 0


def _new(asked: argparse.Namespace) -> int:
    for path in new(asked.name, asked.folder or Path(plain(asked.name)), language=asked.language):
        print(path)
    return 0


def _check(asked: argparse.Namespace) -> int:
    folder = _folder(asked, asked.folder)
    if folder is None:
        found = agreement(asked.folder)
        wrong = found.discrepancies()
        for item in wrong:
            print(item.text(asked.language))
        if not wrong:
            print(Text(f"{found.id}: allt går ihop", f"{found.id}: everything adds up").say(asked.language))
        return 1 if wrong else 0
    result = check(folder)
    print(result.text(asked.language))
    return 0 if result.usable else 1


def _list(asked: argparse.Namespace) -> int:
    for place in municipalities():
        print(f"{place.name} ({place.code}): {place.agreement.id}")
    print(f"{len(agreements())} agreements")
    return 0


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "report": _report,
    "template": _template,
    "export": _export,
    "new": _new,
    "check": _check,
    "list": _list,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command, and return its exit status: 0 done, 1 faults found, 2 input that cannot be used."""
    parser = _parser()
    asked: Any = parser.parse_args(arguments)
    if asked.command is None:
        parser.print_help()
        return 0
    try:
        return _COMMANDS[asked.command](asked)
    except (DualibError, OSError) as error:
        sys.stderr.write(f"dualib {asked.command}: {error}\n")
        return 2
