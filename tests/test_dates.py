"""Ages, months and windows against the calendar, day by day around every month end and leap day."""
# ruff: noqa: E501 - golden messages are long

import calendar
import itertools
from datetime import date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.dates import (
    MAX_AGE,
    NEVER_DAY,
    UNKNOWN_DAY,
    WHOLE_LIFE,
    Ends,
    LeapBirthday,
    Period,
    Window,
    add_months,
    birthday,
    birthday_cutoff,
    check_count,
    check_date,
    from_day,
    last_days,
    last_months,
    months,
    to_day,
    years,
)
from dualib.errors import BadInput

DAY = timedelta(days=1)
DATES = st.dates(date(1905, 1, 1), date(2150, 12, 31))
#: The days around every month end of a common, a leap, and a century year, and of the years beside them.
TURNS = [
    date(year, month, 1) + step * DAY
    for year in (1899, 1900, 1999, 2000, 2015, 2016)
    for month in range(1, 13)
    for step in (-2, -1, 0, 1)
]
EARLY, LATE = LeapBirthday.FEBRUARY_28, LeapBirthday.MARCH_1


def month_later(day: date) -> date:
    """The day of the same number in the next month, else that month's last day: by trying one day after another."""
    candidate = day.replace(day=28) + 4 * DAY
    found = candidate.replace(day=1)
    while found.day < day.day and (found + DAY).month == found.month:
        found += DAY
    return found


def months_from(day: date, count: int) -> date:
    """The day of the same number a count of months away, found by walking over the firsts of the months."""
    first = day.replace(day=1)
    for _ in range(abs(count)):
        first = (first + 31 * DAY).replace(day=1) if count > 0 else (first - DAY).replace(day=1)
    length = calendar.monthrange(first.year, first.month)[1]
    return first + (min(day.day, length) - 1) * DAY


def completed_years(born: date, on: date, leap: LeapBirthday) -> int:
    """The age by counting birthdays passed."""
    passed = 0
    for year in range(born.year + 1, on.year + 1):
        if born.month == 2 and born.day == 29 and not calendar.isleap(year):
            turned = date(year, 2, 28) if leap is EARLY else date(year, 3, 1)
        else:
            turned = date(year, born.month, born.day)
        passed += turned <= on
    return passed


def test_days_are_counted_from_1970() -> None:
    assert (to_day(date(1970, 1, 1)), to_day(date(1970, 1, 2)), to_day(date(1969, 12, 31))) == (
        0,
        1,
        -1,
    )
    assert to_day(date(2015, 5, 31)) == 16586
    assert from_day(0) == date(1970, 1, 1)
    assert from_day(np.int32(-1)) == date(1969, 12, 31)  # type: ignore[arg-type]
    assert (UNKNOWN_DAY, NEVER_DAY) == (-(2**31), 2**31 - 1)
    assert MAX_AGE == 150


@given(st.dates(), st.dates())
def test_days_keep_order_and_distance(one: date, other: date) -> None:
    assert from_day(to_day(one)) == one
    assert to_day(one) - to_day(other) == (one - other).days


@pytest.mark.parametrize("day", TURNS)
def test_months_around_every_turn(day: date) -> None:
    assert add_months(day, 0) == day
    assert add_months(day, 1) == month_later(day) == months_from(day, 1)
    for count in (-49, -13, -12, -11, -3, -2, -1, 1, 2, 3, 4, 11, 12, 13, 48, 49):
        found = add_months(day, count)
        assert found == months_from(day, count)
        assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == count
        assert found.day == day.day or (found.day < day.day and (found + DAY).day == 1)


