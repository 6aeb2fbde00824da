"""One person: facts, spells, participations, and Swedish identity numbers."""

from __future__ import annotations

from dualib.lazy_names import load_when_asked

__all__, __getattr__, __dir__ = load_when_asked(__name__)
