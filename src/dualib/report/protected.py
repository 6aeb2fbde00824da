"""Counts of persons as they may be shown: the user's own are protected unless that is switched off by name."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from dualib.counting import Table as Counts
from dualib.counting import protect
from dualib.counting.dimensions import CellStatus
from dualib.errors import UnprotectableError
from dualib.language import Text

__all__ = ["HIDDEN", "Shown"]

HIDDEN = Text("skyddat", "protected")


@attrs.frozen
class Shown:
    """How counts are shown: with a threshold, or (None) as they are; ``label`` marks made-up persons."""

    threshold: int | None
    label: Text | None

    @property
    def illustration(self) -> bool:
        """Whether the persons are made up."""
        return self.label is not None

    def cells(self, counts: Counts) -> tuple[list[list[int | Text]], Text | None]:
        """Return a two-way table with totals last, each cell a number or the mark of a protected one, and a remark.

        A table that cannot be protected is shown as marks alone.
        """
        values, status = counts.with_totals()
        remark = None
        if self.threshold is not None:
            try:
                values, status = protect(counts, threshold=self.threshold).table.with_totals()
            except UnprotectableError:
                remark = Text(
                    f"Tabellen rymmer för få personer för att visas (under {self.threshold}).",
                    f"The table holds too few persons to be shown (fewer than {self.threshold}).",
                )
                return [[HIDDEN] * values.shape[1] for _ in range(values.shape[0])], remark
            if (status != CellStatus.OK).any():
                remark = Text(
                    f"Antal under {self.threshold}, och de som annars skulle avslöja dem, är dolda.",
                    f"Counts under {self.threshold}, and those that would reveal them, are hidden.",
                )
        rows: list[list[int | Text]] = [
            [int(value) if code == CellStatus.OK else HIDDEN for value, code in zip(line, codes, strict=True)]
            for line, codes in zip(values, status, strict=True)
        ]
        return rows, remark

    def total(self, value: int, others: Sequence[int] = ()) -> int | Text:
        """Return a number of persons standing alone, hidden if it or its complement is too small."""
        if self.threshold is None or (value == 0 and not others):
            return value
        parts = [value, *others]
        return value if all(part == 0 or part >= self.threshold for part in parts) else HIDDEN
