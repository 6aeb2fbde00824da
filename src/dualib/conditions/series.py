"""The same conditions asked about many days: whoever's answer cannot change between them is answered once.

Each condition gets the lowest and the highest answer that a person can have on any of the days: a date condition from
the intervals of all the days, what needs spells from NO to YES. Where the two are the same for the whole, that is the
answer on every day. The others are gathered into a small register of their own, with those of their spells that matter
on some day, and asked day by day.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs
import numpy as np

from dualib.conditions.base import Condition
from dualib.conditions.dates_asked import DateInterval
from dualib.conditions.exactness import exactness
from dualib.conditions.judged import AtEvent
from dualib.conditions.plan import Plan
from dualib.conditions.rows import Rows
from dualib.conditions.together import (
    AskedCondition,
    Question,
    answer_together,
    blocks_of,
    each,
    joined_answers,
    near_spells,
)
from dualib.facts import FACTS, Change
from dualib.verdicts import VerdictArray

__all__ = ["answer_series"]

#: From so many days on it pays to look for what does not change.
SEVERAL: Final = 3


Range = tuple[VerdictArray, VerdictArray]
_ANYTHING: Final[Range] = (np.asarray(np.int8(-1)), np.asarray(np.int8(1)))


def _range_of(condition: Condition, rows: Rows, days: Sequence[int]) -> Range:
    """Return the lowest and the highest answer on any of the days to a condition that needs no spells."""
    register, unchanged = rows.view.register, rows.view.assume_unchanged
    changing = {name for name in condition.reads & register.provided if FACTS[name].change is not Change.CONSTANT}
    if isinstance(condition, AtEvent) or (changing and not unchanged and register.same_as_of is None):
        return _ANYTHING
    if not isinstance(condition, DateInterval):
        answers = rows.answers(condition)
        return answers, answers
    first, last = zip(*(condition.interval(day, rows.view.leap) for day in days), strict=True)
    return (
        rows.in_interval(condition.about, max(first), min(last)),
        rows.in_interval(condition.about, min(first), max(last)),
    )


def _ranges(plan: Plan, rows: Rows, days: Sequence[int]) -> list[Range]:
    """Return the lowest and the highest answer on any of the days to every condition."""
    found: list[Range] = []
    for node in plan.nodes:
        parts = [found[part] for part in node.parts]
        if node.kind == "costly":
            found.append(_ANYTHING)
        elif node.kind == "leaf":
            found.append(_range_of(node.condition, rows, days))
        elif node.kind == "same":
            found.append(parts[0])
        elif node.kind == "not":
            low, high = parts[0]
            found.append((np.negative(high), np.negative(low)))
        else:
            settles = -1 if node.kind == "all" else 1
            low = joined_answers([part[0] for part in parts], settles)
            steady = all(part[0] is part[1] for part in parts)
            found.append((low, low if steady else joined_answers([part[1] for part in parts], settles)))
    return found


def answer_series(questions: Sequence[Question]) -> None:
    """Answer questions about one register on many days, and write the answers where they say."""
    alike: dict[tuple[int, int], list[Question]] = {}
    for question in questions:
        on, as_of = question.view.on, question.view.register.same_as_of
        assert isinstance(on, int)
        # What is known as of a day is known on that day, and not on others: those days are asked apart.
        side = 0 if as_of is None else (on > as_of) - (on < as_of)
        alike.setdefault((id(question.plan), side), []).append(question)
    for group in alike.values():
        if len(group) < SEVERAL:
            answer_together(group)
        else:
            _answer_group(group)


def _answer_group(questions: Sequence[Question]) -> None:
    """Answer the same conditions, each for all persons, on several days."""
    view, plan = questions[0].view, questions[0].plan
    days = tuple(int(question.view.on) for question in questions if isinstance(question.view.on, int))
    varying = np.zeros(view.size, bool)
    splits = [any(exactness(item.condition, day).facts for day in days) for item in questions[0].asked]

    def answer_steady(block: slice) -> None:
        ranges = _ranges(plan, Rows(view, block, block.stop - block.start), days)
        for place, root in enumerate(plan.roots):
            low, high = ranges[root]
            varying[block] |= low != high
            if splits[place]:  # open on every day, yet perhaps settled by trying the values of unknown facts
                varying[block] |= low == 0
            for question in questions:
                question.asked[place].out[block] = low

    each(answer_steady, blocks_of(view.size))
    chosen = np.flatnonzero(varying)
    if not chosen.size:
        return
    spells = near_spells(view.register, questions, np.packbits(varying, bitorder="little"))
    rank = np.full(view.size, -1, np.int32)
    rank[chosen] = np.arange(chosen.size, dtype=np.int32)
    few = Rows(view, chosen, chosen.size).alone(attrs.evolve(spells, person=rank.take(spells.person))).register
    asked = [
        Question(
            attrs.evolve(question.view, register=few, counted={}),
            tuple(AskedCondition(item.condition, np.empty(chosen.size, np.int8)) for item in question.asked),
            plan,
        )
        for question in questions
    ]
    answer_together(asked)
    for question, answered in zip(questions, asked, strict=True):
        for item, found in zip(question.asked, answered.asked, strict=True):
            item.out[chosen] = found.out
