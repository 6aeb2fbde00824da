"""What posts cost: equal to an oracle of Fractions, one rounding, refused where no overhead is known."""

import ast
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dualib.staffing
from dualib.errors import BadData, BadInput
from dualib.exact import Bounds, Count
from dualib.staffing import (
    OVERHEAD,
    YOUTH_FEES,
    Amount,
    Extent,
    Post,
    Staffing,
    cost,
    overhead,
)
from dualib.tabular import in_format

UNIT = 10_000


def half_up(value: Fraction) -> int:
    whole = value.numerator // value.denominator
    return whole + (value - whole >= Fraction(1, 2))


rates = st.integers(0, 10_000).map(lambda hundredths: Fraction(hundredths, 100))
salaries = st.integers(0, 100_000 * 100).map(lambda ore: Fraction(ore, 100))
amounts = st.integers(0, 3 * UNIT)


@given(
    st.lists(st.tuples(amounts, salaries), min_size=1, max_size=8),
    rates,
    st.sets(st.integers(1, 12), min_size=1),
)
def test_cost_equals_the_oracle_of_fractions(rows, rate, months):
    posts = [
        Post(id=str(i), name="A", party="PQ"[i % 2], fte=Fraction(units, UNIT))
        for i, (units, _) in enumerate(rows)
    ]
    found = cost(
        Staffing(posts),
        {str(i): pay for i, (_, pay) in enumerate(rows)},
        year=2030,
        months=months,
        po=rate,
    )
    exact = Fraction(0)
    for units, pay in rows:
        for _ in months:
            exact += Fraction(units, UNIT) * pay * 100 * (1 + rate / 100)
    assert (found.total.low, found.total.high) == (exact, exact)
    assert found.total.rounded() == Bounds(half_up(exact), half_up(exact))
    assert sum(amount.low for amount in found.by("party").values()) == exact


@given(
    st.lists(st.tuples(amounts, salaries), min_size=2, max_size=6),
    st.randoms(use_true_random=False),
)
def test_cost_does_not_depend_on_the_order(rows, random):
    posts = [
        Post(id=str(i), name="A", fte=Fraction(units, UNIT)) for i, (units, _) in enumerate(rows)
    ]
    pay = {str(i): found for i, (_, found) in enumerate(rows)}
    shuffled = list(posts)
    random.shuffle(shuffled)
    assert (
        cost(Staffing(posts), pay, year=2015).total
        == cost(Staffing(shuffled), pay, year=2015).total
    )


@given(amounts, amounts, salaries, salaries, st.integers(0, 3), st.data())
def test_an_interval_contains_every_completion(low, more, pay, extra, heads, data):
    posts = [
        Post(id="a", name="A", fte=Extent(Fraction(low, UNIT), Fraction(low + more, UNIT))),
        Post(id="b", name="B", headcount=heads + 1),
    ]
    found = cost(
        Staffing(posts), {"A": (pay, pay + extra), "B": 1_000}, year=2021, months=[5]
    ).total
    truth = [data.draw(st.integers(low, low + more)), data.draw(st.integers(0, (heads + 1) * UNIT))]
    wage = [data.draw(st.sampled_from([pay, pay + extra])), Fraction(1_000)]
    exact = sum(Fraction(units, UNIT) * each * 100 for units, each in zip(truth, wage)) * Fraction(
        "1.4015"
    )
    assert found.low <= exact <= found.high


