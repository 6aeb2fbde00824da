"""Ages, months and windows, each Swedish convention named and cited.

Days are counted as whole numbers since 1970-01-01 (``int32`` in arrays). Two numbers are reserved: :data:`UNKNOWN_DAY`
for a date nobody knows, and :data:`NEVER_DAY` for an event known not to have happened.

Conventions
-----------
* An age is attained at the start of the birthday. A range ``[lo, below)`` holds its first birthday, not its last.
* Counting months or years ends on the day of the same number; where the end month has no such day, on its last day
  (lag 1930:173 om beräkning av lagstadgad tid, 1 §). Counting backwards is done by the same rule, as an analogy.
* Born on 29 February: the age is attained on 28 February in common years, by the same analogy. It is a parameter,
  :class:`LeapBirthday`, since no Swedish provision on it was found.
"""

from __future__ import annotations

import calendar
import enum
from datetime import date, timedelta
from typing import Final, Literal

import attrs

from dualib.errors import BadInput
from dualib.messages import message
from dualib.scalars import plain

__all__ = [
    "MAX_AGE",
    "NEVER_DAY",
    "UNKNOWN_DAY",
    "WHOLE_LIFE",
    "Ends",
    "LeapBirthday",
    "Period",
    "Window",
    "add_months",
    "birthday",
    "birthday_cutoff",
    "check_count",
    "check_date",
    "check_leap_birthday",
    "from_day",
    "last_days",
    "last_months",
    "months",
    "to_day",
    "years",
]

UNKNOWN_DAY: Final = -(2**31)
NEVER_DAY: Final = 2**31 - 1
_EPOCH = date(1970, 1, 1).toordinal()
MAX_AGE: Final = 150


class LeapBirthday(enum.Enum):
    """The day on which a person born on 29 February attains an age in a common year.

    >>> from datetime import date
    >>> [birthday(date(1996, 2, 29), 18, leap=leap).isoformat() for leap in LeapBirthday]
    ['2014-02-28', '2014-03-01']
    """

    FEBRUARY_28 = "february_28"
    MARCH_1 = "march_1"


class Ends(enum.Enum):
    """The last day of a window: the day asked about, or the day before it. There is no default.

    >>> from datetime import date
    >>> [str(last_days(120).ending(ends).span(date(2015, 5, 31))[1]) for ends in Ends]
    ['2015-05-31', '2015-05-30']
    """

    ON = "on"
    DAY_BEFORE = "day_before"


def check_date(value: object, name: str) -> date:
    """Return ``value`` if it is a plain date; a datetime or a text is refused, since each hides a choice.

    Raises
    ------
    BadInput
        If it is none; the message begins with ``name``.

    Examples
    --------
    >>> check_date(date(2015, 5, 31), "on")
    datetime.date(2015, 5, 31)
    """
    if type(value) is not date:
        raise BadInput(message("ground/not-a-date", name=name, value=value))
    return value


def check_leap_birthday(value: object) -> LeapBirthday:
    """Return ``value`` if it is a :class:`LeapBirthday`: its name as text would be read as the other day.

    Raises
    ------
    BadInput
        If it is none.

    Examples
    --------
    >>> check_leap_birthday(LeapBirthday.MARCH_1).value
    'march_1'
    """
    if not isinstance(value, LeapBirthday):
        raise BadInput(message("ground/not-a-leap-birthday", value=value))
    return value


def check_count(value: object, name: str, *, least: int = 0, most: int | None = None) -> int:
    """Return ``value`` if it is a whole number of at least ``least`` and at most ``most``.

    Raises
    ------
    BadInput
        If it is none, or out of bounds; the message begins with ``name``.

    Examples
    --------
    >>> check_count(3, "days", least=1)
    3
    """
    number = plain(value)
    if isinstance(number, bool) or not isinstance(number, int):
        raise BadInput(message("ground/not-whole", name=name, value=value))
    if most is None and number < least:
        raise BadInput(message("ground/too-small", name=name, value=number, least=least))
    if most is not None and not least <= number <= most:
        raise BadInput(
            message("ground/out-of-bounds", name=name, value=number, least=least, most=most)
        )
    return int(number)


