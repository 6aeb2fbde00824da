"""What a fact about a person is: what sort of value it has, how it changes with time, and its words.

A fact is *constant* (birth date), *dated* (first registered in a municipality on a day, which never changes once it
has happened) or *as of* the day the register was drawn. ``None`` is always "unknown"; "has none" is ``False``; an event
known not to have happened is :data:`NEVER`.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date
from typing import Final

import attrs

from dualib.language import Text

__all__ = ["NEVER", "Change", "Fact", "FactValue", "Kind", "Never"]


class Never(enum.Enum):
    """The date of an event that is known not to have happened.

    >>> NEVER, isinstance(NEVER, Never)
    (NEVER, True)
    """

    NEVER = "never"

    def __repr__(self) -> str:
        return "NEVER"


NEVER: Final = Never.NEVER
FactValue = bool | int | str | date | Never | None


class Kind(enum.Enum):
    """What sort of value a fact has.

    >>> from dualib.vocabulary import FACTS
    >>> [FACTS[name].kind.name for name in ("born", "sex", "newly_arrived")]
    ['DATE', 'CATEGORY', 'YES_NO']
    """

    YES_NO = "yes or no"
    DATE = "date"
    CODE = "code, or False for none"
    CATEGORY = "category"
    NUMBER = "whole number"

    @property
    def words(self) -> Text:
        """The sort of value with its article: "a date"."""
        return _KIND_WORDS[self]


_KIND_WORDS: Final[Mapping[Kind, Text]] = {
    Kind.YES_NO: Text("ja eller nej", "yes or no"),
    Kind.DATE: Text("ett datum", "a date"),
    Kind.CODE: Text("en kod", "a code"),
    Kind.CATEGORY: Text("en kategori", "a category"),
    Kind.NUMBER: Text("ett heltal", "a whole number"),
}


class Change(enum.Enum):
    """How a fact may change with time.

    >>> from dualib.vocabulary import FACTS
    >>> [FACTS[name].change.value for name in ("born", "permit_granted", "disability_code")]
    ['constant', 'dated', 'as of']
    """

    CONSTANT = "constant"
    DATED = "dated"
    AS_OF = "as of"


@attrs.frozen
class Fact:
    """One thing that may be known about a person.

    Attributes
    ----------
    name
        The name in columns and in :class:`dualib.Person`.
    kind, change
        What sort of value, and how it changes with time.
    words
        A noun phrase in both languages.
    yes, no
        What the person does or is when it holds, and when not (clauses without subject); for dates, that it happened
        (in the past: "was born") and that it has not. Categories and numbers have none.
    categories
        The values of a category.
    changeable
        Whether a person's situation could come to differ (never the birth date).
    sensitive
        Whether the fact is sensitive personal data (GDPR articles 9 and 10).

    Examples
    --------
    >>> from dualib.vocabulary import FACTS
    >>> FACTS["disability_code"].words.en, FACTS["disability_code"].sensitive
    ('disability code at Arbetsförmedlingen', True)
    """

    name: str
    kind: Kind
    change: Change
    words: Text
    yes: Text | None = None
    no: Text | None = None
    categories: Mapping[str, Text] | None = attrs.field(default=None, hash=False, eq=False)
    changeable: bool = True
    sensitive: bool = False
