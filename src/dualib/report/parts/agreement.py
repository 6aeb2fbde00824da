"""The agreement itself: who, how long, what for, and every figure it prints."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.language import Text, listing, written_date
from dualib.local_agreements import Agreement
from dualib.local_agreements.goals import Goal
from dualib.local_agreements.period import stated
from dualib.report.blocks import Block, Cell, Facts, Note, Section, TableBlock
from dualib.report.parts.words import (
    SEX_WORDS,
    at_home,
    dated,
    figure_ages,
    figure_measure,
    figure_words,
    unit_words,
)
from dualib.verdicts import NO, YES

__all__ = ["agreement_section", "figures_section"]

_PLACE: Final = Text("Plats i källan", "Place in the source")
_NOT_STATED: Final = Text("anges inte", "not stated")
_STATUS: Final = {
    "suppressed": Text("dolt i källan", "suppressed in the source"),
    "missing": Text("saknas i källan", "missing in the source"),
}
_CERTAINTY: Final = {
    "likely": Text("trolig läsning", "likely reading"),
    "undetermined": Text("kan inte avgöras", "cannot be determined"),
}


def _places(agreement: Agreement, key: str) -> list[str]:
    return [entry.place for entry in agreement.entries if entry.key == key] or [""]


def agreement_section(agreement: Agreement, on: date) -> Section:
    """Return the agreement's parties, period, goals and sources, each with its place."""
    places = _places(agreement, "party")
    rows: list[tuple[Text, Cell, str]] = [
        (
            Text("Part", "Party"),
            party.name + (f" ({party.number})" if party.number else ""),
            places[min(number, len(places) - 1)],
        )
        for number, party in enumerate(agreement.parties)
    ]
    rows.append(
        (
            Text("Gäller", "Holds"),
            Text.both(agreement.period.text),
            _places(agreement, "period_from")[0],
        )
    )
    documented = Text.both(lambda language: stated(agreement.documented_on, language))
    rows.append(
        (
            Text("Dokumentets dag", "Day of the document"),
            documented,
            _places(agreement, "documented_on")[0],
        )
    )
    if agreement.purpose is not None:
        rows.append((Text("Syfte", "Purpose"), agreement.purpose, _places(agreement, "purpose")[0]))
    if agreement.target_group_words is not None:
        words = Text("Målgrupp", "Target group")
        rows.append((words, agreement.target_group_words, _places(agreement, "target_group")[0]))
    rows += [(Text("Källa", "Source"), source.title, "") for source in agreement.sources]
    title = Text("Överenskommelsen", "The agreement")
    blocks: list[Block] = [*_validity(agreement, on), Facts("agreement", title, tuple(rows))]
    if agreement.goals:
        blocks.append(_goals(agreement.goals, at_home(agreement)))
    return Section("agreement", title, tuple(blocks))


def _validity(agreement: Agreement, on: date) -> list[Note]:
    """Say so where the agreement did not hold on the day, or the source does not tell."""
    covers = agreement.period.covers(on)
    if covers is YES:
        return []
    if covers is NO:
        text = Text(
            f"Den {written_date(on, 'sv')} ligger utanför den tid som överenskommelsen gäller.",
            f"{written_date(on, 'en')} lies outside the time for which the agreement holds.",
        )
    else:
        text = Text(
            "Källan anger inte hela den tid som överenskommelsen gäller.",
            "The source does not state the whole time for which the agreement holds.",
        )
    return [Note(text, "info")]


def _goals(goals: tuple[Goal, ...], home: str) -> TableBlock:
    def baseline(goal: Goal, language: str) -> str:
        return listing(
            [
                f"{figure.printed} ({figure_words(figure, home=home).say(language)})"
                for figure in goal.baseline
            ],
            language,
            last="or",
        )

    return TableBlock(
        id="goals",
        caption=Text("Mål", "Goals"),
        header=(Text("Mål", "Goal"), Text("Senast", "By"), Text("Utgångsläge", "Baseline"), _PLACE),
        rows=tuple(
            (
                goal.goal,
                _NOT_STATED if goal.deadline is None else dated(goal.deadline),
                Text(baseline(goal, "sv"), baseline(goal, "en")) if goal.baseline else _NOT_STATED,
                goal.place,
            )
            for goal in goals
        ),
        ids=tuple(goal.id for goal in goals),
    )


def figures_section(agreement: Agreement) -> Section:
    """Return every published figure, as printed, with its place; and its municipality where there are several."""
    home = at_home(agreement)
    several = any(figure.municipality not in ("", home) for figure in agreement.figures.values())
    rows: list[tuple[Cell, ...]] = [
        (
            figure_measure(figure),
            *((figure.municipality,) if several else ()),
            SEX_WORDS.get(figure.sex),
            figure_ages(figure),
            figure.period_words,
            _STATUS.get(figure.status, figure.printed),
            unit_words(figure.unit),
            _CERTAINTY.get(figure.certainty),
            figure.place,
        )
        for figure in agreement.figures.values()
    ]
    table = TableBlock(
        id="figures",
        caption=Text(f"Alla {len(rows)} publicerade siffror", f"All {len(rows)} published figures"),
        header=(
            Text("Vad", "What"),
            *((Text("Kommun", "Municipality"),) if several else ()),
            Text("Kön", "Sex"),
            Text("Ålder", "Ages"),
            Text("Tid", "Period"),
            Text("Som tryckt", "As printed"),
            Text("Enhet", "Unit"),
            Text("Läsning", "Reading"),
            _PLACE,
        ),
        rows=tuple(rows),
        ids=tuple(agreement.figures),
        numeric=frozenset({4 + several}),
        aside=frozenset({6 + several}),
        folded=True,
        source=Text(
            f"överenskommelsen för {agreement.name}",
            f"the agreement of {listing([m.name for m in agreement.municipalities], 'en')}",
        ),
    )
    return Section(
        "figures", Text("Publicerade siffror", "Published figures"), (table,) if rows else ()
    )
