"""Which figures of the user's own may be shown, when all that is known is the figures themselves.

Figures hang together: by table, by totals and by relations. Where a group of figures that hang together holds a small
count, or gives one by a single subtraction, it is protected as a whole: if the group is one table of sex by category
that adds up, so many cells are hidden as it takes; if it is anything else, all of it is hidden but its grand total.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final

import numpy as np

from dualib.counting import Ledger
from dualib.counting.disclosure.protection import protect_counts
from dualib.errors import ContradictionError, UnprotectableError
from dualib.local_agreements import Agreement
from dualib.local_agreements.figures import Figure

__all__ = ["safe_figures", "safe_ledger"]

#: Units that count persons, or what one person has.
_PERSONS: Final = frozenset({"persons", "pupils", "cases", "households", "interviews", "count"})
_SHARES: Final = {"percent": 100, "share": 1}
_WHOLE_SEX: Final = ("", "total")


def safe_figures(own: Agreement, threshold: int | None) -> frozenset[str]:
    """Return the ids of the figures that may be shown.

    Parameters
    ----------
    threshold
        The smallest count shown; None shows all.
    """
    everything = frozenset(own.figures)
    if threshold is None:
        return everything
    counts = {
        figure.id: int(figure.value)
        for figure in own.figures.values()
        if figure.unit in _PERSONS and figure.value is not None
    }
    hidden: set[str] = set()
    told = _told(own, threshold)
    for group in _groups(own):
        members = {name: own.figures[name] for name in group if name in counts}
        if group & told or _reveals(own, members, counts, threshold):
            hidden |= _hide(members, counts, threshold)
    shares = [figure for figure in own.figures.values() if figure.unit in _SHARES]
    if not hidden:
        shares = [figure for figure in shares if _share_reveals(figure, counts.values(), threshold)]
    return everything - hidden - {figure.id for figure in shares}


def safe_ledger(ledger: Ledger, threshold: int | None) -> bool:
    """Return whether a ledger of the user's own gives no small count, as it stands or by a subtraction.

    More than two registers are taken not to be safe.
    """
    if threshold is None:
        return True
    if len(ledger.registers) > 2:
        return False
    answers = [ledger.union(), ledger.overlap(*ledger.registers)]
    counts = [*answers, *(fact.count for fact in ledger.facts)]
    known = {0, *(count.value() for count in counts if count.known)}
    return all(abs(a - b) >= threshold for a in known for b in known if a != b)


def _told(own: Agreement, threshold: int) -> set[str]:
    """Return the missing counts that what is printed tells, and that are small."""
    try:
        bounds = own.bounds()
    except ContradictionError:
        return set()
    return {
        name
        for name, interval in bounds.items()
        if name in own.figures and own.figures[name].unit in _PERSONS
        if interval.high is not None and 0 < interval.high < threshold
    }


def _groups(own: Agreement) -> Iterator[set[str]]:
    """Yield the figures that hang together."""
    links: list[Iterable[str]] = [
        (f.id, f.total) for f in own.figures.values() if f.total is not None
    ]
    links += [
        (relation.left, *relation.right, *((relation.base,) if relation.base else ()))
        for relation in own.relations
    ]
    same: dict[tuple[str, str], list[str]] = {}
    for figure in own.figures.values():
        same.setdefault(("table", figure.table), []).append(figure.id)
        same.setdefault(("measure", figure.row["measure"]), []).append(figure.id)
    links += same.values()
    group = {name: {name} for name in own.figures}
    for link in links:
        joined: set[str] = set().union(*(group[name] for name in link if name in group))
        for name in joined:
            group[name] = joined
    yield from {id(found): found for found in group.values()}.values()


def _families(members: Mapping[str, Figure]) -> Iterator[tuple[str, list[str]]]:
    """Yield wholes with their parts: as the file says, and as sex and category tell."""
    stated: dict[tuple[str, str, bool], list[str]] = {}
    for figure in members.values():
        whole = members.get(figure.total or "")
        if whole is not None:
            stated.setdefault((whole.id, figure.dimension, figure.sex != whole.sex), []).append(
                figure.id
            )
    for (total, _, _), parts in stated.items():
        yield total, parts
    for whole in members.values():
        by_sex, by_category = [], []
        for other in members.values():
            if other.id == whole.id or _about(other) != _about(whole):
                continue
            if other.row["category"] == whole.row["category"] and whole.sex in _WHOLE_SEX:
                by_sex.append(other.id)
            elif other.sex == whole.sex and not whole.row["category"]:
                by_category.append(other.id)
        yield whole.id, by_sex
        yield whole.id, by_category


def _about(figure: Figure) -> tuple[object, ...]:
    return (
        figure.table,
        figure.row["measure"],
        figure.period,
        figure.municipality,
        figure.age_from,
        figure.age_to,
    )


def _reveals(
    own: Agreement, members: Mapping[str, Figure], counts: Mapping[str, int], threshold: int
) -> bool:
    """Return whether a group holds a small count, or gives one by taking parts from their whole."""

    def small(number: int) -> bool:
        return 0 < number < threshold

    if any(small(counts[name]) for name in members):
        return True
    for total, parts in _families(members):
        if small(counts[total] - sum(counts[part] for part in parts)):
            return True
        if any(small(counts[total] - counts[part]) for part in parts):
            return True
    return any(
        small(abs(counts[relation.left] - counts[name]))
        for relation in own.relations
        if relation.left in members
        for name in relation.right
        if name in counts
    )


def _hide(members: Mapping[str, Figure], counts: Mapping[str, int], threshold: int) -> set[str]:
    """Return the figures of a group to hide."""
    grid = _grid(members)
    if grid is not None:
        table = np.array([[counts[name] for name in line] for line in grid], dtype=np.int64)
        inner = table[:-1, :-1]
        if np.array_equal(table[-1, :-1], inner.sum(axis=0)) and np.array_equal(
            table[:, -1], table[:, :-1].sum(axis=1)
        ):
            try:
                report = protect_counts(table, threshold=threshold)
            except UnprotectableError:
                return set(members)
            mask = report.primary | report.secondary
            return {
                name
                for line, flags in zip(grid, mask, strict=True)
                for name, flag in zip(line, flags)
                if flag
            }
    roots = [name for name, figure in members.items() if figure.total not in members]
    if len(roots) == 1 and counts[roots[0]] >= threshold:
        return set(members) - set(roots)
    return set(members)


def _grid(members: Mapping[str, Figure]) -> list[list[str]] | None:
    """Return the group as a table with totals last, if it is one of sex by category, each cell there once.

    A table that is divided by sex alone, or by category alone, has one further line that repeats its total.
    """
    if len({(_about(figure), figure.unit) for figure in members.values()}) != 1:
        return None
    if len({figure.dimension for figure in members.values() if figure.row["category"]}) > 1:
        return None
    cells: dict[tuple[str, str], str] = {}
    for name, figure in members.items():
        place = (figure.row["category"], "" if figure.sex in _WHOLE_SEX else figure.sex)
        if place in cells:
            return None
        cells[place] = name
    categories = [*sorted({category for category, _ in cells} - {""}), ""]
    sexes = [*sorted({sex for _, sex in cells} - {""}), ""]
    if len(cells) != len(categories) * len(sexes):
        return None
    rows = [[cells[category, sex] for sex in sexes] for category in categories]
    if len(categories) == 1:
        rows = rows * 2
    if len(sexes) == 1:
        rows = [line * 2 for line in rows]
    return rows


def _share_reveals(figure: Figure, bases: Iterable[int], threshold: int) -> bool:
    """Return whether a share, of some count in the file, is that of fewer persons than the threshold."""
    if figure.value is None:
        return False
    whole = _SHARES[figure.unit]
    half = figure.step / 2
    return any(
        abs(Fraction(part * whole, base) - share) <= half
        for base in bases
        if base
        for part in range(1, threshold)
        for share in (figure.value, whole - figure.value)
    )
