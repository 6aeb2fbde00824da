"""Boundary cases: for each route to YES, made-up persons just before, on and just after every threshold."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import cast

import attrs

from dualib.conditions import Condition
from dualib.conditions.base import All, Atom, Not
from dualib.conditions.base import Any as AnyOf
from dualib.conditions.base import Literal as Occurrence
from dualib.conditions.case import decoded
from dualib.conditions.case_split import values_to_try
from dualib.conditions.windows import WindowAtom
from dualib.dates import from_day, to_day
from dualib.errors import BadInput
from dualib.messages import message
from dualib.person import Person, Spell
from dualib.verdicts import Verdict
from dualib.vocabulary.facts import FACTS, Facts, FactValue, Status, Track

__all__ = ["BoundaryCase", "boundary_persons", "routes", "truth_table"]

MOST_ROUTES = 32


@attrs.frozen
class BoundaryCase:
    """A made-up person near a threshold of a rule.

    Attributes
    ----------
    route
        The number of the way to YES from which the person was made, counted from 1.
    varied
        What was varied: a fact, ``"days"`` (a number of days; ``"days 2"`` and on where a route counts days more than
        once), or ``""`` for the person from whom the others were made.
    value
        The value it got, in text; ``"unknown"`` where it was taken away.
    person
        The person, made up.
    verdict
        The rule's answer; None until the rule has been asked.

    Examples
    --------
    >>> from datetime import date
    >>> from dualib import programmes
    >>> cases = programmes.kaa.boundary_cases(date(2015, 5, 31))
    >>> sorted({case.verdict.name for case in cases if case.varied == "born"})
    ['NO', 'UNKNOWN', 'YES']
    """

    route: int
    varied: str
    value: str
    person: Person = attrs.field(repr=False)
    verdict: Verdict | None = None


def routes(condition: Condition, positive: bool = True) -> list[tuple[Occurrence, ...]]:
    """Return ways to make a condition hold: each a list of atoms that must all hold (or, negated, not hold).

    >>> from dualib.conditions import age, has
    >>> len(routes(age(16, below=25) | age(16, below=30) & has("disability_code")))
    2
    """
    if isinstance(condition, Atom):
        return [(Occurrence(condition, positive),)]
    if isinstance(condition, Not):
        return routes(condition.part, not positive)
    if isinstance(condition, (All, AnyOf)) and isinstance(condition, All) is not positive:
        return [route for part in condition.parts for route in routes(part, positive)][:MOST_ROUTES]
    combined = itertools.product(*(routes(part, positive) for part in condition.parts))
    return [
        tuple(dict.fromkeys(itertools.chain(*parts)))
        for parts in itertools.islice(combined, MOST_ROUTES)
    ]


_Variation = tuple[str, str, "_Made"]


@attrs.frozen
class _Made:
    """A person in the making: values of facts, and for each set of statuses the stretch of days that has it."""

    values: Mapping[str, FactValue]
    stretches: Mapping[tuple[Status, ...], tuple[int, int]]
    unseen: frozenset[Track] = frozenset()

    def person(self, on: int, horizon: tuple[int, int]) -> Person:
        """Return the person; everything is observed that was not taken away, and nothing is before the birth."""
        born = self.values.get("born")
        earliest = to_day(born) if isinstance(born, date) else horizon[0]
        return Person(
            spells=[
                Spell(from_day(max(first, earliest)), from_day(last), statuses)
                for statuses, (first, last) in self.stretches.items()
                if last >= max(first, earliest)
            ],
            observed={
                track: (from_day(horizon[0]), from_day(horizon[1]))
                for track in Track
                if track not in self.unseen
            },
            as_of=from_day(on),
            contradictions="report",
            **cast(Facts, self.values),
        )


def _base(route: Sequence[Occurrence], condition: Condition, on: int) -> _Made | None:
    """Make a person who meets a route: every other fact takes a value that helps no other route."""
    values: dict[str, FactValue] = {}
    for name, choices in values_to_try(condition, on).items():
        asked = [occ for occ in route if name in occ.atom.reads]
        others = [lit for lit in condition.literals() if name in lit.atom.reads]
        fitting = [
            v for v in choices if all(occ.atom.accepts(v, on) is occ.positive for occ in asked)
        ]
        if not fitting:
            return None
        helped = [sum(lit.atom.accepts(v, on) is lit.positive for lit in others) for v in fitting]
        least = [v for v, count in zip(fitting, helped, strict=True) if count == min(helped)]
        values[name] = decoded(
            name, least[len(least) // 2] if asked and len(set(choices)) > 3 else least[0]
        )
    stretches: dict[tuple[Status, ...], tuple[int, int]] = {}
    for occ in route:
        atom = occ.atom
        if isinstance(atom, WindowAtom) and occ.positive:
            first, last = atom.span(on)
            statuses = atom.days.example()
            before = stretches.get(statuses, (first, last))
            stretches[statuses] = (min(first, before[0]), max(last, before[1]))
    return _Made(values, stretches)


def _variations(
    made: _Made, route: Sequence[Occurrence], condition: Condition, on: int
) -> Iterator[_Variation]:
    """Yield what is varied, how, and the person in the making."""
    tried = values_to_try(condition, on)
    for name in dict.fromkeys(
        name for occ in route for name in sorted(occ.atom.reads) if name in FACTS
    ):
        for value in tried.get(name, ()):
            new = decoded(name, value)
            yield name, str(new), attrs.evolve(made, values={**made.values, name: new})
        yield name, "unknown", attrs.evolve(made, values={**made.values, name: None})
    counts = [occ.atom for occ in route if isinstance(occ.atom, WindowAtom) and occ.positive]
    for number, atom in enumerate(counts, start=1):
        varied = "days" if number == 1 else f"days {number}"
        first, last = atom.span(on)
        needed = atom.needed(first, last)
        statuses = atom.days.example()
        for count in (needed - 1, needed, min(needed + 1, last - first + 1)):
            start = last - count + 1
            yield (
                varied,
                f"{count}",
                attrs.evolve(made, stretches={**made.stretches, statuses: (start, last)}),
            )
        tracks = frozenset(status.track for status in statuses)
        yield varied, "unknown", attrs.evolve(made, stretches={}, unseen=tracks)


def boundary_persons(condition: Condition, on: date) -> tuple[BoundaryCase, ...]:
    """Return made-up persons around every threshold of a condition, for every route to YES.

    For each route there is one person who takes it and no other if possible; from that person the facts of the route
    are varied one at a time, to the day before, the day, and the day after each threshold, and to unknown.

    >>> from dualib.conditions import age
    >>> [case.value for case in boundary_persons(age(16), date(2015, 5, 31))]
    ['', '1999-05-31', '1999-06-01', 'unknown']
    """
    day = to_day(on)
    spans = [atom.span(day) for atom in condition.atoms() if isinstance(atom, WindowAtom)]
    earliest = min((first for first, _ in spans), default=day) - 400
    horizon = (earliest, max((last for _, last in spans), default=day))
    found: dict[tuple[int, str, str], BoundaryCase] = {}
    for number, route in enumerate(routes(condition), start=1):
        made = _base(route, condition, day)
        if made is None:
            continue
        people = [("", "", made), *_variations(made, route, condition, day)]
        for varied, value, person in people:
            case = BoundaryCase(number, varied, value, person.person(day, horizon))
            found.setdefault((number, varied, value), case)
    return tuple(found.values())


def truth_table(
    rule: str, on: date, cases: Sequence[BoundaryCase]
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the header and the rows of a truth table: a line a case, every fact it gives, its days and the answer.

    :meth:`dualib.Rule.truth_table` gives them as CSV.

    Raises
    ------
    BadInput
        If a case is none.

    Examples
    --------
    >>> from dualib.conditions import age
    >>> on = date(2015, 5, 31)
    >>> header, rows = truth_table("young", on, boundary_persons(age(16, below=25), on))
    >>> header[3:7], rows[1][3:7]
    (('varied', 'value', 'answer', 'born'), ('born', '1990-05-31', '', '1990-05-31'))
    """
    if not isinstance(cases, Iterable):
        raise BadInput(message("decisions/cases-not-a-list", value=cases))
    cases = tuple(cases)
    for case in cases:
        if not isinstance(case, BoundaryCase):
            raise BadInput(message("decisions/cases-hold", value=case))
    names = [name for name in FACTS if any(case.person.facts[name] is not None for case in cases)]
    header = ("rule", "on", "route", "varied", "value", "answer", *names, "days", "observed")
    rows = []
    for case in cases:
        days = "; ".join(
            f"{spell.start}--{spell.end} {'+'.join(status.value for status in spell.statuses)}"
            for spell in case.person.spells
        )
        facts = [case.person.facts[name] for name in names]
        observed = " ".join(track.value for track in case.person.observed)
        answer = "" if case.verdict is None else case.verdict.name.lower()
        written = ["" if value is None else str(value).lower() for value in facts]
        rows.append(
            (
                rule,
                str(on),
                str(case.route),
                case.varied,
                case.value,
                answer,
                *written,
                days,
                observed,
            )
        )
    return header, rows
