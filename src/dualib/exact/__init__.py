"""Exact arithmetic: numbers between bounds, linear rows, the simplex method and network flow."""

from __future__ import annotations

from dualib.lazy_names import load_when_asked

__all__, __getattr__, __dir__ = load_when_asked(__name__)
