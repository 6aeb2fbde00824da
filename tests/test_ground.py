"""The ground: three answers, dates by named conventions, two languages, errors that help, sources."""
# ruff: noqa: E501 - golden messages are long

import copy
import itertools
import pickle
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib import NO, UNKNOWN, YES, BadData, BadInput, Ends, LeapBirthday, Verdict
from dualib.arrays import (
    after_days,
    as_verdicts,
    before_days,
    birthday_cutoffs,
    to_days,
    window_spans,
)
from dualib.dates import (
    NEVER_DAY,
    UNKNOWN_DAY,
    Period,
    Window,
    add_months,
    birthday,
    birthday_cutoff,
    check_count,
    from_day,
    last_days,
    last_months,
    months,
    to_day,
    years,
)
from dualib.errors import Problem, suggestion
from dualib.language import Text, check_language, listing, written_date, written_number
from dualib.sources import NOT_IN_SOURCE, Citation, Confidence
from dualib.testing import days_near
from dualib.testing.oracle import age_on, months_after
from dualib.verdicts import VERDICT_WORDS, all_of, any_of

DAY = timedelta(days=1)
DATES = st.dates(date(1900, 1, 1), date(2150, 12, 31)) | days_near()


def test_three_answers_combine_as_kleene_says() -> None:
    for one, other in itertools.product(Verdict, repeat=2):
        assert one & other is Verdict(min(one, other)) is all_of([one, other])
        assert one | other is Verdict(max(one, other)) is any_of([one, other])
        assert ~(one & other) is (~one | ~other)
        assert int(one) & other is (one & other)
        assert int(one) | other is (one | other)
        assert copy.deepcopy(one) is one
    assert (all_of([]), any_of([])) == (YES, NO)
    assert ~UNKNOWN is UNKNOWN
    assert [VERDICT_WORDS[verdict].en for verdict in Verdict] == ["no", "unknown", "yes"]
    assert as_verdicts([True, False, True], [True, True, False]).tolist() == [1, -1, 0]
    assert as_verdicts(True).dtype == np.int8


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)))
def test_days_are_numbers_and_back(day: date) -> None:
    assert from_day(to_day(day)) == day
    assert to_days(np.array([day, "NaT"], dtype="datetime64[D]")).tolist() == [
        to_day(day),
        UNKNOWN_DAY,
    ]
    assert UNKNOWN_DAY < to_day(day) < NEVER_DAY


@given(DATES, st.integers(-600, 600))
def test_months_are_counted_as_the_oracle_counts(day: date, count: int) -> None:
    assert add_months(day, count) == months_after(day, count)
    if count > 0:
        period = months(count)
        days = np.array([to_day(day)], np.int32)
        assert period.after(day) == months_after(day, count)
        assert period.before(day) == months_after(day, -count)
        assert after_days(period, days).tolist() == [to_day(period.after(day))]
        assert before_days(period, days).tolist() == [to_day(period.before(day))]


@given(DATES, st.integers(1, 1000))
def test_days_are_counted_one_by_one(day: date, count: int) -> None:
    period = Period(count, "days")
    days = np.array([to_day(day)], np.int32)
    assert period.after(period.before(day)) == day
    assert (day - period.before(day)).days == count
    assert after_days(period, before_days(period, days)).tolist() == days.tolist()


@given(DATES, DATES, st.sampled_from(LeapBirthday), st.integers(0, 100))
def test_a_birthday_and_its_cutoff_agree_with_the_age(
    born: date, on: date, leap: LeapBirthday, limit: int
) -> None:
    attained = birthday(born, limit, leap=leap)
    assert age_on(born, attained, leap) == limit
    assert age_on(born, attained - DAY, leap) == limit - 1
    assert (born <= birthday_cutoff(on, limit, leap=leap)) is (age_on(born, on, leap) >= limit)
    days = np.array([to_day(on), to_day(on + DAY)], np.int32)
    expected = [to_day(birthday_cutoff(day, limit, leap=leap)) for day in (on, on + DAY)]
    assert birthday_cutoffs(days, limit, leap=leap).tolist() == expected


@pytest.mark.parametrize(
    ("on", "leap", "cutoff"),
    [
        (date(2014, 2, 28), LeapBirthday.FEBRUARY_28, date(1996, 2, 29)),
        (date(2014, 2, 28), LeapBirthday.MARCH_1, date(1996, 2, 28)),
        (date(2014, 3, 1), LeapBirthday.MARCH_1, date(1996, 3, 1)),
        (date(2014, 2, 27), LeapBirthday.FEBRUARY_28, date(1996, 2, 27)),
        (date(2012, 2, 29), LeapBirthday.FEBRUARY_28, date(1994, 2, 28)),
        (date(2012, 2, 28), LeapBirthday.FEBRUARY_28, date(1994, 2, 28)),
        (date(2012, 3, 1), LeapBirthday.MARCH_1, date(1994, 3, 1)),
    ],
)
def test_who_is_eighteen_around_leap_days(on: date, leap: LeapBirthday, cutoff: date) -> None:
    assert birthday_cutoff(on, 18, leap=leap) == cutoff


@given(DATES, st.integers(1, 60), st.sampled_from(Ends))
def test_windows_hold_both_their_ends(on: date, count: int, ends: Ends) -> None:
    last = on if ends is Ends.ON else on - DAY
    assert last_days(count).ending(ends).span(on) == (last - (count - 1) * DAY, last)
    window = last_months(count).ending(ends)
    assert window.span(on) == (months_after(last, -count) + DAY, last)
    first_days, last_day = window_spans(window, np.array([to_day(on)], np.int32))
    assert (from_day(int(first_days[0])), from_day(int(last_day[0]))) == window.span(on)


