"""Counts of persons, and figures of documents: numbers between bounds, whole or exact fractions."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from fractions import Fraction
from typing import Any, ClassVar, Self, SupportsIndex

import attrs

from dualib.errors import BadInput
from dualib.exact.bounds import Bounds, check_exact
from dualib.language import Text
from dualib.messages import message

__all__ = ["Count", "Interval"]


def _fraction(value: Fraction | int | None) -> Fraction | None:
    check_exact(value)
    return None if value is None else Fraction(value)


@attrs.frozen
class Interval(Bounds[Fraction]):
    """An exact number known to lie from ``low`` to ``high``; None means no bound on that side.

    Examples
    --------
    >>> interval = Interval(1, Fraction(9, 2))
    >>> interval.contains(3), interval.text("sv"), str(interval)
    (True, '1–4,5', '1–9/2')
    >>> str(Interval(0, None)), str(Interval())
    ('≥ 0', '?')
    """

    low: Fraction | None = attrs.field(default=None, converter=_fraction)
    high: Fraction | None = attrs.field(default=None, converter=_fraction)


def _whole(value: SupportsIndex) -> int:
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise BadInput(message("exact/bound-not-whole", value=value))
    return operator.index(value)


def _basis(texts: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(texts)


@attrs.frozen
class Count(Bounds[int]):
    """How many: a whole number known to lie from ``low`` to ``high``.

    Parameters
    ----------
    low, high
        Whole numbers with ``low <= high``.
    basis
        What the bounds rest on, in words; not compared.

    Raises
    ------
    BadInput
        If a bound is not a whole number, or ``low`` is above ``high``.

    Examples
    --------
    >>> jobless = Count(807, 902)
    >>> str(jobless), str(jobless + 10), jobless.known
    ('807–902', '817–912', False)
    >>> jobless < 900, jobless < 903
    (<Verdict.UNKNOWN: 0>, <Verdict.YES: 1>)
    """

    _noun: ClassVar[Text] = Text("antalet", "count")

    low: int = attrs.field(converter=_whole)
    high: int = attrs.field(converter=_whole)
    basis: tuple[Text, ...] = attrs.field(default=(), converter=_basis, eq=False, repr=False)

    @classmethod
    def of(cls, value: Count | SupportsIndex) -> Count:
        """Return ``value`` as a count; a whole number becomes an exact one.

        >>> Count.of(787)
        Count(low=787, high=787)
        """
        return value if isinstance(value, Count) else cls(value, value)

    def contains(self, value: int | Fraction) -> bool:
        """Return whether the true number may be ``value``; one with decimals it never is.

        >>> Count(807, 902).contains(850), Count(807, 902).contains(Fraction(1701, 2))
        (True, False)
        """
        return Fraction(value).denominator == 1 and super().contains(value)

    def _merged(self, other: Self) -> dict[str, Any]:
        return {"basis": self.basis + other.basis}
