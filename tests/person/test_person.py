"""One person: facts checked against the vocabulary, spells, what was observed."""
# ruff: noqa: E501 - golden messages are long

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date
from pickle import dumps, loads

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.errors import BadData, BadInput
from dualib.person import ONGOING, Participation, Person, Spell
from dualib.register import Register
from dualib.verdicts import Verdict
from dualib.vocabulary import DISABILITY_CODES, FACTS, NEVER, Kind, Status, Track

SEEN = (date(2014, 1, 1), date(2015, 5, 31))
DAYS = st.dates(date(1990, 1, 1), date(2020, 12, 31))


@st.composite
def spells(draw: st.DrawFn) -> Spell:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    end = draw(st.sampled_from([last, ONGOING]))
    return Spell(first, end, draw(st.lists(st.sampled_from(list(Status)), min_size=1, max_size=3)))


def value_of(name: str) -> st.SearchStrategy[object]:
    fact = FACTS[name]
    return {
        Kind.YES_NO: st.sampled_from([None, True, False]),
        Kind.DATE: st.none() | st.dates(date(1900, 1, 1), date(1989, 12, 31)),
        Kind.CODE: st.sampled_from([None, False, *DISABILITY_CODES]),
        Kind.NUMBER: st.none() | st.integers(0, 1000),
        Kind.CATEGORY: st.sampled_from([None, *(fact.categories or ("0880", "0138"))]),
    }[fact.kind]


@st.composite
def people(draw: st.DrawFn) -> Person:
    facts = {name: draw(value_of(name)) for name in FACTS}
    first, last = sorted((draw(DAYS), draw(DAYS)))
    observed = draw(st.sampled_from([(first, last), {Track.WORK: (first, last)}, {}]))
    return Person(
        draw(st.lists(spells(), max_size=4)),
        observed,
        draw(st.none() | DAYS),
        contradictions="report",
        **facts,
    )


@given(st.lists(people(), max_size=6))
def test_a_register_holds_every_person_unchanged(given_people: list[Person]) -> None:
    register = Register.from_persons(given_people)
    assert len(register) == register.size == len(given_people)
    for at, person in enumerate(given_people):
        back = register.person(at)
        assert dict(back.facts) == dict(person.facts)
        assert back.observed == person.observed
        assert back.as_of == person.as_of
        assert sorted(back.spells, key=repr) == sorted(person.spells, key=repr)
        assert [spell.days[1] for spell in back.spells] == sorted(
            spell.days[1] for spell in person.spells
        )
        assert back.key == at + 1
        assert len(back.contradictions) == len(person.contradictions)


@given(
    st.lists(people(), max_size=3),
    st.sampled_from([copy.copy, copy.deepcopy, lambda made: loads(dumps(made))]),
)
def test_persons_and_registers_can_be_copied_and_sent_to_other_processes(
    given_people: list[Person], copied: Callable[[object], object]
) -> None:
    for person in given_people:
        same = copied(person)
        assert isinstance(same, Person)
        assert same == person
        assert hash(same) == hash(person)
        assert same.contradictions == person.contradictions
    register = Register.from_persons(given_people)
    assert register.same_as_of is not None or given_people
    made = copied(register)
    assert isinstance(made, Register)
    assert list(made.keys) == list(register.keys)
    assert [made.person(at) for at in range(made.size)] == [
        register.person(at) for at in range(register.size)
    ]
    columns = [made.column(name) for name in made.provided]
    for array in (
        made.as_of,
        made.spells.end,
        *columns,
        *(days for pair in made.observed.values() for days in pair),
    ):
        assert not array.flags.writeable
    with pytest.raises(TypeError):
        made.observed[Track.WORK] = made.observed[Track.STUDY]  # type: ignore[index]


def test_a_person_is_equal_by_content_and_can_be_in_a_set() -> None:
    one = Person(
        [Spell(date(2015, 1, 10), ONGOING, "in_kaa")], SEEN, date(2015, 5, 31), "a", sex="woman"
    )
    two = Person(
        [Spell(date(2015, 1, 10), ONGOING, "in_kaa")], SEEN, date(2015, 5, 31), "a", sex="kvinna"
    )
    assert one == two
    assert len({one, two}) == 1
    assert (
        "Person(sex='woman', spells=[Spell(start=datetime.date(2015, 1, 10), end=ONGOING"
        in repr(one)
    )
    assert repr(one).endswith("as_of=datetime.date(2015, 5, 31), key='a')")
    assert repr(Person()) == "Person()"


