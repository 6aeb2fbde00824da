"""Shared models for the Swedish local agreements on young people who neither work nor study (DUA).

``import dualib`` is quick: a name is loaded when it is first asked for.
The names and the packages that offer them are listed once, in ``__init__.pyi``, where type checkers read them too.
"""

from __future__ import annotations

from dualib._version import __version__ as __version__
from dualib.lazy_names import load_when_asked

__all__, __getattr__, __dir__ = load_when_asked(__name__)
