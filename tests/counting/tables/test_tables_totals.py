"""Tables: totals are sums or as published, hidden cells hold nothing, and text, rows and CSV show the same."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.counting import CellStatus, Dimension, Table
from dualib.counting.tables import text as show
from dualib.errors import BadInput, UnprotectableError
from dualib.language import Text
from dualib.tabular import in_format

SEX = Dimension(
    "sex", Text("kön", "sex"), ("woman", "man"), (Text("kvinnor", "women"), Text("män", "men"))
)
ANSWER = Dimension("answer", Text("svar", "answer"), ("yes", "unknown", "no"))


@st.composite
def tables(draw):
    shape = draw(st.lists(st.integers(1, 3), max_size=3))
    dimensions = [
        Dimension(f"d{axis}", f"d{axis}", [f"c{index}" for index in range(length)])
        for axis, length in enumerate(shape)
    ]
    size = int(np.prod(shape, dtype=int))
    values = draw(st.lists(st.integers(0, 50), min_size=size, max_size=size))
    return Table("persons", dimensions, np.array(values, dtype=np.int64).reshape(shape))


@given(tables(), st.data())
def test_a_total_is_the_sum_of_its_parts_in_every_direction(table, data):
    kept = data.draw(st.sets(st.sampled_from(table.names))) if table.names else set()
    smaller = table.keep(*kept)
    gone = tuple(axis for axis, name in enumerate(table.names) if name not in kept)
    assert np.array_equal(smaller.values, table.values.sum(axis=gone))
    assert smaller == table.over(*(name for name in table.names if name not in kept))
    assert smaller.total == table.total == int(table.values.sum())
    for name in kept:
        parts = [
            smaller.select(name, category).total for category in smaller.dimension(name).categories
        ]
        assert sum(parts) == table.total


@given(tables(), st.data())
def test_hidden_cells_are_forgotten_and_totals_kept(table, data):
    values, status = table.with_totals()
    codes = np.array(
        data.draw(st.lists(st.integers(0, 2), min_size=values.size, max_size=values.size))
    )
    codes = codes.reshape(values.shape).astype(np.uint8)
    if not table.dimensions:
        codes = np.asarray(codes)
    hidden = table.masked(codes)
    found, after = hidden.with_totals()
    assert np.array_equal(found, np.where(codes == 0, values, 0))
    assert np.array_equal(after, codes)
    assert np.array_equal(status, np.zeros_like(codes))


@given(tables())
def test_equal_tables_are_one_in_a_set_and_are_shown_short(table):
    again = Table(
        table.label,
        table.dimensions,
        table.values.copy(),
        published=table.with_totals()[0],
        updated="2015",
    )
    assert again != table
    assert (
        len(
            {
                table,
                table.masked(table.with_totals()[1]),
                Table(table.label, table.dimensions, table.values),
            }
        )
        == 2
    )
    assert not {"published", "marks", "extension"} & set(
        repr(again).replace("(", " ").replace("=", " ").split()
    )
    assert "updated='2015'" in repr(again)


@given(tables())
def test_rows_frame_and_csv_agree(table):
    assert show.as_rows(table) == table.to_rows() == table.to_rows(totals=False)
    assert in_format(table, "csv", "en") == table.to_csv()
    assert len(table.to_rows()) == len(table.to_csv().splitlines()) - 1 == table.values.size
    rows = table.to_rows(totals=True)
    assert list(zip(*table.to_frame(totals=True).values(), strict=True)) == list(rows)
    lines = table.to_csv(totals=True).splitlines()
    assert lines[0] == ",".join([*table.names, "value", "status"])
    assert [line.split(",") for line in lines[1:]] == [[str(cell) for cell in row] for row in rows]
    assert sum(row[-2] for row in table.to_rows()) == table.total


def test_three_answers():
    table = Table("persons", (SEX, ANSWER), [[1, 2, 3], [10, 20, 30]])
    assert table.certain.values.tolist() == [1, 10]
    assert table.possible.values.tolist() == [3, 30]
    assert table.certain_if_assumed == table.certain
    assumed = Dimension("answer", "answer", ("yes", "yes_assumed", "unknown", "no_assumed", "no"))
    table = Table("persons", (assumed,), [1, 2, 4, 8, 16])
    found = [table.certain.total, table.certain_if_assumed.total, table.possible.total]
    assert found == [1, 3, 15]
    hidden = Table("persons", (SEX, ANSWER), [[1, 20, 30], [10, 20, 30]]).masked(
        [[1, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
    )
    assert hidden.certain.at(sex="woman") is None
    assert hidden.certain.total == 11
    assert hidden.possible.status.tolist() == [CellStatus.MISSING, CellStatus.OK]
    assert hidden.possible.total == 51


def test_published_totals_follow_the_cells_they_are_for():
    perturbed = Table(
        "persons",
        (SEX, ANSWER),
        [[1, 2, 3], [4, 5, 6]],
        published=[[1, 2, 3, 7], [4, 5, 6, 14], [6, 6, 9, 22]],
        additive=False,
    )
    assert perturbed.total == 22
    assert perturbed.over("answer").values.tolist() == [7, 14]
    assert perturbed.over("answer").total == 22
    assert perturbed.select("answer", "no").total == 9
    assert perturbed.keep().total == 22
    assert perturbed.keep("sex", "answer") is perturbed


def test_tables_that_do_not_add_up_are_not_added_up():
    shares = Table("share", (SEX,), [125, 233], decimals=1, additive=False)
    assert shares.at(sex="man") == 233
    assert shares.at() is None
    with pytest.raises(BadInput) as caught:
        shares.keep()
    assert str(caught.value) == (
        "the table does not add up (perturbed, or not counts): expected one with published totals"
    )
    assert shares.to_rows()[0] == ("woman", Decimal("12.5"), "")
    assert shares.text("sv").splitlines()[-2] == "   12,5  23,3       –"


def test_text_in_both_languages():
    age = Dimension(
        "age",
        Text("ålder", "age"),
        ("16-19", "unknown"),
        (Text("16–19", "16–19"), Text("okänt", "unknown")),
    )
    table = Table(
        Text("Inskrivna", "Registered"),
        (SEX, age),
        [[1200, 0], [30, 0]],
        notes=[Text("Maj 2015.", "May 2015.")],
        source=Text("Källa: bilaga 1", "Source: annex 1"),
    )
    assert table.text("en") == (
        "Registered\n"
        "sex    16–19  Total\n"
        "women  1,200  1,200\n"
        "men       30     30\n"
        "Total  1,230  1,230\n"
        "May 2015.\n"
        "Source: annex 1"
    )
    assert table.masked([[1, 0, 0], [2, 0, 0], [0, 0, 0]]).text("sv") == (
        "Inskrivna\n"
        "kön      16–19  Totalt\n"
        "kvinnor     ..   1\N{NO-BREAK SPACE}200\n"
        "män         ..      30\n"
        "Totalt   1\N{NO-BREAK SPACE}230   1\N{NO-BREAK SPACE}230\n"
        ".. visas inte (röjandekontroll)\n"
        "Maj 2015.\n"
        "Källa: bilaga 1"
    )
    assert Table("alla", (), 7).text("sv") == "alla\n7"


def test_methods_that_protect_round_and_bound():
    table = Table("persons", (SEX, ANSWER), [[1, 20, 30], [10, 20, 30]])
    safe = table.protect()
    assert safe.total == 111
    assert safe.at(sex="woman", answer="yes") is None
    seen = safe.intervals()
    assert seen.low[0, 0] <= 1
    assert seen.high[0, 0] >= 4
    assert table.rounded(base=5, seed=3).total % 5 == 0
    alone = Table("persons", (), 40)
    assert alone.intervals().low.tolist() == 40
    with pytest.raises(UnprotectableError):
        Table("persons", (SEX,), [1, 1]).protect()


def test_missing_cells_and_what_they_can_be():
    gap = Table(
        "persons",
        (SEX,),
        [0, 490],
        [CellStatus.MISSING, CellStatus.OK],
        published=[0, 490, 787],
        published_status=[3, 0, 0],
    )
    assert gap.intervals().low.tolist() == [297, 490, 787]
    assert gap.to_frame()["status"] == ["missing", ""]
    lost = Table("persons", (SEX,), [0, 490], [CellStatus.MISSING, CellStatus.OK])
    with pytest.raises(BadInput) as caught:
        _ = lost.total
    assert str(caught.value) == (
        "the table has no total: a cell is hidden or missing, or parts do not add up, and none is published"
    )


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Dimension("sex", "sex", ()),
            "dimension 'sex' has no category: expected at least one",
        ),
        (
            lambda: Dimension("sex", "sex", ("a", "b", "a")),
            "dimension 'sex' names the category 'a' twice: expected each once",
        ),
        (
            lambda: Dimension("sex", "sex", ("a", "b"), ("A",)),
            "dimension 'sex' has 1 label for 2 categories: expected one label per category",
        ),
        (
            lambda: Dimension("sex", "sex", "ab"),
            "categories is the text 'ab': expected several texts; write ['ab']",
        ),
        (
            lambda: SEX.index("women"),
            "dimension 'sex' has no category 'women': expected one of woman, man. Did you mean 'woman'?",
        ),
        (
            lambda: Table("t", (SEX,), [1.5, 2]),
            "the values of a table are of type float64: expected whole numbers (int64)",
        ),
        (
            lambda: Table("t", (SEX,), [2**62, 2]),
            "the values of a table are too large to add up in 64 bits: expected a sum below 2**62",
        ),
        (
            lambda: Table("t", (SEX,), [1, 2], [0, 9]),
            "the statuses of a table are not all known: expected numbers from 0 to 3",
        ),
        (
            lambda: Table("t", (SEX, SEX), [[1, 2], [1, 2]]),
            "two dimensions are called 'sex': expected each name once",
        ),
        (
            lambda: Table("t", (SEX,), [1]),
            "values has the shape (1,): expected (2,), one axis per dimension",
        ),
        (
            lambda: Table("t", (SEX,), [1, 2], [0, 1]),
            "a hidden or missing cell holds a number: expected 0 there; Table.masked hides cells",
        ),
        (
            lambda: Table("t", (SEX,), [1, 2], published=[1, 3, 4]),
            "published does not repeat the cells of the table: expected them, and totals after them",
        ),
        (
            lambda: Table("t", (SEX,), [1, 2]).at(age="16"),
            "the table has no dimension 'age': expected one of sex.",
        ),
        (
            lambda: Table("t", (), 1).axis("age"),
            "the table has no dimension 'age': it is a single number",
        ),
        (
            lambda: Table("t", (SEX,), [1, 2]).masked([0, 1]),
            "status has the shape (2,): expected (3,), totals included",
        ),
        (lambda: Table("t", (SEX,), [1, 2]).text("de"), "language is 'de': expected 'sv' or 'en'."),
    ],
)
def test_golden_messages(make, message):
    with pytest.raises(BadInput) as caught:
        make()
    assert str(caught.value) == message


def test_an_unknown_in_which_somebody_may_be_is_shown_and_every_sign_is_explained():
    sex = Dimension("sex", "sex", ("woman", "man", "unknown"), ("women", "men", "unknown"))
    assert "unknown" not in Table("persons", (sex,), [3, 4, 0]).text("en")
    assert Table("persons", (sex,), [3, 4, 5]).text("en").splitlines()[1].split() == [
        "women",
        "men",
        "unknown",
        "Total",
    ]
    hidden = Table("persons", (sex,), [3, 0, 0], [0, CellStatus.MISSING, CellStatus.SUPPRESSED])
    assert [line.split() for line in hidden.text("en").splitlines()[1:]] == [
        ["women", "men", "unknown", "Total"],
        ["3", "–", "..", "–"],
        ["..", "not", "shown", "(disclosure", "control)"],
        ["–", "not", "available"],
    ]
