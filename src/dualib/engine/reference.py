"""What every condition means for many persons: node by node, slowly and obviously.

Conditions hold their structure and what they mean for one person; what they mean for a register is
registered here by class. The fast path of :mod:`dualib.engine.answer` is held against
:func:`resolve_all`, and falls back on :func:`answers` for what it has no faster way for, so a new
kind of condition needs a meaning here and nothing else in this room.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from functools import reduce, singledispatch

import numpy as np
import numpy.typing as npt

from dualib.arrays import DayArray, VerdictArray, as_verdicts
from dualib.conditions.base import All, Always, Any, Condition, Not
from dualib.conditions.case_split import exactness, values_to_try
from dualib.conditions.dates import DateInterval
from dualib.conditions.day_sets import Both, DaySet, Either, StatusDays, Unbroken, Without
from dualib.conditions.markers import AtEvent, Judgement, Named, NotExpressed
from dualib.conditions.spans import FIRST_DAY
from dualib.conditions.values import AtLeast, Has, OneOf
from dualib.conditions.windows import WindowAtom
from dualib.dates import UNKNOWN_DAY
from dualib.engine.sweep import Coverage, Segments, swept_days
from dualib.engine.view import View
from dualib.errors import BadInput
from dualib.messages import message
from dualib.vocabulary.facts import Status, Track

__all__ = ["Covered", "answers", "in_segments", "resolve_all"]

#: A boolean for each segment of a sweep.
Covered = npt.NDArray[np.bool_]
Statuses = Mapping[Status, Covered]


@singledispatch
def answers(condition: Condition, view: View) -> VerdictArray:
    """Answer a condition for every person of a view: ``int8``, one per person.

    A kind of condition of your own is given its meaning with ``@answers.register``.

    Raises
    ------
    BadInput
        If the condition, or one that it is made of, is of a class that has no meaning here.

    Examples
    --------
    >>> from dualib.conditions import happened
    >>> from dualib.register import Register
    >>> register = Register.from_frames({"first_registered": ["1970-01-02", None]})
    >>> answers(~happened("first_registered"), View(register, 1))
    array([-1,  0], dtype=int8)
    """
    raise BadInput(
        message("engine/condition-for-many", type=type(condition).__name__, function="answers")
    )


@singledispatch
def in_segments(
    days: DaySet, certain: Statuses, possible: Statuses, among: Segments
) -> tuple[Covered, Covered]:
    """Return which segments certainly and possibly belong to a set of days.

    A kind of set of your own is given its meaning with ``@in_segments.register``.

    Parameters
    ----------
    days
        The set.
    certain, possible
        Which segments each status certainly, and possibly, covers.
    among
        The segments.

    Raises
    ------
    BadInput
        If the set, or one that it is made of, is of a class that has no meaning here.

    Examples
    --------
    >>> from dualib.conditions.day_sets import StatusDays
    >>> in_segments.dispatch(StatusDays) is not in_segments.dispatch(object)
    True
    """
    raise BadInput(
        message("engine/days-for-many", type=type(days).__name__, function="in_segments")
    )


@answers.register
def _(condition: All, view: View) -> VerdictArray:
    return reduce(np.minimum, (answers(part, view) for part in condition.parts))


@answers.register
def _(condition: Any, view: View) -> VerdictArray:
    return reduce(np.maximum, (answers(part, view) for part in condition.parts))


@answers.register
def _(condition: Not, view: View) -> VerdictArray:
    return np.negative(answers(condition.part, view))


@answers.register
def _(condition: Named, view: View) -> VerdictArray:
    return answers(condition.condition, view)


@answers.register
def _(condition: AtEvent, view: View) -> VerdictArray:
    """Ask about each person's own event; NO where it has not happened by the day asked about."""
    day = view.column(condition.event)
    known = (day != UNKNOWN_DAY) & (day <= view.on)
    asked = view.at(np.where(known, day, view.on).astype(np.int32))
    inner = answers(condition.condition, asked)
    otherwise = np.where(day == UNKNOWN_DAY, np.int8(0), np.int8(-1))
    return np.where(known, inner, otherwise).astype(np.int8)


