"""Bounds of overlapping registers: the known cases, brute force over small memberships, and clashing facts named."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualib.counting import (
    Count,
    Ledger,
    LedgerFact,
    disjoint,
    only_within,
    outside,
    overlap,
    size,
    subset,
    together,
)
from dualib.errors import BadInput, ContradictionError
from dualib.exact import Bounds
from dualib.language import Text

KALMAR = {"AF": 787, "KAA": 115}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ((), Count(787, 902)),
        ((outside("KAA", "AF", at_least=35),), Count(822, 902)),
        ((overlap("AF", "KAA", at_least=35),), Count(787, 867)),
        ((overlap("AF", "KAA", at_most=35),), Count(867, 902)),
        ((size("AF", 95, stratum="16–19"), only_within("KAA", "16–19")), Count(807, 902)),
        ((subset("KAA", "AF"),), Count(787, 787)),
        ((disjoint("KAA", "AF"),), Count(902, 902)),
        ((overlap("AF", "KAA", exactly=35),), Count(867, 867)),
        ((overlap("AF", "KAA", at_least=10, at_most=20),), Count(882, 892)),
        ((together("AF", "KAA", exactly=Count(800, 810)),), Count(800, 810)),
    ],
)
def test_what_is_known_of_kalmar(facts, expected):
    assert Ledger(KALMAR, *facts).union() == expected


def test_after_registration_the_union_stays_and_the_plain_sum_grows():
    after = Ledger(KALMAR).after_move(35, "KAA", "AF", name="AF efter")
    assert after.union("AF efter", "KAA") == Count(822, 902)
    assert after.union() == Count(822, 902)
    assert after.plain_sum("AF efter", "KAA") == Count(937, 937)
    assert after.overlap("AF efter", "KAA") == Count(35, 115)
    assert Ledger(KALMAR).plain_sum() == Count(902, 902)


@given(st.integers(0, 40), st.integers(0, 40))
def test_two_registers_in_closed_form(one, other):
    ledger = Ledger({"a": one, "b": other})
    assert ledger.union() == Count(max(one, other), one + other)
    assert ledger.overlap("a", "b") == Count(0, min(one, other))
    assert ledger.only("a") == Count(max(one - other, 0), one)


NAMES = ("a", "b", "c")


@st.composite
def ledgers(draw):
    """Facts on up to three registers and two groups, mostly true of some three or four persons."""
    names = NAMES[: draw(st.integers(2, 3))]
    atoms = [
        (frozenset(group), stratum)
        for length in range(1, len(names) + 1)
        for group in combinations(names, length)
        for stratum in ("young", None)
    ]
    persons = draw(st.lists(st.sampled_from(atoms), max_size=4))
    sizes = {name: sum(name in group for group, _ in persons) for name in names}
    facts = []
    for _ in range(draw(st.integers(0, 3))):
        pair = draw(st.permutations(names))[:2]
        low, width = draw(st.integers(0, 3)), draw(st.integers(0, 2))
        limits = draw(
            st.sampled_from(
                [{"at_least": low}, {"at_most": low}, {"exactly": Count(low, low + width)}]
            )
        )
        facts.append(
            draw(
                st.sampled_from(
                    [
                        overlap(*pair, **limits),
                        outside(*pair, **limits),
                        together(*pair, **limits),
                        size(pair[0], stratum="young", **limits),
                        only_within(pair[0], "young"),
                        subset(*pair),
                        disjoint(*pair),
                    ]
                )
            )
        )
    return sizes, facts, atoms


def placings(sizes, facts, atoms):
    """Yield every multiset of atoms that agrees with sizes and facts: the slow obvious way."""

    def count(item, numbers):
        return sum(
            number
            for number, (group, stratum) in zip(numbers, atoms, strict=True)
            if group.issuperset(item.inside)
            and (not item.any_of or not group.isdisjoint(item.any_of))
            and group.isdisjoint(item.without)
            and item.stratum in (None, stratum)
            and (item.beyond is None or item.beyond != stratum)
        )

    every = [*(size(name, number) for name, number in sizes.items()), *facts]
    partial = [()]
    for (
        group,
        _,
    ) in atoms:  # a register can hold no more than its size: cut as soon as one is too full
        partial = [
            (*numbers, number)
            for numbers in partial
            for number in range(min(sizes[name] for name in group) + 1)
            if all(
                sum(n for n, (held, _) in zip((*numbers, number), atoms) if name in held)
                <= sizes[name]
                for name in group
            )
        ]
    for numbers in partial:
        if all(item.count.contains(count(item, numbers)) for item in every):
            yield {
                "".join(sorted(group)) + str(stratum): n
                for (group, stratum), n in zip(atoms, numbers)
                if n
            }


def in_union(key, names):
    return bool(set(names) & set(key.split("y")[0].split("N")[0]))


@given(ledgers())
@settings(max_examples=60)
def test_equals_brute_force_over_memberships(drawn):
    sizes, facts, atoms = drawn
    ledger = Ledger(sizes, *facts)
    found = [
        sum(n for key, n in placing.items() if in_union(key, sizes))
        for placing in placings(sizes, facts, atoms)
    ]
    if found:
        assert ledger.union() == Count(min(found), max(found))
        assert ledger.contradiction() == ()
        ledger.check()
        return
    clash = ledger.contradiction()
    assert clash
    assert set(clash) <= set(ledger.facts)
    with pytest.raises(ContradictionError):
        ledger.union()
    bare = Ledger(dict.fromkeys(sizes, Count(0, 99)))
    for left_out in clash:  # smallest: without any one of them the rest can hold
        rest = [item for item in clash if item is not left_out]
        assert bare.given(*rest).contradiction() == ()


def test_a_claimed_total_against_an_overlap_is_a_contradiction():
    ledger = Ledger(
        KALMAR, together("AF", "KAA", exactly=902, place="s. 12"), overlap("AF", "KAA", at_least=35)
    )
    with pytest.raises(ContradictionError) as caught:
        ledger.union()
    assert str(caught.value) == (
        "these facts cannot all hold; correct or leave out one of them:\n  AF: 787\n  KAA: "
        "115\n  in AF or KAA: 902 (s. 12)\n  in both AF and KAA: at least 35"
    )


def test_which_facts_bind_in_both_languages():
    ledger = Ledger(
        KALMAR, size("AF", 95, stratum="16–19", place="s. 5"), only_within("KAA", "16–19")
    )
    union = ledger.union()
    assert ledger.explain(union, "sv") == (
        "807–902:\n"
        "minst 807, eftersom AF: 787, KAA: 115, AF (16–19): 95 (s. 5) och KAA omfattar bara 16–19\n"
        "högst 902, eftersom AF: 787 och KAA: 115"
    )
    assert ledger.explain(ledger.overlap("AF", "KAA"), "en") == (
        "0–95:\nat most 95, because AF (16–19): 95 (s. 5) and KAA holds 16–19 only"
    )


def test_many_registers_ask_highs():
    sizes = {f"r{index}": 10 + index for index in range(7)}
    assert Ledger(sizes).union() == Count(16, sum(sizes.values()))


def test_three_registers_and_words():
    ledger = Ledger({"a": 3, "b": 3, "c": 3}, overlap("a", "b", "c", exactly=1))
    assert ledger.facts[-1].text("en") == "in all of a, b and c: 1"
    assert ledger.overlap("a", "b", "c") == Count(1, 1)
    assert ledger.union() == Count(4, 7)
    assert ledger.facts[0].names == {"a"}


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Ledger({}),
            "the ledger has no register: expected at least one, and how many persons it holds; "
            "write {'AF': 787, 'KAA': 115}",
        ),
        (
            lambda: Ledger(KALMAR).union("KA"),
            "register 'KA' is not in the ledger: expected one of AF, KAA.",
        ),
        (
            lambda: Ledger(KALMAR, overlap("AF", "FK", at_most=3)),
            "register 'FK' is not in the ledger: expected one of AF, KAA.",
        ),
        (
            lambda: Ledger(KALMAR).explain(902, "en"),
            "answer is 902: expected a count that the ledger answered",
        ),
        (lambda: overlap("AF", at_most=3), "the overlap names 1 register: expected at least two"),
        (lambda: overlap(at_most=3), "the overlap names 0 registers: expected at least two"),
        (lambda: together(at_least=0), "together: expected at least one register"),
        (
            lambda: overlap("AF", "KAA"),
            "overlap of AF, KAA: expected either an exact number, or a lower bound, an upper "
            "bound or both; write exactly=, or at_least= and/or at_most=",
        ),
        (
            lambda: overlap("AF", "KAA", exactly=3, at_most=4),
            "overlap of AF, KAA: expected either an exact number, or a lower bound, an upper "
            "bound or both; write exactly=, or at_least= and/or at_most=",
        ),
        (
            lambda: size("AF", -1),
            "size of 'AF': from -1 to -1 persons is impossible: expected 0 or more, the lower bound first",
        ),
        (
            lambda: outside("AF", "KAA", at_least=4, at_most=3),
            "part of 'AF' outside 'KAA': from 4 to 3 persons is impossible: expected 0 or more, the lower bound first",
        ),
        (
            lambda: Ledger(KALMAR).after_move(3, "KAA", "AF", name="KAA"),
            "name is 'KAA', a register that the ledger already has: expected a new name",
        ),
    ],
)
def test_golden_messages(make, message):
    with pytest.raises(BadInput) as caught:
        make()
    assert str(caught.value) == message


def test_a_fact_of_ones_own():
    fact = LedgerFact(Text("egen", "own"), count=Bounds(0, 5), inside=("AF",), without=("KAA",))
    assert Ledger({"AF": 10, "KAA": 5}, fact).union() == Count(10, 10)


def test_a_question_about_a_group_that_no_fact_names_is_open_not_nothing() -> None:
    """Asking about an age group nobody told of is no proof that it is empty."""
    ledger = Ledger(KALMAR)
    assert ledger.ask(size("AF", at_least=0, stratum="20–24")) == Count(0, 787)
    assert ledger.ask(overlap("AF", "KAA", at_least=0, stratum="20–24")) == Count(0, 115)
    told = ledger.given(size("AF", 95, stratum="16–19"))
    assert told.ask(size("AF", at_least=0, stratum="20–24")) == Count(0, 692)
    assert told.ask(size("AF", at_least=0, stratum="16–19")) == Count(95, 95)
