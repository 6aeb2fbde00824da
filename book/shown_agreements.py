"""What the page of a municipality shows, all of it asked of its agreement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import drawn
import shown
import shown_figures
import shown_goals
import shown_reach
import shown_rules

import dualib
from dualib.errors import BadInput
from dualib.language import Language, Text, capital
from dualib.local_agreements import (
    Agreement,
    Figure,
    Municipality,
    Offer,
    Stance,
    export,
    shown_together,
    stated,
)
from dualib.programmes import PROGRAMMES
from dualib.report import (
    PER_WORDS,
    Bar,
    bar_chart,
    figure_ages,
    figure_measure,
    figure_words,
    interval_chart,
    unit_words,
)
from dualib.sources import NOT_IN_SOURCE
from dualib.staffing import Density, Post
from dualib.tabular import TOTAL
from dualib.wording import span_words

SEXES = {
    "total": Text("alla", "all"),
    "woman": Text("kvinnor", "women"),
    "man": Text("män", "men"),
    "unknown": Text("okänt", "unknown"),
    "": Text("", ""),
}
STATUSES = {
    "suppressed": Text("dold i källan", "hidden in the source"),
    "missing": Text("saknas", "missing"),
}
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
    titles = {name: heading(agreement, name, language) for name in figures}
    return {
        "place": place,
        "agreement": agreement,
        "others": [other for other in agreement.municipalities if other != place],
        "facts": fact_rows(agreement, language),
        "goals": [shown_goals.row(goal, language) for goal in agreement.goals],
        "tried": shown_goals.tried(agreement, language),
        "compared": shown_reach.compared(agreement, language),
        "by_age": shown_reach.by_age(agreement, place, language),
        "made_up": shown_reach.on_made_up(agreement, language),
        "group": target_group(agreement, language),
        "offers": dict(offers(agreement, place, language)),
        "count_offers": sum(belongs(offer, place) for offer in agreement.offers.values()),
        "stances": stance_rows(agreement, language),
        "brief": brief(agreement, place, language),
        "staffing": None if not agreement.staffing.posts else staffing(agreement, language),
        "money": money_rows(agreement, language),
        "ledger": agreement.ledger(),
        "ledger_words": [] if agreement.registers is None else ledger_words(agreement, language),
        "ledger_picture": "" if agreement.registers is None else drawn_ledger(agreement, language),
        "reproduced": reproduced(agreement, language),
        "tables": [
            {
                "title": titles[name],
                "rows": [figure_row(figure, language) for figure in rows],
                "name": name,
                "picture": shown_figures.by_sex(
                    f"sex-{place.id}-{number}", titles[name], rows, language
                ),
            }
            for number, (name, rows) in enumerate(figures.items())
        ],
        "glance": shown_figures.at_a_glance(agreement, place.id, figures, language),
        "count": sum(len(rows) for rows in figures.values()),
        "checked": shown_figures.checked(agreement, language),
        "failing": [
            shown_figures.explained(agreement, item, language) for item in agreement.discrepancies()
        ],
        "gaps": shown_figures.gap_rows(agreement, language),
        "exposed": len(agreement.exposed()),
        "agreement_files": files(agreement, language),
    }


def reproducible(agreement: Agreement) -> dict[str, tuple[str, str | None]]:
    """Return which printed figures the made-up persons of a register give again, and for which sex."""
    whole = [row for row in shown_together(agreement, "beside") if not row.by]
    ends = {".all": None, ".men": "man", ".women": "woman"}
    return {f"{row.figure}{end}": (row.register, sex) for row in whole for end, sex in ends.items()}


def reproduced(agreement: Agreement, language: Language) -> list[shown.Row]:
    """Return printed figures beside what the library counts in the made-up registers.

    Raises
    ------
    ValueError
        If they differ.
    """
    rows = []
    for name, (register, sex) in reproducible(agreement).items():
        persons = dualib.synthetic(agreement, seed=1).registers[register]
        counted = sum(
            sex is None or persons.person(row).facts["sex"] == sex for row in range(persons.size)
        )
        figure = agreement.figures[name]
        if counted != figure.value:
            raise ValueError(
                f"{agreement.id}: {name} is printed {figure.printed}, but {counted} persons were counted"
            )
        rows.append(
            [
                capital(figure_words(figure).say(language)),
                figure.printed,
                str(counted),
                figure.place,
            ]
        )
    return rows


def brief(agreement: Agreement, place: Municipality, language: Language) -> list[str]:
    """Return the page in a few lines: how long, for whom, and how much there is of each."""

    def t(swedish: str, english: str) -> str:
        return Text(swedish, english).say(language)

    count = sum(belongs(offer, place) for offer in agreement.offers.values())
    tried = len(shown_goals.tried(agreement, language))
    figures = sum(len(rows) for rows in own_figures(agreement, place).values())
    group = agreement.target_group_words
    total = agreement.staffing.total.text(language)
    return [
        f"**{t('Gäller', 'In force')}:** {agreement.period.text(language)}",
        f"**{t('Målgrupp', 'Target group')}:** "
        + (
            t("framgår inte av källan", "not in the source")
            if group is None
            else group.say(language)
        ),
        f"**[{t('Mål', 'Goals')}](#{t('mål', 'goals')}):** {len(agreement.goals)}, "
        + t(
            f"varav {tried} går att pröva mot ett tal",
            f"of which {tried} can be tried against a number",
        ),
        f"**[{t('Insatser', 'Offers')}](#{t('insatser', 'offers')}):** {count}",
        f"**[{t('Bemanning', 'Staffing')}](#{t('bemanning', 'staffing')})** "
        f"({t('årsarbetare', 'full-time equivalents')}): {total}",
        f"**[{t('Publicerade siffror', 'Published figures')}](#{t('publicerade-siffror', 'published-figures')}):** "
        f"{figures}. {shown_figures.checked(agreement, language)}",
    ]


def own_figures(agreement: Agreement, place: Municipality) -> dict[str, list[Figure]]:
    """Return the tables of the municipality: an agreement's figures but those of another municipality in it."""
    others = {other.name for other in agreement.municipalities if other != place}
    found = {
        name: [
            figure
            for figure in agreement.figures.table(name).values()
            if figure.municipality not in others
        ]
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
        [
            t("Daterad", "Dated"),
            stated(agreement.documented_on, language),
            where(agreement, "documented_on"),
        ],
    ]
    for party, place in zip(agreement.parties, places, strict=True):
        rows.append(
            [t("Part", "Party"), party.name + (f" ({party.number})" if party.number else ""), place]
        )
    if agreement.target_group_words is not None:
        words = agreement.target_group_words.say(language)
        rows.append([t("Målgrupp", "Target group"), words, where(agreement, "target_group")])
    return rows


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


