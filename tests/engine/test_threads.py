"""Large registers are worked on in parts: two threads where there are several parts and several processors."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from dualib.engine import threads


@pytest.mark.parametrize("processors", [1, 2, 4, None])
@pytest.mark.parametrize("items", [[], [3], [3, 4], [3, 4, 5]])
def test_each_is_done_once(
    items: list[int], processors: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    pools: list[int] = []

    def pool(workers: int) -> ThreadPoolExecutor:
        pools.append(workers)
        return ThreadPoolExecutor(workers)

    monkeypatch.setattr(threads, "ThreadPoolExecutor", pool)
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    done: list[int] = []
    threads.each(done.append, items)
    assert sorted(done) == items
    assert pools == ([2] if len(items) > 1 and processors != 1 else [])
