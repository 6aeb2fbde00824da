"""Counting equals going through the persons one by one, and its bounds hold whatever the unknown facts are."""

from collections import Counter
from datetime import date, timedelta
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.counting import ages, column, count, has_fact, has_status
from dualib.dates import birthday
from dualib.errors import BadInput
from dualib.language import Text
from dualib.person import ONGOING, Person, Spell
from dualib.register import Register
from dualib.vocabulary import NEVER, Status

ON = date(2015, 5, 31)
BORN = st.one_of(
    st.none(), st.dates(date(1985, 1, 1), date(2015, 12, 31)), st.just(date(1996, 2, 29))
)
DAYS = st.integers(-3, 3).map(lambda days: ON + timedelta(days=days))


@st.composite
def people(draw):
    spells = []
    born = draw(BORN)
    unborn = born is not None and born.year == 2015  # nobody has a spell before birth
    for _ in range(0 if unborn else draw(st.integers(0, 2))):
        start = draw(DAYS)
        end = draw(
            st.one_of(
                st.just(ONGOING),
                st.integers(0, 4).map(lambda days, s=start: s + timedelta(days=days)),
            )
        )
        spells.append(
            Spell(
                start, end, draw(st.sampled_from(["in_kaa", "forsorjningsstod", "full_time_sick"]))
            )
        )
    first = draw(DAYS)
    observed = draw(
        st.sampled_from(
            [{}, (first, first + timedelta(days=2)), (date(2014, 1, 1), date(2015, 12, 31))]
        )
    )
    return Person(
        spells=spells,
        observed=observed,
        as_of=draw(
            st.sampled_from(
                [None, *(day for day in (ON, date(2015, 5, 1)) if born is None or born <= day)]
            )
        ),
        born=born,
        sex=draw(st.sampled_from([None, "woman", "man"])),
        municipality=draw(st.sampled_from([None, "0880", "0138"])),
        disability_code=draw(st.sampled_from([None, False, 11, 93])),
        upper_secondary_completed=draw(st.sampled_from([None, True, False])),
        first_registered=draw(st.sampled_from([None, NEVER, date(2014, 1, 1)])),
    )


def age_of(person):
    born = person.facts["born"]
    if born is None:
        return None
    years = ON.year - born.year
    return years if birthday(born, years) <= ON else years - 1


def known(person, name, unchanged):
    return person.facts[name] if unchanged or person.as_of == ON else None


def word(value, yes="yes", no="no"):
    return "unknown" if value is None else yes if value else no


def status_on(person, status):
    seen = person.observed.get(status.track)
    for spell in person.spells:
        if spell.mask & status.bit and spell.start <= ON:
            end = (
                spell.end
                if isinstance(spell.end, date)
                else max(spell.start, seen[1] if seen else spell.start)
            )
            if end >= ON:
                return True
    return False if seen and seen[0] <= ON <= seen[1] else None


def registered_at_all(person, unchanged):
    first = person.facts["first_registered"]
    if first is NEVER:  # known up to the day it was said of
        return False if unchanged or (person.as_of is not None and person.as_of >= ON) else None
    return None if first is None else True


def expected(person, unchanged):
    age = age_of(person)
    code = known(person, "disability_code", unchanged)
    return {
        "sex": person.facts["sex"] or "unknown",
        "age": "unknown" if age is None else str(age) if age >= 0 else "under",
        "band": "unknown"
        if age is None
        else "under"
        if age < 16
        else "16-17"
        if age < 18
        else "18"
        if age < 19
        else "19-24"
        if age < 25
        else "over",
        "municipality": known(person, "municipality", unchanged) or "unknown",
        "disability_code": "unknown" if code is None else str(code) if code else "none",
        "has_code": word(code),
        "upper_secondary_completed": word(known(person, "upper_secondary_completed", unchanged)),
        "registered": word(registered_at_all(person, unchanged)),
        "in_kaa": word(status_on(person, Status.IN_KAA)),
    }


BY = {
    "sex": "sex",
    "age": "age",
    "band": ("age", [16, 18, 19, 25]),
    "municipality": "municipality",
    "disability_code": "disability_code",
    "has_code": has_fact("disability_code"),
    "upper_secondary_completed": "upper_secondary_completed",
    "registered": has_fact("first_registered"),
    "in_kaa": has_status("in_kaa"),
}


