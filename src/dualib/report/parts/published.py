"""What the published figures say together: registers that overlap, relations that do not hold, gaps."""

from __future__ import annotations

import attrs

from dualib.counting.reconciliation.relations import Discrepancy
from dualib.errors import how_many
from dualib.language import Text
from dualib.local_agreements import Agreement
from dualib.report import charts
from dualib.report.blocks import Cell, Note, Picture, Section, TableBlock
from dualib.report.parts.words import item_words, number_words

__all__ = ["Reconciled", "gaps_section", "ledger_section", "relations_section"]

_PLACE = Text("Plats i källan", "Place in the source")


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
    union, overlap, plain = (
        ledger.union(),
        ledger.overlap(*ledger.registers),
        ledger.plain_sum(*ledger.registers),
    )
    facts = tuple((fact.words, fact.place) for fact in ledger.facts)
    answers: tuple[tuple[Cell, ...], ...] = (
        (Text("Personer sammanlagt", "Persons in all"), Text.both(union.text)),
        (Text("Personer i båda registren", "Persons in both registers"), Text.both(overlap.text)),
        (Text("Registren lagda ihop rakt av", "The registers simply added"), Text.both(plain.text)),
    )
    explained = Text.both(lambda language: ledger.explain(union, language))
    low, high = union.low, union.high
    description = Text(
        f"Registren har tillsammans minst {low} och högst {how_many(high, 'person', 'personer')}.",
        f"The registers together hold at least {low} and at most {how_many(high, 'person')}.",
    )
    legend = (
        Text("säkert", "certain"),
        None,
        Text(
            "möjligt: beror på hur många som finns i båda",
            "possible: depends on how many are in both",
        ),
    )

    def draw(language: str, identity: str) -> str:
        marks = [(Text(name, name), int(ledger.union(name).high or 0)) for name in ledger.registers]
        together = Text("Tillsammans", "Together")
        return charts.interval_chart(
            identity, low, int(high or low), marks, legend, together, description, language
        )

    picture = Picture(
        id="ledger-picture", title=title, description=description, table="ledger", draw=draw
    )
    return Section(
        "ledger",
        title,
        (
            Note(explained),
            *((picture,) if high is not None else ()),
            TableBlock(
                id="ledger",
                caption=Text("Vad registren säger tillsammans", "What the registers say together"),
                header=(Text("Fråga", "Question"), Text("Antal", "Number")),
                rows=answers,
                numeric=frozenset({1}),
            ),
            TableBlock(
                id="ledger-facts",
                caption=Text("Vad som är känt", "What is known"),
                header=(Text("Uppgift", "Fact"), _PLACE),
                rows=facts,
            ),
        ),
    )


@attrs.frozen
class Reconciled:
    """What became of the relations: those that do not hold, of how many, and totals smaller than a part of theirs."""

    failing: tuple[Discrepancy, ...]
    stated: int
    totals: tuple[Discrepancy, ...]

    @classmethod
    def of(cls, agreement: Agreement) -> Reconciled:
        """Test the relations that the files state, and every total beside its parts."""
        stated = {relation.id for relation in agreement.relations}
        found = agreement.discrepancies()
        failing = tuple(item for item in found if item.relation.id in stated)
        return cls(
            failing, len(stated), tuple(item for item in found if item.relation.id not in stated)
        )

    @property
    def words(self) -> Text:
        """How many do not hold, as a sentence."""
        said = Text(
            f"{len(self.failing)} av {self.stated} samband stämmer inte.",
            f"{len(self.failing)} of {how_many(self.stated, 'relation')} "
            f"{'does' if len(self.failing) == 1 else 'do'} not hold.",
        )
        if not self.stated:
            said = Text("", "")
        if self.totals:
            count = len(self.totals)
            said = Text(
                f"{said.sv} {count} {'total är mindre än en del' if count == 1 else 'totaler är mindre än en del'}.",
                f"{said.en} {count} {'total is' if count == 1 else 'totals are'} smaller than a part.",
            )
        return Text(said.sv.strip(), said.en.strip())


