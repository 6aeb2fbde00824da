"""Offers, duties and stances as objects: what they refuse, and how they speak."""

from datetime import date

import attrs
import numpy as np
import pytest
from offer_cases import DAYS, person

from dualib.conditions import age, has
from dualib.counting import count
from dualib.dates import LeapBirthday
from dualib.errors import BadInput
from dualib.language import Text
from dualib.local_agreements import agreement, agreements
from dualib.local_agreements.offers import Offers, Stance
from dualib.person import Person
from dualib.programmes import programme
from dualib.register import Register
from dualib.rules import Start
from dualib.sources import NOT_IN_SOURCE

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
        (
            {"kind": "activty"},
            "kind of offer 'ramp' is 'activty': expected one of programme, activity",
        ),
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
    register = Register.from_persons(
        [person(on, "1995-01-01", "in_jobbgaranti"), person(on, "1995-01-01")]
    )
    assert RAMP.verdicts(register, on=on).tolist() == [1, -1]


def test_an_offer_is_asked_with_the_assumptions_of_its_rule():
    on = DAYS["kalmar"]
    young = attrs.evolve(
        RAMP,
        rule=attrs.evolve(
            RAMP.rule,
            versions=tuple(
                attrs.evolve(version, condition=has("disability_code") & age(16))
                for version in RAMP.rule.versions
            ),
        ),
    )
    coded = Person(born=date(1990, 1, 1), disability_code=11, as_of=date(2014, 1, 1))
    register = Register.from_persons([coded])
    assert young.verdicts(register, on=on).tolist() == [0]
    assert young.verdicts(register, on=on, assume_unchanged=True).tolist() == [1]
    assert count(register, young, on=on, assume_unchanged=True).certain.values.tolist() == 1
    leapt = Person(born=date(2000, 2, 29), disability_code=11, as_of=on)
    day = date(2017, 2, 28)
    old = attrs.evolve(
        young,
        rule=attrs.evolve(
            young.rule,
            versions=tuple(
                attrs.evolve(version, condition=age(17)) for version in young.rule.versions
            ),
        ),
    )
    for leap, expected in ((LeapBirthday.FEBRUARY_28, 1), (LeapBirthday.MARCH_1, -1)):
        assert old.verdicts(Register.from_persons([leapt]), on=day, leap=leap).tolist() == [
            expected
        ]
        assert old.decide(leapt, on=day, leap=leap).verdict == expected


def test_days_outside_the_printed_period_are_flagged():
    first, last = date(2015, 3, 1), date(2015, 3, 31)
    days = np.arange("2015-02-26", "2015-04-05", dtype="datetime64[D]")
    for start in (first, None, NOT_IN_SOURCE):
        for end in (last, None, NOT_IN_SOURCE):
            offer = attrs.evolve(RAMP, first_day=start, last_day=end)
            told = [offer.outside_period(day) is not None for day in days.tolist()]
            assert (
                offer.outside(days).tolist()
                == told
                == [offer.outside(day) for day in days.tolist()]
            )
            assert (True in told) is (start is first or end is last)
    assert offer.outside(first) is False
    ended = attrs.evolve(RAMP, last_day=date(2010, 1, 1))
    on = DAYS["kalmar"]
    assert ended.decide(person(on, "1995-01-01"), on=on).notes[-1] == ended.outside_period(on)
    with pytest.raises(BadInput, match="on is 'x'"):
        offer.outside("x")


def test_a_time_limit_needs_a_start():
    with pytest.raises(
        BadInput, match="has a time limit but no starts: expected the day, or the candidates"
    ):
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


@pytest.mark.parametrize("found", agreements(), ids=lambda found: found.id)
def test_the_offers_of_an_agreement_are_a_mapping_that_suggests(found):
    offers = found.offers
    assert dict(offers) == {offer.id: offer for offer in offers.values()}
    assert len(offers) == len(set(offers)) == len(list(offers.items()))
    if offers:
        assert repr(offers).startswith(f"<{len(offers)} offers: {next(iter(offers))}")
    assert "nowhere" not in offers
    assert offers.get("nowhere") is None
    for name in offers:
        with pytest.raises(KeyError, match=f"there is no offer '{name}x'. Did you mean"):
            offers[f"{name}x"]


def test_no_offers_say_so():
    assert repr(Offers()) == "<no offers>"
