"""Which unknown facts, and which days that nobody observed, keep most answers open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from dualib.conditions import Condition
from dualib.conditions.markers import AtEvent
from dualib.conditions.spans import FIRST_DAY
from dualib.conditions.windows import WindowAtom
from dualib.decisions.question import Asking
from dualib.engine.answer import AskedCondition, Question, look_into
from dualib.engine.bitmaps import NOBODY, Answers, Bits, flags, packed
from dualib.engine.question import asked_view
from dualib.engine.rows import Rows
from dualib.engine.view import View
from dualib.evaluation.one_rule import rule_verdicts, versions_by_day
from dualib.language import Text
from dualib.register import Register
from dualib.rules.rule import Rule
from dualib.vocabulary.facts import FACTS, FactValue, Track

__all__ = ["UnknownCause", "unknown_causes"]

Who = npt.NDArray[np.bool_]


class UnknownCause(NamedTuple):
    """A fact, or a track of days (``"track:work"``), and for how many persons it keeps the answer open.

    >>> UnknownCause("born", Text("född", "born"), 3).persons
    3
    """

    fact: str
    words: Text
    persons: int


def unknown_causes(
    register: Register,
    rule: Rule,
    *,
    on: date | npt.NDArray[Any],
    assume: Mapping[str, FactValue] | None = None,
    reading: str | None = None,
    assume_unchanged: bool = False,
) -> tuple[UnknownCause, ...]:
    """Tell which unknown facts leave most persons without an answer, the largest first.

    A person counts for a fact when the answer is open, the fact is unknown on the day, and some condition that reads it
    is itself open: not where another part of the rule has settled the matter. Days that were not observed count
    likewise, for each track. One person may count for several facts, so the numbers do not add up to a total.

    Parameters
    ----------
    register
        The persons.
    rule
        The rule asked about.
    on
        The day asked about; or a ``datetime64`` array with one day a person.
    assume
        Facts assumed where they are unknown: they cause nothing.
    reading
        Whose text; the rule's default if left out.
    assume_unchanged
        Whether facts known as of another day count as unchanged.

    Returns
    -------
    tuple of UnknownCause
        ``(fact, words, persons)``; facts that keep nothing open are left out. Of equal numbers, facts go before tracks.

    Raises
    ------
    NotInForceError
        If the reading has no text in force on some day asked about.

    Examples
    --------
    >>> from dualib.programmes import jobbgaranti
    >>> register = Register.from_frames({"born": ["1996-02-29", "1996-03-01", ""]})
    >>> causes = unknown_causes(register, jobbgaranti, on=date(2015, 5, 31), assume={"disability_code": False})
    >>> causes[0].words.en, causes[0].persons, causes[-1].fact, causes[-1].persons
    ('participation in introduction to working life', 3, 'born', 1)
    """
    asking = Asking(on, reading, assume, assume_unchanged)
    verdicts = rule_verdicts(rule, register, asking)
    view = asked_view(register, asking)
    found: dict[str, Who] = {}
    for version, rows in versions_by_day(rule, view.on, reading):
        assert version is not None  # rule_verdicts() has raised otherwise
        _mark(
            version.condition,
            view,
            verdicts == 0 if rows is None else (verdicts == 0) & rows,
            found,
        )
    causes = [UnknownCause(name, _words(name), int(who.sum())) for name, who in found.items()]
    return tuple(
        sorted(
            (cause for cause in causes if cause.persons),
            key=lambda cause: (-cause.persons, cause.fact not in FACTS, cause.fact),
        )
    )


def _words(name: str) -> Text:
    if name in FACTS:
        return FACTS[name].words
    track = Track(name.removeprefix("track:")).words
    return Text(
        f"dagar som inte har observerats: {track.sv}", f"days that were not observed: {track.en}"
    )


def _mark(condition: Condition, view: View, among: Who, found: dict[str, Who]) -> None:
    """Mark among whom each fact and track keeps the answer open, by way of conditions that are open themselves."""
    if not among.any():
        return
    question = Question.of(view, [AskedCondition(condition, np.empty(0, np.int8), among)])
    plan = question.plan
    events = {
        node.condition: np.zeros(view.size, np.bool_)
        for node in plan.nodes
        if isinstance(node.condition, AtEvent)
    }
    for name in condition.reads:
        found.setdefault(name, np.zeros(view.size, np.bool_))

    def look(rows: Rows, known: dict[int, Answers]) -> None:
        def add(name: str, bits: Bits) -> None:
            if bits.any():
                found[name][rows.where] |= flags(bits, rows.size)

        asked = {plan.roots[0]: packed(among[rows.where])}
        for number in range(plan.roots[0], -1, -1):  # what a condition is a part of comes after it
            here = asked.get(number, NOBODY) & known[number].open
            if not here.any():
                continue
            node = plan.nodes[number]
            if isinstance(node.condition, WindowAtom):
                for name in node.condition.reads:
                    add(
                        name,
                        here & _unseen(node.condition, Track(name.removeprefix("track:")), rows),
                    )
            elif isinstance(node.condition, AtEvent):
                unknown = rows.unknown(node.condition.event)
                add(node.condition.event, here & unknown)
                events[node.condition][rows.where] = flags(here & ~unknown, rows.size)
            elif node.parts:
                for part in node.parts:
                    asked[part] = asked.get(part, NOBODY) | here
            else:
                for name in node.condition.reads:
                    add(name, here & rows.unknown(name))

    look_into(question, look)
    for event, who in events.items():
        assert isinstance(event, AtEvent)
        day = np.where(who, view.column(event.event), view.on).astype(np.int32)
        _mark(event.condition, view.at(day), who, found)


def _unseen(atom: WindowAtom, track: Track, rows: Rows) -> Bits:
    """Return for whom some day that the window can reach was not observed on the track."""
    first, last = rows.by_day(atom.span)
    if (
        atom.skipping is not None
    ):  # skipped days lengthen the window backwards, nobody knows how far
        first = FIRST_DAY
    seen_first, seen_last = map(rows.part, rows.view.register.observed[track])
    return packed(np.asarray((seen_first > first) | (seen_last < last)))
