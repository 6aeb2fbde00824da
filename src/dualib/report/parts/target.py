"""The target group: counted in the register, beside the figures the agreement prints."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import numpy as np

from dualib.counting import Table, count, has_fact, has_status
from dualib.counting.persons.groupings import AskedRegister, grouping
from dualib.dates import to_day
from dualib.language import Text, written_date
from dualib.local_agreements import Agreement
from dualib.local_agreements.report_rows import shown_together
from dualib.register import Register
from dualib.report import charts
from dualib.report.blocks import Block, Cell, Note, Picture, Section, TableBlock
from dualib.report.parts.programmes import threshold_note
from dualib.report.parts.words import cited
from dualib.report.release.release import HIDDEN, Release, Shown

__all__ = ["ALL_CERTAIN", "ALL_POSSIBLE", "target_section"]

NOT_PUBLISHED: Final = Text("ej publicerat", "not published")

_SEXES: Final = (("woman", ".women"), ("man", ".men"))
_WOMEN, _MEN, _ALL = Text("Kvinnor", "Women"), Text("Män", "Men"), Text("Alla", "All")
_BANDS: Final = ("age", [16, 20, 25])
ALL_CERTAIN: Final = Text("Alla, säkert", "All, certain")
ALL_POSSIBLE: Final = Text("Alla, därtill möjligt", "All, also possible")


def _published(agreement: Agreement, figure: str | None) -> Cell:
    """Return a figure as printed; where there is none, the words for that."""
    found = None if figure is None else agreement.figures.get(figure)
    return NOT_PUBLISHED if found is None else found.printed


def target_section(
    agreement: Agreement,
    registers: Mapping[str, Register],
    on: date,
    shown: Shown,
    releases: Mapping[str, Release],
) -> Section:
    """Return the target group by age and sex, and what the agreement prints beside what is counted."""
    title = Text("Målgruppen", "The target group")
    blocks: list[Block] = [] if shown.label is None else [Note(shown.label, "illustration")]
    if agreement.target_group_words is not None:
        blocks.append(Note(agreement.target_group_words))
    if not registers:
        note = Text(
            "Inga personer är räknade. Vad överenskommelsen själv trycker står under Publicerade siffror.",
            "No persons are counted. What the agreement itself prints stands under Published figures.",
        )
        return Section("target", title, (*blocks, Note(note, "info")))
    for name, register in registers.items():
        blocks += _by_age(agreement, name, register, on, shown, releases[name])
        # Counts of persons of the user's own (the register without a name) are never put beside.
        if name and any(row.register == name for row in shown_together(agreement, "beside")):
            blocks.append(_beside(agreement, name, register, on, shown))
    if shown.threshold is not None:
        blocks.append(threshold_note(shown.threshold))
    return Section("target", title, tuple(blocks))


def _by_age(
    agreement: Agreement, name: str, register: Register, on: date, shown: Shown, release: Release
) -> list[Block]:
    """Return the group by age, sex and answer, as a pyramid and as a table."""
    asked = AskedRegister(register, to_day(on))
    ages, age_codes = grouping(_BANDS).divide(asked)
    sexes, sex_codes = grouping("sex").divide(asked)
    rule = agreement.target_group
    verdicts = (
        np.ones(register.size, dtype=np.int8) if rule is None else rule.verdicts(register, on=on)
    )
    answers = 1 - verdicts.astype(np.intp)
    cells = release.table(
        [age_codes, sex_codes, answers], (len(ages.categories), len(sexes.categories), 3)
    )
    who = (
        Text("Personer i registret", "Persons in the register")
        if rule is None
        else Text("Målgrupp", "Target group")
    )
    where = Text(f" {name}", f" {name}") if name else Text("", "")
    printed_whole = () if name else shown_together(agreement, "whole")
    whole = {row.category: row.figure for row in printed_whole}
    places = [*range(len(ages.categories)), -1]
    rows: list[list[Cell]] = []
    drawn: list[tuple[Text, charts.Wing, charts.Wing]] = []
    for place in places:
        label = _ALL if place == -1 else _years(ages.categories[place], ages.labels[place])
        pairs = [(cells[place, sex, 0], cells[place, sex, 1]) for sex in (0, 1, 2, -1)]
        if place != -1 and all(cell == 0 for pair in pairs for cell in pair):
            continue
        printed = _published(
            agreement, whole.get("total" if place == -1 else ages.categories[place])
        )
        rows.append([label, *(cell for pair in pairs for cell in pair), printed])
        if place != -1:
            drawn.append((label, _wing(*pairs[0]), _wing(*pairs[1])))
    ident = f"target-age-{name.lower()}" if name else "target"
    caption = Text(
        f"{who.sv}{where.sv} efter ålder och kön den {written_date(on, 'sv')}",
        f"{who.en}{where.en} by age and sex on {written_date(on, 'en')}",
    )
    header = [Text("Ålder", "Age")]
    for sex in (_WOMEN, _MEN, Text("Okänt kön", "Sex unknown"), _ALL):
        header.append(Text(f"{sex.sv}, säkert", f"{sex.en}, certain"))
        header.append(Text(f"{sex.sv}, därtill möjligt", f"{sex.en}, also possible"))
    header.append(Text("Tryckt i överenskommelsen", "Printed in the agreement"))
    # A column that is empty from top to bottom tells nothing; certain women, men and all are always there.
    kept = [n for n in range(9) if n in (0, 1, 3, 7) or any(row[n] != 0 for row in rows)] + (
        [] if name else [9]
    )
    table = TableBlock(
        id=ident,
        caption=caption,
        header=tuple(header[n] for n in kept),
        rows=tuple(tuple(row[n] for n in kept) for row in rows),
        numeric=frozenset(range(1, len(kept))),
        total=True,
        illustration=shown.illustration,
        source=None if rule is None else cited(rule.version(on).citations[0]),
    )
    description = Text(
        "Kvinnor till vänster och män till höger; hel stapel: säkert med, streckad: möjligen med.",
        "Women to the left and men to the right; solid: certainly in the group, hatched: possibly.",
    )

    def draw(language: str, identity: str) -> str:
        legend = (Text("säkert", "certain"), None, Text("därtill möjligt", "also possible"))
        return charts.pyramid_chart(
            identity, drawn, (_WOMEN, _MEN), legend, caption, description, language
        )

    if not drawn:
        return [table]
    picture = Picture(
        id=f"{ident}-picture",
        title=caption,
        description=description,
        table=ident,
        draw=draw,
        illustration=shown.illustration,
    )
    return [picture, table]


def _years(category: str, label: Text) -> Text:
    """Return an age band with its unit."""
    if not category[0].isdigit():
        return label
    dashed = category.replace("-", "–")
    return Text(f"{dashed} år", f"aged {dashed}")


def _wing(certain: Any, possible: Any) -> charts.Wing:
    if certain is HIDDEN or possible is HIDDEN:
        return charts.Wing(instead=HIDDEN)
    return charts.Wing(int(certain), int(possible))


def _beside(
    agreement: Agreement, name: str, register: Register, on: date, shown: Shown
) -> TableBlock:
    """Return the counts of a made-up register beside the figures it was made from."""
    everyone = np.ones(register.size, dtype=np.int8)
    rows: list[tuple[Cell, ...]] = []
    asked = [row for row in shown_together(agreement, "beside") if row.register == name]
    for by, group in itertools.groupby(asked, key=lambda row: row.by):
        divided = [_division(by), "sex"] if by else ["sex"]
        table = count(register, everyone, by=divided, on=on).over("answer")
        rows += _lines(agreement, table, {row.category: row.figure for row in group})
    return TableBlock(
        id=f"target-{name.lower()}",
        caption=Text(
            f"Räknat i registret {name} den {written_date(on, 'sv')}, bredvid det tryckta",
            f"Counted in the register {name} on {written_date(on, 'en')}, beside what is printed",
        ),
        header=(
            Text("Grupp", "Group"),
            Text("Kvinnor, räknat", "Women, counted"),
            Text("Kvinnor, tryckt", "Women, printed"),
            Text("Män, räknat", "Men, counted"),
            Text("Män, tryckt", "Men, printed"),
            Text("Alla, räknat", "All, counted"),
            Text("Alla, tryckt", "All, printed"),
        ),
        rows=tuple(rows),
        numeric=frozenset(range(1, 7)),
        illustration=shown.illustration,
        source=Text(
            f"tryckt: överenskommelsen för {agreement.name}",
            f"printed: the agreement of {agreement.name}",
        ),
    )


def _division(by: str) -> Any:
    """Return how a register is divided, as ``report.csv`` writes it."""
    kind, *rest = by.split()
    if kind == "age":
        return ("age", [int(bound) for bound in rest])
    divisions = {"has": has_fact, "status": has_status}
    return divisions[kind](rest[0]) if kind in divisions else by


def _lines(
    agreement: Agreement, counts: Table, published: Mapping[str, str]
) -> list[tuple[Cell, ...]]:
    """Return the rows of one grouping: counted beside printed, for women, men and all."""
    rows = []
    for category, stem in published.items():
        whole = stem if stem in agreement.figures else f"{stem}.all"
        figure = agreement.figures.get(whole)
        if category:
            first = counts.dimensions[0]
            words = first.labels[first.index(category)]
            label = (
                figure.category if figure is not None and first.name != "age" else None
            ) or _years(category, words)
            of = counts.select(first.name, category)
        else:
            label, of = _ALL, counts
        row: list[Cell] = [label]
        for sex, suffix in _SEXES:
            row += [of.at(sex=sex), _published(agreement, f"{stem}{suffix}")]
        rows.append((*row, of.total, _published(agreement, whole)))
    return rows
