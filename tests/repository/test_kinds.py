"""A kind of condition is whole: a test fails for each part of a new one that is forgotten.

Each check is tried on a kind of which everything is forgotten, and on every kind that the library
has.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from dualib.conditions import Atom, Case, Condition, DaySet, Finding, during
from dualib.conditions.day_sets import StatusDays
from dualib.conditions.windows import WindowAtom
from dualib.dates import LeapBirthday, to_day
from dualib.engine import View, answers, in_segments
from dualib.register import Register
from dualib.testing import conditions, day_sets, made_up_person
from dualib.testing.completions import candidates
from dualib.testing.oracle import (
    MEANINGS,
    OF_SETS,
    ON_DAYS,
    ON_FACTS,
    AskedPerson,
    meaning,
    value_fits,
)
from dualib.verdicts import UNKNOWN
from dualib.vocabulary import FACTS
from dualib.wording import describe
from dualib.wording.clauses import clause
from dualib.wording.english import ENGLISH
from dualib.wording.lengths import days as days_words
from dualib.wording.swedish import SWEDISH

ON = date(2016, 2, 29)


def kinds_of(base: type) -> list[type]:
    """The classes that nothing in the library is made of, those of tests left out."""
    below: list[type] = base.__subclasses__()
    below = [sub for sub in below if sub.__module__.startswith("dualib.")]
    return sorted({kind for sub in below for kind in kinds_of(sub) or [sub]}, key=repr)


CONDITIONS, SETS = kinds_of(Condition), kinds_of(DaySet)
ATOMS = [kind for kind in CONDITIONS if issubclass(kind, Atom)]


@attrs.frozen(cache_hash=True)
class Forgotten(Atom):
    """A kind of condition of which everything is forgotten that can be."""

    @property
    def reads(self) -> frozenset[str]:
        return frozenset({"born"})

    def measure(self, case: Case) -> Finding:
        return Finding(UNKNOWN)


class ForgottenDays(DaySet):
    """A kind of set of days of which everything is forgotten."""


def test_the_library_has_kinds() -> None:
    assert {"All", "Has", "DaysIn", "AtEvent"} <= {kind.__name__ for kind in CONDITIONS}
    assert {"StatusDays", "Both", "Unbroken"} <= {kind.__name__ for kind in SETS}
    assert not {Forgotten, ForgottenDays} & {*CONDITIONS, *SETS}


Part = Condition | DaySet


@cache
def drawn(kind: type, wanted: Callable[[Part], bool] = lambda part: True) -> Part | None:
    """The first part of a kind that is wanted, of what the strategies draw."""

    def found(whole: Part) -> list[Part]:
        return [part for part in whole.walk() if type(part) is kind and wanted(part)]

    strategy: st.SearchStrategy[Any] = conditions() if issubclass(kind, Condition) else day_sets()
    many = settings(
        max_examples=3000,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    try:
        return found(
            find(strategy, lambda whole: bool(found(whole)), settings=many, random=Random(1))
        )[0]
    except NoSuchExample:
        return None


def example_of(kind: type) -> Condition:
    """A condition of a kind; of a kind of set of days, the condition that today is one of them."""
    example = drawn(kind)
    assert example is not None
    return during(example) if isinstance(example, DaySet) else example


@pytest.mark.parametrize("kind", [*CONDITIONS, *SETS])
def test_every_kind_is_drawn_by_the_strategies(kind: type) -> None:
    assert drawn(kind) is not None, "dualib.testing.strategies never draws it"


def counts_for_many(kind: type) -> bool:
    function = answers if issubclass(kind, Condition) else in_segments
    return function.dispatch(kind) is not function.dispatch(object)


@pytest.mark.parametrize("kind", [*CONDITIONS, *SETS])
def test_every_kind_is_answered_for_many_as_for_one(kind: type) -> None:
    assert counts_for_many(kind), "engine.reference has no meaning of it"
    condition = example_of(kind)
    people = [made_up_person(condition, ON, Numbers(Random(seed))) for seed in range(20)]
    expected = [condition.answer(Case(person, to_day(ON))) for person in people]
    view = View(Register.from_persons(people), to_day(ON))
    assert answers(condition, view).tolist() == expected


@attrs.frozen
class Numbers:
    """Choices for made-up persons."""

    random: Random

    def number(self, least: int, most: int) -> int:
        return self.random.randint(least, most)


def has_words(kind: type) -> bool:
    function: Callable[..., object] = clause if issubclass(kind, Condition) else days_words
    return function.dispatch(kind) is not function.dispatch(object)  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", [*ATOMS, *SETS])
def test_every_kind_has_words_of_its_own_in_both_languages(kind: type) -> None:
    assert has_words(kind), "wording.clauses, or wording.lengths, has no words for it"
    example = drawn(kind)
    assert example is not None
    said = [
        days_words(example, grammar)
        if isinstance(example, DaySet)
        else " / ".join(clause(example, grammar, holds) for holds in (True, False))
        for grammar in (SWEDISH, ENGLISH)
    ]
    assert all(said)
    assert said[0] != said[1]
    assert not any(brace in text for text in said for brace in "{}")


@pytest.mark.parametrize("kind", CONDITIONS)
def test_every_kind_of_condition_is_described_in_both_languages(kind: type) -> None:
    swedish, english = (describe(example_of(kind), language) for language in ("sv", "en"))
    assert swedish.text
    assert swedish.text != english.text


def is_known_to_the_oracle(kind: type) -> bool:
    return kind in MEANINGS if issubclass(kind, Condition) else kind in {*OF_SETS, StatusDays}


@pytest.mark.parametrize("kind", [*CONDITIONS, *SETS])
def test_every_kind_has_a_meaning_that_the_oracle_knows(kind: type) -> None:
    assert is_known_to_the_oracle(kind), "dualib.testing.oracle has no meaning of it"
    condition = example_of(kind)
    for seed in range(50):
        person = made_up_person(condition, ON, Numbers(Random(seed)))
        expected = meaning(condition, AskedPerson(person), ON)
        assert condition.answer(Case(person, to_day(ON))) is expected


def is_completed(atom: Condition) -> bool:
    """Whether the unknowns that a condition rests on are tried on both sides of its limits."""
    if isinstance(atom, WindowAtom):
        return type(atom) in ON_DAYS
    return type(atom) in ON_FACTS or not atom.reads


def is_tried_on_both_sides(atom: Part) -> bool:
    """Whether some of the values tried for a fact satisfy the condition, and some do not."""
    assert isinstance(atom, Condition)
    return all(
        {
            value_fits(atom, value, ON, LeapBirthday.FEBRUARY_28)
            for value in candidates(atom, name, ON)
        }
        == {True, False}
        for name in atom.reads & set(FACTS)
    )


@pytest.mark.parametrize("kind", ATOMS)
def test_what_every_kind_rests_on_is_tried_on_both_sides_of_its_limits(kind: type) -> None:
    assert is_completed(example_of(kind)), (
        "dualib.testing.oracle has no values near its limits, or no window of it"
    )
    assert drawn(kind, is_tried_on_both_sides) is not None


def test_whatever_is_forgotten_is_found() -> None:
    for kind in (Forgotten, ForgottenDays):
        assert not counts_for_many(kind)
        assert not has_words(kind)
        assert not is_known_to_the_oracle(kind)
    assert not is_completed(Forgotten())
