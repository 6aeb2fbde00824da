"""What was found about a person, in words."""

from __future__ import annotations

from datetime import date
from functools import singledispatch

import attrs

from dualib.conditions import (
    Condition,
    DateFinding,
    DaysFinding,
    EventFinding,
    Finding,
    ValueFinding,
)
from dualib.conditions.dates import Age, DateInterval, Within
from dualib.conditions.markers import AtEvent
from dualib.conditions.values import AtLeast, Has, OneOf
from dualib.conditions.windows import During, WindowAtom
from dualib.dates import NEVER_DAY, LeapBirthday, birthday, from_day, to_day
from dualib.language import listing
from dualib.vocabulary.facts import FACTS
from dualib.wording.clauses import clause, event_words
from dualib.wording.grammar import Grammar, value_words
from dualib.wording.lengths import dated, form

__all__ = ["Found", "found"]


@attrs.frozen
class Found:
    """What was found about one person: the finding, the day asked about, and whether the condition is negated."""

    finding: Finding
    on: date
    leap: LeapBirthday
    holds: bool


@singledispatch
def found(condition: Condition, grammar: Grammar, what: Found) -> str:
    """Say what was found about the person, as whole sentences; nothing when the condition itself says it all.

    Of a kind of condition that is not registered here it is said which fact is unknown.

    >>> from dualib.wording.english import ENGLISH
    >>> what = Found(ValueFinding(0, None), date(2015, 5, 31), LeapBirthday.FEBRUARY_28, True)
    >>> found(Has("newly_arrived"), ENGLISH, what)
    'No information: newly arrived.'
    """
    finding = what.finding
    if isinstance(finding, (ValueFinding, DateFinding)) and finding.value is None:
        return " ".join(_unknown(name, grammar) for name in sorted(condition.reads))
    return ""


def _unknown(name: str, grammar: Grammar) -> str:
    return grammar.unknown.format(fact=FACTS[name].words.say(grammar.language))


@found.register
def _(condition: Age, grammar: Grammar, what: Found) -> str:
    finding = what.finding
    assert isinstance(finding, DateFinding)
    if finding.value is None:
        return _unknown("born", grammar)
    born, reference = from_day(finding.value), condition.reference(what.on)
    turned = []
    for age in (condition.lo, condition.below):
        if age:
            day = birthday(born, age, leap=what.leap)
            turned.append(grammar.turned[day > reference].format(age=age, day=dated(day, grammar)))
    text = grammar.born_on.format(day=dated(born, grammar))
    text = f"{text}{': ' if turned else ''}{listing(turned, grammar.language)}."
    return (
        text
        if reference == what.on
        else f"{text} {grammar.age_taken.format(day=dated(reference, grammar))}"
    )


def _event(name: str, day: int | None, on: date, grammar: Grammar) -> str:
    if day is None:
        return _unknown(name, grammar)
    words = event_words(name, grammar)
    if day == NEVER_DAY:
        return f"{grammar.subject}{words['not_yet']}."
    when = from_day(day)
    return grammar.happened_on[when > on].format(
        happened=words["happened"], day=dated(when, grammar)
    )


@found.register
def _(condition: DateInterval, grammar: Grammar, what: Found) -> str:
    assert isinstance(what.finding, DateFinding)
    return _event(condition.about, what.finding.value, what.on, grammar)


@found.register
def _(condition: Within, grammar: Grammar, what: Found) -> str:
    assert isinstance(what.finding, DateFinding)
    day = what.finding.value
    text = _event(condition.name, day, what.on, grammar)
    if day is None or day == NEVER_DAY or from_day(day) > what.on:
        return text
    last = condition.period.after(from_day(day))
    return f"{text} {grammar.runs_out[last < what.on].format(day=dated(last, grammar))}"


@found.register
def _(condition: AtEvent, grammar: Grammar, what: Found) -> str:
    assert isinstance(what.finding, EventFinding)
    return _event(condition.event, what.finding.day, what.on, grammar)


@found.register
def _(condition: Has, grammar: Grammar, what: Found) -> str:
    assert isinstance(what.finding, ValueFinding)
    if what.finding.value is None:
        return _unknown(condition.name, grammar)
    is_so = isinstance(what.finding.value, int) and what.finding.value > 0
    return "" if is_so is what.holds else f"{clause(condition, grammar, is_so)}."


@found.register
def _(condition: OneOf, grammar: Grammar, what: Found) -> str:
    assert isinstance(what.finding, ValueFinding)
    value = what.finding.value
    if value is None:
        return _unknown(condition.name, grammar)
    if value == 0:
        return f"{clause(Has(condition.name), grammar, False)}."
    return grammar.recorded.format(value=value_words(condition.name, value, grammar.language))


@found.register
def _(condition: AtLeast, grammar: Grammar, what: Found) -> str:
    assert isinstance(what.finding, ValueFinding)
    if what.finding.value is None:
        return _unknown(condition.name, grammar)
    return grammar.number.format(number=what.finding.value, needed=condition.count)


@found.register
def _(condition: WindowAtom, grammar: Grammar, what: Found) -> str:
    finding = what.finding
    assert isinstance(finding, DaysFinding)
    low, high = sorted((finding.low, finding.high))
    known = low == high
    span = grammar.from_to.format(
        first=dated(from_day(finding.first), grammar), last=dated(from_day(finding.last), grammar)
    )
    template = grammar.counted if known else grammar.counted_between
    text = template.format(
        low=low, number=form(grammar.calendar_days, high), needed=finding.needed, span=span
    )
    text += "." if known else f"{grammar.some_unknown}."
    longer = condition.span(to_day(what.on))[0] - finding.first
    if longer:
        most = "" if known else grammar.at_most
        text += f" {grammar.longer.format(most=most, number=form(grammar.plain_days, longer))}"
    return text


@found.register
def _(condition: During, grammar: Grammar, what: Found) -> str:
    finding = what.finding
    assert isinstance(finding, DaysFinding)
    day = dated(what.on, grammar)
    if finding.low != finding.high:
        return grammar.day_unknown.format(day=day)
    is_so = (finding.low > 0) is what.holds
    return grammar.so[not is_so].format(day=day)
