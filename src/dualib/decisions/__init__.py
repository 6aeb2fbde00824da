"""The answer for one person as data: the question, the decision, what would change it, and receipts."""

from __future__ import annotations

from dualib.lazy_names import load_when_asked

__all__, __getattr__, __dir__ = load_when_asked(__name__)
