"""The question put to a rule: its arguments checked, and the case that conditions are asked about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from dualib.conditions import Case
from dualib.conditions.case import check_leap, check_switch, checked_assumptions
from dualib.dates import LeapBirthday, check_date, to_day
from dualib.errors import BadInput
from dualib.messages import message
from dualib.person import Person
from dualib.vocabulary.facts import FACTS, NEVER, Change, FactValue

__all__ = ["Asking", "check_as_of", "undated"]


@attrs.frozen(eq=False)
class Asking:
    """What is asked of a rule: about which day, whose text, and on what assumptions.

    It is checked once, when it is made, and passed on whole. The fields are the arguments of
    :meth:`dualib.Rule.decide`. ``on`` may also hold one day for each of many persons: it is
    checked together with the persons.

    Examples
    --------
    >>> from datetime import date
    >>> Asking(date(1970, 1, 2), assume={"sex": "kvinna"}).assume
    {'sex': 'woman'}
    """

    on: Any
    reading: str | None = None
    assume: Mapping[str, FactValue] = attrs.field(factory=dict, converter=checked_assumptions)
    assume_unchanged: bool = attrs.field(default=False, validator=check_switch)
    leap: LeapBirthday = attrs.field(default=LeapBirthday.FEBRUARY_28, validator=check_leap)

    def case(self, person: Person) -> Case:
        """Return the question about one person.

        Raises
        ------
        BadInput
            If ``person`` or ``on`` is of the wrong sort, or as-of facts are given without ``as_of``.

        Examples
        --------
        >>> from datetime import date
        >>> Asking(date(1970, 1, 2)).case(Person(born=date(1999, 5, 31))).on
        1
        """
        if not isinstance(person, Person):
            raise BadInput(message("decisions/not-a-person", value=person))
        check_as_of(person)
        day = to_day(check_date(self.on, "on"))
        return Case(person, day, self.assume, self.assume_unchanged, self.leap)


def check_as_of(person: Person) -> None:
    """Refuse what is known to hold on one day only where that day is not said.

    Raises
    ------
    BadInput
        If the person has a fact that can change, or an event that never happened, and no ``as_of``.

    Examples
    --------
    >>> from datetime import date
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


def undated(name: str, row: int | None = None) -> BadInput:
    """Return the error for a fact that can change, where the day it refers to is not said.

    >>> str(undated("disability_code", 2))[:27]
    'as_of is missing in row 2: '
    """
    return BadInput(
        message("decisions/no-as-of", name=name)
        if row is None
        else message("decisions/no-as-of-in-row", name=name, row=row)
    )
