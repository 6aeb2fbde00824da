"""Counts of persons as they may be shown: the user's own are protected unless that is switched off by name.

All the tables of a report count the same persons, so it is not enough that each is safe alone. A reader may know that
one group lies inside another (who may take part in a course is of a certain age) and take one number from the other.
:class:`Release` therefore remembers what it has let out: a further table is shown only where no difference between a
table already shown and the new one is a small number of persons, and all tables together tell none
(:mod:`~dualib.report.release.comparing`). When that cannot be had, the table is hidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product
from typing import Final

import attrs
import numpy as np
import numpy.typing as npt

from dualib.counting.disclosure.protection import protect_counts
from dualib.errors import UnprotectableError
from dualib.exact.network import with_totals
from dualib.language import Text
from dualib.report.release.comparing import Codes, Division, Sums, gives_away

__all__ = ["HIDDEN", "Release", "Shown"]

HIDDEN: Final = Text("skyddat", "protected")


@attrs.frozen
class Shown:
    """How counts are shown: with a threshold, or (None) as they are; ``label`` marks made-up persons."""

    threshold: int | None
    label: Text | None

    @property
    def illustration(self) -> bool:
        """Whether the persons are made up."""
        return self.label is not None


class Release:
    """What is let out of one population, table by table; each number is shown or :data:`HIDDEN`.

    Parameters
    ----------
    size
        The number of persons.
    threshold
        The smallest number shown; None shows all.

    Examples
    --------
    >>> release = Release(100, 5)
    >>> release.answers(np.repeat([0, 1], [40, 60]), 2)
    [40, 60]
    >>> release.answers(np.repeat([0, 1], [42, 58]), 2)  # two persons are in the one group and not in the other
    [Text(sv='skyddat', en='protected'), Text(sv='skyddat', en='protected')]
    """

    def __init__(self, size: int, threshold: int | None) -> None:
        self.size = size
        self.threshold = threshold
        self._seen: list[tuple[list[Division], Sums]] = []
        self._told = self._nothing = Sums.of_none(size)
        self._families: dict[str, Codes] = {}
        self._given: list[tuple[Codes, list[int | Text]]] = []

    @property
    def total(self) -> int | Text:
        """The number of persons."""
        return self.size if self.threshold is None or not 0 < self.size < self.threshold else HIDDEN

    def answers(self, codes: Codes, parts: int, family: str | None = None) -> list[int | Text]:
        """Return how many persons have each code, 0 to ``parts - 1``.

        Parameters
        ----------
        codes
            One a person.
        family
            Tables of one family are parts or variants of one another, so a reader can combine them at will: the first
            is shown as any table, a further one only where no combination of their codes is rare.
        """
        counts = np.bincount(codes, minlength=parts)
        if self.threshold is None:
            return [int(count) for count in counts]
        for before, cells in self._given:
            if len(cells) == parts and np.array_equal(before, codes):
                return list(cells)
        nothing: list[int | Text] = [HIDDEN] * parts
        if family is not None and not self._joins(family, codes, self.threshold):
            return nothing
        try:
            report = protect_counts(with_totals(counts), threshold=self.threshold)
        except UnprotectableError:
            return nothing
        hidden = (report.primary | report.secondary)[:-1]
        if not self._admit([Division.of(codes, counts, hidden)]):
            return nothing
        given: list[int | Text] = [
            HIDDEN if hide else int(count) for count, hide in zip(counts, hidden, strict=True)
        ]
        self._given.append((codes, given))
        return given

    def table(self, codes: Sequence[Codes], shape: Sequence[int]) -> npt.NDArray[np.object_]:
        """Return the counts by several codes at once, with totals last along each axis, as an array of objects.

        When the whole table cannot be protected, only the totals over its last axes are shown.
        """
        key = np.ravel_multi_index(
            [np.asarray(part, dtype=np.intp) for part in codes], tuple(shape)
        )
        inner = np.bincount(key, minlength=int(np.prod(shape))).reshape(tuple(shape))
        counts = with_totals(inner)
        cells: npt.NDArray[np.object_] = counts.astype(object)
        if self.threshold is None:
            return cells
        hidden = np.ones(counts.shape, dtype=np.bool_)
        for kept in range(len(shape), 0, -1):
            place = (slice(None),) * kept + (-1,) * (len(shape) - kept)
            try:
                report = protect_counts(counts[place], threshold=self.threshold)
            except UnprotectableError:
                continue
            found = report.primary | report.secondary
            if self._admit(_margins(codes[:kept], counts[place], found)):
                hidden[place] = found
                break
        if self.total is not HIDDEN:
            hidden.flat[-1] = False
        cells[hidden] = HIDDEN
        return cells

    def _joins(self, family: str, codes: Codes, threshold: int) -> bool:
        """Take a table into its family, if there is nothing rare among the combinations."""
        before = self._families.get(family)
        if before is None:
            self._families[family] = np.asarray(codes)
            return True
        joint = np.unique(np.stack([before, codes]), axis=1, return_inverse=True)[1].reshape(-1)
        sizes = np.bincount(joint)
        if ((sizes > 0) & (sizes < threshold)).any():
            return False
        self._families[family] = joint
        return True

    def _admit(self, table: list[Division]) -> bool:
        """Remember the divisions of a table as shown, if none gives anything away together with those before."""
        assert self.threshold is not None
        for before, sums in self._seen:
            for new, old in product(table, before):
                cross = np.bincount(
                    new.blocks * old.count + old.blocks, minlength=new.count * old.count
                )
                if new.count > 1 < old.count and gives_away(
                    cross.reshape(new.count, old.count), self.threshold
                ):
                    return False
            # Two divisions tell no more than their differences.
            if len(table) + len(before) > 2 and sums.and_those_of(table).tell(self.threshold):
                return False
        # Of all tables at once only the finest combinations are looked at, so the pairs are asked apart.
        together = self._told.and_those_of(table)
        if together.tell(self.threshold):
            return False
        self._seen.append((table, self._nothing.and_those_of(table)))
        self._told = together
        return True


def _margins(
    codes: Sequence[Codes], counts: npt.NDArray[np.int64], hidden: npt.NDArray[np.bool_]
) -> list[Division]:
    """Return the division that each set of axes shows, that by all axes last."""
    found = []
    axes = range(len(codes))
    for length in range(1, len(codes) + 1):
        for kept in combinations(axes, length):
            place = tuple(slice(-1) if axis in kept else -1 for axis in axes)
            margin = counts[place]
            key = np.ravel_multi_index(
                [np.asarray(codes[axis], dtype=np.intp) for axis in kept], margin.shape
            )
            found.append(Division.of(key, margin, hidden[place]))
    return found
