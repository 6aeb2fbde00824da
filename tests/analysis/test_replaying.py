"""Replaying finds the rule wherever it is: national, an offer, or a target group."""

from datetime import date

import pytest

from dualib import Person, programmes, replay
from dualib.errors import BadInput, NotInForceError
from dualib.local_agreements import agreements
from dualib.programmes import PROGRAMMES
from dualib.rules import Rule

BORN = Person(born=date(1996, 2, 29))
DAYS = [date(year, 6, 15) for year in (2015, 2016, 2017, 2019, 2012, 2024)]
OFFERS = {
    rule.id: rule
    for agreed in agreements()
    for rule in [
        *(offer.rule for offer in agreed.offers.values()),
        *([] if agreed.target_group is None else [agreed.target_group]),
    ]
}


@pytest.mark.parametrize("rule", PROGRAMMES, ids=lambda rule: rule.id)
def test_every_programme_is_replayed(rule: Rule) -> None:
    for reading in rule.readings:
        for on in (day for day in DAYS if rule.version_or_none(day, reading) is not None):
            receipt = rule.decide(BORN, on=on, reading=reading).receipt()
            assert replay(receipt) == receipt


def test_offers_and_target_groups_are_replayed() -> None:
    national = {rule.id for rule in PROGRAMMES}
    replayed = 0
    for name, rule in OFFERS.items():
        on = next(day for day in DAYS if rule.version_or_none(day) is not None)
        if name not in national:
            receipt = rule.decide(BORN, on=on).receipt()
            assert replay(receipt) == receipt
            replayed += 1
    assert replayed > 5


def test_a_rule_that_is_not_here() -> None:
    receipt = programmes.kaa.decide(BORN, on=date(2015, 6, 15)).receipt()
    for name, near in (("jobbgarantin", " Did you mean 'jobbgaranti'?"), ("zzzzzzzz", "")):
        with pytest.raises(BadInput) as error:
            replay(receipt.replace('"rule": "kaa"', f'"rule": "{name}"'))
        assert str(error.value) == f"the receipt is of rule {name!r}, which is not here.{near}"
    with pytest.raises(BadInput, match=r"^the text is not a receipt: expected the text of one"):
        replay("{}")
    with pytest.raises(NotInForceError):
        replay(receipt.replace('"on": "2015-06-15"', '"on": "1900-06-15"'))