def test_a_personnummer_used_as_key_is_not_printed() -> None:
    assert "1212" not in repr(Person(key="19121212-1212"))


def test_none_is_unknown_and_false_is_has_none() -> None:
    assert Person(disability_code=None).facts["disability_code"] is None
    assert Person(disability_code=False).facts["disability_code"] is False
    assert Person(disability_code=11).facts["disability_code"] == 11
    assert Person(first_registered=NEVER).facts["first_registered"] is NEVER


def test_a_spell_says_its_statuses_as_bits_and_days() -> None:
    spell = Spell(date(1970, 1, 2), date(1970, 1, 3), ["in_kaa", Status.HOURLY])
    assert spell.mask == Status.IN_KAA.bit | Status.HOURLY.bit
    assert spell.days == (1, 2)
    assert Participation(date(2015, 3, 1), ONGOING, "kaa").statuses == (Status.IN_KAA,)


def test_contradictions_of_a_person_can_be_kept() -> None:
    clash = [
        Spell(date(2015, 1, 1), date(2015, 2, 1), "full_time_unemployed"),
        Spell(date(2015, 2, 1), ONGOING, "part_time"),
        Spell(date(2015, 1, 1), date(2015, 1, 2), "part_time+full_time_unemployed"),
    ]
    person = Person(clash, SEEN, contradictions="report")
    assert [str(problem) for problem in person.contradictions] == [
        "spells, row 2: full-time unemployment and part-time work on the same day, first 2015-02-01 (with row 1)",
        "spells, row 3: full-time unemployment and part-time work on the same day, first 2015-01-01",
    ]
    assert Register.from_persons([person]).contradictions == person.contradictions
    with pytest.raises(BadData, match="2 problems"):
        Person(clash, SEEN)


