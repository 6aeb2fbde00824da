"""Kinds of message check their own words, and messages are written for each reader."""

import re
from datetime import date
from pathlib import Path

import attrs
import pytest

from dualib.cli import main
from dualib.errors import BadData, BadInput, Problem
from dualib.files import read_observed
from dualib.messages import MessageKind, catalogue, message
from dualib.messages import _kind as kind_of
from dualib.person import Person, Spell
from dualib.testing.changed import simpler
from dualib.vocabulary import skat, skat_codes, statuses

COUNTED = {"code": "rows-left", "en": "{count} left", "sv": "{count} kvar"}


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({**COUNTED, "code": "Rows left"}, "code is 'Rows left': expected words in lower case"),
        ({**COUNTED, "persons": frozenset({"rows"})}, "persons names ['rows'], which no text has"),
        (
            {**COUNTED, "persons": frozenset({"count"})},
            "rows-left counts persons: expected its words for protected reports",
        ),
        (
            {**COUNTED, "persons": frozenset({"count"}), "few": ("{count} left", "några kvar")},
            "protected words write ['count'], which count persons",
        ),
    ],
)
def test_a_kind_checks_its_words(table: dict, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        MessageKind(**table)


def test_a_kind_has_no_other_parts() -> None:
    with pytest.raises(ValueError, match=re.escape("room-x: ['mend'] are not parts of a kind")):
        kind_of("room-x", {"en": "a", "sv": "b", "mend": "c"})


def test_a_message_has_the_fields_of_its_kind() -> None:
    kind = MessageKind(**COUNTED)
    assert kind(count=3)["count"] == 3
    with pytest.raises(TypeError, match=re.escape("has the fields ['count'], not ['rows']")):
        kind(rows=3)
    with pytest.raises(ValueError, match=re.escape("'fi', 'python': expected 'sv' or 'en'")):
        kind(count=3).text("fi")
    assert "not-a-date" in catalogue("ground")


def test_faulty_rows_have_a_message_too() -> None:
    error = BadData([Problem("persons.csv", message("ground/not-a-date", name="on", value=1), 4)])
    assert error.message == error.text() == str(error)


def test_an_observed_period_without_a_day_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "observed.csv"
    file.write_text("track,first,last\nwork,2015-01-01,\n", "utf-8")
    with pytest.raises(BadInput, match="last"):
        read_observed(file)


def test_what_the_system_refuses_is_said_by_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert main(["export", "kalmar", "--out", str(tmp_path / "file" / "inside")]) == 2
    assert str(tmp_path / "file") in capsys.readouterr().err


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2008, 1, 1), date(2009, 12, 31), "2008-01-01"),
        (date(2008, 1, 1), None, "2008-01-01"),
        (None, date(2009, 12, 31), "2009-12-31"),
        (None, None, ""),
    ],
)
def test_a_code_says_in_which_years_it_had_a_meaning(
    first: date | None, last: date | None, told: str
) -> None:
    life = attrs.evolve(skat(15, date(2016, 3, 1)), first=first, last=last)
    said = skat_codes._said(life).text("sv")
    assert told in said
    assert "kommuninsats" in said


def test_a_status_is_suggested_by_what_is_meant() -> None:
    with pytest.raises(BadInput) as error:
        statuses(["deltid arbetande"])
    assert "deltid arbetande" in str(error.value)
    with pytest.raises(BadInput) as error:
        statuses(["jobseeker"])
    assert "jobseeker" in str(error.value)


def test_what_was_observed_of_a_track_is_left_out_in_turn() -> None:
    period = (date(2015, 1, 1), date(2015, 5, 31))
    spell = Spell(period[0], period[1], "hourly")
    person = Person(observed={"work": period, "study": period}, spells=[spell])
    simpler_ones = [(len(one.observed), len(one.spells)) for one in simpler(person)]
    assert simpler_ones == [(2, 0), (1, 1), (1, 1)]
