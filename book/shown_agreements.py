"""What the page of a municipality shows, all of it asked of its agreement."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shown
import shown_figures
import shown_rules

import dualib
from dualib.agreements import Agreement, Municipality, export
from dualib.agreements.figures import Figure
from dualib.agreements.goals import Goal
from dualib.agreements.period import stated
from dualib.errors import BadInput
from dualib.language import Language, Text
from dualib.offers import Offer, Stance
from dualib.programmes import PROGRAMMES
from dualib.report.parts.words import PER, ages, figure_words, unit_words, what
from dualib.sources import NOT_IN_SOURCE
from dualib.staffing import Post
from dualib.wording import span_words

SEXES = {
    "total": Text("alla", "all"),
    "woman": Text("kvinnor", "women"),
    "man": Text("män", "men"),
    "unknown": Text("okänt", "unknown"),
    "": Text("", ""),
}
STATUSES = {"suppressed": Text("dold i källan", "hidden in the source"), "missing": Text("saknas", "missing")}
KINDS = {
    "programme": Text("Program", "Programmes"),
    "activity": Text("Verksamheter", "Activities"),
    "service": Text("Stöd", "Services"),
    "contact": Text("Kontakter", "Contacts"),
    "guarantee": Text("Garantier", "Guarantees"),
}
STATES = {
    "existing": Text("finns", "existing"),
    "planned": Text("planeras", "planned"),
    "ended": Text("avslutad", "ended"),
}


def page(place: Municipality, language: Language) -> dict[str, Any]:
    """Return what the page of a municipality shows."""
    agreement = place.agreement
    figures = own_figures(agreement, place)
    return {
        "place": place,
        "agreement": agreement,
        "others": [other for other in agreement.municipalities if other != place],
        "facts": fact_rows(agreement, language),
        "goals": [goal_row(goal, language) for goal in agreement.goals],
        "group": target_group(agreement, language),
        "offers": dict(offers(agreement, place, language)),
        "count_offers": sum(belongs(offer, place) for offer in agreement.offers.values()),
        "stances": stance_rows(agreement, language),
        "staffing": None if not agreement.staffing.posts else staffing(agreement, language),
        "money": money_rows(agreement, language),
        "ledger": agreement.ledger(),
        "ledger_words": [] if agreement.registers is None else ledger_words(agreement, language),
        "reproduced": reproduced(agreement, language),
        "tables": [
            (heading(agreement, name, language), [figure_row(figure, language) for figure in rows], name)
            for name, rows in figures.items()
        ],
        "count": sum(len(rows) for rows in figures.values()),
        "checked": shown_figures.checked(agreement, language),
        "failing": [shown_figures.explained(agreement, item, language) for item in agreement.discrepancies()],
        "gaps": shown_figures.gap_rows(agreement, language),
        "exposed": len(agreement.exposed()),
        "agreement_files": files(agreement, language),
    }


#: Which printed figures the made-up persons of a register give again: by register and by sex.
REPRODUCED = {
    "kalmar": {
        "af.all": ("AF", None), "af.men": ("AF", "man"), "af.women": ("AF", "woman"),
        "kaa.all": ("KAA", None), "kaa.men": ("KAA", "man"), "kaa.women": ("KAA", "woman"),
    }
}  # fmt: skip


def reproduced(agreement: Agreement, language: Language) -> list[shown.Row]:
    """Return printed figures beside what the library counts in the made-up registers.

    Raises
    ------
    ValueError
        If they differ.
    """
    rows = []
    for name, (register, sex) in REPRODUCED.get(agreement.id, {}).items():
        persons = dualib.synthetic(agreement, seed=1).registers[register]
        counted = sum(sex is None or persons.person(row).facts["sex"] == sex for row in range(persons.size))
        figure = agreement.figures[name]
        if counted != figure.value:
            raise ValueError(f"{agreement.id}: {name} is printed {figure.printed}, but {counted} persons were counted")
        rows.append([shown.capital(figure_words(figure).say(language)), figure.printed, str(counted), figure.place])
    return rows


def own_figures(agreement: Agreement, place: Municipality) -> dict[str, list[Figure]]:
    """Return the tables of the municipality: an agreement's figures but those of another municipality in it."""
    others = {other.name for other in agreement.municipalities if other != place}
    found = {
        name: [figure for figure in agreement.figures.table(name).values() if figure.municipality not in others]
        for name in agreement.figures.tables
    }
    return {name: rows for name, rows in found.items() if rows}


