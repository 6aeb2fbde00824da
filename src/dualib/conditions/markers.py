"""What no register can answer: conditions left to the authority's judgement, law that is not expressed, and events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

import attrs

from dualib.conditions.base import Atom, Condition, Finding, Literal, Reason
from dualib.conditions.case import Case
from dualib.dates import NEVER_DAY
from dualib.errors import BadInput
from dualib.language import Text
from dualib.messages import message
from dualib.verdicts import NO, UNKNOWN, YES, Verdict
from dualib.vocabulary.facts import Kind, fact

__all__ = [
    "AtEvent",
    "EventFinding",
    "Judgement",
    "Named",
    "NotExpressed",
    "at_event",
    "judgement",
    "named",
    "not_expressed",
]


@attrs.frozen(cache_hash=True)
class _Untested(Atom):
    """A condition in words only; ``used_by`` is what users call it."""

    used_by: ClassVar[str] = ""

    text: Text

    def __attrs_post_init__(self) -> None:
        _text(self.text, self.used_by)

    @property
    def reads(self) -> frozenset[str]:
        """Nothing that a register holds."""
        return frozenset()

    def thresholds(self, on: int) -> dict[str, tuple[int | str, ...]]:
        """None."""
        return {}


@attrs.frozen(cache_hash=True)
class Judgement(_Untested):
    """A condition that the authority judges: never evaluated, always listed; YES then reads "subject to judgement"."""

    used_by: ClassVar[str] = "judgement"

    def measure(self, case: Case) -> Finding:
        """Leave the answer to the rest of the rule."""
        return Finding(YES)


@attrs.frozen(cache_hash=True)
class NotExpressed(_Untested):
    """A condition of the law that this library does not express: always UNKNOWN, never a guess."""

    used_by: ClassVar[str] = "not_expressed"

    def measure(self, case: Case) -> Finding:
        """UNKNOWN."""
        return Finding(UNKNOWN)


@attrs.frozen
class EventFinding(Finding):
    """The day of the event that a condition was asked about, ``None`` unknown.

    >>> from datetime import date
    >>> from dualib.conditions import Case, age
    >>> from dualib.dates import to_day
    >>> from dualib.person import Person
    >>> old_enough = at_event("permit_granted", age(16))
    >>> old_enough.reason(Case(Person(), to_day(date(2015, 5, 31)))).finding
    EventFinding(verdict=<Verdict.UNKNOWN: 0>, day=None)
    """

    day: int | None


@attrs.frozen(cache_hash=True)
class AtEvent(Condition):
    """A condition asked about the day of an event instead of the day asked about; NO if the event has not happened."""

    event: str
    condition: Condition

    def __attrs_post_init__(self) -> None:
        found = fact(self.event)
        if found.kind is not Kind.DATE:
            raise BadInput(
                message("conditions/event-of-another-kind", event=self.event, kind=found.kind.words)
            )
        if not isinstance(self.condition, Condition):
            raise BadInput(
                message("conditions/event-condition", event=self.event, value=self.condition)
            )

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The condition asked about the event's day."""
        return (self.condition,)

    def rebuilt(self, parts: Iterable[Condition]) -> AtEvent:
        """Ask another condition about the event's day."""
        (condition,) = parts
        return AtEvent(self.event, condition)

    def walk_asked(self, case: Case) -> Iterator[tuple[Condition, Case]]:
        """Go on with the event's day; not at all if it is unknown, or later than the day asked."""
        yield self, case
        day = self._day(case)
        if day is not None and day <= case.on:
            yield from self.condition.walk_asked(case.at(day))

    @property
    def reads(self) -> frozenset[str]:
        """The event, and what the condition reads."""
        return self.condition.reads | {self.event}

    def polarity(self) -> Mapping[str, frozenset[int]]:
        """As the condition; another day of the event may turn the answer either way."""
        return {**self.condition.polarity(), self.event: frozenset({-1, 1})}

    def _day(self, case: Case) -> int | None:
        value = case.value(self.event)
        assert not isinstance(value, str)
        return value

    def answer(self, case: Case) -> Verdict:
        """Ask about the event's day."""
        day = self._day(case)
        if day is None:
            return UNKNOWN
        return NO if day > case.on else self.condition.answer(case.at(day))

    def reason(self, case: Case) -> Reason:
        """Ask about the event's day, with reasons."""
        day = self._day(case)
        inner = self.condition.reason(case.at(case.on if day is None or day > case.on else day))
        verdict = self.answer(case)
        return Reason(self, verdict, EventFinding(verdict, day), (inner,))


@attrs.frozen(cache_hash=True)
class Named(Condition):
    """A condition under a name of its own, so that words and trees can speak of it as one thing."""

    condition: Condition
    name: Text

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.condition, Condition):
            raise BadInput(message("conditions/named-condition", value=self.condition))
        _text(self.name, "named")

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The condition named."""
        return (self.condition,)

    def rebuilt(self, parts: Iterable[Condition]) -> Named:
        """Give another condition the name."""
        (condition,) = parts
        return Named(condition, self.name)

    def answer(self, case: Case) -> Verdict:
        """As the condition."""
        return self.condition.answer(case)

    def reason(self, case: Case) -> Reason:
        """As the condition, with its reasons below the name."""
        inner = self.condition.reason(case)
        return Reason(self, inner.verdict, None, (inner,))

    def literals(self, positive: bool = True) -> Iterator[Literal]:
        """As the condition."""
        yield from self.condition.literals(positive)


def _text(text: object, used_by: str) -> Text:
    if not isinstance(text, Text) or not text.sv or not text.en:
        raise BadInput(message("conditions/not-words", used_by=used_by, value=text))
    return text


def judgement(text: Text) -> Condition:
    """Say what the authority judges. It is never evaluated; a YES then reads "subject to judgement".

    A judgement cannot be negated in a rule, since "the authority judges otherwise" is not a fact.

    Raises
    ------
    BadInput
        If words are missing in a language.

    Examples
    --------
    >>> judgement(Text("står långt från arbetsmarknaden", "is far from the labour market")).text.en
    'is far from the labour market'
    """
    return Judgement(text)


def not_expressed(text: Text) -> Condition:
    """Mark a condition of the law that is not expressed here; the answer is UNKNOWN unless the rest settles it.

    Raises
    ------
    BadInput
        If words are missing in a language.

    Examples
    --------
    >>> not_expressed(Text("särskilda skäl", "special reasons")).reads
    frozenset()
    """
    return NotExpressed(text)


def at_event(event: str, condition: Condition) -> Condition:
    """Ask ``condition`` about the day of ``event`` instead of the day asked about.

    Raises
    ------
    BadInput
        If the event is not a dated fact, or ``condition`` not a condition.

    Examples
    --------
    >>> from dualib.conditions.dates import age
    >>> at_event("first_registered", age(18)).event
    'first_registered'
    """
    return AtEvent(event, condition)


def named(name: Text, condition: Condition) -> Condition:
    """Give a condition a name of its own in words and trees; its answer is the same.

    Raises
    ------
    BadInput
        If ``condition`` is not a condition, or the name lacks words in a language.

    Examples
    --------
    >>> from dualib.conditions.dates import age
    >>> named(Text("ung", "young"), age(16, below=25)).name.en
    'young'
    """
    return Named(condition, name)


assert NEVER_DAY > 0  # an event that never happened lies after every day asked about
