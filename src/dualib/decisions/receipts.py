"""Receipts: what they hold of a decision, written, and read back to the person and the question."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final, cast

from dualib.conditions import DateFinding, DaysFinding, Reason, ValueFinding
from dualib.conditions.case import decoded
from dualib.dates import LeapBirthday, from_day
from dualib.decisions.question import Asking
from dualib.errors import BadInput
from dualib.messages import message
from dualib.person import ONGOING, Person, Spell
from dualib.vocabulary.facts import FACTS, NEVER, Facts, FactValue, Kind, Status, Track

__all__ = [
    "check_same",
    "load_receipt",
    "person_data",
    "person_from",
    "question_from",
    "read_value",
    "reasons_data",
    "written_value",
]

_NEEDED: Final = (
    "rule",
    "reading",
    "fingerprint",
    "on",
    "assume",
    "assume_unchanged",
    "leap",
    "person",
)


def written_value(value: FactValue) -> bool | int | str | None:
    """Return a fact's value as receipts write it.

    >>> written_value(date(2015, 5, 31)), written_value(NEVER), written_value(False)
    ('2015-05-31', 'never', False)
    """
    if value is NEVER:
        return "never"
    return value.isoformat() if isinstance(value, date) else value


def person_data(person: Person, reads: frozenset[str]) -> dict[str, Any]:
    """Return what a rule that reads these facts and tracks looks at of a person, and no more.

    >>> person_data(Person(born=date(1999, 5, 31), sex="man"), frozenset({"born"}))["facts"]
    {'born': '1999-05-31'}
    """
    tracks = {name.removeprefix("track:") for name in reads if name.startswith("track:")}
    spells = []
    for spell in person.spells:
        looked_at: list[Status] = [
            status for status in spell.statuses if status.track.value in tracks
        ]
        if looked_at:
            end = spell.end.isoformat() if isinstance(spell.end, date) else "ongoing"
            spells.append(
                [spell.start.isoformat(), end, "+".join(status.value for status in looked_at)]
            )
    return {
        "facts": {
            name: written_value(value)
            for name, value in person.facts.items()
            if name in reads and value is not None
        },
        "spells": spells,
        "observed": {
            track.value: [first.isoformat(), last.isoformat()]
            for track, (first, last) in person.observed.items()
            if track.value in tracks
        },
        "as_of": None if person.as_of is None else person.as_of.isoformat(),
    }


def reasons_data(reason: Reason, redacted: bool) -> dict[str, Any]:
    """Return the tree of reasons; redacted, the conditions alone, without answers and without what was found.

    >>> from dualib.conditions import Case, has
    >>> reasons_data(has("newly_arrived").reason(Case(Person(), 0)), redacted=True)
    {'condition': "Has(name='newly_arrived')"}
    """
    data: dict[str, Any] = {"condition": type(reason.condition).__name__}
    if reason.parts:
        data["parts"] = [reasons_data(part, redacted) for part in reason.parts]
    else:
        data["condition"] = repr(reason.condition)
    if redacted:
        return data
    data["verdict"] = reason.verdict.name
    found: dict[str, Any] = {}
    finding = reason.finding
    if isinstance(finding, DaysFinding):
        found = {"low": finding.low, "high": finding.high, "needed": finding.needed}
    elif isinstance(finding, (DateFinding, ValueFinding)):
        (name,) = reason.condition.reads
        found = {"value": written_value(decoded(name, finding.value))}
    if isinstance(finding, (DaysFinding, DateFinding)):
        found |= {
            "first": from_day(finding.first).isoformat(),
            "last": from_day(finding.last).isoformat(),
        }
    return {**data, "found": found} if found else data


def load_receipt(receipt: str) -> dict[str, Any]:
    """Return a receipt as data, if it is one that can be replayed.

    Raises
    ------
    BadInput
        If the text is not a receipt, is redacted, or has lost something.

    Examples
    --------
    >>> from dualib import Person, programmes
    >>> receipt = programmes.kaa.decide(Person(), on=date(2015, 5, 31)).receipt()
    >>> load_receipt(receipt)["rule"]
    'kaa'
    """
    try:
        data = json.loads(receipt)
    except ValueError as error:
        raise BadInput(message("decisions/receipt-not-json", why=error)) from None
    if not isinstance(data, dict) or data.get("receipt") != 1:
        raise BadInput(message("decisions/not-a-receipt"))
    if not data.get("personal_data"):
        raise BadInput(message("decisions/redacted-receipt"))
    for name in _NEEDED:
        if name not in data:
            raise BadInput(message("decisions/receipt-without", name=name))
    return data


def read_value(name: str, value: Any) -> FactValue:
    """Return a fact's value from how receipts write it.

    Raises
    ------
    KeyError
        If there is no such fact.
    ValueError
        If it is not a date, where the fact is one.

    Examples
    --------
    >>> read_value("born", "1999-05-31"), read_value("disability_code", False)
    (datetime.date(1999, 5, 31), False)
    """
    if value == "never":
        return NEVER
    if isinstance(value, str) and FACTS[name].kind is Kind.DATE:
        return date.fromisoformat(value)
    return value  # type: ignore[no-any-return]


def person_from(data: dict[str, Any]) -> Person:
    """Return the person a receipt is about, as far as the rule looked.

    Raises
    ------
    BadInput
        If a value is none that a person could have.
    AttributeError, KeyError, TypeError, ValueError
        If ``data`` was not written by :func:`person_data`.

    Examples
    --------
    >>> person_from(person_data(Person(born=date(1999, 5, 31)), frozenset({"born"}))).facts["born"]
    datetime.date(1999, 5, 31)
    """
    facts = {name: read_value(name, value) for name, value in data["facts"].items()}
    return Person(
        spells=[
            Spell(
                date.fromisoformat(start),
                ONGOING if end == "ongoing" else date.fromisoformat(end),
                status,
            )
            for start, end, status in data["spells"]
        ],
        observed={
            Track(track): (date.fromisoformat(first), date.fromisoformat(last))
            for track, (first, last) in data["observed"].items()
        },
        as_of=None if data["as_of"] is None else date.fromisoformat(data["as_of"]),
        contradictions="report",
        **cast(Facts, facts),
    )


def question_from(data: dict[str, Any]) -> tuple[Person, Asking]:
    """Return whom a receipt is about, and the question that it answers.

    Raises
    ------
    BadInput
        If a value in it cannot be read; what was there is personal data, and is not shown.

    Examples
    --------
    >>> from dualib import programmes
    >>> decision = programmes.kaa.decide(Person(born=date(1999, 5, 1)), on=date(2016, 9, 1))
    >>> question_from(load_receipt(decision.receipt()))[1].on
    datetime.date(2016, 9, 1)
    """
    try:
        assume = {name: read_value(name, value) for name, value in data["assume"].items()}
        return person_from(data["person"]), Asking(
            date.fromisoformat(data["on"]),
            data["reading"],
            assume,
            data["assume_unchanged"],
            LeapBirthday(data["leap"]),
        )
    except BadInput:
        raise
    except (AttributeError, KeyError, TypeError, ValueError):
        raise BadInput(message("decisions/receipt-damaged")) from None


def check_same(made: str, receipt: str) -> None:
    """Refuse a receipt that differs, in a single character, from the one made again.

    Raises
    ------
    BadInput
        If they differ; the message names in what.

    Examples
    --------
    >>> check_same('{"on": 1}', '{"on": 1}')
    """
    if made == receipt:
        return
    now, then = json.loads(made), json.loads(receipt)
    other = [name for name in sorted(now.keys() | then.keys()) if now.get(name) != then.get(name)]
    raise BadInput(
        message("decisions/receipt-differs", names=tuple(other))
        if other
        else message("decisions/receipt-written-otherwise")
    )
