"""What is wrong in a folder is told with file, row, column and how to mend it, in both languages."""
# ruff: noqa: E501 - golden messages are long

import pytest

from dualib.errors import BadData, BadInput, Problem
from dualib.local_agreements import check, load_figures, load_folder

DIGITS = "expected digits as printed, such as 787, 1 050 or 85,3"

# (file, what stands there, what is written instead), the message in English, and how the Swedish one begins.
BAD: dict[str, tuple[tuple[str, str, str], str]] = {
    "a total that is not there": (
        ("figures.csv", "Exempelby,,,,af,,certain", "Exempelby,,,,aff,,certain"),
        "figures.csv, row 2: column total: there is no figure with id 'aff'. Did you mean 'af'?",
    ),
    "a total in another unit": (
        ("figures.csv", "40,persons", "40,pupils"),
        "figures.csv, row 7: column unit: persons does not fit the total 'kaa', which is in pupils",
    ),
    "totals in a circle": (
        ("figures.csv", "2015-05,Exempelby,,,,,,,,,1", "2015-05,Exempelby,,,,af.young,,,,,1"),
        "figures.csv, row 1: column total: runs in a circle: af → af.young → af: a figure cannot be part of itself",
    ),
    "its own total": (
        ("figures.csv", "2015-05,Exempelby,,,,,,,,,1", "2015-05,Exempelby,,,,af,,,,,1"),
        "figures.csv, row 1: column total: runs in a circle: af → af: a figure cannot be part of itself",
    ),
    "an id twice": (
        ("figures.csv", "af.men,af", "af.women,af"),
        "figures.csv, row 3: column id: 'af.women' is already on row 2: choose another",
    ),
    "a row twice": (
        (
            "figures.csv",
            "af.men,af",
            "af.copy,af,inskrivna,registered,80,persons,woman,16,24,2015-05,Exempelby,,,,af,,"
            "certain,,,2,s. 3\naf.men,af",
        ),
        "figures.csv, row 3: is the same as row 2 but for its id: remove one of them",
    ),
    "ages backwards": (
        ("figures.csv", "80,persons,woman,16,24", "80,persons,woman,24,16"),
        "figures.csv, row 2: column age_from: the ages 24–16 run backwards: swap them",
    ),
    "an age that nobody has": (
        ("figures.csv", "80,persons,woman,16,24", "80,persons,woman,16,240"),
        "figures.csv, row 2: column age_to: 240 is not an age in whole years",
    ),
    "an age that is not a number": (
        ("figures.csv", "80,persons,woman,16,24", "80,persons,woman,16,tjugo"),
        "figures.csv, row 2: column age_to: 'tjugo' is not a whole number: write digits only",
    ),
    "a value that is not a number": (
        ("figures.csv", "registered,80", "registered,åttio"),
        f"figures.csv, row 2: column value: 'åttio' is not a number: {DIGITS}",
    ),
    "a value with two readings": (
        ("figures.csv", "registered,80", "registered,1.050"),
        "figures.csv, row 2: column value: '1.050' can be read in two ways: write 1 050 if thousands or 1,050 if "
        "decimals",
    ),
    "an empty value": (
        ("figures.csv", "registered,80", "registered,"),
        "figures.csv, row 2: column value: is empty: write the figure, or suppressed or missing in the column status",
    ),
    "a dash without a status": (
        ("figures.csv", "registered,80", "registered,-"),
        "figures.csv, row 2: column value: '-' is not a number: write suppressed in the column status if the source hides it",
    ),
    "half a person": (
        ("figures.csv", "registered,80", 'registered,"80,5"'),
        "figures.csv, row 2: column value: 80,5 does not fit the unit persons, whole numbers from 0: change one of them",
    ),
    "an unknown unit": (
        ("figures.csv", "80,persons", "80,person"),
        "Did you mean 'persons'?",
    ),
    "an unknown sex": (
        ("figures.csv", "80,persons,woman", "80,persons,women"),
        "figures.csv, row 2: column sex: 'women' is unknown: choose among total, woman, man, unknown. "
        "Did you mean 'woman'?",
    ),
    "a period that is none": (
        (
            "figures.csv",
            "woman,16,24,2015-05,Exempelby,,,,af,,certain",
            "woman,16,24,maj 2015,Exempelby,,,,af,,certain",
        ),
        "figures.csv, row 2: column period: 'maj 2015' is not a period: write 2015, 2015-05, 2018-12-31 or 2017/2018",
    ),
    "an id with a space": (
        ("figures.csv", "af.men,af", "af män,af"),
        "figures.csv, row 3: column id: 'af män' is not an id: use only a-z, 0-9 and . _ : -",
    ),
    "no place": (
        ("figures.csv", ",2,s. 3", ",2,"),
        "figures.csv, row 2: column place: is empty: fill it in",
    ),
    "an unknown column": (
        ("figures.csv", "footnote,footnote_en", "fotnote,footnote_en"),
        "figures.csv: unknown column 'fotnote': the columns are id, table, measure, measure_en, value, unit, sex, "
        "age_from, age_to, period, municipality, dimension, category, category_en, total, status, certainty, footnote, "
        "footnote_en, line, place. Did you mean 'footnote'?",
    ),
    "a column twice": (
        ("figures.csv", "footnote,footnote_en", "footnote_en,footnote_en"),
        "figures.csv: the column footnote_en is there more than once",
    ),
    "a column too few": (
        ("money.csv", "id,item,item_en,value,unit", "id,item,item_en,value,payer"),
        "money.csv: the column unit is missing",
    ),
    "too many cells": (
        ("money.csv", "1 050", "1,05"),
        "money.csv, row 1: has 12 cells, the header 11: put quotes around the cell with ','",
    ),
    "an open quotation mark": (
        ("money.csv", "nettokostnad", '"nettokostnad'),
        'money.csv: a quotation mark " is opened but not closed, or is in the middle of a cell',
    ),
    "money that is not a number": (
        ("money.csv", "1 050", "mycket"),
        f"money.csv, row 1: column value: 'mycket' is not a number: {DIGITS}",
    ),
    "a relation of an unknown figure": (
        ("relations.csv", "af,af.women af.men", "af,af.woman af.men"),
        "relations.csv, row 1: column right: there is no figure with id 'af.woman'. Did you mean 'af.women'?",
    ),
    "a relation to an unknown figure": (
        ("relations.csv", "sexes,sum,af,", "sexes,sum,zzz,"),
        "relations.csv, row 1: column left: there is no figure with id 'zzz'.",
    ),
    "a share without a base": (
        ("relations.csv", "women,share,share,af.women,af,", "women,share,share,af.women,,"),
        "relations.csv, row 2: column base: is needed for share, and for share only",
    ),
    "a share of an unknown base": (
        ("relations.csv", "women,share,share,af.women,af,", "women,share,share,af.women,zzz,"),
        "relations.csv, row 2: column base: there is no figure with id 'zzz'.",
    ),
    "a share that is a count": (
        ("relations.csv", "women,share,share,af.women,af,", "women,share,kaa,af.women,af,"),
        "relations.csv, row 2: column left: 'kaa' is in persons: a share is in percent or share",
    ),
    "a sum of different units": (
        ("relations.csv", "af,af.women af.men", "af,af.women share"),
        "relations.csv, row 1: column right: 'share' is in percent but 'af' in persons: the units do not fit",
    ),
    "ids with commas": (
        ("relations.csv", "af,af.women af.men", 'af,"af.women, af.men"'),
        "relations.csv, row 1: column right: 'af.women, af.men' are not ids: use a-z, 0-9 and . _ : - "
        "with spaces between",
    ),
    "a goal from an unknown figure": (
        ("goals.csv", "af kaa", "af ka"),
        "goals.csv, row 1: column baseline: there is no figure with id 'ka'. Did you mean 'kaa'?",
    ),
    "a target that is not a number": (
        ("goals.csv", "1/2", "hälften"),
        f"goals.csv, row 1: column target: 'hälften' is not a number: {DIGITS}",
    ),
    "a target that is more than its baseline": (
        ("goals.csv", "1/2", "60"),
        "goals.csv, row 1: column target: target '60' would be more than the whole baseline: expected a part of it, "
        "such as 1/2 or 50 %, or no baseline where the target is a number of its own",
    ),
    "a deadline that is not a date": (
        ("goals.csv", "2018-12-31", "2018-12-32"),
        "goals.csv, row 1: column deadline: '2018-12-32' is not a date: write year-month-day, such as 2018-12-31",
    ),
    "a deadline in week dates": (
        ("goals.csv", "2018-12-31", "2018-W52"),
        "goals.csv, row 1: column deadline: '2018-W52' is not a date: write year-month-day, such as 2018-12-31",
    ),
    "one end of an extent": (
        ("staffing.csv", "0.75,0.75", "0.75,"),
        "staffing.csv, row 1: column fte_high: fill in both fte_low and fte_high, or neither",
    ),
    "an extent backwards": (
        ("staffing.csv", "0.75,0.75", "0.75,0.5"),
        "staffing.csv, row 1: column fte_low: 0.75 is above fte_high 0.5: swap them",
    ),
    "an extent below nothing": (
        ("staffing.csv", "0.75,0.75", "-1,0.5"),
        "staffing.csv, row 1: column fte_low: -1 is not an extent: write 0 or more with at most four decimals",
    ),
    "an extent too fine": (
        ("staffing.csv", "0.75,0.75", "0.75,0.75001"),
        "staffing.csv, row 1: column fte_high: 0.75001 is not an extent: write 0 or more with at most four decimals",
    ),
    "more work than persons": (
        ("staffing.csv", "0.75,0.75,1", "1.5,1.5,1"),
        "staffing.csv, row 1: column fte_low: 1.5 is more than 1 person can work: change fte_low or headcount",
    ),
    "no persons": (
        ("staffing.csv", ",,2,", ",,0,"),
        "staffing.csv, row 3: column headcount: 0 persons are not a post: leave it empty if the number is not printed",
    ),
    "a post called as a figure": (
        ("staffing.csv", "chief,chef", "kaa,chef"),
        "staffing.csv, row 3: column id: 'kaa' is already among the figures: choose another",
    ),
    "an unknown phase": (
        ("staffing.csv", "later", "latre"),
        "staffing.csv, row 2: column phase: 'latre' is unknown: choose among earlier, now, planned, applied, later. "
        "Did you mean 'later'?",
    ),
    "an unknown key": (
        ("agreement.csv", "state,draft", "stat,draft"),
        "agreement.csv, row 11: column key: 'stat' is unknown: choose among title, party, party_number, municipality, "
        "municipality_code, period_from, period_to, documented_on, state, target_group, target_group_en, source_title, "
        "source_sha256, purpose, purpose_en, order. Did you mean 'state'?",
    ),
    "a key too few": (
        ("agreement.csv", "title,Lokal överenskommelse i Exempelby,s. 1,\n", ""),
        "agreement.csv: the row title is missing: add it, with the value NOT_IN_SOURCE if the source is silent",
    ),
    "a key too many": (
        ("agreement.csv", "state,draft,s. 1,", "state,draft,s. 1,\nstate,signed,s. 2,"),
        "agreement.csv, row 12: column key: state is there already: remove one of the rows",
    ),
    "a place that is not a number": (
        ("agreement.csv", "state,draft,s. 1,", "state,draft,s. 1,\norder,first,,"),
        "agreement.csv, row 12: column value: 'first' is not a whole number for order: "
        "write the place among the agreements as 3",
    ),
    "two places": (
        ("agreement.csv", "state,draft,s. 1,", "state,draft,s. 1,\norder,1,,\norder,2,,"),
        "agreement.csv, row 13: column key: order is there already: remove one of the rows",
    ),
    "a register by nothing that divides it": (
        ("report.csv", "has disability_code", "has disability_cod"),
        "report.csv, row 3: column by: 'has disability_cod' does not divide a register: write a "
        "fact, has and a fact, status and a status, or age and at least two ages",
    ),
    "a register by a status that is not there": (
        ("report.csv", "status in_kaa", "status in_kaaa"),
        "report.csv, row 4: column by: 'status in_kaaa' does not divide a register: write a "
        "fact, has and a fact, status and a status, or age and at least two ages",
    ),
    "a register by one age": (
        ("report.csv", "age 16 20 25", "age 16"),
        "report.csv, row 2: column by: 'age 16' does not divide a register: write a fact, has and "
        "a fact, status and a status, or age and at least two ages",
    ),
    "a register by a fact too many": (
        ("report.csv", "beside,AF,sex,woman", "beside,AF,sex education,woman"),
        "report.csv, row 5: column by: 'sex education' does not divide a register: write a fact, "
        "has and a fact, status and a status, or age and at least two ages",
    ),
    "no register": (
        ("report.csv", "beside,AF,sex,woman", "beside,,sex,woman"),
        "report.csv, row 5: column register: is empty: write the register's name",
    ),
    "a figure of the report that is not there": (
        ("report.csv", "whole,,,total,af,,", "whole,,,total,af.wimen,,"),
        "report.csv, row 6: column figure: there is no figure with id 'af.wimen'. Did you mean "
        "'af.women'?",
    ),
    "a beginning that no figure has": (
        ("report.csv", "beside,AF,,,af,,", "beside,AF,,,aff,,"),
        "report.csv, row 1: column figure: there is no figure with id 'aff'. Did you mean 'af'?",
    ),
    "a table of the report that is not there": (
        ("report.csv", "glance,,,,kaa,I KAA,", "glance,,,,kaaa,I KAA,"),
        "report.csv, row 8: column figure: there is no table 'kaaa' among the figures. "
        "Did you mean 'kaa'?",
    ),
    "a table without a name": (
        ("report.csv", "glance,,,,kaa,I KAA,", "glance,,,,kaa,,"),
        "report.csv, row 8: column words: is empty: write what the table is called",
    ),
    "a number of no organisation": (
        ("agreement.csv", "111111-1111", "111111"),
        "agreement.csv, row 5: column value: '111111' is not a party_number: write as 212000-0746, or NOT_IN_SOURCE",
    ),
    "numbers for some parties only": (
        ("agreement.csv", "party_number,NOT_IN_SOURCE,,\n", ""),
        "agreement.csv, row 5: column key: 1 party_number but 2 party: write one for each, or NOT_IN_SOURCE",
    ),
    "a period that is not a date": (
        ("agreement.csv", "period_to,until_further_notice", "period_to,tills vidare"),
        "agreement.csv, row 9: column value: 'tills vidare' is not a date for period_to: write as 2018-12-31, or "
        "NOT_IN_SOURCE or until_further_notice",
    ),
    "a beginning until further notice": (
        ("agreement.csv", "period_from,2015-11-01", "period_from,until_further_notice"),
        "agreement.csv, row 8: column value: 'until_further_notice' is not a date for period_from: write as 2018-12-31, "
        "or NOT_IN_SOURCE",
    ),
    "a period backwards": (
        ("agreement.csv", "period_to,until_further_notice", "period_to,2014-12-31"),
        "agreement.csv, row 9: column value: period_to 2014-12-31 is before period_from 2015-11-01: swap them",
    ),
    "a register without a row": (
        ("ledger.csv", "l3,stratum,AF", "l3,stratum,Af"),
        "ledger.csv, row 3: column a: the register 'Af' has no row of its own.",
    ),
    "a group without a name": (
        ("ledger.csv", "KAA,16–19,,,", "KAA,,,,"),
        "ledger.csv, row 4: column b: is needed for only_within",
    ),
    "another register without a row": (
        ("ledger.csv", "l4,only_within,KAA,16–19", "l4,subset,KAA,AFF"),
        "ledger.csv, row 4: column b: the register 'AFF' has no row of its own.",
    ),
    "a ledger of an unknown figure": (
        ("ledger.csv", "KAA,,kaa,", "KAA,,kaaa,"),
        "ledger.csv, row 2: column figure: there is no figure with id 'kaaa'. Did you mean 'kaa'?",
    ),
    "a register of a share": (
        ("ledger.csv", "KAA,,kaa,", "KAA,,share,"),
        "ledger.csv, row 2: column figure: 'share' is not a count",
    ),
    "a register of a hidden figure": (
        ("ledger.csv", "KAA,,kaa,", "KAA,,kaa.hidden,"),
        "ledger.csv, row 2: column figure: 'kaa.hidden' is not a count",
    ),
    "a register without a number": (
        ("ledger.csv", "KAA,,kaa,", "KAA,,,"),
        "ledger.csv, row 2: column figure: register takes either figure or value",
    ),
    "a group with a number": (
        ("ledger.csv", "KAA,16–19,,,", "KAA,16–19,,5,"),
        "ledger.csv, row 4: column figure: only_within takes neither figure nor value",
    ),
}


