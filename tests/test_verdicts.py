"""Truth tables of three answers, whole; arrays answer as single verdicts do."""
# ruff: noqa: E501 - golden messages are long

import copy
import itertools
import operator
import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.errors import BadInput
from dualib.verdicts import NO, UNKNOWN, VERDICT_WORDS, YES, Verdict, all_of, any_of

AND = {
    (NO, NO): NO,
    (NO, UNKNOWN): NO,
    (NO, YES): NO,
    (UNKNOWN, NO): NO,
    (UNKNOWN, UNKNOWN): UNKNOWN,
    (UNKNOWN, YES): UNKNOWN,
    (YES, NO): NO,
    (YES, UNKNOWN): UNKNOWN,
    (YES, YES): YES,
}
OR = {
    (NO, NO): NO,
    (NO, UNKNOWN): UNKNOWN,
    (NO, YES): YES,
    (UNKNOWN, NO): UNKNOWN,
    (UNKNOWN, UNKNOWN): UNKNOWN,
    (UNKNOWN, YES): YES,
    (YES, NO): YES,
    (YES, UNKNOWN): YES,
    (YES, YES): YES,
}
NOT = {NO: YES, UNKNOWN: UNKNOWN, YES: NO}
OUTCOMES = {NO: {False}, UNKNOWN: {False, True}, YES: {True}}
ANSWERS = {frozenset({False}): NO, frozenset({False, True}): UNKNOWN, frozenset({True}): YES}


def test_the_numbers_are_those_of_the_columns() -> None:
    assert [(verdict.name, int(verdict)) for verdict in Verdict] == [
        ("NO", -1),
        ("UNKNOWN", 0),
        ("YES", 1),
    ]
    assert (NO, UNKNOWN, YES) == (Verdict.NO, Verdict.UNKNOWN, Verdict.YES)
    for verdict in Verdict:
        assert pickle.loads(pickle.dumps(verdict)) is copy.copy(verdict) is verdict


@pytest.mark.parametrize(("one", "other"), [*itertools.product(Verdict, repeat=2)])
def test_truth_tables(one: Verdict, other: Verdict) -> None:
    assert one & other is AND[one, other] is all_of([one, other]) is all_of(iter([one, other]))
    assert one | other is OR[one, other] is any_of([one, other]) is any_of(iter([one, other]))
    assert ~one is NOT[one]
    # The tables are what two-valued logic gives for whatever the unknowns turn out to be.
    assert (
        AND[one, other]
        is ANSWERS[frozenset(a and b for a in OUTCOMES[one] for b in OUTCOMES[other])]
    )
    assert (
        OR[one, other] is ANSWERS[frozenset(a or b for a in OUTCOMES[one] for b in OUTCOMES[other])]
    )
    assert NOT[one] is ANSWERS[frozenset(not a for a in OUTCOMES[one])]


@pytest.mark.parametrize(("one", "other"), [*itertools.product(Verdict, repeat=2)])
def test_numbers_beside_a_verdict_are_read_as_verdicts(one: Verdict, other: Verdict) -> None:
    for number in (int(one), np.int8(one)):
        assert other & number is AND[one, other]
        assert other | number is OR[one, other]
    assert int(one) & other is AND[one, other]
    assert int(one) | other is OR[one, other]
    with pytest.raises(ValueError, match=r"^2 is not a valid Verdict$"):
        other & 2
    with pytest.raises(ValueError, match=r"^-2 is not a valid Verdict$"):
        -2 | other


@pytest.mark.parametrize("verdict", Verdict)
def test_true_and_false_are_no_verdicts(verdict: Verdict) -> None:
    for value in (True, False, np.True_, np.False_):
        for combine in (operator.and_, operator.or_):
            with pytest.raises(BadInput) as error:
                combine(verdict, value)
            assert str(error.value) == (
                f"{bool(value)} is not a verdict: expected yes, no or unknown; write Verdict.YES, Verdict.NO or Verdict.UNKNOWN"
            )


@given(st.lists(st.sampled_from(Verdict), max_size=6))
def test_many_verdicts_combine_as_their_outcomes(verdicts: list[Verdict]) -> None:
    outcomes = list(itertools.product(*(OUTCOMES[verdict] for verdict in verdicts)))
    assert all_of(verdicts) is ANSWERS[frozenset(all(outcome) for outcome in outcomes)]
    assert any_of(verdicts) is ANSWERS[frozenset(any(outcome) for outcome in outcomes)]
    assert ~all_of(verdicts) is any_of(~verdict for verdict in verdicts)


def test_nothing_combined() -> None:
    assert all_of([]) is YES
    assert any_of([]) is NO


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_is_no_truth_value(verdict: Verdict) -> None:
    with pytest.raises(BadInput) as error:
        bool(verdict)
    assert str(error.value) == (
        f"a verdict is neither true nor false (here {verdict.name}); write `verdict is Verdict.YES`, "
        "or count UNKNOWN on the side you mean"
    )


def test_words() -> None:
    assert [(VERDICT_WORDS[verdict].sv, VERDICT_WORDS[verdict].en) for verdict in Verdict] == [
        ("nej", "no"),
        ("okänt", "unknown"),
        ("ja", "yes"),
    ]
