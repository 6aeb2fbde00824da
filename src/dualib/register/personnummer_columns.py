"""Replace columns of personal identity numbers by pseudonyms, birth dates and sexes."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

import attrs
import numpy as np

from dualib.errors import BadData, BadInput, Problem
from dualib.person.personnummer import checked_key, identity
from dualib.person.values import is_missing

__all__ = ["Identities", "identities"]

_PROTECTED: Final = frozenset(
    {
        "skyddad",
        "skyddade",
        "skyddad identitet",
        "skyddad folkbokföring",
        "skyddade personuppgifter",
        "sekretessmarkerad",
        "sekretessmarkering",
        "protected",
    }
)


@attrs.frozen(eq=False)
class Identities:
    """The numbers of a column, replaced.

    Attributes
    ----------
    keys
        One pseudonym per row; for a row without a number ``"unlinkable-<column>-<row>"``, where
        the column is known by its ``where`` and all its numbers, under the key: the rows of another
        column have other keys.
    born
        ``datetime64[D]``, NaT where the number is missing.
    sex
        ``"woman"``, ``"man"`` or None.
    unlinkable
        True where the number is missing or protected: such a person may be in another register too,
        which cannot be found out.

    Examples
    --------
    >>> list(identities(["191212121212"], b"sixteen bytes or more").columns)
    ['key', 'born', 'sex']
    """

    keys: tuple[str, ...]
    born: np.ndarray[Any, np.dtype[np.datetime64]]
    sex: tuple[str | None, ...]
    unlinkable: np.ndarray[Any, np.dtype[np.bool_]]

    @property
    def columns(self) -> dict[str, Any]:
        """The columns ``key``, ``born`` and ``sex`` for :meth:`dualib.Register.from_frames`."""
        return {"key": list(self.keys), "born": self.born, "sex": list(self.sex)}


def identities(
    numbers: Iterable[str | int | None],
    key: bytes,
    *,
    on: date | None = None,
    where: str = "persons",
) -> Identities:
    """Replace a column of numbers by pseudonyms, birth dates and sexes.

    A missing number, or a word such as ``skyddad``, is a person who cannot be linked between registers.

    Parameters
    ----------
    numbers, on
        As in :func:`identity`; None, or a word such as ``skyddad``, where there is none to link by.
    key
        At least 16 secret bytes; the same for all columns that are to be linked.
    where
        The file or table, for messages. Give each its own: it tells persons without a number apart.

    Raises
    ------
    BadData
        With the row of every number that cannot be right; none of them is shown.
    BadInput
        If the key is shorter than 16 bytes.

    Examples
    --------
    >>> found = identities(["191212121212", None], b"sixteen bytes or more")
    >>> found.sex, found.unlinkable.tolist(), found.keys[1].startswith("unlinkable-")
    (('man', None), [False, True], True)
    """
    secret = checked_key(key)
    keys: list[str] = []
    sexes: list[str | None] = []
    problems: list[Problem] = []
    days: list[date | None] = []
    for row, number in enumerate(numbers, start=1):
        found = None
        if not is_missing(number) and str(number).strip().lower() not in _PROTECTED:
            try:
                found = identity(number, on=on)  # type: ignore[arg-type]
            except BadInput as error:
                problems.append(Problem(where, error.message, row))
        keys.append(found.pseudonym(secret) if found else "")
        sexes.append(found.sex if found else None)
        days.append(found.born if found else None)
    if problems:
        raise BadData(problems)
    column = hmac.new(secret, "\n".join([where, *keys]).encode(), hashlib.sha256).hexdigest()[:12]
    keys = [found or f"unlinkable-{column}-{row}" for row, found in enumerate(keys, start=1)]
    born = np.array(days, dtype="datetime64[D]")
    return Identities(tuple(keys), born, tuple(sexes), np.isnat(born))
