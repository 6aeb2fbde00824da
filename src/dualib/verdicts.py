"""Three answers, YES, NO and UNKNOWN, and how they are combined.

The arithmetic is Kleene's strong logic: *and* is the minimum, *or* the maximum, *not* the negation of -1, 0 and 1.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable

from dualib.errors import BadInput
from dualib.language import Text
from dualib.messages import message
from dualib.scalars import plain

__all__ = [
    "NO",
    "UNKNOWN",
    "VERDICT_WORDS",
    "YES",
    "Verdict",
    "all_of",
    "any_of",
]


class Verdict(enum.IntEnum):
    """The answer to a question about a person: -1 NO, 0 UNKNOWN, 1 YES.

    A verdict has no truth value of its own: ``if verdict:`` would read NO as true, so it raises. Nor is True or False a
    verdict: ``&`` and ``|`` refuse them to the right; to the left Python lets them answer first, as numbers.

    Examples
    --------
    >>> Verdict.YES & Verdict.UNKNOWN
    <Verdict.UNKNOWN: 0>
    >>> ~Verdict.YES
    <Verdict.NO: -1>
    """

    NO = -1
    UNKNOWN = 0
    YES = 1

    def __and__(self, other: int) -> Verdict:
        return Verdict(min(int(self), int(_read(other))))

    def __or__(self, other: int) -> Verdict:
        return Verdict(max(int(self), int(_read(other))))

    # A plain number on the left would combine bit by bit: -1 & 0 is 0, but NO and UNKNOWN is NO.
    __rand__, __ror__ = __and__, __or__

    def __invert__(self) -> Verdict:
        return Verdict(-int(self))

    def __bool__(self) -> bool:
        raise BadInput(message("ground/verdict-as-truth", verdict=self.name))


def _read(other: int) -> Verdict:
    # False is the number 0, which is UNKNOWN: a comparison mixed in would turn NO into UNKNOWN without a word.
    if isinstance(plain(other), bool):
        raise BadInput(message("ground/not-a-verdict", value=other))
    return Verdict(other)


NO, UNKNOWN, YES = Verdict.NO, Verdict.UNKNOWN, Verdict.YES

VERDICT_WORDS: dict[Verdict, Text] = {
    YES: Text("ja", "yes"),
    UNKNOWN: Text("okänt", "unknown"),
    NO: Text("nej", "no"),
}


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Combine with *and*, up to the first NO; YES when there is nothing to combine.

    >>> all_of([YES, UNKNOWN])
    <Verdict.UNKNOWN: 0>
    """
    result = YES
    for verdict in verdicts:
        if verdict is NO:
            return NO
        result = min(result, verdict)
    return result


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Combine with *or*, up to the first YES; NO when there is nothing to combine.

    >>> any_of([NO, UNKNOWN])
    <Verdict.UNKNOWN: 0>
    """
    result = NO
    for verdict in verdicts:
        if verdict is YES:
            return YES
        result = max(result, verdict)
    return result
