"""Municipalities side by side: staffing or cost per 1,000 young residents, only where that compares like with like."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations

import attrs

from dualib.errors import BadInput, nearest
from dualib.exact.counts import Interval
from dualib.language import Text, as_text, check_language, written_number
from dualib.messages import message
from dualib.staffing.costs import Amount
from dualib.staffing.posts import Extent

__all__ = ["Densities", "Density"]


@attrs.frozen(kw_only=True)
class Density:
    """What a municipality has, and the young residents it is set against.

    Parameters
    ----------
    name
        The municipality.
    value
        Full-time posts (:class:`Extent`) or money (:class:`Amount`).
    residents
        Young residents; ``None`` when the source publishes no population.
    ages
        First and last age in whole years, both inclusive.
    period
        When the population was counted, such as ``"2018-12-31"``.
    year
        The year the staffing or the cost is for; ``None`` when the source names none.

    Raises
    ------
    BadInput
        If ``residents`` is below 1 or the ages run backwards.

    Examples
    --------
    >>> Density(name="Exempel", value=Extent.of(2), residents=1_000, ages=(16, 24)).rate.value()
    Fraction(2, 1)
    """

    name: Text = attrs.field(converter=as_text)
    value: Extent | Amount
    residents: int | None
    ages: tuple[int, int] = (16, 24)
    period: str = ""
    year: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.residents is not None and (type(self.residents) is not int or self.residents < 1):
            raise BadInput(message("staffing/not-residents", name=self.name, value=self.residents))
        if self.ages[0] > self.ages[1]:
            raise BadInput(message("staffing/ages-backwards", name=self.name, ages=list(self.ages)))

    @property
    def reason(self) -> Text | None:
        """Why there is no figure per 1,000; ``None`` when there is one."""
        if self.residents is None:
            return Text("källan anger ingen folkmängd", "the source gives no population")
        if isinstance(self.value, Extent) and self.value.above:
            return Text(
                "årsarbetare är inte tryckta för alla tjänster, bara antal personer eller inget",
                "full-time posts are not printed for every post, only persons or nothing",
            )
        if self.value.high is None:
            return Text("värdet har ingen känd övre gräns", "the value has no known upper bound")
        return None

    @property
    def rate(self) -> Interval:
        """Full-time posts, or kronor, per 1,000 residents, exact.

        Raises
        ------
        BadInput
            If there is a :attr:`reason` against it.
        """
        if self.residents is None or self.value.high is None or self.reason is not None:
            raise BadInput(message("staffing/no-rate", name=self.name, reason=self.reason))
        scale = Fraction(1000, self.residents * (1 if isinstance(self.value, Extent) else 100))
        return Interval(self.value.low, self.value.high) * scale

    def against(self, other: Density) -> Text | None:
        """Return why the two cannot be compared, ``None`` when they can.

        >>> one = Density(name="A", value=Extent.of(2), residents=1_000)
        >>> two = Density(name="B", value=Extent.of(2), residents=1_000, ages=(16, 19))
        >>> one.against(two).say("en")
        'different ages: 16–24 and 16–19'
        """
        for each in (self, other):
            if each.reason is not None:
                return Text(
                    f"{each.name.sv}: {each.reason.sv}", f"{each.name.en}: {each.reason.en}"
                )
        if isinstance(self.value, Extent) != isinstance(other.value, Extent):
            return Text(
                "olika enheter: årsarbetare och kronor",
                "different units: full-time posts and kronor",
            )
        if self.ages != other.ages:
            ages = [f"{low}\N{EN DASH}{high}" for low, high in (self.ages, other.ages)]
            return Text(
                f"olika åldrar: {ages[0]} och {ages[1]}", f"different ages: {ages[0]} and {ages[1]}"
            )
        for sv, en, mine, theirs in (
            ("folkmängden räknad", "population counted", self.period, other.period),
            ("bemanning eller kostnad för", "staffing or cost for", self.year, other.year),
        ):
            if mine != theirs or not mine:
                return Text(
                    f"{sv} {mine or 'okänd tid'} och {theirs or 'okänd tid'}",
                    f"{en} {mine or 'an unknown time'} and {theirs or 'an unknown time'}",
                )
        return None

    def text(self, language: str = "sv") -> str:
        """Write the figure per 1,000 residents, or why there is none."""
        if self.reason is not None:
            return f"{self.name.say(language)}: {self.reason.say(language)}"
        rate = self.rate
        bounds = (
            written_number(end, language, decimals=2)
            for end in (rate.low, rate.high)
            if end is not None
        )
        unit = {
            True: Text("årsarbetare per 1 000 unga", "full-time posts per 1,000 young residents"),
            False: Text("kr per 1 000 unga", "SEK per 1,000 young residents"),
        }[isinstance(self.value, Extent)].say(language)
        return f"{self.name.say(language)}: {'–'.join(dict.fromkeys(bounds))} {unit}"


def _tuple(entries: Iterable[Density]) -> tuple[Density, ...]:
    return tuple(entries)


@attrs.frozen
class Densities:
    """Several municipalities, compared two by two only where the figures mean the same.

    Raises
    ------
    BadInput
        If a municipality is named twice.

    Examples
    --------
    >>> pair = Densities([
    ...     Density(name="A", value=Extent.of(2), residents=1_000, period="2018-12-31", year=2019),
    ...     Density(name="B", value=Extent.of(1), residents=None),
    ... ])
    >>> print(pair.text("en"))
    A: 2.00 full-time posts per 1,000 young residents
    B: the source gives no population
    Not comparable:
      A and B: B: the source gives no population
    """

    entries: tuple[Density, ...] = attrs.field(converter=_tuple)

    def __attrs_post_init__(self) -> None:
        names = [entry.name.sv for entry in self.entries]
        for name in names:
            if names.count(name) > 1:
                raise BadInput(message("staffing/municipality-twice", name=name))

    def _entry(self, name: str) -> Density:
        known = {entry.name.sv: entry for entry in self.entries}
        if name not in known:
            raise BadInput(
                message(
                    "staffing/no-municipality",
                    name=name,
                    known=tuple(known),
                    near=nearest(name, known),
                )
            )
        return known[name]

    def why_not(self, one: str, other: str) -> Text | None:
        """Return why two municipalities cannot be compared, ``None`` when they can; the order does not matter.

        Raises
        ------
        BadInput
            If a municipality is not there; the nearest is suggested.
        """
        return self._entry(one).against(self._entry(other))

    def text(self, language: str = "sv") -> str:
        """Write every figure, then every pair that cannot be compared and why.

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.
        """
        swedish = check_language(language) == "sv"
        lines = [entry.text(language) for entry in self.entries]
        apart = [
            f"  {one.name.say(language)} {'och' if swedish else 'and'} {other.name.say(language)}: {why.say(language)}"
            for one, other in combinations(self.entries, 2)
            if (why := one.against(other)) is not None
        ]
        if apart:
            lines += ["Inte jämförbara:" if swedish else "Not comparable:", *apart]
        return "\n".join(lines)
