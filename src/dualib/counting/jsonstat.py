"""JSON-stat 2.0, read and written without loss: statuses, notes, roles, source, dates, and totals as published.

What this file format has no place for (the other language's words, which category is a total) stands in
``extension.dualib``. Hidden cells are written alike, whether primary or secondary. Numbers with more digits than a
float holds are read and written as they stand; in an object they are :class:`decimal.Decimal`. Reading is here;
:mod:`dualib.counting.jsonstat_writing` writes.
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

from dualib.counting.exact_json import scaled
from dualib.counting.jsonstat_writing import HIDDEN, MISSING, OURS, dumps, to_object
from dualib.counting.tables import CellStatus, Dimension, Table
from dualib.errors import BadInput, how_many, suggestion
from dualib.language import Text

__all__ = ["dumps", "from_object", "to_object"]

_TOP = ("version", "class", "label", "source", "updated", "note", "role", "id", "size", "dimension", "value", "status")
_PERTURBED = re.compile(r"\bCKM\b|cell[- ]?key|perturb", re.IGNORECASE)


def from_object(
    data: Mapping[str, Any] | str | bytes,
    *,
    totals: Mapping[str, str] | None = None,
    additive: bool | None = None,
) -> Table:
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
        If it is no JSON-stat 2.0 dataset; the message names the member.

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
            raise BadInput(f"the file is no JSON: {error}") from None
    if not isinstance(data, Mapping) or data.get("class") != "dataset":
        found = data.get("class") if isinstance(data, Mapping) else type(data).__name__
        raise BadInput(f"class is {found!r}: expected a JSON-stat 2.0 dataset (of a collection, take one of its items)")
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
        whole, decimals = [value * 10 ** (decimals_kept - decimals) for value in whole], decimals_kept
    codes = [_status(value, mark) for value, mark in zip(values, marks, strict=True)]
    shape = tuple(len(dimension.categories) for dimension in dimensions)
    notes = tuple(_both(note, words.get("note", []), place, language) for place, note in enumerate(_notes(data)))
    if additive is None:
        additive = bool(ours.get("additive", not any(map(_PERTURBED.search, _every_note(data)))))
    kept = {name: value for name, value in data.items() if name not in (*_TOP, "extension")}
    ours = {name: value for name, value in ours.items() if name not in OURS} | ({"kept": kept} if kept else {})
    named = {index: str(mark) for index, mark in zip(np.ndindex(*shape), marks, strict=True) if mark is not None}
    given = [code for code, mark in zip(codes, marks, strict=True) if mark is not None]
    table = Table(
        _other(str(data.get("label", "")), words.get("label"), language),
        dimensions,
        np.array(whole, dtype=np.int64).reshape(shape),
        np.array(codes, dtype=np.uint8).reshape(shape),
        decimals=decimals,
        additive=additive,
        notes=notes,
        source=None if data.get("source") is None else _other(str(data["source"]), words.get("source"), language),
        updated=data.get("updated"),
        marks={
            index: mark
            for (index, mark), code in zip(named.items(), given, strict=True)
            if code == CellStatus.OK or mark not in (HIDDEN, MISSING)
        },
        extension=extension | ({"dualib": ours} if ours else {}),
    )
    chosen = totals if totals is not None else (data.get("extension") or {}).get("dualib", {}).get("totals")
    return _apart(table, chosen) if chosen else table


def _object(data: Mapping[str, Any], name: str, within: str = "") -> Mapping[str, Any]:
    """Return a member that is an object; an empty one where it is left out."""
    found = data.get(name) or {}
    if not isinstance(found, Mapping):
        raise BadInput(f"{within}{name} is {found!r}: expected an object")
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


def _dimensions(data: Mapping[str, Any], language: str, words: Mapping[str, Any]) -> tuple[Dimension, ...]:
    names, described, sizes = data.get("id"), data.get("dimension"), data.get("size")
    if not isinstance(names, list) or not isinstance(described, Mapping) or not isinstance(sizes, list):
        raise BadInput("id, size or dimension is missing: expected two lists and an object")
    if len(sizes) != len(names):
        raise BadInput(
            f"size has {how_many(len(sizes), 'number')} for {how_many(len(names), 'dimension')}: expected one each"
        )
    roles: dict[str, Any] = {name: role for role, held in _object(data, "role").items() for name in held}
    result = []
    for name, length in zip(names, sizes, strict=True):
        about = described.get(name)
        if not isinstance(about, Mapping) or not isinstance(about.get("category"), Mapping):
            raise BadInput(
                f"dimension.{name}.category is missing: expected an object.{suggestion(str(name), described)}"
            )
        category = dict(about["category"])
        labels, index = category.pop("label", {}), category.pop("index", None)
        codes = _ordered(index, labels)
        if len(codes) != length:
            raise BadInput(
                f"dimension.{name} has {how_many(len(codes), 'category', 'categories')}: "
                f"expected {length}, as size says"
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
                raise BadInput(f"{member} has the key {key!r}: expected the number of a cell, from 0 to {size - 1}")
            cells[int(key)] = value
        return cells
    if not isinstance(found, list) or (len(found) != size and not (member == "status" and len(found) == 1)):
        length = how_many(len(found), "entry", "entries") if isinstance(found, list) else "no entries"
        raise BadInput(f"{member} has {length}: expected {size}, the product of size, or an object")
    return found * size if len(found) != size else list(found)


def _decimal(value: Any, place: int) -> Decimal | int | None:
    if value is None or (isinstance(value, (int, Decimal)) and not isinstance(value, bool)):
        return value
    if isinstance(value, float):
        return Decimal(repr(value))
    raise BadInput(f"value[{place}] is {value!r}: expected a number or null")


def _status(value: Any, mark: Any) -> CellStatus:
    if value is not None:
        return CellStatus.OK
    return CellStatus.SUPPRESSED if mark == HIDDEN else CellStatus.MISSING


def _apart(table: Table, totals: Mapping[str, str]) -> Table:
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
            values, status = np.concatenate([values, total], axis=axis), np.concatenate([status, missing], axis=axis)
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
    return Table(
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


def _moved(index: tuple[int, ...], table: Table, totals: Mapping[str, str]) -> Iterable[int]:
    for place, dimension in zip(index, table.dimensions, strict=True):
        if dimension.name not in totals:
            yield place
            continue
        total = dimension.index(totals[dimension.name])
        yield len(dimension.categories) - 1 if place == total else place - (place > total)
