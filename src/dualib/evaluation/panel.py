"""Answers on a series of dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import VerdictArray, read_only
from dualib.copying import from_fields, read_only_mapping
from dualib.dates import Period, check_date, months
from dualib.errors import BadInput
from dualib.evaluation.answers import answer_column, index_of
from dualib.frames import to_frame
from dualib.messages import message
from dualib.register import Register
from dualib.rules.rule import Rule
from dualib.vocabulary.facts import FactValue

__all__ = ["Panel", "Series", "series"]

_MOST_DATES = 10_000


@attrs.frozen
class Series:
    """Dates at equal distances; made by :func:`series`. Iterating gives the dates, earliest first.

    >>> from dualib.dates import months
    >>> [str(day) for day in series(date(2015, 1, 31), date(2015, 3, 31), every=months(1))]
    ['2015-01-31', '2015-02-28', '2015-03-31']
    """

    first: date
    last: date
    every: Period

    def __iter__(self) -> Iterator[date]:
        yield from self.dates()

    def __len__(self) -> int:
        return len(self.dates())

    def dates(self) -> tuple[date, ...]:
        """Return the dates. Months are counted from the first date, so that 31 January leads to 28 February, 31 March.

        >>> [day.isoformat() for day in series(date(2015, 1, 31), date(2015, 3, 31)).dates()]
        ['2015-01-31', '2015-02-28', '2015-03-31']
        """
        found = [self.first]
        while True:
            day = Period(self.every.count * len(found), self.every.unit).after(self.first)
            if day > self.last:
                return tuple(found)
            found.append(day)


def series(first: date, last: date, *, every: Period | None = None) -> Series:
    """Return a series of dates to ask about: ``first``, and on from it every ``every``, up to ``last`` (inclusive).

    Parameters
    ----------
    first, last
        The first date, and the last that may be among them.
    every
        The distance; a calendar month if left out.

    Raises
    ------
    BadInput
        If ``last`` is before ``first``, an argument is of the wrong sort, or there are more than 10,000 dates.

    Examples
    --------
    >>> len(series(date(2015, 1, 1), date(2015, 12, 31)))
    12
    >>> from dualib.dates import Period
    >>> [day.day for day in series(date(2015, 1, 1), date(2015, 1, 20), every=Period(7, "days"))]
    [1, 8, 15]
    """
    if every is not None and not isinstance(every, Period):
        raise BadInput(message("evaluation/not-a-step", value=every))
    step = months(1) if every is None else every
    if check_date(last, "last") < check_date(first, "first"):
        raise BadInput(message("ground/backwards", first=first, last=last))
    if (last - first).days >= _MOST_DATES * step.count * (1 if step.unit == "days" else 28):
        raise BadInput(
            message("evaluation/too-many-dates", first=first, last=last, most=_MOST_DATES)
        )
    return Series(first, last, step)


@attrs.frozen(eq=False)
class Panel:
    """The answers of several rules for every person on several dates.

    Attributes
    ----------
    rules, dates
        The rules, and the dates, in the order asked.
    verdicts
        ``int8``, shape (dates, rules, persons): 1 yes, 0 unknown, -1 no. Where a rule is not in force it is -1. Closed
        to writing.
    not_in_force
        ``bool``, shape (dates, rules): the rule has no text in force on the date. Read-only.
    readings
        Whose text each rule was asked in, in the order of ``rules``: that asked for where the rule has it, else the
        rule's default one.
    assume
        What was assumed. Read-only.
    assume_unchanged
        Whether facts known as of another day counted as unchanged.

    Examples
    --------
    >>> from dualib import Register, evaluate, programmes
    >>> register = Register.from_frames({"born": ["1999-03-10"]})
    >>> dates = series(date(2015, 1, 1), date(2015, 4, 1))
    >>> panel = evaluate(register, [programmes.jobbgaranti], on=dates)
    >>> panel.verdicts[:, 0, 0].tolist()
    [-1, -1, -1, 0]
    """

    rules: tuple[Rule, ...]
    dates: tuple[date, ...]
    register: Register = attrs.field(repr=False)
    verdicts: npt.NDArray[np.int8] = attrs.field(repr=False)
    not_in_force: npt.NDArray[np.bool_] = attrs.field(repr=False)
    readings: tuple[str, ...]
    assume: Mapping[str, FactValue] = attrs.field(factory=dict, converter=read_only_mapping)
    assume_unchanged: bool = False

    __reduce__ = from_fields

    def __attrs_post_init__(self) -> None:
        for values in (self.verdicts, self.not_in_force):
            read_only(values)

    @property
    def on(self) -> tuple[date, ...]:
        """The days asked about: ``dates``."""
        return self.dates

    def __getitem__(self, rule: str | Rule) -> VerdictArray:
        """Return the answers of one rule: ``int8``, shape (dates, persons)."""
        return np.asarray(self.verdicts[:, index_of(self.rules, rule)], dtype=np.int8)

    def columns(self, answers: str = "text") -> dict[str, Any]:
        """Return a long table: a row a date and person (all persons of the first date first), a column a rule.

        ``answers`` is as for :meth:`Evaluation.columns`.
        """
        size = self.register.size
        result: dict[str, Any] = {
            "on": np.repeat(np.array(self.dates, dtype="datetime64[D]"), size),
            "key": np.tile(np.asarray(self.register.keys), len(self.dates)),
        }
        for index, rule in enumerate(self.rules):
            outside = np.repeat(self.not_in_force[:, index], size)
            result[rule.id] = answer_column(self.verdicts[:, index].reshape(-1), outside, answers)
        return result

    def to_frame(self, like: Any = None, *, answers: str = "text") -> Any:
        """Return :meth:`columns` as the kind of frame that ``like`` is; a plain dict of columns without it."""
        return to_frame(self.columns(answers), like=like)
