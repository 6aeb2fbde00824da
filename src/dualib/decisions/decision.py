"""The answer for one person, as data: the tree of reasons, what is missing, what would change it, and a receipt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from dualib.conditions import Assumption, Case, Condition, Reason
from dualib.conditions.case import encoded
from dualib.conditions.case_split import resolve
from dualib.conditions.markers import Judgement, NotExpressed
from dualib.dates import LeapBirthday
from dualib.language import Text
from dualib.person import Person
from dualib.sources import Citation
from dualib.verdicts import Verdict
from dualib.vocabulary.facts import FactValue, Status

if TYPE_CHECKING:
    from dualib.decisions.changes import Flip, Settled

__all__ = ["HORIZON_DAYS", "Asker", "Decision", "Stretch"]

#: How far ahead :attr:`Decision.changes_on` looks, in days: two years.
HORIZON_DAYS = 731


@attrs.frozen
class Stretch:
    """A stretch of days with one answer; both ends inclusive. ``verdict`` is None where the rule is not in force.

    >>> from dualib import Person, programmes
    >>> person = Person(born=date(1996, 2, 29))
    >>> last = programmes.kaa.timeline(person, date(2015, 1, 1), date(2016, 12, 31))[-1]
    >>> last.first.isoformat(), last.verdict
    ('2016-02-29', <Verdict.NO: -1>)
    """

    first: date
    last: date
    verdict: Verdict | None

    @property
    def in_force(self) -> bool:
        """Whether the rule is in force on these days."""
        return self.verdict is not None


class Stated(Protocol):
    """The text that a decision rests on: where it is, and the digest that changes with it."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where the text is."""
        ...

    @property
    def fingerprint(self) -> str:
        """A digest of the text."""
        ...


class Asker(Protocol):
    """What made a decision and can be asked again; only :class:`dualib.Rule` is one."""

    def timeline(
        self,
        person: Person,
        first: date,
        last: date,
        *,
        reading: str | None = None,
        assume: Mapping[str, FactValue] | None = None,
        leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
    ) -> tuple[Stretch, ...]:
        """Return the stretches of days with one answer each."""
        ...

    def other_readings(self, decision: Decision) -> Mapping[str, Verdict | None]:
        """Return the answers of the readings that the decision was not made in."""
        ...

    def decision_text(self, decision: Decision, language: str) -> str:
        """Return the decision in words."""
        ...


@attrs.frozen
class _StatedThen:
    """What the text stated when a decision was pickled, whatever it states elsewhere."""

    citations: tuple[Citation, ...]
    fingerprint: str


