"""Rules: the text in force on each day, every way to ask the same question, timelines, and what cannot be asked."""

import itertools
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dualib.conditions import (
    Case,
    Condition,
    Exactness,
    age,
    days,
    days_in,
    during,
    happened,
    has,
    judgement,
    named,
)
from dualib.conditions.case_split import resolve
from dualib.csv_text import as_csv
from dualib.dates import Ends, LeapBirthday, last_days, to_day
from dualib.decisions import BenefitDayLimit, Stretch, truth_table
from dualib.decisions.question import Asking
from dualib.decisions.question import check_as_of as check_person
from dualib.engine import answers
from dualib.engine.question import asked_days, asked_view
from dualib.engine.question import check_as_of as check_register
from dualib.errors import BadInput, NotInForceError
from dualib.evaluation import evaluate
from dualib.language import Text
from dualib.person import ONGOING, Person, Spell
from dualib.register import Register
from dualib.rules.rule import DUA, Ambiguity, Rule, Version
from dualib.sources import Citation, Confidence
from dualib.testing import persons, rules
from dualib.verdicts import NO, UNKNOWN, YES
from dualib.vocabulary import FACTS, NEVER, Change, FactValue, Kind

ON, DAY = date(2016, 2, 29), timedelta(days=1)
CITED = (Citation("SFS 2000:1", "1 §", Confidence.INFERRED, date(2020, 1, 1)),)
NAME = Text("påhittad regel", "made-up rule")
BORN_2000 = Person(born=date(2000, 3, 1))


def text(condition: Condition, reading: str = DUA, **options: Any) -> Version:
    return Version(reading=reading, condition=condition, citations=CITED, **options)


def rule_of(*versions: Version | Condition, **options: Any) -> Rule:
    texts = tuple(one if isinstance(one, Version) else text(one) for one in versions)
    return Rule(id="made_up", name=NAME, versions=texts, **options)


TURN, END = date(2016, 1, 1), date(2017, 12, 31)
EARLY = text(age(10), "sfs", valid_to=TURN - DAY)
LATE = text(age(18), "sfs", valid_from=TURN, valid_to=END)
LOCAL = text(age(12), "agreement:kalmar", valid_from=date(2015, 1, 1), valid_to=date(2015, 12, 31))
DATED = rule_of(LATE, LOCAL, EARLY)


def test_readings_in_the_order_written_and_texts_in_the_order_of_time() -> None:
    assert DATED.readings == ("sfs", "agreement:kalmar")
    assert DATED.default_reading == "sfs"
    assert rule_of(LATE, age(16)).default_reading == DUA == "dua"
    assert DATED.texts() == DATED.texts("sfs") == (EARLY, LATE)
    assert DATED.texts("agreement:kalmar") == (LOCAL,)
    assert DATED.kind == "programme"
    assert rule_of(age(16), kind="service").kind == "service"


