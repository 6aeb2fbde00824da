"""Municipalities per 1,000 young residents: exact where it means something, the reason where it does not."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.errors import BadInput
from dualib.exact import Interval
from dualib.staffing import Amount, Densities, Density, Extent


def density(name="A", value=None, residents=1_000, ages=(16, 24), period="2018-12-31", year=2019):
    return Density(
        name=name,
        value=value or Extent.of(2),
        residents=residents,
        ages=ages,
        period=period,
        year=year,
    )


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(1, 10**6))
def test_the_rate_is_exact_and_contains_every_completion(low, more, residents):
    found = density(value=Extent(low, low + more), residents=residents).rate
    assert found == Interval(
        Fraction(low * 1000, residents), Fraction((low + more) * 1000, residents)
    )
    money = density(value=Amount(Fraction(low), Fraction(low + more)), residents=residents).rate
    assert money == Interval(Fraction(low * 10, residents), Fraction((low + more) * 10, residents))


entries = st.builds(
    density,
    value=st.sampled_from(
        [Extent.of(2), Extent(1, 3), Extent(0, 5, above=True), Extent(1, None), Amount.of(5)]
    ),
    residents=st.sampled_from([None, 500]),
    ages=st.sampled_from([(16, 24), (16, 19)]),
    period=st.sampled_from(["", "2018-12-31", "2014-12-31"]),
    year=st.sampled_from([None, 2015, 2019]),
)


@given(entries, entries)
def test_comparing_is_symmetric_and_needs_both_figures(one, other):
    there, back = one.against(other), other.against(one)
    assert (there is None) == (back is None)
    if there is None:
        assert one.rate
        assert other.rate
        assert type(one.value) is type(other.value)
        assert (one.ages, one.period, one.year) == (other.ages, other.period, other.year)


@pytest.mark.parametrize(
    ("other", "sv", "en"),
    [
        ({}, None, None),
        (
            {"residents": None},
            "B: källan anger ingen folkmängd",
            "B: the source gives no population",
        ),
        (
            {"value": Extent(0, 5, above=True)},
            "B: årsarbetare är inte tryckta för alla tjänster, bara antal personer eller inget",
            "B: full-time posts are not printed for every post, only persons or nothing",
        ),
        (
            {"value": Amount(Fraction(0), None)},
            "B: värdet har ingen känd övre gräns",
            "B: the value has no known upper bound",
        ),
        (
            {"value": Amount.of(1)},
            "olika enheter: årsarbetare och kronor",
            "different units: full-time posts and kronor",
        ),
        ({"ages": (18, 24)}, "olika åldrar: 16–24 och 18–24", "different ages: 16–24 and 18–24"),
        (
            {"period": ""},
            "folkmängden räknad 2018-12-31 och okänd tid",
            "population counted 2018-12-31 and an unknown time",
        ),
        (
            {"year": 2015},
            "bemanning eller kostnad för 2019 och 2015",
            "staffing or cost for 2019 and 2015",
        ),
    ],
)
def test_reasons_in_both_languages(other, sv, en):
    found = Densities([density("A"), density("B", **other)]).why_not("A", "B")
    assert (None if found is None else (found.sv, found.en)) == (None if sv is None else (sv, en))


def test_two_unknown_years_are_not_the_same_year():
    found = density(year=None).against(density("B", year=None))
    assert found.en == "staffing or cost for an unknown time and an unknown time"


def test_text_lists_figures_then_pairs_that_cannot_be_compared():
    three = Densities(
        [density("A"), density("B", value=Extent(1, 2)), density("C", value=Amount.of(5_000))]
    )
    assert (
        three.text("sv")
        == """\
A: 2,00 årsarbetare per 1 000 unga
B: 1,00–2,00 årsarbetare per 1 000 unga
C: 5 000,00 kr per 1 000 unga
Inte jämförbara:
  A och C: olika enheter: årsarbetare och kronor
  B och C: olika enheter: årsarbetare och kronor""".replace("C: 5 000", "C: 5\N{NO-BREAK SPACE}000")
    )
    assert Densities([density("A"), density("B")]).text("en").count("\n") == 1


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: density(residents=0),
            "A: residents is 0: expected a whole number of at least 1, or nothing if "
            "unpublished; write None when it is not published",
        ),
        (
            lambda: density(residents=1.5),
            "A: residents is 1.5: expected a whole number of at least 1, or nothing if "
            "unpublished; write None when it is not published",
        ),
        (
            lambda: density(ages=(24, 16)),
            "A: ages are [24, 16]: expected the first age before the last",
        ),
        (
            lambda: density(residents=None).rate,
            "A has no figure per 1,000 residents: the source gives no population",
        ),
        (
            lambda: Densities([density(), density()]),
            "the municipality 'A' is named twice: give each once",
        ),
        (
            lambda: Densities([density("Orust")]).why_not("Orst", "Orust"),
            "there is no municipality 'Orst': expected one of Orust. Did you mean 'Orust'?",
        ),
    ],
)
def test_bad_input_says_what_and_how_to_mend(make, message):
    with pytest.raises(BadInput) as caught:
        make()
    assert str(caught.value) == message
