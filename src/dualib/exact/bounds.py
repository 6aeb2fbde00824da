"""Numbers known only to lie between two bounds: whole counts, and exact fractions for figures of documents."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from fractions import Fraction
from typing import SupportsIndex

import attrs

from dualib.errors import BadInput
from dualib.language import Text, written_number
from dualib.verdicts import NO, UNKNOWN, YES, Verdict

__all__ = ["Count", "Interval"]


def _whole(value: SupportsIndex) -> int:
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise BadInput(f"a bound of a count is {value!r}: expected a whole number")
    return operator.index(value)


def _written(low: str, high: str) -> str:
    return low if low == high else f"{low}\N{EN DASH}{high}"


def _basis(texts: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(texts)


@attrs.frozen(order=False)
class Count:
    """How many: a whole number known to lie from ``low`` to ``high``, both inclusive.

    Equality is of the two bounds (``==`` answers True or False); the order comparisons are about the unknown true
    numbers and answer with a :class:`~dualib.verdicts.Verdict`. Sums of counts are sound but forget what the parts had
    in common (``x - x`` is not 0): ask a :class:`~dualib.counting.Ledger` where registers overlap.

    Parameters
    ----------
    low, high
        The bounds, whole numbers with ``low <= high``.
    basis
        What the bounds rest on, in words; not compared.

    Raises
    ------
    BadInput
        If a bound is no whole number, or ``low`` is above ``high``.

    Examples
    --------
    >>> jobless = Count(807, 902)
    >>> str(jobless), str(jobless + 10), jobless.certain, jobless.possible
    ('807–902', '817–912', 807, 902)
    >>> jobless < 900, jobless < 903
    (<Verdict.UNKNOWN: 0>, <Verdict.YES: 1>)
    """

    low: int = attrs.field(converter=_whole)
    high: int = attrs.field(converter=_whole)
    basis: tuple[Text, ...] = attrs.field(default=(), converter=_basis, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.low > self.high:
            raise BadInput(
                f"a count from {self.low} to {self.high}: expected the lower bound first"
            )

    @classmethod
    def of(cls, value: Count | SupportsIndex) -> Count:
        """Return ``value`` as a count; a whole number becomes an exact one.

        >>> Count.of(787)
        Count(low=787, high=787)
        """
        return value if isinstance(value, Count) else cls(value, value)

    @property
    def certain(self) -> int:
        """At least this many."""
        return self.low

    @property
    def possible(self) -> int:
        """At most this many."""
        return self.high

    def exact(self) -> int:
        """Return the number if it is known.

        Raises
        ------
        BadInput
            If the bounds differ: an interval has no single value.

        Examples
        --------
        >>> Count(115, 115).exact()
        115
        """
        if self.low < self.high:
            raise BadInput(
                f"the count is only known to be {self}: use .certain or .possible, or show both"
            )
        return self.low

    def holds(self, value: SupportsIndex) -> bool:
        """Return whether the true number may be ``value``.

        >>> Count(807, 902).holds(850)
        True
        """
        return self.low <= operator.index(value) <= self.high

    def text(self, language: str) -> str:
        """Write the count as the language does.

        >>> Count(1200, 1300).text("en")
        '1,200–1,300'
        """
        return _written(written_number(self.low, language), written_number(self.high, language))

    def __str__(self) -> str:
        return _written(str(self.low), str(self.high))

    def __add__(self, other: Count | SupportsIndex) -> Count:
        that = Count.of(other)
        return Count(self.low + that.low, self.high + that.high, self.basis + that.basis)

    __radd__ = __add__

    def __sub__(self, other: Count | SupportsIndex) -> Count:
        that = Count.of(other)
        return Count(self.low - that.high, self.high - that.low, self.basis + that.basis)

    def __rsub__(self, other: SupportsIndex) -> Count:
        return Count.of(other) - self

    def __mul__(self, factor: SupportsIndex) -> Count:
        times = _whole(factor)
        low, high = sorted((self.low * times, self.high * times))
        return Count(low, high, self.basis)

    __rmul__ = __mul__

    def __lt__(self, other: Count | SupportsIndex) -> Verdict:
        that = Count.of(other)
        return _verdict(self.high < that.low, self.low >= that.high)

    def __le__(self, other: Count | SupportsIndex) -> Verdict:
        that = Count.of(other)
        return _verdict(self.high <= that.low, self.low > that.high)

    def __gt__(self, other: Count | SupportsIndex) -> Verdict:
        return ~(self <= other)

    def __ge__(self, other: Count | SupportsIndex) -> Verdict:
        return ~(self < other)

    def equals(self, other: Count | SupportsIndex) -> Verdict:
        """Answer whether the two true numbers are the same.

        >>> Count(807, 902).equals(850), Count(807, 902).equals(787)
        (<Verdict.UNKNOWN: 0>, <Verdict.NO: -1>)
        """
        that = Count.of(other)
        same = self.low == self.high == that.low == that.high
        return _verdict(same, self.high < that.low or that.high < self.low)


def _verdict(yes: bool, no: bool) -> Verdict:
    return YES if yes else NO if no else UNKNOWN


def _bound(value: Fraction | int | None) -> Fraction | None:
    return None if value is None else Fraction(value)


@attrs.frozen(order=False)
class Interval:
    """An exact number known to lie from ``low`` to ``high``, both inclusive; ``None`` is no bound on that side.

    Raises
    ------
    BadInput
        If ``low`` is above ``high``.

    Examples
    --------
    >>> Interval(1, Fraction(9, 2)).holds(3), Interval(0, None).holds(10**9), str(Interval(1, 4))
    (True, True, '1–4')
    """

    low: Fraction | None = attrs.field(default=None, converter=_bound)
    high: Fraction | None = attrs.field(default=None, converter=_bound)

    def __attrs_post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise BadInput(
                f"an interval from {self.low} to {self.high}: expected the lower bound first"
            )

    @property
    def exact(self) -> bool:
        """Whether only one value is left."""
        return self.low is not None and self.low == self.high

    def holds(self, value: Fraction | int) -> bool:
        """Return whether the true number may be ``value``."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def __str__(self) -> str:
        if self.low is None:
            return "?" if self.high is None else f"≤ {self.high}"
        return f"≥ {self.low}" if self.high is None else _written(str(self.low), str(self.high))
