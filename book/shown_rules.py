"""What the page of a rule shows, all of it asked of the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import shown
import yaml

import dualib
from dualib import Rule, Version
from dualib.analysis import SourceEntry, registry
from dualib.conditions import Exactness
from dualib.dates import birthday
from dualib.decisions import BoundaryCase, truth_table
from dualib.language import Language, Text, capital, listing, written_date
from dualib.local_agreements import Stance
from dualib.programmes import PROGRAMMES
from dualib.sources import Confidence, NotInSource
from dualib.verdicts import VERDICT_WORDS
from dualib.vocabulary import FACTS, NEVER, FactValue, Kind
from dualib.wording import (
    Line,
    citation_words,
    describe,
    fact_clause,
    limit_words,
    reading_words,
    span_words,
)

ON = date(2015, 5, 31)
SENTENCES = yaml.safe_load((Path(__file__).parent / "rules.yml").read_text("utf-8"))
UNKNOWN = Text("okänt", "unknown")


def sentence(rule: Rule, language: Language) -> str:
    """Return the rule in one sentence; its numbers must stand in the rule itself.

    Raises
    ------
    ValueError
        If the sentence has a number that the rule does not have.
    """
    said: str = SENTENCES[rule.id][language]
    told = set(
        re.findall(
            r"\d+", " ".join(rule.describe(language, reading=name) for name in rule.readings)
        )
    )
    if wrong := set(re.findall(r"\d+", said)) - told:
        raise ValueError(
            f"rules.yml: {rule.id} says {', '.join(sorted(wrong))}, which the rule does not"
        )
    return said


def main_version(rule: Rule) -> tuple[Version, date]:
    """Return the text that a page begins with, and a day on which it is in force."""
    version = rule.version_or_none(ON)
    return (version, ON) if version else (rule.texts()[-1], first_day(rule.texts()[-1]))


def first_day(version: Version) -> date:
    """Return a day on which a text is in force: its first one."""
    return version.valid_from or version.valid_to or ON


def page(rule: Rule, language: Language) -> dict[str, Any]:
    """Return what the page of a rule shows."""
    version, on = main_version(rule)
    cases = rule.boundary_cases(on, version.reading)
    base = next(case for case in cases if case.varied == "")
    decision = rule.decide(base.person, on=on, reading=version.reading)
    return {
        "rule": rule,
        "sentence": sentence(rule, language),
        "on": on,
        "reading": version.reading,
        "status": [status(rule, reading, language) for reading in rule.readings],
        "text": text(rule, version, on, language),
        "outline": outline(version, language),
        "diagram": rule.diagram(language, on=on, reading=version.reading),
        "texts": [
            (
                heading(other, language),
                outline(other, language),
                text(rule, other, first_day(other), language),
            )
            for other in rule.versions
            if other is not version
        ],
        "borders": list(borders(cases, on, language)),
        "decision": decision.text(language),
        "stances": stance_rows(rule, language),
    }


def status(rule: Rule, reading: str, language: Language) -> tuple[str, str, str]:
    """Return whose reading, from when to when it has texts, and when its sources were last looked at."""
    texts = rule.texts(reading)
    looked = [
        citation.verified_on
        for version in texts
        for citation in version.citations
        if citation.confidence not in (Confidence.MEMORY, Confidence.PROJECT)
    ]
    seen = Text("inte kontrollerad mot en källa", "not checked against a source").say(language)
    if looked:
        day = written_date(max(looked), language)
        seen = Text(f"senast kontrollerad den {day}", f"last looked at on {day}").say(language)
    span = span_words(texts[0].valid_from, texts[-1].valid_to, language)
    return capital(reading_words(reading, language)), span, seen


def heading(version: Version, language: Language) -> str:
    """Return whose text it is and when it is in force."""
    span = span_words(version.valid_from, version.valid_to, language)
    return f"{capital(reading_words(version.reading, language))}, {span}"


def text(rule: Rule, version: Version, on: date, language: Language) -> dict[str, Any]:
    """Return what there is to know of one dated text, and the file with its truth table."""
    cases = rule.boundary_cases(on, version.reading)
    header, rows = truth_table(rule.id, on, cases)
    name = f"{rule.id}-{version.reading.replace(':', '-')}-{first_day(version)}.csv"
    return {
        "sources": [capital(citation_words(citation, language)) for citation in version.citations],
        "note": "" if version.note is None else version.note.say(language),
        "ambiguities": [ambiguity.text.say(language) for ambiguity in version.ambiguities],
        "limits": [limit_words(limit, language) for limit in version.limits],
        "exactness": exactness_words(rule, version, on, language),
        "cases": len(cases),
        "file": shown.write_table(name, header, rows),
    }


def exactness_words(rule: Rule, version: Version, on: date, language: Language) -> str:
    """Say whether the answers say all that can be said."""
    found = rule.exactness(on, version.reading)
    if found.exact and found.facts:
        facts = listing(
            [FACTS[name].words.say(language) if name in FACTS else name for name in found.facts],
            language,
        )
        return Text(
            f"Svaren är exakta: saknas uppgift om {facts} prövas vart och ett av de {found.cases} fall som regeln "
            "skiljer på.",
            f"The answers are exact: where {facts} is missing, each of the {found.cases} cases that the rule tells "
            "apart is tried.",
        ).say(language)
    if found.exact:
        return Text(
            "Svaren är exakta: okänt betyder att de uppgifter som saknas verkligen kan ändra svaret.",
            "The answers are exact: unknown means that the missing information can really change the answer.",
        ).say(language)
    return capital(found.words.say(language)) + "."


def outline(version: Version, language: Language) -> str:
    """Return the conditions of a text as a numbered outline."""
    return "\n".join(lines(describe(version.condition, language)))


def lines(line: Line, number: str = "") -> Iterator[str]:
    """Yield the lines of an outline as a list in lists, each condition with its number."""
    if not number:
        yield f"{line.text}\n"
        if line.children:
            yield "{.conditions}"
    else:
        yield f"{'  ' * (number.count('.') - 1)}- **{number.rstrip('.')}** {line.text}"
    for index, child in enumerate(line.children, start=1):
        yield from lines(child, f"{number}{index}.")


def person_clauses(case: BoundaryCase, language: Language) -> list[str]:
    """Say who a made-up person is: each fact, and each spell of days."""
    clauses = [
        capital(fact_clause(name, value, language)) + "."
        for name, value in case.person.facts.items()
        if value is not None
    ]
    for spell in case.person.spells:
        what = listing([status.words.say(language) for status in spell.statuses], language)
        assert isinstance(spell.end, date)
        span = span_words(spell.start, spell.end, language)
        if spell.start == spell.end:
            day = written_date(spell.start, language)
            span = Text(f"den {day}", f"on {day}").say(language)
        clauses.append(Text(f"Personen {what} {span}.", f"The person {what} {span}.").say(language))
    if not case.person.spells:
        clauses.append(
            Text(
                "Personen har inga dagar av något slag.", "The person has no days of any kind."
            ).say(language)
        )
    return clauses


def borders(
    cases: Sequence[BoundaryCase], on: date, language: Language
) -> Iterator[tuple[list[str], list[shown.Row]]]:
    """Yield the borders that a reader wants to see, each fact varied once, with the person they are varied from.

    A fact is varied from the person of the first way to YES that asks for it. Of later persons only what differs from
    the first one is told.
    """
    bases = {case.route: case for case in cases if not case.varied}
    chosen: dict[str, int] = {}
    found: dict[int, list[shown.Row]] = {}
    for case in cases:
        if case.varied and chosen.setdefault(case.varied, case.route) == case.route:
            assert case.verdict is not None
            answer = f"**{VERDICT_WORDS[case.verdict].say(language)}**"
            row = [
                varied_words(case, cases, bases[case.route], language),
                value_words(case, on, language),
                answer,
            ]
            found.setdefault(case.route, []).append(row)
    first: list[str] = []
    for route, rows in found.items():
        clauses = person_clauses(bases[route], language)
        yield [clause for clause in clauses if clause not in first], rows
        first = first or clauses


def varied_words(
    case: BoundaryCase, cases: Sequence[BoundaryCase], base: BoundaryCase, language: Language
) -> str:
    """Name what was varied: a fact, or the days that are others than those of the person varied from."""
    if case.varied in FACTS:
        return capital(FACTS[case.varied].words.say(language))
    alike = [
        other
        for other in cases
        if (other.route, other.varied) == (case.route, case.varied) and other.value != "unknown"
    ]
    varied = [
        spell
        for spell in base.person.spells
        if any(spell not in other.person.spells for other in alike)
    ]
    statuses = dict.fromkeys(
        status for spell in varied or base.person.spells for status in spell.statuses
    )
    nouns = listing([status.noun.say(language) for status in statuses], language)
    return Text(f"Dagar med {nouns}", f"Days with {nouns}").say(language)


def value_words(case: BoundaryCase, on: date, language: Language) -> str:
    """Say the value that was tried."""
    if case.value == "unknown" or case.varied not in FACTS:
        return UNKNOWN.say(language) if case.value == "unknown" else case.value
    value = case.person.facts[case.varied]
    if case.varied == "born" and isinstance(value, date):
        years = on.year - value.year
        years -= birthday(value, years) > on
        age = Text(f"{years} år", f"aged {years}").say(language)
        return f"{written_date(value, language)} ({age})"
    return fact_value(case.varied, value, language)


def fact_value(name: str, value: FactValue, language: Language) -> str:
    """Say the value of a fact."""
    if isinstance(value, date):
        return written_date(value, language)
    if value is NEVER:
        return Text("aldrig", "never").say(language)
    if isinstance(value, bool):
        return Text("ja", "yes").say(language) if value else Text("nej", "no").say(language)
    about = FACTS[name]
    if about.kind is Kind.CATEGORY and about.categories:
        return about.categories[str(value)].say(language)
    return str(value)


def stance_rows(rule: Rule, language: Language) -> list[shown.Row]:
    """Return what each agreement says of the rule, where it says anything."""
    rows = []
    for agreement in dualib.agreements():
        stance = agreement.stance(rule)
        if stance is not Stance.SILENT:
            links = [shown.municipality_link(place, language) for place in agreement.municipalities]
            rows.append(
                [
                    listing(links, language),
                    capital(stance.words.say(language)),
                    agreement.stance_place(rule) or "",
                ]
            )
    return rows


def overview(language: Language) -> dict[str, Any]:
    """Return what the overview of all rules shows."""
    rows = []
    for rule in PROGRAMMES:
        texts = rule.texts()
        rows.append(
            [
                f"[{capital(rule.name.say(language))}]({rule.id}.md)",
                sentence(rule, language),
                span_words(texts[0].valid_from, texts[-1].valid_to, language),
            ]
        )
    return {"rows": rows}


SORTS = {
    "programme": Text("nationell regel", "national rule"),
    "target group": Text("målgrupp", "target group"),
    "offer": Text("insats", "offer"),
}


def registry_page(language: Language) -> dict[str, Any]:
    """Return what the register of all rules and offers shows: a row for each source of each dated text."""
    entries = registry()
    header = [field.name for field in attrs.fields(SourceEntry)]
    table = [[plain(getattr(entry, name), language) for name in header] for entry in entries]
    groups: dict[str, list[SourceEntry]] = {}
    for entry in entries:
        groups.setdefault(entry.agreement or "", []).append(entry)
    names = {agreement.id: agreement for agreement in dualib.agreements()}
    return {
        "file": shown.write_table(f"registry-{language}.csv", header, table),
        "entries": len(entries),
        "rules": len({entry.id for entry in entries if entry.sort == "programme"}),
        "offers": len({(entry.agreement, entry.id) for entry in entries if entry.sort == "offer"}),
        "national": [rule_row(entry, language) for entry in groups[""]],
        "local": [
            (shown.name_of(names[name], language), [offer_row(entry, language) for entry in group])
            for name, group in groups.items()
            if name
        ],
        "confidence": [
            [
                capital(mark.words.say(language)),
                str(sum(entry.confidence is mark for entry in entries)),
            ]
            for mark in Confidence
        ],
        "sound": [
            capital(name.say(language))
            if agreement is None
            else f"{capital(name.say(language))} ({shown.name_of(names[agreement], language)})"
            for agreement, name in dict.fromkeys(
                (entry.agreement, entry.name) for entry in entries if not entry.exactness.exact
            )
        ],
    }


def plain(value: object, language: Language) -> str:
    """Return what a table file holds for a value; what the source does not say is said to be so."""
    if isinstance(value, Text):
        return value.say(language)
    if isinstance(value, NotInSource):
        return "NOT_IN_SOURCE"
    if isinstance(value, Exactness):
        return "exact" if value.exact else "sound"
    return str(value.value if isinstance(value, Confidence) else "" if value is None else value)


def rule_row(entry: SourceEntry, language: Language) -> shown.Row:
    """Return one source of one dated text of a national rule."""
    wording = f" ({entry.wording})" if entry.wording else ""
    return [
        f"[{capital(entry.name.say(language))}](../{shown.RULES[language]}/{entry.id}.md)",
        reading_words(entry.reading, language),
        shown.span(entry.valid_from, entry.valid_to),
        f"{shown.source_words(entry.source, language)}, {entry.place}{wording}",
        entry.confidence.words.say(language),
        f'<span class="date">{entry.verified_on}</span>',
    ]


def offer_row(entry: SourceEntry, language: Language) -> shown.Row:
    """Return one source of the conditions of an offer or a target group."""
    span = (
        ""
        if entry.first_day is None and entry.last_day is None
        else shown.span(entry.first_day, entry.last_day)
    )
    return [
        capital(entry.name.say(language)),
        SORTS[entry.sort].say(language),
        span,
        f"{shown.source_words(entry.source, language)}, {entry.place}",
        entry.confidence.words.say(language),
        f'<span class="date">{entry.verified_on}</span>',
    ]


def sources_page(language: Language) -> dict[str, Any]:
    """Return what the page of sources shows: each source with the rules that rest on it, and the agreements' files."""
    agreements = {agreement.id: agreement for agreement in dualib.agreements()}
    links = {
        rule.id: f"[{capital(rule.name.say(language))}](../{shown.RULES[language]}/{rule.id}.md)"
        for rule in PROGRAMMES
    }
    project = Confidence.PROJECT
    national = [
        entry
        for entry in registry()
        if entry.sort == "programme" and entry.source not in agreements
    ]
    acts: dict[str, list[SourceEntry]] = {}
    for entry in national:
        if (
            entry.confidence is not project and entry.source not in links
        ):  # a rule may point at another rule
            acts.setdefault(entry.source, []).append(entry)
    return {
        "acts": [
            [
                capital(source),
                ", ".join(links[name] for name in dict.fromkeys(entry.id for entry in entries)),
                last_read(entries, language),
            ]
            for source, entries in sorted(
                acts.items(), key=lambda item: (not item[0].startswith("SFS"), item[0])
            )
        ],
        "agreements": [
            [
                ", ".join(
                    shown.municipality_link(place, language) for place in agreement.municipalities
                ),
                source.title,
                f"`{source.sha256[:16]}…`" if source.sha256 else "",
            ]
            for agreement in agreements.values()
            for source in agreement.sources
        ],
        "shared": list(
            dict.fromkeys(links[entry.id] for entry in national if entry.confidence is project)
        ),
    }


def last_read(entries: Sequence[SourceEntry], language: Language) -> str:
    """Return the last day on which a source was read; what is from memory was not."""
    days = [entry.verified_on for entry in entries if entry.confidence is not Confidence.MEMORY]
    if not days:
        return Text("inte kontrollerad", "not checked").say(language)
    return f'<span class="date">{max(days)}</span>'
