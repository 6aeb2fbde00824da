"""What a local agreement offers: a programme, activity, service, contact or guarantee, with its own rule."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, get_args

import attrs

from dualib.dates import LeapBirthday, to_day
from dualib.decisions.decision import Decision
from dualib.decisions.question import Asking
from dualib.errors import BadInput, how_many, nearest, suggestion
from dualib.language import Text, capital, written_date
from dualib.messages import message
from dualib.person import Person
from dualib.rules.duties import Duty
from dualib.rules.rule import Rule, decided
from dualib.sources import NOT_IN_SOURCE, Citation, NotInSource
from dualib.vocabulary.facts import FactValue

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from dualib.arrays import VerdictArray
    from dualib.register import Register

__all__ = ["Offer", "OfferKind", "OfferState", "Offers", "Stance"]

OfferKind = Literal["programme", "activity", "service", "contact", "guarantee"]
OfferState = Literal["existing", "planned", "ended"]


class Stance(enum.Enum):
    """What an agreement says of a national rule.

    >>> from dualib import agreement
    >>> agreement("kalmar").stance("jobbgaranti") is Stance.EXTENDS
    True
    """

    STATES = "states"
    EXTENDS = "extends"
    MENTIONS = "mentions"
    SILENT = "silent"

    @property
    def words(self) -> Text:
        """The stance in words."""
        return _STANCE_WORDS[self]


_STANCE_WORDS = {
    Stance.STATES: Text("återger villkoren", "states the conditions"),
    Stance.EXTENDS: Text("går utöver regeln", "goes beyond the rule"),
    Stance.MENTIONS: Text("nämner utan villkor", "mentions without conditions"),
    Stance.SILENT: Text(
        "säger inget; den nationella regeln gäller", "says nothing; the national rule applies"
    ),
}


@attrs.frozen(kw_only=True, eq=False)
class Offer:
    """Something an agreement describes that reaches some people.

    Attributes
    ----------
    id
        Its name in code.
    name
        As in the agreement, and as it stands in a sentence: with its article, and a capital only in a proper name.
    rule
        Who can take part. An offer that states no condition is open to its stated group: ``unconditional`` says so.
    kind, state
        What it is, and whether it existed or was planned when the agreement was written.
    provider
        Who runs it.
    first_day, last_day
        Its printed period (inclusive); None where it is open, ``NOT_IN_SOURCE`` where nothing is said.
    documented_on
        The day the agreement describes it as of.
    places, hours, pay
        As printed; None where nothing is said.
    citation
        Where it stands.
    duties
        What the provider is bound to do.

    Examples
    --------
    >>> from dualib import agreement
    >>> ramp = agreement("kalmar").offers["ramp"]
    >>> ramp.kind, ramp.state, str(ramp.first_day)
    ('activity', 'existing', '2011-01-01')
    """

    id: str
    name: Text
    rule: Rule = attrs.field(repr=False)
    kind: OfferKind
    state: OfferState
    provider: Text
    citation: Citation
    documented_on: date | NotInSource = NOT_IN_SOURCE
    first_day: date | NotInSource | None = NOT_IN_SOURCE
    last_day: date | NotInSource | None = NOT_IN_SOURCE
    places: int | None = None
    hours: Text | None = None
    pay: Text | None = None
    unconditional: bool = False
    note: Text | None = None
    municipalities: tuple[str, ...] = ()
    duties: tuple[Duty, ...] = ()

    def __attrs_post_init__(self) -> None:
        for name, known in (("kind", get_args(OfferKind)), ("state", get_args(OfferState))):
            value = getattr(self, name)
            if value not in known:
                raise BadInput(
                    message(
                        "agreements/offer-not-a-choice",
                        name=name,
                        offer=self.id,
                        value=value,
                        known=known,
                        near=nearest(value, known),
                    )
                )

    def outside_period(self, on: date) -> Text | None:
        """Return a remark when a day lies outside the printed period, else None."""
        if isinstance(self.first_day, date) and on < self.first_day:
            return Text(
                f"{capital(self.name.sv)} började enligt källan den {written_date(self.first_day, 'sv')}",
                f"{capital(self.name.en)} began on {written_date(self.first_day, 'en')} according to the source",
            )
        if isinstance(self.last_day, date) and on > self.last_day:
            return Text(
                f"{capital(self.name.sv)} pågick enligt källan till och med den {written_date(self.last_day, 'sv')}",
                f"{capital(self.name.en)} lasted until {written_date(self.last_day, 'en')} according to the source",
            )
        return None

    def outside(self, on: Any) -> bool | npt.NDArray[np.bool_]:
        """Return whether a day lies outside the printed period; for an array of ``datetime64``, one answer a day.

        A side that is open, or of which the source says nothing, leaves no day outside.

        Raises
        ------
        BadInput
            If ``on`` is neither a date nor an array of ``datetime64`` without gaps.

        Examples
        --------
        >>> from dualib.local_agreements import agreement
        >>> ramp = attrs.evolve(agreement("kalmar").offers["ramp"], first_day=date(2015, 1, 1), last_day=None)
        >>> ramp.outside(date(2014, 12, 31)), ramp.outside(date(2015, 1, 1))
        (True, False)
        """
        # Numpy is loaded for whoever asks about many, as in dualib.Rule.
        import numpy as np

        from dualib.engine.question import asked_days

        days = asked_days(on)
        found = np.zeros(np.shape(days), dtype=bool)
        if isinstance(self.first_day, date):
            found |= np.less(days, to_day(self.first_day))
        if isinstance(self.last_day, date):
            found |= np.greater(days, to_day(self.last_day))
        return bool(found) if isinstance(days, int) else found

    def decide(
        self,
        person: Person,
        *,
        on: date,
        assume: Mapping[str, FactValue] | None = None,
        assume_unchanged: bool = False,
        leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
    ) -> Decision:
        """Answer for one person; outside the offer's printed period the decision carries a remark.

        Raises
        ------
        NotInForceError
            If the rule has no text in force that day.
        BadInput
            If an argument is of the wrong sort, or as-of facts are given without ``as_of``.
        """
        asking = Asking(on, None, assume, assume_unchanged, leap)
        decision = decided(self.rule, person, asking)
        remark = self.outside_period(on)
        return (
            decision if remark is None else attrs.evolve(decision, notes=(*decision.notes, remark))
        )

    def verdicts(
        self,
        register: Register,
        *,
        on: Any,
        assume: Mapping[str, FactValue] | None = None,
        assume_unchanged: bool = False,
        leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
    ) -> VerdictArray:
        """Answer for every person of a register, as :meth:`dualib.Rule.verdicts`.

        The answers are those of the rule also outside the offer's printed period: :meth:`outside` flags those days.

        Raises
        ------
        NotInForceError
            If the rule has no text in force on some day asked about.
        BadInput
            If an argument is of the wrong sort, or as-of facts are given without ``as_of``.
        """
        from dualib.evaluation.one_rule import rule_verdicts

        asking = Asking(on, None, assume, assume_unchanged, leap)
        return rule_verdicts(self.rule, register, asking)


class Offers(Mapping[str, Offer]):
    """The offers of an agreement by id, in the order of its rules; a misspelt id gets a suggestion.

    Raises
    ------
    KeyError
        From ``offers[id]`` where there is no such offer.

    Examples
    --------
    >>> import dualib
    >>> dualib.agreement("kalmar").offers["ramp1"]
    Traceback (most recent call last):
    ...
    KeyError: "there is no offer 'ramp1'. Did you mean 'ramp'?"
    """

    __slots__ = ("_by_id",)

    def __init__(self, offers: Iterable[Offer] = ()) -> None:
        self._by_id = {offer.id: offer for offer in offers}

    def __getitem__(self, name: str) -> Offer:
        found = self._by_id.get(name)
        if found is None:
            raise KeyError(f"there is no offer {name!r}.{suggestion(str(name), self._by_id)}")
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def __repr__(self) -> str:
        return f"<{how_many(len(self), 'offer')}: {', '.join(self)}>" if self else "<no offers>"
