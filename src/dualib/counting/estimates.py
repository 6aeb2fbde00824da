"""An estimate of how many persons no register holds: a diagnostic, kept apart from counts by its type."""

from __future__ import annotations

import math

import attrs

from dualib.errors import BadInput
from dualib.language import Text

__all__ = ["Estimate", "chapman"]


@attrs.frozen(eq=False)
class Estimate:
    """A statistical estimate with its error: a diagnostic. It is no count, and cannot be made into one.

    Attributes
    ----------
    value, standard_error
        Persons, including those in no register.
    low, high
        A 95 per cent log-normal interval.
    assumptions
        What must hold for it to mean anything.

    Examples
    --------
    >>> chapman(787, 115, 35).assumptions.en
    'a closed population, independent registers, perfect linkage, equal chances for all'
    """

    value: float
    standard_error: float
    low: float
    high: float
    assumptions: Text

    def __index__(self) -> int:
        raise BadInput("an estimate is no count: show it as a diagnostic, beside the bounds of the ledger")

    __int__ = __index__


def chapman(first: int, second: int, both: int) -> Estimate:
    """Return Chapman's capture-recapture estimate of a population from two registers and their overlap.

    A diagnostic of coverage only: registers that depend on each other by law, as AF and KAA do, break what it assumes.

    Raises
    ------
    BadInput
        If a number is negative or the overlap exceeds a register.

    Examples
    --------
    >>> estimate = chapman(787, 115, 35)
    >>> round(estimate.value), round(estimate.standard_error)
    (2538, 339)
    """
    if not 0 <= both <= min(first, second):
        raise BadInput(f"overlap {both} of registers of {first} and {second}: expected from 0 to {min(first, second)}")
    value = (first + 1) * (second + 1) / (both + 1) - 1
    variance = (first + 1) * (second + 1) * (first - both) * (second - both) / ((both + 1) ** 2 * (both + 2))
    seen = first + second - both
    unseen = value - seen
    spread = math.exp(1.96 * math.sqrt(math.log1p(variance / unseen**2))) if unseen > 0 else 1.0
    return Estimate(
        value,
        math.sqrt(variance),
        seen + unseen / spread,
        seen + unseen * spread,
        Text(
            "sluten befolkning, oberoende register, felfri matchning, lika chans för alla",
            "a closed population, independent registers, perfect linkage, equal chances for all",
        ),
    )
