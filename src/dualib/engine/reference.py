"""The slow and obvious way to answer a condition for many: node by node, with the same case split as for one."""

from __future__ import annotations

import itertools

from dualib.conditions.base import Condition
from dualib.conditions.case_split import exactness, values_to_try
from dualib.engine.view import View
from dualib.verdicts import VerdictArray

__all__ = ["resolve_all"]


def resolve_all(condition: Condition, view: View) -> VerdictArray:
    """Answer for every person, with the same case split; ``view.on`` must be one day where a split is needed.

    >>> from dualib.conditions import has
    >>> from dualib.register import Register
    >>> resolve_all(has("newly_arrived") | ~has("newly_arrived"), View(Register.from_frames({"sex": ["man"]}), 16586))
    array([1], dtype=int8)
    """
    verdicts = condition.answers(view)
    days = [view.on] if isinstance(view.on, int) else sorted({int(day) for day in view.on})
    for day in days:
        names = exactness(condition, day).facts
        open_rows = (verdicts == 0) & (view.on == day)
        if not names or not open_rows.any():
            continue
        values = values_to_try(condition, day)
        lowest, highest = None, None
        for combination in itertools.product(*(values[name] for name in names)):
            tried = condition.answers(view.trying(dict(zip(names, combination, strict=True))))
            lowest = tried if lowest is None else lowest.clip(max=tried)
            highest = tried if highest is None else highest.clip(min=tried)
        agree = open_rows & (lowest == highest)
        verdicts = verdicts.copy()
        assert lowest is not None
        verdicts[agree] = lowest[agree]
    return verdicts
