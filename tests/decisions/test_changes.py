"""What would settle an open answer and what would turn a settled one: each claim asked again, whole."""

import itertools
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dualib.conditions import Case, Condition, age, at_event, days, days_in, during, has, one_of
from dualib.conditions.case import decoded
from dualib.conditions.case_split import resolve
from dualib.dates import Ends, last_days, to_day
from dualib.decisions.changes import Flip, Settled, flips, settling, unknowns
from dualib.decisions.decision import Decision
from dualib.language import Text
from dualib.person import Person
from dualib.rules import Rule, Version
from dualib.sources import Citation, Confidence
from dualib.verdicts import NO, UNKNOWN, YES, Verdict
from dualib.vocabulary import FACTS

ON, DAY = date(2016, 2, 29), timedelta(days=1)
CITED = (Citation("SFS 2000:1", "1 §", Confidence.INFERRED, date(2020, 1, 1)),)
NAMES = ("school_duty_done", "gymnasieexamen", "newly_arrived", "in_asylum_housing")
ATOMS = [has(name) for name in NAMES]
FORMULAS: st.SearchStrategy[Condition] = st.recursive(
    st.sampled_from([*ATOMS, *(~atom for atom in ATOMS)]),
    lambda inner: st.builds(
        lambda a, b, both: a & b if both else a | b, inner, inner, st.booleans()
    ),
    max_leaves=5,
)
KNOWN = st.fixed_dictionaries({name: st.sampled_from([True, False, None, None]) for name in NAMES})


def decide(condition: Condition, person: Person) -> tuple[Rule, Decision]:
    version = Version(reading="dua", condition=condition, citations=CITED)
    rule = Rule(id="r", name=Text("r", "r"), versions=(version,))
    return rule, rule.decide(person, on=ON)


def answers(
    condition: Condition, facts: dict[str, bool | None], names: frozenset[str]
) -> set[Verdict]:
    """Every answer that filling in the named facts may lead to."""
    found = set()
    for values in itertools.product((True, False), repeat=len(names)):
        person = Person(as_of=ON, **{**facts, **dict(zip(sorted(names), values, strict=True))})
        found.add(resolve(condition, Case(person, to_day(ON))))
    return found


@settings(phases=[Phase.explicit, Phase.generate])
@given(FORMULAS, KNOWN)
def test_missing_sets_are_the_smallest_that_always_settle(
    condition: Condition, facts: dict[str, bool | None]
) -> None:
    decision = decide(condition, Person(as_of=ON, **facts))[1]
    unknown = [name for name in NAMES if facts[name] is None and name in condition.reads]
    always: list[frozenset[str]] = []
    may: list[frozenset[str]] = []
    if decision.verdict is UNKNOWN:
        for size in (1, 2, 3):
            for names in map(frozenset, itertools.combinations(unknown, size)):
                led_to = answers(condition, facts, names)
                if UNKNOWN not in led_to and not any(smaller < names for smaller in always):
                    always.append(names)
                if led_to != {UNKNOWN} and not any(smaller < names for smaller in may):
                    may.append(names)
    assert set(decision.missing) == set(always)
    # Sets that hold one that always settles are not told again.
    told = [names for names in may if not any(smaller < names for smaller in always)]
    assert set(decision.may_settle) == set(told)
    assert len(set(decision.missing)) == len(decision.missing)
    assert [len(names) for names in decision.missing] == sorted(
        len(names) for names in decision.missing
    )


@settings(phases=[Phase.explicit, Phase.generate])
@given(FORMULAS, KNOWN)
def test_flips_are_all_the_smallest_changes_that_turn_the_answer(
    condition: Condition, facts: dict[str, bool | None]
) -> None:
    _, decision = decide(condition, Person(as_of=ON, **facts))
    wanted = ~decision.verdict
    expected: set[frozenset[tuple[str, bool]]] = set()
    if decision.verdict is not UNKNOWN:
        changes = [
            (name, value)
            for name in NAMES
            if name in condition.reads
            for value in (True, False)
            if facts[name] is not value
        ]
        for size in (1, 2):
            for chosen in itertools.combinations(changes, size):
                if len({name for name, _ in chosen}) < size:
                    continue
                if any(smaller < frozenset(chosen) for smaller in expected):
                    continue
                person = Person(as_of=ON, **{**facts, **dict(chosen)})
                if resolve(condition, Case(person, to_day(ON))) is wanted:
                    expected.add(frozenset(chosen))
    assert {frozenset(flip.changes) for flip in decision.flips} == expected
    for flip in decision.flips:
        assert flip.verdict is wanted
        assert decision.retried(flip) is wanted
    assert [len(flip.changes) for flip in decision.flips] == sorted(
        len(flip.changes) for flip in decision.flips
    )


def test_birth_and_sex_are_never_changed() -> None:
    condition = age(16) & one_of("sex", "woman") & one_of("municipality", "0880")
    person = Person(born=date(2005, 1, 1), sex="man", municipality="0138", as_of=ON)
    _, decision = decide(condition, person)
    assert (decision.verdict, decision.flips) == (NO, ())
    moved = decide(one_of("municipality", "0880"), person)[1]
    assert moved.flips == (Flip((("municipality", "0880"),), YES),)
    assert all(FACTS[name].changeable for flip in moved.flips for name, _ in flip.changes)
    back = decide(one_of("municipality", "0880"), Person(municipality="0880", as_of=ON))[1]
    assert [flip.verdict for flip in back.flips] == [NO]
    assert decision.retried(Flip((("municipality", "0880"),), YES)) is NO


