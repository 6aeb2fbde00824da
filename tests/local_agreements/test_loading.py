"""A folder becomes an agreement, whole or not at all; whatever dialect the spreadsheet wrote."""

from datetime import date
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import dualib.local_agreements
from dualib.errors import BadData, BadInput
from dualib.language import Text
from dualib.local_agreements import (
    UNTIL_FURTHER_NOTICE,
    AgreementPeriod,
    check,
    load_figures,
    load_folder,
)
from dualib.local_agreements.folder.checking import check_sheets
from dualib.local_agreements.folder.faults import Faults
from dualib.local_agreements.folder.reading import read_sheet
from dualib.local_agreements.folder.schema import SHEETS
from dualib.local_agreements.folder.writing import Sheet
from dualib.local_agreements.offers import Stance
from dualib.local_agreements.printed import number_fault, printed_number, printed_step
from dualib.programmes import jobbgaranti, kaa
from dualib.sources import NOT_IN_SOURCE
from dualib.tabular import in_format
from dualib.verdicts import NO, UNKNOWN, YES

texts = (
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Z"]), max_size=8)
    .map(str.strip)
    .filter(lambda text: not text.startswith("#"))
)
rows = st.lists(
    st.fixed_dictionaries(
        {"key": st.just("party"), "value": texts.filter(bool), "place": texts, "note": texts}
    ),
    min_size=1,
)


