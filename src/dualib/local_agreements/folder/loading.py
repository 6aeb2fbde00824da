"""Loading an agreement: all files of its folder read and checked together, then made into objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from importlib.resources.abc import Traversable
from os import PathLike
from pathlib import Path
from typing import cast

from dualib.counting import Ledger, LedgerFact
from dualib.counting.ledger import ledger as facts
from dualib.counting.reconciliation.relations import Kind, Relation
from dualib.errors import BadInput
from dualib.language import Text
from dualib.local_agreements.figures import Figure, Figures
from dualib.local_agreements.folder.checking import check_heading, check_sheets, stated_date
from dualib.local_agreements.folder.faults import Faults
from dualib.local_agreements.folder.reading import Row, Sheet, read_sheet
from dualib.local_agreements.folder.schema import SHEETS
from dualib.local_agreements.goals import Direction, Goal, parse_target
from dualib.local_agreements.model import (
    Agreement,
    Entry,
    Money,
    Municipality,
    Party,
    Source,
    plain,
)
from dualib.local_agreements.period import UNTIL_FURTHER_NOTICE, AgreementPeriod
from dualib.local_agreements.printed import printed_number
from dualib.messages import message
from dualib.sources import NOT_IN_SOURCE
from dualib.staffing import Extent, Post, Staffing

__all__ = ["load", "load_figures", "load_folder", "load_own", "read_folder"]


def read_folder(
    folder: Traversable, faults: Faults, *, only: Sequence[str] = tuple(SHEETS)
) -> dict[str, Sheet]:
    """Read the files of a folder and add every fault to ``faults``; a file that may be left out is skipped.

    Parameters
    ----------
    folder : Traversable
        A :class:`pathlib.Path`, or a folder inside a package.
    faults : Faults
        Where faults are collected.
    only : sequence of str
        Which of :data:`~dualib.local_agreements.folder.schema.SHEETS` to read.

    Returns
    -------
    dict of str to Sheet
    """
    sheets = {}
    for name in only:
        spec = SHEETS[name]
        file = folder / spec.filename
        if file.is_file():
            sheets[name] = read_sheet(spec.filename, file.read_bytes(), spec, faults)
        elif spec.required:
            faults.add(spec.filename, None, "file-missing")
    return sheets


def _text(row: Mapping[str, str], column: str) -> Text | None:
    swedish = row[column]
    return Text(swedish, row[f"{column}_en"] or swedish) if swedish else None


def _words(row: Mapping[str, str], column: str) -> Text:
    return Text(row[column], row[f"{column}_en"] or row[column])


def _goal(row: Mapping[str, str], figures: Figures) -> Goal:
    baseline = tuple(figures[name] for name in row["baseline"].split())
    target = (
        parse_target(row["target"], baseline=bool(baseline))
        if row["target"] and row["direction"]
        else None
    )
    return Goal(
        row["id"],
        _words(row, "goal"),
        row["place"],
        measure=_text(row, "measure"),
        target=target,
        target_words=row["target"],
        unit=row["unit"] or None,
        direction=cast(Direction, row["direction"]) if row["direction"] else None,
        baseline=baseline,
        deadline=date.fromisoformat(row["deadline"]) if row["deadline"] else None,
        note=_text(row, "note"),
    )


def _relation(row: Mapping[str, str]) -> Relation:
    adjust = printed_number(row["adjust"]) if row["adjust"] else Fraction(0)
    return Relation(
        row["id"],
        cast(Kind, row["kind"]),
        row["left"],
        tuple(row["right"].split()),
        row["base"] or None,
        adjust,
        _text(row, "note"),
    )


def _post(row: Mapping[str, str]) -> Post:
    low, high = (row[end].replace(",", ".") for end in ("fte_low", "fte_high"))
    return Post(
        id=row["id"],
        name=_words(row, "post"),
        group=_words(row, "group"),
        party=row["party"],
        fte=Extent(low, high) if low else None,
        headcount=int(row["headcount"]) if row["headcount"] else None,
        phase=row["phase"],
        followup=row["followup"],
        placement=row["placement"],
        body=row["body"],
        place=row["place"],
        footnote=_words(row, "footnote"),
    )


def _money(row: Mapping[str, str]) -> Money:
    return Money(
        row["id"],
        _words(row, "item"),
        row["value"],
        row["unit"],
        row["place"],
        per=row["per"],
        payer=row["payer"],
        footnote=_text(row, "footnote"),
        line=int(row["line"]) if row["line"] else None,
    )


def _fact(row: Mapping[str, str], number: int) -> LedgerFact:
    kind, a, b, place = row["kind"], row["a"], row["b"], row["place"]
    if kind == "stratum":
        return facts.size(a, number, stratum=b, place=place)
    if kind == "only_within":
        return facts.only_within(a, b, place=place)
    if kind == "subset":
        return facts.subset(a, b, place=place)
    if kind == "disjoint":
        return facts.disjoint(a, b, place=place)
    if kind == "overlap":
        return facts.overlap(a, b, exactly=number, place=place)
    if kind == "overlap_at_most":
        return facts.overlap(a, b, at_most=number, place=place)
    if kind == "overlap_at_least":
        return facts.overlap(a, b, at_least=number, place=place)
    return facts.outside(a, b, at_least=number, place=place)


def _ledger(rows: Sequence[Row], figures: Figures) -> Ledger | None:
    sizes: dict[str, int] = {}
    places: dict[str, str] = {}
    known = []
    for _, row in rows:
        printed = figures[row["figure"]].value if row["figure"] else Fraction(row["value"] or 0)
        number = int(printed or 0)
        if row["kind"] == "register":
            sizes[row["a"]] = number
            places[row["a"]] = row["place"]
        else:
            known.append(_fact(row, number))
    return Ledger(sizes, *known, places=places) if sizes else None


def _heading(rows: Sequence[Row]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for _, row in rows:
        values.setdefault(row["key"], []).append(row["value"])
    return values


def _said(heading: Mapping[str, list[str]], key: str) -> Text | None:
    swedish = heading.get(key, [NOT_IN_SOURCE.value])[0]
    if swedish == NOT_IN_SOURCE.value:
        return None
    return Text(swedish, heading.get(f"{key}_en", [swedish])[0])


def _beside(
    heading: Mapping[str, list[str]], key: str, beside: str
) -> list[tuple[str, str | None]]:
    """Pair each value of ``key`` with the value of ``beside`` at the same place in the order, None where silent."""
    names = heading.get(key, [])
    others = heading.get(beside) or [NOT_IN_SOURCE.value] * len(names)
    return [
        (name, None if other == NOT_IN_SOURCE.value else other)
        for name, other in zip(names, others, strict=True)
    ]


def load(folder: Traversable, name: str, *, package: str | None = None) -> Agreement:
    """Load an agreement from a folder; every fault of every file is reported together.

    Parameters
    ----------
    folder : Traversable
        Where its files are.
    name : str
        Its id.
    package : str, optional
        The name of the folder inside :mod:`dualib.local_agreements`, where its rules in Python are.

    Raises
    ------
    BadData
        With file, row, column and how to mend it.
    """
    faults = Faults()
    sheets = read_folder(folder, faults)
    check_sheets(sheets, faults)
    if "agreement" in sheets:
        check_heading(sheets["agreement"], faults)
    faults.refuse()
    return _assembled(sheets, name, package)


def _assembled(sheets: Mapping[str, Sheet], name: str, package: str | None = None) -> Agreement:
    """Put an agreement together from checked files; without a heading, what it would say is not known."""
    rows = {key: sheets[key].rows if key in sheets else () for key in SHEETS}
    heading = _heading(rows["agreement"])
    figures = Figures(Figure(row) for _, row in rows["figures"])
    silent = [NOT_IN_SOURCE.value]
    first, last = (stated_date(heading.get(key, silent)[0]) for key in ("period_from", "period_to"))
    documented = stated_date(heading.get("documented_on", silent)[0])
    assert first is not None and first is not UNTIL_FURTHER_NOTICE  # noqa: PT018
    assert last is not None
    assert documented is not None and documented is not UNTIL_FURTHER_NOTICE  # noqa: PT018
    return Agreement(
        id=name,
        title=heading.get("title", [name])[0],
        municipalities=tuple(
            Municipality(town, code or "", name)
            for town, code in _beside(heading, "municipality", "municipality_code")
        ),
        parties=tuple(Party(*pair) for pair in _beside(heading, "party", "party_number")),
        period=AgreementPeriod(first, last),
        documented_on=documented,
        state=heading.get("state", [""])[0],
        purpose=_said(heading, "purpose"),
        target_group_words=_said(heading, "target_group"),
        sources=tuple(Source(*pair) for pair in _beside(heading, "source_title", "source_sha256")),
        entries=tuple(
            Entry(row["key"], row["value"], row["place"], row["note"])
            for _, row in rows["agreement"]
        ),
        figures=figures,
        relations=tuple(_relation(row) for _, row in rows["relations"]),
        goals=tuple(_goal(row, figures) for _, row in rows["goals"]),
        staffing=Staffing(tuple(_post(row) for _, row in rows["staffing"])),
        money=tuple(_money(row) for _, row in rows["money"]),
        registers=_ledger(rows["ledger"], figures),
        sheets={key: tuple(row for _, row in rows[key]) for key in sheets},
        folder=package,
    )


def _path(path: object) -> Path:
    if not isinstance(path, (str, PathLike)):
        raise BadInput(message("agreements/not-a-path", value=path))
    return Path(path)


def load_folder(path: str | PathLike[str]) -> Agreement:
    """Load an agreement from a folder of your own; its id is the name of the folder.

    Parameters
    ----------
    path : path
        A folder with ``agreement.csv``, ``figures.csv`` and the others that :func:`~dualib.local_agreements.new` makes.

    Raises
    ------
    BadInput
        If there is no such folder.
    BadData
        If anything in the files is wrong: all faults together, with file, row and column.

    Examples
    --------
    >>> load_folder("no such folder")
    Traceback (most recent call last):
    dualib.errors.BadInput: there is no folder 'no such folder': make one with `dualib new`
    """
    folder = _path(path)
    if not folder.is_dir():
        raise BadInput(message("agreements/no-folder", path=str(path)))
    return load(folder, plain(folder.resolve().name))


def load_own(path: str | PathLike[str]) -> Agreement:
    """Load figures of your own, without a heading: for those who hold only aggregates.

    Parameters
    ----------
    path : path
        A folder, or its ``figures.csv``; ``relations.csv``, ``ledger.csv``, ``staffing.csv``, ``money.csv`` and
        ``goals.csv`` in the same folder are read too. A figures file of another name stands alone.

    Raises
    ------
    BadInput
        If there is no such file or folder.
    BadData
        If anything in the files is wrong: all faults together, with file, row and column.

    Examples
    --------
    >>> load_own("nosuch.csv")
    Traceback (most recent call last):
    dualib.errors.BadInput: there is no file or folder 'nosuch.csv'
    """
    place = _path(path)
    if not place.exists():
        raise BadInput(message("agreements/no-file-or-folder", path=str(path)))
    faults = Faults()
    if place.is_dir() or place.name == SHEETS["figures"].filename:
        folder = place if place.is_dir() else place.parent
        sheets = read_folder(folder, faults, only=[key for key in SHEETS if key != "agreement"])
    else:
        sheets = {"figures": read_sheet(place.name, place.read_bytes(), SHEETS["figures"], faults)}
    check_sheets(sheets, faults)
    faults.refuse()
    return _assembled(sheets, "own")


def load_figures(path: str | PathLike[str]) -> Figures:
    """Load published figures from one CSV file, for those who hold only aggregates.

    Raises
    ------
    BadInput
        If there is no such file.
    BadData
        If anything in it is wrong: all faults together, with row and column.

    Examples
    --------
    >>> load_figures("nosuch.csv")
    Traceback (most recent call last):
    dualib.errors.BadInput: there is no file 'nosuch.csv'
    """
    file = _path(path)
    if not file.is_file():
        raise BadInput(message("agreements/no-file", path=str(path)))
    faults = Faults()
    sheet = read_sheet(file.name, file.read_bytes(), SHEETS["figures"], faults)
    check_sheets({"figures": sheet}, faults)
    faults.refuse()
    return Figures(Figure(row) for _, row in sheet.rows)
