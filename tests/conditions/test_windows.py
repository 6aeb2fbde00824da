"""Counts of days in windows, runs and the day itself, walked day by day; one person and many."""

import itertools
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.conditions import Case, DaysFinding, days, days_in, during, extent, participates, run
from dualib.conditions.windows import DaysIn, During, Run, WindowAtom
from dualib.dates import (
    WHOLE_LIFE,
    Ends,
    Period,
    Window,
    add_months,
    from_day,
    last_days,
    last_months,
    months,
    to_day,
)
from dualib.engine import View, answers
from dualib.engine.answer import answer_all
from dualib.errors import BadInput
from dualib.person import ONGOING, Participation, Person, Spell
from dualib.register import Register
from dualib.verdicts import NO, UNKNOWN, YES, Verdict
from dualib.vocabulary import Status

ON, DAY = date(2016, 2, 29), timedelta(days=1)
WORK, SICK = days("hourly"), days("full_time_sick")
PAIRS = st.tuples(st.integers(-40, 3), st.integers(0, 14)).map(
    lambda row: (row[0], row[0] + row[1])
)
SPELLS = st.lists(
    st.tuples(st.sampled_from(["hourly", "full_time_sick"]), PAIRS, st.booleans()), max_size=6
)
OBSERVED = st.dictionaries(
    st.sampled_from(["work", "absence"]), PAIRS.filter(lambda pair: pair[0] < pair[1])
)


@st.composite
def people(draw: st.DrawFn) -> Person:
    spells = [
        Spell(ON + first * DAY, ONGOING if ongoing else ON + last * DAY, status)
        for status, (first, last), ongoing in draw(SPELLS)
    ]
    seen = {
        track: (ON + first * DAY, ON + last * DAY)
        for track, (first, last) in draw(OBSERVED).items()
    }
    return Person(spells=spells, observed=seen)  # type: ignore[arg-type]


def status_of(person: Person, name: str, day: int) -> Verdict:
    status = Status(name)
    seen = person.observed.get(status.track)
    for spell in person.spells:
        last = (
            spell.end
            if isinstance(spell.end, date)
            else max(spell.start, seen[1] if seen else spell.start)
        )
        if status in spell.statuses and spell.start <= from_day(day) <= last:
            return YES
    return NO if seen and seen[0] <= from_day(day) <= seen[1] else UNKNOWN


def walked(
    person: Person, first: int, last: int, skips: bool, most: int | None
) -> tuple[tuple[int, int, bool], tuple[int, int, bool]]:
    """Walk back from the last day, using up the window; return count, first day and whether whole: certain, possible.

    A day passed over is not counted and does not use the window up; where it is counted, it is not passed over.
    """
    found = []
    for enough in (YES, UNKNOWN):
        left, day, count, free, whole = last - first + 1, last, 0, 0, True
        while left and day > last - 400:
            if status_of(person, "hourly", day) >= enough:
                count, left = count + 1, left - 1
            elif (
                skips
                and status_of(person, "full_time_sick", day) >= enough
                and (most is None or free < most)
            ):
                free += 1
            else:
                left, whole = left - 1, False
            day -= 1
        found.append((count, day + 1, whole))
    return found[0], found[1]


def asked(condition: WindowAtom, persons: list[Person], on: int) -> list[Verdict]:
    found = [condition.answer(Case(person, on)) for person in persons]
    assert [condition.reason(Case(person, on)).verdict for person in persons] == found
    register = Register.from_persons(persons)
    for day in (on, np.full(len(persons), on, np.int32)):
        many = answers(condition, View(register, day))
        assert (many.dtype, many.tolist()) == (np.int8, found)
    return found


@given(
    st.lists(people(), min_size=1, max_size=2),
    st.integers(1, 12),
    st.integers(1, 12),
    st.sampled_from(Ends),
    st.booleans(),
    st.none() | st.integers(1, 5),
    st.integers(-3, 3),
)
def test_days_in_a_window(
    persons: list[Person],
    least: int,
    length: int,
    ends: Ends,
    skips: bool,
    most: int | None,
    step: int,
) -> None:
    needed, on = min(least, length), to_day(ON) + step
    condition = days_in(
        WORK,
        at_least=needed,
        window=last_days(length),
        ends=ends,
        skipping=SICK if skips else None,
        most_skipped=most if skips else None,
    )
    assert isinstance(condition, DaysIn)
    last = on if ends is Ends.ON else on - 1
    expected = []
    for person in persons:
        low, high = walked(person, last - length + 1, last, skips, most)
        expected.append(YES if low[0] >= needed else UNKNOWN if high[0] >= needed else NO)
        finding = condition.measure(Case(person, on))
        assert (finding.low, finding.high) == (low[0], high[0])
        assert (finding.needed, finding.last, finding.verdict) == (needed, last, expected[-1])
        if low[1] > last - 300 and high[1] > last - 300:
            assert finding.first == min(low[1], high[1])
    assert asked(condition, persons, on) == expected


