"""A register from two tables: every value read, every faulty row reported, nothing dropped."""
# ruff: noqa: E501 - golden messages are long

# ruff: noqa: DTZ001 - golden messages are long, and a register holds plain dates

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.dates import NEVER_DAY, UNKNOWN_DAY, to_day
from dualib.errors import BadData, BadInput
from dualib.messages import quoted
from dualib.person import ONGOING, Person
from dualib.person.values import is_missing
from dualib.register import Register
from dualib.register.reading import read as read_tables
from dualib.verdicts import Verdict
from dualib.vocabulary import NEVER, Status, Track, statuses
from dualib.vocabulary.facts import EXCLUSIVE
from dualib.vocabulary.status import STATUS_ALIASES

FIRST, LAST = date(2014, 1, 1), date(2015, 5, 31)
SEEN = (FIRST, LAST)
EPOCH = date(1970, 1, 1).toordinal()


def spell_table(rows: list[tuple[Any, Any, Any, Any]]) -> dict[str, list[Any]]:
    return {
        name: [row[at] for row in rows] for at, name in enumerate(("key", "start", "end", "status"))
    }


def read(
    persons: Any, rows: list[tuple[Any, Any, Any, Any]] | None = None, **more: Any
) -> Register:
    more.setdefault("observed", SEEN)
    return Register.from_frames(persons, None if rows is None else spell_table(rows), **more)


CLASHING = [Status.FULL_TIME_UNEMPLOYED, Status.PART_TIME, Status.HOURLY, Status.IN_KAA]
ROWS = st.tuples(
    st.integers(0, 2),
    st.integers(0, 12),
    st.none() | st.integers(0, 12),
    st.lists(st.sampled_from(CLASHING), min_size=1, max_size=2, unique=True),
).map(lambda row: (row[0], row[1], None if row[2] is None else row[1] + row[2], row[3]))


@given(st.lists(ROWS, max_size=8))
def test_contradictions_are_those_a_slow_search_finds(
    rows: list[tuple[int, int, int | None, list[Status]]],
) -> None:
    table = [
        (
            key,
            date(2015, 1, 1 + start),
            "" if end is None else date(2015, 1, 1 + end),
            "+".join(s.value for s in several),
        )
        for key, start, end, several in rows
    ]
    register = read({"key": [0, 1, 2]}, table or None, contradictions="report")
    flagged: set[int] = set()
    for at, (key, start, end, several) in enumerate(rows):
        for other, (its_key, its_start, its_end, its) in enumerate(rows):
            meets = key == its_key and max(start, its_start) <= min(
                99 if e is None else e for e in (end, its_end)
            )
            for pair in EXCLUSIVE:
                one, two = tuple(pair)
                if meets and ((one in several and two in its) or (two in several and one in its)):
                    flagged |= {at + 1, other + 1}
    named: set[int] = set()
    for problem in register.contradictions:
        named |= {problem.row or 0}
        named |= {row for name, row in problem.what.fields if name == "other"}
    assert named == flagged
    if flagged:
        with pytest.raises(BadData):
            read({"key": [0, 1, 2]}, table)