def test_days_may_turn_the_answer() -> None:
    condition = days_in(days("in_kaa") - days("sfi"), at_least=3, window=last_days(5), ends=Ends.ON)
    seen = {"municipal": (ON - 9 * DAY, ON), "study": (ON - 9 * DAY, ON)}
    _, decision = decide(condition, Person(observed=seen))  # type: ignore[arg-type]
    assert decision.flips == (Flip((("days:in_kaa", True),), YES),)
    assert decision.retried(decision.flips[0]) is YES
    assert decision.retried(Flip((("days:in_kaa", True), ("days:sfi", True)), YES)) is NO
    assert decision.retried(Flip((("days:in_kaa", False),), YES)) is NO


def test_days_that_are_not_known_settle_when_the_whole_track_is() -> None:
    condition = during("in_kaa") & has("school_duty_done")
    decision = decide(condition, Person())[1]
    assert decision.missing == (frozenset({"track:municipal", "school_duty_done"}),)
    assert set(decision.may_settle) == {
        frozenset({"track:municipal"}),
        frozenset({"school_duty_done"}),
    }
    known = decide(condition, Person(school_duty_done=True, as_of=ON))[1]
    assert known.missing == known.may_settle == (frozenset({"track:municipal"}),)
    case = Case(Person(), to_day(ON), assume={"school_duty_done": True})
    assert (
        settling(condition, case, condition.reason(attrs.evolve(case, used={}))).missing
        == known.missing
    )
    assert case.used == {}  # what is only tried leaves no trace in the question
    both = decide(during("in_kaa") & during("sfi"), Person())[1]
    assert both.missing == (frozenset({"track:municipal", "track:study"}),)


def test_some_days_of_one_track_may_need_those_of_another() -> None:
    """All days of one would be enough and none too few: yet three of each are too, and so both are needed."""
    condition = days_in(
        days("in_kaa") | days("sfi"), at_least=5, window=last_days(10), ends=Ends.ON
    )
    decision = decide(condition, Person(observed={"study": (ON - 30 * DAY, ON - 3 * DAY)}))[1]
    assert decision.missing == (frozenset({"track:municipal", "track:study"}),)
    assert decision.may_settle == (frozenset({"track:municipal"}),)


def test_days_that_an_event_asks_about() -> None:
    condition = at_event("first_registered", during("in_kaa"))
    track = frozenset({"track:municipal"})
    for back in (0, 100):
        case = Case(Person(first_registered=ON - back * DAY), to_day(ON))
        # Two answers of one count are all there is to ask, all days or none.
        assert settling(condition, case, condition.reason(case), asked=2) == Settled(
            (track,), (track,)
        )
    ahead = Case(Person(first_registered=ON + DAY), to_day(ON))
    whole = condition | has("school_duty_done") & during("sfi")
    assert settling(whole, ahead, whole.reason(ahead)).missing == (
        frozenset({"school_duty_done", "track:study"}),
    )
    # What is at odds with itself is settled by the fact alone, also where nobody knows the event.
    never = condition & ATOMS[0] & ~ATOMS[0]
    case = Case(Person(), to_day(ON))
    assert settling(never, case, never.reason(case)).missing == (frozenset({NAMES[0]}),)


def test_neither_of_two_that_must_differ_settles_alone() -> None:
    condition = (ATOMS[0] | ATOMS[1]) & (~ATOMS[0] | ~ATOMS[1])
    case = Case(Person(), to_day(ON))
    both = frozenset(NAMES[:2])
    assert settling(condition, case, condition.reason(case)) == Settled((both,), (both,))


def test_what_keeps_the_answer_open() -> None:
    condition = (
        (has(NAMES[0]) | has(NAMES[1]))
        & at_event("first_registered", age(18))
        & during("sfi", "in_kaa")
    )
    person = Person(newly_arrived=True, gymnasieexamen=False, as_of=ON)
    case = Case(person, to_day(ON))
    tree = condition.reason(case)
    assert unknowns(tree, case) == (
        "first_registered",
        "school_duty_done",
        "born",
        "track:municipal",
        "track:study",
    )
    settled = Case(Person(school_duty_done=True, as_of=ON), to_day(ON))
    assert "gymnasieexamen" not in unknowns(condition.reason(settled), settled)
    never = Case(person, to_day(ON), values={"first_registered": to_day(ON) + 1})
    assert unknowns(condition.reason(never), never) == ()


@pytest.mark.parametrize("verdict", [YES, NO])
def test_nothing_settles_what_is_settled(verdict: Verdict) -> None:
    case = Case(Person(school_duty_done=verdict is YES, as_of=ON), to_day(ON))
    tree = ATOMS[0].reason(case)
    assert settling(ATOMS[0], case, tree) == Settled((), ())
    assert flips(ATOMS[0], case, UNKNOWN) == ()
    assert flips(ATOMS[0], case, verdict) == (
        Flip((("school_duty_done", verdict is NO),), ~verdict),
    )


def test_the_largest_set_and_the_most_questions() -> None:
    whole = ATOMS[0] & ATOMS[1] & ATOMS[2]
    case = Case(Person(), to_day(ON))
    tree = whole.reason(case)
    names = frozenset(NAMES[:3])
    assert settling(whole, case, tree).missing == (names,)
    assert settling(whole, case, tree, most=2).missing == ()
    assert settling(whole, case, tree, asked=8).missing == (names,)
    assert settling(whole, case, tree, asked=7).missing == ()
    singles = tuple(frozenset({name}) for name in NAMES[:3])
    assert (
        settling(whole, case, tree).may_settle
        == settling(whole, case, tree, most=1).may_settle
        == singles
    )
    assert settling(whole, case, tree, asked=1) == Settled((), ())
    four = whole & ATOMS[3]
    assert settling(four, case, four.reason(case)).missing == ()
    open_tree = attrs.evolve(tree, verdict=YES)
    assert settling(whole, case, open_tree) == Settled((), ())
    assert decoded("school_duty_done", 1) is True
