"""The one list of what exact arithmetic offers, read by type checkers and at the import."""

from dualib.exact.bounds import Bounds as Bounds
from dualib.exact.counts import Count as Count
from dualib.exact.counts import Interval as Interval

__all__: list[str]
