"""Conditions in words: each that is not made of others as a sentence, and the headings of those that are."""

from __future__ import annotations

from datetime import timedelta
from functools import singledispatch

from dualib.conditions import Condition
from dualib.conditions.base import Always
from dualib.conditions.dates import Age, Happened, Within
from dualib.conditions.markers import Judgement, NotExpressed
from dualib.conditions.values import AtLeast, Has, OneOf
from dualib.conditions.windows import DaysIn, During, Run, WindowAtom
from dualib.dates import Ends
from dualib.errors import BadInput
from dualib.language import Text, listing
from dualib.messages import message
from dualib.vocabulary.facts import FACTS, Status
from dualib.wording.day_set_words import single_statuses, status_words
from dualib.wording.grammar import Grammar, GroupKind, Said, value_words
from dualib.wording.lengths import (
    dated,
    days,
    days_length,
    done,
    is_single,
    or_listed,
    period,
    skipped_days,
    window_words,
)

__all__ = ["clause", "denied_heading", "event_heading", "event_words", "group_kind"]


def _said(said: Said, holds: bool, **fields: object) -> str:
    return said[not holds].format(**fields)


def _beside(said: tuple[Text, Text], grammar: Grammar, holds: bool, **fields: object) -> str:
    """Say a sentence that one kind of condition has alone, written beside it in both languages."""
    return said[not holds].say(grammar.language).format(**fields)


@singledispatch
def clause(condition: Condition, grammar: Grammar, holds: bool) -> str:
    """Say a condition that is not made of others, or its opposite, as a sentence without its final point.

    Raises
    ------
    BadInput
        If there are no words for a condition of that sort.

    Examples
    --------
    >>> from dualib.conditions import age
    >>> from dualib.wording.english import ENGLISH
    >>> clause(age(16, below=25), ENGLISH, True)
    'The person has turned 16 but not 25'
    """
    raise BadInput(message("wording/no-words", type=type(condition).__name__))


_ALWAYS = (
    Text("Inga villkor ställs", "No conditions are set"),
    Text("Villkoret kan inte uppfyllas av någon", "Nobody can meet the condition"),
)


@clause.register
def _(condition: Always, grammar: Grammar, holds: bool) -> str:
    return _beside(_ALWAYS, grammar, holds)


@clause.register
def _(condition: Age, grammar: Grammar, holds: bool) -> str:
    lo, below = condition.lo, condition.below
    unbounded = lo == 0 and below is None
    if condition.at == "calendar_year" and not unbounded:
        return _turning(lo, below, grammar, holds)
    if unbounded:
        said = grammar.born
    elif lo == 0:
        said = grammar.young
    else:
        said = grammar.old if below is None else grammar.between
    has, when = grammar.has[condition.at == "start_of_year"], grammar.age_points[condition.at]
    return _said(said, holds, has=has, when=when, lo=lo, below=below)


def _turning(lo: int, below: int | None, grammar: Grammar, holds: bool) -> str:
    """Name the ages turned during a year, or those not."""
    if below is None:
        return _said(grammar.turns_from, holds, lo=lo, younger=lo - 1)
    if lo == 0:
        return _said(grammar.turns_below, holds, oldest=below - 1, below=below)
    said = grammar.turns_one if below == lo + 1 else grammar.turns_between
    return _said(said, holds, lo=lo, oldest=below - 1)


def event_words(name: str, grammar: Grammar) -> dict[str, str]:
    """Return that an event ``happened``, and that it did ``not_yet``, as clauses without subject.

    >>> from dualib.wording.english import ENGLISH
    >>> event_words("born", ENGLISH)
    {'happened': 'was born', 'not_yet': 'has not been born'}
    """
    about = FACTS[name]
    assert about.yes is not None
    assert about.no is not None
    return {"happened": about.yes.say(grammar.language), "not_yet": about.no.say(grammar.language)}


@clause.register
def _(condition: Within, grammar: Grammar, holds: bool) -> str:
    have = grammar.have[not is_single(condition.period)]
    length = period(condition.period, grammar)
    return _said(
        grammar.within, holds, have=have, length=length, **event_words(condition.name, grammar)
    )


@clause.register
def _(condition: Happened, grammar: Grammar, holds: bool) -> str:
    said = (
        grammar.happened_by if condition.first is condition.last is None else grammar.happened_when
    )
    return _said(
        said, holds, when=_when(condition, grammar), **event_words(condition.name, grammar)
    )


def _when(condition: Happened, grammar: Grammar) -> str:
    first, last = condition.first, condition.last
    if first is not None and last is not None:
        return grammar.from_to.format(first=dated(first, grammar), last=dated(last, grammar))
    if first is not None:
        return grammar.or_later.format(day=dated(first, grammar))
    return (
        "" if last is None else grammar.before.format(day=dated(last + timedelta(days=1), grammar))
    )


@clause.register
def _(condition: Has, grammar: Grammar, holds: bool) -> str:
    words = FACTS[condition.name].yes if holds else FACTS[condition.name].no
    assert words is not None
    return f"{grammar.subject}{words.say(grammar.language)}"