@given(st.lists(people(), max_size=8), st.data(), st.booleans(), st.booleans())
def test_equals_going_through_the_persons(persons, data, unchanged, a_day_each):
    register = Register.from_persons(persons)
    chosen = data.draw(st.lists(st.sampled_from(sorted(BY)), unique=True, max_size=3))
    if "age" in chosen and "band" in chosen:
        chosen.remove("band")
    verdicts = np.array(
        data.draw(st.lists(st.integers(-1, 1), min_size=len(persons), max_size=len(persons))),
        dtype=np.int8,
    )
    on = np.full(len(persons), np.datetime64(ON)) if a_day_each else ON
    known_of = [expected(person, unchanged) for person in persons]
    for name, item in BY.items():
        alone = count(register, verdicts, by=[item], on=on, assume_unchanged=unchanged).over(
            "answer"
        )
        found = {row[0]: row[1] for row in alone.to_rows() if row[1]}
        assert found == dict(Counter(facts[name] for facts in known_of)), name
    oracle = Counter(
        (*(expected(person, unchanged)[name] for name in chosen), ("unknown", "yes", "no")[verdict])
        for person, verdict in zip(persons, verdicts.tolist(), strict=True)
    )
    table = count(
        register, verdicts, by=[BY[name] for name in chosen], on=on, assume_unchanged=unchanged
    )
    assert {tuple(row[:-2]): row[-2] for row in table.to_rows() if row[-2]} == dict(oracle)
    assert table.total == len(persons)
    fewer = count(
        register,
        verdicts,
        by=[BY[name] for name in chosen],
        on=on,
        assume_unchanged=unchanged,
        count_no=False,
    )
    left = {cell: number for cell, number in oracle.items() if cell[-1] != "no"}
    assert {tuple(row[:-2]): row[-2] for row in fewer.to_rows() if row[-2]} == left


class Woman:
    """A rule to count by: is the person a woman?"""

    id = "woman"
    name = Text("är kvinna", "is a woman")

    def __init__(self):
        self.asked = []

    def verdicts(self, register, *, on, assume=None, **more):
        self.asked.append((on, assume, more))
        codes = register.column("sex")
        if assume:
            codes = np.where(codes < 0, ["woman", "man"].index(assume["sex"]), codes)
        return np.where(codes < 0, 0, np.where(codes == 0, 1, -1)).astype(np.int8)


@given(st.lists(st.sampled_from([None, "woman", "man"]), max_size=5))
def test_bounds_hold_for_every_completion_and_are_attained(sexes):
    register = Register.from_persons([Person(sex=sex) for sex in sexes])
    table = count(register, Woman(), on=ON)
    free = sexes.count(None)
    truths = {sexes.count("woman") + sum(choice) for choice in product((0, 1), repeat=free)}
    assert (table.certain.total, table.possible.total) == (min(truths), max(truths))


def test_assumptions_are_told_apart():
    register = Register.from_persons([Person(sex=sex) for sex in (None, None, "woman", "man")])
    rule = Woman()
    table = count(register, rule, by=[rule], on=ON, assume={"sex": "woman"}, assume_unchanged=True)
    assert table.names == ("woman", "answer")
    assert table.dimension("answer").categories == (
        "yes",
        "yes_assumed",
        "unknown",
        "no_assumed",
        "no",
    )
    assert table.over("woman").values.tolist() == [1, 2, 0, 0, 1]
    assert table.over("answer").values.tolist() == [3, 1, 0]
    assert table.certain_if_assumed.total == 3
    assert table.notes[0].sv == "Räknat per den 31 maj 2015."
    assert table.notes[1].en == "Assumed where unknown: sex = woman."
    about = {"on": "2015-05-31", "assumed": {"sex": "woman"}, "assumed_unchanged": True}
    assert table.extension == {"dualib": about}
    assert table.label == Woman.name
    assert rule.asked[0] == (ON, None, {"assume_unchanged": True})
    no = count(register, rule, on=ON, assume={"sex": "man"})
    assert no.values.tolist() == [1, 0, 0, 2, 1]
    each = count(
        register,
        rule,
        on=np.full(4, np.datetime64(ON)),
        assume={"sex": "man"},
        label=Text("x", "x"),
    )
    assert each.label == Text("x", "x")
    assert each.extension == {"dualib": {"assumed": {"sex": "man"}}}
    dated = count(register, np.zeros(4, np.int8), on=np.full(4, np.datetime64(ON)))
    assert dated.extension == {}
    assert count(
        register, Woman(), on=ON, assume={"sex": "man", "born": date(1996, 1, 1)}
    ).extension["dualib"]["assumed"] == {"sex": "man", "born": "1996-01-01"}


