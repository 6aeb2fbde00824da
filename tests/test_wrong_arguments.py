"""Arguments of a wrong sort are refused in words, not by whatever they first meet."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from dualib import Person, Register
from dualib.analysis import coverage
from dualib.counting import Count, Ledger, count, overlap
from dualib.decisions import truth_table as boundary_table
from dualib.errors import BadInput
from dualib.language import Text
from dualib.local_agreements import agreement, export, load_figures, load_folder, load_own, new
from dualib.programmes import kaa
from dualib.staffing import Post, Staffing, cost

ON = date(2015, 5, 31)
PERSONS = Register.from_frames({"sex": ["kvinna"]})
YES = np.array([1], dtype=np.int8)
POSTS = Staffing([Post(id="a", name="A", party="P", fte="1")])
HALVED = next(
    goal
    for goal in agreement("kalmar").goals
    if goal.measurable and goal.unit in (None, "persons") and goal.baseline
)


def kalmar():
    return agreement("kalmar")


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: count(None, YES, on=ON), "register is NoneType: expected a register of persons"),
        (lambda: count(PERSONS, YES, by=None, on=ON), "by is None: expected a list"),
        (lambda: coverage(None, PERSONS, on=ON), "agreement is None: expected an agreement"),
        (
            lambda: coverage(kalmar(), None, on=ON),
            "register is NoneType: expected a register of persons",
        ),
        (lambda: coverage(kalmar(), PERSONS, on=ON, kinds=None), "kinds is None: expected a list"),
        (
            lambda: coverage(kalmar(), PERSONS, on=ON, states="existing"),
            "states is 'existing': expected a list",
        ),
        (lambda: POSTS.fte(3), "by is 3: expected names"),
        (lambda: POSTS.fte(None), "by is None: expected names"),
        (lambda: POSTS.compare(None), "stated is None: expected a list of stated sums"),
        (lambda: POSTS.compare([3]), "stated holds 3: expected a stated sum"),
        (lambda: cost("x", {}, year=2015), "staffing is 'x': expected the posts of an agreement"),
        (
            lambda: cost(POSTS, None, year=2015),
            "salaries is None: expected posts and their SEK per month",
        ),
        (lambda: cost(POSTS, {}, year=2015, months=5), "months is 5: expected months"),
        (lambda: load_folder(None), "path is None: expected the name"),
        (lambda: load_own(None), "path is None: expected the name"),
        (lambda: load_figures(3), "path is 3: expected the name"),
        (lambda: export("kalmar", "csv", "out"), "agreement is 'kalmar': expected an agreement"),
        (lambda: export(kalmar(), "csv", __file__), "is a file: expected a folder"),
        (lambda: new(None, "out"), "the name of the municipality is None: expected text"),
        (
            lambda: kaa.verdict(Person(), on=ON, assume_unchanged="no"),
            "assume_unchanged is 'no': expected true or false",
        ),
        (
            lambda: kaa.verdicts(Register.from_persons([]), on=ON, assume_unchanged=1),
            "assume_unchanged is 1: expected",
        ),
        (lambda: Text(None, None), "sv is None: expected text"),
        (lambda: Text("a", 3), "en is 3: expected text"),
        (lambda: overlap("a", "b", 9), "overlap names the register 9: expected text"),
        (lambda: HALVED.check(-5), "now is -5: expected no fewer than 0 persons"),
        (lambda: HALVED.check(Count(-1, 3)), "expected no fewer than 0 persons"),
        (lambda: HALVED.check(5, baseline=-3), "baseline is -3: expected no fewer than 0 persons"),
        (lambda: boundary_table("kaa", ON, None), "cases is None: expected a list"),
        (lambda: boundary_table("kaa", ON, [3]), "cases holds 3: expected"),
        (lambda: Ledger(None), "sizes is None: expected the names of registers"),
        (lambda: Ledger([("a", 5)]), "expected the names of registers"),
        (lambda: Ledger({3: 4}), "a register is called 3: expected text"),
        (lambda: Ledger({"a": 4}, "x"), "'x' is not a fact of a ledger"),
        (lambda: Ledger({"a": 4}).given("x"), "'x' is not a fact of a ledger"),
        (lambda: Ledger({"a": 4}).ask("x"), "question is 'x': expected a fact"),
        (
            lambda: Ledger({"a": 4}).explain(5, "sv"),
            "answer is 5: expected a count that the ledger answered",
        ),
    ],
)
def test_a_wrong_sort_of_argument_is_refused_in_words(call, told):
    with pytest.raises(BadInput) as error:
        call()
    assert told in str(error.value)


def test_offers_outside_their_printed_period_reach_nobody():
    persons = Register.from_frames({"sex": ["kvinna"] * 7})
    found = coverage(kalmar(), persons, on=date(1900, 1, 1))
    reached = {
        offer.id: reach.high
        for offer, reach in zip(found.offers, found.reach().values(), strict=True)
    }
    stated = [offer.id for offer in found.offers if isinstance(offer.first_day, date)]
    assert [reached[name] for name in stated] == [0] * len(stated)
