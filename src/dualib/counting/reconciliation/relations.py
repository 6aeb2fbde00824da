"""Reconciliation: which relations among printed numbers fail, by how much, and which cells would explain it.

Nothing is changed. Numbers are cells with the precision they are printed in; relations are data. What a hidden or
missing number can be (:func:`bounds`), and which hidden ones are given away (:func:`exposed`), is asked of the same
cells and relations.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal

import attrs

from dualib.counting.reconciliation.cells import Cell, Kind, Relation, may_hold
from dualib.counting.reconciliation.explanations import Change, Explanation, smallest
from dualib.counting.reconciliation.gaps import Exposure, bounds, by_id, exposed
from dualib.language import Text, listing, written_exact

__all__ = [
    "Cause",
    "Cell",
    "Change",
    "Discrepancy",
    "Explanation",
    "Exposure",
    "Kind",
    "Relation",
    "bounds",
    "discrepancies",
    "exposed",
]

Cause = Literal["rounding", "truncation", "footnote", "other_base"]

_CAUSES: dict[Cause, Text] = {
    "rounding": Text(
        "avrundning av de tryckta talen förklarar det",
        "rounding of the printed numbers explains it",
    ),
    "truncation": Text(
        "andelen är avkortad i stället för avrundad", "the share is cut off instead of rounded"
    ),
    "footnote": Text("en fotnot förklarar det", "a footnote explains it"),
    "other_base": Text("en annan bas förklarar det", "another base explains it"),
}


@attrs.frozen
class Discrepancy:
    """A relation that does not hold as printed.

    Attributes
    ----------
    relation
        The relation.
    printed
        Its cells' printed values, by id; None where hidden or missing.
    computed
        What the left cell would be by the right ones (and the base); None if a number is missing.
    difference
        Printed left minus computed; None if a number is missing.
    explained_by
        What is known to explain it, if anything.
    other_bases
        For a share: the cells that would make it right as its base.
    explanations
        The smallest sets of cells, of one or two, whose change would repair it without breaking another relation.

    Examples
    --------
    >>> from dualib import agreement
    >>> found = agreement("kalmar").discrepancies()
    >>> [item.relation.id for item in found if item.difference == -1]
    ['fs-unemployed.disability', 'fs-insufficient.disability', 'fs-tables.education-unknown']
    """

    relation: Relation
    printed: Mapping[str, Fraction | None] = attrs.field(hash=False)
    computed: Fraction | None
    difference: Fraction | None
    explained_by: tuple[Cause, ...]
    other_bases: tuple[str, ...]
    explanations: tuple[Explanation, ...]

    def text(self, language: str = "sv") -> str:
        """Say it in a few sentences, in Swedish (``"sv"``) or English (``"en"``)."""
        left = self.printed[self.relation.left]
        if left is None or self.computed is None or self.difference is None:
            lines = [
                Text(
                    "kan inte stämma vad de okända talen än är",
                    "cannot hold whatever the unknown numbers are",
                )
            ]
        else:
            shown = [
                _written(number, language) for number in (left, self.computed, self.difference)
            ]
            lines = [
                Text(
                    f"tryckt {shown[0]}, beräknat {shown[1]}, skillnad {shown[2]}",
                    f"printed {shown[0]}, computed {shown[1]}, difference {shown[2]}",
                )
            ]
        lines += [_CAUSES[cause] for cause in self.explained_by]
        if self.other_bases:
            bases = listing(list(self.other_bases), language, last="or")
            lines.append(Text(f"bas i så fall: {bases}", f"that base would be {bases}"))
        for explanation in self.explanations:
            parts = [_change(change, language) for change in explanation.changes]
            lines.append(
                Text(
                    f"stämmer om {listing(parts, language)}", f"holds if {listing(parts, language)}"
                )
            )
        if not self.explanations:
            lines.append(
                Text(
                    "varken en eller två celler förklarar det",
                    "neither one nor two cells explain it",
                )
            )
        return f"{self.relation.id}: " + "; ".join(line.say(language) for line in lines) + "."


def _written(number: Fraction, language: str) -> str:
    return written_exact(number, language, most=3, rounded=2)


def _change(change: Change, language: str) -> str:
    low, high = (
        None if end is None else _written(end, language) for end in (change.low, change.high)
    )
    if low == high and low is not None:
        wanted = low
    elif high is None:
        wanted = Text(f"minst {low}", f"at least {low}").say(language)
    else:
        wanted = Text(f"{low} till {high}", f"{low} to {high}").say(language)
    why = (
        f" ({listing([hint.say(language) for hint in change.hints], language)})"
        if change.hints
        else ""
    )
    verb = Text("är", "is").say(language)
    return f"{change.cell} {verb} {wanted}{why}"


def discrepancies(
    cells: Iterable[Cell], relations: Iterable[Relation], *, footnotes: bool = True
) -> tuple[Discrepancy, ...]:
    """Find the relations that do not hold as printed, in their order, and explain them.

    A share is right if the exact one, rounded half up or half to even, is what is printed. A relation with unknown
    numbers fails only if no numbers make it hold.

    Parameters
    ----------
    cells, relations
        The numbers, and what is said of them.
    footnotes
        Whether the relations' ``adjust`` counts; False lists also what only a footnote explains.

    Raises
    ------
    BadInput
        If an id occurs twice, or a relation names a cell that is not there.

    Examples
    --------
    >>> cells = [Cell("all", 787), Cell("women", 297), Cell("men", 499)]
    >>> (fault,) = discrepancies(cells, [Relation("sexes", "sum", "all", ("women", "men"))])
    >>> fault.difference, [explanation.cells for explanation in fault.explanations]
    (Fraction(-9, 1), [('all',), ('men',), ('women',)])
    """
    known, listed = by_id(cells, relations)
    taken = (
        listed
        if footnotes
        else tuple(attrs.evolve(relation, adjust=Fraction(0)) for relation in listed)
    )
    values = {name: cell.value for name, cell in known.items()}
    failing = [relation for relation in taken if not may_hold(relation, known, values)]
    explanations = smallest(known, taken, failing)
    return tuple(
        _discrepancy(relation, known, values, listed, explanations[relation.id])
        for relation in failing
    )


def _discrepancy(
    relation: Relation,
    cells: Mapping[str, Cell],
    values: Mapping[str, Fraction | None],
    relations: Sequence[Relation],
    explanations: tuple[Explanation, ...],
) -> Discrepancy:
    computed = _computed(relation, values)
    left = values[relation.left]
    difference = None if computed is None or left is None else left - computed
    causes: list[Cause] = []
    if _rounding(relation, cells, values, relations, difference):
        causes.append("rounding")
    if (
        relation.kind == "share"
        and difference is not None
        and -cells[relation.left].step < difference <= 0
    ):
        causes.append("truncation")
    if _footnote(relation, cells, values, relations):
        causes.append("footnote")
    bases = _other_bases(relation, cells, values, relations)
    if bases:
        causes.append("other_base")
    printed = {name: values[name] for name in relation.cells}
    return Discrepancy(relation, printed, computed, difference, tuple(causes), bases, explanations)


def _computed(relation: Relation, values: Mapping[str, Fraction | None]) -> Fraction | None:
    if any(values[name] is None for name in relation.right):
        return None
    right = sum((values[name] or Fraction(0) for name in _against(relation, values)), Fraction(0))
    if relation.kind == "share":
        base = values[relation.base] if relation.base is not None else None
        return 100 * right / base if base else None
    return right - relation.adjust


def _against(relation: Relation, values: Mapping[str, Fraction | None]) -> tuple[str, ...]:
    """Return the right cells that the left one is compared with: all that are added up, or the one that is furthest."""
    if relation.kind not in ("equal", "at_most"):
        return relation.right
    wanted = (values[relation.left] or Fraction(0)) + relation.adjust

    def above(name: str) -> Fraction:
        distance = (values[name] or Fraction(0)) - wanted
        return distance if relation.kind == "at_most" else abs(distance)

    return (max(relation.right, key=above),)


def _rounding(
    relation: Relation,
    cells: Mapping[str, Cell],
    values: Mapping[str, Fraction | None],
    relations: Sequence[Relation],
    difference: Fraction | None,
) -> bool:
    """Tell whether the numbers printed are rounded ones, and half a step in each covers the difference."""
    if relation.kind == "share" or difference is None:
        return False
    shares = {other.left for other in relations if other.kind == "share"}
    names = (relation.left, *_against(relation, values))
    slack = sum((cells[n].step / 2 for n in names if cells[n].rounded or n in shares), Fraction(0))
    return abs(difference) <= slack


def _footnote(
    relation: Relation,
    cells: Mapping[str, Cell],
    values: Mapping[str, Fraction | None],
    relations: Sequence[Relation],
) -> bool:
    """Tell whether a footnote to this relation, or to another with the same cells, accounts for the difference."""
    if relation.kind == "share":
        return False
    near = (other.adjust for other in relations if set(other.cells) & set(relation.cells))
    return any(
        adjust != relation.adjust and may_hold(attrs.evolve(relation, adjust=adjust), cells, values)
        for adjust in dict.fromkeys((*near, *([Fraction(0)] if relation.adjust else [])))
        if adjust or relation.adjust
    )


def _other_bases(
    relation: Relation,
    cells: Mapping[str, Cell],
    values: Mapping[str, Fraction | None],
    relations: Sequence[Relation],
) -> tuple[str, ...]:
    """List the totals and bases, of any relation, that make a share right as its base."""
    if relation.kind != "share":
        return ()
    candidates = dict.fromkeys(
        name
        for other in relations
        for name in (
            (other.base,)
            if other.base is not None
            else (other.left,)
            if "sum" in other.kind
            else ()
        )
    )
    return tuple(
        name
        for name in candidates
        if name not in relation.cells
        and values[name] is not None
        and may_hold(attrs.evolve(relation, base=name), cells, values)
    )