@answers.register(Always)
@answers.register(Judgement)
def _(condition: Condition, view: View) -> VerdictArray:
    """Answer YES for all: what an authority judges is left to the rest of the rule."""
    return np.ones(view.size, dtype=np.int8)


@answers.register
def _(condition: NotExpressed, view: View) -> VerdictArray:
    return np.zeros(view.size, dtype=np.int8)


@answers.register
def _(condition: DateInterval, view: View) -> VerdictArray:
    column = view.column(condition.about)
    first, last = view.by_day(lambda day: condition.interval(day, view.leap))
    return as_verdicts((column >= first) & (column <= last), column != UNKNOWN_DAY)


@answers.register
def _(condition: Has, view: View) -> VerdictArray:
    column = view.column(condition.name)
    return as_verdicts(column > 0, column != UNKNOWN_DAY)


@answers.register
def _(condition: OneOf, view: View) -> VerdictArray:
    column = view.column(condition.name)
    codes = [view.code(condition.name, value) for value in condition.values]
    return as_verdicts(np.isin(column, codes), column != UNKNOWN_DAY)


@answers.register
def _(condition: AtLeast, view: View) -> VerdictArray:
    column = view.column(condition.name)
    return as_verdicts(column >= condition.count, column != UNKNOWN_DAY)


@answers.register
def _(condition: WindowAtom, view: View) -> VerdictArray:
    """Count the days of all by a sweep; once, however often the view is asked."""
    if condition not in view.counted:
        view.counted[condition] = _count(condition, view)
    return view.counted[condition]


def _count(atom: WindowAtom, view: View) -> VerdictArray:
    """Count days: enough certain days are a YES, not enough possible ones a NO.

    Where days are passed over, the window begins earlier the more of them there are, so that the
    certain days are counted in another window than the possible ones.
    """
    first, last = view.by_day(atom.span)
    (needed,) = view.by_day(lambda day: (atom.needed(*atom.span(day)),))
    leaves = _leaves(atom, view)

    def judge(covers: Sequence[Covered], segments: Segments) -> tuple[Covered, Covered]:
        return in_segments(atom.days, *_statuses(atom, covers), segments)

    if atom.skipping is None:
        low, high = swept_days(leaves, judge, first, last, view.size)
    else:
        start_low, start_high = _starts(atom, leaves, view, first, last)
        low = swept_days(leaves, judge, start_low, last, view.size)[0]
        high = swept_days(leaves, judge, start_high, last, view.size)[1]
    certain, possible = low >= needed, high >= needed
    otherwise = np.where(possible, np.int8(0), np.int8(-1))
    return np.where(certain, np.int8(1), otherwise).astype(np.int8)


def _starts(
    atom: WindowAtom,
    leaves: Sequence[Coverage],
    view: View,
    first: int | DayArray,
    last: int | DayArray,
) -> tuple[DayArray, DayArray]:
    """Return where each window begins when certain, and when possible, days are passed over."""
    skipping = atom.skipping
    assert skipping is not None
    first_days, last_days = (np.broadcast_to(np.asarray(day), view.size) for day in (first, last))
    found: list[DayArray] = []

    def judge(covers: Sequence[Covered], segments: Segments) -> list[Covered]:
        statuses = _statuses(atom, covers)
        taken = in_segments(atom.days, *statuses, segments)
        passed = in_segments(skipping, *statuses, segments)
        for skipped, counted in zip(passed, taken, strict=True):  # a day that counts is not skipped
            found.append(
                segments.lengthened(skipped & ~counted, first_days, last_days, atom.most_skipped)
            )
        return []

    swept_days(leaves, judge, FIRST_DAY, last, view.size)
    return found[0], found[1]


