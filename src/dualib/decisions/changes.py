"""Find the facts that would resolve an UNKNOWN and the smallest changes that would reverse an answer.

Both are found by evaluating the rule again, never by guessing.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

import attrs

from dualib.conditions import Case, Condition, Reason
from dualib.conditions.case import decoded
from dualib.conditions.case_split import events, resolve, values_to_try
from dualib.conditions.markers import AtEvent
from dualib.conditions.windows import WindowAtom
from dualib.dates import NEVER_DAY
from dualib.verdicts import UNKNOWN, Verdict
from dualib.vocabulary.facts import FACTS, FactValue, Status, Track

__all__ = ["Flip", "Settled", "alike", "flips", "settling", "unknowns"]

Change = Callable[[Case], Case]


@attrs.frozen
class Flip:
    """A change of at most two things that gives the opposite answer.

    Attributes
    ----------
    changes
        ``(name, value)`` pairs. The name is a fact with its new value, or ``"days:<status>"`` with True (the status on
        every day) or False (on none).
    verdict
        The answer that follows.

    Examples
    --------
    >>> Flip((("school_duty_done", True),), Verdict.YES).changes
    (('school_duty_done', True),)
    """

    changes: tuple[tuple[str, FactValue], ...]
    verdict: Verdict


@attrs.frozen
class Settled:
    """Smallest sets of unknowns: those that settle the answer whatever they turn out to be, and those that may.

    Attributes
    ----------
    missing
        Sets of facts and tracks (``"track:work"``), at most three each; knowing all of a set always settles the answer.
    may_settle
        Sets for which at least one outcome settles it.

    Examples
    --------
    >>> Settled(missing=(frozenset({"born"}),), may_settle=()).missing
    (frozenset({'born'}),)
    """

    missing: tuple[frozenset[str], ...]
    may_settle: tuple[frozenset[str], ...]


def _open(reason: Reason) -> Iterator[Reason]:
    """Yield the atoms that keep the answer open: those reached from the root through open answers only."""
    if reason.verdict is UNKNOWN:
        if not reason.parts:
            yield reason
        for part in reason.parts:
            yield from _open(part)


def unknowns(tree: Reason, case: Case) -> tuple[str, ...]:
    """Return the unknown facts, and tracks with unknown days, that keep the answer open, in the rule's order.

    >>> from dualib.conditions import has
    >>> from dualib.person import Person
    >>> case = Case(Person(), 16586)
    >>> unknowns((has("newly_arrived") & has("school_duty_done")).reason(case), case)
    ('newly_arrived', 'school_duty_done')
    """
    found: dict[str, None] = {}
    for reason in tree.walk():
        condition = reason.condition
        if (
            reason.verdict is UNKNOWN
            and isinstance(condition, AtEvent)
            and case.value(condition.event) is None
        ):
            found[condition.event] = None
    for reason in _open(tree):
        for name in sorted(reason.condition.reads):
            if case.value(name) is None:  # as of every track
                found[name] = None
    return tuple(found)


def _outcomes(condition: Condition, case: Case, name: str) -> list[Change]:
    """Return, for an unknown, changes that cover everything it may turn out to be."""
    if not name.startswith("track:"):
        values = set(values_to_try(condition, case.on).get(name, ()))
        if name in events(condition):
            values |= {case.on, NEVER_DAY}
        ordered = sorted(values, key=lambda value: (isinstance(value, str), value))
        return [partial(Case.changed, values={name: value}) for value in ordered]
    track = Track(name.removeprefix("track:"))
    groups = alike(condition, track)
    fills = [
        {
            status: filled
            for group, filled in zip(groups, combination, strict=True)
            for status in group
        }
        for combination in itertools.product((True, False), repeat=len(groups))
    ]
    return [partial(Case.changed, filled=fill) for fill in fills]


def alike(condition: Condition, track: Track) -> list[list[Status]]:
    """Group the statuses of a track that are in the same sets of days: filling one of them is filling them all.

    >>> from dualib.conditions import during
    >>> from dualib.conditions import days
    >>> [len(group) for group in alike(during(days("sfi", "folk_high_school")), Track.STUDY)]
    [2]
    """
    sets = dict.fromkeys(
        of
        for atom in condition.atoms()
        if isinstance(atom, WindowAtom)
        for part in (atom.days, atom.skipping)
        if part is not None
        for of in part.named()
    )
    groups: dict[tuple[bool, ...], list[Status]] = {}
    for status in _statuses(condition):
        if status.track is track:
            groups.setdefault(tuple(status in of.statuses for of in sets), []).append(status)
    return list(groups.values())


def _statuses(condition: Condition) -> dict[Status, None]:
    """Return the statuses whose days the condition counts, in the order written."""
    return dict.fromkeys(
        status
        for atom in condition.atoms()
        if isinstance(atom, WindowAtom)
        for status, _ in atom.directions()
    )


def _verdicts(
    condition: Condition, case: Case, outcomes: Sequence[Sequence[Change]], enough: bool
) -> set[Verdict]:
    """Answer for every combination of outcomes of some unknowns; days all filled or all empty.

    An open answer among them ends the search as soon as there is a settled one too, or at once where it is ``enough``.
    """
    found: set[Verdict] = set()
    for combination in itertools.product(*outcomes):
        found.add(resolve(condition, _in_turn(combination, case)))
        if UNKNOWN in found and (enough or len(found) > 1):
            break
    return found


def _counts(condition: Condition, case: Case) -> Iterator[tuple[WindowAtom, int]]:
    """Yield the counts of days whose answer is open, each with the day it is asked about."""
    for part, asked in condition.walk_asked(case):
        if isinstance(part, WindowAtom) and part.answer(asked) is UNKNOWN:
            yield part, asked.on


def _possible(
    atom: WindowAtom, case: Case, names: tuple[str, ...], fills: Sequence[Change]
) -> set[Verdict]:
    """Return every answer a count may come to give when the days of the named tracks are known."""
    if not atom.reads & set(names):
        return {UNKNOWN}
    ways = atom.directions()
    if len({status for status, _ in ways}) < len(ways):
        return set(
            Verdict
        )  # a status both helps and hinders: some of its days may do what neither all nor none do
    answers = {atom.answer(fill(case)) for fill in fills}
    # Between all days and none, a count that rests on other unknown days too may stay open.
    return answers if len(answers) == 1 or atom.reads <= set(names) else {*answers, UNKNOWN}


def _settles(
    condition: Condition,
    case: Case,
    names: tuple[str, ...],
    outcomes: Mapping[str, Sequence[Change]],
    asked: int,
) -> bool:
    """Return whether knowing all of the names settles the answer, whatever they turn out to be.

    Some days of a track may be filled and others not, so each count of days is taken to come out in every way it can,
    whatever the others do. An event that conditions are asked at has too many days to try: it never settles for sure.
    """
    if set(names) & set(events(condition)):
        return False
    tracks = [name for name in names if name.startswith("track:")]
    facts = [outcomes[name] for name in names if name not in tracks]
    counts = list(dict.fromkeys(_counts(condition, case)))
    fills = [
        partial(_in_turn, changes)
        for changes in itertools.product(*(outcomes[track] for track in tracks))
    ]
    ways = [sorted(_possible(atom, case.at(day), names, fills)) for atom, day in counts]
    if math.prod([*(len(found) for found in facts), *(len(found) for found in ways)]) > asked:
        return False
    for answers in itertools.product(*ways):
        told = attrs.evolve(case, counted=dict(zip(counts, answers, strict=True)), used={})
        for changes in itertools.product(*facts):
            if resolve(condition, _in_turn(changes, told)) is UNKNOWN:
                return False
    return True


def _in_turn(changes: Sequence[Change], case: Case) -> Case:
    for change in changes:
        case = change(case)
    return case


def settling(
    condition: Condition, case: Case, tree: Reason, *, most: int = 3, asked: int = 1024
) -> Settled:
    """Find which unknowns would settle an open answer.

    ``most`` is the largest set tried, ``asked`` the most questions asked for one set: larger ones are left out.

    >>> from dualib.conditions import has
    >>> from dualib.person import Person
    >>> either, case = has("newly_arrived") | has("school_duty_done"), Case(Person(), 16586)
    >>> found = settling(either, case, either.reason(case))
    >>> [sorted(names) for names in found.missing], [sorted(names) for names in found.may_settle]
    ([['newly_arrived', 'school_duty_done']], [['newly_arrived'], ['school_duty_done']])
    """
    missing: list[frozenset[str]] = []
    may: list[frozenset[str]] = []
    if tree.verdict is not UNKNOWN:
        return Settled((), ())
    open_names = unknowns(tree, case)
    outcomes = {name: _outcomes(condition, case, name) for name in open_names}
    for size in range(1, min(most, len(open_names)) + 1):
        for names in itertools.combinations(open_names, size):
            chosen = frozenset(names)
            if any(smaller <= chosen for smaller in missing):
                continue
            if math.prod(len(outcomes[name]) for name in names) > asked:
                continue
            known = any(smaller <= chosen for smaller in may)
            answers = _verdicts(condition, case, [outcomes[name] for name in names], enough=known)
            if UNKNOWN not in answers and _settles(condition, case, names, outcomes, asked):
                missing.append(chosen)
            if answers != {UNKNOWN} and not known:
                may.append(chosen)
    return Settled(tuple(missing), tuple(may))


def _single_changes(condition: Condition, case: Case) -> Iterator[tuple[str, FactValue, Change]]:
    """Yield every change of one changeable thing to a value that the rule distinguishes from the present one."""
    for name, values in values_to_try(condition, case.on).items():
        if FACTS[name].changeable:
            for value in values:
                if value != case.value(name):
                    yield name, decoded(name, value), partial(Case.changed, values={name: value})
    for status in _statuses(condition):
        for forced in (True, False):
            yield f"days:{status.value}", forced, partial(Case.changed, forced={status: forced})


def flips(condition: Condition, case: Case, verdict: Verdict) -> tuple[Flip, ...]:
    """Find the smallest changes, of at most two changeable things, that turn YES into NO or NO into YES.

    Changes of one thing come first; a pair is listed only if neither of its changes is enough alone.

    >>> from dualib.conditions import has
    >>> from dualib.person import Person
    >>> case = Case(Person(newly_arrived=False), 16586, assume_unchanged=True)
    >>> [flip.changes for flip in flips(has("newly_arrived"), case, Verdict.NO)]
    [(('newly_arrived', True),)]
    """
    if verdict is UNKNOWN:
        return ()
    wanted = ~verdict
    changes = list(_single_changes(condition, case))
    alone = [resolve(condition, change(case)) is wanted for _, _, change in changes]
    found = [
        Flip(((name, value),), wanted)
        for (name, value, _), enough in zip(changes, alone, strict=True)
        if enough
    ]
    rest = [change for change, enough in zip(changes, alone, strict=True) if not enough]
    for (name, value, change), (name2, value2, change2) in itertools.combinations(rest, 2):
        if name != name2 and resolve(condition, change2(change(case))) is wanted:
            found.append(Flip(((name, value), (name2, value2)), wanted))
    return tuple(found)
