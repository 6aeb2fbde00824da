"""SKAT codes mean something only on a day."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.dates import NEVER_DAY, to_day
from dualib.errors import BadInput
from dualib.register.skat_spells import skat_masks
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


@given(st.lists(st.tuples(st.integers(0, 99), DAYS, st.none() | st.integers(0, 4000)), max_size=20))
def test_many_spells_are_read_as_one_by_one(rows: list[tuple[int, date, int | None]]) -> None:
    codes = np.array([row[0] for row in rows], dtype=np.int64)
    start = np.array([to_day(row[1]) for row in rows], dtype=np.int32)
    end = np.array(
        [NEVER_DAY if row[2] is None else to_day(row[1]) + row[2] for row in rows], dtype=np.int32
    )
    masks, faults = skat_masks(codes, start, end)
    bad = {at for at, _ in faults}
    for at, (code, first, length) in enumerate(rows):
        try:
            life = skat(code, first)
        except BadInput:
            assert at in bad
            continue
        last = date.max if length is None else first + timedelta(length)
        assert (at in bad) == (life.last is not None and last > life.last)
        assert masks[at] == (0 if at in bad else life.mask)


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
    ): "SKAT 15 has no documented meaning then: known from 1996-04-01 to 1997-06-30 (arbetslös "
    "timanställd); from 2016-03-01 to today (kommuninsats) (asked about 2015-05-31)",
    (
        12,
        date(2015, 5, 31),
    ): "SKAT 12 has no documented meaning then: known from any day to 2003-11-23 (vägledning) "
    "(asked about 2015-05-31)",
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
    with pytest.raises(BadInput, match=r"on is None: expected a datetime.date"):
        skat(11, None)  # type: ignore[arg-type]


def test_a_spell_must_stay_within_one_meaning() -> None:
    start = np.array([to_day(date(2003, 1, 1))] * 2, dtype=np.int32)
    end = np.array([to_day(date(2003, 12, 1)), NEVER_DAY], dtype=np.int32)
    _, faults = skat_masks(np.array([12, 12]), start, end)
    assert [at for at, _ in faults] == [0, 1]
    assert faults[0][1].endswith("(the spell is from 2003-01-01, to 2003-12-01)")
    assert faults[1][1].endswith("(the spell is from 2003-01-01, ongoing)")
