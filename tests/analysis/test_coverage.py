"""Coverage: the answers of all offers for all persons, held against asking one by one; and the table of sources."""

import re
from datetime import date

import numpy as np
import pytest
import test_kalmar_offers
from offer_cases import DAYS, person

from dualib.analysis.coverage_map import coverage
from dualib.analysis.rule_registry import registry
from dualib.conditions import at_event, has, judgement
from dualib.conditions.markers import Judgement
from dualib.counting import Count
from dualib.errors import BadInput
from dualib.language import Text
from dualib.local_agreements import agreement, agreements
from dualib.person import Person
from dualib.programmes import PROGRAMMES
from dualib.register import Register
from dualib.rules import Rule, Version
from dualib.sources import NOT_IN_SOURCE
from dualib.verdicts import NO, UNKNOWN, YES

KALMAR = agreement("kalmar")
ON = DAYS["kalmar"]
PERSONS = [one.person for one in test_kalmar_offers.CASES if one.on == ON]
FOUND = coverage(KALMAR, Register.from_persons(PERSONS), on=ON)


def judged(offer):
    return any(
        isinstance(atom, Judgement)
        for version in offer.rule.versions
        for atom in version.condition.atoms()
    )


def test_every_answer_is_that_of_the_offer_asked_alone():
    for offer, answers in zip(FOUND.offers, FOUND.verdicts, strict=True):
        assert [int(one) for one in answers] == [
            int(offer.decide(asked, on=ON).verdict) for asked in PERSONS
        ], offer.id


def test_what_is_settled_needs_no_judgement():
    for offer, answers, settled in zip(FOUND.offers, FOUND.verdicts, FOUND.settled, strict=True):
        assert (settled <= answers).all()
        assert ((settled == -1) == (answers == -1)).all()
        assert judged(offer) or (settled == answers).all()
    place = [offer.id for offer in FOUND.offers].index("supported-employment")
    coded = [asked.facts["disability_code"] for asked in PERSONS]
    assert all(FOUND.settled[place][row] == (1 if code else 0) for row, code in enumerate(coded))


def test_who_falls_between_the_chairs_is_counted_one_by_one():
    for strict, answers in ((True, FOUND.verdicts), (False, FOUND.settled)):
        best = [max(int(one) for one in column) for column in answers[~FOUND.outside].T]
        assert FOUND.unreached(judged=strict).tolist() == [-one for one in best]
        assert FOUND.between_the_chairs(judged=strict) == Count(
            best.count(-1), best.count(-1) + best.count(0)
        )


def test_an_offer_outside_its_period_reaches_nobody():
    later = coverage(KALMAR, Register.from_persons(PERSONS), on=date(2016, 6, 1))
    gone = {offer.id for offer, outside in zip(later.offers, later.outside, strict=True) if outside}
    assert gone == {"navigatorskolan", "prio"}
    assert later.reach()["prio"] == Count(0, 0)
    assert not any(
        {"navigatorskolan", "prio"} & set(later.offers_for(row)) for row in range(len(PERSONS))
    )
    assert set(later.columns()["prio"]) == {"outside"}


def test_an_offer_whose_rule_is_not_in_force_reaches_nobody():
    late = coverage(agreement("hammaro"), Register.from_persons(PERSONS[:3]), on=date(2020, 2, 1))
    gone = [offer.id for offer, outside in zip(late.offers, late.outside, strict=True) if outside]
    assert gone == ["utbildningskontrakt", "traineejobb"]


def test_what_must_be_known_of_an_offer_and_the_day_is_said():
    found = {
        on: coverage(KALMAR, FOUND.register, on=on).remarks()
        for on in (ON, date(1900, 1, 1), date(2016, 6, 1))
    }
    for on, remarks in found.items():
        for offer in KALMAR.offers.values():
            silent = offer.first_day is NOT_IN_SOURCE and offer.last_day is NOT_IN_SOURCE
            told = remarks.get(offer.id)
            in_force = offer.rule.version_or_none(on) is not None
            assert (told is None) == (
                in_force and not silent and offer.outside_period(on) is None
            ), offer.id
            if silent and in_force:
                assert "states no period" in told.en
                assert "ingen tid" in told.sv
                assert ("the agreement holds 1 November 2015" in told.en) == (
                    KALMAR.period.covers(on) is NO
                )
                assert ("överenskommelsen gäller 1 november 2015" in told.sv) == (
                    KALMAR.period.covers(on) is NO
                )
    assert found[date(2016, 6, 1)]["prio"] == KALMAR.offers["prio"].outside_period(date(2016, 6, 1))
    late = coverage(agreement("hammaro"), FOUND.register, on=date(2020, 2, 1)).remarks()
    for name in ("utbildningskontrakt", "traineejobb"):
        assert late[name].en.endswith("is in force on 1 February 2020")
        assert late[name].sv.endswith("är i kraft den 1 februari 2020")


