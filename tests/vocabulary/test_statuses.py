"""Statuses: each on one track, with words and a bit of its own; names, aliases and lists of them are read."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.errors import BadInput
from dualib.vocabulary.status import EXCLUSIVE, STATUS_ALIASES, Status, Track, statuses

TRACKS = {
    Track.REGISTRATION: 1,
    Track.WORK: 4,
    Track.STUDY: 7,
    Track.PROGRAMME: 15,
    Track.ABSENCE: 2,
    Track.MUNICIPAL: 3,
}


def test_every_status_has_a_track_words_and_a_bit() -> None:
    assert {track: sum(status.track is track for status in Status) for track in Track} == TRACKS
    assert [status.bit for status in Status] == [2**place for place in range(len(Status))]
    for status in Status:
        for text in (status.words, status.noun):
            assert text.sv.strip()
            assert text.en.strip()
        assert status.value == status.name.lower()
    for said in (
        lambda s: s.words.sv,
        lambda s: s.words.en,
        lambda s: s.noun.sv,
        lambda s: s.noun.en,
    ):
        assert len({said(status) for status in Status}) == len(Status)


def test_every_track_has_words() -> None:
    assert [track.value for track in Track] == [
        "registration",
        "work",
        "study",
        "programme",
        "absence",
        "municipal",
    ]
    assert (
        len({track.words.sv for track in Track})
        == len({track.words.en for track in Track})
        == len(Track)
    )


def test_a_mask_holds_each_set_of_statuses_once() -> None:
    pairs = [sum(status.bit for status in pair) for pair in itertools.combinations(Status, 2)]
    assert len(set(pairs)) == len(pairs)
    assert max(status.bit for status in Status) < 2**63


def test_what_cannot_hold_on_one_day() -> None:
    for clash in EXCLUSIVE:
        assert Status.FULL_TIME_UNEMPLOYED in clash
        assert len(clash) == 2
        assert {status.track for status in clash} == {Track.WORK}
    others = {status for clash in EXCLUSIVE for status in clash} - {Status.FULL_TIME_UNEMPLOYED}
    assert others == {Status.PART_TIME, Status.HOURLY, Status.FULL_TIME_WORK}


def test_aliases_are_openly_stated() -> None:
    registered = Status.REGISTERED_AS_JOBSEEKER
    assert dict(STATUS_ALIASES) == {
        "openly_unemployed": (Status.FULL_TIME_UNEMPLOYED, registered),
        "part_time_registered": (Status.PART_TIME, registered),
        "hourly_registered": (Status.HOURLY, registered),
    }
    with pytest.raises(TypeError):
        STATUS_ALIASES["new"] = ()  # type: ignore[index]


ONES = st.sampled_from([*Status, *(status.value for status in Status), *STATUS_ALIASES])


def meant(part: Status | str) -> tuple[Status, ...]:
    if isinstance(part, Status):
        return (part,)
    return STATUS_ALIASES.get(part) or (Status(part),)


@given(st.lists(ONES, min_size=1, max_size=5))
def test_names_are_read_in_every_writing(parts: list[Status | str]) -> None:
    expected = tuple(dict.fromkeys(status for part in parts for status in meant(part)))
    assert statuses(parts) == statuses(iter(parts)) == statuses([parts, parts[0]]) == expected  # type: ignore[list-item]
    names = [part.value if isinstance(part, Status) else part for part in parts]
    for joined in (
        "+".join(names),
        " + ".join(names),
        "+".join(names).upper(),
        f"  {'+'.join(names)} ",
    ):
        assert statuses(joined) == expected
    if len(parts) == 1:
        assert statuses(parts[0]) == expected


def test_statuses_that_are_not_known() -> None:
    known = ", ".join(sorted([*STATUS_ALIASES, *(status.value for status in Status)]))
    for value, name, near in [
        ("full_time_unemployd", "full_time_unemployd", " Did you mean 'full_time_unemployed'?"),
        ("in_kaa+ In_KA ", "In_KA", " Did you mean 'in_kaa'?"),
        (["sfi", "zzz"], "zzz", ""),
        ("", "", ""),
        ("sfi+", "", ""),
    ]:
        with pytest.raises(BadInput) as error:
            statuses(value)  # type: ignore[arg-type]
        assert str(error.value) == f"status {name!r} is not known; expected one of {known}.{near}"
    for nothing in ([], (), set(), [[]]):
        with pytest.raises(BadInput) as error:
            statuses(nothing)  # type: ignore[arg-type]
        assert str(error.value) == "status is empty: expected at least one status"
