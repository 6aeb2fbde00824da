"""JSON-stat: what is written is valid, always the same, and read back without loss; SCB's tables load as published."""

import json
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonstat_validator import validate_jsonstat

from dualib.counting import CellStatus, Dimension, Table
from dualib.counting.tables.jsonstat import dumps
from dualib.errors import BadInput
from dualib.exact.exact_json import scaled
from dualib.language import Text

from_object = Table.from_jsonstat
WORDS = st.builds(
    Text, st.text("abcåäö ", min_size=1, max_size=4), st.text("abcåäö ", min_size=1, max_size=4)
)


@st.composite
def tables(draw):
    dimensions = []
    for axis, length in enumerate(draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))):
        codes = draw(
            st.lists(
                st.sampled_from(["a", "b", "total", "0880"]),
                min_size=length,
                max_size=length,
                unique=True,
            )
        )
        dimensions.append(
            Dimension(
                f"d{axis}",
                draw(WORDS),
                codes,
                [draw(WORDS) for _ in codes],
                role=draw(st.sampled_from([None, "time", "geo", "metric"])),
                extra=draw(
                    st.sampled_from(
                        [{}, {"note": ["x"]}, {"category": {"note": {codes[0]: ["y"]}}}]
                    )
                ),
            )
        )
    decimals = draw(st.sampled_from([0, 0, 1, 3]))
    shape = [len(dimension.categories) for dimension in dimensions]
    size = int(np.prod(shape))
    values = np.array(draw(st.lists(st.integers(0, 10**12), min_size=size, max_size=size))).reshape(
        shape
    )
    status = np.array(
        draw(st.lists(st.sampled_from([0, 0, 0, 1, 3]), min_size=size, max_size=size))
    ).reshape(shape)
    ones = [tuple(map(int, index)) for index in np.argwhere(status != 1)]
    marks = {index: "e" for index in ones if draw(st.booleans())}
    table = Table(
        draw(WORDS),
        dimensions,
        np.where(status == 0, values, 0),
        status,
        decimals=decimals,
        additive=draw(st.booleans()),
        notes=draw(st.lists(WORDS, max_size=2)),
        source=draw(st.none() | WORDS),
        updated=draw(st.sampled_from([None, "2015-05-31"])),
        marks=marks,
        extension=draw(
            st.sampled_from([{}, {"px": {"decimals": 1}}, {"dualib": {"on": "2015-05-31"}}])
        ),
    )
    if draw(st.booleans()):
        _, before = table.with_totals()
        table = table.masked(np.where(before == CellStatus.MISSING, 0, before))
    return table


@given(tables(), st.sampled_from(["sv", "en"]))
def test_round_trip_is_without_loss_and_byte_for_byte(table, language):
    text = dumps(table, language=language)
    again = Table.from_jsonstat(text)
    assert again == table
    assert (again.marks, again.extension) == (table.marks, table.extension)
    assert [dimension.extra for dimension in again.dimensions] == [
        dimension.extra for dimension in table.dimensions
    ]
    assert dumps(again, language=language) == text
    assert dumps(from_object(text.encode()), language=language) == text


@given(tables())
def test_what_is_written_is_valid(table):
    assert validate_jsonstat(json.loads(dumps(table)))


def test_the_text_is_made_to_be_read():
    table = Table("åldrar", (Dimension("kön", "kön", ("woman", "man")),), [1, 2])
    written = dumps(table)
    assert written.startswith(
        '{\n "version": "2.0",\n "class": "dataset",\n "label": "åldrar",\n "id": [\n  "kön"\n ],\n'
    )
    assert written.endswith(
        ' },\n "value": [\n  1,\n  2\n ]\n}\n'
    )  # no statuses where every cell is shown


