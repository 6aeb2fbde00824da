"""Receipts: made again byte for byte, holding what the rule looked at and no more; redacted, nothing of the person."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dualib.conditions import age, at_least, during, happened, has, one_of
from dualib.dates import LeapBirthday
from dualib.decisions.receipts import load_receipt, person_from, read_value
from dualib.errors import BadInput
from dualib.language import Text
from dualib.person import ONGOING, Person, Spell
from dualib.rules import Rule, Version
from dualib.sources import Citation, Confidence
from dualib.testing import persons, rules
from dualib.verdicts import YES
from dualib.vocabulary import FACTS, NEVER

ON, DAY = date(2016, 2, 29), timedelta(days=1)
CITED = (Citation("SFS 2000:1", "1 §", Confidence.INFERRED, date(2020, 1, 1)),)
LOOKS = (
    age(16)
    & happened("first_registered")
    & has("disability_code")
    & has("school_duty_done")
    & one_of("municipality", "0880")
    & at_least("benefit_days_in_jobbgaranti", 3)
    & during("in_kaa")
)
RULE = Rule(
    id="looks",
    name=Text("ser", "looks"),
    versions=(
        Version(reading="dua", condition=LOOKS, citations=CITED, valid_from=date(2015, 1, 1)),
    ),
)
PERSON = Person(
    born=date(1999, 5, 31),
    first_registered=NEVER,
    disability_code=False,
    school_duty_done=False,
    municipality="0880",
    benefit_days_in_jobbgaranti=7,
    sex="man",
    newly_arrived=True,
    spells=[
        Spell(date(2015, 1, 1), ONGOING, ["in_kaa", "sfi"]),
        Spell(date(2014, 1, 1), date(2014, 2, 1), ["forsorjningsstod", "kommuninsats"]),
        Spell(date(2014, 3, 1), date(2014, 4, 1), "sfi"),
    ],
    observed={"municipal": (date(2014, 1, 1), ON), "study": (date(2013, 1, 1), ON)},  # type: ignore[dict-item]
    as_of=ON,
    key="a key",
)


@settings(phases=[Phase.explicit, Phase.generate])
@given(rules(most=3), st.data())
def test_receipts_replay_byte_for_byte(rule: Rule, data: st.DataObject) -> None:
    condition = rule.texts("dua")[0].condition
    person = data.draw(persons(condition, on=ON))
    leap, unchanged = data.draw(st.sampled_from(LeapBirthday)), data.draw(st.booleans())
    assume = data.draw(
        st.sampled_from([None, {"school_duty_done": True, "first_registered": NEVER, "born": ON}])
    )
    decision = rule.decide(person, on=ON, assume=assume, assume_unchanged=unchanged, leap=leap)  # type: ignore[arg-type]
    receipt = decision.receipt()
    assert rule.replay(receipt) == receipt
    told = json.loads(receipt)
    assert set(told["person"]["facts"]) <= condition.reads
    assert (told["leap"], told["assume_unchanged"], told["verdict"]) == (
        leap.value,
        unchanged,
        decision.verdict.name,
    )
    tracks = {name.removeprefix("track:") for name in condition.reads if name.startswith("track:")}
    assert set(told["person"]["observed"]) <= tracks


@settings(phases=[Phase.explicit, Phase.generate])
@given(rules(most=3), st.data())
def test_redacted_receipts_are_the_same_for_all_with_the_same_answer(
    rule: Rule, data: st.DataObject
) -> None:
    condition = rule.texts("dua")[0].condition
    found: dict[str, str] = {}
    for person in data.draw(st.lists(persons(condition, on=ON), min_size=2, max_size=4)):
        decision = rule.decide(person, on=ON)
        redacted = decision.receipt(redacted=True)
        assert found.setdefault(decision.verdict.name, redacted) == redacted
        data_told = json.loads(redacted)
        assert not data_told["personal_data"]
        assert not {"person", "assume", "assume_unchanged", "leap"} & set(data_told)
        assert "found" not in redacted


def test_a_receipt_holds_what_the_rule_looked_at_and_no_more() -> None:
    told = json.loads(RULE.decide(PERSON, on=ON).receipt())
    assert told["person"] == {
        "as_of": "2016-02-29",
        "facts": {
            "born": "1999-05-31",
            "first_registered": "never",
            "disability_code": False,
            "school_duty_done": False,
            "municipality": "0880",
            "benefit_days_in_jobbgaranti": 7,
        },
        "observed": {"municipal": ["2014-01-01", "2016-02-29"]},
        "spells": [
            ["2015-01-01", "ongoing", "in_kaa"],
            ["2014-01-01", "2014-02-01", "forsorjningsstod+kommuninsats"],
        ],
    }
    assert told["reasons"]["condition"] == "All"
    assert told["reasons"]["verdict"] == "NO"
    assert [part.get("found") for part in told["reasons"]["parts"]] == [
        {"value": "1999-05-31", "first": "1850-01-01", "last": "2000-02-29"},
        {"value": "never", "first": "1850-01-01", "last": "2016-02-29"},
        {"value": False},
        {"value": False},
        {"value": "0880"},
        {"value": 7},
        {"low": 1, "high": 1, "needed": 1, "first": "2016-02-29", "last": "2016-02-29"},
    ]
    assert {
        key: told[key]
        for key in ("receipt", "personal_data", "rule", "reading", "on", "valid", "citations")
    } == {
        "receipt": 1,
        "personal_data": True,
        "rule": "looks",
        "reading": "dua",
        "on": "2016-02-29",
        "valid": ["2015-01-01", None],
        "citations": ["SFS 2000:1, 1 §"],
    }
    assert (told["assume"], told["assume_unchanged"], told["leap"]) == ({}, False, "february_28")
    unknown = json.loads(RULE.decide(Person(), on=ON).receipt())
    assert unknown["person"] == {"as_of": None, "facts": {}, "observed": {}, "spells": []}
    assert unknown["reasons"]["parts"][0]["found"]["value"] is None


def test_nothing_of_the_person_is_left_when_redacted() -> None:
    decision = RULE.decide(PERSON, on=ON, assume={"in_asylum_housing": True})
    redacted = decision.receipt(redacted=True)
    for told in (
        "1999-05-31",
        "a key",
        "2014-02-01",
        "man",
        "never",
        "ongoing",
        "in_asylum_housing",
        "found",
        "high",
    ):
        assert told not in redacted
    assert json.loads(redacted)["verdict"] == "NO"
    assert redacted == RULE.decide(Person(school_duty_done=False, as_of=ON), on=ON).receipt(
        redacted=True
    )
    assert [*json.loads(redacted)] == sorted(json.loads(redacted))


def test_the_person_is_read_back() -> None:
    receipt = RULE.decide(PERSON, on=ON).receipt()
    person = person_from(load_receipt(receipt)["person"])
    for name in LOOKS.reads & set(FACTS):
        assert person.facts[name] == PERSON.facts[name]
        assert type(person.facts[name]) is type(PERSON.facts[name])
    assert (person.facts["sex"], person.facts["newly_arrived"], person.key) == (None, None, None)
    assert person.as_of == ON
    assert [spell.end for spell in person.spells] == [ONGOING, date(2014, 2, 1)]
    assert RULE.verdict(person, on=ON) is RULE.verdict(PERSON, on=ON)
    assert RULE.replay(receipt) == receipt


def test_statuses_that_clash_are_replayed_as_they_were() -> None:
    rule = Rule(
        id="clash",
        name=Text("k", "c"),
        versions=(Version(reading="dua", condition=during("hourly"), citations=CITED),),
    )
    both = Person(
        spells=[Spell(ON, ON, "hourly"), Spell(ON, ON, "full_time_unemployed")],
        observed=(ON, ON),
        contradictions="report",
    )
    decision = rule.decide(both, on=ON)
    assert decision.verdict is YES
    assert rule.replay(decision.receipt()) == decision.receipt()


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("born", "1999-05-31", date(1999, 5, 31)),
        ("first_registered", "never", NEVER),
        ("municipality", "0880", "0880"),
        ("school_duty_done", True, True),
        ("disability_code", False, False),
        ("disability_code", 11, 11),
        ("benefit_days_in_jobbgaranti", 0, 0),
    ],
)
def test_values_are_read_as_they_were_written(name: str, value: object, read: object) -> None:
    found = read_value(name, value)
    assert found == read
    assert type(found) is type(read)


RECEIPT = RULE.decide(PERSON, on=ON).receipt()
CHANGED = RECEIPT.replace(json.loads(RECEIPT)["fingerprint"], "0123456789abcdef")
DIFFERS = (
    "the receipt made again differs from the one given in {}: either the receipt or dualib was "
    "changed; expected the text of a receipt, replayed with the dualib of that time"
)
NO_RECEIPT = "the text is not a receipt: expected the text of one; it is made by Decision.receipt()"
BAD = [
    (
        lambda: load_receipt("yes"),
        "the receipt is not JSON (Expecting value: line 1 column 1 (char 0)): expected the "
        "text of a receipt; it is made by Decision.receipt()",
    ),
    (lambda: load_receipt("[]"), NO_RECEIPT),
    (lambda: load_receipt("{}"), NO_RECEIPT),
    (lambda: load_receipt('{"receipt": 2}'), NO_RECEIPT),
    (
        lambda: load_receipt('{"receipt": 1}'),
        "the receipt is redacted: it says what was decided, but cannot be replayed",
    ),
    (
        lambda: RULE.replay(RULE.decide(PERSON, on=ON).receipt(redacted=True)),
        "the receipt is redacted: it says what was decided, but cannot be replayed",
    ),
    (
        lambda: RULE.replay(RECEIPT.replace('"rule": "looks"', '"rule": "seems"')),
        "the receipt is of rule 'seems': ask that rule to replay it, not 'looks'",
    ),
    (
        lambda: RULE.replay(CHANGED),
        "rule 'looks' has changed since the receipt was made (0123456789abcdef then, "
        f"{RULE.versions[0].fingerprint} now): replay it with the dualib of that time",
    ),
    (
        lambda: RULE.replay(RECEIPT.replace('"verdict": "NO"', '"verdict": "YES"')),
        DIFFERS.format("its reasons and verdict"),
    ),
    (
        lambda: RULE.replay(RECEIPT.replace('"valid": [', '"valid": [ ')),
        DIFFERS.format("how it is written"),
    ),
    (
        lambda: RULE.replay(RECEIPT.replace('"valid"', '"more": 1,\n "valid"')),
        DIFFERS.format("its more"),
    ),
]


@pytest.mark.parametrize(("call", "message"), BAD)
def test_what_cannot_be_replayed_is_told(call: object, message: str) -> None:
    with pytest.raises(BadInput) as error:
        call()  # type: ignore[operator]
    assert str(error.value) == message
