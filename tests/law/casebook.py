"""Read the casebook: one CSV a rule, written by hand from the acts, that a lawyer can read and correct.

Columns
-------
id
    Stays for ever: ``kaa-20-on-the-day``.
text
    Which texts the case is about, ``;`` between several for which the act did not change: a reading
    and, where a reading has several texts, the act that gave the wording (``sfs 2018:749``,
    ``dua``, ``agreement:kalmar``), or the first day of the text (``sfs 2016-06-01``) where an act
    gave several. A reading alone means whichever text of it is in force that day. In ``shared.csv``
    a term that programmes share (``shared:jobless``, of ``programmes.shared_terms.VOCABULARY``): it
    is proven there once for all of them.
on
    The day asked about. What is known is known as of that day unless ``as_of=`` says otherwise.
facts
    ``name=value`` with ``;`` between. What is not named is unknown; ``never`` is an event known not to have come.
spells
    ``observed first..last`` first (a track may be named: ``observed work first..last``), then
    ``first..last status`` with ``+`` between several statuses; the last day is inclusive, empty for ongoing.
answer
    ``yes``, ``no``, ``unknown`` or ``not in force``, worked out from the act and never from the
    library. Where yes rests on what the authority judges, ``yes if judged:`` with some words of each
    such judgement, ``;`` between.
why
    The act, paragraph and point, or the document's page, and what in it decides.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import attrs

from dualib.conditions import Case, Condition
from dualib.dates import to_day
from dualib.person import ONGOING, Person, Spell
from dualib.person.values import decode, parse
from dualib.programmes.shared_terms import VOCABULARY
from dualib.rules import Rule, Version
from dualib.verdicts import NO, UNKNOWN, YES, Verdict
from dualib.vocabulary import Status, Track, fact

__all__ = ["ANSWERS", "COLUMNS", "SHARED_BOOK", "LawCase", "read_cases", "terms_of", "texts_of"]

HERE = Path(__file__).parent
#: The book about what programmes share.
SHARED_BOOK = HERE / "shared.csv"
COLUMNS = ("id", "text", "on", "facts", "spells", "answer", "why")
ANSWERS: dict[str, Verdict | None] = {
    "yes": YES,
    "no": NO,
    "unknown": UNKNOWN,
    "not in force": None,
}


@attrs.frozen
class LawCase:
    """One row: a person, a day, what the act answers, and the judgements that YES rests on."""

    id: str
    texts: tuple[str, ...]
    on: date
    person: Person
    answer: Verdict | None
    judged: tuple[str, ...]
    why: str

    def case(self) -> Case:
        """Return the question that conditions are asked."""
        return Case(self.person, to_day(self.on))


def _pieces(cell: str) -> list[str]:
    return [piece.strip() for piece in cell.split(";") if piece.strip()]


def _days(written: str) -> tuple[date, date | None]:
    first, dots, last = written.partition("..")
    if not dots:
        raise ValueError(f"{written!r} is not written first..last")
    return date.fromisoformat(first), date.fromisoformat(last) if last else None


def _facts(cell: str) -> dict[str, object]:
    facts: dict[str, object] = {}
    for piece in _pieces(cell):
        name, _, value = piece.partition("=")
        if name in facts:
            raise ValueError(f"{name} is named twice")
        if name == "as_of":
            facts[name] = date.fromisoformat(value)
        else:
            facts[name] = decode(fact(name), parse(fact(name), value, name))
    return facts


def _spells(cell: str) -> tuple[list[Spell], dict[Track, tuple[date, date]]]:
    spells, observed = [], {}
    for piece in _pieces(cell):
        words = piece.split()
        if words[0] == "observed":
            first, last = _days(words[-1])
            assert last is not None, f"what was observed has a last day: {piece!r}"
            tracks = [Track(words[1])] if len(words) == 3 else list(Track)
            observed.update(dict.fromkeys(tracks, (first, last)))
        else:
            first, last = _days(words[0])
            statuses = tuple(Status(name) for name in words[1].split("+"))
            spells.append(Spell(first, last or ONGOING, statuses))
    return spells, observed


def read_cases(path: Path) -> tuple[LawCase, ...]:
    """Return the cases of one file; every fault of a row names the row."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        assert tuple(rows.fieldnames or ()) == COLUMNS, f"{path.name}: {rows.fieldnames}"
        cases = []
        for row in rows:
            try:
                on = date.fromisoformat(row["on"])
                spells, observed = _spells(row["spells"])
                facts = {"as_of": on} | _facts(row["facts"])
                person = Person(spells=spells, observed=observed, contradictions="report", **facts)
                said, _, judged = row["answer"].partition(" if judged:")
                answer = ANSWERS[said]
            except Exception as error:
                raise ValueError(f"{path.name}, case {row['id']}: {error}") from error
            cases.append(
                LawCase(
                    row["id"],
                    tuple(_pieces(row["text"])),
                    on,
                    person,
                    answer,
                    tuple(_pieces(judged)),
                    row["why"],
                )
            )
        return tuple(cases)


def _is_meant(version: Version, label: str) -> bool:
    reading, _, act = label.partition(" ")
    if version.reading != reading:
        return False
    if act == str(version.first_day):
        return True
    # The text as first issued is cited by the act itself, later ones by the act that gave the wording.
    return not act or any(
        f"SFS {act}" == (citation.wording or citation.source) for citation in version.citations
    )


def texts_of(rule: Rule, case: LawCase) -> tuple[Version, ...]:
    """Return the texts of the rule that a case is about: those named, or the one in force that day.

    Raises
    ------
    ValueError
        If a text is named that the rule does not have.
    """
    found: dict[int, Version] = {}
    for label in case.texts:
        if " " in label:
            meant = [version for version in rule.versions if _is_meant(version, label)]
            if not meant:
                raise ValueError(f"{case.id}: {rule.id} has no text {label!r}")
            # One act may stand for several texts in a row: the one in force on the day, if any is.
            meant = [version for version in meant if version.in_force(case.on)] or meant
        else:
            version = rule.version_or_none(case.on, label)
            meant = [] if version is None else [version]
        found.update((id(version), version) for version in meant)
    return tuple(found.values())


def terms_of(case: LawCase) -> dict[str, Condition]:
    """Return the shared terms that a case is about, by name.

    Raises
    ------
    ValueError
        If a text of the case is no shared term.
    """
    names = [text.removeprefix("shared:") for text in case.texts]
    unknown = [name for name in names if name not in VOCABULARY]
    if unknown:
        raise ValueError(f"{case.id}: {', '.join(unknown)} is no term of VOCABULARY")
    return {name: VOCABULARY[name] for name in names}
