"""Met, not met or cannot be told: never one of the first two when some possible number says otherwise."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.counting import Count
from dualib.errors import BadInput
from dualib.language import Text
from dualib.local_agreements import Figure, Goal, Target, load_folder
from dualib.local_agreements.goals import parse_target
from dualib.verdicts import NO, UNKNOWN, YES, Verdict

DIRECTIONS = ["at_most", "at_least", "increase", "decrease", "equal"]
counts = st.integers(0, 40)
intervals = st.tuples(counts, counts).map(sorted)


def figure(name: str, value: int | str, unit: str = "persons") -> Figure:
    return Figure(
        {
            "id": name,
            "value": str(value),
            "unit": unit,
            "status": "" if value != "-" else "suppressed",
        }
    )


def goal(*baseline: Figure, **more: object) -> Goal:
    given_ = {
        "measure": Text("arbetslösa", "unemployed"),
        "direction": "at_most",
        "target": Target(share=Fraction(1, 2)),
    }
    return Goal("halve", Text("halveras", "halved"), "s. 1", baseline=baseline, **(given_ | more))


def plain(now: int, limit: Fraction, direction: str) -> bool:
    return {
        "at_most": now <= limit,
        "at_least": now >= limit,
        "increase": now > limit,
        "decrease": now < limit,
        "equal": now == limit,
    }[direction]


@given(
    intervals,
    st.lists(counts, min_size=1, max_size=3),
    st.sampled_from(DIRECTIONS),
    st.sampled_from([1, 2, 3]),
)
def test_no_possible_number_contradicts_the_answer(
    now: list[int], starts: list[int], direction: str, part: int
) -> None:
    baseline = [figure(f"f{place}", start) for place, start in enumerate(starts)]
    asked = goal(*baseline, direction=direction, target=Target(share=Fraction(1, part)))
    found = asked.check(Count(*now))
    answers = {
        plain(n, Fraction(start, part), direction)
        for n in range(now[0], now[1] + 1)
        for start in starts
    }
    assert found.verdict is (UNKNOWN if len(answers) == 2 else YES if answers == {True} else NO)
    assert len(found.limits) == len(starts)


@given(intervals, intervals)
def test_a_baseline_that_is_an_interval_is_every_number_in_it(
    now: list[int], start: list[int]
) -> None:
    found = goal().check(Count(*now), baseline=Count(*start))
    answers = {2 * n <= b for n in range(now[0], now[1] + 1) for b in range(start[0], start[1] + 1)}
    assert found.verdict is (UNKNOWN if len(answers) == 2 else YES if answers == {True} else NO)


@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        (393, YES),
        (394, UNKNOWN),
        (451, UNKNOWN),
        (452, NO),
        (Count(380, 393), YES),
        (Count(452, 460), NO),
    ],
)
def test_halving_from_787_or_902(now: int | Count, verdict: Verdict) -> None:
    assert goal(figure("af", 787), figure("target", 902)).check(now).verdict is verdict


@pytest.mark.parametrize(
    ("now", "verdict"), [(403, YES), (404, UNKNOWN), (451, UNKNOWN), (452, NO)]
)
def test_halving_from_the_union_of_the_registers(now: int, verdict: Verdict) -> None:
    assert goal().check(now, baseline=Count(807, 902)).verdict is verdict


def test_the_explanation_names_every_limit_and_its_baseline() -> None:
    asked = goal(
        figure("af", 787),
        figure("target", 902),
        deadline=date(2018, 12, 31),
        note=Text("Maj.", "May."),
    )
    found = asked.check(430, on=date(2016, 5, 31))
    assert found.text("sv") == (
        "går inte att avgöra: 430; högst 393,5, i hela tal 393 (av 787, af): inte uppnått; "
        "högst 451 (av 902, target): uppnått; målet gäller 31 december 2018"
    )
    assert found.text("en") == (
        "cannot be told: 430; at most 393.5, in whole numbers 393 (of 787, af): not met; "
        "at most 451 (of 902, target): met; the goal is for 31 December 2018"
    )
    after = asked.check(Count(380, 390), baseline=787, on=date(2018, 12, 31))
    assert after.text("en") == "met: 380–390; at most 393.5, in whole numbers 393 (of 787): met"
    least = goal(figure("af", 5), direction="at_least").check(3)
    assert least.text("en") == "met: 3; at least 2.5, in whole numbers 3 (of 5, af): met"


def test_one_candidate_can_be_chosen() -> None:
    asked = goal(figure("af", 787), figure("target", 902))
    assert asked.check(430, baseline="target").verdict is YES
    with pytest.raises(
        BadInput,
        match=r"baseline 'targt' is not a candidate of goal 'halve': expected one of af, target",
    ):
        asked.check(430, baseline="targt")
    with pytest.raises(BadInput, match="which has none: expected a number"):
        goal().check(430, baseline="af")


def test_only_candidates_in_the_same_unit_are_compared() -> None:
    asked = goal(figure("rate", "4,6", "percent"), figure("af", 100))
    assert [limit.name for limit in asked.check(60).limits] == ["af"]
    assert asked.check(Fraction(23, 10), unit="percent").verdict is YES
    assert asked.check(60, unit="pupils").text("en") == (
        "cannot be told: there is no baseline in pupils: give one as baseline"
    )
    with pytest.raises(BadInput, match=r"unit 'person' is unknown: .* Did you mean 'persons'\?"):
        asked.check(60, unit="person")


def test_a_hidden_baseline_gives_no_limit() -> None:
    assert goal(figure("af", "-")).check(60).text("sv") == (
        "går inte att avgöra: det finns inget utgångsvärde i personer: ange baseline"
    )


def test_a_goal_without_a_measure_cannot_be_told_and_says_why() -> None:
    asked = goal(measure=None, target=None, direction=None, note=Text("Inget mått.", "No measure."))
    assert not asked.measurable
    assert asked.check(1).text("sv") == (
        "går inte att avgöra: källan anger inget mått, ingen gräns i siffror och ingen riktning för målet. Inget mått."
    )
    assert asked.check(1).text("en") == (
        "cannot be told: the source gives no measure, no limit in figures and no direction for the goal. No measure."
    )
    assert goal(target=None).check(1).text("sv") == (
        "går inte att avgöra: källan anger ingen gräns i siffror för målet"
    )


def test_more_or_fewer_than_the_baseline_needs_no_target() -> None:
    asked = goal(figure("af", 100), target=None, direction="increase")
    assert (asked.check(100).verdict, asked.check(101).verdict) == (NO, YES)
    assert asked.check(101).text("en") == "met: 101; more than 100 (of 100, af): met"
    assert not goal(target=None, direction="increase").measurable


def test_a_target_of_its_own_is_compared_in_its_unit_only(write) -> None:
    goals = {found.id: found for found in load_folder(write()).goals}
    assert goals["fast"].check(90, unit="days").text("en") == "met: 90; at most 90: met"
    assert goals["fast"].check(430).text("en") == (
        "cannot be told: the goal is counted in days, not in persons. No start day."
    )
    assert goals["more"].check(201).verdict is YES
    assert goals["trust"].check(1).verdict is UNKNOWN
    assert goals["halve"].deadline == date(2018, 12, 31)
    assert [start.id for start in goals["halve"].baseline] == ["af", "kaa"]


def test_how_a_target_is_written() -> None:
    assert parse_target("0,5", baseline=True) == Target(share=Fraction(1, 2))
    assert parse_target("1/2", baseline=False) == Target(share=Fraction(1, 2))
    with pytest.raises(BadInput, match="'hälften' is not a number"):
        parse_target("hälften", baseline=True)


@pytest.mark.parametrize("text", ["60", "101 %", "3/2", "1,01"])
def test_a_part_is_no_more_than_the_whole(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_target(text, baseline=True)
    assert str(caught.value) == (
        f"target {text!r} would be more than the whole baseline: expected a part of it, such as 1/2 or 50 %, or no "
        "baseline where the target is a number of its own"
    )
    assert (
        parse_target("1", baseline=True)
        == parse_target("100 %", baseline=True)
        == Target(share=Fraction(1))
    )
    assert parse_target("60", baseline=False) == Target(value=Fraction(60))


@pytest.mark.parametrize("wrong", [0.5, True, "430"])
def test_an_inexact_count_is_refused(wrong: object) -> None:
    with pytest.raises(
        BadInput, match=f"now is {wrong!r}: expected a whole number, a Fraction or a Count"
    ):
        goal(figure("af", 787)).check(wrong)
    if not isinstance(wrong, str):
        with pytest.raises(BadInput, match=f"baseline is {wrong!r}"):
            goal(figure("af", 787)).check(430, baseline=wrong)
