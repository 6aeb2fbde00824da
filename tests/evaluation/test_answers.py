"""What evaluations give back, and what they say about bad questions."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import numpy as np
import pytest

from dualib import BadInput, Panel, Person, Register, evaluate, programmes, series
from dualib.dates import Period, months, years
from dualib.evaluation import Evaluation

ON = date(2016, 5, 31)
LATER = date(2024, 1, 1)


@pytest.fixture
def register() -> Register:
    return Register.from_frames({"key": ["a", "b"], "born": ["1999-05-31", "1950-01-01"]})


@pytest.fixture
def found(register: Register) -> Evaluation:
    return evaluate(register, [programmes.jobbgaranti, programmes.traineejobb], on=ON)


def test_answers_by_name_or_rule(found: Evaluation) -> None:
    assert found["jobbgaranti"].tolist() == found[programmes.jobbgaranti].tolist() == [0, -1]


def test_columns_as_text_and_as_numbers(found: Evaluation) -> None:
    assert {name: values.tolist() for name, values in found.columns().items()} == {
        "key": ["a", "b"],
        "jobbgaranti": ["unknown", "no"],
        "traineejobb": ["no", "no"],
    }
    assert found.columns("int8")["jobbgaranti"].dtype == np.int8


def test_not_in_force_is_an_answer_of_its_own(register: Register) -> None:
    found = evaluate(register, [programmes.traineejobb], on=LATER, reading="dua")
    assert found.verdicts.tolist() == [[-1, -1]]
    assert found.not_in_force.tolist() == [[True, True]]
    assert found.columns()["traineejobb"].tolist() == ["not in force"] * 2
    assert found.columns("int8")["traineejobb"].tolist() == [-2, -2]
    each = np.array([ON, LATER], dtype="datetime64[D]")
    assert evaluate(register, [programmes.traineejobb], on=each).not_in_force.tolist() == [
        [False, True]
    ]


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_frames_of_the_callers_kind(library: str, found: Evaluation, register: Register) -> None:
    module = pytest.importorskip(library)
    make = module.table if library == "pyarrow" else module.DataFrame
    like = make({"x": [1]})
    assert isinstance(found.to_frame(like), type(like))
    panel = evaluate(register, [programmes.kaa], on=[ON, LATER])
    frame = panel.to_frame(like, answers="int8")
    assert isinstance(frame, type(like))
    assert frame.shape == (4, 3)


def test_a_series_is_a_long_table(register: Register) -> None:
    panel = evaluate(register, [programmes.traineejobb, programmes.kaa], on=[ON, LATER])
    assert isinstance(panel, Panel)
    assert panel.dates == (ON, LATER)
    assert panel.not_in_force.tolist() == [[False, False], [True, True]]
    columns = panel.columns()
    assert columns["on"].tolist() == [ON, ON, LATER, LATER]
    assert columns["key"].tolist() == ["a", "b", "a", "b"]
    assert columns["traineejobb"].tolist() == ["no", "no", "not in force", "not in force"]
    assert panel["kaa"].shape == (2, 2)
    assert panel.to_frame()["kaa"].tolist()[2:] == ["not in force"] * 2


def test_dates_of_a_series() -> None:
    month_ends = series(date(2015, 1, 31), date(2015, 4, 30))
    assert [day.day for day in month_ends] == [31, 28, 31, 30]
    assert len(month_ends) == 4
    assert [day.year for day in series(date(2012, 2, 29), date(2014, 12, 31), every=years(1))] == [
        2012,
        2013,
        2014,
    ]
    assert series(ON, ON, every=months(1)).dates() == (ON,)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            {"last": date(2016, 5, 30)},
            "last 2016-05-30 is before first 2016-05-31: swap the two dates",
        ),
        (
            {"every": 30},
            "every is 30: expected a number of days, months or years; write "
            "months(1), years(1) or Period(7, 'days')",
        ),
        (
            {"every": Period(1, "days"), "last": date(2050, 1, 1)},
            "the series from 2016-05-31 to 2050-01-01 has more than 10000 dates: expected fewer",
        ),
    ],
)
def test_bad_series(arguments: dict[str, object], message: str) -> None:
    with pytest.raises(BadInput) as error:
        series(ON, **{"last": date(2016, 12, 31), **arguments})  # type: ignore[arg-type]
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            {"register": {}},
            "register is dict: expected a register of persons; write "
            "Register.from_frames(persons, spells)",
        ),
        ({"rules": programmes.kaa}, "expected a list of rules; such as [programmes.jobbgaranti]"),
        ({"rules": 3}, "rules is 3: expected a list of rules; such as [programmes.jobbgaranti]"),
        ({"rules": ["kaa"]}, "rules[0] is 'kaa': expected a rule; such as programmes.jobbgaranti"),
        ({"reading": "dau"}, "no rule has the reading 'dau': expected one of dua"),
        ({"on": []}, "on lists no dates: expected at least one"),
        ({"on": [ON, "2015"]}, "on[1] is '2015'"),
        ({"on": np.array(["2016-05-31"], "datetime64[D]")}, "on holds 1 day for 2 persons"),
    ],
)
def test_bad_questions(register: Register, arguments: dict[str, object], message: str) -> None:
    with pytest.raises(BadInput) as error:
        evaluate(**{"register": register, "rules": [programmes.kaa], "on": ON, **arguments})  # type: ignore[call-overload]
    assert message in str(error.value)


def test_an_evaluation_says_what_was_asked(register: Register) -> None:
    other = programmes.kaa
    two = next(rule for rule in programmes.PROGRAMMES if {"dua", "sfs"} <= set(rule.readings))
    asked = [other, two]
    assumed = {"newly_arrived": False}
    options: dict[str, Any] = {"reading": "sfs", "assume": assumed, "assume_unchanged": True}
    each = np.array([ON, ON], dtype="datetime64[D]")
    expected = ["sfs" if "sfs" in rule.readings else rule.default_reading for rule in asked]
    for on in (ON, each, [ON, LATER]):
        found = evaluate(register, asked, on=on, **options)
        assert list(found.readings) == expected
        assert found.assume_unchanged
        assert dict(found.assume) == assumed
        assert np.array_equal(
            np.asarray(found.on, dtype="datetime64[D]"), np.asarray(on, dtype="datetime64[D]")
        )
        for array in (
            found.verdicts,
            found.not_in_force,
            found[other],
            *([found.on] if on is each else []),
        ):
            with pytest.raises(ValueError, match="read-only"):
                array[...] = 0
        with pytest.raises(TypeError):
            found.assume["newly_arrived"] = True
    assert each.flags.writeable
    plain = evaluate(register, asked, on=ON)
    assert plain.readings == (other.default_reading, two.default_reading)
    assert (plain.on, plain.assume_unchanged) == (ON, False)


def test_rules_are_told_apart(register: Register) -> None:
    twin = attrs.evolve(programmes.kaa)
    with pytest.raises(BadInput) as error:
        evaluate(register, [programmes.kaa, twin], on=ON)
    assert (
        str(error.value) == "rules[1] has the id 'kaa' of a rule before it: expected each id once"
    )
    found = evaluate(register, [programmes.kaa], on=ON)
    assert found[twin].tolist() == found["kaa"].tolist()
    with pytest.raises(BadInput) as error:
        found[attrs.evolve(programmes.kaa, versions=programmes.kaa.texts("sfs"))]
    assert str(error.value) == (
        "another rule with the id 'kaa' was asked: ask the one you mean, or give the id as text"
    )


@pytest.mark.parametrize("library", ["numpy", "pandas", "polars", "pyarrow"])
def test_days_may_be_a_column_of_a_frame(library: str, register: Register) -> None:
    module = pytest.importorskip(library)
    days = np.array(["2016-05-31", "2016-06-01"], dtype="datetime64[D]")
    if library == "numpy":
        column = days.astype("datetime64[s]")
    elif library == "pyarrow":
        column = module.array(days)
    else:
        column = module.Series(days)
    expected = evaluate(register, [programmes.kaa], on=days)
    assert np.array_equal(
        evaluate(register, [programmes.kaa], on=column).verdicts, expected.verdicts
    )
    assert np.array_equal(evaluate(register, [programmes.kaa], on=column).on, days)
    assert programmes.kaa.verdicts(register, on=column).tolist() == expected["kaa"].tolist()
    if library in ("pandas", "polars"):
        for wrong in (module.Series(["2016-05-31", "x"]), module.Series([1, 2])):
            with pytest.raises(BadInput, match=r"on is array.*expected a date"):
                programmes.kaa.verdicts(register, on=wrong)


def test_a_single_day_may_be_of_numpy(register: Register) -> None:
    found = evaluate(register, [programmes.kaa], on=np.datetime64("2016-05-31"))
    assert found.on == ON
    assert found["kaa"].tolist() == evaluate(register, [programmes.kaa], on=ON)["kaa"].tolist()
    for wrong, message in (
        (
            np.datetime64("2016-05"),
            "on is 2016-05, which does not name a day: expected year-month-day such as 2015-05-31",
        ),
        (np.datetime64("NaT", "D"), "on is None: "),
        (np.datetime64("2016-05-31T12:00"), "on is .*, with a time of day"),
    ):
        with pytest.raises(BadInput, match=message):
            evaluate(register, [programmes.kaa], on=wrong)


def test_bad_answers(found: Evaluation) -> None:
    with pytest.raises(BadInput) as error:
        found["jobgaranti"]
    assert str(error.value) == (
        "rule 'jobgaranti' was not asked: expected one of jobbgaranti, traineejobb. Did you mean 'jobbgaranti'?"
    )
    with pytest.raises(BadInput) as error:
        found.columns("words")
    assert str(error.value) == "answers is 'words': expected 'text' or 'int8'"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (
            {"leap": "march_1"},
            r"leap is 'march_1': expected 28 February or 1 March",
        ),
        (
            {"assume": "newly_arrived"},
            "assume is 'newly_arrived': expected facts and the value of each",
        ),
    ],
)
def test_what_is_assumed_is_checked(more: dict[str, Any], message: str) -> None:
    on, person = date(2015, 5, 31), Person(born=date(1996, 2, 29))
    for ask in (
        lambda: programmes.kaa.decide(person, on=on, **more),
        lambda: evaluate(Register.from_persons([person]), [programmes.kaa], on=on, **more),
    ):
        with pytest.raises(BadInput, match=message):
            ask()
