"""The target group: counted in the register, beside the figures the agreement prints."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np

from dualib.agreements import Agreement
from dualib.counting import Dimension, count, has_fact, has_status
from dualib.counting import Table as Counts
from dualib.language import Text, written_date
from dualib.register import Register
from dualib.report.blocks import Block, Cell, Note, Section, Table
from dualib.report.protected import Shown

__all__ = ["BESIDE", "target_section"]

NOT_PUBLISHED = Text("ej publicerat", "not published")

#: For a register of an agreement: what is counted by sex, and the figures printed for women, men and all.
BESIDE: Mapping[str, Mapping[str, tuple[tuple[str, Any, Mapping[str, str]], ...]]] = {
    "kalmar": {
        "AF": (
            ("all", None, {"": "af"}),
            (
                "education",
                "education",
                {
                    "below_compulsory": "af.education-below",
                    "compulsory": "af.education-compulsory",
                    "upper_secondary": "af.education-upper-secondary",
                    "post_secondary": "af.education-post-secondary",
                },
            ),
            ("disability", has_fact("disability_code"), {"yes": "af.disability"}),
            ("measure", has_status("in_other_measure"), {"yes": "af.measure"}),
            ("part-time", has_status("part_time"), {"yes": "af.part-time"}),
            ("age", ("age", [16, 20, 25]), {"16-19": "target.af.16-19"}),
        ),
        "KAA": (("all", None, {"": "kaa"}),),
    }
}
_SEXES = (("woman", ".women"), ("man", ".men"))
_ONE = Dimension("all", Text("alla", "all"), ("all",), (Text("alla", "all"),))


def _published(agreement: Agreement, figure: str) -> Cell:
    found = agreement.figures.get(figure)
    return NOT_PUBLISHED if found is None else found.printed


def target_section(agreement: Agreement, registers: Mapping[str, Register], on: date, shown: Shown) -> Section:
    """Return the counts by sex and by what the agreement prints, each beside the published figure."""
    title = Text("Målgruppen", "The target group")
    blocks: list[Block] = []
    if not registers:
        return _published_only(agreement, title)
    if shown.label is not None:
        blocks.append(Note(shown.label, "illustration"))
    for name, register in registers.items():
        everyone = np.ones(register.size, dtype=np.int8)
        beside = BESIDE.get(agreement.id, {}).get(name, (("all", None, {"": ""}), ("age", ("age", [16, 20, 25]), {})))
        rows: list[tuple[Cell, ...]] = []
        remarks: dict[Text, None] = {}
        for _, by, published in beside:
            grouping = ["sex"] if by is None else [by, "sex"]
            table = count(register, everyone, by=grouping, on=on).over("answer")
            rows += _beside(agreement, table, published, shown, remarks)
        blocks.append(
            Table(
                id=f"target-{name.lower()}" if name else "target",
                caption=Text(
                    f"Räknat i registret {name} den {written_date(on, 'sv')}".replace("  ", " "),
                    f"Counted in the register {name} on {written_date(on, 'en')}".replace("  ", " "),
                ),
                header=(
                    Text("Grupp", "Group"),
                    Text("Kvinnor, räknat", "Women, counted"),
                    Text("Kvinnor, tryckt", "Women, printed"),
                    Text("Män, räknat", "Men, counted"),
                    Text("Män, tryckt", "Men, printed"),
                    Text("Okänt kön", "Sex unknown"),
                    Text("Alla, räknat", "All, counted"),
                    Text("Alla, tryckt", "All, printed"),
                ),
                rows=tuple(rows),
                numeric=frozenset(range(1, 8)),
                illustration=shown.illustration,
                source=Text(
                    f"tryckt: överenskommelsen för {agreement.name}", f"printed: the agreement of {agreement.name}"
                ),
            )
        )
        blocks += [Note(remark, "protected") for remark in remarks]
    return Section("target", title, tuple(blocks))


def _beside(
    agreement: Agreement, counts: Counts, published: Mapping[str, str], shown: Shown, remarks: dict[Text, None]
) -> list[tuple[Cell, ...]]:
    """Return the rows of one grouping: counted beside printed, for women, men and all."""
    cells, remark = shown.cells(counts) if len(counts.dimensions) > 1 else _single(counts, shown)
    if remark is not None:
        remarks[remark] = None
    sexes = counts.dimension("sex").categories
    where = {category: sexes.index(category) for category in sexes}
    groups: list[tuple[str, Text]] = (
        [("", Text("Alla", "All"))]
        if len(counts.dimensions) == 1
        else [
            (
                category,
                Text(f"{counts.dimensions[0].label.sv}: {words.sv}", f"{counts.dimensions[0].label.en}: {words.en}"),
            )
            for category, words in zip(counts.dimensions[0].categories, counts.dimensions[0].labels, strict=True)
        ]
    )
    rows = []
    for index, (category, label) in enumerate(groups):
        line = cells[index]
        total = line[-1]
        stem = published.get(category)
        if total == 0 and stem is None:
            continue
        row: list[Cell] = [label]
        for sex, suffix in _SEXES:
            row.append(line[where[sex]] if sex in where else 0)
            row.append(NOT_PUBLISHED if stem is None else _published(agreement, f"{stem}{suffix}"))
        row.append(line[where["unknown"]] if "unknown" in where else 0)
        row.append(total)
        whole = stem if stem is None or stem in agreement.figures else f"{stem}.all"
        row.append(NOT_PUBLISHED if whole is None else _published(agreement, whole))
        rows.append(tuple(row))
    return rows


def _single(counts: Counts, shown: Shown) -> tuple[list[list[int | Text]], Text | None]:
    """Return a one-way table as one row with its total last."""
    as_two = Counts(
        counts.label,
        (_ONE, *counts.dimensions),
        counts.values.reshape(1, -1),
    )
    return shown.cells(as_two)


def _published_only(agreement: Agreement, title: Text) -> Section:
    """Return what the agreement itself prints of the group, where there are no persons to count."""
    note = Note(
        Text(
            "Inga personer är räknade. Vad överenskommelsen själv trycker står under Publicerade siffror.",
            "No persons are counted. What the agreement itself prints stands under Published figures.",
        ),
        "info",
    )
    if agreement.target_group_words is None:
        return Section("target", title, (note,))
    return Section("target", title, (Note(agreement.target_group_words), note))
