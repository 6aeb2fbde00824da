"""English: the words in which a case worker would say conditions, sets of days and findings."""

from __future__ import annotations

from typing import Final

from dualib.wording.grammar import Grammar, Unit

__all__ = ["BARE_VERBS", "ENGLISH", "PARTICIPLES"]

#: The verbs that statuses begin with, in the form that follows "does not".
BARE_VERBS: Final = {
    "works": "work",
    "attends": "attend",
    "studies": "study",
    "has": "have",
    "takes": "take",
    "receives": "receive",
}


def _negated(clause: str) -> str:
    verb, _, rest = clause.partition(" ")
    return f"is not {rest}" if verb == "is" else f"does not {BARE_VERBS[verb]} {rest}"


#: The same verbs in the form that follows "has".
PARTICIPLES: Final = {
    "attends": "attended",
    "has": "had",
    "is": "been",
    "receives": "received",
    "studies": "studied",
    "takes": "taken",
    "works": "worked",
}


def _perfect(clause: str) -> str:
    verb, _, rest = clause.partition(" ")
    return f"{PARTICIPLES[verb]} {rest}"


def _unit(one: str) -> Unit:
    return Unit(
        length=(f"one {one}", f"{{number}} {one}s"),
        last=(f"the last {one}", f"the last {{number}} {one}s"),
        ending=(f"the {one} that ends", f"the {{number}} {one}s that end"),
    )


