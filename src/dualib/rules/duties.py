"""What an authority is bound to do for a person, and by when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from dualib.dates import NEVER_DAY, LeapBirthday, Period, from_day
from dualib.decisions.question import Asking
from dualib.errors import BadInput
from dualib.language import Text
from dualib.messages import message
from dualib.person import Person
from dualib.rules.rule import Rule, decided
from dualib.sources import NOT_IN_SOURCE, Citation, NotInSource
from dualib.verdicts import Verdict
from dualib.vocabulary.facts import FactValue, Kind, fact

__all__ = ["Duty", "DutyAnswer", "Start"]


@attrs.frozen
class Start:
    """A day from which a time limit may run: in words, and the dated fact that holds it, if any.

    >>> Start(Text("den dag då personen anmälde sig", "the day of registration")).fact is None
    True
    """

    words: Text
    fact: str | None = None


@attrs.frozen
class DutyAnswer:
    """Whether a duty has arisen for a person, and when it is due.

    Attributes
    ----------
    applies
        YES, NO or UNKNOWN.
    due
        The last day to act; None when it cannot be known: then ``candidates`` lists what the source leaves open.
    candidates
        Each day from which the time may run, in words, with the last day it would give (None if that day is unknown).
    judgements
        What somebody must judge before the answer holds, in words that begin with "that".

    Examples
    --------
    >>> from dualib import Person, agreement
    >>> [duty] = agreement("vasteras").offers["ungdomskontraktet"].duties
    >>> answer = duty.check(Person(), on=date(2015, 12, 1))
    >>> answer.applies, answer.due, len(answer.candidates)
    (<Verdict.UNKNOWN: 0>, None, 4)
    """

    duty: Duty = attrs.field(repr=False)
    on: date
    applies: Verdict
    due: date | None
    candidates: tuple[tuple[Text, date | None], ...]
    judgements: tuple[Text, ...] = ()


@attrs.frozen(kw_only=True)
class Duty:
    """An obligation: when ``trigger`` holds, ``bearer`` shall do ``action``, within ``within`` of a start.

    Where the source names one start, ``starts`` holds it; where it names none, the candidates: the due date is then
    unknown. ``within=None`` means at once; ``NOT_IN_SOURCE`` that the source names no time, so that no day is due.

    Examples
    --------
    >>> from dualib.programmes import kaa
    >>> duty = Duty(id="contact", name=Text("kontakt", "contact"), trigger=kaa, citations=(),
    ...     bearer=Text("kommunen", "the municipality"), action=Text("höra av sig", "get in touch"))
    >>> duty.check(Person(born=date(1980, 1, 1)), on=date(2016, 9, 1)).applies
    <Verdict.NO: -1>
    """

    id: str
    name: Text
    trigger: Rule
    bearer: Text
    action: Text
    citations: tuple[Citation, ...]
    within: Period | NotInSource | None = None
    starts: tuple[Start, ...] = ()

    def __attrs_post_init__(self) -> None:
        if isinstance(self.within, Period) and not self.starts:
            raise BadInput(message("rules/duty-without-start", duty=self.id))
        for start in self.starts:
            if start.fact is not None and fact(start.fact).kind is not Kind.DATE:
                raise BadInput(message("rules/duty-of-undated-fact", duty=self.id, fact=start.fact))

    def check(
        self,
        person: Person,
        *,
        on: date,
        reading: str | None = None,
        assume: Mapping[str, FactValue] | None = None,
        assume_unchanged: bool = False,
        leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
    ) -> DutyAnswer:
        """Return whether the duty has arisen on a day, and when it is due.

        The arguments are those of :meth:`dualib.Rule.decide`; an assumed start gives a day due, as a known one does.

        Raises
        ------
        NotInForceError
            If the reading of the rule that gives rise to the duty has no text in force that day.
        BadInput
            If an argument is of the wrong sort, or as-of facts are given without ``as_of``.
        """
        asking = Asking(on, reading, assume, assume_unchanged, leap)
        decision = decided(self.trigger, person, asking)
        judged = decision.judgements
        if self.within is None:
            return DutyAnswer(
                self,
                on,
                decision.verdict,
                on if decision.verdict is Verdict.YES else None,
                (),
                judged,
            )
        if self.within is NOT_IN_SOURCE:
            return DutyAnswer(self, on, decision.verdict, None, (), judged)
        candidates = []
        for start in self.starts:
            value = None if start.fact is None else decision.case.value(start.fact)
            known = isinstance(value, int) and value != NEVER_DAY
            candidates.append(
                (start.words, self.within.after(from_day(int(value or 0))) if known else None)
            )
        single = (
            candidates[0][1] if len(candidates) == 1 and decision.verdict is Verdict.YES else None
        )
        return DutyAnswer(self, on, decision.verdict, single, tuple(candidates), judged)
