"""Ask every rule all that can be asked about one person; run as a program, numpy cannot be imported.

It prints a digest per rule, of the decision, its words, its picture, its receipt and the boundary cases.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from importlib import import_module
from importlib.util import find_spec


class NumpyIsMissing:
    """A finder that stands before all others and refuses numpy, as if it were not installed."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:
        """Refuse numpy; leave every other module to the finders that follow."""
        if name.partition(".")[0] == "numpy":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


if __name__ == "__main__":
    sys.meta_path.insert(0, NumpyIsMissing())

from dualib import ONGOING, Person, Rule, Spell, Status, Version  # noqa: E402 - numpy is refused first
from dualib.local_folders import packaged_folders  # noqa: E402
from dualib.programmes import PROGRAMMES  # noqa: E402


def offered() -> Iterator[Rule]:
    """The rules of all offers of local agreements."""
    for folder in packaged_folders().values():
        name = f"dualib.local_agreements.{folder.name}.offers"
        if find_spec(name) is not None:
            yield from (offer.rule for offer in import_module(name).OFFERS)


def somebody(on: date) -> Person:
    """A person of 17 with a code, who worked and then became unemployed."""
    unemployed = (Status.FULL_TIME_UNEMPLOYED, Status.REGISTERED_AS_JOBSEEKER)
    return Person(
        born=date(on.year - 17, 2, 28),
        disability_code=11,
        spells=[
            Spell(date(on.year - 3, 1, 1), date(on.year - 2, 1, 9), Status.FULL_TIME_WORK),
            Spell(date(on.year - 2, 1, 10), ONGOING, unemployed),
        ],
        observed=(date(on.year - 4, 1, 1), on),
        as_of=on,
    )


def answers(rule: Rule) -> Iterator[str]:
    """The decision with its words and receipt, the rule's words and picture, and its boundary cases."""
    on = asked_on(rule.texts()[-1])
    decision = rule.decide(somebody(on), on=on)
    yield repr(decision)
    receipt = decision.receipt()
    assert rule.replay(receipt) == receipt
    yield receipt
    for language in ("sv", "en"):
        yield decision.text(language)
        yield rule.describe(language, on=on)
        yield rule.diagram(language, on=on)
    yield rule.truth_table(on)


def further_answers(rule: Rule) -> Iterator[str]:
    """What would settle or reverse the answer, what changes with time, other readings, and what is left of limits."""
    on = asked_on(rule.texts()[-1])
    decision = rule.decide(somebody(on), on=on)
    yield repr([sorted(map(sorted, decision.missing)), sorted(map(sorted, decision.may_settle))])
    yield repr([decision.flips, decision.changes_on, decision.other_readings, decision.citations])
    yield repr([limit.allowance(decision.case) for limit in rule.version(on).limits])
    yield repr(rule.exactness(on))


def asked_on(text: Version) -> date:
    """A day on which a text is in force."""
    return text.valid_to or (text.valid_from or date(2015, 5, 31)) + timedelta(days=400)


def digests() -> Iterator[str]:
    """A line for each rule: which it is, how many answers it gave, and a digest of them."""
    for rule in PROGRAMMES:
        yield _line(rule.id, [*answers(rule), *further_answers(rule)])
    for rule in offered():
        yield _line(rule.id, [*answers(rule)])


def _line(name: str, given: list[str]) -> str:
    digest = hashlib.sha256("\n".join(given).encode()).hexdigest()
    return f"{name}: {len(given)} answers {digest}"


if __name__ == "__main__":
    for line in digests():
        print(line)
