"""A whole report on persons of the user's own tells no small count: in no table, in no two, nor in all together."""

from __future__ import annotations

import itertools
from datetime import date

import numpy as np
from attacker import Told, pinned
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dualib import Register
from dualib.counting.persons.groupings import AskedRegister, grouping
from dualib.dates import to_day
from dualib.local_agreements import agreement
from dualib.messages import message
from dualib.programmes import programme
from dualib.report import Inputs, TableBlock, build_report
from dualib.report.build import ASSUMED
from dualib.report.html import to_html
from dualib.report.parts.programmes import _codes
from dualib.report.release.release import HIDDEN
from dualib.report.terminal import to_text

ON = date(2015, 5, 31)


def register_of(seed, size):
    random = np.random.default_rng(seed)
    keys = list(range(size))
    births = [
        date(int(year), 1 + int(day) % 12, 1 + int(day) % 28)
        for year, day in random.integers((1984, 0), (2001, 999), (size, 2))
    ]
    spelled = [key for key in keys if random.random() < 0.7]
    return Register.from_frames(
        {
            "key": keys,
            "born": births,
            "sex": random.choice(["woman", "man", ""], size=size, p=[0.45, 0.5, 0.05]).tolist(),
            "disability_code": random.choice(
                ["none", "61", ""], size=size, p=[0.8, 0.1, 0.1]
            ).tolist(),
            "unemployment_benefit_right": random.choice(["yes", "no", ""], size=size).tolist(),
        },
        {
            "key": spelled,
            "start": [date(2015, 1 + int(random.integers(5)), 10) for _ in spelled],
            "end": [None for _ in spelled],
            "status": random.choice(
                ["openly_unemployed", "part_time_registered", "in_kaa"], size=len(spelled)
            ).tolist(),
        },
        observed=(date(2014, 1, 1), ON),
        as_of=ON,
    )


def tables_of(made):
    return {table.id: table for table in made.tables()}


def summed_up(table, row):
    """Return the certain, the assumed and the possible of a row; a column that is not there is 0 for all."""
    told = dict(zip((head.en for head in table.header), row, strict=True))
    return [told.get(head, 0) for head in ("Certainly", "Also, as assumed", "Also possible")]


def told_by(register, made):
    """Return what the target group and every row of the programmes and the offers tell."""
    kalmar = agreement("kalmar")
    asked = AskedRegister(register, to_day(ON))
    found = tables_of(made)
    answers = (1 - kalmar.target_group.verdicts(register, on=ON)).astype(np.intp)
    ages, sexes = (grouping(by).divide(asked)[1] for by in (("age", [16, 20, 25]), "sex"))
    codes = np.ravel_multi_index([ages.astype(np.intp), sexes.astype(np.intp), answers], (5, 3, 3))
    numbers = np.arange(45).reshape(5, 3, 3)
    target = found["target"]
    bands = {
        "under 16": 0,
        "aged 16–19": 1,
        "aged 20–24": 2,
        "25 or over": 3,
        "unknown": 4,
        "All": slice(None),
    }
    heads = {"Women": 0, "Men": 1, "Sex unknown": 2, "All": slice(None)}
    shown = []
    for row in target.rows:
        for head, cell in zip(target.header[1:-1], row[1:-1], strict=True):
            sex, answer = head.en.split(", ")
            cells = numbers[bands[row[0].en], heads[sex], 0 if answer == "certain" else 1]
            shown.append(
                (frozenset(np.ravel(cells).tolist()), cell if isinstance(cell, int) else None)
            )
    yield Told(codes, tuple(shown))
    for name, row in zip(found["programmes"].ids, found["programmes"].rows, strict=True):
        rule, reading = name.split(" ", 1)
        if row[3] is not None:
            yield Told.one_way(_codes(register, programme(rule), reading, ON, ASSUMED), row[2:6])
    for name, row in zip(found["summary-persons"].ids, found["summary-persons"].rows, strict=True):
        certain, assumed, possible = summed_up(found["summary-persons"], row)
        if name == "target":
            yield Told.one_way(answers, (certain, possible, None))
        else:
            rule, reading = name.split(" ", 1)
            yield Told.one_way(
                _codes(register, programme(rule), reading, ON, ASSUMED),
                (certain, assumed, possible),
            )
    for name, row in zip(found["offers"].ids, found["offers"].rows, strict=True):
        if row[5] is not None:
            codes = (1 - kalmar.offers[name].verdicts(register, on=ON)).astype(np.intp)
            yield Told.one_way(codes, (*row[4:6], None))


