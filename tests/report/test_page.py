"""The page can be read by everyone: with a screen reader, on a phone, on paper; and the CSV by a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from fractions import Fraction
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.language import Text
from dualib.report import Inputs, TableBlock, build_report
from dualib.report.html import stacks, to_html
from dualib.report.parts.words import number_words
from dualib.tabular import in_format

CSS = files("dualib.report").joinpath("templates", "report.css").read_text(encoding="utf-8")


class Reader(HTMLParser):
    """What a screen reader goes by."""

    def __init__(self):
        super().__init__()
        self.headings, self.tables, self.pictures, self.language = [], [], [], None
        self.regions, self.captions, self.current = [], [], []

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "html":
            self.language = found["lang"]
        elif re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        elif tag == "table":
            self.tables.append({"attributes": found, "captions": 0, "columns": [], "rows": []})
        elif tag == "caption":
            self.tables[-1]["captions"] += 1
            self.captions.append(found["id"])
        elif tag == "th" and found["scope"] == "col":
            self.tables[-1]["columns"].append("")
            self.current.append(tag)
        elif tag == "tr":
            self.tables[-1]["rows"].append([])
        elif tag in ("td", "th"):
            self.tables[-1]["rows"][-1].append((tag, found))
        elif tag == "svg":
            self.pictures.append({"attributes": found, "told": set()})
        elif tag in ("title", "desc") and self.pictures:
            self.pictures[-1]["told"].add(found["id"])
        elif found.get("role") == "region":
            self.regions.append(found["aria-labelledby"])

    def handle_endtag(self, tag):
        if tag == "th" and self.current:
            self.current.pop()

    def handle_data(self, data):
        if self.current:
            self.tables[-1]["columns"][-1] += data


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", ["Kalmar", "Tyresö", "Orust", "Hammarö"])
def test_a_page_is_told_in_words_and_in_order(name, language):
    reader = Reader()
    reader.feed(to_html(build_report(Inputs(municipality=name)), language))
    assert reader.language == language
    assert reader.headings[0] == 1
    assert set(reader.headings[1:]) == {2}
    assert reader.regions == reader.captions
    for table in reader.tables:
        assert table["captions"] == 1
        head, *rows = table["rows"]
        assert head == []
        assert all(row[0][0] == "th" and row[0][1]["scope"] == "row" for row in rows)
        assert {len(row) for row in rows} == {len(table["columns"])}
    for picture in reader.pictures:
        assert picture["attributes"]["role"] == "img"
        assert set(picture["attributes"]["aria-labelledby"].split()) == picture["told"]


@pytest.mark.parametrize("name", ["Kalmar", "Orust"])
def test_a_table_that_is_too_wide_for_a_phone_names_every_value_and_stays_a_table(name):
    reader = Reader()
    reader.feed(to_html(build_report(Inputs(municipality=name)), "en"))
    stacked = [table for table in reader.tables if table["attributes"].get("class") == "stack"]
    assert {table["attributes"]["id"] for table in stacked} >= {
        "t-goals",
        "t-relations",
        "t-figures",
    }
    assert (len(stacked) < len(reader.tables)) == (
        name == "Kalmar"
    )  # all of Orust's tables have long words
    for table in stacked:
        assert table["attributes"]["role"] == "table"
        for row in table["rows"][1:]:
            assert row[0][1]["role"] == "rowheader"
            for (tag, attributes), column in zip(row[1:], table["columns"][1:], strict=True):
                assert (tag, attributes["role"], attributes["data-label"]) == ("td", "cell", column)
    # Blocks are for screens only: paper has tables.
    assert "@media screen and (max-width:37.5em)" in CSS


words = st.text("abc ", max_size=40)


@given(st.lists(st.lists(words, min_size=2, max_size=6), min_size=1, max_size=4))
def test_a_table_is_stacked_when_its_words_need_more_than_a_phone_has(lines):
    width = min(map(len, lines))
    head, *rows = [tuple(Text(cell, cell) for cell in line[:width]) for line in lines]
    table = TableBlock(id="t", caption=Text("t", "t"), header=head, rows=tuple(rows))
    longest = [
        max(len(word) for line in (head, *rows) for word in line[n].sv.split(" "))
        for n in range(width)
    ]
    if sum(longest) + 3 * width > 40:
        assert stacks(table, "sv")
    if all(len(cell.sv) <= 40 // width - 3 for line in (head, *rows) for cell in line):
        assert not stacks(table, "sv")


def colours():
    """Return the colours of the page by light, dark and print."""
    found = re.findall(r":root\{([^}]*)\}", CSS)
    assert len(found) == 3
    light, dark, paper = (
        dict(part.split(":") for part in block.lstrip("-").split(";")) for block in found
    )
    light = {name.lstrip("-"): value for name, value in light.items()}
    return [
        light,
        *({**light, **{k.lstrip("-"): v for k, v in other.items()}} for other in (dark, paper)),
    ]


def luminance(colour):
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("mode", [0, 1, 2], ids=["light", "dark", "paper"])
@pytest.mark.parametrize(
    ("ink", "under"),
    [
        *(("ink", under) for under in ("paper", "band", "warnbg", "madebg", "infobg")),
        *(("soft", under) for under in ("paper", "band")),
        *(("link", under) for under in ("paper", "band")),
        ("made", "paper"),
    ],
)
def test_what_is_written_stands_out_from_what_is_under_it(mode, ink, under):
    """At least 4.5 to 1, as WCAG 2.2 asks of text at level AA (1.4.3)."""
    chosen = colours()[mode]
    dark, light = sorted((luminance(chosen[ink]), luminance(chosen[under])))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def csv_of(table, language):
    text = in_format(table, "spreadsheet", language)
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:]), delimiter=";" if language == "sv" else ","))


@given(st.integers(-(10**7), 10**7), st.sampled_from([1, 2, 4, 10, 100, 1000]))
def test_numbers_are_numbers_to_a_spreadsheet(part, whole):
    """No space or comma between thousands, a hyphen for minus, a comma for decimals in Swedish: as Excel reads them."""
    value, name = Fraction(part, whole), Text("n", "n")
    table = TableBlock(
        id="t",
        caption=name,
        header=(name,) * 3,
        rows=(("x", number_words(value), part),),
        numeric=frozenset({1, 2}),
    )
    for language, decimal in (("sv", ","), ("en", ".")):
        row = csv_of(table, language)[1]
        assert Fraction(row[1].replace(decimal, ".")) == value
        assert re.fullmatch(rf"-?\d+({re.escape(decimal)}\d+)?", row[1])
        assert row[2] == str(part)


def test_words_and_ranges_in_columns_of_numbers_stay_as_they_are():
    said = Text("807–902", "807–902")
    table = TableBlock(
        id="t",
        caption=said,
        header=(said,) * 2,
        rows=((said, said), ("1,5", "−5\n6")),
        numeric=frozenset({1}),
    )
    assert csv_of(table, "sv")[1:] == [["807–902", "807–902"], ["1,5", "−5\n6"]]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_table_of_a_report_opens_in_a_spreadsheet(language):
    for table in build_report(Inputs(municipality="Kalmar")).tables():
        head, *rows = csv_of(table, language)
        assert rows
        assert {len(row) for row in rows} == {len(head)}
        assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)
