"""Rules about the house: README, environments, changelog and citation agree with the code."""

import doctest
import importlib.metadata
import re
import shlex
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, flags=re.MULTILINE))
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
FRAGMENTS = sorted(path for path in (ROOT / "changelog.d").iterdir() if path.suffix == ".md")


def distributions(extra: str) -> set[str]:
    """The names of everything that an extra asks for itself, the extras of dualib in it followed."""
    found: set[str] = set()
    for line in EXTRAS[extra]:
        name, inner = re.match(r"([\w.-]+)(?:\[([^\]]*)\])?", line).groups()
        if name == "dualib":
            found.update(*(distributions(part) for part in inner.split(",")))
        else:
            found.add(name.lower().replace("_", "-"))
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_examples_of_a_page_run(page: Path) -> None:
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    failed, tried = doctest.testfile(
        str(page), module_relative=False, optionflags=flags, encoding="utf-8"
    )
    assert not failed
    assert tried or page.name != "README.md"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_named_on_a_page_exist(page: Path) -> None:
    text = page.read_text("utf-8")
    assert not set(re.findall(r"\bmake ([a-z-]+)", text)) - TARGETS
    named = set(re.findall(r"dualib\[([\w,]+)\]", text))
    assert not {extra for group in named for extra in group.split(",")} - set(EXTRAS)


def test_relative_links_of_the_pages_lead_somewhere() -> None:
    for page in PAGES:
        links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text("utf-8"))
        assert not [link for link in links if not (ROOT / link).exists()], page.name


@pytest.mark.parametrize("extra", ["report", "test", "mutation", "book", "bench"])
def test_every_environment_is_pinned(extra: str) -> None:
    lines = (ROOT / f"requirements/constraints-{extra}.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+( ;.*)?", pin) for pin in pins)
    pinned = {pin.partition("==")[0].lower().replace("_", "-") for pin in pins}
    assert not (distributions(extra) | {"attrs", "numpy"}) - pinned


def test_the_citation_names_this_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert citation["cff-version"] == "1.2.0"
    assert {"message", "title", "authors", "license", "version"} <= set(citation)
    assert (
        str(citation["version"])
        == PROJECT["project"]["version"]
        == importlib.metadata.version("dualib")
    )


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda path: path.name)
def test_a_changelog_fragment_is_well_formed(fragment: Path) -> None:
    kinds = "|".join(kind["directory"] for kind in PROJECT["tool"]["towncrier"]["type"])
    assert re.fullmatch(rf"(\+[\w-]+|\d+)\.({kinds})\.md", fragment.name)
    lines = fragment.read_text("utf-8").strip().splitlines()
    assert lines
    assert all(line.endswith((".", ":", ";")) for line in lines), "one sentence a line"


def test_make_passes_an_apostrophe_on_as_it_is():
    """A name typed to make is one word to the shell: nothing in it is run."""
    options = ["MUNICIPALITY=Kal'mar", "OUT=a b", "OBSERVED=2014-01-01 2015-05-31"]
    asked = ["make", "--no-print-directory", "-n", "report", *options]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    command = told[told.rindex(".venv/bin/dualib report") :].replace("\\\n", " ")
    assert shlex.split(command)[1:] == [
        "report",
        "Kal'mar",
        *("--observed", "2014-01-01", "2015-05-31"),
        *("--out", "a b"),
    ]
