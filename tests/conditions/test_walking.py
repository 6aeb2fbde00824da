"""Conditions and sets of days are walked through, and rebuilt, by methods of their own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from dualib.conditions import (
    Case,
    Condition,
    DaySet,
    age,
    at_event,
    days,
    has,
    named,
    not_expressed,
    unbroken,
)
from dualib.conditions.base import All, Atom, Not
from dualib.conditions.base import Any as AnyOf
from dualib.conditions.dates import Age
from dualib.conditions.day_sets import Both, Unbroken, Without
from dualib.conditions.markers import AtEvent, Named
from dualib.conditions.values import Has
from dualib.dates import to_day
from dualib.language import Text
from dualib.person import Person
from dualib.testing import conditions, day_sets

ON = date(2016, 2, 29)
YOUNG, DONE, NEW = age(16, below=25), has("school_duty_done"), has("newly_arrived")
NAME = Text("ung", "young")


def below(condition: Condition) -> list[Condition]:
    """The condition and all below it, from the fields of each class."""
    if isinstance(condition, (All, AnyOf)):
        inner = condition.parts
    elif isinstance(condition, Not):
        inner = (condition.part,)
    elif isinstance(condition, (Named, AtEvent)):
        inner = (condition.condition,)
    else:
        inner = ()
    return [condition, *(found for part in inner for found in below(part))]


@given(conditions(most=6))
def test_a_walk_passes_everything_once_for_each_place(condition: Condition) -> None:
    assert list(condition.walk()) == below(condition)
    atoms = dict.fromkeys(part for part in condition.walk() if isinstance(part, Atom))
    assert tuple(atoms) == condition.atoms()


def test_a_walk_goes_on_only_where_it_is_wanted() -> None:
    inside = at_event("first_registered", DONE | NEW)
    whole = ~(YOUNG & inside)
    walked = whole.walk(lambda part: not isinstance(part, AtEvent))
    assert list(walked) == [whole, YOUNG & inside, YOUNG, inside]
    assert list(whole.walk(lambda part: False)) == [whole]


@given(conditions(most=6))
def test_rebuilding_with_the_same_parts_changes_nothing(condition: Condition) -> None:
    for part in condition.walk():
        again = part.rebuilt(part.parts)
        assert again == part
        assert type(again) is type(part)
    assert condition.map(lambda part: part) is condition


@given(conditions(most=6))
def test_every_part_can_be_changed(condition: Condition) -> None:
    other = not_expressed(Text("annat", "other"))
    changed = condition.map(lambda part: other if isinstance(part, Atom) else part)
    assert set(changed.atoms()) == {other}
    assert [type(part) for part in changed.walk() if not isinstance(part, Atom)] == [
        type(part) for part in condition.walk() if not isinstance(part, Atom)
    ]


def test_parts_are_changed_before_what_they_are_parts_of() -> None:
    seen: list[Condition] = []

    def change(part: Condition) -> Condition:
        seen.append(part)
        return Age(18, 25, "day") if part == YOUNG else part

    old = age(18, below=25)
    for whole, expected in (
        (YOUNG & DONE, old & DONE),
        (~(YOUNG | DONE), ~(old | DONE)),
        (named(NAME, YOUNG), named(NAME, old)),
        (at_event("first_registered", YOUNG), at_event("first_registered", old)),
        (DONE, DONE),
    ):
        seen.clear()
        assert whole.map(change) == expected
        assert seen[-1] == expected
    assert (YOUNG & DONE & NEW).map(lambda part: part if part != DONE else YOUNG | NEW) == All(
        (YOUNG, YOUNG | NEW, NEW)
    )


@pytest.mark.parametrize("parts", [(), (YOUNG, DONE)])
def test_what_has_one_part_is_rebuilt_from_one(parts: tuple[Condition, ...]) -> None:
    for whole in (~YOUNG, named(NAME, YOUNG), at_event("first_registered", YOUNG)):
        with pytest.raises(ValueError, match="values to unpack"):
            whole.rebuilt(parts)
    assert YOUNG.rebuilt(()) is YOUNG


def test_what_is_asked_at_an_event_is_asked_about_its_day() -> None:
    first = date(2015, 3, 1)
    inside = at_event("first_registered", DONE)
    whole = YOUNG | ~inside

    def asked(person: Person) -> list[tuple[Condition, int]]:
        return [(part, case.on) for part, case in whole.walk_asked(Case(person, to_day(ON)))]

    outside = [(part, to_day(ON)) for part in (whole, YOUNG, ~inside, inside)]
    assert asked(Person(first_registered=first)) == [*outside, (DONE, to_day(first))]
    assert asked(Person(first_registered=ON)) == [*outside, (DONE, to_day(ON))]
    for person in (Person(), Person(first_registered=date(2016, 3, 1))):
        assert asked(person) == outside


def test_a_set_of_days_is_walked_through() -> None:
    one, other, third = days("sfi"), days("hourly", "part_time"), days("in_kaa")
    whole = unbroken(one - (other & third), at_least=3)
    assert list(whole.walk()) == [
        whole,
        Without(one, Both(other, third)),
        one,
        Both(other, third),
        other,
        third,
    ]
    assert list(whole.named()) == [one, other, third]


@given(day_sets(most=5))
def test_the_parts_of_a_set_are_its_fields(of: DaySet) -> None:
    for part in of.walk():
        if isinstance(part, Unbroken):
            assert part.parts == (part.inner,)
        else:
            names = [name for name in ("one", "other") if hasattr(part, name)]
            assert part.parts == tuple(getattr(part, name) for name in names)
    assert list(of.named()) == [part for part in of.walk() if not part.parts]


def test_a_kind_with_parts_must_say_how_it_is_rebuilt() -> None:
    class Both_(Condition):
        pass

    with pytest.raises(NotImplementedError):
        Both_().rebuilt((Has("newly_arrived"),))
