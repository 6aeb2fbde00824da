"""How it was counted: readings, conventions, assumptions, what was read, and what the report does not know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dualib._version import __version__
from dualib.decisions.receipts import written_value
from dualib.language import Text
from dualib.local_agreements import Agreement
from dualib.local_agreements.made_up import MadeUp
from dualib.report.blocks import Block, Cell, Facts, Note, Section
from dualib.report.parts.words import dated
from dualib.report.release.release import Shown
from dualib.vocabulary.facts import FACTS, FactValue

__all__ = ["method_section"]


def method_section(
    agreement: Agreement,
    on: date,
    shown: Shown,
    assume: Mapping[str, FactValue],
    remarks: tuple[Text, ...],
    made: MadeUp | None,
) -> Section:
    """Return everything a reader needs to make the numbers again."""
    rows: list[tuple[Text, Cell, str]] = [
        (Text("Dag som frågan gäller", "Day asked about"), dated(on), ""),
        (Text("Beräknat med", "Computed with"), f"dualib {__version__}", ""),
        (
            Text("Åldrar", "Ages"),
            Text(
                "16–24 betyder: fyllt 16 men inte 25. Född 29 februari fyller år 28 februari andra år än skottår.",
                "16–24 means: turned 16 but not 25. Born 29 February attains an age on 28 February in common years.",
            ),
            "SFS 1930:173, 1 §",
        ),
        (
            Text("Fönster", "Windows"),
            Text(
                "90 av 120 dagar räknas till och med prövningsdagen; en dag räknas en gång.",
                "90 of 120 days are counted up to and including the assessment date; a day counts once.",
            ),
            "",
        ),
    ]
    checksum = Text("Källans kontrollsumma (SHA-256)", "Checksum of the source (SHA-256)")
    rows += [
        (checksum, source.sha256, source.title) for source in agreement.sources if source.sha256
    ]
    for name, value in assume.items():
        words = FACTS[name].words
        said = (
            Text("nej", "no")
            if value is False
            else Text("ja", "yes")
            if value is True
            else str(written_value(value))
        )
        rows.append((Text(f"Antaget: {words.sv}", f"Assumed: {words.en}"), said, ""))
    if shown.illustration and made is not None:
        rows.append(
            (
                Text("Påhittade personer", "Made-up persons"),
                Text(
                    f"frö {made.seed}, kontrollsumma {made.sha256[:16]}; födelsedagar och tider är slumpade",
                    f"seed {made.seed}, checksum {made.sha256[:16]}; birth days and times are drawn at random",
                ),
                "",
            )
        )
    elif shown.threshold is not None:
        rows.append(
            (
                Text("Skydd", "Protection"),
                Text(
                    f"antal under {shown.threshold} visas inte; visa bara en rapport om samma personer, för två (en "
                    "annan dag, en annan gräns) kan jämföras",
                    f"counts under {shown.threshold} are not shown; let out one report only on the same persons, since "
                    "two (of another day or threshold) can be compared",
                ),
                "",
            )
        )
    title = Text("Så är det räknat", "How it was counted")
    blocks: list[Block] = [Facts("method", title, tuple(rows))]
    blocks += [Note(remark, "info") for remark in remarks]
    return Section("method", title, tuple(blocks))