def test_the_text_is_laid_out_alike_where_a_number_has_more_digits_than_a_float():
    axis = Dimension("kön", "kön", ("woman", "man"))
    short = Table("åldrar", (axis,), [100, 200], decimals=2)
    long = Table("åldrar", (axis,), [123456789012345678, 200], decimals=2)
    assert dumps(long) == dumps(short).replace("  1.0,", "  1234567890123456.78,")


def test_words_that_look_like_marked_numbers_stay_words():
    table = Table("#5#", (Dimension("d", "##7##", ("a",)),), [123456789012345678], decimals=2)
    assert from_object(dumps(table)) == table
    assert '"#5#"' in dumps(table)


def test_a_single_number_without_dimensions():
    table = Table("alla", (), 7)
    assert Table.from_jsonstat(table.to_jsonstat()) == table


def test_hidden_cells_do_not_say_which_are_small():
    sex = Dimension("sex", "sex", ("woman", "man"))
    table = Table("persons", (sex,), [3, 490]).masked(
        [CellStatus.SUPPRESSED, CellStatus.SECONDARY, CellStatus.OK]
    )
    written = table.to_jsonstat()
    assert written["value"] == [None, None, 493]
    assert written["status"] == {"0": "c", "1": "c"}
    again = Table.from_jsonstat(written)
    assert again.status.tolist() == [CellStatus.SUPPRESSED, CellStatus.SUPPRESSED]
    assert again.total == 493
    assert json.loads(dumps(again)) == written


SCB = {
    "version": "2.0",
    "class": "dataset",
    "href": "https://example.org/BE0101",
    "label": "Folkmängd efter region, kön och år",
    "source": "SCB",
    "updated": "2026-02-20T06:00:00Z",
    "note": ["Uppgifterna är röjandekontrollerade med Cell Key-metoden (CKM)."],
    "role": {"time": ["Tid"], "geo": ["Region"]},
    "id": ["Region", "Kon", "Tid"],
    "size": [2, 3, 1],
    "dimension": {
        "Region": {
            "label": "region",
            "category": {
                "index": {"0880": 0, "0861": 1},
                "label": {"0880": "Kalmar", "0861": "Mönsterås"},
            },
            "extension": {"elimination": True},
        },
        "Kon": {
            "label": "kön",
            "category": {
                "index": {"1+2": 2, "1": 0, "2": 1},
                "label": {"1": "män", "2": "kvinnor", "1+2": "totalt"},
            },
        },
        "Tid": {"label": "år", "category": {"label": {"2025": "2025"}}},
    },
    "value": [36201, 36322, 72519, 6702, None, 13203],
    "status": {"4": "..", "0": "e"},
    "extension": {"px": {"tableid": "BE0101"}},
}


def test_a_perturbed_table_as_scb_writes_it():
    table = Table.from_jsonstat(SCB, totals={"Kon": "1+2"})
    assert not table.additive
    assert table.dimension("Kon").categories == ("1", "2")
    assert table.at(Region="0880", Tid="2025", Kon="1") == 36201
    assert table.select("Region", "0880").select("Tid", "2025").total == 72519 != 36201 + 36322
    assert table.at(Tid="2025") is None
    assert table.status.ravel().tolist() == [0, 0, 0, CellStatus.MISSING]
    assert table.marks == {(0, 0, 0): "e"}
    assert table.dimension("Tid").role == "time"
    assert table.dimension("Region").extra == {"extension": {"elimination": True}}
    again = Table.from_jsonstat(dumps(table))
    assert again == table
    assert dumps(again) == dumps(table)
    assert table.to_jsonstat()["href"] == SCB["href"]
    assert Table.from_jsonstat(SCB).dimension("Kon").categories == ("1", "2", "1+2")


