"""Where the search for what is missing stops, and strategies that give what they say."""

from datetime import date

from hypothesis import given

from dualib import ONGOING, Citation, Confidence, Person, Rule, Spell, Text, Version
from dualib.conditions import Case, age, days, days_in, has
from dualib.counting import Dimension, Table
from dualib.dates import Ends, last_days, to_day
from dualib.decisions.changes import settling
from dualib.testing import answers_of_all_completions, assert_rule_laws, spells

ON = date(2015, 5, 31)


def test_sets_that_need_more_questions_than_allowed_are_left_out() -> None:
    condition = age(16, below=25) & has("school_duty_done")
    case = Case(Person(), to_day(ON))

    assert settling(condition, case, condition.reason(case)).missing
    assert settling(condition, case, condition.reason(case), asked=1).missing == ()


def test_completions_stop_at_the_most_asked_for() -> None:
    assert len(list(answers_of_all_completions(has("school_duty_done"), Person(), ON, most=1))) == 1


@given(spells())
def test_spells_end_where_they_may(spell: Spell) -> None:
    assert spell.end is ONGOING or spell.start <= spell.end


def test_a_table_whose_words_are_alike_in_both_languages_says_its_language() -> None:
    table = Table("antal", (Dimension("x", "x", ("a", "b")),), [5, 6])

    assert Table.from_jsonstat(table.to_jsonstat(language="en")) == table


def test_what_one_thing_settles_is_not_asked_of_more() -> None:
    one, other = has("school_duty_done"), has("in_upper_secondary")
    condition = one & other | ~one & other
    case = Case(Person(), to_day(ON))

    assert settling(condition, case, condition.reason(case)).missing == (
        frozenset({"in_upper_secondary"}),
    )


def test_a_rule_that_takes_days_away_keeps_the_laws() -> None:
    condition = days_in(
        days("hourly") - days("sfi"), at_least=3, window=last_days(10), ends=Ends.ON
    )
    place = Citation("made up", "nowhere", Confidence.PROJECT, ON)
    version = Version(reading="dua", condition=condition, citations=(place,))

    assert_rule_laws(
        Rule(id="made_up", name=Text("påhittad", "made up"), versions=(version,)), examples=24
    )
