"""The answer for one person as data: the question, the decision, what would change it, and receipts."""

from __future__ import annotations

from dualib.decisions.allowances import Allowance, BenefitDayLimit, Limit
from dualib.decisions.boundaries import BoundaryCase, boundary_persons, truth_table
from dualib.decisions.changes import Flip, Settled
from dualib.decisions.decision import HORIZON_DAYS, Decision, Stretch
from dualib.decisions.receipts import load_receipt

__all__ = [
    "HORIZON_DAYS",
    "Allowance",
    "BenefitDayLimit",
    "BoundaryCase",
    "Decision",
    "Flip",
    "Limit",
    "Settled",
    "Stretch",
    "boundary_persons",
    "load_receipt",
    "truth_table",
]
