"""The report of a municipality: built from an agreement and files of your own, written as HTML, text and CSV."""

from __future__ import annotations

from dualib.lazy_names import load_when_asked

__all__, __getattr__, __dir__ = load_when_asked(__name__)
