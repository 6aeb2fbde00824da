"""Rules: dated texts in their readings, one expression each, and the duties of authorities."""

from __future__ import annotations

from dualib.lazy_names import load_when_asked

__all__, __getattr__, __dir__ = load_when_asked(__name__)
