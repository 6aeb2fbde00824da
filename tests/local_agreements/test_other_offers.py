"""The offers and duties of Tyresö, Tjörn and Orust, Hammarö and Västerås, case by case from their agreements."""

from datetime import date
from functools import partial

import pytest
from offer_cases import DAYS, person, row

from dualib.local_agreements import agreement
from dualib.verdicts import NO, UNKNOWN, YES

y = partial(row, "tyreso")
t = partial(row, "tjorn-orust")
h = partial(row, "hammaro")
v = partial(row, "vasteras")
JOBSEEKER = "registered_as_jobseeker"
TJORN = {"municipality": "1419"}
ORUST = {"municipality": "1421"}
NINTH, FIRST = {"school_year": "compulsory_9"}, {"school_year": "upper_secondary_1"}
NEET = [
    ("24 without work and studies", YES, "1990-11-16"),
    ("25", NO, "1990-11-15"),
    ("15", NO, "1999-11-16"),
]

CASES = [
    *(
        y(offer, why, verdict, born)
        for offer in (
            "ung-i-tyreso",
            "uppsokande-tjanst",
            "hemmasittare",
            "koordinator",
            "jobbagent",
            "en-vag-in",
        )
        for why, verdict, born in NEET
    ),
    y("ung-i-tyreso", "works by the hour", NO, "1995-01-01", "hourly"),
    y("kartlaggning-16-19", "19", YES, "1995-11-16"),
    y("kartlaggning-16-19", "20: to be reached by the extension", NO, "1995-11-15"),
    y("utokat-aktivitetsansvar", "20", YES, "1995-11-15"),
    y("utokat-aktivitetsansvar", "works", NO, "1995-11-15", "part_time"),
    y(
        "utbildningskontrakt",
        "20-24, unemployed, without upper-secondary",
        YES,
        "1993-01-01",
        "openly_unemployed",
        upper_secondary_completed=False,
    ),
    y(
        "utbildningskontrakt",
        "in the job guarantee: still unemployed",
        YES,
        "1993-01-01",
        "in_jobbgaranti",
        upper_secondary_completed=False,
    ),
    y("utbildningskontrakt", "works", NO, "1993-01-01", "hourly", upper_secondary_completed=False),
    y(
        "utbildningskontrakt",
        "completed",
        NO,
        "1993-01-01",
        "openly_unemployed",
        upper_secondary_completed=True,
    ),
    y("traineejobb", "between 20 and 25", YES, "1993-01-01"),
    y("traineejobb", "25", NO, "1990-01-01", unclear=True),
    t(
        "tjorn-ame",
        "sent by the social services",
        YES,
        "1980-01-01",
        **TJORN,
        referred_by="social_services",
    ),
    t(
        "tjorn-ame",
        "sent by nobody: its own intake, by judgement",
        YES,
        "1998-01-01",
        **TJORN,
        referred_by="nobody",
    ),
    t("tjorn-ame", "lives in Orust", NO, "1998-01-01", **ORUST, referred_by="social_services"),
    t("tjorn-feriepraktik", "year 9", YES, "2003-06-01", **TJORN, **NINTH),
    t(
        "tjorn-feriepraktik",
        "year 1 of upper-secondary school",
        YES,
        "2002-06-01",
        **TJORN,
        **FIRST,
    ),
    t("tjorn-feriepraktik", "year 2", NO, "2001-06-01", **TJORN, school_year="upper_secondary_2"),
    t("tums", "in the KAA", YES, "2001-01-01", "in_kaa", **TJORN),
    t("tums", "23 without occupation", YES, "1995-05-16", **TJORN),
    t(
        "tums",
        "24 without occupation: within up to 24 or not",
        YES,
        "1994-05-16",
        **TJORN,
        unclear=True,
    ),
    t(
        "tums",
        "24 with work, but at risk, by judgement",
        YES,
        "1994-05-16",
        "part_time",
        **TJORN,
        unclear=True,
    ),
    t("tums", "25: up to 24", NO, "1994-05-15", **TJORN),
    t(
        "tums",
        "15 and not in the KAA: no lower age is written",
        NO,
        "2004-01-01",
        **TJORN,
        unclear=True,
    ),
    t("tums", "lives in Orust", NO, "2001-01-01", "in_kaa", **ORUST),
    t("orust-feriepraktik", "year 9", YES, "2003-06-01", **ORUST, **NINTH),
    t("orust-feriepraktik", "year 9 in Tjörn", NO, "2003-06-01", **TJORN, **NINTH),
    t(
        "orust-arbetstraning",
        "sent by Försäkringskassan: clear either way",
        YES,
        **ORUST,
        referred_by="social_insurance",
    ),
    t(
        "orust-arbetstraning",
        "sent by nobody: is a referral required?",
        YES,
        **ORUST,
        referred_by="nobody",
        unclear=True,
    ),
    t("orust-arbetstraning", "lives in Tjörn", NO, **TJORN, referred_by="nobody"),
    t(
        "orust-kompetenshojande",
        "social assistance",
        YES,
        "1980-01-01",
        "forsorjningsstod",
        **ORUST,
    ),
    t("orust-kompetenshojande", "no social assistance", NO, "1980-01-01", **ORUST),
    *(
        t(
            "orust-jug",
            f"in the guarantee, sent by {by}",
            YES,
            "1980-01-01",
            "in_jobb_och_utvecklingsgaranti",
            **ORUST,
            referred_by=by,
        )
        for by in (
            "social_services",
            "employment_service",
            "social_insurance",
            "coordination_association",
        )
    ),
    t(
        "orust-jug",
        "no referral",
        NO,
        "1980-01-01",
        "in_jobb_och_utvecklingsgaranti",
        **ORUST,
        referred_by="nobody",
    ),
    t(
        "orust-jug",
        "unknown referral",
        UNKNOWN,
        "1980-01-01",
        "in_jobb_och_utvecklingsgaranti",
        **ORUST,
    ),
    t(
        "orust-jug",
        "not in the guarantee",
        NO,
        "1980-01-01",
        **ORUST,
        referred_by="social_services",
    ),
    t("orust-kaa", "in the KAA", YES, "2001-01-01", "in_kaa", **ORUST),
    t("orust-kaa", "not in the KAA", NO, "2001-01-01", **ORUST),
    t("en-skola-for-alla", "16", YES, "2003-05-15", **ORUST),
    t("en-skola-for-alla", "25: within 16-25 or not", NO, "1994-05-15", **ORUST, unclear=True),
    t("ungdomsmottagning", "13", YES, "2006-05-15", **ORUST),
    t("ungdomsmottagning", "24", YES, "1994-05-16", **ORUST),
    t("ungdomsmottagning", "25: 13-24 ends there", NO, "1994-05-15", **ORUST),
    t("sspf", "12", YES, "2007-05-15", **ORUST),
    t("sspf", "18: within 12-18 or not", NO, "2001-05-15", **ORUST, unclear=True),
    t("sspf", "11", NO, "2007-05-16", **ORUST),
    t("orust-skolavhopp", "a pupil", YES, "2002-01-01", **ORUST, in_upper_secondary=True),
    t("orust-skolavhopp", "no pupil", NO, "2002-01-01", **ORUST, in_upper_secondary=False),
    t("orust-vuxenutbildning", "lives in Orust", YES, "1990-01-01", **ORUST),
    t("orust-vuxenutbildning", "lives in Tjörn", NO, "1990-01-01", **TJORN),
    t(
        "orust-yrkessvenska",
        "newly arrived and done with sfi",
        YES,
        "1990-01-01",
        **ORUST,
        newly_arrived=True,
    ),
    t("orust-yrkessvenska", "still in sfi", NO, "1990-01-01", "sfi", **ORUST, newly_arrived=True),
    t("af-unga", "registered", YES, "1998-01-01", JOBSEEKER),
    t("af-unga", "not registered", NO, "1998-01-01"),
    t("af-etablering", "a permit that counts", YES, "1990-01-01", residence_permit=True),
    t("af-etablering", "no such permit", NO, "1990-01-01", residence_permit=False),
    t(
        "af-nyanlanda-i-garantin",
        "newly arrived and in the guarantee",
        YES,
        "1998-01-01",
        "in_jobb_och_utvecklingsgaranti",
        newly_arrived=True,
    ),
    t("af-nyanlanda-i-garantin", "newly arrived, not in it", NO, "1998-01-01", newly_arrived=True),
    t("sius", "registered with a code", YES, "1980-01-01", JOBSEEKER, disability_code=42),
    t(
        "sius",
        "registered, an obstacle by judgement",
        YES,
        "1980-01-01",
        JOBSEEKER,
        disability_code=False,
    ),
    t("sius", "not registered", NO, "1980-01-01", disability_code=42),
    t("anpassade-atgarder", "without work and studies", YES, "1998-01-01"),
    t("anpassade-atgarder", "25", NO, "1994-05-15"),
    t("uppsokande-verksamhet", "without work and studies", YES, "1998-01-01"),
    t("uppsokande-verksamhet", "studies", NO, "1998-01-01", "adult_education"),
    t("af-fordjupat-stod", "a code", YES, "1998-01-01", disability_code=61),
    t(
        "af-fordjupat-stod",
        "no code: an obstacle to work, by judgement",
        YES,
        "1998-01-01",
        disability_code=False,
    ),
    t("motivationshojande-arbete", "without work and studies", YES, "1998-01-01"),
    t("motivationshojande-arbete", "studies", NO, "1998-01-01", "higher_education"),
    t("kravlosa-traffar", "without work and studies", YES, "1998-01-01"),
    t("kravlosa-traffar", "works full time", NO, "1998-01-01", "full_time_work"),
    t("kvar-efter-kaa", "turns 20 on the day", YES, "1999-05-15"),
    t("kvar-efter-kaa", "19", NO, "1999-05-16"),
    h(
        "aktivitetsansvarig",
        "registered, 19, incomplete grades",
        YES,
        "1996-05-16",
        JOBSEEKER,
        gymnasieexamen=False,
    ),
    h("aktivitetsansvarig", "turned 20", NO, "1996-05-15", JOBSEEKER, gymnasieexamen=False),
    h("aktivitetsansvarig", "complete grades", NO, "1997-01-01", JOBSEEKER, gymnasieexamen=True),
    h("aktivitetsansvarig", "grades not asked about", UNKNOWN, "1997-01-01", JOBSEEKER),
    h(
        "flerpartssamtal",
        "registered with social assistance",
        YES,
        "1994-01-01",
        JOBSEEKER,
        "forsorjningsstod",
    ),
    h("flerpartssamtal", "registered without", NO, "1994-01-01", JOBSEEKER),
    h("praktik-efter-onskemal", "registered, by judgement", YES, "1994-01-01", JOBSEEKER),
    h("praktik-efter-onskemal", "not registered", NO, "1994-01-01"),
    h("gemensam-uppfoljning", "by judgement", YES),
    h("korta-anstallningar", "by judgement", YES),
    h("kedja-praktik", "registered, by judgement", YES, "1994-01-01", JOBSEEKER),
    h("kedja-praktik", "not registered", NO, "1994-01-01"),
    h("kedja-utbildning", "by judgement", YES),
    h("kedja-anstallning", "by judgement", YES),
    h("ungdomskonsulenter", "by judgement", YES),
    h("en-vag-in", "by judgement", YES),
    v("ungdomskontraktet", "16 on the day, in Västerås", YES, "2000-05-15", municipality="1980"),
    v("ungdomskontraktet", "25", NO, "1991-05-15", municipality="1980"),
    v("ungdomskontraktet", "elsewhere", NO, "1998-01-01", municipality="0880"),
    v(
        "insatser-i-ungdomskontraktet",
        "24 and joined, by judgement",
        YES,
        "1991-05-16",
        municipality="1980",
    ),
    v("insatser-i-ungdomskontraktet", "25", NO, "1991-05-15", municipality="1980"),
    v("uppsokande", "16", YES, "2000-05-15"),
    v("uppsokande", "15", NO, "2000-05-16"),
    v("orienteringskurs", "20 with complex needs, by judgement", YES, "1996-05-15"),
    v("orienteringskurs", "19: the joint mapping is of ages 20-24", NO, "1996-05-16"),
    v("en-vag-in", "24", YES, "1991-05-16"),
    v("en-vag-in", "15", NO, "2000-05-16"),
    v("gemensam-kartlaggning", "20", YES, "1996-05-15"),
    v("gemensam-kartlaggning", "19", NO, "1996-05-16"),
    v(
        "arenan",
        "19 and at no upper-secondary school",
        YES,
        "1996-05-16",
        in_upper_secondary=False,
        upper_secondary_completed=False,
    ),
    v(
        "arenan",
        "19 and has completed it: watched over instead, p. 6",
        YES,
        "1996-05-16",
        in_upper_secondary=False,
        upper_secondary_completed=True,
        unclear=True,
    ),
    v("you", "no group is given", YES, "1996-05-16"),
    v(
        "arenan",
        "20: the source explains 16-20 as not turned 20",
        NO,
        "1996-05-15",
        in_upper_secondary=False,
    ),
    v(
        "bevakning-under-20",
        "19, finished school, no occupation",
        YES,
        "1996-05-16",
        upper_secondary_completed=True,
    ),
    v(
        "bevakning-under-20",
        "19, finished school, works",
        NO,
        "1996-05-16",
        "hourly",
        upper_secondary_completed=True,
    ),
    v(
        "bevakning-under-20",
        "19, has not finished: Arenan",
        NO,
        "1996-05-16",
        upper_secondary_completed=False,
    ),
    v("bevakning-under-20", "20", NO, "1996-05-15", upper_secondary_completed=True),
    v("uppfoljning", "22 and in a measure", YES, "1994-01-01", "in_other_measure"),
    v("uppfoljning", "22 and in none registered: others by judgement", YES, "1994-01-01"),
    v("uppfoljning", "25", NO, "1991-05-15", "in_other_measure"),
    v("stod-vid-behov", "by judgement", YES, "1994-01-01"),
    v("stod-vid-behov", "25", NO, "1991-05-15"),
    v("arbetsmarknadskunskap", "a pupil", YES, "1999-01-01", in_upper_secondary=True),
    v("arbetsmarknadskunskap", "others by judgement", YES, "2001-01-01", in_upper_secondary=False),
    v("elever-som-riskerar-avbrott", "a pupil", YES, "1999-01-01", in_upper_secondary=True),
    v("elever-som-riskerar-avbrott", "no pupil", NO, "1999-01-01", in_upper_secondary=False),
    v("jag-med", "a pupil", YES, "1999-01-01", in_upper_secondary=True),
    v("jag-med", "no pupil", NO, "1999-01-01", in_upper_secondary=False),
    v("social-hansyn-upphandling", "unemployed", YES, "1990-01-01", "full_time_unemployed"),
    v(
        "social-hansyn-upphandling",
        "in a programme: unemployed",
        YES,
        "1990-01-01",
        "in_jobbgaranti",
    ),
    v("social-hansyn-upphandling", "others by judgement", YES, "1990-01-01", disability_code=False),
]


