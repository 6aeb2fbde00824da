"""JSON-stat 2.0, read and written without loss: statuses, notes, roles, source, dates, and totals as published.

What this file format has no place for (the other language's words, which category is a total) is in
``extension.dualib``. Hidden cells are written alike, whether primary or secondary. Numbers with more digits than a
float holds are read and written as they are; in an object they are :class:`decimal.Decimal`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

from dualib.counting.tables.dimensions import CellStatus, Dimension
from dualib.counting.tables.grid import Grid
from dualib.errors import BadInput, nearest
from dualib.exact.exact_json import exact_text, scaled
from dualib.language import Text, check_language
from dualib.messages import message
from dualib.tabular import TOTAL

__all__ = ["dumps", "from_object", "to_object"]

_TOP = (
    "version",
    "class",
    "label",
    "source",
    "updated",
    "note",
    "role",
    "id",
    "size",
    "dimension",
    "value",
    "status",
)
# The status marks of cells that are hidden, and of those that are missing.
_HIDDEN, _MISSING = "c", ".."
# What dualib itself keeps in ``extension.dualib``.
_OURS = ("language", "words", "totals", "decimals", "additive", "kept")
_PERTURBED = re.compile(r"\bCKM\b|cell[- ]?key|perturb", re.IGNORECASE)


def from_object(
    data: Mapping[str, Any] | str | bytes,
    *,
    totals: Mapping[str, str] | None = None,
    additive: bool | None = None,
) -> Grid:
    """Return the table of a JSON-stat 2.0 dataset.

    Parameters
    ----------
    data
        The dataset as an object, or the text of the file, whose numbers are read digit by digit. Parsing it yourself,
        give ``json.loads`` the argument ``parse_float=Decimal`` where numbers have more than 15 digits.
    totals
        For each dimension that holds a total, the code of that category, such as ``{"Kon": "1+2"}``. Totals are kept as
        published. Left out, a file of dualib names its own, and other files are read as having none.
    additive
        Whether parts add up to totals. Left out, False if a note on the table, a dimension or a category says
        that numbers are perturbed (CKM, cell key).

    Raises
    ------
    BadInput
        If it is not a JSON-stat 2.0 dataset; the message names the member.

    Examples
    --------
    >>> sex = {"category": {"index": ["1", "2", "1+2"]}}
    >>> data = {"class": "dataset", "id": ["Kon"], "size": [3], "dimension": {"Kon": sex}, "value": [51, 48, 100]}
    >>> table = from_object({**data, "note": ["CKM"]}, totals={"Kon": "1+2"})
    >>> table.values.tolist(), table.total, table.additive
    ([51, 48], 100, False)
    """
    if isinstance(data, (str, bytes)):
        try:
            data = json.loads(data, parse_float=Decimal)
        except ValueError as error:
            raise BadInput(message("counting/not-json", why=error)) from None
    if not isinstance(data, Mapping) or data.get("class") != "dataset":
        found = data.get("class") if isinstance(data, Mapping) else type(data).__name__
        raise BadInput(message("counting/not-a-dataset", found=found))
    extension = dict(_object(data, "extension"))
    ours = dict(_object(extension, "dualib", "extension."))
    extension.pop("dualib", None)
    language = ours.get("language", "sv")
    words = ours.get("words", {})
    dimensions = _dimensions(data, language, words)
    size = prod(len(dimension.categories) for dimension in dimensions)
    values = _cells(data.get("value"), size, "value")
    marks = _cells(data.get("status"), size, "status")
    whole, decimals = scaled(_decimal(value, place) for place, value in enumerate(values))
    decimals_kept = int(ours.get("decimals", 0))
    if decimals_kept > decimals:
        whole, decimals = (
            [value * 10 ** (decimals_kept - decimals) for value in whole],
            decimals_kept,
        )
    codes = [_status(value, mark) for value, mark in zip(values, marks, strict=True)]
    shape = tuple(len(dimension.categories) for dimension in dimensions)
    notes = tuple(
        _both(note, words.get("note", []), place, language)
        for place, note in enumerate(_notes(data))
    )
    if additive is None:
        additive = bool(ours.get("additive", not any(map(_PERTURBED.search, _every_note(data)))))
    kept = {name: value for name, value in data.items() if name not in (*_TOP, "extension")}
    ours = {name: value for name, value in ours.items() if name not in _OURS} | (
        {"kept": kept} if kept else {}
    )
    named = {
        index: str(mark)
        for index, mark in zip(np.ndindex(*shape), marks, strict=True)
        if mark is not None
    }
    given = [code for code, mark in zip(codes, marks, strict=True) if mark is not None]
    table = Grid(
        _other(str(data.get("label", "")), words.get("label"), language),
        dimensions,
        np.array(whole, dtype=np.int64).reshape(shape),
        np.array(codes, dtype=np.uint8).reshape(shape),
        decimals=decimals,
        additive=additive,
        notes=notes,
        source=None
        if data.get("source") is None
        else _other(str(data["source"]), words.get("source"), language),
        updated=data.get("updated"),
        marks={
            index: mark
            for (index, mark), code in zip(named.items(), given, strict=True)
            if code == CellStatus.OK or mark not in (_HIDDEN, _MISSING)
        },
        extension=extension | ({"dualib": ours} if ours else {}),
    )
    chosen = (
        totals
        if totals is not None
        else (data.get("extension") or {}).get("dualib", {}).get("totals")
    )
    return _apart(table, chosen) if chosen else table


def _object(data: Mapping[str, Any], name: str, within: str = "") -> Mapping[str, Any]:
    """Return a member that is an object; an empty one where it is left out."""
    found = data.get(name) or {}
    if not isinstance(found, Mapping):
        raise BadInput(message("counting/not-an-object", name=f"{within}{name}", value=found))
    return found


def _other(text: str, other: str | None, language: str) -> Text:
    second = text if other is None else other
    return Text(text, second) if language == "sv" else Text(second, text)


def _both(text: str, others: Sequence[str], place: int, language: str) -> Text:
    return _other(text, others[place] if place < len(others) else None, language)


def _notes(data: Mapping[str, Any]) -> list[str]:
    note = data.get("note") or []
    return [str(item) for item in ([note] if isinstance(note, str) else note)]


def _every_note(data: Mapping[str, Any]) -> list[str]:
    """Return the notes on the table, on its dimensions and on their categories: a publisher may warn in any of them."""
    found = _notes(data)
    for name in data["id"]:
        about = data["dimension"][name]
        for part in (about, about["category"]):
            note = part.get("note") or ()
            for item in note.values() if isinstance(note, Mapping) else (note,):
                found += _notes({"note": item})
    return found


def _dimensions(
    data: Mapping[str, Any], language: str, words: Mapping[str, Any]
) -> tuple[Dimension, ...]:
    names, described, sizes = data.get("id"), data.get("dimension"), data.get("size")
    if (
        not isinstance(names, list)
        or not isinstance(described, Mapping)
        or not isinstance(sizes, list)
    ):
        raise BadInput(message("counting/no-id-or-size"))
    if len(sizes) != len(names):
        raise BadInput(
            message("counting/size-of-another-length", sizes=len(sizes), dimensions=len(names))
        )
    roles: dict[str, Any] = {
        name: role for role, held in _object(data, "role").items() for name in held
    }
    result = []
    for name, length in zip(names, sizes, strict=True):
        about = described.get(name)
        if not isinstance(about, Mapping) or not isinstance(about.get("category"), Mapping):
            raise BadInput(
                message(
                    "counting/no-category-object", dimension=name, near=nearest(name, described)
                )
            )
        category = dict(about["category"])
        labels, index = category.pop("label", {}), category.pop("index", None)
        codes = _ordered(index, labels)
        if len(codes) != length:
            raise BadInput(
                message(
                    "counting/size-differs", dimension=name, categories=len(codes), expected=length
                )
            )
        others = words.get("dimension", {}).get(name, [])
        extra = {key: value for key, value in about.items() if key not in ("label", "category")}
        result.append(
            Dimension(
                str(name),
                _both(str(about.get("label", name)), others, 0, language),
                codes,
                tuple(
                    _both(str(labels.get(code, code)), others, place, language)
                    for place, code in enumerate(codes, start=1)
                ),
                role=roles.get(name),
                extra=extra | ({"category": category} if category else {}),
            )
        )
    return tuple(result)


def _ordered(index: Any, labels: Mapping[str, str]) -> tuple[str, ...]:
    if isinstance(index, Mapping):
        return tuple(sorted((str(code) for code in index), key=lambda code: index[code]))
    return tuple(str(code) for code in (labels if index is None else index))


def _cells(found: Any, size: int, member: str) -> list[Any]:
    """Return one entry a cell from a list, a sparse object, or (statuses) one text for all."""
    if isinstance(found, str) or (found is None and member == "status"):
        return [found] * size
    if isinstance(found, Mapping):
        cells: list[Any] = [None] * size
        for key, value in found.items():
            if not str(key).isdigit() or int(key) >= size:
                raise BadInput(
                    message("counting/not-a-cell-number", member=member, key=key, most=size - 1)
                )
            cells[int(key)] = value
        return cells
    if not isinstance(found, list) or (
        len(found) != size and not (member == "status" and len(found) == 1)
    ):
        raise BadInput(
            message(
                "counting/cells-of-another-number",
                member=member,
                count=len(found) if isinstance(found, list) else 0,
                expected=size,
            )
        )
    return found * size if len(found) != size else list(found)


def _decimal(value: Any, place: int) -> Decimal | int | None:
    if value is None or (isinstance(value, (int, Decimal)) and not isinstance(value, bool)):
        return value
    if isinstance(value, float):
        return Decimal(repr(value))
    raise BadInput(message("counting/value-not-a-number", place=place, value=value))


def _status(value: Any, mark: Any) -> CellStatus:
    if value is not None:
        return CellStatus.OK
    return CellStatus.SUPPRESSED if mark == _HIDDEN else CellStatus.MISSING


def _apart(table: Grid, totals: Mapping[str, str]) -> Grid:
    """Return the table with its total categories taken out of the dimensions and kept as published totals."""
    values, status = table.values, table.status
    for name in totals:
        table.axis(name)
    dimensions = []
    for axis, dimension in enumerate(table.dimensions):
        if dimension.name not in totals:
            if table.additive:
                hidden = (status != CellStatus.OK).any(axis=axis, keepdims=True)
                total = np.where(hidden, 0, values.sum(axis=axis, keepdims=True, dtype=np.int64))
            else:
                total = np.zeros_like(values.take([0], axis=axis))
                hidden = np.ones_like(total, dtype=bool)
            missing = np.where(hidden, np.uint8(CellStatus.MISSING), np.uint8(CellStatus.OK))
            values, status = (
                np.concatenate([values, total], axis=axis),
                np.concatenate([status, missing], axis=axis),
            )
            dimensions.append(dimension)
            continue
        place = dimension.index(totals[dimension.name])
        values, status = _last(values, place, axis), _last(status, place, axis)
        keep = [index for index in range(len(dimension.categories)) if index != place]
        dimensions.append(
            Dimension(
                dimension.name,
                dimension.label,
                tuple(dimension.categories[index] for index in keep),
                tuple(dimension.labels[index] for index in keep),
                role=dimension.role,
                extra=dimension.extra,
            )
        )
    inner = (slice(None, -1),) * len(dimensions)
    marks = {tuple(_moved(index, table, totals)): mark for index, mark in table.marks.items()}
    return Grid(
        table.label,
        tuple(dimensions),
        values[inner],
        status[inner],
        published=values,
        published_status=status,
        decimals=table.decimals,
        additive=table.additive,
        notes=table.notes,
        source=table.source,
        updated=table.updated,
        marks=marks,
        extension=table.extension,
    )


def _last(array: npt.NDArray[Any], place: int, axis: int) -> npt.NDArray[Any]:
    order = [index for index in range(array.shape[axis]) if index != place] + [place]
    return array.take(order, axis=axis)


def _moved(index: tuple[int, ...], table: Grid, totals: Mapping[str, str]) -> Iterable[int]:
    for place, dimension in zip(index, table.dimensions, strict=True):
        if dimension.name not in totals:
            yield place
            continue
        total = dimension.index(totals[dimension.name])
        yield len(dimension.categories) - 1 if place == total else place - (place > total)


def dumps(table: Grid, *, language: str = "sv") -> str:
    """Return the table as the text of a JSON-stat file, always the same for the same table, every digit kept.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``, or the extension holds what JSON cannot.

    Examples
    --------
    >>> print(dumps(Grid("persons", (), 787)).splitlines()[3])
     "label": "persons",
    >>> print(dumps(Grid("kronor", (), 123456789012345678, decimals=2)).splitlines()[8].strip())
    1234567890123456.78
    """
    return exact_text(to_object(table, language=language)) + "\n"


def to_object(table: Grid, *, language: str = "sv") -> dict[str, Any]:
    """Return the table as a JSON-stat 2.0 dataset; totals that are published apart become categories of their own.

    Values are ``int`` or ``float``; a value that no float keeps is a ``Decimal``, which :func:`dumps` writes.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> table = Grid("persons", (Dimension("sex", "sex", ("woman", "man")),), [3, 490]).masked([1, 2, 0])
    >>> to_object(table)["value"], to_object(table)["status"]
    ([None, None, 493], {'0': 'c', '1': 'c'})
    """
    check_language(language)
    other = "en" if language == "sv" else "sv"
    extension = dict(table.extension)
    ours = dict(extension.pop("dualib", {}))
    kept = ours.pop("kept", {})
    values, status = (
        (table.values, table.status) if table.published is None else table.with_totals()
    )
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
    result: dict[str, Any] = {
        "version": "2.0",
        "class": "dataset",
        "label": table.label.say(language),
    }
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
    result["dimension"] = {
        dimension.name: _dimension_object(dimension, language) for dimension in dimensions
    }
    result["value"] = [
        _number(value, code, table.decimals)
        for value, code in zip(values.flat, status.flat, strict=True)
    ]
    marks = {
        str(place): table.marks.get(index) or (_MISSING if code == CellStatus.MISSING else _HIDDEN)
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


def _words(table: Grid, dimensions: Sequence[Dimension], language: str) -> dict[str, Any]:
    return {
        "label": table.label.say(language),
        "source": table.source.say(language) if table.source else None,
        "note": [note.say(language) for note in table.notes],
        "dimension": {
            dimension.name: [
                dimension.label.say(language),
                *(label.say(language) for label in dimension.labels),
            ]
            for dimension in dimensions
        },
    }


def _dimension_object(dimension: Dimension, language: str) -> dict[str, Any]:
    extra = dict(dimension.extra)
    labels = {
        code: label.say(language)
        for code, label in zip(dimension.categories, dimension.labels, strict=True)
    }
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
