"""A rule: dated versions in their readings, one expression each, with five uses."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal

import attrs

from dualib import wording
from dualib.conditions import Case
from dualib.conditions.case_split import Exactness, exactness, resolve
from dualib.dates import LeapBirthday, check_date, from_day, to_day
from dualib.decisions.decision import Decision, Stretch
from dualib.decisions.question import Asking
from dualib.errors import BadInput, nearest
from dualib.language import Text, check_language
from dualib.messages import message
from dualib.person import Person
from dualib.rules.versions import DUA, Ambiguity, DatedTexts, Version
from dualib.verdicts import Verdict
from dualib.vocabulary.facts import FactValue

if TYPE_CHECKING:
    from dualib.arrays import VerdictArray
    from dualib.decisions.allowances import Allowance
    from dualib.decisions.boundaries import BoundaryCase
    from dualib.register import Register

__all__ = ["DUA", "Ambiguity", "Rule", "RuleKind", "Version", "decided"]

#: Where the packaged rules are found by their ids; this room lies below it, and only names it.
_PROGRAMMES: Final = "dualib.programmes"

#: What sort of thing a rule decides on.
RuleKind = Literal["programme", "activity", "service", "contact", "guarantee", "target group"]


@attrs.frozen(kw_only=True)
class Rule(DatedTexts):
    """A legal rule: evaluate it for one person or many, describe it, draw it, list boundary cases.

    Which of its texts answers is for :class:`~dualib.rules.versions.DatedTexts` to say.

    Attributes
    ----------
    id
        Its name in code.
    name
        Its name in both languages, as it is in a sentence: with its article, and a capital only in a proper name.
    kind
        What sort of thing the rule opens.

    Examples
    --------
    >>> from dualib.conditions import age
    >>> from dualib.sources import Citation, Confidence
    >>> place = Citation("SFS 2007:813", "5 §", Confidence.VERIFIED, date(2026, 11, 22))
    >>> young = Rule(id="young", name=Text("ung", "young"), versions=(
    ...     Version(reading="dua", condition=age(16, below=25), citations=(place,)),))
    >>> young.verdict(Person(born=date(1999, 5, 31)), on=date(2015, 5, 31))
    <Verdict.YES: 1>
    """

    name: Text
    kind: RuleKind = "programme"

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how a copy is made: a packaged rule is found again by its id, others are rebuilt.

        What a national rule answers also rests on the dualib that finds it, so a digest goes along.
        """
        values = {field.alias: getattr(self, field.name) for field in attrs.fields(Rule)}
        if not self.national:
            return _rule_again, (self.id, values, None)
        packaged = getattr(sys.modules.get(_PROGRAMMES), self.id, None) is self
        return _rule_again, (self.id, None if packaged else values, self.fingerprint)

    def verdict(
        self,
        person: Person,
        *,
        on: date,
        reading: str | None = None,
        assume: Mapping[str, FactValue] | None = None,
        assume_unchanged: bool = False,
        leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
    ) -> Verdict:
        """Answer for one person, without reasons; the arguments are those of :meth:`decide`.

        Raises
        ------
        NotInForceError
            If the reading has no text in force that day.
        BadInput
            If an argument is of the wrong sort, or as-of facts are given without ``as_of``.
        """
        case = Asking(on, reading, assume, assume_unchanged, leap).case(person)
        return resolve(self.version(on, reading).condition, case)

    def decide(
        self,
        person: Person,
        *,
        on: date,
        reading: str | None = None,
        assume: Mapping[str, FactValue] | None = None,
        assume_unchanged: bool = False,
        leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
    ) -> Decision:
        """Answer for one person, with reasons.

        Parameters
        ----------
        person
            What is known.
        on
            The day asked about.
        reading
            Whose text: ``"dua"`` (the default where there is one), ``"sfs"`` or ``"agreement:<name>"``.
        assume
            Values for facts that are unknown; each one used is recorded in the decision.
        assume_unchanged
            Take as-of facts to hold on other days than the one they refer to; recorded in the decision.
        leap
            When a person born on 29 February attains an age in common years.

        Raises
        ------
        NotInForceError
            If the reading has no text in force that day.
        BadInput
            If an argument is of the wrong sort, or as-of facts are given without ``as_of``.
        """
        return decided(self, person, Asking(on, reading, assume, assume_unchanged, leap))

    def other_readings(self, decision: Decision) -> dict[str, Verdict | None]:
        """Return the answers of the readings that a decision was not made in, None where one is not in force.

        :attr:`dualib.Decision.other_readings` holds them.
        """
        texts = {
            reading: self.version_or_none(decision.on, reading)
            for reading in self.readings
            if reading != decision.reading
        }
        return {
            name: None if text is None else resolve(text.condition, decision.case)
            for name, text in texts.items()
        }

    def decision_text(self, decision: Decision, language: str) -> str:
        """Return a decision of this rule in words, as :meth:`dualib.Decision.text` does.

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.
        """
        return wording.decision_text(decision, language, kind=self.kind)

    def verdicts(
        self,
        register: Register,
        *,
        on: Any,
        reading: str | None = None,
        assume: Mapping[str, FactValue] | None = None,
        assume_unchanged: bool = False,
        leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
    ) -> VerdictArray:
        """Answer for every person of a register.

        Parameters
        ----------
        register
            The persons.
        on
            One date, or an array or column of ``datetime64`` with one per person.

        Returns
        -------
        ndarray of int8, shape (register.size,)
            1 yes, 0 unknown, -1 no.

        Raises
        ------
        NotInForceError
            If the reading has no text in force on some day asked about; see :func:`dualib.evaluate` for many rules.
        BadInput
            If an argument is of the wrong sort, or as-of facts are given without ``as_of``.

        Examples
        --------
        >>> from dualib import Register, programmes
        >>> register = Register.from_frames({"born": ["1999-05-31", "1980-01-01"]})
        >>> programmes.kaa.verdicts(register, on=date(2016, 5, 31))
        array([ 0, -1], dtype=int8)
        """
        # Only here is numpy needed: whoever asks about one person does not wait for it.
        from dualib.evaluation.one_rule import rule_verdicts

        asking = Asking(on, reading, assume, assume_unchanged, leap)
        return rule_verdicts(self, register, asking)

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
        """Return the stretches of days with one answer each, from ``first`` to ``last`` (inclusive).

        As-of facts are frozen, and what was observed continues (ongoing spells with it) to ``last``: both are
        assumptions. Days when the rule is not in force are stretches of their own.

        Raises
        ------
        BadInput
            If ``last`` is before ``first``, an argument is of the wrong sort, or there is no such reading.

        Examples
        --------
        >>> from dualib import programmes
        >>> person = Person(born=date(1999, 5, 31), as_of=date(2015, 5, 31))
        >>> for stretch in programmes.kaa.timeline(person, date(2015, 5, 29), date(2015, 6, 1)):
        ...     print(stretch.first, stretch.last, stretch.verdict.name)
        2015-05-29 2015-05-30 NO
        2015-05-31 2015-06-01 UNKNOWN
        """
        if check_date(last, "last") < check_date(first, "first"):
            raise BadInput(message("ground/backwards", first=first, last=last))
        case = Asking(first, reading, assume, True, leap).case(person)
        case = attrs.evolve(case, horizon=to_day(last))

        def answer(day: int) -> Verdict | None:
            version = self.version_or_none(from_day(day), reading)
            return None if version is None else resolve(version.condition, case.at(day))

        stretches = []
        for verdict, group in itertools.groupby(range(to_day(first), to_day(last) + 1), answer):
            days = [*group]
            stretches.append(Stretch(from_day(days[0]), from_day(days[-1]), verdict))
        return tuple(stretches)

    def allowance(
        self,
        person: Person,
        *,
        on: date,
        reading: str | None = None,
        limit: str | None = None,
        assume_unchanged: bool = False,
    ) -> Allowance:
        """Return what is used and left of the longest time the measure may last.

        Parameters
        ----------
        limit
            The limit's English name, where there are several; else the first one.

        Raises
        ------
        NotInForceError
            If the reading has no text in force that day.
        BadInput
            If an argument is of the wrong sort, or the text in force names no longest time, or none of that name.

        Examples
        --------
        >>> from dualib import programmes
        >>> person = Person(observed=(date(2010, 1, 1), date(2016, 5, 31)))
        >>> programmes.jobbgaranti.allowance(person, on=date(2016, 5, 31)).unit
        'calendar days'
        """
        case = Asking(on, reading, assume_unchanged=assume_unchanged).case(person)
        version = self.version(on, reading)
        named = {item.name.en: item for item in version.limits}
        if not named:
            raise BadInput(
                message("rules/no-longest-time", rule=self.id, reading=version.reading, on=on)
            )
        if limit is not None and limit not in named:
            raise BadInput(
                message(
                    "rules/no-limit", value=limit, known=tuple(named), near=nearest(limit, named)
                )
            )
        return (named[limit] if limit is not None else version.limits[0]).allowance(case)

    def boundary_cases(self, on: date, reading: str | None = None) -> tuple[BoundaryCase, ...]:
        """Return made-up persons just before, on and just after every threshold of the rule, with its answers.

        :func:`dualib.decisions.boundaries.truth_table` writes them as a table.

        Raises
        ------
        NotInForceError
            If the reading has no text in force that day.

        Examples
        --------
        >>> from dualib import programmes
        >>> programmes.kaa.boundary_cases(date(2016, 5, 31))[0].verdict
        <Verdict.YES: 1>
        """
        from dualib.decisions.boundaries import boundary_persons

        condition = self.version(on, reading).condition
        return tuple(
            attrs.evolve(case, verdict=resolve(condition, Case(case.person, to_day(on))))
            for case in boundary_persons(condition, on)
        )

    def truth_table(self, on: date, reading: str | None = None) -> str:
        """Return :meth:`boundary_cases` as CSV text: a line a made-up person, its facts and days, and the answer.

        Raises
        ------
        NotInForceError
            If the reading has no text in force that day.

        Examples
        --------
        >>> from dualib import programmes
        >>> programmes.kaa.truth_table(date(2016, 5, 31)).splitlines()[0][:40]
        'rule,on,route,varied,value,answer,born,s'
        """
        from dualib.csv_text import as_csv
        from dualib.decisions.boundaries import truth_table

        return as_csv(*truth_table(self.id, on, self.boundary_cases(on, reading)))

    def exactness(self, on: date, reading: str | None = None) -> Exactness:
        """Return whether answers on that day are exact, exact by a case split, or only sound.

        Raises
        ------
        NotInForceError
            If the reading has no text in force that day.

        Examples
        --------
        >>> from dualib import programmes
        >>> programmes.jobbgaranti.exactness(date(2016, 5, 31)).exact
        True
        """
        return exactness(self.version(on, reading).condition, to_day(on))

    def replay(self, receipt: str) -> str:
        """Make a decision again from its receipt; the result is the same text, byte for byte.

        Raises
        ------
        BadInput
            If the receipt is redacted, damaged, changed or of another rule, or the rule has changed since.
        """
        from dualib.decisions.receipts import check_same, load_receipt, question_from

        data = load_receipt(receipt)
        if data["rule"] != self.id:
            raise BadInput(message("rules/receipt-of-another", rule=data["rule"], asked=self.id))
        decision = decided(self, *question_from(data))
        if decision.fingerprint != data["fingerprint"]:
            raise BadInput(
                message(
                    "rules/changed-since-receipt",
                    rule=self.id,
                    then=data["fingerprint"],
                    now=decision.fingerprint,
                )
            )
        made = decision.receipt()
        check_same(made, receipt)
        return made

    def describe(
        self, language: str = "sv", *, on: date | None = None, reading: str | None = None
    ) -> str:
        """Return the rule in words: the text in force on a day, or all texts of the reading.

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``, or there is no such reading.
        NotInForceError
            If a day is given on which the reading has no text in force.

        Examples
        --------
        >>> from dualib import programmes
        >>> programmes.kaa.describe("en").splitlines()[0]
        'The municipal activity responsibility (KAA)'
        """
        check_language(language)
        versions = self.texts(reading) if on is None else (self.version(on, reading),)
        return wording.rule_text(self.name, versions, language)

    def diagram(
        self, language: str = "sv", *, on: date | None = None, reading: str | None = None
    ) -> str:
        """Return the rule's decision tree as SVG; the latest text of the reading unless a day is given.

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``, or there is no such reading.
        NotInForceError
            If a day is given on which the reading has no text in force.

        Examples
        --------
        >>> from dualib import programmes
        >>> programmes.kaa.diagram("en")[:4]
        '<svg'
        """
        check_language(language)
        version = self.texts(reading)[-1] if on is None else self.version(on, reading)
        return wording.diagram(version.condition, self.name, language)


