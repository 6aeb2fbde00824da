"""What the pages show of goals: which can be tried against a number, and where the limit goes."""

from __future__ import annotations

import math
from typing import Any

import shown
from shown_figures import figure_name

from dualib.language import Language, Text, capital
from dualib.local_agreements import Agreement, Goal, GoalCheck, GoalLimit, stated
from dualib.report import number_words, unit_words
from dualib.sources import NOT_IN_SOURCE
from dualib.verdicts import NO, UNKNOWN, YES

ANSWERS = {
    YES: Text("uppnått", "met"),
    NO: Text("inte uppnått", "not met"),
    UNKNOWN: Text("går inte att avgöra", "cannot be told"),
}


def row(goal: Goal, language: Language) -> shown.Row:
    """Return a goal, how it is measured and whether that can be tried, its deadline and its place."""
    silent = stated(NOT_IN_SOURCE, language)
    measure = silent if goal.measure is None else goal.measure.say(language)
    deadline = silent if goal.deadline is None else stated(goal.deadline, language)
    return [
        goal.goal.say(language),
        f"{capital(measure)}. *{testable(goal, language)}*",
        deadline,
        goal.place,
    ]


def testable(goal: Goal, language: Language) -> str:
    """Say whether a number can be held against the goal, and if not what the source leaves out."""
    if limits(goal):
        return Text("Går att pröva mot ett tal.", "Can be tried against a number.").say(language)
    if goal.limit is None:
        return Text("Källan anger ingen gräns.", "The source gives no limit.").say(language)
    return Text("Källan anger inget utgångsvärde.", "The source gives no baseline.").say(language)


def limits(goal: Goal) -> list[int]:
    """Return the last whole numbers on this side of each limit of a goal, and the first ones beyond it."""
    bounds = check(goal, 0).limits
    found: set[int] = set()
    for bound in bounds:
        low = math.floor(bound.limit)
        found |= (
            {low, low + 1} if goal.direction in ("at_most", "increase") else {max(0, low - 1), low}
        )
    return sorted(found)


def check(goal: Goal, now: int) -> GoalCheck:
    """Ask whether a number meets a goal, in the goal's own unit."""
    unit = goal.unit or next((figure.unit for figure in goal.baseline), "persons")
    return goal.check(now, unit=unit)


def tried(agreement: Agreement, language: Language) -> list[dict[str, Any]]:
    """Return for each goal with a limit what the numbers just on either side of it would mean."""
    found = []
    for goal in agreement.goals:
        if numbers := limits(goal):
            unit = goal.unit or next((figure.unit for figure in goal.baseline), "persons")
            answers = [check(goal, now) for now in numbers]
            found.append(
                {
                    "goal": goal.goal.say(language).rstrip("."),
                    "unit": unit_words(unit).say(language),
                    "rows": [
                        [
                            str(now),
                            f"**{capital(words(answer, language))}**",
                            why(goal, answer, language),
                        ]
                        for now, answer in zip(numbers, answers, strict=True)
                    ],
                    "baselines": [
                        f"{figure.printed}: {figure_name(agreement, figure.id, language)} ({figure.place})"
                        for figure in goal.baseline
                    ],
                    "note": "" if goal.note is None else goal.note.say(language),
                    "code": code(agreement, goal, numbers[0]),
                }
            )
    return found


def code(agreement: Agreement, goal: Goal, now: int) -> str:
    """Return the lines that ask the same."""
    place = [each.id for each in agreement.goals].index(goal.id)
    unit = "" if goal.unit in (None, "persons") else f', unit="{goal.unit}"'
    return f'dualib.agreement("{agreement.id}").goals[{place}].check({now}{unit})'


def words(answer: GoalCheck, language: Language) -> str:
    """Say whether a goal is met."""
    return ANSWERS[answer.verdict].say(language)


def why(goal: Goal, answer: GoalCheck, language: Language) -> str:
    """Say the limit, or the limit that each possible baseline gives."""
    return "; ".join(bound_words(goal, bound, language) for bound in answer.limits)


def bound_words(goal: Goal, bound: GoalLimit, language: Language) -> str:
    """Say the limit that one baseline gives, and whether it is met."""
    directions = {
        "at_most": Text("högst", "at most"),
        "at_least": Text("minst", "at least"),
        "increase": Text("fler än", "more than"),
        "decrease": Text("färre än", "fewer than"),
        "equal": Text("lika med", "equal to"),
    }
    assert goal.direction is not None
    limit = f"{directions[goal.direction].say(language)} {number_words(bound.limit).say(language)}"
    if bound.baseline is None:
        return limit
    start, answer = number_words(bound.baseline).say(language), ANSWERS[bound.verdict].say(language)
    return Text(
        f"räknat från {start}: {limit}, {answer}", f"counted from {start}: {limit}, {answer}"
    ).say(language)
