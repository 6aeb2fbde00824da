"""Faults of the files of an agreement, said in both languages and collected before anything is refused."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from dualib.errors import BadData, Problem, suggestion
from dualib.language import Text

__all__ = ["Fault", "Faults", "nearest"]


@attrs.frozen
class Fault(Problem):
    """A :class:`~dualib.errors.Problem` that can also be said in Swedish.

    Examples
    --------
    >>> faults = Faults()
    >>> faults.add("figures.csv", 4, "kolumn ort: saknas", "column place: empty")
    >>> print(faults.found[0].say("sv"))
    figures.csv, rad 4: kolumn ort: saknas
    """

    text: Text = attrs.field(kw_only=True)

    def say(self, language: str) -> str:
        """Return where it is and what is wrong, in ``language``."""
        row = "" if self.row is None else f", {Text('rad', 'row').say(language)} {self.row}"
        return f"{self.where}{row}: {self.text.say(language)}"


@attrs.define
class Faults:
    """A list of faults under collection; :meth:`refuse` raises them all together, in the order of the files.

    Examples
    --------
    >>> Faults().refuse()
    """

    found: list[Fault] = attrs.field(factory=list)

    def add(self, where: str, row: int | None, sv: str, en: str) -> None:
        """Add one fault; ``row`` 1 is the first row under the header, None the whole file."""
        self.found.append(Fault(where, en, row, text=Text(sv, en)))

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
