"""Arrays of days and verdicts: their types, and the one way in which they are made read-only."""

from __future__ import annotations

import numpy as np
import pytest

from dualib.arrays import after_days, as_verdicts, before_days, read_only, to_days
from dualib.dates import Period


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
