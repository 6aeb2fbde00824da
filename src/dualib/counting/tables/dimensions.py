"""What a table is divided by, and why a cell of it shows a number or does not."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import Any, Literal

import attrs

from dualib.errors import BadInput, nearest
from dualib.language import Text, as_text
from dualib.messages import message

__all__ = ["ANSWER", "UNKNOWN_CATEGORY", "CellStatus", "Dimension"]

#: The name of the dimension that holds the three answers.
ANSWER = "answer"
#: The category of those of whom it is not known where they belong.
UNKNOWN_CATEGORY = "unknown"


class CellStatus(enum.IntEnum):
    """Why a cell shows a number, or does not.

    >>> CellStatus.SUPPRESSED == 1
    True
    """

    OK = 0
    SUPPRESSED = 1
    SECONDARY = 2
    MISSING = 3


def as_texts(values: Iterable[Text | str]) -> tuple[Text, ...]:
    return tuple(map(as_text, values))


def _strings(values: Iterable[str]) -> tuple[str, ...]:
    if isinstance(values, str):
        raise BadInput(message("counting/categories-is-text", value=values))
    return tuple(values)


@attrs.frozen
class Dimension:
    """One way in which a table is divided: categories that do not overlap and leave nobody out.

    Attributes
    ----------
    name
        The name in code and files.
    label
        The heading; plain text is taken for both languages.
    categories
        The codes, in the order shown. A total is never one of them.
    labels
        The words of each category, in the same order; the codes if left out.
    role
        ``"time"``, ``"geo"``, ``"metric"`` or None.
    extra
        What else a JSON-stat file says about the dimension (units, notes, links), kept as read.

    Raises
    ------
    BadInput
        If there is no category, one occurs twice, or there are not as many labels as categories.

    Examples
    --------
    >>> Dimension("sex", Text("kön", "sex"), ("woman", "man")).index("man")
    1
    """

    name: str
    label: Text = attrs.field(converter=as_text)
    categories: tuple[str, ...] = attrs.field(converter=_strings)
    labels: tuple[Text, ...] = attrs.field(
        default=attrs.Factory(lambda self: as_texts(self.categories), takes_self=True),
        converter=as_texts,
    )
    role: Literal["time", "geo", "metric"] | None = attrs.field(default=None, kw_only=True)
    extra: Mapping[str, Any] = attrs.field(factory=dict, kw_only=True, hash=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if not self.categories:
            raise BadInput(message("counting/no-categories", dimension=self.name))
        if len(set(self.categories)) < len(self.categories):
            twice = next(code for code in self.categories if self.categories.count(code) > 1)
            raise BadInput(message("counting/category-twice", dimension=self.name, category=twice))
        if len(self.labels) != len(self.categories):
            raise BadInput(
                message(
                    "counting/labels-of-another-length",
                    dimension=self.name,
                    labels=len(self.labels),
                    categories=len(self.categories),
                )
            )

    def index(self, category: str) -> int:
        """Return the position of ``category``.

        Raises
        ------
        BadInput
            If there is no such category; the nearest is suggested.
        """
        if category not in self.categories:
            raise BadInput(
                message(
                    "counting/no-such-category",
                    dimension=self.name,
                    category=category,
                    known=self.categories,
                    near=nearest(category, self.categories),
                )
            )
        return self.categories.index(category)
