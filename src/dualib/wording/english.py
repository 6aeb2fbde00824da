"""English: every condition, set of days and finding as a case worker would say it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import singledispatch

from dualib.conditions import (
    Age,
    Always,
    AtEvent,
    AtLeast,
    Condition,
    DateFinding,
    DaysFinding,
    DaysIn,
    During,
    EventFinding,
    Happened,
    Has,
    Judgement,
    NotExpressed,
    OneOf,
    Run,
    ValueFinding,
    WindowAtom,
    Within,
)
from dualib.dates import NEVER_DAY, Ends, from_day, to_day
from dualib.errors import BadInput
from dualib.facts import FACTS, Status
from dualib.language import Text, listing
from dualib.wording.english_days import (
    count_words,
    dated,
    days,
    negated,
    number_of_days,
    or_listed,
    period,
    window_words,
)
from dualib.wording.grammar import (
    Found,
    Grammar,
    attained,
    single_statuses,
    status_words,
    value_words,
)

__all__ = ["ENGLISH"]


@singledispatch
def clause(condition: Condition, holds: bool) -> str:
    """Say a condition that is not made of others, or its opposite, as a sentence without its final point."""
    raise BadInput(f"no English words for {type(condition).__name__}")


@clause.register
def _(condition: Always, holds: bool) -> str:
    return "No conditions are set" if holds else "Nobody can meet the condition"


_AGE_POINTS = {
    "day": "",
    "decision": " by the day of the decision",
    "calendar_year": " by the end of the calendar year",
    "start_of_year": " at the start of the year",
    "statistics_date": " by the end of the month (the statistics date)",
}


def _turning(lo: int, below: int | None, holds: bool) -> str:
    """Name the ages turned during a year, or those not."""
    if below is None:
        return f"turns {lo} or more" if holds else f"turns {lo - 1} at most"
    if lo == 0:
        return f"turns {below - 1} at most" if holds else f"turns {below} or more"
    if below == lo + 1:
        return f"turns {lo}" if holds else f"does not turn {lo}"
    return f"{'reaches' if holds else 'does not reach'} an age from {lo} to {below - 1}"


@clause.register
def _(condition: Age, holds: bool) -> str:
    lo, below = condition.lo, condition.below
    verb = "had" if condition.at == "start_of_year" else "has"
    when = _AGE_POINTS[condition.at]
    if lo == 0 and below is None:
        return f"The person {verb} {'' if holds else 'not '}been born{when}"
    if condition.at == "calendar_year":
        return f"The person {_turning(lo, below, holds)} during the calendar year"
    if lo == 0:
        return f"The person {verb} {'not' if holds else 'already'} turned {below}{when}"
    if below is None:
        return f"The person {verb} {'' if holds else 'not '}turned {lo}{when}"
    if holds:
        return f"The person {verb} turned {lo} but not {below}{when}"
    return f"The person {verb} not turned {lo} or {verb} already turned {below}{when}"


def _event_words(name: str) -> tuple[str, str]:
    """Return that an event happened, and that it has not, as clauses without subject."""
    about = FACTS[name]
    assert about.yes is not None
    assert about.no is not None
    return about.yes.en, about.no.en


@clause.register
def _(condition: Within, holds: bool) -> str:
    passed = period(condition.period)
    happened, not_yet = _event_words(condition.name)
    has = "has" if passed.startswith("one ") else "have"
    if holds:
        return f"No more than {passed} {has} passed since the person {happened}"
    return f"More than {passed} {has} passed since the person {happened}, or the person {not_yet}"


@clause.register
def _(condition: Happened, holds: bool) -> str:
    happened, not_yet = _event_words(condition.name)
    when = _between(condition)
    if when:
        return f"{'The person' if holds else 'It is not so that the person'} {happened} {when}"
    if holds:
        return f"The person {happened} on the day asked about or earlier"
    return f"The person {not_yet} by the day asked about"


def _between(condition: Happened) -> str:
    first, last = condition.first, condition.last
    if first is not None and last is not None:
        return f"from {dated(first)} to {dated(last)}, both included"
    if first is not None:
        return f"on {dated(first)} or later"
    return "" if last is None else f"before {dated(last + timedelta(days=1))}"


@clause.register
def _(condition: Has, holds: bool) -> str:
    about = FACTS[condition.name]
    words = about.yes if holds else about.no
    assert words is not None
    return f"The person {words.en}"


@clause.register
def _(condition: OneOf, holds: bool) -> str:
    values = or_listed([value_words(condition.name, value, "en") for value in condition.values])
    if condition.name == "sex":
        return f"The person is {'' if holds else 'not '}a {values}"
    return f"The person's {FACTS[condition.name].words.en} is {'' if holds else 'not '}{values}"


@clause.register
def _(condition: AtLeast, holds: bool) -> str:
    words = FACTS[condition.name].words.en
    return f"The person has {'at least' if holds else 'fewer than'} {condition.count} {words}"


def _skipping(condition: WindowAtom, *, breaks: bool) -> str:
    if condition.skipping is None:
        return ""
    most = "" if condition.most_skipped is None else f", but for {count_words(condition.most_skipped, 'day')} at most"
    what = days(condition.skipping)
    if breaks:
        return f". Days with {what} do not break the row and do not count towards it either{most}"
    return f". Days with {what} are skipped and lengthen the period backwards in time{most}"


@clause.register
def _(condition: DaysIn, holds: bool) -> str:
    least = condition.at_least
    if least == 1:
        number = "at least one calendar day" if holds else "no calendar day"
    else:
        number = f"{'a total of at least' if holds else 'fewer than'} {least} calendar days"
    text = f"The person has {number} with {days(condition.days)} {window_words(condition.window)}"
    return text + _skipping(condition, breaks=False)


@clause.register
def _(condition: Run, holds: bool) -> str:
    end = "the day asked about" if condition.window.ends is Ends.ON else "the day before the day asked about"
    deny = "has" if holds else "has not"
    text = (
        f"The person {deny} had at least {period(condition.window.length)} in a row with {days(condition.days)}, "
        f"up to and including {end}"
    )
    return text + _skipping(condition, breaks=True)


def _enrolments(statuses: tuple[Status, ...]) -> bool:
    return all(status.value.startswith("in_") and status is not Status.IN_KAA for status in statuses)


@clause.register
def _(condition: During, holds: bool) -> str:
    simple = single_statuses(condition.days)
    if simple is None:
        return f"The day asked about is {'' if holds else 'not '}a day with {days(condition.days)}"
    statuses, either = simple
    told = status_words(statuses) if either else [(status.noun, status.words) for status in statuses]
    clauses = [words.en for _, words in told]
    if not holds:
        clauses = [negated(words) for words in clauses]
        either = not either
    text = f"The person {listing(clauses, 'en', last='or' if either else 'and')} on the day asked about"
    if holds and _enrolments(statuses):
        text += " (meeting its conditions is not enough)"
    return text


@clause.register
def _(condition: Judgement, holds: bool) -> str:
    text = condition.text.en.rstrip(".")
    if text.startswith("that ") and holds:
        return f"The authority judges whether {text.removeprefix('that ')}"
    return f"The authority judges whether this {'holds' if holds else 'does not hold'}: {text}"


@clause.register
def _(condition: NotExpressed, holds: bool) -> str:
    text = condition.text.en.rstrip(".")
    if text.startswith("that "):
        demand = f"It is required {text}" if holds else f"It must not be so {text}"
    else:
        demand = f"It is required that this {'holds' if holds else 'does not hold'}: {text}"
    return f"{demand}. This is not tested here, so its answer is unknown"


def _unknown(name: str) -> str:
    return f"Not known: {FACTS[name].words.en}."


@singledispatch
def found(condition: Condition, what: Found) -> str:
    """Say what was found about the person; nothing when the condition itself says it all."""
    return ""


@found.register
def _(condition: Age, what: Found) -> str:
    finding = what.finding
    assert isinstance(finding, DateFinding)
    if finding.value is None:
        return _unknown("born")
    reference = condition.reference(what.on)
    turned = []
    for age in (condition.lo, condition.below):
        if age:
            day = attained(finding.value, age, what.leap)
            turned.append(f"{'turned' if day <= reference else 'turns'} {age} on {dated(day)}")
    text = f"Born on {dated(from_day(finding.value))}{': ' if turned else ''}{listing(turned, 'en')}."
    return text if reference == what.on else f"{text} The age is taken on {dated(reference)}."


def _event(name: str, day: int | None, on: date) -> str:
    if day is None:
        return _unknown(name)
    happened, not_yet = _event_words(name)
    if day == NEVER_DAY:
        return f"The person {not_yet}."
    return f"The person {happened} on {dated(from_day(day))}{'' if from_day(day) <= on else ', which is later'}."


@found.register
def _(condition: Happened, what: Found) -> str:
    assert isinstance(what.finding, DateFinding)
    return _event(condition.name, what.finding.value, what.on)


@found.register
def _(condition: Within, what: Found) -> str:
    assert isinstance(what.finding, DateFinding)
    day = what.finding.value
    text = _event(condition.name, day, what.on)
    if day is None or day == NEVER_DAY or from_day(day) > what.on:
        return text
    last = condition.period.after(from_day(day))
    return f"{text} The time {'runs' if last >= what.on else 'ran'} out on {dated(last)}."


@found.register
def _(condition: AtEvent, what: Found) -> str:
    assert isinstance(what.finding, EventFinding)
    return _event(condition.event, what.finding.day, what.on)


@found.register
def _(condition: Has, what: Found) -> str:
    assert isinstance(what.finding, ValueFinding)
    if what.finding.value is None:
        return _unknown(condition.name)
    is_so = isinstance(what.finding.value, int) and what.finding.value > 0
    return "" if is_so is what.holds else f"{clause(condition, is_so)}."


@found.register
def _(condition: OneOf, what: Found) -> str:
    assert isinstance(what.finding, ValueFinding)
    value = what.finding.value
    if value is None:
        return _unknown(condition.name)
    if value == 0:
        return f"{clause(Has(condition.name), False)}."
    return f"What is recorded is {value_words(condition.name, value, 'en')}."


@found.register
def _(condition: AtLeast, what: Found) -> str:
    assert isinstance(what.finding, ValueFinding)
    if what.finding.value is None:
        return _unknown(condition.name)
    return f"The number is {what.finding.value} (at least {condition.count} needed)."


def _counted(finding: DaysFinding) -> str:
    low, high = sorted((finding.low, finding.high))
    if low == high:
        return f"Counted {number_of_days(low)} (at least {finding.needed} needed)"
    return f"Between {low} and {number_of_days(high)} (at least {finding.needed} needed)"


def _counted_days(condition: WindowAtom, what: Found) -> str:
    finding = what.finding
    assert isinstance(finding, DaysFinding)
    span = f"from {dated(from_day(finding.first))} to {dated(from_day(finding.last))}, both included"
    known = "" if finding.low == finding.high else "; not all days are known"
    text = f"{_counted(finding)} {span}{known}."
    longer = condition.span(to_day(what.on))[0] - finding.first
    if longer:
        most = "" if finding.low == finding.high else "at most "
        text += f" The period is {most}{number_of_days(longer, 'day')} longer, because days are skipped."
    return text


@found.register
def _(condition: DaysIn, what: Found) -> str:
    return _counted_days(condition, what)


@found.register
def _(condition: Run, what: Found) -> str:
    return _counted_days(condition, what)


@found.register
def _(condition: During, what: Found) -> str:
    finding = what.finding
    assert isinstance(finding, DaysFinding)
    day = dated(what.on)
    if finding.low != finding.high:
        return f"What held on {day} is not known."
    return f"This is {'' if (finding.low > 0) is what.holds else 'not '}so according to what is recorded for {day}."


_GROUPS = {
    "all": "The person meets all of these conditions",
    "any": "The person meets at least one of these conditions",
    "none": "The person meets none of these conditions",
    "not_all": "The person does not meet all of these conditions (at least one fails)",
}
_LABELS = {
    "all": "All of these conditions",
    "any": "At least one of these conditions",
    "none": "None of these conditions",
    "not_all": "Not all of these conditions (at least one fails)",
}


def _group(kind: str, count: int) -> str:
    if count == 2 and kind in ("all", "not_all"):
        return _GROUPS[kind].replace("all of", "both of")
    return _GROUPS[kind]


def _group_label(kind: str, count: int) -> str:
    if count == 2 and kind in ("all", "not_all"):
        return _LABELS[kind].replace("All of", "Both of").replace("all of", "both of")
    return _LABELS[kind]


def _at_event(name: str, holds: bool) -> str:
    day = f"On the day when the person {_event_words(name)[0]}, then taken as the day asked about,"
    return f"{day} the following holds" if holds else f"{day} the following does not hold, or that day has not come"


def _denied(name: Text) -> str:
    return f"The person does not meet the condition “{name.en}”, that is, not the following"


ENGLISH = Grammar("en", "The person ", clause, found, _group, _group_label, _at_event, _denied, days, period)