@given(
    st.lists(people(), min_size=1, max_size=2),
    st.integers(1, 8),
    st.sampled_from(Ends),
    st.booleans(),
    st.none() | st.integers(1, 5),
    st.integers(-3, 3),
)
def test_unbroken_runs_up_to_a_day(
    persons: list[Person], length: int, ends: Ends, skips: bool, most: int | None, step: int
) -> None:
    on = to_day(ON) + step
    condition = run(
        WORK,
        Period(length, "days"),
        ends=ends,
        skipping=SICK if skips else None,
        most_skipped=most if skips else None,
    )
    assert isinstance(condition, Run)
    last = on if ends is Ends.ON else on - 1
    expected = []
    for person in persons:
        low, high = walked(person, last - length + 1, last, skips, most)
        certain, possible = low[2] and low[0] == length, high[2] and high[0] == length
        expected.append(YES if certain else UNKNOWN if possible else NO)
    assert asked(condition, persons, on) == expected


@given(st.lists(people(), min_size=1, max_size=3), st.integers(-30, 5))
def test_the_day_itself(persons: list[Person], step: int) -> None:
    on = to_day(ON) + step
    expected = [status_of(person, "hourly", on) for person in persons]
    condition = during("hourly")
    assert isinstance(condition, During)
    assert asked(condition, persons, on) == expected
    finding = condition.measure(Case(persons[0], on))
    low, high = expected[0] is YES, expected[0] is not NO
    assert finding == DaysFinding(expected[0], int(low), int(high), 1, on, on)


def one_spell(first: date, last: date, seen: tuple[date, date] | None = None) -> Person:
    return Person(
        spells=[Spell(first, last, "hourly")], observed=seen or (ON - 500 * DAY, ON + 500 * DAY)
    )


@pytest.mark.parametrize("ends", Ends)
@pytest.mark.parametrize(
    "window", [last_days(120), last_months(4)], ids=["120 days", "four months"]
)
@pytest.mark.parametrize(
    "on", [date(2015, 5, 31), date(2016, 2, 29), date(2016, 6, 30), date(2015, 12, 31)]
)
def test_ninety_days_one_more_one_less(on: date, window: Window, ends: Ends) -> None:
    condition = days_in(WORK, at_least=90, window=window, ends=ends)
    last = on if ends is Ends.ON else on - DAY
    for count, verdict in ((89, NO), (90, YES), (91, YES)):
        person = one_spell(last - (count - 1) * DAY, last)
        assert condition.answer(Case(person, to_day(on))) is verdict
    # The same ninety days as early in the window as they can lie, and one day earlier.
    first = window.ending(ends).span(on)[0]
    for step, verdict in ((-1, NO), (0, YES)):
        person = one_spell(first + step * DAY, first + (step + 89) * DAY)
        assert condition.answer(Case(person, to_day(on))) is verdict
    # A day after the window is none of its days.
    late = one_spell(last - 88 * DAY, last + DAY)
    assert condition.answer(Case(late, to_day(on))) is NO


@pytest.mark.parametrize(
    ("on", "ends", "first"),
    [
        (date(2015, 5, 31), Ends.ON, date(2015, 3, 1)),
        (date(2016, 2, 29), Ends.ON, date(2015, 12, 1)),
        (date(2016, 3, 31), Ends.ON, date(2016, 1, 1)),
        (date(2016, 4, 30), Ends.ON, date(2016, 2, 1)),
        (date(2015, 5, 31), Ends.DAY_BEFORE, date(2015, 2, 28)),
        (date(2016, 2, 29), Ends.DAY_BEFORE, date(2015, 11, 30)),
        (date(2016, 3, 31), Ends.DAY_BEFORE, date(2015, 12, 31)),
        (date(2016, 4, 30), Ends.DAY_BEFORE, date(2016, 1, 31)),
        (date(2016, 4, 12), Ends.DAY_BEFORE, date(2016, 1, 12)),
    ],
)
def test_three_months_in_a_row(on: date, ends: Ends, first: date) -> None:
    condition = run(WORK, months(3), ends=ends)
    assert isinstance(condition, Run)
    last = on if ends is Ends.ON else on - DAY
    assert condition.span(to_day(on)) == (to_day(first), to_day(last))
    for start, end, verdict in (
        (first, last, YES),
        (first - DAY, last + DAY, YES),
        (first + DAY, last, NO),
        (first, last - DAY, NO),
    ):
        assert condition.answer(Case(one_spell(start, end), to_day(on))) is verdict
    unseen = one_spell(first + DAY, last, (first + DAY, ON + 500 * DAY))
    assert condition.answer(Case(unseen, to_day(on))) is UNKNOWN


