"""Conditions: one answer on every path, sound always, exact where promised; golden messages for what cannot be used."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dualib import (
    NO,
    ONGOING,
    UNKNOWN,
    YES,
    BadInput,
    Ends,
    LeapBirthday,
    Person,
    Register,
    Spell,
    Status,
)
from dualib.conditions import (
    Case,
    Condition,
    DaySet,
    age,
    at_event,
    at_least,
    before,
    days,
    days_in,
    during,
    happened,
    has,
    judgement,
    named,
    not_expressed,
    on_or_after,
    one_of,
    participates,
    run,
    unbroken,
    within,
)
from dualib.conditions.base import All, Always, Any, Atom
from dualib.conditions.case import checked_assumptions, decoded, encoded
from dualib.conditions.case_split import Exactness, exactness, resolve, values_to_try
from dualib.conditions.dates import DateInterval
from dualib.conditions.windows import WindowAtom
from dualib.dates import Period, birthday, last_days, last_months, months, to_day, years
from dualib.engine import View, answers
from dualib.engine.reference import resolve_all
from dualib.language import Text
from dualib.testing import (
    answers_of_all_completions,
    conditions,
    made_up_person,
    oracle_verdict,
    persons,
)
from dualib.testing.completions import candidates
from dualib.testing.made_up import Draws
from dualib.vocabulary import DISABILITY_CODES, FACTS, NEVER

ON = date(2016, 2, 29)
DAY = timedelta(days=1)


@given(st.data(), conditions(), st.booleans(), st.sampled_from(LeapBirthday))
def test_one_person_and_many_answer_as_the_oracle(
    data: st.DataObject, condition: Condition, unchanged: bool, leap: LeapBirthday
) -> None:
    asked = data.draw(st.lists(persons(condition, on=ON), min_size=1, max_size=3))
    names = sorted(name for name in condition.reads if not name.startswith("track:"))
    assumed = {}
    if names and data.draw(st.booleans()):
        name = data.draw(st.sampled_from(names))
        assumed = {name: data.draw(st.sampled_from(candidates(condition, name, ON)))}
    slow = [
        oracle_verdict(condition, person, ON, assume=assumed, assume_unchanged=unchanged, leap=leap)
        for person in asked
    ]
    cases = [Case(person, to_day(ON), assumed, unchanged, leap) for person in asked]
    assert [condition.answer(case) for case in cases] == slow
    assert [condition.reason(case).verdict for case in cases] == slow
    register = Register.from_persons(asked)
    each = np.full(len(asked), to_day(ON), np.int32)
    for on in (to_day(ON), each):
        many = answers(condition, View(register, on, assumed, unchanged, leap))
        assert (many.dtype, many.tolist()) == (np.int8, slow)
    one = [resolve(condition, case) for case in cases]
    assert (
        resolve_all(condition, View(register, to_day(ON), assumed, unchanged, leap)).tolist() == one
    )
    assert resolve_all(condition, View(register, each, assumed, unchanged, leap)).tolist() == one


@given(st.data(), conditions(most=3, longest=2))
def test_answers_are_sound_and_exact_over_all_completions(
    data: st.DataObject, condition: Condition
) -> None:
    person = data.draw(persons(condition, on=ON))
    found: set[int] = set()
    for count, verdict in enumerate(answers_of_all_completions(condition, person, ON)):
        found.add(verdict)
        if len(found) > 1:
            break
        assume(count < 2000)
    verdict = resolve(condition, Case(person, to_day(ON)))
    if verdict is not UNKNOWN:
        assert found == {verdict}
    elif exactness(condition, to_day(ON)).exact:
        assert found == {YES, NO}


@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from([date(1850, 1, 1), date(1850, 6, 1), date(2200, 12, 31)]),
)
def test_persons_are_made_up_on_the_first_and_last_days_of_the_calendar(
    seed: int, on: date
) -> None:
    person = made_up_person(
        age(16, below=25) & during("in_kaa"), on, Draws(np.random.default_rng(seed))
    )
    assert person.facts["born"] is None or date(1850, 1, 1) <= person.facts["born"] <= date(
        2200, 12, 31
    )  # type: ignore[operator]


SMALL = [
    has("disability_code") & ~one_of("disability_code", 11),
    has("disability_code") & ~one_of("disability_code", *DISABILITY_CODES),
    one_of("sex", "woman", "man"),
    one_of("sex", "woman") & one_of("sex", "man"),
    one_of("municipality", "0880") | ~one_of("municipality", "0880"),
    one_of("municipality", "0880") & one_of("municipality", "0138"),
    has("school_duty_done") & ~has("school_duty_done"),
    age(16, below=25) | ~age(16, below=25),
    age(16, below=20) & age(20, below=25),
    age(16, below=25) & ~age(18),
    at_least("benefit_days_in_jobbgaranti", 1) & ~at_least("benefit_days_in_jobbgaranti", 2),
    happened("first_registered") & ~on_or_after("first_registered", date(2015, 1, 1)),
    within("first_registered", years(1)) & before("first_registered", date(2014, 1, 1)),
    not_expressed(Text("a", "a")) | ~not_expressed(Text("a", "a")),
    during("in_kaa") & has("school_duty_done") | ~has("school_duty_done") & during("in_kaa"),
    during("in_kaa") | ~during("in_kaa"),
]


@pytest.mark.parametrize("condition", SMALL, ids=repr)
def test_small_conditions_are_exact_where_they_say_so(condition: Condition) -> None:
    person = Person()
    found = set(answers_of_all_completions(condition, person, ON))
    verdict = resolve(condition, Case(person, to_day(ON)))
    many = resolve_all(condition, View(Register.from_persons([person]), to_day(ON)))
    assert many.tolist() == [verdict]
    if exactness(condition, to_day(ON)).exact:
        assert verdict == (found.pop() if len(found) == 1 else UNKNOWN)
    else:
        assert verdict is UNKNOWN


@pytest.mark.parametrize(
    "born",
    [date(1996, 2, 28), date(1996, 2, 29), date(1996, 3, 1), date(1995, 2, 28), date(1995, 3, 1)],
)
@pytest.mark.parametrize("limit", [16, 17, 20, 25])
@pytest.mark.parametrize("leap", LeapBirthday)
@pytest.mark.parametrize("step", [-1, 0, 1])
def test_an_age_is_attained_on_the_birthday(
    born: date, limit: int, leap: LeapBirthday, step: int
) -> None:
    on = birthday(born, limit, leap=leap) + step * DAY
    case = Case(Person(born=born), to_day(on), leap=leap)
    assert age(limit).answer(case) is (YES if step >= 0 else NO)
    assert age(limit - 1, below=limit).answer(case) is (NO if step >= 0 else YES)


@pytest.mark.parametrize(
    ("at", "on", "expected"),
    [
        ("day", date(2015, 5, 30), NO),
        ("day", date(2015, 5, 31), YES),
        ("decision", date(2015, 5, 30), NO),
        ("calendar_year", date(2015, 1, 1), YES),
        ("calendar_year", date(2014, 12, 31), NO),
        ("start_of_year", date(2015, 12, 31), NO),
        ("start_of_year", date(2016, 1, 1), YES),
        ("statistics_date", date(2015, 5, 1), YES),
        ("statistics_date", date(2015, 4, 30), NO),
    ],
)
def test_each_point_at_which_an_age_is_looked_at(at: str, on: date, expected: int) -> None:
    assert age(16, at=at).answer(Case(Person(born=date(1999, 5, 31)), to_day(on))) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2015, 3, 2), date(2015, 5, 30), YES),
        (date(2015, 3, 3), date(2015, 5, 31), YES),
        (date(2015, 3, 3), date(2015, 5, 30), NO),
        (date(2015, 2, 1), date(2015, 5, 1), YES),
        (date(2015, 1, 31), date(2015, 4, 30), NO),
        (date(2015, 3, 3), ONGOING, YES),
        (date(2015, 3, 4), ONGOING, NO),
    ],
)
def test_ninety_days_in_a_hundred_and_twenty(start: date, end: date, expected: int) -> None:
    spells = [Spell(start, end, "in_kaa")]  # type: ignore[arg-type]
    person = Person(spells=spells, observed=(date(2014, 1, 1), date(2015, 5, 31)))
    condition = days_in(days("in_kaa"), at_least=90, window=last_days(120), ends=Ends.ON)
    assert condition.answer(Case(person, to_day(date(2015, 5, 31)))) is expected


def test_days_passed_over_without_end_are_quick_and_settle_nothing() -> None:
    person = Person(
        spells=[Spell(date(2016, 2, 1), ONGOING, "in_kaa")],
        observed={"municipal": (date(2010, 1, 1), ON)},
    )
    register = Register.from_persons([person])
    for condition in (
        days_in(
            days("in_kaa"),
            at_least=30,
            window=last_days(30),
            ends=Ends.ON,
            skipping=days("parental_leave"),
        ),
        run(days("in_kaa"), Period(30, "days"), ends=Ends.ON, skipping=days("parental_leave")),
    ):
        assert answers(condition, View(register, to_day(ON))).tolist() == [
            condition.answer(Case(person, to_day(ON)))
        ]


def test_assuming_a_category_that_nobody_has_is_not_read_as_no() -> None:
    register = Register.from_persons([Person(), Person(municipality="0138", as_of=ON)])
    view = View(register, to_day(ON), {"municipality": "0880"})
    assert answers(one_of("municipality", "0880"), view).tolist() == [YES, NO]
    assert answers(
        one_of("sex", "woman"), View(register, to_day(ON), {"sex": "woman"})
    ).tolist() == [YES, YES]


def test_a_register_without_persons_has_no_answers() -> None:
    view = View(Register.from_persons([]), to_day(ON))
    condition = at_event("first_registered", age(18) & during("in_kaa"))
    assert answers(condition, view).tolist() == []


def test_a_condition_is_data() -> None:
    condition = (age(16) & has("school_duty_done")) & during("in_kaa")
    assert condition == All.of(age(16), has("school_duty_done"), during("in_kaa"))
    assert len({condition, age(16) & has("school_duty_done") & during("in_kaa")}) == 1
    assert repr(~(age(16) | during(Status.IN_KAA)))[:2] == "~("
    assert condition.reads == {"born", "school_duty_done", "track:municipal"}
    assert All.of(age(16)) == Any.of(age(16)) == age(16)
    assert Always().reads == frozenset()
    assert Always().thresholds(0) == {}
    assert during(days("in_kaa") - days("sfi"), "hourly").directions() == (
        (Status.IN_KAA, True),
        (Status.SFI, False),
        (Status.HOURLY, True),
    )
    assert next(judgement(Text("a", "a")).reason(Case(Person(), 0)).walk()).verdict is YES
    assert judgement(Text("a", "a")).thresholds(0) == {}


@pytest.mark.parametrize(
    "call",
    [
        lambda: Condition().answer(Case(Person(), 0)),
        lambda: Condition().reason(Case(Person(), 0)),
        lambda: Atom().reads,
        lambda: Atom().measure(Case(Person(), 0)),
        lambda: Atom().thresholds(0),
        lambda: Atom().accepts(1, 0),
        lambda: DateInterval().about,
        lambda: DateInterval().interval(0, LeapBirthday.MARCH_1),
        lambda: WindowAtom().days,
        lambda: WindowAtom().span(0),
        lambda: WindowAtom().needed(0, 0),
        lambda: DaySet().spans(Case(Person(), 0)),
        lambda: DaySet().directions(),
        lambda: DaySet().example(),
    ],
)
def test_what_every_condition_must_say_for_itself(call: object) -> None:
    with pytest.raises(NotImplementedError):
        call()  # type: ignore[operator]


@given(st.sampled_from(sorted(FACTS)), st.data())
def test_values_survive_being_encoded(name: str, data: st.DataObject) -> None:
    value = data.draw(st.sampled_from([None, *candidates(age(16), name, ON)]))
    assert decoded(name, encoded(name, value)) == value
    assert value is None or checked_assumptions({name: value}) == {name: value}


def test_how_exact_an_answer_is_in_words() -> None:
    split = exactness(age(16, below=20) & age(20, below=25), to_day(ON))
    assert split == Exactness(True, ("born",), 6)
    assert split.words.en == "exact, by a case split on born (6 cases)"
    assert exactness(age(16), to_day(ON)).words.sv == "exakta svar"
    assert not exactness(at_event("first_registered", age(18)), to_day(ON)).exact
    assert exactness(during("in_kaa") & ~during("in_kaa"), to_day(ON)).words.en.startswith("sound")
    many = [
        has(name) & ~has(name) for name, fact in FACTS.items() if fact.kind.value == "yes or no"
    ]
    assert not exactness(Any.of(*many), to_day(ON)).exact
    assert values_to_try(has("disability_code") & ~one_of("disability_code", 11), 0) == {
        "disability_code": (0, 11, 21)
    }


FACT_NAMES = ", ".join(FACTS)
YES_NO_OR_CODE = ", ".join(
    name
    for name, fact in FACTS.items()
    if fact.kind.value in ("yes or no", "code, or False for none")
)
DATES = ", ".join(name for name, fact in FACTS.items() if fact.kind.value == "date")
NUMBERS = ", ".join(name for name, fact in FACTS.items() if fact.kind.value == "whole number")
CODES_OR_CATEGORIES = ", ".join(
    name
    for name, fact in FACTS.items()
    if fact.kind.value in ("code, or False for none", "category")
)
CODES = ", ".join(map(str, DISABILITY_CODES))
KAA = days("in_kaa")
BAD = [
    (lambda: age("16"), "lo is '16': expected a whole number"),
    (lambda: age(True), "lo is True: expected a whole number"),
    (lambda: age(-1), "lo is -1: expected a whole number from 0 to 150"),
    (lambda: age(16, below=151), "below is 151: expected a whole number from 0 to 150"),
    (
        lambda: age(16, below=16),
        "age(16, below=16) holds for nobody: expected below to be more than 16",
    ),
    (
        lambda: age(16, at="calender_year"),
        "at is 'calender_year': expected one of day, decision, calendar_year, start_of_year, statistics_date. "
        "Did you mean 'calendar_year'?",
    ),
    (
        lambda: has("bron"),
        f"fact 'bron' is not known: expected one of {FACT_NAMES}. Did you mean 'born'?",
    ),
    (
        lambda: has("born"),
        f"has cannot use the fact 'born', which is a date: expected one of {YES_NO_OR_CODE}",
    ),
    (
        lambda: happened("sex"),
        f"happened cannot use the fact 'sex', which is a category: expected one of {DATES}",
    ),
    (
        lambda: at_least("sex", 1),
        f"at_least cannot use the fact 'sex', which is a category: expected one of {NUMBERS}",
    ),
    (
        lambda: at_least("benefit_days_in_jobbgaranti", 0),
        "count is 0: expected a whole number of at least 1",
    ),
    (
        lambda: one_of("born", 1),
        f"one_of cannot use the fact 'born', which is a date: expected one of {CODES_OR_CATEGORIES}",
    ),
    (lambda: one_of("sex"), "one_of('sex') lists no values: expected at least one"),
    (
        lambda: one_of("sex", "womann"),
        "one_of('sex'): 'womann' is not known: expected one of woman, man. Did you mean 'woman'?",
    ),
    (
        lambda: one_of("disability_code", 12),
        f"one_of('disability_code'): 12 is not known: expected one of {CODES}.",
    ),
    (
        lambda: one_of("disability_code", True),
        f"one_of('disability_code'): True is not known: expected one of {CODES}.",
    ),
    (
        lambda: one_of("municipality", 880),
        "one_of('municipality'): 880 is not known: expected text, such as the municipality "
        "code '0880'",
    ),
    (
        lambda: on_or_after("first_registered", "2015-01-01"),
        "day is '2015-01-01': expected a date; write date(2015, 5, 31)",
    ),
    (
        lambda: before("first_registered", None),
        "day is None: expected a date; write date(2015, 5, 31)",
    ),
    (
        lambda: within("first_registered", 12),
        "period is 12: expected a number of years, months or days; write years(1), months(6) "
        "or Period(30, 'days')",
    ),
    (
        lambda: judgement("far away"),
        "judgement('far away'): expected Swedish and English words; write Text(sv, en)",
    ),
    (
        lambda: not_expressed(Text("", "a")),
        "not_expressed(Text(sv='', en='a')): expected Swedish and English words; write "
        "Text(sv, en)",
    ),
    (
        lambda: at_event("sex", age(16)),
        "at_event('sex'): the fact 'sex' is a category, expected a date",
    ),
    (
        lambda: at_event("first_registered", 16),
        "at_event('first_registered', 16): expected a condition",
    ),
    (lambda: named(Text("a", "a"), KAA), f"named(..., {KAA!r}): expected a condition"),
    (
        lambda: named("young", age(16)),
        "named('young'): expected Swedish and English words; write Text(sv, en)",
    ),
    (lambda: age(16) & KAA, f"{KAA!r} is to the right of &: expected a condition"),
    (lambda: age(16) | True, "True is to the right of |: expected a condition"),
    (
        lambda: age(16) and has("sex"),
        "a condition has no truth value; combine conditions with & | ~, not with and, or, not",
    ),
    (
        lambda: KAA & age(16),
        "Age(lo=16, below=None, at='day') is to the right of &: expected a set of days; such "
        "as days(Status.HOURLY)",
    ),
    (
        lambda: KAA | "sfi",
        "'sfi' is to the right of |: expected a set of days; such as days(Status.HOURLY)",
    ),
    (
        lambda: KAA - 1,
        "1 is to the right of -: expected a set of days; such as days(Status.HOURLY)",
    ),
    (lambda: bool(KAA), "a set of days has no truth value; write days_in(...) or during(...)"),
    (lambda: days(), "status is empty: expected at least one status"),
    (lambda: unbroken(KAA, at_least=0), "at_least is 0: expected a whole number of at least 1"),
    (lambda: during(), "during() names no status: expected at least one"),
    (
        lambda: run(KAA, 3, ends=Ends.ON),
        "length is 3: expected a number of months or days; write months(3) or Period(30, 'days')",
    ),
    (
        lambda: run("sfi", months(3), ends=Ends.ON),
        "counted is 'sfi': expected a set of days; such as days(Status.HOURLY)",
    ),
    (
        lambda: run(KAA, months(3), ends=Ends.ON, skipping="sfi"),
        "skipping is 'sfi': expected a set of days; such as days(Status.HOURLY)",
    ),
    (
        lambda: run(KAA, months(3), ends=Ends.ON, skipping=KAA, most_skipped=0),
        "most_skipped is 0: expected a whole number of at least 1",
    ),
    (
        lambda: days_in(KAA, at_least=90, window=120, ends=Ends.ON),
        "window is 120: expected a number of days or months; write last_days(120) or "
        "last_months(4)",
    ),
    (
        lambda: days_in(KAA, at_least=90, window=last_days(120), ends="on"),
        "ends is 'on': expected the day asked about or the day before it; write Ends.ON or "
        "Ends.DAY_BEFORE",
    ),
    (
        lambda: days_in(KAA, at_least=121, window=last_days(120), ends=Ends.ON),
        "at_least is 121, but the window holds at most 120 days: nobody could meet it",
    ),
    (
        lambda: days_in(KAA, at_least=125, window=last_months(4), ends=Ends.ON),
        "at_least is 125, but the window holds at most 124 days: nobody could meet it",
    ),
    (
        lambda: checked_assumptions({"sex": 1}),
        "assume['sex'] is 1, which is not one of its values; expected one of woman, man.",
    ),
    (
        lambda: checked_assumptions({"born": "1996"}),
        "assume['born'] is '1996': expected year-month-day such as 2015-05-31",
    ),
]


@pytest.mark.parametrize(("call", "message"), BAD, ids=[message[:40] for _, message in BAD])
def test_what_cannot_be_used_is_told(call: object, message: str) -> None:
    with pytest.raises(BadInput) as error:
        call()  # type: ignore[operator]
    assert str(error.value) == message


def test_a_programme_that_is_not_known_is_told() -> None:
    with pytest.raises(
        BadInput, match=r"programme 'jobbgarantin' is not known: .* Did you mean 'jobbgaranti'\?$"
    ):
        participates("jobbgarantin")
    with pytest.raises(BadInput, match=r"status 'in_ka' is not known; .* Did you mean 'in_kaa'\?$"):
        days("in_ka")


def test_an_event_that_never_happened_is_no() -> None:
    for value, expected in (
        (NEVER, NO),
        (ON, YES),
        (ON + DAY, NO),
        (ON - 400 * DAY, NO),
        (None, UNKNOWN),
    ):
        person = Person(first_registered=value, as_of=ON)
        assert within("first_registered", years(1)).answer(Case(person, to_day(ON))) is expected
