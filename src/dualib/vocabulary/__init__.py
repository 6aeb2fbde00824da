"""What may be known about a person: facts, the statuses of days, and SKAT codes."""

from __future__ import annotations

from dualib.lazy_names import load_when_asked

__all__, __getattr__, __dir__ = load_when_asked(__name__)
