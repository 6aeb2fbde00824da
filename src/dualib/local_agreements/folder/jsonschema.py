"""A JSON Schema of each file of an agreement, generated from the one description of its columns."""

from __future__ import annotations

from typing import Any

from dualib.errors import BadInput, nearest
from dualib.language import check_language
from dualib.local_agreements.folder.schema import PATTERNS, SHEETS, Column
from dualib.messages import message

__all__ = ["json_schema"]


def _cell(column: Column, language: str) -> dict[str, Any]:
    cell: dict[str, Any] = {"type": "string", "description": column.words.say(language)}
    if column.choices:
        cell["enum"] = [*column.choices] if column.required else ["", *column.choices]
    elif column.kind in PATTERNS:
        pattern = PATTERNS[column.kind]
        cell["pattern"] = f"^({pattern})$" if column.required else f"^({pattern})?$"
    elif column.required:
        cell["minLength"] = 1
    if column.example:
        cell["examples"] = [column.example]
    return cell


def json_schema(name: str, *, language: str = "sv") -> dict[str, Any]:
    """Return a JSON Schema (2020-12) of one file: an array of rows, every cell a text as in the CSV.

    What no schema can say (that an id exists, that units fit, that totals run in no circle) is checked by
    :func:`~dualib.local_agreements.check`.

    Parameters
    ----------
    name : str
        ``agreement``, ``figures``, ``relations``, ``goals``, ``staffing``, ``money`` or ``ledger``.
    language : str
        The language of the descriptions.

    Raises
    ------
    BadInput
        If there is no such file.

    Examples
    --------
    >>> json_schema("figures")["items"]["properties"]["sex"]["enum"]
    ['', 'total', 'woman', 'man', 'unknown']
    """
    check_language(language)
    if name not in SHEETS:
        raise BadInput(
            message(
                "agreements/no-sheet", name=name, known=tuple(SHEETS), near=nearest(name, SHEETS)
            )
        )
    spec = SHEETS[name]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": spec.filename,
        "description": spec.words.say(language),
        "type": "array",
        "items": {
            "type": "object",
            "properties": {column.name: _cell(column, language) for column in spec.columns},
            "required": [column.name for column in spec.columns if column.required],
            "additionalProperties": False,
        },
    }
