"""Ways to divide the persons counted: each gives every person exactly one category, ``unknown`` among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, runtime_checkable

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import DayArray, VerdictArray
from dualib.counting.persons.age_groups import ages
from dualib.counting.persons.division import AskedRegister, CodeArray, Grouping, divided
from dualib.counting.tables.dimensions import UNKNOWN_CATEGORY, Dimension
from dualib.dates import NEVER_DAY, UNKNOWN_DAY, from_day
from dualib.errors import BadInput, nearest
from dualib.language import Text
from dualib.messages import message
from dualib.register import Register
from dualib.verdicts import VERDICT_WORDS, Verdict
from dualib.vocabulary.facts import DISABILITY_CODES, FACTS, Kind, Status, statuses

__all__ = [
    "AskedRegister",
    "Grouping",
    "HasVerdicts",
    "ages",
    "answers",
    "column",
    "grouping",
    "has_fact",
    "has_status",
]

_CODES = dict(sorted(DISABILITY_CODES.items()))


@runtime_checkable
class HasVerdicts(Protocol):
    """Anything that answers yes, no or unknown about every person: a rule, above all."""

    def verdicts(
        self, register: Register, *, on: Any, assume: Mapping[str, Any] | None = None
    ) -> VerdictArray:
        """Return ``int8`` verdicts, one per person."""
        ...


def _indexes(values: npt.NDArray[Any], count: int) -> CodeArray:
    """Return category indexes with unknown last: as unsigned, ``UNKNOWN_DAY`` is larger than any index."""
    return np.minimum(
        np.ascontiguousarray(values, dtype=np.int32).view(np.uint32), np.uint32(count)
    )


def _of_verdicts(verdicts: VerdictArray) -> CodeArray:
    """Return 0 for yes, 1 for no, 2 for unknown."""
    return np.array([1, 2, 0], dtype=np.uint8).take(verdicts + np.int8(1))


_YES_NO = {"yes": VERDICT_WORDS[Verdict.YES], "no": VERDICT_WORDS[Verdict.NO]}


@attrs.frozen
class _Fact:
    name: str

    def divide(self, asked: AskedRegister) -> tuple[Dimension, CodeArray]:
        item = FACTS[self.name]
        values = asked.column(self.name)
        if item.kind is Kind.YES_NO:
            return divided(self.name, item.words, _yes_no(item.yes, item.no)), _of_verdicts(values)
        if item.kind is Kind.CODE:
            codes = {
                str(code): Text(f"{code} {words.sv}", f"{code} {words.en}")
                for code, words in _CODES.items()
            }
            places = np.searchsorted(np.array([0, *_CODES], dtype=np.int32), values)
            places[values == UNKNOWN_DAY] = len(codes) + 1
            return divided(
                self.name, item.words, {"none": item.no or _YES_NO["no"], **codes}
            ), places
        names = asked.register.categories(self.name)
        words = {name: (item.categories or {}).get(name, Text(name, name)) for name in names}
        role = "geo" if self.name == "municipality" else None
        return divided(self.name, item.words, words, role), _indexes(values, len(names))


def _yes_no(yes: Text | None, no: Text | None) -> dict[str, Text]:
    return {"yes": yes or _YES_NO["yes"], "no": no or _YES_NO["no"]}


@attrs.frozen
class _HasFact:
    name: str

    def divide(self, asked: AskedRegister) -> tuple[Dimension, CodeArray]:
        item = FACTS[self.name]
        values = asked.column(self.name)
        verdicts = np.where(
            values == UNKNOWN_DAY, 0, np.where((values == 0) | (values == NEVER_DAY), -1, 1)
        )
        return divided(f"has_{self.name}", item.words, _yes_no(item.yes, item.no)), _of_verdicts(
            verdicts.astype(np.int8)
        )


@attrs.frozen
class _HasStatus:
    statuses: tuple[Status, ...]

    def divide(self, asked: AskedRegister) -> tuple[Dimension, CodeArray]:
        verdicts = np.minimum.reduce(
            [_on_the_day(asked.register, status, asked.on) for status in self.statuses]
        )
        name = "+".join(status.value for status in self.statuses)
        sv, en = (
            " + ".join(status.noun.say(language) for status in self.statuses)
            for language in ("sv", "en")
        )
        return divided(name, Text(sv, en), _YES_NO), _of_verdicts(asked.taken(verdicts))


def _on_the_day(register: Register, status: Status, on: int | DayArray) -> VerdictArray:
    """Return whether each person has the status on the day: a spell that holds it, else not if the day is observed."""
    spells = register.spells
    seen_first, seen_last = register.observed[status.track]
    result = np.where((seen_first <= on) & (on <= seen_last), np.int8(-1), np.int8(0))
    rows = np.flatnonzero(spells.mask & status.bit)
    person, start, end = spells.person.take(rows), spells.start.take(rows), spells.end.take(rows)
    day = on if isinstance(on, int) else on.take(person)
    # An ongoing spell is known up to the end of what was observed, and at least on its first day.
    known_end = np.where(end == NEVER_DAY, np.maximum(seen_last.take(person), start), end)
    result[person[(start <= day) & (day <= known_end)]] = 1
    return result


@attrs.frozen(eq=False)
class _Column:
    name: str
    values: tuple[str | None, ...]
    label: Text
    labels: Mapping[str, Text]

    def divide(self, asked: AskedRegister) -> tuple[Dimension, CodeArray]:
        if len(self.values) != asked.register.size:
            raise BadInput(
                message(
                    "counting/column-of-another-length",
                    name=self.name,
                    values=len(self.values),
                    persons=asked.register.size,
                )
            )
        names = [
            *self.labels,
            *sorted({value for value in self.values if value is not None} - set(self.labels)),
        ]
        places = {name: place for place, name in enumerate(names)}
        codes = np.array(
            [len(names) if value is None else places[value] for value in self.values], dtype=np.intp
        )
        words = {name: self.labels.get(name, Text(name, name)) for name in names}
        return divided(self.name, self.label, words), asked.taken(codes)


@attrs.frozen
class _Answers:
    rule: HasVerdicts

    def divide(self, asked: AskedRegister) -> tuple[Dimension, CodeArray]:
        name = str(getattr(self.rule, "id", "answer of the rule"))
        verdicts = answers(self.rule, asked, asked.assume)
        return divided(name, getattr(self.rule, "name", Text(name, name)), _YES_NO), _of_verdicts(
            asked.taken(verdicts)
        )


def answers(
    rule: HasVerdicts, asked: AskedRegister, assume: Mapping[str, Any] | None
) -> VerdictArray:
    """Return the verdicts of a rule about the whole register.

    >>> class Everybody:
    ...     def verdicts(self, register, *, on, assume=None):
    ...         return np.ones(register.size, np.int8)
    >>> answers(Everybody(), AskedRegister(Register.from_frames({"sex": ["man", ""]}), 0), None)
    array([1, 1], dtype=int8)
    """
    on = from_day(asked.on) if isinstance(asked.on, int) else asked.on.astype("datetime64[D]")
    more: dict[str, Any] = {"assume_unchanged": True} if asked.assume_unchanged else {}
    return rule.verdicts(asked.register, on=on, assume=assume, **more)


def has_fact(name: str) -> Grouping:
    """Return the division by whether the person has a code or a date at all: yes, no or unknown.

    Raises
    ------
    BadInput
        If the fact is neither a code nor a date.

    Examples
    --------
    >>> asked = AskedRegister(Register.from_frames({"disability_code": ["11", "ingen", ""]}), 0, assume_unchanged=True)
    >>> has_fact("disability_code").divide(asked)[1].tolist()  # yes, no, unknown
    [0, 1, 2]
    """
    known = [item.name for item in FACTS.values() if item.kind in (Kind.CODE, Kind.DATE)]
    if name not in known:
        raise BadInput(
            message(
                "counting/no-such-fact", name=name, known=tuple(known), near=nearest(name, known)
            )
        )
    return _HasFact(name)


def has_status(status: Status | str) -> Grouping:
    """Return the division by whether the person has a status (all of several) on the day: yes, no or unknown.

    >>> from datetime import date
    >>> from dualib.dates import to_day
    >>> from dualib.person import Person, Spell
    >>> person = Person(spells=[Spell(date(2015, 1, 1), date(2015, 6, 30), "in_kaa")], observed={})
    >>> asked = AskedRegister(Register.from_persons([person, Person()]), to_day(date(2015, 5, 31)))
    >>> has_status("in_kaa").divide(asked)[1].tolist()
    [0, 2]
    """
    return _HasStatus(statuses(status))


def column(
    name: str,
    values: Sequence[str | None] | npt.NDArray[Any],
    *,
    label: Text | None = None,
    labels: Mapping[str, Text] | None = None,
) -> Grouping:
    """Return the division by the caller's own column: a text a person in the order of the register, None unknown.

    Raises
    ------
    BadInput
        If a value is neither text nor None, or is the word ``unknown``.

    Examples
    --------
    >>> asked = AskedRegister(Register.from_frames({"sex": ["man", "kvinna"]}), 0)
    >>> dimension, places = column("school", ["east", None]).divide(asked)
    >>> dimension.categories, places.tolist()
    (('east', 'unknown'), [0, 1])
    """
    listed: list[Any] = values.tolist() if isinstance(values, np.ndarray) else list(values)
    for row, value in enumerate(listed):
        if value is not None and (not isinstance(value, str) or value == UNKNOWN_CATEGORY):
            raise BadInput(message("counting/column-not-text", name=name, row=row + 1, value=value))
    return _Column(name, tuple(listed), label or Text(name, name), dict(labels or {}))


def grouping(item: object) -> Grouping:
    """Return what ``item`` names: a fact, ``"age"``, ``("age", bands)``, a rule, or a grouping as it is.

    Raises
    ------
    BadInput
        If it names none; the nearest fact is suggested.

    Examples
    --------
    >>> grouping("sex").divide(AskedRegister(Register.from_frames({"sex": ["man", ""]}), 0))[1].tolist()
    [1, 2]
    """
    if item == "age":
        return ages()
    if isinstance(item, tuple) and len(item) == 2 and item[0] == "age":
        return ages(item[1])
    if isinstance(item, str):
        known = ["age", *(fact.name for fact in FACTS.values() if fact.kind is not Kind.DATE)]
        if item not in known:
            raise BadInput(
                message(
                    "counting/by-names", value=item, known=tuple(known), near=nearest(item, known)
                )
            )
        return _Fact(item)
    if isinstance(item, Grouping):
        return item
    if isinstance(item, HasVerdicts):
        return _Answers(item)
    raise BadInput(message("counting/by-holds", value=item))