@pytest.mark.parametrize(
    ("on", "reading", "found"),
    [
        (date(1850, 1, 1), "sfs", EARLY),
        (date(1849, 12, 31), "sfs", None),
        (TURN - DAY, None, EARLY),
        (TURN, None, LATE),
        (TURN + DAY, "sfs", LATE),
        (END, "sfs", LATE),
        (END + DAY, "sfs", None),
        (date(2014, 12, 31), "agreement:kalmar", None),
        (date(2015, 1, 1), "agreement:kalmar", LOCAL),
        (date(2015, 12, 31), "agreement:kalmar", LOCAL),
        (date(2016, 1, 1), "agreement:kalmar", None),
    ],
)
def test_the_text_in_force_on_a_day(on: date, reading: str | None, found: Version | None) -> None:
    assert DATED.version_or_none(on, reading) is found
    person = Person(born=date(2003, 6, 1))
    register = Register.from_persons([person, person])
    asked = evaluate(register, [DATED], on=on, reading=reading)
    each = np.array([on, on], dtype="datetime64[D]")
    assert evaluate(register, [DATED], on=each, reading=reading).not_in_force.tolist() == [
        [found is None] * 2
    ]
    assert asked.not_in_force.tolist() == [[found is None] * 2]
    calls = [
        lambda: DATED.version(on, reading),
        lambda: DATED.verdict(person, on=on, reading=reading),
        lambda: DATED.decide(person, on=on, reading=reading),
        lambda: DATED.verdicts(register, on=on, reading=reading),
        lambda: DATED.verdicts(register, on=each, reading=reading),
        lambda: DATED.exactness(on, reading),
        lambda: DATED.boundary_cases(on, reading),
        lambda: DATED.describe(on=on, reading=reading),
        lambda: DATED.diagram(on=on, reading=reading),
    ]
    if found is not None:
        assert DATED.version(on, reading) is found
        expected = resolve(found.condition, Case(person, to_day(on)))
        assert DATED.verdict(person, on=on, reading=reading) is expected
        assert asked.verdicts.tolist() == [[expected] * 2]
        for call in calls:
            call()
        return
    covers = "the beginning to 2015-12-31, 2016-01-01 to 2017-12-31"
    if reading == "agreement:kalmar":
        covers = "2015-01-01 to 2015-12-31"
    mend = " In force that day: the reading 'sfs'." if reading == "agreement:kalmar" else ""
    for call in calls:
        with pytest.raises(NotInForceError) as error:
            call()
        assert str(error.value) == (
            f"made_up is not in force on {on} in the reading {reading or 'sfs'!r}, which covers {covers}.{mend}"
        )


def test_what_is_in_force_instead_is_named() -> None:
    rule = rule_of(text(age(16), valid_from=date(2020, 1, 1)), LATE, LOCAL, text(age(1), "other"))
    with pytest.raises(NotInForceError) as error:
        rule.version(date(2016, 6, 1))
    assert str(error.value) == (
        "made_up is not in force on 2016-06-01 in the reading 'dua', which covers 2020-01-01 "
        "to now. In force that day: the reading 'sfs' or 'other'."
    )


@given(rules(most=3), st.data())
def test_every_way_to_ask_gives_the_same_answer(rule: Rule, data: st.DataObject) -> None:
    reading = data.draw(
        st.sampled_from([name for name in rule.readings if rule.version_or_none(ON, name)])
    )
    version = rule.texts(reading)[0]
    people = data.draw(st.lists(persons(version.condition, on=ON), min_size=1, max_size=3))
    unchanged, leap = data.draw(st.booleans()), data.draw(st.sampled_from(LeapBirthday))
    options: dict[str, Any] = {
        "on": ON,
        "reading": reading,
        "assume_unchanged": unchanged,
        "leap": leap,
    }
    expected = [
        resolve(version.condition, Case(person, to_day(ON), {}, unchanged, leap))
        for person in people
    ]
    assert [rule.verdict(person, **options) for person in people] == expected
    decisions = [rule.decide(person, **options) for person in people]
    assert [decision.verdict for decision in decisions] == expected
    assert {(decision.rule, decision.reading, decision.on) for decision in decisions} == {
        (rule.id, reading, ON)
    }
    register = Register.from_persons(people)
    found = rule.verdicts(register, **options)
    assert (found.dtype, found.tolist()) == (np.int8, expected)
    each = {**options, "on": np.array([ON] * len(people), dtype="datetime64[D]")}
    assert rule.verdicts(register, **each).tolist() == expected
    assert evaluate(register, [rule], **options)[rule].tolist() == expected