def to_day(day: date) -> int:
    """Return the number of days from 1970-01-01 to ``day``.

    Raises
    ------
    BadInput
        If it is not a plain date.

    Examples
    --------
    >>> to_day(date(1970, 1, 2))
    1
    """
    return check_date(day, "day").toordinal() - _EPOCH


def from_day(day: int) -> date:
    """Return the date ``day`` days after 1970-01-01.

    >>> from_day(16586)
    datetime.date(2015, 5, 31)
    """
    return date.fromordinal(int(day) + _EPOCH)


def add_months(day: date, count: int) -> date:
    """Return the day of the same number ``count`` months later (earlier if negative), clamped to the month's last day.

    Source: lag (1930:173) 1 §; backwards by analogy.

    >>> add_months(date(2015, 3, 31), -1), add_months(date(2016, 2, 29), 12)
    (datetime.date(2015, 2, 28), datetime.date(2017, 2, 28))
    """
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def birthday(born: date, age: int, *, leap: LeapBirthday = LeapBirthday.FEBRUARY_28) -> date:
    """Return the day on which a person born on ``born`` attains ``age``.

    Source: for 28 February in common years lag (1930:173) 1 §, by analogy; no provision on it was found.

    Raises
    ------
    BadInput
        If ``leap`` is not a :class:`LeapBirthday`.

    Examples
    --------
    >>> birthday(date(1996, 2, 29), 18)
    datetime.date(2014, 2, 28)
    >>> birthday(date(1996, 2, 29), 18, leap=LeapBirthday.MARCH_1)
    datetime.date(2014, 3, 1)
    """
    year, early = born.year + age, check_leap_birthday(leap) is LeapBirthday.FEBRUARY_28
    if born.month == 2 and born.day == 29 and not calendar.isleap(year):
        return date(year, 2, 28) if early else date(year, 3, 1)
    return date(year, born.month, born.day)


def birthday_cutoff(on: date, age: int, *, leap: LeapBirthday = LeapBirthday.FEBRUARY_28) -> date:
    """Return the latest birth date of those who have attained ``age`` on the day ``on``.

    Comparing birth dates with this one day answers "has turned ``age``" without computing any age.

    Raises
    ------
    BadInput
        If ``leap`` is not a :class:`LeapBirthday`.

    Examples
    --------
    >>> birthday_cutoff(date(2014, 2, 28), 18)
    datetime.date(1996, 2, 29)
    """
    year, early = on.year - age, check_leap_birthday(leap) is LeapBirthday.FEBRUARY_28
    if on.month == 2 and on.day == 28 and calendar.isleap(year) and not calendar.isleap(on.year):
        return date(year, 2, 29 if early else 28)
    if on.month == 2 and on.day == 29 and not calendar.isleap(year):
        return date(year, 2, 28)
    return date(year, on.month, on.day)


@attrs.frozen
class Period:
    """A length of time in months (years are twelve) or in days. The two units never convert into each other.

    Examples
    --------
    >>> Period(1, "months").after(date(2015, 1, 31)), Period(30, "days").after(date(2015, 1, 31))
    (datetime.date(2015, 2, 28), datetime.date(2015, 3, 2))
    """

    count: int
    unit: Literal["days", "months"]

    def __attrs_post_init__(self) -> None:
        check_count(self.count, "count", least=1)
        if self.unit not in ("days", "months"):
            raise BadInput(
                message(
                    "ground/not-one-of", name="unit", value=self.unit, choices=("days", "months")
                )
            )

    def before(self, day: date) -> date:
        """Return the day this much earlier."""
        return self._moved(day, -self.count)

    def after(self, day: date) -> date:
        """Return the day this much later."""
        return self._moved(day, self.count)

    def latest_start(self, end: date) -> date:
        """Return the latest first day of a stretch that is this long when the day ``end`` begins.

        Months are counted forwards from the first day, as 1 § of lag (1930:173) does.

        >>> months(6).latest_start(date(2019, 3, 1)), months(6).latest_start(date(2019, 2, 28))
        (datetime.date(2018, 9, 1), datetime.date(2018, 8, 31))
        """
        # Where the month of either day is the shorter, the other count goes too far back.
        return max(self.before(end), self.before(end + timedelta(days=1)) - timedelta(days=1))

    def _moved(self, day: date, count: int) -> date:
        return day + timedelta(days=count) if self.unit == "days" else add_months(day, count)


