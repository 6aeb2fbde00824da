"""Conditions answered for many persons at once; node by node it is the oracle of the fast path."""

from __future__ import annotations

from dualib.engine.reference import answers, in_segments
from dualib.engine.view import View

__all__ = ["View", "answers", "in_segments"]
