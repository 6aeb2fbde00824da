"""What make passes on to the command: what was asked for, and nothing that the environment holds."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from dualib.cli.arguments import parse, parser

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
OF_MAKE = {"MAKEFLAGS", "MAKEOVERRIDES", "MAKELEVEL", "MFLAGS"}
TYPED = {
    "ON": "2015-05-31",
    "PERSONS": "it's 'mine'.csv",
    "SPELLS": "$(x) `y`.csv",
    "OBSERVED": "2014-01-01 2015-05-31",
    "COLUMNS": "född=born id=key",
    "FIGURES": "figures.csv",
    "THRESHOLD": "7",
    "LANGUAGE": "en",
    "OUT": "a b",
}
SEVERAL = {"OBSERVED", "COLUMNS"}


@pytest.fixture
def passed(tmp_path: Path):
    """Return what asks make for a report in a folder whose command prints its arguments."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    for name in ("requirements/report.txt", "pyproject.toml", ".venv/ready"):
        (tmp_path / name).touch()
    command = tmp_path / ".venv" / "bin" / "dualib"
    command.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    command.chmod(0o755)
    clean = {name: value for name, value in os.environ.items() if name not in OF_MAKE}

    def ask(*asked: str, **environment: str) -> list[str]:
        made = subprocess.run(
            ["make", "--no-print-directory", f"--file={ROOT / 'Makefile'}", "report", *asked],
            cwd=tmp_path,
            env={**clean, **environment},
            capture_output=True,
            text=True,
        )
        assert made.returncode == 0, made.stderr
        return made.stdout.splitlines()

    return ask


@pytest.mark.parametrize(("name", "value"), TYPED.items())
def test_a_variable_is_an_option(name, value, passed):
    words = value.split() if name in SEVERAL else [value]
    typed = value.replace("$", "$$")  # make itself reads a dollar sign
    assert passed(f"{name}={typed}") == ["report", f"--{name.lower()}", *words]


def test_all_at_once_are_understood_by_the_command(passed):
    values = {**TYPED, "MUNICIPALITY": "Kal'mar", "ARGS": "--as-of 2015-05-31 --seed 3 --quiet"}
    asked = parse(passed(*(f"{name}={value}" for name, value in values.items())))
    assert asked.municipality == "Kal'mar"
    assert asked.columns == [("född", "born"), ("id", "key")]
    assert (asked.threshold, asked.seed, asked.quiet) == (7, 3, True)
    assert str(asked.out) == "a b"
    assert not asked.unprotected


def test_every_option_of_the_command_can_be_passed_on(passed):
    commands = next(action for action in parser()._actions if action.dest == "command").choices
    options = [name for action in commands["report"]._actions for name in action.option_strings]
    assert {f"--{name.lower()}" for name in TYPED} < set(options)
    assert passed(f"ARGS={' '.join(options)}") == ["report", *options]


def test_what_a_terminal_or_a_desktop_has_set_is_not_asked_for(passed):
    """GNU systems set LANGUAGE=en_US:en and shells COLUMNS; ARGS could hold --unprotected."""
    names = re.findall(r"^([A-Z]+) =$", MAKEFILE, flags=re.MULTILINE)
    assert {*TYPED, "MUNICIPALITY", "ARGS"} <= set(names)
    assert passed(**dict.fromkeys(names, "--unprotected")) == ["report"]
    assert passed("LANGUAGE=en", LANGUAGE="sv_SE:sv") == ["report", "--language", "en"]