@given(st.dates(date(2014, 12, 1), date(2017, 4, 1)), st.integers(1, 30), st.sampled_from(Ends))
def test_months_of_a_run_are_counted_from_its_first_day(on: date, count: int, ends: Ends) -> None:
    condition = run(WORK, months(count), ends=ends)
    assert isinstance(condition, Run)
    first, last = map(from_day, condition.span(to_day(on)))
    assert last == (on if ends is Ends.ON else on - DAY)
    assert add_months(first, count) <= last + DAY < add_months(first + DAY, count)


@given(people(), st.integers(1, 20), st.sampled_from(Ends))
def test_days_in_all(person: Person, least: int, ends: Ends) -> None:
    condition = extent(WORK, at_least=least, ends=ends)
    assert condition == DaysIn(WORK, least, WHOLE_LIFE.ending(ends))
    on = to_day(ON)
    last = on if ends is Ends.ON else on - 1
    certain = sum(status_of(person, "hourly", day) is YES for day in range(last - 100, last + 1))
    finding = condition.measure(Case(person, on))  # type: ignore[attr-defined]
    assert finding.low == certain
    assert finding.verdict is (
        YES if certain >= least else UNKNOWN
    )  # earlier days were not observed


def test_what_each_count_says_of_itself() -> None:
    counted = days_in(
        WORK,
        at_least=3,
        window=last_days(9),
        ends=Ends.ON,
        skipping=SICK - days("sfi"),
        most_skipped=2,
    )
    assert isinstance(counted, DaysIn)
    assert counted.reads == {"track:work", "track:absence", "track:study"}
    assert counted.directions() == (
        (Status.HOURLY, True),
        (Status.FULL_TIME_SICK, True),
        (Status.SFI, False),
    )
    assert (counted.span(100), counted.needed(92, 100)) == ((92, 100), 3)
    assert (counted.most_skipped, counted.thresholds(0)) == (2, {})
    row = run(WORK, Period(9, "days"), ends=Ends.DAY_BEFORE)
    assert isinstance(row, Run)
    assert (row.span(100), row.needed(91, 99), row.skipping) == ((91, 99), 9, None)
    assert row == Run(WORK, Window(Period(9, "days"), Ends.DAY_BEFORE))
    today = during("hourly", days("sfi") & WORK, Status.PART_TIME)
    assert isinstance(today, During)
    assert today.days == days("hourly") | (days("sfi") & WORK) | days("part_time")
    assert (today.span(7), today.needed(7, 7)) == ((7, 7), 1)
    assert during("hourly", WORK).directions() == ((Status.HOURLY, True),)  # type: ignore[attr-defined]
    assert during(WORK) == During(WORK)


def test_a_count_that_is_told_is_not_counted() -> None:
    condition = during("hourly")
    person = one_spell(ON, ON)
    case = Case(person, to_day(ON))
    assert condition.answer(case) is YES
    case.counted = {(condition, to_day(ON)): NO}
    assert condition.answer(case) is NO
    assert condition.answer(case.at(to_day(ON) - 1)) is NO
    case.counted = {(condition, to_day(ON) - 1): YES}
    assert (condition.answer(case), condition.answer(case.at(to_day(ON) - 1))) == (YES, YES)


def test_a_view_counts_once() -> None:
    condition = during("hourly")
    view = View(Register.from_persons([one_spell(ON, ON)]), to_day(ON))
    assert answers(condition, view) is answers(condition, view)
    assert answers(condition, view.trying({"born": 0})) is answers(condition, view)
    assert answers(condition, view.at(to_day(ON) + 1)).tolist() == [NO]


@given(st.lists(people(), min_size=2, max_size=3), st.integers(1, 8))
def test_days_of_ones_own(persons: list[Person], length: int) -> None:
    on = np.array([to_day(ON) - 5 * place for place in range(len(persons))], np.int32)
    register = Register.from_persons(persons)
    for condition in (
        days_in(
            WORK,
            at_least=min(3, length),
            window=last_days(length),
            ends=Ends.ON,
            skipping=SICK,
            most_skipped=2,
        ),
        run(WORK, Period(length, "days"), ends=Ends.DAY_BEFORE, skipping=SICK),
        days_in(WORK, at_least=2, window=last_months(1), ends=Ends.ON),
        during("hourly"),
    ):
        single = [
            condition.answer(Case(person, int(day)))
            for person, day in zip(persons, on, strict=True)
        ]
        assert answers(condition, View(register, on)).tolist() == single


@pytest.mark.parametrize("status", [status for status in Status if status.value.startswith("in_")])
def test_taking_part_in_each_programme(status: Status) -> None:
    name = status.value.removeprefix("in_")
    condition = participates(name)
    assert condition == During(days(status))
    enrolled = Person(spells=[Participation(ON, ON, name)], observed=(ON - DAY, ON + DAY))
    answers = [condition.answer(Case(enrolled, to_day(ON) + step)) for step in (-2, -1, 0, 1, 2)]
    assert answers == [UNKNOWN, NO, YES, NO, UNKNOWN]


