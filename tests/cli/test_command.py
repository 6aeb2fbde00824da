"""The command: what it writes, what it says, and that it writes nothing when the input cannot be used."""
# ruff: noqa: E501 - golden messages are long

from __future__ import annotations

import argparse
import csv
import runpy
import sys
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

import dualib
from dualib.cli import command
from dualib.cli.command import main
from dualib.local_agreements import AGREEMENTS, FORMATS
from dualib.vocabulary import FACTS

HELP = Path(__file__).parent / "help"
PERSONS = "id;född;kön\r\na;1996-02-29;kvinna\r\nb;1995-01-01;man\r\nc;1980-01-01;\r\n"
SPELLS = "id;start;slut;status\r\na;2015-01-10;;openly_unemployed\r\nb;2015-01-10;2015-05-31;openly_unemployed\r\n"
FIGURES = (
    "id,table,measure,value,unit,sex,total,place\n"
    "a,t,unga,787,persons,total,,egen lista\nw,t,unga,297,persons,woman,a,egen lista\n"
    "m,t,unga,490,persons,man,a,egen lista\n"
)


def written(folder, **files):
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8-sig", newline="")
    return folder


@pytest.fixture
def own(tmp_path):
    observed = "track;first;last\r\n;2014-01-01;2015-05-31\r\n"
    return written(tmp_path / "in", persons=PERSONS, spells=SPELLS, observed=observed)


def on_own(own, out, *more):
    files = ["--persons", str(own / "persons.csv"), "--spells", str(own / "spells.csv")]
    return main(["report", "kalmar", "--on", "2015-05-31", *files, "--out", str(out), *more])


def rows(path, separator=";"):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=separator))


