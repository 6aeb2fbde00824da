"""A new municipality, added by someone who does not program: templates, and a check that says what to correct."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Final

import attrs

from dualib.counting.reconciliation.relations import Discrepancy, Exposure
from dualib.errors import BadData, BadInput, ContradictionError, Problem, nearest
from dualib.language import Text, check_language, listing
from dualib.local_agreements.folder.loading import load_folder
from dualib.local_agreements.folder.schema import SHEETS, SheetSpec
from dualib.local_agreements.model import Agreement, plain
from dualib.messages import message

__all__ = ["Check", "check", "new", "template"]

_GUIDE: Final = Text("LÄS MIG.txt", "READ ME.txt")


def template(name: str, *, language: str = "sv") -> str:
    r"""Return an empty CSV file: the header, and rows beginning with ``#`` that explain and show each column.

    Rows that begin with ``#`` are never read, so they may stay. In Swedish the cells are separated by semicolons, as
    Swedish Excel expects, in English by commas; both are read.

    Raises
    ------
    BadInput
        If there is no such file.

    Examples
    --------
    >>> print(template("money", language="en").splitlines()[0])
    id,item,item_en,value,unit,per,payer,footnote,footnote_en,line,place
    """
    if name not in SHEETS:
        raise BadInput(
            message(
                "agreements/no-sheet", name=name, known=tuple(SHEETS), near=nearest(name, SHEETS)
            )
        )
    spec = SHEETS[name]
    lines = [
        list(spec.header),
        ["# " + spec.words.say(language)],
        [
            "# " + spec.columns[0].words.say(language),
            *(column.words.say(language) for column in spec.columns[1:]),
        ],
        ["# " + spec.columns[0].example, *(column.example for column in spec.columns[1:])],
    ]
    between = Text(";", ",").say(language)
    return "".join(between.join(_quoted(cell, between) for cell in line) + "\n" for line in lines)


def _quoted(cell: str, between: str) -> str:
    return f'"{cell}"' if between in cell else cell


def _guide(name: str, language: str) -> str:
    """Return the page that explains the files and their columns."""
    check_language(language)
    lines = [
        Text(
            f"Överenskommelsen för {name} som data\n\n"
            "Öppna filerna i ett kalkylprogram. Varje fil har en rad per sak. Rader som börjar med # läses inte.\n"
            "Skriv siffror exakt som de är tryckta. Det källan inte säger lämnas tomt eller skrivs NOT_IN_SOURCE.\n"
            "Skriv aldrig namn på privatpersoner. Spara som CSV UTF-8; komma och semikolon går lika bra.\n"
            "Kontrollera sedan med: dualib check och mappens namn",
            f"The agreement of {name} as data\n\n"
            "Open the files in a spreadsheet. Each file has one row per thing. Rows that begin with # are not read.\n"
            "Write figures exactly as printed. What the source does not say is left empty or written NOT_IN_SOURCE.\n"
            "Never write names of private persons. Save as CSV UTF-8; commas and semicolons do equally well.\n"
            "Then check with: dualib check and the folder's name",
        ).say(language)
    ]
    for spec in SHEETS.values():
        lines.append(f"\n{spec.filename}: {spec.words.say(language)}{_may(spec, language)}")
        for column in spec.columns:
            must = (
                Text(" (måste fyllas i)", " (must be filled in)").say(language)
                if column.required
                else ""
            )
            choices = f" [{', '.join(column.choices)}]" if column.choices else ""
            lines.append(f"  {column.name}: {column.words.say(language)}{must}{choices}")
    return "\n".join(lines) + "\n"


def _may(spec: SheetSpec, language: str) -> str:
    return (
        ""
        if spec.required
        else Text(" (filen får tas bort)", " (the file may be removed)").say(language)
    )


def new(name: str, folder: str | PathLike[str], *, language: str = "sv") -> tuple[Path, ...]:
    """Make the folder of a new municipality, with commented templates and a page that explains them.

    Parameters
    ----------
    name : str
        The municipality.
    folder : path
        The folder to make; it must not be there, or be empty.
    language : str
        The language of the explanations.

    Returns
    -------
    tuple of Path
        The files written.

    Raises
    ------
    BadInput
        If the name is empty, or something is in the folder already: nothing is ever written over.

    Examples
    --------
    >>> new(" ", "out")
    Traceback (most recent call last):
    dualib.errors.BadInput: the name of the municipality is empty: expected one such as 'Exempelby'
    """
    if not isinstance(name, str):
        raise BadInput(message("agreements/name-not-text", value=name))
    if "/" in name or "\\" in name or name.strip() in (".", ".."):
        raise BadInput(message("agreements/name-with-path", name=name))
    if not plain(name).strip("-"):
        raise BadInput(message("agreements/name-empty"))
    place = Path(folder)
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise BadInput(message("agreements/folder-not-empty", path=str(folder)))
    texts = {_GUIDE.say(language): _guide(name.strip(), language)}
    texts |= {SHEETS[sheet].filename: template(sheet, language=language) for sheet in SHEETS}
    between = Text(";", ",").say(language)
    row = ["municipality", _quoted(name.strip(), between), "", ""]
    texts[SHEETS["agreement"].filename] += (
        between.join(row[: len(SHEETS["agreement"].header)]) + "\n"
    )
    place.mkdir(parents=True, exist_ok=True)
    written = []
    for filename, text in texts.items():
        # The byte-order mark makes Excel read å, ä and ö.
        (place / filename).write_bytes(b"\xef\xbb\xbf" + text.encode())
        written.append(place / filename)
    return tuple(written)


def _counted(number: int, swedish: str, english: str) -> Text:
    """Return a number with its noun, of which the singular and the plural are given in each language."""
    which = 0 if number == 1 else 1
    return Text(f"{number} {swedish.split()[which]}", f"{number} {english.split()[which]}")


@attrs.frozen
class Check:
    """What :func:`check` found in a folder.

    Attributes
    ----------
    name : str
        The folder's id.
    faults : tuple of Problem
        What must be corrected before the folder can be used; each names file, row and column.
    agreement : Agreement or None
        The agreement, if there are no faults.
    discrepancies, exposed : tuple
        Published relations that do not hold, and hidden figures that can be computed: to be looked at, not changed
        unless a figure was copied wrongly.
    clash : str
        Registers, or hidden figures and what is printed, that cannot all be true; empty if none.

    Examples
    --------
    >>> Check("my-folder").faults
    ()
    """

    name: str
    faults: tuple[Problem, ...] = ()
    agreement: Agreement | None = None
    discrepancies: tuple[Discrepancy, ...] = ()
    exposed: tuple[Exposure, ...] = ()
    clash: str = ""

    @property
    def usable(self) -> bool:
        """Whether the folder can be used as an agreement."""
        return self.agreement is not None

    def text(self, language: str = "sv") -> str:
        """Return the report in ``language``: what to correct first, then what the library found among the figures.

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.
        """
        spoken = check_language(language)
        if self.agreement is None:
            count = len(self.faults)
            head = Text(
                f"{self.name}: {count} fel att rätta"
                if count == 1
                else f"{self.name}: {count} fel att rätta, alla på en gång",
                f"{self.name}: {count} fault to correct"
                if count == 1
                else f"{self.name}: {count} faults to correct, all at once",
            )
            return "\n".join(
                [head.say(language), *(f"  {fault.text(language)}" for fault in self.faults)]
            )
        found = self.agreement
        figures = _counted(len(found.figures), "siffra siffror", "figure figures")
        tables = _counted(len(found.figures.tables), "tabell tabeller", "table tables")
        relations = _counted(len(found.relations), "samband samband", "relation relations")
        goals = _counted(len(found.goals), "mål mål", "goal goals")
        posts = _counted(len(found.staffing.posts), "tjänst tjänster", "post posts")
        lines = [
            Text(
                f"{self.name}: filerna är rätt: {figures.sv} i {tables.sv}, {relations.sv}, {goals.sv}, {posts.sv}",
                f"{self.name}: the files are right: {figures.en} in {tables.en}, {relations.en}, {goals.en}, "
                f"{posts.en}",
            ).say(language)
        ]
        for heading, items in (
            (
                Text(
                    "samband som inte håller: jämför med källan; står det så där, låt det stå",
                    "relations that do not hold: compare with the source; if it says so, leave them",
                ),
                [item.text(spoken) for item in self.discrepancies],
            ),
            (
                Text(
                    "dolda siffror som kan räknas ut av de andra",
                    "hidden figures that can be computed from the others",
                ),
                [
                    f"{item.cell}: {item.value} ({listing(list(item.relations), language)})"
                    for item in self.exposed
                ],
            ),
            (
                Text("uppgifter som säger emot varandra", "what cannot all be true"),
                self.clash.splitlines(),
            ),
        ):
            if items:
                lines.append(f"{heading.say(language)}:")
                lines += [f"  {line}" for item in items for line in item.splitlines()]
        return "\n".join(lines)


def check(folder: str | PathLike[str]) -> Check:
    """Validate and reconcile a folder of your own; nothing is changed, and faults are returned, not raised.

    Parameters
    ----------
    folder : path
        As :func:`new` makes it, filled in.

    Returns
    -------
    Check
        ``print(check("exempelby").text("sv"))`` says what to correct, with file, row and column.

    Raises
    ------
    BadInput
        If there is no such folder.

    Examples
    --------
    >>> check("no such folder")
    Traceback (most recent call last):
    dualib.errors.BadInput: there is no folder 'no such folder': make one with `dualib new`
    """
    name = plain(Path(folder).resolve().name)
    try:
        found = load_folder(folder)
    except BadData as error:
        return Check(name, error.problems)
    clash = ""
    exposed: tuple[Exposure, ...] = ()
    try:
        if found.registers is not None:
            found.registers.check()
        exposed = found.exposed()
    except ContradictionError as error:
        clash = str(error)
    return Check(name, (), found, found.discrepancies(), exposed, clash)