def different(tables):
    """Return the tables that tell something, each once."""
    return list(
        {
            (table.codes.tobytes(), table.shown): table
            for table in tables
            if any(value for _, value in table.shown) and len(np.unique(table.codes)) > 1
        }.values()
    )


@settings(max_examples=8)
@example(62, 90)  # three tables together told what no two of them did
@given(st.integers(0, 10_000), st.integers(5, 90))
def test_no_small_count_can_be_told_from_a_report(seed, size):
    register = register_of(seed, size)
    made = build_report(Inputs(municipality="Kalmar", register=register, on=ON))
    tables = different(told_by(register, made))
    for one, other in itertools.combinations(tables, 2):
        assert pinned([one, other], size) == []
    assert not tables or pinned(tables, size) == []
    # Nor does a small number of persons stand in any cell of a table of persons.
    for name in ("target", "programmes", "offers", "summary-persons"):
        for row in tables_of(made)[name].rows:
            assert not any(isinstance(cell, int) and 0 < cell < 5 for cell in row[1:])
    the_summary_shows_the_released_cells(made)


def the_summary_shows_the_released_cells(made):
    found = tables_of(made)
    short = found["summary-persons"]
    programmes = dict(zip(found["programmes"].ids, found["programmes"].rows, strict=True))
    for name, row in zip(short.ids, short.rows, strict=True):
        if name == "target":
            total = dict(
                zip(
                    (head.en for head in found["target"].header),
                    found["target"].rows[-1],
                    strict=True,
                )
            )
            expected = [total["All, certain"], 0, total.get("All, also possible", 0)]
        else:
            expected = list(programmes[name][2:5])
        assert summed_up(short, row) == expected
    keys = next(
        block for section in made.sections if section.id == "summary" for block in section.blocks
    )
    # What stands above the table of persons is about the agreement, never about persons of one's own.
    assert keys == next(
        block
        for section in build_report(
            Inputs(municipality="Kalmar", register=register_of(0, 1), on=ON)
        ).sections
        if section.id == "summary"
        for block in section.blocks
    )


def numbers_in(table: TableBlock) -> list[object]:
    return [cell for row in table.rows for cell in row if isinstance(cell, int)]


def test_without_protection_all_counts_are_shown_and_the_report_says_so():
    register = register_of(1, 30)
    made = build_report(Inputs(municipality="Kalmar", register=register, on=ON, threshold=None))
    assert made.sections[0].id == "unprotected"
    assert HIDDEN not in [cell for table in made.tables() for row in table.rows for cell in row]
    assert any(0 < number < 5 for number in numbers_in(tables_of(made)["programmes"]))
    assert "inte skyddade" in to_text(made)


def test_html_text_and_tables_hide_the_same():
    register = register_of(2, 30)
    made = build_report(Inputs(municipality="Kalmar", register=register, on=ON))
    hidden = sum(
        cell is HIDDEN for table in made.tables() for line in table.lines() for cell in line.cells
    )
    assert hidden
    assert to_html(made, "en").count(">protected<") >= hidden
    assert "protected" in to_text(made, "en")


def test_a_few_persons_are_not_counted_at_all():
    made = build_report(Inputs(municipality="Kalmar", register=register_of(3, 4), on=ON))
    for name in ("target", "programmes", "offers", "summary-persons"):
        assert not any(numbers_in(tables_of(made)[name]))
    assert not any(
        block.id.endswith("picture")
        for s in made.sections
        for block in s.blocks
        if hasattr(block, "draw") and s.id in ("programmes",)
    )


def test_remarks_on_rows_lose_their_numbers_with_persons_of_ones_own():
    remark = message("register/note-ongoing", count=3)
    shown = build_report(
        Inputs(municipality="Kalmar", register=register_of(4, 40), on=ON, remarks=(remark,))
    )
    assert "3 perioder" not in to_text(shown)
    assert "Perioder utan slutdatum lästes som pågående." in to_text(shown)
    open_report = build_report(
        Inputs(
            municipality="Kalmar",
            register=register_of(4, 40),
            on=ON,
            remarks=(remark,),
            threshold=None,
        )
    )
    assert "3 perioder" in to_text(open_report)
