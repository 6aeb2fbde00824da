"""Lengths of time, windows and sets of days in words."""

from __future__ import annotations

from datetime import date
from functools import singledispatch

from dualib.conditions.day_sets import Both, DaySet, Either, StatusDays, Unbroken, Without
from dualib.dates import WHOLE_LIFE, Ends, Period, Window
from dualib.errors import BadInput
from dualib.language import listing, spelled_number, written_date
from dualib.messages import message
from dualib.wording.day_set_words import (
    alternatives,
    deeds,
    ordered_choices,
    requirements,
    status_words,
    whole_words,
)
from dualib.wording.grammar import Forms, Grammar

__all__ = [
    "dated",
    "days",
    "days_length",
    "done",
    "form",
    "is_single",
    "or_listed",
    "period",
    "skipped_days",
    "window_words",
]


def dated(day: date, grammar: Grammar) -> str:
    """Write a date as it is in a sentence.

    >>> from dualib.wording.swedish import SWEDISH
    >>> dated(date(2015, 5, 31), SWEDISH)
    'den 31 maj 2015'
    """
    return grammar.dated.format(date=written_date(day, grammar.language))


def or_listed(items: list[str], grammar: Grammar) -> str:
    """Join alternatives.

    >>> from dualib.wording.english import ENGLISH
    >>> or_listed(["a", "b"], ENGLISH)
    'a or b'
    """
    return listing(items, grammar.language, last="or")


def form(forms: Forms, number: int) -> str:
    """Write a number of something in figures, one or several.

    >>> form(("{number} day", "{number} days"), 1)
    '1 day'
    """
    return forms[number != 1].format(number=number)


def _counted(forms: Forms, number: int, grammar: Grammar) -> str:
    """Write a number of something, small numbers in letters as running text does."""
    return forms[number != 1].format(number=spelled_number(number, grammar.language))