def test_each_person_is_asked_about_a_day_of_ones_own() -> None:
    on = [TURN - DAY, TURN, date(2018, 2, 28), TURN]
    people = [
        Person(born=date(2000, 3, 1)),
        Person(born=date(2000, 3, 1)),
        Person(born=date(1990, 1, 1)),
        Person(),
    ]
    rule = rule_of(EARLY, text(age(18), "sfs", valid_from=TURN))
    found = rule.verdicts(Register.from_persons(people), on=np.array(on, dtype="datetime64[D]"))
    assert found.tolist() == [YES, NO, YES, UNKNOWN]
    assert found.tolist() == [
        rule.verdict(person, on=day) for person, day in zip(people, on, strict=True)
    ]
    nobody = Register.from_persons([])
    assert rule.verdicts(nobody, on=TURN).tolist() == []
    assert rule.verdicts(nobody, on=np.array([], dtype="datetime64[D]")).tolist() == []


def test_what_is_assumed_and_the_convention_of_leap_days_reach_every_answer() -> None:
    rule = rule_of(age(16) & has("school_duty_done"))
    person = Person(born=date(2000, 2, 29), school_duty_done=True, as_of=ON)
    on = date(2017, 2, 28)  # one year after the sixteenth birthday
    register = Register.from_persons([person])
    assert rule.verdict(person, on=on) is rule.decide(person, on=on).verdict is UNKNOWN
    assert rule.verdicts(register, on=on).tolist() == [UNKNOWN]
    for options in ({"assume_unchanged": True}, {"assume": {"school_duty_done": True}}):
        assert rule.verdict(person, on=on, **options) is YES  # type: ignore[arg-type]
        assert rule.decide(person, on=on, **options).verdict is YES  # type: ignore[arg-type]
        assert rule.verdicts(register, on=on, **options).tolist() == [YES]  # type: ignore[arg-type]
    seventeen = rule_of(age(17))
    for leap, verdict in ((LeapBirthday.FEBRUARY_28, YES), (LeapBirthday.MARCH_1, NO)):
        assert seventeen.verdict(person, on=on, leap=leap) is verdict
        assert seventeen.decide(person, on=on, leap=leap).verdict is verdict
        assert seventeen.verdicts(register, on=on, leap=leap).tolist() == [verdict]
        assert [s.verdict for s in seventeen.timeline(person, on, on, leap=leap)] == [verdict]
    assert seventeen.verdict(person, on=on) is seventeen.decide(person, on=on).verdict is YES
    assert seventeen.verdicts(register, on=on).tolist() == [YES]


@given(
    st.integers(0, 40), st.integers(-45, 20), st.integers(0, 40), st.booleans(), st.integers(0, 60)
)
def test_a_timeline_is_every_day_asked_about(
    start: int, seen: int, length: int, ongoing: bool, span: int
) -> None:
    begin = TURN - 20 * DAY
    spell = Spell(
        begin + start * DAY, ONGOING if ongoing else begin + (start + length) * DAY, "in_kaa"
    )
    until = begin + max(seen, 0) * DAY
    person = Person(
        spells=[spell],
        observed=(begin - 60 * DAY, until),
        born=date(2003, 12, 25) + seen * DAY,
        school_duty_done=True,
        as_of=begin,
    )
    third = days_in(days("in_kaa"), at_least=3, window=last_days(5), ends=Ends.ON)
    rule = rule_of(
        text(third & has("school_duty_done"), "sfs", valid_to=TURN - DAY),
        text(third | age(12), "sfs", valid_from=TURN, valid_to=TURN + 15 * DAY),
    )
    last = begin + span * DAY
    line = rule.timeline(person, begin, last)
    # Asked day by day, with what was observed continued up to the last day.
    continued = Person(
        spells=[spell],
        observed=(begin - 60 * DAY, max(until, last)),
        born=person.facts["born"],
        school_duty_done=True,
        as_of=begin,
    )
    expected = []
    for day in (begin + step * DAY for step in range(span + 1)):
        inside = rule.version_or_none(day) is not None
        expected.append(rule.verdict(continued, on=day, assume_unchanged=True) if inside else None)
    told = [
        stretch.verdict for stretch in line for _ in range((stretch.last - stretch.first).days + 1)
    ]
    assert told == expected
    assert (line[0].first, line[-1].last) == (begin, last)
    for one, other in itertools.pairwise(line):
        assert other.first == one.last + DAY
        assert one.verdict is not other.verdict
    assert [stretch.in_force for stretch in line] == [
        stretch.verdict is not None for stretch in line
    ]


