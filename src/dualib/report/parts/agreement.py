"""The agreement itself: who, how long, what for, and every figure it prints."""

from __future__ import annotations

from datetime import date

from dualib.agreements import Agreement
from dualib.agreements.period import stated
from dualib.language import Text, listing, written_date
from dualib.report.blocks import Cell, Facts, Note, Section, Table
from dualib.verdicts import NO, YES

__all__ = ["agreement_section", "both", "figures_section"]

SEX_WORDS = {"total": Text("alla", "all"), "woman": Text("kvinnor", "women"), "man": Text("män", "men")}


def both(say: object) -> Text:
    """Return the Swedish and the English of something that writes itself in a language."""
    return Text(say.text("sv"), say.text("en"))  # type: ignore[attr-defined]


def _place(agreement: Agreement, key: str) -> str:
    return next((entry.place for entry in agreement.entries if entry.key == key), "")


def agreement_section(agreement: Agreement, on: date) -> Section:
    """Return the agreement's parties, period, goals and sources, each with its place."""
    rows: list[tuple[Text, Cell, str]] = [
        (
            Text("Part", "Party"),
            party.name + (f" ({party.number})" if party.number else ""),
            _place(agreement, "party"),
        )
        for party in agreement.parties
    ]
    rows.append((Text("Gäller", "Holds"), both(agreement.period), _place(agreement, "period_from")))
    rows.append(
        (
            Text("Dokumentets dag", "Day of the document"),
            Text(stated(agreement.documented_on, "sv"), stated(agreement.documented_on, "en")),
            _place(agreement, "documented_on"),
        )
    )
    if agreement.purpose is not None:
        rows.append((Text("Syfte", "Purpose"), agreement.purpose, _place(agreement, "purpose")))
    if agreement.target_group_words is not None:
        rows.append((Text("Målgrupp", "Target group"), agreement.target_group_words, _place(agreement, "target_group")))
    rows += [(Text("Källa", "Source"), source.title, "") for source in agreement.sources]
    holds = agreement.period.holds(on)
    notes = []
    if holds is NO:
        notes.append(
            Note(
                Text(
                    f"Den {written_date(on, 'sv')} ligger utanför den tid som överenskommelsen gäller.",
                    f"{written_date(on, 'en')} lies outside the time for which the agreement holds.",
                ),
                "info",
            )
        )
    elif holds is not YES:
        notes.append(
            Note(
                Text(
                    "Källan anger inte hela den tid som överenskommelsen gäller.",
                    "The source does not state the whole time for which the agreement holds.",
                ),
                "info",
            )
        )
    goals = tuple(
        (
            goal.goal,
            None
            if goal.deadline is None
            else Text(written_date(goal.deadline, "sv"), written_date(goal.deadline, "en")),
            Text(
                "; ".join(f"{f.id} = {f.printed}" for f in goal.baseline),
                "; ".join(f"{f.id} = {f.printed}" for f in goal.baseline),
            ),
            goal.place,
        )
        for goal in agreement.goals
    )
    table = Table(
        id="goals",
        caption=Text("Mål", "Goals"),
        header=(
            Text("Mål", "Goal"),
            Text("Senast", "By"),
            Text("Utgångsläge (kandidater)", "Baseline (candidates)"),
            Text("Plats i källan", "Place in the source"),
        ),
        rows=goals,
    )
    title = Text("Överenskommelsen", "The agreement")
    return Section("agreement", title, (*notes, Facts(tuple(rows)), *((table,) if goals else ())))


def figures_section(agreement: Agreement) -> Section:
    """Return every published figure, as printed, with its place."""
    rows = []
    for figure in agreement.figures.values():
        measure = figure.measure or Text("", "")
        category = figure.category
        what = measure if category is None else Text(f"{measure.sv}: {category.sv}", f"{measure.en}: {category.en}")
        ages = (
            ""
            if figure.age_from is None and figure.age_to is None
            else f"{figure.age_from or ''}–{figure.age_to or ''}"
        )
        value: Cell = figure.printed
        if figure.status != "ok":
            value = {"suppressed": Text("dolt i källan", "suppressed in the source")}.get(
                figure.status, Text("saknas i källan", "missing in the source")
            )
        certainty = {
            "likely": Text("trolig läsning", "likely reading"),
            "undetermined": Text("kan inte avgöras", "cannot be determined"),
        }.get(figure.certainty)
        rows.append(
            (
                what,
                SEX_WORDS.get(figure.sex, Text("", "")),
                ages,
                figure.period,
                value,
                figure.unit,
                certainty,
                figure.place,
            )
        )
    header = (
        Text("Vad", "What"),
        Text("Kön", "Sex"),
        Text("Ålder", "Ages"),
        Text("Tid", "Period"),
        Text("Som tryckt", "As printed"),
        Text("Enhet", "Unit"),
        Text("Läsning", "Reading"),
        Text("Plats i källan", "Place in the source"),
    )
    table = Table(
        id="figures",
        caption=Text(f"Alla {len(rows)} publicerade siffror", f"All {len(rows)} published figures"),
        header=header,
        rows=tuple(rows),
        numeric=frozenset({4}),
        folded=True,
        source=Text(
            f"överenskommelsen för {agreement.name}",
            f"the agreement of {listing([m.name for m in agreement.municipalities], 'en')}",
        ),
    )
    return Section("figures", Text("Publicerade siffror", "Published figures"), (table,) if rows else ())
