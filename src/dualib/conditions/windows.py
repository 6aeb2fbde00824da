"""Conditions on days: a number of them within a window, an unbroken run, or the very day asked about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import attrs

from dualib.conditions.base import Atom, Condition, Finding
from dualib.conditions.case import Case
from dualib.conditions.day_sets import DaySet, days
from dualib.conditions.spans import count_within, lengthened, subtraction
from dualib.dates import WHOLE_LIFE, Ends, Period, Window, check_count, from_day, to_day
from dualib.errors import BadInput, nearest
from dualib.messages import message
from dualib.verdicts import NO, UNKNOWN, YES, Verdict
from dualib.vocabulary.facts import Status

__all__ = [
    "DaysFinding",
    "DaysIn",
    "During",
    "Run",
    "WindowAtom",
    "days_in",
    "during",
    "extent",
    "participates",
    "run",
]


@attrs.frozen(cache_hash=True)
class DaysFinding(Finding):
    """Days counted in a window: ``low`` certain, ``high`` possible, ``needed``; the window's ends inclusive.

    Where days were skipped, ``first`` is the earliest start of the window that skipping leads to.

    >>> from datetime import date
    >>> from dualib.conditions import Case, days
    >>> from dualib.dates import last_days, to_day
    >>> from dualib.person import Person
    >>> person = Person(observed=(date(2015, 1, 1), date(2015, 5, 31)))
    >>> some = days_in(days("sfi"), at_least=90, window=last_days(120), ends=Ends.ON)
    >>> found = some.reason(Case(person, to_day(date(2015, 6, 30)))).finding
    >>> found.low, found.high, found.needed
    (0, 30, 90)
    """

    low: int
    high: int
    needed: int
    first: int
    last: int


def _verdict(certain: bool, possible: bool) -> Verdict:
    return YES if certain else UNKNOWN if possible else NO


class WindowAtom(Atom):
    """A count of days in a window that depends on the day asked about."""

    __slots__ = ()

    skipping: DaySet | None = None
    most_skipped: int | None = None

    @property
    def days(self) -> DaySet:
        """The days counted."""
        raise NotImplementedError

    def span(self, on: int) -> tuple[int, int]:
        """Return the window's first and last day, both inclusive, before anything is skipped."""
        raise NotImplementedError

    def needed(self, first: int, last: int) -> int:
        """Return how many days are needed in a window of that length."""
        raise NotImplementedError

    @property
    def reads(self) -> frozenset[str]:
        """The tracks of the statuses."""
        sets = [self.days] if self.skipping is None else [self.days, self.skipping]
        return frozenset(
            f"track:{status.track.value}" for part in sets for status, _ in part.directions()
        )

    def directions(self) -> tuple[tuple[Status, bool], ...]:
        """Return each status with the direction it works in."""
        sets = [self.days] if self.skipping is None else [self.days, self.skipping]
        return tuple(dict.fromkeys(pair for part in sets for pair in part.directions()))

    def polarity(self) -> Mapping[str, frozenset[int]]:
        """For each status, whether more of its days are more days here."""
        found: dict[str, frozenset[int]] = {}
        for status, more in self.directions():
            name = f"days:{status.value}"
            found[name] = found.get(name, frozenset()) | {1 if more else -1}
        return found

    def thresholds(self, on: int) -> dict[str, tuple[int | str, ...]]:
        """Return none: an atom of days reads no fact.

        Its threshold is a number of days, :meth:`needed` of those in :meth:`span`: boundary cases have one day less,
        just enough, and one more.
        """
        return {}

    def answer(self, case: Case) -> Verdict:
        """Count the days, unless the case gives the answer."""
        asked = self, case.on
        told = case.counted.get(asked)
        if told is None:
            told = case.answered.get(asked)
        if told is None:
            told = case.answered[asked] = self.measure(case).verdict
        return told

    def measure(self, case: Case) -> DaysFinding:
        """Count the days, certain and possible."""
        first, last = self.span(case.on)
        needed = self.needed(first, last)
        counted = case.spans(self.days)
        skipped = ((), ()) if self.skipping is None else case.spans(self.skipping)
        counts, starts, fits = [], [], []
        for taken, passed in zip(counted, skipped, strict=True):
            only_passed = subtraction(passed, taken) if passed else ()
            start = lengthened(only_passed, first, last, self.most_skipped)
            count = count_within(taken, start, last)
            counts.append(count)
            starts.append(start)
            fits.append(count >= needed)
        return DaysFinding(_verdict(*fits), counts[0], counts[1], needed, min(starts), last)


