"""What make passes on to the command: every option it has, and nothing that was not asked for."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from dualib.cli.arguments import parse, parser

ROOT = Path(__file__).parents[2]
MAKE = {"MAKEFLAGS", "MAKEOVERRIDES", "MAKELEVEL", "MFLAGS"}


def make(*asked, **environment):
    """Return what make would run."""
    clean = {name: value for name, value in os.environ.items() if name not in MAKE}
    return subprocess.run(
        ["make", "--no-print-directory", "-n", "report", *asked],
        cwd=ROOT, env={**clean, **environment}, capture_output=True, text=True,
    )  # fmt: skip


def passed(*asked, **environment):
    told = make(*asked, **environment)
    assert told.returncode == 0, told.stderr
    command = told.stdout[told.stdout.rindex(".venv/bin/dualib report") :].replace("\\\n", " ")
    return shlex.split(command)[2:]


def options():
    """Return the options of the command's report, without those that only explain it."""
    report = next(iter(action for action in parser()._actions if action.dest == "command")).choices[
        "report"
    ]
    return {action.option_strings[-1].lstrip("-"): action for action in report._actions if action.dest != "help"
            and action.option_strings}  # fmt: skip


def test_make_has_a_variable_for_every_option():
    """Typed to make as FIRST_WORD=value; a day such as OBSERVED has two values."""
    values = {
        "observed": "2014-01-01 2015-05-31",
        "columns": "född=born id=key",
        "unprotected": "yes",
        "quiet": "yes",
    }
    for name, action in options().items():
        value = values.get(name, "it's 'x")
        found = passed(f"{name.upper().replace('-', '_')}={value}")
        if action.nargs == 0:
            assert found == [f"--{name}"]
        elif action.nargs is None:
            assert found == [f"--{name}", value]
        else:
            assert found == [f"--{name}", *value.split()]


def test_all_at_once_are_understood_by_the_command():
    asked = [
        "MUNICIPALITY=Kalmar", "ON=2015-05-31", "PERSONS=p.csv", "SPELLS=s.csv", "OBSERVED=2014-01-01 2015-05-31",
        "AS_OF=2015-05-31", "COLUMNS=född=born", "CONTRADICTIONS=report", "THRESHOLD=7", "LANGUAGE=en", "OUT=a b",
    ]  # fmt: skip
    found = vars(parse(["report", *passed(*asked)]))
    assert found["municipality"] == "Kalmar"
    assert found["columns"] == [("född", "born")]
    assert found["threshold"] == 7
    assert str(found["out"]) == "a b"
    assert not found["unprotected"]


def test_what_a_terminal_or_a_desktop_has_set_is_not_asked_for():
    """GNU systems set LANGUAGE=en_US:en, and shells COLUMNS; protection is switched off only with the command."""
    assert passed(LANGUAGE="en_US:en", COLUMNS="80", UNPROTECTED="yes", QUIET="1") == []
    assert passed("LANGUAGE=en", LANGUAGE="sv_SE:sv") == ["--language", "en"]


@pytest.mark.parametrize("value", ["no", "0", "1", "false", "yes please"])
def test_protection_is_not_switched_off_by_anything_but_yes(value):
    told = make(f"UNPROTECTED={value}")
    assert told.returncode == 2
    assert (
        f"UNPROTECTED={value} is not understood: say UNPROTECTED=yes, or leave it out"
        in told.stderr
    )
    assert "--unprotected" not in told.stdout


def test_nothing_unprotected_without_being_asked():
    assert passed() == passed("UNPROTECTED=") == []
    assert passed("UNPROTECTED=ja") == ["--unprotected"]
    text = (ROOT / "Makefile").read_text("utf-8")
    assert len(re.findall(r"yes,unprotected", text)) == 1