def test_a_timeline_of_a_reading_and_with_assumptions() -> None:
    person = Person(born=date(2003, 12, 31))
    around = (date(2015, 12, 30), date(2016, 1, 1))
    assert DATED.timeline(person, *around, reading="agreement:kalmar") == (
        Stretch(date(2015, 12, 30), date(2015, 12, 30), NO),
        Stretch(date(2015, 12, 31), date(2015, 12, 31), YES),
        Stretch(date(2016, 1, 1), date(2016, 1, 1), None),
    )
    rule = rule_of(has("school_duty_done"))
    assert rule.timeline(Person(), ON, ON, assume={"school_duty_done": True}) == (
        Stretch(ON, ON, YES),
    )
    assert rule.timeline(Person(school_duty_done=False, as_of=ON), ON, ON + DAY) == (
        Stretch(ON, ON + DAY, NO),
    )


UNDATED = [
    (name, value)
    for name, item in FACTS.items()
    for value in (
        {
            Kind.YES_NO: [True, False],
            Kind.CODE: [11, False],
            Kind.NUMBER: [0, 1],
            Kind.DATE: [NEVER],
        }.get(item.kind, [next(iter(item.categories or {"0880": None}))])
    )
    if item.change is not Change.CONSTANT
]
YOUNG = rule_of(age(16))


def check(asked: Person | Register) -> None:
    """Refuse what is not dated of a person or a register."""
    if isinstance(asked, Person):
        check_person(asked)
    else:
        check_register(asked)


@pytest.mark.parametrize(("name", "value"), UNDATED)
def test_what_can_change_is_known_on_a_day(name: str, value: FactValue) -> None:
    """A person, a row of a register, and a register of such rows are refused alike, whatever the rule reads."""
    person, dated = Person(**{name: value}), Person(as_of=ON, **{name: value})
    told = f"{name} can change, so the day it refers to is needed; write as_of=date(...)"
    some = Register.from_persons([Person(), dated, person, person])
    every = Register.from_persons([Person(), person])
    for asked, where in ((person, ""), (every, ""), (some, " in row 3")):
        calls = [lambda asked=asked: check(asked)]
        if isinstance(asked, Person):
            calls += [
                lambda: YOUNG.decide(person, on=ON),
                lambda: YOUNG.verdict(person, on=ON, assume_unchanged=True),
                lambda: YOUNG.timeline(person, ON, ON),
                lambda: YOUNG.allowance(person, on=ON),
            ]
        else:
            calls += [
                lambda asked=asked: YOUNG.verdicts(asked, on=ON),
                lambda asked=asked: YOUNG.verdicts(
                    asked, on=np.array([ON] * asked.size, "datetime64[D]")
                ),
                lambda asked=asked: evaluate(asked, [YOUNG], on=ON, assume_unchanged=True),
                lambda asked=asked: evaluate(asked, [YOUNG], on=[ON, ON + DAY]),
            ]
        for call in calls:
            with pytest.raises(BadInput) as error:
                call()
            assert str(error.value) == f"as_of is missing{where}: {told}"
    for fine in (dated, Register.from_persons([dated]), Register.from_persons([dated, Person()])):
        check(fine)


