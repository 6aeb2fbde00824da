"""Answers as bitmaps are the verdicts they stand for, however they are joined."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.arrays import VerdictArray
from dualib.engine.bitmaps import EVERYBODY, NOBODY, Answers, all_of, any_of, flags, packed

SIZES = st.integers(0, 40)
SAME = st.sampled_from([-1, 0, 1])


def columns(size: int) -> st.SearchStrategy[tuple[Answers, VerdictArray]]:
    """Return answers beside their verdicts: with unknowns, without, and the same for all."""

    def known(values: list[int]) -> tuple[Answers, VerdictArray]:
        verdicts = np.array(values, np.int8)
        certain = packed(verdicts > 0)
        return Answers(certain, certain), verdicts

    def unknown(values: list[int]) -> tuple[Answers, VerdictArray]:
        return Answers.of(np.array(values, np.int8)), np.array(values, np.int8)

    def lists(values: list[int]) -> st.SearchStrategy[list[int]]:
        return st.lists(st.sampled_from(values), min_size=size, max_size=size)

    return st.one_of(
        SAME.map(lambda verdict: (Answers.same(verdict), np.full(size, verdict, np.int8))),
        lists([-1, 1]).map(known),
        lists([-1, 0, 1]).map(unknown),
    )


PARTS = SIZES.flatmap(
    lambda size: st.tuples(st.just(size), st.lists(columns(size), min_size=1, max_size=4))
)


@pytest.mark.parametrize(("join", "oracle"), [(all_of, np.minimum), (any_of, np.maximum)])
@given(PARTS)
def test_joined_as_verdicts_are(
    join: Callable[[list[Answers]], Answers],
    oracle: np.ufunc,
    parts: tuple[int, list[tuple[Answers, VerdictArray]]],
) -> None:
    size, given_parts = parts
    expected = oracle.reduce([verdicts for _, verdicts in given_parts])
    found = join([answers for answers, _ in given_parts])
    np.testing.assert_array_equal(found.verdicts(size), expected)
    turned = ~found
    np.testing.assert_array_equal(turned.verdicts(size), -expected)
    np.testing.assert_array_equal(flags(found.open, size), expected == 0)
    # Where nothing is unknown there is one bitmap, and what is made of it is worked out once.
    if all(answers.certain is answers.possible for answers, _ in given_parts):
        assert found.certain is found.possible
        assert turned.certain is turned.possible


@given(PARTS, st.randoms(use_true_random=False))
def test_some_persons(
    parts: tuple[int, list[tuple[Answers, VerdictArray]]], random: object
) -> None:
    size, given_parts = parts
    rows = np.array([row for row in range(size) if random.random() < 0.5], np.intp)  # type: ignore[attr-defined]
    for answers, verdicts in given_parts:
        some = answers.take(rows)
        np.testing.assert_array_equal(some.verdicts(rows.size), verdicts.take(rows))
        assert some.certain is some.possible or answers.certain is not answers.possible


@given(st.lists(st.booleans(), max_size=40))
def test_bits_are_the_flags_they_were_made_of(where: list[bool]) -> None:
    assert flags(packed(np.array(where, np.bool_)), len(where)).tolist() == where


def test_the_same_for_all_needs_no_bits() -> None:
    assert packed(np.asarray(True)) is EVERYBODY
    assert packed(np.asarray(False)) is NOBODY
    assert Answers.same(1).certain is Answers.same(1).possible is EVERYBODY
    assert Answers.same(-1).certain is Answers.same(-1).possible is NOBODY
    assert Answers.same(1).open is NOBODY