@pytest.mark.parametrize("leap", LeapBirthday)
@pytest.mark.parametrize(
    "born",
    [
        date(year, *day)
        for year in (1995, 1996, 1999, 2000)
        for day in ((2, 27), (2, 28), (3, 1), (12, 31), (1, 1))
    ]
    + [date(1996, 2, 29), date(2000, 2, 29)],
)
def test_birthdays_in_leap_and_common_years(born: date, leap: LeapBirthday) -> None:
    for limit in range(31):
        turned = birthday(born, limit, leap=leap)
        assert turned.year == born.year + limit
        if (turned.month, turned.day) != (born.month, born.day):
            assert (born.month, born.day) == (2, 29)
            assert not calendar.isleap(turned.year)
            assert turned == (
                date(turned.year, 2, 28) if leap is EARLY else date(turned.year, 3, 1)
            )
        for step in (-1, 0, 1):
            on = turned + step * DAY
            if on < born:
                continue
            reached = step >= 0
            assert (completed_years(born, on, leap) >= limit) is reached
            assert (born <= birthday_cutoff(on, limit, leap=leap)) is reached


@pytest.mark.parametrize("leap", LeapBirthday)
@pytest.mark.parametrize("on", [day for day in TURNS if day.month in (2, 3)])
def test_a_cutoff_parts_the_old_enough_from_the_others(on: date, leap: LeapBirthday) -> None:
    for limit in (0, 1, 4, 16, 18, 20, 25, 30):
        cutoff = birthday_cutoff(on, limit, leap=leap)
        assert completed_years(cutoff, on, leap) >= limit
        assert cutoff == on or completed_years(cutoff + DAY, on, leap) < limit


def test_february_28_is_the_convention_unless_another_is_named() -> None:
    assert birthday(date(1996, 2, 29), 18) == date(2014, 2, 28)
    assert birthday_cutoff(date(2014, 2, 28), 18) == date(1996, 2, 29)


@pytest.mark.parametrize("on", TURNS)
@pytest.mark.parametrize("ends", Ends)
def test_windows_around_every_turn(on: date, ends: Ends) -> None:
    last = on if ends is Ends.ON else on - DAY
    for count in (1, 2, 30, 120):
        first, end = last_days(count).ending(ends).span(on)
        assert (end, (end - first).days + 1) == (last, count)
    for count in (1, 4, 12):
        first, end = last_months(count).ending(ends).span(on)
        assert (first - DAY, end) == (months_from(last, -count), last)


@pytest.mark.parametrize("end", TURNS)
def test_the_latest_start_of_months_that_have_passed(end: date) -> None:
    for count in (1, 2, 6, 14):
        first = months(count).latest_start(end)
        assert months_from(first, count) <= end < months_from(first + DAY, count)
    assert Period(30, "days").latest_start(end) == end - 30 * DAY


def test_ninety_in_a_hundred_and_twenty_days_is_ninety_in_four_months() -> None:
    for on, ends in itertools.product(
        (date(2015, 1, 1) + step * DAY for step in range(1461)), Ends
    ):
        in_days, in_months = (
            last_days(120).ending(ends).span(on),
            last_months(4).ending(ends).span(on),
        )
        assert in_days[1] == in_months[1]
        assert in_days[0] >= in_months[0]


def test_conventions_are_named_as_receipts_name_them() -> None:
    assert [leap.value for leap in LeapBirthday] == ["february_28", "march_1"]
    assert [ends.value for ends in Ends] == ["on", "day_before"]


def test_lengths_of_time_are_data() -> None:
    assert months(12) == years(1) == Period(12, "months") != Period(12, "days")
    assert years(2).after(date(2016, 2, 29)) == date(2018, 2, 28)
    assert last_days(120) == Window(Period(120, "days"))
    assert last_months(4) == Window(months(4))
    assert last_days(1).ending(Ends.ON).ending(Ends.DAY_BEFORE) == last_days(1).ending(
        Ends.DAY_BEFORE
    )
    assert last_days(1).ends is None
    assert WHOLE_LIFE.length == years(100)
    assert WHOLE_LIFE.ends is None
    assert (months(1200), years(100)) == (Period(1200, "months"),) * 2
    assert last_days(36525).length.count == 36525
    assert last_days(np.int64(3)).length == Period(3, "days")  # type: ignore[arg-type]
    assert len({months(3), Period(3, "months"), last_months(3).length}) == 1


