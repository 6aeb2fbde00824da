"""Writing the files of an agreement: always the same bytes for the same rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from dualib.local_agreements.folder.schema import SheetSpec

__all__ = ["written_sheet"]


def written_sheet(spec: SheetSpec, rows: Iterable[Mapping[str, str]]) -> str:
    r"""Return the text of a CSV file: all columns in order, commas, line feeds, quotes only where they are needed.

    >>> from dualib.local_agreements.folder.schema import SHEETS
    >>> written_sheet(SHEETS["agreement"], [{"key": "party", "value": "A, B", "place": "s. 1", "note": ""}])
    'key,value,place,note\nparty,"A, B",s. 1,\n'
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, spec.header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