@given(st.integers(0, 10**12), st.integers(1, 500), st.integers(0, 500))
def test_cost_per_participant_contains_every_number_of_participants(ore, low, more):
    one = cost(
        Staffing([Post(id="a", name="A", fte=1)]),
        {"A": Fraction(ore, 100)},
        year=2015,
        months=[1],
        po=0,
    )
    found = one.per_participant(Count(low, low + more))
    for number in {low, low + more, low + more // 2}:
        assert found.low <= Fraction(ore, number) <= found.high


def test_per_participant_without_certain_participants_has_no_upper_bound():
    one = cost(Staffing([Post(id="a", name="A", fte=1)]), {"A": 30_000}, year=2015)
    assert one.per_participant(Count(0, 10)).high is None
    assert one.per_participant(Count(0, 10)).text("en") == "at least 49,846 SEK"
    unknown = cost(Staffing([Post(id="a", name="A")]), {"A": 30_000}, year=2015)
    assert unknown.per_participant(5).high is None


def test_a_year_of_half_a_post():
    staffing = Staffing(
        [
            Post(id="a", name="Jobbagent", party="P", fte="0,5"),
            Post(id="b", name="X", fte=1, phase="earlier"),
        ]
    )
    found = cost(staffing, {"Jobbagent": "32 000"}, year=2015)
    assert found.total.rounded().value() == 26_584_320
    assert found.total.text("sv").replace("\N{NO-BREAK SPACE}", " ") == "265 843 kr"
    assert [text.en for text in found.assumptions] == [
        "The overhead of municipalities is used for P; a state or other employer has another.",
        "Where no birth year is given, the ordinary overhead is used, not that of the young.",
    ]
    assert [line.post.id for line in found.lines] == ["a"]


def test_assumptions_say_only_what_was_assumed():
    nobody = Staffing([Post(id="a", name="A", fte=1)])
    assert cost(nobody, {"a": 1}, year=2015, months=[9], born={"a": 1991}).assumptions == ()
    own = cost(nobody, {"a": 1}, year=1999, po="30")
    assert [text.sv for text in own.assumptions] == ["PO-pålägget är användarens eget."]


def test_rows_for_csv_and_words_of_a_cost():
    staffing = Staffing(
        [
            Post(id="a", name="A", group="G", party="P", fte=Fraction(1, 8)),
            Post(id="b", name="B", headcount=1),
            Post(id="c", name="C"),
        ]
    )
    found = cost(staffing, {"A": "0,10", "B": (1, 2), "C": 3}, year=2030, months=[1], po=0)
    assert in_format(found, "csv").splitlines() == [
        "post,group,party,sek_low,sek_high",
        "A,G,P,0.01,0.01",
        "B,,,0.00,2.00",
        "C,,,0.00,",
        "totalt,totalt,totalt,0.01,",
    ]
    assert found.text("sv").split("\n") == [
        "P           0 kr",
        "ej angivet  minst 0 kr",
        "totalt      minst 0 kr",
        "PO-pålägget är användarens eget.",
    ]
    assert cost(Staffing([]), {}, year=2030, po=0).text("en").startswith("total  0 SEK\n")


def test_the_id_of_a_post_wins_over_its_name_and_parties_have_their_own_rate():
    staffing = Staffing(
        [Post(id="a", name="A", party="P", fte=1), Post(id="b", name="A", party="Q", fte=1)]
    )
    found = cost(
        staffing, {"A": 100, "b": 200}, year=2030, months=[1], po={"P": 10, "Q": Decimal("50")}
    )
    assert {key: amount.value() for key, amount in found.by("party").items()} == {
        "P": 11_000,
        "Q": 30_000,
    }


@pytest.mark.parametrize(
    ("year", "month", "born", "percent", "confidence"),
    [
        (2013, 1, None, "38.46", "noted"),
        (2014, 6, None, "38.46", "read"),
        (2015, 12, None, "38.46", "read"),
        (2019, 1, None, "39.15", "read"),
        (2020, 1, None, "40.15", "noted"),
        (2021, 1, None, "40.15", "read"),
        (2022, 1, None, "39.25", "summed"),
        (2023, 1, None, "44.53", "summed"),
        (2015, 1, 1988, "38.46", "read"),
        (2015, 1, 1989, "22.53", "combined"),
        (2015, 4, 1992, "22.53", "combined"),
        (2015, 5, 1989, "38.46", "read"),
        (2015, 5, 1990, "22.53", "combined"),
        (2015, 7, 1991, "22.53", "combined"),
        (2015, 7, 1992, "17.25", "combined"),
        (2015, 8, 1990, "32.50", "combined"),
        (2015, 12, 1998, "32.50", "combined"),
        (2015, 12, 1989, "38.46", "read"),
        (2021, 1, 1994, "40.15", "read"),
    ],
)
def test_overhead_by_month_and_birth_year(year, month, born, percent, confidence):
    found = overhead(year, month, born=born)
    assert (found.rate * 100, found.confidence) == (Fraction(percent), confidence)
    assert found.source.sv.startswith("Sveriges Kommuner och Regioner")


@given(st.sampled_from(sorted(OVERHEAD)), st.integers(1, 12), st.integers(1940, 2023))
def test_a_lower_fee_is_found_or_refused_but_never_guessed(year, month, born):
    regimes = [
        fee for fee in YOUTH_FEES if fee.year == year and fee.months[0] <= month <= fee.months[1]
    ]
    mine = [fee for fee in regimes if fee.born_from <= born <= fee.born_to]
    assert len(mine) <= 1
    young = year - born <= 26
    refused = born > year or year - born > 65 or (young and not regimes)
    if refused:
        with pytest.raises(BadInput):
            overhead(year, month, born=born)
    else:
        lower = mine[0].fee - Fraction("0.3142") if mine and young else 0
        assert overhead(year, month, born=born).rate == OVERHEAD[year].rate + lower


def test_each_lower_fee_says_where_it_was_found():
    assert all(
        fee.source.sv and fee.source.en and 0 < fee.fee < Fraction("0.3142") for fee in YOUTH_FEES
    )
    assert "arevision.se 2015" in overhead(2015, 3, born=1990).source.en


def test_the_lower_fee_past_65_is_refused_not_taken_for_the_ordinary_one():
    assert (
        overhead(2015, 6, born=1950).rate == overhead(2015, 6).rate
    )  # turned 65 during the year, not before it
    with pytest.raises(
        BadInput, match="somebody born 1949 is not known for 2015, as fees after 65 are lower"
    ):
        overhead(2015, 6, born=1949)


def test_a_youth_is_paid_by_the_regime_of_each_month():
    staffing = Staffing([Post(id="a", name="A", fte=1)])
    found = cost(staffing, {"A": 1_000}, year=2015, months=[7, 8], born={"a": 1993}).total
    assert found.value() == 100_000 * 11_725 // 10_000 + 100_000 * 13_250 // 10_000


@given(st.integers(0, 10**10), st.integers(0, 10**10))
def test_amounts_add_exactly_and_round_once(one, other):
    parts = Amount(Fraction(one, 7), Fraction(one, 7)) + Amount(Fraction(other, 7), None)
    assert (parts.low, parts.high) == (Fraction(one + other, 7), None)
    assert parts.rounded() == Bounds(half_up(Fraction(one + other, 7)), None)


def test_amounts_in_the_units_of_documents():
    assert Amount.of("3,4", "msek") == Amount.of(3_400, "tkr") == Amount.of("3 400 000")
    assert Amount.of("0,005").rounded().value() == 1
    assert Amount.of("0,5").text("en") == "1 SEK"
    assert (Amount.of(10) + Amount(Fraction(0), Fraction(500))).text("sv") == "10–15 kr"
    assert Amount(Fraction(100), None).text("sv") == "minst 1 kr"


ONE = Staffing([Post(id="a", name="Jobbagent", party="Kommunen", fte=1)])


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Amount.of(1.5),
            "amount is 1.5: expected a number such as '32 500,50'; write a whole number, text, "
            "a Decimal or a Fraction",
        ),
        (
            lambda: Amount.of(True),
            "amount is True: expected a number such as '32 500,50'; write a whole number, "
            "text, a Decimal or a Fraction",
        ),
        (
            lambda: Amount.of("mycket"),
            "amount is 'mycket': expected a number such as '32 "
            "500,50'; write a whole number, text, a Decimal or a "
            "Fraction",
        ),
        (lambda: Amount.of(-1), "amount is -1: expected 0 or more"),
        (
            lambda: Amount.of(1, "mkr"),
            "unit is 'mkr': expected one of sek, tkr, msek.",
        ),
        (
            lambda: cost(ONE, {"Jobagent": 1}, year=2015),
            "1 problem:\n  salaries, row 1: there is no salary for 'Jobbagent' (id a): give "
            "SEK per month. Did you mean 'Jobagent'?",
        ),
        (
            lambda: cost(ONE, {"a": (2, 1)}, year=2015),
            "the salary of a is [2, 1]: expected the lower bound first",
        ),
        (
            lambda: cost(ONE, {"a": 2.0}, year=2015),
            "salary of a is 2.0: expected a number such as '32 500,50'; write a whole number, "
            "text, a Decimal or a Fraction",
        ),
        (
            lambda: cost(ONE, {"a": 1}, year=2017),
            "the payroll overhead is not known for 2017, only for 2013, 2014, 2015, 2019, "
            "2020, 2021, 2022, 2023: give your own rate in per cent; write po=",
        ),
        (
            lambda: cost(ONE, {"a": 1}, year=2014, months=[3], born={"a": 1992}),
            "the payroll overhead of somebody born 1992 is not known for 2014-03, as fees for "
            "the young may be lower and were not found: give your own rate in per cent; write "
            "po=",
        ),
        (
            lambda: overhead(2021, 2, born=1999),
            "the payroll overhead of somebody born 1999 is not known for 2021-02, as fees for "
            "the young may be lower and were not found: give your own rate in per cent; write "
            "po=",
        ),
        (lambda: overhead(2015, 13), "month is 13: expected 1 to 12"),
        (
            lambda: overhead(2015, 1, born=2016),
            "born is 2016: expected a year of birth, 2015 at the latest",
        ),
        (
            lambda: cost(ONE, {"a": 1}, year=2015, months=[]),
            "months is []: expected months from 1 to 12, each once; such as months=[5]",
        ),
        (
            lambda: cost(ONE, {"a": 1}, year=2015, months=[1, 1]),
            "months is [1, 1]: expected months from 1 to 12, each once; such as months=[5]",
        ),
        (
            lambda: cost(ONE, {"a": 1}, year=2015, months=[0]),
            "months is [0]: expected months from 1 to 12, each once; such as months=[5]",
        ),
        (
            lambda: cost(ONE, {"a": 1}, year=2015, po={"Komunen": 1}),
            "the payroll overhead has no rate for the party 'Kommunen' of post a: expected one "
            "in per cent. Did you mean 'Komunen'?; give it in po",
        ),
        (
            lambda: cost(ONE, {"a": 1}, year=2015, born={"b": 1990}),
            "born names the post 'b', which is not there.",
        ),
        (
            lambda: cost(ONE, {"a": 1}, year=2015).per_participant(0),
            "participants is 0: expected at least one, or a count from low to high",
        ),
        (
            lambda: cost(ONE, {"a": 1}, year=2015).per_participant(True),
            "a bound of a count is True: expected a whole number",
        ),
        (
            lambda: cost(ONE, {"a": 1}, year=2015).per_participant(Count(-1, 1)),
            "participants is Count(low=-1, high=1): "
            "expected at least one, or a count from low to high",
        ),
        (
            lambda: cost(ONE, {"a": 1}, year=2015).by("part"),
            "by names 'part': expected some of party, group, phase, followup, placement, name. Did you mean 'party'?",
        ),
    ],
)
def test_bad_input_says_what_and_how_to_mend(make, message):
    with pytest.raises(BadInput) as caught:
        make()
    assert str(caught.value) == message
    assert isinstance(caught.value, BadData) == message.startswith("1 problem")


@pytest.mark.parametrize(
    "path", sorted(Path(dualib.staffing.__file__).parent.glob("*.py")), ids=lambda path: path.name
)
def test_no_float_is_in_the_way_of_money(path):
    tree = ast.parse(path.read_text("utf-8"))
    assert not [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and type(node.value) is float
    ]
    assert not [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id in ("float", "round")
    ]
