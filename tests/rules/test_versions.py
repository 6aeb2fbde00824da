"""Texts of a rule: in force from the first day to the last; a fingerprint that changes with the rule."""

import itertools
import pickle
from datetime import UTC, date, datetime, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.conditions import Condition, age, at_event, during, has, judgement, named
from dualib.errors import BadInput
from dualib.language import Text
from dualib.rules.versions import Ambiguity, Version
from dualib.sources import Citation, Confidence

DAY = timedelta(days=1)
CITED = (Citation("SFS 2000:1", "1 §", Confidence.INFERRED, date(2020, 1, 1)),)
TURNS = [date(2015, 12, 31), date(2016, 2, 28), date(2016, 2, 29), date(2016, 3, 1)]
NEAR = st.sampled_from(TURNS) | st.dates(date(1851, 1, 1), date(2190, 12, 31))


def text(condition: Condition | None = None, **options: object) -> Version:
    chosen = age(16) if condition is None else condition
    return Version(reading="dua", condition=chosen, citations=CITED, **options)  # type: ignore[arg-type]


@given(NEAR, st.integers(0, 400))
def test_in_force_from_the_first_day_to_the_last(first: date, length: int) -> None:
    last = first + length * DAY
    closed = text(valid_from=first, valid_to=last)
    assert [closed.in_force(day) for day in (first - DAY, first, last, last + DAY)] == [
        False,
        True,
        True,
        False,
    ]
    assert (closed.first_day, closed.last_day) == (first, last)
    begun, ended = text(valid_from=first), text(valid_to=last)
    assert [begun.in_force(day) for day in (first - DAY, first, last + DAY)] == [False, True, True]
    assert [ended.in_force(day) for day in (first - DAY, last, last + DAY)] == [True, True, False]


def test_the_fingerprint_changes_with_where_the_text_stands() -> None:
    bare = text()
    for change in ({"place": "2 §"}, {"source": "SFS 2000:2"}, {"wording": "SFS 2001:1"}):
        moved = attrs.evolve(bare, citations=(attrs.evolve(CITED[0], **change),))  # type: ignore[arg-type]
        assert moved.fingerprint != bare.fingerprint
    looked = attrs.evolve(CITED[0], verified_on=date(2021, 1, 1), confidence=Confidence.VERIFIED)
    assert (
        attrs.evolve(bare, citations=(looked,)).fingerprint == bare.fingerprint
    )  # no receipt says otherwise


def test_open_sides_reach_as_far_as_the_calendar() -> None:
    always = text()
    assert (always.first_day, always.last_day) == (date(1850, 1, 1), date(2200, 12, 31))
    assert [always.in_force(day) for day in (date(1849, 12, 31), date(1850, 1, 1))] == [False, True]
    assert [always.in_force(day) for day in (date(2200, 12, 31), date(2201, 1, 1))] == [True, False]


def test_one_day_may_be_all() -> None:
    assert text(valid_from=date(2016, 2, 29), valid_to=date(2016, 2, 29)).in_force(
        date(2016, 2, 29)
    )


def test_fingerprints_change_with_the_rule_and_only_with_it() -> None:
    first, last = date(2015, 1, 1), date(2016, 1, 1)
    texts = [
        text(),
        text(age(17)),
        text(age(16, below=25)),
        text(~age(16)),
        text(valid_from=first),
        text(valid_to=first),
        text(valid_from=first, valid_to=last),
        Version(reading="sfs", condition=age(16), citations=CITED),
    ]
    prints = [one.fingerprint for one in texts]
    assert len(set(prints)) == len(prints)
    assert all(len(one) == 16 and set(one) <= set("0123456789abcdef") for one in prints)
    assert text().fingerprint == text(note=Text("a", "b")).fingerprint == prints[0]
    assert pickle.loads(pickle.dumps(text())).fingerprint == prints[0]
    assert prints[0] == "82de5a19d4472b55"  # receipts of today name it


def test_a_text_is_data() -> None:
    unclear = Ambiguity(Text("oklart", "unclear"), age(17))
    one = text(ambiguities=(unclear,), note=Text("obs", "note"))
    assert (one.note, one.ambiguities, one.limits) == (Text("obs", "note"), (unclear,), ())
    assert unclear.otherwise == age(17)
    assert one == text(ambiguities=(unclear,), note=Text("obs", "note")) != text()
    assert "Age" not in repr(one)
    assert "Age" not in repr(unclear)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.reading = "sfs"  # type: ignore[misc]


JUDGED = judgement(Text("dömer", "judges"))
NEGATED = (
    "a judgement is negated: what the authority judges otherwise is not a fact; rewrite the rule"
)
BAD = [
    (lambda: text(16), "condition is 16: expected a condition"),  # type: ignore[arg-type]
    (
        lambda: Version(reading="sfs", condition=age(16), citations=()),
        "reading 'sfs' has no citations: expected where the rule is to be found",
    ),
    (
        lambda: text(valid_from=date(2015, 1, 2), valid_to=date(2015, 1, 1)),
        "valid_to 2015-01-01 is before valid_from 2015-01-02: swap the two dates",
    ),
    (
        lambda: text(valid_from="2015-01-01"),  # type: ignore[arg-type]
        "valid_from is '2015-01-01': expected a date; write date(2015, 5, 31)",
    ),
    (
        lambda: text(valid_to=datetime(2015, 1, 1, tzinfo=UTC)),
        "valid_to is 2015-01-01T00:00:00+00:00: expected a date; write date(2015, 5, 31)",
    ),
    (lambda: text(~JUDGED), NEGATED),
    (lambda: text(age(16) & ~(has("school_duty_done") | JUDGED)), NEGATED),
    (lambda: text(~named(Text("a", "b"), JUDGED)), NEGATED),
    (lambda: text(at_event("first_registered", ~JUDGED)), NEGATED),
]


@pytest.mark.parametrize(("call", "message"), BAD)
def test_what_cannot_be_used_is_told(call: object, message: str) -> None:
    with pytest.raises(BadInput) as error:
        call()  # type: ignore[operator]
    assert str(error.value) == message


def test_judgements_that_are_not_negated_may_stand() -> None:
    for condition in (
        JUDGED,
        ~~JUDGED,
        age(16) & JUDGED,
        ~age(16) & JUDGED,
        ~during("sfi") | JUDGED,
    ):
        assert text(condition).condition == condition


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=2, max_size=4))
def test_texts_of_one_reading_never_overlap(spans: list[tuple[int, int]]) -> None:
    from dualib.rules.rule import Rule

    start = date(2016, 2, 20)
    texts = tuple(
        text(valid_from=start + min(span) * DAY, valid_to=start + max(span) * DAY) for span in spans
    )
    shared = [
        sorted({*range(min(a), max(a) + 1)} & {*range(min(b), max(b) + 1)})
        for a, b in itertools.combinations(spans, 2)
    ]
    clash = next((days[0] for days in shared if days), None)
    if clash is None:
        assert Rule(id="r", name=Text("r", "r"), versions=texts).versions == texts
        return
    with pytest.raises(BadInput) as error:
        Rule(id="r", name=Text("r", "r"), versions=texts)
    assert (
        str(error.value)
        == f"rule 'r' has two texts of reading 'dua' in force on {start + clash * DAY}"
    )
