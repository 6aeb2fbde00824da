"""Many conditions as one graph: what they share exists once, and what is costly is known.

Rules share most of their conditions (an age, a status, a fact), so a condition that several of them
contain is one node, answered once. Facts are cheap: one comparison of a column gives
everybody's answer. Days are costly, in proportion to the persons whose spells are looked at. So
the cheap nodes are answered first, for all; what they have not settled says for whom each costly
node still matters (:meth:`Plan.contexts`), most often for few.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, Literal

import attrs

from dualib.conditions.base import All, Any, Condition, Not
from dualib.conditions.markers import Named
from dualib.conditions.windows import During, WindowAtom
from dualib.engine.bitmaps import Answers, Bits, all_of, any_of
from dualib.engine.rows import Rows
from dualib.vocabulary.facts import Status

__all__ = ["Node", "Plan", "plan_of"]

_KINDS: Final[dict[type, Literal["all", "any", "not", "same"]]] = {
    All: "all",
    Any: "any",
    Not: "not",
    Named: "same",
}


@attrs.frozen(eq=False)
class Node:
    """A condition in the graph: how its parts (numbers of earlier nodes) are joined, and which nodes it rests on.

    ``below`` are the costly nodes among them, itself included; ``within`` are all of them in order, itself last. A node
    is costly itself when it needs spells: a count of days, or a condition asked about an event that has one.
    """

    condition: Condition
    kind: Literal["all", "any", "not", "same", "leaf", "costly"]
    parts: tuple[int, ...] = ()
    below: frozenset[int] = frozenset()
    within: tuple[int, ...] = ()

    def joined(self, parts: Sequence[Answers]) -> Answers:
        """Return the answers of the node, given those of its parts."""
        if self.kind == "all":
            return all_of(parts)
        if self.kind == "any":
            return any_of(parts)
        return ~parts[0] if self.kind == "not" else parts[0]


@attrs.frozen(eq=False)
class Plan:
    """Conditions as one graph.

    Attributes
    ----------
    nodes
        Parts before what they are parts of.
    roots
        The number of the node of each condition asked.
    stages
        The costly nodes: first those that look at one day only, then the others.
    interest
        The bits of every status whose days matter.
    costly
        The nodes with a costly part, in order.
    beside
        The nodes without one that are parts of those.
    """

    nodes: tuple[Node, ...]
    roots: tuple[int, ...]
    stages: tuple[tuple[int, ...], ...]
    interest: int
    costly: tuple[int, ...]
    beside: tuple[int, ...]

    def windows(self) -> tuple[WindowAtom, ...]:
        """Return the counts of days that are asked about the day of the question."""
        return tuple(
            node.condition for node in self.nodes if isinstance(node.condition, WindowAtom)
        )

    @property
    def events(self) -> bool:
        """Whether days are counted up to a person's own event."""
        return any(
            node.kind == "costly" and not isinstance(node.condition, WindowAtom)
            for node in self.nodes
        )

    def settle(
        self,
        rows: Rows,
        known: dict[int, Answers],
        settled: frozenset[int],
        numbers: Iterable[int] | None = None,
    ) -> None:
        """Answer every condition (or those numbered, in order) whose costly parts are settled.

        Parameters
        ----------
        rows
            The persons asked about.
        known
            The answers found so far; more are added.
        settled
            The costly nodes among them.
        """
        for number in range(len(self.nodes)) if numbers is None else numbers:
            node = self.nodes[number]
            if number in known or not node.below <= settled:
                continue
            if node.kind == "leaf":
                known[number] = rows.answers(node.condition)
            else:
                known[number] = node.joined([known[part] for part in node.parts])

    def contexts(self, known: Mapping[int, Answers], starts: Sequence[Bits]) -> dict[int, Bits]:
        """Return for each costly node that is not known the persons for whom some condition depends on it.

        Parameters
        ----------
        known
            Answers of the nodes that are settled.
        starts
            For each root the persons it is asked about.
        """
        # From the roots down. Each node passes on to its parts the persons for whom its own answer
        # matters, without those whom another part settles: whoever has a NO among the parts of an
        # *and*, or a YES among those of an *or*, gets the same answer whatever the other parts say.
        # Parts have lower numbers than what they are parts of, so in descending order a node has
        # heard from everything above it when its turn comes. It does not matter by which way a
        # person's answer comes to depend on a node: the ways are united.
        found: dict[int, Bits] = {}

        def reached(number: int, who: Bits) -> None:
            if number not in known:
                found[number] = found[number] | who if number in found else who

        for root, start in zip(self.roots, starts, strict=True):
            if self.nodes[root].below:
                reached(root, start)
        for number in range(len(self.nodes) - 1, -1, -1):
            node = self.nodes[number]
            if number not in found or node.kind == "costly":
                continue
            who = found.pop(number)
            for part in node.parts:
                if part in known and node.kind == "all":
                    who = who & known[part].possible
                elif part in known:
                    who = who & ~known[part].certain
            for part in node.parts:
                reached(part, who)
        return found


def _in_order(condition: Condition) -> Iterable[Condition]:
    """Return the conditions that get a node, parts before what they are parts of.

    Only what joins the answers of its parts is taken apart. A condition asked at an event is not:
    its part is asked about another day for each person, so its answer there is of no use here.
    """
    return reversed([*condition.walk(lambda part: type(part) in _KINDS)])


@lru_cache(maxsize=64)
def plan_of(conditions: tuple[Condition, ...]) -> Plan:
    """Return the graph of conditions.

    >>> from dualib.conditions import age, has
    >>> young = age(16, below=25)
    >>> plan = plan_of((young & has("school_duty_done"), young | has("disability_code")))
    >>> len(plan.nodes), plan.roots
    (5, (2, 4))
    """
    numbers: dict[Condition, int] = {}
    nodes: list[Node] = []
    bits = 0
    for condition in (part for whole in conditions for part in _in_order(whole)):
        if condition in numbers:
            continue
        number = numbers[condition] = len(nodes)
        counts = [part for part in condition.walk() if isinstance(part, WindowAtom)]
        involved: set[Status] = {status for atom in counts for status, _ in atom.directions()}
        bits |= sum(status.bit for status in involved)
        if type(condition) in _KINDS:
            parts = tuple(numbers[part] for part in condition.parts)
            below = frozenset[int]().union(*(nodes[part].below for part in parts))
            within = tuple(sorted({number}.union(*(nodes[part].within for part in parts))))
            nodes.append(Node(condition, _KINDS[type(condition)], parts, below, within))
        elif counts:
            nodes.append(Node(condition, "costly", (), frozenset({number}), (number,)))
        else:
            nodes.append(Node(condition, "leaf", (), frozenset(), (number,)))
    # What looks at one day comes first: few spells touch it, and it settles many for whom days
    # would otherwise be counted.
    costly = [number for number, node in enumerate(nodes) if node.kind == "costly"]
    quick = tuple(number for number in costly if isinstance(nodes[number].condition, During))
    others = tuple(number for number in costly if number not in quick)
    roots = tuple(numbers[condition] for condition in conditions)
    return Plan(
        nodes=tuple(nodes),
        roots=roots,
        stages=tuple(stage for stage in (quick, others) if stage),
        interest=bits,
        costly=tuple(number for number, node in enumerate(nodes) if node.below),
        beside=tuple(
            {part for node in nodes if node.below for part in node.parts if not nodes[part].below}
        ),
    )