@given(st.lists(ROWS, max_size=8))
def test_spells_are_sorted_by_end_and_keep_everything(
    rows: list[tuple[int, int, int | None, list[Status]]],
) -> None:
    first = to_day(date(2015, 1, 1))
    table = {
        "key": np.array([row[0] for row in rows], dtype=np.int64),
        "start": np.array([first + row[1] for row in rows], dtype="datetime64[D]"),
        "end": np.array(
            ["NaT" if row[2] is None else first + row[2] for row in rows], dtype="datetime64[D]"
        ),
        "status": [tuple(row[3]) for row in rows],
    }
    register = Register.from_frames(
        {"id": [2, 1, 0]}, table, observed=SEEN, contradictions="report"
    )
    spells = register.spells
    expected = sorted(
        (
            (
                2 - key,
                first + start,
                NEVER_DAY if end is None else first + end,
                sum(s.bit for s in several),
            )
            for key, start, end, several in rows
        ),
        key=lambda row: row[2],
    )
    arrays = (spells.person, spells.start, spells.end, spells.mask)
    assert list(zip(*(array.tolist() for array in arrays))) == expected
    assert [array.dtype for array in arrays] == [np.int32, np.int32, np.int32, np.int64]
    assert not any(array.flags.writeable for array in arrays)
    assert register.keys.tolist() == [2, 1, 0]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "values",
    [
        ["1996-02-29", " ", None, "2000-01-01 00:00:00"],
        ["19960229", "", float("nan"), "2000-01-01T00:00"],
        [date(1996, 2, 29), None, None, datetime(2000, 1, 1)],
        np.array(["1996-02-29", "NaT", "NaT", "2000-01-01"], dtype="datetime64[ns]"),
        np.ma.masked_array(
            np.array(
                ["1996-02-29", "1700-01-01", "1700-01-01", "2000-01-01"], dtype="datetime64[D]"
            ),
            [0, 1, 1, 0],
        ),
        [np.datetime64("1996-02-29"), np.datetime64("NaT"), None, np.datetime64("2000-01-01")],
    ],
)
def test_dates_are_read_from_all_that_people_write(values: Any) -> None:
    column = read({"född": values}).column("born")
    assert column.dtype == np.int32
    assert column.tolist() == [
        date(1996, 2, 29).toordinal() - EPOCH,
        UNKNOWN_DAY,
        UNKNOWN_DAY,
        10957,
    ]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            ["ja", "NEJ", "", "sant", "falskt", "1", "0", "yes", "false"],
            [1, -1, 0, 1, -1, 1, -1, 1, -1],
        ),
        ([True, False, None], [1, -1, 0]),
        ([1, 0, None], [1, -1, 0]),
        (np.array([1.0, 0.0, np.nan]), [1, -1, 0]),
        (np.array([True, False]), [1, -1]),
        (np.ma.masked_array([True, False], [False, True]), [1, 0]),
        (np.array(["ja", "", "nej"]), [1, 0, -1]),
    ],
)
def test_yes_and_no(values: Any, expected: list[int]) -> None:
    column = read({"school_duty_done": values}).column("school_duty_done")
    assert column.dtype == np.int8
    assert column.tolist() == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["11", "ingen", "", "none", "Nej", "false", "0"], [11, 0, UNKNOWN_DAY, 0, 0, 0, 0]),
        ([11, False, None], [11, 0, UNKNOWN_DAY]),
        (np.array([11, 0]), [11, 0]),
        (np.array([93.0, np.nan]), [93, UNKNOWN_DAY]),
    ],
)
def test_codes(values: Any, expected: list[int]) -> None:
    assert read({"funktionshinderkod": values}).column("disability_code").tolist() == expected


def test_words_for_sex_in_both_languages_and_never() -> None:
    register = read(
        {
            "Kön": ["k", "M", "kvinna", "MAN", "female", "f", ""],
            "first_registered": ["aldrig", NEVER, "Never", *[""] * 4],
        }
    )
    assert register.column("sex").tolist() == [0, 1, 0, 1, 0, 0, UNKNOWN_DAY]
    assert register.column("first_registered").tolist() == [NEVER_DAY] * 3 + [UNKNOWN_DAY] * 4
    assert register.keys == range(1, 8)


def test_counts_of_days() -> None:
    register = read({"benefit_days_in_jobbgaranti": ["12", "", "0"]})
    assert register.column("benefit_days_in_jobbgaranti").tolist() == [12, UNKNOWN_DAY, 0]
    register = read({"benefit_days_in_jobbgaranti": np.array([12, 0])})
    assert register.column("benefit_days_in_jobbgaranti").tolist() == [12, 0]


def test_a_municipality_that_lost_its_zero_gets_it_back_and_it_is_said() -> None:
    register = read({"kommunkod": ["0880", "138", "", "0138", "138"]})
    assert register.categories("municipality") == ("0138", "0880")
    assert register.column("municipality").tolist() == [1, 0, UNKNOWN_DAY, 0, 0]
    assert (
        register.notes[0].en
        == "2 municipality codes of three digits were read with a leading zero."
    )
    assert read({"kommunkod": np.array([880, 2584])}).categories("municipality") == ("0880", "2584")


