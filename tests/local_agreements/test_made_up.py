"""Made-up persons: nobody, but as many as the agreement prints, whatever the seed; counted by the library itself."""

from __future__ import annotations

from datetime import date

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dualib
from dualib.counting import count, has_fact, has_status
from dualib.errors import BadInput
from dualib.local_agreements import agreement
from dualib.local_agreements.figures import Figure, Figures
from dualib.local_agreements.made_up import synthetic

ON = date(2015, 5, 31)
KALMAR = agreement("kalmar")


def by_sex(register, by=None, category=None):
    """Return women, men and all of one category, counted in the register."""
    everyone = np.ones(register.size, dtype=np.int8)
    table = count(register, everyone, by=["sex"] if by is None else [by, "sex"], on=ON).over(
        "answer"
    )
    if by is not None:
        table = table.select(table.names[0], category)
    return table.at(sex="woman"), table.at(sex="man"), table.total


@settings(max_examples=15)
@given(st.integers(0, 2**31))
def test_the_counts_are_the_published_ones_whatever_the_seed(seed):
    made = dualib.synthetic(KALMAR, seed=seed)
    af, kaa = made.registers["AF"], made.registers["KAA"]
    assert by_sex(af) == (297, 490, 787)
    assert [by_sex(af, "education", name) for name in ("below_compulsory", "compulsory")] == [
        (19, 39, 58),
        (46, 91, 137),
    ]
    assert [by_sex(af, "education", name) for name in ("upper_secondary", "post_secondary")] == [
        (215, 325, 540),
        (17, 35, 52),
    ]
    assert by_sex(af, has_fact("disability_code"), "yes") == (38, 86, 124)
    assert by_sex(af, has_status("in_other_measure"), "yes") == (140, 229, 369)
    assert by_sex(af, has_status("part_time"), "yes") == (22, 16, 38)
    assert by_sex(af, ("age", [16, 20, 25]), "16-19")[2] == 95
    assert by_sex(af, ("age", [16, 20, 25]), "20-24")[2] == 692
    assert by_sex(kaa) == (41, 74, 115)
    assert by_sex(kaa, has_status("in_kaa"), "yes") == (41, 74, 115)
    assert by_sex(kaa, ("age", [16, 20]), "16-19")[2] == 115


def test_counted_and_printed_are_the_same_numbers():
    figures = {name: figure.value for name, figure in KALMAR.figures.items()}
    made = synthetic(KALMAR).registers["AF"]
    for by, category, stem in (
        ("education", "below_compulsory", "af.education-below"),
        ("education", "compulsory", "af.education-compulsory"),
        ("education", "upper_secondary", "af.education-upper-secondary"),
        ("education", "post_secondary", "af.education-post-secondary"),
        (has_fact("disability_code"), "yes", "af.disability"),
        (has_status("in_other_measure"), "yes", "af.measure"),
        (has_status("part_time"), "yes", "af.part-time"),
    ):
        women, men, _ = by_sex(made, by, category)
        assert (women, men) == (figures[f"{stem}.women"], figures[f"{stem}.men"])


def test_the_same_seed_makes_the_same_persons_and_another_others():
    one, again, other = (synthetic(KALMAR, seed) for seed in (1, 1, 2))
    assert one is again
    assert one.sha256 != other.sha256
    assert one.on == ON
    assert one.seed == 1
    assert "SYNTHETIC" in one.label.en
    assert one.label.sv.startswith("PÅHITTADE PERSONER. ")  # Swedish readers read Swedish words
    assert "SYNTHETIC" not in one.label.sv
    for name in ("AF", "KAA"):
        assert not np.array_equal(
            one.registers[name].column("born"), other.registers[name].column("born")
        )


def test_the_two_registers_share_nobody_that_is_known():
    made = synthetic(KALMAR)
    assert str(KALMAR.ledger().union()) == "807–902"
    assert made.registers["AF"].size + made.registers["KAA"].size == 902


def test_a_birth_day_never_lies_outside_its_band():
    register = synthetic(KALMAR, 7).registers["AF"]
    table = count(register, np.ones(787, dtype=np.int8), by=[("age", [16, 25])], on=ON).over(
        "answer"
    )
    assert table.at(age="16-24") == 787


@pytest.mark.parametrize("name", ["tyreso", "tjorn-orust", "hammaro", "vasteras"])
def test_agreements_without_such_tables_say_so(name):
    with pytest.raises(
        BadInput, match="prints no tables of one group of persons by several attributes"
    ):
        synthetic(agreement(name))


def test_arguments_are_checked():
    with pytest.raises(BadInput, match="agreement is 'kalmar': expected an agreement"):
        synthetic("kalmar")
    with pytest.raises(BadInput, match="seed"):
        synthetic(KALMAR, -1)


def test_a_figure_that_is_no_count_is_refused():
    changed = [
        Figure({**figure.row, "value": "95,5", "unit": "percent"})
        if figure.id == "target.af.16-19"
        else figure
        for figure in KALMAR.figures.values()
    ]
    with pytest.raises(
        BadInput, match=r"figure 'target\.af\.16-19' of kalmar is 191/2: expected a whole number"
    ):
        synthetic(attrs.evolve(KALMAR, figures=Figures(changed)))


def test_staffing_of_tyreso_is_exact():
    staffing = agreement("tyreso").staffing
    parties = {
        key[0]: extent.text("sv") for key, extent in staffing.fte(by="party").cells("party").items()
    }
    assert parties == {
        "Tyresö kommun": "7,5",
        "Arbetsförmedlingen": "3,75",
        "Samordningsförbundet": "0,5",
        "Försäkringskassan": "1,5",
    }
    assert staffing.total.text("sv") == "13,25"
