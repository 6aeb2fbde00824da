"""Which text of a rule is in force for whom."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from dualib.conditions import age
from dualib.dates import to_day
from dualib.errors import BadInput
from dualib.evaluation.one_rule import versions_by_day
from dualib.language import Text
from dualib.rules import Rule, Version
from dualib.sources import Citation, Confidence

TURN = date(2015, 1, 1)
SOURCE = (Citation("SFS 2010:800", "29 kap. 9 §", Confidence.VERIFIED, date(2026, 11, 22)),)
OLD = Version(
    reading="sfs",
    condition=age(16),
    citations=SOURCE,
    valid_from=date(2014, 1, 1),
    valid_to=date(2014, 12, 31),
)
NEW = Version(reading="sfs", condition=age(18), citations=SOURCE, valid_from=TURN)
RULE = Rule(id="rule", name=Text("regeln", "the rule"), versions=(NEW, OLD))


def test_a_text_is_asked_about_those_on_whose_day_it_is_in_force() -> None:
    days = np.array([to_day(TURN) + shift for shift in (-1, 0, 1, -366, -1)], np.int32)
    parts = dict(versions_by_day(RULE, days, "sfs"))
    assert {version: who is not None and who.tolist() for version, who in parts.items()} == {
        None: [False, False, False, True, False],
        OLD: [True, False, False, False, True],
        NEW: [False, True, True, False, False],
    }


def test_on_one_day_one_text_is_asked_about_all() -> None:
    assert list(versions_by_day(RULE, to_day(TURN), None)) == [(NEW, None)]
    assert list(versions_by_day(RULE, to_day(TURN) - 1, "sfs")) == [(OLD, None)]
    assert list(versions_by_day(RULE, to_day(TURN) - 366, "sfs")) == [(None, None)]


def test_a_reading_that_the_rule_lacks_is_refused_with_the_nearest() -> None:
    with pytest.raises(BadInput, match=r"rule 'rule' has no reading 'sfz'.*Did you mean 'sfs'"):
        list(versions_by_day(RULE, to_day(TURN), "sfz"))