@attrs.frozen(slots=False, eq=False)
class Decision:
    """What a rule answers about one person on one day, and why.

    Attributes
    ----------
    rule, name, reading
        The rule's id and name, and the reading asked for (``"dua"``, ``"sfs"`` or ``"agreement:<name>"``).
    on
        The day asked about.
    verdict
        YES means that the formal conditions are met, never that the person has a right to anything.
    tree
        The reasons, one node for each part of the rule.
    assumptions
        What the answer rests on that nobody knows.
    ambiguities
        Wordings of the source that, read the other way, would give this person another answer.

    Examples
    --------
    >>> from dualib import Person, programmes
    >>> decision = programmes.kaa.decide(Person(born=date(1980, 1, 1)), on=date(2016, 9, 1))
    >>> decision.verdict, decision.reading, [reason.verdict.name for reason in decision.reasons]
    (<Verdict.NO: -1>, 'dua', ['NO'])
    """

    rule: str
    name: Text = attrs.field(repr=False)
    reading: str
    on: date
    verdict: Verdict
    # What follows is not printed: it is about the person.
    tree: Reason = attrs.field(repr=False)
    ambiguities: tuple[Text, ...] = attrs.field(repr=False)
    assumptions: tuple[Assumption, ...] = attrs.field(repr=False)
    notes: tuple[Text, ...] = attrs.field(repr=False)
    valid: tuple[date | None, date | None] = attrs.field(repr=False)
    person: Person = attrs.field(repr=False)
    condition: Condition = attrs.field(repr=False)
    case: Case = attrs.field(repr=False)
    _stated: Stated = attrs.field(repr=False, alias="stated")
    _asker: Asker = attrs.field(repr=False, alias="asker")

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where the rule is, in local agreements too; those are looked up when asked for."""
        return self._stated.citations

    @property
    def fingerprint(self) -> str:
        """A digest of the text that answered: it changes when what a receipt says of it does."""
        return self._stated.fingerprint

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The parts without parts that made the answer: those whose answer, had it differed, could have changed it."""
        return tuple(dict.fromkeys(_decisive(self.tree)))

    @property
    def judgements(self) -> tuple[Text, ...]:
        """What the authority judges; where there is any, YES reads "subject to judgement"."""
        found = (r.condition.text for r in self.tree.walk() if isinstance(r.condition, Judgement))
        return tuple(dict.fromkeys(found))

    @property
    def not_expressed(self) -> tuple[Text, ...]:
        """Conditions of the law that this library does not express."""
        found = (
            r.condition.text for r in self.tree.walk() if isinstance(r.condition, NotExpressed)
        )
        return tuple(dict.fromkeys(found))

    @cached_property
    def _settled(self) -> Settled:
        from dualib.decisions.changes import settling

        return settling(self.condition, self.case, attrs.evolve(self.tree, verdict=self.verdict))

    @property
    def missing(self) -> tuple[frozenset[str], ...]:
        """Smallest sets of unknown facts (and tracks) that settle the answer whatever they turn out to be."""
        return self._settled.missing

    @property
    def may_settle(self) -> tuple[frozenset[str], ...]:
        """Smallest sets of unknown facts (and tracks) that settle the answer for at least one outcome."""
        return self._settled.may_settle

    @cached_property
    def flips(self) -> tuple[Flip, ...]:
        """Changes of at most two changeable things that give the opposite answer; empty when there are none."""
        from dualib.decisions.changes import flips

        return flips(self.condition, self.case, self.verdict)

    def retried(self, flip: Flip) -> Verdict:
        """Ask again with the changes of a flip; of those in :attr:`flips` the answer is ``flip.verdict``."""
        values = {n: encoded(n, v) for n, v in flip.changes if not n.startswith("days:")}
        forced = {
            Status(n.removeprefix("days:")): v is True
            for n, v in flip.changes
            if n.startswith("days:")
        }
        return resolve(self.condition, self.case.changed(values=values, forced=forced))

    @cached_property
    def changes_on(self) -> tuple[Stretch, ...]:
        """The stretches with other answers that follow within two years, if nothing else changes.

        As-of facts are frozen, and ongoing spells continue: both are assumptions.
        """
        last = date.fromordinal(self.on.toordinal() + HORIZON_DAYS)
        case = self.case
        stretches = self._asker.timeline(
            self.person, self.on, last, reading=self.reading, assume=case.assume, leap=case.leap
        )
        return stretches[1:]

    @cached_property
    def other_readings(self) -> Mapping[str, Verdict | None]:
        """The answers of the rule's other readings on the same day; None where a reading is not in force."""
        return self._asker.other_readings(self)

    def text(self, language: str = "sv") -> str:
        """Return the answer and its reasons in words.

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.
        """
        return self._asker.decision_text(self, language)

    def receipt(self, *, redacted: bool = False) -> str:
        """Return the decision as JSON from which it can be made again, byte for byte.

        A receipt is personal data, and says so. ``redacted=True`` leaves out the person and all that was
        found, also which conditions were met: it is the same for everybody with the same answer.
        """
        import json

        from dualib.decisions.receipts import person_data, reasons_data, written_value

        data: dict[str, Any] = {
            "receipt": 1,
            "personal_data": not redacted,
            "rule": self.rule,
            "reading": self.reading,
            "fingerprint": self.fingerprint,
            "on": self.on.isoformat(),
            "valid": [None if day is None else day.isoformat() for day in self.valid],
            "citations": [str(citation) for citation in self.citations],
            "verdict": self.verdict.name,
            "reasons": reasons_data(self.tree, redacted),
        }
        if not redacted:
            data["assume"] = {
                name: written_value(value) for name, value in self.case.assume.items()
            }
            data["assume_unchanged"] = self.case.assume_unchanged
            data["leap"] = self.case.leap.value
            data["person"] = person_data(self.person, self.condition.reads)
        return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)

    def __getstate__(self) -> dict[str, Any]:
        """Return what is copied and pickled: what the case has worked out is left out."""
        case = attrs.evolve(self.case, used=dict(self.case.used))
        stated = _StatedThen(self.citations, self.fingerprint)
        return {**self.__dict__, "case": case, "_stated": stated}

    def __str__(self) -> str:
        return self.text("sv")


def _decisive(reason: Reason) -> Iterator[Reason]:
    if not reason.parts:
        if not isinstance(reason.condition, Judgement):
            yield reason
        return
    same = [part for part in reason.parts if part.verdict is reason.verdict]
    for part in same or reason.parts:
        yield from _decisive(part)
