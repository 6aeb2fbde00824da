"""What a hidden or missing number can be, given everything printed: exact bounds by linear programming in fractions."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial

import attrs

from dualib.counting.cells import Cell, Relation, constraints
from dualib.counting.intervals import Interval
from dualib.errors import BadInput, ContradictionError, suggestion

__all__ = ["Exposure", "bounds", "by_id", "exposed"]

_NODES = 400  # splits tried for whole steps before the bound without them is returned, which is sound but may be wider

_Row = tuple[dict[int, Fraction], Fraction | None, Fraction | None]


@attrs.frozen
class Exposure:
    """A suppressed cell that the printed numbers give away: its value, and the fewest relations that tell it.

    Where the printed numbers are rounded, the value is told to within ``rounding``; 0 is exactly.
    """

    cell: str
    value: Fraction
    relations: tuple[str, ...]
    rounding: Fraction = Fraction(0)


def by_id(cells: Iterable[Cell], relations: Iterable[Relation]) -> tuple[dict[str, Cell], tuple[Relation, ...]]:
    """Return the cells by id, and the relations, after checking that ids are unique and known.

    >>> sorted(by_id([Cell("a", 1)], [])[0])
    ['a']
    """
    known: dict[str, Cell] = {}
    for cell in cells:
        if cell.id in known:
            raise BadInput(f"two cells are called {cell.id!r}: expected each id once")
        known[cell.id] = cell
    listed = tuple(relations)
    names: set[str] = set()
    for relation in listed:
        if relation.id in names:
            raise BadInput(f"two relations are called {relation.id!r}: expected each id once")
        names.add(relation.id)
        for name in relation.cells:
            if name not in known:
                raise BadInput(f"relation {relation.id!r} names {name!r}, which is no cell.{suggestion(name, known)}")
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
            names = ", ".join(relation.id for relation in clash)
            raise ContradictionError(
                f"no numbers for {', '.join(unknowns)} fit what is printed: these relations clash: {names}. "
                "Check the figures in them"
            )
        for index, name in enumerate(unknowns):
            low = _extreme(known, unknowns, rows, index, 1)[1]
            high = _extreme(known, unknowns, rows, index, -1)[1]
            found[name] = Interval(low, high)
    return {name: found[name] for name in known if name in found}


def exposed(cells: Iterable[Cell], relations: Iterable[Relation]) -> tuple[Exposure, ...]:
    """Find the suppressed cells whose number can be worked out from what is printed, if only to within its rounding.

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
    """Find what the printed numbers would tell if none of them were rounded."""
    exact = {name: attrs.evolve(cell, rounded=False) for name, cell in cells.items()}
    found: dict[str, Exposure] = {}
    for unknowns, linked in _components(exact, relations):
        if not any(cells[name].suppressed and cells[name].rounded for name in unknowns):
            continue
        part = {name: exact[name] for name in dict.fromkeys([*unknowns, *(c for r in linked for c in r.cells)])}
        try:
            seen = bounds(part.values(), linked)
        except ContradictionError:
            continue  # rounded numbers need not add up: then they tell nothing more than their bounds do
        found |= {fault.cell: fault for fault in _told(part, linked, seen)}
    return found


def _told(known: Mapping[str, Cell], listed: Sequence[Relation], seen: Mapping[str, Interval]) -> Iterator[Exposure]:
    """Yield the suppressed cells of which the bounds leave one value."""
    for unknowns, linked in _components(known, listed):
        for index, name in enumerate(unknowns):
            value = seen[name].low
            if not known[name].suppressed or not seen[name].exact or value is None:
                continue

            def told(kept: Sequence[Relation], index: int = index, unknowns: Sequence[str] = unknowns) -> bool:
                rows = _rows(known, unknowns, kept)
                ends = [_extreme(known, unknowns, rows, index, sign)[1] for sign in (1, -1)]
                return ends[0] == ends[1]

            yield Exposure(name, value, tuple(relation.id for relation in _fewest(linked, told)))


def _fewest(relations: Sequence[Relation], enough: Callable[[Sequence[Relation]], bool]) -> list[Relation]:
    """Leave out every relation without which the rest is still enough."""
    kept = list(relations)
    for relation in relations:
        fewer = [other for other in kept if other is not relation]
        if enough(fewer):
            kept = fewer
    return kept


def _components(cells: Mapping[str, Cell], relations: Sequence[Relation]) -> list[tuple[list[str], list[Relation]]]:
    """Split the unknown cells into sets that no relation links."""
    parts: list[tuple[set[str], list[Relation]]] = [({n}, []) for n, cell in cells.items() if cell.value is None]
    for relation in relations:
        unknown = {name for name in relation.cells if cells[name].value is None}
        if unknown:
            linked = [part for part in parts if part[0] & unknown]
            parts = [part for part in parts if not part[0] & unknown]
            parts.append(
                (set().union(*(part[0] for part in linked)), [r for part in linked for r in part[1]] + [relation])
            )
    return [([name for name in cells if name in names], linked) for names, linked in parts]


