"""Conditions on one fact, one person and many, against the calendar and plain comparisons; and what each tells."""

import calendar
import itertools
from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.conditions import (
    Case,
    Condition,
    DateFinding,
    ValueFinding,
    age,
    at_least,
    before,
    happened,
    has,
    on_or_after,
    one_of,
    within,
)
from dualib.conditions.base import Atom
from dualib.conditions.dates import (
    AGE_POINTS,
    EARLIEST,
    LATEST,
    Age,
    DateInterval,
    Happened,
    Within,
)
from dualib.conditions.values import AtLeast, Has, OneOf
from dualib.dates import LeapBirthday, Period, months, to_day, years
from dualib.engine import View, answers
from dualib.person import Person
from dualib.register import Register
from dualib.verdicts import NO, UNKNOWN, YES, Verdict
from dualib.vocabulary import DISABILITY_CODES, FACTS, NEVER, FactValue, Kind

DAY = timedelta(days=1)
TURNS = [date(year, 3, 1) + step * DAY for year in (2015, 2016) for step in range(-3, 2)] + [
    date(2015, month, 1) + step * DAY for month in (1, 5, 6, 9) for step in (-2, -1, 0)
]
BIRTHS = [
    date(year, 3, 1) + step * DAY for year in (1995, 1996, 1999, 2000) for step in range(-3, 2)
]
BIRTHS += [date(1999, 12, 31), date(2000, 1, 1), date(1999, 5, 31), date(1999, 6, 1)]


def asked(
    condition: Condition,
    persons: Sequence[Person],
    on: date,
    leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
) -> list[Verdict]:
    """Ask about each person alone, and hold all ways to ask about many against it."""
    cases = [Case(person, to_day(on), leap=leap) for person in persons]
    found = [condition.answer(case) for case in cases]
    assert [condition.reason(case).verdict for case in cases] == found
    register = Register.from_persons(persons)
    for day in (to_day(on), np.full(len(persons), to_day(on), np.int32)):
        many = answers(condition, View(register, day, leap=leap))
        assert many.dtype == np.int8
        assert many.tolist() == found
    return found


def reference(on: date, at: str) -> date:
    last = calendar.monthrange(on.year, on.month)[1]
    return {
        "day": on,
        "decision": on,
        "calendar_year": date(on.year, 12, 31),
        "start_of_year": date(on.year, 1, 1),
        "statistics_date": date(on.year, on.month, last),
    }[at]


def years_old(born: date, on: date, leap: LeapBirthday) -> int:
    turned = (born.month, born.day)
    if turned == (2, 29) and not calendar.isleap(on.year):
        turned = (2, 28) if leap is LeapBirthday.FEBRUARY_28 else (3, 1)
    return on.year - born.year - ((on.month, on.day) < turned)


@pytest.mark.parametrize("leap", LeapBirthday)
@pytest.mark.parametrize("at", AGE_POINTS)
def test_ages_at_every_point_around_leap_days(at: str, leap: LeapBirthday) -> None:
    persons = [Person(born=born) for born in BIRTHS] + [Person()]
    for on, (lo, below) in itertools.product(
        TURNS, [(16, 20), (16, None), (19, 20), (0, 16), (15, 17)]
    ):
        condition = age(lo, below=below, at=at)  # type: ignore[arg-type]
        on_which = reference(on, at)
        ages = [years_old(born, on_which, leap) for born in BIRTHS]
        fits = [lo <= old and (below is None or old < below) for old in ages]
        assert asked(condition, persons, on, leap) == [YES if fit else NO for fit in fits] + [
            UNKNOWN
        ]