@pytest.mark.parametrize(
    "notes",
    [
        {"note": "Skyddad med CKM"},
        {"note": ["Annat.", "Cell Key-metoden används."]},
        {"category": {"note": {"2025": ["Uppgifterna är perturberade."]}}},
        {"category": {"note": {"2024": ["Annat."], "2025": "Protected by the cell-key method"}}},
    ],
)
def test_a_warning_of_perturbed_numbers_may_stand_at_a_dimension_or_a_category(notes):
    period = {**SCB["dimension"]["Tid"], **notes}
    period["category"] = {**SCB["dimension"]["Tid"]["category"], **notes.get("category", {})}
    data = {**without("note"), "dimension": {**SCB["dimension"], "Tid": period}}
    table = from_object(data)
    assert not table.additive
    assert from_object(data, additive=True).additive
    assert from_object(without("note")).additive
    assert from_object(dumps(table)) == table


def test_totals_of_an_additive_table_and_marks_move_with_their_cells():
    data = {
        **SCB,
        "note": "Ingen röjandekontroll.",
        "value": [5, 6, 11, 1, 2, 3],
        "status": ["a", "b", "t", None, "d", None],
    }
    data["dimension"] = {
        **SCB["dimension"],
        "Kon": {"category": {"index": ["1+2", "1", "2"]}},
    }
    data["value"] = [11, 5, 6, 3, 1, 2]
    table = Table.from_jsonstat(data, totals={"Kon": "1+2"})
    assert table.additive
    assert table.values.ravel().tolist() == [5, 6, 1, 2]
    assert table.total == 14
    assert table.marks == {(0, 2, 0): "a", (0, 0, 0): "b", (0, 1, 0): "t", (1, 0, 0): "d"}
    assert (
        Table.from_jsonstat({**data, "value": [11, 5, 6, None, 1, 2]}, totals={"Kon": "1+2"}).at()
        is None
    )
    assert not Table.from_jsonstat(data, additive=False).additive


def test_a_publishers_mark_beside_a_number_is_kept_whatever_sign_it_is():
    """The signs that stand for hidden and missing here may mean something else beside a number that is shown."""
    axis = {"a": {"category": {"index": ["x", "y", "z"]}}}
    data = {"class": "dataset", "id": ["a"], "size": [3], "dimension": axis, "value": [1, None, 3]}
    marks = {"0": "c", "1": "c", "2": ".."}
    table = from_object({**data, "status": marks})
    assert table.marks == {(0,): "c", (2,): ".."}
    assert table.status.tolist() == [CellStatus.OK, CellStatus.SUPPRESSED, CellStatus.OK]
    assert table.to_jsonstat()["status"] == marks


def test_one_status_for_all_and_values_with_gaps():
    data = {**SCB, "status": "p", "value": {"0": 1.5, "3": 2}}
    table = Table.from_jsonstat(data)
    assert table.decimals == 1
    assert table.values.ravel().tolist() == [15, 0, 0, 20, 0, 0]
    assert table.status.ravel().tolist() == [0, 3, 3, 0, 3, 3]
    assert set(table.marks.values()) == {"p"}
    assert set(Table.from_jsonstat({**data, "status": ["p"]}).marks.values()) == {"p"}


@given(st.lists(st.floats(-1e6, 1e6).map(lambda x: round(x, 9)), min_size=1, max_size=4))
def test_decimal_numbers_survive_exactly(numbers):
    whole, decimals = scaled([Decimal(repr(number)) for number in numbers])
    assert [number / 10**decimals for number in whole] == numbers
    table = Table(
        "t",
        (Dimension("d", "d", [str(index) for index in range(len(numbers))]),),
        whole,
        decimals=decimals,
    )
    assert table.to_jsonstat()["value"] == numbers


@given(st.lists(st.integers(-(2**59), 2**59), min_size=1, max_size=4), st.integers(0, 18))
def test_every_digit_survives_whatever_a_float_holds(whole, decimals):
    table = Table(
        "#t##",
        (Dimension("d", "#", [str(index) for index in range(len(whole))]),),
        whole,
        decimals=decimals,
    )
    text = dumps(table)
    assert from_object(text) == table
    assert dumps(from_object(text)) == text
    read = json.loads(text, parse_float=Decimal)
    assert [Decimal(value).scaleb(decimals) for value in read["value"]] == whole
    assert from_object(read) == table
    assert from_object(table.to_jsonstat()) == table