def where(agreement: Agreement, name: str) -> str:
    """Return where something is printed, nothing where the agreement does not have it."""
    try:
        return agreement.place(name)
    except BadInput:
        return ""


def fact_rows(agreement: Agreement, language: Language) -> list[shown.Row]:
    """Return what the source says of the agreement itself: title, parties, period."""

    def t(swedish: str, english: str) -> str:
        return Text(swedish, english).say(language)

    places = [entry.place for entry in agreement.entries if entry.key == "party"]
    rows = [
        [t("Titel", "Title"), agreement.title, where(agreement, "title")],
        [t("Gäller", "In force"), agreement.period.text(language), where(agreement, "period_from")],
        [t("Daterad", "Dated"), stated(agreement.documented_on, language), where(agreement, "documented_on")],
    ]
    for party, place in zip(agreement.parties, places, strict=True):
        rows.append([t("Part", "Party"), party.name + (f" ({party.number})" if party.number else ""), place])
    if agreement.target_group_words is not None:
        words = agreement.target_group_words.say(language)
        rows.append([t("Målgrupp", "Target group"), words, where(agreement, "target_group")])
    return rows


def goal_row(goal: Goal, language: Language) -> shown.Row:
    """Return a goal, how it is measured, its deadline and its place."""
    silent = stated(NOT_IN_SOURCE, language)
    measure = silent if goal.measure is None else goal.measure.say(language)
    deadline = silent if goal.deadline is None else stated(goal.deadline, language)
    return [goal.goal.say(language), measure, deadline, goal.place]


def target_group(agreement: Agreement, language: Language) -> dict[str, Any] | None:
    """Return the rule of who the agreement is for."""
    rule = agreement.target_group
    if rule is None:
        return None
    version = rule.texts()[-1]
    return {
        "outline": shown_rules.outline(version, language),
        "note": "" if version.note is None else version.note.say(language),
        "ambiguities": [ambiguity.text.say(language) for ambiguity in version.ambiguities],
    }


def belongs(offer: Offer, place: Municipality) -> bool:
    """Whether an offer is the municipality's, or shared."""
    return not offer.municipalities or place.id in offer.municipalities


