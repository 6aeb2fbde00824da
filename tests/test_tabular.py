"""Every table of the library is written in every format, from the same rows."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.cli.arguments import parser
from dualib.counting import Dimension, Table
from dualib.errors import BadInput
from dualib.language import Text
from dualib.local_agreements import FORMATS, agreement
from dualib.report import TableBlock
from dualib.staffing import Post, Staffing, cost
from dualib.tabular import TABLE_FORMATS, Rows, TableFormat, Tabular, aligned, in_format


@attrs.frozen
class Given:
    """A table of an importing project."""

    rows: Rows

    def to_rows(self) -> Rows:
        return self.rows


STAFFING = Staffing(
    [
        Post(id="a", name=Text("Chef", "Manager"), party="P", fte="1,5", headcount=2),
        Post(id="b", name="B", headcount=1),
    ]
)
#: One of each kind of table.
TABLES: dict[str, Tabular] = {
    "counts": Table("persons", (Dimension("sex", "sex", ("woman", "man")),), [297, 490]),
    "staffing": STAFFING.fte("party"),
    "cost": cost(STAFFING, {"a": 30_000, "b": 1}, year=2030, po=40),
    "report": TableBlock(
        id="t",
        caption=Text("t", "t"),
        header=(Text("namn", "name"), Text("antal", "number")),
        rows=((Text("två\nrader", "two\nlines"), Text("1,5", "1.5")), (None, Fraction(1, 4))),
        numeric=frozenset({1}),
        ids=("a", "b"),
        illustration=True,
    ),
    "figures": agreement("tyreso").figures,
    "rows": Given(
        Rows(("x", Text("dag", "day")), [(Decimal("1.50"), date(2015, 5, 31)), (12345, None)])
    ),
}


def read(text: str, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter=separator))


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("form", TABLE_FORMATS)
@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_written_in_every_format(name: str, form: str, language: str) -> None:
    rows = TABLES[name].to_rows()
    text = in_format(TABLES[name], form, language)
    assert text == TABLE_FORMATS[form].write(rows, language)
    assert text.endswith("\n")
    assert all(word in text for word in rows.names(language))
    assert len(text.splitlines()) >= len(rows) + 1


@pytest.mark.parametrize("name", TABLES)
def test_a_new_format_is_one_function(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def count(rows: Rows, language: str) -> str:
        return f"{len(rows)} x {len(rows.names(language))}"

    monkeypatch.setitem(TABLE_FORMATS, "size", TableFormat(".size", count))  # type: ignore[arg-type]
    rows = TABLES[name].to_rows()
    assert in_format(TABLES[name], "size", "en") == f"{len(rows)} x {len(rows.header)}"


def test_the_command_and_the_export_offer_every_format() -> None:
    assert set(TABLE_FORMATS) < set(FORMATS)
    commands = next(action for action in parser()._actions if action.dest == "command").choices
    assert commands is not None
    export = next(action for action in commands["export"]._actions if action.dest == "format")
    assert list(export.choices) == list(FORMATS)


def test_a_report_table_says_what_it_rests_on_and_gives_numbers() -> None:
    assert in_format(TABLES["report"], "spreadsheet", "sv") == (
        "\ufeffid;namn;antal;underlag\n"
        'a;"två; rader";1,5;påhittade personer\n'
        "b;;0,25;påhittade personer\n"
    )
    assert in_format(TABLES["report"], "csv", "en") == (
        "id,name,number,basis\na,two; lines,1.5,made-up persons\nb,,0.25,made-up persons\n"
    )


def test_numbers_stand_to_the_right_and_texts_in_one_line() -> None:
    assert in_format(TABLES["rows"], "text", "sv") == (
        "     x  dag\n   1,5  2015-05-31\n12\N{NO-BREAK SPACE}345\n"
    )
    assert in_format(TABLES["report"], "text", "en") == (
        "id  name        number  basis\n"
        "a   two; lines     1.5  made-up persons\n"
        "b                 0.25  made-up persons\n"
    )


WORDS = st.text('ab=+-,;" é\N{MINUS SIGN}1', max_size=5)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1), st.booleans())
def test_what_is_kept_verbatim_reads_back_and_nothing_else_is_a_formula(
    cells: list[tuple[str, str]], verbatim: bool
) -> None:
    rows = Rows(("a", "b"), cells, verbatim=verbatim)
    found = read(TABLE_FORMATS["csv"].write(rows, "sv"))[1:]
    if verbatim:
        assert [tuple(row) for row in found] == cells
    else:
        dangerous = [cell for row in found for cell in row if cell.lstrip().startswith(("=", "+"))]
        assert all(cell.lstrip("+").isdecimal() for cell in dangerous)


@given(st.lists(st.lists(st.text("abc", max_size=4), min_size=3, max_size=3), min_size=1))
def test_columns_stand_under_each_other(lines: list[list[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for text, words in zip(aligned(lines, right={1}).split("\n"), lines, strict=True):
        padded = f"{words[0]:<{widths[0]}}  {words[1]:>{widths[1]}}  {words[2]}"
        assert text == padded.rstrip()


def test_rows_are_a_sequence_with_names() -> None:
    rows = Rows(("a", Text("b", "c")), [(1, Text("x", "y")), (None, "z")])
    assert (len(rows), rows[0], rows[1:], list(rows)[1]) == (
        2,
        (1, Text("x", "y")),
        ((None, "z"),),
        (None, "z"),
    )
    assert rows.records("en") == [{"a": 1, "c": "y"}, {"a": None, "c": "z"}]
    assert rows.records()[0] == {"a": 1, "b": "x"}
    assert TABLE_FORMATS["text"].write(Rows(("a",), []), "sv") == "a\n"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: Rows(("a", "b"), [(1, 2), (1,)]),
            "row 2 has 1 cell: expected 2, as the header",
        ),
        (
            lambda: in_format(TABLES["cost"], "cvs"),
            f"there is no format 'cvs' for tables: expected one of {', '.join(TABLE_FORMATS)}. "
            "Did you mean 'csv'?",
        ),
        (
            lambda: in_format(TABLES["cost"], "text", "da"),
            "language is 'da': expected 'sv' or 'en'.",
        ),
    ],
)
def test_what_cannot_be_written_is_refused(call: object, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        call()  # type: ignore[operator]
    assert str(caught.value) == message
