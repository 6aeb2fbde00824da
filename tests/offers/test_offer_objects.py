"""Offers, duties and stances as objects: what they refuse, and how they speak."""

from datetime import date

import attrs
import pytest
from offer_cases import DAYS, person

from dualib.agreements import agreement
from dualib.duties import Start
from dualib.errors import BadInput
from dualib.language import Text
from dualib.offers import Stance
from dualib.programmes import programme
from dualib.register import Register

DUTY = agreement("vasteras").offers["ungdomskontraktet"].duties[0]
RAMP = agreement("kalmar").offers["ramp"]


def test_a_stance_speaks_both_languages():
    assert [stance.words.en for stance in Stance] == [
        "states the conditions",
        "goes beyond the rule",
        "mentions without conditions",
        "says nothing; the national rule applies",
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "activty"}, "kind of offer 'ramp' is 'activty': expected one of programme, activity"),
        (
            {"state": "planed"},
            "state of offer 'ramp' is 'planed': expected one of existing, planned, ended. Did you mean",
        ),
    ],
)
def test_an_offer_of_an_unknown_sort_is_refused(change, message):
    with pytest.raises(BadInput, match=message):
        attrs.evolve(RAMP, **change)


def test_an_offer_answers_for_many():
    on = DAYS["kalmar"]
    register = Register.from_persons([person(on, "1995-01-01", "in_jobbgaranti"), person(on, "1995-01-01")])
    assert RAMP.verdicts(register, on=on).tolist() == [1, -1]


def test_a_time_limit_needs_a_start():
    with pytest.raises(BadInput, match="has a time limit but no starts: expected the day, or the candidates"):
        attrs.evolve(DUTY, starts=())
    with pytest.raises(BadInput, match="starts from 'sex': expected a dated fact"):
        attrs.evolve(DUTY, starts=(Start(Text("kön", "sex"), "sex"),))


def test_a_single_start_gives_the_last_day():
    on = DAYS["vasteras"]
    single = attrs.evolve(DUTY, starts=DUTY.starts[1:2])
    young = {"municipality": "1980", "registered_as_jobseeker_on": date(2016, 5, 1)}
    assert single.check(person(on, "1997-01-01", **young), on=on).due == date(2016, 7, 30)
    assert single.check(person(on, "1980-01-01", **young), on=on).due is None


def test_a_misspelt_programme_is_answered_with_the_nearest():
    with pytest.raises(BadInput, match="Did you mean 'jobbgaranti'"):
        programme("jobgaranti")
