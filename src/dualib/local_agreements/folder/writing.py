"""The files of an agreement as tables: always the same rows for the same data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from dualib.local_agreements.folder.schema import SheetSpec
from dualib.tabular import Rows

__all__ = ["Sheet"]


def _rows(rows: Iterable[Mapping[str, str]]) -> tuple[Mapping[str, str], ...]:
    return tuple(rows)


@attrs.frozen
class Sheet:
    """One file of an agreement: its description, and its rows with a text in every cell.

    >>> from dualib.local_agreements.folder.schema import SHEETS
    >>> from dualib.tabular import in_format
    >>> party = {"key": "party", "value": "A, B", "place": "s. 1", "note": ""}
    >>> print(in_format(Sheet(SHEETS["agreement"], [party]), "csv"), end="")
    key,value,place,note
    party,"A, B",s. 1,
    """

    spec: SheetSpec
    rows: tuple[Mapping[str, str], ...] = attrs.field(converter=_rows)

    def to_rows(self) -> Rows:
        """Return all columns in order, their texts kept as they are: the file is read back."""
        header = self.spec.header
        cells = [[row.get(name, "") for name in header] for row in self.rows]
        return Rows(header, cells, verbatim=True)
