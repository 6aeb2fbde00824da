"""The same conditions asked about many days: whoever's answer cannot change between them is answered once.

Each condition gets the lowest and the highest answer that a person can have on any of the days: a date condition from
the intervals of all the days, what needs spells from NO to YES. Where the two are the same for the whole, that is the
answer on every day. The others are gathered into a small register of their own, with those of their spells that matter
on some day, and asked day by day.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Final

import attrs
import numpy as np
import numpy.typing as npt

from dualib.conditions.base import Condition
from dualib.conditions.case_split import exactness
from dualib.conditions.dates import DateInterval
from dualib.conditions.markers import AtEvent
from dualib.engine.answer import AskedCondition, Question, answer_together
from dualib.engine.bitmaps import NOBODY, Answers, flags
from dualib.engine.plan import Plan
from dualib.engine.reach import near_spells
from dualib.engine.rows import Rows, interval_of
from dualib.engine.threads import each
from dualib.register import SpellTable
from dualib.vocabulary.facts import FACTS, Change

__all__ = ["answer_series"]

#: From this many days on it pays to look for what does not change.
SEVERAL: Final = 3


Range = tuple[Answers, Answers]
_ANYTHING: Final[Range] = (Answers.same(-1), Answers.same(1))


def _range_of(condition: Condition, rows: Rows, days: Sequence[int]) -> Range:
    """Return the lowest and the highest answer on any of the days to a condition that needs no spells."""
    register, unchanged = rows.view.register, rows.view.assume_unchanged
    changing = {
        name
        for name in condition.reads & register.provided
        if FACTS[name].change is not Change.CONSTANT
    }
    if isinstance(condition, AtEvent) or (
        changing and not unchanged and register.same_as_of is None
    ):
        return _ANYTHING
    if not isinstance(condition, DateInterval):
        answers = rows.answers(condition)
        return answers, answers
    first, last = zip(*(interval_of(condition, day, rows.view.leap) for day in days), strict=True)
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
        elif node.kind == "not":
            low, high = parts[0]
            found.append((~high, ~low))
        else:
            low = node.joined([part[0] for part in parts])
            steady = all(part[0] is part[1] for part in parts)
            found.append((low, low if steady else node.joined([part[1] for part in parts])))
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
        if len(group) < SEVERAL or not group[0].view.size:
            answer_together(group)
        else:
            _answer_group(group)


def _answer_group(questions: Sequence[Question]) -> None:
    """Answer the same conditions, each for all persons, on several days."""
    view, plan = questions[0].view, questions[0].plan
    days = tuple(
        int(question.view.on) for question in questions if isinstance(question.view.on, int)
    )
    splits = [
        any(exactness(item.condition, day).facts for day in days) for item in questions[0].asked
    ]
    reach = reduce(or_, [question.reach for question in questions])
    varied: dict[int, tuple[npt.NDArray[np.intp], SpellTable]] = {}

    def answer_steady(block: slice) -> None:
        rows = questions[0].rows(block)
        ranges = _ranges(plan, rows, days)
        varying = NOBODY
        for place, root in enumerate(plan.roots):
            low, high = ranges[root]
            varying = varying | (low.certain ^ high.certain) | (low.possible ^ high.possible)
            if splits[
                place
            ]:  # open on every day, yet perhaps settled by trying the values of unknown facts
                varying = varying | low.open
            verdicts = low.verdicts(rows.size)
            for question in questions:
                question.asked[place].out[block] = verdicts
        chosen = np.flatnonzero(flags(varying, rows.size))
        near = near_spells(view.register.spells.within(block), reach, varying, block)
        varied[block.start] = (
            chosen + block.start,
            attrs.evolve(near, person=near.person + np.int32(block.start)),
        )

    each(answer_steady, view.register.blocks)
    chosen = np.concatenate([varied[block.start][0] for block in view.register.blocks])
    if not chosen.size:
        return
    rank = np.empty(view.size, np.int32)
    rank[chosen] = np.arange(chosen.size, dtype=np.int32)
    near = [varied[block.start][1] for block in view.register.blocks]
    columns = [
        np.concatenate([getattr(table, name) for table in near])
        for name in ("person", "start", "end", "mask")
    ]
    spells = SpellTable.sorted(rank.take(columns[0]), *columns[1:])
    few = Rows(view, chosen, chosen.size).alone(spells).register
    asked = [
        Question(
            attrs.evolve(question.view, register=few, counted={}),
            tuple(
                AskedCondition(item.condition, np.empty(chosen.size, np.int8))
                for item in question.asked
            ),
            plan,
        )
        for question in questions
    ]
    answer_together(asked)
    for question, answered in zip(questions, asked, strict=True):
        for item, found in zip(question.asked, answered.asked, strict=True):
            item.out[chosen] = found.out
