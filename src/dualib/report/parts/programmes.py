"""Who meets the formal conditions of which programme on the day: certain, certain under assumptions, possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

import numpy as np

from dualib.agreements import Agreement
from dualib.conditions import View
from dualib.counting import count
from dualib.dates import UNKNOWN_DAY, to_day
from dualib.evaluation import evaluate
from dualib.facts import FACTS, FactValue
from dualib.language import Text, listing, written_date
from dualib.offers import Stance
from dualib.programmes import PROGRAMMES
from dualib.register import Register
from dualib.report import charts
from dualib.report.blocks import Block, Cell, Note, Picture, Section, Table
from dualib.report.protected import HIDDEN, Shown
from dualib.rules import Rule

__all__ = ["offers_section", "programmes_section", "reading_words", "rules_section"]

NOT_IN_FORCE = Text("gäller inte den dagen", "not in force that day")
CERTAIN = Text("Uppfyller villkoren säkert", "Certainly meet the conditions")
ASSUMED = Text("Därtill under antagandena", "Also, under the assumptions")
POSSIBLE = Text("Därtill möjligt", "Also possible")


def reading_words(reading: str) -> Text:
    """Return whose text a reading is."""
    if reading == "dua":
        return Text("gemensam modell", "shared model")
    if reading == "sfs":
        return Text("författningen", "the ordinance")
    name = reading.removeprefix("agreement:")
    return Text(f"överenskommelsen ({name})", f"the agreement ({name})")


def _stance(agreement: Agreement, rule: Rule) -> Text:
    return Stance(agreement.stance(rule)).words


def rules_section(agreement: Agreement, on: date) -> Section:
    """Return which programmes were in force on the day, without persons."""
    rows = []
    for rule in PROGRAMMES:
        version = rule.version_or_none(on)
        until = None if version is None or version.valid_to is None else version.valid_to
        rows.append(
            (
                rule.name,
                NOT_IN_FORCE if version is None else Text("gäller", "in force"),
                None if until is None else Text(written_date(until, "sv"), written_date(until, "en")),
                reading_words(rule.default_reading),
                _stance(agreement, rule),
                "" if version is None else str(version.citations[0]),
            )
        )
    table = Table(
        id="rules",
        caption=Text(f"Programmen den {written_date(on, 'sv')}", f"The programmes on {written_date(on, 'en')}"),
        header=(
            Text("Program", "Programme"),
            Text("Den dagen", "That day"),
            Text("Till och med", "Until"),
            Text("Läsning", "Reading"),
            Text("Överenskommelsen", "The agreement"),
            Text("Källa", "Source"),
        ),
        rows=tuple(rows),
    )
    note = Note(
        Text(
            "Inga personuppgifter är lästa, så inga personer är räknade. Med egna filer räknas de: se dualib template.",
            "No persons were read, so none are counted. With files of your own they are: see dualib template.",
        ),
        "info",
    )
    return Section("programmes", Text("Programmen", "The programmes"), (note, table))


def _counts(register: Register, rule: Rule, reading: str, on: date, assume: Mapping[str, FactValue]) -> list[int]:
    """Return how many are certain, certain only if assumed, possible beyond that, and not."""
    plain = rule.verdicts(register, on=on, reading=reading)
    assumed = rule.verdicts(register, on=on, reading=reading, assume=assume)
    certain = int((plain == 1).sum())
    under = int(((assumed == 1) & (plain != 1)).sum())
    possible = int((assumed == 0).sum())
    return [certain, under, possible, register.size - certain - under - possible]


def _missing_most(register: Register, rule: Rule, on: date, assume: Mapping[str, FactValue]) -> Text | None:
    """Return which fact leaves the most answers open, among the facts the rule reads."""
    version = rule.version(on)
    open_rows = rule.verdicts(register, on=on, assume=assume) == 0
    if not open_rows.any():
        return None
    view = View(register, to_day(on), assume)
    counts: dict[Text, int] = {}
    for name in sorted(version.condition.reads):
        if name in FACTS:
            counts[FACTS[name].words] = int((open_rows & (view.column(name) == UNKNOWN_DAY)).sum())
    most = max(counts.values(), default=0)
    if most == 0:
        return Text("dagar som inte har observerats", "days that were not observed")
    return next(words for words, number in counts.items() if number == most)


def _protected(numbers: list[int], shown: Shown) -> list[Cell]:
    """Return the counts of one rule as they may be shown: they add up to all, so at least two are hidden or none."""
    if shown.threshold is None:
        return list(numbers)
    small = [0 < number < shown.threshold for number in numbers]
    if not any(small):
        return list(numbers)
    hidden = set(np.flatnonzero(small).tolist())
    while len(hidden) < 2 or sum(numbers[i] for i in hidden) < 2 * shown.threshold:
        rest = [i for i in range(len(numbers)) if i not in hidden]
        if not rest:
            break
        hidden.add(min(rest, key=lambda i: (numbers[i] == 0, numbers[i])))
    return [HIDDEN if i in hidden else number for i, number in enumerate(numbers)]


def _assumed(name: str, value: FactValue) -> Text:
    """Return what an assumption says of the person."""
    fact = FACTS[name]
    clause = fact.yes if value is True else fact.no if value is False else None
    return clause or Text(f"har {fact.words.sv} {value}", f"has {fact.words.en} {value}")


def _told(parts: Sequence[Fraction | int]) -> Text:
    """Return the numbers of a bar: how many meet the conditions, and how many more possibly."""
    certain, maybe = int(parts[0] + parts[1]), int(parts[2])
    if not maybe:
        return Text(str(certain), str(certain))
    return Text(f"{certain}, möjligen {maybe} till", f"{certain}, possibly {maybe} more")


def programmes_section(
    agreement: Agreement, name: str, register: Register, on: date, assume: Mapping[str, FactValue], shown: Shown
) -> Section:
    """Return the counts of every programme for one register."""
    ident = f"programmes-{name.lower()}" if name else "programmes"
    words = (
        Text(f"Programmen: registret {name}", f"The programmes: register {name}")
        if name
        else Text("Programmen", "The programmes")
    )
    evaluation = evaluate(register, PROGRAMMES, on=on)
    rows: list[tuple[Cell, ...]] = []
    others: list[tuple[Cell, ...]] = []
    drawn: list[charts.Bar] = []
    for index, rule in enumerate(PROGRAMMES):
        if evaluation.not_in_force[index].all():
            rows.append((rule.name, NOT_IN_FORCE, None, None, None, reading_words(rule.default_reading), None))
            continue
        numbers = _counts(register, rule, rule.default_reading, on, assume)
        cells = _protected(numbers, shown)
        missing = _missing_most(register, rule, on, assume)
        rows.append((rule.name, *cells, reading_words(rule.default_reading), missing))
        if cells == numbers and any(numbers[:3]):
            drawn.append(charts.Bar(rule.name, tuple(numbers[:3]), None))
        for reading in rule.readings:
            if reading == rule.default_reading or rule.version_or_none(on, reading) is None:
                continue
            if reading.startswith("agreement:") and reading != f"agreement:{agreement.id}":
                continue
            other = _counts(register, rule, reading, on, assume)
            apart = [abs(a - b) for a, b in zip(numbers, other, strict=True)]
            close = shown.threshold is not None and any(0 < gap < shown.threshold for gap in apart)
            same = [HIDDEN] * 4 if close else _protected(other, shown)
            others.append((rule.name, *same, reading_words(reading), _stance(agreement, rule)))
    header = (
        Text("Program", "Programme"),
        CERTAIN,
        ASSUMED,
        POSSIBLE,
        Text("Nej", "No"),
        Text("Läsning", "Reading"),
        Text("Fattas mest", "Missing most"),
    )
    blocks: list[Block] = []
    if shown.label is not None:
        blocks.append(Note(shown.label, "illustration"))
    blocks.append(
        Note(
            Text(
                "Att uppfylla de formella villkoren är ingen rättighet: myndigheten prövar och beslutar.",
                "To meet the formal conditions is no right: the authority examines and decides.",
            )
        )
    )
    if assume:
        said = [_assumed(name, value) for name, value in assume.items()]
        blocks.append(
            Note(
                Text(
                    f"Antaget där det inte är känt: personen {listing([text.sv for text in said], 'sv')}.",
                    f"Assumed where it is not known: the person {listing([text.en for text in said], 'en')}.",
                ),
                "info",
            )
        )
    caption = Text(
        f"Personer efter svar den {written_date(on, 'sv')}", f"Persons by answer on {written_date(on, 'en')}"
    )
    if drawn:
        description = Text(
            "För varje program: hur många som säkert uppfyller villkoren, under antagandena, och möjligen.",
            "For each programme: how many certainly meet the conditions, do so as assumed, and possibly do.",
        )

        def draw(language: str) -> str:
            labelled = [charts.Bar(bar.label, bar.parts, _told(bar.parts)) for bar in drawn]
            return charts.bars(
                ident, labelled, (CERTAIN, ASSUMED, POSSIBLE), caption, description, language, most=register.size
            )

        blocks.append(
            Picture(
                id=f"{ident}-picture",
                title=caption,
                description=description,
                table=ident,
                draw=draw,
                illustration=shown.illustration,
            )
        )
    numeric = frozenset({1, 2, 3, 4})
    blocks.append(
        Table(
            id=ident, caption=caption, header=header, rows=tuple(rows), numeric=numeric, illustration=shown.illustration
        )
    )
    if others:
        blocks.append(
            Table(
                id=f"{ident}-readings",
                caption=Text("Samma program i andra läsningar", "The same programmes in other readings"),
                header=(*header[:6], Text("Överenskommelsen", "The agreement")),
                rows=tuple(others),
                numeric=numeric,
                illustration=shown.illustration,
            )
        )
    if shown.threshold is not None:
        blocks.append(_threshold_note(shown.threshold))
    return Section(ident, words, tuple(blocks))


def _threshold_note(threshold: int) -> Note:
    return Note(
        Text(
            f"Antal under {threshold} är dolda, och med dem så många andra att de inte kan räknas ut.",
            f"Counts under {threshold} are hidden, and so many others that they cannot be computed.",
        ),
        "protected",
    )


def offers_section(agreement: Agreement, registers: Mapping[str, Register], on: date, shown: Shown) -> Section:
    """Return the agreement's own offers: who they are for, and how many meet their conditions."""
    rows: list[tuple[Cell, ...]] = []
    names = list(registers)
    for offer in agreement.offers.values():
        remark = offer.outside_period(on)
        cells: list[Cell] = []
        for name in names:
            register = registers[name]
            if offer.rule.version_or_none(on) is None:
                cells.append(NOT_IN_FORCE)
                continue
            table = count(register, offer.rule, on=on)
            yes = int(table.certain.total or 0)
            maybe = int(table.possible.total or 0) - yes
            low, more = _protected([yes, maybe, 0, register.size - yes - maybe], shown)[:2]
            cells.append(
                Text(f"{low} (+{more})", f"{low} (+{more})")
                if isinstance(low, int) and isinstance(more, int)
                else HIDDEN
            )
        state = {"existing": Text("finns", "existing"), "planned": Text("planeras", "planned")}.get(
            offer.state, Text("avslutad", "ended")
        )
        rows.append((offer.name, offer.provider, state, *cells, remark, offer.citation.place))
    header = (
        Text("Insats", "Offer"),
        Text("Anordnare", "Provider"),
        Text("Läge", "State"),
        *(Text(f"Säkert (+ möjligt) {name}".strip(), f"Certain (+ possible) {name}".strip()) for name in names),
        Text("Anmärkning", "Remark"),
        Text("Plats i källan", "Place in the source"),
    )
    blocks: list[Block] = []
    if shown.label is not None:
        blocks.append(Note(shown.label, "illustration"))
    blocks.append(
        Table(
            id="offers",
            caption=Text("Överenskommelsens egna insatser", "The agreement's own offers"),
            header=header,
            rows=tuple(rows),
            numeric=frozenset(range(3, 3 + len(names))),
            illustration=shown.illustration,
        )
    )
    return Section("offers", Text("Lokala insatser", "Local offers"), tuple(blocks))
