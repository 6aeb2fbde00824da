"""The vocabulary: every fact has its words, its kind and its way of changing; names are found or suggested."""

import copy
import inspect
import pickle
from collections.abc import Callable
from datetime import date
from typing import Unpack, get_args, get_type_hints

import pytest

import dualib
from dualib.errors import BadInput
from dualib.language import Text
from dualib.person import Person
from dualib.vocabulary.facts import (
    DISABILITY_CODES,
    FACTS,
    NEVER,
    Change,
    Fact,
    Facts,
    FactValue,
    Kind,
    Never,
    fact,
)


def says(text: Text | None) -> bool:
    return text is not None and bool(text.sv.strip()) and bool(text.en.strip())


@pytest.mark.parametrize("name", FACTS)
def test_every_fact_says_what_it_is(name: str) -> None:
    item = fact(name)
    assert item is FACTS[name]
    assert item.name == name
    assert name.isidentifier()
    assert says(item.words)
    # What words need: a yes and a no for facts that are or are not, categories with words of their own.
    assert says(item.yes) is says(item.no) is (item.kind in (Kind.YES_NO, Kind.DATE, Kind.CODE))
    if item.categories is not None:
        assert item.kind is Kind.CATEGORY
        assert all(says(words) for words in item.categories.values())
        with pytest.raises(TypeError):
            item.categories["new"] = Text("ny", "new")  # type: ignore[index]
    assert item.yes != item.no or item.yes is None


def test_words_differ_from_fact_to_fact() -> None:
    for said in (lambda item: item.words.sv, lambda item: item.words.en):
        words = [said(item) for item in FACTS.values()]
        assert len(set(words)) == len(words)


def test_what_changes_and_what_does_not() -> None:
    constant = {name for name, item in FACTS.items() if item.change is Change.CONSTANT}
    dated = {name for name, item in FACTS.items() if item.change is Change.DATED}
    assert constant == {"born", "sex"}
    assert dated == {
        "registered_as_jobseeker_on",
        "permit_granted",
        "first_registered",
        "relative_applied",
        "anchor_received",
    }
    assert {name for name, item in FACTS.items() if not item.changeable} == {"born", "sex"}
    assert {item.kind for item in FACTS.values() if item.change is Change.DATED} == {Kind.DATE}
    assert {name for name, item in FACTS.items() if item.sensitive} == {
        "disability_code",
        "sentenced_to_prison",
        "aktivitetsersattning",
        "residence",
    }


def test_the_vocabulary_is_closed_to_writing() -> None:
    with pytest.raises(TypeError):
        FACTS["new"] = FACTS["born"]  # type: ignore[index]
    with pytest.raises(TypeError):
        DISABILITY_CODES[12] = Text("a", "b")  # type: ignore[index]
    assert len({*FACTS.values()}) == len(FACTS)
    assert {type(item) for item in FACTS.values()} == {Fact}


def test_fourteen_codes_each_with_words() -> None:
    assert list(DISABILITY_CODES) == [11, 21, 22, 31, 32, 41, 42, 51, 61, 71, 81, 91, 92, 93]
    assert all(says(words) for words in DISABILITY_CODES.values())


def test_never_is_one_thing() -> None:
    assert repr(NEVER) == "NEVER"
    assert dualib.NEVER is NEVER is Never.NEVER
    assert copy.deepcopy(NEVER) is pickle.loads(pickle.dumps(NEVER)) is NEVER
    assert Never("never") is NEVER
    values: list[FactValue] = [True, 1, "a", date(2015, 5, 31), NEVER, None]
    assert len(values) == 6


def test_kinds_and_changes_in_words() -> None:
    assert [kind.value for kind in Kind] == [
        "yes or no",
        "date",
        "code, or False for none",
        "category",
        "whole number",
    ]
    assert [change.name for change in Change] == ["CONSTANT", "DATED", "AS_OF"]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("bron", " Did you mean 'born'?"),
        ("Disability_Code", " Did you mean 'disability_code'?"),
        ("zzz", ""),
    ],
)
def test_a_fact_that_is_not_known(name: str, near: str) -> None:
    call: Callable[[], object] = lambda: fact(name)  # noqa: E731
    with pytest.raises(BadInput) as error:
        call()
    assert (
        str(error.value) == f"fact {name!r} is not known: expected one of {', '.join(FACTS)}.{near}"
    )


def test_the_values_of_a_fact_fit_its_kind_for_type_checkers() -> None:
    fitting = {
        Kind.YES_NO: bool | None,
        Kind.CODE: int | None,
        Kind.CATEGORY: str | None,
        Kind.NUMBER: int | None,
        Kind.DATE: date | Never | None,
    }
    hints = get_type_hints(Facts)
    assert list(hints) == list(FACTS)
    assert not Facts.__required_keys__
    for name, item in FACTS.items():
        # Nobody has never been born.
        assert hints[name] == (date | None if name == "born" else fitting[item.kind]), name


def test_a_person_takes_every_fact_as_an_argument_and_no_argument_is_a_fact() -> None:
    parameters = inspect.signature(Person).parameters
    assert get_type_hints(Person.__init__)["facts"] == Unpack[Facts]
    assert not set(parameters) & set(FACTS)
    assert [parameters[name].kind.name for name in ("key", "facts")] == [
        "POSITIONAL_OR_KEYWORD",
        "VAR_KEYWORD",
    ]
    assert dict(Person().facts) == dict.fromkeys(FACTS)


def test_what_a_type_checker_allows_is_a_value_that_a_person_may_have() -> None:
    allowed: dict[object, list[FactValue]] = {
        bool: [True, False],
        int: [11],
        date: [date(1996, 2, 29)],
        Never: [NEVER],
        type(None): [None],
    }
    for name, hint in get_type_hints(Facts).items():
        words = {str: [*(FACTS[name].categories or ("0880",))]}
        for part in get_args(hint):
            for value in {**allowed, **words}[part]:
                assert Person(**{name: value}).facts[name] == value
