"""Whether an answer says all that can be said, and the case split that makes it so.

Kleene's logic is always sound: it never says YES or NO where the unknowns could make it otherwise. It can say UNKNOWN
where all completions of the unknowns agree, but only when one unknown fact works in two directions at once. So for
each fact we look for one value that satisfies every occurrence of the fact in the direction it works, and one that
fails them all. Where both exist for every fact, the answer is exact. Where not, those facts are split into cases.
"""

from __future__ import annotations

import itertools
import math
from functools import lru_cache

import attrs

from dualib.conditions.base import Condition, Literal
from dualib.conditions.case import Case
from dualib.conditions.markers import AtEvent, NotExpressed
from dualib.conditions.values import OneOf
from dualib.conditions.windows import WindowAtom
from dualib.language import Text
from dualib.verdicts import UNKNOWN, Verdict
from dualib.vocabulary.facts import DISABILITY_CODES, FACTS, Kind

__all__ = ["BUDGET", "Exactness", "events", "exactness", "resolve", "values_to_try"]

#: The most cases a split may need.
BUDGET = 64


@attrs.frozen
class Exactness:
    """How good the answers are: exact as they are, exact by splitting ``facts`` into ``cases``, or only sound.

    >>> from datetime import date
    >>> from dualib import programmes
    >>> programmes.kaa.exactness(date(2015, 5, 31))
    Exactness(exact=True, facts=(), cases=1)
    """

    exact: bool
    facts: tuple[str, ...] = ()
    cases: int = 1

    @property
    def words(self) -> Text:
        """What it means, in words."""
        if not self.exact:
            return Text(
                "säkra svar: ja och nej stämmer alltid, men okänt kan förekomma fast alla möjligheter ger samma svar",
                "sound: yes and no always hold, but unknown may occur though all completions agree",
            )
        if self.facts:
            return Text(
                f"exakta svar, genom uppdelning på {', '.join(self.facts)} ({self.cases} fall)",
                f"exact, by a case split on {', '.join(self.facts)} ({self.cases} cases)",
            )
        return Text("exakta svar", "exact")


@lru_cache(maxsize=1024)
def values_to_try(condition: Condition, on: int) -> dict[str, tuple[int | str, ...]]:
    """Return for each fact one value from every stretch between two points where some atom's answer changes.

    >>> from dualib.conditions import age, has
    >>> sorted(values_to_try(age(16) & has("school_duty_done"), 16586).items())
    [('born', (10742, 10743)), ('school_duty_done', (-1, 1))]
    """
    found: dict[str, set[int | str]] = {}
    for atom in condition.atoms():
        for name, values in atom.thresholds(on).items():
            found.setdefault(name, set()).update(values)
    for name, tried in found.items():
        if FACTS[name].kind is Kind.CODE:
            # A code that no list names is used for all the others.
            lists = [
                atom for atom in condition.atoms() if isinstance(atom, OneOf) and atom.name == name
            ]
            tried.update(
                [
                    code
                    for code in DISABILITY_CODES
                    if not any(code in atom.values for atom in lists)
                ][:1]
            )
    return {
        name: tuple(sorted(values, key=lambda value: (isinstance(value, str), value)))
        for name, values in found.items()
    }


def events(condition: Condition) -> frozenset[str]:
    """Return the events that parts of the condition are asked at.

    >>> from dualib.conditions import age, at_event
    >>> events(at_event("first_registered", age(18)))
    frozenset({'first_registered'})
    """
    return frozenset(part.event for part in condition.walk() if isinstance(part, AtEvent))


@lru_cache(maxsize=1024)
def _by_fact(condition: Condition) -> dict[str, tuple[Literal, ...]] | None:
    """Return where each fact occurs; None where days, what is not given, or an event can never be exact."""
    literals = tuple(dict.fromkeys(condition.literals()))
    directions = {
        (status, more == literal.positive)
        for literal in literals
        if isinstance(literal.atom, WindowAtom)
        for status, more in literal.atom.directions()
    }
    statuses = [status for status, _ in directions]
    untold = [literal.atom for literal in literals if isinstance(literal.atom, NotExpressed)]
    if len(statuses) != len(set(statuses)) or len(untold) != len(set(untold)) or events(condition):
        return None
    found: dict[str, tuple[Literal, ...]] = {}
    for literal in literals:
        for name in () if isinstance(literal.atom, WindowAtom) else literal.atom.reads:
            found[name] = (*found.get(name, ()), literal)
    return found


@lru_cache(maxsize=4096)
def exactness(condition: Condition, on: int) -> Exactness:
    """Return how exact a condition's answers are when it is asked about the day ``on``.

    >>> from dualib.conditions import age, has
    >>> exactness(age(16, below=25) & has("school_duty_done"), 16586).words.en
    'exact'
    >>> exactness(has("newly_arrived") | ~has("newly_arrived"), 16586).facts
    ('newly_arrived',)
    """
    facts = _by_fact(condition)
    if facts is None:
        return Exactness(False)
    values = values_to_try(condition, on)
    split = []
    for name, about in facts.items():
        outcomes = (
            [lit.atom.accepts(value, on) is lit.positive for lit in about] for value in values[name]
        )
        fits = fails = False
        for row in outcomes:
            fits, fails = fits or all(row), fails or not any(row)
            if fits and fails:
                break
        else:
            split.append(name)
    cases = math.prod(len(values[name]) for name in split)
    return Exactness(True, tuple(split), cases) if cases <= BUDGET else Exactness(False)


def resolve(condition: Condition, case: Case) -> Verdict:
    """Answer for one person, with a case split over the facts that need one.

    >>> from dualib.conditions import has
    >>> from dualib.person import Person
    >>> resolve(has("newly_arrived") | ~has("newly_arrived"), Case(Person(), 16586))
    <Verdict.YES: 1>
    """
    verdict = condition.answer(case)
    if verdict is not UNKNOWN:
        return verdict
    unknown = [name for name in exactness(condition, case.on).facts if case.value(name) is None]
    if not unknown:
        return verdict
    values = values_to_try(condition, case.on)
    found = {
        condition.answer(case.changed(dict(zip(unknown, combination, strict=True))))
        for combination in itertools.product(*(values[name] for name in unknown))
    }
    return found.pop() if len(found) == 1 else UNKNOWN