def test_the_answers_of_a_rule_with_and_without_assumptions():
    sexes = ["woman"] * 3 + ["man"] + [None] * 2
    register = Register.from_persons([Person(sex=sex) for sex in sexes])
    bare = count(register, Woman(), on=ON)
    assert dict(zip(bare.dimension("answer").categories, bare.values.tolist(), strict=True)) == {
        "yes": 3,
        "unknown": 2,
        "no": 1,
    }
    assert count(register, Woman(), on=ON, assume={"sex": "man"}).values.tolist() == [3, 0, 0, 2, 1]
    assert count(
        register, Woman(), on=ON, assume={"sex": "man"}, count_no=False
    ).values.tolist() == [3, 0, 0, 2]


def test_a_division_by_municipality_is_one_by_place():
    register = Register.from_persons([Person(municipality="0880", sex="man")])
    table = count(register, np.ones(1, np.int8), by=["municipality", "sex"], on=ON)
    assert [dimension.role for dimension in table.dimensions] == ["geo", None, None]


def test_a_column_of_ones_own():
    register = Register.from_persons([Person(), Person(), Person()])
    school = column(
        "school",
        ["b", None, "a"],
        label=Text("skola", "school"),
        labels={"b": Text("B-skolan", "school B")},
    )
    table = count(register, np.ones(3, np.int8), by=[school], on=ON)
    assert table.certain.to_frame()["school"] == ["b", "a", "unknown"]
    assert table.certain.values.tolist() == [1, 1, 1]
    assert table.dimension("school").labels[0] == Text("B-skolan", "school B")
    assert count(
        register, np.ones(3, np.int8), by=[column("x", np.array(["a", "a", "b"]))], on=ON
    ).certain.values.tolist() == [
        2,
        1,
        0,
    ]


def test_statuses_at_once_and_an_empty_register():
    both = Person(spells=[Spell(ON, ON, "openly_unemployed")], observed=(ON, ON))
    one = Person(spells=[Spell(ON, ON, "registered_as_jobseeker")], observed=(ON, ON))
    table = count(
        Register.from_persons([both, one]),
        np.ones(2, np.int8),
        by=[has_status("openly_unemployed")],
        on=ON,
    )
    assert table.certain.values.tolist() == [1, 1, 0]
    empty = Register.from_persons([])
    assert count(empty, np.zeros(0, np.int8), by=["age", "sex"], on=ON).total == 0
    assert count(empty, np.zeros(0, np.int8), on=np.zeros(0, "datetime64[D]")).total == 0


def test_many_cells_use_wider_numbers():
    register = Register.from_persons([Person(), Person()])
    columns = [column(f"c{index}", ["a", "b"]) for index in range(3)]
    table = count(register, np.ones(2, np.int8), by=columns, on=ON)
    assert table.at(c0="b", c1="b", c2="b") == 1
    from dualib.counting.persons.counted import _packed

    assert _packed(np.array([2**30]), np.array([1]), 4, 1).tolist() == [2**32 + 1]


