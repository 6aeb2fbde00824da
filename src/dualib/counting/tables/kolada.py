"""Kolada's data (version 3, JSON) as a table: key figures by municipality, year and sex. Source: Kolada."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import numpy as np

from dualib.counting.tables.table import CellStatus, Dimension, Table
from dualib.errors import BadData, BadInput, Problem
from dualib.exact.exact_json import scaled
from dualib.language import Text
from dualib.messages import Message, message

__all__ = ["from_kolada"]

_SOURCE = Text("Källa: Kolada", "Source: Kolada")
_GENDERS = {"K": "woman", "M": "man", "T": "total"}
_WORDS = {"woman": Text("kvinnor", "women"), "man": Text("män", "men")}
_NEXT = ("next_url", "next_page")


def from_kolada(data: Mapping[str, Any] | str | bytes) -> Table:
    """Return the table of one answer of Kolada's data service.

    Parameters
    ----------
    data
        The answer, as an object or as text: ``values`` holds a row for each key figure, municipality (or unit) and
        year, each with values by gender: K women, M men, T all, in any order.

    Returns
    -------
    Table
        Dimensions ``kpi``, ``municipality`` (or ``ou``), ``period`` and, if any value is by sex, ``sex``. T is the
        published total of ``sex``. Nulls and what is not in the answer are MISSING; deleted rows are left out and
        counted in a note; a further page is noted, not fetched. Parts are not added up: key figures are often
        shares.

    Raises
    ------
    BadInput
        If it is not an answer of Kolada.
    BadData
        With every faulty row.

    Examples
    --------
    >>> table = from_kolada(
    ...     '{"values": [{"kpi": "N00941", "municipality": "0880", "period": 2015, "values": ['
    ...     '{"gender": "T", "value": 7.5}, {"gender": "K", "value": 6.0}, {"gender": "M", "value": null}]}]}'
    ... )
    >>> table.decimals, table.at(kpi="N00941", municipality="0880", period="2015")
    (1, 75)
    >>> print(table.source.sv)
    Källa: Kolada
    """
    if isinstance(data, (str, bytes)):
        try:
            data = json.loads(data, parse_float=Decimal)
        except ValueError as error:
            raise BadInput(message("counting/not-json", why=error)) from None
    listed = data.get("values") if isinstance(data, Mapping) else None
    if not isinstance(listed, list):
        raise BadInput(message("counting/not-kolada"))
    cells: dict[tuple[str, str, str, str], Decimal | int | None] = {}
    problems: list[Problem] = []
    deleted = 0
    places: set[str] = set()
    for number, row in enumerate(listed, start=1):
        fault = _fault(row)
        if fault:
            problems.append(Problem("values", fault, row=number))
            continue
        if _is_deleted(row):
            deleted += 1
            continue
        place = "municipality" if "municipality" in row else "ou"
        places.add(place)
        for item in row["values"]:
            key = (
                str(row["kpi"]),
                str(row[place]),
                str(row["period"]),
                _GENDERS.get(item.get("gender"), ""),
            )
            value = item.get("value")
            if not key[-1]:
                problems.append(
                    Problem(
                        "values",
                        message("counting/kolada-gender", value=item.get("gender")),
                        row=number,
                    )
                )
            elif isinstance(value, bool) or not (
                value is None or isinstance(value, (int, float, Decimal))
            ):
                problems.append(
                    Problem("values", message("counting/kolada-value", value=value), row=number)
                )
            elif _is_deleted(item):
                deleted += 1
            elif key in cells:
                problems.append(
                    Problem(
                        "values",
                        message("counting/kolada-gender-twice", value=item["gender"]),
                        row=number,
                    )
                )
            else:
                cells[key] = Decimal(repr(value)) if isinstance(value, float) else value
    if problems:
        raise BadData(problems)
    if not cells:
        raise BadInput(message("counting/kolada-all-deleted"))
    if len(places) > 1:
        raise BadInput(message("counting/kolada-of-both"))
    return _table(cells, places.pop(), _notes(data, deleted))


def _fault(row: Any) -> Message | None:
    if not isinstance(row, Mapping):
        return message("counting/kolada-row", value=row)
    lacking = [name for name in ("kpi", "period") if name not in row]
    if "municipality" not in row and "ou" not in row:
        lacking.append("municipality")
    if lacking:
        return message("counting/kolada-missing", names=tuple(lacking))
    values = row.get("values", [] if _is_deleted(row) else None)
    if not isinstance(values, list) or not all(isinstance(item, Mapping) for item in values):
        return message("counting/kolada-no-values")
    return None


def _is_deleted(item: Mapping[str, Any]) -> bool:
    return any(
        item.get(name) in (True, "true", 1) for name in ("isdeleted", "is_deleted", "deleted")
    )


def _notes(data: Any, deleted: int) -> list[Text]:
    notes = []
    if deleted:
        notes.append(Text.both(message("counting/kolada-deleted", count=deleted).say))
    following = next((data[name] for name in _NEXT if data.get(name)), None)
    if following:
        notes.append(Text.both(message("counting/kolada-more-pages", page=following).say))
    return notes


def _table(
    cells: Mapping[tuple[str, str, str, str], Decimal | int | None], place: str, notes: list[Text]
) -> Table:
    keys = [sorted({key[axis] for key in cells}) for axis in range(3)]
    dimensions = [
        Dimension("kpi", Text("nyckeltal", "key figure"), tuple(keys[0]), role="metric"),
        Dimension(
            place,
            Text("kommun", "municipality") if place == "municipality" else Text("enhet", "unit"),
            tuple(keys[1]),
            role="geo",
        ),
        Dimension("period", Text("år", "year"), tuple(keys[2]), role="time"),
    ]
    by_sex = any(key[3] != "total" for key in cells)
    sexes = ["woman", "man", "total"] if by_sex else ["total"]
    whole, decimals = scaled(cells.values())
    shape = tuple(len(names) for names in keys)
    values = np.zeros((*shape, len(sexes)), dtype=np.int64)
    status = np.full(values.shape, CellStatus.MISSING, dtype=np.uint8)
    for (*key, sex), number, value in zip(cells, whole, cells.values(), strict=True):
        index = (
            *(names.index(name) for names, name in zip(keys, key, strict=True)),
            sexes.index(sex),
        )
        values[index] = number
        status[index] = CellStatus.MISSING if value is None else CellStatus.OK
    about: dict[str, Any] = {
        "decimals": decimals,
        "additive": False,
        "source": _SOURCE,
        "notes": notes,
    }
    label = Text("Nyckeltal", "Key figures")
    if not by_sex:
        return Table(label, dimensions, values[..., 0], status[..., 0], **about)
    dimensions.append(
        Dimension("sex", Text("kön", "sex"), ("woman", "man"), (_WORDS["woman"], _WORDS["man"]))
    )
    wide = np.zeros([length + 1 for length in (*shape, 2)], dtype=np.int64)
    wide_status = np.full(wide.shape, CellStatus.MISSING, dtype=np.uint8)
    front = (slice(None, -1),) * 3
    wide[front], wide_status[front] = values, status
    return Table(
        label,
        dimensions,
        values[..., :2],
        status[..., :2],
        published=wide,
        published_status=wide_status,
        **about,
    )
