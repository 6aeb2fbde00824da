"""The municipalities and the agreement each of them has: six municipalities, five agreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from dualib.agreements.agreement import Agreement

__all__ = ["Municipality", "plain"]

_LETTERS = str.maketrans("åäöéü_ ", "aaoeu--")


def plain(name: str) -> str:
    """Return a name as ids are written: small letters, no dots and rings, hyphens.

    >>> plain("Västerås"), plain("Tjörn_Orust")
    ('vasteras', 'tjorn-orust')
    """
    return name.strip().lower().translate(_LETTERS)


@attrs.frozen
class Municipality:
    """A municipality that is party to an agreement.

    Attributes
    ----------
    name : str
        Its name as Swedish writes it.
    code : str
        The four digits of Statistics Sweden, as text since some begin with 0; empty where the source lacks it.
    agreement_id : str
        The id of its agreement, which two municipalities may share.

    Examples
    --------
    >>> import dualib.agreements
    >>> orust = dualib.agreements.municipality("orust")
    >>> orust.name, orust.code, orust.agreement.id
    ('Orust', '1421', 'tjorn-orust')
    """

    name: str
    code: str
    agreement_id: str

    @property
    def id(self) -> str:
        """The name in small letters without rings and dots, as ``municipality()`` takes it."""
        return plain(self.name)

    @property
    def agreement(self) -> Agreement:
        """Its agreement."""
        from dualib.agreements import agreement

        return agreement(self.agreement_id)
