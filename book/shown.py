"""What the pages show of rules and agreements: lists and rows of words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dualib import Version
from dualib.agreements import Agreement
from dualib.agreements.figures import Figure
from dualib.agreements.goals import Goal
from dualib.agreements.period import stated
from dualib.errors import BadInput
from dualib.language import Text
from dualib.sources import NOT_IN_SOURCE
from dualib.wording import Line, citation_words, reading_words, span_words

Row = list[str]

SEXES = {
    "total": Text("alla", "all"),
    "woman": Text("kvinnor", "women"),
    "man": Text("män", "men"),
    "unknown": Text("okänt", "unknown"),
    "": Text("", ""),
}
STATUSES = {"suppressed": Text("dold i källan", "hidden in the source"), "missing": Text("saknas", "missing")}


def outline(line: Line, number: str = "") -> Iterator[str]:
    """Yield the lines of an outline as a list in lists, each condition with its number."""
    depth = number.count(".") if number else 0
    yield f"{line.text}\n" if not number else f"{'  ' * (depth - 1)}- **{number.rstrip('.')}** {line.text}"
    for index, child in enumerate(line.children, start=1):
        yield from outline(child, f"{number}{index}.")


def version_row(version: Version, language: str) -> Row:
    """Return a text of a rule: whose reading, when in force, where it stands, what to know."""
    return [
        reading_words(version.reading, language),
        span_words(version.valid_from, version.valid_to, language),
        "; ".join(citation_words(citation, language) for citation in version.citations),
        "" if version.note is None else version.note.say(language),
    ]


def place_of(agreement: Agreement) -> Callable[[str], str]:
    """Return a function that says where something is printed, nothing where the agreement does not have it."""

    def where(name: str) -> str:
        try:
            return agreement.place(name)
        except BadInput:
            return ""

    return where


def party_rows(agreement: Agreement, language: str) -> list[Row]:
    """Return a row for each party, with its organisation number if the source has one."""
    word = Text("Part", "Party").say(language)
    places = [entry.place for entry in agreement.entries if entry.key == "party"]
    return [
        [word, party.name + (f" ({party.number})" if party.number else ""), place]
        for party, place in zip(agreement.parties, places, strict=True)
    ]


def goal_row(goal: Goal, language: str) -> Row:
    """Return a goal, how it is measured, its deadline and its place."""
    silent = stated(NOT_IN_SOURCE, language)
    measure = silent if goal.measure is None else goal.measure.say(language)
    deadline = silent if goal.deadline is None else stated(goal.deadline, language)
    return [goal.goal.say(language), measure, deadline, goal.place]


def staffing_rows(agreement: Agreement, language: str) -> list[Row]:
    """Return the full-time equivalents of each party and group, and their total."""
    by = ["party", "group"]
    table = agreement.staffing.fte(by=by)
    words = [table.labels(name) for name in by]
    rows = [
        [*(labels[value].say(language) for labels, value in zip(words, key, strict=True)), extent.text(language)]
        for key, extent in table.cells().items()
    ]
    return [*rows, [Text("**Summa**", "**Total**").say(language), "", f"**{table.total.text(language)}**"]]


def figure_row(figure: Figure, language: str) -> Row:
    """Return what a figure counts, its sex, time, value as printed and place."""
    words = figure.category or figure.measure
    value = figure.printed or STATUSES[figure.status].say(language)
    unit = "" if figure.unit == "persons" else f" {figure.unit}"
    return [
        "" if words is None else words.say(language),
        SEXES[figure.sex].say(language),
        figure.period,
        value + unit,
        figure.place,
    ]


def heading(agreement: Agreement, table: str, language: str) -> str:
    """Return what a table counts, with how many figures it has."""
    figures = agreement.figures.table(table)
    measure = next((figure.measure for figure in figures.values() if figure.measure), None)
    return f"{table if measure is None else measure.say(language)} ({len(figures)})"