def test_what_never_changes_needs_no_day() -> None:
    happened_once = Person(born=date(2000, 3, 1), sex="man", first_registered=date(2015, 1, 1))
    for fine in (
        Person(),
        happened_once,
        Register.from_persons([]),
        Register.from_persons([happened_once, Person()]),
        Register.from_persons([happened_once, Person(sex="man", school_duty_done=True, as_of=ON)]),
    ):
        check(fine)
    assert YOUNG.verdicts(Register.from_persons([happened_once]), on=ON).tolist() == [NO]
    both = Register.from_persons([Person(school_duty_done=True), Person(disability_code=11)])
    assert both.undated == ("disability_code", 1)


def test_days_asked_about() -> None:
    assert asked_days(ON) == to_day(ON)
    each = asked_days(np.array([ON, ON + DAY], "datetime64[D]"), 2)
    assert isinstance(each, np.ndarray)
    assert (each.dtype, each.tolist()) == (np.int32, [to_day(ON), to_day(ON) + 1])
    assert asked_days(np.array([], "datetime64[D]")).tolist() == []  # type: ignore[union-attr]
    assert asked_days(np.array([ON], "datetime64[D]"), None).tolist() == [to_day(ON)]  # type: ignore[union-attr]


LIMITED = rule_of(
    text(
        age(16),
        limits=(
            BenefitDayLimit(
                name=Text("dagar", "days"),
                fact="benefit_days_in_jobbgaranti",
                length=450,
                citations=CITED,
            ),
            BenefitDayLimit(
                name=Text("andra dagar", "other days"),
                fact="benefit_days_in_jobb_och_utvecklingsgaranti",
                length=300,
                citations=CITED,
            ),
        ),
    ),
    text(age(16), "sfs"),
)


def test_a_limit_is_chosen_by_name() -> None:
    person = Person(
        benefit_days_in_jobbgaranti=100, benefit_days_in_jobb_och_utvecklingsgaranti=30, as_of=ON
    )
    first, second = LIMITED.versions[0].limits
    case = Case(person, to_day(ON))
    assert LIMITED.allowance(person, on=ON) == first.allowance(case)
    assert LIMITED.allowance(person, on=ON, limit="days") == first.allowance(case)
    assert LIMITED.allowance(person, on=ON, limit="other days") == second.allowance(case)
    assert first.allowance(case) != second.allowance(case)
    assert LIMITED.allowance(person, on=ON + DAY) != LIMITED.allowance(
        person, on=ON + DAY, assume_unchanged=True
    )


def test_what_follows_a_decision_is_told_in_its_reading() -> None:
    rule = rule_of(age(17), text(age(16), "sfs"))
    assert rule.decide(BORN_2000, on=ON, reading="sfs").changes_on[0].first == ON + DAY
    assert rule.decide(BORN_2000, on=ON).changes_on[0].first == date(2017, 3, 1)


def test_nothing_is_taken_to_be_unchanged_unless_said() -> None:
    person = Person(school_duty_done=True, as_of=ON)
    assert has("school_duty_done").answer(Asking(ON + DAY).case(person)) is UNKNOWN
    assert answers(
        has("school_duty_done"), asked_view(Register.from_persons([person]), Asking(ON + DAY))
    ).tolist() == [UNKNOWN]


def test_boundary_cases_carry_the_rules_answers() -> None:
    rule = rule_of(text(age(16, below=20), valid_from=TURN), text(age(12), "sfs"))
    for reading in (None, "sfs"):
        cases = rule.boundary_cases(ON, reading)
        assert {case.verdict for case in cases} == {YES, UNKNOWN, NO}
        assert [case.verdict for case in cases] == [
            rule.verdict(c.person, on=ON, reading=reading) for c in cases
        ]
        assert rule.truth_table(ON, reading) == as_csv(*truth_table(rule.id, ON, cases))
    assert rule.exactness(ON) == Exactness(True)
    assert rule_of(has("school_duty_done") & ~has("school_duty_done")).exactness(ON).facts == (
        "school_duty_done",
    )