def _involved(atom: WindowAtom) -> tuple[list[Status], list[Track]]:
    involved = list(dict.fromkeys(status for status, _ in atom.directions()))
    return involved, list(dict.fromkeys(status.track for status in involved))


def _leaves(atom: WindowAtom, view: View) -> list[Coverage]:
    """Return the recorded days of each status, then the unobserved days of each track."""
    involved, tracks = _involved(atom)
    recorded = [view.recorded(status) for status in involved]
    return recorded + [
        view.unseen(next(status for status in involved if status.track is track))
        for track in tracks
    ]


def _statuses(atom: WindowAtom, covers: Sequence[Covered]) -> tuple[Statuses, Statuses]:
    """Return the segments that each status certainly and possibly covers, given the leaves'."""
    involved, tracks = _involved(atom)
    recorded = dict(zip(involved, covers, strict=False))
    unseen = dict(zip(tracks, covers[len(involved) :], strict=True))
    return recorded, {status: recorded[status] | unseen[status.track] for status in involved}


@in_segments.register
def _(
    days: StatusDays, certain: Statuses, possible: Statuses, among: Segments
) -> tuple[Covered, Covered]:
    return (
        np.logical_or.reduce([certain[status] for status in days.statuses]),
        np.logical_or.reduce([possible[status] for status in days.statuses]),
    )


@in_segments.register
def _(
    days: Both, certain: Statuses, possible: Statuses, among: Segments
) -> tuple[Covered, Covered]:
    low, high = in_segments(days.one, certain, possible, among)
    low2, high2 = in_segments(days.other, certain, possible, among)
    return low & low2, high & high2


@in_segments.register
def _(
    days: Either, certain: Statuses, possible: Statuses, among: Segments
) -> tuple[Covered, Covered]:
    low, high = in_segments(days.one, certain, possible, among)
    low2, high2 = in_segments(days.other, certain, possible, among)
    return low | low2, high | high2


@in_segments.register
def _(
    days: Without, certain: Statuses, possible: Statuses, among: Segments
) -> tuple[Covered, Covered]:
    """Take away: certain is what is certainly in the first and surely not in the second."""
    low, high = in_segments(days.one, certain, possible, among)
    low2, high2 = in_segments(days.other, certain, possible, among)
    return low & ~high2, high & ~low2


@in_segments.register
def _(
    days: Unbroken, certain: Statuses, possible: Statuses, among: Segments
) -> tuple[Covered, Covered]:
    low, high = in_segments(days.inner, certain, possible, among)
    return among.runs(low, days.at_least), among.runs(high, days.at_least)


def resolve_all(condition: Condition, view: View) -> VerdictArray:
    """Answer for every person, with the case split that is made for one.

    ``view.on`` must be one day where a split is needed.

    >>> from dualib.conditions import has
    >>> from dualib.register import Register
    >>> either = has("newly_arrived") | ~has("newly_arrived")
    >>> resolve_all(either, View(Register.from_frames({"sex": ["man"]}), 16586))
    array([1], dtype=int8)
    """
    verdicts = answers(condition, view)
    days = [view.on] if isinstance(view.on, int) else sorted({int(day) for day in view.on})
    for day in days:
        names = exactness(condition, day).facts
        open_rows = (verdicts == 0) & (view.on == day)
        if not names or not open_rows.any():
            continue
        values = values_to_try(condition, day)
        lowest, highest = None, None
        for combination in itertools.product(*(values[name] for name in names)):
            tried = answers(condition, view.trying(dict(zip(names, combination, strict=True))))
            lowest = tried if lowest is None else lowest.clip(max=tried)
            highest = tried if highest is None else highest.clip(min=tried)
        agree = open_rows & (lowest == highest)
        verdicts = verdicts.copy()
        assert lowest is not None
        verdicts[agree] = lowest[agree]
    return verdicts