def test_more_digits_than_a_float_holds_are_kept():
    data = {**SCB, "value": [1, 2, 3, 4, 5, 6]}
    text = json.dumps(data).replace('"value": [1,', '"value": [1234567890123456.78,')
    table = Table.from_jsonstat(text)
    assert table.values.flat[0] == 123456789012345678
    assert "1234567890123456.78," in dumps(table)
    assert table.to_jsonstat()["value"][0] == Decimal("1234567890123456.78")
    assert table.to_jsonstat()["value"][1] == 2.0


def test_numbers_in_the_extension_are_written_as_they_stood():
    text = json.dumps({**SCB, "extension": {"px": {"weight": 0, "sign": "#"}}}).replace(
        '"weight": 0', '"weight": 0.12345678901234567891'
    )
    written = dumps(Table.from_jsonstat(text))
    assert '"weight": 0.12345678901234567891,' in written
    assert dumps(Table.from_jsonstat(written)) == written
    with pytest.raises(BadInput) as caught:
        dumps(Table("t", (), 1, extension={"day": {1}}))
    assert (
        str(caught.value)
        == "the extension holds {1}: expected texts, numbers, lists and objects, as in JSON"
    )


def without(*names):
    return {name: value for name, value in SCB.items() if name not in names}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            "{",
            "the file is not JSON: Expecting property name enclosed in double quotes: line 1 "
            "column 2 (char 1)",
        ),
        (
            [],
            "class is 'list': expected a JSON-stat 2.0 dataset (of a collection, take one of its items)",
        ),
        (
            {"class": "collection"},
            "class is 'collection': expected a JSON-stat 2.0 dataset (of a collection, take one of its items)",
        ),
        (without("id"), "id, size or dimension is missing: expected two lists and an object"),
        ({**SCB, "size": [2, 3]}, "size has 2 numbers for 3 dimensions: expected one each"),
        (
            {**SCB, "id": ["Region", "Kon", "Ti"]},
            "dimension.Ti.category is missing: expected an object.",
        ),
        ({**SCB, "size": [2, 2, 1]}, "dimension.Kon has 3 categories: expected 2, as size says"),
        (
            {**SCB, "value": [1, 2]},
            "value has 2 entries: expected 6, the product of size, or an object",
        ),
        (without("value"), "value has 0 entries: expected 6, the product of size, or an object"),
        ({**SCB, "role": ["Tid"]}, "role is ['Tid']: expected an object"),
        ({**SCB, "extension": "px"}, "extension is 'px': expected an object"),
        ({**SCB, "extension": {"dualib": 1}}, "extension.dualib is 1: expected an object"),
        (
            {**SCB, "value": {"6": 1}},
            "value has the key '6': expected the number of a cell, from 0 to 5",
        ),
        ({**SCB, "value": ["1"] * 6}, "value[0] is '1': expected a number or null"),
        (
            json.dumps({**SCB, "value": [float("nan")] * 6}),
            "a value is NaN: expected a finite number, or null with a status",
        ),
        (
            {**SCB, "value": [10**18, 0.125, 1, 1, 1, 1]},
            "a value has too many digits (3 decimals are needed): expected at most 18 digits in all",
        ),
        (
            {**SCB, "value": [Decimal("inf")] * 6},
            "a value is Infinity: expected a finite number, or null with a status",
        ),
    ],
)
def test_golden_messages(data, message):
    with pytest.raises(BadInput) as caught:
        Table.from_jsonstat(data)
    assert str(caught.value) == message


def test_a_total_that_is_not_there():
    with pytest.raises(BadInput) as caught:
        Table.from_jsonstat(SCB, totals={"Kön": "1+2"})
    assert str(caught.value).startswith(
        "the table has no dimension 'Kön': expected one of Region, Kon, Tid."
    )
