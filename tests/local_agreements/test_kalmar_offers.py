"""Kalmar's offers, case by case from the agreement."""

from datetime import date
from functools import partial

import pytest
from offer_cases import row

from dualib.local_agreements import agreement
from dualib.verdicts import NO, UNKNOWN, YES

k = partial(row, "kalmar")
JOBSEEKER = "registered_as_jobseeker"
HOME = {"municipality": "0880"}
FIRST_YEAR = {"school_year": "upper_secondary_1"}

CASES = [
    k(
        "prova-pa-praktik",
        "year 1 of upper-secondary school, lives in Kalmar",
        YES,
        "1999-05-01",
        **HOME,
        **FIRST_YEAR,
    ),
    k("prova-pa-praktik", "year 2", NO, "1998-05-01", **HOME, school_year="upper_secondary_2"),
    k("prova-pa-praktik", "lives in Hammarö", NO, "1999-05-01", municipality="1761", **FIRST_YEAR),
    k("prova-pa-praktik", "nobody knows where", UNKNOWN, "1999-05-01", **FIRST_YEAR),
    k("praktikplatser-socialtjansten", "only need decides, at any age", YES, "1980-01-01"),
    k("ramp", "20 and in the job guarantee", YES, "1995-01-01", "in_jobbgaranti"),
    k("ramp", "20 and in the other guarantee", YES, "1995-01-01", "in_jobb_och_utvecklingsgaranti"),
    k("ramp", "meets conditions but is not enrolled", NO, "1995-01-01", "openly_unemployed"),
    k("ramp", "17", NO, "1998-01-01", "in_jobbgaranti"),
    k("ramp", "25: within 18-25 or not", NO, "1990-01-01", "in_jobbgaranti", unclear=True),
    k("ramp", "25 but not enrolled: clear either way", NO, "1990-01-01"),
    k("ramp", "26", NO, "1989-01-01", "in_jobbgaranti"),
    k("omrade-arbetsmarknad", "64 and unemployed", YES, "1951-01-01", "openly_unemployed"),
    k("omrade-arbetsmarknad", "65: 16-64 ends there", NO, "1950-11-15", "openly_unemployed"),
    k("omrade-arbetsmarknad", "works", NO, "1990-01-01", "full_time_work"),
    k(
        "omrade-arbetsmarknad",
        "in the guarantee, as most who get special employment support are",
        YES,
        "1990-01-01",
        "in_jobb_och_utvecklingsgaranti",
    ),
    k(
        "omrade-arbetsmarknad",
        "already in supported employment",
        NO,
        "1990-01-01",
        "in_supported_employment",
    ),
    k("tia", "in a programme at 30: unemployed", YES, "1985-01-01", "in_other_measure"),
    k("tia", "unemployed at 30", YES, "1985-01-01", "full_time_unemployed"),
    k("tia", "15", NO, "2000-01-01", "full_time_unemployed"),
    k("invandrarservice", "newly arrived, of any age", YES, "2010-01-01", newly_arrived=True),
    k("invandrarservice", "not newly arrived", NO, "1990-01-01", newly_arrived=False),
    k("invandrarservice", "nobody knows", UNKNOWN, "1990-01-01"),
    k("kunskapsnavet", "any adult, by judgement", YES),
    k("kunskapsnavet-uppsokande", "those with the least education, by judgement", YES),
    k("komvux", "any adult, by judgement", YES),
    k("multiversum", "11 on the day", YES, "2004-11-15"),
    k("multiversum", "10", NO, "2004-11-16"),
    k("multiversum", "21: within 11-21 or not", NO, "1994-11-15", unclear=True),
    k("multiversum", "22", NO, "1993-11-15"),
    k("forebyggande-teamet", "worry about anybody young", YES, "2003-01-01"),
    k("uppsokande-berga", "young adults by judgement", YES, "1993-01-01"),
    k("ungbo", "17 and at school", YES, "1998-01-01", "upper_secondary_national"),
    k("ungbo", "17 and in a measure", YES, "1998-01-01", "in_other_measure"),
    k(
        "ungbo",
        "17 and unemployed: other occupation by judgement",
        YES,
        "1998-01-01",
        "openly_unemployed",
    ),
    k("ungbo", "17 and in a full-time municipal activity", YES, "1998-01-01", "kommuninsats"),
    k("ungbo", "20: within 16-20 or not", NO, "1995-11-15", "hourly", unclear=True),
    k("resurshuset", "64", YES, "1951-01-01"),
    k("resurshuset", "65: within 16-65 or not", NO, "1950-11-15", unclear=True),
    k("resurshuset", "15", NO, "2000-01-01"),
    k("socialt-forebyggande-arbete", "whoever lives there", YES, "1950-01-01"),
    k("prio", "a woman", YES, "1990-01-01", sex="woman"),
    k("prio", "a man", NO, "1990-01-01", sex="man"),
    k("navigatorskolan", "17 and outside school", YES, "1998-01-01", in_upper_secondary=False),
    k(
        "navigatorskolan",
        "17 and at school, by judgement",
        YES,
        "1998-01-01",
        in_upper_secondary=True,
    ),
    k(
        "navigatorskolan",
        "20: within 16-20 or not",
        NO,
        "1995-01-01",
        in_upper_secondary=False,
        unclear=True,
    ),
    k("navigatorskolan", "21", NO, "1994-01-01", in_upper_secondary=False),
    k("vagen-in", "18 and newly arrived", YES, "1997-11-15", newly_arrived=True),
    k("vagen-in", "17", NO, "1997-11-16", newly_arrived=True),
    k(
        "vagen-in",
        "not newly arrived, but a new Swede perhaps",
        NO,
        "1980-01-01",
        newly_arrived=False,
        unclear=True,
    ),
    k("kaa", "17 and in the KAA", YES, "1998-01-01", "in_kaa"),
    k("kaa", "17 and not in the KAA", NO, "1998-01-01"),
    k("kaa", "still listed at 20", NO, "1995-01-01", "in_kaa", unclear=True),
    k("sarskilt-stod-elever", "a pupil", YES, "1998-01-01", in_upper_secondary=True),
    k("sarskilt-stod-elever", "no pupil", NO, "1998-01-01", in_upper_secondary=False),
    k("elevhalsan", "a pupil", YES, "1998-01-01", in_upper_secondary=True),
    k("elevhalsan", "no pupil", NO, "1998-01-01", in_upper_secondary=False),
    k("forstarkningslarare", "a pupil", YES, "1998-01-01", in_upper_secondary=True),
    k("forstarkningslarare", "no pupil", NO, "1998-01-01", in_upper_secondary=False),
    k("resurscentrum", "a pupil", YES, "1998-01-01", in_upper_secondary=True),
    k("resurscentrum", "no pupil", NO, "1998-01-01", in_upper_secondary=False),
    k("plug-in", "an introductory pupil", YES, "1998-01-01", in_introductory_programme=True),
    k(
        "plug-in",
        "a pupil of a national programme",
        NO,
        "1998-01-01",
        in_introductory_programme=False,
    ),
    k("samhallsorientering-pa-modersmal", "newly arrived", YES, "1980-01-01", newly_arrived=True),
    k(
        "samhallsorientering-pa-modersmal",
        "not newly arrived",
        NO,
        "1980-01-01",
        newly_arrived=False,
    ),
    k(
        "samhallsorientering-for-unga",
        "13 and newly arrived",
        YES,
        "2002-11-15",
        newly_arrived=True,
    ),
    k("samhallsorientering-for-unga", "12", NO, "2002-11-16", newly_arrived=True),
    k(
        "samhallsorientering-for-unga",
        "20: within 13-20 or not",
        NO,
        "1995-11-15",
        newly_arrived=True,
        unclear=True,
    ),
    k("insatser-under-25", "24 and registered", YES, "1990-11-16", JOBSEEKER),
    k("insatser-under-25", "25", NO, "1990-11-15", JOBSEEKER),
    k("bosattning", "a permit, and needs help", YES, "1990-01-01", residence_permit=True),
    k("bosattning", "no permit", NO, "1990-01-01", residence_permit=False),
    k("matchning", "registered", YES, "1970-01-01", JOBSEEKER),
    k("matchning", "not registered", NO, "1995-01-01"),
    k("kompletterande-tjanster", "registered", YES, "1970-01-01", JOBSEEKER),
    k("kompletterande-tjanster", "not registered", NO, "1995-01-01"),
    k("arbetsmarknadsutbildning", "registered", YES, "1970-01-01", JOBSEEKER),
    k("arbetsmarknadsutbildning", "not registered", NO, "1995-01-01"),
    k("introduktion-till-arbete", "by judgement", YES, "1995-01-01"),
    k("stod-och-matchning", "registered, by judgement", YES, "1970-01-01", JOBSEEKER),
    k("stod-och-matchning", "not registered", NO, "1970-01-01"),
    k("eures", "whoever looks abroad", YES, "1990-01-01"),
    k("ung-chans", "a registered young person", YES, "1995-01-01", JOBSEEKER),
    k("ung-chans", "not registered", NO, "1995-01-01"),
    k("supported-employment", "a code", YES, "1990-01-01", disability_code=71),
    k(
        "supported-employment",
        "no code: other groups, by judgement",
        YES,
        "1990-01-01",
        disability_code=False,
    ),
    k("tidiga-individuella-moten", "registered", YES, "1995-01-01", JOBSEEKER),
    k("tidiga-individuella-moten", "not registered", NO, "1995-01-01"),
    k(
        "unga-med-forsorjningsstod",
        "assistance and unemployed",
        YES,
        "1995-01-01",
        "forsorjningsstod",
        "full_time_unemployed",
    ),
    k(
        "unga-med-forsorjningsstod",
        "assistance beside part-time work",
        NO,
        "1995-01-01",
        "forsorjningsstod",
        "part_time",
    ),
    k(
        "unga-med-forsorjningsstod",
        "assistance beside a programme: p. 8, most are in one",
        YES,
        "1995-01-01",
        "forsorjningsstod",
        "in_jobbgaranti",
    ),
    k("funktionsnedsattning-psykisk-ohalsa", "by judgement", YES, "1995-01-01"),
    k("starta-eget", "whoever wants to", YES, "1995-01-01"),
    k("ramp-utveckling", "by judgement", YES, "1995-01-01"),
    k("natverk-infor-arbetslivet", "a pupil", YES, "1998-01-01", in_upper_secondary=True),
    k(
        "natverk-infor-arbetslivet",
        "a pupil of adult education",
        YES,
        "1990-01-01",
        "adult_education",
    ),
    k("natverk-infor-arbetslivet", "no pupil", NO, "1990-01-01", in_upper_secondary=False),
    k("mio", "a pupil of adult education", YES, "1990-01-01", "adult_education"),
    k("mio", "no pupil", NO, "1990-01-01"),
    k("falkenbergshuset", "no group is given", YES, "1990-01-01"),
    k("etablering-praktik", "in establishment measures", YES, "1990-01-01", "in_etablering"),
    k("etablering-praktik", "not in them", NO, "1990-01-01"),
    k("unga-i-etableringen", "in establishment measures", YES, "1997-01-01", "in_etablering"),
    k("unga-i-etableringen", "not in them", NO, "1997-01-01"),
    k("unga-16-19", "19", YES, "1995-11-16"),
    k("unga-16-19", "20: 16-19 ends there", NO, "1995-11-15"),
]


