"""Arrays of days and verdicts: their types, each element as single ones are, and read-only."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.arrays import (
    after_days,
    as_verdicts,
    before_days,
    birthday_cutoffs,
    read_only,
    to_days,
    window_spans,
)
from dualib.dates import (
    UNKNOWN_DAY,
    Ends,
    LeapBirthday,
    Period,
    birthday_cutoff,
    last_days,
    last_months,
    months,
    to_day,
)
from dualib.errors import BadInput

DATES = st.dates(date(1905, 1, 1), date(2150, 12, 31))
#: The days around every month end of a common, a leap, and a century year, and of the years beside them.
TURNS = [
    date(year, month, 1) + timedelta(step)
    for year in (1899, 1900, 1999, 2000, 2015, 2016)
    for month in range(1, 13)
    for step in (-2, -1, 0, 1)
]


def test_read_only_keeps_the_array_and_refuses_changes() -> None:
    values = np.arange(3)
    assert read_only(values) is values
    with pytest.raises(ValueError, match="read-only"):
        values[0] = 1
    for other in (None, range(3), (1, 2)):
        assert read_only(other) is other


def test_days_are_int32_and_verdicts_int8() -> None:
    days = to_days(np.array(["2015-05-31", "NaT"], dtype="datetime64[ns]"))
    assert days.dtype == np.int32
    for unit in ("days", "months"):
        period = Period(1, unit)  # type: ignore[arg-type]
        assert before_days(period, days[:1]).dtype == after_days(period, days[:1]).dtype == np.int32
    assert as_verdicts([True, False], [True, False]).dtype == np.int8


def test_stamps_of_other_units_are_read_as_days() -> None:
    assert to_days(np.array(["2015-05-31T23:59", "NaT"], dtype="datetime64[m]")).tolist() == [
        16586,
        UNKNOWN_DAY,
    ]
    assert to_days(["1970-01-02"]).tolist() == [1]
    assert to_days(np.array([], dtype="datetime64[D]")).tolist() == []


@given(st.lists(DATES, max_size=5), st.integers(1, 1200))
def test_arrays_of_days_move_as_single_ones(days: list[date], count: int) -> None:
    numbers = np.array([to_day(day) for day in days], dtype=np.int32)
    for period in (Period(count, "months"), Period(count, "days")):
        early, late = before_days(period, numbers), after_days(period, numbers)
        assert early.dtype == late.dtype == np.int32
        assert early.tolist() == [to_day(period.before(day)) for day in days]
        assert late.tolist() == [to_day(period.after(day)) for day in days]


@pytest.mark.parametrize("count", [1, 2, 12, 13])
def test_arrays_move_around_every_turn(count: int) -> None:
    numbers = np.array([to_day(day) for day in TURNS], dtype=np.int32)
    period = months(count)
    assert after_days(period, numbers).tolist() == [to_day(period.after(day)) for day in TURNS]
    assert before_days(period, numbers).tolist() == [to_day(period.before(day)) for day in TURNS]


@given(st.lists(DATES, max_size=6), st.integers(0, 100), st.sampled_from(LeapBirthday))
def test_cutoffs_of_many_days(days: list[date], limit: int, leap: LeapBirthday) -> None:
    numbers = np.array([to_day(day) for day in [*days, *days]], np.int32)
    found = birthday_cutoffs(numbers, limit, leap=leap)
    assert found.dtype == np.int32
    assert found.tolist() == [
        to_day(birthday_cutoff(day, limit, leap=leap)) for day in [*days, *days]
    ]


@pytest.mark.parametrize("leap", LeapBirthday)
def test_cutoffs_of_many_days_around_every_turn(leap: LeapBirthday) -> None:
    numbers = np.array([to_day(day) for day in TURNS], np.int32)
    for limit in (0, 1, 4, 16, 25):
        found = birthday_cutoffs(numbers, limit, leap=leap)
        assert found.tolist() == [to_day(birthday_cutoff(day, limit, leap=leap)) for day in TURNS]


@given(st.lists(DATES, max_size=4), st.integers(1, 1200), st.sampled_from(Ends))
def test_windows_of_many_days(days: list[date], count: int, ends: Ends) -> None:
    numbers = np.array([to_day(day) for day in days], np.int32)
    for made in (last_days(count), last_months(count)):
        window = made.ending(ends)
        first, last = window_spans(window, numbers)
        assert first.dtype == last.dtype == np.int32
        single = [window.span(day) for day in days]
        assert list(zip(first.tolist(), last.tolist(), strict=True)) == [
            (to_day(a), to_day(b)) for a, b in single
        ]


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=8))
def test_arrays_of_answers_and_of_what_is_known(rows: list[tuple[bool, bool]]) -> None:
    yes, known = (np.array([row[place] for row in rows], dtype=bool) for place in (0, 1))
    found = as_verdicts(yes, known)
    assert found.dtype == np.int8
    assert found.tolist() == [(1 if row[0] else -1) if row[1] else 0 for row in rows]
    assert as_verdicts(yes).tolist() == [1 if answer else -1 for answer in yes]
    assert as_verdicts(yes, False).tolist() == [0] * len(rows)


def test_one_answer_or_a_table_of_them() -> None:
    assert as_verdicts(True).shape == ()
    assert [int(as_verdicts(yes, known)) for yes in (False, True) for known in (False, True)] == [
        0,
        -1,
        0,
        1,
    ]
    table = as_verdicts(np.array([[True], [False]]), np.array([True, False, True]))
    assert table.tolist() == [[1, 0, 1], [-1, 0, -1]]
    assert as_verdicts([0, 2, 5]).tolist() == [-1, 1, 1]


@given(st.lists(DATES, max_size=5))
def test_days_of_stamps(days: list[date]) -> None:
    stamps = to_days(np.array([*days, "NaT"], dtype="datetime64[D]"))
    assert stamps.tolist() == [*map(to_day, days), UNKNOWN_DAY]


def test_february_28_is_the_convention_unless_another_is_named() -> None:
    on = np.array([to_day(date(2014, 2, 28))], np.int32)
    assert birthday_cutoffs(on, 18).tolist() == [to_day(date(1996, 2, 29))]


def test_a_window_without_an_end_is_refused() -> None:
    with pytest.raises(BadInput, match="the window has no named end"):
        window_spans(last_months(3), np.array([0], np.int32))
