"""Registers that overlap: how many persons there are in all, when nobody may match the registers person by person.

A ledger holds linear facts about who is where (sizes, overlaps, subsets, age groups). Every question is answered
from all facts at once: the bounds are attained by some way of placing the persons, and none lies outside them. That is
exact in whole numbers up to 64 kinds of person (six registers without groups). Beyond, HiGHS answers in floats: that
its bounds are attained is tried exactly, that none lies outside them is its own finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product
from typing import TYPE_CHECKING

import attrs

from dualib.counting.ledger.facts import (
    LedgerFact,
    checked,
    disjoint,
    only_within,
    outside,
    overlap,
    size,
    subset,
    together,
)
from dualib.errors import BadInput, ContradictionError, nearest
from dualib.exact.bounds import Bounds
from dualib.exact.counts import Count
from dualib.exact.linear import Row, extreme, feasible
from dualib.language import Text, listing
from dualib.messages import message

__all__ = [
    "Ledger",
    "LedgerFact",
    "disjoint",
    "only_within",
    "outside",
    "overlap",
    "size",
    "subset",
    "together",
]


def _sizes(sizes: Mapping[str, int | Count], places: Mapping[str, str]) -> tuple[LedgerFact, ...]:
    if not isinstance(sizes, Mapping):
        raise BadInput(message("counting/sizes-not-a-mapping", value=sizes))
    for name in sizes:
        if not isinstance(name, str):
            raise BadInput(message("counting/not-a-register-name", name=name))
    if not sizes:
        raise BadInput(message("counting/no-registers"))
    return tuple(size(name, exactly, place=places.get(name)) for name, exactly in sizes.items())


@attrs.frozen(init=False)
class Ledger:
    """Registers with their sizes, and what is known of who is in more than one.

    Parameters
    ----------
    sizes
        How many persons each register holds: whole numbers or :class:`Count`.
    facts
        Further facts (:func:`overlap`, :func:`subset`, ...). Groups (``stratum``) do not overlap; whoever is in none of
        the groups named is in a further, unnamed one.
    places
        Where in a source the sizes are, by register.

    Raises
    ------
    BadInput
        For a fact about a register that is not there.
    ContradictionError
        At the first question, if no way of placing the persons agrees with all facts; a smallest clashing set is named.

    Examples
    --------
    >>> bare = Ledger({"AF": 787, "KAA": 115})
    >>> str(bare.union()), str(bare.overlap("AF", "KAA"))
    ('787–902', '0–115')
    >>> kalmar = bare.given(size("AF", 95, stratum="16–19"), only_within("KAA", "16–19"))
    >>> str(kalmar.union())
    '807–902'
    """

    registers: tuple[str, ...]
    facts: tuple[LedgerFact, ...]

    def __init__(
        self,
        sizes: Mapping[str, int | Count],
        *facts: LedgerFact,
        places: Mapping[str, str] | None = None,
    ) -> None:
        told = _sizes(sizes, places or {})
        self.__attrs_init__(tuple(sizes), (*told, *facts))

    if TYPE_CHECKING:

        def __attrs_init__(
            self, registers: tuple[str, ...], facts: tuple[LedgerFact, ...]
        ) -> None: ...

    def __attrs_post_init__(self) -> None:
        for item in self.facts:
            if not isinstance(item, LedgerFact):
                raise BadInput(message("counting/not-a-ledger-fact", value=item))
            self._known(item.names)

    def _known(self, names: Iterable[str]) -> None:
        for name in sorted(names, key=str):
            if name not in self.registers:
                raise BadInput(
                    message(
                        "counting/no-register",
                        name=name,
                        known=self.registers,
                        near=nearest(str(name), self.registers),
                    )
                )

    def _with(self, registers: tuple[str, ...], facts: Iterable[LedgerFact]) -> Ledger:
        ledger = object.__new__(Ledger)
        ledger.__attrs_init__(registers, (*self.facts, *facts))
        return ledger

    def given(self, *facts: LedgerFact) -> Ledger:
        """Return the ledger with further facts.

        >>> str(Ledger({"AF": 787, "KAA": 115}).given(outside("KAA", "AF", at_least=35)).union())
        '822–902'
        """
        return self._with(self.registers, facts)

    def after_move(self, count: int, source: str, into: str, *, name: str) -> Ledger:
        """Return the ledger after ``count`` persons of one register have also entered another.

        The register after the move is called ``name``; the one before is kept beside it, so all that is known of it
        still counts.

        Raises
        ------
        BadInput
            If a register is not there, or the new name is taken.

        Examples
        --------
        >>> after = Ledger({"AF": 787, "KAA": 115}).after_move(35, "KAA", "AF", name="AF then")
        >>> str(after.union("AF then", "KAA")), after.plain_sum("AF then", "KAA")
        ('822–902', Count(low=937, high=937))
        """
        self._known((source, into))
        if name in self.registers:
            raise BadInput(message("counting/register-twice", name=name))
        entered = Text(
            f"{count} i {source} kommer in i {into}, som då kallas {name}",
            f"{count} in {source} enter {into}, then called {name}",
        )
        number = Count.of(count).value()
        return self._with(
            (*self.registers, name),
            (
                subset(into, name),
                LedgerFact(
                    entered, count=checked("move", number, number), inside=(name,), without=(into,)
                ),
                LedgerFact(entered, count=Bounds(0, 0), inside=(name,), without=(into, source)),
            ),
        )

    def _atoms(self, *asked: LedgerFact) -> list[tuple[frozenset[str], str | None]]:
        """Return the ways to be in registers, in every group that a fact or the question names and outside them."""
        told = (*self.facts, *asked)
        named = {name for item in told for name in (item.stratum, item.beyond) if name is not None}
        strata: list[str | None] = [*sorted(named), None]
        members = [
            frozenset(name for name, chosen in zip(self.registers, choice, strict=True) if chosen)
            for choice in product((True, False), repeat=len(self.registers))
        ]
        return [(group, stratum) for stratum in strata for group in members if group]

    def _row(self, item: LedgerFact, atoms: list[tuple[frozenset[str], str | None]]) -> Row:
        cells = frozenset(index for index, atom in enumerate(atoms) if item.matches(*atom))
        return Row(cells, item.count.low or 0, item.count.high)

    def contradiction(self) -> tuple[LedgerFact, ...]:
        """Return a smallest set of facts that cannot all hold (no part of it clashes); empty if all can hold.

        >>> ledger = Ledger({"AF": 787, "KAA": 115}, overlap("AF", "KAA", at_least=116))
        >>> [item.text("en") for item in ledger.contradiction()]
        ['KAA: 115', 'in both AF and KAA: at least 116']
        """
        atoms = self._atoms()
        rows = [self._row(item, atoms) for item in self.facts]
        return tuple(self.facts[index] for index in _core(len(atoms), rows))

    def check(self) -> None:
        """Raise if the facts contradict each other.

        Raises
        ------
        ContradictionError
            Naming a smallest clashing set.
        """
        clash = self.contradiction()
        if clash:
            raise ContradictionError(
                message(
                    "counting/facts-clash",
                    facts=tuple(Text(item.text("sv"), item.text("en")) for item in clash),
                )
            )

    def ask(self, question: LedgerFact) -> Count:
        """Return how many persons a fact speaks of, whatever count it gives itself; ``basis`` says which facts bind.

        Raises
        ------
        BadInput
            If the question is not a fact, or names a register that is not here.
        ContradictionError
            If the facts cannot all hold.
        """
        if not isinstance(question, LedgerFact):
            raise BadInput(message("counting/not-a-question", value=question))
        self._known(question.names)
        atoms = self._atoms(question)
        rows = [self._row(item, atoms) for item in self.facts]
        cells = self._row(question, atoms).cells
        low = extreme(len(atoms), rows, cells)
        if low is None:
            self.check()
        high = extreme(len(atoms), rows, cells, greatest=True)
        assert low is not None  # check() has raised otherwise
        assert high is not None
        return Count(low, high, self._basis(len(atoms), rows, cells, low, high))

    def _basis(
        self, size: int, rows: list[Row], cells: frozenset[int], low: int, high: int
    ) -> tuple[Text, ...]:
        """Say which facts each bound rests on: with them, one person fewer or more is impossible."""
        told = []
        for bound, words, denied in (
            (low, Text("minst", "at least"), Row(cells, 0, low - 1)),
            (high, Text("högst", "at most"), Row(cells, high + 1)),
        ):
            if bound == 0 and denied.high is not None:
                continue
            binding = [self.facts[index] for index in _core(size, rows, denied)]
            sv, en = (
                listing([item.text(language) for item in binding], language)
                for language in ("sv", "en")
            )
            told.append(
                Text(f"{words.sv} {bound}, eftersom {sv}", f"{words.en} {bound}, because {en}")
            )
        return tuple(told)

    def union(self, *names: str) -> Count:
        """Return how many persons are in at least one of the registers named; in any of all, if none is named.

        Raises
        ------
        BadInput
            If a register is not in the ledger.
        ContradictionError
            If the facts contradict each other.
        """
        return self.ask(together(*(names or self.registers), at_least=0))

    def overlap(self, *names: str) -> Count:
        """Return how many persons are in all the registers named.

        Raises
        ------
        BadInput
            If a register is not in the ledger, or fewer than two are named.
        ContradictionError
            If the facts contradict each other.

        Examples
        --------
        >>> str(Ledger({"AF": 787, "KAA": 115}, together("AF", "KAA", exactly=850)).overlap("AF", "KAA"))
        '52'
        """
        return self.ask(overlap(*names, at_least=0))

    def only(self, name: str) -> Count:
        """Return how many persons are in this register and in no other.

        Raises
        ------
        BadInput
            If a register is not in the ledger.
        ContradictionError
            If the facts contradict each other.

        Examples
        --------
        >>> str(Ledger({"AF": 787, "KAA": 115}).only("AF"))
        '672–787'
        """
        others = tuple(other for other in self.registers if other != name)
        return self.ask(
            LedgerFact(Text(name, name), count=Bounds(0, None), inside=(name,), without=others)
        )

    def plain_sum(self, *names: str) -> Count:
        """Return the sum of the registers' sizes, which counts persons in two registers twice.

        Raises
        ------
        BadInput
            If a register is not in the ledger.
        ContradictionError
            If the facts contradict each other.
        """
        return sum(
            (self.ask(size(name, at_least=0)) for name in names or self.registers),
            start=Count(0, 0),
        )

    def explain(self, answer: Count, language: str = "sv") -> str:
        """Say in words what the bounds of an answer rest on, one sentence a line.

        Raises
        ------
        BadInput
            If the answer is not a count, or the language neither ``"sv"`` nor ``"en"``.

        Examples
        --------
        >>> ledger = Ledger({"AF": 787, "KAA": 115})
        >>> print(ledger.explain(ledger.union(), "en"))
        787–902:
        at least 787, because AF: 787
        at most 902, because AF: 787 and KAA: 115
        """
        if not isinstance(answer, Count):
            raise BadInput(message("counting/not-an-answer", value=answer))
        return "\n".join(
            [f"{answer.text(language)}:", *(item.say(language) for item in answer.basis)]
        )


def _core(size: int, rows: list[Row], *always: Row) -> list[int]:
    """Return positions of a smallest set of rows that (with ``always``) cannot hold; empty if all rows can."""
    if feasible(size, [*rows, *always]):
        return []
    kept = list(range(len(rows)))
    for index in range(len(rows)):
        fewer = [other for other in kept if other != index]
        if not feasible(size, [*(rows[other] for other in fewer), *always]):
            kept = fewer
    return kept
