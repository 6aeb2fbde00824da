"""The national programmes: the ordinances' texts and the shared model's.

A rule is made when it is first asked for. The rules are listed once, in ``__init__.pyi``, in the order of a report.
"""

from __future__ import annotations

from dualib.lazy_names import load_when_asked

__all__, __getattr__, __dir__ = load_when_asked(__name__)
