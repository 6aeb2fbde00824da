"""What must hold in an agreement's files: known names, fitting units, dates in order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from dualib.errors import BadInput, nearest
from dualib.local_agreements.folder.faults import Faults
from dualib.local_agreements.folder.reading import Sheet
from dualib.local_agreements.goals import parse_target
from dualib.local_agreements.period import UNTIL_FURTHER_NOTICE, StatedDate
from dualib.local_agreements.printed import number_fault, printed_number
from dualib.local_agreements.units import UNITS
from dualib.sources import NOT_IN_SOURCE
from dualib.staffing.posts import FINEST
from dualib.vocabulary import FACTS, Status

__all__ = ["check_heading", "check_sheets", "stated_date", "values_of"]

Row = Mapping[str, str]

_ONCE: Final = [
    "title",
    "period_from",
    "period_to",
    "documented_on",
    "state",
    "target_group",
    "target_group_en",
    "purpose",
    "purpose_en",
    "order",
]
_NEEDED: Final = ("title", "municipality", "party", "period_from", "period_to")
_BESIDE: Final = (
    ("party_number", "party", re.compile(r"\d{6}-\d{4}", re.ASCII), "212000-0746"),
    ("municipality_code", "municipality", re.compile(r"\d{4}", re.ASCII), "0880"),
    (
        "source_sha256",
        "source_title",
        re.compile(r"[0-9a-f]{64}", re.ASCII),
        "64 hexadecimal digits",
    ),
)
_SILENT: Final = NOT_IN_SOURCE.value


class _Known(dict[str, Row]):
    """Figures by id, and those whose rows have faults of their own: these are not told again where they are named."""

    def __init__(self, sheet: Sheet | None) -> None:
        super().__init__({row["id"]: row for _, row in sheet.rows} if sheet else {})
        self.sheet = sheet

    @property
    def complete(self) -> bool:
        """Whether every row of the figures could be read."""
        return self.sheet is not None and self.sheet.complete and self.sheet.readable

    def lost(self, name: str) -> bool:
        """Whether an id may well be there, in a row or a file that could not be read."""
        return self.sheet is None or not self.sheet.readable or name in self.sheet.named


def check_sheets(sheets: Mapping[str, Sheet], faults: Faults) -> None:
    """Add to ``faults`` whatever does not fit together in and among the files.

    Parameters
    ----------
    sheets : mapping of str to Sheet
        Files by the names of :data:`~dualib.local_agreements.folder.schema.SHEETS`; a file left out is not checked.
    faults : Faults
        Where faults are collected.

    Examples
    --------
    >>> row = {"id": "a", "party": "", "fte_low": "2", "fte_high": "1", "headcount": ""}
    >>> faults = Faults()
    >>> check_sheets({"staffing": Sheet("staffing.csv", ((1, row),))}, faults)
    >>> print(faults.found[0])
    staffing.csv, row 1: column fte_low: 2 is above fte_high 1: swap them
    """
    figures = _Known(sheets.get("figures"))
    posts = sheets.get("staffing", Sheet("staffing.csv"))
    for sheet in sheets.values():
        _check_unique(sheet, faults)
    for name, check in (
        ("figures", _check_figures),
        ("relations", _check_relations),
        ("goals", _check_goals),
    ):
        if name in sheets:
            check(sheets[name], figures, posts, faults)
    if "staffing" in sheets:
        _check_staffing(sheets["staffing"], figures, faults)
    if "ledger" in sheets:
        _check_ledger(sheets["ledger"], figures, faults)
    if "report" in sheets:
        _check_report(sheets["report"], figures, faults)


def _check_unique(sheet: Sheet, faults: Faults) -> None:
    ids: dict[str, int] = {}
    contents: dict[tuple[str, ...], int] = {}
    for number, row in sheet.rows:
        if "id" not in row:
            continue
        first = ids.setdefault(row["id"], number)
        if first != number:
            faults.add(sheet.name, number, "id-twice", column="id", value=row["id"], first=first)
            continue
        content = tuple(value for name, value in row.items() if name != "id")
        first = contents.setdefault(content, number)
        if first != number:
            faults.add(sheet.name, number, "row-twice", first=first)


def _unknown(
    sheet: Sheet, number: int, column: str, name: str, known: _Known, faults: Faults
) -> bool:
    """Return whether an id is not among the figures, and say so unless its own row was told of already."""
    if name in known:
        return False
    if known.lost(name):
        return True
    faults.add(
        sheet.name,
        number,
        "no-figure-with-id",
        column=column,
        value=name,
        near=nearest(name, known),
    )
    return True


def _check_figures(sheet: Sheet, figures: _Known, posts: Sheet, faults: Faults) -> None:
    for number, row in sheet.rows:
        _check_value(sheet, number, row, faults)
        if row["age_from"] and row["age_to"] and int(row["age_from"]) > int(row["age_to"]):
            faults.add(
                sheet.name,
                number,
                "ages-backwards",
                column="age_from",
                low=row["age_from"],
                high=row["age_to"],
            )
        for column in ("age_from", "age_to"):
            if row[column] and int(row[column]) > 120:
                faults.add(sheet.name, number, "not-an-age", column=column, value=row[column])
        if row["total"] and not _unknown(sheet, number, "total", row["total"], figures, faults):
            _check_total(sheet, number, row, figures, faults)
    if row_ids := {row["id"] for _, row in sheet.rows}:
        _check_cycles(sheet, row_ids, figures, faults)


def _check_value(sheet: Sheet, number: int, row: Row, faults: Faults) -> None:
    if row["status"]:
        return
    if not row["value"]:
        faults.add(sheet.name, number, "value-empty", column="value")
        return
    if row["value"] in ("-", "\N{EN DASH}", "..", "."):
        faults.add(sheet.name, number, "value-hidden", column="value", value=row["value"])
        return
    fault = number_fault(row["value"])
    if fault is not None:
        faults.add(sheet.name, number, "cell-number", column="value", fault=fault)
        return
    value = printed_number(row["value"])
    if UNITS[row["unit"]].whole and (value.denominator != 1 or value < 0):
        faults.add(
            sheet.name, number, "not-in-unit", column="value", value=row["value"], unit=row["unit"]
        )


def _check_total(sheet: Sheet, number: int, row: Row, figures: _Known, faults: Faults) -> None:
    total = figures[row["total"]]
    if total["unit"] != row["unit"]:
        faults.add(
            sheet.name,
            number,
            "total-in-another-unit",
            column="unit",
            unit=row["unit"],
            total=row["total"],
            other=total["unit"],
        )


def _check_cycles(sheet: Sheet, ids: set[str], figures: _Known, faults: Faults) -> None:
    """Follow every figure to its total's total; a circle is told once, at its first row."""
    settled: set[str] = set()
    for number, row in sheet.rows:
        path: list[str] = []
        here = row["id"]
        while here in ids and here not in settled and here not in path:
            path.append(here)
            here = figures[here]["total"]
        if here in path:
            circle = " → ".join([*path[path.index(here) :], here])
            faults.add(sheet.name, number, "circle", column="total", circle=circle)
        settled.update(path)


