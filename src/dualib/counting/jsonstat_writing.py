"""JSON-stat 2.0, written without loss: statuses, notes, roles, source, dates, and totals as published."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import numpy as np

from dualib.counting.exact_json import exact_text
from dualib.counting.tables import TOTAL, CellStatus, Dimension, Table
from dualib.language import check_language

__all__ = ["HIDDEN", "MISSING", "OURS", "dumps", "to_object"]

#: The status marks of cells that are hidden, and of those that are missing.
HIDDEN, MISSING = "c", ".."
#: What dualib itself keeps in ``extension.dualib``.
OURS = ("language", "words", "totals", "decimals", "additive", "kept")


def dumps(table: Table, *, language: str = "sv") -> str:
    """Return the table as the text of a JSON-stat file, always the same for the same table, every digit kept.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``, or the extension holds what JSON cannot.

    Examples
    --------
    >>> print(dumps(Table("persons", (), 787)).splitlines()[3])
     "label": "persons",
    >>> print(dumps(Table("kronor", (), 123456789012345678, decimals=2)).splitlines()[8].strip())
    1234567890123456.78
    """
    return exact_text(to_object(table, language=language)) + "\n"


def to_object(table: Table, *, language: str = "sv") -> dict[str, Any]:
    """Return the table as a JSON-stat 2.0 dataset; totals that are published apart become categories of their own.

    Values are ``int`` or ``float``; a value that no float keeps is a ``Decimal``, which :func:`dumps` writes.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> table = Table("persons", (Dimension("sex", "sex", ("woman", "man")),), [3, 490]).masked([1, 2, 0])
    >>> to_object(table)["value"], to_object(table)["status"]
    ([None, None, 493], {'0': 'c', '1': 'c'})
    """
    check_language(language)
    other = "en" if language == "sv" else "sv"
    extension = dict(table.extension)
    ours = dict(extension.pop("dualib", {}))
    kept = ours.pop("kept", {})
    values, status = (table.values, table.status) if table.published is None else table.with_totals()
    dimensions = table.dimensions
    if table.published is not None:
        dimensions = tuple(_with_total(dimension) for dimension in dimensions)
        ours["totals"] = {dimension.name: dimension.categories[-1] for dimension in dimensions}
    if table.decimals:
        ours["decimals"] = table.decimals
    if not table.additive:
        ours["additive"] = False
    words = _words(table, dimensions, other)
    if words != _words(table, dimensions, language):
        ours |= {"language": language, "words": words}
    elif language != "sv":
        ours["language"] = language
    result: dict[str, Any] = {"version": "2.0", "class": "dataset", "label": table.label.say(language)}
    if table.source is not None:
        result["source"] = table.source.say(language)
    if table.updated is not None:
        result["updated"] = table.updated
    if table.notes:
        result["note"] = [note.say(language) for note in table.notes]
    role = {
        name: [dimension.name for dimension in dimensions if dimension.role == name]
        for name in ("time", "geo", "metric")
    }
    if any(role.values()):
        result["role"] = {name: names for name, names in role.items() if names}
    result["id"] = [dimension.name for dimension in dimensions]
    result["size"] = [len(dimension.categories) for dimension in dimensions]
    result["dimension"] = {dimension.name: _dimension_object(dimension, language) for dimension in dimensions}
    result["value"] = [
        _number(value, code, table.decimals) for value, code in zip(values.flat, status.flat, strict=True)
    ]
    marks = {
        str(place): table.marks.get(index) or (MISSING if code == CellStatus.MISSING else HIDDEN)
        for place, (index, code) in enumerate(np.ndenumerate(status))
        if code != CellStatus.OK or index in table.marks
    }
    if marks:
        result["status"] = marks
    result |= kept
    if ours:
        extension["dualib"] = ours
    if extension:
        result["extension"] = extension
    return result


def _with_total(dimension: Dimension) -> Dimension:
    code = "total"
    while code in dimension.categories:
        code += "_"
    return Dimension(
        dimension.name,
        dimension.label,
        (*dimension.categories, code),
        (*dimension.labels, TOTAL),
        role=dimension.role,
        extra=dimension.extra,
    )


def _words(table: Table, dimensions: Sequence[Dimension], language: str) -> dict[str, Any]:
    return {
        "label": table.label.say(language),
        "source": table.source.say(language) if table.source else None,
        "note": [note.say(language) for note in table.notes],
        "dimension": {
            dimension.name: [dimension.label.say(language), *(label.say(language) for label in dimension.labels)]
            for dimension in dimensions
        },
    }


def _dimension_object(dimension: Dimension, language: str) -> dict[str, Any]:
    extra = dict(dimension.extra)
    labels = {code: label.say(language) for code, label in zip(dimension.categories, dimension.labels, strict=True)}
    category = {"index": list(dimension.categories), "label": labels, **extra.pop("category", {})}
    return {"label": dimension.label.say(language), "category": category, **extra}


def _number(value: np.int64, code: np.uint8, decimals: int) -> int | float | Decimal | None:
    if code != CellStatus.OK:
        return None
    if not decimals:
        return int(value)
    # Correctly rounded division: up to 15 digits, the shortest text of the float is the text that was read.
    near, exact = int(value) / 10**decimals, Decimal(int(value)).scaleb(-decimals)
    return near if Decimal(repr(near)) == exact else exact
