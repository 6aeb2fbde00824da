"""Goals of an agreement, and whether a later count meets them: met, not met, or it cannot be told."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final, Literal

import attrs

from dualib.counting import Count
from dualib.dates import to_day
from dualib.errors import BadInput, nearest
from dualib.exact.bounds import Bounds
from dualib.exact.counts import Interval
from dualib.language import Text, listing, written_date, written_exact, written_number
from dualib.local_agreements.figures import Figure
from dualib.local_agreements.printed import printed_number
from dualib.local_agreements.units import UNITS
from dualib.messages import message
from dualib.verdicts import NO, UNKNOWN, YES, Verdict

__all__ = ["Goal", "GoalCheck", "GoalLimit", "Target", "parse_target"]

Direction = Literal["at_most", "at_least", "increase", "decrease", "equal"]

_PART: Final = re.compile(r"(\d{1,6})/([1-9]\d{0,5})", re.ASCII)


@attrs.frozen
class Target:
    """What a goal is to reach: ``share`` of a baseline, or a ``value`` of its own; exactly one of them is set.

    >>> parse_target("1/2", baseline=True)
    Target(share=Fraction(1, 2), value=None)
    """

    share: Fraction | None = None
    value: Fraction | None = None


def parse_target(text: str, *, baseline: bool) -> Target:
    """Read the target of a goal: a part of the baseline (``1/2``, with a baseline also ``50 %``) or a number.

    Raises
    ------
    BadInput
        If it is neither, or a part is more than the whole: ``60`` beside a baseline means neither 60 times it nor 60 %.

    Examples
    --------
    >>> parse_target("50 %", baseline=True) == parse_target("1/2", baseline=True)
    True
    >>> parse_target("30 %", baseline=False)
    Target(share=None, value=Fraction(30, 1))
    """
    part = _PART.fullmatch(text)
    if part is not None:
        return Target(share=_part(Fraction(int(part[1]), int(part[2])), text))
    number = printed_number(text.removesuffix("%"))
    if not baseline:
        return Target(value=number)
    return Target(share=_part(number / 100 if text.endswith("%") else number, text))


def _part(share: Fraction, text: str) -> Fraction:
    if share > 1:
        raise BadInput(message("agreements/more-than-whole", value=text))
    return share


@attrs.frozen
class GoalLimit:
    """The limit that one candidate baseline gives.

    Attributes
    ----------
    name : str
        The id of the figure, ``"given"`` for a baseline given by the caller, ``"target"`` where the goal needs none.
    baseline : Fraction or None
        The baseline itself.
    limit : Fraction
        The exact limit; a count meets it at the limit itself.
    verdict : Verdict
        Whether the goal is met if this is the baseline.

    Examples
    --------
    >>> from dualib import agreement
    >>> goal = agreement("kalmar").goals[0]  # to halve unemployment
    >>> [(limit.name, str(limit.limit), limit.verdict.name) for limit in goal.check(400).limits]
    [('af.all', '787/2', 'NO'), ('target.all', '451', 'YES')]
    """

    name: str
    baseline: Fraction | None
    limit: Fraction
    verdict: Verdict


@attrs.frozen
class GoalCheck:
    """The answer to :meth:`Goal.check`: YES met, NO not met, UNKNOWN cannot be told, and why.

    >>> GoalCheck(UNKNOWN, Text("inget mått", "no measure")).text("en")
    'cannot be told: no measure'
    """

    verdict: Verdict
    explanation: Text
    limits: tuple[GoalLimit, ...] = ()

    def text(self, language: str = "sv") -> str:
        """Return the answer and the explanation in ``language``."""
        return f"{_ANSWERS[self.verdict].say(language)}: {self.explanation.say(language)}"


_ANSWERS: Final[Mapping[Verdict, Text]] = {
    YES: Text("uppnått", "met"),
    NO: Text("inte uppnått", "not met"),
    UNKNOWN: Text("går inte att avgöra", "cannot be told"),
}
_BOUNDS: Final[Mapping[str, Text]] = {
    "at_most": Text("högst", "at most"),
    "at_least": Text("minst", "at least"),
    "increase": Text("fler än", "more than"),
    "decrease": Text("färre än", "fewer than"),
    "equal": Text("lika med", "equal to"),
}
_ORDERS: Final[Mapping[str, Callable[[Bounds[Any], Fraction], Verdict]]] = {
    "at_most": operator.le,
    "at_least": operator.ge,
    "increase": operator.gt,
    "decrease": operator.lt,
}


def _judge(now: Bounds[Any], limit: Fraction, direction: Direction) -> Verdict:
    """Judge a count known to lie between bounds: YES and NO only where every value in it agrees."""
    return now.equals(limit) if direction == "equal" else _ORDERS[direction](now, limit)


def _bounds(value: Count | int | Fraction, name: str, unit: str) -> Bounds[Any]:
    if isinstance(value, bool) or not isinstance(value, Count | int | Fraction):
        raise BadInput(message("agreements/not-an-amount", name=name, value=value))
    if (value.low if isinstance(value, Count) else value) < 0 and unit in ("persons", "pupils"):
        raise BadInput(
            message("agreements/below-nothing", name=name, value=value, unit=UNITS[unit].words)
        )
    return value if isinstance(value, Count) else Interval(value, value)


def _unit(name: str) -> Text:
    if name not in UNITS:
        raise BadInput(
            message("agreements/no-unit", value=name, known=tuple(UNITS), near=nearest(name, UNITS))
        )
    return UNITS[name].words


def _both(write: Callable[[str], str]) -> Text:
    return Text(write("sv"), write("en"))


@attrs.frozen
class Goal:
    """One goal as an agreement states it.

    Attributes
    ----------
    id, place : str
        Its own name, and where it is printed.
    goal : Text
        The goal in our words.
    measure : Text or None
        What is measured; None where the source names nothing that can be.
    target : Target or None
        The limit; None where the source gives no number.
    target_words : str
        The target as the file has it, also where it is no number (``16-24``).
    unit : str or None
        The unit of a target that is a number of its own; a target that is a part has the unit of its baseline.
    direction : str or None
        ``at_most``, ``at_least`` (met at the limit itself), ``increase``, ``decrease`` (not met at it) or ``equal``.
    baseline : tuple of Figure
        The figure the goal starts from, or the candidates where the text does not name one.
    deadline : date or None
        The day by which it is to be reached.
    note : Text or None
        What else should be known.

    Examples
    --------
    >>> start = Figure({"id": "af", "value": "787", "unit": "persons"})
    >>> goal = Goal("halve", Text("arbetslösheten halveras", "unemployment is halved"), "s. 5",
    ...             measure=Text("arbetslösa", "unemployed"), target=Target(share=Fraction(1, 2)),
    ...             direction="at_most", baseline=(start,), deadline=date(2018, 12, 31))
    >>> goal.check(393).verdict, goal.check(394).verdict, goal.check(Count(390, 400)).verdict
    (<Verdict.YES: 1>, <Verdict.NO: -1>, <Verdict.UNKNOWN: 0>)
    """

    id: str
    goal: Text
    place: str
    measure: Text | None = attrs.field(default=None, kw_only=True)
    target: Target | None = attrs.field(default=None, kw_only=True)
    target_words: str = attrs.field(default="", kw_only=True)
    unit: str | None = attrs.field(default=None, kw_only=True)
    direction: Direction | None = attrs.field(default=None, kw_only=True)
    baseline: tuple[Figure, ...] = attrs.field(default=(), kw_only=True)
    deadline: date | None = attrs.field(default=None, kw_only=True)
    note: Text | None = attrs.field(default=None, kw_only=True)

    @property
    def limit(self) -> Target | None:
        """The target in figures: as stated, or the baseline itself where the goal is more or fewer than it."""
        if self.target is None and self.baseline and self.direction in ("increase", "decrease"):
            return Target(share=Fraction(1))
        return self.target

    @property
    def measurable(self) -> bool:
        """Whether the source gives a measure, a number and a direction to check against."""
        return self.measure is not None and self.limit is not None and self.direction is not None

    def check(
        self,
        now: Count | int | Fraction,
        *,
        baseline: str | Count | int | Fraction | None = None,
        unit: str = "persons",
        on: date | None = None,
    ) -> GoalCheck:
        """Answer whether a later count meets the goal.

        Every candidate baseline gives a limit. Met means met for each of them, not met for none of them; otherwise it
        cannot be told. Exactly at the limit counts as met: half of 902 is 451, and of 787 (393.5) whole counts meet it
        up to 393. Both counts must be defined alike, and unemployment follows the season: compare the same month.

        Parameters
        ----------
        now : Count, int or Fraction
            The count to judge, defined as the baseline is.
        baseline : str, Count, int or Fraction, optional
            Which candidate to use (an id), or a baseline of your own; otherwise all candidates in ``unit`` are tried.
        unit : str
            The unit of ``now``; only candidates in this unit are compared.
        on : date, optional
            The day of the count: a day before the deadline is pointed out.

        Returns
        -------
        GoalCheck

        Raises
        ------
        BadInput
            If ``baseline`` is not among the candidates.
        """
        if not self.measurable:
            return GoalCheck(UNKNOWN, self._noted(self._unmeasurable()))
        if self.unit is not None and self.unit != unit:
            return GoalCheck(
                UNKNOWN,
                self._noted(
                    Text(
                        f"målet räknas i {UNITS[self.unit].words.sv}, inte i {_unit(unit).sv}",
                        f"the goal is counted in {UNITS[self.unit].words.en}, not in {_unit(unit).en}",
                    )
                ),
            )
        counted = _bounds(now, "now", unit)
        limits = tuple(self._limits(counted, self._candidates(baseline, unit)))
        if not limits:
            return GoalCheck(
                UNKNOWN,
                self._noted(
                    Text(
                        f"det finns inget utgångsvärde i {_unit(unit).sv}: ange baseline",
                        f"there is no baseline in {_unit(unit).en}: give one as baseline",
                    )
                ),
            )
        found = {limit.verdict for limit in limits}
        verdict = found.pop() if len(found) == 1 else UNKNOWN
        explanation = _both(
            lambda language: self._explain(counted.text(language), limits, on, language)
        )
        return GoalCheck(verdict, explanation, limits)

    def _noted(self, words: Text) -> Text:
        """Add the note of the goal, which often says what the source leaves open."""
        return (
            words
            if self.note is None
            else Text(f"{words.sv}. {self.note.sv}", f"{words.en}. {self.note.en}")
        )

    def _unmeasurable(self) -> Text:
        missing = [
            word
            for word, value in (
                (Text("inget mått", "no measure"), self.measure),
                (Text("ingen gräns i siffror", "no limit in figures"), self.limit),
                (Text("ingen riktning", "no direction"), self.direction),
            )
            if value is None
        ]
        return Text(
            f"källan anger {listing([word.sv for word in missing], 'sv')} för målet",
            f"the source gives {listing([word.en for word in missing], 'en')} for the goal",
        )

    def _candidates(
        self, baseline: str | Count | int | Fraction | None, unit: str
    ) -> list[tuple[str, tuple[Fraction | None, ...]]]:
        """Return names with the lowest and highest baseline; a goal with a value of its own needs none."""
        if isinstance(baseline, str):
            known = {figure.id: figure for figure in self.baseline}
            if baseline not in known and not known:
                raise BadInput(message("agreements/no-baseline", value=baseline, goal=self.id))
            if baseline not in known:
                raise BadInput(
                    message(
                        "agreements/not-a-baseline",
                        value=baseline,
                        goal=self.id,
                        known=tuple(known),
                        near=nearest(baseline, known),
                    )
                )
            return [(baseline, (known[baseline].value,))]
        if baseline is not None:
            given = _bounds(baseline, "baseline", unit)
            ends = dict.fromkeys((given.low, given.high))
            return [("given", tuple(Fraction(end) for end in ends if end is not None))]
        if self.limit is not None and self.limit.value is not None:
            return [("target", (None,))]
        return [(figure.id, (figure.value,)) for figure in self.baseline if figure.unit == unit]

    def _limits(
        self, now: Bounds[Any], candidates: list[tuple[str, tuple[Fraction | None, ...]]]
    ) -> list[GoalLimit]:
        target = self.limit
        assert target is not None
        assert self.direction is not None
        limits = []
        for name, starts in candidates:
            for start in starts:
                if target.value is not None:
                    limit = target.value
                elif start is not None and target.share is not None:
                    limit = target.share * start
                else:  # the source hides this candidate
                    continue
                limits.append(GoalLimit(name, start, limit, _judge(now, limit, self.direction)))
        return limits

    def _explain(
        self, now: str, limits: tuple[GoalLimit, ...], on: date | None, language: str
    ) -> str:
        assert self.direction is not None
        bound = _BOUNDS[self.direction].say(language)
        words = []
        for limit in limits:
            text = f"{bound} {written_exact(limit.limit, language)}"
            if limit.limit.denominator > 1 and self.direction in ("at_most", "at_least"):
                whole = (math.floor if self.direction == "at_most" else math.ceil)(limit.limit)
                counts = written_number(whole, language)
                text += Text(f", i hela tal {counts}", f", in whole numbers {counts}").say(language)
            if limit.baseline is not None:
                of = Text("av", "of").say(language)
                named = "" if limit.name == "given" else f", {limit.name}"
                text += f" ({of} {written_exact(limit.baseline, language)}{named})"
            words.append(f"{text}: {_ANSWERS[limit.verdict].say(language)}")
        said = f"{now}; {'; '.join(words)}"
        if on is not None and self.deadline is not None and to_day(on) < to_day(self.deadline):
            due = written_date(self.deadline, language)
            said += Text(f"; målet gäller {due}", f"; the goal is for {due}").say(language)
        return said
