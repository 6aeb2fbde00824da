"""What holds of every offer: its id, source, period and words; that it was tried by hand; that it keeps the laws."""

import csv
import inspect
import re
from datetime import date
from pathlib import Path

import pytest
import test_kalmar_offers
import test_other_offers

from dualib.conditions.dates import Age
from dualib.conditions.markers import Judgement
from dualib.local_agreements import agreements
from dualib.local_agreements.local_rules import EXCLUDED_LIMITS, loose_ages
from dualib.local_agreements.offers import Stance
from dualib.programmes import PROGRAMMES
from dualib.sources import NOT_IN_SOURCE, Confidence
from dualib.testing import assert_rule_laws
from dualib.verdicts import NO, YES

LEDGERS = Path(__file__).parents[1] / "ledger"
ON = date(2016, 5, 15)
OFFERS = [(found.id, offer) for found in agreements() for offer in found.offers.values()]
LOCAL = {offer.rule.id: offer for found, offer in OFFERS if offer.rule.id.startswith(f"{found}.")}
GROUPS = {
    found.target_group.id: found.target_group
    for found in agreements()
    if found.target_group is not None
}
RULES = {name: offer.rule for name, offer in LOCAL.items()} | GROUPS
NAMED = [
    *((rule.id, rule.name) for rule in PROGRAMMES),
    *((f"{found}.{offer.id}", offer.name) for found, offer in OFFERS),
]
# A definite adjective and noun ("kommunala aktivitetsansvaret") need their article to stand in a sentence.
NO_ARTICLE = re.compile(
    r"(?:^|\b(?:av|för|i|inom|med|om|på|till|under|ur|via) )(?!unga)[a-zåäö]+a [a-zåäö]+(?:en|et|na)\b"
)
# Rules that read nothing have no laws to break, and the same condition need not be tried twice.
TRIED = {
    rule.versions[0].condition: rule for rule in RULES.values() if rule.versions[0].condition.reads
}.values()


@pytest.mark.heavy
@pytest.mark.parametrize("rule", TRIED, ids=lambda rule: rule.id)
def test_the_rule_of_an_offer_keeps_the_laws(rule):
    assert_rule_laws(rule, examples=20)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_boundary_cases_are_answered_as_the_rule_answers(rule):
    for found in rule.boundary_cases(ON):
        assert (
            rule.verdict(found.person, on=ON, assume_unchanged=True) is found.verdict
            or found.person.as_of is None
        )


@pytest.mark.parametrize(
    "offer", [offer for _, offer in OFFERS], ids=[f"{found}.{offer.id}" for found, offer in OFFERS]
)
def test_an_offer_says_where_it_stands_in_both_languages(offer):
    assert re.fullmatch(r"[a-z0-9-]+", offer.id)
    assert offer.citation.place
    assert offer.citation.confidence is Confidence.AGREEMENT
    for text in (offer.name, offer.provider, offer.note, offer.hours, offer.pay):
        assert text is None or (text.sv and text.en)
    for day in (offer.first_day, offer.last_day):
        assert day is None or day is NOT_IN_SOURCE or isinstance(day, date)
    for language in ("sv", "en"):
        assert offer.rule.describe(language)
        assert offer.rule.diagram(language).startswith("<svg")


@pytest.mark.parametrize("name", [name for _, name in NAMED], ids=[found for found, _ in NAMED])
def test_a_name_has_its_article_so_that_it_can_stand_in_a_sentence(name):
    assert not NO_ARTICLE.search(name.sv)


def test_a_missing_article_is_seen():
    assert NO_ARTICLE.search("kommunala aktivitetsansvaret (KAA)")
    assert NO_ARTICLE.search("insatser inom kommunala aktivitetsansvaret")
    assert not NO_ARTICLE.search("det kommunala aktivitetsansvaret på Orust")


@pytest.mark.parametrize(
    "offer", [offer for _, offer in OFFERS if offer.unconditional], ids=lambda offer: offer.id
)
def test_an_unconditional_offer_asks_only_for_its_stated_group(offer):
    atoms = list(offer.rule.versions[0].condition.atoms())
    judged = [atom for atom in atoms if isinstance(atom, Judgement)]
    ages = [atom for atom in atoms if isinstance(atom, Age)]
    assert len(judged) <= 1
    assert len(ages) <= 1


def test_every_local_offer_was_tried_by_hand_with_both_answers_where_it_can_say_both():
    cases = [*test_kalmar_offers.CASES, *test_other_offers.CASES]
    tried = {(f"{one.agreement}.{one.offer}", one.expected) for one in cases}
    for name, offer in LOCAL.items():
        assert (name, YES) in tried, name
        if any(found.verdict is NO for found in offer.rule.boundary_cases(ON)):
            assert (name, NO) in tried, name


def test_every_unclear_age_was_tried_by_hand():
    cases = [*test_kalmar_offers.CASES, *test_other_offers.CASES]
    unclear = {f"{one.agreement}.{one.offer}" for one in cases if one.unclear}
    assert {name for name, offer in LOCAL.items() if offer.rule.versions[0].ambiguities} <= unclear


def test_every_offer_that_a_ledger_names_exists_and_holds_its_number():
    for found in agreements():
        path = LEDGERS / f"{found.id.replace('-', '_')}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            named = {
                (row["became"], row["token"])
                for row in csv.DictReader(file)
                if row["became"].startswith("offer:")
            }
        for became, token in named:
            offer = found.offers[became.removeprefix("offer:")]
            texts = " ".join(
                [
                    offer.rule.describe("sv"),
                    repr(offer),
                    str(offer.first_day),
                    str(offer.last_day),
                    *(str(version.limits) for version in offer.rule.versions),
                ]
            )
            # An upper year such as 24 is whole: the rule then says that the person has not turned 25.
            number = rf"(?:{token}|{int(token) + 1})" if token in ("19", "24", "64") else token
            assert re.search(rf"(?<!\d){number}(?!\d)", texts), (became, token)


@pytest.mark.parametrize("found", agreements(), ids=lambda found: found.id)
def test_whatever_an_agreement_says_of_a_programme_has_its_place(found):
    stances = getattr(found.rules, "STANCES", {})
    assert set(stances) <= {rule.id for rule in PROGRAMMES}
    for rule in PROGRAMMES:
        stance, place = found.stance(rule), found.stance_place(rule)
        assert (stance is Stance.SILENT) == (place is None)
        assert place != ""
        stated = f"agreement:{found.id}" in rule.readings
        assert not stated or stance in (Stance.STATES, Stance.EXTENDS), rule.id


def test_a_programme_in_an_agreements_own_words_is_cited_to_it():
    for rule in PROGRAMMES:
        for version in rule.versions:
            if version.reading.startswith("agreement:"):
                name = version.reading.removeprefix("agreement:")
                assert name in {citation.source for citation in version.citations}


def test_no_module_of_offers_names_a_person():
    for found in agreements():
        if found.rules is not None:
            assert "handläggare:" not in inspect.getsource(found.rules).lower()


@pytest.mark.parametrize("last", [18, 19, 20, 21, 24, 25, 64, 65])
def test_an_upper_year_is_excluded_where_a_statute_excludes_it(last):
    condition, unclear = loose_ages(11, last)
    assert condition.below == (last if last in EXCLUDED_LIMITS else last + 1)
    assert [found.otherwise.below for found in unclear] == (
        [last + 1] if last in EXCLUDED_LIMITS else []
    )
