"""Whole texts: a decision with its reasons, a rule with its dates and sources, allowances and duties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, Protocol

from dualib.conditions import Condition
from dualib.conditions.values import OneOf
from dualib.decisions.allowances import BenefitDayLimit, Limit
from dualib.language import Text, capital, check_language, written_date
from dualib.sources import Citation
from dualib.verdicts import UNKNOWN, VERDICT_WORDS
from dualib.vocabulary.facts import FACTS
from dualib.wording.limits import limit_words
from dualib.wording.phrases import (
    assumption_words,
    citation_words,
    flip_words,
    headline,
    reading_words,
    span_words,
    unknown_words,
)
from dualib.wording.tree import describe, explain, outline_text

if TYPE_CHECKING:
    from dualib.decisions.decision import Decision

__all__ = ["MOST_CHANGES", "RuleText", "Unclear", "decision_text", "rule_text"]

#: How many changes that would give another answer a text lists; the others are counted.
MOST_CHANGES: Final = 5

_IN_FORCE = Text("i kraft", "in force")


class Unclear(Protocol):
    """A wording that can be read in another way."""

    @property
    def text(self) -> Text:
        """What is unclear, and which side is taken."""
        ...


class RuleText(Protocol):
    """What :func:`rule_text` needs to know of a dated text."""

    @property
    def reading(self) -> str:
        """Whose text it is."""
        ...

    @property
    def condition(self) -> Condition:
        """The expression."""
        ...

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where it is."""
        ...

    @property
    def valid_from(self) -> date | None:
        """First day in force."""
        ...

    @property
    def valid_to(self) -> date | None:
        """Last day in force."""
        ...

    @property
    def note(self) -> Text | None:
        """What a reader must know."""
        ...

    @property
    def ambiguities(self) -> Sequence[Unclear]:
        """Wordings that can be read in another way."""
        ...

    @property
    def limits(self) -> Sequence[Limit | BenefitDayLimit]:
        """How long the measure may last."""
        ...


def _section(heading: Text, lines: Iterable[str], language: str) -> Iterator[str]:
    """Yield a heading and its lines, and nothing when there are no lines."""
    listed = list(lines)
    if listed:
        yield ""
        yield heading.say(language)
        yield from (f"- {line}" for line in listed)


#: What follows from the answer, by the kind of rule: most are decided on, some hold by themselves.
_DECIDED = Text("Myndigheten beslutar.", "The decision rests with the authority.")
_UNDECIDED = Text("Något beslut fattas inte.", "No decision is made.")
_FOLLOWS = {
    "guarantee": Text(
        "Den som omfattas ska erbjudas insatser; något beslut fattas inte.",
        "Those who are covered are to be offered measures; no decision is made.",
    ),
    "target group": _UNDECIDED,
    "contact": _UNDECIDED,
}


def decision_text(decision: Decision, language: str, *, kind: str = "programme") -> str:
    """Return a decision in words: the answer, the reasons, and what it rests on.

    Parameters
    ----------
    decision
        Any decision.
    language
        ``"sv"`` or ``"en"``; both texts have the same parts.
    kind
        The kind of the rule that made it.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> from datetime import date
    >>> from dualib import Person, programmes
    >>> decision = programmes.kaa.decide(Person(born=date(1996, 2, 29)), on=date(2015, 5, 31))
    >>> decision_text(decision, "en", kind=programmes.kaa.kind) == decision.text("en")
    True
    """
    check_language(language)
    outline = explain(decision.tree, decision.on, language, leap=decision.case.leap)
    parts: list[str] = [
        headline(
            decision.name,
            decision.verdict,
            decision.on,
            decision.reading,
            decision.judgements,
            language,
            kind=kind,
        ),
        "",
        Text("Skäl", "Reasons").say(language),
        outline_text(outline, language),
    ]
    if decision.verdict is not decision.tree.verdict:
        parts.append(
            Text(
                "Svaret är säkert fast enstaka uppgifter saknas: alla värden de kan ha ger samma svar.",
                "The answer is certain though some information is missing: every value it may have gives the same.",
            ).say(language)
        )
    assumed = (assumption_words(item, language) for item in decision.assumptions)
    parts += _section(Text("Antaganden", "Assumptions"), assumed, language)
    parts += _section(
        Text("Uppgifter som saknas", "What is missing"), _missing(decision, language), language
    )
    parts += _section(
        Text("Vad som skulle ändra svaret", "What would change the answer"),
        _flips(decision, language),
        language,
    )
    parts += _section(
        Text("När svaret ändras", "When the answer changes"), _changes(decision, language), language
    )
    parts += _section(
        Text("Andra läsningar", "Other readings"), _readings(decision, language), language
    )
    unclear = (item.say(language) for item in decision.ambiguities)
    parts += _section(
        Text("Oklar ordalydelse som påverkar svaret", "Unclear wording that matters here"),
        unclear,
        language,
    )
    notes = (f"{item.say(language).rstrip('.')}." for item in decision.notes)
    parts += _section(Text("Att veta om reglerna", "What to know about the rules"), notes, language)
    cited = [capital(citation_words(item, language)) for item in decision.citations]
    parts += _section(Text("Källor", "Sources"), cited, language)
    parts += [
        "",
        _formal(_FOLLOWS.get(kind, _DECIDED)).say(language),
    ]
    return "\n".join(parts)


