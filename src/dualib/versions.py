"""The text of a rule in one reading between two dates."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cached_property

import attrs

from dualib.allowances import BenefitDayLimit, Limit
from dualib.conditions import Condition, Judgement
from dualib.errors import BadInput
from dualib.language import Text
from dualib.sources import Citation

__all__ = ["Ambiguity", "Version"]

_FAR_PAST, _FAR_FUTURE = date(1850, 1, 1), date(2200, 12, 31)


@attrs.frozen
class Ambiguity:
    """A wording that can be read in another way than the rule takes it.

    ``text`` says what is unclear and which side is taken, ``otherwise`` is the whole condition read the other way: a
    person for whom the two differ stands on the ambiguity, and the decision says so.
    """

    text: Text
    otherwise: Condition = attrs.field(repr=False)


@attrs.frozen(kw_only=True, slots=False)
class Version:
    """The text of a rule in one reading between two dates.

    Attributes
    ----------
    reading
        ``"dua"``, ``"sfs"`` or ``"agreement:<name>"``.
    valid_from, valid_to
        First and last day in force, both inclusive; None leaves that side open.
    condition
        The expression.
    citations
        Where the text stands; at least one.
    note
        What a reader must know about this text, such as that it was not seen.
    ambiguities
        Wordings that can be read in another way.
    limits
        How long the measure may last.
    """

    reading: str
    condition: Condition = attrs.field(repr=False)
    citations: tuple[Citation, ...]
    valid_from: date | None = None
    valid_to: date | None = None
    note: Text | None = None
    ambiguities: tuple[Ambiguity, ...] = ()
    limits: tuple[Limit | BenefitDayLimit, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.condition, Condition):
            raise BadInput(f"condition is {self.condition!r}: expected a condition")
        if not self.citations:
            raise BadInput(f"reading {self.reading!r} has no citations: expected where the rule stands")
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise BadInput(f"valid_to {self.valid_to} is before valid_from {self.valid_from}: exchange them")
        if any(isinstance(lit.atom, Judgement) and not lit.positive for lit in self.condition.literals()):
            raise BadInput("a judgement is negated: what the authority judges otherwise is no fact; rewrite the rule")

    def in_force(self, on: date) -> bool:
        """Whether this text is in force on a day."""
        return self.first_day <= on <= self.last_day

    @cached_property
    def fingerprint(self) -> str:
        """A digest of the expression, its dates and where it stands: it changes when what a receipt says of it does."""
        places = "; ".join(map(str, self.citations))
        text = f"{self.reading} {self.valid_from} {self.valid_to} {self.condition!r} {places}"
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def first_day(self) -> date:
        """The first day in force, the beginning of the calendar where that side is open."""
        return self.valid_from or _FAR_PAST

    @property
    def last_day(self) -> date:
        """The last day in force, the end of the calendar where that side is open."""
        return self.valid_to or _FAR_FUTURE
