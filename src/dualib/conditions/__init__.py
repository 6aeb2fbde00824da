"""The rule algebra: conditions on a person on a day, combined with ``&``, ``|`` and ``~``."""

from dualib.conditions.base import Atom, Condition, Finding, Reason
from dualib.conditions.case import Assumption, Case
from dualib.conditions.case_split import Exactness
from dualib.conditions.dates import (
    DateFinding,
    age,
    before,
    happened,
    on_or_after,
    within,
)
from dualib.conditions.day_sets import DaySet, days, unbroken
from dualib.conditions.markers import (
    EventFinding,
    at_event,
    judgement,
    named,
    not_expressed,
)
from dualib.conditions.values import ValueFinding, at_least, has, one_of
from dualib.conditions.windows import (
    DaysFinding,
    days_in,
    during,
    extent,
    participates,
    run,
)

__all__ = [
    "Assumption",
    "Atom",
    "Case",
    "Condition",
    "DateFinding",
    "DaySet",
    "DaysFinding",
    "EventFinding",
    "Exactness",
    "Finding",
    "Reason",
    "ValueFinding",
    "age",
    "at_event",
    "at_least",
    "before",
    "days",
    "days_in",
    "during",
    "extent",
    "happened",
    "has",
    "judgement",
    "named",
    "not_expressed",
    "on_or_after",
    "one_of",
    "participates",
    "run",
    "unbroken",
    "within",
]