DAY = date(2015, 1, 1)
BAD = {
    "spell before its start": (
        lambda: Spell(date(2015, 2, 1), DAY, "in_kaa"),
        "the spell ends 2015-01-01, before it starts 2015-02-01: the end is its last day",
    ),
    "spell without an end": (
        lambda: Spell(DAY, None, "in_kaa"),  # type: ignore[arg-type]
        "the spell has no end: expected the last day; write ONGOING if the spell has not ended",
    ),
    "spell with a text": (
        lambda: Spell("2015-01-01", ONGOING, "in_kaa"),  # type: ignore[arg-type]
        "start of the spell is '2015-01-01': expected a date; write date(2015, 5, 31)",
    ),
    "spell in another century": (
        lambda: Spell(DAY, date(2999, 1, 1), "in_kaa"),
        "end of the spell is 2999-01-01: expected a date from 1850 to 2200",
    ),
    "no observed period": (
        lambda: Person([Spell(DAY, ONGOING, "in_kaa")]),
        "observed is missing: without it, days without a spell say nothing; "
        "write observed=(first, last), or observed={} if only the spells were observed",
    ),
    "observed backwards": (
        lambda: Person(observed=(DAY, date(2014, 1, 1))),
        "observed ends 2014-01-01, before it starts 2015-01-01",
    ),
    "observed without a pair": (
        lambda: Person(observed=[DAY]),  # type: ignore[arg-type]
        "observed is [datetime.date(2015, 1, 1)]: expected a pair of dates, the first and the last day observed",
    ),
    "unknown track": (
        lambda: Person(observed={"wrok": SEEN}),  # type: ignore[dict-item]
        "track 'wrok' is not known; expected one of registration, work, study, programme, absence, municipal. "
        "Did you mean 'work'?",
    ),
    "unknown fact": (
        lambda: Person(bron=DAY),
        f"fact 'bron' is not known: expected one of {', '.join(FACTS)}. Did you mean 'born'?",
    ),
    "birth date never": (
        lambda: Person(born=NEVER),
        "born is NEVER, which cannot be a birth date: leave it empty if it is unknown",
    ),
    "code true": (
        lambda: Person(disability_code=True),
        "disability_code is True: expected one of 11, 21, 22, 31, 32, 41, 42, 51, 61, 71, 81, 91, 92, 93, "
        "or empty for unknown; False where there is no code",
    ),
    "sex misspelled": (
        lambda: Person(sex="kvina"),
        "sex is 'kvina', which is not one of its values; expected one of woman, man. Did you mean 'kvinna'?",
    ),
    "sex as a number": (
        lambda: Person(sex=1),
        "sex is 1, which is not one of its values; expected one of woman, man.",
    ),
    "municipality by name": (
        lambda: Person(municipality="Kalmar"),
        "municipality is 'Kalmar': expected a municipality code of four digits such as 0880",
    ),
    "count below zero": (
        lambda: Person(benefit_days_in_jobbgaranti=-1),
        "benefit_days_in_jobbgaranti is -1: expected a whole number from 0, or empty for unknown",
    ),
    "no yes or no": (
        lambda: Person(school_duty_done="kanske"),
        "school_duty_done is 'kanske': expected yes or no, or empty for unknown; also True and False, 1 and 0, or None",
    ),
    "born before the spell": (
        lambda: Person([Spell(DAY, ONGOING, "in_kaa")], SEEN, born=date(2015, 2, 1)),
        "1 problem:\n  spells, row 1: starts 2015-01-01, before the person was born 2015-02-01",
    ),
    "spells of another sort": (
        lambda: Person(["in_kaa"], SEEN),  # type: ignore[list-item]
        "spells holds 'in_kaa': expected a spell; write Spell(start, end, status)",
    ),
    "contradictions misspelled": (
        lambda: Person(contradictions="rise"),
        "contradictions is 'rise': expected 'raise' or 'report'",
    ),
    "as_of as text": (
        lambda: Person(as_of="2015-05-31"),  # type: ignore[arg-type]
        "as_of is '2015-05-31': expected a date; write date(2015, 5, 31)",
    ),
    "no person": (lambda: Register.from_persons(["a"]), "persons[0] is str: expected a person"),  # type: ignore[list-item]
    "same key": (
        lambda: Register.from_persons([Person(key=1), Person(key=1)]),
        "persons share a key: expected different keys, or none at all",
    ),
    "no category": (
        lambda: Register.from_persons([]).categories("born"),
        f"'born' is not a category: expected one of {', '.join(f.name for f in FACTS.values() if f.kind is Kind.CATEGORY)}.",
    ),
    "index outside": (
        lambda: Register.from_persons([Person()]).person(1),
        "index is 1: expected a whole number from 0 to 0",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_says_what_where_and_how_to_mend_it(case: str) -> None:
    call, message = BAD[case]
    with pytest.raises(BadInput) as caught:
        call()
    assert str(caught.value) == message


def test_an_unknown_programme_is_refused_with_the_nearest() -> None:
    with pytest.raises(
        BadInput, match=r"programme 'jobgaranti' is not known: .* Did you mean 'jobbgaranti'"
    ):
        Participation(DAY, ONGOING, "jobgaranti")


def test_an_unstated_fact_is_unknown_for_everybody() -> None:
    register = Register.from_persons([Person(sex="woman"), Person()])
    assert register.provided == {"sex"}
    assert register.column("school_duty_done").tolist() == [0, 0]
    assert register.categories("sex") == ("woman", "man")
    assert register.categories("municipality") == ()
    assert repr(register) == "<Register of 2 persons and 0 spells; facts: sex>"
    with pytest.raises(ValueError, match="read-only"):
        register.column("sex")[0] = 1


def test_a_verdict_is_a_fact_only_where_it_is_an_answer() -> None:
    assert [Person(gymnasieexamen=answer).facts["gymnasieexamen"] for answer in Verdict] == [
        {Verdict.YES: True, Verdict.UNKNOWN: None, Verdict.NO: False}[answer] for answer in Verdict
    ]
    with pytest.raises(BadInput, match=r"is <Verdict\.YES: 1>: expected a whole number from 0"):
        Person(benefit_days_in_jobbgaranti=Verdict.YES)


def test_a_year_is_no_date() -> None:
    with pytest.raises(
        BadInput,
        match="born is 1996, which does not name a day: expected year-month-day such as 2015-05-31",
    ):
        Person(born=np.datetime64("1996"))


@pytest.mark.parametrize("status", [None, 3, [None]])
def test_what_is_no_status(status: object) -> None:
    with pytest.raises(
        BadInput,
        match=r"status (None|3) is not a status: expected a status, its name, or several of them",
    ):
        Spell(date(2015, 1, 1), ONGOING, status)


def test_lists_are_lists() -> None:
    one = Spell(date(2015, 1, 1), ONGOING, Status.SFI)
    with pytest.raises(BadInput, match=r"spells is Spell\(.*\): expected a list; write"):
        Person(one, observed=SEEN)
    with pytest.raises(BadInput, match="persons is NoneType: expected a list of persons"):
        Register.from_persons(None)