def _formal(follows: Text) -> Text:
    return Text(
        f"Svaret gäller bara de formella villkoren. {follows.sv}",
        f"The answer is about the formal conditions only. {follows.en}",
    )


def _missing(decision: Decision, language: str) -> Iterator[str]:
    sure = [unknown_words(names, language) for names in decision.missing]
    maybe = [
        unknown_words(names, language)
        for names in decision.may_settle
        if names not in decision.missing
    ]
    for words in sure:
        yield Text(
            f"Uppgift {words} avgör frågan.",
            f"Information {words} settles the question.",
        ).say(language)
    for words in maybe:
        yield Text(
            f"Frågan kan avgöras med uppgift {words}.",
            f"The question can be settled by information {words}.",
        ).say(language)
    named = {name for names in (*decision.missing, *decision.may_settle) for name in names}
    for name in FACTS:
        if (
            name in named
            and decision.person.facts.get(name) is not None
            and decision.person.as_of is not None
        ):
            words, day = (
                FACTS[name].words.say(language),
                written_date(decision.person.as_of, language),
            )
            yield Text(
                f"En uppgift om {words} finns, men den gäller den {day} och inte prövningsdagen.",
                f"There is information on {words}, but it refers to {day} and not to the assessment "
                "date.",
            ).say(language)
    for text in decision.not_expressed if decision.verdict is UNKNOWN else ():
        yield Text(
            f"Detta villkor prövas inte här: {text.sv.rstrip('.')}.",
            f"This condition is not assessed here: {text.en.rstrip('.')}.",
        ).say(language)


def _flips(decision: Decision, language: str) -> Iterator[str]:
    exact = {atom.name for atom in decision.condition.atoms() if isinstance(atom, OneOf)}
    told = dict.fromkeys(flip_words(flip, language, exact=exact) for flip in decision.flips)
    yield from list(told)[:MOST_CHANGES]
    more = len(told) - MOST_CHANGES
    if more == 1:
        yield Text("Ytterligare en ändring räcker.", "One more change would be enough.").say(
            language
        )
    elif more > 1:
        yield Text(
            f"Ytterligare {more} ändringar räcker.", f"{more} more changes would be enough."
        ).say(language)


def _changes(decision: Decision, language: str) -> Iterator[str]:
    given = Text(
        "Om inget annat ändras och pågående perioder fortsätter",
        "If nothing else changes and ongoing periods go on",
    ).say(language)
    for stretch in decision.changes_on:
        day = written_date(stretch.first, language)
        if stretch.verdict is None:
            yield Text(
                f"Från och med den {day} finns ingen gällande text i denna läsning.",
                f"From {day} there is no text in force in this reading.",
            ).say(language)
        else:
            answer = VERDICT_WORDS[stretch.verdict].say(language)
            then = Text(
                f"svaret är {answer} från och med den {day}", f"the answer is {answer} from {day}"
            ).say(language)
            yield f"{given}: {then}."


def _readings(decision: Decision, language: str) -> Iterator[str]:
    for reading, verdict in decision.other_readings.items():
        whose = capital(reading_words(reading, language))
        if verdict is None:
            yield f"{whose}: {Text('gällde inte den dagen', 'not in force that day').say(language)}."
            continue
        differs = (
            ""
            if verdict is decision.verdict
            else Text(" (ett annat svar)", " (another answer)").say(language)
        )
        yield f"{whose}: {VERDICT_WORDS[verdict].say(language)}{differs}."


def rule_text(name: Text, versions: Sequence[RuleText], language: str) -> str:
    """Return the dated texts of a rule in words, each with its reading, dates, conditions and sources.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> from dualib.conditions import age
    >>> from dualib.sources import Confidence
    >>> from dualib.rules.versions import Version
    >>> place = Citation("SFS 2007:813", "5 §", Confidence.VERIFIED, date(2026, 11, 22))
    >>> young = Version(reading="sfs", condition=age(16, below=25), citations=(place,), valid_from=date(2011, 1, 1))
    >>> print(rule_text(Text("jobbgarantin", "the job guarantee"), [young], "en"))
    The job guarantee
    <BLANKLINE>
    Under the statute as worded, in force from 1 January 2011.
    The person has turned 16 but not 25.
    <BLANKLINE>
    Sources
    - SFS 2007:813, Section 5 (read in the source; last checked on 22 November 2026)
    """
    parts = [capital(name.say(language))]
    for version in versions:
        span = span_words(version.valid_from, version.valid_to, language)
        whose = capital(reading_words(version.reading, language))
        parts += [
            "",
            f"{whose}, {_IN_FORCE.say(language)} {span}.",
            outline_text(describe(version.condition, language), language),
        ]
        limits = [limit_words(limit, language) for limit in version.limits]
        parts += _section(Text("Längsta tid", "Longest time"), limits, language)
        unclear = [item.text.say(language) for item in version.ambiguities]
        parts += _section(Text("Oklar ordalydelse", "Unclear wording"), unclear, language)
        notes = [] if version.note is None else [version.note.say(language)]
        parts += _section(
            Text("Att veta om reglerna", "What to know about the rules"), notes, language
        )
        cited = [capital(citation_words(item, language)) for item in version.citations]
        parts += _section(Text("Källor", "Sources"), cited, language)
    return "\n".join(parts)