def test_kalmar_without_files_is_an_illustration_everywhere(tmp_path, capsys):
    assert main(["report", "--out", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "PÅHITTADE PERSONER" in said.out
    assert said.out.rstrip().endswith(f"Rapporten: {tmp_path / 'kalmar.html'}")
    assert "\x1b[" not in said.out
    page = (tmp_path / "kalmar.html").read_text(encoding="utf-8")
    assert 'lang="sv"' in page
    assert "PÅHITTADE PERSONER" in page
    tables = tmp_path / "kalmar-csv"
    made = rows(tables / "programmes-af.csv")
    assert made[0][-1] == "underlag"
    assert {row[-1] for row in made[1:]} == {"påhittade personer"}
    assert ["Alla", "297", "297", "490", "490", "787", "787", "påhittade personer"] in rows(
        tables / "target-af.csv"
    )
    assert all(f"{path.name}" in page for path in tables.iterdir())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kalmar-csv", "kalmar.html"]


def test_english_goes_beside_swedish_and_a_second_report_takes_the_place_of_the_first(
    tmp_path, capsys
):
    for _ in range(2):
        assert (
            main(["report", "Tyresö", "--language", "en", "--out", str(tmp_path), "--quiet"]) == 0
        )
    assert capsys.readouterr().out == f"{tmp_path / 'tyreso.en.html'}\n" * 2
    staffing = rows(tmp_path / "tyreso.en-csv" / "staffing.csv", ",")
    assert staffing[-1][0] == "Total"
    assert staffing[-1][-1] == "13.25"
    assert main(["report", "Tyresö", "--out", str(tmp_path), "--quiet"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "tyreso-csv",
        "tyreso.en-csv",
        "tyreso.en.html",
        "tyreso.html",
    ]
    assert rows(tmp_path / "tyreso-csv" / "staffing.csv")[-1][-1] == "13,25"


@pytest.mark.parametrize("municipality", ["Hammarö", "Västerås", "Tjörn", "Orust"])
def test_every_other_municipality_has_a_report_without_persons(municipality, tmp_path, capsys):
    assert main(["report", municipality, "--out", str(tmp_path), "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert "No persons were read, so none are counted." in said
    assert "No day was given." in said or municipality == "Kalmar"


def test_persons_of_ones_own_are_protected_and_the_dialect_is_told(own, tmp_path, capsys):
    assert on_own(own, tmp_path / "out") == 0
    said = capsys.readouterr().out
    assert "Skiljetecken semikolon, teckenkodning UTF-8 med byte order mark." in said
    assert "observed.csv bredvid perioderna" in said
    assert "Perioder utan slutdatum lästes som pågående." in said
    assert "PÅHITTADE" not in said
    cells = {
        cell
        for row in rows(tmp_path / "out" / "kalmar-csv" / "target.csv")[1:]
        for cell in row[1:-1]
    }
    assert cells == {"skyddat"}


@pytest.mark.parametrize(("column", "given"), [("", 0), ("2015-05-31", 0), ("2015-05-01", 1)])
def test_a_template_filled_in_with_the_day_of_its_facts_or_without_makes_a_report(
    own, tmp_path, capsys, column, given
):
    lines = PERSONS.split("\r\n")
    filled = [lines[0] + ";uttagsdatum", *(f"{line};{column}" for line in lines[1:-1])]
    written(own, persons="\r\n".join(filled) + "\r\n")
    assert (
        on_own(own, tmp_path / "out", "--quiet", *(["--as-of", "2015-05-31"] if given else []))
        == 2 * given
    )
    said = capsys.readouterr().err
    assert ("både som argument och som kolumnen 'uttagsdatum'" in said) == bool(given)


def test_protection_is_switched_off_by_name_only(own, tmp_path, capsys):
    assert on_own(own, tmp_path / "out", "--unprotected") == 0
    assert "Antalen i rapporten är inte skyddade" in capsys.readouterr().out
    assert rows(tmp_path / "out" / "kalmar-csv" / "target.csv")[-1][:4] == ["Alla", "1", "1", "2"]
    assert on_own(own, tmp_path / "out", "--threshold", "2", "--quiet") == 0


def test_figures_of_ones_own_give_reconciliation_without_persons(tmp_path, capsys):
    folder = written(tmp_path / "in", figures=FIGURES)
    assert main(["report", "Orust", "--figures", str(folder), "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert "Dina 3 siffror" in said
    assert "figures.csv: Skiljetecken komma, teckenkodning UTF-8 med byte order mark." in said
    assert [row[0] for row in rows(tmp_path / "out" / "orust-csv" / "own-figures.csv")] == [
        "id",
        "a",
        "w",
        "m",
    ]


def test_figures_come_from_parquet_too(tmp_path, capsys):
    parquet = pytest.importorskip("pyarrow.parquet")
    import pyarrow

    columns = list(csv.DictReader(FIGURES.splitlines()))
    table = pyarrow.table({name: [row[name] for row in columns] for name in columns[0]})
    parquet.write_table(table, tmp_path / "figures.parquet")
    arguments = [
        "report",
        "Orust",
        "--figures",
        str(tmp_path / "figures.parquet"),
        "--out",
        str(tmp_path / "out"),
    ]
    assert main([*arguments, "--quiet"]) == 0
    assert rows(tmp_path / "out" / "orust-csv" / "own-figures.csv")[1][5] == "787"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {
                "persons": "id;född\r\na;1996-02-30\r\na;1996-01-01\r\n;1996-01-01\r\n",
                "spells": SPELLS,
            },
            ["persons.csv, rad 1", "persons.csv, rad 2", "persons.csv, rad 3"],
        ),
        ({"persons": "id;borm\r\na;1996-01-01\r\n", "spells": SPELLS}, ["Menade du 'born'"]),
        (
            {
                "persons": PERSONS,
                "spells": "id;start;slut;status\r\nz;2015-02-01;2015-01-01;nothing\r\n",
            },
            ["rad 1"],
        ),
        ({"persons": "", "spells": SPELLS}, ["persons.csv: är tom"]),
    ],
)
def test_bad_input_is_told_whole_and_nothing_is_written(files, expected, tmp_path, capsys):
    own = written(tmp_path / "in", **files)
    assert on_own(own, tmp_path / "out", "--observed", "2014-01-01", "2015-05-31") == 2
    said = capsys.readouterr()
    assert said.out == ""
    for words in expected:
        assert words in said.err
    assert not (tmp_path / "out").exists()


def test_a_missing_observed_period_is_an_error(own, tmp_path, capsys):
    (own / "observed.csv").unlink()
    assert on_own(own, tmp_path / "out") == 2
    assert "observed" in capsys.readouterr().err


CLASH = SPELLS + "a;2015-02-01;2015-02-10;full_time_work\r\n"


def test_contradictions_are_errors_or_told_to_whoever_runs_the_command(own, tmp_path, capsys):
    written(own, spells=CLASH)
    assert on_own(own, tmp_path / "out", "--quiet") == 2
    first = capsys.readouterr().err
    assert "spells.csv" in first
    assert on_own(own, tmp_path / "out", "--contradictions", "report") == 0
    said = capsys.readouterr()
    assert said.err.startswith("dualib report: spells.csv")
    assert "statusar som inte kan gälla samma dag" in said.out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["report", "Kalmr"], "Menade du 'Kalmar'"),
        (["report", "--spells", "s.csv"], "lägg till --persons FIL eller ta bort --spells"),
        (["report", "--persons", "p.csv"], "dagen saknas"),
        (["report", "--persons", "p.csv", "--on", "2015-05-31"], "p.csv: filen finns inte"),
        (["report", "--figures", "f.csv"], "det finns ingen fil eller mapp 'f.csv'"),
        (["check", "kalmr"], "kalmar"),
        (["report", "--seed", "-1"], "seed"),
    ],
)
def test_input_that_cannot_be_used_ends_with_2_and_says_why(
    arguments, expected, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"dualib {arguments[0]}: ")
    assert expected in said.err
    assert not (tmp_path / "build").exists()


PAIR_SV = "är inte ett par av kolumnnamn: skriv ditt=vårt, till exempel födelsedag=born"
PAIR_EN = "is not a pair of column names: expected yours=ours, such as födelsedag=born"
THRESHOLD_SV = (
    "är inte en tröskel: skriv ett heltal som är minst 2; vill du visa alla antal, skriv --un"
)
THRESHOLD_EN = (
    "is not a threshold: expected a whole number of at least 2; to show every count, use --un"
)


@pytest.mark.parametrize(
    ("arguments", "swedish", "english"),
    [
        (
            ["report", "--on", "31 maj"],
            "report: --on: '31 maj' är inte ett datum: skriv år-månad-dag, till exempel 2015-05-31",
            "argument --on: '31 maj' is not a date: expected year-month-day, such as 2015-05-31",
        ),
        (["report", "--threshold", "1"], f"'1' {THRESHOLD_SV}", f"'1' {THRESHOLD_EN}"),
        (["report", "--threshold", "\N{SUPERSCRIPT TWO}"], THRESHOLD_SV, THRESHOLD_EN),
        (["report", "--threshold", "few"], f"'few' {THRESHOLD_SV}", f"'few' {THRESHOLD_EN}"),
        (
            ["report", "--seed", "x"],
            "--seed: 'x' är inte ett heltal, till exempel 1",
            "--seed: 'x' is not a whole number, such as 1",
        ),
        (["reprot"], "KOMMANDO: 'reprot' finns inte att välja: välj bland", "invalid choice"),
        (
            ["export", "kalmar", "--format", "xls"],
            "--format: 'xls' finns inte att välja: välj bland",
            "--format: invalid choice: 'xls' (choose from",
        ),
        (["report", "--columns", "born", "Kalmar"], f"'born' {PAIR_SV}", f"'born' {PAIR_EN}"),
        (["report", "--columns", "a=born", "Kalmar"], f"'Kalmar' {PAIR_SV}", f"'Kalmar' {PAIR_EN}"),
        (
            ["report", "--columns", "=born"],
            "skriv kommunen före --columns",
            "the municipality goes before --columns",
        ),
        (
            ["report", "--languge", "fi"],
            "--languge går inte att använda här. Menade du '--language'?",
            "--languge cannot be used here. Did you mean '--language'?",
        ),
        (
            ["report", "Kalmar", "Orust"],
            "dualib report: Orust går inte att använda här.\n",
            "dualib report: Orust cannot be used here.\n",
        ),
        (
            ["report", "--unprot"],
            "--unprot går inte att använda här. Menade du '--unprotected'?",
            "--unprot cannot be used here. Did you mean '--unprotected'?",
        ),
        (
            ["report", "--threshold", "7", "--unprotected"],
            "--unprotected: går inte att använda tillsammans med --threshold",
            "argument --unprotected: not allowed with argument --threshold",
        ),
        (
            ["--verson"],
            "dualib: --verson går inte att använda här. Menade du '--version'?",
            "dualib: --verson cannot be used here. Did you mean '--version'?",
        ),
        (["report", "--on"], "--on: ett värde saknas", "--on: expected one argument"),
        (["report", "--columns"], "minst ett värde saknas", "expected at least one argument"),
        (["report", "--observed", "2014-01-01"], "ska ha 2 värden", "expected 2 arguments"),
        (["report", "--quiet=2"], "tar inget värde, men '2' är angivet", "ignored explicit argume"),
        (["new"], "dualib new: följande saknas: NAMN\n", "are required: NAME\n"),
    ],
)
def test_options_that_cannot_be_read_end_with_2_and_name_the_help(
    arguments, swedish, english, capsys
):
    program = "dualib" if arguments[0] in ("reprot", "--verson") else f"dualib {arguments[0]}"
    for language, before, expected, help_named in (
        ("sv", [], swedish, f"Skriv {program} --help så visas vad du kan välja."),
        ("en", ["--language", "en"], english, f"See {program} --help for the options."),
    ):
        with pytest.raises(SystemExit) as stopped:
            main([*before, *arguments])
        assert stopped.value.code == 2
        said = capsys.readouterr().err
        assert said.startswith({"sv": "användning: dualib", "en": "usage: dualib"}[language])
        assert expected in said
        assert said.endswith(f"{help_named}\n")


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (["list"], "överenskommelser"),
        (["--language", "en", "list"], "agreements"),
        (["list", "--language=en"], "agreements"),
        (["--language", "en", "list", "--language", "sv"], "överenskommelser"),
    ],
)
def test_the_language_may_be_asked_for_before_or_after_the_command(arguments, first, capsys):
    assert main(arguments) == 0
    assert capsys.readouterr().out.endswith(f"{len(AGREEMENTS)} {first}\n")


