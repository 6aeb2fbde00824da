"""Days in all: however long ago, each day once."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.conditions import Case, days, extent, unbroken
from dualib.dates import Ends, to_day
from dualib.engine import View, answers
from dualib.errors import BadInput
from dualib.person import Person, Spell
from dualib.register import Register
from dualib.verdicts import NO, YES
from dualib.wording import describe, outline_text

ON = date(2015, 5, 31)
SPAN = st.tuples(st.integers(-400, 20), st.integers(0, 90))


@given(
    st.lists(SPAN, max_size=4),
    st.lists(SPAN, max_size=2),
    st.integers(1, 200),
    st.sampled_from(Ends),
)
def test_counts_distinct_days_but_not_those_taken_away(
    inside: list[tuple[int, int]], sick: list[tuple[int, int]], least: int, ends: Ends
) -> None:
    def spells(of: list[tuple[int, int]], status: str) -> list[Spell]:
        first = [ON + timedelta(days=start) for start, _ in of]
        return [
            Spell(day, day + timedelta(days=length), status)
            for day, (_, length) in zip(first, of, strict=True)
        ]

    person = Person(
        spells=[*spells(inside, "in_jobbgaranti"), *spells(sick, "full_time_sick")],
        observed=(date(1914, 1, 1), date(2016, 1, 1)),
    )
    condition = extent(days("in_jobbgaranti") - days("full_time_sick"), at_least=least, ends=ends)
    taken = {
        ON + timedelta(days=start + day) for start, length in inside for day in range(length + 1)
    }
    away = {ON + timedelta(days=start + day) for start, length in sick for day in range(length + 1)}
    last = ON if ends is Ends.ON else ON - timedelta(days=1)
    expected = YES if sum(day <= last for day in taken - away) >= least else NO

    assert expected is condition.answer(Case(person, to_day(ON)))
    assert expected == answers(condition, View(Register.from_persons([person]), to_day(ON)))[0]


def test_is_told_in_both_languages() -> None:
    condition = extent(
        days("in_jobbgaranti") - unbroken(days("full_time_sick"), at_least=30),
        at_least=450,
        ends=Ends.DAY_BEFORE,
    )

    assert "räknat till och med dagen före prövningsdagen" in outline_text(
        describe(condition, "sv"), "sv", width=999
    )
    assert "up to and including the day before the assessment date" in outline_text(
        describe(condition, "en"), "en", width=999
    )


def test_refuses_a_length_in_months() -> None:
    with pytest.raises(BadInput, match=r"^at_least is 'x': expected a whole number$"):
        extent(days("sfi"), at_least="x", ends=Ends.ON)  # type: ignore[arg-type]


@given(
    st.lists(SPAN, max_size=3), st.lists(SPAN, max_size=2), st.integers(1, 150), st.integers(1, 60)
)
def test_leaves_out_no_more_than_the_most_that_may_be(
    inside: list[tuple[int, int]], sick: list[tuple[int, int]], least: int, most: int
) -> None:
    def lived(of: list[tuple[int, int]]) -> set[date]:
        return {
            ON + timedelta(days=start + day) for start, length in of for day in range(length + 1)
        }

    person = Person(
        spells=[
            Spell(ON + timedelta(days=start), ON + timedelta(days=start + length), status)
            for of, status in ((inside, "in_etablering"), (sick, "full_time_sick"))
            for start, length in of
        ],
        observed=(date(1914, 1, 1), date(2016, 1, 1)),
    )
    condition = extent(
        days("in_etablering"),
        at_least=least,
        ends=Ends.ON,
        skipping=days("full_time_sick"),
        most_skipped=most,
    )
    taken = {day for day in lived(inside) if day <= ON}
    passed = len(taken & lived(sick))
    expected = YES if len(taken) - min(most, passed) >= least else NO

    assert expected is condition.answer(Case(person, to_day(ON)))
    assert expected == answers(condition, View(Register.from_persons([person]), to_day(ON)))[0]


def test_days_left_out_without_a_cap_are_taken_away() -> None:
    counted, sick = days("in_etablering"), days("full_time_sick")

    assert extent(counted, at_least=5, ends=Ends.ON, skipping=sick) == extent(
        counted - sick, at_least=5, ends=Ends.ON
    )


def test_a_cap_needs_something_to_cap() -> None:
    with pytest.raises(BadInput, match=r"^most_skipped is 3 without skipping"):
        extent(days("sfi"), at_least=5, ends=Ends.ON, most_skipped=3)
