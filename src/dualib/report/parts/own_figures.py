"""Figures of the user's own, without any persons: reconciled, bounded, protected, and staffed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from dualib.agreements import Agreement
from dualib.agreements.figures import Figure
from dualib.counting import Dimension, protect
from dualib.counting import Table as Counts
from dualib.counting.dimensions import CellStatus
from dualib.errors import UnprotectableError
from dualib.language import Text
from dualib.report.blocks import Block, Cell, Note, Section, Table
from dualib.report.parts.published import gaps_section, ledger_section, relations_section
from dualib.report.parts.staffing import staffing_section
from dualib.report.protected import HIDDEN

__all__ = ["own_figures_section", "safe_figures"]

_PERSONS = ("persons", "pupils")


def _families(own: Agreement) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """Yield each total with the parts that the file says belong to it."""
    parts: dict[str, list[Figure]] = {}
    for figure in own.figures.values():
        if figure.total is not None and figure.unit in _PERSONS:
            parts.setdefault(figure.total, []).append(figure)
    for total, members in parts.items():
        yield own.figures[total], tuple(members)


def safe_figures(own: Agreement, threshold: int | None) -> frozenset[str]:
    """Return the ids of the figures that may be shown.

    Small counts are hidden. Where a total is divided into parts that add up to it, by sex or by one dimension, so many
    other parts are hidden that the small ones cannot be computed; where the parts do not add up to their total (a part
    is left out, or the figures clash), the whole division is hidden as soon as one of its parts is small.
    """
    shown = {figure.id for figure in own.figures.values()}
    if threshold is None:
        return frozenset(shown)
    counted = {f.id: int(f.value) for f in own.figures.values() if f.value is not None and f.unit in _PERSONS}
    small = {name for name, value in counted.items() if 0 < value < threshold}
    hidden = set(small)
    for name in own.figures:
        if own.figures[name].unit == "percent" and small:
            hidden.add(name)  # a share of a known base gives the count away
    changed = True
    while changed:
        changed = False
        for total, parts in _families(own):
            divisions: dict[tuple[str, bool], list[Figure]] = {}
            for part in parts:
                divisions.setdefault((part.dimension, part.sex != total.sex), []).append(part)
            for members in divisions.values():
                names = [member.id for member in members]
                if not hidden & {*names, total.id} or len(members) < 2:
                    continue
                before = len(hidden)
                hidden |= _hide(names, total.id, counted, threshold)
                changed = changed or len(hidden) > before
    return frozenset(shown - hidden)


def _hide(names: list[str], total: str, counted: dict[str, int], threshold: int) -> set[str]:
    """Return the parts of one division to hide: those a safe pattern needs, or all of them where there is none."""
    values = [counted.get(name) for name in names]
    if any(value is None for value in values) or sum(v for v in values if v is not None) != counted.get(total):
        return set(names)
    table = Counts(
        Text("figures", "figures"),
        (Dimension("part", Text("del", "part"), tuple(names), tuple(Text(n, n) for n in names)),),
        np.asarray(values, dtype=np.int64),
    )
    try:
        status = protect(table, threshold=threshold).table.status
    except UnprotectableError:
        return {*names, total}
    return {name for name, code in zip(names, status, strict=True) if code != CellStatus.OK}


def own_figures_section(own: Agreement, threshold: int | None) -> Section:
    """Return the user's figures with all that can be said of them without persons."""
    visible = safe_figures(own, threshold)
    rows: list[tuple[Cell, ...]] = []
    for figure in own.figures.values():
        measure = figure.measure or Text(figure.id, figure.id)
        category = figure.category
        what = measure if category is None else Text(f"{measure.sv}: {category.sv}", f"{measure.en}: {category.en}")
        value: Cell = figure.printed if figure.id in visible else HIDDEN
        rows.append((figure.id, what, value, figure.unit, figure.place))
    blocks: list[Block] = [
        Table(
            id="own-figures",
            caption=Text("Egna siffror", "Your own figures"),
            header=(
                Text("Id", "Id"),
                Text("Vad", "What"),
                Text("Värde", "Value"),
                Text("Enhet", "Unit"),
                Text("Plats", "Place"),
            ),
            rows=tuple(rows),
            numeric=frozenset({2}),
            folded=len(rows) > 30,
        )
    ]
    everything = len(visible) == len(own.figures)
    if not everything:
        blocks.append(
            Note(
                Text(
                    f"Antal under {threshold} är dolda, liksom andelar och de antal som annars skulle avslöja dem. "
                    "Samband och luckor visas då inte: de skulle skriva ut de dolda talen.",
                    f"Counts under {threshold} are hidden, as are shares and the counts that would reveal them. "
                    "Relations and gaps are then left out: they would print the hidden numbers.",
                ),
                "protected",
            )
        )
    parts = [staffing_section(own)] if own.staffing.posts else []
    if everything:
        parts = [ledger_section(own), relations_section(own), gaps_section(own), *parts]
    for section in parts:
        blocks += [_renamed(block) for block in section.blocks]
    return Section("own", Text("Egna siffror", "Your own figures"), tuple(blocks))


def _renamed(block: Block) -> Block:
    """Keep ids apart from those of the published agreement."""
    import attrs

    if isinstance(block, Table):
        return attrs.evolve(block, id=f"own-{block.id}")
    return block
