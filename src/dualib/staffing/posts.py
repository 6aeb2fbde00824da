"""Posts of an agreement: how much work each is, exactly or as an interval, and who holds it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import attrs

from dualib.errors import BadInput, how_many, suggestion
from dualib.language import Text, check_language, written_number

__all__ = ["PHASES", "UNIT", "Extent", "FteValue", "Post", "as_extent", "as_text"]

UNIT = 10_000  # a full-time post: 62.50 % is 6,250, so that sums stay whole numbers

_EMPTY = Text("", "")

PHASES: dict[str, Text] = {
    "earlier": Text("tidigare", "earlier"),
    "now": Text("nu", "now"),
    "planned": Text("planerad", "planned"),
    "applied": Text("medel söks", "funds applied for"),
    "later": Text("på sikt", "later"),
}
"""The phases a post may belong to, in the order in which they come about; ``"earlier"`` posts have ended."""

FteValue = int | str | Decimal | Fraction


def _units(value: object, name: str) -> int:
    """Return ``value`` full-time posts in 1/10,000; refuse what is inexact."""
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal | Fraction):
        raise BadInput(
            f"{name} is {value!r}: expected a whole number, text such as '1,5', a Decimal or a Fraction"
        )
    try:
        exact = Fraction(value.strip().replace(",", ".") if isinstance(value, str) else value)
    except (ValueError, OverflowError, ZeroDivisionError):
        raise BadInput(
            f"{name} is {value!r}: expected full-time posts as a number such as '0,75'"
        ) from None
    units = exact * UNIT
    if units.denominator != 1:
        raise BadInput(
            f"{name} is {value!r}: expected at most four decimals; round it as the source does"
        )
    if units < 0:
        raise BadInput(f"{name} is {value!r}: expected 0 or more")
    return units.numerator


def _written(units: int, language: str) -> str:
    digits = f"{units % UNIT:04d}".rstrip("0")
    return written_number(Fraction(units, UNIT), language, decimals=len(digits))


@attrs.frozen
class Extent:
    """Full-time posts (FTE) in whole 1/10,000, known exactly or to lie between two bounds.

    Parameters
    ----------
    low
        The lower bound in 1/10,000 of a full-time post, inclusive unless ``above`` is set.
    high
        The upper bound in 1/10,000, inclusive; ``None`` when nothing printed bounds it.
    above
        Whether the true value is strictly greater than ``low`` (work is done, how much is not printed).

    Raises
    ------
    BadInput
        If the bounds are no interval.

    Examples
    --------
    >>> (Extent.of("1,5") + Extent.of("0,75")).text("sv")
    '2,25'
    >>> Extent(0, 20_000, above=True).text("en")
    'above 0 up to 2'
    """

    low: int
    high: int | None
    above: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low + self.above):
            raise BadInput(
                f"an extent from {self.low} to {self.high} in 1/10,000: expected 0 <= low <= high"
            )

    @classmethod
    def of(cls, value: FteValue, high: FteValue | None = None) -> Extent:
        """Return the exact extent of ``value`` full-time posts, or the interval from it to ``high``, both inclusive.

        Raises
        ------
        BadInput
            If a value is a float, negative, no number, or finer than 1/10,000.

        Examples
        --------
        >>> Extent.of("0.5"), Extent.of(1, 2)
        (Extent(low=5000, high=5000, above=False), Extent(low=10000, high=20000, above=False))
        """
        low = _units(value, "fte")
        return cls(low, low if high is None else _units(high, "fte"))

    @classmethod
    def percent(cls, value: FteValue) -> Extent:
        """Return the extent of ``value`` per cent of a full-time post.

        Raises
        ------
        BadInput
            If the value is a float, negative, no number, or finer than 1/10,000 of a post.

        Examples
        --------
        >>> Extent.percent("62,5").text("sv")
        '0,625'
        """
        exact = Fraction(_units(value, "per cent"), 100)
        return cls.of(exact / UNIT)

    @property
    def known(self) -> bool:
        """Whether the extent is one exact number."""
        return self.low == self.high

    def holds(self, value: FteValue) -> bool:
        """Return whether the true extent may be ``value`` full-time posts.

        Raises
        ------
        BadInput
            If the value is a float, negative, no number, or finer than 1/10,000.

        Examples
        --------
        >>> Extent(0, 10_000, above=True).holds(0)
        False
        """
        units = _units(value, "fte")
        return self.low + self.above <= units and (self.high is None or units <= self.high)

    def exact(self) -> Fraction:
        """Return the full-time posts as an exact fraction.

        Raises
        ------
        BadInput
            If the extent is only known as an interval.

        Examples
        --------
        >>> Extent.of("13,25").exact()
        Fraction(53, 4)
        """
        if not self.known:
            raise BadInput(
                f"the extent is only known to be {self.text('en')} posts: use .low and .high, or show both"
            )
        return Fraction(self.low, UNIT)

    def __add__(self, other: Extent) -> Extent:
        high = None if self.high is None or other.high is None else self.high + other.high
        return Extent(self.low + other.low, high, above=self.above or other.above)

    def text(self, language: str) -> str:
        """Write the extent with as many decimals as it has (at most four).

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.

        Examples
        --------
        >>> Extent(0, None, above=True).text("sv"), Extent.of(1, 2).text("sv")
        ('över 0, övre gräns okänd', '1–2')
        """
        swedish = check_language(language) == "sv"
        low = _written(self.low, language)
        if self.known:
            return low
        if self.high is None:
            start = (
                ("över " if swedish else "above ")
                if self.above
                else ("minst " if swedish else "at least ")
            )
            return f"{start}{low}, {'övre gräns okänd' if swedish else 'upper bound unknown'}"
        high = _written(self.high, language)
        if not self.above:
            return f"{low}\N{EN DASH}{high}"
        return f"över {low} till {high}" if swedish else f"above {low} up to {high}"


def as_text(value: str | Text) -> Text:
    """Return a text as it is, a word as the same word in both languages.

    >>> as_text("Chef")
    Text(sv='Chef', en='Chef')
    """
    return value if isinstance(value, Text) else Text(value, value)


def as_extent(value: Extent | FteValue) -> Extent:
    """Return an extent as it is, a number as an exact extent.

    >>> as_extent("0,5").low
    5000
    """
    return value if isinstance(value, Extent) else Extent.of(value)


@attrs.frozen(kw_only=True)
class Post:
    """One row of an agreement's staffing, as printed.

    Parameters
    ----------
    id
        Unique name within the agreement.
    name
        What the post is called.
    group
        The group or activity it belongs to; empty when not stated.
    party
        Who provides it, as printed; empty when not stated.
    fte
        Full-time posts, exactly or as an :class:`Extent`; ``None`` when only a head count, or nothing, is printed.
    headcount
        How many persons are printed; ``None`` when not stated.
    phase
        One of :data:`PHASES`, or empty when not stated (counted as now).
    followup, placement, body
        Who follows up, where the post sits, which steering groups it belongs to; as printed, empty when not stated.
    place, footnote
        Where in the source it stands, and what is said beside it.

    Raises
    ------
    BadInput
        If the id is empty, the phase unknown, the head count below 1, or the extent more than the persons can work.

    Examples
    --------
    >>> Post(id="a", name="Arbetsförmedlare", party="Arbetsförmedlingen", fte="0,75").extent.text("sv")
    '0,75'
    >>> Post(id="b", name="Chef", headcount=2).extent.text("sv")
    'över 0 till 2'
    """

    id: str
    name: Text = attrs.field(converter=as_text)
    group: Text = attrs.field(default=_EMPTY, converter=as_text)
    party: str = ""
    fte: Extent | None = attrs.field(default=None, converter=attrs.converters.optional(as_extent))
    headcount: int | None = None
    phase: str = ""
    followup: str = ""
    placement: str = ""
    body: str = ""
    place: str = ""
    footnote: Text = attrs.field(default=_EMPTY, converter=as_text)

    def __attrs_post_init__(self) -> None:
        if not self.id:
            raise BadInput(
                f"the post {self.name.sv!r} has an empty id: expected a name that no other post has"
            )
        if self.phase and self.phase not in PHASES:
            raise BadInput(
                f"post {self.id}: phase is {self.phase!r}: expected empty or one of {', '.join(PHASES)}."
                f"{suggestion(self.phase, PHASES)}"
            )
        if self.headcount is None:
            return
        if (
            isinstance(self.headcount, bool)
            or not isinstance(self.headcount, int)
            or self.headcount < 1
        ):
            raise BadInput(
                f"post {self.id}: headcount is {self.headcount!r}: expected a whole number of at least 1, "
                "or None when it is not printed"
            )
        if self.fte is not None and self.fte.low > self.headcount * UNIT:
            raise BadInput(
                f"post {self.id}: fte is {self.fte.text('en')} for {how_many(self.headcount, 'person')}: "
                "expected at most one full-time post a person; mend fte or headcount"
            )

    @property
    def extent(self) -> Extent:
        """Full-time posts: as printed, else above 0 up to one a person, else above 0 without an upper bound."""
        if self.fte is not None:
            return self.fte
        return Extent(0, None if self.headcount is None else self.headcount * UNIT, above=True)
