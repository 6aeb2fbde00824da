"""Reading receipts: from the text of a decision back to the person and the question."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final

from dualib.errors import BadInput
from dualib.facts import FACTS, NEVER, FactValue, Kind, Track
from dualib.register import ONGOING, Person, Spell

__all__ = ["load_receipt", "person_from", "read_value"]

_NEEDED: Final = ("rule", "reading", "fingerprint", "on", "assume", "assume_unchanged", "leap", "person")


def load_receipt(receipt: str) -> dict[str, Any]:
    """Return a receipt as data, if it is one that can be replayed."""
    try:
        data = json.loads(receipt)
    except ValueError as error:
        raise BadInput(f"the receipt is no JSON ({error}): expected the text of Decision.receipt()") from None
    if not isinstance(data, dict) or data.get("receipt") != 1:
        raise BadInput("the text is no receipt: expected the text of Decision.receipt()")
    if not data.get("personal_data"):
        raise BadInput("the receipt is redacted: it says what was decided, but cannot be replayed")
    for name in _NEEDED:
        if name not in data:
            raise BadInput(f"the receipt has lost its {name}: expected the text of Decision.receipt(), unchanged")
    return data


def read_value(name: str, value: Any) -> FactValue:
    """Return a fact's value from how receipts write it."""
    if value == "never":
        return NEVER
    if isinstance(value, str) and FACTS[name].kind is Kind.DATE:
        return date.fromisoformat(value)
    return value  # type: ignore[no-any-return]


def person_from(data: dict[str, Any]) -> Person:
    """Return the person a receipt is about, as far as the rule looked."""
    return Person(
        spells=[
            Spell(date.fromisoformat(start), ONGOING if end == "ongoing" else date.fromisoformat(end), status)
            for start, end, status in data["spells"]
        ],
        observed={
            Track(track): (date.fromisoformat(first), date.fromisoformat(last))
            for track, (first, last) in data["observed"].items()
        },
        as_of=None if data["as_of"] is None else date.fromisoformat(data["as_of"]),
        contradictions="report",
        **{name: read_value(name, value) for name, value in data["facts"].items()},
    )