@given(st.integers(-5, 5), st.integers(-5, 5), st.none() | st.integers(-5, 5))
def test_whole_numbers_within_bounds(value: int, least: int, most: int | None) -> None:
    fits = value >= least and (most is None or value <= most)
    for given_value in (value, np.int32(value)):
        if fits:
            found = check_count(given_value, "rows", least=least, most=most)
            assert (found, type(found)) == (value, int)
        else:
            bound = f"of at least {least}" if most is None else f"from {least} to {most}"
            with pytest.raises(BadInput) as error:
                check_count(given_value, "rows", least=least, most=most)
            assert str(error.value) == f"rows is {value}: expected a whole number {bound}"


def test_no_less_than_none_unless_said() -> None:
    assert check_count(0, "rows") == 0
    with pytest.raises(BadInput, match=r"^rows is -1: expected a whole number of at least 0$"):
        check_count(-1, "rows")


NO_END = "the window has no named end: expected the day asked about or the day before it; write ends=Ends.ON or ends=Ends.DAY_BEFORE"
BAD = [
    (lambda: check_count(True, "rows"), "rows is True: expected a whole number"),
    (lambda: check_count("3", "rows"), "rows is '3': expected a whole number"),
    (lambda: check_count(3.0, "rows"), "rows is 3.0: expected a whole number"),
    (lambda: check_count(None, "rows"), "rows is None: expected a whole number"),
    (
        lambda: check_date("2015-05-31", "on"),
        "on is '2015-05-31': expected a date; write date(2015, 5, 31)",
    ),
    (
        lambda: check_date(datetime(2015, 5, 31), "on"),  # noqa: DTZ001
        "on is 2015-05-31T00:00:00: expected a date; write date(2015, 5, 31)",
    ),
    (lambda: to_day(None), "day is None: expected a date; write date(2015, 5, 31)"),
    (lambda: Period(0, "days"), "count is 0: expected a whole number of at least 1"),
    (lambda: Period(1.5, "days"), "count is 1.5: expected a whole number"),
    (lambda: Period(1, "years"), "unit is 'years': expected 'days' or 'months'"),
    (lambda: months(0), "count is 0: expected a whole number from 1 to 1200"),
    (lambda: months(1201), "count is 1201: expected a whole number from 1 to 1200"),
    (lambda: years(0), "count is 0: expected a whole number from 1 to 100"),
    (lambda: years(101), "count is 101: expected a whole number from 1 to 100"),
    (lambda: last_days(0), "count is 0: expected a whole number from 1 to 36525"),
    (lambda: last_days(36526), "count is 36526: expected a whole number from 1 to 36525"),
    (lambda: last_months(0), "count is 0: expected a whole number from 1 to 1200"),
    (
        lambda: Window(4),
        "length is 4: expected a number of days or months; write last_days(120) or last_months(4)",
    ),
    (
        lambda: Window(months(4), "on"),
        "ends is 'on': expected the day asked about or the day before it; write Ends.ON or Ends.DAY_BEFORE",
    ),
    (
        lambda: last_days(120).ending("on"),
        "ends is 'on': expected the day asked about or the day before it; write Ends.ON or Ends.DAY_BEFORE",
    ),
    *(
        (
            lambda ask=ask: ask(date(2014, 2, 28), 18, leap="february_28"),
            "leap is 'february_28': expected 28 February or 1 March, the birthday in common years; write LeapBirthday.FEBRUARY_28 or LeapBirthday.MARCH_1",
        )
        for ask in (birthday, birthday_cutoff)
    ),
    (lambda: last_days(3).span(date(2015, 5, 31)), NO_END),
]


@pytest.mark.parametrize(("call", "message"), BAD, ids=[message[:40] for _, message in BAD])
def test_what_cannot_be_used_is_told(call: object, message: str) -> None:
    with pytest.raises(BadInput) as error:
        call()  # type: ignore[operator]
    assert str(error.value) == message
