"""Conditions and sets of days check their arguments also when they are made without the functions that name them."""

from datetime import date
from typing import Any

import attrs
import pytest

from dualib.conditions import Condition, age, days
from dualib.conditions.base import All, Not
from dualib.conditions.base import Any as AnyOf
from dualib.conditions.dates import Age, Happened, Within
from dualib.conditions.day_sets import Both, Either, StatusDays, Unbroken, Without
from dualib.conditions.markers import AtEvent, Judgement, Named, NotExpressed
from dualib.conditions.values import AtLeast, Has, OneOf
from dualib.conditions.windows import DaysIn, During, Run
from dualib.dates import Window, last_days, months, years
from dualib.errors import BadInput
from dualib.language import Text
from dualib.vocabulary import Status

KAA, YOUNG, WORDS = days("in_kaa"), age(16), Text("ord", "words")
SET = "expected a set of days; such as days"
BAD: list[tuple[type, tuple[Any, ...], str]] = [
    (Age, (True, None, "day"), "lo is True: expected a whole number"),
    (Age, (16, -1, "day"), "below is -1: expected a whole number from 0 to 150"),
    (Age, (16, 16, "day"), "age(16, below=16) holds for nobody: expected below to be more than 16"),
    (Age, (16, None, "dya"), "at is 'dya': expected one of day, decision"),
    (
        Within,
        ("first_registered", 12),
        "period is 12: expected a number of years, months or days; write years(1), months(6) "
        "or Period(30, 'days')",
    ),
    (
        Within,
        ("sex", years(1)),
        "within cannot use the fact 'sex', which is a category: expected one of born",
    ),
    (Happened, ("sex",), "happened cannot use the fact 'sex', which is a category"),
    (Happened, ("born", "2015"), "first is '2015': expected a date"),
    (Happened, ("born", None, 2015), "last is 2015: expected a date"),
    (Has, ("born",), "has cannot use the fact 'born', which is a date"),
    (Has, ("bron",), "fact 'bron' is not known"),
    (
        OneOf,
        ("sex", ["woman"]),
        "one_of('sex'): values is ['woman']: expected several values; write a tuple",
    ),
    (OneOf, ("sex", ()), "one_of('sex') lists no values: expected at least one"),
    (
        OneOf,
        ("sex", ("womn",)),
        "one_of('sex'): 'womn' is not known: expected one of woman, man. Did you mean",
    ),
    (AtLeast, ("sex", 1), "at_least cannot use the fact 'sex', which is a category"),
    (
        AtLeast,
        ("benefit_days_in_jobbgaranti", 0),
        "count is 0: expected a whole number of at least 1",
    ),
    (
        Judgement,
        ("words",),
        "judgement('words'): expected Swedish and English words; write Text(sv, en)",
    ),
    (
        NotExpressed,
        (Text("", "x"),),
        "not_expressed(Text(sv='', en='x')): expected Swedish and English words",
    ),
    (AtEvent, ("sex", YOUNG), "at_event('sex'): the fact 'sex' is a category, expected a date"),
    (AtEvent, ("born", 1), "at_event('born', 1): expected a condition"),
    (Named, (1, WORDS), "named(..., 1): expected a condition"),
    (Named, (YOUNG, "x"), "named('x'): expected Swedish and English words"),
    (
        All,
        ([YOUNG],),
        "All([Age(lo=16, below=None, at='day')]): expected at least one condition; write a tuple",
    ),
    (AnyOf, ((),), "Any(()): expected at least one condition; write a tuple"),
    (All, ((YOUNG, 1),), "All(...) holds 1: expected a condition"),
    (AnyOf, ((1,),), "Any(...) holds 1: expected a condition"),
    (Not, (1,), "Not(...) holds 1: expected a condition"),
    (DaysIn, ("x", 1, last_days(3)), f"counted is 'x': {SET}"),
    (DaysIn, (KAA, 0, last_days(3)), "at_least is 0: expected a whole number of at least 1"),
    (
        DaysIn,
        (KAA, 4, last_days(3)),
        "at_least is 4, but the window holds at most 3 days: nobody could meet it",
    ),
    (
        DaysIn,
        (KAA, 1, 3),
        "window is 3: expected a number of days or months; write last_days(120) or last_months(4)",
    ),
    (DaysIn, (KAA, 1, last_days(3), "x"), f"skipping is 'x': {SET}"),
    (
        DaysIn,
        (KAA, 1, last_days(3), KAA, 0),
        "most_skipped is 0: expected a whole number of at least 1",
    ),
    (Run, (None, Window(months(3))), f"counted is None: {SET}"),
    (
        Run,
        (KAA, months(3)),
        "window is Period(count=3, unit='months'): expected a number of days or months",
    ),
    (During, ("in_kaa",), f"counted is 'in_kaa': {SET}"),
    (StatusDays, ((),), "statuses is (): expected at least one status; write a tuple of Status"),
    (StatusDays, ([Status.IN_KAA],), "statuses is [<Status.IN_KAA"),
    (
        StatusDays,
        (("in_kaa",),),
        "statuses holds 'in_kaa': expected a status; write a Status, or days('in_kaa')",
    ),
    (Both, (1, KAA), f"1 is to the left of &: {SET}"),
    (Either, (KAA, 1), f"1 is to the right of |: {SET}"),
    (Without, (1, KAA), f"1 is to the left of -: {SET}"),
    (Unbroken, (1, 3), f"inner is 1: {SET}"),
    (Unbroken, (KAA, 0), "at_least is 0: expected a whole number of at least 1"),
]


@pytest.mark.parametrize(
    ("kind", "arguments", "message"), BAD, ids=[message[:40] for _, _, message in BAD]
)
def test_a_node_checks_its_arguments(kind: type, arguments: tuple[Any, ...], message: str) -> None:
    with pytest.raises(BadInput) as error:
        kind(*arguments)
    assert str(error.value).startswith(message)


def test_a_changed_copy_is_checked_too() -> None:
    with pytest.raises(BadInput, match="lo is 'x': expected a whole number"):
        attrs.evolve(age(16), lo="x")  # type: ignore[misc]
    assert isinstance(Happened("born", date(2015, 1, 1), date(2016, 1, 1)), Condition)
