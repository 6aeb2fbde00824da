"""What is let out of one population, table by table, never tells a small count: not alone, and not together."""

from __future__ import annotations

import itertools
import re
from datetime import date

import numpy as np
from attacker import Told, pinned
from hypothesis import example, given
from hypothesis import strategies as st

from dualib.language import Text
from dualib.register import Register
from dualib.report.release.comparing import Division, Sums, gives_away
from dualib.report.release.release import HIDDEN, Release, Shown


@st.composite
def divisions(draw, least=2, most=4):
    """Divisions of the same persons, some of them a part or a slight change of one before."""
    size = draw(st.integers(1, 60))
    seed = draw(st.integers(0, 10_000))
    random = np.random.default_rng(seed)
    found = []
    for number in range(draw(st.integers(least, most))):
        parts = draw(st.integers(2, 4))
        weights = random.dirichlet(np.full(parts, draw(st.sampled_from([0.3, 1.0, 5.0]))))
        fresh = random.choice(parts, size=size, p=weights)
        kind = draw(st.sampled_from(["fresh", "nested", "changed"])) if number else "fresh"
        if kind == "nested":  # a part of what an earlier division said yes to
            fresh = np.where(found[-1][0] == 0, fresh, 1)
        elif kind == "changed":  # the same but for a few persons
            fresh = np.minimum(found[-1][0], parts - 1)
            moved = random.choice(size, size=min(size, int(random.integers(0, 5))), replace=False)
            fresh = fresh.copy()
            fresh[moved] = (fresh[moved] + 1) % parts
        found.append((fresh.astype(np.intp), parts))
    return found


@given(divisions(), st.integers(3, 8))
def test_no_two_tables_together_tell_a_small_count(tables, threshold):
    size = len(tables[0][0])
    release = Release(size, threshold)
    told = [Told.one_way(codes, release.answers(codes, parts)) for codes, parts in tables]
    if release.total is HIDDEN:
        assert all(value is None for table in told for _, value in table.shown)
        return
    for one, other in itertools.combinations(told, 2):
        assert pinned([one, other], size, threshold) == []


@given(divisions(3, 4))
def test_a_family_tells_no_small_count_however_it_is_combined(tables):
    size = len(tables[0][0])
    release = Release(size, 5)
    told = [
        Told.one_way(codes, release.answers(codes, parts, family="one")) for codes, parts in tables
    ]
    if release.total is not HIDDEN:
        clear = [table for table in told[1:] if any(value is not None for _, value in table.shown)]
        assert pinned([told[0], *clear], size) == []


ONE_MARGIN_LESS_ANOTHER = [
    (np.array([2, 0, 2, 0, 0, 1, 2, 0, 2, 2, 0, 0, 0, 2, 0, 0, 0, 0]), 3),
    (np.array([3] * 17 + [0]), 4),
    (np.array([1, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1]), 4),
]


@example(ONE_MARGIN_LESS_ANOTHER, ONE_MARGIN_LESS_ANOTHER[:1])
@given(divisions(3, 3), divisions(1, 2))
def test_a_table_of_three_dimensions_and_the_others_tell_no_small_count(axes, tables):
    size = len(axes[0][0])
    release = Release(size, 5)
    cells = release.table([codes for codes, _ in axes], [parts for _, parts in axes])
    if release.total is HIDDEN:
        assert all(cell is HIDDEN or cell == 0 for cell in cells.ravel())
        return
    cross = Told.cross([codes for codes, _ in axes], cells)
    assert pinned([cross], size) == []
    for codes, parts in tables:
        some = np.resize(codes, size)
        assert pinned([cross, Told.one_way(some, release.answers(some, parts))], size) == []


@given(divisions(2, 5), st.data())
def test_tables_tell_what_an_attacker_with_a_solver_finds(tables, data):
    size = len(tables[0][0])
    sums, told = Sums.of_none(size), []
    for codes, parts in tables:
        counts = np.bincount(codes, minlength=parts)
        hidden = np.array(data.draw(st.lists(st.booleans(), min_size=parts, max_size=parts)))
        sums = sums.and_those_of([Division.of(codes, counts, hidden)])
        told.append(
            Told.one_way(
                codes, [HIDDEN if hide else int(n) for n, hide in zip(counts, hidden, strict=True)]
            )
        )
    assert sums.tell(5) is bool(pinned(told, size))


@given(divisions(3, 8), st.integers(3, 8))
def test_all_tables_together_tell_no_small_count(tables, threshold):
    size = len(tables[0][0])
    release = Release(size, threshold)
    told = [Told.one_way(codes, release.answers(codes, parts)) for codes, parts in tables]
    shown = [table for table in told if any(value is not None for _, value in table.shown)]
    if release.total is not HIDDEN and shown:
        assert pinned(shown, size, threshold) == []


