"""A reader who puts together everything a report shows, and works out what each hidden number can be at most and least.

The reader is generous to herself: of any two tables she knows which combinations of their cells no person has.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import highspy
import numpy as np


@attrs.frozen
class Told:
    """What one table tells: the cell of every person, and for sets of cells the number shown (None where hidden)."""

    codes: np.ndarray
    shown: tuple[tuple[frozenset[int], int | None], ...]

    @classmethod
    def one_way(cls, codes: np.ndarray, cells: Sequence[object]) -> Told:
        shown = [
            (frozenset([place]), cell if isinstance(cell, int) else None)
            for place, cell in enumerate(cells)
        ]
        return cls(np.asarray(codes), tuple(shown))

    @classmethod
    def cross(cls, codes: Sequence[np.ndarray], cells: np.ndarray) -> Told:
        """Return what a table with totals last along each axis tells."""
        shape = tuple(length - 1 for length in cells.shape)
        numbers = np.arange(int(np.prod(shape))).reshape(shape)
        shown = []
        for place in np.ndindex(cells.shape):
            inner = tuple(
                slice(None) if at == size else at for at, size in zip(place, shape, strict=True)
            )
            value = cells[place]
            shown.append(
                (
                    frozenset(np.ravel(numbers[inner]).tolist()),
                    value if isinstance(value, int) else None,
                )
            )
        return cls(
            np.ravel_multi_index([np.asarray(part, dtype=np.intp) for part in codes], shape),
            tuple(shown),
        )


def pinned(tables: Sequence[Told], size: int, small: int = 5) -> list[tuple[str, int]]:
    """Return the counts from 1 to ``small - 1``, of cells or of combinations of cells, that can be told exactly."""
    stacked = np.stack([table.codes for table in tables])
    # The combinations that persons have; the reader knows that there are no others.
    joint, counts = np.unique(stacked, axis=1, return_counts=True)
    columns = range(joint.shape[1])
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    for _ in columns:
        model.addVar(0, highspy.kHighsInf)

    def add(chosen: Sequence[int], value: int) -> None:
        model.addRow(
            value, value, len(chosen), np.array(chosen, dtype=np.int32), np.ones(len(chosen))
        )

    add(list(columns), size)
    targets: dict[frozenset[int], str] = {
        frozenset([column]): f"combination {joint[:, column]}" for column in columns
    }
    for number, table in enumerate(tables):
        for cells, value in table.shown:
            chosen = [column for column in columns if joint[number, column] in cells]
            if value is not None:
                add(chosen, value)
            targets[frozenset(chosen)] = f"table {number}, cells {sorted(cells)}"
    if not any(0 < counts[list(chosen)].sum() < small for chosen in targets if chosen):
        return []
    found = []
    everything = np.arange(len(columns), dtype=np.int32)
    for chosen, name in targets.items():
        true = int(counts[list(chosen)].sum()) if chosen else 0
        if not 0 < true < small:
            continue
        costs = np.isin(everything, list(chosen)).astype(float)
        ends = []
        for sense in (highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize):
            model.changeColsCost(len(columns), everything, costs)
            model.changeObjectiveSense(sense)
            model.run()
            ends.append(
                np.inf
                if model.getModelStatus() == highspy.HighsModelStatus.kUnbounded
                else model.getInfo().objective_function_value
            )
        if ends[1] - ends[0] < 0.5:
            found.append((name, true))
    return found
