"""A number is read as it is written, whoever wrote it, and nothing else is taken for one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.numerals import NUMBER, Numeral, numeral


@given(
    st.sampled_from(["", "+", "-", "\N{MINUS SIGN}"]),
    st.integers(0, 10**9),
    st.sampled_from(["", " ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{THIN SPACE}"]),
    st.sampled_from(".,"),
    st.text("0123456789", max_size=4),
)
def test_what_is_written_is_read(
    sign: str, whole: int, space: str, decimal: str, decimals: str
) -> None:
    text = sign + f"{whole:,}".replace(",", space) + (decimal + decimals if decimals else "")
    negative = sign not in ("", "+")
    assert numeral(text) == Numeral(negative, str(whole), decimal if decimals else "", decimals)
    assert re.fullmatch(NUMBER, text, re.ASCII)


@pytest.mark.parametrize(
    "text",
    ["", "-", "ca 10", "12 34", "1 0500", "1,", ",5", "1.5.2", "1e3", "٣", "1 234 56", "--1"],
)
def test_nothing_else_is_a_number(text: str) -> None:
    assert numeral(text) is None
