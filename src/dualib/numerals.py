r"""Numbers as people write and print them: ``787``, ``1 050``, ``85,3``, ``−5``.

Groups of three are told apart by spaces, decimals by a comma or a point; what comes in figures has
one meaning wherever it is read: in a column of a file, in a document, in a schema.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

__all__ = ["NUMBER", "Numeral", "numeral"]

NUMBER: Final = r"([-+−]?)(\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+|\d+)(?:([.,])(\d+))?"
"""What a number looks like, for schemas too: sign, whole part, decimal sign and decimals."""

_NUMBER: Final = re.compile(NUMBER, re.ASCII)
_SPACES: Final = re.compile(r"[ \u00a0\u202f\u2009]")


class Numeral(NamedTuple):
    """A number as it is written, part by part; ``whole`` is without the spaces between groups."""

    negative: bool
    whole: str
    sign: str
    decimals: str


def numeral(text: str) -> Numeral | None:
    """Return the parts of a number that a text is; None if it is something else.

    >>> numeral("−1 050,75"), numeral("ca 10")
    (Numeral(negative=True, whole='1050', sign=',', decimals='75'), None)
    """
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    minus, whole, sign, decimals = found.groups(default="")
    return Numeral(minus in ("-", "−"), _SPACES.sub("", whole), sign, decimals)
