"""Rules about the house: README, environments, changelog and citation agree with the code."""

import doctest
import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest
import yaml

import dualib

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]
GROUPS: dict[str, list[str | dict[str, str]]] = PROJECT["dependency-groups"]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, flags=re.MULTILINE))
WRITTEN = re.findall(r"\$\(PIN\) (.*) -o requirements/([a-z]+)\.txt", MAKEFILE)
PINNED = {name: options for options, name in WRITTEN}
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
TEXTS = {".html", ".jinja", ".md", ".py", ".pyi", ".toml", ".yml"}
FRAGMENTS = sorted(path for path in (ROOT / "changelog.d").iterdir() if path.suffix == ".md")


def distribution(requirement: str) -> str:
    """Return the name of what a requirement asks for, as pins write it."""
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def group(name: str) -> set[str]:
    """Return what a group asks for, with the groups that it includes."""
    asked: set[str] = set()
    for line in GROUPS[name]:
        asked |= {distribution(line)} if isinstance(line, str) else group(line["include-group"])
    return asked


def asked_for(options: str) -> set[str]:
    """Return what a file of pins must have in it: what make names when it writes that file."""
    extras = EXTRAS if "--all-extras" in options else re.findall(r"--extra (\w+)", options)
    lines = [line for extra in extras for line in EXTRAS[extra]]
    if "pyproject.toml" in options:
        lines += PROJECT["project"]["dependencies"]
    named = re.findall(r"--group (\w+)", options)
    return {distribution(line) for line in lines}.union(*map(group, named))


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
    named = set(re.findall(r"\.\[([\w,]+)\]", text))
    assert not {extra for group in named for extra in group.split(",")} - set(EXTRAS)


def test_relative_links_of_the_pages_lead_somewhere() -> None:
    for page in PAGES:
        links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text("utf-8"))
        assert not [link for link in links if not (ROOT / link).exists()], page.name


def test_every_environment_of_make_is_pinned() -> None:
    made = set(re.findall(r"\.venv-([a-z]+)/ready", MAKEFILE)) | {"report"}
    assert made <= set(PINNED)
    assert set(PINNED) == {path.stem for path in (ROOT / "requirements").iterdir()}


@pytest.mark.parametrize("name", PINNED)
def test_pins_name_one_version_and_its_hashes_and_no_place(name: str) -> None:
    text = (ROOT / f"requirements/{name}.txt").read_text("utf-8")
    written = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    pins = written.replace("\\\n", "").splitlines()
    shape = r"([\w.-]+)==[\w.]+( ; [^-]+?)?(\s+--hash=sha256:[0-9a-f]{64})+"
    matches = [re.fullmatch(shape, pin) for pin in pins]
    assert all(matches)
    assert not asked_for(PINNED[name]) - {match[1] for match in matches if match}
    assert "://" not in text


def test_nobody_is_sent_to_an_index_for_what_is_not_published() -> None:
    """Of dualib there is no release: it is installed from its folder, and others' libraries by their names."""
    folders = [ROOT / "src", ROOT / "book", ROOT / "examples", ROOT / "benchmarks"]
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in TEXTS]
    assert len(files) > 100
    advice = re.compile(r"install (?:-\S+ )*[\"']?dualib\b|\bdualib\[\w")
    assert not [path for path in [*files, *PAGES] if advice.search(path.read_text("utf-8"))]


def test_the_citation_names_this_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert citation["cff-version"] == "1.2.0"
    assert {"message", "title", "authors", "license", "version"} <= set(citation)
    assert str(citation["version"]) == dualib.__version__ == importlib.metadata.version("dualib")


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda path: path.name)
def test_a_changelog_fragment_is_well_formed(fragment: Path) -> None:
    kinds = "|".join(kind["directory"] for kind in PROJECT["tool"]["towncrier"]["type"])
    assert re.fullmatch(rf"(\+[\w-]+|\d+)\.({kinds})\.md", fragment.name)
    lines = fragment.read_text("utf-8").strip().splitlines()
    assert lines
    assert all(line.endswith((".", ":", ";")) for line in lines), "one sentence a line"
