"""The local agreements: every published figure with its place, goals, posts, offers and rules.

A name is loaded when it is first asked for: what an agreement says of a national rule (the module
``readings`` in its folder) is found without loading its figures.
"""

from __future__ import annotations

from dualib.lazy_names import load_when_asked

__all__, __getattr__, __dir__ = load_when_asked(__name__)
