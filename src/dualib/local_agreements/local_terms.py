"""What readings and offers of local agreements share: how they cite, on which days they hold."""

from __future__ import annotations

from typing import Final

from dualib.language import Text
from dualib.programmes.shared_terms import READ_ON
from dualib.sources import Citation, Confidence

__all__ = ["any_day", "cited_agreement"]

_CHOSEN: Final = Text(
    "Att läsa överenskommelsen på alla dagar av delegationens tid (2014-12-18–2023-02-28) som "
    "stödet fanns är ett val här.",
    "To read the agreement on all days of the delegation's time (2014-12-18–2023-02-28) on which "
    "the support existed is a choice made here.",
)


def any_day(said: Text | None = None, *, holds: Text | None = None) -> Text:
    """Return the note of an agreement's reading of a national rule: its days are chosen here.

    Parameters
    ----------
    said
        What else is to be known of the reading.
    holds
        The agreement's own period in words, where it prints one.

    Examples
    --------
    >>> any_day(Text("Lokal utökning.", "A local extension.")).en[:30]
    'A local extension. To read the'
    """
    texts = [text for text in (said, _CHOSEN, holds) if text is not None]
    return Text(" ".join(text.sv for text in texts), " ".join(text.en for text in texts))


def cited_agreement(agreement: str, place: str) -> Citation:
    """Return a citation of a local agreement by its id.

    Examples
    --------
    >>> str(cited_agreement("exempelby", "s. 5"))
    'exempelby, s. 5'
    """
    return Citation(agreement, place, Confidence.AGREEMENT, READ_ON, None, "agreement")
