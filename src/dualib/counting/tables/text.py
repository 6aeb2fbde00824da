"""Tables as aligned text and as rows. What is hidden is shown alike, primary or not."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

from dualib.counting.tables.dimensions import UNKNOWN_CATEGORY, CellStatus
from dualib.counting.tables.grid import Grid
from dualib.language import Text, check_language, written_number
from dualib.tabular import TOTAL, Cell, Rows, aligned

__all__ = ["as_rows", "as_text"]

_STATUS_WORDS = {
    CellStatus.OK: "",
    CellStatus.SUPPRESSED: "hidden",
    CellStatus.SECONDARY: "hidden",
    CellStatus.MISSING: "missing",
}
_SIGNS = {CellStatus.SUPPRESSED: "..", CellStatus.SECONDARY: "..", CellStatus.MISSING: "–"}
_LEGEND = {
    "..": Text(".. visas inte (röjandekontroll)", ".. not shown (disclosure control)"),
    "–": Text("– uppgift saknas", "– not available"),
}


def as_rows(table: Grid, *, totals: bool = False) -> Rows:
    """Return a row for each cell: the category of each dimension, the value and the status.

    The value is None if it is not shown. The status is empty, ``hidden`` or ``missing``. With
    ``totals``, rows of totals have ``total`` as category.

    >>> list(as_rows(Grid("persons", (), 787)))
    [(787, '')]
    """
    values, status = table.with_totals()
    places = [
        [
            *enumerate(dimension.categories),
            *([(len(dimension.categories), "total")] if totals else []),
        ]
        for dimension in table.dimensions
    ]
    rows: list[tuple[Cell, ...]] = []
    for cell in product(*places):
        index = tuple(place for place, _ in cell)
        code = CellStatus(int(status[index]))
        number: int | Decimal | None = None
        if code is CellStatus.OK:
            number = int(values[index])
            if table.decimals:
                number = Decimal(number).scaleb(-table.decimals)
        rows.append((*(category for _, category in cell), number, _STATUS_WORDS[code]))
    return Rows((*table.names, "value", "status"), rows)


def as_text(table: Grid, language: str) -> str:
    """Return the table as aligned text: the last dimension across, the others down, totals at the ends.

    Rows and columns of ``unknown`` in which nobody is are left out.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> print(as_text(Grid(Text("personer", "persons"), (), 787), "en"))
    persons
    787
    """
    check_language(language)
    values, status = table.with_totals()
    shown = [_shown(table, axis) for axis in range(len(table.dimensions))]
    signs: set[str] = set()

    def cell(index: tuple[int, ...]) -> str:
        code = CellStatus(int(status[index]))
        if code is CellStatus.OK:
            exact = Decimal(int(values[index])).scaleb(-table.decimals)
            return written_number(exact, language, decimals=table.decimals)
        signs.add(_SIGNS[code])
        return _SIGNS[code]

    if not table.dimensions:
        lines = [cell(())]
    else:
        *down, across = table.dimensions
        columns = [*shown[-1], len(across.categories)]
        words = [*(across.labels[place].say(language) for place in shown[-1]), TOTAL.say(language)]
        header = [*(dimension.label.say(language) for dimension in down), *words]
        grid = [header]
        for index in product(*shown[:-1]):
            names = [
                dimension.labels[place].say(language)
                for dimension, place in zip(down, index, strict=True)
            ]
            grid.append([*names, *(cell((*index, place)) for place in columns)])
        if down:
            last = tuple(len(dimension.categories) for dimension in down)
            names = [TOTAL.say(language), *[""] * (len(down) - 1)]
            grid.append([*names, *(cell((*last, place)) for place in columns)])
        lines = [aligned(grid, right=range(len(down), len(header)))]
    legend = [_LEGEND[sign].say(language) for sign in sorted(signs)]
    notes = [note.say(language) for note in table.notes]
    source = [table.source.say(language)] if table.source else []
    return "\n".join([table.label.say(language), *lines, *legend, *notes, *source])


def _shown(table: Grid, axis: int) -> list[int]:
    """Return the categories to show: all, but for an unknown in which nobody is."""
    kept = []
    for place, category in enumerate(table.dimensions[axis].categories):
        empty = not (
            table.values.take(place, axis=axis).any() or table.status.take(place, axis=axis).any()
        )
        if category != UNKNOWN_CATEGORY or not empty:
            kept.append(place)
    return kept
