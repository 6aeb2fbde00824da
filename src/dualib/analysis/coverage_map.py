"""Which offers of an agreement reach whom, and who falls between the chairs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import VerdictArray, read_only
from dualib.conditions import Condition, not_expressed
from dualib.conditions.markers import Judgement
from dualib.copying import from_fields, read_only_mapping
from dualib.counting import Count, Table, count
from dualib.dates import check_count, check_date
from dualib.errors import BadInput
from dualib.evaluation import evaluate
from dualib.frames import to_frame
from dualib.language import Text, written_date
from dualib.local_agreements import Agreement
from dualib.local_agreements.offers import Offer, OfferKind, OfferState
from dualib.messages import message
from dualib.register import Register
from dualib.rules.rule import Rule
from dualib.sources import NOT_IN_SOURCE
from dualib.verdicts import Verdict
from dualib.vocabulary.facts import FactValue

__all__ = ["BANDS", "Coverage", "Gap", "coverage"]

#: By which groups are looked for when nothing else is said: sex, and ages in half-open bands.
BANDS: Final = ("sex", ("age", (16, 18, 20, 22, 25)))

_UNREACHED = Text("Personer som inget erbjudande når", "Persons whom no offer reaches")


@attrs.frozen
class Gap:
    """A group of persons in which no offer reaches anybody for certain.

    Attributes
    ----------
    group
        The category of each grouping, such as ``("woman", "20-21")``.
    words
        The same in words.
    persons
        How many there are.
    unreached
        How many no offer reaches: certainly at least ``low``, possibly up to ``high``, which is all of them.

    Examples
    --------
    >>> everybody = Gap(group=(), words=(), persons=3, unreached=Count(1, 3))
    >>> everybody.unreached.low, everybody.unreached.high
    (1, 3)
    """

    group: tuple[str, ...]
    words: tuple[Text, ...]
    persons: int
    unreached: Count


@attrs.frozen(eq=False)
class Coverage:
    """The answers of an agreement's offers for every person of a register on one day.

    Attributes
    ----------
    offers
        The offers asked, in the agreement's order.
    verdicts
        ``int8``, shape (offers, persons): 1 meets the formal conditions, 0 unknown, -1 does not.
    settled
        The same, but what an authority is to judge counts as unknown: 1 holds whatever it judges.
    outside
        ``bool``, shape (offers,): the day lies outside the offer's printed period, or its rule is not in force. Such
        an offer reaches nobody; its verdicts are kept, -1 where the rule has no text.
    assume
        What was assumed where facts are unknown.

    Examples
    --------
    >>> from dualib import agreement
    >>> persons = Register.from_frames({"born": ["1996-05-31"]}, as_of=date(2015, 5, 31))
    >>> found = coverage(agreement("kalmar"), persons, on=date(2015, 5, 31))
    >>> found.verdicts.shape == (len(found.offers), 1)
    True
    """

    agreement: Agreement
    register: Register = attrs.field(repr=False)
    on: date
    offers: tuple[Offer, ...] = attrs.field(repr=False)
    verdicts: npt.NDArray[np.int8] = attrs.field(repr=False)
    settled: npt.NDArray[np.int8] = attrs.field(repr=False)
    outside: npt.NDArray[np.bool_] = attrs.field(repr=False)
    assume: Mapping[str, FactValue] = attrs.field(factory=dict, converter=read_only_mapping)

    __reduce__ = from_fields

    def __attrs_post_init__(self) -> None:
        for values in (self.verdicts, self.settled, self.outside):
            read_only(values)

    def unreached(self, *, judged: bool = True) -> VerdictArray:
        """Return for every person whether no offer reaches them: 1 none does, 0 perhaps, -1 at least one does.

        Parameters
        ----------
        judged
            Whether a YES subject to an authority's judgement reaches; False counts it as unknown.
        """
        answers = (self.verdicts if judged else self.settled)[~self.outside]
        return np.asarray(-np.max(answers, axis=0, initial=-1), dtype=np.int8)

    def between_the_chairs(self, *, judged: bool = True) -> Count:
        """Return how many persons no offer reaches, from the certain to the possible number."""
        found = self.unreached(judged=judged)
        return Count(int((found == 1).sum()), int((found >= 0).sum()))

    def offers_for(self, row: int) -> Mapping[str, Verdict]:
        """Return the offers that reach, or may reach, the person in a row (from 0), with the answer of each.

        Raises
        ------
        BadInput
            If there is no such row.
        """
        check_count(row, "row", most=self.register.size - 1)
        return {
            offer.id: Verdict(int(answer))
            for offer, answer, outside in zip(
                self.offers, self.verdicts[:, row], self.outside, strict=True
            )
            if answer >= 0 and not outside
        }

    def reach(self) -> Mapping[str, Count]:
        """Return for each offer how many persons it reaches: those certain, up to those possible; none if outside.

        An offer of which the source states no period is outside on no day: :meth:`remarks` names it.
        """
        return {
            offer.id: Count(0, 0)
            if outside
            else Count(int((answers == 1).sum()), int((answers >= 0).sum()))
            for offer, answers, outside in zip(
                self.offers, self.verdicts, self.outside, strict=True
            )
        }

    def remarks(self) -> Mapping[str, Text]:
        """Return what must be known of an offer and the day asked about, by the offer's id; most often nothing.

        The day may lie outside the offer's printed period, or its rule have no text in force. Where the source states
        no period for the offer the answer is about its conditions alone, whatever the day: an agreement's own period
        is another date than those of its offers, and is named where it does not hold.

        Examples
        --------
        >>> from dualib.local_agreements import agreement
        >>> somebody = Register.from_frames({"born": ["1999-05-31"]})
        >>> remarks = coverage(agreement("kalmar"), somebody, on=date(2016, 6, 1)).remarks()
        >>> remarks["prio"].en
        'PRIO lasted until 31 December 2015 according to the source'
        >>> remarks["matchning"].en
        'The source states no period for matching to work: the answer is about its conditions, whatever the day'
        """
        remarks = {offer.id: _remark(offer, self.agreement, self.on) for offer in self.offers}
        return {name: remark for name, remark in remarks.items() if remark is not None}

    def table(self, by: Iterable[object] = BANDS, *, judged: bool = True) -> Table:
        """Return the persons whom no offer reaches as a table; ``by`` as in :func:`dualib.counting.persons.counted`.

        A rule may divide too: ``by=[agreement.target_group]`` divides the target group from others.

        Raises
        ------
        BadInput
            If ``by`` names no fact, grouping or rule.
        """
        return count(
            self.register, self.unreached(judged=judged), by=by, on=self.on, label=_UNREACHED
        )

    def gaps(self, by: Iterable[object] = BANDS, *, judged: bool = True) -> tuple[Gap, ...]:
        """Return the groups in which no offer reaches anybody for certain, empty groups left out.

        Raises
        ------
        BadInput
            If ``by`` names no fact, grouping or rule.
        """
        table = self.table(by, judged=judged)
        *groups, _ = table.dimensions
        found = []
        for place in np.ndindex(*(len(group.categories) for group in groups)):
            yes, unknown, no = (int(value) for value in table.values[place])
            if no == 0 and yes + unknown > 0:
                found.append(
                    Gap(
                        tuple(
                            group.categories[index]
                            for group, index in zip(groups, place, strict=True)
                        ),
                        tuple(
                            group.labels[index] for group, index in zip(groups, place, strict=True)
                        ),
                        yes + unknown,
                        Count(yes, yes + unknown),
                    )
                )
        return tuple(found)

    def columns(self) -> dict[str, Any]:
        """Return the key, and for each offer ``yes``, ``yes, if judged so``, ``unknown``, ``no`` or ``outside``."""
        words = np.array(["no", "unknown", "yes, if judged so", "yes", "outside"])
        result: dict[str, Any] = {"key": np.asarray(self.register.keys)}
        for offer, answers, settled, outside in zip(
            self.offers, self.verdicts, self.settled, self.outside, strict=True
        ):
            result[offer.id] = words[np.where(outside, 4, answers + 1 + (settled == 1))]
        return result

    def to_frame(self, like: Any = None) -> Any:
        """Return :meth:`columns` as the kind of frame that ``like`` is; a plain dict of columns without it.

        Raises
        ------
        BadInput
            If ``like`` is not a known kind of frame.
        MissingExtraError
            If a frame is wanted and narwhals is not installed.
        """
        return to_frame(self.columns(), like=like)


def coverage(
    agreement: Agreement,
    register: Register,
    *,
    on: date,
    assume: Mapping[str, FactValue] | None = None,
    assume_unchanged: bool = False,
    states: Sequence[OfferState] = ("existing", "planned"),
    kinds: Sequence[OfferKind] = ("programme", "activity", "service", "contact", "guarantee"),
    unconditional: bool = True,
) -> Coverage:
    """Ask all offers of an agreement about every person of a register.

    Whether the persons are real or made up is for the caller to say: answers about made-up persons only illustrate.

    Parameters
    ----------
    on
        The day asked about.
    assume, assume_unchanged
        As in :meth:`dualib.Rule.verdicts`.
    states
        Which offers to ask, by what they were when the agreement was written.
    kinds
        Which kinds of offers to ask. A service for every jobseeker reaches nearly all: ``("programme", "activity")``
        shows who is offered something to do.
    unconditional
        Whether to ask also the offers that state no condition beyond their group.

    Raises
    ------
    BadInput
        If the agreement has no such offers.

    Examples
    --------
    >>> from dualib.local_agreements import agreement
    >>> on = date(2016, 5, 31)
    >>> persons = {"born": ["1999-05-31", "1996-01-01"], "municipality": ["1980", "1980"]}
    >>> found = coverage(agreement("vasteras"), Register.from_frames(persons, as_of=on), on=on)
    >>> found.offers_for(1)["gemensam-kartlaggning"].name, "gemensam-kartlaggning" in found.offers_for(0)
    ('YES', False)
    """
    if not isinstance(agreement, Agreement):
        raise BadInput(message("analysis/not-an-agreement", value=agreement))
    if not isinstance(register, Register):
        raise BadInput(message("ground/not-a-register", type=type(register).__name__))
    for name, asked_for in (("states", states), ("kinds", kinds)):
        if isinstance(asked_for, str) or not isinstance(asked_for, Iterable):
            raise BadInput(message("analysis/not-a-list", name=name, value=asked_for))
    states, kinds = tuple(states), tuple(kinds)
    day = check_date(on, "on")
    offers = tuple(
        offer
        for offer in agreement.offers.values()
        if offer.state in states
        and offer.kind in kinds
        and (unconditional or not offer.unconditional)
    )
    if not offers:
        raise BadInput(
            message("analysis/no-offers", agreement=agreement.id, states=states, kinds=kinds)
        )
    judged = [place for place, offer in enumerate(offers) if _is_judged(offer.rule)]
    rules = [offer.rule for offer in offers]
    asked = evaluate(
        register,
        [*rules, *(_unjudged(rules[place]) for place in judged)],
        on=day,
        assume=assume,
        assume_unchanged=assume_unchanged,
    )
    verdicts = asked.verdicts[: len(rules)]
    settled = verdicts.copy()
    settled[judged] = asked.verdicts[len(rules) :]
    printed = np.array([offer.outside_period(day) is not None for offer in offers])
    in_force = np.array([offer.rule.version_or_none(day) is not None for offer in offers])
    return Coverage(
        agreement, register, day, offers, verdicts, settled, printed | ~in_force, asked.assume
    )


def _remark(offer: Offer, agreement: Agreement, on: date) -> Text | None:
    remark = offer.outside_period(on)
    if remark is not None:
        return remark
    if offer.rule.version_or_none(on) is None:
        return Text(
            f"Ingen text om villkoren för {offer.name.sv} är i kraft den {written_date(on, 'sv')}",
            f"No text on the conditions for {offer.name.en} is in force on {written_date(on, 'en')}",
        )
    if offer.first_day is not NOT_IN_SOURCE or offer.last_day is not NOT_IN_SOURCE:
        return None
    sv = (
        f"Källan anger ingen tid för {offer.name.sv}: svaret gäller villkoren, vilken dag det än är"
    )
    en = f"The source states no period for {offer.name.en}: the answer is about its conditions, whatever the day"
    period = agreement.period
    if period.covers(on) is Verdict.NO:
        sv, en = (
            f"{sv}; överenskommelsen gäller {period.text('sv')}",
            f"{en}; the agreement holds {period.text('en')}",
        )
    return Text(sv, en)


def _is_judged(rule: Rule) -> bool:
    return any(
        isinstance(atom, Judgement)
        for version in rule.versions
        for atom in version.condition.atoms()
    )


def _unjudged(rule: Rule) -> Rule:
    """Return the rule, by another id, with everything that an authority judges left open."""
    texts = tuple(
        attrs.evolve(version, condition=version.condition.map(_opened)) for version in rule.versions
    )
    return Rule(id=f"{rule.id}, unjudged", name=rule.name, kind=rule.kind, versions=texts)


def _opened(condition: Condition) -> Condition:
    return not_expressed(condition.text) if isinstance(condition, Judgement) else condition
