"""What is copied or sent to another process means the same there."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dualib
from dualib import (
    BadInput,
    Decision,
    Duty,
    Person,
    Register,
    Rule,
    Text,
    evaluate,
    load_folder,
    programmes,
)
from dualib.conditions import age
from dualib.dates import LeapBirthday
from dualib.local_agreements import packaged
from dualib.local_folders import packaged_folders
from dualib.programmes import PROGRAMMES
from dualib.testing import made_up_person, rules
from dualib.testing.made_up import Draws

ON = date(2016, 9, 1)
NEXT = date(2016, 9, 2)
YOUNG = Person(born=date(1999, 5, 1), school_duty_done=True, as_of=ON)
REGISTER = Register.from_persons([YOUNG, Person()])
KALMAR = dualib.agreement("kalmar")
LOCAL = [offer.rule for offer in KALMAR.offers.values()]
OWN = Rule(
    id="kaa",
    name=Text("en egen regel", "a rule of one's own"),
    versions=(attrs.evolve(programmes.kaa.texts("sfs")[0], valid_from=None, valid_to=None),),
)

Copying = Callable[[Any], Any]


def pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))


def pickled_as_of_old(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value, protocol=2))


COPIES: list[Copying] = [copy.copy, copy.deepcopy, pickled, pickled_as_of_old]
every_way = pytest.mark.parametrize("copied", COPIES, ids=lambda way: way.__name__)


def said(decision: Decision) -> dict[str, object]:
    """All that a decision says."""
    return {
        "repr": repr(decision),
        "sv": decision.text("sv"),
        "en": str(decision.text("en")),
        "receipt": decision.receipt(),
        "redacted": decision.receipt(redacted=True),
        "flips": decision.flips,
        "retried": [decision.retried(flip) for flip in decision.flips],
        "missing": (decision.missing, decision.may_settle),
        "changes_on": decision.changes_on,
        "other_readings": dict(decision.other_readings),
        "reasons": decision.reasons,
        "words": (decision.judgements, decision.not_expressed, decision.ambiguities),
        "citations": (decision.citations, decision.fingerprint),
        "assumptions": decision.assumptions,
        "person": decision.person,
    }


@settings(max_examples=settings().max_examples * 3 // 10)
@given(
    st.one_of(st.sampled_from([*PROGRAMMES, *LOCAL]), rules()),
    st.integers(0, 2**32),
    st.sampled_from(COPIES),
    st.booleans(),
)
def test_a_pickled_decision_says_the_same(
    rule: Rule, seed: int, copied: Copying, asked_before: bool
) -> None:
    choose = Draws(np.random.default_rng(seed))
    version = rule.versions[choose.number(0, len(rule.versions) - 1)]
    first = max(version.first_day, date(1990, 1, 1)).toordinal()
    last = min(version.last_day, date(2030, 1, 1)).toordinal()
    on = date.fromordinal(choose.number(min(first, last), last))
    options: dict[str, Any] = {"on": on, "reading": version.reading}
    if choose.number(0, 1):
        options |= {"assume_unchanged": True, "leap": LeapBirthday.MARCH_1}
        options |= {"assume": {"born": date(1999, 2, 28), "school_duty_done": False}}
    person = made_up_person(version.condition, on, choose)
    decision = rule.decide(person, **options)
    if asked_before:
        said(decision)
    made = copied(decision)
    assert made is not decision
    assert said(made) == said(decision)
    assert rule.replay(made.receipt()) == made.receipt()


def test_what_a_decision_prints_tells_nothing_of_the_person() -> None:
    decision = programmes.kaa.decide(YOUNG, on=ON, assume={"in_upper_secondary": False})
    assert repr(decision) == (
        "Decision(rule='kaa', reading='dua', on=datetime.date(2016, 9, 1), "
        "verdict=<Verdict.UNKNOWN: 0>)"
    )


@every_way
def test_a_packaged_rule_is_found_again(copied: Copying) -> None:
    for rule in PROGRAMMES:
        assert copied(rule) is rule
        assert len(pickle.dumps(rule)) < 150
    assert copied(KALMAR) is KALMAR
    assert copied(KALMAR.municipalities[0]).agreement is KALMAR


@every_way
def test_a_rule_of_ones_own_is_copied_with_its_texts(copied: Copying) -> None:
    for rule in (OWN, *LOCAL, attrs.evolve(programmes.kaa, kind="service")):
        made = copied(rule)
        assert type(made) is Rule
        assert made == rule
        assert hash(made) == hash(rule)
        assert made.versions == rule.versions
        assert made.fingerprint == rule.fingerprint
        assert made.verdict(YOUNG, on=ON) is rule.verdict(YOUNG, on=ON)
        assert made.describe("en") == rule.describe("en")
    assert copied(OWN) is not programmes.kaa
    duty = Duty(
        id="contact",
        name=Text("kontakt", "contact"),
        trigger=OWN,
        citations=(),
        bearer=Text("kommunen", "the municipality"),
        action=Text("höra av sig", "get in touch"),
    )
    assert copied(duty) == duty


def test_a_rule_differs_from_another_of_the_same_id() -> None:
    text = OWN.versions[0]
    for other in (
        attrs.evolve(OWN, name=Text("a", "b")),
        attrs.evolve(OWN, versions=(attrs.evolve(text, valid_from=ON),)),
        attrs.evolve(OWN, versions=(attrs.evolve(text, condition=age(16)),)),
        attrs.evolve(OWN, national=True),
    ):
        assert other != OWN
    assert programmes.kaa != OWN != "kaa"


@every_way
def test_the_answers_for_many_are_copied_and_stay_read_only(copied: Copying) -> None:
    asked = [programmes.kaa, OWN_YOUNG, *LOCAL[:2]]
    each = np.array([ON, NEXT], dtype="datetime64[D]")
    for on in (ON, [ON, NEXT], each):
        found: Any = evaluate(
            REGISTER, asked, on=on, assume={"sex": "woman"}, assume_unchanged=True
        )
        made = copied(found)
        assert type(made) is type(found)
        assert made.rules == found.rules
        for name, values in found.columns("int8").items():
            assert made.columns("int8")[name].tolist() == values.tolist()
        for rule in asked:
            assert made[rule].tolist() == found[rule].tolist() == made[rule.id].tolist()
        for field in attrs.fields(type(found)):
            value = getattr(made, field.name)
            if isinstance(value, np.ndarray):
                assert not value.flags.writeable, field.name
                assert value.dtype == getattr(found, field.name).dtype
        assert np.array_equal(made.on, found.on)
        assert made.readings == found.readings
        assert dict(made.assume) == {"sex": "woman"}
        assert made.assume_unchanged is True
        with pytest.raises(TypeError):
            made.assume["sex"] = "man"
        assert made.register.person(0) == found.register.person(0)


OWN_YOUNG = attrs.evolve(OWN, id="young")


@every_way
def test_what_an_agreement_and_its_offers_say_is_copied(copied: Copying) -> None:
    offer = KALMAR.offers["ramp"]
    made = copied(offer)
    assert repr(made) == repr(offer)
    assert made.rule == offer.rule
    assert list(copied(KALMAR.offers)) == list(KALMAR.offers)
    assert copied(KALMAR.figures) == KALMAR.figures
    assert hash(copied(KALMAR.figures["af.all"])) == hash(KALMAR.figures["af.all"])
    assert copied(KALMAR.goals) == KALMAR.goals
    assert copied(KALMAR.ledger()) == KALMAR.ledger()
    assert copied(KALMAR.discrepancies()) == KALMAR.discrepancies()
    with pytest.raises(TypeError):
        copied(KALMAR.figures["af.all"]).row["value"] = "1"


@every_way
def test_a_coverage_and_a_table_are_copied_and_stay_read_only(copied: Copying) -> None:
    found = dualib.coverage(KALMAR, REGISTER, on=ON)
    made = copied(found)
    assert made.agreement is KALMAR
    assert made.reach() == found.reach()
    assert made.offers_for(0) == found.offers_for(0)
    assert made.columns().keys() == found.columns().keys()
    assert not any(values.flags.writeable for values in (made.verdicts, made.settled, made.outside))
    table = dualib.count(REGISTER, programmes.kaa, by=["sex"], on=ON)
    again = copied(table)
    assert again == table
    assert (again.source, again.notes) == (table.source, table.notes)
    assert not again.values.flags.writeable
    assert not again.status.flags.writeable
    assert copied(table.certain) == table.certain
    assert copied(dualib.Count(3, 5)) == dualib.Count(3, 5)
    assert copied(dualib.unknown_causes(REGISTER, programmes.kaa, on=ON)) == dualib.unknown_causes(
        REGISTER, programmes.kaa, on=ON
    )


@every_way
def test_an_agreement_of_ones_own_is_copied_whole(copied: Copying) -> None:
    own = load_folder(
        str(packaged_folders()["kalmar"])
    )  # of the same name, yet not the packaged one
    made = copied(own)
    assert made is not own
    assert made is not KALMAR
    assert made.folder is None
    assert (made.id, made.title, made.figures, made.sheets) == (
        own.id,
        own.title,
        own.figures,
        own.sheets,
    )
    assert made.municipalities == own.municipalities
    assert made.discrepancies() == own.discrepancies()
    with pytest.raises(TypeError):
        made.sheets["figures"] = ()
    changed = attrs.evolve(KALMAR, title="another")
    assert copied(changed).title == "another"
    assert copied(changed).offers.keys() == KALMAR.offers.keys()


TOLD = """
import pickle, sys
decision, evaluation, rule, agreement = pickle.load(sys.stdin.buffer)
print(decision.text("en"), decision.receipt(), decision.flips, decision.other_readings, sep="\\n")
print(evaluation["kaa"].tolist(), evaluation["young"].tolist(), rule.describe("en"), sep="\\n")
print(agreement.name, *(found.name for found in agreement.offers.values()), sep="\\n")
"""


def test_another_process_says_the_same() -> None:
    decision = programmes.kaa.decide(YOUNG, on=ON)
    evaluation = evaluate(REGISTER, [programmes.kaa, OWN_YOUNG], on=ON)
    sent = pickle.dumps((decision, evaluation, OWN, KALMAR))
    command = [sys.executable, "-X", "utf8", "-c", TOLD]
    done = subprocess.run(command, input=sent, capture_output=True, check=True)
    lines: list[object] = [decision.text("en"), decision.receipt(), decision.flips]
    lines += [decision.other_readings, evaluation["kaa"].tolist(), evaluation["young"].tolist()]
    lines += [OWN.describe("en"), KALMAR.name, *(found.name for found in KALMAR.offers.values())]
    told = done.stdout.decode("utf-8").splitlines()
    assert told == "\n".join(map(str, lines)).splitlines()


def with_text(rule: Rule, number: int, **changes: Any) -> Rule:
    """Return a national rule with one of its own texts changed."""
    written = [text for text in rule.versions if not text.reading.startswith("agreement:")]
    written[number] = attrs.evolve(written[number], **changes)
    return attrs.evolve(rule, versions=tuple(written))


TEXT = programmes.jobbgaranti.texts("dua")[0]


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("kaa", with_text(programmes.kaa, 0, condition=age(16, below=21))),
        ("kaa", with_text(programmes.kaa, 1, valid_to=date(2011, 6, 29))),
        ("kaa", with_text(programmes.kaa, 1, citations=TEXT.citations)),
        ("kaa", attrs.evolve(programmes.kaa, national=False)),
        ("jobbgaranti", with_text(programmes.jobbgaranti, 0, limits=())),
        ("jobbgaranti", with_text(programmes.jobbgaranti, 2, ambiguities=())),
    ],
)
def test_a_packaged_rule_that_has_changed_since_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, changed: Rule
) -> None:
    rule = getattr(programmes, name)
    day = changed.versions[0].first_day
    sent = [
        pickle.dumps(value)
        for value in (rule, rule.decide(Person(), on=day), evaluate(REGISTER, [rule], on=ON))
    ]
    monkeypatch.setattr(programmes, name, changed)
    for bytes_sent in sent:
        with pytest.raises(BadInput) as error:
            pickle.loads(bytes_sent)
        assert str(error.value) == (
            f"rule {name!r} has changed since it was pickled ({rule.fingerprint} then, "
            f"{changed.fingerprint} now): load it with the dualib of that time, or ask again"
        )


def test_a_change_of_words_alone_does_not_refuse_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    decision = programmes.kaa.decide(YOUNG, on=ON)
    sent, text = pickle.dumps(decision), decision.text("en")
    changed = with_text(programmes.kaa, 0, note=Text("nytt", "new"))
    monkeypatch.setattr(programmes, "kaa", changed)
    made = pickle.loads(sent)
    assert made.text("en") == text
    assert "new" in changed.decide(YOUNG, on=ON).text("en")


def test_a_rule_that_is_gone_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    sent = pickle.dumps(programmes.kaa.decide(YOUNG, on=ON))
    monkeypatch.setattr(programmes, "kaa", None)
    with pytest.raises(BadInput, match="rule 'kaa' was pickled, but is not here: load it with"):
        pickle.loads(sent)


def test_a_rule_is_refused_where_an_agreement_reads_it_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mine = attrs.evolve(programmes.kaa, kind="service")
    sent = [pickle.dumps(rule) for rule in (programmes.kaa, mine)]
    monkeypatch.setattr("dualib.rules.versions.local_texts", lambda rule, agreement=None: ())
    for bytes_sent in sent:
        with pytest.raises(BadInput, match="rule 'kaa' has changed since it was pickled"):
            pickle.loads(bytes_sent)


def test_an_agreement_that_has_changed_since_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    sent = pickle.dumps(KALMAR)
    for changed in (
        attrs.evolve(KALMAR, sheets={**KALMAR.sheets, "figures": ()}),
        attrs.evolve(KALMAR, folder="tyreso"),
    ):
        monkeypatch.setattr(packaged, "_packaged", {"kalmar": changed}.__getitem__)
        with pytest.raises(BadInput, match="agreement 'kalmar' has changed since it was pickled"):
            pickle.loads(sent)
