"""Rules: dated texts in their readings, one expression each, and the duties of authorities."""

from __future__ import annotations

from dualib.rules.duties import Duty, DutyAnswer, Start
from dualib.rules.rule import Rule, RuleKind
from dualib.rules.versions import DUA, Ambiguity, DatedTexts, Version

__all__ = [
    "DUA",
    "Ambiguity",
    "DatedTexts",
    "Duty",
    "DutyAnswer",
    "Rule",
    "RuleKind",
    "Start",
    "Version",
]
