"""What the pages show of whom an agreement reaches: its target group beside the national rules, and its offers by age.

Nothing is assumed of anybody: the rules are asked about persons of whom only the birth date is known.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import drawn
import shown

import dualib
from dualib import Rule
from dualib.language import Language, Text, capital
from dualib.local_agreements import Agreement, Municipality, Offer, Stance, made_up_day
from dualib.programmes import PROGRAMMES, jobbgaranti, kaa
from dualib.wording import reading_words

SILENT_DAY = date(2015, 12, 31)


def day(agreement: Agreement) -> tuple[date, Text]:
    """Return the day that an agreement is asked about, and why that one."""
    if isinstance(agreement.period.first, date):
        return agreement.period.first, Text(
            "överenskommelsens första dag", "the first day of the agreement"
        )
    if isinstance(agreement.documented_on, date):
        return agreement.documented_on, Text("dokumentets dag", "the day of the document")
    why = Text(
        "källan anger ingen dag, men talar om tiden omkring 2015",
        "the source gives no day, but speaks of about 2015",
    )
    return SILENT_DAY, why


def strip(
    rule: Rule, name: str, on: date, reading: str | None = None, label: str = ""
) -> drawn.Strip:
    """Return what a rule answers at each age."""
    return drawn.Strip(
        name, drawn.answers(rule.verdicts(drawn.everyone(on), on=on, reading=reading)), label
    )


def own_reading(rule: Rule, agreement: Agreement, on: date) -> str | None:
    """Return the agreement's reading of a rule where it has one that holds on the day."""
    reading = f"agreement:{agreement.id}"
    return (
        reading
        if reading in rule.readings and rule.version_or_none(on, reading) is not None
        else None
    )


def compared(agreement: Agreement, language: Language) -> dict[str, Any]:
    """Return the target group of an agreement beside the national rules it speaks of, by age."""
    on, why = day(agreement)
    rows: list[drawn.Strip] = []
    ageless: list[str] = []
    if agreement.target_group is not None:
        name = Text("Målgruppen enligt överenskommelsen", "The target group by the agreement").say(
            language
        )
        rows.append(strip(agreement.target_group, name, on))
    for rule in PROGRAMMES:
        if rule not in (kaa, jobbgaranti) and agreement.stance(rule) is Stance.SILENT:
            continue
        name = capital(rule.name.say(language))
        national = None if rule.version_or_none(on) is None else strip(rule, name, on)
        if national is not None:
            rows.append(national)
            ageless += [] if national.tells else [rule.name.say(language)]
        if reading := own_reading(rule, agreement, on):
            below = (
                national is not None and national.tells
            )  # in the picture the rule's own row stands just above
            label = (
                Text("… enligt överenskommelsen", "… by the agreement").say(language)
                if below
                else ""
            )
            own = strip(rule, f"{name}, {reading_words(reading, language)}", on, reading, label)
            if national is None or own.answers != national.answers:
                rows.append(own)
    told = [row for row in rows if row.tells]
    table = [[row.name, capital(row.words(language))] for row in told]
    title = Text("Vilka åldrar reglerna omfattar", "Ages that the rules cover").say(language)
    return {
        "on": on,
        "why": why.say(language),
        "svg": drawn.strips(f"ages-{agreement.id}", told, title, language),
        "rows": table,
        "file": shown.write_table(
            f"{agreement.id}-ages-{language}.csv",
            [Text("regel", "rule").say(language), Text("ålder", "age").say(language)],
            table,
        ),
        "ageless": ageless,
    }


def by_age(agreement: Agreement, place: Municipality, language: Language) -> dict[str, Any] | None:
    """Return how many of a municipality's offers are open at each age, and a file of the numbers.

    None where no offer is written as a rule.
    """
    if not agreement.offers:
        return None
    on, _ = day(agreement)
    found = dualib.coverage(agreement, drawn.everyone(on), on=on)
    chosen = [
        index
        for index, offer in enumerate(found.offers)
        if not found.outside[index]
        and (not offer.municipalities or place.id in offer.municipalities)
    ]
    answers = [drawn.by_year(drawn.answers(row)) for row in found.settled[chosen]]
    counts = [(column.count(1), column.count(0)) for column in zip(*answers, strict=True)]
    header = [
        Text("ålder", "age"),
        Text("åldern räcker", "the age is enough"),
        Text("beror på annat", "depends on other things"),
    ]
    table = [[str(age), *map(str, pair)] for age, pair in zip(drawn.AGES, counts, strict=True)]
    title = Text("Insatser efter ålder", "Offers by age").say(language)
    fewest, most = min(sum(pair) for pair in counts), max(sum(pair) for pair in counts)
    described = Text(
        f"Antal insatser som står öppna vid varje ålder från {drawn.AGES[0]} till {drawn.AGES[-1]} år: från {fewest} "
        f"till {most} av {len(chosen)}.",
        f"The number of offers open at each age from {drawn.AGES[0]} to {drawn.AGES[-1]}: from {fewest} to {most} of "
        f"{len(chosen)}.",
    ).say(language)
    return {
        "svg": drawn.columns(f"offers-{place.id}", counts, title, described, language),
        "header": [capital(words.say(language)) for words in header],
        "rows": table,
        "asked": len(chosen),
        "outside": [
            capital(offer.name.say(language))
            for offer, outside in zip(found.offers, found.outside, strict=True)
            if outside
        ],
        "file": shown.write_table(
            f"{place.id}-offers-by-age-{language}.csv",
            [words.say(language) for words in header],
            table,
        ),
    }


def on_made_up(agreement: Agreement, language: Language) -> dict[str, Any] | None:
    """Return whom the offers reach of an agreement's made-up persons; None where there are none."""
    if made_up_day(agreement) is None or not agreement.offers:
        return None
    made_up = dualib.synthetic(agreement, seed=1)
    found = {
        name: dualib.coverage(agreement, register, on=made_up.on)
        for name, register in made_up.registers.items()
    }
    reach = {name: each.reach() for name, each in found.items()}
    rows = []
    for place, offer in enumerate(next(iter(found.values())).offers):
        judged = any(
            bool(((each.verdicts[place] == 1) & (each.settled[place] == 0)).any())
            for each in found.values()
        )
        counts = [str(reach[name][offer.id]) for name in found]
        rows.append([capital(offer.name.say(language)), *counts, remark(offer, judged, language)])
    between = [
        Text(
            f"{name}: {each.between_the_chairs()} av {each.register.size}",
            f"{name}: {each.between_the_chairs()} of {each.register.size}",
        ).say(language)
        for name, each in found.items()
    ]
    return {
        "label": made_up.label.say(language),
        "on": made_up.on,
        "registers": [f"{name} ({each.register.size})" for name, each in found.items()],
        "rows": rows,
        "between": between,
    }


def remark(offer: Offer, judged: bool, language: Language) -> str:
    """Say what a count rests on beyond what a register holds."""
    if judged:
        return Text("om myndigheten bedömer så", "if the authority judges so").say(language)
    if offer.unconditional:
        return Text("inga villkor utöver gruppen", "no conditions beyond the group").say(language)
    return ""
