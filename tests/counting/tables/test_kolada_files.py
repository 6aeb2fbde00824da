"""Kolada's answers load in any order, with gaps, deletions and further pages told."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.counting import CellStatus, Table, from_kolada
from dualib.counting.tables.jsonstat import dumps
from dualib.errors import BadData, BadInput


def row(gender_values, kpi="N00941", municipality="0880", period=2015, **more):
    values = [
        {"gender": gender, "value": value, "count": 1, "status": ""}
        for gender, value in gender_values.items()
    ]
    return {"kpi": kpi, "municipality": municipality, "period": period, "values": values, **more}


def test_numbers_are_those_written_whoever_parsed_them():
    text = json.dumps({"values": [row({"T": 7.1, "K": 0.3, "M": 12})]})
    assert from_kolada(json.loads(text)) == from_kolada(text) == from_kolada(text.encode())
    assert from_kolada(json.loads(text)).decimals == 1


def test_municipalities_and_units_are_called_what_they_are():
    assert (
        from_kolada({"values": [row({"T": 7})]}).dimension("municipality").label.en
        == "municipality"
    )
    unit = {
        name: value
        for name, value in row({"T": 7}, ou="V15E088001201").items()
        if name != "municipality"
    }
    assert from_kolada({"values": [unit]}).dimension("ou").label.en == "unit"


@given(st.data())
def test_order_does_not_matter(data):
    rows = [
        row({"T": 7.25, "K": 6, "M": None}),
        row({"T": 8, "K": 7.5, "M": 8.5}, period=2016),
        row({"T": 1}, municipality="0861"),
    ]
    shuffled = [
        {**item, "values": data.draw(st.permutations(item["values"]))}
        for item in data.draw(st.permutations(rows))
    ]
    table = from_kolada({"values": shuffled})
    assert table == from_kolada({"values": rows})
    assert table.decimals == 2
    assert table.at(kpi="N00941", municipality="0880", period="2015") == 725
    assert table.at(kpi="N00941", municipality="0880", period="2015", sex="woman") == 600
    assert table.at(kpi="N00941", municipality="0880", period="2015", sex="man") is None
    assert table.at(kpi="N00941", municipality="0861", period="2016") is None
    assert table.at(kpi="N00941", sex="woman") is None
    assert Table.from_jsonstat(dumps(table)) == table
    assert table.source.sv == "Källa: Kolada"
    assert not table.additive


def test_what_is_left_out_is_told():
    data = {
        "values": [
            row({"T": 7.5}, isdeleted=False),
            row({"T": 1}, period=2016, isdeleted=True),
            {"kpi": "N00941", "municipality": "0880", "period": 2017, "is_deleted": True},
            {**row({}), "values": [{"gender": "K", "value": 3, "isdeleted": True}]},
        ],
        "next_url": "https://api.kolada.se/v3/data?page=2",
    }
    table = from_kolada(json.dumps(data).encode())
    assert table.names == ("kpi", "municipality", "period")
    assert table.values.tolist() == [[[75]]]
    assert [note.en for note in table.notes] == [
        "3 deleted entries left out.",
        "More pages exist, not fetched: https://api.kolada.se/v3/data?page=2",
    ]


def test_units_and_nulls():
    table = from_kolada(
        {
            "values": [
                {
                    "ou": "V11E1",
                    "kpi": "N1",
                    "period": 2020,
                    "values": [{"gender": "T", "value": None}],
                }
            ]
        }
    )
    assert table.names == ("kpi", "ou", "period")
    assert np.all(table.status == CellStatus.MISSING)


def test_all_faulty_rows_are_reported_together():
    data = {
        "values": [
            3,
            {"values": []},
            row({"X": 1}),
            row({"T": "7"}),
            {**row({"T": 1}), "values": [{"gender": "T", "value": 1}, {"gender": "T", "value": 2}]},
            {**row({}), "values": None},
            row({"T": True}, period=2020),
        ]
    }
    with pytest.raises(BadData) as caught:
        from_kolada(data)
    assert str(caught.value) == (
        "7 problems:\n  values, row 1: is 3: expected an object\n  values, row 2: kpi, period "
        "and municipality: missing in the row\n  values, row 3: gender is 'X': expected T, M "
        "or K\n  values, row 4: value is '7': expected a number or null\n  values, row 7: value "
        "is True: expected a number or null\n  values, row 5: gender T occurs twice: expected it "
        "once\n  values, row 6: values is missing: expected a list of objects with gender and value"
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            "{",
            "the file is not JSON: Expecting property name enclosed in double quotes: line 1 "
            "column 2 (char 1)",
        ),
        (
            {"detail": "x"},
            "values is missing: expected an answer of Kolada's data service, an object with a list 'values'",
        ),
        (
            "[]",
            "values is missing: expected an answer of Kolada's data service, an object with a list 'values'",
        ),
        ({"values": []}, "every row of values is deleted, or there is none: expected at least one"),
        (
            {
                "values": [
                    {"ou": "V1", "kpi": "N1", "period": 1, "values": [{"gender": "T", "value": 1}]},
                    row({"T": 1}),
                ]
            },
            "values holds both municipalities and units: expected one of them; ask Kolada for each",
        ),
    ],
)
def test_golden_messages(data, message):
    with pytest.raises(BadInput) as caught:
        from_kolada(data)
    assert str(caught.value) == message
