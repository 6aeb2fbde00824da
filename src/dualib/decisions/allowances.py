"""How long a measure may last: days used, days left, and the last day, as intervals where days are unknown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from dualib.conditions import Case, DaySet
from dualib.conditions.spans import (
    FIRST_DAY,
    LAST_DAY,
    Spans,
    count_within,
    intersection,
    subtraction,
    union,
)
from dualib.dates import NEVER_DAY, Period, from_day, to_day
from dualib.errors import BadInput
from dualib.exact.bounds import Bounds
from dualib.language import Text
from dualib.messages import message
from dualib.sources import Citation
from dualib.vocabulary.facts import Kind, fact

__all__ = ["Allowance", "BenefitDayLimit", "Limit"]

#: Where the calendar used here begins, with room for counting back from it.
_LONG_AGO = FIRST_DAY + 366 * 10
#: The length of a number of months differs by less than this many days, wherever it is laid out.
_FEW = 7
_FOUR_YEARS = 1461


@attrs.frozen
class Allowance:
    """What is used and left of a limit on a day.

    Attributes
    ----------
    unit
        ``"calendar days"`` or ``"benefit days"`` (five a week): the two never convert into each other.
    used, left
        The number of days as bounds, the day asked about counted as used. ``left`` is None where
        nothing is known of it.
    last_day
        Earliest and latest last day if the measure goes on without a break; None before it has begun, and for
        benefit days, which have no dates of their own. The earliest is None where days long past are unknown:
        then the time may have run out at any time.

    Examples
    --------
    >>> from dualib import Person, programmes
    >>> person = Person(permit_granted=date(2015, 1, 1))
    >>> programmes.etablering.allowance(person, on=date(2016, 1, 1)).unit
    'calendar days'
    """

    limit: Limit | BenefitDayLimit = attrs.field(repr=False)
    on: date
    unit: str
    used: Bounds[int]
    left: Bounds[int] | None
    last_day: tuple[date | None, date] | None

    @property
    def known(self) -> bool:
        """Whether used and left are single numbers."""
        return self.used.known


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

    Examples
    --------
    >>> from dualib.conditions import days
    >>> from dualib.dates import months
    >>> from dualib.person import Person, Spell
    >>> limit = Limit(name=Text("längst", "at most"), counted=days("in_jobbgaranti"), length=months(15), citations=())
    >>> spell = Spell(date(2015, 1, 1), date(2015, 1, 10), "in_jobbgaranti")
    >>> person = Person(born=date(1995, 1, 1), spells=[spell], observed=(date(1995, 1, 1), date(2015, 1, 31)))
    >>> limit.allowance(Case(person, to_day(date(2015, 1, 31)))).used
    Bounds(low=10, high=10)
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
            raise BadInput(
                message(
                    "decisions/frame-of-another-kind",
                    name=self.frame_from,
                    kind=fact(self.frame_from).kind.words,
                )
            )

    def allowance(self, case: Case) -> Allowance:
        """Return what is used and left on the day asked about."""
        skipped: tuple[Spans, Spans] = (
            ((), ()) if self.skipping is None else self.skipping.spans(case)
        )
        certain, possible = self.counted.spans(case)
        born = case.value("born")
        if isinstance(
            born, int
        ):  # nobody takes part before birth: who is observed from then on is wholly known
            possible = union([*intersection(possible, ((born, LAST_DAY),)), *certain])
        known = intersection(certain, ((_LONG_AGO, case.on),))
        begun = known[0][0] if known else None
        firsts = self._firsts(
            intersection(possible, ((_LONG_AGO, case.on if begun is None else begun),))
        )
        courses = []
        for (
            first
        ) in firsts:  # the least and the most that may be used if the measure began that day
            courses.append(self._course(case, first, union([*certain, (first, first)]), skipped[1]))
            courses.append(self._course(case, first, possible, skipped[0]))
        if begun is None:  # perhaps it has not begun: then all is left, laid out from the next day
            tomorrow = from_day(case.on + 1)
            courses.append(_Course(0, to_day(self.length.after(tomorrow)) - to_day(tomorrow), None))
        ends = [course.last for course in courses if course.last is not None]
        endless = firsts[:1] == [_LONG_AGO]
        return Allowance(
            self,
            from_day(case.on),
            "calendar days",
            _range(course.used for course in courses),
            _range(course.left for course in courses),
            None
            if begun is None
            else (None if endless else from_day(min(ends)), from_day(max(ends))),
        )

    def _firsts(self, possible: Spans) -> list[int]:
        """Return the days on which the measure may have begun, of days alike in all that matters here only some.

        Later days use up less. So many days as months hold differs by a few days at most, and comes round in four
        years: only the earliest days can give the most used, only those of the latest four years the least.
        """
        early: list[int] = []
        late: list[int] = []
        periods = (self.length, self.most_skipped, self.frame)
        most = (
            _FOUR_YEARS
            if any(period is not None and period.unit == "months" for period in periods)
            else 1
        )
        for start, end in possible:
            early += range(start, min(end, start + _FEW - len(early)) + 1)
            if len(early) > _FEW:
                break
        for start, end in reversed(possible):
            late += range(end, max(start, end - most + len(late)) - 1, -1)
            if len(late) > most:
                break
        return sorted({*early, *late})

    def _course(self, case: Case, first: int, counted: Spans, skipped: Spans) -> _Course:
        """Return what is used and left if the measure began on ``first`` and these days count and are skipped."""
        counted = intersection(counted, ((first, LAST_DAY),))
        passed = intersection(counted, skipped)
        if self.most_skipped is not None:
            passed = _first_days(passed, to_day(self.most_skipped.after(from_day(first))) - first)
        counted = subtraction(counted, passed)
        used = count_within(counted, first, case.on)
        total = to_day(self.length.after(from_day(first))) - first
        last = case.on + total - used if used < total else _first_days(counted, total)[-1][1]
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
        return _Course(min(used, total), max(total - used, 0), last)


@attrs.frozen
class _Course:
    """One way in which days that are not known may turn out: days used and left, and the last day once begun."""

    used: int
    left: int
    last: int | None


def _range(numbers: Iterable[int]) -> Bounds[int]:
    found = list(numbers)
    return Bounds(min(found), max(found))


def _first_days(days: Spans, number: int) -> Spans:
    """Return the first ``number`` of the days."""
    found: list[tuple[int, int]] = []
    for start, end in days:
        if number <= 0:
            break
        found.append((start, min(end, start + number - 1)))
        number -= end - start + 1
    return tuple(found)


@attrs.frozen(kw_only=True)
class BenefitDayLimit:
    """A longest number of benefit days (five a week), read from a register of them; never turned into dates.

    ``fact`` names the number of benefit days used so far, and ``length`` the most there may be.

    Examples
    --------
    >>> from dualib.person import Person
    >>> limit = BenefitDayLimit(
    ...     name=Text("fas 3", "phase 3"), fact="benefit_days_in_jobbgaranti", length=450, citations=())
    >>> on = date(2015, 5, 31)
    >>> limit.allowance(Case(Person(benefit_days_in_jobbgaranti=120, as_of=on), to_day(on))).left
    Bounds(low=330, high=330)
    """

    name: Text
    fact: str
    length: int
    citations: tuple[Citation, ...]

    def __attrs_post_init__(self) -> None:
        if fact(self.fact).kind is not Kind.NUMBER:
            raise BadInput(
                message(
                    "decisions/used-of-another-kind",
                    name=self.fact,
                    kind=fact(self.fact).kind.words,
                )
            )

    def allowance(self, case: Case) -> Allowance:
        """Return what is used and left on the day asked about."""
        used = case.value(self.fact)
        assert not isinstance(used, str)
        on = from_day(case.on)
        if used is None:
            return Allowance(self, on, "benefit days", Bounds(0, None), None, None)
        left = max(self.length - used, 0)
        return Allowance(self, on, "benefit days", Bounds(used, used), Bounds(left, left), None)
