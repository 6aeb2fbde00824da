"""Persons on a rule's limits, each asked about a day: what every law is held against."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from dualib.conditions import Condition
from dualib.conditions.case_split import exactness
from dualib.dates import LeapBirthday, to_day
from dualib.person import Person
from dualib.register import Register
from dualib.rules.rule import Rule
from dualib.rules.versions import Version
from dualib.testing.completions import (
    telling_values,
)
from dualib.testing.oracle import AskedPerson, meaning
from dualib.verdicts import UNKNOWN, Verdict
from dualib.vocabulary.facts import FactValue

__all__ = ["FROM", "TO", "LawBroken", "Sample", "day_by_day"]

_DAY = timedelta(days=1)
#: Texts without a first or last day are asked about from and to these days.
FROM, TO = date(2010, 1, 1), date(2027, 12, 31)


class LawBroken(AssertionError):
    """A law that a rule breaks: which one, and where it is one person's, on which day and whose.

    >>> issubclass(LawBroken, AssertionError)
    True
    """

    def __init__(self, message: str, law: str, on: date | None, person: Person | None) -> None:
        super().__init__(message)
        self.law, self.on, self.person = law, on, person


@attrs.frozen(eq=False)
class Sample:
    """Persons made up for one text of a rule, and for each the day asked about.

    ``few`` is how many of them the slow laws look at.
    """

    rule: Rule
    version: Version
    persons: tuple[Person, ...]
    days: tuple[date, ...]
    few: int
    rng: np.random.Generator
    assume: dict[str, FactValue] = attrs.field(factory=dict)
    assume_unchanged: bool = False
    leap: LeapBirthday = LeapBirthday.FEBRUARY_28

    @property
    def condition(self) -> Condition:
        """The text's condition."""
        return self.version.condition

    @property
    def on(self) -> npt.NDArray[np.datetime64]:
        """The days as an array."""
        return np.array(self.days, dtype="datetime64[D]")

    def verdict(self, person: Person, on: date, **changes: object) -> Verdict:
        """Ask the rule about one person."""
        options: dict[str, Any] = {
            "assume": self.assume,
            "assume_unchanged": self.assume_unchanged,
        } | changes
        return self.rule.verdict(
            person, on=on, reading=self.version.reading, leap=self.leap, **options
        )

    def verdicts(self, persons: Sequence[Person], on: object) -> list[int]:
        """Ask the rule about many persons."""
        found = self.rule.verdicts(
            Register.from_persons(persons),
            on=on,
            reading=self.version.reading,
            assume=self.assume,
            assume_unchanged=self.assume_unchanged,
            leap=self.leap,
        )
        return [int(verdict) for verdict in found]

    def broken(self, law: str, on: date | None, person: Person | None, what: str) -> LawBroken:
        """Return the error that says which law is broken, by whom and how."""
        lines = [f"law broken: {law}", f"  rule {self.rule.id}, reading {self.version.reading!r}"]
        lines += [f"  condition {self.condition!r}"]
        lines += [] if on is None else [f"  on {on!r}"]
        lines += [f"  assume {self.assume!r}"] if self.assume else []
        lines += ["  assume_unchanged"] if self.assume_unchanged else []
        lines += [f"  leap {self.leap}"] if self.leap is not LeapBirthday.FEBRUARY_28 else []
        lines += [] if person is None else [f"  person {person!r}"]
        return LawBroken("\n".join([*lines, f"  {what}"]), law, on, person)

    def pairs(self, most: int | None = None) -> list[tuple[Person, date]]:
        """Return the persons with their days, all or the first ``most``."""
        return list(zip(self.persons, self.days, strict=True))[:most]


def day_by_day(sample: Sample, person: Person, on: date) -> Verdict:
    """Answer by going through the days, with the case split that the rule promises."""
    condition = sample.condition
    asked = AskedPerson(person, sample.assume, sample.assume_unchanged, sample.leap)
    verdict = meaning(condition, asked, on)
    split = [
        name for name in exactness(condition, to_day(on)).facts if asked.known(name, on) is None
    ]
    if verdict is not UNKNOWN or not split:
        return verdict
    answers = {verdict}
    tried: list[dict[str, FactValue]] = [{}]
    for name in split:
        values = telling_values(condition, name, on, sample.leap)
        tried = [{**others, name: value} for others in tried for value in values]
    answers = {
        meaning(condition, asked.assuming({**sample.assume, **values}), on) for values in tried
    }
    return answers.pop() if len(answers) == 1 else UNKNOWN
