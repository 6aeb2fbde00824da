"""Public names that are loaded when first asked for; a stub beside the package lists them once."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

__all__ = ["load_when_asked"]


def load_when_asked(
    package: str,
) -> tuple[list[str], Callable[[str], Any], Callable[[], list[str]]]:
    """Return ``__all__``, ``__getattr__`` and ``__dir__`` of a package from its ``__init__.pyi``.

    Each line ``from home import name as name`` of the stub, which type checkers read, is a public
    name and the module that offers it; ``__all__`` keeps their order. So whatever a package needs
    is imported with the first name that needs it, not with the package.

    Examples
    --------
    >>> names, load, _ = load_when_asked("dualib")
    >>> "Rule" in names, load("Rule").__module__
    (True, 'dualib.rules.rule')
    """
    module: Any = sys.modules[package]
    stub = module.__loader__.get_data(f"{module.__path__[0]}/__init__.pyi")  # also out of a zip
    line = r"^from (dualib[.\w]*) import \(?\s*(\w+) as"  # a long line is broken after the bracket
    homes = {name: home for home, name in re.findall(line, stub.decode("ascii"), re.MULTILINE)}
    names = list(homes)

    def load(name: str) -> Any:
        """Load a public name when it is first asked for."""
        inside = f"{package}.{name}"
        if name not in homes:
            if find_spec(inside) is not None:  # "from package import module" asks here first
                raise AttributeError(f"{package} has not loaded {name!r}")
            from dualib.errors import suggestion

            raise AttributeError(f"{package} has no {name!r}.{suggestion(name, names)}")
        home = homes[name]
        value = import_module(inside) if home == package else getattr(import_module(home), name)
        setattr(module, name, value)
        return value

    def listed() -> list[str]:
        """List the public names."""
        return [*names, "__version__"] if hasattr(module, "__version__") else [*names]

    return names, load, listed
