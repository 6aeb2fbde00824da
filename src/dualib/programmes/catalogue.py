"""All national programmes, and each by its name."""

from __future__ import annotations

from typing import Final

from dualib import programmes
from dualib.errors import BadInput, suggestion
from dualib.rules.rule import Rule

__all__ = ["PROGRAMMES", "programme"]

#: Every national programme in the order of a report, which is that of the package's list of names.
#: All that the list offers beside what stands here is a rule.
PROGRAMMES: Final[tuple[Rule, ...]] = tuple(
    getattr(programmes, name) for name in programmes.__all__ if name not in __all__
)


def programme(name: str) -> Rule:
    """Return the national programme called ``name``.

    Raises
    ------
    BadInput
        If there is none; the nearest known name is suggested.

    Examples
    --------
    >>> programme("kaa").name.en
    'the municipal activity responsibility (KAA)'
    """
    known = {rule.id: rule for rule in PROGRAMMES}
    if name not in known:
        raise BadInput(
            f"programme {name!r} is not known: expected one of {', '.join(known)}.{suggestion(name, known)}"
        )
    return known[name]
