"""In short: the main results first, each with the section that tells more.

Nothing is counted here. Every number is taken from a table that the report shows, so what is hidden there is hidden
here, and the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from dualib.language import Text, listing, written_date
from dualib.local_agreements import Agreement
from dualib.programmes import PROGRAMMES
from dualib.report.blocks import Block, Cell, Key, Keys, Note, Section, TableBlock
from dualib.report.parts.programmes import ASSUMED, NOT_IN_FORCE, POSSIBLE, threshold_note
from dualib.report.parts.published import Reconciled
from dualib.report.parts.target import ALL_CERTAIN, ALL_POSSIBLE
from dualib.report.release.release import Shown
from dualib.verdicts import NO

__all__ = ["summary_section"]

#: The programmes of the shared model come first; the others stand in their own section.
_MAIN: Final = tuple(rule for rule in PROGRAMMES if rule.default_reading == "dua")
_TARGET: Final = Text("målgruppen", "the target group")
_CERTAINLY: Final = Text("Säkert", "Certainly")
_ANYONE: Final = Text("personer i registret", "persons in the register")


def summary_section(
    agreement: Agreement,
    own: Agreement | None,
    names: Sequence[str],
    sections: Sequence[Section],
    on: date,
    shown: Shown,
) -> Section:
    """Return the main results of the sections.

    Parameters
    ----------
    own
        Figures of the user's own.
    names
        The registers of persons; ``""`` for one that has no name.
    """
    made = {section.id: section for section in sections}
    tables = {table.id: table for section in sections for table in section.tables()}
    keys: list[Key] = []
    if own is not None:
        keys += _own_figures(tables)
        keys += _figures(own, made, tables, "own-")
    keys += _figures(agreement, made, tables, "")
    if not names:
        keys.append(_in_force(tables["rules"], on))
    keys.append(_period(agreement, on))
    title = Text("I korthet", "In short")
    blocks: list[Block] = [Keys("summary", title, tuple(keys))]
    if names:
        if shown.label is not None:
            blocks.append(Note(shown.label, "illustration"))
        blocks += _persons(
            _ANYONE if agreement.target_group is None else _TARGET, names, tables, on, shown
        )
    return Section("summary", title, tuple(blocks))


def _own_figures(tables: Mapping[str, TableBlock]) -> list[Key]:
    count = len(tables["own-figures"].rows)
    words = (
        Text("egen siffra", "figure of your own")
        if count == 1
        else Text("egna siffror", "figures of your own")
    )
    return [Key(count, words, "own")]


def _figures(
    agreement: Agreement, made: Mapping[str, Section], tables: Mapping[str, TableBlock], prefix: str
) -> list[Key]:
    """Return what the figures of an agreement come to, as far as their sections are shown."""
    keys: list[Key] = []
    whose = Text(", egna siffror", ", your own figures") if prefix else Text("", "")
    printed = whose if prefix else Text(", tryckt", ", as printed")

    def add(value: Cell, words: Text, section: str, more: Text = whose) -> None:
        keys.append(Key(value, Text(words.sv + more.sv, words.en + more.en), prefix + section))

    ledger = agreement.ledger()
    if ledger is not None and f"{prefix}ledger" in tables:
        for name in ledger.registers:
            words = Text(f"personer i registret {name}", f"persons in register {name}")
            add(Text.both(ledger.union(name).text), words, "ledger", printed)
        add(
            tables[f"{prefix}ledger"].rows[0][1],
            Text("personer sammanlagt", "persons in all"),
            "ledger",
        )
    if made.get(f"{prefix}relations", Section("", whose, ())).blocks:
        tested = Reconciled.of(agreement)
        failing, count = len(tested.failing), tested.stated
        if count:
            words = Text(
                "samband mellan siffrorna stämmer inte", "relations among the figures do not hold"
            )
            add(Text(f"{failing} av {count}", f"{failing} of {count}"), words, "relations")
        if tested.totals:
            add(
                len(tested.totals),
                Text("totaler är mindre än en del", "totals are smaller than a part"),
                "relations",
            )
    if f"{prefix}gaps" in tables:
        add(
            len(tables[f"{prefix}gaps"].rows), Text("luckor i källan", "gaps in the source"), "gaps"
        )
    if f"{prefix}staffing" in tables:
        words = Text("årsarbetskrafter i bemanning", "full-time equivalents of staffing")
        add(tables[f"{prefix}staffing"].rows[-1][-1], words, "staffing")
    return keys


def _in_force(rules: TableBlock, on: date) -> Key:
    count = sum(row[1] != NOT_IN_FORCE for row in rules.rows)
    return Key(
        Text(f"{count} av {len(rules.rows)}", f"{count} of {len(rules.rows)}"),
        Text(
            f"program gällde den {written_date(on, 'sv')}",
            f"programmes were in force on {written_date(on, 'en')}",
        ),
        "programmes",
    )


def _period(agreement: Agreement, on: date) -> Key:
    """Return when the agreement holds, and whether that covers the day."""
    words = Text("gäller överenskommelsen", "the agreement holds")
    if agreement.period.covers(on) is NO:
        words = Text(
            f"{words.sv}; inte den {written_date(on, 'sv')}",
            f"{words.en}; not on {written_date(on, 'en')}",
        )
    return Key(Text.both(agreement.period.text), words, "agreement")


def _persons(
    group: Text, names: Sequence[str], tables: Mapping[str, TableBlock], on: date, shown: Shown
) -> list[Block]:
    """Return how many are in the target group and meet the conditions of the main programmes, register by register."""
    targets = [tables[f"target-age-{name.lower()}" if name else "target"] for name in names]
    programmes = [tables[f"programmes-{name.lower()}" if name else "programmes"] for name in names]
    heads = [(_CERTAINLY, ALL_CERTAIN), (ASSUMED, None), (POSSIBLE, ALL_POSSIBLE)]
    rows: list[tuple[Cell, ...]] = [
        (group, *(_total(table, head) for table in targets for _, head in heads))
    ]
    ids = ["target"]
    absent: list[Text] = []
    for rule in _MAIN:
        ident = f"{rule.id} {rule.default_reading}"
        found = [dict(zip(table.ids, table.rows, strict=True))[ident] for table in programmes]
        if found[0][1] == NOT_IN_FORCE:
            absent.append(rule.name)
            continue
        rows.append((rule.name, *(cell for row in found for cell in row[2:5])))
        ids.append(ident)
    header = [Text("Program", "Programme")]
    for name in names:
        for head, _ in heads:
            header.append(
                Text(f"{name}: {head.sv.lower()}", f"{name}: {head.en.lower()}") if name else head
            )
    # Nobody is in some columns for any programme: they are left to the programmes' own tables.
    kept = [
        n
        for n in range(len(header))
        if n % 3 == 1 or n == 0 or any(row[n] not in (0, None) for row in rows)
    ]
    table = TableBlock(
        id="summary-persons",
        caption=Text(
            f"Så många uppfyller villkoren den {written_date(on, 'sv')}",
            f"How many meet the conditions on {written_date(on, 'en')}",
        ),
        header=tuple(header[n] for n in kept),
        rows=tuple(tuple(row[n] for n in kept) for row in rows),
        ids=tuple(ids),
        numeric=frozenset(range(1, len(kept))),
        illustration=shown.illustration,
        see=("target", *(table.id for table in programmes)),
    )
    blocks: list[Block] = [table]
    if absent:
        sv, en = ([text.say(language) for text in absent] for language in ("sv", "en"))
        note = Text(
            f"Gäller inte den dagen: {listing(sv, 'sv')}.",
            f"Not in force that day: {listing(en, 'en')}.",
        )
        blocks.append(Note(note))
    if shown.threshold is not None:
        blocks.append(threshold_note(shown.threshold))
    return blocks


def _total(table: TableBlock, head: Text | None) -> Cell:
    """Return a total of the target group; 0 where the table has no such column, since nobody is in it."""
    return table.rows[-1][table.header.index(head)] if head in table.header else 0