def _rule_again(name: str, values: dict[str, Any] | None, digest: str | None) -> Rule:
    """Return a pickled rule: of the values given, or else the packaged one.

    Raises
    ------
    BadInput
        If the rule is not here, or has changed since: it would answer from another text.
    """
    if values is None:
        rule: Rule | None = getattr(import_module(_PROGRAMMES), name, None)
    else:
        rule = Rule(**values)
    if rule is None:
        raise BadInput(message("rules/not-here", rule=name))
    if digest is not None and rule.fingerprint != digest:
        raise BadInput(
            message("rules/changed-since-pickled", rule=name, then=digest, now=rule.fingerprint)
        )
    return rule


def decided(rule: Rule, person: Person, asking: Asking) -> Decision:
    """Answer for one person, with reasons; see :meth:`Rule.decide`.

    Raises
    ------
    NotInForceError
        If the reading has no text in force that day.
    BadInput
        If an argument is of the wrong sort, or as-of facts are given without ``as_of``.

    Examples
    --------
    >>> from dualib import programmes
    >>> asking = Asking(date(2016, 9, 1))
    >>> decided(programmes.kaa, Person(born=date(1980, 1, 1)), asking).verdict
    <Verdict.NO: -1>
    """
    case = asking.case(person)
    version = rule.version(asking.on, asking.reading)
    tree = version.condition.reason(case)
    verdict = resolve(version.condition, case)
    return Decision(
        rule=rule.id,
        name=rule.name,
        reading=version.reading,
        on=asking.on,
        verdict=verdict,
        tree=tree,
        ambiguities=tuple(
            ambiguity.text
            for ambiguity in version.ambiguities
            if resolve(ambiguity.otherwise, case) is not verdict
        ),
        assumptions=tuple(case.used.values()),
        notes=() if version.note is None else (version.note,),
        valid=(version.valid_from, version.valid_to),
        stated=version,
        person=person,
        condition=version.condition,
        case=case,
        asker=rule,
    )