@pytest.mark.parametrize("end", ["", None, "pågående", "tills vidare", ONGOING])
def test_an_empty_end_is_ongoing_and_counted(end: Any) -> None:
    register = read({"key": ["a"]}, [("a", "2015-01-01", end, "in_kaa")] * 2)
    assert register.spells.end.tolist() == [NEVER_DAY] * 2
    counted = [note.en for note in register.notes]
    assert counted == (
        ["2 spells without an end date were read as ongoing."] if is_missing(end) else []
    )


@given(
    st.lists(st.integers(-(2**62), 2**62), min_size=1, max_size=8, unique=True),
    st.lists(st.integers(-5, 5), min_size=1, max_size=8, unique=True),
    st.data(),
)
def test_keys_far_apart_and_close_are_linked_alike(
    far: list[int], close: list[int], data: st.DataObject
) -> None:
    for keys in (far, close, [str(key) for key in far]):
        chosen = data.draw(st.lists(st.sampled_from(keys), min_size=1, max_size=8))
        register = read(
            {"key": keys}, [(key, "2015-01-01", "2015-01-01", "in_kaa") for key in chosen]
        )
        assert register.spells.person.tolist() == [keys.index(key) for key in chosen]


def test_small_and_huge_whole_numbers_as_keys() -> None:
    keys = np.array([127, -128], dtype=np.int8)
    table = {
        "key": keys,
        "start": ["2015-01-01"] * 2,
        "end": ["2015-01-01"] * 2,
        "status": ["in_kaa"] * 2,
    }
    register = Register.from_frames({"key": keys}, table, observed=SEEN)
    assert register.spells.person.tolist() == [0, 1]
    keys[0] = 5
    assert list(register.keys) == [127, -128]
    with pytest.raises(BadData, match="persons, row 2: key is neither text nor a whole number"):
        read({"key": np.array([1, 2**64 - 1], dtype=np.uint64)})


def test_keys_may_be_text_or_numbers() -> None:
    rows = [(" b", "2015-01-01", "2015-01-01", "in_kaa")]
    assert read({"nyckel": ["a", "b "]}, rows).spells.person.tolist() == [1]
    assert read({"nyckel": np.array(["a", "b"])}, rows).keys == ("a", "b")
    rows = [(7, "2015-01-01", "2015-01-01", "in_kaa")]
    assert read({"nyckel": np.array([3.0, 7.0])}, rows).spells.person.tolist() == [1]
    big = 2**70
    assert read({"nyckel": [3, 7]}, rows).spells.person.tolist() == [1]
    assert read({"nyckel": np.array([3, 7], dtype=np.int8)}, rows).spells.person.tolist() == [1]
    with pytest.raises(BadData, match="nyckel is neither text nor a whole number"):
        read({"nyckel": [big, 1]}, rows)


@pytest.mark.parametrize(
    "observed",
    [
        SEEN,
        {"work": SEEN},
        {Track.WORK: ("2014-01-01", np.datetime64("2015-05-31"))},
        {Track.WORK: (np.array("2014-01-01", dtype="datetime64[D]"), datetime(2015, 5, 31))},
        {Track.WORK: ([FIRST, FIRST], np.array(["2015-05-31"] * 2, dtype="datetime64[D]"))},
    ],
)
def test_what_was_observed_can_be_said_for_all_or_for_each(observed: Any) -> None:
    register = read({"key": [1, 2]}, observed=observed)
    first, last = register.observed[Track.WORK]
    assert first.tolist() == [to_day(FIRST)] * 2
    assert last.tolist() == [to_day(LAST)] * 2
    first, last = register.observed[Track.STUDY]
    assert (first > last).all() == isinstance(observed, dict)


def test_a_person_nobody_observed() -> None:
    register = read({"key": [1, 2]}, observed=([FIRST, None], [LAST, None]))
    first, last = register.observed[Track.WORK]
    assert (first > last).tolist() == [False, True]
    assert list(register.person(1).observed) == []


def test_as_of_for_all_or_for_each_or_in_a_column() -> None:
    day = to_day(LAST)
    assert read({"key": [1, 2]}, as_of=LAST).as_of.tolist() == [day, day]
    assert read({"key": [1, 2]}, as_of=["2015-05-31", None]).as_of.tolist() == [day, UNKNOWN_DAY]
    assert read({"key": [1], "uttagsdatum": ["2015-05-31"]}).as_of.tolist() == [day]
    assert read({"key": [1]}).as_of.tolist() == [UNKNOWN_DAY]


