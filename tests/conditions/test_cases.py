"""One person asked about one day, and a register asked about many: what holds on the day, and on what assumptions."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.conditions import Assumption, Case, during, has, one_of
from dualib.conditions.case import checked_assumptions, decoded, encoded
from dualib.conditions.spans import FIRST_DAY, LAST_DAY, complement
from dualib.dates import NEVER_DAY, UNKNOWN_DAY, LeapBirthday, from_day, to_day
from dualib.engine import View, answers
from dualib.errors import BadInput
from dualib.person import ONGOING, Person, Spell
from dualib.register import Register
from dualib.verdicts import NO, UNKNOWN, YES
from dualib.vocabulary import DISABILITY_CODES, FACTS, NEVER, Change, FactValue, Kind, Status, Track

ON, DAY = date(2016, 2, 29), timedelta(days=1)
VALUES: dict[Kind, list[FactValue]] = {
    Kind.YES_NO: [True, False],
    Kind.DATE: [date(2015, 12, 31), date(2016, 2, 28), NEVER],
    Kind.CODE: [11, 93, False],
    Kind.CATEGORY: ["a", "b"],
    Kind.NUMBER: [0, 1, 450],
}
PAIRS = [(name, value) for name, item in FACTS.items() for value in VALUES[item.kind]]


def fitting(name: str, value: FactValue) -> FactValue:
    categories = FACTS[name].categories or {"0880": None, "0138": None}
    return list(categories)[value == "b"] if value in ("a", "b") else value


@pytest.mark.parametrize(("name", "value"), PAIRS)
def test_values_are_compared_as_numbers_and_read_back(name: str, value: FactValue) -> None:
    kind = FACTS[name].kind
    number = encoded(name, value)
    expected = {
        Kind.YES_NO: 1 if value else -1,
        Kind.CODE: 0 if value is False else value,
        Kind.DATE: NEVER_DAY
        if value is NEVER
        else (value - date(1970, 1, 1)).days
        if isinstance(value, date)
        else 0,
    }.get(kind, value)
    assert number == expected
    assert type(number) is (str if kind is Kind.CATEGORY else int)
    assert decoded(name, number) == value
    assert type(decoded(name, number)) is type(value)
    assert (encoded(name, None), decoded(name, None)) == (None, None)


@pytest.mark.parametrize("name", FACTS)
@pytest.mark.parametrize("unchanged", [False, True])
def test_what_is_known_holds_on_its_day(name: str, unchanged: bool) -> None:
    for shown in VALUES[FACTS[name].kind]:
        value = fitting(name, shown)
        if name == "born" and value is NEVER:
            continue
        for as_of, step in [(as_of, step) for as_of in (ON, None) for step in (-1, 0, 1)]:
            person = Person(as_of=as_of, **{name: value})
            day = to_day(ON) + step
            case = Case(person, day, assume_unchanged=unchanged)
            change = FACTS[name].change
            sure = change is Change.CONSTANT or (change is Change.DATED and value is not NEVER)
            if as_of is not None:
                # What had not happened later had not happened before; what can change is known on its own day only.
                sure = sure or step == 0 or (change is Change.DATED and step < 0)
            assert case.value(name) == (encoded(name, value) if sure or unchanged else None)
            used = (
                {}
                if sure or not unchanged
                else {("unchanged", name): Assumption("unchanged", name, value, as_of)}
            )
            assert case.used == used
            if as_of is not None:
                column = View(
                    Register.from_persons([person]), day, assume_unchanged=unchanged
                ).column(name)
                assert (column.dtype, column.shape) == (np.int32, (1,))
                if FACTS[name].kind is Kind.CATEGORY:
                    assert (column[0] == UNKNOWN_DAY) is np.bool_(not (sure or unchanged))
                else:
                    assert column.tolist() == [
                        encoded(name, value) if sure or unchanged else UNKNOWN_DAY
                    ]


@pytest.mark.parametrize("name", FACTS)
def test_what_is_unknown_may_be_assumed(name: str) -> None:
    first, second = (fitting(name, value) for value in VALUES[FACTS[name].kind][:2])
    assume = {name: first}
    unknown = Case(Person(), to_day(ON), assume)
    assert unknown.value(name) == encoded(name, first)
    assert unknown.used == {("assumed", name): Assumption("assumed", name, first)}
    known = Case(Person(as_of=ON, **{name: second}), to_day(ON), assume)
    assert known.value(name) == encoded(name, second)
    assert known.used == {}
    outdated = Case(Person(as_of=ON - DAY, **{name: second}), to_day(ON), assume)
    stays = FACTS[name].change is not Change.AS_OF
    assert outdated.value(name) == encoded(name, second if stays else first)
    assert bool(outdated.used) is not stays
    people = [
        Person(),
        Person(as_of=ON, **{name: second}),
        Person(as_of=ON - DAY, **{name: second}),
    ]
    view = View(Register.from_persons(people), to_day(ON), assume)
    codes = [
        view.code(name, encoded(name, value))
        for value in (first, second, second if stays else first)
    ]  # type: ignore[arg-type]
    assert view.column(name).tolist() == codes
    assert view.column(name) is view.column(name)
    nothing = View(Register.from_persons([Person()]), to_day(ON))
    assert nothing.column(name).tolist() == [UNKNOWN_DAY]


def test_values_tried_out_come_before_all_else() -> None:
    person = Person(school_duty_done=True, as_of=ON)
    case = Case(person, to_day(ON), {"gymnasieexamen": True})
    tried = case.changed(values={"school_duty_done": -1, "gymnasieexamen": None})
    assert [tried.value(name) for name in ("school_duty_done", "gymnasieexamen")] == [-1, None]
    again = tried.changed(values={"gymnasieexamen": 1})
    assert [again.value(name) for name in ("school_duty_done", "gymnasieexamen")] == [-1, 1]
    assert (tried.used, again.used, case.values) == ({}, {}, {})
    assert case.value("gymnasieexamen") == 1
    assert case.changed().used == {}
    assert list(case.used) == [("assumed", "gymnasieexamen")]
    known = View(Register.from_persons([person, Person()]), to_day(ON))
    assert known.trying({"school_duty_done": -1}).column("school_duty_done").tolist() == [1, -1]
    both = known.trying({"school_duty_done": -1}).trying({"born": 0})
    assert (both.column("school_duty_done").tolist(), both.column("born").tolist()) == (
        [1, -1],
        [0, 0],
    )


OBSERVED = {"work": (ON - 10 * DAY, ON)}
SEEN = complement(((to_day(ON) - 10, to_day(ON)),))


def test_days_recorded_observed_and_unknown() -> None:
    spells = [
        Spell(ON - 20 * DAY, ON - 8 * DAY, "hourly"),
        Spell(ON - 2 * DAY, ONGOING, "hourly"),
        Spell(ON - 2 * DAY, ONGOING, "sfi"),
        Spell(ON + 3 * DAY, ONGOING, "part_time"),
    ]
    case = Case(Person(spells=spells, observed=OBSERVED), to_day(ON))
    on = to_day(ON)
    certain, possible = case.days(Status.HOURLY)
    assert certain == ((on - 20, on - 8), (on - 2, on))
    assert possible == ((FIRST_DAY, on - 8), (on - 2, LAST_DAY))
    assert case.days(Status.HOURLY) is case.days(Status.HOURLY)
    assert case.at(on - 1).days(Status.HOURLY) is case.days(Status.HOURLY)
    assert case.days(Status.SFI) == (((on - 2, on - 2),), ((FIRST_DAY, LAST_DAY),))
    assert case.days(Status.PART_TIME) == (((on + 3, on + 3),), SEEN)
    assert case.days(Status.FULL_TIME_WORK) == ((), SEEN)
    assert case.observed(Track.WORK) == (on - 10, on)
    assert case.observed(Track.STUDY) is None


def test_days_tried_out() -> None:
    case = Case(Person(spells=[Spell(ON, ON, "hourly")], observed=OBSERVED), to_day(ON))
    on = to_day(ON)
    recorded, possible = ((on, on),), ((FIRST_DAY, on - 11), (on, LAST_DAY))
    assert case.days(Status.HOURLY) == (recorded, possible)
    filled = [
        case.changed(filled={Status.HOURLY: way}).days(Status.HOURLY) for way in (True, False)
    ]
    assert filled == [(possible, possible), (recorded, recorded)]
    always = ((FIRST_DAY, LAST_DAY),)
    forced = [
        case.changed(forced={Status.HOURLY: way}).days(Status.HOURLY) for way in (True, False)
    ]
    assert forced == [(always, always), ((), ())]
    both = case.changed(filled={Status.HOURLY: False}).changed(forced={Status.PART_TIME: True})
    assert both.days(Status.HOURLY) == (recorded, recorded)
    assert both.days(Status.PART_TIME) == (always, always)
    assert both.changed(filled={Status.HOURLY: True}).days(Status.HOURLY) == (possible, possible)


def test_a_horizon_continues_what_was_observed() -> None:
    person = Person(spells=[Spell(ON, ONGOING, "hourly")], observed=OBSERVED)
    on = to_day(ON)
    for horizon, last in ((None, on), (on - 5, on), (on, on), (on + 1, on + 1), (on + 50, on + 50)):
        case = Case(person, on, horizon=horizon)
        assert case.observed(Track.WORK) == (on - 10, last)
        assert case.observed(Track.STUDY) is None
        assert case.days(Status.HOURLY)[0] == ((on, last),)
        assert case.days(Status.PART_TIME)[1] == complement(((on - 10, last),))


@given(
    st.integers(-40, 5),
    st.integers(0, 30),
    st.booleans(),
    st.none() | st.tuples(st.integers(-30, 5), st.integers(0, 20)),
)
def test_recorded_and_unseen_days_of_many(
    start: int, length: int, ongoing: bool, seen: tuple[int, int] | None
) -> None:
    spell = Spell(ON + start * DAY, ONGOING if ongoing else ON + (start + length) * DAY, "hourly")
    observed = {} if seen is None else {"work": (ON + seen[0] * DAY, ON + sum(seen) * DAY)}
    people = [Person(), Person(spells=[spell], observed=observed)]  # type: ignore[arg-type]
    view = View(Register.from_persons(people), to_day(ON))
    case = Case(people[1], to_day(ON))
    recorded = view.recorded(Status.HOURLY)
    certain, _ = case.days(Status.HOURLY)
    assert recorded.person.tolist() == [1]
    assert ((int(recorded.first[0]), int(recorded.last[0])),) == certain
    assert view.recorded(Status.SFI).person.tolist() == []
    unseen = view.unseen(Status.HOURLY)
    found: dict[int, list[tuple[int, int]]] = {0: [], 1: []}
    for person, first, last in zip(unseen.person, unseen.first, unseen.last, strict=True):
        if first <= last:
            found[int(person)].append((int(first), int(last)))
    pair = case.observed(Track.WORK)
    assert found[0] == [(FIRST_DAY, LAST_DAY)]
    assert sorted(found[1]) == (
        [(FIRST_DAY, LAST_DAY)] if pair is None else list(complement((pair,)))
    )
    assert not view.register.spells.end.flags.writeable


def test_a_view_of_some_days() -> None:
    register = Register.from_persons([Person(), Person(), Person()])
    on = np.array([5, 3, 5], np.int32)
    asked: list[int] = []

    def find(day: int) -> tuple[int, ...]:
        asked.append(day)
        return day, day * 10

    found = View(register, on).by_day(find)
    assert [part.tolist() for part in found] == [[5, 3, 5], [50, 30, 50]]  # type: ignore[union-attr]
    assert sorted(asked) == [3, 5]
    assert View(register, 7).by_day(find) == (7, 70)
    assert View(register, np.int32(7)).by_day(find) == (7, 70)  # type: ignore[arg-type]
    nobody = View(Register.from_persons([]), np.zeros(0, np.int32))
    assert [part.tolist() for part in nobody.by_day(find)] == [[], []]  # type: ignore[union-attr]


def test_a_view_of_a_register() -> None:
    register = Register.from_persons(
        [Person(spells=[Spell(ON, ON, "hourly")], observed=(ON, ON))] * 3
    )
    view = View(register, to_day(ON))
    assert view.size == 3
    assert answers(during("hourly"), view).tolist() == [1, 1, 1]
    assert view.at(to_day(ON) + 1).on == to_day(ON) + 1
    assert answers(during("hourly"), view.at(to_day(ON) + 1)).tolist() == [0, 0, 0]
    assert View(register, 0).leap is Case(Person(), 0).leap is LeapBirthday.FEBRUARY_28


def test_categories_that_nobody_has() -> None:
    view = View(
        Register.from_persons([Person(municipality="0880", as_of=ON), Person()]), to_day(ON)
    )
    codes = [view.code("municipality", value) for value in ("0880", "x", "y", "x")]
    assert codes == [0, -1, -2, -1]
    assert view.code("disability_code", 11) == 11
    assert answers(one_of("municipality", "x"), view).tolist() == [NO, UNKNOWN]
    assert answers(
        one_of("sex", "woman"), View(view.register, to_day(ON), {"sex": "woman"})
    ).tolist() == [YES, YES]


# What is assumed is read as persons are: the same words mean the same, and what no person can have is refused.
READ = {
    "school_duty_done": [(True, True), (False, False), (1, True), ("ja", True), ("nej", False)],
    "born": [(date(1996, 2, 29), date(1996, 2, 29)), ("1996-02-29", date(1996, 2, 29))],
    "first_registered": [(NEVER, NEVER), ("aldrig", NEVER)],
    "disability_code": [(False, False), (11, 11), ("11", 11)],
    "sex": [("woman", "woman"), ("kvinna", "woman"), ("M", "man")],
    "municipality": [("880", "0880")],
    "benefit_days_in_jobbgaranti": [(0, 0), (450, 450), ("3", 3)],
}
REFUSED = {
    "school_duty_done": [2, "kanske", None, UNKNOWN],
    "born": [0, None, True, NEVER, date(1, 1, 1), date(3000, 1, 1), "1996-02-30"],
    "disability_code": [True, 999, None],
    "sex": [1, False, None, "x", ""],
    "benefit_days_in_jobbgaranti": [True, 1.5, -5, float("nan")],
}


@pytest.mark.parametrize("name", READ)
def test_assumptions_are_read_as_persons_are(name: str) -> None:
    for value, read in READ[name]:
        assert checked_assumptions({name: value}) == {name: read}  # type: ignore[dict-item]
        person = Person(as_of=ON, **{name: value})
        assert person.facts[name] == read


@pytest.mark.parametrize("name", REFUSED)
def test_assumptions_that_no_person_can_have(name: str) -> None:
    for value in REFUSED[name]:
        with pytest.raises(BadInput, match=rf"^assume\['{name}'\].*(expected|leave it empty)"):
            checked_assumptions({name: value})  # type: ignore[dict-item]


def test_assumptions_told_in_words() -> None:
    for value, message in (
        (None, "assume['sex'] is None: expected a category; leave out what is not assumed"),
        (
            "wmn",
            "assume['sex'] is 'wmn', which is not one of its values; expected one of woman, man.",
        ),
    ):
        with pytest.raises(BadInput) as error:
            checked_assumptions({"sex": value})
        assert str(error.value).startswith(message)


def test_no_assumptions() -> None:
    assert checked_assumptions(None) == checked_assumptions({}) == {}
    given_ones = {"sex": "woman", "school_duty_done": True}
    assert list(checked_assumptions(given_ones)) == list(given_ones)
    assert checked_assumptions(given_ones) is not given_ones
    with pytest.raises(BadInput) as error:
        checked_assumptions({"sxe": "woman"})
    assert (
        str(error.value)
        == f"fact 'sxe' is not known: expected one of {', '.join(FACTS)}. Did you mean 'sex'?"
    )
    assert from_day(to_day(ON)) == ON
    assert (
        has("disability_code").answer(
            Case(Person(), 0, {"disability_code": next(iter(DISABILITY_CODES))})
        )
        is YES
    )
