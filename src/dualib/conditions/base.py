"""What every condition is: an immutable expression that answers for one person, with reasons.

What a condition means for many persons is registered in :mod:`dualib.engine.reference`, by class.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import ClassVar

import attrs

from dualib.conditions.case import Case
from dualib.errors import BadInput
from dualib.messages import message
from dualib.verdicts import YES, Verdict, all_of, any_of

__all__ = ["All", "Always", "Any", "Atom", "Condition", "Finding", "Literal", "Not", "Reason"]


@attrs.frozen
class Finding:
    """What an atom found out about one person; the subclasses hold what was compared.

    >>> from dualib.verdicts import YES
    >>> Finding(YES).verdict
    <Verdict.YES: 1>
    """

    verdict: Verdict


@attrs.frozen
class Reason:
    """One node of the tree of reasons: the condition, its answer, what was found, and the reasons it rests on.

    >>> from datetime import date
    >>> from dualib import Person, programmes
    >>> decision = programmes.kaa.decide(Person(born=date(1996, 2, 29)), on=date(2015, 5, 31))
    >>> [(type(reason.condition).__name__, reason.verdict.name) for reason in decision.tree.parts]
    [('Age', 'YES'), ('Has', 'UNKNOWN'), ('Not', 'UNKNOWN'), ('Not', 'UNKNOWN')]
    """

    condition: Condition
    verdict: Verdict
    finding: Finding | None = None
    parts: tuple[Reason, ...] = ()

    def walk(self) -> Iterator[Reason]:
        """Yield this reason and all below it, depth first."""
        yield self
        for part in self.parts:
            yield from part.walk()


@attrs.frozen
class Literal:
    """An atom as it occurs in a condition: straight (``positive``) or under an odd number of negations."""

    atom: Atom
    positive: bool


class Condition:
    """A condition on a person on a day. Combine with ``&``, ``|`` and ``~``; every condition is hashable.

    >>> from dualib.conditions import age, has
    >>> young = age(16, below=25) | age(16, below=30) & has("disability_code")
    >>> sorted(young.reads)
    ['born', 'disability_code']
    """

    __slots__ = ()

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions this one is made of."""
        return ()

    def rebuilt(self, parts: Iterable[Condition]) -> Condition:
        """Return the same kind of condition made of other parts, in the order of :attr:`parts`."""
        raise NotImplementedError

    def walk(self, into: Callable[[Condition], bool] | None = None) -> Iterator[Condition]:
        """Yield this condition and all below it, depth first.

        Parameters
        ----------
        into
            Whether to go on to the parts of a condition; to those of all if left out.

        Examples
        --------
        >>> from dualib.conditions import age, has
        >>> [type(part).__name__ for part in (age(16) & ~has("school_duty_done")).walk()]
        ['All', 'Age', 'Not', 'Has']
        """
        yield self
        if into is None or into(self):
            for part in self.parts:
                yield from part.walk(into)

    def walk_asked(self, case: Case) -> Iterator[tuple[Condition, Case]]:
        """Yield this condition and all below it, each with the case that it is asked about.

        They are of the same person and, unless asked at an event, of the same day.
        """
        yield self, case
        for part in self.parts:
            yield from part.walk_asked(case)

    def map(self, change: Callable[[Condition], Condition]) -> Condition:
        """Return the condition with this one and all below it changed, the parts first.

        Examples
        --------
        >>> from dualib.conditions import age, has
        >>> young = age(16)
        >>> (young & ~has("school_duty_done")).map(lambda part: age(18) if part == young else part)
        (Age(lo=18, below=None, at='day') & ~Has(name='school_duty_done'))
        """
        parts = tuple(part.map(change) for part in self.parts)
        same = all(new is old for new, old in zip(parts, self.parts, strict=True))
        return change(self if same else self.rebuilt(parts))

    def answer(self, case: Case) -> Verdict:
        """Answer for one person."""
        raise NotImplementedError

    def reason(self, case: Case) -> Reason:
        """Answer for one person, with reasons."""
        raise NotImplementedError

    def literals(self, positive: bool = True) -> Iterator[Literal]:
        """Yield the atoms with the direction in which each works."""
        for part in self.parts:
            yield from part.literals(positive)

    def polarity(self) -> Mapping[str, frozenset[int]]:
        """Return in which facts and statuses the condition is monotone, and in which direction.

        Names are as in flips: facts, and ``"days:<status>"``. ``{1}``: more never turns the answer towards NO;
        ``{-1}``: more never turns it towards YES; ``{-1, 1}``: both can happen. More is yes over no, a code over none,
        a larger number, a later date, and more days with the status. Values without order, such as categories, have
        both.

        Examples
        --------
        >>> from dualib.conditions import age, has
        >>> {name: sorted(signs) for name, signs in (age(16) & ~has("school_duty_done")).polarity().items()}
        {'born': [-1], 'school_duty_done': [-1]}
        """
        found: dict[str, frozenset[int]] = {}
        for part in self.parts:
            for name, signs in part.polarity().items():
                found[name] = found.get(name, frozenset()) | signs
        return found

    def atoms(self) -> tuple[Atom, ...]:
        """The distinct atoms, in the order written."""
        return tuple(dict.fromkeys(literal.atom for literal in self.literals()))

    @property
    def reads(self) -> frozenset[str]:
        """The names of the facts and tracks (``"track:work"``) that the answer can depend on."""
        return frozenset(name for part in self.parts for name in part.reads)

    def __and__(self, other: Condition) -> Condition:
        return All.of(self, _checked(other, "&"))

    def __or__(self, other: Condition) -> Condition:
        return Any.of(self, _checked(other, "|"))

    def __invert__(self) -> Condition:
        return Not(self)

    def __bool__(self) -> bool:
        raise BadInput(message("conditions/no-truth-value"))