def test_offers_for_one_person():
    enrolled = person(
        ON, "1995-01-01", "openly_unemployed", "in_jobbgaranti", sex="man", newly_arrived=False
    )
    one = coverage(KALMAR, Register.from_persons([enrolled]), on=ON)
    reached = one.offers_for(0)
    assert (reached["ramp"], reached["matchning"], reached["prova-pa-praktik"]) == (
        YES,
        YES,
        UNKNOWN,
    )
    assert not {"vagen-in", "prio"} & set(reached)
    assert one.reach()["ramp"] == Count(1, 1)
    with pytest.raises(BadInput, match="row"):
        one.offers_for(1)


def test_columns_tell_what_rests_on_judgement():
    pair = [person(ON, "1995-01-01", disability_code=code) for code in (61, False)]
    columns = coverage(KALMAR, Register.from_persons(pair), on=ON).to_frame()
    assert columns["supported-employment"].tolist() == ["yes", "yes, if judged so"]
    assert columns["ramp"].tolist() == ["no", "no"]
    assert columns["plug-in"].tolist() == ["unknown", "unknown"]
    assert len(columns["key"]) == 2


def test_gaps_are_the_groups_that_no_offer_reaches():
    on = DAYS["tyreso"]
    idle = person(on, "1995-01-01", sex="woman")
    worker = person(on, "1997-01-01", "full_time_work", sex="man", upper_secondary_completed=True)
    perhaps = Person(
        born=date(1994, 1, 1), sex="man", as_of=on
    )  # nothing is known of work and studies
    tyreso = agreement("tyreso")

    def gaps(*persons, **options):
        found = coverage(tyreso, Register.from_persons(persons), on=on, **options)
        return [(gap.group, gap.persons, gap.unreached) for gap in found.gaps(by=["sex"])]

    assert gaps(idle, worker) == []  # 18: the KAA maps ages 16-19, whatever they do
    older = person(on, "1990-11-15", "full_time_work", sex="man", upper_secondary_completed=True)
    assert gaps(idle, older) == [(("man",), 1, Count(1, 1))]
    assert gaps(idle, older, perhaps, states=["existing"]) == [(("man",), 2, Count(1, 2))]
    (gap,) = coverage(tyreso, Register.from_persons([older]), on=on).gaps()
    assert gap.group == ("man", "over")
    assert [text.en for text in gap.words] == ["man", "25 or over"]


def test_a_rule_may_divide_those_who_are_not_reached():
    table = FOUND.table(by=[KALMAR.target_group], judged=False)
    assert table.total == len(PERSONS)


def test_offers_may_be_chosen_by_kind_and_by_stating_conditions():
    found = coverage(
        KALMAR, FOUND.register, on=ON, kinds=["programme", "activity"], unconditional=False
    )
    assert {offer.kind for offer in found.offers} == {"programme", "activity"}
    assert not any(offer.unconditional for offer in found.offers)
    assert len(found.offers) < len(FOUND.offers) == len(KALMAR.offers)
    assert found.between_the_chairs(judged=False).high > FOUND.between_the_chairs(judged=False).high


def test_states_must_name_some_offers():
    with pytest.raises(BadInput, match="has no offers of the states ended"):
        coverage(KALMAR, Register.from_persons(PERSONS[:1]), on=ON, states=["ended"])