def _check_relations(sheet: Sheet, figures: _Known, posts: Sheet, faults: Faults) -> None:
    for number, row in sheet.rows:
        share, staffing = row["kind"] == "share", row["kind"] == "fte_sum"
        parts = row["right"].split()
        missing = _unknown(sheet, number, "left", row["left"], figures, faults)
        for name in parts:
            if not (staffing and (name in posts.named or not posts.readable)):
                missing |= _unknown(sheet, number, "right", name, figures, faults)
        if row["base"]:
            missing |= _unknown(sheet, number, "base", row["base"], figures, faults)
        if share != bool(row["base"]):
            faults.add(sheet.name, number, "base-of-share", column="base")
            continue
        if missing:
            continue
        whole = row["base"] if share else row["left"]
        wanted = figures[whole]["unit"]
        for name in parts:
            unit = figures[name]["unit"] if name in figures else "fte"
            if unit != wanted:
                faults.add(
                    sheet.name,
                    number,
                    "units-differ",
                    column="right",
                    name=name,
                    unit=unit,
                    whole=whole,
                    wanted=wanted,
                )
        if share and figures[row["left"]]["unit"] not in ("percent", "share"):
            faults.add(
                sheet.name,
                number,
                "not-a-share",
                column="left",
                name=row["left"],
                unit=figures[row["left"]]["unit"],
            )


