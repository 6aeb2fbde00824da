"""Laws that every rule keeps, checked on made-up persons who stand on the rule's limits.

Each law is a function of a :class:`Sample`: persons, and for each the day asked about, for one text of one rule.
:func:`assert_rule_laws` makes the samples and applies them all. What a fast path answers is held against
:mod:`dualib.testing.oracle`, which goes through the days one by one.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final, cast

import attrs
import numpy as np

from dualib.conditions import Case, Condition
from dualib.conditions.case_split import exactness
from dualib.conditions.dates import Age
from dualib.conditions.windows import DaysIn, Run
from dualib.dates import LeapBirthday, check_count, from_day, to_day
from dualib.dates import last_months as months_window
from dualib.errors import BadInput, NotInForceError
from dualib.evaluation import evaluate
from dualib.person import Person, Spell
from dualib.register import Register
from dualib.rules.rule import Rule
from dualib.rules.versions import Version
from dualib.testing.changed import duplicated, simpler
from dualib.testing.completions import (
    answers_of_sampled_completions,
    extreme_answers,
    leaves,
    signs_of,
    telling_values,
)
from dualib.testing.decision_laws import (
    changes_come_when_they_say,
    flips_turn_the_answer,
    receipts_replay,
    texts_are_parallel,
    what_is_missing_settles,
)
from dualib.testing.made_up import Chooser, Draws, days_to_ask, made_up_person
from dualib.testing.oracle import age_on, check_known, day_directions, months_after
from dualib.testing.sample import FROM, TO, LawBroken, Sample, day_by_day
from dualib.verdicts import NO, UNKNOWN, YES, Verdict
from dualib.vocabulary.facts import Facts, FactValue, Status

__all__ = ["LAWS", "LawBroken", "Sample", "assert_rule_laws"]

_DAY = timedelta(days=1)


def paths_agree(sample: Sample) -> None:
    """``decide``, ``verdict``, ``verdicts``, ``evaluate`` (also on a series of dates) and the oracle agree."""
    law = "decide = verdict = verdicts = evaluate = oracle"
    register = Register.from_persons(sample.persons)
    reading = sample.version.reading
    options = {
        "assume": sample.assume,
        "assume_unchanged": sample.assume_unchanged,
        "leap": sample.leap,
    }
    many = sample.verdicts(sample.persons, sample.on)
    evaluated = evaluate(register, [sample.rule], on=sample.on, reading=reading, **options)  # type: ignore[call-overload]
    slow = []
    for (person, on), fast, also in zip(sample.pairs(), many, evaluated.verdicts[0], strict=True):
        slow.append(day_by_day(sample, person, on))
        decided = sample.rule.decide(person, on=on, reading=reading, **options).verdict  # type: ignore[arg-type]
        answers = {
            "oracle": slow[-1],
            "verdict": sample.verdict(person, on),
            "decide": decided,
            "verdicts": Verdict(fast),
            "evaluate": Verdict(int(also)),
        }
        if len(set(answers.values())) > 1:
            told = ", ".join(f"{path} says {verdict.name}" for path, verdict in answers.items())
            raise sample.broken(law, on, person, told)
    for on in sorted(set(sample.days))[: sample.few]:
        rows = [row for row, day in enumerate(sample.days) if day == on]
        again = sample.verdicts([sample.persons[row] for row in rows], on)
        for row, one_day in zip(rows, again, strict=True):
            if one_day != slow[row]:
                what = f"asked about one date for all, verdicts says {Verdict(one_day).name}, not {slow[row].name}"
                raise sample.broken(law, on, sample.persons[row], what)
    dates = sorted(set(sample.days))[: sample.few]
    panel = evaluate(register, [sample.rule], on=dates, reading=reading, **options)  # type: ignore[call-overload]
    for place, on in enumerate(dates):
        single = sample.verdicts(sample.persons, on)
        for row, (together, alone) in enumerate(zip(panel.verdicts[place, 0], single, strict=True)):
            if together != alone:
                what = f"on a series of dates, evaluate says {Verdict(int(together)).name}, not {Verdict(alone).name}"
                raise sample.broken(law, on, sample.persons[row], what)


def unknowns_are_sound(sample: Sample) -> None:
    """No way in which the unknowns may turn out contradicts a YES or a NO; where exact is promised, UNKNOWN is open."""
    for person, on in sample.pairs():
        options = {
            "assume": sample.assume,
            "assume_unchanged": sample.assume_unchanged,
            "leap": sample.leap,
        }
        verdict = sample.verdict(person, on)
        if verdict is not UNKNOWN:
            found = answers_of_sampled_completions(
                sample.condition,
                person,
                on,
                rng=sample.rng,
                samples=3,
                **options,  # type: ignore[arg-type]
            )
            if found != {verdict}:
                other = Verdict(-verdict).name
                raise sample.broken(
                    "unknowns are sound", on, person, f"says {verdict.name}, but it may be {other}"
                )
            continue
        promise = exactness(sample.condition, to_day(on))
        if promise.exact and sample.leap is LeapBirthday.FEBRUARY_28:
            found = extreme_answers(sample.condition, person, on, split=promise.facts, **options)  # type: ignore[arg-type]
            if found != {YES, NO}:
                only = " or ".join(item.name for item in found)
                raise sample.broken(
                    "unknowns are exact", on, person, f"says UNKNOWN, but it can only be {only}"
                )


def order_does_not_matter(sample: Sample) -> None:
    """Persons and spells may come in any order; a spell may be told twice, or in parts."""
    before = sample.verdicts(sample.persons, sample.on)
    order = [int(place) for place in sample.rng.permutation(len(sample.persons))]
    shuffled = sample.verdicts([sample.persons[place] for place in order], sample.on[order])
    for place, after in zip(order, shuffled, strict=True):
        if after != before[place]:
            what = f"says {Verdict(before[place]).name}, in another order {Verdict(after).name}"
            raise sample.broken("order of persons", sample.days[place], sample.persons[place], what)
    ways: dict[str, Callable[[Person], Person]] = {
        "order of spells": lambda person: attrs_spells(person, tuple(reversed(person.spells))),
        "splitting or duplicating a spell": duplicated,
    }
    for law, change in ways.items():
        again = sample.verdicts([change(person) for person in sample.persons], sample.on)
        for place, (one, other) in enumerate(zip(before, again, strict=True)):
            if one != other:
                what = f"says {Verdict(one).name}, then {Verdict(other).name} of {change(sample.persons[place])!r}"
                raise sample.broken(law, sample.days[place], sample.persons[place], what)


def attrs_spells(person: Person, spells: tuple[Spell, ...]) -> Person:
    """Return the person with other spells."""
    return Person(
        spells=spells,
        observed=person.observed,
        as_of=person.as_of,
        key=person.key,
        contradictions="report",
        **cast(Facts, person.facts),
    )


def one_way_statuses(condition: Condition) -> dict[Status, bool]:
    """Return the statuses that work in one direction only: more days help (True) or hinder (False)."""
    found: dict[Status, set[bool]] = {}
    for atom, positive in signs_of(condition):
        for part in (getattr(atom, "days", None), getattr(atom, "skipping", None)):
            for status, more in () if part is None else day_directions(part, True):
                found.setdefault(status, set()).add(more is positive)
    return {status: ways.pop() for status, ways in found.items() if len(ways) == 1}


def more_days_never_hurt(sample: Sample) -> None:
    """More days of a status that works in one direction never move the answer the other way."""
    ways = one_way_statuses(sample.condition)
    if not ways:
        return
    statuses = list(ways)
    added = []
    for person, on in sample.pairs():
        status = statuses[int(sample.rng.integers(len(statuses)))]
        start = on - int(sample.rng.integers(0, 150)) * _DAY
        born = person.facts["born"]
        start = max(start, born) if isinstance(born, date) else start
        spell = Spell(start, start + int(sample.rng.integers(0, 150)) * _DAY, status)
        added.append((status, attrs_spells(person, (*person.spells, spell))))
    before = sample.verdicts(sample.persons, sample.on)
    after = sample.verdicts([person for _, person in added], sample.on)
    for (status, person), on, one, other in zip(added, sample.days, before, after, strict=True):
        if (other < one) if ways[status] else (other > one):
            what = f"says {Verdict(one).name} without the last spell of {status.value}, with it {Verdict(other).name}"
            raise sample.broken("more days never hurt", on, person, what)


def longer_windows_hold_more(sample: Sample) -> None:
    """So many days in a window of days lie in every window of months that holds it: 90 in 120 means 90 in four."""
    for atom in leaves(sample.condition):
        if not isinstance(atom, DaysIn) or atom.window.length.unit != "days":
            continue
        if (
            any(not more for _, more in day_directions(atom.days, True))
            or atom.skipping is not None
        ):
            continue
        count = next(n for n in range(1, 1201) if _shortest(n) >= atom.window.length.count)
        assert atom.window.ends is not None
        longer = attrs.evolve(atom, window=months_window(count).ending(atom.window.ends))
        for person, on in sample.pairs():
            case = Case(person, to_day(on))
            if atom.answer(case) is YES and longer.answer(case) is not YES:
                what = f"{atom.at_least} days lie in {atom.window.length}, but not in {longer.window.length}"
                raise sample.broken("longer windows hold more", on, person, what)


def _shortest(months: int) -> int:
    """Return the length in days of the shortest stretch of so many months."""
    ends = (
        [date(2014, 12, 31) + step * _DAY for step in range(0, 1500, 1)]
        if months < 5
        else [date(2015, 2, 28)]
    )
    return min((end - months_after(end, -months)).days for end in ends)


def dates_follow_the_convention(sample: Sample) -> None:
    """Ages change on the birthday that the convention names, and months end where the calendar says."""
    births = [
        date(year, month, day)
        for year in (1995, 1996)
        for month, day in ((2, 28), (3, 1), (12, 31), (1, 1))
    ]
    births.append(date(1996, 2, 29))
    for atom in leaves(sample.condition):
        if isinstance(atom, Age):
            for born in births:
                for limit in (atom.lo, atom.below or atom.lo):
                    for step in (-1, 0, 1, 2):
                        on = months_after(born, 12 * limit) + step * _DAY
                        for leap in LeapBirthday:
                            _check_age(sample, atom, born, on, leap)
        elif isinstance(atom, (DaysIn, Run)) and atom.window.length.unit == "months":
            for end in ((3, 31), (3, 30), (2, 28), (7, 1), (12, 31), (5, 31)):
                for year in (2015, 2016):
                    last = date(year, *end)
                    assert atom.window.ends is not None
                    on = last if atom.window.ends.value == "on" else last + _DAY
                    first, found = map(from_day, atom.span(to_day(on)))
                    count = atom.window.length.count
                    if isinstance(atom, Run):  # long enough from its first day, not from the next
                        follows = (
                            months_after(first, count)
                            <= last + _DAY
                            < months_after(first + _DAY, count)
                        )
                    else:
                        follows = first == months_after(last, -count) + _DAY
                    if not follows or found != last:
                        raise sample.broken(
                            "months follow the convention", on, None, f"{first}, {found}"
                        )


def _check_age(sample: Sample, atom: Age, born: date, on: date, leap: LeapBirthday) -> None:
    age = age_on(born, atom.reference(on), leap)
    expected = YES if atom.lo <= age and (atom.below is None or age < atom.below) else NO
    person = Person(born=born)
    said = atom.answer(Case(person, to_day(on), leap=leap))
    if said is not expected:
        raise sample.broken(
            "ages follow the convention", on, person, f"{atom} says {said.name} at {age} ({leap})"
        )


def versions_end_where_they_say(sample: Sample) -> None:
    """On the first and last day the text answers; the day before and the day after it does not."""
    rule, version = sample.rule, sample.version
    person, reading = Person(), version.reading
    for day, inside in ((version.valid_from, 1), (version.valid_to, -1)):
        if day is None:
            continue
        outside = day - inside * _DAY
        if rule.version(day, reading) is not version:
            raise sample.broken(
                "versions", day, None, "another text answers on the first or last day"
            )
        other = rule.version_or_none(outside, reading)
        if other is version:
            raise sample.broken("versions", outside, None, "the text answers outside its days")
        register = Register.from_persons([person])
        marked = evaluate(register, [rule], on=outside, reading=reading).not_in_force
        if bool(marked[0, 0]) is not (other is None):
            raise sample.broken(
                "versions", outside, None, f"evaluate marks not in force as {marked.tolist()}"
            )
        if other is None:
            for ask in (
                lambda: rule.decide(person, on=outside, reading=reading),  # noqa: B023
                lambda: rule.verdict(person, on=outside, reading=reading),  # noqa: B023
                lambda: rule.verdicts(register, on=outside, reading=reading),  # noqa: B023
            ):
                try:
                    ask()
                except NotInForceError as error:
                    if str(day) not in str(error):
                        raise sample.broken(
                            "versions", outside, None, f"the message hides {day}: {error}"
                        ) from error
                else:
                    raise sample.broken(
                        "versions", outside, None, "asked outside its days, the rule answers"
                    )


LAWS: Final[tuple[Callable[[Sample], None], ...]] = (
    paths_agree,
    unknowns_are_sound,
    order_does_not_matter,
    more_days_never_hurt,
    longer_windows_hold_more,
    dates_follow_the_convention,
    versions_end_where_they_say,
    what_is_missing_settles,
    flips_turn_the_answer,
    changes_come_when_they_say,
    receipts_replay,
    texts_are_parallel,
)


def _sample(rule: Rule, version: Version, count: int, seed: int, **options: object) -> Sample:
    rng = np.random.default_rng(
        [seed, zlib.crc32(f"{rule.id} {version.reading} {version.valid_from}".encode())]
    )
    choose: Chooser = Draws(rng)
    first = max(version.first_day, min(FROM, version.last_day))
    asked = days_to_ask(first, min(version.last_day, max(TO, first)), choose)
    days = tuple(asked[place * len(asked) // count] for place in range(count))
    persons = tuple(
        made_up_person(version.condition, on, choose, key=place) for place, on in enumerate(days)
    )
    mixed = rng.permutation(count)
    few = max(3, min(count // 25, 60))
    return Sample(
        rule,
        version,
        tuple(persons[place] for place in mixed),
        tuple(days[place] for place in mixed),
        few,
        rng,
        **options,  # type: ignore[arg-type]
    )


def _texts(rule: object, readings: object) -> list[Version]:
    if not isinstance(rule, Rule):
        raise BadInput(f"rule is {rule!r}: expected a dualib.Rule")
    if isinstance(readings, str) or not isinstance(readings, Iterable | None):
        raise BadInput(f"readings is {readings!r}: expected a list of readings, such as ['dua']")
    texts = [version for reading in readings or rule.readings for version in rule.texts(reading)]
    for version in texts:
        check_known(version.condition)
    return texts


def _hold(law: Callable[[Sample], None], sample: Sample) -> None:
    """Hold a sample against a law; if it is broken, tell it of the simplest person for whom it is broken as well."""
    try:
        law(sample)
    except LawBroken as error:
        raise _simplest(law, sample, error) from None


def _simplest(law: Callable[[Sample], None], sample: Sample, error: LawBroken) -> LawBroken:
    """Take one thing after the other from a person for as long as the law stays broken for that person alone."""
    told = error
    more = True
    while more and told.person is not None and told.on is not None:
        more = False
        for person in simpler(told.person):
            alone = attrs.evolve(sample, persons=(person,), days=(told.on,), few=1)
            try:
                law(alone)
            except LawBroken as again:
                told, more = again, True
                break
            except BadInput:
                continue  # without the day that facts refer to there is no question
    return told


def assert_rule_laws(
    rule: Rule, *, examples: int = 200, readings: Iterable[str] | None = None, seed: int = 0
) -> None:
    """Raise unless a rule keeps every law of :data:`LAWS`.

    Every text of the rule is asked about made-up persons who stand on its limits: a day too young or old enough, with
    a day too few or just enough, observed in part, with facts unknown. The same persons are made every time.

    Parameters
    ----------
    rule
        A rule made of the conditions of :mod:`dualib.conditions`.
    examples
        How many persons are made up for it, shared among its texts, at least 20 for each. A national rule takes a few
        seconds for 200.
    readings
        The readings to look at, such as ``["agreement:kalmar"]``; all of them by default.
    seed
        A whole number from 0; another one gives other persons.

    Raises
    ------
    AssertionError
        If a law is broken. The message names the law, the rule and its reading, the day, the simplest person found for
        whom it is broken, and what was answered.
    BadInput
        If an argument is of the wrong sort, or the rule has a condition whose meaning the oracle does not know.

    Examples
    --------
    >>> from dualib import programmes
    >>> assert_rule_laws(programmes.kaa, examples=20)
    """
    texts = _texts(rule, readings)
    share = max(20, check_count(examples, "examples", least=1) // len(texts))
    check_count(seed, "seed")
    for version in texts:
        sample = _sample(rule, version, share, seed)
        for law in LAWS:
            _hold(law, sample)
        facts = sorted(name for name in version.condition.reads if not name.startswith("track:"))
        assume: dict[str, FactValue] = {}
        if facts:
            name = facts[int(sample.rng.integers(len(facts)))]
            values = telling_values(version.condition, name, sample.days[0], LeapBirthday.MARCH_1)
            assume = {name: values[int(sample.rng.integers(len(values)))]}
        varied = {"assume": assume, "assume_unchanged": True, "leap": LeapBirthday.MARCH_1}
        other = _sample(rule, version, max(10, share // 4), seed + 1, **varied)
        for law in (
            paths_agree,
            unknowns_are_sound,
            what_is_missing_settles,
            flips_turn_the_answer,
            receipts_replay,
        ):
            _hold(law, other)