@pytest.mark.parametrize("one", CASES, ids=lambda one: f"{one.offer}: {one.why}")
def test_offer(one):
    decision = agreement(one.agreement).offers[one.offer].decide(one.person, on=one.on)
    assert decision.verdict is one.expected, decision.text("en")
    assert bool(decision.ambiguities) is one.unclear


@pytest.mark.parametrize(
    ("name", "statuses", "verdict"),
    [
        ("neither works nor studies", (), YES),
        ("in a measure only: p. 17 counts them", ("in_jobbgaranti", JOBSEEKER), YES),
        ("works full time", ("full_time_work",), NO),
        ("studies in adult education", ("adult_education",), NO),
        ("part time and registered: underemployed", ("part_time_registered",), YES),
        ("hourly and not registered: p. 15 draws no conclusion", ("hourly",), UNKNOWN),
        (
            "part time, registered and a pupil: underemployed",
            ("part_time_registered", "adult_education"),
            YES,
        ),
    ],
)
def test_target_group(name, statuses, verdict):
    case = k("ramp", name, verdict, "1995-01-01", *statuses)
    assert agreement("kalmar").target_group.verdict(case.person, on=case.on) is verdict
    older = k("ramp", name, verdict, "1990-11-15", *statuses)
    assert agreement("kalmar").target_group.verdict(older.person, on=older.on) is NO