@pytest.mark.parametrize("one", CASES, ids=lambda one: f"{one.agreement} {one.offer}: {one.why}")
def test_offer(one):
    decision = agreement(one.agreement).offers[one.offer].decide(one.person, on=one.on)
    assert decision.verdict is one.expected, decision.text("en")
    assert bool(decision.ambiguities) is one.unclear


@pytest.mark.parametrize(
    ("name", "answers"),
    [("tyreso", (YES, NO, NO)), ("tjorn-orust", (YES, NO, YES)), ("vasteras", (YES, YES, YES))],
)
def test_target_group_of_those_who_do_nothing_work_and_are_underemployed(name, answers):
    on = DAYS[name]
    statuses = ((), ("full_time_work",), ("part_time_registered",))
    asked = [person(on, "1995-01-01", *held) for held in statuses]
    assert tuple(agreement(name).target_group.verdict(one, on=on) for one in asked) == answers


def test_hammaro_gives_no_ages_for_its_target_group():
    assert agreement("hammaro").target_group is None


def test_hammaro_contacts_the_kaa_officer_without_a_stated_time():
    on = DAYS["hammaro"]
    asked, duty = agreement("hammaro").offers["aktivitetsansvarig"].duties
    with_grades = person(on, "1990-01-01", JOBSEEKER, gymnasieexamen=True)
    assert (asked.check(with_grades, on=on).applies, duty.check(with_grades, on=on).applies) == (
        YES,
        NO,
    )
    answer = duty.check(person(on, "1997-01-01", JOBSEEKER, gymnasieexamen=False), on=on)
    assert (answer.applies, answer.due, answer.candidates) == (YES, None, ())


