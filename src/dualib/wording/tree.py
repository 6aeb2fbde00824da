"""The outline of a rule or a decision: one tree of lines, the same in both languages, that texts and pictures share."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date
from typing import Final, Literal

import attrs

from dualib.conditions import Condition, EventFinding, Reason
from dualib.conditions.base import All, Any, Not
from dualib.conditions.markers import AtEvent, Judgement, Named, NotExpressed
from dualib.dates import LeapBirthday, from_day, to_day
from dualib.language import Language, Text, capital, check_language
from dualib.verdicts import VERDICT_WORDS, Verdict
from dualib.wording.clauses import clause, denied_heading, event_heading, group_kind
from dualib.wording.english import ENGLISH
from dualib.wording.findings import Found, found
from dualib.wording.grammar import Grammar, lower
from dualib.wording.swedish import SWEDISH

__all__ = ["GRAMMARS", "Line", "LineKind", "describe", "explain", "outline_text"]

LineKind = Literal[
    "all", "any", "none", "not_all", "event", "not", "atom", "judgement", "not_expressed"
]

GRAMMARS: Final[dict[Language, Grammar]] = {"sv": SWEDISH, "en": ENGLISH}

_JUDGED = Text("bedöms", "judged")


@attrs.frozen
class Line:
    """One line of an outline, with the lines under it.

    Attributes
    ----------
    kind
        How the lines under it are joined (``"all"``, ``"any"``, ``"none"``, ``"not_all"``), asked about the day of an
        ``"event"``, or denied (``"not"``); or what sort of condition this is.
    text
        A whole sentence, or a heading that ends with a colon.
    label
        The same in fewer words, for a picture.
    verdict
        The answer; None where only the rule is shown, and for what the authority judges.
    found
        What was found about the person, as whole sentences; empty if there is nothing to add.
    children
        The lines under it.

    Examples
    --------
    >>> from dualib.conditions import age, has
    >>> outline = describe(age(16) & has("newly_arrived"), "en")
    >>> outline.kind, [line.kind for line in outline.children]
    ('all', ['atom', 'atom'])
    """

    kind: LineKind
    text: str
    label: str
    verdict: Verdict | None = None
    found: str = ""
    children: tuple[Line, ...] = ()

    def walk(self) -> Iterator[Line]:
        """Yield this line and all under it, depth first.

        >>> [line.kind for line in Line("all", "", "", children=(Line("atom", "", ""),)).walk()]
        ['all', 'atom']
        """
        yield self
        for child in self.children:
            yield from child.walk()


@attrs.frozen
class _Teller:
    """Tells a condition, with the reasons of a decision if there is one."""

    grammar: Grammar
    leap: LeapBirthday = LeapBirthday.FEBRUARY_28

    def line(
        self, told: Condition | Reason, on: date | None, holds: bool = True, name: str = ""
    ) -> Line:
        """Return the line of a condition or a reason, or of its opposite."""
        condition = told.condition if isinstance(told, Reason) else told
        parts: tuple[Condition | Reason, ...] = (
            told.parts if isinstance(told, Reason) else condition.parts
        )
        if isinstance(condition, Not):
            return self.line(parts[0], on, not holds, name)
        if isinstance(condition, Named) and holds:
            return self.line(
                parts[0], on, True, f"{name}{condition.name.say(self.grammar.language)}: "
            )
        verdict = _verdict(told, holds)
        if isinstance(condition, Named):
            inner = self.line(parts[0], on)
            return self._headed(
                "not", denied_heading(condition.name, self.grammar), "", name, verdict, "", (inner,)
            )
        if isinstance(condition, AtEvent):
            return self._at_event(condition, told, parts[0], on, holds, name)
        if isinstance(condition, (All, Any)):
            kind: LineKind
            if isinstance(condition, All):
                kind = "all" if holds else "not_all"
            else:
                kind = "any" if holds else "none"
            children = tuple(self.line(part, on) for part in parts)
            group = group_kind(kind, len(parts))
            heading, label = self.grammar.groups[group], self.grammar.labels[group]
            return self._headed(kind, heading, label, name, verdict, "", children)
        return self._atom(condition, told, on, holds, name)

    def _headed(
        self,
        kind: LineKind,
        heading: str,
        label: str,
        name: str,
        verdict: Verdict | None,
        about: str,
        children: tuple[Line, ...],
    ) -> Line:
        label = label or self._short(heading)
        return Line(
            kind, _after(name, f"{heading}:"), _after(name, label), verdict, about, children
        )

    def _at_event(
        self,
        condition: AtEvent,
        told: Condition | Reason,
        part: Condition | Reason,
        on: date | None,
        holds: bool,
        name: str,
    ) -> Line:
        about = ""
        if isinstance(told, Reason) and on is not None:
            finding = told.finding
            assert isinstance(finding, EventFinding)
            about = found(condition, self.grammar, Found(finding, on, self.leap, holds))
            if finding.day is None or finding.day > to_day(on):
                part = (
                    condition.condition
                )  # what would have held on a day that is not there says nothing
            else:
                on = from_day(finding.day)
        children = (self.line(part, on),)
        return self._headed(
            "event",
            event_heading(condition.event, self.grammar, holds),
            "",
            name,
            _verdict(told, holds),
            about,
            children,
        )

    def _atom(
        self,
        condition: Condition,
        told: Condition | Reason,
        on: date | None,
        holds: bool,
        name: str,
    ) -> Line:
        sentence = clause(condition, self.grammar, holds)
        about = ""
        if isinstance(told, Reason) and on is not None and told.finding is not None:
            about = found(condition, self.grammar, Found(told.finding, on, self.leap, holds))
        kind: LineKind = "atom"
        if isinstance(condition, Judgement):
            kind = "judgement"
        elif isinstance(condition, NotExpressed):
            kind = "not_expressed"
        verdict = None if kind == "judgement" else _verdict(told, holds)
        return Line(
            kind, _after(name, f"{sentence}."), _after(name, self._short(sentence)), verdict, about
        )

    def _short(self, sentence: str) -> str:
        return capital(sentence.removeprefix(self.grammar.subject))


def _after(name: str, words: str) -> str:
    return f"{capital(name)}{lower(words)}" if name else words


def _verdict(told: Condition | Reason, holds: bool) -> Verdict | None:
    if not isinstance(told, Reason):
        return None
    return told.verdict if holds else ~told.verdict


def describe(condition: Condition, language: str) -> Line:
    """Return a rule in words, as an outline.

    Parameters
    ----------
    condition
        Any condition.
    language
        ``"sv"`` or ``"en"``; both give outlines of the same shape.

    Returns
    -------
    Line
        See :func:`outline_text` for the outline as text.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``, or there are no words for a condition of some sort.

    Examples
    --------
    >>> from dualib.conditions import age
    >>> describe(age(16, below=25), "en").text
    'The person has turned 16 but not 25.'
    """
    return _Teller(GRAMMARS[check_language(language)]).line(condition, None)


def explain(
    reason: Reason, on: date, language: str, *, leap: LeapBirthday = LeapBirthday.FEBRUARY_28
) -> Line:
    """Return the reasons of a decision in words, as an outline with answers and what was found.

    Parameters
    ----------
    reason
        The root of the reasons.
    on
        The day asked about.
    language
        ``"sv"`` or ``"en"``.
    leap
        When a person born on 29 February attains an age in common years.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``, or there are no words for a condition of some sort.

    Examples
    --------
    >>> from dualib.conditions import Case, age
    >>> from dualib.dates import to_day
    >>> from dualib.person import Person
    >>> on = date(2015, 5, 31)
    >>> case = Case(Person(born=date(1997, 3, 12)), to_day(on))
    >>> explain(age(16, below=25).reason(case), on, "en").found
    'Born on 12 March 1997: turned 16 on 12 March 2013 and turns 25 on 12 March 2022.'
    """
    return _Teller(GRAMMARS[check_language(language)], leap).line(reason, on)


def outline_text(line: Line, language: str, *, width: int = 100) -> str:
    """Return an outline as numbered text: each condition can be named, as in "condition 2.1".

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> from dualib.conditions import age, has
    >>> print(outline_text(describe(age(16, below=30) & has("disability_code"), "en"), "en"))
    The person meets both of these conditions:
      1 The person has turned 16 but not 30.
      2 The person has a disability code at Arbetsförmedlingen.
    """
    return "\n".join(_written(line, check_language(language), width, "", ""))


def _written(line: Line, language: Language, width: int, number: str, indent: str) -> Iterator[str]:
    mark = _mark(line, language)
    lead = f"{number} " if number else ""
    text = f"{mark}{line.text}"
    hanging = indent + " " * len(lead)
    yield from _wrapped(text, width, indent + lead, hanging)
    if line.found:
        yield from _wrapped(line.found, width, hanging, hanging)
    for index, child in enumerate(line.children, 1):
        yield from _written(
            child, language, width, f"{number}.{index}" if number else f"{index}", f"{indent}  "
        )


def _mark(line: Line, language: Language) -> str:
    if line.verdict is not None:
        return f"[{VERDICT_WORDS[line.verdict].say(language)}] "
    return f"[{_JUDGED.say(language)}] " if line.kind == "judgement" else ""


def _wrapped(text: str, width: int, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        text,
        width=max(width, len(rest) + 40),
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
