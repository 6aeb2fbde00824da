"""JSON with every digit kept: the standard writer knows floats only, which hold some 15 digits."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from dualib.errors import BadInput

__all__ = ["exact_text"]


def exact_text(made: Mapping[str, Any]) -> str:
    """Return an object as JSON text, its decimal numbers as they stand.

    Raises
    ------
    BadInput
        If it holds what JSON cannot.

    Examples
    --------
    >>> print(exact_text({"value": Decimal("1234567890123456.78")}))
    {
     "value": 1234567890123456.78
    }
    """
    exact: list[Decimal] = []

    def told(item: object) -> str:
        if not isinstance(item, Decimal):
            raise BadInput(f"the extension holds {item!r}: expected texts, numbers, lists and objects, as in JSON")
        exact.append(item)
        return ""

    text = json.dumps(made, ensure_ascii=False, indent=1, default=told)
    if not exact:
        return text
    mark = "#"
    while mark in text:  # a mark that stands nowhere else, so that only what is marked is unquoted
        mark += "#"
    text = json.dumps(made, ensure_ascii=False, indent=1, default=lambda number: f"{mark}{number}{mark}")
    return re.sub(f'"{mark}([^"#]*){mark}"', r"\1", text)