@given(rows, st.sampled_from([",", ";"]), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_every_dialect_of_a_spreadsheet_reads_alike(
    content: list[dict[str, str]], delimiter: str, mark: bool, newline: str
) -> None:
    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    lines = [delimiter.join(SHEETS["agreement"].header)]
    lines += [
        delimiter.join(cell(row[name]) for name in SHEETS["agreement"].header) for row in content
    ]
    data = (b"\xef\xbb\xbf" if mark else b"") + newline.join(lines).encode()
    faults = Faults()
    sheet = read_sheet("agreement.csv", data, SHEETS["agreement"], faults)
    assert [row for _, row in sheet.rows] == content
    assert sheet.dialect == delimiter
    assert not faults.found
    again = read_sheet(
        "agreement.csv",
        in_format(Sheet(SHEETS["agreement"], content), "csv").encode(),
        SHEETS["agreement"],
        faults,
    )
    assert [row for _, row in again.rows] == content


@given(
    st.integers(0, 10**9),
    st.integers(0, 4),
    st.sampled_from(",."),
    st.sampled_from(" \u00a0\u202f"),
    st.booleans(),
)
def test_a_printed_number_is_read_exactly(
    digits: int, decimals: int, sign: str, space: str, minus: bool
) -> None:
    text = f"{digits // 10**decimals:,}".replace(",", space)
    if decimals:
        text += f"{sign}{digits % 10**decimals:0{decimals}d}"
    text = "\N{MINUS SIGN}" * minus + text
    if sign == "." and decimals == 3 and digits >= 1000:
        assert "two ways" in str(number_fault(text))
    else:
        assert printed_number(text) == Fraction(digits, 10**decimals) * (-1 if minus else 1)
        assert printed_step(text) == Fraction(1, 10**decimals)
        assert number_fault(text) is None


def test_a_number_that_can_be_read_in_two_ways_is_refused_in_both_languages() -> None:
    fault = number_fault("1.050")
    assert fault is not None
    assert fault.en == (
        "'1.050' can be read in two ways: write 1 050 if thousands or 1,050 if decimals"
    )
    assert fault.sv == (
        "'1.050' kan läsas på två sätt: skriv 1 050 om det är tusental och 1,050 om det är decimaler"
    )


def test_a_folder_becomes_an_agreement(write) -> None:
    found = load_folder(write())
    assert (found.id, found.name, found.title) == (
        "exempelby",
        "Exempelby",
        "Lokal överenskommelse i Exempelby",
    )
    assert [(party.name, party.number) for party in found.parties] == [
        ("Exempelby kommun", "111111-1111"),
        ("Arbetsförmedlingen", None),
    ]
    assert found.period == AgreementPeriod(date(2015, 11, 1), UNTIL_FURTHER_NOTICE)
    assert found.documented_on == date(2015, 10, 21)
    assert found.purpose == Text("Fler unga i arbete.", "More young people at work.")
    assert found.target_group_words == Text("Unga 16–24 år", "Unga 16–24 år")
    assert [(town.name, town.code) for town in found.municipalities] == [("Exempelby", "0001")]
    assert [(source.title, source.sha256) for source in found.sources] == [
        ("Överenskommelsen", None)
    ]
    assert found.staffing.posts[1].fte.value() == Fraction(1, 2)
    assert (found.money[0].value, found.money[0].ore, found.money[0].line) == (1050, 105_000_000, 9)
    assert str(found.ledger().union()) == "210–240"
    assert found.place("cost") == "s. 4"
    assert found.place("period_to") == "s. 2"
    assert found.entries[0].key == "title"
    assert repr(found) == "<agreement exempelby: 9 figures, 3 relations>"
    with pytest.raises(
        BadInput, match=r"agreement exempelby has nothing called 'cots'\. Did you mean 'cost'\?"
    ):
        found.place("cots")


def test_a_folder_of_ones_own_has_no_rules_in_python(write) -> None:
    found = load_folder(write())
    assert found.rules is None
    assert not found.offers
    assert found.target_group is None
    assert found.stance("jobbgaranti") is Stance.SILENT
    with pytest.raises(
        BadInput, match=r"programme 'jobgaranti' is not known: .* Did you mean 'jobbgaranti'\?"
    ):
        found.stance("jobgaranti")


def test_rules_are_imported_when_first_asked_for(write, tmp_path, monkeypatch) -> None:
    for folder in ("exempelby", "annanby"):
        (tmp_path / "rules" / folder).mkdir(parents=True)
    (tmp_path / "rules" / "exempelby" / "offers.py").write_text(
        "from dualib.local_agreements.offers import Stance\n"
        "from dualib.programmes import jobbgaranti\n"
        "TARGET_GROUP = jobbgaranti\n"
        "STANCES = {'jobbgaranti': (Stance.STATES, 's. 3')}\n"
        "class Ramp:\n"
        "    id = 'ramp'\n"
        "OFFERS = (Ramp,)\n"
    )
    monkeypatch.setattr(
        dualib.local_agreements,
        "__path__",
        [*dualib.local_agreements.__path__, str(tmp_path / "rules")],
    )
    found = attrs.evolve(load_folder(write()), folder="exempelby")
    assert list(found.offers) == ["ramp"]
    assert found.target_group is jobbgaranti
    assert (found.stance("jobbgaranti"), found.stance(kaa)) == (Stance.STATES, Stance.SILENT)
    assert (found.stance_place("jobbgaranti"), found.stance_place(kaa)) == ("s. 3", None)
    assert attrs.evolve(found, folder="annanby").rules is None


@given(st.lists(st.one_of(st.none(), st.integers(0, 6)), min_size=1, max_size=7))
def test_totals_that_run_in_circles_are_found_as_by_following_each(
    totals: list[int | None],
) -> None:
    def circles(start: int) -> bool:
        here: int | None = start
        for _ in totals:
            here = totals[here] if here is not None and here < len(totals) else None
            if here == start:
                return True
        return False

    header = ("id", "table", "value", "unit", "place", "total")
    lines = [",".join(header)]
    lines += [
        f"f{n},t,{n},persons,s. 1,{'' if total is None else f'f{total}'}"
        for n, total in enumerate(totals)
    ]
    lines = [f"{line},{'measure' if n == 0 else 'antal'}" for n, line in enumerate(lines)]
    faults = Faults()
    sheet = read_sheet("figures.csv", "\n".join(lines).encode(), SHEETS["figures"], faults)
    check_sheets({"figures": sheet}, faults)
    told = "".join(fault.text() for fault in faults.found if "circle" in fault.text())
    assert {n for n in range(len(totals)) if f"f{n}" in told} == {
        n for n in range(len(totals)) if circles(n)
    }
    unknown = [
        n + 1 for n, total in enumerate(totals) if total is not None and total >= len(totals)
    ]
    assert [fault.row for fault in faults.found if "no figure" in fault.text()] == unknown


def test_only_the_heading_and_the_figures_must_be_there(write) -> None:
    folder = write()
    for name in ("relations", "goals", "staffing", "money", "ledger"):
        (folder / f"{name}.csv").unlink()
    found = load_folder(folder)
    assert found.ledger() is None
    assert (found.relations, found.goals, found.money, found.staffing.posts) == ((), (), (), ())
    assert load_figures(folder / "figures.csv")["af"].value == 200


def test_the_heading_may_be_silent(write) -> None:
    found = load_folder(
        write(
            ("agreement.csv", "documented_on,2015-10-21", "documented_on,NOT_IN_SOURCE"),
            ("agreement.csv", "target_group,Unga 16–24 år", "target_group,NOT_IN_SOURCE"),
            ("agreement.csv", "purpose_en,More young people at work.,s. 1,\n", ""),
            ("agreement.csv", "party_number,111111-1111,s. 1,\n", ""),
            ("agreement.csv", "party_number,NOT_IN_SOURCE,,\n", ""),
            ("agreement.csv", "municipality_code,0001,s. 1,\n", ""),
        )
    )
    assert found.documented_on is NOT_IN_SOURCE
    assert found.target_group_words is None
    assert found.purpose == Text("Fler unga i arbete.", "Fler unga i arbete.")
    assert [party.number for party in found.parties] == [None, None]
    assert found.municipalities[0].code == ""


@pytest.mark.parametrize(
    ("row", "overlap"),
    [
        ("l5,subset,KAA,AF,,,,,s. 3", "40"),
        ("l5,disjoint,KAA,AF,,,,,s. 3", "0"),
        ("l5,overlap,KAA,AF,,7,,,s. 3", "7"),
        ("l5,overlap_at_most,KAA,AF,,7,,,s. 3", "0–7"),
        ("l5,overlap_at_least,KAA,AF,,7,,,s. 3", "7–40"),
        ("l5,outside_at_least,KAA,AF,,35,,,s. 3", "0–5"),
    ],
)
def test_each_kind_of_row_in_the_ledger_is_a_fact(write, row: str, overlap: str) -> None:
    found = load_folder(
        write(
            ("ledger.csv", "l3,stratum,AF,16–19,,30,,,s. 3\nl4,only_within,KAA,16–19,,,,,s. 3", row)
        )
    )
    assert str(found.ledger().overlap("AF", "KAA")) == overlap


def test_comments_and_empty_rows_are_skipped_but_counted(write) -> None:
    folder = write(
        ("money.csv", "cost,netto", "# en kommentar\n,,,\ncost,netto"),
        ("money.csv", "1 050", "mycket"),
    )
    with pytest.raises(BadData) as caught:
        load_folder(folder)
    assert [problem.row for problem in caught.value.problems] == [3]


PERIOD = AgreementPeriod(date(2015, 11, 1), date(2018, 12, 31))


@pytest.mark.parametrize(
    ("period", "on", "verdict"),
    [
        (PERIOD, date(2015, 10, 31), NO),
        (PERIOD, date(2015, 11, 1), YES),
        (PERIOD, date(2018, 12, 31), YES),
        (PERIOD, date(2019, 1, 1), NO),
        (AgreementPeriod(date(2019, 4, 1), UNTIL_FURTHER_NOTICE), date(2030, 1, 1), YES),
        (AgreementPeriod(date(2019, 4, 1), NOT_IN_SOURCE), date(2030, 1, 1), UNKNOWN),
        (AgreementPeriod(date(2019, 4, 1), NOT_IN_SOURCE), date(2010, 1, 1), NO),
        (AgreementPeriod(NOT_IN_SOURCE, date(2018, 12, 31)), date(2019, 1, 1), NO),
    ],
)
def test_a_period_holds_its_first_and_its_last_day(
    period: AgreementPeriod, on: date, verdict: object
) -> None:
    assert period.covers(on) is verdict


def test_a_period_in_words() -> None:
    assert AgreementPeriod(NOT_IN_SOURCE, NOT_IN_SOURCE).text("sv") == "framgår inte av källan"
    assert (
        AgreementPeriod(date(2019, 4, 1), UNTIL_FURTHER_NOTICE).text("en")
        == "1 April 2019 – until further notice"
    )
    assert repr(UNTIL_FURTHER_NOTICE) == "UNTIL_FURTHER_NOTICE"
    with pytest.raises(
        BadInput,
        match="the period ends on 2014-01-01, before it begins on 2015-01-01: swap the two dates",
    ):
        AgreementPeriod(date(2015, 1, 1), date(2014, 1, 1))


def test_a_ledger_file_without_rows_is_no_ledger(write) -> None:
    folder = write()
    (folder / "ledger.csv").write_text(",".join(SHEETS["ledger"].header))
    assert load_folder(folder).ledger() is None
    assert check(folder).usable