def test_judgements_are_opened_inside_names_and_events(monkeypatch):
    text = Text("att det bedöms så", "that it is judged so")
    condition = at_event("first_registered", ~~judgement(text)) | has("newly_arrived") & judgement(
        text
    )
    offer = KALMAR.offers["ramp"]
    rule = Rule(
        id="made-up",
        name=text,
        versions=(Version(reading="made-up", condition=condition, citations=(offer.citation,)),),
    )
    monkeypatch.setattr(
        type(KALMAR),
        "offers",
        {
            "ramp": type(offer)(
                id="ramp",
                name=text,
                rule=rule,
                kind="service",
                state="existing",
                provider=text,
                citation=offer.citation,
            )
        },
    )
    asked = person(ON, first_registered=date(2015, 1, 1), newly_arrived=False)
    found = coverage(KALMAR, Register.from_persons([asked]), on=ON)
    assert (found.verdicts.tolist(), found.settled.tolist()) == ([[1]], [[0]])


def test_nobody_is_reached_where_every_offer_is_outside():
    found = coverage(KALMAR, Register.from_persons(PERSONS[:2]), on=ON)
    nothing = type(found)(
        KALMAR,
        found.register,
        ON,
        found.offers,
        found.verdicts,
        found.settled,
        np.ones(len(found.offers), dtype=bool),
    )
    assert nothing.between_the_chairs() == Count(2, 2)


ROWS = registry()


def test_the_registry_holds_every_rule_and_offer():
    assert {row.id for row in ROWS if row.sort == "programme"} == {rule.id for rule in PROGRAMMES}
    for found in agreements():
        mine = [row for row in ROWS if row.agreement == found.id]
        assert {row.id for row in mine if row.sort == "offer"} == set(found.offers)
        group = {row.id for row in mine if row.sort == "target group"}
        assert group == (set() if found.target_group is None else {found.target_group.id})


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: f"{row.agreement}-{row.id}-{row.reading}-{row.place}"[:80]
)
def test_a_row_says_source_validity_confidence_and_when_it_was_checked(row):
    assert row.source
    assert row.place
    assert row.confidence.words.sv
    assert row.verified_on == date(2026, 11, 22)
    assert row.name.sv
    assert row.name.en
    if row.agreement is None:
        # Every national text begins on a day; where it has no last day it is the text in force.
        assert row.valid_from is not None
    else:
        # An agreement's offers are dated by the document: a day, or that the source gives none.
        assert isinstance(row.documented_on, date) or row.documented_on is NOT_IN_SOURCE
        assert (
            row.sort == "target group"
            or row.first_day is None
            or row.first_day is NOT_IN_SOURCE
            or (isinstance(row.first_day, date))
        )


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: f"{row.agreement}-{row.id}-{row.reading}-{row.place}"[:80]
)
def test_a_place_has_a_dash_between_pages_and_between_sections(row):
    assert not re.search(r"\b(s|p)\. ?\d+-\d|\d( [a-z])?-\d+( [a-z])?( §|,)", row.place)


def test_the_registry_lists_the_rules_whose_answers_are_only_sound():
    told = {(row.agreement, row.id) for row in ROWS if not row.exactness.exact}
    # Part-time work speaks both for and against "neither works nor studies, or underemployed".
    offers = (
        "anpassade-atgarder",
        "kravlosa-traffar",
        "motivationshojande-arbete",
        "uppsokande-verksamhet",
    )
    assert told == {
        ("kalmar", "kalmar.target-group"),
        ("tjorn-orust", "tjorn-orust.target-group"),
        *(("tjorn-orust", offer) for offer in offers),
        # Work with support counts as time in programmes, but who has it is not without work.
        *(
            (None, rule)
            for rule in (
                "jobb_och_utvecklingsgaranti",
                "nystartsjobb",
                "etableringsjobb",
                "traineejobb",
                "yrkesintroduktion",
            )
        ),
        *((agreement, "traineejobb") for agreement in ("hammaro", "tjorn-orust")),
    }
    row = next(row for row in ROWS if row.id == "etablering" and row.reading == "dua")
    assert row.exactness == next(rule for rule in PROGRAMMES if rule.id == "etablering").exactness(
        row.valid_from
    )


def test_programmes_known_only_from_memory_are_marked():
    assert any(row.confidence.value == "memory" for row in ROWS)
    assert {row.reading.partition(":")[0] for row in ROWS} == {"dua", "sfs", "agreement"}
