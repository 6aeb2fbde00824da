"""Days in all: however long ago, each day once."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.conditions import Case, View, days, extent, unbroken
from dualib.dates import Ends, to_day
from dualib.errors import BadInput
from dualib.register import Person, Register, Spell
from dualib.verdicts import NO, YES
from dualib.wording import describe, outline_text

ON = date(2015, 5, 31)
SPAN = st.tuples(st.integers(-400, 20), st.integers(0, 90))


@given(st.lists(SPAN, max_size=4), st.lists(SPAN, max_size=2), st.integers(1, 200), st.sampled_from(Ends))
def test_counts_distinct_days_but_not_those_taken_away(
    inside: list[tuple[int, int]], sick: list[tuple[int, int]], least: int, ends: Ends
) -> None:
    def spells(of: list[tuple[int, int]], status: str) -> list[Spell]:
        first = [ON + timedelta(days=start) for start, _ in of]
        return [Spell(day, day + timedelta(days=length), status) for day, (_, length) in zip(first, of, strict=True)]

    person = Person(
        spells=[*spells(inside, "in_jobbgaranti"), *spells(sick, "full_time_sick")],
        observed=(date(1914, 1, 1), date(2016, 1, 1)),
    )
    condition = extent(days("in_jobbgaranti") - days("full_time_sick"), at_least=least, ends=ends)
    taken = {ON + timedelta(days=start + day) for start, length in inside for day in range(length + 1)}
    away = {ON + timedelta(days=start + day) for start, length in sick for day in range(length + 1)}
    last = ON if ends is Ends.ON else ON - timedelta(days=1)
    expected = YES if sum(day <= last for day in taken - away) >= least else NO

    assert expected is condition.answer(Case(person, to_day(ON)))
    assert expected == condition.answers(View(Register.from_persons([person]), to_day(ON)))[0]


def test_is_told_in_both_languages() -> None:
    condition = extent(
        days("in_jobbgaranti") - unbroken(days("full_time_sick"), at_least=30), at_least=450, ends=Ends.DAY_BEFORE
    )

    assert "räknat till och med dagen före frågedagen" in outline_text(describe(condition, "sv"), "sv", width=999)
    assert "up to and including the day before the day asked about" in outline_text(
        describe(condition, "en"), "en", width=999
    )


def test_refuses_a_length_in_months() -> None:
    with pytest.raises(BadInput, match=r"^at_least is 'x': expected a whole number$"):
        extent(days("sfi"), at_least="x", ends=Ends.ON)  # type: ignore[arg-type]
