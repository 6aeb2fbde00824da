"""SKAT codes mean something only on a day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.errors import BadInput
from dualib.vocabulary.facts import EXCLUSIVE, Status
from dualib.vocabulary.skat_codes import SKAT, skat

DAYS = st.dates(date(1992, 1, 1), date(2024, 12, 31))


@given(st.integers(0, 99), DAYS)
def test_a_code_has_at_most_one_meaning_on_a_day(code: int, on: date) -> None:
    lives = [
        life
        for life in SKAT
        if life.code == code and (life.first or date.min) <= on <= (life.last or date.max)
    ]
    if lives:
        assert [skat(code, on)] == lives
    else:
        with pytest.raises(BadInput, match=f"SKAT {code} "):
            skat(code, on)


def test_everybody_with_a_code_is_registered_and_no_code_contradicts_itself() -> None:
    for life in SKAT:
        assert Status.REGISTERED_AS_JOBSEEKER in life.statuses
        assert not any(pair <= set(life.statuses) for pair in EXCLUSIVE)
        assert life.first is None or life.last is None or life.first < life.last
        assert life.name.sv
        assert life.name.en


@pytest.mark.parametrize(
    ("code", "on", "status"),
    [
        (11, date(2015, 5, 31), Status.FULL_TIME_UNEMPLOYED),
        (12, date(2003, 11, 23), Status.FULL_TIME_UNEMPLOYED),
        (15, date(1996, 4, 1), Status.HOURLY),
        (15, date(2016, 3, 1), Status.KOMMUNINSATS),
        (21, date(2015, 5, 31), Status.PART_TIME),
        (22, date(2015, 5, 31), Status.HOURLY),
        (32, date(2017, 1, 1), Status.IN_UTBILDNINGSKONTRAKT),
        (33, date(2015, 5, 31), Status.IN_NYSTARTSJOBB),
        (47, date(2016, 1, 1), Status.IN_TRAINEEJOBB),
        (51, date(2016, 1, 1), Status.IN_EXTRATJANST),
        (69, date(2007, 12, 3), Status.IN_JOBBGARANTI),
        (70, date(2015, 5, 31), Status.IN_JOBB_OCH_UTVECKLINGSGARANTI),
        (79, date(2015, 5, 31), Status.IN_JOBB_OCH_UTVECKLINGSGARANTI),
        (72, date(2015, 5, 31), Status.IN_ARBETSLIVSINTRODUKTION),
        (78, date(2015, 5, 31), Status.IN_INSTEGSJOBB),
        (98, date(2015, 5, 31), Status.FULL_TIME_UNEMPLOYED),
    ],
)
def test_meanings_from_the_source(code: int, on: date, status: Status) -> None:
    assert status in skat(code, on).statuses


@pytest.mark.parametrize("code", [14, 23, 31, 34, 35, 41])
def test_codes_that_say_no_more_than_registered(code: int) -> None:
    assert skat(code, date(2015, 5, 31)).statuses == (Status.REGISTERED_AS_JOBSEEKER,)


GOLDEN = {
    (
        15,
        date(2015, 5, 31),
    ): "SKAT 15 has no documented meaning on 2015-05-31: it is known from 1996-04-01 to 1997-06-30 (hourly "
    "worker), from 2016-03-01 (municipal activity)",
    (
        12,
        date(2015, 5, 31),
    ): "SKAT 12 has no documented meaning on 2015-05-31: it is known to 2003-11-23 (guidance)",
}


@pytest.mark.parametrize(("code", "on"), GOLDEN)
def test_a_code_without_meaning_that_day_says_when_it_had_one(code: int, on: date) -> None:
    with pytest.raises(BadInput) as caught:
        skat(code, on)
    assert str(caught.value) == GOLDEN[code, on]


def test_a_code_nobody_documented() -> None:
    with pytest.raises(
        BadInput,
        match=r"SKAT 44 is not known: the codes with a documented meaning are 11, 12, .*, 98",
    ):
        skat(44, date(2015, 5, 31))
    with pytest.raises(BadInput, match=r"on is None: expected a date"):
        skat(11, None)  # type: ignore[arg-type]
