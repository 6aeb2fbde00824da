"""Every door for one person reads a numpy scalar as the Python value it stands for."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib import Person, Verdict
from dualib.csv_text import safe_cell
from dualib.dates import NEVER_DAY, check_count, last_days, months, to_day
from dualib.errors import BadInput
from dualib.messages import quoted
from dualib.person.values import group, is_missing, parse_day, whole
from dualib.scalars import is_coarse, plain

INTEGERS = [np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32, np.uint64]
FLOATS = [np.float16, np.float32, np.float64, np.longdouble]
FINE = ["D", "h", "m", "s", "ms", "us", "ns"]
COARSE = ["Y", "M", "W"]
DAY = date(2015, 6, 1)


def of_unit(day: object, unit: str) -> Any:
    return np.datetime64(str(day), "D").astype(f"datetime64[{unit}]")


@pytest.mark.parametrize("kind", INTEGERS)
def test_a_whole_number(kind: Any) -> None:
    value = kind(11)
    assert (plain(value), type(plain(value))) == (11, int)
    assert type(check_count(value, "days")) is int
    assert last_days(value) == last_days(11)
    assert months(value) == months(11)
    assert (whole(value), group(value), is_missing(value)) == (11, "number", False)
    assert (quoted(value), safe_cell(value)) == ("11", "11")
    assert Person(disability_code=value) == Person(disability_code=11)
    assert Verdict.YES & kind(0) is Verdict.UNKNOWN
    with pytest.raises(BadInput, match=r"days is 11: expected a whole number from 1 to 10"):
        check_count(value, "days", least=1, most=10)


@pytest.mark.parametrize("kind", FLOATS)
def test_a_number_with_decimals(kind: Any) -> None:
    assert (plain(kind(0.5)), type(plain(kind(0.5)))) == (0.5, float)
    assert (whole(kind(11)), whole(kind(0.5)), group(kind(0.5))) == (11, None, "number")
    assert (is_missing(kind("nan")), is_missing(kind(0.5))) == (True, False)
    assert (quoted(kind(0.5)), safe_cell(kind(0.5), decimal=",")) == ("0.5", "0,5")
    assert Person(disability_code=kind(11)) == Person(disability_code=11)
    assert Person(sex=kind("nan")) == Person()
    with pytest.raises(BadInput, match=r"days is .*11\.0.*: expected a whole number"):
        check_count(kind(11), "days")


def test_true_and_false() -> None:
    assert plain(np.bool_(True)) is True
    assert (group(np.bool_(False)), whole(np.bool_(True))) == ("true/false", None)
    assert (quoted(np.bool_(True)), safe_cell(np.bool_(True))) == ("True", "true")
    assert Person(sentenced_to_prison=np.bool_(False)) == Person(sentenced_to_prison=False)
    assert Person(disability_code=np.bool_(False)) == Person(disability_code=False)
    for refused in (
        lambda: check_count(np.bool_(True), "days"),
        lambda: Verdict.YES & np.bool_(True),
        lambda: Verdict.YES | np.bool_(False),
        lambda: Person(disability_code=np.bool_(True)),
    ):
        with pytest.raises(BadInput, match=r"True|False"):
            refused()


def test_text() -> None:
    assert type(plain(np.str_("ja"))) is str
    assert (group(np.str_("ja")), is_missing(np.str_(" "))) == ("text", True)
    assert (quoted(np.str_("19121212-1212"))[:9], quoted(np.str_("x"))) == ("(not show", "'x'")
    assert safe_cell(np.str_("=1+1")) == "'=1+1"
    assert parse_day(np.str_("2015-06-01"), "on") == to_day(DAY)
    assert Person(sex=np.str_("Kvinna")) == Person(sex="woman")


@pytest.mark.parametrize("unit", FINE)
def test_a_date_of_any_unit_that_names_a_day(unit: str) -> None:
    value = of_unit("1970-02-01", unit)
    assert (plain(value), type(plain(value))) == (date(1970, 2, 1), date)
    assert parse_day(value, "on") == 31
    assert (group(value), is_missing(value), whole(value)) == ("date", False, None)
    assert (quoted(value), safe_cell(value)) == ("1970-02-01", "1970-02-01")
    assert quoted(value) == "1970-02-01"
    assert Person(born=value) == Person(born=date(1970, 2, 1))


@pytest.mark.parametrize("unit", COARSE)
def test_a_date_that_names_no_day_is_not_guessed(unit: str) -> None:
    value = of_unit(DAY, unit)
    assert (group(value), is_missing(value)) == ("date", False)
    for refused in (lambda: parse_day(value, "on"), lambda: Person(born=value)):
        with pytest.raises(
            ValueError, match=rf"{value}, which does not name a day: expected year-mon"
        ):
            refused()


@pytest.mark.parametrize("unit", [*FINE, *COARSE])
def test_a_missing_date(unit: str) -> None:
    value = np.datetime64("NaT", unit)  # type: ignore[call-overload]
    assert plain(value) is None
    assert (is_missing(value), safe_cell(value)) == (True, "")
    assert Person(born=value) == Person()


@pytest.mark.parametrize("unit", ["h", "m", "s", "ms", "us", "ns"])
def test_a_time_of_day_is_refused(unit: str) -> None:
    value = np.datetime64("2015-06-01T12", unit)  # type: ignore[call-overload]
    assert plain(value) == datetime.fromisoformat("2015-06-01T12:00")
    with pytest.raises(BadInput, match=r"2015-06-01T12:00:00, with a time of day"):
        parse_day(value, "on")


@pytest.mark.parametrize("days", [2_932_897, 10**9, to_day(DAY) + 213_503_982])
def test_a_far_date_is_not_read_as_another_one(days: int) -> None:
    # In microseconds the last of them is 2015-06-01 and some seconds, after going around once.
    value = np.datetime64(days, "D")
    assert plain(value) is value
    assert whole(value) is None
    with pytest.raises(BadInput, match="expected year-month-day"):
        parse_day(value, "on")


def test_a_date_in_units_that_numpy_cannot_count_in_days() -> None:
    for unit in ("ps", "fs", "as"):
        value = np.datetime64(0, unit)  # type: ignore[call-overload]
        assert plain(value) is value
        with pytest.raises(BadInput, match="expected year-month-day"):
            parse_day(value, "on")


@given(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.dates()
    | st.datetimes()
    | st.fractions()
)
def test_what_is_not_of_numpy_is_unchanged(value: object) -> None:
    assert plain(value) is value


def test_lengths_of_time_and_arrays_are_unchanged() -> None:
    for value in (np.timedelta64(3, "D"), np.zeros(1), np.array(3), timedelta(3), Fraction(1, 3)):
        assert plain(value) is value
    with pytest.raises(BadInput, match=r"days is .*3.*: expected a whole number"):
        check_count(np.timedelta64(3, "D"), "days")


@pytest.mark.parametrize(
    ("unit", "coarse"), [*((unit, False) for unit in FINE), *((unit, True) for unit in COARSE)]
)
def test_units_that_name_no_day(unit: str, coarse: bool) -> None:
    assert is_coarse(np.dtype(f"datetime64[{unit}]")) is coarse
    assert is_coarse(np.dtype(f"datetime64[3{unit}]")) is coarse
    assert not is_coarse(np.dtype("datetime64"))
    assert not is_coarse(np.dtype("int64"))


def test_never_is_not_a_day_of_numpy() -> None:
    assert plain(np.int32(NEVER_DAY)) == NEVER_DAY
