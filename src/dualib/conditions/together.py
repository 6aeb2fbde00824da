"""Many conditions asked about many persons in one pass.

1. Everything that needs no spells is answered for all persons, in blocks that fit the processor's cache. What needs
   spells counts as open, which leaves few persons undecided: a bitmap.
2. One pass over the spells, which are sorted by end so that dead history is skipped, keeps those of undecided persons
   that touch the widest window.
3. The undecided are answered with their spells: conditions on one day first, since they settle many, and each count of
   days once, only for those whose answer depends on it.

The answers are those of :func:`dualib.conditions.exactness.resolve_all`, which stays as the oracle.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

import attrs
import numpy as np
import numpy.typing as npt

from dualib.conditions.base import Condition
from dualib.conditions.case import encoded
from dualib.conditions.counted import answer_costly, is_plain
from dualib.conditions.exactness import exactness, values_to_try
from dualib.conditions.plan import Plan, plan_of
from dualib.conditions.rows import Booleans, Rows
from dualib.conditions.values_asked import OneOf
from dualib.conditions.view import View
from dualib.register import Register, SpellTable
from dualib.verdicts import VerdictArray

__all__ = [
    "BLOCK",
    "AskedCondition",
    "Question",
    "answer_all",
    "answer_together",
    "blocks_of",
    "each",
    "joined_answers",
    "near_spells",
]

#: Persons in one block: their columns fit the cache, and two threads seldom wait for each other.
BLOCK: Final = 1 << 19
#: Up to so many persons a flag each fits the cache.
FEW: Final = 1 << 21
_T = TypeVar("_T")


@attrs.frozen(eq=False)
class AskedCondition:
    """A condition, where its answers are written, and the persons it is asked about (None: all)."""

    condition: Condition
    out: VerdictArray
    who: Booleans | None = None

    def wanted(self, rows: Rows) -> npt.NDArray[np.bool_] | np.bool_:
        """Return which of some persons it is asked about."""
        return np.bool_(True) if self.who is None else self.who[rows.where]


@attrs.frozen(eq=False)
class Question:
    """Conditions asked about one view of a register."""

    view: View
    asked: tuple[AskedCondition, ...]
    plan: Plan

    @classmethod
    def of(cls, view: View, asked: Sequence[AskedCondition]) -> Question:
        """Return the question, its conditions made one graph."""
        for name, value in view.assume.items():  # before threads ask: a category that nobody has is given its code once
            view.code(name, encoded(name, value) or 0)
        for item in asked:
            for atom in item.condition.atoms():
                if isinstance(atom, OneOf):
                    for value in atom.values:
                        view.code(atom.name, value)
        return cls(view, tuple(asked), plan_of(tuple(item.condition for item in asked)))


def answer_all(condition: Condition, view: View) -> VerdictArray:
    """Answer one condition for every person.

    >>> from dualib.conditions import has
    >>> answer_all(has("school_duty_done"), View(Register.from_frames({"sex": ["woman"]}), 0))
    array([0], dtype=int8)
    """
    out = np.empty(view.size, np.int8)
    answer_together([Question.of(view, [AskedCondition(condition, out)])])
    return out


def answer_together(questions: Sequence[Question]) -> None:
    """Answer questions about one register, each perhaps about another day, and write the answers where they say."""
    register = questions[0].view.register
    size = register.size
    blocks = blocks_of(size)
    undecided = [np.zeros((size + 7) // 8, np.uint8) if question.plan.stages else None for question in questions]

    def decide_cheaply(block: slice) -> None:
        for question, bits in zip(questions, undecided, strict=True):
            rows = Rows(question.view, block, block.stop - block.start, question.view.values)
            open_rows = _answer(question, rows, None)
            if bits is not None:
                bits[block.start // 8 : (block.stop + 7) // 8] = np.packbits(open_rows, bitorder="little")

    each(decide_cheaply, blocks)
    costly = [(question, bits) for question, bits in zip(questions, undecided, strict=True) if bits is not None]
    if not any(bits.any() for _, bits in costly):
        return
    together = costly[0][1] if len(costly) == 1 else np.bitwise_or.reduce([bits for _, bits in costly])
    parts = _by_block(near_spells(register, [question for question, _ in costly], together), blocks)

    def decide_rest(item: tuple[slice, SpellTable]) -> None:
        block, spells = item
        for question, bits in costly:
            mine = bits[block.start // 8 : (block.stop + 7) // 8]
            chosen = np.unpackbits(mine, count=block.stop - block.start, bitorder="little").view(bool)
            numbers = np.flatnonzero(chosen)
            if not numbers.size:
                continue
            rank = np.full(chosen.size, -1, np.int32)
            rank[numbers] = np.arange(numbers.size, dtype=np.int32)
            person = rank.take(spells.person - np.int32(block.start))
            near = SpellTable(person, spells.start, spells.end, spells.mask)
            if len(costly) > 1:
                kept = np.flatnonzero(person >= 0)
                near = near.take(kept)
            numbers += block.start
            _answer(question, Rows(question.view, numbers, numbers.size, question.view.values), near)

    each(decide_rest, list(zip(blocks, parts, strict=True)))


def blocks_of(size: int) -> list[slice]:
    """Return blocks of persons that fit the cache; each begins at a whole byte of a bitmap."""
    count = max(1, -(-size // BLOCK))
    step = -(-size // (8 * count)) * 8
    return [slice(start, min(size, start + step)) for start in range(0, size, step or 1)]


def each(do: Callable[[_T], None], items: Sequence[_T]) -> None:
    """Do something with each item, on two threads where there are several."""
    if len(items) < 2 or os.cpu_count() == 1:
        for item in items:
            do(item)
    else:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(do, items))


def near_spells(register: Register, questions: Iterable[Question], bits: npt.NDArray[np.uint8]) -> SpellTable:
    """Return the spells of the persons in a bitmap that may matter, in any order."""
    spells = register.spells
    first, last, interest = 2**31 - 1, -(2**31), 0
    whole = False
    for question in questions:
        days = [question.view.on] if isinstance(question.view.on, int) else [*map(int, _ends(question.view.on))]
        interest |= question.plan.interest
        whole = whole or question.plan.events
        for atom in question.plan.windows():
            spans = [atom.span(day) for day in days]
            low, high = min(span[0] for span in spans), max(span[1] for span in spans)
            first, last = min(first, low), max(last, high)
            seen = [register.surely_observed[status.track] for status, _ in atom.directions()]
            whole = whole or not is_plain(atom) or any(not pair[0] <= low <= high <= pair[1] for pair in seen)
    # A bitmap of many persons is gathered from faster than their flags, since it fits the cache; of few, the other way.
    flags = np.unpackbits(bits, count=register.size, bitorder="little").view(bool) if register.size <= FEW else None
    start = 0 if whole else int(np.searchsorted(spells.end, np.int32(first)))
    chunks = [slice(at, min(len(spells), at + BLOCK)) for at in range(start, len(spells), BLOCK)]
    found: list[SpellTable | None] = [None] * len(chunks)

    def keep(number: int) -> None:
        chunk = chunks[number]
        person, rows = spells.person[chunk], None
        if not whole:
            rows = np.flatnonzero(spells.start[chunk] <= last)
            person = person.take(rows)
        if flags is not None:
            member = np.flatnonzero(flags.take(person))
        else:
            byte = bits.take(person >> 3)
            byte >>= (person & 7).astype(np.uint8)
            byte &= 1
            member = np.flatnonzero(byte.view(bool))
        rows = member if rows is None else rows.take(member)
        mask = spells.mask[chunk].take(rows)
        fitting = np.flatnonzero((mask & interest) != 0)
        if fitting.size < rows.size:
            rows, member, mask = rows.take(fitting), member.take(fitting), mask.take(fitting)
        found[number] = SpellTable(
            person.take(member), spells.start[chunk].take(rows), spells.end[chunk].take(rows), mask
        )

    each(keep, range(len(chunks)))
    tables = [table for table in found if table is not None]
    if len(tables) == 1:
        return tables[0]
    columns = [[getattr(table, name) for table in tables] for name in ("person", "start", "end", "mask")]
    if not tables:
        return SpellTable.sorted([], [], [], [])
    return SpellTable(*map(np.concatenate, columns))


def _ends(days: npt.NDArray[np.int32]) -> tuple[int, int]:
    return int(days.min()), int(days.max())


def _by_block(spells: SpellTable, blocks: Sequence[slice]) -> list[SpellTable]:
    if len(blocks) == 1:
        return [spells]
    step = blocks[0].stop
    number = (spells.person // np.int32(step)).astype(np.uint16)
    order = np.argsort(number, kind="stable")
    ends = np.cumsum(np.bincount(number, minlength=len(blocks)))
    result = []
    for first, last in itertools.pairwise([0, *ends.tolist()]):
        result.append(spells.take(order[first:last]))
    return result


def _answer(question: Question, rows: Rows, spells: SpellTable | None) -> Booleans:
    """Answer all conditions for some persons and write the answers; return for whom some count of days is open.

    Without spells what needs them counts as unknown, and answers are meant only for those for whom none is open.
    """
    plan = question.plan
    numbers = range(len(plan.nodes)) if spells is None else plan.costly
    wanted = [asked.wanted(rows) for asked in question.asked]
    known: dict[int, VerdictArray] = {}
    settled: frozenset[int] = frozenset()
    undecided = np.zeros(rows.size, bool)
    for stage in plan.stages:
        _settle(plan, rows, known, settled, numbers)
        contexts = plan.contexts(known, wanted)
        if spells is None:
            for who in contexts.values():
                undecided |= who
            break
        for number in stage:
            who = contexts.get(number, np.bool_(False))
            known[number] = answer_costly(plan.nodes[number].condition, rows, spells, who)
        settled = settled.union(stage)
    if spells is None:
        known |= {number: np.asarray(np.int8(0)) for stage in plan.stages for number in stage}
        settled = frozenset().union(*plan.stages)
    _settle(plan, rows, known, settled, numbers)
    decided = None if spells is not None else ~undecided
    for asked, root, who in zip(question.asked, plan.roots, wanted, strict=True):
        if spells is not None and not plan.nodes[root].below:
            continue
        # What needs no spells is answered here for all, also for those for whom a count of another rule is open.
        verdicts = _split(asked.condition, plan, root, rows, known, who, decided if plan.nodes[root].below else None)
        if asked.who is None:
            asked.out[rows.where] = verdicts
        else:
            chosen = asked.out[rows.where]
            asked.out[rows.where] = np.where(who, verdicts, chosen)
    return undecided


def _settle(
    plan: Plan,
    rows: Rows,
    known: dict[int, VerdictArray],
    settled: frozenset[int],
    numbers: Iterable[int] | None = None,
) -> None:
    """Answer every condition (or those numbered) whose costly parts are settled."""
    for number in range(len(plan.nodes)) if numbers is None else numbers:
        node = plan.nodes[number]
        if number in known or not node.below <= settled:
            continue
        parts = [known[part] for part in node.parts]
        if node.kind == "leaf":
            known[number] = rows.answers(node.condition)
        elif node.kind == "same":
            known[number] = parts[0]
        elif node.kind == "not":
            known[number] = np.negative(parts[0])
        else:
            known[number] = joined_answers(parts, -1 if node.kind == "all" else 1)


def joined_answers(parts: Sequence[VerdictArray], settles: int) -> VerdictArray:
    """Return the minimum where -1 settles the whole, the maximum where 1 does; what is the same for all goes first."""
    join = np.minimum if settles < 0 else np.maximum
    same = [int(part) for part in parts if part.ndim == 0]
    arrays = [part for part in parts if part.ndim]
    one = (min(same) if settles < 0 else max(same)) if same else -settles
    if one == settles or not arrays:
        return np.asarray(np.int8(one))
    result = arrays[0]
    owned = False
    for part in arrays[1:] if one == -settles else [*arrays[1:], np.asarray(np.int8(one))]:
        result = join(result, part, out=result) if owned else join(result, part)
        owned = True
    return result


def _split(
    condition: Condition,
    plan: Plan,
    root: int,
    rows: Rows,
    known: dict[int, VerdictArray],
    who: npt.NDArray[np.bool_] | np.bool_,
    decided: Booleans | None,
) -> VerdictArray:
    """Try the values of facts that work in two directions, for those of the wanted and decided whose answer is open."""
    on, verdicts = rows.on, known[root]
    days = [on] if isinstance(on, int) else rows.days()[0]
    counts = {number: known[number] for number in plan.nodes[root].below}
    for number, day in enumerate(days):
        names = exactness(condition, day).facts
        if not names:
            continue
        wanted = who if decided is None else who & decided
        mine = np.flatnonzero(np.broadcast_to((known[root] == 0) & wanted, rows.size))
        mine = mine if isinstance(on, int) else mine[rows.days()[1].take(mine) == number]
        unknown = [rows.some(mine).unknown(name) for name in names]
        mine = mine[np.broadcast_to(np.logical_or.reduce(np.broadcast_arrays(*unknown)), mine.size)]
        if not mine.size:
            continue
        values = values_to_try(condition, day)
        below = {key: count if count.ndim == 0 else count.take(mine) for key, count in counts.items()}
        lowest, highest = np.full(mine.size, 1, np.int8), np.full(mine.size, -1, np.int8)
        for combination in itertools.product(*(values[name] for name in names)):
            tried = dict(below)
            alone = rows.some(mine, dict(zip(names, combination, strict=True)))
            _settle(plan, alone, tried, frozenset(below), plan.nodes[root].within)
            np.minimum(lowest, tried[root], out=lowest)
            np.maximum(highest, tried[root], out=highest)
        verdicts = np.broadcast_to(verdicts, rows.size).copy()
        verdicts[mine] = np.where(lowest == highest, lowest, 0)
    return verdicts
