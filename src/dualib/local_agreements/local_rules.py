"""How an agreement's own offers are written: one builder for each agreement, and what ages such as "18–25" mean.

An upper year that a statute uses as an excluded limit (18, 20, 21, 25, 65) is taken as excluded: "18–25" is from the
18th birthday up to, not including, the 25th. Other upper years (19, 24, 64) are whole years: "16–24" ends the day
before the 25th birthday. Where the wording leaves the first sort open, the rule carries the other reading as an
ambiguity, and a decision says when a person stands on it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

import attrs

from dualib.conditions import Condition, age, during, not_expressed
from dualib.language import Text
from dualib.local_agreements.local_terms import cited_agreement
from dualib.local_agreements.offers import Offer, OfferKind, OfferState, Stance
from dualib.rules.duties import Duty
from dualib.rules.rule import Ambiguity, Rule, RuleKind, Version
from dualib.sources import NOT_IN_SOURCE, NotInSource
from dualib.vocabulary.facts import Status

__all__ = [
    "EXCLUDED_LIMITS",
    "UNDEREMPLOYED",
    "Local",
    "Stances",
    "in_reading",
    "loose_ages",
]

#: What each agreement says of the national programmes it does not pass over: the stance, and where it stands.
Stances = dict[str, tuple[Stance, str]]

#: Years that a statute uses as an excluded upper limit: of age, of school, of care, of youth measures, of work.
EXCLUDED_LIMITS: Final = frozenset({18, 20, 21, 25, 65})

#: Part-time or hourly work and registered as a jobseeker; of those not registered the agreements do not say.
UNDEREMPLOYED: Final = during(Status.PART_TIME, Status.HOURLY) & (
    during(Status.REGISTERED_AS_JOBSEEKER)
    | not_expressed(
        Text(
            "att den som inte är anmäld som arbetssökande vill arbeta mer (källan säger inte vem som är "
            "undersysselsatt)",
            "that a person not registered as a jobseeker wants to work more (the source does not say who is "
            "underemployed)",
        )
    )
)


def loose_ages(
    lo: int, last: int, build: Callable[[Condition], Condition] = lambda ages: ages
) -> tuple[Condition, tuple[Ambiguity, ...]]:
    """Return a condition with ages printed as "lo–last", and the other reading where the upper year is unclear.

    Parameters
    ----------
    lo, last
        The ages as printed.
    build
        The whole condition from the condition on age.

    Returns
    -------
    tuple
        The condition, and its ambiguities: one where ``last`` is in :data:`EXCLUDED_LIMITS`, else none.

    Examples
    --------
    >>> loose_ages(16, 24)
    (Age(lo=16, below=25, at='day'), ())
    >>> taken, (unclear,) = loose_ages(18, 25)
    >>> taken, unclear.otherwise
    (Age(lo=18, below=25, at='day'), Age(lo=18, below=26, at='day'))
    """
    if last not in EXCLUDED_LIMITS:
        return build(age(lo, below=last + 1)), ()
    text = Text(
        f"Källan skriver {lo}–{last} år; här slutar det dagen före {last}-årsdagen, men hela året som {last}-åring kan "
        "vara menat.",
        f"The source writes ages {lo}–{last}; here that ends the day before the birthday of {last}, but the whole year "
        f"as a {last}-year-old may be meant.",
    )
    return build(age(lo, below=last)), (Ambiguity(text, build(age(lo, below=last + 1))),)


def in_reading(rule: Rule, reading: str) -> Rule:
    """Return a national rule with only the texts of one reading; the rule itself if it has no such reading.

    So an agreement's offer of a national programme is asked as the agreement puts it, and where it puts nothing, as the
    national rule does.

    >>> from dualib.programmes import jobbgaranti
    >>> in_reading(jobbgaranti, "agreement:kalmar").readings
    ('agreement:kalmar',)
    """
    if reading not in rule.readings:
        return rule
    return Rule(id=rule.id, name=rule.name, kind=rule.kind, versions=rule.texts(reading))


@attrs.frozen(kw_only=True)
class Local:
    """Builds the offers, rules and duties of one agreement.

    Attributes
    ----------
    agreement
        Its id.
    documented_on
        The day its document describes things as of.

    Examples
    --------
    >>> kalmar = Local(agreement="kalmar", documented_on=date(2015, 10, 21))
    >>> offer = kalmar.offer("example", Text("Exempel", "Example"), age(16, below=25), kind="service",
    ...     provider=Text("kommunen", "the municipality"), place="bilaga 2, s. 19")
    >>> offer.rule.id, offer.rule.readings, offer.citation.place
    ('kalmar.example', ('agreement:kalmar',), 'bilaga 2, s. 19')
    """

    agreement: str
    documented_on: date | NotInSource

    def rule(
        self,
        name: str,
        title: Text,
        condition: Condition | tuple[Condition, tuple[Ambiguity, ...]],
        *,
        kind: RuleKind,
        place: str,
        note: Text | None = None,
        ambiguities: tuple[Ambiguity, ...] = (),
    ) -> Rule:
        """Return a rule of the agreement, open in time: the period of an offer is the offer's own."""
        if isinstance(condition, tuple):
            condition, unclear = condition
            ambiguities = (*unclear, *ambiguities)
        return Rule(
            id=f"{self.agreement}.{name}",
            name=title,
            kind=kind,
            versions=(
                Version(
                    reading=f"agreement:{self.agreement}",
                    condition=condition,
                    citations=(cited_agreement(self.agreement, place),),
                    note=note,
                    ambiguities=ambiguities,
                ),
            ),
        )

    def offer(
        self,
        name: str,
        title: Text,
        condition: Condition | tuple[Condition, tuple[Ambiguity, ...]] | Rule,
        *,
        kind: OfferKind,
        provider: Text,
        place: str,
        state: OfferState = "existing",
        note: Text | None = None,
        ambiguities: tuple[Ambiguity, ...] = (),
        first_day: date | NotInSource | None = NOT_IN_SOURCE,
        last_day: date | NotInSource | None = NOT_IN_SOURCE,
        places: int | None = None,
        hours: Text | None = None,
        pay: Text | None = None,
        unconditional: bool = False,
        municipalities: tuple[str, ...] = (),
        duties: tuple[Duty, ...] = (),
    ) -> Offer:
        """Return an offer; a national rule is asked in the agreement's own reading if it has one."""
        if isinstance(condition, Rule):
            rule = in_reading(condition, f"agreement:{self.agreement}")
        else:
            rule = self.rule(
                name, title, condition, kind=kind, place=place, note=note, ambiguities=ambiguities
            )
        return Offer(
            id=name,
            name=title,
            rule=rule,
            kind=kind,
            state=state,
            provider=provider,
            citation=cited_agreement(self.agreement, place),
            documented_on=self.documented_on,
            first_day=first_day,
            last_day=last_day,
            places=places,
            hours=hours,
            pay=pay,
            unconditional=unconditional,
            note=note,
            municipalities=municipalities,
            duties=duties,
        )
