"""Numbers with every digit kept: as whole numbers of a table, and in JSON, whose standard writer knows floats only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from dualib.errors import BadInput
from dualib.messages import message

__all__ = ["exact_text", "scaled"]


def exact_text(made: Mapping[str, Any]) -> str:
    """Return an object as JSON text, its decimal numbers as they are.

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
            raise BadInput(message("exact/not-in-json", value=item))
        exact.append(item)
        return ""

    text = json.dumps(made, ensure_ascii=False, indent=1, default=told)
    if not exact:
        return text
    mark = "#"
    while mark in text:  # a mark that is nowhere else, so that only what is marked is unquoted
        mark += "#"
    text = json.dumps(
        made, ensure_ascii=False, indent=1, default=lambda number: f"{mark}{number}{mark}"
    )
    return re.sub(f'"{mark}([^"#]*){mark}"', r"\1", text)


def scaled(numbers: Iterable[Decimal | int | None]) -> tuple[list[int], int]:
    """Return exact numbers as whole ones in units of ``10**-decimals`` (None as 0), and ``decimals``.

    Raises
    ------
    BadInput
        If a number is not finite, or has more digits than 64 bits hold.

    Examples
    --------
    >>> scaled([Decimal("23.4"), None, 5])
    ([234, 0, 50], 1)
    """
    exact = [Decimal(0) if number is None else Decimal(number) for number in numbers]
    decimals = 0
    for number in exact:
        exponent = number.normalize().as_tuple().exponent
        if not isinstance(exponent, int):
            raise BadInput(message("exact/not-finite", value=number))
        decimals = max(decimals, -exponent)
    whole = [int(number.scaleb(decimals)) for number in exact]
    if any(abs(number) >= 2**62 for number in whole):
        raise BadInput(message("exact/too-many-digits", decimals=decimals))
    return whole, decimals