def test_argparse_speaks_as_before_when_the_command_is_done(capsys):
    with pytest.raises(SystemExit):
        main(["report", "--on"])
    assert capsys.readouterr().err.startswith("användning: ")
    assert argparse.ArgumentParser(prog="x").format_usage() == "usage: x [-h]\n"


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", ["", "report", "template", "export", "new", "check", "list"])
def test_help_of_every_command_in_both_languages(name, language, monkeypatch, capsys):
    """The help as it is read: each line was proofread when it was written down."""
    monkeypatch.setenv("COLUMNS", "100")
    with pytest.raises(SystemExit) as stopped:
        main([*name.split(), "--help", "--language", language])
    assert stopped.value.code == 0
    expected = HELP / f"{name or 'dualib'}.{language}.txt"
    assert capsys.readouterr().out == expected.read_text("utf-8")


def test_a_folder_that_is_a_file_is_refused(tmp_path, capsys):
    (tmp_path / "out").write_text("mine")
    assert main(["report", "--out", str(tmp_path / "out"), "--quiet"]) == 2
    assert "är en fil: ange en mapp att skriva rapporten till" in capsys.readouterr().err
    assert (tmp_path / "out").read_text() == "mine"


def test_help_teaches(capsys):
    assert main([]) == 0
    top = capsys.readouterr().out
    for words in (
        "dualib report Tyresö --language en",
        "dualib template",
        "avslutningskod: 0 klart",
        "--figures figures",
    ):
        assert words in top
    with pytest.raises(SystemExit) as stopped:
        main(["report", "--help"])
    assert stopped.value.code == 0
    assert "hur små de än är" in " ".join(capsys.readouterr().out.split())
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"dualib {dualib.__version__}\n"


