"""Exact numbers known only to lie between two bounds: one type for persons, days, posts and money.

A sum of bounds is sound but forgets what its parts had in common: ``x - x`` is not 0. Where parts
overlap, ask what knows of the overlap instead (a :class:`~dualib.counting.Ledger` for registers).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar

import attrs

from dualib.errors import BadInput
from dualib.language import Text, written_exact
from dualib.messages import message
from dualib.verdicts import NO, UNKNOWN, YES, Verdict

if TYPE_CHECKING:
    from fractions import Fraction

__all__ = ["Bounds", "check_exact"]

N = TypeVar("N", bound="int | Fraction")

_UNKNOWN = Text("okänt", "unknown")
_AT_LEAST = Text("minst", "at least")
_AT_MOST = Text("högst", "at most")


def check_exact(value: object) -> None:
    """Raise unless a bound is a whole number, a Fraction or None.

    Raises
    ------
    BadInput
        If it is something else; a float is not exact.
    """
    if value is None or type(value) is int:
        return
    from fractions import Fraction  # the days of one person are whole: most need no fractions

    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        raise BadInput(message("exact/bound-not-exact", value=value))


def _exact(bounds: object, _: attrs.Attribute[Any], value: object) -> None:
    check_exact(value)


@attrs.frozen
class Bounds(Generic[N]):
    """An exact number known to lie from ``low`` to ``high``, both inclusive.

    ``==`` compares the bounds and answers True or False; ``<``, ``<=``, ``>``, ``>=`` and
    :meth:`equals` are about the unknown true numbers and answer with a
    :class:`~dualib.verdicts.Verdict`.

    Parameters
    ----------
    low, high
        Whole numbers or Fractions with ``low <= high``; None where nothing bounds that side.

    Raises
    ------
    BadInput
        If a bound is not exact, or ``low`` is above ``high``.

    Examples
    --------
    >>> used = Bounds(10, 31)
    >>> used.known, used.contains(20), (used + 5).low, (used * 2).high
    (False, True, 15, 62)
    >>> used < 31, used <= 31, Bounds(10, 10).value()
    (<Verdict.UNKNOWN: 0>, <Verdict.YES: 1>, 10)
    >>> Bounds(10, None).text("en"), str(Bounds(10, None))
    ('at least 10', '≥ 10')
    """

    #: What messages call the number.
    _noun: ClassVar[Text] = Text("talet", "number")

    low: N | None = attrs.field(validator=_exact)
    high: N | None = attrs.field(validator=_exact)

    def __attrs_post_init__(self) -> None:
        low: Any = self.low
        if low is not None and self.high is not None and low > self.high:
            raise BadInput(
                message("exact/bounds-backwards", noun=self._noun, low=self.low, high=self.high)
            )

    @property
    def known(self) -> bool:
        """Whether only one value is left."""
        return self.low is not None and self.low == self.high

    def value(self) -> N:
        """Return the number if it is known.

        Raises
        ------
        BadInput
            If more than one value is left.
        """
        if self.low is None or self.low != self.high:
            raise BadInput(
                message("exact/not-known-exactly", noun=self._noun, bounds=Text.both(self.text))
            )
        return self.low

    def contains(self, value: int | Fraction) -> bool:
        """Return whether the true number may be ``value``."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def text(self, language: str = "sv") -> str:
        """Return the bounds in words.

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.
        """
        if self.low is None:
            if self.high is None:
                return _UNKNOWN.say(language)
            return f"{_AT_MOST.say(language)} {self._written(self.high, language)}"
        low = self._written(self.low, language)
        if self.high is None:
            return f"{_AT_LEAST.say(language)} {low}"
        return low if self.known else f"{low}\N{EN DASH}{self._written(self.high, language)}"

    def _written(self, bound: N, language: str) -> str:
        return written_exact(bound, language)

    def __str__(self) -> str:
        if self.low is None:
            return "?" if self.high is None else f"≤ {self.high}"
        if self.high is None:
            return f"≥ {self.low}"
        return str(self.low) if self.known else f"{self.low}\N{EN DASH}{self.high}"

    def __add__(self, other: Self | N) -> Self:
        that = self._alike(other)
        if that is None:
            return NotImplemented
        low, high = _sum(self.low, that.low), _sum(self.high, that.high)
        return attrs.evolve(self, low=low, high=high, **self._merged(that))

    __radd__ = __add__

    def __sub__(self, other: Self | N) -> Self:
        that = self._alike(other)
        if that is None:
            return NotImplemented
        return self + that * -1

    def __rsub__(self, other: N) -> Self:
        that = self._alike(other)
        if that is None:
            return NotImplemented
        return that + self * -1

    def __mul__(self, factor: N | int) -> Self:
        times: Any = factor
        if not times:
            return self._exactly(times)  # also where a bound is missing: no number is infinite
        low, high = (None if end is None else end * times for end in (self.low, self.high))
        if times < 0:
            low, high = high, low
        return attrs.evolve(self, low=low, high=high)

    __rmul__ = __mul__

    def _alike(self, other: Self | N) -> Self | None:
        """Return a number as bounds of this class; None for bounds of another class."""
        if isinstance(other, Bounds):
            return other if isinstance(other, type(self)) else None
        return self._exactly(other)

    @classmethod
    def _exactly(cls, value: N) -> Self:
        return cls(low=value, high=value)

    def _merged(self, other: Self) -> dict[str, Any]:
        """Return what a sum has besides its bounds."""
        return {}

    def __lt__(self, other: Bounds[Any] | int | Fraction) -> Verdict:
        that = _bounds(other)
        return _verdict(_below(self, that), _not_above(that, self))

    def __le__(self, other: Bounds[Any] | int | Fraction) -> Verdict:
        that = _bounds(other)
        return _verdict(_not_above(self, that), _below(that, self))

    def __gt__(self, other: Bounds[Any] | int | Fraction) -> Verdict:
        that = _bounds(other)
        return _verdict(_below(that, self), _not_above(self, that))

    def __ge__(self, other: Bounds[Any] | int | Fraction) -> Verdict:
        that = _bounds(other)
        return _verdict(_not_above(that, self), _below(self, that))

    def equals(self, other: Bounds[Any] | int | Fraction) -> Verdict:
        """Answer whether the two true numbers are the same.

        >>> Bounds(807, 902).equals(850), Bounds(807, 902).equals(787)
        (<Verdict.UNKNOWN: 0>, <Verdict.NO: -1>)
        """
        that = _bounds(other)
        apart = (
            _below(self, that)
            or _below(that, self)
            or (that.known and not self.contains(that.value()))
            or (self.known and not that.contains(self.value()))
        )
        return _verdict(self.known and that.known and self.low == that.low, apart)


def _sum(one: Any, other: Any) -> Any:
    return None if one is None or other is None else one + other


def _bounds(value: Bounds[Any] | int | Fraction) -> Bounds[Any]:
    return value if isinstance(value, Bounds) else Bounds(value, value)


def _below(one: Bounds[Any], other: Bounds[Any]) -> bool:
    """Return whether every value of one is below every value of the other."""
    if one.high is None or other.low is None:
        return False
    # A lower bound that is not itself a value (an Extent above it) may equal the other's upper one.
    return bool(one.high < other.low or (one.high == other.low and not other.contains(other.low)))


def _not_above(one: Bounds[Any], other: Bounds[Any]) -> bool:
    """Return whether no value of one is above any value of the other."""
    return one.high is not None and other.low is not None and bool(one.high <= other.low)


def _verdict(yes: bool, no: bool) -> Verdict:
    return YES if yes else NO if no else UNKNOWN
