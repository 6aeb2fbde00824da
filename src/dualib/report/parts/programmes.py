"""Who meets the formal conditions of which programme on the day: certain, certain under assumptions, possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from dualib.counting import unknown_causes
from dualib.language import Text, listing, written_date
from dualib.local_agreements import Agreement
from dualib.local_agreements.offers import Stance
from dualib.programmes import PROGRAMMES
from dualib.register import Register
from dualib.report import charts
from dualib.report.blocks import Block, Cell, Note, Picture, Section, TableBlock
from dualib.report.parts.words import cited, dated, number_words
from dualib.report.release.release import HIDDEN, Release, Shown
from dualib.rules.rule import Rule
from dualib.vocabulary.facts import FACTS, FactValue
from dualib.wording import reading_name

__all__ = [
    "ASSUMED",
    "CERTAIN",
    "NOT_IN_FORCE",
    "POSSIBLE",
    "programmes_section",
    "rules_section",
    "threshold_note",
]

NOT_IN_FORCE = Text("gäller inte den dagen", "not in force that day")
CERTAIN = Text("Uppfyller villkoren säkert", "Certainly meet the conditions")
ASSUMED = Text("Därtill under antagandena", "Also, as assumed")
POSSIBLE = Text("Därtill möjligt", "Also possible")
_SOURCE = Text("Källa", "Source")
_PROGRAMME, _READING = Text("Program", "Programme"), Text("Läsning", "Reading")
_STANCE = Text("Överenskommelsen", "The agreement")


def _stance(agreement: Agreement, rule: Rule) -> Text:
    return Stance(agreement.stance(rule)).words


def rules_section(agreement: Agreement, on: date) -> Section:
    """Return which programmes were in force on the day, without persons."""
    rows: list[tuple[Cell, ...]] = []
    for rule in PROGRAMMES:
        version = rule.version_or_none(on)
        until = None if version is None or version.valid_to is None else dated(version.valid_to)
        in_force = NOT_IN_FORCE if version is None else Text("gäller", "in force")
        source = None if version is None else cited(version.citations[0])
        rows.append(
            (
                rule.name,
                in_force,
                until,
                reading_name(rule.default_reading),
                _stance(agreement, rule),
                source,
            )
        )
    table = TableBlock(
        id="rules",
        caption=Text(
            f"Programmen den {written_date(on, 'sv')}",
            f"The programmes on {written_date(on, 'en')}",
        ),
        header=(
            _PROGRAMME,
            Text("Den dagen", "That day"),
            Text("Till och med", "Until"),
            _READING,
            _STANCE,
            _SOURCE,
        ),
        rows=tuple(rows),
        ids=tuple(rule.id for rule in PROGRAMMES),
        aside=frozenset({5}),
    )
    note = Note(
        Text(
            "Inga personuppgifter är lästa, så inga personer är räknade. Med egna filer räknas de: se dualib template.",
            "No persons were read, so none are counted. With files of your own they are: see dualib template.",
        ),
        "info",
    )
    return Section("programmes", Text("Programmen", "The programmes"), (note, table))


def _codes(
    register: Register, rule: Rule, reading: str, on: date, assume: Mapping[str, FactValue]
) -> npt.NDArray[np.intp]:
    """Return for each person 0 certain, 1 certain only if assumed, 2 possible beyond that, 3 not."""
    plain = rule.verdicts(register, on=on, reading=reading)
    assumed = rule.verdicts(register, on=on, reading=reading, assume=assume) if assume else plain
    codes = np.where(plain == 1, 0, np.where(assumed == 1, 1, np.where(assumed == 0, 2, 3)))
    return codes.astype(np.intp)


def _assumed(name: str, value: FactValue) -> Text:
    """Return what an assumption says of the person."""
    fact = FACTS[name]
    clause = fact.yes if value is True else fact.no if value is False else None
    return clause or Text(f"har {fact.words.sv} {value}", f"has {fact.words.en} {value}")


def _told(certain: int, maybe: int) -> Text:
    """Return how many meet the conditions, and how many more possibly."""
    if not maybe:
        return number_words(certain)
    if not certain:
        return Text(f"möjligen {number_words(maybe).sv}", f"possibly {number_words(maybe).en}")
    return Text(
        f"{number_words(certain).sv}, möjligen {number_words(maybe).sv} till",
        f"{number_words(certain).en}, possibly {number_words(maybe).en} more",
    )


def threshold_note(threshold: int) -> Note:
    """Return what a reader must know of hidden counts."""
    return Note(
        Text(
            f"Antal under {threshold} är dolda, och med dem de tal som annars skulle avslöja dem.",
            f"Counts under {threshold} are hidden, and with them the numbers that would reveal them.",
        ),
        "protected",
    )


def _family(rule: Rule) -> str:
    """Return the programme that a phase belongs to, else the rule's own id."""
    return rule.id.split("_fas_")[0]