def test_hammaro_books_a_talk_at_once():
    on = DAYS["hammaro"]
    (duty,) = agreement("hammaro").offers["flerpartssamtal"].duties
    young = person(on, "1994-01-01", JOBSEEKER, "forsorjningsstod")
    assert (duty.check(young, on=on).applies, duty.check(young, on=on).due) == (YES, on)
    assert duty.check(person(on, "1994-01-01", JOBSEEKER), on=on).due is None


def test_hammaro_follows_up_during_the_employment():
    (duty,) = agreement("hammaro").offers["kedja-anstallning"].duties
    answer = duty.check(person(DAYS["hammaro"], "1994-01-01"), on=DAYS["hammaro"])
    assert (answer.applies, answer.due) == (YES, None)


def test_tjorn_and_orust_register_and_let_the_young_evaluate_without_a_stated_day():
    on = DAYS["tjorn-orust"]
    for duty in agreement("tjorn-orust").offers["motivationshojande-arbete"].duties:
        assert duty.check(person(on, "1998-01-01"), on=on).due is None


def test_vasteras_plans_another_measure_and_keeps_what_arenan_has_mapped():
    on = DAYS["vasteras"]
    offers = agreement("vasteras").offers
    (plan,), (keep,) = offers["arenan"].duties, offers["gemensam-kartlaggning"].duties
    out, pupil = (person(on, "1997-01-01", in_upper_secondary=inside) for inside in (False, True))
    assert [plan.check(one, on=on).applies for one in (out, pupil)] == [YES, NO]
    assert [
        keep.check(person(on, born), on=on).applies for born in ("1996-01-01", "1991-01-01")
    ] == [YES, NO]