@attrs.frozen(cache_hash=True)
class DaysIn(WindowAtom):
    """At least ``at_least`` of the days lie in the window; skippable days lengthen the window backwards."""

    days: DaySet
    at_least: int
    window: Window
    skipping: DaySet | None = None
    most_skipped: int | None = None

    def __attrs_post_init__(self) -> None:
        _check_window(self.window)
        check_count(self.at_least, "at_least", least=1)
        longest = self.window.length.count * (31 if self.window.length.unit == "months" else 1)
        if self.at_least > longest:
            raise BadInput(
                message("conditions/more-than-window", value=self.at_least, longest=longest)
            )
        _check_sets(self.days, self.skipping, self.most_skipped)

    def span(self, on: int) -> tuple[int, int]:
        """As the window says."""
        first, last = self.window.span(from_day(on))
        return to_day(first), to_day(last)

    def needed(self, first: int, last: int) -> int:
        """The number asked for."""
        return self.at_least


@attrs.frozen(cache_hash=True)
class Run(WindowAtom):
    """The days form an unbroken run of at least a period, up to the window's end; skippable days do not break it."""

    days: DaySet
    window: Window
    skipping: DaySet | None = None
    most_skipped: int | None = None

    def __attrs_post_init__(self) -> None:
        _check_window(self.window)
        _check_sets(self.days, self.skipping, self.most_skipped)

    def span(self, on: int) -> tuple[int, int]:
        """The shortest run that is long enough at the window's end: months are counted from its first day.

        >>> from datetime import date
        >>> condition = run(days("registered_as_jobseeker"), Period(6, "months"), ends=Ends.ON)
        >>> [str(from_day(day)) for day in condition.span(to_day(date(2019, 2, 28)))]
        ['2018-09-01', '2019-02-28']
        """
        _, last = self.window.span(from_day(on))
        return to_day(self.window.length.latest_start(last + timedelta(days=1))), to_day(last)

    def needed(self, first: int, last: int) -> int:
        """As many days as the window has before it is lengthened: then every day is one of the days, or passed over."""
        return last - first + 1


@attrs.frozen(cache_hash=True)
class During(WindowAtom):
    """The day asked about is one of the days."""

    days: DaySet

    def __attrs_post_init__(self) -> None:
        _check_sets(self.days, None, None)

    def span(self, on: int) -> tuple[int, int]:
        """The day itself."""
        return on, on

    def needed(self, first: int, last: int) -> int:
        """The day itself."""
        return 1


def _check_sets(counted: object, skipping: object, most_skipped: object) -> None:
    for name, value in (("skipping", skipping), ("counted", counted)):
        if not isinstance(value, DaySet) and (name == "counted" or value is not None):
            raise BadInput(message("conditions/not-days", name=name, value=value))
    if most_skipped is not None:
        check_count(most_skipped, "most_skipped", least=1)


def _check_window(window: object) -> None:
    if not isinstance(window, Window):
        raise BadInput(message("ground/not-a-window", name="window", value=window))


def _window(window: Window, ends: object) -> Window:
    _check_window(window)
    if not isinstance(ends, Ends):
        raise BadInput(message("ground/not-an-end", value=ends))
    return window.ending(ends)


def days_in(
    counted: DaySet,
    *,
    at_least: int,
    window: Window,
    ends: Ends,
    skipping: DaySet | None = None,
    most_skipped: int | None = None,
) -> Condition:
    """Hold when at least ``at_least`` distinct calendar days of ``counted`` lie in the window.

    Parameters
    ----------
    counted
        The days to count.
    at_least
        A number of calendar days.
    window
        ``last_days(120)`` or ``last_months(4)``, both ends inclusive.
    ends
        The window's last day, which has no default: ``Ends.ON`` or ``Ends.DAY_BEFORE``.
    skipping
        Days that are passed over: each of them in the window (and not counted) moves the window's start a day back.
    most_skipped
        The most days that may be passed over.

    Raises
    ------
    BadInput
        If an argument is of the wrong sort, or more days are asked for than the window can hold.

    Examples
    --------
    >>> from dualib.dates import last_days
    >>> jobless = days("full_time_unemployed") & days("registered_as_jobseeker")
    >>> days_in(jobless, at_least=90, window=last_days(120), ends=Ends.ON).at_least
    90
    """
    return DaysIn(counted, at_least, _window(window, ends), skipping, most_skipped)