def relations_section(agreement: Agreement) -> Section:
    """Return the relations among published figures that do not hold; nothing is changed."""
    title = Text("Samband som inte stämmer", "Relations that do not hold")
    tested = Reconciled.of(agreement)
    found = (*tested.failing, *tested.totals)
    if not found:
        count = tested.stated
        note = Text(
            f"{count} samband mellan siffrorna: så långt det går att pröva brister inget.",
            f"{how_many(count, 'relation')} among the figures: as far as can be tested, none fails.",
        )
        return Section("relations", title, (Note(note, "info"),) if count else ())
    lead = Text(
        f"{tested.words.sv} Siffrorna visas som de är tryckta; ingenting är rättat.",
        f"{tested.words.en} The figures are shown as printed; nothing has been corrected.",
    )
    figure = Text("Siffra", "Figure")
    table = TableBlock(
        id="relations",
        caption=Text("Tryckt mot beräknat", "Printed against computed"),
        header=(
            figure,
            Text("Tryckt", "Printed"),
            Text("Beräknat", "Computed"),
            Text("Skillnad", "Difference"),
            Text("Vad som borde stämma", "What should hold"),
        ),
        rows=tuple(
            (
                item_words(agreement, item.relation.left),
                number_words(item.printed[item.relation.left]),
                number_words(item.computed),
                number_words(item.difference),
                item.relation.note,
            )
            for item in found
        ),
        ids=tuple(item.relation.id for item in found),
        numeric=frozenset({1, 2, 3}),
    )
    why = TableBlock(
        id="relations-why",
        caption=Text(
            "Vad varje samband räknas av, och vad som skulle laga det",
            "What each is computed from, and what would mend it",
        ),
        header=(
            figure,
            Text("Beräknat av", "Computed from"),
            Text("Minsta ändring som skulle laga det", "Smallest change that would mend it"),
        ),
        rows=tuple(_why(agreement, item) for item in found),
        ids=tuple(item.relation.id for item in found),
        folded=True,
        aside=frozenset({1}),
    )
    exposed = agreement.exposed()
    notes = [Note(lead, "warning")]
    if exposed:
        notes.append(
            Note(
                Text(
                    f"{how_many(len(exposed), 'dolt tal', 'dolda tal')} i källan går att räkna ut av det "
                    "som är tryckt.",
                    f"{how_many(len(exposed), 'figure')} suppressed in the source can be computed from "
                    "what is printed.",
                ),
                "warning",
            )
        )
    return Section("relations", title, (*notes, table, why))


def _why(agreement: Agreement, item: Discrepancy) -> tuple[Cell, ...]:
    """Return what a relation that does not hold is computed from, and what would mend it, in words."""
    left = item.relation.left

    def say(language: str) -> str:
        names = (*item.relation.right, *((item.relation.base,) if item.relation.base else ()))
        return "\n".join(
            f"{item_words(agreement, name, left).say(language)}: {number_words(item.printed[name]).say(language)}"
            for name in names
        )

    def mends(language: str) -> str:
        said = []
        for explanation in item.explanations:
            changes = [
                f"{item_words(agreement, change.cell, left).say(language)}: "
                f"{number_words(change.printed).say(language)} → "
                f"{number_words(change.low).say(language)}"
                for change in explanation.changes
            ]
            said.append(" + ".join(changes))
        if not said:
            return Text(
                "ingen ändring av högst två siffror", "no change of at most two figures"
            ).say(language)
        other = Text("eller", "or").say(language)
        more = (
            []
            if len(said) <= 2
            else [Text("eller på annat sätt", "or in another way").say(language)]
        )
        return "\n".join([said[0], *(f"{other} {way}" for way in said[1:2]), *more])

    return item_words(agreement, left), Text.both(say), Text.both(mends)


def gaps_section(agreement: Agreement) -> Section:
    """Return what each missing or suppressed figure can be, given everything printed."""
    found = {
        name: interval for name, interval in agreement.bounds().items() if name in agreement.figures
    }
    rows: list[tuple[Cell, ...]] = []
    for name, interval in found.items():
        low, high = number_words(interval.low), number_words(interval.high)
        if interval.low == interval.high:
            said = low
        elif interval.high is None:
            said = Text(f"minst {low.sv}", f"at least {low.en}")
        else:
            said = Text(f"{low.sv}–{high.sv}", f"{low.en}–{high.en}")
        rows.append((item_words(agreement, name), said, agreement.figures[name].place))
    table = TableBlock(
        id="gaps",
        caption=Text("Vad luckorna kan vara", "What the gaps can be"),
        header=(Text("Siffra", "Figure"), Text("Möjliga värden", "Possible values"), _PLACE),
        rows=tuple(rows),
        ids=tuple(found),
        numeric=frozenset({1}),
    )
    return Section("gaps", Text("Luckor i källan", "Gaps in the source"), (table,) if rows else ())
