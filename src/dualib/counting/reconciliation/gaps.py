"""What a hidden or missing number can be, given everything printed: exact bounds by linear programming in fractions."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial

import attrs

from dualib.counting.reconciliation.cells import Cell, Relation, constraints
from dualib.errors import BadInput, ContradictionError, nearest
from dualib.exact.counts import Interval
from dualib.exact.simplex import Line, least_whole
from dualib.messages import message

__all__ = ["Exposure", "bounds", "by_id", "exposed"]

_NODES = 400  # splits tried for whole steps before the bound without them is returned, which is sound but may be wider


@attrs.frozen
class Exposure:
    """A suppressed cell that the printed numbers give away: its value, and the fewest relations that show it.

    Where the printed numbers are rounded, the value is known to within ``rounding``; 0 is exactly.

    >>> from dualib.counting.reconciliation.cells import Cell, Relation
    >>> printed = [Cell("all", 9), Cell("women", None), Cell("men", 5)]
    >>> exposed(printed, [Relation("sexes", "sum", "all", ("women", "men"))])
    ()
    """

    cell: str
    value: Fraction
    relations: tuple[str, ...]
    rounding: Fraction = Fraction(0)


def by_id(
    cells: Iterable[Cell], relations: Iterable[Relation]
) -> tuple[dict[str, Cell], tuple[Relation, ...]]:
    """Return the cells by id, and the relations, after checking that ids are unique and known.

    Raises
    ------
    BadInput
        If an id is there twice, or a relation names no cell.

    Examples
    --------
    >>> sorted(by_id([Cell("a", 1)], [])[0])
    ['a']
    """
    known: dict[str, Cell] = {}
    for cell in cells:
        if cell.id in known:
            raise BadInput(message("counting/cell-twice", cell=cell.id))
        known[cell.id] = cell
    listed = tuple(relations)
    names: set[str] = set()
    for relation in listed:
        if relation.id in names:
            raise BadInput(message("counting/relation-twice", relation=relation.id))
        names.add(relation.id)
        for name in relation.cells:
            if name not in known:
                raise BadInput(
                    message(
                        "counting/no-such-cell",
                        relation=relation.id,
                        cell=name,
                        near=nearest(name, known),
                    )
                )
    return known, listed


def bounds(cells: Iterable[Cell], relations: Iterable[Relation]) -> Mapping[str, Interval]:
    """Tell what each hidden or missing number can be, given everything printed.

    The ends are exact and attained by numbers in the cells' steps. (In systems that would need more than some hundred
    case splits they may be wider, never narrower.) Relations all of whose numbers are printed play no part. Sums of
    rounded numbers need only hold to within half a step each.

    Raises
    ------
    ContradictionError
        If nothing fits; the message names a smallest set of relations that clash.

    Examples
    --------
    >>> cells = [Cell("all", 12), Cell("women", None, suppressed=True), Cell("men", None), Cell("young men", 4)]
    >>> sexes = Relation("sexes", "sum", "all", ("women", "men"))
    >>> young = Relation("young", "at_most", "men", ("young men",))
    >>> {name: str(interval) for name, interval in bounds(cells, [sexes, young]).items()}
    {'women': '0–8', 'men': '4–12'}
    """
    known, listed = by_id(cells, relations)
    found: dict[str, Interval] = {}
    for unknowns, linked in _components(known, listed):
        rows = _rows(known, unknowns, linked)
        if not _fit(known, unknowns, linked):
            clash = _fewest(linked, partial(_clash, known, unknowns))
            raise ContradictionError(
                message(
                    "counting/relations-clash",
                    unknowns=tuple(unknowns),
                    relations=tuple(relation.id for relation in clash),
                )
            )
        for index, name in enumerate(unknowns):
            low = _extreme(known, unknowns, rows, index, 1)[1]
            high = _extreme(known, unknowns, rows, index, -1)[1]
            found[name] = Interval(low, high)
    return {name: found[name] for name in known if name in found}


def exposed(cells: Iterable[Cell], relations: Iterable[Relation]) -> tuple[Exposure, ...]:
    """Find the suppressed cells whose number can be worked out from what is printed, if only to within its rounding.

    Raises
    ------
    BadInput
        If an id is there twice, or a relation names no cell.
    ContradictionError
        If nothing fits what is printed.

    Examples
    --------
    >>> cells = [Cell("all", 12), Cell("women", 9), Cell("men", None, suppressed=True)]
    >>> exposed(cells, [Relation("sexes", "sum", "all", ("women", "men"))])
    (Exposure(cell='men', value=Fraction(3, 1), relations=('sexes',), rounding=Fraction(0, 1)),)
    """
    known, listed = by_id(cells, relations)
    seen = bounds(known.values(), listed)
    faults = {fault.cell: fault for fault in _told(known, listed, seen)}
    for name, fault in _told_if_exact(known, listed).items():
        low, high = seen[name].low, seen[name].high
        if name not in faults and low is not None and high is not None:
            faults[name] = attrs.evolve(fault, rounding=max(fault.value - low, high - fault.value))
    order = list(known)
    return tuple(sorted(faults.values(), key=lambda fault: order.index(fault.cell)))


def _told_if_exact(cells: Mapping[str, Cell], relations: Sequence[Relation]) -> dict[str, Exposure]:
    """Find what the printed numbers would show if none of them were rounded."""
    exact = {name: attrs.evolve(cell, rounded=False) for name, cell in cells.items()}
    found: dict[str, Exposure] = {}
    for unknowns, linked in _components(exact, relations):
        if not any(cells[name].suppressed and cells[name].rounded for name in unknowns):
            continue
        part = {
            name: exact[name]
            for name in dict.fromkeys([*unknowns, *(c for r in linked for c in r.cells)])
        }
        try:
            seen = bounds(part.values(), linked)
        except ContradictionError:
            continue  # rounded numbers need not add up: then they show nothing more than their bounds do
        found |= {fault.cell: fault for fault in _told(part, linked, seen)}
    return found


def _told(
    known: Mapping[str, Cell], listed: Sequence[Relation], seen: Mapping[str, Interval]
) -> Iterator[Exposure]:
    """Yield the suppressed cells of which the bounds leave one value."""
    for unknowns, linked in _components(known, listed):
        for index, name in enumerate(unknowns):
            value = seen[name].low
            if not known[name].suppressed or not seen[name].known or value is None:
                continue

            def told(
                kept: Sequence[Relation], index: int = index, unknowns: Sequence[str] = unknowns
            ) -> bool:
                rows = _rows(known, unknowns, kept)
                ends = [_extreme(known, unknowns, rows, index, sign)[1] for sign in (1, -1)]
                return ends[0] == ends[1]

            yield Exposure(name, value, tuple(relation.id for relation in _fewest(linked, told)))


def _fewest(
    relations: Sequence[Relation], enough: Callable[[Sequence[Relation]], bool]
) -> list[Relation]:
    """Leave out every relation without which the rest is still enough."""
    kept = list(relations)
    for relation in relations:
        fewer = [other for other in kept if other is not relation]
        if enough(fewer):
            kept = fewer
    return kept


def _components(
    cells: Mapping[str, Cell], relations: Sequence[Relation]
) -> list[tuple[list[str], list[Relation]]]:
    """Split the unknown cells into sets that no relation links."""
    parts: list[tuple[set[str], list[Relation]]] = [
        ({n}, []) for n, cell in cells.items() if cell.value is None
    ]
    for relation in relations:
        unknown = {name for name in relation.cells if cells[name].value is None}
        if unknown:
            linked = [part for part in parts if part[0] & unknown]
            parts = [part for part in parts if not part[0] & unknown]
            parts.append(
                (
                    set().union(*(part[0] for part in linked)),
                    [r for part in linked for r in part[1]] + [relation],
                )
            )
    return [([name for name in cells if name in names], linked) for names, linked in parts]


def _rows(
    cells: Mapping[str, Cell], unknowns: Sequence[str], relations: Sequence[Relation]
) -> list[Line]:
    """Write relations as rows over the unknowns, each counted in its steps above its least value."""
    place = {name: index for index, name in enumerate(unknowns)}
    values = {name: cell.value for name, cell in cells.items()}
    rows: list[Line] = []
    for relation in relations:
        for constraint in constraints(relation, cells, values):
            low, high = constraint.range
            if (
                relation.kind != "share"
            ):  # rounded numbers need only add up to within half a step each
                slack = sum(
                    (cells[n].step / 2 for n in constraint.terms if cells[n].rounded), Fraction(0)
                )
                low, high = (
                    (None if low is None else low - slack),
                    (None if high is None else high + slack),
                )
            terms: dict[int, Fraction] = {}
            given = Fraction(0)
            for name, factor in constraint.terms.items():
                value = values[name]
                if value is None:
                    terms[place[name]] = factor * cells[name].step
                    value = _least(cells[name])
                given += factor * value
            rows.append(
                (
                    terms,
                    None if low is None else low - given,
                    None if high is None else high - given,
                )
            )
    for index, name in enumerate(unknowns):
        top = cells[name].high
        if top is not None:
            rows.append(({index: cells[name].step}, None, top - _least(cells[name])))
    return rows


def _least(cell: Cell) -> Fraction:
    return math.ceil(cell.low / cell.step) * cell.step


def _fit(cells: Mapping[str, Cell], unknowns: Sequence[str], relations: Sequence[Relation]) -> bool:
    """Return whether any numbers fit these relations."""
    return _extreme(cells, unknowns, _rows(cells, unknowns, relations), None, 1)[0]


def _clash(
    cells: Mapping[str, Cell], unknowns: Sequence[str], relations: Sequence[Relation]
) -> bool:
    return not _fit(cells, unknowns, relations)


def _extreme(
    cells: Mapping[str, Cell],
    unknowns: Sequence[str],
    rows: Sequence[Line],
    index: int | None,
    sign: int,
) -> tuple[bool, Fraction | None]:
    """Return whether anything fits, and the least (sign 1) or greatest (-1) value of one unknown; None if unlimited."""
    cost = [sign if place == index else 0 for place in range(len(unknowns))]
    found = least_whole(len(unknowns), rows, cost, nodes=_NODES)
    if found is None:
        return False, None
    if index is None or found.cost is None:
        return True, None
    cell = cells[unknowns[index]]
    return True, _least(cell) + sign * found.cost * cell.step
