"""Work on large registers in parts, on two threads."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

__all__ = ["each"]

_T = TypeVar("_T")


def each(do: Callable[[_T], None], items: Sequence[_T]) -> None:
    """Do something with each item, on two threads where there are several."""
    if len(items) < 2 or os.cpu_count() == 1:
        for item in items:
            do(item)
    else:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(do, items))
