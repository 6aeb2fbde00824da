"""Figures in words: what each counts, of whom and when, so that no reader has to know their ids."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from dualib.language import Text, written_date, written_exact
from dualib.local_agreements import Agreement
from dualib.local_agreements.figures import Figure
from dualib.local_agreements.units import UNITS
from dualib.sources import Citation

__all__ = [
    "PER_WORDS",
    "SEX_WORDS",
    "figure_ages",
    "at_home",
    "cited",
    "dated",
    "figure_words",
    "item_words",
    "number_words",
    "unit_words",
    "figure_measure",
]

SEX_WORDS = {
    "total": Text("alla", "all"),
    "woman": Text("kvinnor", "women"),
    "man": Text("män", "men"),
    "unknown": Text("okänt kön", "sex unknown"),
}
#: What an amount of money is paid for, in words.
PER_WORDS = {
    "": Text("", ""),
    "hour": Text("timme", "hour"),
    "day": Text("dag", "day"),
    "week": Text("vecka", "week"),
    "month": Text("månad", "month"),
    "year": Text("år", "year"),
    "school_year": Text("läsår", "school year"),
    "term": Text("termin", "term"),
    "person": Text("person", "person"),
}


def dated(day: date) -> Text:
    """Return a date in both languages."""
    return Text.both(lambda language: written_date(day, language))


def unit_words(unit: str) -> Text:
    """Return a unit in words; what is not known stands as it is.

    >>> unit_words("msek").en, unit_words("ells").en
    ('million SEK', 'ells')
    """
    return UNITS[unit].words if unit in UNITS else Text(unit, unit)


def number_words(value: Fraction | int | None) -> Text:
    """Return an exact number in both languages; a dash where there is none.

    >>> number_words(Fraction(853, 10)).sv, number_words(None).sv
    ('85,3', '–')
    """
    if value is None:
        return Text("–", "–")
    return Text.both(lambda language: written_exact(value, language, most=3))


def figure_measure(figure: Figure) -> Text:
    """Return the measure and the category of a figure.

    Examples
    --------
    >>> from dualib.local_agreements import agreement
    >>> figure_measure(agreement("kalmar").figures["af.women"]).en
    'Young people registered at the employment service'
    """
    measure = figure.measure or Text(figure.id, figure.id)
    category = figure.category
    return (
        measure
        if category is None
        else Text(f"{measure.sv}: {category.sv}", f"{measure.en}: {category.en}")
    )


def figure_ages(figure: Figure) -> str:
    """Return the ages of a figure as printed; empty where none are stated.

    Examples
    --------
    >>> from dualib.local_agreements import agreement
    >>> figure_ages(agreement("kalmar").figures["af.all"])
    '16–24'
    """
    if figure.age_from is None and figure.age_to is None:
        return ""
    youngest, oldest = ("" if age is None else str(age) for age in (figure.age_from, figure.age_to))
    return youngest if youngest == oldest else f"{youngest}–{oldest}"


def at_home(agreement: Agreement) -> str:
    """Return the one municipality that goes without saying; empty where an agreement or its figures have several.

    >>> from dualib.local_agreements import agreement
    >>> at_home(agreement("kalmar")), at_home(agreement("tjorn-orust"))
    ('Kalmar', '')
    """
    names = {place.name for place in agreement.municipalities}
    names = names or {figure.municipality for figure in agreement.figures.values()} - {""}
    return names.pop() if len(names) == 1 else ""


def figure_words(figure: Figure, beside: Figure | None = None, *, home: str | None = None) -> Text:
    """Return what tells a figure from the others: what, where, sex, ages and period; only what differs from one beside.

    ``home`` is the municipality that goes without saying (``at_home``); None leaves out all of them.

    Examples
    --------
    >>> from dualib.local_agreements import agreement
    >>> figures = agreement("kalmar").figures
    >>> figure_words(figures["af.women"], figures["af.all"]).en
    'Young people registered at the employment service, women'
    """
    said = [figure_measure(figure)]
    if beside is not None and figure.category is not None and figure.measure == beside.measure:
        said = [figure.category]
    elif beside is not None and figure.measure is not None:
        words = figure.measure if figure.category == beside.category else figure_measure(figure)
        said = [words if beside.measure is None else _beyond(words, beside.measure)]
    if home is not None and figure.municipality != (
        home if beside is None else beside.municipality
    ):
        said.append(Text(figure.municipality, figure.municipality))
    if (
        figure.sex != "total"
        and figure.sex in SEX_WORDS
        and (beside is None or figure.sex != beside.sex)
    ):
        said.append(SEX_WORDS[figure.sex])
    if beside is None or figure_ages(figure) != figure_ages(beside):
        said.append(_aged(figure))
    if beside is None or figure.period != beside.period:
        said.append(Text(figure.period, figure.period))
    return Text(", ".join(w.sv for w in said if w.sv), ", ".join(w.en for w in said if w.en))


def _beyond(words: Text, beside: Text) -> Text:
    """Return what a name says beyond what another, "group: part", begins with too."""

    def rest(said: str, known: str) -> str:
        parts, others = said.split(": "), known.split(": ")
        while len(parts) > 1 and others and parts[0] == others[0]:
            del parts[0], others[0]
        return ": ".join(parts)

    return Text(rest(words.sv, beside.sv), rest(words.en, beside.en))


def _aged(figure: Figure) -> Text:
    """Return the ages in words; empty where none are stated."""
    if figure.age_from is None and figure.age_to is not None:
        return Text(f"upp till {figure.age_to} år", f"up to age {figure.age_to}")
    if figure.age_to is None and figure.age_from is not None:
        return Text(f"från {figure.age_from} år", f"from age {figure.age_from}")
    years = figure_ages(figure)
    return Text(f"{years} år", f"aged {years}") if years else Text("", "")


def cited(citation: Citation) -> Text:
    """Return where something stands; an agreement is called so, not by its id.

    The shared model's own places are words, which are only there in Swedish.
    """
    if citation.kind == "agreement":
        return Text(f"överenskommelsen, {citation.place}", f"the agreement, {citation.place}")
    if citation.kind == "project":
        return Text(str(citation), "dualib's shared model")
    return Text(str(citation), str(citation))


def item_words(agreement: Agreement, name: str, beside: str | None = None) -> Text:
    """Return a figure or a post in words; beside another figure, only what differs from that one.

    Examples
    --------
    >>> from dualib.local_agreements import agreement
    >>> item_words(agreement("kalmar"), "no-such-figure").en
    'no-such-figure'
    """
    figure = agreement.figures.get(name)
    if figure is not None:
        return figure_words(figure, agreement.figures.get(beside or ""), home=at_home(agreement))
    return next(
        (post.name for post in agreement.staffing.posts if post.id == name), Text(name, name)
    )
