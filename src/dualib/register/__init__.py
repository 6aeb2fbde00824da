"""Many persons: columns, spells, what was observed, and what is known on a day."""

from __future__ import annotations

from dualib.register.personnummer_columns import Identities, identities
from dualib.register.spell_table import Observed, SpellTable
from dualib.register.table import Known, Register

__all__ = ["Identities", "Known", "Observed", "Register", "SpellTable", "identities"]
