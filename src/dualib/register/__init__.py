"""Persons, their spells and what was observed: one at a time (:class:`Person`) or many (:class:`Register`)."""

from __future__ import annotations

from dualib.register.person import ONGOING, Ongoing, Participation, Person, Spell
from dualib.register.table import Observed, Register, SpellTable, statuses_of

__all__ = [
    "ONGOING",
    "Observed",
    "Ongoing",
    "Participation",
    "Person",
    "Register",
    "Spell",
    "SpellTable",
    "statuses_of",
]
