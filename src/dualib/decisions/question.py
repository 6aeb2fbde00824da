"""Questions as they are put about one person and a day: checked, and made what conditions are asked with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dualib.conditions import Case
from dualib.conditions.case import checked_assumptions
from dualib.dates import LeapBirthday, check_date, to_day
from dualib.errors import BadInput
from dualib.person import Person
from dualib.vocabulary.facts import FACTS, NEVER, Change, FactValue

__all__ = ["asked_case", "check_as_of", "undated"]


def asked_case(
    person: Person,
    on: date,
    assume: Mapping[str, FactValue] | None = None,
    assume_unchanged: bool = False,
    leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
) -> Case:
    """Return the question about one person; the arguments are those of :meth:`dualib.Rule.decide`.

    Raises
    ------
    BadInput
        If an argument is of the wrong sort, or as-of facts are given without ``as_of``.

    Examples
    --------
    >>> asked_case(Person(born=date(1999, 5, 31)), date(1970, 1, 2)).on
    1
    """
    if not isinstance(person, Person):
        raise BadInput(f"person is {person!r}: expected a dualib.Person")
    check_as_of(person)
    return Case(
        person, to_day(check_date(on, "on")), checked_assumptions(assume), assume_unchanged, leap
    )


def check_as_of(person: Person) -> None:
    """Refuse what is known to hold on one day only where that day is not said.

    Raises
    ------
    BadInput
        If the person has a fact that can change (or an event that never happened), and no ``as_of``.

    Examples
    --------
    >>> check_as_of(Person(disability_code=11, as_of=date(2015, 5, 31)))
    """
    if person.as_of is not None:
        return
    for name, value in person.facts.items():
        change = FACTS[name].change
        if value is not None and (
            change is Change.AS_OF or (change is Change.DATED and value is NEVER)
        ):
            raise undated(name)


def undated(name: str, where: str = "") -> BadInput:
    """Return the error for a fact that can change, where the day it refers to is not said.

    >>> undated("disability_code", " in row 2").args[0][:27]
    'as_of is missing in row 2: '
    """
    return BadInput(
        f"as_of is missing{where}: {name} can change, so the day it refers to must be said; "
        "write as_of=date(...)"
    )
