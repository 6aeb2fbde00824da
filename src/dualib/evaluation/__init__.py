"""Many rules asked about a register in one pass, on one day, one day a person, or a series of days."""

from __future__ import annotations

from dualib.evaluation.evaluator import Evaluation, evaluate
from dualib.evaluation.panel import Panel, Series, series

__all__ = ["Evaluation", "Panel", "Series", "evaluate", "series"]