@given(
    st.sampled_from(TURNS),
    st.sampled_from(LeapBirthday),
    st.sampled_from(AGE_POINTS),
    st.integers(0, 40),
)
def test_the_interval_of_an_age_ends_where_the_answer_changes(
    on: date, leap: LeapBirthday, at: str, limit: int
) -> None:
    condition = Age(limit, limit + 1, at)  # type: ignore[arg-type]
    first, last = condition.interval(to_day(on), leap)
    on_which = reference(on, at)
    born = [date(1970, 1, 1) + day * DAY for day in (first - 1, first, last, last + 1)]
    in_range = [years_old(day, on_which, leap) == limit and day <= on_which for day in born]
    assert in_range == [False, True, True, False]
    finding = condition.measure(Case(Person(born=born[1]), to_day(on), leap=leap))
    assert finding == DateFinding(YES, first, first, last)
    unknown = condition.measure(Case(Person(), to_day(on), leap=leap))
    assert unknown == DateFinding(UNKNOWN, None, first, last)


def test_an_age_without_an_upper_limit_goes_back_to_the_beginning() -> None:
    on = date(2015, 5, 31)
    assert Age(16, None, "day").interval(to_day(on), LeapBirthday.MARCH_1) == (
        EARLIEST,
        to_day(date(1999, 5, 31)),
    )
    assert (to_day(date(1850, 1, 1)), to_day(date(2200, 12, 31))) == (EARLIEST, LATEST)
    assert Age(16, None, "day").thresholds(to_day(on)) == {
        "born": (to_day(date(1999, 5, 31)), to_day(date(1999, 6, 1)))
    }
    far = to_day(date(2200, 12, 31))
    assert Age(0, None, "day").thresholds(far) == {"born": (LATEST,)}
    assert age(16).about == "born"  # type: ignore[attr-defined]


PERIODS = [Period(count, unit) for unit in ("days", "months") for count in (1, 2, 30)] + [
    years(1),
    months(4),
]  # type: ignore[arg-type]


@pytest.mark.parametrize("period", PERIODS, ids=repr)
def test_within_a_period_of_an_event(period: Period) -> None:
    for on in TURNS:
        edge = period.before(on)
        near = {edge + step * DAY for step in range(-4, 5)} | {
            on + step * DAY for step in (-1, 0, 1)
        }
        days = sorted(near)
        persons = [Person(first_registered=day) for day in days] + [Person()]
        fits = [day <= on <= period.after(day) for day in days]
        assert asked(within("first_registered", period), persons, on) == [
            *(YES if fit else NO for fit in fits),
            UNKNOWN,
        ]
        condition = Within("first_registered", period)
        first, last = condition.interval(to_day(on), LeapBirthday.FEBRUARY_28)
        assert last == to_day(on)
        assert (
            period.after(date(1970, 1, 1) + first * DAY)
            >= on
            > period.after(date(1970, 1, 1) + (first - 1) * DAY)
        )
        assert condition.about == "first_registered"


FIRST, LAST = date(2015, 3, 1), date(2015, 9, 1)


@pytest.mark.parametrize(
    "on", [LAST + step * DAY for step in (-400, -184, -183, -1, 0, 1, 400)] + [FIRST, FIRST - DAY]
)
def test_events_between_two_days(on: date) -> None:
    days = sorted({day + step * DAY for day in (FIRST, LAST, on) for step in (-2, -1, 0, 1)})
    persons = [Person(first_registered=day, as_of=on) for day in days] + [
        Person(first_registered=NEVER, as_of=on),
        Person(as_of=on),
    ]
    rows: list[tuple[Condition, list[bool]]] = [
        (happened("first_registered"), [day <= on for day in days]),
        (on_or_after("first_registered", FIRST), [FIRST <= day <= on for day in days]),
        (before("first_registered", LAST), [day < LAST and day <= on for day in days]),
        (
            Happened("first_registered", FIRST, LAST),
            [FIRST <= day <= min(on, LAST) for day in days],
        ),
    ]
    for condition, fits in rows:
        assert asked(condition, persons, on) == [*(YES if fit else NO for fit in fits), NO, UNKNOWN]
    first, last = Happened("first_registered", FIRST, LAST).interval(
        to_day(on), LeapBirthday.MARCH_1
    )
    assert (first, last) == (to_day(FIRST), min(to_day(on), to_day(LAST)))
    open_ends = Happened("first_registered").interval(to_day(on), LeapBirthday.MARCH_1)
    assert open_ends == (EARLIEST, to_day(on))


