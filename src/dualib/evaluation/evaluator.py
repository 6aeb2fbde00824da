"""Several rules asked about every person of a register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, overload

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import VerdictArray, read_only
from dualib.copying import from_fields, read_only_mapping
from dualib.dates import LeapBirthday, check_date, from_day
from dualib.decisions.question import Asking
from dualib.engine.answer import AskedCondition, Question, answer_together
from dualib.engine.question import asked_days, check_as_of, view_on
from dualib.engine.series import answer_series
from dualib.engine.view import View
from dualib.errors import BadInput, nearest
from dualib.evaluation.answers import answer_column, index_of
from dualib.evaluation.one_rule import versions_by_day
from dualib.evaluation.panel import Panel, Series
from dualib.frames import to_frame
from dualib.messages import message
from dualib.register import Register
from dualib.rules.rule import Rule
from dualib.vocabulary.facts import FactValue

__all__ = ["Evaluation", "evaluate"]


@attrs.frozen(eq=False)
class Evaluation:
    """The answers of several rules for every person.

    Attributes
    ----------
    rules
        The rules, in the order asked.
    verdicts
        ``int8``, shape (rules, persons): 1 yes, 0 unknown, -1 no. Where a rule is not in force it is -1. Closed to
        writing.
    not_in_force
        ``bool``, the same shape: the rule has no text in force on the person's day. Read-only.
    on
        The day asked about, or ``datetime64`` days, one per person. Read-only.
    readings
        Whose text each rule was asked in, in the order of ``rules``: that asked for where the rule has it, else the
        rule's default one.
    assume
        What was assumed. Read-only.
    assume_unchanged
        Whether facts known as of another day counted as unchanged.

    Examples
    --------
    >>> from dualib import programmes
    >>> register = Register.from_frames({"born": ["1999-05-31", "1950-01-01"]})
    >>> found = evaluate(register, [programmes.jobbgaranti, programmes.kaa], on=date(2015, 5, 31))
    >>> found["jobbgaranti"].tolist()
    [0, -1]
    """

    rules: tuple[Rule, ...]
    register: Register = attrs.field(repr=False)
    verdicts: npt.NDArray[np.int8] = attrs.field(repr=False)
    not_in_force: npt.NDArray[np.bool_] = attrs.field(repr=False)
    on: date | npt.NDArray[np.datetime64] = attrs.field(repr=False)
    readings: tuple[str, ...]
    assume: Mapping[str, FactValue] = attrs.field(factory=dict, converter=read_only_mapping)
    assume_unchanged: bool = False

    __reduce__ = from_fields

    def __attrs_post_init__(self) -> None:
        for values in (self.verdicts, self.not_in_force, self.on):
            read_only(values)

    def __getitem__(self, rule: str | Rule) -> VerdictArray:
        """Return the answers of one rule."""
        return np.asarray(self.verdicts[index_of(self.rules, rule)], dtype=np.int8)

    def columns(self, answers: str = "text") -> dict[str, Any]:
        """Return the key and a column a rule.

        Parameters
        ----------
        answers
            ``"text"``: ``yes``, ``no``, ``unknown`` or ``not in force``; ``"int8"``: 1, -1, 0 or -2, an eighth of the
            memory at most.
        """
        result: dict[str, Any] = {"key": np.asarray(self.register.keys)}
        for rule, verdicts, outside in zip(
            self.rules, self.verdicts, self.not_in_force, strict=True
        ):
            result[rule.id] = answer_column(verdicts, outside, answers)
        return result

    def to_frame(self, like: Any = None, *, answers: str = "text") -> Any:
        """Return :meth:`columns` as the kind of frame that ``like`` is; a plain dict of columns without it."""
        return to_frame(self.columns(answers), like=like)


@overload
def evaluate(
    register: Register,
    rules: Sequence[Rule],
    *,
    on: date | npt.NDArray[np.datetime64],
    reading: str | None = None,
    assume: Mapping[str, FactValue] | None = None,
    assume_unchanged: bool = False,
    leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
) -> Evaluation: ...


@overload
def evaluate(
    register: Register,
    rules: Sequence[Rule],
    *,
    on: Series | Sequence[date],
    reading: str | None = None,
    assume: Mapping[str, FactValue] | None = None,
    assume_unchanged: bool = False,
    leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
) -> Panel: ...


def evaluate(
    register: Register,
    rules: Sequence[Rule],
    *,
    on: date | npt.NDArray[np.datetime64] | Series | Sequence[date],
    reading: str | None = None,
    assume: Mapping[str, FactValue] | None = None,
    assume_unchanged: bool = False,
    leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
) -> Evaluation | Panel:
    """Ask several rules about every person in one pass: what they share is answered once.

    Parameters
    ----------
    register
        The persons.
    rules
        The rules.
    on
        One date for all; an array or column of ``datetime64`` with one date a person; or several dates, as a list or
        from :func:`dualib.series`.
    reading
        Whose text; at least one of the rules must have it. A rule without that reading is asked in its default one:
        ``readings`` of the result says which each was asked in.
    assume, assume_unchanged, leap
        As for :meth:`Rule.decide`.

    Returns
    -------
    Evaluation
        For one date, or one per person. A rule that is not in force on a person's
        day is marked so; that is not an error here.
    Panel
        For several dates.

    Raises
    ------
    BadInput
        If an argument is of the wrong sort, two rules have one id, or no rule knows the reading.

    Examples
    --------
    >>> from datetime import date
    >>> from dualib import programmes
    >>> register = Register.from_frames({"born": ["1996-02-29", "1970-01-01"]})
    >>> asked = [programmes.jobbgaranti, programmes.kaa]
    >>> evaluate(register, asked, on=date(2015, 5, 31)).verdicts.tolist()
    [[0, -1], [0, -1]]
    """
    asking = Asking(on, reading, assume, assume_unchanged, leap)
    chosen = _checked(register, rules, reading)
    readings = tuple(
        reading if reading is not None and rule.has_reading(reading) else rule.default_reading
        for rule in chosen
    )
    if isinstance(on, (Series, list, tuple)):
        dates = tuple(check_date(day, f"on[{place}]") for place, day in enumerate(on))
        if not dates:
            raise BadInput(message("evaluation/no-dates"))
        shape = (len(dates), len(chosen), register.size)
        verdicts = np.empty(shape, dtype=np.int8)
        views = [view_on(register, asked_days(day), asking) for day in dates]
        asked = [
            _question(view, chosen, readings, out)
            for view, out in zip(views, verdicts, strict=True)
        ]
        answer_series([question for question, _ in asked])
        marks = np.array([outside[:, 0] for _, outside in asked])
        return Panel(
            chosen, dates, register, verdicts, marks, readings, asking.assume, assume_unchanged
        )
    verdicts = np.empty((len(chosen), register.size), dtype=np.int8)
    days = asked_days(on, register.size)
    view = view_on(register, days, asking)
    question, outside = _question(view, chosen, readings, verdicts)
    answer_together([question])
    told = from_day(days) if isinstance(days, int) else days.astype("datetime64[D]")
    everywhere = np.broadcast_to(outside, verdicts.shape)
    return Evaluation(
        chosen, register, verdicts, everywhere, told, readings, asking.assume, assume_unchanged
    )


def _checked(register: object, rules: object, reading: object) -> tuple[Rule, ...]:
    if not isinstance(register, Register):
        raise BadInput(message("ground/not-a-register", type=type(register).__name__))
    check_as_of(register)
    if isinstance(rules, Rule) or not isinstance(rules, Iterable):
        raise BadInput(message("evaluation/rules-not-a-list", value=rules))
    chosen = tuple(rules)
    for place, rule in enumerate(chosen):
        if not isinstance(rule, Rule):
            raise BadInput(message("evaluation/not-a-rule", place=place, value=rule))
        if any(rule.id == other.id for other in chosen[:place]):
            raise BadInput(message("evaluation/rule-twice", place=place, id=rule.id))
    if reading is not None and not any(rule.has_reading(reading) for rule in chosen):
        known = tuple(dict.fromkeys(name for rule in chosen for name in rule.readings))
        raise BadInput(
            message(
                "evaluation/no-reading", reading=reading, known=known, near=nearest(reading, known)
            )
        )
    return chosen


def _question(
    view: View, rules: Sequence[Rule], readings: Sequence[str], out: npt.NDArray[np.int8]
) -> tuple[Question, npt.NDArray[np.bool_]]:
    """Return what is asked about a view, and where rules are not in force: shape (rules, persons), or (rules, 1)."""
    outside = np.zeros((len(rules), 1 if isinstance(view.on, int) else view.size), dtype=bool)
    asked = []
    for index, (rule, reading) in enumerate(zip(rules, readings, strict=True)):
        for version, who in versions_by_day(rule, view.on, reading):
            if version is None:
                outside[index, slice(None) if who is None else who] = True
                out[index, slice(None) if who is None else who] = -1
            else:
                asked.append(AskedCondition(version.condition, out[index], who))
    return Question.of(view, asked), outside
