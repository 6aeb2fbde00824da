"""Printed cells and the relations said to hold among them, in exact arithmetic; nothing here knows of agreements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Literal, get_args

import attrs

from dualib.errors import BadInput, nearest
from dualib.language import Text
from dualib.messages import message

__all__ = ["Cell", "Constraint", "Kind", "Range", "Relation", "constraints", "may_hold", "room"]

Kind = Literal["sum", "share", "equal", "at_most", "fte_sum"]

Range = tuple[Fraction | None, Fraction | None]
"""From and to, both inclusive; None means no bound. A range whose first is above its second holds nothing."""

_NOTHING: Range = (Fraction(1), Fraction(0))


def _number(value: Fraction | int | str | None) -> Fraction | None:
    if isinstance(value, float):
        raise BadInput(message("counting/not-a-cell-value", value=value))
    return None if value is None else Fraction(value)


def _fraction(value: Fraction | int | str) -> Fraction:
    return Fraction(value)


def _ids(values: Iterable[str]) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else tuple(values)


@attrs.frozen
class Cell:
    """One number as printed, or the place of one that is hidden or missing.

    Attributes
    ----------
    id
        Its name in relations.
    value
        The number, exactly as printed; None if hidden or missing.
    step
        The unit of the last printed digit: 1 for counts, 1/10 for 85,3.
    suppressed
        Whether the number is hidden on purpose.
    rounded
        Whether the number printed is a rounded one; then sums of it may be off by half a step. Percentages of a
        ``share`` relation are rounded in any case.
    low, high
        What a hidden or missing number cannot be below or above; ``high=None`` sets no limit.

    Examples
    --------
    >>> Cell("men", 490).value, Cell("share", "85.3", "0.1").step
    (Fraction(490, 1), Fraction(1, 10))
    """

    id: str
    value: Fraction | None = attrs.field(converter=_number)
    step: Fraction = attrs.field(default=Fraction(1), converter=_fraction)
    suppressed: bool = False
    rounded: bool = attrs.field(default=False, kw_only=True)
    low: Fraction = attrs.field(default=Fraction(0), converter=_fraction, kw_only=True)
    high: Fraction | None = attrs.field(default=None, converter=_number, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.step <= 0:
            raise BadInput(message("counting/step-not-above-zero", cell=self.id, step=self.step))
        if self.suppressed and self.value is not None:
            raise BadInput(
                message("counting/suppressed-with-value", cell=self.id, value=self.value)
            )


@attrs.frozen
class Relation:
    """Something that printed numbers are said to satisfy.

    Attributes
    ----------
    id
        Its name.
    kind
        ``sum`` and ``fte_sum``: the right cells sum to left + ``adjust``. ``share``: left percent = right cells / base.
        ``equal``: each right cell is left + ``adjust``. ``at_most``: each right cell is at most left + ``adjust``.
    left, right, base
        Ids of cells.
    adjust
        What a footnote says is counted twice (or, negative, left out).
    note
        That footnote, in words.

    Raises
    ------
    BadInput
        If the kind is unknown, a share has no base or another kind has one, or a cell occurs twice.

    Examples
    --------
    >>> Relation("sexes", "sum", "all", ("women", "men")).cells
    ('all', 'women', 'men')
    """

    id: str
    kind: Kind
    left: str
    right: tuple[str, ...] = attrs.field(converter=_ids)
    base: str | None = None
    adjust: Fraction = attrs.field(default=Fraction(0), converter=_fraction)
    note: Text | None = None

    def __attrs_post_init__(self) -> None:
        kinds = get_args(Kind)
        if self.kind not in kinds:
            raise BadInput(
                message(
                    "counting/no-relation-kind",
                    relation=self.id,
                    kind=self.kind,
                    known=tuple(kinds),
                    near=nearest(self.kind, kinds),
                )
            )
        if not self.right:
            raise BadInput(message("counting/no-right-side", relation=self.id))
        if (self.kind == "share") != (self.base is not None):
            raise BadInput(
                message("counting/base-of-share", relation=self.id, kind=self.kind, base=self.base)
            )
        twice = sorted({cell for cell in self.cells if self.cells.count(cell) > 1})
        if twice:
            raise BadInput(message("counting/cell-named-twice", relation=self.id, cell=twice[0]))

    @property
    def cells(self) -> tuple[str, ...]:
        """Every cell it is about, left first."""
        return (self.left, *self.right, *(() if self.base is None else (self.base,)))


@attrs.frozen
class Constraint:
    """A weighted sum of cells that lies in a range."""

    terms: Mapping[str, Fraction]
    range: Range


def constraints(
    relation: Relation, cells: Mapping[str, Cell], values: Mapping[str, Fraction | None]
) -> list[Constraint]:
    """Write a relation as linear constraints; a share needs its left or its base known, else it says nothing.

    >>> cells = {name: Cell(name, None) for name in "abc"}
    >>> [c.range for c in constraints(Relation("r", "sum", "a", ("b", "c")), cells, {"a": None, "b": None, "c": None})]
    [(Fraction(0, 1), Fraction(0, 1))]
    """
    one = Fraction(1)
    if relation.kind == "share":
        assert relation.base is not None
        half = cells[relation.left].step / 2
        left, base = values[relation.left], values[relation.base]
        if left is not None:
            parts = {cell: Fraction(100) for cell in relation.right}
            return [
                Constraint({**parts, relation.base: -(left + half)}, (None, Fraction(0))),
                Constraint({**parts, relation.base: -(left - half)}, (Fraction(0), None)),
            ]
        if not base:
            return []
        return [
            Constraint(
                {relation.left: -one, **dict.fromkeys(relation.right, 100 / base)}, (-half, half)
            )
        ]
    low = None if relation.kind == "at_most" else relation.adjust
    if relation.kind in ("sum", "fte_sum"):
        return [
            Constraint(
                {relation.left: -one, **dict.fromkeys(relation.right, one)}, (low, relation.adjust)
            )
        ]
    return [
        Constraint({relation.left: -one, cell: one}, (low, relation.adjust))
        for cell in relation.right
    ]


def room(
    relation: Relation, cells: Mapping[str, Cell], values: Mapping[str, Fraction | None], cell: str
) -> Range:
    """Return what one cell can be for a relation to hold, the others being as given (unknown: all they can be).

    >>> cells = {"all": Cell("all", 787), "women": Cell("women", 297), "men": Cell("men", 491)}
    >>> values = {name: cell.value for name, cell in cells.items()}
    >>> [str(end) for end in room(Relation("sexes", "sum", "all", ("women", "men")), cells, values, "men")]
    ['490', '490']
    """
    others = {**values, cell: None}
    if relation.kind == "share":
        if relation.base is not None and cell != relation.base and values[relation.base] == 0:
            return _NOTHING
        if any(others[name] is None for name in relation.cells if name != cell):
            return None, None
    low: Fraction | None = None
    high: Fraction | None = None
    for constraint in constraints(relation, cells, others):
        weight = constraint.terms.get(cell, Fraction(0))
        least, most = constraint.range
        for name, factor in constraint.terms.items():
            if name == cell:
                continue
            value = values[name]
            ends: Range = (cells[name].low, cells[name].high) if value is None else (value, value)
            bottom, top = ends
            if factor < 0:
                bottom, top = top, bottom
            least = None if least is None or top is None else least - factor * top
            most = None if most is None or bottom is None else most - factor * bottom
        if weight < 0:
            least, most = most, least
        if weight == 0:
            if (least is not None and least > 0) or (most is not None and most < 0):
                return _NOTHING
            continue
        low = low if least is None else least / weight if low is None else max(low, least / weight)
        high = high if most is None else most / weight if high is None else min(high, most / weight)
    return low, high


def may_hold(
    relation: Relation, cells: Mapping[str, Cell], values: Mapping[str, Fraction | None]
) -> bool:
    """Return whether a relation holds or, where numbers are unknown, still may."""
    low, high = room(relation, cells, values, relation.left)
    left = cells[relation.left]
    value = values[relation.left]
    ends: Range = (left.low, left.high) if value is None else (value, value)
    bottom, top = ends
    if low is not None and high is not None and low > high:
        return False
    return (low is None or top is None or low <= top) and (
        high is None or bottom is None or bottom <= high
    )
