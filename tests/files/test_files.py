"""The user's files: every dialect of CSV read alike, every fault named, everything written safely."""
# ruff: noqa: E501 - golden messages are long

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.csv_text import safe_cell, write_csv, write_file
from dualib.errors import BadData, BadInput
from dualib.files import (
    Dialect,
    read_observed,
    read_register,
    read_table,
    tables,
    write_templates,
)
from dualib.files.dialect import decoded, sniffed
from dualib.language import Text
from dualib.vocabulary import FACTS, Status, Track

HEADER = ["nyckel", "född", "kön", "not"]
ROWS = [["a", "1996-02-29", "kvinna", 'Å; å, "ö"'], ["b", "", "man", "13,25"]]


def written(separator: str, encoding: str, *, sep_line: bool = False) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=separator).writerows([HEADER, *ROWS])
    return ((f"sep={separator}\r\n" if sep_line else "") + buffer.getvalue()).encode(encoding)


@pytest.mark.parametrize("sep_line", [False, True])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_every_dialect_reads_alike(
    tmp_path: Path, separator: str, encoding: str, sep_line: bool
) -> None:
    path = tmp_path / "persons.csv"
    path.write_bytes(written(separator, encoding, sep_line=sep_line))
    table = read_table(path)
    assert table.dialect == Dialect(encoding, separator, ",")
    assert [list(record.values()) for record in table.records()] == ROWS
    assert list(table.columns) == HEADER
    assert table.size == 2


CELLS = st.text(
    st.characters(
        codec="utf-8", exclude_characters="\0", exclude_categories=["Cs", "Cc", "Zl", "Zp"]
    ),
    max_size=8,
)


@given(
    st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=5),
    st.sampled_from([",", ";", "\t"]),
    st.booleans(),
)
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], separator: str, bom: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "again.csv"
    filled = [["x", *row] for row in rows]
    write_csv(path, ["first column", "second", "third"], filled, separator=separator, bom=bom)
    expected = [[safe_cell(cell) for cell in row] for row in filled]
    assert [list(record.values()) for record in read_table(path).records()] == expected


@given(CELLS)
def test_no_cell_begins_a_formula(text: str) -> None:
    cell = safe_cell(text)
    assert cell in (text, f"'{text}")
    if cell[:1] in ("=", "@", "\t") or cell[:1] in ("+", "-"):
        assert cell[1:].replace(",", ".").replace(".", "", 1).isdecimal()


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+46 70", "'+46 70"),
        ("-cmd", "'-cmd"),
        ("@SUM", "'@SUM"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        (" =1", "' =1"),
        ("-5,5", "-5,5"),
        ("a=b", "a=b"),
        ("", ""),
        (None, ""),
        (True, "true"),
        (np.bool_(False), "false"),
        (-5, "-5"),
        (np.int8(-1), "-1"),
        (1.5, "1,5"),
        (Decimal("1E+2"), "100"),
        (Fraction(53, 4), "13,25"),
        (Fraction(1, 20), "0,05"),
        (date(2015, 5, 31), "2015-05-31"),
    ],
)
def test_cells(value: object, cell: str) -> None:
    assert safe_cell(value, decimal=",") == cell


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.csv"
    write_csv(path, ["a"], [[1]], separator=";", bom=True)
    assert path.read_bytes() == b"\xef\xbb\xbfa\n1\n"

    def rows() -> Any:
        yield [2]
        raise RuntimeError("halfway")

    with pytest.raises(RuntimeError):
        write_csv(path, ["a"], rows())
    assert path.read_bytes() == b"\xef\xbb\xbfa\n1\n"
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(OSError, match="folder"):
        write_file(folder, b"x")
    assert sorted(item.name for item in tmp_path.iterdir()) == ["folder", "new"]
    assert write_file(path, b"bytes").read_bytes() == b"bytes"


def test_the_dialect_in_words() -> None:
    tabs = Dialect("cp1252", "\t").remark("a.txt")
    assert tabs.sv == "a.txt: Skiljetecken tabb, teckenkodning Windows-1252."
    assert tabs.en == "a.txt: Separated by tabs, encoded in Windows-1252."
    commas = Dialect("utf-8", ",", ".").remark("a.csv").en
    assert commas == "a.csv: Separated by commas, decimal point, encoded in UTF-8."
    assert sniffed('"a;b;c",d', "utf-8")[0].separator == ","
    assert decoded(b"\xfe\xff\x00a", "x") == ("a", "utf-16")


