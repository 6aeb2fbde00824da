"""Every rule answers as the act does, case by case; and every change of a rule's expression is noticed by a case."""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest
from casebook import HERE, SHARED_BOOK, LawCase, read_cases, terms_of, texts_of
from changes import SHARED, changes, contains, exchanged

from dualib.conditions import Case, Condition, DaySet
from dualib.conditions.case_split import resolve
from dualib.conditions.markers import Judgement, NotExpressed
from dualib.errors import BadInput
from dualib.programmes import PROGRAMMES
from dualib.programmes.shared_terms import VOCABULARY
from dualib.rules import Rule, Version
from dualib.verdicts import YES, Verdict

RULES = {rule.id: rule for rule in PROGRAMMES}
BOOKS = sorted(
    path for path in HERE.glob("*.csv") if path.name not in ("unnoticed.csv", SHARED_BOOK.name)
)
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
def asked_of_terms() -> dict[str, Asked]:
    """Return for each shared term the cases that are about it."""
    found: dict[str, list[tuple[LawCase, Case]]] = {name: [] for name in VOCABULARY}
    for case in read_cases(SHARED_BOOK):
        for name in terms_of(case):
            found[name].append((case, case.case()))
    return {name: tuple(asked) for name, asked in found.items()}


@functools.cache
def reasons() -> dict[tuple[str, str, str], str]:
    if not UNNOTICED.exists():
        return {}
    with UNNOTICED.open(encoding="utf-8", newline="") as file:
        return {
            (row["rule"], row["text"], row["change"]): row["reason"] for row in csv.DictReader(file)
        }


@pytest.mark.parametrize("path", [*BOOKS, SHARED_BOOK], ids=lambda path: path.stem)
def test_ids_are_unique_and_every_case_says_why(path: Path) -> None:
    cases = read_cases(path)
    assert path == SHARED_BOOK or path.stem in RULES
    assert len({case.id for case in cases}) == len(cases)
    assert all(case.why.strip() for case in cases)


def judged_in(condition: Condition, question: Case) -> tuple[str, ...]:
    """Return the judgements that YES rests on: those without which it would be open."""
    judgements = dict.fromkeys(a for a in condition.atoms() if isinstance(a, Judgement))
    return tuple(
        atom.text.en
        for atom in judgements
        if resolve(exchanged(condition, atom, NotExpressed(atom.text)), question) is not YES
    )


def mistaken(condition: Condition, case: LawCase, question: Case) -> str:
    """Return what a condition answers where the act answers otherwise, nothing where they agree."""
    given: Verdict = resolve(condition, question)
    if given is not case.answer:
        return given.name
    rests_on = judged_in(condition, question) if given is YES else ()
    named = all(any(words in text for text in rests_on) for words in case.judged)
    return "" if named and len(rests_on) == len(case.judged) else f"YES, resting on {rests_on}"


@pytest.mark.parametrize("rule_id", [path.stem for path in BOOKS])
def test_the_rule_answers_as_the_act(rule_id: str) -> None:
    rule, wrong = RULES[rule_id], []
    for case in cases_of(rule_id):
        for version in texts_of(rule, case):
            if case.answer is None:
                wrong.append(f"{case.id}: {label(version)} is in force, the act was not")
            elif given := mistaken(version.condition, case, case.case()):
                wrong.append(f"{case.id}: {label(version)} answers {given}; {case.why}")
        if case.answer is not None and not any(
            version.in_force(case.on) for version in texts_of(rule, case)
        ):
            wrong.append(f"{case.id}: none of {', '.join(case.texts)} is in force on {case.on}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", VOCABULARY)
def test_a_shared_term_holds_for_whom_it_should(name: str) -> None:
    """The vocabulary that programmes share, proven once for all of them."""
    asked = asked_of_terms()[name]
    assert len({case.answer for case, _ in asked}) >= 2
    wrong = [
        f"{case.id}: {given.name}; {case.why}"
        for case, question in asked
        if (given := resolve(VOCABULARY[name], question)) is not case.answer
    ]
    assert not wrong, "\n".join(wrong)


def test_every_programme_has_a_casebook() -> None:
    assert {path.stem for path in BOOKS} == set(RULES)


@pytest.mark.parametrize("rule_id", [path.stem for path in BOOKS])
def test_every_text_has_cases_with_each_answer_it_can_give(rule_id: str) -> None:
    unread = {
        label(text) for text in RULES[rule_id].versions if isinstance(text.condition, NotExpressed)
    }
    for text, asked in asked_of(rule_id).items():
        assert asked, f"{rule_id}, {text}: no case"
        answers = {case.answer for case, _ in asked}
        # Of a wording that nobody read nothing is certain: its one answer is UNKNOWN.
        assert len(answers) >= (1 if text in unread else 2), f"{rule_id}, {text}: one answer only"


def is_shared(node: object) -> bool:
    return any(type(node) is type(shared) and node == shared for shared in SHARED.values())


def notices(asked: Asked, condition: Condition) -> bool:
    """Return whether some case gets another answer from a changed condition, or none."""
    for case, question in asked:
        try:
            if mistaken(condition, case, question):
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
def test_every_change_of_the_shared_vocabulary_is_noticed(name: str) -> None:
    shared, unseen = SHARED[name], []
    excused = {what for rule, text, what in reasons() if (rule, text) == ("shared_terms", name)}
    users = [
        (term, asked_of_terms()[term_name])
        for term_name, term in VOCABULARY.items()
        if contains(term, shared)
    ] or [
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
        if not any(
            notices(asked, exchanged(condition, shared, changed)) for condition, asked in users
        ):
            unseen.append(what)
    missing = [what for what in unseen if what not in excused]
    assert not missing, f"{len(missing)} changes go unnoticed:\n" + "\n".join(missing)
    assert not excused - set(unseen)


def test_every_excuse_has_a_reason() -> None:
    assert all(reason.strip() for reason in reasons().values())
