"""Public names that are loaded when they are first asked for; a stub beside the package lists them once."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

__all__ = ["load_when_asked"]


def load_when_asked(
    package: str,
) -> tuple[list[str], Callable[[str], Any], Callable[[], list[str]]]:
    """Return ``__all__``, ``__getattr__`` and ``__dir__`` of a package from the names in its ``__init__.pyi``.

    Each line ``from home import name as name`` of the stub, which type checkers read, is a public name and the module
    that offers it. So whatever a package needs is imported with the first name that needs it, not with the package.

    Examples
    --------
    >>> names, load, _ = load_when_asked("dualib")
    >>> "Rule" in names, load("Rule").__module__
    (True, 'dualib.rules.rule')
    """
    module: Any = sys.modules[package]
    stub = module.__loader__.get_data(f"{module.__path__[0]}/__init__.pyi")  # also out of a zip
    lines = re.findall(r"^from (dualib[.\w]*) import (\w+) as", stub.decode("ascii"), re.MULTILINE)
    homes = {name: home for home, name in lines}
    names = sorted(homes)

    def load(name: str) -> Any:
        """Load a public name when it is first asked for."""
        if name not in homes:
            from dualib.errors import suggestion

            raise AttributeError(f"{package} has no {name!r}.{suggestion(name, names)}")
        home = homes[name]
        inside = f"{package}.{name}"
        value = import_module(inside) if home == package else getattr(import_module(home), name)
        setattr(module, name, value)
        return value

    def listed() -> list[str]:
        """List the public names."""
        return [*names, "__version__"] if hasattr(module, "__version__") else [*names]

    return names, load, listed