@pytest.mark.parametrize(("language", "page"), [("sv", "forklaring.md"), ("en", "explanation.md")])
def test_templates_have_the_right_columns_and_can_be_filled_in(language, page, tmp_path, capsys):
    assert main(["template", str(tmp_path), "--language", language]) == 0
    names = [line.rsplit("/", 1)[1] for line in capsys.readouterr().out.splitlines()]
    assert names == ["persons.csv", "spells.csv", "observed.csv", "figures.csv", page]
    separator = ";" if language == "sv" else ","
    header = rows(tmp_path / "figures.csv", separator)[0]
    figure = {
        "id": "a",
        "table": "t",
        "measure": "unga",
        "value": "787",
        "unit": "persons",
        "place": "egen",
    }
    lines = [separator.join(header), separator.join(figure.get(name, "") for name in header)]
    (tmp_path / "figures.csv").write_text("\n".join(lines), encoding="utf-8")
    arguments = [
        "--figures",
        str(tmp_path / "figures.csv"),
        "--out",
        str(tmp_path / "out"),
        "--quiet",
    ]
    assert main(["report", "Orust", *arguments]) == 0
    assert main(["template", str(tmp_path)]) == 2


def test_export_new_check_and_list(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["list"]) == 0
    listed = capsys.readouterr().out
    assert "Kalmar (0880): kalmar" in listed
    assert listed.endswith(f"{len(AGREEMENTS)} överenskommelser\n")
    assert main(["export", "kalmar", "--format", "jsonstat", "--out", "x"]) == 0
    assert capsys.readouterr().out
    assert main(["check", "tyreso"]) == 0
    assert "tyreso: allt går ihop" in capsys.readouterr().out
    assert main(["check", "kalmar", "--language", "en"]) == 1
    assert "printed 195, computed 332" in capsys.readouterr().out
    assert main(["new", "Sunne"]) == 0
    assert capsys.readouterr().out
    assert main(["check", "sunne"]) in (0, 1)
    assert capsys.readouterr().out
    assert main(["export", "sunne", "--out", "y"]) in (0, 2)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_be_exported(form, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["export", "hammaro", "--format", form, "--out", "x"]) == 0
    written = capsys.readouterr().out.splitlines()
    assert written
    assert all((tmp_path / path).stat().st_size for path in written)


