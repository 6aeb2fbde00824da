"""Numbers of persons: what they hold, and that they never come out again.

The numbers are made up, or Skatteverket's own example (19121212-1212).
"""
# ruff: noqa: E501 - golden messages are long

from __future__ import annotations

import hashlib
import hmac
import pickle
import traceback
from datetime import date
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.errors import BadInput
from dualib.person.personnummer import Identity, identity, pseudonym

KEY = b"a secret of sixteen bytes"
DAY = date(2015, 5, 31)


def check_digit(digits: str) -> int:
    """Return the Luhn digit the slow way: the one that makes the sum end in zero."""

    def total(text: str) -> int:
        return sum(
            sum(map(int, str(int(digit) * weight))) for digit, weight in zip(text, [2, 1] * 5)
        )

    return next(check for check in range(10) if total(digits + str(check)) % 10 == 0)


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, date, str, bool]:
    born = draw(st.dates(date(1900, 1, 1), date(2014, 12, 31)))
    serial = draw(st.integers(1, 999))
    coordination = draw(st.booleans())
    digits = f"{born:%y%m}{born.day + 60 * coordination:02}{serial:03}"
    return (
        f"{born.year // 100}{digits}{check_digit(digits)}",
        born,
        "man" if serial % 2 else "woman",
        coordination,
    )


@given(numbers(), st.sampled_from(["", "-", "+", " "]))
def test_a_number_tells_birth_date_and_sex(case: tuple[str, date, str, bool], sign: str) -> None:
    number, born, sex, coordination = case
    found = identity(f"{number[:8]}{sign}{number[8:]}")
    assert (found.born, found.sex, found.coordination) == (born, sex, coordination)
    assert number not in repr(found)
    assert number[8:] not in repr(found)
    expected = hmac.new(KEY, number.encode(), hashlib.sha256).hexdigest()
    assert found.pseudonym(KEY) == pseudonym(number, KEY) == pseudonym(int(number), KEY) == expected


@given(numbers())
def test_ten_digits_need_a_day_and_then_mean_the_same(case: tuple[str, date, str, bool]) -> None:
    number, born, _, _ = case
    sign = "+" if DAY.year - born.year >= 100 else "-"
    short = f"{number[2:8]}{sign}{number[8:]}"
    assert identity(short, on=DAY) == identity(number)
    with pytest.raises(
        BadInput,
        match="the number has ten digits: expected twelve, beginning with the century; or write on=, the day",
    ):
        identity(short)


@given(numbers())
def test_it_agrees_with_the_library_that_others_use(case: tuple[str, date, str, bool]) -> None:
    library = pytest.importorskip("personnummer.personnummer")
    number, born, sex, coordination = case
    theirs = library.parse(number)
    assert (theirs.get_date(), theirs.is_male(), theirs.is_coordination_number()) == (
        born,
        sex == "man",
        coordination,
    )


@given(numbers(), st.integers(2, 11), st.integers(1, 9))
def test_one_wrong_digit_is_always_seen(
    case: tuple[str, date, str, bool], place: int, step: int
) -> None:
    number = case[0]
    wrong = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    with pytest.raises(BadInput) as caught:
        identity(wrong)
    assert wrong[8:] not in "".join(traceback.format_exception(caught.value)).replace(number, "")


def test_the_example_of_skatteverket() -> None:
    assert identity("191212121212").born == date(1912, 12, 12)
    assert identity("121212+1212", on=DAY).born == date(1912, 12, 12)
    assert identity("121212-1212", on=DAY).born == date(2012, 12, 12)
    assert isinstance(identity(np.int64(191212121212)), Identity)  # type: ignore[arg-type]


BAD: dict[str, tuple[Any, str]] = {
    "check digit": ("191212121213", "the check digit of the number is wrong: compare the number with where it was copied from"),
    "no day": ("19951301001" + str(check_digit("951301001")), "the number does not begin with a day that is in the calendar: expected a birth date, then four digits"),
    "letters": ("1912121212AB", "the number does not have the form of a personnummer: expected twelve digits, beginning with the year"),
    "serial of none": ("191212120004", "the number does not have the form of a personnummer: expected twelve digits, beginning with the year"),
    "nothing": (None, "the number does not have the form of a personnummer: expected twelve digits, beginning with the year"),
    "interim": ("19121212-T112", "the number has a letter, as interim numbers have: leave the number out, and the person cannot be linked between registers"),
    "interim of two letters": ("121212TF12", "the number has a letter, as interim numbers have: leave the number out, and the person cannot be linked between registers"),
    "day 60": ("19950160001" + str(check_digit("950160001")), "the number does not begin with a day that is in the calendar: expected a birth date, then four digits"),
    "day 92": ("19950192001" + str(check_digit("950192001")), "the number does not begin with a day that is in the calendar: expected a birth date, then four digits"),
    "other digits": ("١٩١٢١٢١٢١٢١٢", "the number does not have the form of a personnummer: expected twelve digits, beginning with the year"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_numbers_are_refused_without_being_shown(case: str) -> None:
    number, message = BAD[case]
    with pytest.raises(BadInput) as caught:
        identity(number)
    assert str(caught.value) == message
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_what_lists_all_fields_of_an_identity_shows_no_number() -> None:
    found = identity("191212121212")
    shown = [
        repr(found),
        str(found),
        f"{found}",
        str(attrs.asdict(found)),
        str(attrs.astuple(found)),
        repr(vars(type(found))),
    ]
    assert not any("1212121212" in text for text in shown)
    assert attrs.asdict(found)["_number"] != "191212121212"
    assert (
        found
        == identity("19121212-1212")
        != identity("19121272" + "121" + str(check_digit("121272121")))
    )
    assert len({found, identity("19121212-1212")}) == 1
    with pytest.raises(BadInput, match="cannot be saved: save its pseudonym instead"):
        pickle.dumps(found)


def test_ten_digits_of_somebody_not_yet_born_are_refused() -> None:
    for born, on in (("150531", DAY), ("150601", date(2015, 6, 1))):
        assert identity(f"{born}001{check_digit(born + '001')}", on=on).born == on
    number = "150601001" + str(check_digit("150601001"))
    with pytest.raises(
        BadInput, match="somebody born after on: expected a later day, or twelve digits"
    ) as caught:
        identity(number, on=DAY)
    assert number not in str(caught.value)
    assert identity("20" + number, on=DAY).born == date(2015, 6, 1)
    # Whoever turns 100 during the year has the other sign from its first day.
    assert identity(f"{number[:6]}+{number[6:]}", on=DAY).born == date(1915, 6, 1)


@pytest.mark.parametrize("key", [b"short", "a text is no key, however long", None])
def test_a_weak_key_is_refused_and_not_shown(key: Any) -> None:
    with pytest.raises(BadInput) as caught:
        pseudonym("191212121212", key)
    assert str(caught.value) == (
        "key cannot be used: expected at least 16 secret bytes; write secrets.token_bytes(32)"
    )