def offers(
    agreement: Agreement, place: Municipality, language: Language
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the offers of each kind."""
    for kind, words in KINDS.items():
        chosen = [
            offer
            for offer in agreement.offers.values()
            if offer.kind == kind and belongs(offer, place)
        ]
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
        "name": capital(offer.name.say(language)),
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
    days = [
        day if not isinstance(day, type(NOT_IN_SOURCE)) else None
        for day in (offer.first_day, offer.last_day)
    ]
    return "" if days == [None, None] else span_words(*days, language)


def stance_rows(agreement: Agreement, language: Language) -> list[shown.Row]:
    """Return what the agreement says of each national programme, and in whose reading it can be asked."""
    rows = []
    for rule in PROGRAMMES:
        stance = agreement.stance(rule)
        if stance is not Stance.SILENT:
            reading = f"agreement:{agreement.id}"
            own = Text("ja", "yes").say(language) if reading in rule.readings else ""
            link = f"[{capital(rule.name.say(language))}](../{shown.RULES[language]}/{rule.id}.md)"
            place = agreement.stance_place(rule) or ""
            rows.append([link, capital(stance.words.say(language)), own, place])
    return rows


def staffing(agreement: Agreement, language: Language) -> dict[str, Any]:
    """Return the full-time equivalents of each party and group with their totals, and every post."""
    by = ["party", "group"]
    table = agreement.staffing.fte(by=by)
    labels = [table.labels(name) for name in by]
    rows = [
        [
            *(words[value].say(language) for words, value in zip(labels, key, strict=True)),
            extent.text(language),
        ]
        for key, extent in table.cells().items()
    ]
    parties = [
        [labels[0][key[0]].say(language), extent.text(language)]
        for key, extent in table.cells(["party"]).items()
    ]
    total = table.total.text(language)
    return {
        "picture": drawn_staffing(agreement, language),
        "per_1000": density(agreement).text(language),
        "rows": [*rows, [f"**{TOTAL.say(language)}**", "", f"**{total}**"]],
        "parties": [*parties, [f"**{TOTAL.say(language)}**", f"**{total}**"]],
        "posts": [post_row(post, agreement, language) for post in agreement.staffing.posts],
    }


def drawn_staffing(agreement: Agreement, language: Language) -> str:
    """Draw the full-time equivalents of each party: what is stated, and what is possible beyond that."""
    table = agreement.staffing.fte(by="party")
    labels, parties = table.labels("party"), table.cells("party")
    lows = {party: extent.low for (party,), extent in parties.items()}
    # where the upper end is not known the bar only shows that there is more
    highs = {
        party: lows[party] * 2 + 1 if extent.high is None else extent.high
        for (party,), extent in parties.items()
    }
    rows = [
        Bar(labels[party], (lows[party], 0, highs[party] - lows[party]), Text.both(extent.text))
        for (party,), extent in parties.items()
    ]
    total = agreement.staffing.total
    title = Text("Årsarbetare efter part", "Full-time equivalents by party")
    about = Text(f"Sammanlagt {total.text('sv')}.", f"{total.text('en')} in all.")
    legend = (
        Text("angivet", "stated"),
        None,
        None if total.known else Text("möjligt därutöver", "possible beyond that"),
    )
    return drawn.in_page_colours(
        bar_chart(f"staffing-{agreement.id}", rows, legend, title, about, language)
    )


def density(agreement: Agreement) -> Density:
    """Return the staffing of an agreement beside its young residents, where the source has both."""
    figures = [agreement.figures[row.figure] for row in shown_together(agreement, "residents")]
    residents = (
        sum(int(figure.value) for figure in figures if figure.value is not None)
        if figures
        else None
    )
    first = agreement.period.first
    return Density(
        name=Text(shown.name_of(agreement, "sv"), shown.name_of(agreement, "en")),
        value=agreement.staffing.total,
        residents=residents,
        period=figures[0].period if figures else "",
        year=first.year if isinstance(first, date) else None,
    )


def post_row(post: Post, agreement: Agreement, language: Language) -> shown.Row:
    """Return a post, what is stated of it, and its place."""
    heads = "" if post.headcount is None else str(post.headcount)
    return [post.name.say(language), heads, post.extent.text(language), where(agreement, post.id)]


def money_rows(agreement: Agreement, language: Language) -> list[shown.Row]:
    """Return the amounts of money as printed."""
    rows = []
    for amount in agreement.money:
        per = PER_WORDS[amount.per].say(language) if amount.per in PER_WORDS else amount.per
        unit = unit_words(amount.unit).say(language)
        value = f"{amount.printed} {unit}" + (
            Text(f" per {per}", f" per {per}").say(language) if per else ""
        )
        rows.append([amount.item.say(language), value, amount.payer, amount.place])
    return rows


def ledger_words(agreement: Agreement, language: Language) -> list[str]:
    """Say why the registers together hold as many persons as they do."""
    assert agreement.registers is not None
    return agreement.registers.explain(agreement.registers.union(), language).splitlines()[1:]


def drawn_ledger(agreement: Agreement, language: Language) -> str:
    """Draw each register, and below them how many persons they can hold together."""
    ledger = agreement.ledger()
    assert ledger is not None
    union = ledger.union()
    low, high = int(union.low), int(union.high)
    marks = [(Text(name, name), int(ledger.union(name).high)) for name in ledger.registers]
    legend = (
        Text("säkert", "certain"),
        None,
        Text("möjligt: beror på överlappet", "possible: depends on the overlap"),
    )
    about = Text(
        f"Registren har tillsammans minst {low} och högst {high} personer.",
        f"The registers together hold at least {low} and at most {high} persons.",
    )
    together = Text("Tillsammans", "Together")
    return drawn.in_page_colours(
        interval_chart(
            f"ledger-{agreement.id}", low, high, marks, legend, together, about, language
        )
    )


def figure_row(figure: Figure, language: Language) -> shown.Row:
    """Return what a figure counts, its sex, ages, time, value as printed and place."""
    value = figure.printed or STATUSES[figure.status].say(language)
    unit = "" if figure.unit == "persons" else f" {unit_words(figure.unit).say(language)}"
    footnote = "" if figure.footnote is None else f" ({figure.footnote.say(language)})"
    return [
        figure_measure(figure).say(language)
        if figure.category is None
        else figure.category.say(language),
        SEXES[figure.sex].say(language),
        figure_ages(figure),
        figure.period,
        value + unit + footnote,
        figure.place,
    ]


def heading(agreement: Agreement, table: str, language: Language) -> str:
    """Return what a table counts, and of what sort where several tables count the same."""
    measure = measure_of(agreement, table, language)
    same = [
        name
        for name in agreement.figures.tables
        if measure_of(agreement, name, language) == measure
    ]
    figures = agreement.figures.table(table).values()
    first = next(iter(figures))
    if len(same) > 1:
        sort = (
            Text("alla", "all").say(language)
            if first.category is None
            else first.category.say(language)
        )
        measure += f" ({sort[:1].lower()}{sort[1:]})"
    elif len({figure.measure for figure in figures}) > 1:
        measure += shown_figures.AND_MORE.say(language)
    return capital(measure)


def measure_of(agreement: Agreement, table: str, language: Language) -> str:
    """Return what a table counts."""
    figures = agreement.figures.table(table)
    measure = next((figure.measure for figure in figures.values() if figure.measure), None)
    return table if measure is None else measure.say(language)


def files(agreement: Agreement, language: Language) -> dict[str, list[str]]:
    """Write the data of the agreement in the formats of other tools and return the names of the files."""
    found: dict[str, list[str]] = {}
    for form in ("csv", "jsonstat", "datapackage"):
        folder = Path(agreement.id) / (form if form == "csv" else f"{form}-{language}")
        paths = export(agreement, form, shown.FILES / folder, language=language)
        found[form] = [(folder / path.name).as_posix() for path in paths]
    found["datapackage"] = [name for name in found["datapackage"] if name.endswith(".json")]
    return found
