"""Phrases that decisions, rules and reports share: readings, headlines, assumptions, changes of the answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from dualib.conditions import Assumption
from dualib.decisions.changes import Flip
from dualib.errors import BadInput
from dualib.language import Text, capital, check_language, listing, written_date
from dualib.local_folders import headings
from dualib.messages import message
from dualib.sources import Citation, Confidence
from dualib.verdicts import VERDICT_WORDS, Verdict
from dualib.vocabulary.facts import FACTS, NEVER, FactValue, Kind, Status, Track
from dualib.wording.english import ENGLISH
from dualib.wording.grammar import value_words
from dualib.wording.places import english_place
from dualib.wording.swedish import SWEDISH

__all__ = [
    "assumption_words",
    "citation_words",
    "fact_clause",
    "flip_words",
    "headline",
    "reading_name",
    "reading_words",
    "span_words",
    "unknown_words",
]


def _agreement(name: str) -> Text:
    """Return an agreement by its municipalities; by its id where it is not a packaged one."""
    names = headings(name).get("municipality", (capital(name),))
    return Text(listing([*names], "sv"), listing([*names], "en"))


def reading_name(reading: str) -> Text:
    """Return whose text is read, as a noun.

    Examples
    --------
    >>> reading_name("sfs").en, reading_name("agreement:kalmar").sv
    ('the statute as worded', 'överenskommelsen för Kalmar')
    """
    kind, _, name = reading.partition(":")
    if kind == "agreement":
        words = _agreement(name)
        return Text(f"överenskommelsen för {words.sv}", f"the agreement of {words.en}")
    known = {
        "dua": Text("den gemensamma DUA-modellen", "the shared DUA model"),
        "sfs": Text("författningens lydelse", "the statute as worded"),
    }
    return known.get(kind, Text(f"läsningen {reading}", f"the reading {reading}"))


def reading_words(reading: str, language: str) -> str:
    """Say whose text is read, within a sentence.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> reading_words("dua", "sv"), reading_words("agreement:kalmar", "en")
    ('enligt den gemensamma DUA-modellen', 'under the agreement of Kalmar')
    """
    name = reading_name(reading)
    return Text(f"enligt {name.sv}", f"under {name.en}").say(language)


#: What a person does when the answer is yes, and does not, by the kind of rule.
_MEETS = (
    Text("uppfyller de formella villkoren för", "meets the formal conditions for"),
    Text("uppfyller inte de formella villkoren för", "does not meet the formal conditions for"),
)
_ANSWERS = {
    "guarantee": (
        Text("omfattas av", "is covered by"),
        Text("omfattas inte av", "is not covered by"),
    ),
    "target group": (
        Text("hör till", "belongs to"),
        Text("hör inte till", "does not belong to"),
    ),
}


def headline(
    name: Text,
    verdict: Verdict | None,
    on: date,
    reading: str,
    judgements: Sequence[Text],
    language: str,
    *,
    kind: str = "programme",
) -> str:
    """Say the answer in one or two sentences: never a right, always the formal conditions and the reading.

    Parameters
    ----------
    name
        The rule's name, as it is within a sentence.
    verdict
        The answer; None where the rule is not in force.
    on
        The day asked about.
    reading
        ``"dua"``, ``"sfs"`` or ``"agreement:<name>"``.
    judgements
        What the authority judges besides.
    language
        ``"sv"`` or ``"en"``.
    kind
        The rule's kind: a guarantee covers, and to a target group one belongs.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> headline(Text("traineejobb", "trainee jobs"), Verdict.YES, date(2015, 5, 31), "dua", (), "en")
    'The person meets the formal conditions for trainee jobs on 31 May 2015, under the shared DUA model.'
    """
    what, day, reads = (
        name.say(language),
        written_date(on, language),
        reading_words(reading, language),
    )
    if verdict is None:
        return Text(
            f"Det finns ingen gällande text om {what} den {day}, {reads}.",
            f"No text on {what} is in force on {day}, {reads}.",
        ).say(language)
    yes, no = _ANSWERS.get(kind, _MEETS)
    of = Text(f"{what} den {day}, {reads}", f"{what} on {day}, {reads}")
    if verdict is Verdict.NO:
        return Text(f"Personen {no.sv} {of.sv}.", f"The person {no.en} {of.en}.").say(language)
    if verdict is Verdict.UNKNOWN:
        text = Text(
            f"Det kan inte avgöras om personen {yes.sv} {of.sv}.",
            f"It cannot be determined whether the person {yes.en} {of.en}.",
        )
    else:
        text = Text(f"Personen {yes.sv} {of.sv}.", f"The person {yes.en} {of.en}.")
    if not judgements:
        return text.say(language)
    judged = "; ".join(item.say(language).rstrip(".") for item in judgements)
    return text.say(language) + Text(
        f" Svaret gäller med förbehåll för myndighetens bedömning av följande: {judged}.",
        f" The answer is subject to the authority's judgement of the following: {judged}.",
    ).say(language)


def span_words(first: date | None, last: date | None, language: str) -> str:
    """Say from when to when, both days included; None leaves a side open.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> span_words(date(2015, 1, 1), None, "sv"), span_words(None, date(2015, 1, 1), "en")
    ('från och med den 1 januari 2015', 'up to and including 1 January 2015')
    """
    parts = []
    if first is not None:
        day = written_date(first, language)
        parts.append(Text(f"från och med den {day}", f"from {day}").say(language))
    if last is not None:
        day = written_date(last, language)
        english_words = (
            f"to {day}, both included" if first is not None else f"up to and including {day}"
        )
        parts.append(Text(f"till och med den {day}", english_words).say(language))
    return " ".join(parts) or Text("utan angivna datum", "without stated dates").say(language)


def unknown_words(names: Iterable[str], language: str) -> str:
    """Name facts, and tracks (``"track:work"``), so that it fits after "information".

    Raises
    ------
    BadInput
        If a name is neither a fact nor a track, or the language neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> unknown_words(["track:work", "born"], "sv")
    'om födelsedatum och dag för dag om arbete och arbetslöshet'
    """
    given = set(names)
    facts = [name for name in FACTS if name in given]
    tracks = [track for track in Track if f"track:{track.value}" in given]
    known = {*facts, *(f"track:{track.value}" for track in tracks)}
    if given - known:
        raise BadInput(
            message("wording/neither-fact-nor-track", names=tuple(sorted(given - known)))
        )
    about = Text("om {}", "on {}").say(language)
    parts = []
    if facts:
        words = [FACTS[name].words.say(language) for name in facts]
        parts.append(about.format(listing(words, language)))
    if tracks:
        days = listing([about.format(track.words.say(language)) for track in tracks], language)
        parts.append(Text(f"dag för dag {days}", f"day by day {days}").say(language))
    return listing(parts, language)


def fact_clause(name: str, value: FactValue, language: str, *, exact: bool = True) -> str:
    """Say that a fact has a value, as a sentence without capital and point.

    ``exact=False`` says only that there is a code, not which one.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> fact_clause("school_duty_done", False, "en"), fact_clause("born", date(1996, 2, 29), "sv")
    ('the person has not completed compulsory schooling', 'personen föddes den 29 februari 1996')
    """
    about = FACTS[name]
    who = Text("personen", "the person").say(language)
    whose = Text("personens", "the person's").say(language)
    words = about.words.say(language)
    if about.kind is Kind.DATE:
        happened = (about.no if value is NEVER else about.yes) or about.words
        if not isinstance(value, date):
            return f"{who} {happened.say(language)}"
        day = written_date(value, language)
        return Text(f"{who} {happened.sv} den {day}", f"{who} {happened.en} on {day}").say(language)
    if about.kind is Kind.NUMBER:
        return Text(f"antalet {words} är {value}", f"the number of {words} is {value}").say(
            language
        )
    if isinstance(value, bool) or (about.kind is Kind.CODE and not exact):
        clause = about.no if value is False else about.yes
        assert clause is not None
        return f"{who} {clause.say(language)}"
    shown = value_words(name, value, language)
    return f"{whose} {words} {Text('är', 'is').say(language)} {shown}"


def assumption_words(assumption: Assumption, language: str) -> str:
    """Say what an answer rests on that nobody knows.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> assumption_words(Assumption("assumed", "sentenced_to_prison", False), "en")
    'It is assumed, not known, that the person is under neither release measures nor the first year of probation.'
    """
    if assumption.kind == "assumed":
        clause = fact_clause(assumption.name, assumption.value, language)
        return Text(
            f"Detta är antaget, inte känt: {clause}.", f"It is assumed, not known, that {clause}."
        ).say(language)
    words = FACTS[assumption.name].words.say(language)
    if assumption.day is None:
        return Text(
            f"Detta är antaget, inte känt: uppgiften om {words} gäller på prövningsdagen.",
            f"It is assumed, not known, that the information on {words} holds on the assessment "
            "date.",
        ).say(language)
    day = written_date(assumption.day, language)
    return Text(
        f"Detta är antaget, inte känt: uppgiften om {words} är oförändrad sedan den {day}.",
        f"It is assumed, not known, that the information on {words} is unchanged since {day}.",
    ).say(language)


def _subordinate(clause: str) -> str:
    """Move "inte" before the verb, where a Swedish subordinate clause has it."""
    return re.sub(r"^personen (\S+) inte ", r"personen inte \1 ", clause)


def flip_words(flip: Flip, language: str, *, exact: Iterable[str] = ()) -> str:
    """Say a change that would give the opposite answer.

    ``exact`` names the codes of which the very number matters.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> flip_words(Flip((("disability_code", 11),), Verdict.YES), "en")
    'The answer becomes yes if the person has a disability code at Arbetsförmedlingen.'
    """
    told = set(exact)
    clauses = []
    for name, value in flip.changes:
        if not name.startswith("days:"):
            clause = fact_clause(name, value, language, exact=name in told)
            clauses.append(_subordinate(clause) if language == "sv" else clause)
            continue
        words = Status(name.removeprefix("days:")).words
        sv, en = SWEDISH.perfect(words.sv), ENGLISH.perfect(words.en)
        if value is True:
            said = Text(f"personen har {sv} varje dag", f"the person has {en} every day")
        else:
            said = Text(
                f"personen inte har {sv} någon av dagarna",
                f"the person has not {en} on any of those days",
            )
        clauses.append(said.say(language))
    answer = VERDICT_WORDS[flip.verdict].say(language)
    joined = Text(", och ", ", and ").say(language).join(clauses)
    return Text(
        f"Svaret blir {answer} om {joined}.", f"The answer becomes {answer} if {joined}."
    ).say(language)


def citation_words(citation: Citation, language: str) -> str:
    """Say where a text is and how sure that is.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> from dualib.sources import Confidence
    >>> place = Citation("SFS 2007:813", "5 §", Confidence.VERIFIED, date(2026, 11, 22))
    >>> citation_words(place, "en")
    'SFS 2007:813, Section 5 (read in the source; last checked on 22 November 2026)'
    """
    check_language(language)
    place = english_place(citation.place) if language == "en" else citation.place
    looked = f"({citation.confidence.words.say(language)})"
    if citation.confidence not in (Confidence.MEMORY, Confidence.PROJECT):
        day = written_date(citation.verified_on, language)
        seen = Text(f"senast kontrollerad den {day}", f"last checked on {day}").say(language)
        looked = f"({citation.confidence.words.say(language)}; {seen})"
    if citation.kind == "project":
        return f"{Text('den gemensamma modellen', 'the shared model').say(language)} {looked}"
    if citation.kind == "agreement":
        of = _agreement(citation.source)
        where = Text(f"överenskommelsen för {of.sv}", f"the agreement of {of.en}").say(language)
        return f"{where}, {place} {looked}"
    return f"{attrs.evolve(citation, place=place)} {looked}"
