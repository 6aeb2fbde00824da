"""What a language must hold to speak of conditions: its words, and their order.

A sentence is a template with named fields. Which sentence is said, and of what, is the same in all languages: see
:mod:`~dualib.wording.clauses`, :mod:`~dualib.wording.findings` and :mod:`~dualib.wording.lengths`.
A sentence that one kind of condition has alone, and that no language bends, is a ``Text`` there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

import attrs

from dualib.conditions.dates import AgePoint
from dualib.language import Language
from dualib.vocabulary.facts import DISABILITY_CODES, FACTS, Kind

__all__ = ["Forms", "Grammar", "GroupKind", "Said", "Unit", "lower", "value_words"]

#: How something is said when it holds, and when it does not.
Said = tuple[str, str]
#: How something is said of one, and of several.
Forms = tuple[str, str]
#: How conditions are joined under a heading; ``both`` and ``not_both`` where there are two.
GroupKind = Literal["all", "any", "none", "not_all", "both", "not_both"]


@attrs.frozen(kw_only=True)
class Unit:
    """A unit of time as it is in a sentence, each way for one and for ``{number}`` of them.

    Attributes
    ----------
    length
        A length of time.
    last
        The latest of them.
    ending
        Those that end on a day named after it.
    """

    length: Forms
    last: Forms
    ending: Forms


@attrs.frozen(kw_only=True)
class Grammar:
    """One language.

    Fields of templates: ``{days}`` a set of days that fits after "days with", ``{fact}`` what a fact is called,
    ``{happened}`` and ``{not_yet}`` that an event came or did not come, without subject, ``{day}`` a written date.

    Attributes
    ----------
    language
        Its code.
    subject
        What most sentences begin with, and what labels leave out.
    dated
        A ``{date}`` as it is in a sentence.
    negated
        Denies a clause that begins with its verb.
    perfect
        Turns a clause that begins with its verb into what follows "has".
    units
        ``"day"``, ``"month"`` and ``"year"``.
    calendar_days, plain_days
        A ``{number}`` of days in figures.
    day_asked
        The last day that counts: the assessment date, or the day before it.
    whole_life
        A window without beginning that ends on the day asked about, or the day before it.
    window_on, window_before
        Other windows, from :class:`Unit`'s ``{last}`` and ``{ending}``.
    or_longer
        What is written between sets of days of which one counts, where some are long.
    choice, both, same_day, without, neither, unbroken
        Sets of days made of others.
    age_points
        At which point an age is looked at.
    has
        The verb of an age, now and in the past.
    born, young, old, between
        An age without limits, with an upper limit only, a lower one only, and with both.
    turns_one, turns_from, turns_below, turns_between
        The age turned during a calendar year: a single one, or as above.
    have
        The verb of a length of time that has passed.
    within, happened_when, happened_by
        An event and the time since; an event on certain days, or at any time.
    from_to, or_later, before
        Those days.
    is_sex, is_one_of
        Values. A sex is said as what the person is.
    done_in_one, done_in, done_run, during, during_none
        Counts of days, as what the person has ``{done}`` or does.
    days_in_one, days_in, run, during_day
        Counts of days in sets too involved to be said as what the person does.
    enrolled
        Added where all that counts is being enrolled.
    skipped_days, skipped_periods
        Days that do not count, as a subject: each by itself, or only in a row of some length.
    skipped, passed_over, most_skipped
        That they do not, in a window or in a run, and the most there may be of them.
    that
        What begins a text that is a clause.
    judged, judged_whether, demanded_that, demanded, not_tested
        What the authority judges, and law that is not expressed: as such a clause, or otherwise.
    unknown
        That nothing is known of a fact.
    born_on, turned, age_taken
        What was found of an age: the birth, birthdays come and to come, the day it is looked at.
    happened_on
        What was found of an event: that it came, or comes after the day asked about.
    runs_out
        The last day of a period, to come or past.
    recorded, number
        What was found of values.
    counted, counted_between, some_unknown, longer, at_most
        What was found of days: their number, that not all are known, that the window is longer, and at most so much.
    day_unknown, so
        What was found of the day asked about.
    groups, labels
        The heading of conditions that are joined, whole and in few words.
    event
        The heading of conditions asked about the day of an event.
    denied
        The heading of a named condition that must not hold.
    """

    language: Language
    subject: str
    dated: str
    negated: Callable[[str], str]
    perfect: Callable[[str], str]
    units: Mapping[str, Unit]
    calendar_days: Forms
    plain_days: Forms
    day_asked: tuple[str, str]
    whole_life: tuple[str, str]
    window_on: str
    window_before: str
    or_longer: str
    choice: str
    both: str
    same_day: str
    without: str
    neither: str
    unbroken: str
    age_points: Mapping[AgePoint, str]
    has: tuple[str, str]
    born: Said
    young: Said
    old: Said
    between: Said
    turns_one: Said
    turns_from: Said
    turns_below: Said
    turns_between: Said
    have: Forms
    within: Said
    happened_when: Said
    happened_by: Said
    from_to: str
    or_later: str
    before: str
    is_sex: Said
    is_one_of: Said
    days_in_one: Said
    days_in: Said
    run: Said
    done_in_one: Said
    done_in: Said
    done_run: Said
    during_day: Said
    during: str
    during_none: str
    enrolled: str
    skipped_days: str
    skipped_periods: str
    skipped: str
    passed_over: str
    most_skipped: str
    that: str
    judged: str
    judged_whether: Said
    demanded_that: Said
    demanded: Said
    not_tested: str
    unknown: str
    born_on: str
    turned: tuple[str, str]
    age_taken: str
    happened_on: tuple[str, str]
    runs_out: tuple[str, str]
    recorded: str
    number: str
    counted: str
    counted_between: str
    some_unknown: str
    longer: str
    at_most: str
    day_unknown: str
    so: Said
    groups: Mapping[GroupKind, str]
    labels: Mapping[GroupKind, str]
    event: Said
    denied: str


def lower(text: str) -> str:
    """Return ``text`` with a small first letter, to follow a colon.

    >>> lower("Personen")
    'personen'
    """
    return text[:1].lower() + text[1:]


def value_words(name: str, value: object, language: str) -> str:
    """Return the value of a code, category or number in words.

    >>> value_words("sex", "woman", "sv"), value_words("disability_code", 61, "en")
    ('kvinna', '61 (psychiatric disability)')
    """
    about = FACTS[name]
    if about.kind is Kind.CODE and isinstance(value, int) and value in DISABILITY_CODES:
        return f"{value} ({DISABILITY_CODES[value].say(language)})"
    known = (about.categories or {}).get(str(value))
    return str(value) if known is None else known.say(language)
