"""Readings of national rules that local agreements state: found when asked for, and not before."""

import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec

import attrs
import pytest

from dualib import Rule, Version, programmes
from dualib.conditions import age
from dualib.errors import BadInput
from dualib.local_folders import packaged_folders
from dualib.programmes import PROGRAMMES
from dualib.rules.local_readings import local_citations, local_texts

STATED = {
    name: import_module(f"dualib.local_agreements.{folder.name}.readings")
    for name, folder in packaged_folders().items()
    if find_spec(f"dualib.local_agreements.{folder.name}.readings")
}
SUPPORTED = {
    version.supported_as
    for rule in PROGRAMMES
    for version in rule.versions
    if version.supported_as is not None
}


def loaded(program: str) -> set[str]:
    """Return what is loaded of the agreements when a program has run."""
    text = f"import sys\n{program}\nprint(*(m for m in sys.modules if 'local_agreements' in m))"
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


DECIDED = """
from datetime import date
from dualib import Person
from dualib.programmes import PROGRAMMES
for rule in PROGRAMMES:
    for reading in ("dua", "sfs"):
        if rule.has_reading(reading):
            for text in rule.texts(reading):
                made = rule.decide(Person(), on=text.first_day, reading=reading)
                made.reasons, made.missing, made.flips, made.changes_on
                if text.supported_as is None:
                    rule.describe(on=text.first_day, reading=reading)
                rule.diagram(reading=reading), rule.boundary_cases(text.first_day, reading)
"""


def test_the_national_readings_are_answered_without_the_agreements() -> None:
    assert loaded(DECIDED) == set()


def test_the_readings_of_agreements_are_found_without_their_figures() -> None:
    allowed = {"dualib.local_agreements", "dualib.local_agreements.local_terms"}
    allowed |= {module.__name__ for module in STATED.values()}
    found = loaded(
        "from dualib.programmes import PROGRAMMES\n"
        "for rule in PROGRAMMES:\n"
        "    rule.readings, [version.fingerprint for version in rule.versions]"
    )
    packages = {f"dualib.local_agreements.{folder.name}" for folder in packaged_folders().values()}
    assert found == allowed | packages


@pytest.mark.parametrize("name", STATED)
def test_an_agreement_states_readings_of_its_own_and_of_rules_that_exist(name: str) -> None:
    readings = STATED[name].READINGS
    known = {rule.id: rule for rule in PROGRAMMES}
    assert readings.keys() <= known.keys()
    assert {text.reading for texts in readings.values() for text in texts} == {f"agreement:{name}"}
    for rule, texts in readings.items():
        assert known[rule].texts(f"agreement:{name}") == tuple(
            sorted(texts, key=lambda text: text.first_day)
        )
        assert Rule(id=rule, name=known[rule].name, versions=texts), "no two overlap in time"


def test_every_citation_of_an_agreement_supports_a_text_and_every_such_text_is_supported() -> None:
    given = {name for module in STATED.values() for name in getattr(module, "CITATIONS", {})}
    assert given == SUPPORTED
    for agreement, module in STATED.items():
        for name, places in getattr(module, "CITATIONS", {}).items():
            assert {place.source for place in places} == {agreement}
            assert set(places) <= set(local_citations(name))


def test_a_supported_text_cites_its_own_places_first_and_keeps_them_apart_when_changed() -> None:
    text = programmes.kaa.texts("dua")[0]
    assert [place.kind for place in text.citations] == ["project", "agreement"]
    bare = attrs.evolve(text, supported_as=None)
    assert bare.citations == text.citations[:1]
    assert bare.fingerprint != text.fingerprint


def test_readings_of_agreements_come_after_the_default_reading() -> None:
    assert programmes.jobbgaranti.readings == ("dua", "agreement:kalmar", "sfs")
    assert programmes.unga_med_funktionsnedsattning.readings == (
        "sfs",
        "agreement:kalmar",
        "agreement:tjorn-orust",
    )
    assert programmes.kaa.default_reading == "dua"


def test_only_a_national_rule_is_looked_for_in_the_agreements() -> None:
    written = programmes.kaa.texts("sfs")
    own = Rule(id="kaa", name=programmes.kaa.name, versions=written)
    assert own.readings == ("sfs",)
    assert own.versions == written
    assert not own.has_reading("agreement:tyreso")
    national = attrs.evolve(own, national=True)
    assert national.readings == ("sfs", "agreement:tyreso", "agreement:vasteras")
    assert national.texts("agreement:tyreso") == local_texts("kaa", "tyreso")


@pytest.mark.parametrize("reading", ["agreement:kalmr", "agreement:", "kalmar", "x:kalmar", 5])
def test_a_reading_that_is_not_there_is_refused(reading: str) -> None:
    assert not programmes.jobbgaranti.has_reading(reading)
    with pytest.raises(BadInput, match=r"expected one of dua, agreement:kalmar, sfs\."):
        programmes.jobbgaranti.texts(reading)


def test_a_changed_copy_of_a_national_rule_keeps_its_readings() -> None:
    twin = attrs.evolve(programmes.kaa, id="kaa")
    assert twin.versions == programmes.kaa.versions
    other = attrs.evolve(
        programmes.kaa,
        versions=(
            Version(
                reading="sfs",
                condition=age(16),
                citations=programmes.kaa.texts("sfs")[0].citations,
            ),
        ),
    )
    assert other.readings == ("sfs", "agreement:tyreso", "agreement:vasteras")