TOLD_TWICE = {
    "an id with a space",
    "a total in another unit",
    "a column too few",
    "an id twice",
    "a column twice",
}


@pytest.mark.parametrize("name", BAD)
def test_a_fault_is_told_with_file_row_column_and_mend(write, name: str) -> None:
    change, message = BAD[name]
    folder = write(change)
    with pytest.raises(BadData) as caught:
        load_folder(folder)
    told = [str(problem) for problem in caught.value.problems]
    assert any(
        message == text or (message.startswith("Did") and message in text) for text in told
    ), told
    assert len(told) == 1 or name in TOLD_TWICE, told
    report = check(folder)
    assert not report.usable
    assert "fel att rätta" in report.text("sv")
    assert all(line in report.text("en").splitlines() for line in ("  " + text for text in told))


def test_every_fault_has_words_of_its_own_in_swedish(write) -> None:
    for number, (change, _) in enumerate(BAD.values()):
        report = check(write(change, name=f"by{number}"))
        for fault in report.faults:
            assert isinstance(fault, Problem)
            assert fault.text("sv") != fault.text("en")
            assert "column" not in fault.text("sv")
            assert "row" not in fault.text("sv").split(":")[0]


def test_all_faults_of_all_files_are_told_together(write) -> None:
    folder = write(
        ("figures.csv", "registered,80", "registered,åttio"),
        ("figures.csv", "120,persons,man,16,24", "120,persons,man,24,16"),
        ("money.csv", "1 050", "mycket"),
        ("agreement.csv", "state,draft", "stat,draft"),
    )
    assert {(fault.where, fault.row) for fault in check(folder).faults} >= {
        ("figures.csv", 3),
        ("figures.csv", 2),
        ("money.csv", 1),
        ("agreement.csv", 11),
    }


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "figures.csv: is empty: the first row names the columns"),
        (b"# only a comment\n", "figures.csv: is empty: the first row names the columns"),
        (b"id;\x81", "figures.csv: is not text: save it as CSV UTF-8"),
        (b"PK\x03\x04", "figures.csv: is not text: save it as CSV UTF-8"),
        (None, "figures.csv: the file is missing: make it with `dualib new`"),
    ],
)
def test_a_file_that_is_no_table(write, data: bytes | None, message: str) -> None:
    folder = write()
    if data is None:
        (folder / "figures.csv").unlink()
    else:
        (folder / "figures.csv").write_bytes(data)
    assert str(check(folder).faults[0]) == message


def test_figures_alone_are_checked_too(write) -> None:
    folder = write(("figures.csv", "registered,80", "registered,åttio"))
    with pytest.raises(BadData, match="'åttio' is not a number"):
        load_figures(folder / "figures.csv")
    with pytest.raises(BadInput, match=r"there is no file 'nothing\.csv'"):
        load_figures("nothing.csv")


def test_what_a_file_that_cannot_be_read_would_hold_is_not_told_as_missing(write) -> None:
    folder = write()
    (folder / "staffing.csv").write_bytes(b"")
    (folder / "figures.csv").write_bytes(b"")
    assert {fault.where for fault in check(folder).faults} == {"figures.csv", "staffing.csv"}


def test_a_heading_that_is_missing_or_cannot_be_read_is_told_once(write) -> None:
    folder = write()
    (folder / "agreement.csv").write_text("nyckel,value")
    assert [fault.where for fault in check(folder).faults] == ["agreement.csv", "agreement.csv"]
    (folder / "agreement.csv").unlink()
    assert [str(fault) for fault in check(folder).faults] == [
        "agreement.csv: the file is missing: make it with `dualib new`"
    ]
