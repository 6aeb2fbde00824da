"""Words and pictures of rules: one grammar a language over the same tree, one outline that texts and pictures share."""

from __future__ import annotations

from dualib.lazy_names import load_when_asked

__all__, __getattr__, __dir__ = load_when_asked(__name__)
