"""Laws of decisions: what is missing, what would change the answer, when it changes, receipts and words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from dualib.conditions import Condition
from dualib.conditions.case_split import events
from dualib.conditions.windows import DaysIn, Run
from dualib.decisions.changes import alike
from dualib.language import LANGUAGES
from dualib.person import Person
from dualib.testing.changed import as_known, changed_days, continued
from dualib.testing.completions import (
    leaves,
    telling_values,
)
from dualib.testing.oracle import AskedPerson
from dualib.testing.sample import Sample
from dualib.verdicts import UNKNOWN, Verdict
from dualib.vocabulary.facts import FactValue
from dualib.vocabulary.status import Track
from dualib.wording.tree import Line, describe, explain

__all__ = [
    "changes_come_when_they_say",
    "flips_turn_the_answer",
    "receipts_replay",
    "texts_are_parallel",
    "what_is_missing_settles",
]

_DAY = timedelta(days=1)


def what_is_missing_settles(sample: Sample) -> None:
    """Whatever the missing things turn out to be, the answer is settled; of those that may settle it, some do."""
    condition = sample.condition
    for person, on in sample.pairs(sample.few):
        decision = sample.rule.decide(
            person,
            on=on,
            reading=sample.version.reading,
            assume=sample.assume,
            assume_unchanged=sample.assume_unchanged,
            leap=sample.leap,
        )
        missing = decision.missing
        if decision.verdict is not UNKNOWN:
            if missing or decision.may_settle:
                raise sample.broken(
                    "missing", on, person, "the answer is settled, yet something is missing"
                )
            continue
        for names in missing:
            if any(other < names for other in missing):
                raise sample.broken("missing", on, person, f"{set(names)} is not the smallest")
            if _passes_over_without_end(condition) and any(
                name.startswith("track:") for name in names
            ):
                continue
            for known, assumed in _outcomes(sample, person, on, names):
                if sample.verdict(known, on, assume=assumed) is UNKNOWN:
                    what = (
                        f"{set(names)} is said to settle it, but does not for {assumed}, {known!r}"
                    )
                    raise sample.broken("missing", on, person, what)
        for names in decision.may_settle:
            if _passes_over_without_end(condition) and any(
                name.startswith("track:") for name in names
            ):
                continue  # persons cannot be told of days before 1850, to which the window may reach
            found = _outcomes(sample, person, on, names)
            if all(
                sample.verdict(known, on, assume=assumed) is UNKNOWN for known, assumed in found
            ):
                raise sample.broken(
                    "may_settle", on, person, f"{set(names)} is said to be able to settle it"
                )
        asked = AskedPerson(person, sample.assume, sample.assume_unchanged, sample.leap)
        for name in condition.reads - events(condition):
            if name.startswith("track:") or asked.known(name, on) is not None or events(condition):
                continue
            answers = {
                sample.verdict(person, on, assume={**sample.assume, name: value})
                for value in telling_values(condition, name, on, sample.leap)
            }
            if UNKNOWN not in answers and frozenset({name}) not in missing:
                raise sample.broken("missing", on, person, f"{name} settles it, but is not listed")


def _passes_over_without_end(condition: Condition) -> bool:
    return any(
        isinstance(leaf, (DaysIn, Run)) and leaf.skipping is not None and leaf.most_skipped is None
        for leaf in leaves(condition)
    )


def _outcomes(
    sample: Sample, person: Person, on: date, names: frozenset[str]
) -> list[tuple[Person, dict[str, FactValue]]]:
    """Return ways in which the named unknowns may turn out: persons with known days, and facts to assume."""
    facts = sorted(name for name in names if not name.startswith("track:"))
    tracks = {name.removeprefix("track:") for name in names if name.startswith("track:")}
    # One status of each group that stands in the same sets of days: the others would do the same.
    statuses = [
        group[0] for track in sorted(tracks) for group in alike(sample.condition, Track(track))
    ]
    assumed: list[dict[str, FactValue]] = [dict(sample.assume)]
    for name in facts:
        values = telling_values(sample.condition, name, on, sample.leap)
        assumed = [{**others, name: value} for others in assumed for value in values]
    fills = changed_days(person, on, statuses, sample.rng) if statuses else [person]
    return [(known, values) for known in fills for values in assumed]


def flips_turn_the_answer(sample: Sample) -> None:
    """Every change listed gives the opposite answer when the rule is asked again, of a person made anew."""
    condition = sample.condition
    for person, on in sample.pairs(sample.few):
        options = {
            "assume": sample.assume,
            "assume_unchanged": sample.assume_unchanged,
            "leap": sample.leap,
        }
        decision = sample.rule.decide(person, on=on, reading=sample.version.reading, **options)  # type: ignore[arg-type]
        if decision.verdict is UNKNOWN and decision.flips:
            raise sample.broken(
                "flips", on, person, "the answer is open, yet changes turn it round"
            )
        for flip in decision.flips:
            again = decision.retried(flip)
            if again is not flip.verdict or again is not ~decision.verdict or len(flip.changes) > 2:
                raise sample.broken("flips", on, person, f"{flip} gives {again.name}")
            facts = {name: value for name, value in flip.changes if not name.startswith("days:")}
            if "born" in facts or "sex" in facts:
                raise sample.broken("flips", on, person, f"{flip} changes what cannot change")
            if len(facts) == len(flip.changes) and not events(condition):
                anew = as_known(person, on, sample.assume, sample.assume_unchanged, facts)
                if sample.verdict(anew, on) is not flip.verdict:
                    raise sample.broken(
                        "flips", on, person, f"{flip} gives another answer for {anew!r}"
                    )


def changes_come_when_they_say(sample: Sample) -> None:
    """At each date where the answer is said to change it does, and it is the same all the days between."""
    for person, on in sample.pairs(max(1, sample.few // 4)):
        last = on + 200 * _DAY
        stretches = sample.rule.timeline(
            person, on, last, reading=sample.version.reading, assume=sample.assume, leap=sample.leap
        )
        kept = continued(person, last)
        expected = on
        for number, stretch in enumerate(stretches):
            if stretch.first != expected:
                raise sample.broken("timeline", on, person, f"{stretch} should begin {expected}")
            expected = stretch.last + _DAY
            if number and stretches[number - 1].verdict is stretch.verdict:
                raise sample.broken("timeline", on, person, f"nothing changes at {stretch}")
            for day in sorted(
                {stretch.first, stretch.first + (stretch.last - stretch.first) // 2, stretch.last}
            ):
                if sample.rule.version_or_none(day, sample.version.reading) is None:
                    said = None
                else:
                    said = sample.verdict(kept, day, assume_unchanged=True)
                if said is not stretch.verdict:
                    raise sample.broken(
                        "timeline", day, person, f"{stretch}, but on that day it says {said!r}"
                    )
        if expected != last + _DAY:
            raise sample.broken("timeline", on, person, f"the last stretch ends before {last}")


def receipts_replay(sample: Sample) -> None:
    """A receipt replays to the same bytes; a redacted one is the same for all with the same answer."""
    redacted: dict[tuple[date, Verdict], str] = {}
    same_day = [(person, sample.days[0]) for person in sample.persons[: 4 * sample.few]]
    for person, on in [*sample.pairs(2 * sample.few), *same_day]:
        options = {
            "assume": sample.assume,
            "assume_unchanged": sample.assume_unchanged,
            "leap": sample.leap,
        }
        decision = sample.rule.decide(person, on=on, reading=sample.version.reading, **options)  # type: ignore[arg-type]
        receipt = decision.receipt()
        if sample.rule.replay(receipt) != receipt:
            raise sample.broken("receipts replay", on, person, "the replay differs")
        bare = decision.receipt(redacted=True)
        if redacted.setdefault((on, decision.verdict), bare) != bare:
            raise sample.broken(
                "redacted receipts",
                on,
                person,
                "two persons with one answer have different receipts",
            )


def texts_are_parallel(sample: Sample) -> None:
    """Both languages have the same paragraphs, with the same points and answers in them; no words are missing."""
    rule, reading = sample.rule, sample.version.reading
    law = "texts are parallel"
    for person, on in sample.pairs(2):
        said = rule.decide(person, on=on, reading=reading)
        for what in (said.text, lambda language: rule.describe(language, on=on, reading=reading)):  # noqa: B023
            sv, en = (what(language) for language in LANGUAGES)
            if sv.count("\n\n") != en.count("\n\n"):
                raise sample.broken(law, on, person, f"the paragraphs differ:\n{sv}\n{en}")
        tellings: tuple[Callable[[str], Line], ...] = (
            partial(describe, sample.condition),
            partial(explain, said.tree, on),
        )
        for told in tellings:
            lines = [tuple(told(language).walk()) for language in LANGUAGES]
            shapes = [
                [(line.kind, line.verdict, bool(line.found), len(line.children)) for line in one]
                for one in lines
            ]
            mute = [line for one in lines for line in one if not line.text or not line.label]
            if shapes[0] != shapes[1] or mute:
                raise sample.broken(
                    law, on, person, f"the points differ, or lack words: {mute or lines}"
                )
