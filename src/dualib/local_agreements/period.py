"""How long an agreement holds, with what its source does not say kept as such."""

from __future__ import annotations

import enum
from datetime import date
from typing import Final

import attrs

from dualib.dates import to_day
from dualib.errors import BadInput
from dualib.language import Text, written_date
from dualib.messages import message
from dualib.sources import NOT_IN_SOURCE, NotInSource
from dualib.verdicts import NO, UNKNOWN, YES, Verdict

__all__ = ["UNTIL_FURTHER_NOTICE", "AgreementPeriod", "StatedDate", "UntilFurtherNotice", "stated"]


class UntilFurtherNotice(enum.Enum):
    """The end of what has no end yet."""

    UNTIL_FURTHER_NOTICE = "until_further_notice"

    def __repr__(self) -> str:
        return self.name


UNTIL_FURTHER_NOTICE: Final = UntilFurtherNotice.UNTIL_FURTHER_NOTICE
StatedDate = date | NotInSource | UntilFurtherNotice


def stated(value: StatedDate, language: str) -> str:
    """Say a date, or what the source says instead of one.

    >>> stated(UNTIL_FURTHER_NOTICE, "sv"), stated(NOT_IN_SOURCE, "en")
    ('tills vidare', 'not in the source')
    """
    if isinstance(value, date):
        return written_date(value, language)
    if value is NOT_IN_SOURCE:
        return Text("framgår inte av källan", "not in the source").say(language)
    return Text("tills vidare", "until further notice").say(language)


@attrs.frozen
class AgreementPeriod:
    """The first and the last day an agreement is in force, both included.

    Parameters
    ----------
    first : date or NOT_IN_SOURCE
    last : date, UNTIL_FURTHER_NOTICE or NOT_IN_SOURCE

    Raises
    ------
    BadInput
        If it ends before it starts.

    Examples
    --------
    >>> period = AgreementPeriod(date(2015, 11, 1), date(2018, 12, 31))
    >>> period.text("sv"), period.covers(date(2018, 12, 31))
    ('1 november 2015 – 31 december 2018', <Verdict.YES: 1>)
    """

    first: date | NotInSource
    last: StatedDate

    def __attrs_post_init__(self) -> None:
        if isinstance(self.first, date) and isinstance(self.last, date) and self.last < self.first:
            raise BadInput(message("agreements/period-backwards", first=self.first, last=self.last))

    def covers(self, on: date) -> Verdict:
        """Answer whether the agreement is in force on a day; UNKNOWN where the source does not say.

        >>> AgreementPeriod(NOT_IN_SOURCE, NOT_IN_SOURCE).covers(date(2015, 5, 31))
        <Verdict.UNKNOWN: 0>
        """
        to_day(on)  # refuses what is no plain date
        begun = (YES if self.first <= on else NO) if isinstance(self.first, date) else UNKNOWN
        if isinstance(self.last, date):
            return begun & (YES if on <= self.last else NO)
        return begun & (YES if self.last is UNTIL_FURTHER_NOTICE else UNKNOWN)

    def text(self, language: str = "sv") -> str:
        """Return the period in words; a single phrase when the source says nothing of it."""
        if self.first is NOT_IN_SOURCE and self.last is NOT_IN_SOURCE:
            return stated(self.first, language)
        return f"{stated(self.first, language)} \N{EN DASH} {stated(self.last, language)}"
