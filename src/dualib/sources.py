"""Where a rule comes from: citations with place, confidence, and the day somebody last looked."""

from __future__ import annotations

import enum
from datetime import date
from typing import Final, Literal

import attrs

from dualib.errors import BadInput
from dualib.language import Text
from dualib.messages import message

__all__ = ["NOT_IN_SOURCE", "Citation", "Confidence", "NotInSource"]


class NotInSource(enum.Enum):
    """What a source does not say.

    >>> NOT_IN_SOURCE, isinstance(NOT_IN_SOURCE, NotInSource)
    (NOT_IN_SOURCE, True)
    """

    NOT_IN_SOURCE = "NOT_IN_SOURCE"

    def __repr__(self) -> str:
        return "NOT_IN_SOURCE"


NOT_IN_SOURCE: Final = NotInSource.NOT_IN_SOURCE


class Confidence(enum.Enum):
    """How sure the project is that the source says so.

    >>> Confidence.VERIFIED.words.en
    'read in the source'
    """

    VERIFIED = "verified"
    AGREEMENT = "agreement"
    PROJECT = "project"
    INFERRED = "inferred"
    MEMORY = "memory"

    @property
    def words(self) -> Text:
        """What the mark means."""
        return _CONFIDENCE_WORDS[self]


_CONFIDENCE_WORDS = {
    Confidence.VERIFIED: Text("läst i källan", "read in the source"),
    Confidence.AGREEMENT: Text("läst i överenskommelsen", "read in the agreement"),
    Confidence.PROJECT: Text("fastställd av projektets ägare", "stated by the project's owner"),
    Confidence.INFERRED: Text("slutsats av andra källor", "inferred from other sources"),
    Confidence.MEMORY: Text("ur minnet, ej kontrollerat", "from memory, not checked"),
}


@attrs.frozen
class Citation:
    """A source of a rule or a figure.

    Attributes
    ----------
    source
        The act or ordinance with its number (``"SFS 2007:813"``), or the agreement's id.
    place
        The paragraph, or annex, heading and page.
    confidence
        How sure the project is.
    verified_on
        The day the source was last looked at.
    wording
        Which amending act gave the wording, if that is known.
    current_to
        The day up to which amendments of the source are known; None where that is not recorded.
        It says how far the reading reaches and is no part of the text, so fingerprints of rules leave it out.

    Examples
    --------
    >>> str(Citation("SFS 2007:813", "5 §", Confidence.VERIFIED, date(2026, 11, 22), "SFS 2019:1159"))
    'SFS 2007:813, 5 § (SFS 2019:1159)'
    """

    source: str
    place: str
    confidence: Confidence
    verified_on: date
    wording: str | None = None
    kind: Literal["law", "agreement", "project", "other"] = "law"
    current_to: date | None = None

    def __attrs_post_init__(self) -> None:
        for name in ("source", "place"):
            if not getattr(self, name):
                raise BadInput(message("ground/citation-without-place", name=name))

    def __str__(self) -> str:
        return f"{self.source}, {self.place}" + (f" ({self.wording})" if self.wording else "")