@pytest.mark.parametrize(
    ("offer", "on", "told"),
    [
        ("navigatorskolan", "2013-01-07", "began on 8 January 2013"),
        ("navigatorskolan", "2013-01-08", None),
        ("navigatorskolan", "2015-12-31", None),
        ("navigatorskolan", "2016-01-01", "lasted until 31 December 2015"),
        ("tia", "2017-01-01", "lasted until 31 December 2016"),
        ("vagen-in", "2013-12-31", "began on 1 January 2014"),
        ("ramp", "2030-01-01", None),
    ],
)
def test_outside_the_printed_period_a_decision_says_so(offer, on, told):
    case = k(offer, "period", YES, "1997-01-01", on=on)
    decision = agreement("kalmar").offers[offer].decide(case.person, on=case.on)
    notes = " ".join(note.en for note in decision.notes)
    assert told in notes if told else "according to the source" not in notes


def test_the_talk_on_establishment_is_due_as_soon_as_possible_without_a_day():
    (duty,) = agreement("kalmar").offers["etablering"].duties
    arrived = k(
        "etablering",
        "arrived this year",
        YES,
        "1990-01-01",
        residence_permit=True,
        permit_as_relative=False,
        first_registered=date(2015, 5, 1),
    )
    answer = duty.check(arrived.person, on=arrived.on)
    assert (answer.applies, answer.due) == (YES, None)


