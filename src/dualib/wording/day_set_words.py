"""How sets of days are taken apart to be said in words: their parts, and statuses named together."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dualib.conditions.day_sets import Both, DaySet, Either, StatusDays, days
from dualib.language import Text
from dualib.vocabulary.facts import Status, Track
from dualib.vocabulary.status import EMPLOYED_WITH_SUPPORT, LABOUR_MARKET_PROGRAMMES

__all__ = [
    "alternatives",
    "deeds",
    "ordered_choices",
    "requirements",
    "single_statuses",
    "status_words",
    "whole_words",
]


def alternatives(of: DaySet) -> tuple[DaySet, ...] | None:
    """Return the sets that a set of days is made of by *or*, each status by itself; None if it is not so made.

    >>> from dualib.conditions import days
    >>> len(alternatives(days("hourly") | days("part_time", "sfi")))
    3
    """
    if isinstance(of, StatusDays) and len(of.statuses) > 1:
        return tuple(StatusDays((status,)) for status in of.statuses)
    if isinstance(of, Either):
        return _flat(alternatives, of.one, of.other)
    return None


def requirements(of: DaySet) -> tuple[DaySet, ...] | None:
    """Return the sets that a set of days is made of by *and*; None if it is not so made.

    >>> from dualib.conditions import days
    >>> len(requirements(days("hourly") & days("registered_as_jobseeker")))
    2
    """
    return _flat(requirements, of.one, of.other) if isinstance(of, Both) else None


def _flat(
    opened: Callable[[DaySet], tuple[DaySet, ...] | None], *sets: DaySet
) -> tuple[DaySet, ...]:
    return tuple(dict.fromkeys(part for one in sets for part in opened(one) or (one,)))


def _group(
    statuses: Iterable[Status], noun: Text, clause: Text
) -> tuple[frozenset[Status], tuple[Text, Text]]:
    return frozenset(statuses), (noun, clause)


#: Statuses with a name together, the largest group first: a noun phrase after "days with", a clause without subject.
_GROUPS = (
    _group(
        (status for status in Status if status.track is Track.PROGRAMME),
        Text(
            "deltagande i något program eller någon insats hos Arbetsförmedlingen",
            "participation in any programme or measure of Arbetsförmedlingen",
        ),
        Text(
            "deltar i något program eller någon insats hos Arbetsförmedlingen",
            "takes part in a programme or measure of Arbetsförmedlingen",
        ),
    ),
    _group(
        LABOUR_MARKET_PROGRAMMES,
        Text(
            "deltagande i arbetsmarknadspolitiskt program",
            "participation in a labour-market programme",
        ),
        Text(
            "deltar i ett arbetsmarknadspolitiskt program",
            "takes part in a labour-market programme",
        ),
    ),
    _group(
        EMPLOYED_WITH_SUPPORT,
        Text("anställning med stöd", "employment with support"),
        Text("är anställd med stöd", "is employed with support"),
    ),
    _group(
        (status for status in LABOUR_MARKET_PROGRAMMES if status not in EMPLOYED_WITH_SUPPORT),
        Text(
            "deltagande i arbetsmarknadspolitiskt program utan anställning",
            "participation in a labour-market programme without employment",
        ),
        Text(
            "deltar i ett arbetsmarknadspolitiskt program utan anställning",
            "takes part in a labour-market programme without employment",
        ),
    ),
    _group(
        (status for status in Status if status.track is Track.STUDY),
        Text("studier av något slag", "studies of some kind"),
        Text("studerar i någon form", "is studying"),
    ),
)


#: Sets of days that have a name though they are made of others.
_WHOLES: dict[DaySet, tuple[Text, Text]] = {
    days(*(status for status in LABOUR_MARKET_PROGRAMMES if status not in EMPLOYED_WITH_SUPPORT))
    - days(Status.FULL_TIME_WORK, *EMPLOYED_WITH_SUPPORT): (
        Text(
            "deltagande i arbetsmarknadspolitiskt program utan heltidsarbete eller anställning med "
            "stöd",
            "participation in a labour-market programme without full-time work or employment with "
            "support",
        ),
        Text(
            "deltar i ett arbetsmarknadspolitiskt program utan heltidsarbete eller anställning med "
            "stöd",
            "takes part in a labour-market programme without full-time work or employment with "
            "support",
        ),
    ),
}


def whole_words(of: DaySet) -> tuple[Text, Text] | None:
    """Return noun and clause of a set of days that has a name though it is made of others.

    >>> from dualib.programmes.shared_terms import WITHOUT_WORK
    >>> [whole_words(part) is None for part in alternatives(WITHOUT_WORK)]
    [True, False]
    """
    return _WHOLES.get(of)


def status_words(statuses: tuple[Status, ...]) -> list[tuple[Text, Text]]:
    """Return noun and clause of each status; where all of a group that has a name are listed, it is for them.

    >>> [noun.en for noun, _ in status_words(tuple(s for s in Status if s.track is Track.STUDY))]
    ['studies of some kind']
    """
    left = list(statuses)
    found = []
    for status in statuses:
        if status not in left:
            continue
        alone = (frozenset({status}), (status.noun, status.words))
        group, words = next(
            (named for named in _GROUPS if status in named[0] and named[0] <= set(left)), alone
        )
        found.append(words)
        left = [other for other in left if other not in group]
    return found


def ordered_choices(
    parts: tuple[DaySet, ...],
) -> tuple[tuple[Status, ...], tuple[DaySet, ...], bool]:
    """Split alternatives into plain statuses and what is more involved, to be said last.

    The last value is whether the involved parts can stand without parentheses: each has a name, or is
    of two plain statuses.

    >>> from dualib.conditions import days
    >>> both = days("full_time_unemployed") & days("registered_as_jobseeker")
    >>> plain, involved, clear = ordered_choices((both, days("hourly")))
    >>> plain, involved == (both,), clear
    ((<Status.HOURLY: 'hourly'>,), True, True)
    """
    plain = tuple(part.statuses[0] for part in parts if isinstance(part, StatusDays))
    involved = tuple(part for part in parts if not isinstance(part, StatusDays))
    return (
        plain,
        involved,
        bool(involved)
        and all(
            whole_words(part) is not None or _is_pair(requirements(part) or ()) for part in involved
        ),
    )


def _is_pair(needed: tuple[DaySet, ...]) -> bool:
    return len(needed) == 2 and all(
        isinstance(one, StatusDays) and len(one.statuses) == 1 for one in needed
    )


def single_statuses(of: DaySet) -> tuple[tuple[Status, ...], bool] | None:
    """Return the statuses joined in one way only, and whether by *or*; None for anything more involved.

    >>> from dualib.conditions import days
    >>> single_statuses(days("hourly") & days("sfi"))
    ((<Status.HOURLY: 'hourly'>, <Status.SFI: 'sfi'>), False)
    """
    parts = alternatives(of) or requirements(of) or (of,)
    found = []
    for part in parts:
        if not isinstance(part, StatusDays) or len(part.statuses) != 1:
            return None
        found.append(part.statuses[0])
    return tuple(found), requirements(of) is None


def deeds(of: DaySet) -> tuple[tuple[Text, ...], ...] | None:
    """Return what a person does on the days of a set: alternatives, each of clauses that hold together.

    Plain statuses come first; None for a set too involved to be said so.

    >>> from dualib.conditions import days
    >>> both = days("full_time_unemployed") & days("hourly")
    >>> [[clause.en for clause in one] for one in deeds(both | days("sfi"))]
    [['studies Swedish for immigrants (sfi)'], ['is full-time unemployed', 'works by the hour']]
    """
    plain, involved, _ = ordered_choices(alternatives(of) or (of,))
    found: list[tuple[Text, ...]] = [(clause,) for _, clause in status_words(plain)]
    for part in involved:
        named = whole_words(part)
        if named is not None:
            found.append((named[1],))
            continue
        needed = requirements(part) or ()
        if not needed or any(
            not isinstance(one, StatusDays) or len(one.statuses) > 1 for one in needed
        ):
            return None
        found.append(tuple(one.statuses[0].words for one in needed if isinstance(one, StatusDays)))
    return tuple(found)