def extent(
    counted: DaySet,
    *,
    at_least: int,
    ends: Ends,
    skipping: DaySet | None = None,
    most_skipped: int | None = None,
) -> Condition:
    """Hold when at least ``at_least`` days of ``counted`` have passed in all, with or without breaks.

    A length in months has no fixed number of days: :class:`dualib.Limit` lays it out from the first day.

    Parameters
    ----------
    counted
        The days to add up, however long ago.
    at_least
        A number of calendar days.
    ends
        The last day that counts: ``Ends.ON`` or ``Ends.DAY_BEFORE``.
    skipping
        Days that do not count, such as ``unbroken(days("full_time_sick"), at_least=30)``.
    most_skipped
        The most of them that may be left out; the others count.

    Raises
    ------
    BadInput
        If an argument is of the wrong sort, or ``most_skipped`` is given without ``skipping``.

    Examples
    --------
    >>> from dualib.dates import Ends
    >>> extent(days("in_jobbgaranti"), at_least=450, ends=Ends.ON).at_least
    450
    """
    if skipping is None:
        if most_skipped is not None:
            raise BadInput(message("conditions/skipped-without-skipping", value=most_skipped))
        return days_in(counted, at_least=at_least, window=WHOLE_LIFE, ends=ends)
    left = counted - skipping
    without = days_in(left, at_least=at_least, window=WHOLE_LIFE, ends=ends)
    cap = None if most_skipped is None else check_count(most_skipped, "most_skipped", least=1)
    if cap is None:
        return without
    # What counts is all days less the skipped ones or less the cap, whichever leaves more.
    return without | days_in(counted, at_least=at_least + cap, window=WHOLE_LIFE, ends=ends)


def run(
    counted: DaySet,
    length: Period,
    *,
    ends: Ends,
    skipping: DaySet | None = None,
    most_skipped: int | None = None,
) -> Condition:
    """Hold when the days form an unbroken run of at least ``length`` up to the named end.

    Days in ``skipping`` neither break the run nor count towards it, at most ``most_skipped`` of them.

    Raises
    ------
    BadInput
        If an argument is of the wrong sort.

    Examples
    --------
    >>> from dualib.dates import months
    >>> run(days("registered_as_jobseeker"), months(3), ends=Ends.ON).window.length
    Period(count=3, unit='months')
    """
    if not isinstance(length, Period):
        raise BadInput(message("conditions/not-a-length", value=length))
    return Run(counted, _window(Window(length), ends), skipping, most_skipped)


def during(*what: DaySet | Status | str) -> Condition:
    """Hold when the person has any of the statuses, or the set of days holds, on the day asked about.

    Raises
    ------
    BadInput
        If nothing is named, or a name is not a status.

    Examples
    --------
    >>> during("in_kaa").needed(0, 0)
    1
    """
    sets = [part if isinstance(part, DaySet) else days(part) for part in what]
    if not sets:
        raise BadInput(message("conditions/during-no-status"))
    whole = sets[0]
    for part in sets[1:]:
        whole = whole | part
    return During(whole)


def participates(programme: str) -> Condition:
    """Hold when the person is enrolled in a programme on the day asked about. Enrolment is not eligibility.

    Raises
    ------
    BadInput
        If there is no such programme; the nearest is suggested.

    Examples
    --------
    >>> participates("jobbgaranti").reads
    frozenset({'track:programme'})
    """
    known = {
        status.value.removeprefix("in_"): status
        for status in Status
        if status.value.startswith("in_")
    }
    if programme not in known:
        raise BadInput(
            message(
                "conditions/no-programme",
                value=programme,
                known=tuple(known),
                near=nearest(programme, known),
            )
        )
    return During(days(known[programme]))
