"""SKAT codes of many spells mean what they mean one by one."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dualib.dates import NEVER_DAY, to_day
from dualib.errors import BadInput
from dualib.register.skat_spells import skat_masks
from dualib.vocabulary import skat

DAYS = st.dates(date(1992, 1, 1), date(2024, 12, 31))


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


def test_a_spell_must_stay_within_one_meaning() -> None:
    start = np.array([to_day(date(2003, 1, 1))] * 2, dtype=np.int32)
    end = np.array([to_day(date(2003, 12, 1)), NEVER_DAY], dtype=np.int32)
    _, faults = skat_masks(np.array([12, 12]), start, end)
    assert [at for at, _ in faults] == [0, 1]
    assert "the whole spell, from 2003-01-01 to 2003-12-01: it is known" in faults[0][1].text()
    assert "the whole spell, from 2003-01-01 and ongoing: it is" in faults[1][1].text()