def test_the_law_of_the_window() -> None:
    """120 days lie in every four months, so that 90 in 120 days are 90 in four months."""
    on = date(2011, 1, 1)
    while on < date(2016, 1, 1):
        assert (
            last_months(4).ending(Ends.ON).span(on)[0] <= last_days(120).ending(Ends.ON).span(on)[0]
        )
        on += DAY


BAD = [
    (
        lambda: bool(YES),
        "a verdict is neither true nor false (here YES); write `verdict is Verdict.YES`, or count UNKNOWN on the side you mean",
    ),
    (
        lambda: to_day(datetime(2015, 5, 31)),  # noqa: DTZ001
        "day is 2015-05-31T00:00:00: expected a date; write date(2015, 5, 31)",
    ),
    (lambda: months(0), "count is 0: expected a whole number from 1 to 1200"),
    (lambda: years(101), "count is 101: expected a whole number from 1 to 100"),
    (lambda: months(1.5), "count is 1.5: expected a whole number"),
    (lambda: last_days(0), "count is 0: expected a whole number from 1 to 36525"),
    (lambda: check_count(-1, "rows"), "rows is -1: expected a whole number of at least 0"),
    (lambda: Period(3, "weeks"), "unit is 'weeks': expected 'days' or 'months'"),
    (lambda: Period(0, "days"), "count is 0: expected a whole number of at least 1"),
    (
        lambda: Window(120),
        "length is 120: expected a number of days or months; write last_days(120) or last_months(4)",
    ),
    (
        lambda: last_days(1).span(date(2015, 5, 31)),
        "the window has no named end: expected the day asked about or the day before it; write ends=Ends.ON or ends=Ends.DAY_BEFORE",
    ),
    (
        lambda: window_spans(last_days(1), np.array([1], np.int32)),
        "the window has no named end: expected the day asked about or the day before it; write ends=Ends.ON or ends=Ends.DAY_BEFORE",
    ),
    (lambda: check_language("se"), "language is 'se': expected 'sv' or 'en'."),
    (
        lambda: Text("a", "b").say("eng"),
        "language is 'eng': expected 'sv' or 'en'. Did you mean 'en'?",
    ),
    (
        lambda: Citation("", "5 §", Confidence.VERIFIED, date(2026, 1, 1)),
        "source of a citation is empty: expected where the rule is to be found",
    ),
    (
        lambda: Citation("SFS 2007:813", "", Confidence.VERIFIED, date(2026, 1, 1)),
        "place of a citation is empty: expected where the rule is to be found",
    ),
]


@pytest.mark.parametrize(("call", "message"), BAD, ids=[message[:40] for _, message in BAD])
def test_what_cannot_be_used_is_told(call: object, message: str) -> None:
    with pytest.raises(BadInput) as error:
        call()  # type: ignore[operator]
    assert str(error.value) == message


@given(st.fractions(min_value=-(10**9), max_value=10**9), st.integers(0, 4))
def test_numbers_are_written_with_each_languages_signs(value: Fraction, decimals: int) -> None:
    sv, en = (
        written_number(value, "sv", decimals=decimals),
        written_number(value, "en", decimals=decimals),
    )
    read = Fraction(en.replace(",", "").replace("\N{MINUS SIGN}", "-"))
    assert abs(read - value) <= Fraction(1, 2 * 10**decimals)
    assert sv.replace("\N{NO-BREAK SPACE}", "").replace(",", ".") == en.replace(",", "")


def test_numbers_are_rounded_half_away_from_zero() -> None:
    halves = [Fraction(1, 2), Fraction(-1, 2), Decimal("2.5"), Fraction(-1, 4), 12345]
    assert [written_number(value, "en") for value in halves] == ["1", "−1", "3", "0", "12,345"]
    assert written_number(Fraction(53, 4), "sv", decimals=1) == "13,3"


def test_lists_and_dates_are_written_as_each_language_does() -> None:
    assert [listing(list("abc")[:n], "sv") for n in range(4)] == ["", "a", "a och b", "a, b och c"]
    assert listing(["a", "b", "c"], "en", last="or") == "a, b or c"
    assert [written_date(date(2015, month, 1), "sv").split()[1] for month in (1, 5, 12)] == [
        "januari",
        "maj",
        "december",
    ]
    assert written_date(date(2015, 2, 3), "en") == "3 February 2015"


def test_faults_are_told_together() -> None:
    error = BadData([Problem("a.csv", "is odd", row=2), Problem("a.csv", "is empty")] * 2)
    assert len(error.problems) == 4
    assert str(error) == "4 problems:\n  a.csv, row 2: is odd\n  a.csv: is empty"
    assert error.text("sv") == "4 fel:\n  a.csv, rad 2: is odd\n  a.csv: is empty"
    assert str(BadData([Problem("a.csv", "is empty")])) == "1 problem:\n  a.csv: is empty"
    assert suggestion("SEX", ["born", "sex"]) == " Did you mean 'sex'?"
    assert suggestion("zzz", ["born"]) == ""


def test_a_citation_says_where_the_rule_stands() -> None:
    cited = Citation("SFS 2007:813", "5 §", Confidence.MEMORY, date(2026, 1, 1))
    assert str(cited) == "SFS 2007:813, 5 §"
    assert repr(NOT_IN_SOURCE) == "NOT_IN_SOURCE"
    assert pickle.loads(pickle.dumps(cited)) == cited
    assert all(mark.words.sv and mark.words.en for mark in Confidence)
