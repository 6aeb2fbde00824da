"""One person: facts, spells, participations, and Swedish identity numbers."""

from __future__ import annotations

from dualib.person.person import ONGOING, Ongoing, Participation, Person, Spell
from dualib.person.personnummer import Identities, Identity, identities, identity, pseudonym

__all__ = [
    "ONGOING",
    "Identities",
    "Identity",
    "Ongoing",
    "Participation",
    "Person",
    "Spell",
    "identities",
    "identity",
    "pseudonym",
]
