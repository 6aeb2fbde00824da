"""Conditions on values: yes/no facts, codes, categories and numbers."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from dualib.conditions.base import Atom, Condition, Finding
from dualib.conditions.case import Case
from dualib.dates import check_count
from dualib.errors import BadInput, nearest
from dualib.messages import message
from dualib.verdicts import UNKNOWN, Verdict
from dualib.vocabulary.facts import DISABILITY_CODES, FACTS, Kind, fact_of_kind

__all__ = ["AtLeast", "Has", "OneOf", "ValueFinding", "at_least", "has", "one_of"]


@attrs.frozen
class ValueFinding(Finding):
    """A value compared with those accepted, ``None`` unknown.

    >>> from datetime import date
    >>> from dualib.conditions import Case
    >>> from dualib.dates import to_day
    >>> from dualib.person import Person
    >>> case = Case(Person(), to_day(date(2015, 5, 31)))
    >>> has("newly_arrived").reason(case).finding
    ValueFinding(verdict=<Verdict.UNKNOWN: 0>, value=None)
    """

    value: int | str | None


@attrs.frozen(cache_hash=True)
class Has(Atom):
    """A yes/no fact is true, or the person has a code."""

    name: str

    def __attrs_post_init__(self) -> None:
        fact_of_kind(self.name, (Kind.YES_NO, Kind.CODE), "has")

    @property
    def reads(self) -> frozenset[str]:
        """The fact."""
        return frozenset({self.name})

    def polarity(self) -> Mapping[str, frozenset[int]]:
        """More helps."""
        return {self.name: frozenset({1})}

    def measure(self, case: Case) -> ValueFinding:
        """Look the fact up."""
        value = case.value(self.name)
        assert not isinstance(value, str)
        return ValueFinding(
            UNKNOWN if value is None else Verdict.YES if value > 0 else Verdict.NO, value
        )

    def thresholds(self, on: int) -> dict[str, tuple[int | str, ...]]:
        """With and without."""
        return {
            self.name: (0, next(iter(DISABILITY_CODES)))
            if FACTS[self.name].kind is Kind.CODE
            else (-1, 1)
        }

    def accepts(self, value: int | str, on: int) -> bool:
        """Whether it is true, or a code."""
        return isinstance(value, int) and value > 0


@attrs.frozen(cache_hash=True)
class OneOf(Atom):
    """A code or category is one of those listed."""

    name: str
    values: tuple[int | str, ...]

    def __attrs_post_init__(self) -> None:
        found = fact_of_kind(self.name, (Kind.CODE, Kind.CATEGORY), "one_of")
        known = DISABILITY_CODES if found.kind is Kind.CODE else found.categories
        if not isinstance(self.values, tuple):
            raise BadInput(
                message("conditions/values-not-a-tuple", name=self.name, values=self.values)
            )
        if not self.values:
            raise BadInput(message("conditions/no-values", name=self.name))
        for value in self.values:
            fits = isinstance(value, int if found.kind is Kind.CODE else str) and not isinstance(
                value, bool
            )
            if not fits or (known is not None and value not in known):
                words = [str(item) for item in known or ()]
                raise BadInput(
                    message(
                        "conditions/value-not-known",
                        name=self.name,
                        value=value,
                        known=tuple(words),
                        near=nearest(value, words),
                    )
                    if words
                    else message("conditions/value-not-text", name=self.name, value=value)
                )

    @property
    def reads(self) -> frozenset[str]:
        """The fact."""
        return frozenset({self.name})

    def measure(self, case: Case) -> ValueFinding:
        """Look the value up."""
        value = case.value(self.name)
        return ValueFinding(
            UNKNOWN if value is None else Verdict.YES if value in self.values else Verdict.NO, value
        )

    def thresholds(self, on: int) -> dict[str, tuple[int | str, ...]]:
        """Each listed value, and one that is not listed."""
        about = FACTS[self.name]
        # The municipality is the one category without a list: 0000 is the code of none.
        others: tuple[int | str, ...] = tuple(about.categories or ("0000",))
        return {
            self.name: tuple(
                dict.fromkeys((*self.values, *((0,) if about.kind is Kind.CODE else others)))
            )
        }

    def accepts(self, value: int | str, on: int) -> bool:
        """Whether it is listed."""
        return value in self.values


@attrs.frozen(cache_hash=True)
class AtLeast(Atom):
    """A whole number is at least ``count``, in the fact's own unit: units never convert into each other."""

    name: str
    count: int

    def __attrs_post_init__(self) -> None:
        fact_of_kind(self.name, (Kind.NUMBER,), "at_least")
        check_count(self.count, "count", least=1)

    @property
    def reads(self) -> frozenset[str]:
        """The fact."""
        return frozenset({self.name})

    def polarity(self) -> Mapping[str, frozenset[int]]:
        """More helps."""
        return {self.name: frozenset({1})}

    def measure(self, case: Case) -> ValueFinding:
        """Compare the number."""
        value = case.value(self.name)
        assert not isinstance(value, str)
        return ValueFinding(
            UNKNOWN if value is None else Verdict.YES if value >= self.count else Verdict.NO, value
        )

    def thresholds(self, on: int) -> dict[str, tuple[int | str, ...]]:
        """One less, and just enough."""
        return {self.name: (self.count - 1, self.count)}

    def accepts(self, value: int | str, on: int) -> bool:
        """Whether it is enough."""
        return isinstance(value, int) and value >= self.count


def has(name: str) -> Condition:
    """Hold when a yes/no fact is true, or when the person has a code.

    Raises
    ------
    BadInput
        If there is no such fact, or it is neither yes/no nor a code; the message lists those that fit.

    Examples
    --------
    >>> has("disability_code")
    Has(name='disability_code')
    """
    return Has(name)


def one_of(name: str, *values: int | str) -> Condition:
    """Hold when a code or category is one of ``values``.

    Raises
    ------
    BadInput
        If the fact is neither a code nor a category, or a value is not among its values; the nearest is suggested.

    Examples
    --------
    >>> one_of("sex", "woman")
    OneOf(name='sex', values=('woman',))
    """
    return OneOf(name, values)


def at_least(name: str, count: int) -> Condition:
    """Hold when a whole number is at least ``count``, in the unit of the fact.

    Raises
    ------
    BadInput
        If the fact is not a number, or ``count`` not a whole number of at least 1.

    Examples
    --------
    >>> at_least("benefit_days_in_jobbgaranti", 200)
    AtLeast(name='benefit_days_in_jobbgaranti', count=200)
    """
    return AtLeast(name, count)