def test_the_command_is_a_module_too(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["dualib", "list"])
    monkeypatch.delitem(sys.modules, "dualib.__main__", raising=False)
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("dualib", run_name="__main__")
    assert ended.value.code == 0
    assert capsys.readouterr().out.endswith(f"{len(AGREEMENTS)} överenskommelser\n")


class Terminal:
    """A stream that says it is a terminal."""

    def __init__(self, stream):
        self.stream = stream

    def isatty(self):
        return True

    def __getattr__(self, name):
        return getattr(self.stream, name)


def test_a_terminal_sees_colours_and_progress(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stderr", Terminal(sys.stderr))
    monkeypatch.setattr(sys, "stdout", Terminal(sys.stdout))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert main(["report", "Tyresö", "--out", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert "\x1b[" in said.out
    assert "Räknar" in said.err


@pytest.mark.parametrize(
    ("module", "arguments", "expected"),
    [
        ("rich.console", [], "installera det med pip install rich eller skriv --quiet"),
        ("jinja2", ["--quiet"], "en rapport i HTML behöver jinja2"),
    ],
)
def test_a_missing_extra_is_named_and_nothing_is_written(
    module, arguments, expected, tmp_path, monkeypatch, capsys
):
    monkeypatch.setitem(sys.modules, module, None)
    assert main(["report", "Tyresö", "--out", str(tmp_path), *arguments]) == 2
    assert expected in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_progress_without_rich_is_silent(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "rich.console", None)
    monkeypatch.setattr(sys, "stderr", Terminal(sys.stderr))
    with command._progress("cli/counting", "sv"):
        pass
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "option",
    [
        ["--observed", "2014-01-01", "2015-05-31"],
        ["--as-of", "2015-05-31"],
        ["--columns", "född=born"],
        ["--contradictions", "report"],
        ["--threshold", "7"],
        ["--unprotected"],
    ],
    ids=lambda option: option[0],
)
def test_options_about_persons_are_not_passed_over_without_them(option, tmp_path, capsys):
    assert main(["report", *option, "--out", str(tmp_path / "out")]) == 2
    assert (
        f"{option[0]} gäller en fil med personer, men du har inte angett någon; "
        f"lägg till --persons FIL eller ta bort {option[0]}\n" in capsys.readouterr().err
    )
    assert not (tmp_path / "out").exists()


def test_figures_of_the_users_own_may_be_shown_with_a_threshold(tmp_path):
    own = written(tmp_path / "in", figures=FIGURES)
    asked = [
        "report",
        "--on",
        "2015-05-31",
        "--figures",
        str(own / "figures.csv"),
        "--quiet",
        "--out",
        str(tmp_path),
    ]
    assert main([*asked, "--threshold", "7"]) == 0


def test_a_file_of_figures_without_rows_is_refused(tmp_path, capsys):
    own = written(tmp_path / "in", figures=FIGURES.partition("\n")[0] + "\n")
    assert (
        main(["report", "--on", "2015-05-31", "--figures", str(own / "figures.csv"), "--quiet"])
        == 2
    )
    assert "figures.csv har inga rader men ska ha minst en siffra" in capsys.readouterr().err


def test_templates_go_to_a_folder_and_not_to_a_file(tmp_path, capsys):
    (tmp_path / "list.csv").touch()
    assert main(["template", str(tmp_path / "list.csv")]) == 2
    assert "list.csv är en fil: ange en mapp att skriva till" in capsys.readouterr().err


def test_the_name_of_an_agreement_wins_over_a_folder_and_says_so(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Kalmar").mkdir()
    assert main(["check", "Kalmar"]) == 1
    said = capsys.readouterr()
    assert said.err == (
        "dualib check: Kalmar läses som överenskommelsen som följer med dualib; "
        "mappen här är ./Kalmar/\n"
    )
    assert main(["check", "Kalmar/"]) == 1
    said = capsys.readouterr()
    assert said.err == ""
    assert "agreement.csv" in said.out
    assert main(["export", "Kalmar/", "--out", "out"]) == 2
    assert main(["export", "kalmar", "--out", "out"]) == 0


def test_a_new_municipality_has_its_name_filled_in(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "Sunne"]) == 0
    assert (
        (tmp_path / "sunne" / "agreement.csv")
        .read_text("utf-8-sig")
        .endswith("\nmunicipality;Sunne;;\n")
    )
    capsys.readouterr()
    assert main(["check", "sunne"]) == 1
    assert "municipality" not in capsys.readouterr().out
    assert main(["new", "../x"]) == 2
    assert "ange mappen med --folder" in capsys.readouterr().err


OWN_NAMES = {
    "persons": PERSONS.replace("id;född;kön", "nr;födelsedag;man = x"),
    "spells": SPELLS.replace("id;", "nr;"),
}


def test_columns_of_ones_own_are_named_in_both_files(own, tmp_path, capsys):
    written(own, **OWN_NAMES)
    assert on_own(own, tmp_path / "out", "--quiet") == 2
    told = capsys.readouterr().err
    assert "byt namn på den eller ange vad den är: --columns nr=...\n" in told
    columns = ["--columns", "nr=key", "födelsedag=born", "--columns", "man = x=sex"]
    assert on_own(own, tmp_path / "out", "--unprotected", "--quiet", *columns) == 0
    assert rows(tmp_path / "out" / "kalmar-csv" / "target.csv")[-1][:4] == ["Alla", "1", "1", "2"]
    assert on_own(own, tmp_path / "new", "--columns", "nr=key", "nr=born") == 2
    assert (
        "kolumnen 'nr' anges som både key och born, men kan bara vara en av dem"
        in capsys.readouterr().err
    )
    assert not (tmp_path / "new").exists()


def test_faults_are_reported_up_to_a_thousand(own, tmp_path, capsys):
    names = [f"column {number}" for number in range(1002)]
    written(own, persons=f"id;{';'.join(names)}\r\na{';' * 1002}\r\n")
    assert (
        main(["report", "--on", "2015-05-31", "--persons", str(own / "persons.csv"), "--quiet"])
        == 2
    )
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "dualib report: 1002 fel:"
    assert "kolumnen 'column 999' är okänd" in lines[1000]
    assert lines[1001:] == ["  ... och 2 till"]


def test_many_values_with_one_fault_are_one_line(own, tmp_path, capsys):
    bad = "id;född\r\n" + "".join(f"{number};1996-02-30x{number}\r\n" for number in range(1002))
    written(own, persons=bad)
    assert (
        main(["report", "--on", "2015-05-31", "--persons", str(own / "persons.csv"), "--quiet"])
        == 2
    )
    first, only = capsys.readouterr().err.splitlines()
    assert first == "dualib report: 1002 fel:"
    assert only.startswith("  persons.csv: 1002 rader med 1002 värden: född är '1996-02-30x0'")


def test_one_fault_of_many_rows_is_one_line(own, tmp_path, capsys):
    bad = "id;född\r\n" + "".join(
        f"{number};{'1996-02-30' if number % 7 else ''}\r\n" for number in range(1002)
    )
    written(own, persons=bad)
    assert (
        main(["report", "--on", "2015-05-31", "--persons", str(own / "persons.csv"), "--quiet"])
        == 2
    )
    first, only = capsys.readouterr().err.splitlines()
    assert first == "dualib report: 858 fel:"
    assert only.startswith("  persons.csv, rader 2–7, 9–14, 16–21, ")
    assert " och 738 rader till: född är '1996-02-30', en dag som inte finns: " in only


class Closed:
    """A pipe whose reader has gone, over a file of its own."""

    def __init__(self, file):
        self.file = file

    def write(self, text):
        raise BrokenPipeError(32, "Broken pipe")

    def flush(self):
        pass

    def isatty(self):
        return False

    def fileno(self):
        return self.file.fileno()


@pytest.mark.parametrize("arguments", [["report", "Tyresö"], ["list"]])
def test_a_reader_who_has_read_enough_is_no_error(arguments, tmp_path, monkeypatch, capsys):
    """As in dualib report | head."""
    monkeypatch.chdir(tmp_path)
    with (tmp_path / "pipe").open("w") as file:
        monkeypatch.setattr(sys, "stdout", Closed(file))
        assert main(arguments) == 0
    assert capsys.readouterr().err == ""
    assert (tmp_path / "build" / "report" / "tyreso.html").exists() == (arguments[0] == "report")


def listed(folder):
    return {
        path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_report_that_cannot_be_written_leaves_the_one_before_as_it_was(
    tmp_path, monkeypatch, capsys
):
    asked = ["report", "Tyresö", "--out", str(tmp_path), "--quiet"]
    assert main(asked) == 0
    before = listed(tmp_path)
    from dualib.report import write

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write, "write_file", full)
    assert main([*asked, "--on", "2017-01-01"]) == 2
    assert "(No space left on device): stäng dess filer" in capsys.readouterr().err
    assert listed(tmp_path) == before


def test_what_stands_where_a_report_would_is_not_removed(tmp_path, capsys):
    (tmp_path / "a" / "tyreso.html").mkdir(parents=True)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "tyreso-csv").write_text("mine")
    for folder, said in (("a", "tyreso.html är en mapp"), ("b", "tyreso-csv är en fil")):
        assert main(["report", "Tyresö", "--out", str(tmp_path / folder), "--quiet"]) == 2
        assert said in capsys.readouterr().err
    assert (tmp_path / "b" / "tyreso-csv").read_text() == "mine"
    mine = tmp_path / "c" / "tyreso-csv"
    mine.mkdir(parents=True)
    (mine / "notes.docx").write_text("mine")
    (mine / "old.csv").write_text("from an earlier version")
    assert main(["report", "Tyresö", "--out", str(tmp_path / "c"), "--quiet"]) == 0
    assert (mine / "notes.docx").read_text() == "mine"
    assert not (mine / "old.csv").exists()
    assert (mine / "staffing.csv").exists()


def test_a_folder_that_may_not_be_written_to_is_told_of(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert main(["report", "Tyresö", "--out", str(tmp_path / "file" / "out"), "--quiet"]) == 2
    assert "(Not a directory): stäng dess filer" in capsys.readouterr().err


class Full(Closed):
    """A pipe whose reader has gone when a short text, kept back so far, is let through."""

    def write(self, text):
        return len(text)

    def flush(self):
        raise BrokenPipeError(32, "Broken pipe")


@pytest.mark.parametrize("pipe", [Closed, Full])
def test_a_reader_who_leaves_does_not_change_what_a_check_found(
    pipe, tmp_path, monkeypatch, capsys
):
    """As in dualib check kalmar | head."""
    assert main(["check", "kalmar"]) == 1
    folder = tmp_path / "sunne"
    assert main(["new", "Sunne", "--folder", str(folder)]) == 0
    (folder / "figures.csv").write_text("wrong\n1\n", encoding="utf-8")
    assert main(["check", str(folder)]) == 1
    capsys.readouterr()
    with (tmp_path / "pipe").open("w") as file:
        monkeypatch.setattr(sys, "stdout", pipe(file))
        assert main(["check", "kalmar"]) == 1
        assert main(["check", str(folder)]) == 1
        assert main(["list"]) == 0
    assert capsys.readouterr().err == ""


def test_a_file_divided_by_bars_is_read_and_an_unknown_column_is_named_as_the_command_names_it(
    own, tmp_path, capsys
):
    written(own, persons=PERSONS.replace(";", "|"), spells=SPELLS)
    assert on_own(own, tmp_path / "out", "--quiet") == 0
    assert "persons.csv: Skiljetecken lodstreck" in (tmp_path / "out" / "kalmar.html").read_text(
        encoding="utf-8"
    )
    written(own, persons=PERSONS.replace("född", "min dag"), spells=SPELLS)
    assert on_own(own, tmp_path / "new", "--quiet") == 2
    told = capsys.readouterr().err
    assert "byt namn på den eller ange vad den är: --columns 'min dag=...'\n" in told
    assert "Python" not in told
    assert on_own(own, tmp_path / "new", "--quiet", "--columns", "min dag=birth") == 2
    assert "'min dag' ska läsas som 'birth', som inte är känt" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_columns_that_the_rules_need_and_the_file_has_not_are_told_in_one_remark(
    own, tmp_path, capsys
):
    written(own, persons="id;kön\r\n" + "".join(f"{number};kvinna\r\n" for number in range(9)))
    asked = [
        "report",
        "--on",
        "2015-05-31",
        "--persons",
        str(own / "persons.csv"),
        "--out",
        str(tmp_path / "out"),
    ]
    assert main(asked) == 0
    start = "Personfilen har ingen kolumn för följande, som reglerna frågar efter och som därför är okänt: födelsedatum,"
    told = " ".join(capsys.readouterr().out.split())
    assert told.count(start) == 1
    assert (tmp_path / "out" / "kalmar.html").read_text(encoding="utf-8").count(start) == 1
    assert main([*asked, "--language", "en"]) == 0
    english = "has no column for the following, which the rules ask for and which is therefore unknown: birth date,"
    assert english in " ".join(capsys.readouterr().out.split())
    every = ";".join(FACTS)
    written(
        own,
        persons=f"id;{every}\r\n"
        + "a;1996-02-29\r\n".replace("\r\n", ";" * (len(FACTS) - 1) + "\r\n"),
    )
    assert main([*asked, "--unprotected"]) == 0
    assert "ingen kolumn" not in capsys.readouterr().out


PERSON = "19121212-1212"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"persons": f"id;född\r\na;{'9' * 5000}\r\n"}, "ska vara år-månad-dag"),
        ({"persons": f"id;funktionshinderkod\r\na;{'9' * 5000}\r\n"}, "ska vara någon av 11, 21"),
        (
            {"spells": f"id;start;slut;skat\r\na;2015-01-10;;{'9' * 5000}\r\n"},
            "ska vara en SKAT-kod",
        ),
        (
            {"persons": "id;född\r\na;35124\r\n"},
            "'35124', ett datum så som Excel räknar dagar",
        ),
        (
            {"persons": f"{PERSON};1996-02-29\r\nb;\r\n"},
            "(visas inte: ser ut som ett personnummer) är okänd: filen ska börja med en rubrikrad",
        ),
        (
            {"persons": f"{PERSON};{PERSON}\r\nb;\r\n"},
            "2 kolumner heter (visas inte: ser ut som ett personnummer)",
        ),
        (
            {"observed": f"track;first;last\r\n{PERSON};2014-01-01;2015-01-01\r\n"},
            "spåret (visas inte: ser ut som ett",
        ),
    ],
)
def test_what_is_extreme_is_told_in_few_words_and_persons_never(
    files, expected, own, tmp_path, capsys
):
    written(own, **files)
    assert on_own(own, tmp_path / "out", "--quiet") == 2
    told = capsys.readouterr().err
    assert expected in told
    assert PERSON not in told
    assert len(told) < 2400
    assert not (tmp_path / "out").exists()


