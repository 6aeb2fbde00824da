"""Made-up persons whose counts equal published tables exactly. Nothing beyond those tables is real.

Tables that hang together like a tree (what each shares with those before it lies within one of them) are glued: within
each stratum of what is shared, the categories of the new table are dealt out in random order, so every count comes out
exactly. Tables in a loop are solved for as whole numbers. Inside the strata the dimensions are independent, which those
of real persons are not.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product
from math import prod
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from dualib.counting.tables.table import CellStatus, Table
from dualib.dates import check_count
from dualib.errors import BadInput, ContradictionError, nearest
from dualib.exact.linear import Row, solution
from dualib.exact.random_stream import Stream
from dualib.language import Text
from dualib.messages import message

__all__ = ["MADE_UP", "SYNTHETIC", "Overlay", "Synthetic", "synthetic_columns"]

MADE_UP = Text("PÅHITTADE PERSONER", "MADE-UP PERSONS")
"""How whatever is computed from made-up persons is labelled."""

#: The label of made-up persons whose counts equal the published tables.
SYNTHETIC = Text(
    f"{MADE_UP.sv}. Antalen stämmer med de publicerade tabellerna; allt annat är påhittat.",
    f"SYNTHETIC: {MADE_UP.en.lower()}. The counts equal the published tables; "
    "everything else is invented.",
)

_CELLS = 100_000
Person = dict[str, str]


@attrs.frozen
class Overlay:
    """Yes/no columns that may hold at once, such as two causes of absence for one person.

    Attributes
    ----------
    counts
        For each column, how many persons it holds for.
    both
        For pairs of columns, how many persons both hold for. Other pairs share nobody; nobody has three.
    within
        The persons among whom it is dealt: a category of each dimension named; all persons if empty.

    Examples
    --------
    >>> from dualib.counting import Dimension
    >>> table = Table("by sex", (Dimension("sex", "sex", ("woman", "man")),), [5, 5])
    >>> causes = Overlay({"ill": 3, "care": 2}, both={("ill", "care"): 1}, within={"sex": "woman"})
    >>> made = synthetic_columns([table], seed=1, overlays=[causes])
    >>> int(made.columns["ill"].sum()), int((made.columns["ill"] & made.columns["care"]).sum())
    (3, 1)
    """

    counts: Mapping[str, int] = attrs.field(hash=False)
    both: Mapping[tuple[str, str], int] = attrs.field(factory=dict, hash=False)
    within: Mapping[str, str] = attrs.field(factory=dict, hash=False)


@attrs.frozen(eq=False)
class Synthetic:
    """Made-up persons as columns.

    Attributes
    ----------
    columns
        For each dimension a text array of n categories; for each overlay a boolean array of n.
    seed
        What they were drawn from: the same seed gives the same persons everywhere.
    label
        :data:`SYNTHETIC`, to be shown wherever anything computed from them is shown.

    Examples
    --------
    >>> from dualib.counting import Dimension
    >>> made = synthetic_columns([Table("t", (Dimension("sex", "sex", ("woman", "man")),), [2, 3])], seed=1)
    >>> made.size, made.sha256[:8], made.label.en[:9]
    (5, '4f8796c3', 'SYNTHETIC')
    """

    columns: Mapping[str, npt.NDArray[Any]]
    seed: int
    label: Text = SYNTHETIC

    @property
    def size(self) -> int:
        """The number of made-up persons."""
        return len(next(iter(self.columns.values())))

    @property
    def sha256(self) -> str:
        """A fingerprint of all columns, in hexadecimal."""
        lines = (
            f"{name}\t{' '.join(map(str, column.tolist()))}\n"
            for name, column in self.columns.items()
        )
        return hashlib.sha256("".join(lines).encode()).hexdigest()


def synthetic_columns(
    marginals: Sequence[Table], seed: int, *, overlays: Sequence[Overlay] = ()
) -> Synthetic:
    """Return made-up persons whose counts equal every table exactly.

    Parameters
    ----------
    marginals
        Tables of the same persons by different dimensions; dimensions of one name are the same. No cell may be hidden.
    seed
        A whole number, 0 or more.
    overlays
        Yes/no columns that may hold at once.

    Returns
    -------
    Synthetic
        Columns of one category a person; persons in random order.

    Raises
    ------
    ContradictionError
        If the tables cannot all be of the same persons; a smallest clashing set of them is named.
    BadInput
        If a cell is hidden or negative, two tables name the categories of a dimension differently, or an overlay does
        not fit.
    MissingExtraError
        If the tables form a loop too large to solve without the extra ``lp`` (HiGHS; then which of many exact answers
        is found may differ between its versions).

    Examples
    --------
    >>> from dualib.counting import Dimension
    >>> sex, code = Dimension("sex", "sex", ("woman", "man")), Dimension("code", "code", ("yes", "no"))
    >>> by_code = Table("by code", (sex, code), [[60, 237], [90, 400]])
    >>> persons = synthetic_columns([Table("by sex", (sex,), [297, 490]), by_code], seed=1)
    >>> persons.size, int(((persons.columns["sex"] == "man") & (persons.columns["code"] == "yes")).sum())
    (787, 90)
    """
    stream = Stream(check_count(seed, "seed"))
    tables = _checked(marginals)
    clash = _clash(tables)
    if clash:
        raise _contradiction(clash)
    order = _tree(tables)
    persons = _solved(tables, stream) if order is None else _glued(order, stream)
    persons = stream.shuffled(persons)
    names = list(dict.fromkeys(name for table in tables for name in table.names))
    columns: dict[str, npt.NDArray[Any]] = {
        name: np.array([person[name] for person in persons], dtype=np.str_) for name in names
    }
    for overlay in overlays:
        _overlaid(columns, overlay, len(persons), stream)
    return Synthetic(columns, int(seed))


def _checked(marginals: Sequence[Table]) -> list[Table]:
    if not marginals:
        raise BadInput(message("counting/no-tables"))
    categories: dict[str, tuple[str, ...]] = {}
    for table in marginals:
        label = table.label
        if not table.dimensions:
            raise BadInput(message("counting/table-without-dimension", label=label))
        if np.any(table.status != CellStatus.OK) or np.any(table.values < 0) or table.decimals:
            raise BadInput(message("counting/table-not-of-persons", label=label))
        for dimension in table.dimensions:
            if set(categories.setdefault(dimension.name, dimension.categories)) != set(
                dimension.categories
            ):
                raise BadInput(
                    message(
                        "counting/categories-differ",
                        label=label,
                        dimension=dimension.name,
                        found=dimension.categories,
                        expected=tuple(categories[dimension.name]),
                    )
                )
    return list(marginals)


def _counts(table: Table, names: Iterable[str]) -> dict[tuple[str, ...], int]:
    """Return how many persons are in each combination of categories of the dimensions named, in that order."""
    axes = [table.axis(name) for name in names]
    found: dict[tuple[str, ...], int] = defaultdict(int)
    for index, value in np.ndenumerate(table.values):
        found[tuple(table.dimensions[axis].categories[index[axis]] for axis in axes)] += int(value)
    return {key: value for key, value in found.items() if value}


def _clash(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return two tables that differ in what they share (at least the total); empty if no two do."""
    for one, other in combinations(tables, 2):
        shared = [name for name in one.names if name in other.names]
        if _counts(one, shared) != _counts(other, shared):
            return one, other
    return ()