ENGLISH = Grammar(
    language="en",
    subject="The person ",
    dated="{date}",
    negated=_negated,
    perfect=_perfect,
    units={"day": _unit("day"), "month": _unit("month"), "year": _unit("year")},
    calendar_days=("{number} calendar day", "{number} calendar days"),
    plain_days=("{number} day", "{number} days"),
    day_asked=("the assessment date", "the day before the assessment date"),
    whole_life=(
        "up to and including the assessment date",
        "up to and including the day before the assessment date",
    ),
    window_on="during {last} (the assessment date counted)",
    window_before="during {ending} on the day before the assessment date",
    or_longer=", or ",
    choice="either {days}",
    both="both {days}",
    same_day="{days} on the same day",
    without="{days} but without {others}",
    neither="either {days}",
    unbroken="{days} for at least {length} in a row",
    age_points={
        "day": "",
        "decision": " by the day of the decision",
        "calendar_year": " by the end of the calendar year",
        "start_of_year": " at the start of the year",
        "statistics_date": " by the end of the month (the statistics date)",
    },
    has=("has", "had"),
    born=("The person {has} been born{when}", "The person {has} not been born{when}"),
    young=(
        "The person {has} not turned {below}{when}",
        "The person {has} already turned {below}{when}",
    ),
    old=("The person {has} turned {lo}{when}", "The person {has} not turned {lo}{when}"),
    between=(
        "The person {has} turned {lo} but not {below}{when}",
        "The person {has} not turned {lo} or {has} already turned {below}{when}",
    ),
    turns_one=(
        "The person turns {lo} during the calendar year",
        "The person does not turn {lo} during the calendar year",
    ),
    turns_from=(
        "The person turns {lo} or more during the calendar year",
        "The person turns {younger} at most during the calendar year",
    ),
    turns_below=(
        "The person turns {oldest} at most during the calendar year",
        "The person turns {below} or more during the calendar year",
    ),
    turns_between=(
        "The person reaches an age from {lo} to {oldest} during the calendar year",
        "The person does not reach an age from {lo} to {oldest} during the calendar year",
    ),
    have=("has", "have"),
    within=(
        "No more than {length} {have} passed since the person {happened}",
        "More than {length} {have} passed since the person {happened}, or the person {not_yet}",
    ),
    happened_when=(
        "The person {happened} {when}",
        "It is not so that the person {happened} {when}",
    ),
    happened_by=(
        "The person {happened} on the assessment date or earlier",
        "The person {not_yet} by the assessment date",
    ),
    from_to="from {first} to {last}, both included",
    or_later="on {day} or later",
    before="before {day}",
    is_sex=("The person is a {values}", "The person is not a {values}"),
    is_one_of=("The person's {fact} is {values}", "The person's {fact} is not {values}"),
    days_in_one=(
        "The person has at least one calendar day with {days} {window}",
        "The person has no calendar day with {days} {window}",
    ),
    days_in=(
        "The person has a total of at least {count} calendar days with {days} {window}",
        "The person has fewer than {count} calendar days with {days} {window}",
    ),
    done_in_one=(
        "The person has {done} on at least one calendar day {window}",
        "The person has not {done} on any calendar day {window}",
    ),
    done_in=(
        "The person has {done} on at least {count} calendar days in all {window}",
        "The person has {done} on fewer than {count} calendar days {window}",
    ),
    done_run=(
        "The person has {done} for at least {length} in a row, up to and including {end}",
        "The person has not {done} for at least {length} in a row, up to and including {end}",
    ),
    run=(
        "The person has had at least {length} in a row with {days}, up to and including {end}",
        "The person has not had at least {length} in a row with {days}, up to and including {end}",
    ),
    during_day=(
        "The assessment date is a day with {days}",
        "The assessment date is not a day with {days}",
    ),
    during="The person {clauses} on the assessment date",
    during_none="It is not so that the person {clauses} on the assessment date",
    enrolled=" (meeting its conditions is not enough)",
    skipped_days="Days with {days}",
    skipped_periods="Unbroken periods of at least {length} with {days}",
    skipped=". {days} are skipped and lengthen the period backwards in time{most}",
    passed_over=". {days} do not break the row and do not count towards it either{most}",
    most_skipped=", up to {length} in all",
    that="that ",
    judged="The authority judges whether {text}",
    judged_whether=(
        "The authority judges whether this holds: {text}",
        "The authority judges whether this does not hold: {text}",
    ),
    demanded_that=("It is required {text}", "It must not be so {text}"),
    demanded=(
        "It is required that this holds: {text}",
        "It is required that this does not hold: {text}",
    ),
    not_tested="{demand}. This condition is not assessed here, so the answer is unknown",
    unknown="No information: {fact}.",
    born_on="Born on {day}",
    turned=("turned {age} on {day}", "turns {age} on {day}"),
    age_taken="The age is taken on {day}.",
    happened_on=(
        "The person {happened} on {day}.",
        "The person {happened} on {day}, which is later.",
    ),
    runs_out=("The time runs out on {day}.", "The time ran out on {day}."),
    recorded="What is recorded is {value}.",
    number="The number is {number} (at least {needed} required).",
    counted="{number} (at least {needed} required) {span}",
    counted_between="Between {low} and {number} (at least {needed} required) {span}",
    some_unknown="; not all days are known",
    longer="The period is {most}{number} longer, because days are skipped.",
    at_most="at most ",
    day_unknown="What held on {day} is not known.",
    so=(
        "This is so according to what is recorded for {day}.",
        "This is not so according to what is recorded for {day}.",
    ),
    groups={
        "all": "The person meets all of these conditions",
        "both": "The person meets both of these conditions",
        "any": "The person meets at least one of these conditions",
        "none": "The person meets none of these conditions",
        "not_all": "The person does not meet all of these conditions (at least one fails)",
        "not_both": "The person does not meet both of these conditions (at least one fails)",
    },
    labels={
        "all": "All of these conditions",
        "both": "Both of these conditions",
        "any": "At least one of these conditions",
        "none": "None of these conditions",
        "not_all": "Not all of these conditions (at least one fails)",
        "not_both": "Not both of these conditions (at least one fails)",
    },
    event=(
        "On the day when the person {happened}, then taken as the assessment date, the following holds",
        "On the day when the person {happened}, then taken as the assessment date, the following does not hold, "
        "or that day has not come",
    ),
    denied="The person does not meet the condition “{name}”, that is, not the following",
)
