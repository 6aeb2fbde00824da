"""What a report shows together, as ``report.csv`` in an agreement's folder says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import attrs

from dualib.language import Text

if TYPE_CHECKING:
    from dualib.local_agreements.model import Agreement

__all__ = ["Together", "shown_together"]


@attrs.frozen
class Together:
    """One row of ``report.csv``.

    Attributes
    ----------
    register
        The register that is counted, by its name in the agreement's ledger.
    by, category
        How it is divided, and the category counted: a fact; ``has`` and a fact; ``status`` and a
        status; ``age`` and where its bands begin. Empty for everybody.
    figure
        The id of the printed figure, the beginning of the ids for women, men and all, or the name
        of a table.
    words
        What it is called; None where the figure's own words do.
    """

    register: str
    by: str
    category: str
    figure: str
    words: Text | None


def shown_together(
    agreement: Agreement, kind: Literal["beside", "whole", "residents", "glance"]
) -> tuple[Together, ...]:
    """Return the rows of one kind; none where the agreement has no ``report.csv``.

    Parameters
    ----------
    kind
        ``beside``: counts of a register beside printed figures. ``whole``: the figures printed of
        the whole target group. ``residents``: those of all young residents. ``glance``: the tables
        drawn at the head of the figures.

    Examples
    --------
    >>> from dualib.local_agreements import agreement
    >>> [row.figure for row in shown_together(agreement("kalmar"), "whole")]
    ['target.all', 'target.16-19']
    """
    return tuple(
        Together(
            row["register"],
            row["by"],
            row["category"],
            row["figure"],
            Text(row["words"], row["words_en"] or row["words"]) if row["words"] else None,
        )
        for row in agreement.sheets.get("report", ())
        if row["kind"] == kind
    )
