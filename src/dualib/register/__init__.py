"""Persons, their spells and what was observed: one at a time (:class:`Person`) or many (:class:`Register`)."""

from __future__ import annotations

from dualib.register.person import ONGOING, Ongoing, Participation, Person, Spell
from dualib.register.spell_table import Observed, SpellTable, statuses_of
from dualib.register.table import Register

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
