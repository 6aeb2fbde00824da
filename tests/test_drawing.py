"""What all pictures are drawn with: well-formed, escaped, and no text wider than it is said to be."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from dualib.drawing import (
    WIDTH,
    arrow,
    element,
    escaped,
    hatching,
    line,
    path,
    picture,
    rectangle,
    text,
    text_width,
    wrapped,
)

SVG = "{http://www.w3.org/2000/svg}"
# Widths of DejaVu Sans, regular and bold, as parts of its size: the widest of the usual sans-serif fonts.
WIDEST = {
    "m": (0.974, 1.042),
    "i": (0.278, 0.343),
    "e": (0.615, 0.678),
    "n": (0.634, 0.712),
    " ": (0.318, 0.348),
}
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)


@given(WORDS, WORDS, WORDS, st.floats(-900, 900))
def test_a_picture_holds_the_words_it_was_given(
    title: str, description: str, words: str, x: float
) -> None:
    shapes = [hatching("a", "thin"), text(words, x, 20, 13), rectangle(words, x, 0, 1, 2)]
    root = ET.fromstring(picture("a", 40, title, description, shapes, lang="sv"))
    assert root.findtext(f"{SVG}title") == title
    assert root.findtext(f"{SVG}desc") == description
    assert root.findtext(f"{SVG}text") == words
    shape = root.find(f"{SVG}rect")
    assert shape is not None
    assert shape.get("class") == words
    assert abs(float(shape.get("x", "")) - x) <= 0.05 + 1e-9
    assert root.get("viewBox") == f"0 0 {WIDTH} 40"
    assert root.get("aria-labelledby") == "a-title a-desc"


def test_what_is_none_is_left_out() -> None:
    assert element("g", "", classes=None, rx=0) == '<g rx="0"></g>'
    assert escaped("'å'") == "'å'"


def test_numbers_that_follow_one_another_are_kept_apart() -> None:
    assert path("a", "M", 1, -2, "h", 3.25, 4.0, "z") == '<path class="a" d="M1 -2h3.2 4z"/>'
    assert line("a", 0, 1, 2.5, 3) == '<line class="a" x1="0" y1="1" x2="2.5" y2="3"/>'


def test_the_head_of_an_arrow_meets_its_line_and_ends_where_it_should() -> None:
    line_, head = arrow(("a", "b"), 50, 10, 30)
    assert 'd="M50 10v24"' in line_  # from 10 to 34
    assert 'd="M44.5 32h11l-5.5 8z"' in head  # from 32 to 40


def test_text_that_could_be_too_wide_is_pressed_together() -> None:
    assert "textLength" not in text("mmm", 0, 0, 10, room=text_width("mmm", 10))
    assert 'textLength="29"' in text("mmm", 0, 0, 10, room=29)


def test_lettering_is_no_narrower_than_the_widest_font() -> None:
    for letter, (regular, bold) in WIDEST.items():
        assert text_width(letter, 1) >= regular
        assert text_width(letter, 1, bold=True) >= bold


@given(st.text("abm åi-", max_size=60), st.integers(30, 200), st.integers(0, 25), st.booleans())
def test_lines_fit_and_lose_no_letter(words: str, width: int, first: int, bold: bool) -> None:
    lines = wrapped(words, 10, width, first=first, bold=bold)
    for index, fitting in enumerate(lines):
        assert text_width(fitting, 10, bold=bold) <= width - (first if index == 0 else 0)
    kept = "".join(lines).replace(" ", "").replace("-", "")
    assert kept == "".join(words.split()).replace("-", "")


def test_a_word_too_long_for_a_line_is_broken() -> None:
    assert wrapped("arbetslivsintroduktion", 10, 60) == ["arbetslivsi-", "ntroduktion"]
    assert wrapped("", 10, 60) == []