def test_skat_codes_stand_for_statuses() -> None:
    rows = {
        "key": ["a"] * 4,
        "start": ["2015-01-01", "2016-03-01", "2015-02-01", "2015-01-01"],
        "end": ["2015-01-31", "", "2015-02-02", ""],
    }
    register = Register.from_frames(
        {"key": ["a"]},
        rows | {"skat": ["11", "15", "69", "21"]},
        observed=SEEN,
        contradictions="report",
    )
    by_start = dict(zip(register.spells.end.tolist(), register.spells.mask.tolist()))
    assert (
        by_start[to_day(date(2015, 1, 31))]
        == Status.FULL_TIME_UNEMPLOYED.bit | Status.REGISTERED_AS_JOBSEEKER.bit
    )
    assert (
        by_start[to_day(date(2015, 2, 2))]
        == Status.IN_JOBBGARANTI.bit | Status.REGISTERED_AS_JOBSEEKER.bit
    )
    assert len(register.contradictions) == 1
    numbers = Register.from_frames(
        {"key": ["a"]}, rows | {"skat": np.array([14, 15, 69, 21])}, observed=SEEN
    )
    assert numbers.spells.mask.min() == Status.REGISTERED_AS_JOBSEEKER.bit


def test_columns_named_by_the_caller_and_columns_left_out() -> None:
    register = Register.from_frames(
        {"x": ["1996-02-29"], "y": [1]}, columns={"x": "born"}, ignore=["y"]
    )
    assert register.provided == {"born"}


def test_a_column_named_for_the_other_table_is_not_lost() -> None:
    rows = {
        "key": ["a"],
        "start": ["2015-01-01"],
        "end": [""],
        "status": ["in_kaa"],
        "x": ["1996-02-29"],
    }
    with pytest.raises(
        BadData,
        match="spells: column 'x' is to be read as born, which does not belong in this table",
    ):
        Register.from_frames(OK, rows, observed=SEEN, columns={"x": "born"})


