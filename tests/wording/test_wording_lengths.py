"""Sets of days that are made of others are named as a reader would name them."""

from dualib.conditions import days
from dualib.programmes.shared_terms import WITHOUT_WORK
from dualib.vocabulary import Status
from dualib.wording import lengths
from dualib.wording.day_set_words import alternatives, whole_words
from dualib.wording.english import ENGLISH
from dualib.wording.swedish import SWEDISH

BOTH = days(Status.FULL_TIME_UNEMPLOYED) & days(Status.REGISTERED_AS_JOBSEEKER)


def test_plain_days_come_before_those_that_need_several_words() -> None:
    assert lengths.days(BOTH | days(Status.HOURLY), ENGLISH) == (
        "hourly work, or both full-time unemployment and registration as a jobseeker"
    )


def test_days_that_need_parentheses_get_them() -> None:
    three = BOTH & days(Status.IN_KAA) | days(Status.HOURLY)
    assert "(" in lengths.days(three, SWEDISH)


def test_days_with_a_name_of_their_own_are_named_so() -> None:
    named = [part for part in alternatives(WITHOUT_WORK) or () if whole_words(part) is not None]
    assert named
    for part in named:
        words = whole_words(part)
        assert words is not None
        assert lengths.days(part, SWEDISH) == words[0].sv
