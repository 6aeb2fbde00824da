"""Hand-made cases of local offers: the statuses of a person on the day, what else is known, the answer, and why."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from dualib.person import Person, Spell
from dualib.verdicts import Verdict
from dualib.vocabulary import FactValue

__all__ = ["OfferCase", "person", "row"]

DAYS = {
    "kalmar": date(2015, 11, 15),
    "tyreso": date(2015, 11, 15),
    "tjorn-orust": date(2019, 5, 15),
    "hammaro": date(2016, 5, 15),
    "vasteras": date(2016, 5, 15),
}


def person(on: date, born: str | None = None, *statuses: str, **facts: FactValue) -> Person:
    """Return a person with these statuses on the day, everything about their days being known."""
    return Person(
        born=None if born is None else date.fromisoformat(born),
        spells=[Spell(on, on, status) for status in statuses],
        observed=(date(2000, 1, 1), on),
        as_of=on,
        **facts,
    )


@attrs.frozen
class OfferCase:
    """One case; ``unclear`` says whether the person stands on a wording that can be read in another way."""

    agreement: str
    offer: str
    why: str
    expected: Verdict
    person: Person
    on: date
    unclear: bool


def row(
    agreement: str,
    offer: str,
    why: str,
    expected: Verdict,
    born: str | None = None,
    *statuses: str,
    unclear: bool = False,
    on: str | None = None,
    **facts: Any,
) -> OfferCase:
    """Return a case on the agreement's usual day, or another."""
    asked = DAYS[agreement] if on is None else date.fromisoformat(on)
    return OfferCase(
        agreement, offer, why, expected, person(asked, born, *statuses, **facts), asked, unclear
    )