def _rows(cells: Mapping[str, Cell], unknowns: Sequence[str], relations: Sequence[Relation]) -> list[_Row]:
    """Write relations as rows over the unknowns, each counted in its steps above its least value."""
    place = {name: index for index, name in enumerate(unknowns)}
    values = {name: cell.value for name, cell in cells.items()}
    rows: list[_Row] = []
    for relation in relations:
        for constraint in constraints(relation, cells, values):
            low, high = constraint.range
            if relation.kind != "share":  # rounded numbers need only add up to within half a step each
                slack = sum((cells[n].step / 2 for n in constraint.terms if cells[n].rounded), Fraction(0))
                low, high = (None if low is None else low - slack), (None if high is None else high + slack)
            terms: dict[int, Fraction] = {}
            given = Fraction(0)
            for name, factor in constraint.terms.items():
                value = values[name]
                if value is None:
                    terms[place[name]] = factor * cells[name].step
                    value = _least(cells[name])
                given += factor * value
            rows.append((terms, None if low is None else low - given, None if high is None else high - given))
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


def _clash(cells: Mapping[str, Cell], unknowns: Sequence[str], relations: Sequence[Relation]) -> bool:
    return not _fit(cells, unknowns, relations)


def _extreme(
    cells: Mapping[str, Cell], unknowns: Sequence[str], rows: Sequence[_Row], index: int | None, sign: int
) -> tuple[bool, Fraction | None]:
    """Return whether anything fits, and the least (sign 1) or greatest (-1) value of one unknown; None if unlimited."""
    cost = [Fraction(sign if place == index else 0) for place in range(len(unknowns))]
    pending: list[list[_Row]] = [list(rows)]
    best: Fraction | None = None
    outer: Fraction | None = None
    for _ in range(_NODES):
        if not pending:
            break
        node = pending.pop()
        solution = _simplex(len(unknowns), node, cost)
        if solution is None:
            continue
        if solution == "unlimited":
            return True, None
        assert not isinstance(solution, str)
        value = math.ceil(sum(c * x for c, x in zip(cost, solution, strict=True)))
        outer = Fraction(value) if outer is None else outer
        if best is not None and value >= best:
            continue
        split = next((place for place, x in enumerate(solution) if x.denominator != 1), None)
        if split is None:
            best = Fraction(value)
            continue
        whole = Fraction(math.floor(solution[split]))
        pending += [[*node, ({split: Fraction(1)}, whole + 1, None)], [*node, ({split: Fraction(1)}, None, whole)]]
    else:
        best = outer  # the first answer, without whole steps, is sound
    if best is None:
        return False, None
    if index is None:
        return True, None
    cell = cells[unknowns[index]]
    return True, _least(cell) + sign * best * cell.step


def _simplex(size: int, rows: Sequence[_Row], cost: Sequence[Fraction]) -> list[Fraction] | str | None:
    """Minimise ``cost`` over numbers from 0 within the rows, in fractions; None if nothing fits, or "unlimited"."""
    sides: list[tuple[dict[int, Fraction], Fraction, int]] = []
    for terms, low, high in rows:
        if low is not None and low == high:
            sides.append((terms, low, 0))
            continue
        if low is not None:
            sides.append((terms, low, -1))
        if high is not None:
            sides.append((terms, high, 1))
    slacks = [number for number, (_, _, kind) in enumerate(sides) if kind]
    width = size + len(slacks) + len(sides)
    table: list[list[Fraction]] = []
    for number, (terms, bound, kind) in enumerate(sides):
        line = [Fraction(0)] * (width + 1)
        for index, factor in terms.items():
            line[index] = factor
        if kind:
            line[size + slacks.index(number)] = Fraction(kind)
        line[-1] = bound
        if bound < 0:
            line = [-entry for entry in line]
        line[size + len(slacks) + number] = Fraction(1)
        table.append(line)
    basis = [size + len(slacks) + number for number in range(len(sides))]
    real = size + len(slacks)
    table.append([-sum((line[index] for line in table), Fraction(0)) for index in range(real)])
    table[-1] += [Fraction(0)] * (width - real) + [-sum((line[-1] for line in table[:-1]), Fraction(0))]
    _pivots(table, basis, real)
    if table[-1][-1] != 0:
        return None
    for number, variable in enumerate(basis):  # artificial variables left at 0: drive them out, or the row says nothing
        if variable >= real:
            entering = next((index for index in range(real) if table[number][index]), None)
            if entering is not None:
                _pivot(table, basis, number, entering)
    last = [*cost, *[Fraction(0)] * (width - size + 1)]
    for number, variable in enumerate(basis):
        weight = cost[variable] if variable < size else Fraction(0)
        if weight:
            last = [a - weight * b for a, b in zip(last, table[number], strict=True)]
    table[-1] = last
    if not _pivots(table, basis, real):
        return "unlimited"
    solution = [Fraction(0)] * size
    for number, variable in enumerate(basis):
        if variable < size:
            solution[variable] = table[number][-1]
    return solution


def _pivots(table: list[list[Fraction]], basis: list[int], columns: int) -> bool:
    """Pivot by Bland's rule until no cost is negative; False if there is no limit."""
    while True:
        entering = next((index for index in range(columns) if table[-1][index] < 0), None)
        if entering is None:
            return True
        rows = [number for number in range(len(basis)) if table[number][entering] > 0]
        if not rows:
            return False
        _, _, leaving = min((table[row][-1] / table[row][entering], basis[row], row) for row in rows)
        _pivot(table, basis, leaving, entering)


def _pivot(table: list[list[Fraction]], basis: list[int], number: int, entering: int) -> None:
    pivot = table[number][entering]
    line = table[number] = [entry / pivot for entry in table[number]]
    for other, current in enumerate(table):
        factor = current[entering]
        if other != number and factor:
            table[other] = [a - factor * b if b else a for a, b in zip(current, line, strict=True)]
    basis[number] = entering