REGISTER = Register.from_persons([Person(sex="woman"), Person()])
ONES = np.ones(2, np.int8)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: count(REGISTER, ONES, by=["sexx"], on=ON),
            "by names 'sexx': expected one of age, sex, municipality, disability_code, ",
        ),
        (
            lambda: count(REGISTER, ONES, by=[3], on=ON),
            "by holds 3: expected the name of a fact, age, a rule or a column",
        ),
        (
            lambda: count(REGISTER, ONES, by="sex", on=ON),
            "by is the text 'sex': expected a list; such as by=['sex']",
        ),
        (
            lambda: ages([18, 16]),
            "ages are [18, 16]: expected rising whole numbers such as [16, 18, 20, 25]",
        ),
        (lambda: ages([]), "ages are []: expected rising whole numbers such as [16, 18, 20, 25]"),
        (lambda: ages([16, "x"]), "ages[1] is 'x': expected a whole number"),
        (
            lambda: has_fact("sex"),
            "there is no fact 'sex': expected one of born, disability_code, ",
        ),
        (lambda: has_status("in_kaaa"), "status 'in_kaaa' is not known"),
        (
            lambda: column("school", ["a", 3]),
            "column 'school', row 2 is 3: expected text, or nothing for unknown; write None "
            "for unknown",
        ),
        (
            lambda: column("school", ["unknown"]),
            "column 'school', row 1 is 'unknown': expected text, or nothing for unknown; write "
            "None for unknown",
        ),
        (
            lambda: count(REGISTER, ONES, by=[column("school", ["a"])], on=ON),
            "column 'school' has 1 value for 2 persons: expected one per person, in the order "
            "of the register",
        ),
        (
            lambda: count(REGISTER, ONES, on=ON, assume={"sex": "man"}),
            "assume goes with a rule: expected who to be one, since verdicts are already given",
        ),
        (
            lambda: count(REGISTER, np.ones(3, np.int8), on=ON),
            "who has the shape (3,) and the type int8 for 2 persons: expected int8 verdicts, "
            "one per person",
        ),
        (
            lambda: count(REGISTER, np.array([2, 0], np.int8), on=ON),
            "who holds other numbers than -1, 0 and 1: expected verdicts",
        ),
        (
            lambda: count(REGISTER, np.array([-2, 0], np.int8), on=ON),
            "who holds other numbers than -1, 0 and 1: expected verdicts",
        ),
        (
            lambda: count(REGISTER, "x", on=ON),
            "who is 'x': expected a rule, or an int8 array of verdicts",
        ),
        (
            lambda: count(REGISTER, ONES, on=np.array(["2015-05-31"], "datetime64[D]")),
            "on holds 1 day for 2 persons: expected one date, or one per person",
        ),
        (
            lambda: count(REGISTER, ONES, on=np.array(["2015-05-31", "NaT"], "datetime64[D]")),
            "on has no date in row 2: expected a date for every person",
        ),
        (
            lambda: count(REGISTER, ONES, on=np.array([1.5, 2.5])),
            "on is array([1.5, 2.5]): expected a date; write date(2015, 5, 31)",
        ),
    ],
)
def test_golden_messages(make, message):
    with pytest.raises(BadInput) as caught:
        make()
    assert str(caught.value).startswith(message)


def test_what_had_never_happened_by_one_day_may_have_happened_by_a_later_one() -> None:
    """A division answers as a rule about the same fact does."""
    register = Register.from_frames(
        {"first_registered": ["aldrig", "2014-01-01", ""]}, as_of=date(2015, 1, 1)
    )
    everybody = np.ones(3, np.int8)

    def divided(on: date, **more: bool) -> list[int]:
        table = count(register, everybody, by=[has_fact("first_registered")], on=on, **more).select(
            "answer", "yes"
        )
        return [table.at(has_first_registered=answer) or 0 for answer in ("yes", "no", "unknown")]

    assert divided(date(2015, 1, 1)) == [1, 1, 1]
    assert divided(date(2015, 1, 2)) == [1, 0, 2]
    assert divided(date(2015, 1, 2), assume_unchanged=True) == [1, 1, 1]


def test_a_table_says_that_facts_of_another_day_are_taken_as_unchanged() -> None:
    register = Register.from_frames({"disability_code": ["11"]}, as_of=date(2015, 1, 1))
    table = count(register, np.ones(1, np.int8), on=date(2015, 5, 31), assume_unchanged=True)
    assert table.notes[-1].en == "Facts known as of another day are assumed unchanged."
    assert table.extension["dualib"]["assumed_unchanged"] is True
    assert len(count(register, np.ones(1, np.int8), on=date(2015, 5, 31)).notes) == 1
