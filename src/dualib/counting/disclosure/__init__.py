"""Disclosure control on arrays of counts: suppression, its audit, and rounding."""

from __future__ import annotations

from dualib.counting.disclosure.protection import AuditReport

__all__ = [
    "AuditReport",
]
