"""One person: facts, spells, participations, and Swedish identity numbers."""

from __future__ import annotations

from dualib.person.person import ONGOING, Ongoing, Participation, Person, Spell
from dualib.person.personnummer import Identity, identity, pseudonym

__all__ = [
    "ONGOING",
    "Identity",
    "Ongoing",
    "Participation",
    "Person",
    "Spell",
    "identity",
    "pseudonym",
]