def test_a_rule_in_words_and_as_a_picture() -> None:
    for language in ("sv", "en"):
        whole, early = DATED.describe(language), DATED.describe(language, on=TURN - DAY)
        assert NAME.say(language)[1:] in whole.splitlines()[0]
        assert early != whole
        assert DATED.describe(language, reading="agreement:kalmar") != whole
        late = DATED.diagram(language)
        assert late.startswith("<svg")
        assert late == DATED.diagram(language, on=TURN) != DATED.diagram(language, on=TURN - DAY)
        assert DATED.diagram(language, reading="agreement:kalmar") != late
    assert DATED.describe() == DATED.describe("sv")
    assert DATED.diagram() == DATED.diagram("sv")


def test_an_ambiguity_is_told_to_those_who_stand_on_it() -> None:
    unclear = Ambiguity(Text("oklart", "unclear"), age(17))
    rule = rule_of(text(age(16), ambiguities=(unclear,), note=Text("obs", "note")))
    for born, told in (
        (date(2000, 2, 29), (unclear.text,)),
        (date(1999, 2, 28), ()),
        (date(2000, 3, 1), ()),
    ):
        decision = rule.decide(Person(born=born), on=ON)
        assert decision.ambiguities == told
        assert decision.notes == (Text("obs", "note"),)
    assert rule_of(age(16)).decide(Person(), on=ON).notes == ()


KNOWN = ", ".join(FACTS)
REGISTER = Register.from_persons([Person(), Person()])
BAD = [
    (
        lambda: Rule(id="x", name=NAME, versions=()),
        "rule 'x' has no versions: expected at least one",
    ),
    (
        lambda: rule_of(age(16), age(17)),
        "rule 'made_up' has two texts of reading 'dua' in force on 1850-01-01",
    ),
    (
        lambda: rule_of(EARLY, text(age(9), "sfs", valid_from=TURN - DAY)),
        "rule 'made_up' has two texts of reading 'sfs' in force on 2015-12-31",
    ),
    (
        lambda: DATED.texts("sf"),
        "rule 'made_up' has no reading 'sf': expected one of sfs, agreement:kalmar. Did you mean 'sfs'?",
    ),
    (
        lambda: DATED.version_or_none(ON, "dua"),
        "rule 'made_up' has no reading 'dua': expected one of sfs, agreement:kalmar.",
    ),
    (
        lambda: YOUNG.verdict(None, on=ON),
        "person is None: expected a person; write dualib.Person(...)",
    ),
    (
        lambda: YOUNG.decide(REGISTER, on=ON),
        f"person is {REGISTER!r}: expected a person; write dualib.Person(...)",
    ),
    (
        lambda: YOUNG.verdict(Person(), on=None),
        "on is None: expected a date; write date(2015, 5, 31)",
    ),
    (
        lambda: YOUNG.version("2016-02-29"),
        "on is '2016-02-29': expected a date; write date(2015, 5, 31)",
    ),
    (
        lambda: YOUNG.verdict(Person(), on=ON, assume={"born": 1}),
        "assume['born'] is 1: expected year-month-day such as 2015-05-31",
    ),
    (
        lambda: YOUNG.verdicts(REGISTER, on=ON, assume={"bron": 1}),
        f"fact 'bron' is not known: expected one of {KNOWN}. Did you mean 'born'?",
    ),
    (
        lambda: YOUNG.verdicts(Person(), on=ON),
        "register is Person: expected a register of persons; write "
        "Register.from_frames(persons, spells)",
    ),
    (
        lambda: YOUNG.verdicts(REGISTER, on=[ON, ON]),
        f"on is {[ON, ON]!r}: expected a date; write date(2015, 5, 31)",
    ),
    (
        lambda: YOUNG.verdicts(REGISTER, on=np.array([1, 2])),
        f"on is {np.array([1, 2])!r}: expected a date; write date(2015, 5, 31)",
    ),
    (
        lambda: asked_days(np.array([[ON]], "datetime64[D]"), 1, "days"),
        "days holds 1 day for 1 person: expected one date, or one per person",
    ),
    (
        lambda: asked_days(np.array([ON, ON, ON], "datetime64[D]"), 2),
        "on holds 3 days for 2 persons: expected one date, or one per person",
    ),
    (
        lambda: asked_days(np.array([ON, "NaT", "NaT"], "datetime64[D]"), 3),
        "on has no date in row 2: expected a date for every person",
    ),
    (
        lambda: YOUNG.timeline(Person(), ON, ON - DAY),
        "last 2016-02-28 is before first 2016-02-29: swap the two dates",
    ),
    (
        lambda: YOUNG.timeline(Person(), "a", ON),
        "first is 'a': expected a date; write date(2015, 5, 31)",
    ),
    (
        lambda: YOUNG.timeline(Person(), ON, "a"),
        "last is 'a': expected a date; write date(2015, 5, 31)",
    ),
    (
        lambda: YOUNG.allowance(Person(), on=ON),
        "made_up has no longest time in the reading 'dua' on 2016-02-29",
    ),
    (
        lambda: LIMITED.allowance(Person(), on=ON, reading="sfs"),
        "made_up has no longest time in the reading 'sfs' on 2016-02-29",
    ),
    (
        lambda: LIMITED.allowance(Person(), on=ON, limit="day"),
        "limit is 'day': expected one of 'days' or 'other days'. Did you mean 'days'?",
    ),
    (lambda: YOUNG.describe("se"), "language is 'se': expected 'sv' or 'en'."),
    (lambda: YOUNG.diagram("no"), "language is 'no': expected 'sv' or 'en'."),
]


