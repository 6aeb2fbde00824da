"""Posts of an agreement: how much work each is, exactly or between bounds, and who holds it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar, Final, Self

import attrs

from dualib.errors import BadInput, nearest
from dualib.exact.bounds import Bounds
from dualib.language import Text, as_text, check_language, written_exact
from dualib.messages import message

__all__ = ["FINEST", "PHASES", "Extent", "FteValue", "Post", "as_extent"]

FINEST: Final = Fraction(1, 10_000)
"""The finest part of a full-time post that is distinguished: 62.50 % is 0.6250."""

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


def _posts(value: object, name: str = "fte") -> Fraction:
    """Return ``value`` full-time posts; refuse what is inexact."""
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal | Fraction):
        raise BadInput(message("ground/not-a-number", name=name, value=value, example="'1,5'"))
    try:
        exact = Fraction(value.strip().replace(",", ".") if isinstance(value, str) else value)
    except (ValueError, OverflowError, ZeroDivisionError):
        raise BadInput(
            message("ground/not-a-number", name=name, value=value, example="'0,75'")
        ) from None
    if exact % FINEST:
        raise BadInput(message("staffing/too-many-decimals", name=name, value=value))
    if exact < 0:
        raise BadInput(message("ground/below-zero", name=name, value=value))
    return exact


def _lowest(value: FteValue) -> Fraction:
    return _posts(value)


def _highest(value: FteValue | None) -> Fraction | None:
    return None if value is None else _posts(value)


@attrs.frozen
class Extent(Bounds[Fraction]):
    """Full-time posts (FTE) with at most four decimals, known exactly or to lie between two bounds.

    Parameters
    ----------
    low
        The lower bound in full-time posts, inclusive unless ``above`` is set.
    high
        The upper bound, inclusive; ``None`` when nothing printed bounds it.
    above
        Whether the true value is strictly greater than ``low`` (work is done, how much is not printed).

    Raises
    ------
    BadInput
        If a bound is a float, negative, not a number or has more than four decimals, or the lower
        bound is not the first.

    Examples
    --------
    >>> (Extent.of("1,5") + Extent.of("0,75")).text("sv")
    '2,25'
    >>> Extent(0, 2, above=True).text("en")
    'above 0 up to 2'
    """

    _noun: ClassVar[Text] = Text("omfattningen", "extent")

    low: Fraction = attrs.field(converter=_lowest)
    high: Fraction | None = attrs.field(converter=_highest)
    above: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.high is not None and not self.low + self.above * FINEST <= self.high:
            raise BadInput(
                message(
                    "staffing/extent-above-backwards"
                    if self.above
                    else "staffing/extent-backwards",
                    low=self.low,
                    high=self.high,
                )
            )

    @classmethod
    def of(cls, value: FteValue) -> Extent:
        """Return the exact extent of ``value`` full-time posts.

        Raises
        ------
        BadInput
            If the value is a float, negative, no number, or has more than four decimals.

        Examples
        --------
        >>> Extent.of("0.5")
        Extent(low=Fraction(1, 2), high=Fraction(1, 2), above=False)
        """
        return cls(value, value)

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
        return cls.of(_posts(value, "per cent") / 100)

    def contains(self, value: FteValue) -> bool:
        """Return whether the true extent may be ``value`` full-time posts.

        Raises
        ------
        BadInput
            If the value is a float, negative, no number, or has more than four decimals.

        Examples
        --------
        >>> Extent(0, 1, above=True).contains(0)
        False
        """
        posts = _posts(value)
        return super().contains(posts) and not (self.above and posts == self.low)

    def _merged(self, other: Self) -> dict[str, Any]:
        return {"above": self.above or other.above}

    def text(self, language: str = "sv") -> str:
        """Write the extent with as many decimals as it has.

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.

        Examples
        --------
        >>> Extent(0, None, above=True).text("sv"), Extent(1, 2).text("sv")
        ('över 0, övre gräns okänd', '1–2')
        """
        swedish = check_language(language) == "sv"
        low = written_exact(self.low, language)
        if self.high is None:
            start = (
                f"{'över' if swedish else 'above'} {low}" if self.above else super().text(language)
            )
            return f"{start}, {'övre gräns okänd' if swedish else 'upper bound unknown'}"
        if not self.above:
            return super().text(language)
        high = written_exact(self.high, language)
        return f"över {low} till {high}" if swedish else f"above {low} up to {high}"


def as_extent(value: Extent | FteValue) -> Extent:
    """Return an extent as it is, a number as an exact extent.

    >>> as_extent("0,5").low
    Fraction(1, 2)
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
        Where in the source it is, and what is said beside it.

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
            raise BadInput(message("staffing/post-without-id", post=self.name))
        if self.phase and self.phase not in PHASES:
            raise BadInput(
                message(
                    "staffing/phase-of-post",
                    post=self.id,
                    value=self.phase,
                    known=tuple(PHASES),
                    near=nearest(self.phase, PHASES),
                )
            )
        if self.headcount is None:
            return
        if (
            isinstance(self.headcount, bool)
            or not isinstance(self.headcount, int)
            or self.headcount < 1
        ):
            raise BadInput(message("staffing/not-a-headcount", post=self.id, value=self.headcount))
        if self.fte is not None and self.fte.low > self.headcount:
            raise BadInput(
                message(
                    "staffing/more-than-heads",
                    post=self.id,
                    extent=Text.both(self.fte.text),
                    heads=self.headcount,
                )
            )

    @property
    def extent(self) -> Extent:
        """Full-time posts: as printed, else above 0 up to one per person, else above 0 without an upper bound."""
        if self.fte is not None:
            return self.fte
        return Extent(0, self.headcount, above=True)