def _contradiction(tables: Sequence[Table]) -> ContradictionError:
    lines = []
    for table in tables:
        size = int(table.values.sum())
        lines.append(
            message("counting/table-in-short", label=table.label, names=table.names, size=size)
        )
    return ContradictionError(message("counting/tables-clash", tables=tuple(lines)))


def _tree(tables: Sequence[Table]) -> list[Table] | None:
    """Return the tables so that what each shares with all before it lies within one of them; None if impossible.

    A greatest spanning tree by the number of shared dimensions has this property if any order has.
    """
    order, rest = [tables[0]], list(tables[1:])
    while rest:
        best = max(
            rest, key=lambda table: max(len(set(table.names) & set(other.names)) for other in order)
        )
        seen = {name for table in order for name in table.names}
        shared = seen & set(best.names)
        if not any(shared <= set(other.names) for other in order):
            return None
        order.append(best)
        rest.remove(best)
    return order


def _glued(order: Sequence[Table], stream: Stream) -> list[Person]:
    persons = _expanded(order[0])
    known = list(order[0].names)
    for table in order[1:]:
        shared = [name for name in known if name in table.names]
        new = [name for name in table.names if name not in known]
        if not new:
            continue
        strata: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
        for key, count in _counts(table, [*shared, *new]).items():
            strata[key[: len(shared)]] += [key[len(shared) :]] * count
        dealt = {key: iter(stream.shuffled(strata[key])) for key in sorted(strata)}
        for person in persons:
            person.update(
                zip(new, next(dealt[tuple(person[name] for name in shared)]), strict=True)
            )
        known += new
    return persons


