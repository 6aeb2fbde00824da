"""Many rules asked about a register in one pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from dualib.conditions import View
from dualib.conditions.case import checked_assumptions
from dualib.conditions.exactness import resolve_all
from dualib.dates import LeapBirthday
from dualib.errors import BadInput
from dualib.facts import FactValue
from dualib.frames import to_frame
from dualib.register import Register
from dualib.rules import Rule, asked_days
from dualib.verdicts import VerdictArray

__all__ = ["Evaluation", "evaluate"]


@attrs.frozen(eq=False)
class Evaluation:
    """The answers of several rules for every person.

    Attributes
    ----------
    rules
        The rules, in the order asked.
    verdicts
        ``int8``, shape (rules, persons): 1 yes, 0 unknown, -1 no. Where a rule is not in force it is -1.
    not_in_force
        ``bool``, the same shape: the rule has no text in force on the person's day.
    assume
        What was assumed.
    """

    rules: tuple[Rule, ...]
    register: Register = attrs.field(repr=False)
    verdicts: npt.NDArray[np.int8] = attrs.field(repr=False)
    not_in_force: npt.NDArray[np.bool_] = attrs.field(repr=False)
    assume: Mapping[str, FactValue] = attrs.field(factory=dict)

    def __getitem__(self, rule: str | Rule) -> VerdictArray:
        """Return the answers of one rule."""
        wanted = rule if isinstance(rule, str) else rule.id
        for index, candidate in enumerate(self.rules):
            if candidate.id == wanted:
                return np.asarray(self.verdicts[index], dtype=np.int8)
        raise BadInput(f"rule {wanted!r} was not asked: expected one of {', '.join(r.id for r in self.rules)}")

    def columns(self) -> dict[str, Any]:
        """Return the key, and for each rule ``yes``, ``no``, ``unknown`` or ``not in force``, as columns."""
        words = np.array(["no", "unknown", "yes", "not in force"])
        result: dict[str, Any] = {"key": np.asarray(self.register.keys)}
        for rule, verdicts, outside in zip(self.rules, self.verdicts, self.not_in_force, strict=True):
            result[rule.id] = words[np.where(outside, 3, verdicts + 1)]
        return result

    def to_frame(self, like: Any = None) -> Any:
        """Return :meth:`columns` as the kind of frame that ``like`` is; a plain dict of columns without it."""
        return to_frame(self.columns(), like=like)


def evaluate(
    register: Register,
    rules: Sequence[Rule],
    *,
    on: date | npt.NDArray[np.datetime64],
    reading: str | None = None,
    assume: Mapping[str, FactValue] | None = None,
    assume_unchanged: bool = False,
    leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
) -> Evaluation:
    """Ask several rules about every person in one pass.

    A rule that is not in force on a person's day is marked so; it is no error here.
    """
    chosen = tuple(rules)
    view = View(register, asked_days(on, register.size), checked_assumptions(assume), assume_unchanged, leap)
    verdicts = np.full((len(chosen), register.size), -1, dtype=np.int8)
    outside = np.zeros(verdicts.shape, dtype=bool)
    for index, rule in enumerate(chosen):
        for version, rows in rule.versions_by_day(view.on, reading if reading in rule.readings else None):
            if version is None:
                outside[index, rows] = True
            else:
                verdicts[index, rows] = resolve_all(version.condition, view)[rows]
    return Evaluation(chosen, register, verdicts, outside, dict(view.assume))
