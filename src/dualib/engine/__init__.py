"""Conditions answered for many persons at once; node by node it is the oracle of the fast path."""

from __future__ import annotations

from dualib.engine.answer import answer_all, answer_together
from dualib.engine.reference import answers, in_segments
from dualib.engine.series import answer_series
from dualib.engine.view import View

__all__ = [
    "View",
    "answer_all",
    "answer_series",
    "answer_together",
    "answers",
    "in_segments",
]
