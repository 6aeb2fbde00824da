"""Shared models for the Swedish local agreements on young people who neither work nor study (DUA).

``import dualib`` loads attrs and numpy and nothing else heavy.
"""

from dualib import programmes
from dualib.dates import Ends, LeapBirthday
from dualib.errors import (
    BadData,
    BadInput,
    ContradictionError,
    DualibError,
    MissingExtraError,
    NotInForceError,
    UnprotectableError,
)
from dualib.evaluation import Evaluation, evaluate
from dualib.facts import NEVER, Status, Track
from dualib.register import ONGOING, Participation, Person, Register, Spell
from dualib.rules import Rule, Version
from dualib.verdicts import NO, UNKNOWN, YES, Verdict

__version__ = "0.1.0"

__all__ = [
    "NEVER",
    "NO",
    "ONGOING",
    "UNKNOWN",
    "YES",
    "BadData",
    "BadInput",
    "ContradictionError",
    "DualibError",
    "Ends",
    "Evaluation",
    "LeapBirthday",
    "MissingExtraError",
    "NotInForceError",
    "Participation",
    "Person",
    "Register",
    "Rule",
    "Spell",
    "Status",
    "Track",
    "UnprotectableError",
    "Verdict",
    "Version",
    "evaluate",
    "programmes",
]
