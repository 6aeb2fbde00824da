"""What is known of a fact on a day: once for many, and the same as for each person alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from dualib.arrays import DayArray
from dualib.conditions import Case
from dualib.counting.persons.division import AskedRegister
from dualib.dates import UNKNOWN_DAY, to_day
from dualib.engine import View
from dualib.engine.rows import Rows
from dualib.errors import BadInput
from dualib.person import Person
from dualib.register import Register
from dualib.vocabulary import FACTS, NEVER, Change, FactValue, Kind

DAYS = [date(2015, 5, 30) + step * timedelta(days=1) for step in range(3)]
#: One fact of every kind that changes in every way there is.
NAMED = {(item.change, item.kind): name for name, item in FACTS.items()}
VALUES: dict[Kind, list[FactValue]] = {
    Kind.DATE: [date(2010, 1, 1), NEVER],
    Kind.YES_NO: [True, False],
    Kind.CODE: [11, False],
    Kind.NUMBER: [0, 200],
}


def values_of(name: str) -> list[FactValue]:
    item = FACTS[name]
    values = VALUES.get(item.kind) or list(item.categories or ("0880", "0138"))
    return [value for value in values if (name, value) != ("born", NEVER)]


def test_every_way_to_change_is_tried() -> None:
    assert {change for change, _ in NAMED} == set(Change)
    assert (Change.DATED, Kind.DATE) in NAMED


def read(name: str, register: Register, column: npt.NDArray[Any], unknown: int) -> list[object]:
    """The values of a column as conditions on one person compare them."""
    categories = register.categories(name) if FACTS[name].kind is Kind.CATEGORY else None
    return [
        None if value == unknown else categories[value] if categories else value
        for value in column.tolist()
    ]


def people_of(name: str) -> list[list[Person]]:
    """Persons of whom a fact is known or not, as of every day or none: all together, and by that day."""
    facts: list[dict[str, Any]] = [{name: value} for value in (*values_of(name), None)]
    found = [[Person(as_of=as_of, **known) for known in facts] for as_of in (None, *DAYS)]
    return [[person for people in found for person in people], *found, []]


@pytest.mark.parametrize("unchanged", [False, True])
@pytest.mark.parametrize("name", NAMED.values())
def test_known_of_many_as_of_one(name: str, unchanged: bool) -> None:
    for people in people_of(name):
        register, size = Register.from_persons(people), len(people)
        everybody = np.arange(size)
        turns = [[DAYS[(row + turn) % 3] for row in range(size)] for turn in range(3)]
        for days in (*turns, *([day] * size for day in DAYS)):
            for rows in (slice(0, size), slice(1, 3), everybody[::-2]):
                check(name, people, register, days, rows, unchanged)


def check(
    name: str,
    people: list[Person],
    register: Register,
    days: list[date],
    rows: slice | npt.NDArray[np.intp],
    unchanged: bool,
) -> None:
    """Hold everything that reads a fact of some rows of a register against each person's own case."""
    asked = np.arange(register.size)[rows].tolist()
    expected = [
        Case(people[row], to_day(days[row]), assume_unchanged=unchanged).value(name)
        for row in asked
    ]
    unknown = 0 if FACTS[name].kind is Kind.YES_NO else UNKNOWN_DAY
    each = np.array([to_day(day) for day in days], np.int32)
    asks: list[int | DayArray] = [each]
    if len(set(days)) == 1:
        asks.append(to_day(days[0]))
    for on in asks:
        here = on if isinstance(on, int) else on[rows]
        known = register.known_on(name, here, assume_unchanged=unchanged, rows=rows)
        column = known.each(len(asked))
        assert read(name, register, column, unknown) == expected
        assert not known.complete or None not in expected
        view = View(register, on, assume_unchanged=unchanged)
        narrow, complete = Rows(view, rows, len(asked)).column(name)
        assert read(name, register, np.broadcast_to(narrow, len(asked)), unknown) == expected
        assert complete is known.complete
        assert read(name, register, view.column(name)[rows], UNKNOWN_DAY) == expected
        numbered = np.array(asked, np.intp)
        divided = AskedRegister(register, on, unchanged, rows=numbered).column(name)
        assert read(name, register, divided, unknown) == expected


def test_whoever_is_asked_about_another_day_takes_no_memory() -> None:
    register = Register.from_persons([Person(sentenced_to_prison=True, as_of=DAYS[0])] * 1)
    assert register.known_on("sentenced_to_prison", to_day(DAYS[0])).values.tolist() == [1]
    later = register.known_on("sentenced_to_prison", to_day(DAYS[1]))
    assert (later.values.shape, later.values.tolist(), later.complete) == ((), 0, False)
    unchanged = register.known_on("sentenced_to_prison", to_day(DAYS[1]), assume_unchanged=True)
    assert (unchanged.values.tolist(), unchanged.complete) == ([1], True)
    nobody = register.known_on("disability_code", to_day(DAYS[0]))
    assert (nobody.values.shape, nobody.values.tolist(), nobody.complete) == (
        (),
        UNKNOWN_DAY,
        False,
    )


def test_that_it_never_came_holds_up_to_the_day_it_was_said() -> None:
    people = [Person(first_registered=NEVER, as_of=day) for day in DAYS]
    people += [
        Person(first_registered=NEVER, as_of=None),
        Person(first_registered=date(2010, 1, 1)),
    ]
    known = Register.from_persons(people).known_on("first_registered", to_day(DAYS[1]))
    assert [value == UNKNOWN_DAY for value in known.values.tolist()] == [
        True,
        False,
        False,
        True,
        False,
    ]
    assert not known.complete


def test_a_fact_that_there_is_not_is_refused() -> None:
    with pytest.raises(BadInput, match="disability_kode"):
        Register.from_persons([]).known_on("disability_kode", 0)
