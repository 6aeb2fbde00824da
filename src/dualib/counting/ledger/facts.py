"""What can be known of registers that overlap: sizes, overlaps, subsets and groups, each a linear fact."""

from __future__ import annotations

import attrs

from dualib.errors import BadInput
from dualib.exact.bounds import Bounds
from dualib.exact.counts import Count
from dualib.language import Text, listing
from dualib.messages import message

__all__ = [
    "LedgerFact",
    "checked",
    "disjoint",
    "only_within",
    "outside",
    "overlap",
    "size",
    "subset",
    "together",
]


@attrs.frozen
class LedgerFact:
    """How many persons are in all of ``inside``, in at least one of ``any_of`` and in none of ``without``.

    Made by :func:`size`, :func:`overlap`, :func:`outside`, :func:`together`, :func:`subset`, :func:`disjoint` and
    :func:`only_within`; ``stratum`` limits it to one group, such as an age group; ``beyond`` to all others.

    >>> own = Text("egen", "own")
    >>> fact = LedgerFact(own, count=Bounds(0, 5), inside=("AF",), without=("KAA",), place="p. 3")
    >>> fact.text("en")
    'own (p. 3)'
    """

    words: Text
    count: Bounds[int] = attrs.field(kw_only=True)
    inside: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    any_of: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    without: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    stratum: str | None = attrs.field(default=None, kw_only=True)
    beyond: str | None = attrs.field(default=None, kw_only=True)
    place: str | None = attrs.field(default=None, kw_only=True)

    @property
    def names(self) -> frozenset[str]:
        """The registers it speaks of."""
        return frozenset((*self.inside, *self.any_of, *self.without))

    def text(self, language: str = "sv") -> str:
        """Say the fact, with its place if it has one."""
        return self.words.say(language) + (f" ({self.place})" if self.place else "")

    def matches(self, members: frozenset[str], stratum: str | None) -> bool:
        """Return whether it counts those who are in just these registers, in this group."""
        return (
            members.issuperset(self.inside)
            and (not self.any_of or not members.isdisjoint(self.any_of))
            and members.isdisjoint(self.without)
            and (self.stratum is None or stratum == self.stratum)
            and (self.beyond is None or stratum != self.beyond)
        )


def _limits(
    what: str, exactly: int | Count | None, at_least: int | None, at_most: int | None
) -> tuple[Bounds[int], Text]:
    """Return the bounds named by the three arguments, and the words for them."""
    if (exactly is None) == (at_least is None and at_most is None):
        raise BadInput(message("counting/no-number", what=what))
    if exactly is not None:
        count = Count.of(exactly)
        low, high = count.low, count.high
        return checked(what, low, high), Text(str(count), str(count))
    low = 0 if at_least is None else Count.of(at_least).low
    if at_most is None:
        return checked(what, low, None), Text(f"minst {low}", f"at least {low}")
    high = Count.of(at_most).high
    if at_least is None:
        return checked(what, low, high), Text(f"högst {high}", f"at most {high}")
    return checked(what, low, high), Text(f"{low}–{high}", f"{low}–{high}")


def checked(what: str, low: int, high: int | None) -> Bounds[int]:
    """Return the bounds of a count of persons, refusing what no count can be.

    Raises
    ------
    BadInput
        If the bounds are impossible.

    Examples
    --------
    >>> checked("size of 'AF'", 0, None)
    Bounds(low=0, high=None)
    """
    if low < 0 or (high is not None and high < low):
        raise BadInput(message("counting/impossible-count", what=what, low=low, high=high))
    return Bounds(low, high)


def _in(stratum: str | None) -> str:
    return "" if stratum is None else f" ({stratum})"


def size(
    name: str,
    exactly: int | Count | None = None,
    *,
    at_least: int | None = None,
    at_most: int | None = None,
    stratum: str | None = None,
    place: str | None = None,
) -> LedgerFact:
    """Return the fact that a register (or the part of it in ``stratum``) holds a number of persons.

    Raises
    ------
    BadInput
        If the number is none, given twice, negative or backwards.

    Examples
    --------
    >>> size("AF", 95, stratum="16–19", place="p. 5").text("en")
    'AF (16–19): 95 (p. 5)'
    """
    count, words = _limits(f"size of {name!r}", exactly, at_least, at_most)
    label = f"{name}{_in(stratum)}: "
    return LedgerFact(
        Text(label + words.sv, label + words.en),
        count=count,
        inside=(name,),
        stratum=stratum,
        place=place,
    )


