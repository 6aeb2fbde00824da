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
from dualib.conditions.day_sets import Both, DaySet, Either, StatusDays, Unbroken, Without
from dualib.dates import NEVER_DAY, Ends, Period, Window, from_day, to_day
from dualib.errors import BadInput
from dualib.facts import FACTS, Status
from dualib.language import Text, listing, written_date
from dualib.wording.grammar import (
    Found,
    Grammar,
    alternatives,
    attained,
    ordered_choices,
    requirements,
    single_statuses,
    status_words,
    value_words,
)

__all__ = ["SWEDISH", "negated", "period"]

_COMMON = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


def _count(number: int, one: str, many: str, *, neuter: bool = False) -> str:
    """Write small numbers in letters, as running text does."""
    if number == 1:
        return f"ett {one}" if neuter else f"en {one}"
    return f"{_COMMON[number] if number < len(_COMMON) else number} {many}"


def period(length: Period) -> str:
    """Write a length of time.

    >>> period(Period(24, "months")), period(Period(1, "months")), period(Period(30, "days"))
    ('två år', 'en månad', '30 dagar')
    """
    if length.unit == "days":
        return _count(length.count, "dag", "dagar")
    if length.count % 12 == 0:
        return _count(length.count // 12, "år", "år", neuter=True)
    return _count(length.count, "månad", "månader")


def _days(number: int, one: str = "kalenderdag") -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}ar"


def _date(day: date) -> str:
    return f"den {written_date(day, 'sv')}"


def _or(items: list[str]) -> str:
    return listing(items, "sv", last="or")


def negated(clause: str) -> str:
    """Deny a clause that begins with its verb.

    >>> negated("är arbetslös på heltid")
    'är inte arbetslös på heltid'
    """
    verb, _, rest = clause.partition(" ")
    return f"{verb} inte {rest}"


def _window(window: Window) -> str:
    """Name the window and its end."""
    many = period(window.length)
    single = many.startswith(("en ", "ett "))
    if window.ends is Ends.DAY_BEFORE:
        which = ("d" + many if many[1] == "n" else many.replace("ett", "det")) if single else f"de {many}"
        return f"under {which} som slutar dagen före frågedagen"
    if single:
        unit = {"en dag": "den senaste dagen", "en månad": "den senaste månaden", "ett år": "det senaste året"}[many]
    else:
        number, _, noun = many.partition(" ")
        unit = f"de senaste {number} {'åren' if noun == 'år' else noun + 'na'}"
    return f"under {unit}, frågedagen inräknad"


@singledispatch
def days(of: DaySet) -> str:
    """Name a set of days so that it fits after "dagar med".

    >>> from dualib.conditions import days as days_of
    >>> days(days_of("full_time_unemployed") & days_of("registered_as_jobseeker"))
    'både heltidsarbetslöshet och anmälan som arbetssökande'
    """
    raise BadInput(f"no Swedish words for {of!r}")


def _enclosed(of: DaySet) -> str:
    simple = isinstance(of, StatusDays) and len(of.statuses) == 1
    return days(of) if simple else f"({days(of)})"


@days.register
def _(of: StatusDays) -> str:
    return _or([noun.sv for noun, _ in status_words(of.statuses)])


@days.register
def _(of: Either) -> str:
    plain, involved, clear = ordered_choices(alternatives(of) or ())
    nouns = [noun.sv for noun, _ in status_words(plain)]
    if clear and nouns:
        return f"{_or(nouns)}, eller {days(involved[0])}"
    return _or(nouns + [_enclosed(part) for part in involved])


@days.register
def _(of: Both) -> str:
    parts = requirements(of) or ()
    simple = [_enclosed(part) for part in parts if alternatives(part) is None]
    choices = [
        f"antingen {days(part)}" if all(isinstance(one, StatusDays) for one in chosen) else f"({days(part)})"
        for part in parts
        if (chosen := alternatives(part)) is not None
    ]
    words = listing([*simple, *choices], "sv")
    return f"både {words}" if len(parts) == 2 else f"{words} samma dag"


@days.register
def _(of: Without) -> str:
    return f"{_enclosed(of.one)} men utan {_enclosed(of.other)}"


@days.register
def _(of: Unbroken) -> str:
    return f"{_enclosed(of.inner)} i minst {_count(of.at_least, 'dag', 'dagar')} i följd"


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
        return f"från och med {_date(first)} till och med {_date(last)}"
    if first is not None:
        return f"{_date(first)} eller senare"
    return "" if last is None else f"före {_date(last + timedelta(days=1))}"


@clause.register
def _(condition: Has, holds: bool) -> str:
    about = FACTS[condition.name]
    words = about.yes if holds else about.no
    assert words is not None
    return f"Personen {words.sv}"


@clause.register
def _(condition: OneOf, holds: bool) -> str:
    values = _or([value_words(condition.name, value, "sv") for value in condition.values])
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
        "" if condition.most_skipped is None else f", dock för högst {_count(condition.most_skipped, 'dag', 'dagar')}"
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
    text = f"Personen har {number} med {days(condition.days)} {_window(condition.window)}"
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
            turned.append(f"{'fyllde' if day <= reference else 'fyller'} {age} år {_date(day)}")
    text = f"Född {_date(from_day(finding.value))}{': ' if turned else ''}{listing(turned, 'sv')}."
    return text if reference == what.on else f"{text} Åldern räknas {_date(reference)}."


def _event(name: str, day: int | None, on: date) -> str:
    if day is None:
        return _unknown(name)
    happened, not_yet = _event_words(name)
    if day == NEVER_DAY:
        return f"Personen {not_yet}."
    return f"Personen {happened} {_date(from_day(day))}{'' if from_day(day) <= on else ', alltså senare'}."


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
    return f"{text} Tiden {'löper ut' if last >= what.on else 'löpte ut'} {_date(last)}."


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
        return f"Räknade {_days(low)} (minst {finding.needed} behövs)"
    return f"Mellan {low} och {_days(high)} (minst {finding.needed} behövs)"


def _counted_days(condition: WindowAtom, what: Found) -> str:
    finding = what.finding
    assert isinstance(finding, DaysFinding)
    span = f"från och med {_date(from_day(finding.first))} till och med {_date(from_day(finding.last))}"
    known = "" if finding.low == finding.high else "; alla dagar är inte kända"
    text = f"{_counted(finding)} {span}{known}."
    longer = condition.span(to_day(what.on))[0] - finding.first
    if longer:
        most = "" if finding.low == finding.high else "som mest "
        text += f" Perioden är {most}{_days(longer, 'dag')} längre, eftersom dagar hoppas över."
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
