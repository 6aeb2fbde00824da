"""Shared models for the Swedish local agreements on young people who neither work nor study (DUA).

``import dualib`` is quick: a name is loaded when it is first asked for.
The names and the packages that offer them are listed once, in ``__init__.pyi``, where type checkers read them too.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_LINES = __loader__.get_data(f"{__path__[0]}/__init__.pyi").decode("ascii")  # also out of a zip
_HOMES = {
    name: home
    for home, name in re.findall(r"^from (dualib[.\w]*) import (\w+) as", _LINES, re.MULTILINE)
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    if name not in _HOMES:
        from dualib.errors import suggestion

        raise AttributeError(f"dualib has no {name!r}.{suggestion(name, __all__)}")
    home = _HOMES[name]
    value = (
        import_module(f"dualib.{name}") if home == "dualib" else getattr(import_module(home), name)
    )
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
