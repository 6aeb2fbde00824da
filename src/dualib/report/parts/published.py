"""What the published figures say together: registers that overlap, relations that do not hold, gaps."""

from __future__ import annotations

from fractions import Fraction

from dualib.agreements import Agreement
from dualib.counting import Count
from dualib.language import Text, written_number
from dualib.report import charts
from dualib.report.blocks import Cell, Note, Picture, Section, Table

__all__ = ["gaps_section", "ledger_section", "relations_section"]


def _text(count: Count) -> Text:
    return Text(str(count), str(count))


def ledger_section(agreement: Agreement) -> Section:
    """Return the registers of the agreement, and how many persons they hold together: bounds, not a guess."""
    ledger = agreement.ledger()
    title = Text("Register som överlappar", "Registers that overlap")
    if ledger is None:
        note = Text(
            "Överenskommelsen trycker inga antal ur register som kan läggas ihop.",
            "The agreement prints no counts of registers that could be put together.",
        )
        return Section("ledger", title, (Note(note, "info"),))
    union, overlap, plain = ledger.union(), ledger.overlap(*ledger.registers), ledger.plain_sum(*ledger.registers)
    facts = tuple((Text(fact.text("sv"), fact.text("en")), fact.place or "") for fact in ledger.facts)
    answers: tuple[tuple[Cell, ...], ...] = (
        (Text("Personer sammanlagt", "Persons in all"), _text(union)),
        (Text("Personer i båda registren", "Persons in both registers"), _text(overlap)),
        (Text("Registren lagda ihop rakt av", "The registers simply added"), _text(plain)),
    )
    explained = Text(ledger.explain(union, "sv"), ledger.explain(union, "en"))
    description = Text(
        f"Minst {union.low} och högst {union.high} personer finns i registren tillsammans.",
        f"At least {union.low} and at most {union.high} persons are in the registers together.",
    )

    def draw(language: str) -> str:
        marks = [(Text(name, name), ledger.union(name).high) for name in ledger.registers]
        return charts.interval(
            "ledger", union.low, union.high, marks, Text("Tillsammans", "Together"), description, language
        )

    return Section(
        "ledger",
        title,
        (
            Note(explained),
            Picture(id="ledger-picture", title=title, description=description, table="ledger", draw=draw),
            Table(
                id="ledger",
                caption=Text("Vad registren säger tillsammans", "What the registers say together"),
                header=(Text("Fråga", "Question"), Text("Antal", "Number")),
                rows=answers,
                numeric=frozenset({1}),
            ),
            Table(
                id="ledger-facts",
                caption=Text("Vad som är känt", "What is known"),
                header=(Text("Uppgift", "Fact"), Text("Plats i källan", "Place in the source")),
                rows=facts,
            ),
        ),
    )


def relations_section(agreement: Agreement) -> Section:
    """Return the relations among published figures that do not hold; nothing is changed."""
    title = Text("Samband som inte stämmer", "Relations that do not hold")
    found = agreement.discrepancies()
    count = len(agreement.relations)
    if not found:
        note = Text(
            f"Alla {count} samband mellan de publicerade siffrorna stämmer, så långt de går att pröva.",
            f"All {count} relations among the published figures hold, as far as they can be tested.",
        )
        return Section("relations", title, (Note(note, "info"),) if count else ())
    rows = []
    for item in found:
        note = item.relation.note or Text(item.relation.id, item.relation.id)
        printed = "; ".join(f"{name} = {_number(value)}" for name, value in item.printed.items())
        mends = [
            " + ".join(f"{c.cell}: {_number(c.printed)} → {_number(c.low)}" for c in e.changes)
            for e in item.explanations
        ]
        shown = "; ".join(mends[:3]) + (f" (+{len(mends) - 3})" if len(mends) > 3 else "")
        rows.append((note, printed, _number(item.computed), _number(item.difference), shown))
    header = (
        Text("Samband", "Relation"),
        Text("Tryckta värden", "Printed values"),
        Text("Beräknat", "Computed"),
        Text("Skillnad", "Difference"),
        Text("Minsta ändring som skulle laga det", "Smallest change that would mend it"),
    )
    lead = Text(
        f"{len(found)} av {count} samband stämmer inte. Siffrorna visas som de är tryckta; ingenting är rättat.",
        f"{len(found)} of {count} relations do not hold. The figures are shown as printed; nothing has been corrected.",
    )
    table = Table(
        id="relations",
        caption=title,
        header=header,
        rows=tuple(rows),
        numeric=frozenset({2, 3}),
    )
    exposed = agreement.exposed()
    notes = [Note(lead, "warning")]
    if exposed:
        notes.append(
            Note(
                Text(
                    f"{len(exposed)} dolda tal i källan går att räkna ut av det som är tryckt.",
                    f"{len(exposed)} figures suppressed in the source can be computed from what is printed.",
                ),
                "warning",
            )
        )
    return Section("relations", title, (*notes, table))


def _number(value: Fraction | int | None) -> str:
    if value is None:
        return "–"
    number = Fraction(value)
    decimals = next((n for n in range(4) if (number * 10**n).denominator == 1), 3)
    return written_number(number, "sv", decimals=decimals)


def gaps_section(agreement: Agreement) -> Section:
    """Return what each missing or suppressed figure can be, given everything printed."""
    bounds = agreement.bounds()
    rows = []
    for name, interval in bounds.items():
        figure = agreement.figures.get(name)
        if figure is None:
            continue
        measure = figure.measure or Text(name, name)
        category = figure.category
        what = measure if category is None else Text(f"{measure.sv}: {category.sv}", f"{measure.en}: {category.en}")
        high = "…" if interval.high is None else _number(interval.high)
        rows.append((what, f"{_number(interval.low)}–{high}", figure.place))
    table = Table(
        id="gaps",
        caption=Text("Vad luckorna kan vara", "What the gaps can be"),
        header=(
            Text("Siffra", "Figure"),
            Text("Minst–högst", "Least–most"),
            Text("Plats i källan", "Place in the source"),
        ),
        rows=tuple(rows),
        numeric=frozenset({1}),
    )
    return Section("gaps", Text("Luckor i källan", "Gaps in the source"), (table,) if rows else ())
