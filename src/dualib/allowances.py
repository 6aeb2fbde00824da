"""How long a measure may last: days used, days left, and the last day, as intervals where days are unknown."""

from __future__ import annotations

from datetime import date

import attrs

from dualib.conditions import Case, DaySet
from dualib.dates import NEVER_DAY, Period, from_day, to_day
from dualib.errors import BadInput
from dualib.facts import Kind, fact
from dualib.language import Text
from dualib.sources import Citation
from dualib.spells import FIRST_DAY, LAST_DAY, Spans, count_within, intersection

__all__ = ["Allowance", "BenefitDayLimit", "Limit"]

#: Where the calendar used here begins, with room for counting back from it.
_LONG_AGO = FIRST_DAY + 366 * 10


@attrs.frozen
class Allowance:
    """What is used and left of a limit on a day.

    Attributes
    ----------
    unit
        ``"calendar days"`` or ``"benefit days"`` (five a week): the two never convert into each other.
    used, left
        Smallest and largest number of days, the day asked about counted as used. ``left`` is None where it cannot be
        told.
    last_day
        Earliest and latest last day if the measure goes on without a break; None before it has begun, and for
        benefit days, which have no dates of their own. The earliest is None where days long past are unknown:
        then the time may have run out at any time.
    """

    limit: Limit | BenefitDayLimit = attrs.field(repr=False)
    on: date
    unit: str
    used: tuple[int, int | None]
    left: tuple[int, int] | None
    last_day: tuple[date | None, date] | None

    @property
    def known(self) -> bool:
        """Whether used and left are single numbers."""
        return self.used[0] == self.used[1]


@attrs.frozen(kw_only=True)
class Limit:
    """A longest time in calendar days or months, counted over the days of a measure, with or without breaks.

    A length in months is laid out from the first day counted: it holds as many days as those months do there (lag
    1930:173, 1 §), and days between spells do not use it up.

    Attributes
    ----------
    counted
        The days that use the allowance up.
    length
        The longest time.
    skipping
        Days of the measure that do not count (illness, parental leave), at most ``most_skipped`` of them.
    frame, frame_from
        The longest time from a dated fact (or from the first day of the measure if ``frame_from`` is None), breaks
        and skipped days included.
    """

    name: Text
    counted: DaySet
    length: Period
    citations: tuple[Citation, ...]
    skipping: DaySet | None = None
    most_skipped: Period | None = None
    frame: Period | None = None
    frame_from: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.frame_from is not None and fact(self.frame_from).kind is not Kind.DATE:
            raise BadInput(f"frame_from is {self.frame_from!r}, a {fact(self.frame_from).kind.value}: expected a date")

    def allowance(self, case: Case) -> Allowance:
        """Return what is used and left on the day asked about."""
        skipped = ((), ()) if self.skipping is None else self.skipping.spans(case)
        counted = self.counted.spans(case)
        born = case.value("born")
        if isinstance(born, int):  # nobody takes part before birth: who is observed from then on is wholly known
            counted = (counted[0], intersection(counted[1], ((born, LAST_DAY),)))
        # Fewest days used: certain days of the measure, possible skipped days; most days used: the other way round.
        few = self._used(counted[0], skipped[1], case.on)
        many = self._used(counted[1], skipped[0], case.on)
        # Where days long ago are unknown, the whole allowance may be gone.
        lefts = sorted(max(total - used, 0) for used, total, _ in (few, many))
        ends = [self._last_day(case, counted[0], few), self._last_day(case, counted[1], many)]
        known = [end for end in ends if end is not None]
        begun = bool(known) and few[2] is not None
        return Allowance(
            self,
            from_day(case.on),
            "calendar days",
            (min(few[0], few[1]), min(many[0], many[1])),
            (lefts[0], lefts[1]),
            (None if many[2] == _LONG_AGO else from_day(min(known)), from_day(max(known))) if begun else None,
        )

    def _used(self, counted: Spans, skipped: Spans, on: int) -> tuple[int, int, int | None]:
        """Return the days used up to a day, the days allowed, and the first day."""
        until = intersection(counted, ((FIRST_DAY, on),))
        if not until:
            return 0, to_day(self.length.after(from_day(on + 1))) - (on + 1), None
        first = max(until[0][0], _LONG_AGO)
        passed = count_within(intersection(until, skipped), first, on)
        if self.most_skipped is not None:
            passed = min(passed, to_day(self.most_skipped.after(from_day(first))) - first)
        used = count_within(until, first, on) - passed
        return used, to_day(self.length.after(from_day(first))) - first, first

    def _last_day(self, case: Case, counted: Spans, state: tuple[int, int, int | None]) -> int | None:
        used, total, first = state
        if first is None:
            return None
        if used < total:
            last = case.on + total - used
        else:
            last = _day_number(counted, first, total)
        if self.frame is not None:
            start: int | None = first
            if self.frame_from is not None:
                value = case.value(self.frame_from)
                assert not isinstance(value, str)
                start = None if value is None or value == NEVER_DAY else value
            if start is not None:
                # Months from an event end on the day with the same number (lag 1930:173, 1 §); months laid out from
                # the first day of the measure, which is itself counted, end the day before.
                after = to_day(self.frame.after(from_day(start)))
                last = min(last, after - 1 if self.frame_from is None else after)
        return last


def _day_number(days: Spans, first: int, number: int) -> int:
    """Return the day that is number ``number`` among the days from ``first`` on; there are at least so many."""
    left = number
    last = first
    for start, end in days:
        begin = max(start, first)
        if begin <= end and left > 0:
            last = min(end, begin + left - 1)
            left -= last - begin + 1
    return last


@attrs.frozen(kw_only=True)
class BenefitDayLimit:
    """A longest number of benefit days (five a week), read from a register of them; never turned into dates.

    ``fact`` names the number of benefit days used so far, and ``length`` the most there may be.
    """

    name: Text
    fact: str
    length: int
    citations: tuple[Citation, ...]

    def __attrs_post_init__(self) -> None:
        if fact(self.fact).kind is not Kind.NUMBER:
            raise BadInput(f"fact is {self.fact!r}, a {fact(self.fact).kind.value}: expected a whole number")

    def allowance(self, case: Case) -> Allowance:
        """Return what is used and left on the day asked about."""
        used = case.value(self.fact)
        assert not isinstance(used, str)
        on = from_day(case.on)
        if used is None:
            return Allowance(self, on, "benefit days", (0, None), None, None)
        left = max(self.length - used, 0)
        return Allowance(self, on, "benefit days", (used, used), (left, left), None)
