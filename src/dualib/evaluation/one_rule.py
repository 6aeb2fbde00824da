"""One rule asked about every person of a register, and which of its texts is in force for whom."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from dualib.arrays import VerdictArray
from dualib.dates import from_day
from dualib.decisions.question import Asking
from dualib.engine.answer import AskedCondition, Question, answer_together
from dualib.engine.question import asked_view
from dualib.register import Register
from dualib.rules.rule import Rule
from dualib.rules.versions import Version

__all__ = ["rule_verdicts", "versions_by_day"]


def rule_verdicts(rule: Rule, register: Register, asking: Asking) -> VerdictArray:
    """Answer for every person of a register; see :meth:`dualib.Rule.verdicts`.

    Raises
    ------
    NotInForceError
        If the reading has no text in force on some day asked about.
    BadInput
        If an argument is of the wrong sort, or as-of facts are given without ``as_of``.

    Examples
    --------
    >>> from datetime import date
    >>> from dualib import programmes
    >>> register = Register.from_frames({"born": ["1999-05-31", "1980-01-01"]})
    >>> rule_verdicts(programmes.kaa, register, Asking(date(2016, 5, 31)))
    array([ 0, -1], dtype=int8)
    """
    view = asked_view(register, asking)
    result = np.zeros(register.size, dtype=np.int8)
    asked = []
    for version, rows in versions_by_day(rule, view.on, asking.reading):
        if version is None:
            first = view.on if isinstance(view.on, int) else int(view.on[rows][0])
            rule.version(from_day(first), asking.reading)  # which says why there is none
        else:
            asked.append(AskedCondition(version.condition, result, rows))
    answer_together([Question.of(view, asked)])
    return result


def versions_by_day(
    rule: Rule, on: int | npt.NDArray[np.int32], reading: str | None
) -> Iterator[tuple[Version | None, npt.NDArray[np.bool_] | None]]:
    """Yield each text in force on some of the days, and for whom, as booleans.

    A text that is None means that none is in force; booleans that are None mean everybody.

    Raises
    ------
    BadInput
        If the rule has no such reading; the message suggests the nearest.
    """
    if isinstance(on, int):
        yield rule.version_or_none(from_day(on), reading), None
        return
    days, inverse = np.unique(on, return_inverse=True)
    versions = [rule.version_or_none(from_day(int(day)), reading) for day in days]
    for version in dict.fromkeys(versions):
        places = [place for place, other in enumerate(versions) if other is version]
        yield version, np.isin(inverse, places)
