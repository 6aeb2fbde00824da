"""Words, dates and numbers as each language writes them."""

import calendar
import itertools
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.errors import BadInput
from dualib.language import (
    LANGUAGES,
    Text,
    capital,
    check_language,
    listing,
    read_number,
    spelled_number,
    written_date,
    written_exact,
    written_number,
)

SPACE, MINUS = "\N{NO-BREAK SPACE}", "\N{MINUS SIGN}"
SWEDISH = {
    1: "januari",
    2: "februari",
    3: "mars",
    4: "april",
    5: "maj",
    6: "juni",
    7: "juli",
    8: "augusti",
    9: "september",
    10: "oktober",
    11: "november",
    12: "december",
}


def test_two_languages() -> None:
    assert LANGUAGES == ("sv", "en")
    assert [check_language(language) for language in LANGUAGES] == ["sv", "en"]
    text = Text("målgrupp", "target group")
    assert [text.say(language) for language in LANGUAGES] == ["målgrupp", "target group"]
    assert (text.sv, text.en) == ("målgrupp", "target group")
    assert text == Text("målgrupp", "target group") != Text("a", "target group")
    assert len({text, Text("målgrupp", "target group")}) == 1


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("se", "language is 'se': expected 'sv' or 'en'."),
        ("eng", "language is 'eng': expected 'sv' or 'en'. Did you mean 'en'?"),
        ("SV", "language is 'SV': expected 'sv' or 'en'. Did you mean 'sv'?"),
        (None, "language is None: expected 'sv' or 'en'."),
        (1, "language is 1: expected 'sv' or 'en'."),
    ],
)
def test_no_other_language(language: str, told: str) -> None:
    calls = [
        lambda: check_language(language),
        lambda: Text("a", "b").say(language),
        lambda: written_date(date(2015, 5, 31), language),
        lambda: written_number(1, language),
        lambda: listing([], language),
    ]
    for call in calls:
        with pytest.raises(BadInput) as error:
            call()
        assert str(error.value) == told


@given(st.dates())
def test_dates_are_written_day_month_year(day: date) -> None:
    assert written_date(day, "sv") == f"{day.day} {SWEDISH[day.month]} {day.year}"
    assert written_date(day, "en") == f"{day.day} {calendar.month_name[day.month]} {day.year}"


@given(
    st.integers(-(10**12), 10**12)
    | st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=5000),
    st.integers(0, 5),
)
def test_numbers_are_rounded_once_half_away_from_zero(value: int | Fraction, decimals: int) -> None:
    exact = Fraction(value)
    # Fractions of small denominators are told apart from their halves by sixty digits.
    long = (
        (Decimal(exact.numerator) / Decimal(exact.denominator))
        if exact.denominator > 1
        else Decimal(int(exact))
    )
    rounded = long.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    expected = f"{abs(rounded):,.{decimals}f}"
    sign = MINUS if rounded < 0 else ""
    assert written_number(value, "en", decimals=decimals) == sign + expected
    swedish = expected.replace(",", SPACE).replace(".", ",")
    assert written_number(value, "sv", decimals=decimals) == sign + swedish
    assert written_number(exact, "en", decimals=decimals) == sign + expected


@pytest.mark.parametrize(
    ("value", "decimals", "sv", "en"),
    [
        (0, 0, "0", "0"),
        (0, 2, "0,00", "0.00"),
        (999, 0, "999", "999"),
        (1000, 0, f"1{SPACE}000", "1,000"),
        (-1234567, 0, f"{MINUS}1{SPACE}234{SPACE}567", f"{MINUS}1,234,567"),
        (Fraction(1, 2), 0, "1", "1"),
        (Fraction(-1, 2), 0, f"{MINUS}1", f"{MINUS}1"),
        (Fraction(-49, 100), 0, "0", "0"),
        (Fraction(53, 4), 2, "13,25", "13.25"),
        (Fraction(53, 4), 1, "13,3", "13.3"),
        (Fraction(1, 20), 1, "0,1", "0.1"),
        (Fraction(1, 200), 1, "0,0", "0.0"),
        (Decimal("2.5"), 0, "3", "3"),
        (Decimal("-0.05"), 1, f"{MINUS}0,1", f"{MINUS}0.1"),
        (Fraction(7, 100), 3, "0,070", "0.070"),
    ],
)
def test_numbers_by_hand(value: int | Fraction | Decimal, decimals: int, sv: str, en: str) -> None:
    assert written_number(value, "sv", decimals=decimals) == sv
    assert written_number(value, "en", decimals=decimals) == en
    if decimals == 0:
        assert written_number(value, "en") == en


WORDS = {("sv", "and"): "och", ("sv", "or"): "eller", ("en", "and"): "and", ("en", "or"): "or"}


@pytest.mark.parametrize(("language", "last"), [*itertools.product(LANGUAGES, ("and", "or"))])
def test_lists_are_joined_as_a_sentence_does(language: str, last: str) -> None:
    word = WORDS[language, last]
    expected = ["", "a", f"a {word} b", f"a, b {word} c", f"a, b, c {word} d"]
    assert [listing(list("abcd"[:size]), language, last=last) for size in range(5)] == expected  # type: ignore[arg-type]
    assert listing(["a", "b"], language) == f"a {WORDS[language, 'and']} b"


@pytest.mark.parametrize("language", LANGUAGES)
def test_small_numbers_are_spelled_and_others_written_in_figures(language: str) -> None:
    spelled = [spelled_number(number, language) for number in range(13)]
    assert len({*spelled}) == 13
    assert all(word.isalpha() for word in spelled)
    assert [spelled_number(number, language) for number in (-1, 13, 1000)] == ["-1", "13", "1000"]


def test_the_same_is_said_in_both_languages() -> None:
    assert Text.both(lambda language: f"({language})") == Text("(sv)", "(en)")


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert [capital(words) for words in ("ökat KAA", "", "2 år")] == ["Ökat KAA", "", "2 år"]


@given(st.decimals(-(10**9), 10**9, places=3), st.integers(0, 3), st.sampled_from(["sv", "en"]))
def test_a_written_number_reads_back_with_its_decimals(
    value: Decimal, decimals: int, language: str
) -> None:
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    found = read_number(written_number(value, language, decimals=decimals), language)
    assert found == rounded
    assert found is not None
    assert found.as_tuple().exponent == -decimals


@pytest.mark.parametrize(
    ("text", "language"),
    [("1,5", "en"), ("1.5", "sv"), ("1 000", "sv"), ("807–902", "sv"), ("", "en")],
)
def test_other_texts_are_not_written_numbers(text: str, language: str) -> None:
    assert read_number(text, language) is None


@given(st.fractions(), st.sampled_from(["sv", "en"]), st.integers(0, 4))
def test_a_number_is_written_with_the_decimals_it_has(
    value: Fraction, language: str, most: int
) -> None:
    written = written_exact(value, language, most=most, rounded=1)
    found = read_number(written, language)
    assert found is not None
    if (value * 10**most).denominator == 1:
        assert found == Decimal(value.numerator) / Decimal(value.denominator)
        assert not written.endswith(("0",)) or found.as_tuple().exponent == 0
    else:
        assert written == written_number(value, language, decimals=1)
