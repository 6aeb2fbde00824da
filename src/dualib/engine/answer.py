"""Many conditions asked about many persons in one pass, a block of persons at a time.

1. What needs no spells is answered for the whole block: bitmaps. What does need them matters then to few persons.
2. The spells of those persons that touch the widest window are looked up; they lie sorted by end, so that dead history
   is skipped.
3. With them the rest is answered: conditions on one day first, since they settle many, then each count of days, only
   for those whose answer still depends on it.

The answers are those of :func:`dualib.engine.reference.resolve_all`, which stays as the oracle.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from functools import reduce
from operator import or_

import attrs
import numpy as np

from dualib.arrays import VerdictArray
from dualib.conditions.base import Condition
from dualib.conditions.case import encoded
from dualib.conditions.case_split import exactness, values_to_try
from dualib.conditions.spans import FIRST_DAY, LAST_DAY
from dualib.conditions.values import OneOf
from dualib.engine.bitmaps import (
    EVERYBODY,
    NOBODY,
    Answers,
    Bits,
    Booleans,
    all_of,
    any_of,
    flags,
    packed,
)
from dualib.engine.day_counts import Counts, window_of
from dualib.engine.plan import Plan, plan_of
from dualib.engine.reach import Reach, near_spells
from dualib.engine.rows import Rows
from dualib.engine.spell_counts import is_plain
from dualib.engine.threads import each
from dualib.engine.view import View
from dualib.register import SpellTable

__all__ = ["AskedCondition", "Question", "answer_all", "answer_together", "look_into"]


@attrs.frozen(eq=False)
class AskedCondition:
    """A condition, where its answers are written, and the persons it is asked about (None: all)."""

    condition: Condition
    out: VerdictArray
    who: Booleans | None = None

    def wanted(self, rows: Rows) -> Bits:
        """Return which of some persons it is asked about."""
        return EVERYBODY if self.who is None else packed(self.who[rows.where])

    def write(self, rows: Rows, verdicts: VerdictArray) -> None:
        """Write the answers of some persons."""
        if self.who is None:
            self.out[rows.where] = verdicts
        else:
            self.out[rows.where] = np.where(self.who[rows.where], verdicts, self.out[rows.where])


@attrs.frozen(eq=False)
class Question:
    """Conditions asked about one view of a register."""

    view: View
    asked: tuple[AskedCondition, ...]
    plan: Plan

    @classmethod
    def of(cls, view: View, asked: Sequence[AskedCondition]) -> Question:
        """Return the question, its conditions made one graph."""
        for (
            name,
            value,
        ) in (
            view.assume.items()
        ):  # before threads ask: a category that nobody has is given its code once
            view.code(name, encoded(name, value) or 0)
        for item in asked:
            for atom in item.condition.atoms():
                if isinstance(atom, OneOf):
                    for value in atom.values:
                        view.code(atom.name, value)
        return cls(view, tuple(asked), plan_of(tuple(item.condition for item in asked)))

    def rows(self, block: slice) -> Rows:
        """Return the persons of a block."""
        return Rows(self.view, block, block.stop - block.start, self.view.values)

    @property
    def reach(self) -> Reach:
        """The spells that may matter."""
        plan, on = self.plan, self.view.on
        if plan.events or not all(is_plain(atom) for atom in plan.windows()):
            return Reach(-(2**31), 2**31 - 1, plan.interest)
        days = [on] if isinstance(on, int) else [int(on.min()), int(on.max())]
        spans = [window_of(atom, day) for atom in plan.windows() for day in days]
        first, last = (
            min((span[0] for span in spans), default=LAST_DAY),
            max((span[1] for span in spans), default=FIRST_DAY),
        )
        return Reach(first, last, plan.interest)


def answer_all(condition: Condition, view: View) -> VerdictArray:
    """Answer one condition for every person.

    >>> from dualib.conditions import has
    >>> from dualib.register import Register
    >>> answer_all(has("school_duty_done"), View(Register.from_frames({"sex": ["woman"]}), 0))
    array([0], dtype=int8)
    """
    out = np.empty(view.size, np.int8)
    answer_together([Question.of(view, [AskedCondition(condition, out)])])
    return out


def answer_together(questions: Sequence[Question]) -> None:
    """Answer questions about one register, each perhaps about another day, and write the answers where they say."""
    register = questions[0].view.register
    reaches = [question.reach for question in questions if question.plan.stages and register.size]
    reach = reduce(or_, reaches) if reaches else None

    def answer(block: slice) -> None:
        decided = [_answer_cheaply(question, block) for question in questions]
        if reach is None:
            return
        undecided = reduce(or_, [who for _, who in decided])
        near = near_spells(register.spells.within(block), reach, undecided, block)
        for question, (known, _) in zip(questions, decided, strict=True):
            _answer_costly(question, block, near, known)

    each(answer, register.blocks)


def _answer_cheaply(question: Question, block: slice) -> tuple[dict[int, Answers], Bits]:
    """Answer what needs no spells. Return the answers that the rest is joined with, and for whom the rest matters."""
    plan, rows = question.plan, question.rows(block)
    known: dict[int, Answers] = {}
    plan.settle(rows, known, frozenset())
    wanted = [asked.wanted(rows) for asked in question.asked]
    for asked, root, who in zip(question.asked, plan.roots, wanted, strict=True):
        if not plan.nodes[root].below:
            asked.write(rows, _split(asked.condition, plan, root, rows, known, who))
    undecided = reduce(or_, plan.contexts(known, wanted).values(), NOBODY)
    return {number: known[number] for number in plan.beside}, undecided


def look_into(question: Question, look: Callable[[Rows, dict[int, Answers]], None]) -> None:
    """Answer every node of the plan, and show the answers of each block of persons, on two threads.

    The answers of a node hold for those whose answer to the question depends on it; nothing is tried out.
    """
    register, plan = question.view.register, question.plan
    reach = question.reach if plan.stages and register.size else None

    def answer(block: slice) -> None:
        rows, known = question.rows(block), dict[int, Answers]()
        plan.settle(rows, known, frozenset())
        if reach is not None:
            wanted = [asked.wanted(rows) for asked in question.asked]
            undecided = reduce(or_, plan.contexts(known, wanted).values(), NOBODY)
            near = near_spells(register.spells.within(block), reach, undecided, block)
            _settle_costly(plan, rows, wanted, near, known)
        look(rows, known)

    each(answer, register.blocks)


def _answer_costly(
    question: Question, block: slice, near: SpellTable, known: dict[int, Answers]
) -> None:
    """Answer what needs spells, given what it is joined with."""
    plan, rows = question.plan, question.rows(block)
    wanted = [asked.wanted(rows) for asked in question.asked]
    _settle_costly(plan, rows, wanted, near, known)
    for asked, root, who in zip(question.asked, plan.roots, wanted, strict=True):
        if plan.nodes[root].below:
            asked.write(rows, _split(asked.condition, plan, root, rows, known, who))


def _settle_costly(
    plan: Plan, rows: Rows, wanted: Sequence[Bits], near: SpellTable, known: dict[int, Answers]
) -> None:
    """Add the answers that need spells to those that are known."""
    counts = Counts(rows, near)
    settled: frozenset[int] = frozenset()
    for stage in plan.stages:
        plan.settle(rows, known, settled, plan.costly)
        contexts = plan.contexts(known, wanted)
        if settled:  # what is settled leaves fewer persons than the spells are of
            counts = counts.among(reduce(or_, contexts.values(), NOBODY))
        for number in stage:
            known[number] = counts.answers(
                plan.nodes[number].condition, contexts.get(number, NOBODY)
            )
        settled = settled.union(stage)
    plan.settle(rows, known, settled, plan.costly)


def _split(
    condition: Condition, plan: Plan, root: int, rows: Rows, known: dict[int, Answers], who: Bits
) -> VerdictArray:
    """Return the verdicts; where one is open, after trying the values of facts that work in two directions."""
    on, verdicts = rows.on, known[root].verdicts(rows.size)
    for number, day in enumerate([on] if isinstance(on, int) else rows.days()[0]):
        names = exactness(condition, day).facts
        if not names:
            continue
        unknown = reduce(or_, [rows.unknown(name) for name in names])
        mine = np.flatnonzero(flags(known[root].open & who & unknown, rows.size))
        mine = mine if isinstance(on, int) else mine[rows.days()[1].take(mine) == number]
        if not mine.size:
            continue
        values = values_to_try(condition, day)
        counted = {part: known[part].take(mine) for part in plan.nodes[root].below}
        found: list[Answers] = []
        for combination in itertools.product(*(values[name] for name in names)):
            tried = dict(counted)
            alone = rows.some(mine, dict(zip(names, combination, strict=True)))
            plan.settle(alone, tried, frozenset(counted), plan.nodes[root].within)
            found.append(tried[root])
        # Certain is what is certain for every value, possible what is possible for some.
        certain, possible = all_of(found).certain, any_of(found).possible
        verdicts[mine] = Answers(certain, possible).verdicts(mine.size)
    return verdicts
