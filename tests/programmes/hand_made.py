"""Hand-made cases: what is known of a person, the day, the answer that the source gives, and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs
import pytest

from dualib.errors import NotInForceError
from dualib.person import Person, Spell
from dualib.rules import Rule
from dualib.verdicts import NO, UNKNOWN, YES, Verdict
from dualib.vocabulary import FactValue

NOT_IN_FORCE = None
day = date.fromisoformat
__all__ = ["NO", "NOT_IN_FORCE", "UNKNOWN", "YES", "Case", "ask", "case", "day", "table"]


@attrs.frozen
class Case:
    why: str
    on: date
    expected: Verdict | None
    born: date | None
    spells: tuple[tuple[str, str, str], ...]
    reading: str | None
    facts: Mapping[str, FactValue]

    def person(self) -> Person:
        """Everything about the person's days is known up to the day asked about."""
        return Person(
            born=self.born,
            spells=[
                Spell(day(first), day(last or str(self.on)), status)
                for first, last, status in self.spells
            ],
            observed=(date(2000, 1, 1), self.on),
            as_of=self.on,
            **self.facts,
        )


def case(
    why: str,
    on: str,
    expected: Verdict | None,
    born: str | None = None,
    *spells: tuple[str, str, str],
    reading: str | None = None,
    **facts: Any,
) -> Case:
    """A spell is (first day, last day or "" for the day asked about, status)."""
    return Case(why, day(on), expected, None if born is None else day(born), spells, reading, facts)


def table(*cases: Case, **defaults: FactValue) -> list[Any]:
    """Return the cases as parameters, with facts that hold where a case says nothing else."""
    filled = [attrs.evolve(one, facts={**defaults, **one.facts}) for one in cases]
    return [pytest.param(one, id=one.why) for one in filled]


def ask(rule: Rule, one: Case) -> None:
    if one.expected is NOT_IN_FORCE:
        with pytest.raises(NotInForceError):
            rule.decide(one.person(), on=one.on, reading=one.reading)
        return
    decision = rule.decide(one.person(), on=one.on, reading=one.reading)
    assert decision.verdict is one.expected, decision.text("en")
