"""The ``dualib`` command: the report, templates, exports, and new municipalities."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dualib.cli.arguments import parse, parser
from dualib.cli.words import argparse_in
from dualib.csv_text import write_csv
from dualib.errors import BadData, BadInput, DualibError, MissingExtraError
from dualib.files import FileTable, read_register, read_table, write_templates
from dualib.files.dialect import Dialect, decimal_sign, decoded, sniffed
from dualib.local_agreements import (
    AGREEMENTS,
    Agreement,
    agreement,
    agreements,
    check,
    export,
    load_folder,
    load_own,
    municipalities,
    municipality,
    new,
)
from dualib.local_agreements.folder.schema import SHEETS
from dualib.local_agreements.made_up import made_up_day
from dualib.local_agreements.model import plain
from dualib.local_folders import HEADING
from dualib.messages import Message, message
from dualib.register import Register
from dualib.report.build import Inputs, build_report
from dualib.report.write import write_report

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["main"]

#: How many lines of faults are printed.
_MOST = 1000


@contextmanager
def _progress(what: Message, language: str) -> Iterator[None]:
    """Show that work goes on in a terminal; say nothing in a pipe."""
    if not sys.stderr.isatty():
        yield
        return
    try:
        from rich.console import Console
    except ImportError:
        yield
        return
    with Console(stderr=True).status(what.text(language, "command")):
        yield


def _console() -> Console:
    """Return where the report is printed; asked for before anything is written."""
    try:
        from rich.console import Console
    except ImportError:
        raise MissingExtraError(message("cli/needs-rich")) from None

    class Printer(Console):
        def on_broken_pipe(self) -> None:
            """Leave it to the command, which has done its work by then; rich would end with 1."""
            raise BrokenPipeError

    # A pipe has no width of its own: what is read there should not be cut.
    return (
        Printer(highlight=False)
        if sys.stdout.isatty()
        else Printer(width=110, no_color=True, highlight=False)
    )


def _columns(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return the names of columns as a mapping; one name cannot mean two columns."""
    found: dict[str, str] = {}
    for yours, ours in pairs:
        if found.setdefault(yours, ours) != ours:
            raise BadInput(message("cli/two-names", yours=yours, first=found[yours], second=ours))
    return found


def _contradictions(register: Register, language: str) -> list[Message]:
    """Print the rows to whoever runs the command; say to the report's readers that there are some."""
    if not register.contradictions:
        return []
    for problem in register.contradictions:
        sys.stderr.write(f"dualib report: {problem.text(language, 'command')}\n")
    return [message("cli/note-contradictions")]


def _own(path: Path) -> tuple[Agreement, tuple[Message, ...]]:
    """Return figures of the user's own, from CSV or Parquet, and how the file was written."""
    if path.suffix.lower() in (".parquet", ".pq"):
        table = read_table(path)
        with tempfile.TemporaryDirectory() as folder:
            copy = write_csv(Path(folder) / f"{path.stem}.csv", list(table.columns), _cells(table))
            return load_own(copy), table.notes
    own = load_own(path)
    return own, _written(path / SHEETS["figures"].filename if path.is_dir() else path, own)


def _written(file: Path, own: Agreement) -> tuple[Message, ...]:
    """Return how the file of figures was written; its comments are no rows, as where it was read."""
    text, encoding = decoded(file.read_bytes(), file.name)
    lines = sniffed(text, encoding)[1].splitlines()
    header = next(line for line in lines if line.strip() and not line.startswith("#"))
    separator = sniffed(header, encoding)[0].separator
    cells = {cell for figure in own.figures.values() for cell in figure.row.values()}
    return (Dialect(encoding, separator, decimal_sign(cells, separator)).remark(file.name),)


def _cells(table: FileTable) -> list[list[object]]:
    return [list(record.values()) for record in table.records()]


