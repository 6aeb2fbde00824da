"""What can be asked of the ``dualib`` command, and how each option is read."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from dualib._version import __version__
from dualib.errors import suggestion
from dualib.local_agreements import FORMATS

__all__ = ["parse", "parser"]

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

    def __init__(self, *arguments: Any, **named: Any) -> None:
        # What is asked for is asked for by name: --unprot must not switch protection off.
        super().__init__(*arguments, **{**named, "allow_abbrev": False})

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        sys.stderr.write(f"{self.prog}: {message}\nSee {self.prog} --help for what can be asked.\n")
        raise SystemExit(2)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no date: expected year-month-day, such as 2015-05-31"
        ) from None


def _threshold(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or int(text) < 2:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no threshold: expected a whole number of at least 2 (to show all counts: --unprotected)"
        )
    return int(text)


def _pair(text: str) -> tuple[str, str]:
    yours, equals, ours = text.rpartition("=")
    if not (yours.strip() and equals and ours.strip()):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no pair of columns: expected yours=ours, such as födelsedag=born "
            "(the municipality goes before --columns)"
        )
    return yours.strip(), ours.strip()


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line."""
    return _made()[0]


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what is asked for; what cannot be read ends the program with 2, and an option nobody knows is suggested.

    >>> parse(["report", "Orust", "--language", "en"]).language
    'en'
    """
    top, commands = _made()
    asked, unknown = top.parse_known_args(arguments)
    if unknown:
        used = commands[asked.command] if asked.command else top
        known = [name for action in used._actions for name in action.option_strings]
        near = suggestion(unknown[0], known) if unknown[0].startswith("-") else ""
        used.error(f"{' '.join(unknown)} cannot be used here.{near}")
    return asked


def _made() -> tuple[_Parser, dict[str, _Parser]]:
    top = _Parser(
        prog="dualib",
        description="Shared models for the Swedish local agreements on young people who neither work nor study (DUA).",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"dualib {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    made = commands.add_parser(
        "report",
        help="write the report of a municipality",
        description="Writes the report of a municipality as HTML, as text in the terminal, and every table as CSV.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument(
        "municipality",
        nargs="?",
        help="one that `dualib list` names, or the path of a folder of your own, such as ./sunne "
        "(default: Kalmar, for which persons can be made up)",
    )
    made.add_argument(
        "--on",
        type=_day,
        help="the day asked about, such as 2015-05-31; needed with files of your own",
    )
    made.add_argument("--persons", type=Path, help="a CSV or Parquet file with a row a person")
    made.add_argument(
        "--spells",
        type=Path,
        help="a CSV or Parquet file with a row a stretch of days with one status",
    )
    made.add_argument(
        "--observed",
        nargs=2,
        type=_day,
        metavar=("FIRST", "LAST"),
        help="the first and last day for which the spells are complete; or put them in observed.csv beside the spells",
    )
    made.add_argument(
        "--as-of",
        type=_day,
        help="the day that the persons' facts refer to (default: their column of it, else --on)",
    )
    made.add_argument(
        "--columns",
        nargs="+",
        action="extend",
        type=_pair,
        metavar="YOURS=OURS",
        help="your names of columns, such as födelsedag=born; those of dualib template are known",
    )
    made.add_argument(
        "--figures", type=Path, help="figures of your own, without persons: figures.csv or a folder"
    )
    made.add_argument(
        "--language", choices=["sv", "en"], default="sv", help="the report's language (default: sv)"
    )
    made.add_argument(
        "--out",
        type=Path,
        default=Path("build/report"),
        help="the folder to write to (default: build/report)",
    )
    shown = made.add_mutually_exclusive_group()
    shown.add_argument(
        "--threshold",
        type=_threshold,
        help="hide counts of your own persons below this (default: 5)",
    )
    shown.add_argument(
        "--unprotected",
        action="store_true",
        help="show every count of your own persons, however small: only for those who may see them",
    )
    made.add_argument(
        "--contradictions",
        choices=["raise", "report"],
        help="statuses that cannot hold on one day are errors, or kept and told (default: raise)",
    )
    made.add_argument(
        "--seed", type=int, default=1, help="from which the made-up persons are drawn (default: 1)"
    )
    made.add_argument(
        "--quiet", action="store_true", help="write the files and print only their names"
    )

    empty = commands.add_parser(
        "template", help="write empty files with the right columns, and a page that explains them"
    )
    empty.add_argument(
        "folder", nargs="?", type=Path, default=Path("dualib-files"), help="default: dualib-files"
    )
    empty.add_argument("--language", choices=["sv", "en"], default="sv")

    out = commands.add_parser(
        "export", help="write the published figures of an agreement for other tools"
    )
    out.add_argument("agreement", help="such as kalmar, or a folder of your own")
    out.add_argument("--format", choices=FORMATS, default="csv")
    out.add_argument("--out", type=Path, default=Path("build/export"), help="default: build/export")
    out.add_argument("--language", choices=["sv", "en"], default="sv")

    begin = commands.add_parser(
        "new", help="make the folder of a new municipality, with explained templates"
    )
    begin.add_argument("name", help="the municipality's name")
    begin.add_argument("--folder", type=Path, help="default: the name in small letters")
    begin.add_argument("--language", choices=["sv", "en"], default="sv")

    checked = commands.add_parser(
        "check", help="check a municipality's folder: its files, and whether its figures add up"
    )
    checked.add_argument("folder", help="the folder, or the name of an agreement that is here")
    checked.add_argument("--language", choices=["sv", "en"], default="sv")

    commands.add_parser("list", help="list the municipalities and agreements")
    return top, dict(commands.choices)