def test_vasteras_does_not_say_from_which_day_its_90_days_run():
    on = DAYS["vasteras"]
    (duty,) = agreement("vasteras").offers["ungdomskontraktet"].duties
    young = person(
        on, "1997-01-01", municipality="1980", registered_as_jobseeker_on=date(2016, 5, 1)
    )
    answer = duty.check(young, on=on)
    assert (answer.applies, answer.due) == (YES, None)
    assert [last for _, last in answer.candidates] == [None, date(2016, 7, 30), None, None]


def test_vasteras_offers_knowledge_of_the_labour_market_at_once():
    on = DAYS["vasteras"]
    (duty,) = agreement("vasteras").offers["en-vag-in"].duties
    assert duty.check(person(on, "1997-01-01"), on=on).due == on
    assert duty.check(person(on, "1990-01-01"), on=on).applies is NO


def test_en_skola_for_alla_ended_with_2019():
    offer = agreement("tjorn-orust").offers["en-skola-for-alla"]
    assert offer.outside_period(date(2019, 12, 31)) is None
    ended = offer.outside_period(date(2020, 1, 1))
    assert ended.sv == "En skola för alla pågick enligt källan till och med den 31 december 2019"
    assert ended.en == "A school for all lasted until 31 December 2019 according to the source"


def test_places_are_as_printed():
    places = {
        (found, offer.id): offer.places
        for found in ("tyreso", "tjorn-orust", "kalmar", "hammaro", "vasteras")
        for offer in agreement(found).offers.values()
        if offer.places is not None
    }
    assert places == {
        ("tjorn-orust", "orust-feriepraktik"): 55,
        ("hammaro", "utbildningskontrakt"): 10,
        ("hammaro", "traineejobb"): 10,
        ("hammaro", "extratjanst"): 10,
    }
