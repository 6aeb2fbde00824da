"""The question put to a rule is one object, checked when it is made."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from dualib.dates import LeapBirthday, to_day
from dualib.decisions.question import Asking
from dualib.errors import BadInput
from dualib.person import Person
from dualib.vocabulary import NEVER

ON = date(2015, 5, 31)
BORN = Person(born=date(2000, 2, 29))


def test_a_question_makes_the_case_that_conditions_are_asked_about() -> None:
    asking = Asking(ON, "sfs", {"sex": "kvinna"}, True, LeapBirthday.MARCH_1)
    case = asking.case(BORN)
    assert (case.person, case.on) == (BORN, to_day(ON))
    assert (case.assume, case.assume_unchanged) == ({"sex": "woman"}, True)
    assert case.leap is LeapBirthday.MARCH_1
    assert asking.reading == "sfs"


def test_what_is_left_out_assumes_nothing() -> None:
    asking = Asking(ON)
    assert (asking.reading, asking.assume, asking.assume_unchanged) == (None, {}, False)
    assert asking.leap is LeapBirthday.FEBRUARY_28
    assert Asking(ON, assume=None).assume == {}
    assert Asking(ON, assume={"first_registered": "aldrig"}).assume == {"first_registered": NEVER}


def test_a_question_is_not_changed_once_it_was_checked() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Asking(ON).assume_unchanged = "no"  # type: ignore[misc,assignment]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"assume": "x"}, "assume is 'x': expected facts and the value of each"),
        ({"assume": {"bron": ON}}, "fact 'bron' is not known"),
        ({"assume": {"born": None}}, "assume['born'] is None"),
        (
            {"assume_unchanged": "no"},
            "assume_unchanged is 'no': expected true or false; write True or False",
        ),
        ({"leap": "march"}, "leap is 'march'"),
    ],
)
def test_a_wrong_question_is_refused_before_anybody_is_asked_about(
    arguments: dict[str, object], message: str
) -> None:
    with pytest.raises(BadInput) as error:
        Asking(ON, **arguments)  # type: ignore[arg-type]
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("person", "on", "message"),
    [
        (None, ON, "person is None: expected a person; write dualib.Person(...)"),
        (BORN, "2015-05-31", "on is '2015-05-31'"),
        (Person(disability_code=11), ON, "as_of is missing: disability_code can change"),
    ],
)
def test_the_person_and_the_day_are_checked_together(
    person: object, on: object, message: str
) -> None:
    with pytest.raises(BadInput) as error:
        Asking(on).case(person)  # type: ignore[arg-type]
    assert message in str(error.value)