def _checked(other: object, sign: str) -> Condition:
    if not isinstance(other, Condition):
        raise BadInput(message("conditions/operand", value=other, sign=sign))
    return other


def _check_parts(parts: object, used_by: str) -> None:
    if not isinstance(parts, tuple) or not parts:
        raise BadInput(message("conditions/parts-not-a-tuple", used_by=used_by, parts=parts))
    for part in parts:
        if not isinstance(part, Condition):
            raise BadInput(message("conditions/part", used_by=used_by, part=part))


class Atom(Condition):
    """A condition that is not made of others.

    >>> from dualib.conditions import age, has
    >>> [isinstance(one, Atom) for one in (age(16), age(16) & has("newly_arrived"))]
    [True, False]
    """

    __slots__ = ()

    @property
    def reads(self) -> frozenset[str]:
        """The facts and tracks the atom looks at."""
        raise NotImplementedError

    def rebuilt(self, parts: Iterable[Condition]) -> Atom:
        """Return the atom itself, which has no parts."""
        return self

    def measure(self, case: Case) -> Finding:
        """Compare, and return what was found."""
        raise NotImplementedError

    def answer(self, case: Case) -> Verdict:
        """Answer for one person."""
        return self.measure(case).verdict

    def reason(self, case: Case) -> Reason:
        """Answer for one person, with what was found."""
        finding = self.measure(case)
        return Reason(self, finding.verdict, finding)

    def polarity(self) -> Mapping[str, frozenset[int]]:
        """Return both directions for each fact; atoms that know better say so."""
        return dict.fromkeys(self.reads, frozenset({-1, 1}))

    def literals(self, positive: bool = True) -> Iterator[Literal]:
        """Yield this atom."""
        yield Literal(self, positive)

    def thresholds(self, on: int) -> dict[str, tuple[int | str, ...]]:
        """For each fact, values on both sides of every point where the answer changes, when asked about ``on``."""
        raise NotImplementedError

    def accepts(self, value: int | str, on: int) -> bool:
        """Return whether a known value of the fact satisfies the atom on the day ``on``."""
        raise NotImplementedError


