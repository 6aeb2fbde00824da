"""Change a rule's expression in one place at a time: the stated list of changes that the casebook must notice.

- each number up and down by one: ages, counts, lengths, days of the calendar, the most that is skipped;
- each bound opened: an upper age, a first or last day, the most that is skipped;
- each window's end moved between the day and the day before, each point of an age to its named neighbour;
- each branch dropped; ``and`` for ``or`` and the other way round, for conditions and for sets of days;
- each negation removed, and one added to every atom;
- each fact and each status exchanged for one named neighbour, each listed value dropped.

The vocabulary that several programmes share (``programmes.shared_terms`` and
``programmes.subsidised_work``) is changed once for all rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import attrs

from dualib.conditions import Atom, Condition, DaySet
from dualib.conditions.base import All as AllOf
from dualib.conditions.base import Always, Not
from dualib.conditions.base import Any as AnyOf
from dualib.conditions.dates import Age
from dualib.conditions.day_sets import Both, Either, StatusDays, Unbroken, Without
from dualib.conditions.markers import AtEvent, Judgement, Named, NotExpressed
from dualib.dates import WHOLE_LIFE, Ends, Period, Window
from dualib.errors import BadInput
from dualib.language import Text
from dualib.programmes import shared_terms, subsidised_work
from dualib.programmes.texts import (
    anstallningsstod,
    etablering,
    jobb_och_utvecklingsgaranti,
)
from dualib.vocabulary import DISABILITY_CODES, FACTS, Status

__all__ = ["SHARED", "Changed", "changes", "contains", "exchanged"]

Node = Condition | DaySet
Changed = tuple[str, Any]

#: Where what rules share is defined; some names of the texts of one rule that another uses too.
_PLACES: dict[Any, frozenset[str]] = {
    shared_terms: frozenset(),
    subsidised_work: frozenset(),
    anstallningsstod: frozenset({"SIX_MONTHS"}),
    etablering: frozenset({"COVERED", "NO_OBSTACLE", "FRAME"}),
    jobb_och_utvecklingsgaranti: frozenset(
        {
            "SEEKING_WORK",
            "SPENT",
            "PERHAPS_SPENT",
            "FOURTEEN_MONTHS",
            "EIGHTEEN_MONTHS",
            "CLOSED_BEFORE_2018",
            "CLOSED_FROM_2018",
        }
    ),
}
#: The sets of days and conditions of several words that programmes share.
SHARED: dict[str, Node] = {
    name: value
    for module, names in _PLACES.items()
    for name, value in vars(module).items()
    if not names or name in names
    if name.isupper() and isinstance(value, (Condition, DaySet))
}
SHARED = SHARED | {
    name: value
    for name, value in shared_terms.VOCABULARY.items()
    if all(type(value) is not type(other) or value != other for other in SHARED.values())
}

_DAY = timedelta(days=1)
_POINTS = {
    "day": "start_of_year",
    "decision": "start_of_year",
    "calendar_year": "start_of_year",
    "start_of_year": "calendar_year",
    "statistics_date": "start_of_year",
}


def _next(value: Any, among: list[Any]) -> Any:
    """Return the neighbour of a value: the one after it in the order of the vocabulary, the first after the last."""
    return among[(among.index(value) + 1) % len(among)]


def _neighbour_fact(name: str) -> str:
    kind = FACTS[name].kind
    alike = [other for other in FACTS if FACTS[other].kind is kind]
    return str(_next(name, alike)) if len(alike) > 1 else name


def _neighbour_status(status: Status) -> Status:
    alike = [other for other in Status if other.track is status.track]
    if len(alike) == 1:
        alike = list(Status)
    found = _next(status, alike)
    assert isinstance(found, Status)
    return found


def _values(name: str, values: tuple[Any, ...]) -> Iterator[Changed]:
    known = (
        list(DISABILITY_CODES)
        if name == "disability_code"
        else list(FACTS[name].categories or ("0000",))
    )
    for place, value in enumerate(values):
        rest = values[:place] + values[place + 1 :]
        if rest:
            yield f"without {value!r}", rest
        other = _next(value, known) if value in known else known[0]
        if other not in values:
            yield f"{other!r} for {value!r}", (*rest, other)


def _field(node: Any, field: str, value: Any) -> Iterator[Changed]:
    """Yield the changes of one field of a node; what they replace, not the node."""
    match value:
        case bool() | Text() | None:
            return
        case int():
            yield f"{value + 1} for {value}", value + 1
            yield f"{value - 1} for {value}", value - 1
        case date():
            yield f"{value + _DAY} for {value}", value + _DAY
            yield f"{value - _DAY} for {value}", value - _DAY
        case Period():
            for step in (1, -1):
                if value.count + step > 0:
                    yield (
                        f"{value.count + step} {value.unit} for {value.count}",
                        attrs.evolve(value, count=value.count + step),
                    )
        case Ends():
            other = Ends.ON if value is Ends.DAY_BEFORE else Ends.DAY_BEFORE
            yield f"ends {other.name} for {value.name}", other
        case Window() if value.length == WHOLE_LIFE.length:  # no number: at any time before the end
            for what, other in _field(value, "ends", value.ends):
                yield what, attrs.evolve(value, ends=other)
        case Window():
            for part in ("length", "ends"):
                for what, other in _field(value, part, getattr(value, part)):
                    yield what, attrs.evolve(value, **{part: other})
        case str() if isinstance(node, Age):
            yield f"at {_POINTS[value]} for {value}", _POINTS[value]
        case str() if value in FACTS and _neighbour_fact(value) != value:
            yield f"{_neighbour_fact(value)} for {value}", _neighbour_fact(value)
        case _:
            return
    if field in ("below", "most_skipped") or (
        field in ("first", "last") and isinstance(value, date)
    ):
        yield f"{field} open", None


def _inside(node: Any, skip: Callable[[Any], bool]) -> Iterator[Changed]:
    """Yield the node with one field changed, parts of it included."""
    for field in attrs.fields(type(node)):
        if not field.init:
            continue
        name = field.name
        value = getattr(node, name)
        found: Iterator[Changed]
        if isinstance(value, (Condition, DaySet)):
            found = changes(value, skip)
        elif name == "values":
            found = _values(node.name, value)
        elif name in ("parts", "statuses"):
            continue
        else:
            found = _field(node, name, value)
        for what, other in found:
            try:
                yield what, attrs.evolve(node, **{name: other})
            except BadInput:  # a number that no such node may have
                continue
        if name == "skipping" and value is not None:
            yield "nothing skipped", attrs.evolve(node, skipping=None)


def _joined(node: AllOf | AnyOf, skip: Callable[[Any], bool]) -> Iterator[Changed]:
    other = AnyOf if isinstance(node, AllOf) else AllOf
    yield f"{other.sign} for {node.sign}", other.of(*node.parts)
    for place, part in enumerate(node.parts):
        rest = node.parts[:place] + node.parts[place + 1 :]
        yield f"without {part!r}", type(node).of(*rest)
        for what, changed in changes(part, skip):
            yield what, type(node).of(*node.parts[:place], changed, *node.parts[place + 1 :])


def changes(node: Any, skip: Callable[[Any], bool] = lambda node: False) -> Iterator[Changed]:
    """Yield every change of a condition or a set of days: what was changed, and the whole as changed.

    ``skip`` says which parts are left as they are inside, since they are changed elsewhere.
    """
    if isinstance(node, (AllOf, AnyOf)) and not skip(node):
        yield from _joined(node, skip)
        return
    if isinstance(node, Not) and not skip(node):
        yield "without ~", node.part
        for what, changed in changes(node.part, skip):
            yield what, Not(changed)
        return
    if isinstance(node, Named) and not skip(node):
        for what, changed in changes(node.condition, skip):
            yield what, attrs.evolve(node, condition=changed)
        return
    if isinstance(node, (Judgement, NotExpressed)):
        return  # nothing in it to change: without it, the whole is among the changes of the whole
    if isinstance(node, Condition) and (isinstance(node, Atom) or skip(node)):
        yield f"~ before {node!r}", Not(node)
    if skip(node) or isinstance(node, Always):
        return
    if isinstance(node, StatusDays):
        for place, status in enumerate(node.statuses):
            rest = node.statuses[:place] + node.statuses[place + 1 :]
            if rest:
                yield f"without {status.name}", StatusDays(rest)
            other = _neighbour_status(status)
            if other not in node.statuses:
                yield f"{other.name} for {status.name}", StatusDays((*rest, other))
        return
    if isinstance(node, (Both, Either, Without)):
        yield "without the second days", node.one
        if not isinstance(node, Without):
            yield "without the first days", node.other
            swapped = Either if isinstance(node, Both) else Both
            yield f"{swapped.sign} for {node.sign}", swapped(node.one, node.other)
    if isinstance(node, Unbroken):
        yield "not unbroken", node.inner
    if isinstance(node, AtEvent):
        yield "on the day instead", node.condition
    yield from _inside(node, skip)


def contains(node: Any, part: Any) -> bool:
    """Return whether a condition or a set of days has a part, itself included."""
    return exchanged(node, part, part, seen := []) is node and bool(seen)


def exchanged(node: Any, part: Any, other: Any, seen: list[Any] | None = None) -> Any:
    """Return the node with every occurrence of a part exchanged for another; itself where there is none."""
    if type(node) is type(part) and node == part:
        if seen is not None:
            seen.append(node)
        return node if other is part else other
    if isinstance(node, (AllOf, AnyOf)):
        parts = [exchanged(inner, part, other, seen) for inner in node.parts]
        same = all(one is two for one, two in zip(parts, node.parts, strict=True))
        return node if same else type(node).of(*parts)
    if not isinstance(node, (Condition, DaySet)):
        return node
    altered = {}
    for field in attrs.fields(type(node)):
        value = getattr(node, field.name, None)
        if field.init and isinstance(value, (Condition, DaySet)):
            changed = exchanged(value, part, other, seen)
            if changed is not value:
                altered[field.name] = changed
    return attrs.evolve(node, **altered) if altered else node