def _check_goals(sheet: Sheet, figures: _Known, posts: Sheet, faults: Faults) -> None:
    for number, row in sheet.rows:
        for name in row["baseline"].split():
            _unknown(sheet, number, "baseline", name, figures, faults)
        if row["target"] and row["direction"]:
            try:
                parse_target(row["target"], baseline=bool(row["baseline"]))
            except BadInput as fault:
                faults.add(sheet.name, number, "cell-target", column="target", fault=fault.message)


def _check_staffing(sheet: Sheet, figures: _Known, faults: Faults) -> None:
    for number, row in sheet.rows:
        if row["id"] in figures:
            faults.add(sheet.name, number, "id-of-a-figure", column="id", value=row["id"])
        low, high = row["fte_low"], row["fte_high"]
        if bool(low) != bool(high):
            faults.add(sheet.name, number, "half-an-extent", column="fte_high")
        elif low and printed_number(low) > printed_number(high):
            faults.add(sheet.name, number, "extent-backwards", column="fte_low", low=low, high=high)
        heads = row["headcount"]
        if heads and int(heads) < 1:
            faults.add(sheet.name, number, "no-heads", column="headcount")
        for column in ("fte_low", "fte_high"):
            extent = printed_number(row[column] or "0")
            if extent < 0 or extent % FINEST:
                faults.add(sheet.name, number, "not-an-extent", column=column, value=row[column])
        if low and heads and 1 <= int(heads) < printed_number(low):
            faults.add(
                sheet.name, number, "extent-of-heads", column="fte_low", low=low, heads=int(heads)
            )


_PAIRS = {"stratum": True, "only_within": False, "subset": False, "disjoint": False}


def _check_ledger(sheet: Sheet, figures: _Known, faults: Faults) -> None:
    registers = {row["a"] for _, row in sheet.rows if row["kind"] == "register"}
    for number, row in sheet.rows:
        kind = row["kind"]
        if row["a"] not in registers:
            faults.add(
                sheet.name,
                number,
                "no-register",
                column="a",
                value=row["a"],
                near=nearest(row["a"], registers),
            )
        if kind != "register" and not row["b"]:
            faults.add(sheet.name, number, "needed-for", column="b", kind=kind)
        elif kind not in ("register", "stratum", "only_within") and row["b"] not in registers:
            faults.add(
                sheet.name,
                number,
                "no-register",
                column="b",
                value=row["b"],
                near=nearest(row["b"], registers),
            )
        if row["figure"]:
            known = not _unknown(sheet, number, "figure", row["figure"], figures, faults)
            if known and (
                figures[row["figure"]]["status"] or not UNITS[figures[row["figure"]]["unit"]].whole
            ):
                faults.add(sheet.name, number, "not-a-count", column="figure", value=row["figure"])
        wanted = int(_PAIRS.get(kind, True))
        if bool(row["figure"]) + bool(row["value"]) != wanted:
            faults.add(
                sheet.name,
                number,
                "figure-or-value" if wanted else "neither-figure-nor-value",
                column="figure",
                kind=kind,
            )


def _is_division(by: str) -> bool:
    """Return whether a register can be divided so."""
    first, *rest = by.split() or [""]
    if first == "age":
        return len(rest) > 1 and all(bound.isdecimal() for bound in rest)
    if first == "has":
        return len(rest) == 1 and rest[0] in FACTS
    if first == "status":
        return len(rest) == 1 and rest[0] in {status.value for status in Status}
    return not rest and (not first or first in FACTS)