@attrs.frozen(cache_hash=True, repr=False)
class _Joined(Condition):
    """Several conditions made one; ``sign`` is written between them."""

    sign: ClassVar[str] = ""

    parts: tuple[Condition, ...]

    def __attrs_post_init__(self) -> None:
        _check_parts(self.parts, type(self).__name__)

    @classmethod
    def of(cls, *parts: Condition) -> Condition:
        """Join parts, nested ones of the same kind opened: a & b & c is one of three. A single one stays itself."""
        opened = (
            inner for part in parts for inner in (part.parts if type(part) is cls else (part,))
        )
        joined = tuple(dict.fromkeys(opened))
        return joined[0] if len(joined) == 1 else cls(joined)

    def rebuilt(self, parts: Iterable[Condition]) -> Condition:
        """Join other parts in the same way; nested ones of the same kind stay nested."""
        return attrs.evolve(self, parts=tuple(parts))

    def join(self, verdicts: Iterable[Verdict]) -> Verdict:
        """Return the answer of the whole, given those of the parts."""
        raise NotImplementedError

    def answer(self, case: Case) -> Verdict:
        """Ask the parts in turn until one settles the whole."""
        return self.join(part.answer(case) for part in self.parts)

    def reason(self, case: Case) -> Reason:
        """All parts are listed, also where one of them settles the answer."""
        reasons = tuple(part.reason(case) for part in self.parts)
        return Reason(self, self.join(reason.verdict for reason in reasons), None, reasons)

    def __repr__(self) -> str:
        return f"({f' {self.sign} '.join(map(repr, self.parts))})"


@attrs.frozen(cache_hash=True, repr=False)
class All(_Joined):
    """Every part holds (*and*)."""

    sign: ClassVar[str] = "&"

    def join(self, verdicts: Iterable[Verdict]) -> Verdict:
        """NO as soon as a part is."""
        return all_of(verdicts)


@attrs.frozen(cache_hash=True, repr=False)
class Any(_Joined):
    """At least one part holds (*or*)."""

    sign: ClassVar[str] = "|"

    def join(self, verdicts: Iterable[Verdict]) -> Verdict:
        """YES as soon as a part is."""
        return any_of(verdicts)


@attrs.frozen(cache_hash=True, repr=False)
class Not(Condition):
    """The part does not hold."""

    part: Condition

    def __attrs_post_init__(self) -> None:
        _check_parts((self.part,), "Not")

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The negated condition."""
        return (self.part,)

    def rebuilt(self, parts: Iterable[Condition]) -> Not:
        """Negate another condition."""
        (part,) = parts
        return Not(part)

    def answer(self, case: Case) -> Verdict:
        """Turn the answer round; UNKNOWN stays."""
        return ~self.part.answer(case)

    def reason(self, case: Case) -> Reason:
        """Turn the answer round; UNKNOWN stays."""
        reason = self.part.reason(case)
        return Reason(self, ~reason.verdict, None, (reason,))

    def polarity(self) -> Mapping[str, frozenset[int]]:
        """Turn every direction round."""
        return {
            name: frozenset(-sign for sign in signs) for name, signs in self.part.polarity().items()
        }

    def literals(self, positive: bool = True) -> Iterator[Literal]:
        """Yield the atoms, their direction turned round."""
        yield from self.part.literals(not positive)

    def __repr__(self) -> str:
        return f"~{self.part!r}"


@attrs.frozen(cache_hash=True)
class Always(Atom):
    """Holds for everybody: an offer that states no condition."""

    @property
    def reads(self) -> frozenset[str]:
        """Nothing."""
        return frozenset()

    def measure(self, case: Case) -> Finding:
        """YES."""
        return Finding(YES)

    def thresholds(self, on: int) -> dict[str, tuple[int | str, ...]]:
        """Return none."""
        return {}
