"""Collect the faults of an agreement's files before anything is refused."""

from __future__ import annotations

import attrs

from dualib.errors import BadData, Problem
from dualib.messages import message

__all__ = ["Faults"]


@attrs.define
class Faults:
    """A list of faults under collection; :meth:`refuse` raises them all together, in the order of the files.

    Examples
    --------
    >>> faults = Faults()
    >>> faults.refuse()
    >>> faults.add("figures.csv", 4, "cell-empty", column="place")
    >>> print(faults.found[0].text("sv"))
    figures.csv, rad 4: kolumn place: är tom: fyll i den
    """

    found: list[Problem] = attrs.field(factory=list)

    def add(self, where: str, row: int | None, code: str, **fields: object) -> None:
        """Add one fault of a kind of agreements.

        Parameters
        ----------
        where
            The file.
        row
            1 is the first row under the header, None the whole file.
        code
            The kind's name in ``agreements.toml``.
        fields
            The kind's fields; ``column`` names the column at fault.
        """
        what = message(f"agreements/{code}", **fields)
        column = fields.get("column")
        self.found.append(Problem(where, what, row, None if column is None else str(column)))

    def refuse(self) -> None:
        """Raise :class:`~dualib.errors.BadData` if anything was found.

        Raises
        ------
        BadData
            If anything was found.
        """
        if self.found:
            raise BadData(self.found)
