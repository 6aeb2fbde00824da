"""Faults of the files of an agreement, said in both languages and collected before anything is refused."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from dualib.errors import BadData, Problem, suggestion
from dualib.language import Text

__all__ = ["Faults", "nearest"]


@attrs.define
class Faults:
    """A list of faults under collection; :meth:`refuse` raises them all together, in the order of the files.

    Examples
    --------
    >>> faults = Faults()
    >>> faults.refuse()
    >>> faults.add("figures.csv", 4, "kolumn ort: saknas", "column place: empty")
    >>> print(faults.found[0].text("sv"))
    figures.csv, rad 4: kolumn ort: saknas
    """

    found: list[Problem] = attrs.field(factory=list)

    def add(self, where: str, row: int | None, sv: str, en: str) -> None:
        """Add one fault; ``row`` 1 is the first row under the header, None the whole file."""
        self.found.append(Problem(where, Text(sv, en), row))

    def refuse(self) -> None:
        """Raise :class:`~dualib.errors.BadData` if anything was found.

        Raises
        ------
        BadData
            If anything was found.
        """
        if self.found:
            raise BadData(self.found)


def nearest(name: str, known: Iterable[str]) -> tuple[str, str]:
    """Return a suggestion in Swedish and in English, both empty when nothing is near.

    >>> nearest("persns", ["persons"])
    (" Menade du 'persons'?", " Did you mean 'persons'?")
    """
    english = suggestion(name, known)
    return english.replace("Did you mean", "Menade du"), english
