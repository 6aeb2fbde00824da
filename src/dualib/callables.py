"""Modules that share their name with their main function, and can be called as it.

``dualib.coverage(...)`` is the function, whether or not :mod:`dualib.coverage` has been loaded: Python would otherwise
put the module in the function's place as soon as somebody imports it.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

__all__ = ["make_callable"]


class _CallableModule(ModuleType):
    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.__dict__[self.__name__.rpartition(".")[2]](*args, **kwargs)


def make_callable(module: str) -> None:
    """Let a loaded module be called as the function in it that has its name.

    >>> import dualib.agreements
    >>> len(dualib.agreements())
    5
    """
    sys.modules[module].__class__ = _CallableModule
