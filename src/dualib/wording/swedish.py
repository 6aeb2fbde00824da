"""Swedish: every condition, set of days and finding as a case worker would say it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import singledispatch

from dualib.conditions import (
    Age,
    Always,
    AtEvent,
    AtLeast,
    Condition,
    DateFinding,
    DaysFinding,
    DaysIn,
    During,
    EventFinding,
    Happened,
    Has,
    Judgement,
    NotExpressed,
    OneOf,
    Run,
    ValueFinding,
    WindowAtom,
    Within,
)
from dualib.dates import NEVER_DAY, Ends, from_day, to_day
from dualib.errors import BadInput
from dualib.facts import FACTS, Status
from dualib.language import Text, listing, written_date
from dualib.wording.grammar import (
    Found,
    Grammar,
    attained,
    single_statuses,
    status_words,
    value_words,
)
from dualib.wording.swedish_days import (
    count_words,
    dated,
    days,
    negated,
    number_of_days,
    or_listed,
    period,
    window_words,
)

__all__ = ["SWEDISH"]


@singledispatch
def clause(condition: Condition, holds: bool) -> str:
    """Say a condition that is not made of others, or its opposite, as a sentence without its final point."""
    raise BadInput(f"no Swedish words for {type(condition).__name__}")


@clause.register
def _(condition: Always, holds: bool) -> str:
    return "Inga villkor ställs" if holds else "Villkoret kan inte uppfyllas av någon"


_AGE_POINTS = {
    "day": "",
    "decision": " på beslutsdagen",
    "calendar_year": " före kalenderårets slut",
    "start_of_year": " vid årets början",
    "statistics_date": " vid månadens slut (statistikdagen)",
}


def _turning(lo: int, below: int | None, holds: bool) -> str:
    """Name the ages turned during a year, or those not."""
    if below is None:
        return f"minst {lo}" if holds else f"högst {lo - 1}"
    if lo == 0:
        return f"högst {below - 1}" if holds else f"minst {below}"
    ages = f"{lo}" if below == lo + 1 else f"{lo}–{below - 1}"
    return ages if holds else f"inte {ages}"


@clause.register
def _(condition: Age, holds: bool) -> str:
    lo, below = condition.lo, condition.below
    verb = "hade" if condition.at == "start_of_year" else "har"
    when = _AGE_POINTS[condition.at]
    if lo == 0 and below is None:
        return f"Personen {'är' if holds else 'är inte'} född{when}"
    if condition.at == "calendar_year":
        return f"Personen fyller {_turning(lo, below, holds)} år under kalenderåret"
    if lo == 0:
        return f"Personen {verb}{when} {'inte ' if holds else ''}fyllt {below} år"
    if below is None:
        return f"Personen {verb}{when} {'' if holds else 'inte '}fyllt {lo} år"
    if holds:
        return f"Personen {verb}{when} fyllt {lo} men inte {below} år"
    return f"Personen {verb}{when} inte fyllt {lo} år eller {verb} redan fyllt {below} år"


def _event_words(name: str) -> tuple[str, str]:
    """Return that an event happened, and that it has not, as clauses without subject."""
    about = FACTS[name]
    assert about.yes is not None
    assert about.no is not None
    return about.yes.sv, about.no.sv


@clause.register
def _(condition: Within, holds: bool) -> str:
    passed = period(condition.period)
    happened, not_yet = _event_words(condition.name)
    if holds:
        return f"Det har gått högst {passed} sedan personen {happened}"
    return f"Det har gått mer än {passed} sedan personen {happened}, eller så gäller att personen {not_yet}"


@clause.register
def _(condition: Happened, holds: bool) -> str:
    happened, not_yet = _event_words(condition.name)
    when = _between(condition)
    if when:
        return f"{'Personen' if holds else 'Det stämmer inte att personen'} {happened} {when}"
    return (
        f"Personen {happened} på frågedagen eller tidigare" if holds else f"Personen {not_yet} till och med frågedagen"
    )


def _between(condition: Happened) -> str:
    first, last = condition.first, condition.last
    if first is not None and last is not None:
        return f"från och med {dated(first)} till och med {dated(last)}"
    if first is not None:
        return f"{dated(first)} eller senare"
    return "" if last is None else f"före {dated(last + timedelta(days=1))}"


@clause.register
def _(condition: Has, holds: bool) -> str:
    about = FACTS[condition.name]
    words = about.yes if holds else about.no
    assert words is not None
    return f"Personen {words.sv}"


@clause.register
def _(condition: OneOf, holds: bool) -> str:
    values = or_listed([value_words(condition.name, value, "sv") for value in condition.values])
    if condition.name == "sex":
        return f"Personen är {'' if holds else 'inte '}{values}"
    return f"Personens {FACTS[condition.name].words.sv} är {'' if holds else 'inte '}{values}"


@clause.register
def _(condition: AtLeast, holds: bool) -> str:
    return f"Personen har {'minst' if holds else 'färre än'} {condition.count} {FACTS[condition.name].words.sv}"


def _skipping(condition: WindowAtom, *, breaks: bool) -> str:
    if condition.skipping is None:
        return ""
    most = (
        ""
        if condition.most_skipped is None
        else f", dock för högst {count_words(condition.most_skipped, 'dag', 'dagar')}"
    )
    what = days(condition.skipping)
    if breaks:
        return f". Dagar med {what} bryter inte följden men räknas inte heller{most}"
    return f". Dagar med {what} hoppas över och förlänger perioden bakåt i tiden{most}"


@clause.register
def _(condition: DaysIn, holds: bool) -> str:
    least = condition.at_least
    if least == 1:
        number = "minst en kalenderdag" if holds else "ingen kalenderdag"
    else:
        number = f"{'sammanlagt minst' if holds else 'färre än'} {least} kalenderdagar"
    text = f"Personen har {number} med {days(condition.days)} {window_words(condition.window)}"
    return text + _skipping(condition, breaks=False)


@clause.register
def _(condition: Run, holds: bool) -> str:
    end = "frågedagen" if condition.window.ends is Ends.ON else "dagen före frågedagen"
    deny = "" if holds else "inte "
    text = (
        f"Personen har {deny}haft minst {period(condition.window.length)} i följd med {days(condition.days)}, "
        f"fram till och med {end}"
    )
    return text + _skipping(condition, breaks=True)


def _enrolments(statuses: tuple[Status, ...]) -> bool:
    return all(status.value.startswith("in_") and status is not Status.IN_KAA for status in statuses)


@clause.register
def _(condition: During, holds: bool) -> str:
    simple = single_statuses(condition.days)
    if simple is None:
        return f"Frågedagen är {'' if holds else 'inte '}en dag med {days(condition.days)}"
    statuses, either = simple
    told = status_words(statuses) if either else [(status.noun, status.words) for status in statuses]
    clauses = [words.sv for _, words in told]
    if not holds:
        clauses = [negated(words) for words in clauses]
        either = not either
    text = f"Personen {listing(clauses, 'sv', last='or' if either else 'and')} på frågedagen"
    if holds and _enrolments(statuses):
        text += " (det räcker inte att uppfylla villkoren)"
    return text


@clause.register
def _(condition: Judgement, holds: bool) -> str:
    text = condition.text.sv.rstrip(".")
    if text.startswith("att ") and holds:
        return f"Myndigheten bedömer om {text.removeprefix('att ')}"
    return f"Myndigheten bedömer om följande {'' if holds else 'inte '}stämmer: {text}"


@clause.register
def _(condition: NotExpressed, holds: bool) -> str:
    text = condition.text.sv.rstrip(".")
    if text.startswith("att "):
        demand = f"Det krävs {text}" if holds else f"Det får inte vara så {text}"
    else:
        demand = f"Det krävs att följande {'' if holds else 'inte '}gäller: {text}"
    return f"{demand}. Villkoret prövas inte här, så svaret på det är okänt"


def _unknown(name: str) -> str:
    return f"Uppgift saknas: {FACTS[name].words.sv}."


@singledispatch
def found(condition: Condition, what: Found) -> str:
    """Say what was found about the person; nothing when the condition itself says it all."""
    return ""


@found.register
def _(condition: Age, what: Found) -> str:
    finding = what.finding
    assert isinstance(finding, DateFinding)
    if finding.value is None:
        return _unknown("born")
    reference = condition.reference(what.on)
    turned = []
    for age in (condition.lo, condition.below):
        if age:
            day = attained(finding.value, age, what.leap)
            turned.append(f"{'fyllde' if day <= reference else 'fyller'} {age} år {dated(day)}")
    text = f"Född {dated(from_day(finding.value))}{': ' if turned else ''}{listing(turned, 'sv')}."
    return text if reference == what.on else f"{text} Åldern räknas {dated(reference)}."


def _event(name: str, day: int | None, on: date) -> str:
    if day is None:
        return _unknown(name)
    happened, not_yet = _event_words(name)
    if day == NEVER_DAY:
        return f"Personen {not_yet}."
    return f"Personen {happened} {dated(from_day(day))}{'' if from_day(day) <= on else ', alltså senare'}."


@found.register
def _(condition: Happened, what: Found) -> str:
    assert isinstance(what.finding, DateFinding)
    return _event(condition.name, what.finding.value, what.on)


@found.register
def _(condition: Within, what: Found) -> str:
    assert isinstance(what.finding, DateFinding)
    day = what.finding.value
    text = _event(condition.name, day, what.on)
    if day is None or day == NEVER_DAY or from_day(day) > what.on:
        return text
    last = condition.period.after(from_day(day))
    return f"{text} Tiden {'löper ut' if last >= what.on else 'löpte ut'} {dated(last)}."


@found.register
def _(condition: AtEvent, what: Found) -> str:
    assert isinstance(what.finding, EventFinding)
    return _event(condition.event, what.finding.day, what.on)


@found.register
def _(condition: Has, what: Found) -> str:
    assert isinstance(what.finding, ValueFinding)
    if what.finding.value is None:
        return _unknown(condition.name)
    is_so = isinstance(what.finding.value, int) and what.finding.value > 0
    return "" if is_so is what.holds else f"{clause(condition, is_so)}."


@found.register
def _(condition: OneOf, what: Found) -> str:
    assert isinstance(what.finding, ValueFinding)
    value = what.finding.value
    if value is None:
        return _unknown(condition.name)
    if value == 0:
        return f"{clause(Has(condition.name), False)}."
    return f"Uppgiften är {value_words(condition.name, value, 'sv')}."


@found.register
def _(condition: AtLeast, what: Found) -> str:
    assert isinstance(what.finding, ValueFinding)
    if what.finding.value is None:
        return _unknown(condition.name)
    return f"Antalet är {what.finding.value} (minst {condition.count} behövs)."


def _counted(finding: DaysFinding) -> str:
    low, high = sorted((finding.low, finding.high))
    if low == high:
        return f"Räknade {number_of_days(low)} (minst {finding.needed} behövs)"
    return f"Mellan {low} och {number_of_days(high)} (minst {finding.needed} behövs)"


def _counted_days(condition: WindowAtom, what: Found) -> str:
    finding = what.finding
    assert isinstance(finding, DaysFinding)
    span = f"från och med {dated(from_day(finding.first))} till och med {dated(from_day(finding.last))}"
    known = "" if finding.low == finding.high else "; alla dagar är inte kända"
    text = f"{_counted(finding)} {span}{known}."
    longer = condition.span(to_day(what.on))[0] - finding.first
    if longer:
        most = "" if finding.low == finding.high else "som mest "
        text += f" Perioden är {most}{number_of_days(longer, 'dag')} längre, eftersom dagar hoppas över."
    return text


@found.register
def _(condition: DaysIn, what: Found) -> str:
    return _counted_days(condition, what)


@found.register
def _(condition: Run, what: Found) -> str:
    return _counted_days(condition, what)


@found.register
def _(condition: During, what: Found) -> str:
    finding = what.finding
    assert isinstance(finding, DaysFinding)
    day = written_date(what.on, "sv")
    if finding.low != finding.high:
        return f"Läget den {day} är inte känt."
    return f"Så är det {'' if (finding.low > 0) is what.holds else 'inte '}enligt uppgifterna för den {day}."


_GROUPS = {
    "all": "Personen uppfyller alla dessa villkor",
    "any": "Personen uppfyller minst ett av dessa villkor",
    "none": "Personen uppfyller inget av dessa villkor",
    "not_all": "Personen uppfyller inte alla dessa villkor (minst ett brister)",
}
_LABELS = {
    "all": "Alla dessa villkor",
    "any": "Minst ett av dessa villkor",
    "none": "Inget av dessa villkor",
    "not_all": "Inte alla dessa villkor (minst ett brister)",
}


def _group(kind: str, count: int) -> str:
    if count == 2 and kind in ("all", "not_all"):
        return _GROUPS[kind].replace("alla", "båda")
    return _GROUPS[kind]


def _group_label(kind: str, count: int) -> str:
    if count == 2 and kind in ("all", "not_all"):
        return _LABELS[kind].replace("Alla", "Båda").replace("alla", "båda")
    return _LABELS[kind]


def _at_event(name: str, holds: bool) -> str:
    day = f"På den dag då personen {_event_words(name)[0]}, som då räknas som frågedag,"
    return f"{day} gäller följande" if holds else f"{day} gäller inte följande, eller så har den dagen inte kommit"


def _denied(name: Text) -> str:
    return f"Personen uppfyller inte villkoret ”{name.sv}”, det vill säga inte detta"


SWEDISH = Grammar("sv", "Personen ", clause, found, _group, _group_label, _at_event, _denied, days, period)
