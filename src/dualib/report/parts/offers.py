"""The agreement's own offers: what they are, and how many meet the conditions it states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

import numpy as np

from dualib.language import Text
from dualib.local_agreements import Agreement
from dualib.local_agreements.offers import Offer
from dualib.register import Register
from dualib.report.blocks import Block, Cell, Note, Section, TableBlock
from dualib.report.parts.programmes import NOT_IN_FORCE, threshold_note
from dualib.report.release.release import Release, Shown

__all__ = ["offers_section"]

_STATES: Final = {
    "existing": Text("finns", "existing"),
    "planned": Text("planeras", "planned"),
    "ended": Text("avslutad", "ended"),
}
_KINDS: Final = {
    "programme": Text("program", "programme"),
    "activity": Text("verksamhet", "activity"),
    "service": Text("stöd", "service"),
    "contact": Text("kontakt", "contact"),
    "guarantee": Text("garanti", "guarantee"),
}
_OPEN_TO_ALL = Text("inga villkor anges", "no conditions are stated")


def offers_section(
    agreement: Agreement,
    registers: Mapping[str, Register],
    on: date,
    shown: Shown,
    releases: Mapping[str, Release],
) -> Section:
    """Return the agreement's own offers: and how many certainly and possibly meet their conditions."""
    rows: list[tuple[Cell, ...]] = []
    for offer in agreement.offers.values():
        cells: list[Cell] = []
        remarks = [_remark(offer, on)] if registers else []
        for name, register in registers.items():
            if any(remarks):
                cells += [None, None]
            else:
                answers = 1 - offer.verdicts(register, on=on).astype(np.intp)
                cells += releases[name].answers(answers, 3)[:2]
        rows.append(
            (
                offer.name,
                _KINDS[offer.kind],
                offer.provider,
                _STATES[offer.state],
                *cells,
                _joined([*remarks, offer.outside_period(on)]),
                offer.citation.place,
            )
        )
    counted: list[Text] = []
    for name in registers:
        where = Text(f" ({name})", f" ({name})") if name else Text("", "")
        counted.append(Text(f"Uppfyller säkert{where.sv}", f"Certainly meet{where.en}"))
        counted.append(Text(f"Därtill möjligt{where.sv}", f"Also possible{where.en}"))
    table = TableBlock(
        id="offers",
        caption=Text(
            f"Överenskommelsens egna insatser ({len(rows)})",
            f"The agreement's own offers ({len(rows)})",
        ),
        header=(
            Text("Insats", "Offer"),
            Text("Slag", "Kind"),
            Text("Anordnare", "Provider"),
            Text("Läge", "State"),
            *counted,
            Text("Anmärkning", "Remark"),
            Text("Plats i källan", "Place in the source"),
        ),
        rows=tuple(rows),
        ids=tuple(agreement.offers),
        numeric=frozenset(range(4, 4 + 2 * len(registers))),
        aside=frozenset({1, 5 + 2 * len(registers)}),
        folded=len(rows) > 12,
        illustration=shown.illustration,
    )
    blocks: list[Block] = [] if shown.label is None else [Note(shown.label, "illustration")]
    blocks.append(table)
    if shown.threshold is not None:
        blocks.append(threshold_note(shown.threshold))
    return Section("offers", Text("Lokala insatser", "Local offers"), tuple(blocks) if rows else ())


def _remark(offer: Offer, on: date) -> Text | None:
    """Say why nobody is counted for an offer; None where they are."""
    if offer.rule.version_or_none(on) is None:
        return NOT_IN_FORCE
    return _OPEN_TO_ALL if offer.unconditional else None


def _joined(remarks: Iterable[Text | None]) -> Text | None:
    said = [remark for remark in remarks if remark is not None]
    return (
        Text("; ".join(text.sv for text in said), "; ".join(text.en for text in said))
        if said
        else None
    )