def file(folder: Path, content: str | bytes, name: str = "persons.csv") -> Path:
    return write_file(folder / name, content)


def test_rows_that_hold_nothing(tmp_path: Path) -> None:
    table = read_table(file(tmp_path, "\n;\nnyckel;kön;\na;man;\nb;;\n;;\n\n"))
    assert table.records() == [{"nyckel": "a", "kön": "man"}, {"nyckel": "b", "kön": ""}]
    assert [note.en for note in table.notes] == [
        "persons.csv: Separated by semicolons, encoded in UTF-8.",
        "persons.csv: Empty rows at the end left out: 2.",
    ]
    assert read_table(file(tmp_path, "nyckel")).size == 0
    mixed = read_table(file(tmp_path, "a;b\n1,5;1.5\n"))
    assert mixed.dialect is not None
    assert mixed.dialect.decimal is None


NAME = "persons.csv"
BAD: dict[str, tuple[str, str | bytes, str]] = {
    "empty file": (NAME, "", "1 problem:\n  persons.csv: is empty: expected a header line and rows"),
    "blank file": (NAME, "\n;;\n", "1 problem:\n  persons.csv: is empty: expected a header line and rows"),
    "ragged": (NAME, "a;b\n1\n1;2\n1;2;3\n", "2 problems:\n  persons.csv, row 1: has 1 cell: expected 2 as in the header\n  persons.csv, row 3: has 3 cells: expected 2 as in the header"),
    "empty row": (NAME, "a;b\n1;2\n\n3;4\n;\n5;6\n", "2 problems:\n  persons.csv, rows 2, 4: is empty: expected a row of data, or that the line is removed"),
    "same header": (NAME, "a;b;a\n1;2;3\n", "1 problem:\n  persons.csv: 2 columns are called 'a': expected different names"),
    "no header": (NAME, "a;\n1;2\n", "1 problem:\n  persons.csv: column 2 has cells but no name in the header"),
    "bad quotes": (NAME, 'a;b\n"1"x;2\n', "persons.csv: line 2 cannot be read: expected quotes only around a whole cell, a quote inside it doubled (\"\"), and every quote closed"),
    "open quote": (NAME, 'a;b\n"1;2\n', "persons.csv: line 2 cannot be read: expected quotes only around a whole cell, a quote inside it doubled (\"\"), and every quote closed"),
    "undecodable": (NAME, b"a;b\nx;\xe5\ny;\x81\n", "persons.csv: line 3 holds byte 0x81, which is not text in Windows-1252: save the file as CSV UTF-8"),
    "broken UTF-8": (NAME, b"\xef\xbb\xbfa;b\n\xff;1\n", "persons.csv: line 2 holds byte 0xff, which is not text in UTF-8 with a byte-order mark: save the file as CSV UTF-8"),
    "null byte": (NAME, b"a;b\n\x00;1\n", "persons.csv: line 2 holds a null byte: expected text; save the file as CSV UTF-8"),
    "workbook": (NAME, b"PK\x03\x04...", "persons.csv: is an Excel workbook, not CSV: save it as CSV UTF-8 (comma separated) and try again"),
    "parquet by another name": (NAME, b"PAR1...", "persons.csv: is a Parquet file: give it a name that ends in .parquet"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_files_that_cannot_be_read(tmp_path: Path, case: str) -> None:
    name, content, message = BAD[case]
    with pytest.raises(BadInput) as caught:
        read_table(file(tmp_path, content, name))
    assert str(caught.value) == message


def test_files_that_are_no_tables(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is a folder: expected a file"):
        read_table(tmp_path)
    with pytest.raises(BadInput, match=r"ends in '.xlsx': expected .csv, .txt, .tsv or .parquet"):
        read_table(file(tmp_path, "x", "a.xlsx"))
    with pytest.raises(BadInput, match="has no ending"):
        read_table(file(tmp_path, "x", "a"))


def test_bad_cells_and_rows_to_write(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"separator is '.': expected"):
        write_csv(tmp_path / "a.csv", ["a"], [], separator="|")
    with pytest.raises(BadInput, match="rows: row 2 has 2 cells: expected 1 as in the header"):
        write_csv(tmp_path / "a.csv", ["a"], [[1], [1, 2]])
    with pytest.raises(
        BadInput,
        match="a cell is 1/3, which cannot be written with a finite number of decimals: round it first",
    ):
        safe_cell(Fraction(1, 3))
    with pytest.raises(BadInput, match="expected text in one language"):
        safe_cell(Text("a", "b"))
    assert not list(tmp_path.iterdir())


PERSONS = "nyckel;född;kön\na;1996-02-29;kvinna\nb;1990-01-01;\n"
SPELLS = "nyckel;start;slut;status\na;2015-01-10;;openly_unemployed\n"
SEEN = (date(2014, 1, 1), date(2015, 5, 31))


def test_a_register_from_files(tmp_path: Path) -> None:
    persons, spells = file(tmp_path, PERSONS), file(tmp_path, SPELLS, "spells.csv")
    register = read_register(persons, spells, observed=SEEN, as_of=SEEN[1])
    assert register.keys == ("a", "b")
    assert register.observed[Track.WORK][1].tolist() == [16586, 16586]
    assert [note.en for note in register.notes] == [
        "persons.csv: Separated by semicolons, encoded in UTF-8.",
        "spells.csv: Separated by semicolons, encoded in UTF-8.",
        "1 spell without an end date was read as ongoing.",
    ]
    assert len(read_register(persons).spells) == 0
    with pytest.raises(BadData, match=r"spells.csv: has no observed period"):
        read_register(persons, spells)
    file(tmp_path, "första dag;sista dag\n2014-01-01;2015-05-31\n", "observed.csv")
    register = read_register(persons, spells)
    assert register.observed[Track.STUDY][0].tolist() == [16071, 16071]
    assert (
        register.notes[2].en == "The observed period was read from observed.csv beside the spells."
    )
    file(tmp_path, SPELLS + "c;2015-01-10;2014-01-01;x\n", "spells.csv")
    with pytest.raises(BadData) as caught:
        read_register(persons, spells)
    assert [(problem.where, problem.row) for problem in caught.value.problems] == [
        ("spells.csv", 2)
    ] * 3


def test_a_register_from_parquet(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    import pyarrow.parquet as parquet

    table = pyarrow.table({"key": ["a", "b"], "born": [date(1996, 2, 29), None]})
    path = tmp_path / "persons.parquet"
    parquet.write_table(table, path)
    register = read_register(path)
    assert register.column("born").tolist()[0] == 9555
    assert read_table(path).dialect is None
    assert register.notes == ()
    parquet.write_table(table.slice(0, 0), path)
    with pytest.raises(BadData, match=r"persons.parquet: has no rows"):
        read_table(path)


def test_observed_by_track(tmp_path: Path) -> None:
    text = "track,first,last\nwork,2014-01-01,2015-05-31\nStudier,2014-01-01,2014-12-31\n"
    periods = read_observed(file(tmp_path, text))
    assert periods == {Track.WORK: SEEN, Track.STUDY: (date(2014, 1, 1), date(2014, 12, 31))}
    assert len(
        read_observed(file(tmp_path, "track,first,last\nall,2014-01-01,2015-05-31\n"))
    ) == len(Track)
    with pytest.raises(BadData) as caught:
        read_observed(
            file(
                tmp_path,
                "track,first,last\nwrok,2014-01-01,2015-05-31\nwork,2014,x\nstudy,2015-01-01,2014-01-01\nstudy,2014-01-01,2014-01-01\n",
            )
        )
    assert [str(problem) for problem in caught.value.problems] == [
        "persons.csv, row 1: track 'wrok' is not known; expected one of registration, work, study, programme, absence, "
        "municipal. Did you mean 'work'?",
        "persons.csv, row 2: first is '2014': expected year-month-day such as 2015-05-31",
        "persons.csv, row 2: last is 'x': expected year-month-day such as 2015-05-31",
        "persons.csv, row 3: ends 2014-01-01, before it starts 2015-01-01",
        "persons.csv, row 4: track studies was already given: expected one row",
    ]
    with pytest.raises(BadData) as caught:
        read_observed(file(tmp_path, "trakc\n"))
    assert [
        str(problem.what).partition(":")[0].partition(";")[0] for problem in caught.value.problems
    ] == [
        "column 'trakc' is not known",
        "has no column first",
        "has no column last",
        "has no rows",
    ]


@attrs.frozen
class Column:
    name: str
    words: Text
    required: bool = False
    choices: tuple[str, ...] = ()


@attrs.frozen
class Sheet:
    name: str
    words: Text
    columns: Sequence[Column]


FIGURES = Sheet(
    "figures",
    Text("publicerade tal", "published figures"),
    [
        Column("id", Text("namn", "name"), True),
        Column("sex", Text("kön", "sex"), False, ("woman", "man")),
    ],
)


@pytest.mark.parametrize(("language", "page"), [("sv", "forklaring.md"), ("en", "explanation.md")])
def test_templates_have_every_column_and_are_read_back(
    tmp_path: Path, language: str, page: str
) -> None:
    paths = write_templates(tmp_path / "new", language, also=[FIGURES])
    assert [path.name for path in paths] == [
        "persons.csv",
        "spells.csv",
        "observed.csv",
        "figures.csv",
        page,
    ]
    text = (tmp_path / "new" / page).read_text(encoding="utf-8")
    for status in Status:
        assert (
            f"| `{status.value}` | {status.noun.say(language)} | `{status.track.value}` |" in text
        )
    for fact in FACTS.values():
        assert f" | {fact.words.say(language)} | " in text
    assert "| `sex` |" in text
    assert ": woman, man |" in text
    persons, spells, observed = (path.read_text("utf-8-sig").strip() for path in paths[:3])
    separator = ";" if language == "sv" else ","
    names = persons.split(separator)
    assert len(names) == len(FACTS) + 2
    row = separator.join(["a", *[""] * (len(names) - 1)])
    write_file(paths[0], f"{persons}\n{row}\n")
    write_file(paths[1], f"{spells}\n{separator.join(['a', '2015-01-01', '', 'in_kaa'])}\n")
    write_file(paths[2], f"{observed}\n{separator.join(['', '2014-01-01', '2015-05-31'])}\n")
    register = read_register(paths[0], paths[1])
    assert register.provided == set(FACTS)
    assert register.person(0).spells[0].statuses == (Status.IN_KAA,)


def test_templates_never_overwrite(tmp_path: Path) -> None:
    file(tmp_path, "mine", "spells.csv")
    with pytest.raises(
        BadInput, match=r"already has spells.csv: nothing was written; choose an empty folder"
    ):
        write_templates(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["spells.csv"]


@pytest.mark.parametrize("sign", ["^", ":"])
def test_a_separator_that_is_not_known_is_told_with_those_that_are(
    tmp_path: Path, sign: str
) -> None:
    path = tmp_path / "persons.csv"
    path.write_text(f"id{sign}born\n1{sign}1996-02-29\n", encoding="utf-8")
    with pytest.raises(BadData, match=r"expected semicolons, commas, tabs or \|"):
        read_table(path)
    path.write_text(f"id{sign}born\n1\n", encoding="utf-8")
    assert list(read_table(path).columns) == [f"id{sign}born"]


LINES = st.lists(
    st.lists(
        st.sampled_from(["", " ", "a", "1,5", '"x', "b\nc", "\u2028"]), min_size=1, max_size=3
    ),
    max_size=7,
)


@given(LINES, st.sampled_from(["a;b", "a", ";b", "a;a", "\n\na;b;", "", '"a;b']), st.booleans())
def test_a_file_read_in_parts_is_as_the_file_read_whole(
    lines: list[list[str]], header: str, quoted: bool
) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(
        buffer, delimiter=";", quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    ).writerows(lines)
    text, dialect = f"{header}\r\n{buffer.getvalue()}", Dialect("utf-8", ";")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(tables, "_LINES", 2)
        read = tables._whole(text, dialect)
    if read is None:
        return
    whole = tables._as_given(text, dialect, "a.csv") if "" not in read[0] else None
    if whole is not None:
        assert {name: column.values.tolist() for name, column in whole.columns.items()} == {
            name: list(values) for name, (values, _) in zip(*read, strict=True)
        }
    for values, distinct in read[1]:
        assert set(values) == set(distinct)
