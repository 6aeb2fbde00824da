"""The smallest sets of printed cells whose change would repair failing relations, and which slip may be behind it."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

import attrs

from dualib.counting.reconciliation.cells import (
    Cell,
    Constraint,
    Range,
    Relation,
    constraints,
    may_hold,
    room,
)
from dualib.language import Text

__all__ = ["Change", "Explanation", "hints", "smallest"]

_Values = Mapping[str, Fraction | None]


@attrs.frozen
class Change:
    """One printed number, what it would have to be (``low`` to ``high``, None no limit), and what may have happened."""

    cell: str
    printed: Fraction
    low: Fraction | None
    high: Fraction | None
    hints: tuple[Text, ...] = ()


@attrs.frozen
class Explanation:
    """Cells that, changed together, repair the relations in ``mends``, by id, and break none.

    >>> from dualib import agreement
    >>> first = agreement("kalmar").discrepancies()[0].explanations[0]
    >>> len(first.changes), len(first.mends)
    (2, 2)
    """

    changes: tuple[Change, ...]
    mends: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells that change."""
        return tuple(change.cell for change in self.changes)


def hints(printed: Fraction, wanted: Fraction) -> tuple[Text, ...]:
    """Say which slip of the pen turns one number into the other.

    >>> [hint.en for hint in hints(Fraction(492), Fraction(429))]
    ['two neighbouring digits have changed places']
    """
    found = []
    if printed == -wanted:
        found.append(Text("tecknet är omvänt", "the sign is reversed"))
    if (
        printed
        and wanted
        and (printed / wanted in (10, 100, 1000) or wanted / printed in (10, 100, 1000))
    ):
        found.append(
            Text("decimaltecken eller nolla på fel plats", "a decimal sign or zero is out of place")
        )
    scale = math.lcm(printed.denominator, wanted.denominator)
    a, b = str(abs(int(printed * scale))), str(abs(int(wanted * scale)))
    if len(a) == len(b):
        unlike = [place for place, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(unlike) == 1:
            found.append(Text("en siffra skiljer", "one digit differs"))
        if (
            len(unlike) == 2
            and unlike[1] == unlike[0] + 1
            and a[unlike[0]] == b[unlike[1]]
            and sorted(a) == sorted(b)
        ):
            found.append(
                Text(
                    "två siffror intill varandra har bytt plats",
                    "two neighbouring digits have changed places",
                )
            )
    return tuple(found)


class _Search:
    """All that is needed to try changes: cells, values, and the relations of each cell."""

    def __init__(self, cells: Mapping[str, Cell], relations: Sequence[Relation]) -> None:
        self.cells = cells
        self.values = {name: cell.value for name, cell in cells.items()}
        self.of: dict[str, list[Relation]] = {name: [] for name in cells}
        for relation in relations:
            for name in relation.cells:
                self.of[name].append(relation)

    def printed(self, names: Collection[str]) -> list[str]:
        return sorted(name for name in names if self.values[name] is not None)

    def space(self, name: str, relations: Sequence[Relation], values: _Values) -> Range | None:
        """Return what a cell can be, in its steps, for all these relations to hold; None if nothing."""
        cell = self.cells[name]
        low: Fraction | None = min(Fraction(0), cell.value or Fraction(0))
        high: Fraction | None = None
        for relation in relations:
            least, most = room(relation, self.cells, values, name)
            low = least if low is None else low if least is None else max(low, least)
            high = most if high is None else high if most is None else min(high, most)
        low = None if low is None else math.ceil(low / cell.step) * cell.step
        high = None if high is None else math.floor(high / cell.step) * cell.step
        return None if low is not None and high is not None and low > high else (low, high)

    def change(self, name: str, found: Range) -> Change:
        printed = self.values[name]
        assert printed is not None
        low, high = found
        slips = hints(printed, low) if low is not None and low == high else ()
        return Change(name, printed, low, high, slips)

    def nearest(self, name: str, found: Range) -> Fraction:
        printed, (low, high) = self.values[name], found
        assert printed is not None
        return (
            low
            if low is not None and printed < low
            else high
            if high is not None and printed > high
            else printed
        )

    def pair(
        self, one: str, two: str, relations: Sequence[Relation]
    ) -> tuple[Change, Change] | None:
        """Find values of two cells for which all these relations hold."""
        solved = self._equations(one, two, relations)
        if solved is not None:
            tried = {**self.values, one: solved[0], two: solved[1]}
            fits = all(
                (tried[name] or Fraction(0)) % self.cells[name].step == 0 for name in (one, two)
            )
            fits = fits and all(
                (tried[name] or Fraction(0)) >= min(0, self.values[name] or 0)
                for name in (one, two)
            )
            moved = all(tried[name] != self.values[name] for name in (one, two))
            if (
                fits
                and moved
                and all(may_hold(relation, self.cells, tried) for relation in relations)
            ):
                return self.change(one, (solved[0], solved[0])), self.change(
                    two, (solved[1], solved[1])
                )
            return None
        for first, second in ((one, two), (two, one)):
            alone = [
                relation
                for relation in relations
                if first in relation.cells and second not in relation.cells
            ]
            found = self.space(first, alone, self.values)
            if found is None or self.nearest(first, found) == self.values[first]:
                continue
            value = self.nearest(first, found)
            rest = self.space(
                second, [r for r in relations if second in r.cells], {**self.values, first: value}
            )
            if rest is not None and self.nearest(second, rest) != self.values[second]:
                changes = self.change(first, (value, value)), self.change(second, rest)
                return changes if first == one else (changes[1], changes[0])
        return None

    def _equations(
        self, one: str, two: str, relations: Sequence[Relation]
    ) -> tuple[Fraction, Fraction] | None:
        """Solve the equations that hold both cells or either, if they have one solution."""
        others = {**self.values, one: None, two: None}
        lines = []
        for relation in relations:
            for equation in constraints(relation, self.cells, others):
                low, high = equation.range
                if low is None or low != high or not ({one, two} & set(equation.terms)):
                    continue
                rest = self._rest(equation, (one, two))
                if rest is not None:
                    zero = Fraction(0)
                    lines.append(
                        (equation.terms.get(one, zero), equation.terms.get(two, zero), low - rest)
                    )
        for (a, b, p), (c, d, q) in combinations(lines, 2):
            if a * d != b * c:
                return (p * d - b * q) / (a * d - b * c), (a * q - p * c) / (a * d - b * c)
        return None

    def _rest(self, equation: Constraint, without: tuple[str, str]) -> Fraction | None:
        total = Fraction(0)
        for name, factor in equation.terms.items():
            if name not in without:
                value = self.values[name]
                if value is None:
                    return None
                total += factor * value
        return total


def smallest(
    cells: Mapping[str, Cell], relations: Sequence[Relation], failing: Sequence[Relation]
) -> dict[str, tuple[Explanation, ...]]:
    """Find for each failing relation the smallest sets of cells, one or two, to change without harm.

    Relations that fail and share cells are explained together: a set that repairs them all comes before any other. Only
    where no one or two cells repair them all is each explained by itself.

    >>> printed = {"all": 787, "women": 297, "men": 491, "boys": 491}
    >>> cells = {name: Cell(name, value) for name, value in printed.items()}
    >>> relations = [Relation("sexes", "sum", "all", ("women", "men")), Relation("men", "equal", "men", ("boys",))]
    >>> [explanation.cells for explanation in smallest(cells, relations, relations[:1])["sexes"]]
    [('all',), ('women',)]
    """
    search = _Search(cells, relations)
    answers: dict[str, tuple[Explanation, ...]] = {}
    bad = tuple(relation.id for relation in failing)
    for group in _groups(failing):
        found = tuple(_one(search, group)) or _ordered(_two(search, group, bad))
        for relation in group:
            answers[relation.id] = found or _apart(search, relation, bad)
    return answers


def _groups(failing: Sequence[Relation]) -> list[list[Relation]]:
    """Split failing relations into sets that share no cell."""
    groups: list[tuple[set[str], list[Relation]]] = []
    for relation in failing:
        names = set(relation.cells)
        linked = [group for group in groups if group[0] & names]
        groups = [group for group in groups if not group[0] & names]
        groups.append(
            (names.union(*(g[0] for g in linked)), [r for g in linked for r in g[1]] + [relation])
        )
    return [group for _, group in groups]


def _ordered(found: Iterable[Explanation]) -> tuple[Explanation, ...]:
    """Put those that repair most first."""
    return tuple(
        sorted(found, key=lambda explanation: (-len(explanation.mends), explanation.cells))
    )


def _one(search: _Search, group: Sequence[Relation]) -> Iterator[Explanation]:
    """Yield the single cells that repair every relation of a group."""
    shared = set(group[0].cells).intersection(*(relation.cells for relation in group))
    for name in search.printed(shared):
        found = search.space(name, search.of[name], search.values)
        if found is not None:
            yield Explanation(
                (search.change(name, found),), tuple(relation.id for relation in group)
            )


def _two(search: _Search, group: Sequence[Relation], bad: Collection[str]) -> Iterator[Explanation]:
    """Yield the pairs of cells that repair every relation of a group.

    One of the two may repair relations of another group too.
    """
    for one, two in _pairs(search, group):
        near = {relation.id: relation for name in (one, two) for relation in search.of[name]}
        changes = search.pair(one, two, list(near.values()))
        if changes is not None:
            yield Explanation(changes, tuple(name for name in bad if name in near))


def _pairs(search: _Search, group: Sequence[Relation]) -> list[tuple[str, str]]:
    """List the pairs of cells that touch every relation of a group, and each other's."""
    found = set()
    for one in search.printed(group[0].cells):
        left = [relation for relation in group if one not in relation.cells]
        near = left or search.of[one]
        names = set(near[0].cells).union(*(relation.cells for relation in near))
        if left:
            names = names.intersection(*(relation.cells for relation in left))
        found |= {(min(one, two), max(one, two)) for two in search.printed(names) if two != one}
    return sorted(found)


def _apart(search: _Search, relation: Relation, bad: Collection[str]) -> tuple[Explanation, ...]:
    """Explain one failing relation by itself: one cell, else two, the ones that repair most first."""
    found = []
    for name in search.printed(relation.cells):
        must = [other for other in search.of[name] if other.id not in bad or other is relation]
        space = search.space(name, must, search.values)
        if space is not None:
            tried = {**search.values, name: search.nearest(name, space)}
            mended = tuple(
                r.id for r in search.of[name] if r.id in bad and may_hold(r, search.cells, tried)
            )
            found.append(Explanation((search.change(name, space),), mended))
    if not found:
        for one, two in _pairs(search, [relation]):
            near = {
                r.id: r
                for name in (one, two)
                for r in search.of[name]
                if r.id not in bad or r is relation
            }
            changes = search.pair(one, two, list(near.values()))
            if changes is not None:
                found.append(Explanation(changes, (relation.id,)))
    return _ordered(found)