def _readings(agreement: Agreement, rule: Rule, on: date) -> list[str]:
    """Return the other readings that concern a reader of this agreement, its own first."""
    own = f"agreement:{agreement.id}"
    found = [
        reading
        for reading in rule.readings
        if reading != rule.default_reading
        and (not reading.startswith("agreement:") or reading == own)
        and rule.version_or_none(on, reading) is not None
    ]
    return sorted(found, key=lambda reading: reading != own)


def programmes_section(
    agreement: Agreement,
    name: str,
    register: Register,
    on: date,
    assume: Mapping[str, FactValue],
    shown: Shown,
    release: Release,
) -> Section:
    """Return the counts of every programme for one register, other readings beside the default."""
    ident = f"programmes-{name.lower()}" if name else "programmes"
    words = (
        Text(f"Programmen: registret {name}", f"The programmes: register {name}")
        if name
        else Text("Programmen", "The programmes")
    )
    found: dict[tuple[str, str], tuple[Cell, ...]] = {}
    drawn: list[charts.Bar] = []
    for rule in PROGRAMMES:
        reading = rule.default_reading
        version = rule.version_or_none(on)
        if version is None:
            found[rule.id, reading] = (rule.name, NOT_IN_FORCE, *[None] * 6)
            continue
        codes = _codes(register, rule, reading, on, assume)
        cells = release.answers(codes, 4, family=_family(rule))
        clear = HIDDEN not in cells
        causes = unknown_causes(register, rule, on=on, assume=assume) if clear else ()
        missing = causes[0].words if causes else None
        found[rule.id, reading] = (
            rule.name,
            reading_name(reading),
            *cells,
            missing,
            cited(version.citations[0]),
        )
        parts = tuple(cell for cell in cells[:3] if isinstance(cell, int))
        if len(parts) == 3 and clear and any(parts) and parts[2] < register.size:
            drawn.append(charts.Bar(rule.name, parts, _told(parts[0] + parts[1], parts[2])))
    # All defaults go before other readings: where not all can be shown, these are the ones to have.
    for rule in PROGRAMMES:
        for reading in _readings(agreement, rule, on) if rule.version_or_none(on) else ():
            cells = release.answers(
                _codes(register, rule, reading, on, assume), 4, family=_family(rule)
            )
            source = cited(rule.version(on, reading=reading).citations[0])
            found[rule.id, reading] = (rule.name, reading_name(reading), *cells, None, source)
    order = {rule.id: place for place, rule in enumerate(PROGRAMMES)}
    ids = sorted(found, key=lambda key: order[key[0]])
    blocks: list[Block] = _lead(assume, shown)
    caption = Text(
        f"Personer efter svar den {written_date(on, 'sv')}",
        f"Persons by answer on {written_date(on, 'en')}",
    )
    if name:
        caption = Text(f"{caption.sv}, registret {name}", f"{caption.en}, register {name}")
    if drawn:
        blocks.append(_picture(ident, caption, drawn, release, shown))
    blocks.append(
        TableBlock(
            id=ident,
            caption=caption,
            header=(
                _PROGRAMME,
                _READING,
                CERTAIN,
                ASSUMED,
                POSSIBLE,
                Text("Nej", "No"),
                Text("Fattas oftast", "Most often missing"),
                _SOURCE,
            ),
            rows=tuple(found[key] for key in ids),
            ids=tuple(f"{rule} {reading}" for rule, reading in ids),
            numeric=frozenset({2, 3, 4, 5}),
            aside=frozenset({7}),
            variants=1,
            illustration=shown.illustration,
        )
    )
    if shown.threshold is not None:
        blocks.append(threshold_note(shown.threshold))
    return Section(ident, words, tuple(blocks))


def _lead(assume: Mapping[str, FactValue], shown: Shown) -> list[Block]:
    blocks: list[Block] = [] if shown.label is None else [Note(shown.label, "illustration")]
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
    return blocks


def _picture(
    ident: str, caption: Text, drawn: Sequence[charts.Bar], release: Release, shown: Shown
) -> Picture:
    description = Text(
        "För varje program: hur många som säkert uppfyller villkoren, under antagandena, och möjligen. Program som "
        "ingen uppfyller, eller där svaret är öppet för alla, står bara i tabellen.",
        "For each programme: how many certainly meet the conditions, do so as assumed, and possibly do. Programmes "
        "that nobody meets, or where the answer is open for all, are in the table only.",
    )
    used = [any(bar.parts[part] for bar in drawn) for part in range(3)]
    legend = [
        words if there else None
        for words, there in zip((CERTAIN, ASSUMED, POSSIBLE), used, strict=True)
    ]

    def draw(language: str, identity: str) -> str:
        return charts.bar_chart(
            identity, drawn, legend, caption, description, language, most=release.size
        )

    return Picture(
        id=f"{ident}-picture",
        title=caption,
        description=description,
        table=ident,
        draw=draw,
        illustration=shown.illustration,
    )