def offers(agreement: Agreement, place: Municipality, language: Language) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the offers of each kind."""
    for kind, words in KINDS.items():
        chosen = [offer for offer in agreement.offers.values() if offer.kind == kind and belongs(offer, place)]
        if chosen:
            yield words.say(language), [offer_words(offer, language) for offer in chosen]


def offer_words(offer: Offer, language: Language) -> dict[str, Any]:
    """Return what there is to know of an offer."""

    def t(swedish: str, english: str) -> str:
        return Text(swedish, english).say(language)

    facts = [
        (t("Anordnare", "Provider"), offer.provider.say(language)),
        (t("Läge", "State"), STATES[offer.state].say(language)),
        (t("Period", "Period"), period(offer, language)),
        (t("Platser", "Places"), "" if offer.places is None else str(offer.places)),
        (t("Omfattning", "Extent"), "" if offer.hours is None else offer.hours.say(language)),
        (t("Ersättning", "Pay"), "" if offer.pay is None else offer.pay.say(language)),
        (t("Var det står", "Where it stands"), offer.citation.place),
    ]
    national = next((rule for rule in PROGRAMMES if rule is offer.rule), None)
    version = offer.rule.texts()[-1]
    return {
        "name": shown.capital(offer.name.say(language)),
        "facts": [(name, value) for name, value in facts if value],
        "unconditional": offer.unconditional,
        "national": None if national is None else national.id,
        "outline": shown_rules.outline(version, language),
        "ambiguities": [ambiguity.text.say(language) for ambiguity in version.ambiguities],
        "note": "" if offer.note is None else offer.note.say(language),
        "duties": [duty(item, language) for item in offer.duties],
    }


def duty(item: Any, language: Language) -> str:
    """Say what the provider is bound to do."""
    bearer, action = item.bearer.say(language), item.action.say(language)
    return Text(f"{bearer} ska {action}.", f"{bearer} shall {action}.").say(language)


def period(offer: Offer, language: Language) -> str:
    """Say the printed period of an offer, nothing where the source says nothing."""
    days = [day if not isinstance(day, type(NOT_IN_SOURCE)) else None for day in (offer.first_day, offer.last_day)]
    return "" if days == [None, None] else span_words(*days, language)


def stance_rows(agreement: Agreement, language: Language) -> list[shown.Row]:
    """Return what the agreement says of each national programme, and in whose reading it can be asked."""
    rows = []
    for rule in PROGRAMMES:
        stance = agreement.stance(rule)
        if stance is not Stance.SILENT:
            reading = f"agreement:{agreement.id}"
            own = Text("ja", "yes").say(language) if reading in rule.readings else ""
            link = f"[{shown.capital(rule.name.say(language))}](../{shown.RULES[language]}/{rule.id}.md)"
            place = agreement.stance_place(rule) or ""
            rows.append([link, shown.capital(stance.words.say(language)), own, place])
    return rows


def staffing(agreement: Agreement, language: Language) -> dict[str, Any]:
    """Return the full-time equivalents of each party and group with their totals, and every post."""
    by = ["party", "group"]
    table = agreement.staffing.fte(by=by)
    labels = [table.labels(name) for name in by]
    rows = [
        [*(words[value].say(language) for words, value in zip(labels, key, strict=True)), extent.text(language)]
        for key, extent in table.cells().items()
    ]
    parties = [
        [labels[0][key[0]].say(language), extent.text(language)] for key, extent in table.cells(["party"]).items()
    ]
    total = table.total.text(language)
    return {
        "rows": [*rows, [f"**{Text('Totalt', 'Total').say(language)}**", "", f"**{total}**"]],
        "parties": [*parties, [f"**{Text('Totalt', 'Total').say(language)}**", f"**{total}**"]],
        "posts": [post_row(post, agreement, language) for post in agreement.staffing.posts],
    }


def post_row(post: Post, agreement: Agreement, language: Language) -> shown.Row:
    """Return a post, what is stated of it, and its place."""
    heads = "" if post.headcount is None else str(post.headcount)
    return [post.name.say(language), heads, post.extent.text(language), where(agreement, post.id)]


def money_rows(agreement: Agreement, language: Language) -> list[shown.Row]:
    """Return the amounts of money as printed."""
    rows = []
    for amount in agreement.money:
        per = PER[amount.per].say(language) if amount.per in PER else amount.per
        unit = unit_words(amount.unit).say(language)
        value = f"{amount.printed} {unit}" + (Text(f" per {per}", f" per {per}").say(language) if per else "")
        rows.append([amount.item.say(language), value, amount.payer, amount.place])
    return rows


def ledger_words(agreement: Agreement, language: Language) -> list[str]:
    """Say why the registers together hold as many persons as they do."""
    assert agreement.registers is not None
    return agreement.registers.explain(agreement.registers.union(), language).splitlines()[1:]


def figure_row(figure: Figure, language: Language) -> shown.Row:
    """Return what a figure counts, its sex, ages, time, value as printed and place."""
    value = figure.printed or STATUSES[figure.status].say(language)
    unit = "" if figure.unit == "persons" else f" {unit_words(figure.unit).say(language)}"
    footnote = "" if figure.footnote is None else f" ({figure.footnote.say(language)})"
    return [
        what(figure).say(language) if figure.category is None else figure.category.say(language),
        SEXES[figure.sex].say(language),
        ages(figure),
        figure.period,
        value + unit + footnote,
        figure.place,
    ]


def heading(agreement: Agreement, table: str, language: Language) -> str:
    """Return what a table counts."""
    figures = agreement.figures.table(table)
    measure = next((figure.measure for figure in figures.values() if figure.measure), None)
    return shown.capital(table if measure is None else measure.say(language))


def files(agreement: Agreement, language: Language) -> dict[str, list[str]]:
    """Write the data of the agreement in the formats of other tools and return the names of the files."""
    found: dict[str, list[str]] = {}
    for form in ("csv", "jsonstat", "datapackage"):
        folder = Path(agreement.id) / (form if form == "csv" else f"{form}-{language}")
        paths = export(agreement, form, shown.FILES / folder, language=language)
        found[form] = [(folder / path.name).as_posix() for path in paths]
    found["datapackage"] = [name for name in found["datapackage"] if name.endswith(".json")]
    return found
