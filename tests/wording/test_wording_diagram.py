"""Pictures: well-formed, with title and description, nothing outside, no text over the edge of its box."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wording_strategies import ON, conditions, people

from dualib import programmes
from dualib.conditions import (
    Case,
    Condition,
    age,
    days,
    during,
    has,
    judgement,
    named,
    not_expressed,
)
from dualib.conditions.base import All, Any
from dualib.dates import to_day
from dualib.drawing import WIDTH, text_width
from dualib.language import Text
from dualib.person import Person
from dualib.verdicts import NO, UNKNOWN, YES, Verdict
from dualib.wording import decision_diagram, describe, diagram, explain, outline_text
from dualib.wording.diagrams import drawn

NAME = Text("provregeln <&>", "the test rule <&>")
SVG = "{http://www.w3.org/2000/svg}"


def boxes(root: ET.Element) -> list[tuple[float, float, float, float]]:
    found = []
    for rect in root.iter(f"{SVG}rect"):
        if "dl-box" in rect.get("class", ""):
            left, top, width, height = (
                float(rect.get(name, "0")) for name in ("x", "y", "width", "height")
            )
            found.append((left, top, left + width, top + height))
    return found


def check(picture: str, language: str) -> ET.Element:
    root = ET.fromstring(picture)
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert title.text
    assert description.text
    assert root.get("role") == "img"
    assert root.get("lang") == language
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert not re.search(r"(href|src|url\(|@import|<script|on[a-z]+=)", picture)
    assert "None" not in picture.replace("None of these conditions", "")
    all_boxes = boxes(root)
    for text in root.iter(f"{SVG}text"):
        size = float(text.get("font-size", "0"))
        assert size >= 12
        assert text.text
        x, y = float(text.get("x", "0")), float(text.get("y", "0"))
        width = text_width(text.text, size, bold="dl-b" in text.get("class", ""))
        start = {"start": x, "middle": x - width / 2, "end": x - width}[
            text.get("text-anchor", "start")
        ]
        around = [box for box in all_boxes if box[1] <= y <= box[3]] or [
            (0.0, 0.0, float(WIDTH), y)
        ]
        inner = max(around, key=lambda box: (box[0], -box[3]))
        assert start >= inner[0] - 0.1, text.text
        assert start + width <= inner[2] + 0.1, text.text
    for left, top, right, bottom in all_boxes:
        assert 0 <= left < right <= WIDTH
        assert 0 <= top < bottom <= float(root.get("height", "0"))
    return root


@given(conditions())
@settings(max_examples=60)
def test_the_picture_of_a_rule_is_whole_and_fits(condition: Condition) -> None:
    for language in ("sv", "en"):
        root = check(diagram(condition, NAME, language), language)
        assert root.findtext(f"{SVG}title") == NAME.say(language).capitalize()
        assert root.findtext(f"{SVG}desc") == outline_text(
            describe(condition, language), language, width=10_000
        )


@given(conditions(), people(), st.sampled_from(Verdict))
@settings(max_examples=60)
def test_the_picture_of_a_decision_is_whole_and_fits(
    condition: Condition, person: Person, verdict: Verdict
) -> None:
    outline = explain(condition.reason(Case(person, to_day(ON))), ON, "sv")
    root = check(drawn(outline, NAME, "sv", verdict=verdict), "sv")
    icons = sum(shape.get("class") == "dl-glyph" for shape in root.iter(f"{SVG}path"))
    assert icons == 1 + sum(line.verdict is not None for line in outline.walk())


def test_boxes_nest_without_crossing() -> None:
    root = check(programmes.jobbgaranti.diagram("sv"), "sv")
    found = boxes(root)
    for one in found:
        for other in found:
            apart = one[3] <= other[1] or other[3] <= one[1]
            inside = (
                one[0] >= other[0]
                and one[1] >= other[1]
                and one[2] <= other[2]
                and one[3] <= other[3]
            ) or (
                other[0] >= one[0]
                and other[1] >= one[1]
                and other[2] <= one[2]
                and other[3] <= one[3]
            )
            assert apart or inside


def test_the_same_rule_gives_the_same_picture_and_another_another() -> None:
    rule = age(16) & has("disability_code")
    assert diagram(rule, NAME, "sv") == diagram(rule, NAME, "sv")
    ids = {
        re.findall(r'id="([^"]+)"', diagram(one, NAME, lang))[0]
        for one in (rule, age(17))
        for lang in ("sv", "en")
    }
    assert len(ids) == 4


def words_of(root: ET.Element) -> str:
    return " ".join(text.text or "" for text in root.iter(f"{SVG}text"))


def test_joining_words_say_how_conditions_join() -> None:
    one, other = age(16), during("sfi")
    joins = {
        All((one, other)): ("och", "Båda dessa villkor"),
        Any((one, other)): ("eller", "Minst ett av dessa villkor"),
        ~Any((one, other)): ("eller", "Inget av dessa villkor"),
        ~All((one, other)): ("och", "Inte båda dessa villkor (minst ett brister)"),
    }
    for condition, (word, heading) in joins.items():
        words = words_of(check(diagram(condition, NAME, "sv"), "sv"))
        assert f" {word} " in words
        assert heading in words


def test_what_is_judged_and_not_tested_looks_so_without_colours() -> None:
    condition = (
        age(16) & judgement(Text("att det är lämpligt", "that it is fit")) & not_expressed(NAME)
    )
    picture = diagram(condition, NAME, "en")
    assert 'class="dl-box dl-leaf dl-judgement"' in picture
    assert 'class="dl-box dl-leaf dl-not_expressed"' in picture
    assert "subject to the authority's judgement." in " ".join(
        words_of(check(picture, "en")).split()
    )


@pytest.mark.parametrize(
    ("verdict", "shape", "words"),
    [
        (YES, "dl-yes", "The person meets the formal conditions."),
        (NO, "dl-no", "The person does not meet the formal conditions."),
        (
            UNKNOWN,
            "dl-unknown",
            "It cannot be determined whether the person meets the formal conditions.",
        ),
    ],
)
def test_the_end_says_the_answer(verdict: Verdict, shape: str, words: str) -> None:
    outline = describe(age(16), "en")
    picture = drawn(outline, NAME, "en", verdict=verdict)
    assert f'class="{shape}"' in picture
    assert words_of(check(picture, "en")).endswith(words)


def test_a_decision_is_drawn_with_its_answers() -> None:
    person = Person(born=date(1996, 2, 29))
    decision = programmes.traineejobb.decide(person, on=date(2016, 6, 15))
    words = words_of(check(decision_diagram(decision, "sv"), "sv"))
    assert "fyllde 20 år den 29 februari 2016" in words
    assert "okänt" in words


def test_deep_rules_stay_within_the_page() -> None:
    condition = age(16)
    for level in range(12):
        condition = (
            Any((condition, during(days("sfi"))))
            if level % 2
            else All((condition, age(20 + level)))
        )
    check(diagram(condition, NAME, "sv"), "sv")


def test_a_word_with_no_room_beside_the_number_begins_below_it() -> None:
    long_word = Text("Z" * 37, "Y" * 37)
    picture = diagram(age(16) & named(long_word, age(17)), NAME, "sv")
    assert "Z" * 30 in picture
    check(picture, "sv")