KNOWN = ", ".join(
    status.value.removeprefix("in_") for status in Status if status.value.startswith("in_")
)
SET = "expected a set of days; such as days(Status.HOURLY)"
TEN = last_days(10)
BAD = [
    (lambda: during(), "during() names no status: expected at least one"),
    (
        lambda: participates("kaaa"),
        f"programme 'kaaa' is not known: expected one of {KNOWN}. Did you mean 'kaa'?",
    ),
    (lambda: participates("zzz"), f"programme 'zzz' is not known: expected one of {KNOWN}."),
    (
        lambda: run(WORK, 3, ends=Ends.ON),
        "length is 3: expected a number of months or days; write months(3) or Period(30, 'days')",
    ),
    (lambda: run("sfi", months(3), ends=Ends.ON), f"counted is 'sfi': {SET}"),
    (lambda: run(WORK, months(3), ends=Ends.ON, skipping="sfi"), f"skipping is 'sfi': {SET}"),
    (
        lambda: run(WORK, months(3), ends="on"),
        "ends is 'on': expected the day asked about or the day before it; write Ends.ON or "
        "Ends.DAY_BEFORE",
    ),
    (
        lambda: run(WORK, months(3), ends=Ends.ON, skipping=SICK, most_skipped=0),
        "most_skipped is 0: expected a whole number of at least 1",
    ),
    (lambda: days_in("sfi", at_least=1, window=TEN, ends=Ends.ON), f"counted is 'sfi': {SET}"),
    (
        lambda: days_in(WORK, at_least=1, window=TEN, ends=Ends.ON, skipping=1),
        f"skipping is 1: {SET}",
    ),
    (
        lambda: days_in(WORK, at_least=1, window=TEN, ends=Ends.ON, skipping=SICK, most_skipped=-1),
        "most_skipped is -1: expected a whole number of at least 1",
    ),
    (
        lambda: days_in(WORK, at_least=0, window=TEN, ends=Ends.ON),
        "at_least is 0: expected a whole number of at least 1",
    ),
    (
        lambda: days_in(WORK, at_least=11, window=TEN, ends=Ends.ON),
        "at_least is 11, but the window holds at most 10 days: nobody could meet it",
    ),
    (
        lambda: days_in(WORK, at_least=32, window=last_months(1), ends=Ends.ON),
        "at_least is 32, but the window holds at most 31 days: nobody could meet it",
    ),
    (
        lambda: days_in(WORK, at_least=1, window=120, ends=Ends.ON),
        "window is 120: expected a number of days or months; write last_days(120) or "
        "last_months(4)",
    ),
    (
        lambda: days_in(WORK, at_least=1, window=TEN, ends=None),
        "ends is None: expected the day asked about or the day before it; write Ends.ON or "
        "Ends.DAY_BEFORE",
    ),
    (lambda: extent("sfi", at_least=1, ends=Ends.ON), f"counted is 'sfi': {SET}"),
]


@pytest.mark.parametrize(("call", "message"), BAD)
def test_what_cannot_be_used_is_told(call: object, message: str) -> None:
    with pytest.raises(BadInput) as error:
        call()  # type: ignore[operator]
    assert str(error.value) == message


def test_the_most_that_fits_may_be_asked_for() -> None:
    assert days_in(WORK, at_least=10, window=TEN, ends=Ends.ON).at_least == 10  # type: ignore[attr-defined]
    assert days_in(WORK, at_least=62, window=last_months(2), ends=Ends.ON).at_least == 62  # type: ignore[attr-defined]


def test_a_set_of_very_many_sets_of_days() -> None:
    """More than 128 of them: in the sweep each has a number, which has room enough."""
    one, other, *rest = Status
    wanted = days(one)
    for three in itertools.islice(itertools.combinations(rest, 3), 140):
        wanted = wanted - days(*three)
    condition = days_in(wanted & days(other), at_least=10, window=last_days(30), ends=Ends.ON)
    spells = [
        Spell(date(2015, 5, 1), date(2015, 5, 20), one),
        Spell(date(2015, 5, 11), date(2015, 5, 31), other),
    ]
    seen = date(2015, 1, 1), date(2015, 5, 31)
    register = Register.from_persons(
        [Person(spells[:count], seen, contradictions="report") for count in range(3)]
        + [
            Person(
                [*spells, Spell(date(2015, 5, 20), ONGOING, rest[0])], seen, contradictions="report"
            )
        ]
    )
    assert answer_all(condition, View(register, to_day(date(2015, 5, 31)))).tolist() == [
        -1,
        -1,
        1,
        -1,
    ]