def _report(asked: argparse.Namespace) -> int:
    if asked.spells is not None and asked.persons is None:
        raise BadInput(message("cli/spells-without-persons"))
    if asked.persons is None:
        given = {
            "--observed": asked.observed is not None,
            "--as-of": asked.as_of is not None,
            "--columns": asked.columns is not None,
            "--contradictions": asked.contradictions is not None,
        }
        if asked.figures is None:
            given |= {
                "--threshold": asked.threshold is not None,
                "--unprotected": asked.unprotected,
            }
        for name, there in given.items():
            if there:
                raise BadInput(message("cli/option-without-persons", option=name))
    if asked.persons is not None and asked.on is None:
        raise BadInput(message("cli/no-day"))
    console = None if asked.quiet else _console()
    remarks: list[Message] = []
    with _progress(message("cli/reading"), asked.language):
        register = None
        if asked.persons is not None:
            register = read_register(
                asked.persons,
                asked.spells,
                observed=None if asked.observed is None else tuple(asked.observed),
                as_of=asked.as_of,
                as_of_otherwise=asked.on,
                columns=_columns(asked.columns or []),
                contradictions=asked.contradictions or "raise",
            )
            remarks += register.notes
            remarks += _contradictions(register, asked.language)
        own = None
        if asked.figures is not None:
            own, notes = _own(asked.figures)
            if not len(own.figures):
                raise BadInput(message("cli/no-figures", path=asked.figures))
            remarks += notes
    with _progress(message("cli/counting"), asked.language):
        made = build_report(
            Inputs(
                municipality=_reported(asked.municipality or _illustrated()),
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
    console.print(
        message("cli/report-written", page=page).text(asked.language, "command"),
        markup=False,
        soft_wrap=True,
    )
    return 0


def _reported(named: str) -> str | Path:
    """Return the folder here that has the name, where no municipality in the package has it."""
    if (Path(named) / HEADING).is_file():
        try:
            municipality(named)
        except BadInput:
            return Path(named)
    return named


def _illustrated() -> str:
    """Return the first municipality for whose agreement persons can be made up, else the first."""
    places = municipalities()
    drawn = (place.name for place in places if made_up_day(place.agreement) is not None)
    return next(drawn, places[0].name)


def _template(asked: argparse.Namespace) -> int:
    if asked.folder.exists() and not asked.folder.is_dir():
        raise BadInput(message("cli/template-is-a-file", path=asked.folder))
    for path in write_templates(asked.folder, asked.language, also=[SHEETS["figures"]]):
        print(path)
    return 0


def _folder(asked: argparse.Namespace, named: str) -> Path | None:
    """Return the folder that is meant, None for a packaged agreement; warn if it could be both."""
    path = named.endswith(("/", os.sep)) or len(Path(named).parts) != 1 or named in (".", "..")
    if path or plain(named) not in AGREEMENTS:
        return Path(named) if path or Path(named).is_dir() else None
    if Path(named).is_dir():
        said = message("cli/name-before-folder", name=named).text(asked.language, "command")
        sys.stderr.write(f"dualib {asked.command}: {said}\n")
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
        fine = message("cli/adds-up", agreement=found.id).text(asked.language, "command")
        _printed([item.text(asked.language) for item in wrong] or [fine])
        return 1 if wrong else 0
    result = check(folder)
    _printed([result.text(asked.language)])
    return 0 if result.usable else 1


def _list(asked: argparse.Namespace) -> int:
    for place in municipalities():
        print(f"{place.name} ({place.code}): {place.agreement.id}")
    print(message("cli/agreements", count=len(agreements())).text(asked.language, "command"))
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
    """Run the command, and return its exit status.

    It is 0 if all is done, 1 if a check found faults, and 2 if the input cannot be used.

    Examples
    --------
    >>> main(["list"])  # doctest: +ELLIPSIS
    Tyresö (0138): tyreso
    ...
    0
    """
    asked = parse(arguments)
    if asked.command is None:
        with argparse_in(asked.language):
            parser(asked.language).print_help()
        return 0
    status = 0
    try:
        status = _COMMANDS[asked.command](asked)
        sys.stdout.flush()  # a short text waits until now, and the reader may be gone
    except BrokenPipeError:
        # Whoever read what was printed has read enough (head, a pager that was left);
        # the files are written by then.
        _nowhere()
    except (DualibError, OSError) as error:
        sys.stderr.write(f"dualib {asked.command}: {_words(error, asked.language)}\n")
        return 2
    return status


def _nowhere() -> None:
    """Let what is still to be printed go nowhere."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _printed(lines: Iterable[str]) -> None:
    """Print what was found; a reader who has read enough does not change what was found."""
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except BrokenPipeError:
        _nowhere()


def _words(error: Exception, language: str) -> str:
    """Return an error in words, every fault of its input up to a limit."""
    if isinstance(error, BadData):
        return error.text(language, "command", most=_MOST)
    if isinstance(error, DualibError):
        return error.text(language, "command")
    return message("cli/system", said=error).text(language, "command")