def _check_report(sheet: Sheet, figures: _Known, faults: Faults) -> None:
    for number, row in sheet.rows:
        name = row["figure"]
        if row["kind"] == "glance":
            _check_glance(sheet, number, row, figures, faults)
        elif row["kind"] != "beside" or (
            figures.complete and not any(known.startswith(f"{name}.") for known in figures)
        ):
            _unknown(sheet, number, "figure", name, figures, faults)
        if row["kind"] == "beside" and not row["register"]:
            faults.add(sheet.name, number, "register-empty", column="register")
        if not _is_division(row["by"]):
            faults.add(sheet.name, number, "not-a-division", column="by", value=row["by"])


def _check_glance(sheet: Sheet, number: int, row: Row, figures: _Known, faults: Faults) -> None:
    tables = {figure["table"] for figure in figures.values()}
    if figures.complete and row["figure"] not in tables:
        faults.add(
            sheet.name,
            number,
            "no-such-table",
            column="figure",
            value=row["figure"],
            near=nearest(row["figure"], tables),
        )
    if not row["words"]:
        faults.add(sheet.name, number, "words-empty", column="words")


def values_of(rows: Sequence[tuple[int, Row]], key: str) -> list[tuple[int, str]]:
    """Return row numbers and values of a key that may be repeated.

    >>> values_of([(1, {"key": "party", "value": "Kalmar kommun"})], "party")
    [(1, 'Kalmar kommun')]
    """
    return [(number, row["value"]) for number, row in rows if row["key"] == key]


def check_heading(sheet: Sheet, faults: Faults) -> None:
    """Add to ``faults`` whatever is wrong with the rows of ``agreement.csv``.

    >>> faults = Faults()
    >>> check_heading(Sheet("agreement.csv", ((1, {"key": "documented_on", "value": "2015"}),)), faults)
    >>> print(faults.found[-1])
    agreement.csv, row 1: column value: '2015' is not a date for documented_on: write as 2018-12-31, or NOT_IN_SOURCE
    """
    for key in _ONCE:
        for number, _ in values_of(sheet.rows, key)[1:]:
            faults.add(sheet.name, number, "key-twice", column="key", key=key)
    for key in _NEEDED:
        if sheet.readable and key not in sheet.named:
            faults.add(sheet.name, None, "key-missing", key=key, silent=_SILENT)
    for number, value in values_of(sheet.rows, "order"):
        if not (value.isascii() and value.isdecimal()):
            faults.add(sheet.name, number, "order-not-whole", column="value", value=value)
    for key, beside, pattern, example in _BESIDE:
        values = values_of(sheet.rows, key)
        for number, value in values:
            if value != _SILENT and not pattern.fullmatch(value):
                faults.add(
                    sheet.name,
                    number,
                    "not-as-example",
                    column="value",
                    value=value,
                    key=key,
                    example=example,
                    silent=_SILENT,
                )
        wanted = len(values_of(sheet.rows, beside))
        if sheet.complete and values and len(values) != wanted:
            faults.add(
                sheet.name,
                values[-1][0],
                "not-one-for-each",
                column="key",
                count=len(values),
                key=key,
                wanted=wanted,
                beside=beside,
                silent=_SILENT,
            )
    ends: dict[str, StatedDate] = {}
    for key in ("period_from", "period_to", "documented_on"):
        words = [_SILENT, UNTIL_FURTHER_NOTICE.value] if key == "period_to" else [_SILENT]
        for number, value in values_of(sheet.rows, key):
            end = stated_date(value)
            if end is None or (not isinstance(end, date) and value not in words):
                faults.add(
                    sheet.name,
                    number,
                    "heading-not-a-date",
                    column="value",
                    value=value,
                    key=key,
                    known=tuple(words),
                )
                continue
            ends[key] = end
            first = ends.get("period_from")
            if (
                key == "period_to"
                and isinstance(first, date)
                and isinstance(end, date)
                and end < first
            ):
                faults.add(
                    sheet.name, number, "heading-backwards", column="value", first=first, last=end
                )


def stated_date(value: str) -> StatedDate | None:
    """Return the date, or what the source says instead of one; None if it is neither.

    >>> stated_date("until_further_notice")
    UNTIL_FURTHER_NOTICE
    """
    for word in (NOT_IN_SOURCE, UNTIL_FURTHER_NOTICE):
        if value == word.value:
            return word
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
