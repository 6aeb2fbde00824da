"""Figures of the user's own, without any persons: protected, reconciled, bounded, and staffed."""

from __future__ import annotations

import attrs

from dualib.language import Text
from dualib.local_agreements import Agreement
from dualib.report.blocks import Block, Cell, Facts, Note, Picture, Section, TableBlock
from dualib.report.parts.published import gaps_section, ledger_section, relations_section
from dualib.report.parts.staffing import staffing_section
from dualib.report.parts.words import SEX_WORDS, at_home, figure_ages, figure_measure, unit_words
from dualib.report.release.own_figures import safe_figures, safe_ledger
from dualib.report.release.release import HIDDEN

__all__ = ["own_figures_sections"]


def own_figures_sections(own: Agreement, threshold: int | None) -> list[Section]:
    """Return the user's figures, and what can be said of them without persons and without giving a small count away."""
    visible = safe_figures(own, threshold)
    home = at_home(own)
    several = any(figure.municipality not in ("", home) for figure in own.figures.values())
    rows: list[tuple[Cell, ...]] = []
    for figure in own.figures.values():
        value: Cell = figure.printed if figure.id in visible else HIDDEN
        if figure.status != "ok":
            value = Text("saknas", "missing")
        sex = SEX_WORDS.get(figure.sex)
        where = (figure.municipality,) if several else ()
        told = (
            sex,
            figure_ages(figure),
            figure.period_words,
            value,
            unit_words(figure.unit),
            figure.place,
        )
        rows.append((figure_measure(figure), *where, *told))
    table = TableBlock(
        id="own-figures",
        caption=Text("Din siffra", "Your figure")
        if len(rows) == 1
        else Text(f"Dina {len(rows)} siffror", f"Your {len(rows)} figures"),
        header=(
            Text("Vad", "What"),
            *((Text("Kommun", "Municipality"),) if several else ()),
            Text("Kön", "Sex"),
            Text("Ålder", "Ages"),
            Text("Tid", "Period"),
            Text("Värde", "Value"),
            Text("Enhet", "Unit"),
            Text("Källa", "Source"),
        ),
        rows=tuple(rows),
        ids=tuple(own.figures),
        numeric=frozenset({4 + several}),
        folded=len(rows) > 30,
    )
    blocks: list[Block] = [table]
    everything = len(visible) == len(own.figures)
    if not everything:
        note = Text(
            f"Antal under {threshold} är dolda, liksom andelar och de antal som annars skulle avslöja dem. Samband, "
            "luckor och register visas då inte: de skulle skriva ut de dolda talen.",
            f"Counts under {threshold} are hidden, as are shares and the counts that would reveal them. Relations, "
            "gaps and registers are then left out: they would print the hidden numbers.",
        )
        blocks.append(Note(note, "protected"))
    title = Text("Egna siffror", "Your own figures")
    found = [Section("own", title, tuple(blocks))]
    if everything:
        ledger = own.ledger()
        if ledger is not None and safe_ledger(ledger, threshold):
            found.append(_renamed(ledger_section(own)))
        found.append(_renamed(relations_section(own)))
        # What a missing count can be may be a small count.
        found += [] if threshold is not None else [_renamed(gaps_section(own))]
    if own.staffing.posts:
        found.append(_renamed(staffing_section(own, figures=everything)))
    return found


def _renamed(section: Section) -> Section:
    """Keep ids and titles apart from those of the published agreement."""
    blocks: list[Block] = []
    for block in section.blocks:
        if isinstance(block, (TableBlock, Facts)):
            blocks.append(attrs.evolve(block, id=f"own-{block.id}"))
        elif isinstance(block, Picture):
            blocks.append(attrs.evolve(block, id=f"own-{block.id}", table=f"own-{block.table}"))
        else:
            blocks.append(block)
    title = Text(
        f"Egna siffror: {section.title.sv.lower()}", f"Your own figures: {section.title.en.lower()}"
    )
    return Section(f"own-{section.id}", title, tuple(blocks))