@clause.register
def _(condition: OneOf, grammar: Grammar, holds: bool) -> str:
    values = or_listed(
        [value_words(condition.name, value, grammar.language) for value in condition.values],
        grammar,
    )
    said = grammar.is_sex if condition.name == "sex" else grammar.is_one_of
    return _said(said, holds, fact=FACTS[condition.name].words.say(grammar.language), values=values)


_AT_LEAST = (
    Text("Personen har minst {count} {fact}", "The person has at least {count} {fact}"),
    Text("Personen har färre än {count} {fact}", "The person has fewer than {count} {fact}"),
)


@clause.register
def _(condition: AtLeast, grammar: Grammar, holds: bool) -> str:
    fact = FACTS[condition.name].words.say(grammar.language)
    return _beside(_AT_LEAST, grammar, holds, count=condition.count, fact=fact)


def _skipping(condition: WindowAtom, template: str, grammar: Grammar) -> str:
    if condition.skipping is None:
        return ""
    most = ""
    if condition.most_skipped is not None:
        most = grammar.most_skipped.format(length=days_length(condition.most_skipped, grammar))
    return template.format(days=skipped_days(condition.skipping, grammar), most=most)


@clause.register
def _(condition: DaysIn, grammar: Grammar, holds: bool) -> str:
    one = condition.at_least == 1
    window = window_words(condition.window, grammar)
    told = done(condition.days, grammar, perfect=True)
    counted = days(condition.days, grammar) if told is None else told
    if grammar.or_longer in counted:
        counted += ","  # else the window would seem to belong to the last choice only
    if told is None:
        said = grammar.days_in_one if one else grammar.days_in
        text = _said(said, holds, count=condition.at_least, days=counted, window=window)
    else:
        said = grammar.done_in_one if one else grammar.done_in
        text = _said(said, holds, count=condition.at_least, done=counted, window=window)
    return text + _skipping(condition, grammar.skipped, grammar)


@clause.register
def _(condition: Run, grammar: Grammar, holds: bool) -> str:
    end = grammar.day_asked[condition.window.ends is Ends.DAY_BEFORE]
    length = period(condition.window.length, grammar)
    told = done(condition.days, grammar, perfect=True)
    if told is None:
        counted = days(condition.days, grammar)
        text = _said(grammar.run, holds, length=length, days=counted, end=end)
    else:
        text = _said(grammar.done_run, holds, length=length, done=told, end=end)
    return text + _skipping(condition, grammar.passed_over, grammar)


def _enrolments(statuses: tuple[Status, ...]) -> bool:
    return all(
        status.value.startswith("in_") and status is not Status.IN_KAA for status in statuses
    )


@clause.register
def _(condition: During, grammar: Grammar, holds: bool) -> str:
    simple = single_statuses(condition.days)
    if simple is None:
        told = done(condition.days, grammar, perfect=False)
        if told is None:
            return _said(grammar.during_day, holds, days=days(condition.days, grammar))
        told += "," if grammar.or_longer in told else ""
        return (grammar.during if holds else grammar.during_none).format(clauses=told)
    statuses, either = simple
    named = (
        status_words(statuses) if either else [(status.noun, status.words) for status in statuses]
    )
    if holds:
        told = done(condition.days, grammar, perfect=False)
        enrolled = grammar.enrolled if _enrolments(statuses) else ""
        return grammar.during.format(clauses=told) + enrolled
    clauses = [grammar.negated(words.say(grammar.language)) for _, words in named]
    joined = listing(clauses, grammar.language, last="and" if either else "or")
    return grammar.during.format(clauses=joined)


@clause.register
def _(condition: Judgement, grammar: Grammar, holds: bool) -> str:
    text = condition.text.say(grammar.language).rstrip(".")
    if text.startswith(grammar.that) and holds:
        return grammar.judged.format(text=text.removeprefix(grammar.that))
    return _said(grammar.judged_whether, holds, text=text)


@clause.register
def _(condition: NotExpressed, grammar: Grammar, holds: bool) -> str:
    text = condition.text.say(grammar.language).rstrip(".")
    said = grammar.demanded_that if text.startswith(grammar.that) else grammar.demanded
    return grammar.not_tested.format(demand=_said(said, holds, text=text))


def group_kind(kind: GroupKind, count: int) -> GroupKind:
    """Return how conditions are joined when it matters that there are two.

    >>> group_kind("all", 2), group_kind("all", 3)
    ('both', 'all')
    """
    pairs: dict[GroupKind, GroupKind] = {"all": "both", "not_all": "not_both"}
    return pairs.get(kind, kind) if count == 2 else kind


def event_heading(name: str, grammar: Grammar, holds: bool) -> str:
    """Return the heading of conditions asked about the day of an event, or of their opposite.

    >>> from dualib.wording.english import ENGLISH
    >>> event_heading("first_registered", ENGLISH, True)[:22]
    'On the day when the pe'
    """
    return _said(grammar.event, holds, **event_words(name, grammar))


def denied_heading(name: Text, grammar: Grammar) -> str:
    """Return the heading of a named condition that must not hold.

    >>> from dualib.wording.english import ENGLISH
    >>> denied_heading(Text("Ålder", "Age"), ENGLISH)
    'The person does not meet the condition “Age”, that is, not the following'
    """
    return grammar.denied.format(name=name.say(grammar.language))
