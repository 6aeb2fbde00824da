"""Many persons: columns, spells, what was observed, and what is known on a day."""

from __future__ import annotations

from dualib.register.identities import Identities, identities
from dualib.register.spell_table import Observed, SpellTable, statuses_of
from dualib.register.table import Register

__all__ = ["Identities", "Observed", "Register", "SpellTable", "identities", "statuses_of"]
