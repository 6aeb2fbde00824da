"""Every rule and offer: its source, validity and confidence, when that was last looked at, how exact answers are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from dualib.conditions.case_split import Exactness
from dualib.language import Text
from dualib.local_agreements import agreements
from dualib.local_agreements.offers import Offer
from dualib.programmes import PROGRAMMES
from dualib.rules.rule import Rule
from dualib.sources import Confidence, NotInSource

__all__ = ["SourceEntry", "registry"]


@attrs.frozen(kw_only=True)
class SourceEntry:
    """One source of one dated text of a rule.

    Attributes
    ----------
    sort
        ``"programme"`` (national), ``"target group"`` or ``"offer"``.
    agreement
        The agreement's id; None for national programmes.
    id, name
        Of the rule, or of the offer.
    reading
        Whose text.
    valid_from, valid_to
        First and last day in force, inclusive; None leaves that side open.
    first_day, last_day
        The printed period of an offer; None where it is open or the entry is not an offer.
    documented_on
        The day an agreement describes its offers as of; None for national programmes.
    source, place, wording
        The act or agreement, where in it, and which amending act gave the wording.
    confidence
        How sure the project is that the source says so.
    verified_on
        The day the source was last looked at.
    ambiguities
        How many wordings of the text can be read in another way.
    exactness
        How exact the answers are on the text's first day in force; where it has none, on the day of ``verified_on``.
        :attr:`~dualib.conditions.case_split.Exactness.exact` is false of the few rules whose answers are only sound.

    Examples
    --------
    >>> [entry, *_] = [entry for entry in registry() if entry.id == "traineejobb"]
    >>> entry.sort, str(entry.valid_from), str(entry.valid_to)
    ('programme', '2015-08-03', '2017-12-31')
    """

    sort: str
    agreement: str | None
    id: str
    name: Text
    reading: str
    valid_from: date | None
    valid_to: date | None
    first_day: date | NotInSource | None
    last_day: date | NotInSource | None
    documented_on: date | NotInSource | None
    source: str
    place: str
    wording: str | None
    confidence: Confidence
    verified_on: date
    ambiguities: int
    exactness: Exactness


def registry() -> tuple[SourceEntry, ...]:
    """Return the table of all rules and offers: one row for each source of each dated text.

    National programmes come first, then each agreement with its target group and its offers.

    Examples
    --------
    >>> row = registry()[0]
    >>> row.id, row.reading, row.confidence.value, row.verified_on.isoformat()
    ('jobbgaranti', 'dua', 'project', '2026-11-22')
    >>> [row.id for row in registry() if row.sort == "target group" and not row.exactness.exact]
    ['tjorn-orust.target-group', 'kalmar.target-group']
    """
    return tuple(_entries())


def _entries() -> Iterator[SourceEntry]:
    for rule in PROGRAMMES:
        yield from _rows("programme", None, rule)
    for agreement in agreements():
        if agreement.target_group is not None:
            yield from _rows(
                "target group", agreement.id, agreement.target_group, agreement.documented_on
            )
        for offer in agreement.offers.values():
            yield from _rows("offer", agreement.id, offer.rule, offer.documented_on, offer)


def _rows(
    sort: str,
    agreement: str | None,
    rule: Rule,
    documented_on: date | NotInSource | None = None,
    offer: Offer | None = None,
) -> Iterator[SourceEntry]:
    for version in rule.versions:
        for citation in version.citations:
            yield SourceEntry(
                sort=sort,
                agreement=agreement,
                id=rule.id if offer is None else offer.id,
                name=rule.name if offer is None else offer.name,
                reading=version.reading,
                valid_from=version.valid_from,
                valid_to=version.valid_to,
                first_day=None if offer is None else offer.first_day,
                last_day=None if offer is None else offer.last_day,
                documented_on=documented_on,
                source=citation.source,
                place=citation.place,
                wording=citation.wording,
                confidence=citation.confidence,
                verified_on=citation.verified_on,
                ambiguities=len(version.ambiguities),
                exactness=rule.exactness(
                    version.valid_from or citation.verified_on, version.reading
                ),
            )