def test_a_third_table_may_be_one_too_many():
    # The second less the third are 9, who all are among the 11 of the first: so 2 of these are in no other group.
    sizes = [5, 6, 3, 9, 2]
    one, two, three = (
        np.repeat(yes, sizes) for yes in ([0, 0, 0, 1, 1], [0, 1, 1, 1, 0], [0, 1, 1, 0, 0])
    )
    for first, second, third in itertools.permutations([one, two, three]):
        release = Release(25, 5)
        assert HIDDEN not in release.answers(first, 2) + release.answers(second, 2)
        assert release.answers(third, 2) == [HIDDEN, HIDDEN]


@given(divisions(1, 3), st.integers(2, 9))
def test_every_number_shown_is_true_and_none_is_small(tables, threshold):
    size = len(tables[0][0])
    release, plain = Release(size, threshold), Release(size, None)
    for codes, parts in tables:
        true = plain.answers(codes, parts)
        assert true == np.bincount(codes, minlength=parts).tolist()
        for shown, number in zip(release.answers(codes, parts), true, strict=True):
            assert shown is HIDDEN or (shown == number and not 0 < shown < threshold)


def test_of_nobody_there_is_nothing_to_tell():
    release, nobody = Release(0, 5), np.zeros(0, dtype=np.intp)
    assert (release.table([nobody] * 3, (2, 2, 3)) == 0).all()
    assert release.answers(nobody, 4) == [0] * 4


def test_without_a_threshold_a_table_of_several_dimensions_is_shown_with_its_totals():
    cells = Release(3, None).table([np.array([0, 1, 1]), np.array([0, 0, 1])], (2, 2))
    assert cells.tolist() == [[1, 0, 1], [1, 1, 2], [2, 1, 3]]


def test_where_the_whole_table_cannot_be_protected_the_first_dimensions_are():
    # Each answer of the two women is a small count; women and men are few enough to be told but the answers are not.
    first = np.repeat([0, 1], [50, 50])
    second = np.where(np.arange(100) == 0, 1, 0)
    cells = Release(100, 5).table([first, second], (2, 2))
    assert cells[0, 2] == 50
    assert cells[1, 2] == 50
    assert cells[2, 2] == 100
    assert cells[0, 1] is HIDDEN


def test_too_few_persons_are_not_counted_at_all():
    release = Release(4, 5)
    assert release.total is HIDDEN
    assert release.answers(np.array([0, 0, 0, 1]), 2) == [HIDDEN, HIDDEN]
    assert (release.table([np.array([0, 0, 0, 1])], (2,)) == HIDDEN).all()
    assert Release(0, 5).total == 0
    assert Release(4, None).total == 4


def test_a_table_once_shown_may_be_shown_again():
    release = Release(100, 5)
    codes = np.repeat([0, 1], [40, 60])
    assert release.answers(codes, 2) == release.answers(codes, 2) == [40, 60]


def test_very_many_blocks_are_taken_to_give_away():
    assert gives_away(np.full((17, 2), 100), 5)


def test_one_and_many_are_told_alike():
    def remarks(count):
        keys = [f"19121212-{number:04}" for number in range(count)]
        return Register.from_frames(
            {"key": keys, "municipality": ["880"] * count},
            {
                "key": keys,
                "start": ["2015-01-01"] * count,
                "end": [""] * count,
                "status": ["in_kaa"] * count,
            },
            observed=(date(2014, 1, 1), date(2015, 5, 31)),
            as_of=date(2015, 5, 31),
        ).notes

    def said(remarks, audience):
        return [remark.text(language, audience) for remark in remarks for language in ("sv", "en")]

    one, many = remarks(1), remarks(7)
    assert len(one) == 3
    assert said(one, "protected") == said(many, "protected")
    assert not re.search(r"\d", str(said(many, "protected")))
    assert all("1 " in words for words in said(one, "report"))
    assert all("7 " in words for words in said(many, "report"))


def test_made_up_persons_are_an_illustration():
    assert Shown(None, Text("påhittat", "made up")).illustration
    assert not Shown(5, None).illustration


def test_a_table_that_does_not_go_with_what_is_shown_is_hidden_but_for_its_total():
    release = Release(100, 5)
    assert release.answers(np.repeat([0, 1], [40, 60]), 2) == [40, 60]
    cells = release.table([np.repeat([0, 1], [42, 58]), np.arange(100) % 2], (2, 2))
    assert cells[2, 2] == 100
    assert (cells.ravel()[:-1] == HIDDEN).all()


def test_the_attacker_is_not_blind():
    one, other = np.repeat([0, 1], [40, 60]), np.repeat([0, 1], [42, 58])
    shown = [Told.one_way(one, [40, 60]), Told.one_way(other, [42, 58])]
    assert [number for _, number in pinned(shown, 100)] == [2]