def _in_units(length: Period) -> tuple[int, str]:
    """Return a number, and the unit that it is said in."""
    if length.unit == "days":
        return length.count, "day"
    return (length.count // 12, "year") if length.count % 12 == 0 else (length.count, "month")


def is_single(length: Period) -> bool:
    """Return whether a length of time is one day, one month or one year.

    >>> is_single(Period(12, "months")), is_single(Period(2, "days"))
    (True, False)
    """
    return _in_units(length)[0] == 1


def period(length: Period, grammar: Grammar) -> str:
    """Write a length of time.

    >>> from dualib.wording.english import ENGLISH
    >>> [period(Period(count, "months"), ENGLISH) for count in (24, 1)], period(Period(30, "days"), ENGLISH)
    (['two years', 'one month'], '30 days')
    """
    number, unit = _in_units(length)
    return _counted(grammar.units[unit].length, number, grammar)


def days_length(count: int, grammar: Grammar) -> str:
    """Write a length of a number of days.

    >>> from dualib.wording.english import ENGLISH
    >>> days_length(1, ENGLISH), days_length(30, ENGLISH)
    ('one day', '30 days')
    """
    return period(Period(count, "days"), grammar)


def window_words(window: Window, grammar: Grammar) -> str:
    """Name a window and its end.

    >>> from dualib.dates import last_days
    >>> from dualib.wording.swedish import SWEDISH
    >>> window_words(last_days(120).ending(Ends.ON), SWEDISH)
    'under de senaste 120 dagarna (prövningsdagen medräknad)'
    """
    number, unit = _in_units(window.length)
    if window.length == WHOLE_LIFE.length:
        return grammar.whole_life[window.ends is Ends.DAY_BEFORE]
    if window.ends is Ends.DAY_BEFORE:
        return grammar.window_before.format(
            ending=_counted(grammar.units[unit].ending, number, grammar)
        )
    return grammar.window_on.format(last=_counted(grammar.units[unit].last, number, grammar))


def skipped_days(of: DaySet, grammar: Grammar) -> str:
    """Name days that do not count, as the subject of a sentence.

    >>> from dualib.conditions import days as days_of, unbroken
    >>> from dualib.wording.english import ENGLISH
    >>> skipped_days(unbroken(days_of("full_time_sick", "parental_leave"), at_least=30), ENGLISH)
    'Unbroken periods of at least 30 days with full-time sick leave or parental leave'
    """
    if isinstance(of, Unbroken):
        length = days_length(of.at_least, grammar)
        return grammar.skipped_periods.format(days=days(of.inner, grammar), length=length)
    return grammar.skipped_days.format(days=days(of, grammar))


def _said_once(clauses: list[str]) -> list[str]:
    """Leave out a verb that the clause before begins with too."""
    verbs = ["", *(clause.partition(" ")[0] for clause in clauses)]
    return [
        clause.partition(" ")[2] if verb == before else clause
        for before, verb, clause in zip(verbs, verbs[1:], clauses, strict=False)
    ]


def done(of: DaySet, grammar: Grammar, *, perfect: bool) -> str | None:
    """Say what a person does on the days of a set, or has done; None where only nouns can say it.

    >>> from dualib.conditions import days as days_of
    >>> from dualib.wording.english import ENGLISH
    >>> both = days_of("full_time_unemployed") & days_of("registered_as_jobseeker")
    >>> done(both, ENGLISH, perfect=True)
    'been full-time unemployed and registered as a jobseeker at Arbetsförmedlingen'
    """
    told = deeds(of)
    if told is None:
        return None
    said = [
        [
            grammar.perfect(words) if perfect else words
            for words in (t.say(grammar.language) for t in one)
        ]
        for one in told
    ]
    plain = _said_once([one[0] for one in said if len(one) == 1])
    involved = [listing(_said_once(one), grammar.language) for one in said if len(one) > 1]
    return grammar.or_longer.join([*([or_listed(plain, grammar)] if plain else []), *involved])


@singledispatch
def days(of: DaySet, grammar: Grammar) -> str:
    """Name a set of days so that it fits after "days with".

    Raises
    ------
    BadInput
        If there are no words for a set of that sort.

    Examples
    --------
    >>> from dualib.conditions import days as days_of
    >>> from dualib.wording.swedish import SWEDISH
    >>> days(days_of("full_time_unemployed") & days_of("registered_as_jobseeker"), SWEDISH)
    'både heltidsarbetslöshet och anmälan som arbetssökande'
    """
    raise BadInput(message("wording/no-words-for-days", value=of))


def _enclosed(of: DaySet, grammar: Grammar) -> str:
    simple = whole_words(of) is not None or (isinstance(of, StatusDays) and len(of.statuses) == 1)
    return days(of, grammar) if simple else f"({days(of, grammar)})"


@days.register
def _(of: StatusDays, grammar: Grammar) -> str:
    return or_listed([noun.say(grammar.language) for noun, _ in status_words(of.statuses)], grammar)


@days.register
def _(of: Either, grammar: Grammar) -> str:
    plain, involved, clear = ordered_choices(alternatives(of) or ())
    nouns = [noun.say(grammar.language) for noun, _ in status_words(plain)]
    if clear:
        told = [
            *([or_listed(nouns, grammar)] if nouns else []),
            *(days(part, grammar) for part in involved),
        ]
        return grammar.or_longer.join(told)
    return or_listed(nouns + [_enclosed(part, grammar) for part in involved], grammar)


@days.register
def _(of: Both, grammar: Grammar) -> str:
    parts = requirements(of) or ()
    simple = [_enclosed(part, grammar) for part in parts if alternatives(part) is None]
    choices = []
    for part in parts:
        chosen = alternatives(part)
        if chosen is not None:
            plain = all(isinstance(one, StatusDays) for one in chosen)
            choices.append(
                (grammar.choice if plain else "({days})").format(days=days(part, grammar))
            )
    words = listing([*simple, *choices], grammar.language)
    return (grammar.both if len(parts) == 2 else grammar.same_day).format(days=words)


@days.register
def _(of: Without, grammar: Grammar) -> str:
    named = whole_words(of)
    if named is not None:
        return named[0].say(grammar.language)
    others = _enclosed(of.other, grammar)
    plain, involved, _ = ordered_choices(alternatives(of.other) or ())
    if plain and not involved:
        others = days(of.other, grammar)
        if len(status_words(plain)) > 1:
            others = grammar.neither.format(days=others)
    return grammar.without.format(days=_enclosed(of.one, grammar), others=others)


@days.register
def _(of: Unbroken, grammar: Grammar) -> str:
    return grammar.unbroken.format(
        days=_enclosed(of.inner, grammar), length=days_length(of.at_least, grammar)
    )
