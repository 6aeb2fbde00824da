"""The agreements as they are shipped: they load, add up to what is known of them, and are written one way."""

import copy
import json
import pickle
from datetime import date
from fractions import Fraction
from importlib.resources import files

import jsonstat_validator
import pytest

import dualib.local_agreements
from dualib.counting import Count
from dualib.errors import BadInput
from dualib.local_agreements import (
    AGREEMENTS,
    UNTIL_FURTHER_NOTICE,
    agreement,
    agreements,
    figures_from_jsonstat,
    municipalities,
    municipality,
    to_jsonstat,
)
from dualib.local_agreements.folder.schema import SHEETS
from dualib.sources import NOT_IN_SOURCE
from dualib.verdicts import UNKNOWN


def test_kalmars_registers() -> None:
    kalmar = agreement("kalmar")
    assert [kalmar.figures[name].value for name in ("af.all", "kaa.all", "target.all")] == [
        787,
        115,
        902,
    ]
    registered = kalmar.figures.table("af").select(category=None, age_from=16)
    assert {490, 297, 787} <= {figure.value for figure in registered.values()}
    assert str(kalmar.ledger().union()) == "807–902"
    assert kalmar.period.first == date(2015, 11, 1)
    assert kalmar.period.last == date(2018, 12, 31)


def test_kalmars_goal_has_two_candidates() -> None:
    goal = agreement("kalmar").goals[0]
    assert {figure.value for figure in goal.baseline} == {787, 902}
    assert goal.check(Count(394, 451)).verdict is UNKNOWN
    assert goal.check(450, baseline=agreement("kalmar").ledger().union()).verdict is UNKNOWN


def test_vasteras_ninety_days_cannot_be_told_from_a_count() -> None:
    goals = [goal for goal in agreement("vasteras").goals if goal.unit == "days"]
    assert [goal.check(100).verdict for goal in goals] == [UNKNOWN]
    assert "inte i personer" in goals[0].check(100).text("sv")


def test_tyresos_staffing() -> None:
    assert agreement("tyreso").staffing.total.value() == Fraction(53, 4)


def test_hammaros_staffing_now_and_later() -> None:
    staffing = agreement("hammaro").staffing
    assert staffing.at("now").total.value() == 1
    assert staffing.at("later").total.value() == Fraction(8, 5)


@pytest.mark.parametrize("name", AGREEMENTS)
@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda it: pickle.loads(pickle.dumps(it))]
)
def test_a_copied_or_pickled_agreement_means_the_same(name: str, again) -> None:
    found = agreement(name)
    made = again(found)
    assert repr(made) == repr(found)
    assert made.figures.to_csv() == found.figures.to_csv()
    assert made.sheets == found.sheets
    with pytest.raises(TypeError):
        made.sheets["agreement"] = ()
    assert [*made.offers] == [*found.offers]
    assert made.goals == found.goals
    assert made.municipalities == found.municipalities
    assert all(town.agreement is made for town in made.municipalities)
    assert [item.text("en") for item in made.discrepancies()] == [
        item.text("en") for item in found.discrepancies()
    ]
    town = again(found.municipalities[0])
    assert town == found.municipalities[0]
    assert town.agreement.figures.to_csv() == found.figures.to_csv()


def test_periods_are_what_the_sources_say() -> None:
    assert agreement("tjorn-orust").period.last is UNTIL_FURTHER_NOTICE
    assert agreement("tjorn-orust").period.first == date(2019, 4, 1)
    for name in ("tyreso", "hammaro", "vasteras"):
        assert agreement(name).period.first is agreement(name).period.last is NOT_IN_SOURCE


@pytest.mark.parametrize("name", AGREEMENTS)
def test_every_agreement_has_what_an_agreement_has(name: str) -> None:
    found = agreement(name)
    assert found.id == name
    assert found.parties
    assert found.goals or found.figures or found.staffing.posts
    assert found.sources
    assert all(source.sha256 for source in found.sources)
    assert all(
        row["place"]
        for sheet, rows in found.sheets.items()
        if sheet not in ("agreement", "report")
        for row in rows
    )
    figures = list(found.figures.values())
    assert all(figure.measure is None or figure.row["measure_en"] for figure in figures)


@pytest.mark.parametrize("name", AGREEMENTS)
def test_figures_are_written_one_way_and_go_through_json_stat(name: str) -> None:
    found = agreement(name)
    shipped = files("dualib.local_agreements") / name.replace("-", "_") / "figures.csv"
    assert found.figures.to_csv().encode() == shipped.read_bytes()
    tables = [to_jsonstat(found.figures, table) for table in found.figures.tables]
    assert figures_from_jsonstat(tables).to_csv() == found.figures.to_csv()
    for table in tables:
        jsonstat_validator.validate_jsonstat(json.loads(table))


@pytest.mark.parametrize("name", AGREEMENTS)
def test_discrepancies_bounds_and_exposed_cells_are_found_without_changing_anything(
    name: str,
) -> None:
    found = agreement(name)
    before = found.figures.to_csv()
    for discrepancy in found.discrepancies():
        assert discrepancy.text("sv") != discrepancy.text("en")
    hidden = {figure.id for figure in found.figures.values() if figure.value is None}
    assert hidden <= set(found.bounds())
    found.exposed()
    assert found.figures.to_csv() == before


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("kalmar", "kalmar"),
        ("Västerås", "vasteras"),
        ("tjörn-orust", "tjorn-orust"),
        ("TJORN_ORUST", "tjorn-orust"),
        ("Tyresö", "tyreso"),
        (" Hammarö ", "hammaro"),
    ],
)
def test_an_agreement_goes_by_its_id_and_by_swedish_spelling(name: str, found: str) -> None:
    assert agreement(name) is agreement(found)


def test_two_municipalities_may_share_an_agreement() -> None:
    towns = municipalities()
    assert {town.agreement for town in towns} == set(agreements())
    assert len({town.id for town in towns}) == len(towns) >= len(agreements())
    assert [town.name for town in towns if town.agreement.id == "tjorn-orust"] == ["Tjörn", "Orust"]
    assert municipality("Orust").agreement is municipality("tjörn").agreement
    assert municipality("1419").name == "Tjörn"


def test_names_that_are_not_there() -> None:
    with pytest.raises(
        BadInput, match=r"there is no agreement 'vasteraas': .* Did you mean 'vasteras'\?"
    ):
        agreement("vasteraas")
    with pytest.raises(
        BadInput, match=r"there is no municipality 'Orrust' .* Did you mean 'Orust'\?"
    ):
        municipality("Orrust")


def test_the_public_names_are_there() -> None:
    assert all(hasattr(dualib.local_agreements, name) for name in dualib.local_agreements.__all__)
    assert {name for found in agreements() for name in found.sheets} == set(SHEETS)


def test_a_misspelt_municipality_is_suggested_as_the_list_spells_it():
    with pytest.raises(BadInput, match=r"\. Did you mean 'Tyresö'\?"):
        municipality("tyresöö")