def test_parquet_as_databases_write_it(tmp_path, capsys):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "persons.parquet"

    def asked(**columns):
        table = arrow.Table.from_arrays(
            [*columns.values()], names=[name.strip("_") for name in columns]
        )
        parquet.write_table(table, path)
        status = main(
            [
                "report",
                "--on",
                "2015-05-31",
                "--persons",
                str(path),
                "--out",
                str(tmp_path / "o"),
                "--quiet",
            ]
        )
        return status, capsys.readouterr().err

    key = arrow.array([Decimal(7)], arrow.decimal128(38, 0))
    code = arrow.array([Decimal("11.00")], arrow.decimal128(5, 2))
    zone = arrow.timestamp("us", tz="Europe/Stockholm")
    midnight = arrow.array([datetime(1996, 2, 28, 23, tzinfo=UTC)], zone)
    assert asked(id=key, disability_code=code, born=midnight) == (0, "")
    assert (
        "med klockslag"
        in asked(id=key, born=arrow.array([datetime(1996, 2, 29, tzinfo=UTC)], zone))[1]
    )
    assert "med klockslag" in asked(id=key, born=arrow.array([1], arrow.timestamp("ns")))[1]
    assert (
        "är Decimal('11.50') men ska vara någon av 11, 21"
        in asked(id=key, disability_code=arrow.array([Decimal("11.50")]))[1]
    )
    assert "två kolumner har samma namn" in asked(id=key, id_=key)[1]
    parquet.write_table(arrow.table({"id": ["a"] * 1000}), path, compression="NONE")
    data = bytearray(path.read_bytes())
    data[20:60] = b"\xff" * 40
    path.write_bytes(data)
    assert (
        main(
            ["report", "--on", "2015-05-31", "--persons", str(path), "--out", str(tmp_path / "new")]
        )
        == 2
    )
    assert f"{path}: är skadad: skriv om Parquetfilen" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()