def months(count: int) -> Period:
    """Return a period of calendar months.

    Raises
    ------
    BadInput
        If ``count`` is not a whole number from 1 to 1200.

    Examples
    --------
    >>> months(4).before(date(2015, 5, 31))
    datetime.date(2015, 1, 31)
    """
    return Period(check_count(count, "count", least=1, most=1200), "months")


def years(count: int) -> Period:
    """Return a period of calendar years.

    Raises
    ------
    BadInput
        If ``count`` is not a whole number from 1 to 100.

    Examples
    --------
    >>> years(1).before(date(2016, 2, 29))
    datetime.date(2015, 2, 28)
    """
    return Period(12 * check_count(count, "count", least=1, most=100), "months")


@attrs.frozen
class Window:
    """A stretch of days that ends on a named day and holds both its ends.

    >>> last_days(120) == Window(Period(120, "days"))
    True
    """

    length: Period
    ends: Ends | None = None

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.length, Period):
            raise BadInput(message("ground/not-a-window", name="length", value=self.length))
        if self.ends is not None and not isinstance(
            self.ends, Ends
        ):  # a text would be read as the other end
            raise BadInput(message("ground/not-an-end", value=self.ends))

    def ending(self, ends: Ends) -> Window:
        """Return the window with its end named.

        Raises
        ------
        BadInput
            If ``ends`` is not an end.
        """
        return attrs.evolve(self, ends=ends)

    def span(self, on: date) -> tuple[date, date]:
        """Return the first and the last day (both inclusive) when the question is about ``on``.

        A window of days holds exactly that many days. A window of months starts the day after the day of the same
        number that many months before its last day.

        Raises
        ------
        BadInput
            If the window has no named end.

        Examples
        --------
        >>> last_days(120).ending(Ends.ON).span(date(2015, 5, 31))
        (datetime.date(2015, 2, 1), datetime.date(2015, 5, 31))
        >>> last_months(4).ending(Ends.ON).span(date(2015, 5, 31))
        (datetime.date(2015, 2, 1), datetime.date(2015, 5, 31))
        """
        last = on if self.named_end() is Ends.ON else on - timedelta(days=1)
        return self.length.before(last) + timedelta(days=1), last

    def named_end(self) -> Ends:
        """Return the end of the window.

        Raises
        ------
        BadInput
            If the window has no named end.
        """
        if self.ends is None:
            raise BadInput(message("ground/no-end"))
        return self.ends


def last_days(count: int) -> Window:
    """Return a window of ``count`` days; its end is named where it is used.

    Raises
    ------
    BadInput
        If ``count`` is not a whole number from 1 to 36525.

    Examples
    --------
    >>> last_days(120).length
    Period(count=120, unit='days')
    """
    return Window(Period(check_count(count, "count", least=1, most=36525), "days"))


def last_months(count: int) -> Window:
    """Return a window of ``count`` calendar months; its end is named where it is used.

    Raises
    ------
    BadInput
        If ``count`` is not a whole number from 1 to 1200.

    Examples
    --------
    >>> last_months(4).length
    Period(count=4, unit='months')
    """
    return Window(months(count))


#: All days of a life up to the window's end: a hundred years.
WHOLE_LIFE: Final = Window(years(100))