def test_the_school_staff_and_the_principal_act_at_once_and_the_teacher_as_soon_as_possible():
    offers = agreement("kalmar").offers
    pupil = k("sarskilt-stod-elever", "a pupil", YES, "1998-01-01", in_upper_secondary=True)
    for duty in offers["sarskilt-stod-elever"].duties:
        answer = duty.check(pupil.person, on=pupil.on)
        assert (answer.applies, answer.due) == (YES, pupil.on)
    (survey,) = offers["forstarkningslarare"].duties
    assert survey.check(pupil.person, on=pupil.on).due is None  # "snarast" names no day


@pytest.mark.parametrize(
    "offer", ["omrade-arbetsmarknad", "jobb-och-utvecklingsgarantin", "bosattning"]
)
def test_duties_whose_day_the_source_does_not_name(offer):
    (duty,) = agreement("kalmar").offers[offer].duties
    someone = k("bosattning", "a permit", YES, "1990-01-01", residence_permit=True)
    answer = duty.check(someone.person, on=someone.on)
    assert (answer.applies, answer.due) == (YES, None)


def test_the_training_for_care_is_followed_up_within_six_months_of_a_day_no_register_holds():
    (duty,) = agreement("kalmar").offers["mio"].duties
    anyone = k("mio", "done", YES, "1990-01-01")
    answer = duty.check(anyone.person, on=anyone.on)
    assert (answer.applies, answer.due) == (YES, None)
    assert [words.sv for words, _ in answer.candidates] == ["dagen då utbildningen fullföljdes"]
