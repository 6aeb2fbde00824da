"""What the published figures say together: registers that overlap, relations that do not hold, gaps."""

from __future__ import annotations

from dualib.agreements import Agreement
from dualib.counting import Count
from dualib.counting.reconcile import Discrepancy
from dualib.language import Text
from dualib.report import charts
from dualib.report.blocks import Cell, Note, Picture, Section, Table
from dualib.report.parts.words import figure_words, named, number

__all__ = ["gaps_section", "ledger_section", "relations_section"]

_PLACE = Text("Plats i källan", "Place in the source")


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
    low, high = union.low, union.high
    description = Text(
        f"Minst {low} och högst {high} personer finns i registren tillsammans.",
        f"At least {low} and at most {high} persons are in the registers together.",
    )
    legend = (
        Text("säkert", "certain"),
        None,
        Text("möjligt: beror på hur många som finns i båda", "possible: depends on how many are in both"),
    )

    def draw(language: str, identity: str) -> str:
        marks = [(Text(name, name), int(ledger.union(name).high or 0)) for name in ledger.registers]
        together = Text("Tillsammans", "Together")
        return charts.interval(identity, low, int(high or low), marks, legend, together, description, language)

    picture = Picture(id="ledger-picture", title=title, description=description, table="ledger", draw=draw)
    return Section(
        "ledger",
        title,
        (
            Note(explained),
            *((picture,) if high is not None else ()),
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
                header=(Text("Uppgift", "Fact"), _PLACE),
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
    lead = Text(
        f"{len(found)} av {count} samband stämmer inte. Siffrorna visas som de är tryckta; ingenting är rättat.",
        f"{len(found)} of {count} relations do not hold. The figures are shown as printed; nothing has been corrected.",
    )
    table = Table(
        id="relations",
        caption=Text("Tryckt mot beräknat", "Printed against computed"),
        header=(
            Text("Siffra", "Figure"),
            Text("Tryckt", "Printed"),
            Text("Beräknat", "Computed"),
            Text("Skillnad", "Difference"),
            Text("Beräknat av", "Computed from"),
            Text("Vad som gäller", "What should hold"),
            Text("Minsta ändring som skulle laga det", "Smallest change that would mend it"),
        ),
        rows=tuple(_relation(agreement, item) for item in found),
        ids=tuple(item.relation.id for item in found),
        numeric=frozenset({1, 2, 3}),
        aside=frozenset({4}),
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


def _relation(agreement: Agreement, item: Discrepancy) -> tuple[Cell, ...]:
    """Return a relation that does not hold, its figures said in words."""

    left = item.relation.left

    def say(language: str) -> str:
        names = (*item.relation.right, *((item.relation.base,) if item.relation.base else ()))
        return "\n".join(
            f"{named(agreement, name, left).say(language)}: {number(item.printed[name]).say(language)}"
            for name in names
        )

    def mends(language: str) -> str:
        said = []
        for explanation in item.explanations:
            changes = [
                f"{named(agreement, change.cell, left).say(language)}: {number(change.printed).say(language)} → "
                f"{number(change.low).say(language)}"
                for change in explanation.changes
            ]
            said.append(" + ".join(changes))
        if not said:
            return Text("ingen ändring av högst två siffror", "no change of at most two figures").say(language)
        more = [] if len(said) <= 2 else [Text("eller på annat sätt", "or in another way").say(language)]
        return "\n".join([*said[:2], *more])

    return (
        named(agreement, item.relation.left),
        number(item.printed[item.relation.left]),
        number(item.computed),
        number(item.difference),
        Text(say("sv"), say("en")),
        item.relation.note,
        Text(mends("sv"), mends("en")),
    )


def gaps_section(agreement: Agreement) -> Section:
    """Return what each missing or suppressed figure can be, given everything printed."""
    found = {name: interval for name, interval in agreement.bounds().items() if name in agreement.figures}
    rows: list[tuple[Cell, ...]] = []
    for name, interval in found.items():
        low, high = number(interval.low), number(interval.high)
        if interval.low == interval.high:
            said = low
        elif interval.high is None:
            said = Text(f"minst {low.sv}", f"at least {low.en}")
        else:
            said = Text(f"{low.sv}–{high.sv}", f"{low.en}–{high.en}")
        rows.append((figure_words(agreement.figures[name]), said, agreement.figures[name].place))
    table = Table(
        id="gaps",
        caption=Text("Vad luckorna kan vara", "What the gaps can be"),
        header=(Text("Siffra", "Figure"), Text("Möjliga värden", "Possible values"), _PLACE),
        rows=tuple(rows),
        ids=tuple(found),
        numeric=frozenset({1}),
    )
    return Section("gaps", Text("Luckor i källan", "Gaps in the source"), (table,) if rows else ())