def overlap(
    *names: str,
    exactly: int | Count | None = None,
    at_least: int | None = None,
    at_most: int | None = None,
    stratum: str | None = None,
    place: str | None = None,
) -> LedgerFact:
    """Return the fact that a number of persons are in all the registers named.

    Raises
    ------
    BadInput
        If fewer than two registers are named, or the number is none, negative or backwards.

    Examples
    --------
    >>> overlap("AF", "KAA", at_most=80).text("sv")
    'i både AF och KAA: högst 80'
    """
    for name in names:
        if not isinstance(name, str):
            raise BadInput(message("counting/overlap-not-a-name", name=name))
    if len(set(names)) < 2:
        raise BadInput(message("counting/too-few-registers", count=len(set(names))))
    count, words = _limits(f"overlap of {', '.join(names)}", exactly, at_least, at_most)
    sv, en = (listing(list(names), language) for language in ("sv", "en"))
    both = Text("både", "both") if len(names) == 2 else Text("alla:", "all of")
    return LedgerFact(
        Text(
            f"i {both.sv} {sv}{_in(stratum)}: {words.sv}",
            f"in {both.en} {en}{_in(stratum)}: {words.en}",
        ),
        count=count,
        inside=names,
        stratum=stratum,
        place=place,
    )


def outside(
    name: str,
    other: str,
    *,
    exactly: int | Count | None = None,
    at_least: int | None = None,
    at_most: int | None = None,
    place: str | None = None,
) -> LedgerFact:
    """Return the fact that a number of persons in one register are not in another.

    Raises
    ------
    BadInput
        If the number is none, given twice, negative or backwards.

    Examples
    --------
    >>> outside("KAA", "AF", at_least=35).text("en")
    'in KAA but not in AF: at least 35'
    """
    count, words = _limits(f"part of {name!r} outside {other!r}", exactly, at_least, at_most)
    return LedgerFact(
        Text(
            f"i {name} men inte i {other}: {words.sv}", f"in {name} but not in {other}: {words.en}"
        ),
        count=count,
        inside=(name,),
        without=(other,),
        place=place,
    )


def together(
    *names: str,
    exactly: int | Count | None = None,
    at_least: int | None = None,
    at_most: int | None = None,
    place: str | None = None,
) -> LedgerFact:
    """Return the fact that a number of persons are in at least one of the registers named: a claimed union.

    Raises
    ------
    BadInput
        If no register is named, or the number is none, negative or backwards.

    Examples
    --------
    >>> together("AF", "KAA", exactly=902).text("en")
    'in AF or KAA: 902'
    """
    if not names:
        raise BadInput(message("counting/together-of-none"))
    count, words = _limits(f"union of {', '.join(names)}", exactly, at_least, at_most)
    sv, en = (listing(list(names), language, last="or") for language in ("sv", "en"))
    return LedgerFact(
        Text(f"i {sv}: {words.sv}", f"in {en}: {words.en}"), count=count, any_of=names, place=place
    )


def subset(name: str, other: str, *, place: str | None = None) -> LedgerFact:
    """Return the fact that everyone in one register is in another too.

    >>> subset("KAA", "AF").text("en")
    'everyone in KAA is in AF'
    """
    words = Text(f"alla i {name} finns i {other}", f"everyone in {name} is in {other}")
    return LedgerFact(words, count=Bounds(0, 0), inside=(name,), without=(other,), place=place)


def disjoint(name: str, other: str, *, place: str | None = None) -> LedgerFact:
    """Return the fact that nobody is in both registers.

    >>> disjoint("KAA", "AF").text("en")
    'nobody is in both KAA and AF'
    """
    words = Text(f"ingen finns i både {name} och {other}", f"nobody is in both {name} and {other}")
    return LedgerFact(words, count=Bounds(0, 0), inside=(name, other), place=place)


def only_within(name: str, stratum: str, *, place: str | None = None) -> LedgerFact:
    """Return the fact that a register holds persons of one group only, such as one age group.

    >>> only_within("KAA", "16–19").text("en")
    'KAA holds 16–19 only'
    """
    words = Text(f"{name} omfattar bara {stratum}", f"{name} holds {stratum} only")
    return LedgerFact(words, count=Bounds(0, 0), inside=(name,), beyond=stratum, place=place)