OK = {"key": ["a", "b"], "born": ["1996-02-29", "1990-01-01"]}
GOOD_ROW = ("a", "2015-01-01", "2015-02-01", "in_kaa")
CODES = "11, 21, 22, 31, 32, 41, 42, 51, 61, 71, 81, 91, 92, 93"
TWO = "1 problem:\n  "
BAD: dict[str, tuple[dict[str, Any], list[Any] | None, dict[str, Any], str]] = {
    "no date": ({"born": ["1996-02-29", "igår"]}, None, {}, "persons, row 2: born is 'igår': expected year-month-day such as 2015-05-31"),
    "no day of the calendar": ({"born": ["1995-02-29"]}, None, {}, "persons, row 1: born is '1995-02-29', a day that is not in the calendar: expected a date such as 2015-05-31"),
    "a day too far": ({"born": ["9999-12-31"]}, None, {}, "persons, row 1: born is '9999-12-31': expected a date from 1850 to 2200"),
    "a stamp too far": ({"born": np.array(["1700-01-01"], dtype="datetime64[D]")}, None, {}, "persons, row 1: born is '1700-01-01': expected a date from 1850 to 2200"),
    "a time of day": ({"born": np.array(["1990-01-01T12"], dtype="datetime64[h]")}, None, {}, "persons, row 1: born is '1990-01-01T12', with a time of day: expected a date without one"),
    "a datetime": ({"born": [datetime(1990, 1, 1, 12)]}, None, {}, "persons, row 1: born is 1990-01-01T12:00:00, with a time of day: expected a date without one"),
    "a date as a number": ({"born": [19960229]}, None, {}, "persons, row 1: born is 19960229: expected year-month-day such as 2015-05-31"),
    "mixed sorts": ({"born": ["1996-02-29", "1990-01-01", date(1990, 1, 1)]}, None, {}, "persons, row 3: born is 1990-01-01 (date), but most of the column is text: expected values of one sort"),
    "lists in cells": ({"born": [["1996"]]}, None, {}, "persons, row 1: born is \"['1996']\": expected year-month-day such as 2015-05-31"),
    "no code": ({"disability_code": [12]}, None, {}, f"persons, row 1: disability_code is 12: expected one of {CODES}, or empty for unknown; False where there is no code"),
    "no code in words": ({"disability_code": ["elva"]}, None, {}, f"persons, row 1: disability_code is 'elva': expected one of {CODES}, or empty for unknown; False where there is no code"),
    "half a code": ({"disability_code": [11.5]}, None, {}, f"persons, row 1: disability_code is 11.5: expected one of {CODES}, or empty for unknown; False where there is no code"),
    "no count": ({"benefit_days_in_jobbgaranti": ["många"]}, None, {}, "persons, row 1: benefit_days_in_jobbgaranti is 'många': expected a whole number from 0, or empty for unknown"),
    "a number for yes": ({"school_duty_done": [2]}, None, {}, "persons, row 1: school_duty_done is 2: expected yes or no, or empty for unknown; also True and False, 1 and 0, or None"),
    "no columns": ({}, None, {}, "persons: has no columns: expected a header with at least one fact, such as born"),
    "no rows": ({"born": []}, None, {}, "persons: has no rows: expected one row per person"),
    "two columns for one": ({"born": ["1996-02-29"], "född": ["1996-02-29"]}, None, {}, "persons: columns 'born' and 'född' are both read as born: expected one of them"),
    "same key": ({"key": ["a", "b", "a"]}, None, {}, "persons, row 3: key 'a' was already used in row 1: expected one row per person"),
    "same number": ({"key": [1, 2, 1]}, None, {}, "persons, row 3: key 1 was already used in row 1: expected one row per person"),
    "personnummer as key": ({"key": ["191212121212"] * 2}, None, {}, "persons, row 2: key (not shown: it looks like a personnummer) was already used in row 1: expected one row per person"),
    "key missing": ({"key": ["a", ""]}, None, {}, "persons, row 2: key is missing"),
    "keys mixed": ({"key": ["a", 1]}, None, {}, "persons, row 2: key is neither text nor a whole number, or the column mixes the two"),
    "keys with decimals": ({"key": [1.5, 2.0]}, None, {}, "persons, row 1: key is neither text nor a whole number, or the column mixes the two"),
    "no key column": ({"born": ["1996-02-29"]}, [(1, "2015-01-01", "", "in_kaa")], {}, "persons: has no key column: expected key (or person, id), to which the spells refer"),
    "stranger": (OK, [("c", "2015-01-01", "", "in_kaa")], {}, "spells, row 1: key 'c' is not among the persons"),
    "stranger by number": ({"key": [1]}, [(2, "2015-01-01", "", "in_kaa")], {}, "spells, row 1: key 2 is not among the persons"),
    "other sort of key": (OK, [(1, "2015-01-01", "", "in_kaa")], {}, "spells: key is a whole number here and text among the persons: expected the same sort in both"),
    "other sort of key, turned": ({"key": [1]}, [("1", "2015-01-01", "", "in_kaa")], {}, "spells: key is text here and a whole number among the persons: expected the same sort in both"),
    "spell key missing": (OK, [("", "2015-01-01", "", "in_kaa"), GOOD_ROW], {}, "spells, row 1: key is missing"),
    "ends too early": (OK, [("a", "2015-01-02", "2015-01-01", "in_kaa")], {}, "spells, row 1: the spell ends 2015-01-01, before it starts 2015-01-02: the end is its last day"),
    "before birth": (OK, [("a", "1996-02-28", "", "in_kaa")], {}, "spells, row 1: starts 1996-02-28, before the person was born 1996-02-29"),
    "no start": (OK, [("a", "", "", "in_kaa")], {}, "spells, row 1: start is missing: expected the first day"),
    "no status": (OK, [("a", "2015-01-01", "", "")], {}, "spells, row 1: status is missing"),
    "a status that is none": (OK, [("a", "2015-01-01", "", 5)], {}, "spells, row 1: status 5 is not a status: expected a status, its name, or several of them"),
    "a clash": (OK, [("a", "2015-01-01", "", "hourly"), ("a", "2015-02-01", "", "full_time_unemployed")], {}, "spells, row 2: full-time unemployment and hourly work on the same day, first 2015-02-01 (with row 1)"),
    "nothing observed": (OK, [GOOD_ROW], {"observed": None}, "spells: has no observed period: without it, days without a spell say nothing; write observed=(first day, last day), or a mapping of tracks to such pairs"),
    "observed backwards for one": (OK, None, {"observed": ([FIRST, LAST], [LAST, FIRST])}, "observed, row 2: ends before it starts"),
    "observed by half": (OK, None, {"observed": ([FIRST, None], [LAST, LAST])}, "observed, row 2: has only one of its two days: expected both, or neither"),
    "as_of that is none": (OK, None, {"as_of": ["2015-05-31", "x"]}, "as_of, row 2: date is 'x': expected year-month-day such as 2015-05-31"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_faulty_rows_are_reported_with_place_and_mend(case: str) -> None:
    persons, rows, more, message = BAD[case]
    with pytest.raises(BadData) as caught:
        read(persons, rows, **more)
    assert str(caught.value) == f"1 problem:\n  {message}"


ARGUMENTS: dict[str, tuple[dict[str, Any], str]] = {
    "columns to nowhere": ({"columns": {"born": "bron"}}, "column 'born' is to be read as 'bron', which is not known; expected one of key, as_of, born, sex, .* Did you mean 'born'"),
    "columns from nowhere": ({"columns": {"bron": "born"}}, "column 'bron' is to be read under another name, but no table has it. Did you mean 'born'"),
    "ignore nothing": ({"ignore": ["x"]}, "ignore names 'x', which no table has"),
    "contradictions": ({"contradictions": "no"}, "contradictions is 'no': expected 'raise' or 'report'"),
    "observed backwards": ({"observed": (LAST, FIRST)}, "observed ends 2014-01-01, before it starts 2015-05-31"),
    "observed as one day": ({"observed": LAST}, r"observed is 2015-05-31: expected a pair"),
    "observed too short": ({"observed": ([FIRST], [LAST])}, "first day of observed has 1 date for 2 persons: expected one date, or one per person"),
    "observed as a number": ({"observed": (1, 2)}, "column 'first day of observed' is int: expected an array or a list"),
    "observed on no track": ({"observed": {"x": SEEN}}, "track 'x' is not known"),
    "as_of in words": ({"as_of": "igår"}, "as_of is 'igår': expected year-month-day"),
    "a table of texts": ({"spells": {"key": "abc"}}, "column 'spells: key' is str: expected an array or a list of values"),
    "a deep array": ({"spells": {"key": np.zeros((2, 2))}}, "column 'spells: key' has 2 dimensions: expected one"),
    "uneven": ({"spells": {"key": [1], "start": []}}, "spells: columns differ in length: key 1, start 0"),
    "same name twice": ({"spells": {1: [1], "1": [1]}}, "spells: two columns have the same name when written as text"),
}  # fmt: skip


@pytest.mark.parametrize("case", ARGUMENTS)
def test_bad_arguments(case: str) -> None:
    more, message = ARGUMENTS[case]
    with pytest.raises(BadInput, match=message):
        Register.from_frames(OK, **({"observed": SEEN} | more))


def test_as_of_cannot_be_said_twice() -> None:
    with pytest.raises(BadInput, match="as_of is given both as an argument and as column 'per'"):
        read({"born": ["1996-02-29"], "per": ["2015-05-31"]}, as_of=LAST)


DAYS_WRITTEN = st.lists(
    st.sampled_from(["2015-05-31", "2014-12-31", "", None]), min_size=1, max_size=4
)


@given(DAYS_WRITTEN, st.none() | st.just(LAST), st.none() | st.just(date(2016, 1, 1)))
def test_the_day_of_the_facts_is_the_columns_else_the_arguments_else_the_other(
    written: list[str | None], said: date | None, otherwise: date | None
) -> None:
    people = {"born": ["1996-02-29"] * len(written)}
    column = [
        UNKNOWN_DAY if not day else date.fromisoformat(day).toordinal() - EPOCH for day in written
    ]
    fallback = said or otherwise
    everyone = [UNKNOWN_DAY if fallback is None else fallback.toordinal() - EPOCH] * len(written)
    assert read_tables(people, as_of=said, as_of_otherwise=otherwise).as_of.tolist() == everyone
    if said is None:
        # A column of an empty template says nothing; one with a single day in it is believed, its empty cells too.
        expected = column if any(written) else everyone
        assert (
            read_tables(people | {"per": written}, as_of_otherwise=otherwise).as_of.tolist()
            == expected
        )


def test_spells_without_any_person_are_reported_too() -> None:
    for key, sort in ((1, "number"), ("a", "text")):
        with pytest.raises(BadData) as caught:
            read({"key": []}, [(key, "2015-01-01", "", "in_kaa")])
        assert [str(p) for p in caught.value.problems] == [
            "persons: has no rows: expected one row per person",
            f"spells, row 1: key {key!r} is not among the persons",
        ], sort


def test_all_faults_of_both_tables_come_together() -> None:
    persons = {"key": ["a", "a"], "bron": ["x", "y"], "sex": ["q", ""]}
    rows = {
        "key": ["c"],
        "start": ["2015-01-01"],
        "skat": [99],
        "end": ["2014-01-01"],
        "status": ["x"],
    }
    with pytest.raises(BadData) as caught:
        Register.from_frames(persons, rows)
    text = str(caught.value)
    assert len(caught.value.problems) == 5
    assert "persons: column 'bron' is not known; expected one of key, as_of, born, sex" in text
    assert (
        "Did you mean 'born'? Remove or rename the column; or name it by columns={'bron': ...}"
        in text
    )
    assert "spells: has both 'status' and 'skat': expected one of them" in text


def test_missing_columns_of_the_spells() -> None:
    with pytest.raises(BadData) as caught:
        Register.from_frames(OK, {"key": ["a"]}, observed=SEEN)
    assert [str(p) for p in caught.value.problems] == [
        f"spells: has no column {name}: expected key, start, end, and status (or skat)"
        for name in ("start", "end", "status")
    ]


def test_unknown_status_and_unknown_skat_name_the_row() -> None:
    with pytest.raises(
        BadData, match=r"spells, row 1: status 'in_kaaa' is not known; .* Did you mean 'in_kaa'"
    ):
        read(OK, [("a", "2015-01-01", "", "in_kaaa")])
    rows = {"key": ["a"] * 4, "start": ["2015-01-01"] * 4, "end": ["2015-02-01", "", "", ""]}
    with pytest.raises(BadData) as caught:
        Register.from_frames(OK, rows | {"skat": ["15", "99", "elva", ""]}, observed=SEEN)
    messages = [str(problem) for problem in caught.value.problems]
    assert (
        messages[0]
        == "spells, row 3: skat is 'elva': expected a SKAT code of two digits such as 11"
    )
    assert messages[1] == "spells, row 4: skat is missing"
    assert messages[2].startswith(
        "spells, row 1: SKAT 15 has no single documented meaning in the whole spell"
    )
    assert messages[3].startswith(
        "spells, row 2: SKAT 99 is not known: the codes with a documented meaning are 11, 12,"
    )


def test_a_personnummer_is_never_shown() -> None:
    for written in ("191212121212", "19121212-1212", "121212-1212", "121212+1212", 191212121212):
        assert "1212" not in quoted(written)
    assert quoted(np.int64(5)) == "5"


def test_no_frame_library_is_loaded_by_reading_a_mapping() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from dualib.register import Register; Register.from_frames({'born': ['1996-02-29']});"
        "print([m for m in ('pandas', 'polars', 'pyarrow', 'narwhals', 'duckdb') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("name", "fact"),
    [
        ("fodd", "born"),
        ("FÖDD", "born"),
        ("fo\N{COMBINING DIAERESIS}dd", "born"),
        ("fodelsedatum", "born"),
        ("Födelse-datum", None),
        ("birth date", "born"),
        ("kon", "sex"),
        ("Kön ", "sex"),
        ("uppehallstillstand", "residence_permit"),
        ("gar i gymnasiet", "in_upper_secondary"),
    ],
)
def test_columns_are_known_by_swedish_names_with_and_without_dots(
    name: str, fact: str | None
) -> None:
    if fact is None:
        with pytest.raises(BadData, match=r"Did you mean 'fodelsedatum'\?"):
            read({name: [""]})
    else:
        assert read({name: [""]}).provided == {fact}


def test_an_unknown_verdict_is_unknown_and_no_no() -> None:
    register = read(
        {"key": [1, 2, 3, 4], "gymnasieexamen": [Verdict.UNKNOWN, Verdict.YES, Verdict.NO, True]}
    )
    assert register.column("gymnasieexamen").tolist() == [0, 1, -1, 1]


@pytest.mark.parametrize("unit", ["Y", "M", "W"])
def test_a_year_or_a_month_names_no_day(unit: str) -> None:
    born = np.array(["1996-02-29", "NaT"], dtype="datetime64[D]").astype(f"datetime64[{unit}]")
    with pytest.raises(BadData) as refused:
        read({"key": [1, 2], "born": born})
    assert [fault.row for fault in refused.value.problems] == [1]
    assert "which does not name a day: expected year-month-day such as 2015-05-31" in str(
        refused.value
    )


def test_a_personnummer_among_the_statuses_is_not_shown() -> None:
    for status in ("19121212-1212", 191212121212):
        with pytest.raises(BadData) as refused:
            read({"key": ["a"]}, [("a", "2015-01-01", "", status)])
        assert "1212" not in str(refused.value)
        assert "it looks like a personnummer" in str(refused.value)


def test_columns_and_ignore_of_another_kind() -> None:
    with pytest.raises(BadInput, match=r"columns is \['born'\]: expected your names of columns"):
        read({"key": [1]}, columns=["born"])
    for ignore in (None, "note"):
        with pytest.raises(
            BadInput, match=f"ignore is {ignore!r}: expected a list of names of columns"
        ):
            read({"key": [1], "note": [""]}, ignore=ignore)


def test_keys_that_look_like_personnummer_get_a_remark_without_the_number() -> None:
    kept = Register.from_frames({"key": ["a7", "19121212-1212", "121272-1212", "20159901-1212"]})
    assert [note.en for note in kept.notes] == [
        "2 keys look like a personnummer: use a pseudonym instead."
    ]
    whole = Register.from_frames({"key": [7, 191212121212, 1001012222, 1234567890]})
    assert [note.sv for note in whole.notes] == [
        "2 nycklar ser ut som personnummer: använd en pseudonym i stället."
    ]
    assert Register.from_frames({"key": [1, 2, 2**62]}).notes == ()
    assert "1212" not in str(kept.notes)


@given(st.integers(-3, 3))
def test_a_birth_after_the_day_of_the_facts_is_refused(step: int) -> None:
    born = date.fromordinal(LAST.toordinal() + step)
    table = {"key": [7, 8], "född": [FIRST, born]}
    if step <= 0:
        assert Register.from_frames(table, as_of=LAST).size == 2
        assert Person(born=born, as_of=LAST).contradictions == ()
        return
    with pytest.raises(BadData) as caught:
        Register.from_frames(table, as_of=LAST)
    [problem] = caught.value.problems
    assert str(problem) == (
        f"persons, row 2: född {born} is after 2015-05-31, the day that the facts refer to: expected a birth on or before that day"
    )
    with pytest.raises(BadData, match="the day that the facts refer to"):
        Person(born=born, as_of=LAST)
    assert len(Person(born=born, as_of=LAST, contradictions="report").contradictions) == 1


@pytest.mark.parametrize("status", Status)
def test_a_status_may_be_written_as_its_noun(status: Status) -> None:
    for word in (status.noun.sv.upper(), status.noun.en):
        found = read({"key": [1]}, [(1, "2015-01-01", "", f" {word} ")])
        assert found.spells.mask.tolist() == [status.bit]


def test_an_alias_may_be_written_in_swedish_as_the_explanation_prints_it() -> None:
    for several in STATUS_ALIASES.values():
        word = " + ".join(status.noun.sv for status in several)
        assert set(statuses(word)) == set(several)


@pytest.mark.parametrize("day", [np.datetime64("NaT"), " "])
def test_a_missing_day_of_the_facts_says_so(day: object) -> None:
    with pytest.raises(
        BadInput, match=r"as_of is (None|' '): expected a date .* or as_of left out"
    ):
        Register.from_frames({"sex": ["kvinna"]}, as_of=day)


def test_keys_are_for_all_persons_or_for_none() -> None:
    with pytest.raises(BadInput, match="has no key, but others have"):
        Register.from_persons([Person(key=2), Person()])