def _expanded(table: Table) -> list[Person]:
    return [
        dict(zip(table.names, key, strict=True))
        for key, count in _counts(table, table.names).items()
        for _ in range(count)
    ]


def _solved(tables: Sequence[Table], stream: Stream) -> list[Person]:
    """Find whole numbers for all combinations of categories at once, at a cost drawn at random so that seeds differ."""
    names, cells, rows = _combinations(tables)
    solved = solution(len(cells), rows, [stream.below(1000) for _ in cells])
    if solved is None:
        clash = list(tables)
        for table in tables:
            fewer = [other for other in clash if other is not table]
            if not _fit(fewer):
                clash = fewer
        raise _contradiction(clash)
    return [
        dict(zip(names, cell, strict=True))
        for cell, count in zip(cells, solved, strict=True)
        for _ in range(count)
    ]


def _fit(tables: Sequence[Table]) -> bool:
    _, cells, rows = _combinations(tables)
    return solution(len(cells), rows, [0] * len(cells)) is not None


def _combinations(tables: Sequence[Table]) -> tuple[list[str], list[tuple[str, ...]], list[Row]]:
    """Return the dimensions, the combinations of categories that somebody may have, and what the tables say of them."""
    categories = {
        dimension.name: dimension.categories for table in tables for dimension in table.dimensions
    }
    names = list(categories)
    size = prod(len(codes) for codes in categories.values())
    if size > _CELLS:
        raise BadInput(message("counting/too-many-combinations", size=size, most=_CELLS))
    counts = [_counts(table, table.names) for table in tables]
    axes = [[names.index(name) for name in table.names] for table in tables]
    cells = [
        cell
        for cell in product(*categories.values())
        if all(
            tuple(cell[axis] for axis in held) in count
            for held, count in zip(axes, counts, strict=True)
        )
    ]
    rows = []
    for held, count in zip(axes, counts, strict=True):
        places: dict[tuple[str, ...], list[int]] = {key: [] for key in count}
        for place, cell in enumerate(cells):
            places[tuple(cell[axis] for axis in held)].append(place)
        rows += [Row(frozenset(at), count[key], count[key]) for key, at in places.items()]
    return names, cells, rows


def _overlaid(
    columns: dict[str, npt.NDArray[Any]], overlay: Overlay, size: int, stream: Stream
) -> None:
    """Deal an overlay's columns among the persons it is for; columns that are there already are added to."""
    for name in overlay.within:
        if name not in columns:
            raise BadInput(
                message("counting/overlay-within", name=name, near=nearest(name, columns))
            )
    alone = {
        name: check_count(count, f"overlay {name!r}") for name, count in overlay.counts.items()
    }
    for pair, count in overlay.both.items():
        for name in pair:
            if name not in alone or pair[0] == pair[1]:
                raise BadInput(
                    message("counting/overlay-both", pair=str(pair), near=nearest(name, alone))
                )
            alone[name] -= check_count(count, f"overlay both {pair}")
    hands: list[tuple[str, ...]] = [(name,) for name, count in alone.items() for _ in range(count)]
    hands += [pair for pair, count in overlay.both.items() for _ in range(count)]
    chosen = np.ones(size, dtype=bool)
    for name, category in overlay.within.items():
        chosen &= columns[name] == category
    eligible = np.flatnonzero(chosen).tolist()
    if min(alone.values(), default=0) < 0 or len(hands) > len(eligible):
        raise BadInput(
            message(
                "counting/overlay-too-large",
                names=tuple(alone),
                count=len(hands),
                persons=len(eligible),
            )
        )
    for name in alone:
        columns[name] = columns[name].copy() if name in columns else np.zeros(size, dtype=bool)
    for person, hand in zip(stream.shuffled(eligible), hands):
        for name in hand:
            columns[name][person] = True