YES_NO = [name for name, item in FACTS.items() if item.kind is Kind.YES_NO]
NUMBERS = [name for name, item in FACTS.items() if item.kind is Kind.NUMBER]
ON = date(2016, 2, 29)


@pytest.mark.parametrize("name", YES_NO)
def test_yes_no_facts(name: str) -> None:
    values: list[FactValue] = [True, False, None]
    persons = [Person(as_of=ON, **{name: value}) for value in values]
    assert asked(has(name), persons, ON) == [YES, NO, UNKNOWN]
    findings = [has(name).reason(Case(person, to_day(ON))).finding for person in persons]
    assert findings == [ValueFinding(YES, 1), ValueFinding(NO, -1), ValueFinding(UNKNOWN, None)]
    assert Has(name).thresholds(0) == {name: (-1, 1)}
    assert Has(name).reads == {name}


def test_codes() -> None:
    values: list[FactValue] = [*DISABILITY_CODES, False, None]
    persons = [Person(as_of=ON, disability_code=value) for value in values]
    assert asked(has("disability_code"), persons, ON) == [YES] * 14 + [NO, UNKNOWN]
    listed = one_of("disability_code", 11, 61)
    expected = [YES if code in (11, 61) else NO for code in DISABILITY_CODES] + [NO, UNKNOWN]
    assert asked(listed, persons, ON) == expected
    assert Has("disability_code").thresholds(0) == {"disability_code": (0, 11)}
    assert OneOf("disability_code", (61, 11)).thresholds(0) == {"disability_code": (61, 11, 0)}


@pytest.mark.parametrize("name", ["sex", "education", "school_year", "referred_by"])
def test_closed_categories(name: str) -> None:
    categories = list(FACTS[name].categories or ())
    persons = [Person(as_of=ON, **{name: value}) for value in [*categories, None]]
    for size in (1, 2):
        chosen = categories[-size:]
        expected = [YES if value in chosen else NO for value in categories] + [UNKNOWN]
        assert asked(one_of(name, *chosen), persons, ON) == expected
    atom = OneOf(name, (categories[-1],))
    assert atom.thresholds(0) == {name: (categories[-1], *categories[:-1])}
    assert atom.reads == {name}
    assert [atom.accepts(value, 0) for value in categories] == [
        value == categories[-1] for value in categories
    ]


def test_open_categories() -> None:
    values: list[FactValue] = ["0880", "0138", "1980", None]
    persons = [Person(as_of=ON, municipality=value) for value in values]
    assert asked(one_of("municipality", "0880", "1980"), persons, ON) == [YES, NO, YES, UNKNOWN]
    assert asked(one_of("municipality", "2584"), persons, ON) == [NO, NO, NO, UNKNOWN]
    assert OneOf("municipality", ("0880",)).thresholds(0) == {"municipality": ("0880", "0000")}


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("count", [1, 2, 450])
def test_numbers(name: str, count: int) -> None:
    values: list[FactValue] = [0, count - 1, count, count + 1, None]
    persons = [Person(as_of=ON, **{name: value}) for value in values]
    assert asked(at_least(name, count), persons, ON) == [NO, NO, YES, YES, UNKNOWN]
    atom = AtLeast(name, count)
    assert atom.thresholds(0) == {name: (count - 1, count)}
    assert atom.reads == {name}


ATOMS: list[Atom] = [
    Age(16, 25, "day"),
    Age(16, None, "statistics_date"),
    Within("first_registered", months(1)),
    Within("first_registered", Period(3, "days")),
    Happened("first_registered", FIRST, LAST),
    Happened("first_registered"),
    Has("school_duty_done"),
    Has("disability_code"),
    OneOf("disability_code", (11,)),
    OneOf("sex", ("woman",)),
    OneOf("municipality", ("0880",)),
    AtLeast("benefit_days_in_jobbgaranti", 3),
]