@pytest.mark.parametrize(("call", "message"), BAD)
def test_what_cannot_be_used_is_told(call: object, message: str) -> None:
    with pytest.raises(BadInput) as error:
        call()  # type: ignore[operator]
    assert str(error.value) == message


def test_a_rule_is_what_it_was_made_of() -> None:
    rule = rule_of(
        named(Text("ung", "young"), age(16)) & judgement(Text("d", "j")) & ~during("sfi")
    )
    assert (rule.id, rule.name) == ("made_up", NAME)
    assert "Age" not in repr(rule)
    assert rule_of(happened("first_registered")).verdict(Person(first_registered=ON), on=ON) is YES
    assert YOUNG.verdict(BORN_2000, on=ON) is NO
    assert YOUNG.verdict(BORN_2000, on=ON + DAY) is YES


@pytest.mark.parametrize("unit", ["D", "s"])
@given(
    day=st.integers(-(2**33), 2**33)
    | st.integers(-719_165, -719_159)
    | st.integers(2_932_893, 2_932_899)
)
@example(day=2**32 + 16_586)  # as a narrow number it would be a day in 2015
def test_days_to_ask_about_are_dates(unit, day):
    asked = np.array([16_586, day]).astype("M8[D]").astype(f"M8[{unit}]")
    if to_day(date.min) <= day <= to_day(date.max):
        assert asked_days(asked, 2).tolist() == [16_586, day]
    else:
        with pytest.raises(
            BadInput, match="on names a day outside the years 1 to 9999 in row 2: expected dates"
        ):
            asked_days(asked, 2)


@given(st.integers(0, 86_399))
def test_a_time_of_day_is_no_day_to_ask_about(second):
    asked = np.array(["2015-05-31"], "M8[s]") + second
    if second:
        with pytest.raises(
            BadInput, match=r"on has a time of day .2015-05-31T.+. in row 1: expected dates"
        ):
            asked_days(asked, 1)
    else:
        assert asked_days(asked, 1).tolist() == [16_586]


@pytest.mark.parametrize("unit", ["Y", "M", "W"])
def test_years_and_months_are_no_days_to_ask_about(unit):
    with pytest.raises(BadInput, match="on holds datetime64"):
        asked_days(np.array(["2015-05-28"], f"M8[{unit}]"))
