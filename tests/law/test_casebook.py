"""Every rule answers as the act does, case by case; and every change of a rule's expression is noticed by a case."""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest
from casebook import HERE, LawCase, read_cases, texts_of
from changes import SHARED, changes, contains, exchanged

from dualib.conditions import Case, Condition, DaySet
from dualib.conditions.case_split import resolve
from dualib.errors import BadInput
from dualib.programmes import PROGRAMMES
from dualib.rules import Rule, Version
from dualib.verdicts import Verdict

RULES = {rule.id: rule for rule in PROGRAMMES}
BOOKS = sorted(path for path in HERE.glob("*.csv") if path.name != "unnoticed.csv")
#: Changes that change no answer, each with its reason: rule, text, change, reason.
UNNOTICED = HERE / "unnoticed.csv"

Asked = tuple[tuple[LawCase, Case], ...]


@functools.cache
def cases_of(rule_id: str) -> tuple[LawCase, ...]:
    return read_cases(HERE / f"{rule_id}.csv")


def label(version: Version) -> str:
    """Name a text as the list of unnoticed changes does: its reading and first day."""
    return f"{version.reading} {version.first_day}"


@functools.cache
def asked_of(rule_id: str) -> dict[str, Asked]:
    """Return for each text of a rule the cases that are about it."""
    rule = RULES[rule_id]
    found: dict[str, list[tuple[LawCase, Case]]] = {label(text): [] for text in rule.versions}
    for case in cases_of(rule_id):
        if case.answer is not None:
            for version in texts_of(rule, case):
                found[label(version)].append((case, case.case()))
    return {text: tuple(asked) for text, asked in found.items()}


@functools.cache
def reasons() -> dict[tuple[str, str, str], str]:
    if not UNNOTICED.exists():
        return {}
    with UNNOTICED.open(encoding="utf-8", newline="") as file:
        return {
            (row["rule"], row["text"], row["change"]): row["reason"] for row in csv.DictReader(file)
        }


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_ids_are_unique_and_every_case_says_why(path: Path) -> None:
    cases = read_cases(path)
    assert path.stem in RULES
    assert len({case.id for case in cases}) == len(cases)
    assert all(case.why.strip() for case in cases)


@pytest.mark.parametrize("rule_id", [path.stem for path in BOOKS])
def test_the_rule_answers_as_the_act(rule_id: str) -> None:
    rule, wrong = RULES[rule_id], []
    for case in cases_of(rule_id):
        for version in texts_of(rule, case):
            given: Verdict | None = resolve(version.condition, case.case())
            if case.answer is None:
                wrong.append(f"{case.id}: {label(version)} is in force, the act was not")
            elif given is not case.answer:
                wrong.append(f"{case.id}: {label(version)} answers {given.name}; {case.why}")
        if case.answer is not None and not any(
            version.in_force(case.on) for version in texts_of(rule, case)
        ):
            wrong.append(f"{case.id}: none of {', '.join(case.texts)} is in force on {case.on}")
    assert not wrong, "\n".join(wrong)


def test_every_programme_has_a_casebook() -> None:
    assert {path.stem for path in BOOKS} == set(RULES)


@pytest.mark.parametrize("rule_id", [path.stem for path in BOOKS])
def test_every_text_has_cases_with_each_answer_it_can_give(rule_id: str) -> None:
    for text, asked in asked_of(rule_id).items():
        assert asked, f"{rule_id}, {text}: no case"
        assert len({case.answer for case, _ in asked}) >= 2, f"{rule_id}, {text}: one answer only"


def is_shared(node: object) -> bool:
    return any(type(node) is type(shared) and node == shared for shared in SHARED.values())


def notices(asked: Asked, condition: Condition) -> bool:
    """Return whether some case gets another answer from a changed condition, or none."""
    for case, question in asked:
        try:
            if resolve(condition, question) is not case.answer:
                return True
        except (BadInput, OverflowError, ValueError):
            return True
    return False


def own_changes(rule: Rule) -> Iterator[tuple[str, str, Condition]]:
    """Yield each change of each text of a rule, once where two give the same expression."""
    for version in rule.versions:
        seen = {version.condition}
        for what, changed in changes(version.condition, is_shared):
            if changed not in seen:
                seen.add(changed)
                yield label(version), what, changed


@pytest.mark.parametrize("rule_id", [path.stem for path in BOOKS])
def test_every_change_of_a_rule_is_noticed(rule_id: str) -> None:
    rule, unseen = RULES[rule_id], []
    excused = {(text, what) for name, text, what in reasons() if name == rule_id}
    for text, what, changed in own_changes(rule):
        if not notices(asked_of(rule_id)[text], changed):
            unseen.append((text, what))
    missing = [f"{text}: {what}" for text, what in unseen if (text, what) not in excused]
    assert not missing, f"{len(missing)} changes go unnoticed:\n" + "\n".join(missing)
    stale = excused - set(unseen)
    assert not stale, f"excused, yet noticed or gone: {sorted(stale)}"


@pytest.mark.parametrize("name", sorted(SHARED))
def test_every_change_of_the_shared_vocabulary_is_noticed_by_some_rule(name: str) -> None:
    shared, unseen = SHARED[name], []
    excused = {what for rule, text, what in reasons() if (rule, text) == ("shared_terms", name)}
    users = [
        (version.condition, asked_of(rule_id)[label(version)])
        for rule_id in (path.stem for path in BOOKS)
        for version in RULES[rule_id].versions
        if contains(version.condition, shared)
    ]

    def inner(node: object) -> bool:
        return node is not shared and is_shared(node)

    seen: set[Condition | DaySet] = {shared}
    for what, changed in changes(shared, inner):
        if changed in seen:
            continue
        seen.add(changed)
        if users and not any(
            notices(asked, exchanged(condition, shared, changed)) for condition, asked in users
        ):
            unseen.append(what)
    missing = [what for what in unseen if what not in excused]
    assert not missing, f"{len(missing)} changes go unnoticed:\n" + "\n".join(missing)
    assert not excused - set(unseen)


def test_every_excuse_has_a_reason() -> None:
    assert all(reason.strip() for reason in reasons().values())