@pytest.mark.parametrize("atom", ATOMS, ids=repr)
@pytest.mark.parametrize("on", [date(2015, 5, 31), date(2016, 2, 29), date(2016, 3, 31)])
def test_thresholds_lie_on_both_sides_and_accepting_is_answering(atom: Atom, on: date) -> None:
    ((name, values),) = atom.thresholds(to_day(on)).items()
    assert len(values) == len(set(values))
    accepted = [atom.accepts(value, to_day(on)) for value in values]
    assert set(accepted) == {True, False}
    for value, fits in zip(values, accepted, strict=True):
        case = Case(Person(), to_day(on), values={name: value})
        assert atom.answer(case) is (YES if fits else NO)
        if FACTS[name].kind is Kind.DATE:
            # Between two neighbouring values the answer does not change; just beside one it may.
            assert isinstance(value, int)
            assert atom.accepts(value, to_day(on)) is fits
    assert not atom.accepts("nonsense", to_day(on))


@pytest.mark.parametrize(
    "atom", [atom for atom in ATOMS if isinstance(atom, Age | Within | Happened)], ids=repr
)
def test_dates_far_off_are_in_no_interval(atom: Age | Within | Happened) -> None:
    on = to_day(ON)
    first, last = atom.interval(on, LeapBirthday.FEBRUARY_28)
    assert EARLIEST <= first <= last <= on
    for value, fits in ((first - 1, False), (first, True), (last, True), (last + 1, False)):
        assert atom.accepts(value, on) is fits
    ends = (last, last + 1) if first == EARLIEST else (first - 1, first, last, last + 1)
    assert atom.thresholds(on) == {atom.about: ends}
    assert atom.reads == {atom.about}


DATED = st.one_of(
    st.builds(
        lambda lo, wide, at: Age(lo, wide and min(150, lo + wide), at),
        st.integers(0, 149),
        st.none() | st.integers(1, 40),
        st.sampled_from(AGE_POINTS),
    ),
    st.just(Age(150, None, "day")),
    st.builds(
        Within,
        st.just("first_registered"),
        st.builds(Period, st.integers(1, 1200), st.just("months")),
    ),
    st.builds(
        Happened,
        st.just("first_registered"),
        st.none() | st.dates(date(1860, 1, 1), date(2190, 1, 1)),
        st.none() | st.dates(date(1860, 1, 1), date(2190, 1, 1)),
    ),
)


@given(DATED, st.dates(date(1860, 1, 1), date(2190, 1, 1)), st.data())
def test_a_threshold_is_where_the_answer_changes_and_nowhere_else(
    atom: DateInterval, on: date, data: st.DataObject
) -> None:
    day, ((name, values),) = to_day(on), atom.thresholds(to_day(on)).items()
    assert name == atom.about
    assert values
    assert all(isinstance(value, int) and EARLIEST <= value <= atom.latest(day) for value in values)
    known = sorted(value for value in values if isinstance(value, int))
    first, last = atom.interval(day, LeapBirthday.FEBRUARY_28)
    for value in known if len(known) > 1 and first <= last else ():
        assert {atom.accepts(value + step, day) for step in (-1, 0, 1)} == {True, False}
    # Any other day has the answer of the nearest value before it, or of the first one.
    other = data.draw(st.integers(EARLIEST, atom.latest(day)))
    before = [value for value in known if value <= other] or known[:1]
    assert atom.accepts(other, day) is atom.accepts(before[-1], day)


def test_conditions_are_made_as_said() -> None:
    assert age(16) == Age(16, None, "day")
    assert age(0, below=150, at="decision") == Age(0, 150, "decision")
    assert within("first_registered", years(1)) == Within("first_registered", Period(12, "months"))
    assert on_or_after("permit_granted", FIRST) == Happened("permit_granted", FIRST, None)
    assert before("permit_granted", date(2016, 3, 1)) == Happened(
        "permit_granted", None, date(2016, 2, 29)
    )
    assert happened("born") == Happened("born")
    assert has("disability_code") == Has("disability_code")
    assert one_of("disability_code", 93) == OneOf("disability_code", (93,))
    assert at_least(NUMBERS[0], 1) == AtLeast(NUMBERS[0], 1)
    assert repr(Age(16, 25, "day")) == "Age(lo=16, below=25, at='day')"
