"""What the pages show of published figures: which add up, which do not and why, and what the gaps can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import drawn
import shown

import dualib
from dualib.counting import Discrepancy, Relation
from dualib.language import Language, Text, capital, listing
from dualib.local_agreements import Agreement, Figure, shown_together
from dualib.report import figure_ages, item_words, number_words

CAUSES = {
    "rounding": Text(
        "Avrundning av de tryckta talen förklarar skillnaden.",
        "Rounding of the printed numbers explains the difference.",
    ),
    "truncation": Text(
        "Andelen är avkortad i stället för avrundad.", "The share is cut off instead of rounded."
    ),
    "footnote": Text(
        "En fotnot i källan förklarar skillnaden.",
        "A footnote in the source explains the difference.",
    ),
    "other_base": Text(
        "Talen stämmer mot en annan bas än den angivna.",
        "The numbers fit another base than the stated one.",
    ),
}
MOST = 4


def page(language: Language) -> dict[str, Any]:
    """Return what the page on figures that add up, and figures that do not, shows."""
    found = []
    for agreement in dualib.agreements():
        failing = agreement.discrepancies()
        found.append(
            {
                "name": shown.name_of(agreement, language),
                "page": agreement.municipalities[0].id,
                "figures": len(agreement.figures),
                "relations": len(agreement.relations),
                "failing": [explained(agreement, item, language) for item in failing],
                "holding": holding(agreement, language),
                "checked": checked(agreement, language),
                "gaps": gap_rows(agreement, language),
            }
        )
    return {
        "agreements": found,
        "rows": [
            [
                f"[{item['name']}]({item['page']}.md)",
                str(item["figures"]),
                str(item["relations"]),
                str(len(item["failing"])),
            ]
            for item in found
        ],
    }


def figure_name(agreement: Agreement, name: str, language: Language) -> str:
    """Return a figure in words, with its municipality where the agreement is of several."""
    words = item_words(agreement, name).say(language)
    figure = agreement.figures.get(name)
    if figure is None or len(agreement.municipalities) == 1 or not figure.municipality:
        return words
    return f"{words}, {figure.municipality}"


def checked(agreement: Agreement, language: Language) -> str:
    """Say how many relations were tried and how many fail."""
    tried, failing = len(agreement.relations), len(agreement.discrepancies())
    if not tried:
        return Text(
            "Källan har inga tal som ska stämma med varandra.",
            "The source has no numbers that should fit each other.",
        ).say(language)
    if not failing:
        return Text(
            f"Alla {tried} samband mellan de tryckta talen stämmer, så långt de går att pröva.",
            f"All {tried} relations among the printed numbers hold, as far as they can be tried.",
        ).say(language)
    return Text(
        f"{failing} av {tried} samband mellan de tryckta talen stämmer inte. Talen står kvar som de är tryckta.",
        f"{failing} of {tried} relations among the printed numbers do not hold. The numbers stand as printed.",
    ).say(language)


def holding(agreement: Agreement, language: Language) -> list[shown.Row]:
    """Return the sums that hold, with their numbers: what was printed, and what the parts add up to."""
    wrong = {item.relation.id for item in agreement.discrepancies()}
    rows = []
    for relation in agreement.relations:
        sums = relation.kind == "sum" and relation.id not in wrong
        values = [value_of(agreement, name) for name in (relation.left, *relation.right)]
        if sums and all(value is not None for value in values):
            rows.append(
                [
                    capital(figure_name(agreement, relation.left, language)),
                    sum_words(agreement, relation, language),
                    place_of(agreement, relation),
                ]
            )
    return rows


def sum_words(agreement: Agreement, relation: Relation, language: Language) -> str:
    """Write a sum that holds with its numbers: ``787 = 490 + 297``."""
    parts = [number_words(value_of(agreement, name)).say(language) for name in relation.right]
    double = number_words(abs(relation.adjust)).say(language)
    counted_twice = Text(f" − {double} (räknade två gånger)", f" − {double} (counted twice)").say(
        language
    )
    adjusted = (
        counted_twice if relation.adjust > 0 else f" + {double}" if relation.adjust < 0 else ""
    )
    return f"{number_words(value_of(agreement, relation.left)).say(language)} = {' + '.join(parts)}{adjusted}"


def value_of(agreement: Agreement, name: str) -> Fraction | None:
    """Return the value of a figure; None for what is hidden, missing or no figure."""
    figure = agreement.figures.get(name)
    return None if figure is None else figure.value


def place_of(agreement: Agreement, relation: Relation) -> str:
    """Return where the numbers of a relation are printed."""
    if relation.id in {row["id"] for row in agreement.sheets.get("relations", ())}:
        return agreement.place(relation.id)
    return agreement.place(relation.left)


def explained(agreement: Agreement, item: Discrepancy, language: Language) -> dict[str, Any]:
    """Say in words what does not add up, by how much, and which smallest changes would mend it."""
    relation = item.relation
    printed, computed, difference = (
        number_words(value).say(language)
        for value in (item.printed[relation.left], item.computed, item.difference)
    )
    parts = [
        f"{figure_name(agreement, name, language)}: {number_words(item.printed[name]).say(language)}"
        for name in (*relation.right, *((relation.base,) if relation.base else ()))
    ]
    mends = [
        listing(
            [
                f"{figure_name(agreement, change.cell, language)} "
                + Text("vore", "were").say(language)
                + f" {wanted(change.low, change.high, language)}"
                + Text(" i stället för", " instead of").say(language)
                + f" {number_words(change.printed).say(language)}"
                + (
                    f" ({listing([hint.say(language) for hint in change.hints], language)})"
                    if change.hints
                    else ""
                )
                for change in explanation.changes
            ],
            language,
        )
        for explanation in item.explanations
    ]
    return {
        "title": capital(figure_name(agreement, relation.left, language)),
        "note": "" if relation.note is None else relation.note.say(language),
        "numbers": Text(
            f"Tryckt {printed}, beräknat {computed}, skillnad {difference}.",
            f"Printed {printed}, computed {computed}, difference {difference}.",
        ).say(language),
        "parts": parts,
        "causes": [CAUSES[cause].say(language) for cause in item.explained_by],
        "mends": mends[:MOST],
        "more": max(0, len(mends) - MOST),
        "place": place_of(agreement, relation),
    }


def wanted(low: Fraction | None, high: Fraction | None, language: Language) -> str:
    """Say what a number would have to be."""
    if high is None:
        least = number_words(low).say(language)
        return Text(f"minst {least}", f"at least {least}").say(language)
    if low is None or low == high:
        return number_words(high).say(language)
    return f"{number_words(low).say(language)}–{number_words(high).say(language)}"


def gap_rows(agreement: Agreement, language: Language) -> list[shown.Row]:
    """Return what each hidden or missing figure can be, given everything printed."""
    rows = []
    for name, interval in agreement.bounds().items():
        figure = agreement.figures.get(name)
        if figure is not None:
            words = capital(figure_name(agreement, name, language))
            rows.append([words, wanted(interval.low, interval.high, language), figure.place])
    return rows


def by_sex(identity: str, title: str, figures: Sequence[Figure], language: Language) -> str:
    """Draw the women and men of a table as printed, category by category; nothing where it has not at least three.

    A table may divide the same persons in several ways: the way with most categories is drawn.
    """
    pairs: dict[str, dict[tuple[str, str], dict[str, Figure]]] = {}
    for figure in figures:
        if figure.unit == "persons" and figure.sex in ("woman", "man"):
            words = "" if figure.category is None else figure.category.say(language)
            label = ", ".join(
                word for word in (words, figure.period if varied(figures) else "") if word
            )
            pairs.setdefault(figure.dimension, {}).setdefault((label, figure_ages(figure)), {})[
                figure.sex
            ] = figure
    drawable = [
        [(label or aged, pair) for (label, aged), pair in found.items() if len(pair) == 2]
        for found in pairs.values()
    ]
    chosen = max(drawable, key=len, default=[])
    if not LEAST <= len(chosen) <= MOST_DRAWN:
        return ""
    rows = [(label, whole(pair["woman"]), whole(pair["man"])) for label, pair in chosen]
    about = Text(
        f"Kvinnor till vänster och män till höger, som talen är tryckta, i {len(chosen)} grupper.",
        f"Women to the left and men to the right, as the numbers are printed, in {len(chosen)} groups.",
    )
    return drawn.pairs(
        identity, rows, sides(language), HIDDEN.say(language), title, about.say(language)
    )


HIDDEN = Text("dold", "hidden")
LEAST, MOST_DRAWN = 3, 12

AND_MORE = Text(" med mera", " and more")


def at_a_glance(
    agreement: Agreement, place: str, tables: Mapping[str, Sequence[Figure]], language: Language
) -> str:
    """Draw the women and men of the chief tables of a municipality, from the first pair of each as printed."""
    rows = []
    for chosen in shown_together(agreement, "glance"):
        label = chosen.words or Text(chosen.figure, chosen.figure)
        figures = {figure.sex: figure for figure in reversed(tables[chosen.figure])}
        found = {sex: figures.get(sex) for sex in ("woman", "man")}
        if (woman := found["woman"]) is not None and (man := found["man"]) is not None:
            rows.append((label.say(language), whole(woman), whole(man)))
    if len(rows) < LEAST:
        return ""
    title = Text(
        "Kvinnor och män i de tryckta tabellerna", "Women and men in the printed tables"
    ).say(language)
    about = Text(
        f"Kvinnor till vänster och män till höger i {len(rows)} tabeller, som talen är tryckta.",
        f"Women to the left and men to the right in {len(rows)} tables, as the numbers are printed.",
    ).say(language)
    return drawn.pairs(f"glance-{place}", rows, sides(language), HIDDEN.say(language), title, about)


def sides(language: Language) -> tuple[str, str]:
    """Return what stands to the left and to the right."""
    return Text("Kvinnor", "Women").say(language), Text("Män", "Men").say(language)


def varied(figures: Sequence[Figure]) -> bool:
    """Whether a table is about several times."""
    return len({figure.period for figure in figures}) > 1


def whole(figure: Figure) -> int | None:
    """Return a count as printed, None where the source hides it."""
    return None if figure.value is None else int(figure.value)
