"""Groups "neither works nor studies, or underemployed": exactness is not promised, yet nothing is left open in vain.

Part-time work speaks for the group when registered, and against it when not, so :meth:`dualib.Rule.exactness` cannot
promise the common answer of all completions. But a day is observed track by track: where part-time work is unknown, so
is full-time work. Here every way in which the tracks can be known is tried against all ways in which they may turn out.
"""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from dualib import Person, Spell, Verdict, agreement
from dualib.vocabulary import Status, Track

ON = date(2016, 5, 15)
BORN = date(1996, 1, 1)
PART = frozenset({Status.PART_TIME, Status.HOURLY})
OCCUPIED = frozenset({Status.FULL_TIME_WORK, Status.ADULT_EDUCATION, Status.IN_NYSTARTSJOBB})
#: One status of each track that the rule asks about, and both of part-time and hourly work.
OF_TRACK = {
    Track.WORK: (Status.FULL_TIME_WORK, Status.PART_TIME, Status.HOURLY),
    Track.STUDY: (Status.ADULT_EDUCATION,),
    Track.PROGRAMME: (Status.IN_NYSTARTSJOBB,),
    Track.REGISTRATION: (Status.REGISTERED_AS_JOBSEEKER,),
}
#: What is known of a track: whether it was observed, and what is recorded on it.
Known = tuple[bool, frozenset[Status]]


def subsets(statuses: tuple[Status, ...]) -> list[frozenset[Status]]:
    sizes = range(len(statuses) + 1)
    return [
        frozenset(chosen) for size in sizes for chosen in itertools.combinations(statuses, size)
    ]


def belongs(held: frozenset[Status], wants_more: bool) -> bool:
    """Return the answer when all is known, also whether a part-timer who is not registered wants to work more."""
    if not held & (PART | OCCUPIED):
        return True
    return bool(held & PART) and (Status.REGISTERED_AS_JOBSEEKER in held or wants_more)


def person(known: tuple[Known, ...]) -> Person:
    observed = {track: (ON, ON) for track, (seen, _) in zip(OF_TRACK, known, strict=True) if seen}
    held = [status for _, recorded in known for status in recorded]
    return Person(
        born=BORN, spells=[Spell(ON, ON, status) for status in held], observed=observed, as_of=ON
    )


def common_answer(known: tuple[Known, ...]) -> Verdict:
    turns_out = [
        [found for found in subsets(statuses) if (found == recorded if seen else found >= recorded)]
        for statuses, (seen, recorded) in zip(OF_TRACK.values(), known, strict=True)
    ]
    answers = {
        belongs(frozenset().union(*held), wants_more)
        for held in itertools.product(*turns_out)
        for wants_more in (True, False)
    }
    if len(answers) == 2:
        return Verdict.UNKNOWN
    return Verdict.YES if answers == {True} else Verdict.NO


EVERY_WAY = list(
    itertools.product(
        *(
            [(seen, found) for seen in (True, False) for found in subsets(statuses)]
            for statuses in OF_TRACK.values()
        )
    )
)


@pytest.mark.parametrize("name", ["kalmar", "tjorn-orust"])
def test_unknown_only_where_the_ways_it_may_turn_out_differ(name: str) -> None:
    group = agreement(name).target_group
    assert group is not None
    assert not group.exactness(ON).exact
    assert len(EVERY_WAY) == 16 * 4**3
    for known in EVERY_WAY:
        assert group.verdict(person(known), on=ON) is common_answer(known), known
