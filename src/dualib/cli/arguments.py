"""Read what is asked of the ``dualib`` command, in the language that is asked for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from dualib._version import __version__
from dualib.cli.words import argparse_in, language_of, words_of
from dualib.errors import nearest
from dualib.language import LANGUAGES
from dualib.local_agreements import FORMATS
from dualib.messages import Message, message

__all__ = ["parse", "parser"]


class _Parser(argparse.ArgumentParser):
    """A parser that speaks a language, says how to put errors right, and exits with 2."""

    def __init__(self, *arguments: Any, language: str, **named: Any) -> None:
        # What is asked for is asked for by name: --unprot must not switch protection off.
        super().__init__(*arguments, **{**named, "allow_abbrev": False, "add_help": False})
        self.language = language
        self.add_argument("-h", "--help", action="help", help=words_of(language, "every")["help"])

    def option(self, *names: str, **settings: Any) -> None:
        """Add an argument of the parser's command with its words."""
        _add(self, self.language, self.prog.split()[-1], *names, **settings)

    def error(self, message_: str) -> NoReturn:
        """Print the usage and what is wrong, and exit with 2."""
        see = message("cli/see-help", program=self.prog).text(self.language, "command")
        self.print_usage(sys.stderr)
        sys.stderr.write(f"{self.prog}: {message_}\n{see}\n")
        raise SystemExit(2)


def _add(
    to: argparse.ArgumentParser | argparse._MutuallyExclusiveGroup,
    language: str,
    command: str,
    *names: str,
    **settings: Any,
) -> None:
    said = words_of(language, command, names[-1].removeprefix("--"))
    metavar = said.get("metavar")
    if metavar is not None:
        settings["metavar"] = tuple(metavar) if isinstance(metavar, list) else metavar
    to.add_argument(*names, help=said["help"], **settings)


class _Readers:
    """Read the values of options; what cannot be read is refused in the user's language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def refused(self, what: Message) -> argparse.ArgumentTypeError:
        words_ = what.text(self.language, "command")
        return argparse.ArgumentTypeError(words_)

    def day(self, text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise self.refused(message("cli/not-a-day", value=text)) from None

    def threshold(self, text: str) -> int:
        if not (text.isascii() and text.isdecimal()) or int(text) < 2:
            raise self.refused(message("cli/not-a-threshold", value=text))
        return int(text)

    def whole(self, text: str) -> int:
        try:
            return int(text)
        except ValueError:
            raise self.refused(message("cli/not-a-whole-number", value=text)) from None

    def pair(self, text: str) -> tuple[str, str]:
        yours, equals, ours = text.rpartition("=")
        if not (yours.strip() and equals and ours.strip()):
            raise self.refused(message("cli/not-a-pair", value=text))
        return yours.strip(), ours.strip()


def parser(language: str = "sv") -> argparse.ArgumentParser:
    """Return what reads the command line, with its help in a language."""
    return _made(language)[0]


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what is asked for.

    What cannot be read ends the program with 2. An option that is not known gets a suggestion.

    >>> parse(["report", "Orust", "--language", "en"]).language
    'en'
    """
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    language = language_of(arguments)
    with argparse_in(language):
        top, commands = _made(language)
        asked, unknown = top.parse_known_args(arguments)
        if unknown:
            used = commands[asked.command] if asked.command else top
            known = [name for action in used._actions for name in action.option_strings]
            odd = message(
                "cli/not-used-here",
                written=" ".join(unknown),
                near=nearest(unknown[0], known if unknown[0].startswith("-") else ()),
            )
            used.error(odd.text(language, "command"))
    return asked


def _made(language: str) -> tuple[_Parser, dict[str, _Parser]]:
    with argparse_in(language):
        every, said = words_of(language, "every"), words_of(language, "top")
        plain: dict[str, Any] = {
            "language": language,
            "formatter_class": argparse.RawDescriptionHelpFormatter,
        }
        top = _Parser(
            prog="dualib",
            usage=said["usage"],
            description=said["description"],
            epilog=said["epilog"],
            **plain,
        )
        top.add_argument(
            "--version",
            action="version",
            version=f"dualib {__version__}",
            help=every["version"],
        )
        _language(top, language, "sv")
        commands = top.add_subparsers(
            dest="command",
            title=every["commands"],
            metavar=every["command"],
            parser_class=_Parser,
        )
        for name, fill in _FILLED.items():
            own = words_of(language, name)
            epilog = said["epilog"] if name == "report" else None
            command = commands.add_parser(
                name,
                prog=f"dualib {name}",
                usage=own["usage"],
                help=own["help"],
                description=own.get("description"),
                epilog=epilog,
                **plain,
            )
            fill(command, _Readers(language))
            # Left out here, the language keeps what was asked for before the command.
            _language(command, language, argparse.SUPPRESS)
    return top, dict(commands.choices)


def _language(to: _Parser, language: str, default: str) -> None:
    to.add_argument(
        "--language",
        choices=LANGUAGES,
        default=default,
        metavar="|".join(LANGUAGES),
        help=words_of(language, "every")["language"],
    )


def _report(to: _Parser, read: _Readers) -> None:
    to.option("municipality", nargs="?")
    to.option("--on", type=read.day)
    to.option("--persons", type=Path)
    to.option("--spells", type=Path)
    to.option("--observed", nargs=2, type=read.day)
    to.option("--as-of", type=read.day)
    to.option("--columns", nargs="+", action="extend", type=read.pair)
    to.option("--figures", type=Path)
    to.option("--out", type=Path, default=Path("build/report"))
    shown = to.add_mutually_exclusive_group()
    _add(shown, to.language, "report", "--threshold", type=read.threshold)
    _add(shown, to.language, "report", "--unprotected", action="store_true")
    to.option("--contradictions", choices=["raise", "report"])
    to.option("--seed", type=read.whole, default=1)
    to.option("--quiet", action="store_true")


def _template(to: _Parser, read: _Readers) -> None:
    to.option("folder", nargs="?", type=Path, default=Path("dualib-files"))


def _export(to: _Parser, read: _Readers) -> None:
    to.option("agreement")
    to.option("--format", choices=FORMATS, default="csv")
    to.option("--out", type=Path, default=Path("build/export"))


def _new(to: _Parser, read: _Readers) -> None:
    to.option("name")
    to.option("--folder", type=Path)


def _check(to: _Parser, read: _Readers) -> None:
    to.option("folder")


def _list(to: _Parser, read: _Readers) -> None:
    """Add nothing: the list has no options of its own."""


_FILLED: dict[str, Callable[[_Parser, _Readers], None]] = {
    "report": _report,
    "template": _template,
    "export": _export,
    "new": _new,
    "check": _check,
    "list": _list,
}
