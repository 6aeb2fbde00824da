"""Putting a report together from an agreement and, where there are any, persons or figures of the user's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from os import PathLike
from typing import Final

import attrs

from dualib._version import __version__
from dualib.dates import check_count, check_date
from dualib.errors import BadInput
from dualib.language import Text, listing, written_date
from dualib.local_agreements import Agreement, municipality, synthetic
from dualib.local_agreements import agreement as agreement_at
from dualib.local_agreements.made_up import made_up_day
from dualib.local_agreements.packaged import is_path
from dualib.messages import Audience, Message, message
from dualib.programmes import PROGRAMMES
from dualib.register import Register
from dualib.report.blocks import Note, Report, Section
from dualib.report.parts.agreement import agreement_section, figures_section
from dualib.report.parts.method import method_section
from dualib.report.parts.offers import offers_section
from dualib.report.parts.own_figures import own_figures_sections
from dualib.report.parts.programmes import programmes_section, rules_section
from dualib.report.parts.published import gaps_section, ledger_section, relations_section
from dualib.report.parts.staffing import staffing_section
from dualib.report.parts.summary import summary_section
from dualib.report.parts.target import target_section
from dualib.report.release.release import Release, Shown
from dualib.vocabulary.facts import FACTS, FactValue

__all__ = ["ASSUMED", "Inputs", "build_report"]

#: What no register of a municipality holds, and is assumed unless said otherwise: shown with every answer it changes.
ASSUMED: Final[Mapping[str, FactValue]] = {
    "sentenced_to_prison": False,
    "arbetslivsintroduktion_done": False,
    "etablering_time_used": False,
}


@attrs.frozen(kw_only=True)
class Inputs:
    """What a report is made from.

    Attributes
    ----------
    municipality
        One that has a packaged agreement, by name or code, or the path of a folder of one's own.
    on
        The day asked about. Where it is left out: the day of the published figures for which
        persons can be made up, else the first day of the agreement.
    register
        Persons of the user's own; None for made-up persons, where there are any.
    own
        Figures of the user's own, as an agreement folder; None for none.
    threshold
        The smallest count of the user's own persons that is shown; None shows all, and must be asked for.
    assume
        What is assumed of facts that nobody knows.
    remarks
        What was noticed when the files were read.
    seed
        From which the made-up persons are drawn.

    Examples
    --------
    >>> Inputs(municipality="Kalmar", threshold=10).threshold
    10
    """

    municipality: str | PathLike[str]
    on: date | None = None
    register: Register | None = None
    own: Agreement | None = None
    threshold: int | None = 5
    assume: Mapping[str, FactValue] = attrs.field(factory=lambda: dict(ASSUMED))
    remarks: tuple[Message, ...] = ()
    seed: int = 1


def _without_columns(
    agreement: Agreement, register: Register, on: date, assume: Mapping[str, FactValue]
) -> tuple[Text, ...]:
    """Return a remark on the facts that the rules read and that no column states."""
    rules = [rule for rule in (agreement.target_group, *PROGRAMMES) if rule is not None]
    texts = [rule.version_or_none(on) for rule in rules]
    read = {name for text in texts if text is not None for name in text.condition.reads}
    lacking = [
        fact.words for name, fact in FACTS.items() if name in read - register.provided - {*assume}
    ]
    if not lacking:
        return ()
    sv, en = (
        listing([words.sv for words in lacking], "sv"),
        listing([words.en for words in lacking], "en"),
    )
    return (
        Text(
            f"Personfilen har ingen kolumn för följande, som reglerna frågar efter och som därför är okänt: {sv}.",
            "The file of persons has no column for the following, which the rules ask for and which is therefore "
            f"unknown: {en}.",
        ),
    )


def _years(agreement: Agreement) -> list[int]:
    """Return the years that the figures are about."""
    periods = " ".join(figure.period for figure in agreement.figures.values())
    return [int(year) for year in re.findall(r"(?<!\d)\d{4}", periods)]


def _day(agreement: Agreement, asked: date | None, own: bool) -> tuple[date, tuple[Text, ...]]:
    """Return the day asked about, and a remark where the report chose it."""
    if asked is not None:
        return check_date(asked, "on"), ()
    if own:
        raise BadInput(message("report/no-day"))
    first, published = agreement.period.first, made_up_day(agreement)
    if published is not None:
        return published, ()
    if isinstance(first, date):
        day, why = first, Text("överenskommelsens första dag", "the first day of the agreement")
    elif isinstance(agreement.documented_on, date):
        day, why = agreement.documented_on, Text("dokumentets dag", "the day of the document")
    elif years := _years(agreement):
        day = date(max(years), 12, 31)
        why = Text(
            f"källan anger ingen, och dess senaste siffror är från {max(years)}",
            f"the source gives none, and its latest figures are of {max(years)}",
        )
    elif agreement.folder is None:
        raise BadInput(message("report/no-day-in-agreement", name=agreement.name))
    else:
        day = date(2015, 12, 31)
        why = Text(
            "källan anger ingen dag, och 2015 är tiden den talar om",
            "the source gives none, and speaks of 2015",
        )
    chosen = Text(
        f"Ingen dag angavs. Rapporten gäller {written_date(day, 'sv')}: {why.sv}.",
        f"No day was given. The report is about {written_date(day, 'en')}: {why.en}.",
    )
    return day, (chosen,)


def _remarks(remarks: Iterable[Message], audience: Audience) -> tuple[Text, ...]:
    """Return remarks on files in the words for whoever reads the report."""
    return tuple(
        Text(remark.text("sv", audience), remark.text("en", audience)) for remark in remarks
    )


def _unprotected() -> Section:
    text = Text(
        "Antalen i rapporten är inte skyddade: även de minsta visas. Den är bara till för den som får se dem.",
        "The counts in this report are not protected: even the smallest are shown. Keep it to those who may see them.",
    )
    return Section(
        "unprotected", Text("Oskyddade antal", "Unprotected counts"), (Note(text, "warning"),)
    )


def _asked(name: str | PathLike[str]) -> tuple[Agreement, str, str]:
    """Return the agreement asked about, and the id and the name that the report bears."""
    if is_path(name):
        own = agreement_at(name)
        return own, own.id, own.name
    place = municipality(str(name))
    return place.agreement, place.id, place.name


def build_report(inputs: Inputs) -> Report:
    """Return the report of a municipality, ready to be written as HTML, text or CSV.

    Raises
    ------
    BadInput
        If the municipality has no agreement here, or files of the user's own are given without a
        day.

    Examples
    --------
    >>> made = build_report(Inputs(municipality="Tyresö"))
    >>> made.title.en
    'Tyresö: the local agreement in figures'
    """
    agreement, ident, called = _asked(inputs.municipality)
    if inputs.threshold is not None:
        check_count(inputs.threshold, "threshold", least=2)
    own = inputs.register is not None
    on, chosen = _day(agreement, inputs.on, own)
    made = None
    if not own and inputs.own is None and made_up_day(agreement) is not None:
        made = synthetic(agreement, inputs.seed)
    registers: Mapping[str, Register] = {}
    if inputs.register is not None:
        chosen = (*chosen, *_without_columns(agreement, inputs.register, on, inputs.assume))
        registers = {"": inputs.register}
    elif made is not None:
        registers = made.registers
    shown = Shown(inputs.threshold if own else None, None if made is None else made.label)
    # What is let out first is protected first: the target group, then the programmes, then the offers.
    releases = {
        name: Release(register.size, shown.threshold) for name, register in registers.items()
    }
    target = target_section(agreement, registers, on, shown, releases)
    sections: list[Section] = [agreement_section(agreement, on)]
    if inputs.own is not None:
        sections += own_figures_sections(inputs.own, inputs.threshold)
    sections.append(target)
    for name, register in registers.items():
        sections.append(
            programmes_section(agreement, name, register, on, inputs.assume, shown, releases[name])
        )
    if not registers:
        sections.append(rules_section(agreement, on))
    sections.append(offers_section(agreement, registers, on, shown, releases))
    sections += [ledger_section(agreement), relations_section(agreement), gaps_section(agreement)]
    sections += [staffing_section(agreement), figures_section(agreement)]
    sections.insert(
        0, summary_section(agreement, inputs.own, tuple(registers), sections, on, shown)
    )
    if own and shown.threshold is None:
        sections.insert(0, _unprotected())
    remarks = _remarks(inputs.remarks, "report" if shown.threshold is None else "protected")
    sections.append(
        method_section(
            agreement, on, shown, inputs.assume if registers else {}, (*chosen, *remarks), made
        )
    )
    return Report(
        id=ident,
        title=Text(
            f"{called}: den lokala överenskommelsen i siffror",
            f"{called}: the local agreement in figures",
        ),
        lead=Text(
            f"Vilka program som fanns den {written_date(on, 'sv')}, hur många som uppfyller de formella villkoren, vad "
            "överenskommelsens siffror säger och vad den bemannar. Varje tal har sin källa.",
            f"Which programmes there were on {written_date(on, 'en')}, how many meet the formal conditions, what the "
            "agreement's figures say and what staffing it buys. Every number has its source.",
        ),
        on=on,
        version=__version__,
        sections=tuple(section for section in sections if section.blocks),
    )
