"""The fast path gives the answers of the node-by-node evaluation, for any rule and any register."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib import (
    Citation,
    Confidence,
    Person,
    Register,
    Rule,
    Spell,
    Status,
    Text,
    Track,
    Version,
    evaluate,
    programmes,
    series,
)
from dualib.conditions import (
    Condition,
    age,
    at_event,
    days,
    days_in,
    during,
    has,
    judgement,
    named,
    within,
)
from dualib.conditions.dates import Happened
from dualib.dates import UNKNOWN_DAY, Ends, LeapBirthday, last_days, months, to_day
from dualib.engine import series as shared
from dualib.engine.answer import AskedCondition, Question, answer_all, answer_together
from dualib.engine.reference import resolve_all
from dualib.engine.view import View
from dualib.register import spell_table
from dualib.testing import conditions, made_up_person
from dualib.testing.made_up import Draws
from dualib.vocabulary import FactValue

ON = date(2015, 5, 31)
WORDS = Text("ord", "words")
STATUSES = (
    Status.FULL_TIME_UNEMPLOYED,
    Status.REGISTERED_AS_JOBSEEKER,
    Status.PART_TIME,
    Status.FULL_TIME_SICK,
    Status.IN_KAA,
)


#: Conditions of every kind; those that the authority judges stand where rules may have them.
CONDITIONS = conditions(most=6) | conditions(most=5).map(
    lambda told: named(WORDS, told) & judgement(WORDS)
)
SEEDS = st.integers(0, 2**32 - 1)
ASSUMED: st.SearchStrategy[dict[str, FactValue]] = st.sampled_from(
    [
        {},
        {"school_duty_done": True},
        {"disability_code": False, "sex": "man"},
        {"municipality": "0880", "first_registered": date(2015, 2, 1)},
    ]
)


def register_for(condition: Condition, seed: int, size: int = 8, same: bool = False) -> Register:
    """Return persons on the limits of a condition; ``same``: observed alike and known as of one day."""
    draws = Draws(np.random.default_rng(seed))
    persons = [made_up_person(condition, ON, draws, key=key) for key in range(size)]
    register = Register.from_persons(persons)
    if not same:
        return register
    seen = tuple(
        np.broadcast_to(np.int32(to_day(day)), (size,))
        for day in (date(2012, 1, 1), date(2016, 1, 1))
    )
    return Register(
        size=size,
        keys=register.keys,
        as_of=np.full(size, to_day(ON), np.int32),
        provided=register.provided,
        spells=register.spells,
        observed=dict.fromkeys(Track, seen),
        columns=register._columns,
        categories=register._categories,
    )


def rule_of(name: str, *conditions: Condition) -> Rule:
    """Return a rule; with several conditions the texts follow each other, the last from the day asked about on."""
    cited = Citation("test", name, Confidence.PROJECT, date(2026, 11, 22))
    limits = [None, date(2015, 5, 20), ON][: len(conditions)]
    versions = [
        Version(
            reading="dua",
            condition=condition,
            citations=(cited,),
            valid_from=start,
            valid_to=None if end is None else date.fromordinal(end.toordinal() - 1),
        )
        for condition, start, end in zip(conditions, limits, [*limits[1:], None], strict=True)
    ]
    return Rule(id=name, name=Text(name, name), versions=tuple(versions))


@pytest.mark.heavy
@given(CONDITIONS, SEEDS, ASSUMED, st.booleans(), st.booleans())
def test_one_condition_on_one_day(
    condition: Condition, seed: int, assume: dict[str, FactValue], unchanged: bool, same: bool
) -> None:
    register = register_for(condition, seed, same=same)
    view = View(register, to_day(ON), assume, unchanged, LeapBirthday.MARCH_1)
    np.testing.assert_array_equal(answer_all(condition, view), resolve_all(condition, view))


@pytest.mark.heavy
@given(CONDITIONS, SEEDS, ASSUMED, st.booleans(), st.booleans())
def test_one_condition_on_a_day_a_person(
    condition: Condition, seed: int, assume: dict[str, FactValue], unchanged: bool, same: bool
) -> None:
    register = register_for(condition, seed, same=same)
    days_asked = to_day(ON) + np.random.default_rng(seed).integers(-60, 60, register.size).astype(
        np.int32
    )
    view = View(register, days_asked, assume, unchanged)
    np.testing.assert_array_equal(answer_all(condition, view), resolve_all(condition, view))


@pytest.mark.heavy
@given(st.lists(CONDITIONS, min_size=2, max_size=3), SEEDS, st.booleans())
def test_many_rules_are_each_as_if_asked_alone(
    conditions: list[Condition], seed: int, same: bool
) -> None:
    register = register_for(conditions[0] | conditions[1], seed, same=same)
    rules = [rule_of(f"r{place}", condition) for place, condition in enumerate(conditions)]
    found = evaluate(register, rules, on=ON)
    view = View(register, to_day(ON))
    for rule, condition in zip(rules, conditions, strict=True):
        np.testing.assert_array_equal(found[rule], resolve_all(condition, view))
    np.testing.assert_array_equal(rules[0].verdicts(register, on=ON), found[rules[0]])


@pytest.mark.heavy
@given(st.tuples(CONDITIONS, CONDITIONS, CONDITIONS), SEEDS)
def test_texts_follow_each_other_on_a_day_a_person(
    conditions: tuple[Condition, ...], seed: int
) -> None:
    register = register_for(conditions[0], seed)
    days_asked = to_day(ON) + np.random.default_rng(seed).integers(-20, 20, register.size).astype(
        np.int32
    )
    rule = rule_of("changing", *conditions)
    found = rule.verdicts(register, on=days_asked.astype("datetime64[D]"))
    text = (days_asked >= to_day(date(2015, 5, 20))).astype(int) + (days_asked >= to_day(ON))
    expected = [resolve_all(condition, View(register, days_asked)) for condition in conditions]
    np.testing.assert_array_equal(found, np.choose(text, expected))


@pytest.mark.heavy
@given(CONDITIONS, SEEDS, ASSUMED, st.booleans(), st.booleans())
def test_a_series_is_each_date_asked_alone(
    condition: Condition, seed: int, assume: dict[str, FactValue], unchanged: bool, same: bool
) -> None:
    register = register_for(condition, seed, same=same)
    rules = [
        rule_of("one", condition),
        rule_of("other", age(16, below=25), age(17, below=26), condition),
    ]
    dates = series(date(2015, 4, 30), date(2015, 7, 31))
    panel = evaluate(register, rules, on=dates, assume=assume, assume_unchanged=unchanged)
    for place, day in enumerate(dates):
        alone = evaluate(register, rules, on=day, assume=assume, assume_unchanged=unchanged)
        np.testing.assert_array_equal(panel.verdicts[place], alone.verdicts)


@pytest.mark.heavy
@pytest.mark.parametrize("rule", programmes.PROGRAMMES, ids=lambda rule: rule.id)
def test_every_programme_in_every_text(rule: Rule) -> None:
    for place, version in enumerate(rule.versions):
        register = register_for(version.condition, place, size=30)
        for on in (to_day(ON), to_day(ON) + np.arange(register.size, dtype=np.int32) - 30):
            view = View(register, on)
            np.testing.assert_array_equal(
                answer_all(version.condition, view),
                resolve_all(version.condition, view),
                err_msg=str(version),
            )


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    return lambda: monkeypatch.setattr(spell_table, "BLOCK", 16)


@pytest.mark.parametrize("same", [True, False])
def test_blocks_and_threads_change_nothing(same: bool, small_blocks: Callable[[], None]) -> None:
    condition = programmes.jobbgaranti.versions[0].condition
    days_asked = (
        to_day(ON),
        to_day(ON) - 400,
        to_day(ON) + np.arange(203, dtype=np.int32) % 50 - 25,
    )
    whole = register_for(condition, 5, size=203, same=same)
    expected = [resolve_all(condition, View(whole, on)) for on in days_asked]
    small_blocks()
    register = register_for(condition, 5, size=203, same=same)
    for on, answers in zip(days_asked, expected, strict=True):
        np.testing.assert_array_equal(answer_all(condition, View(register, on)), answers)


def test_blocks_and_threads_change_no_series(small_blocks: Callable[[], None]) -> None:
    rule = programmes.jobbgaranti
    register = register_for(rule.versions[0].condition, 6, size=203, same=True)
    dates = [date(2015, month, 20) for month in range(1, 11)]
    expected = [rule.verdicts(register, on=day) for day in dates]
    small_blocks()
    register = register_for(rule.versions[0].condition, 6, size=203, same=True)
    np.testing.assert_array_equal(evaluate(register, [rule], on=dates)["jobbgaranti"], expected)


@pytest.mark.parametrize("size", [0, 1, 15, 16, 17, 100])
def test_spells_lie_by_block_and_end(size: int, small_blocks: Callable[[], None]) -> None:
    small_blocks()
    register = register_for(programmes.jobbgaranti.versions[0].condition, 7, size=size)
    assert [row for block in register.blocks for row in range(block.start, block.stop)] == list(
        range(size)
    )
    seen = 0
    for block in register.blocks:
        spells = register.spells.within(block)
        assert set(spells.person.tolist()) <= set(range(block.start, block.stop))
        assert (np.diff(spells.end.astype(np.int64)) >= 0).all()
        seen += len(spells)
    assert seen == len(register.spells)


def test_a_case_split_is_made_also_for_those_whose_days_another_rule_counts() -> None:
    always = ~Happened(
        "first_registered", first=date(2016, 1, 1)
    )  # no day in 2015 lies after that date
    register = Register.from_persons([Person(), Person(first_registered=date(2015, 1, 1))])
    rules = [rule_of("split", always), rule_of("counted", during(STATUSES[0]))]
    found = evaluate(register, rules, on=ON)
    assert rules[0].exactness(ON).facts == ("first_registered",)
    assert found["split"].tolist() == rules[0].verdicts(register, on=ON).tolist() == [1, 1]


def test_two_questions_at_once_keep_their_persons_apart() -> None:
    young, old = age(16, below=25) & during(STATUSES[0]), age(30) & during(STATUSES[2])
    register = register_for(young | old, 3, size=40)
    outs = np.empty((2, register.size), np.int8)
    views = [View(register, to_day(ON)), View(register, to_day(ON) - 30)]
    pairs = list(zip(views, (young, old), outs, strict=True))
    answer_together(
        [Question.of(view, [AskedCondition(condition, out)]) for view, condition, out in pairs]
    )
    for view, condition, out in pairs:
        np.testing.assert_array_equal(out, resolve_all(condition, view))


def test_a_series_where_nothing_can_change_is_answered_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    register = Register.from_frames({"born": ["1950-01-01", ""]})
    monkeypatch.setattr(shared, "answer_together", None)
    panel = evaluate(
        register, [rule_of("old", age(60))], on=series(date(2015, 1, 1), date(2015, 6, 1))
    )
    assert panel["old"].tolist() == [[1, 0]] * 6


@pytest.mark.parametrize(
    "condition",
    [
        age(16, below=25) & ~within("first_registered", months(3)),
        at_event("first_registered", age(16, below=25)) | age(16, below=17),
        ~during(STATUSES[0]) & has("school_duty_done"),
    ],
    ids=repr,
)
@pytest.mark.parametrize("same", [True, False])
def test_a_series_of_what_changes(condition: Condition, same: bool) -> None:
    register = register_for(condition, 9, size=60, same=same)
    dates = [date(2015, month, 20) for month in range(1, 11)]
    rule = rule_of("changing", condition)
    panel = evaluate(register, [rule], on=dates)
    np.testing.assert_array_equal(panel[rule], [rule.verdicts(register, on=day) for day in dates])


@pytest.mark.parametrize("known", [{0}, {0, 1, 4}])
def test_what_is_known_as_of_a_day_is_told_on_that_day_alone(known: set[int]) -> None:
    """Known as of one day, or of several: in a series of days before, on and after, only those days are told."""
    persons = [
        Person(school_duty_done=True, as_of=date(2015, 5, 20 + ahead)) for ahead in sorted(known)
    ]
    dates = [date(2015, 5, 20 + ahead) for ahead in range(-4, 6)]
    panel = evaluate(
        Register.from_persons(persons), [rule_of("school", has("school_duty_done"))], on=dates
    )
    expected = [[int(person.as_of == day) for person in persons] for day in dates]
    assert panel["school"].tolist() == expected


def test_a_day_and_a_count_asked_of_all_at_once() -> None:
    spells = [
        Spell(date(2015, 5, 1 + 9 * place), date(2015, 5, 31), STATUSES[0]) for place in range(3)
    ]
    seen = (date(2015, 1, 1), ON)
    register = Register.from_persons([Person(spells=[spell], observed=seen) for spell in spells])
    counted = days_in(days(STATUSES[0]), at_least=20, window=last_days(30), ends=Ends.ON)
    found = evaluate(
        register, [rule_of("day", during(STATUSES[0])), rule_of("count", counted)], on=ON
    )
    assert found.verdicts.tolist() == [[1, 1, 1], [1, 1, -1]]


def test_persons_without_spells_are_told_apart_by_the_day_they_are_asked_about() -> None:
    counted = days_in(days(STATUSES[0]), at_least=20, window=last_days(30), ends=Ends.ON)
    register = Register.from_persons([Person(observed=(date(2015, 1, 1), ON))] * 4)
    on = to_day(ON) + np.array(
        [19, 20, 0, 400], np.int32
    )  # of so many days, or 30, it is not known what they were
    assert answer_all(counted, View(register, on)).tolist() == [-1, 0, -1, 0]


def test_nobody() -> None:
    register = Register.from_persons([])
    found = evaluate(register, programmes.PROGRAMMES, on=ON)
    assert found.verdicts.shape == (len(programmes.PROGRAMMES), 0)
    panel = evaluate(register, programmes.PROGRAMMES, on=[ON] * 3)
    assert panel.verdicts.shape == (3, len(programmes.PROGRAMMES), 0)
    assert panel.not_in_force.shape == (3, len(programmes.PROGRAMMES))
    assert register.surely_observed[Track.WORK] == (0, -1)
    assert register.same_as_of == UNKNOWN_DAY
    nobodys_day = np.zeros(0, "datetime64[D]")
    assert evaluate(register, programmes.PROGRAMMES, on=nobodys_day).verdicts.size == 0
    assert programmes.kaa.verdicts(register, on=nobodys_day).size == 0


def test_no_spells() -> None:
    on = date(2016, 5, 31)
    register = Register.from_frames({"born": ["1996-01-01"]}, observed=(date(2014, 1, 1), on))
    assert programmes.traineejobb.verdicts(register, on=on).tolist() == [-1]


def test_what_a_case_split_settles_is_settled_on_every_day_of_a_series() -> None:
    """Open on each day for the parts, yet the same whatever the unknown fact is: a series says so too."""
    young = age(16, below=25)
    condition = young & has("school_duty_done") | young & ~has("school_duty_done")
    citation = Citation("källa", "1 §", Confidence.PROJECT, ON)
    rule = Rule(
        id="delad",
        name=WORDS,
        versions=(Version(reading="dua", condition=condition, citations=(citation,)),),
    )
    register = Register.from_frames({"born": ["1999-05-31", "1990-01-01", ""]})
    dates = [date(2015, 6, day) for day in (1, 2, 3, 4)]
    assert rule.exactness(ON).facts == ("school_duty_done",)
    panel = evaluate(register, [rule], on=dates)
    assert (
        panel["delad"].tolist()
        == [rule.verdicts(register, on=day).tolist() for day in dates]
        == [[1, -1, 0]] * 4
    )
