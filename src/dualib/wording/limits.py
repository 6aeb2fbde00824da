"""Words for how long a measure may last, what is left of it, and what an authority is bound to do by when."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from dualib.dates import Period
from dualib.decisions.allowances import Allowance, BenefitDayLimit, Limit
from dualib.exact.bounds import Bounds
from dualib.language import Text, capital, check_language, written_date
from dualib.sources import NotInSource
from dualib.verdicts import Verdict
from dualib.vocabulary.facts import FACTS
from dualib.wording.lengths import days, period, skipped_days
from dualib.wording.tree import GRAMMARS

__all__ = ["DutyTold", "DutyWords", "allowance_text", "duty_text", "limit_words"]


class DutyTold(Protocol):
    """What :func:`duty_text` needs to know of a duty."""

    @property
    def bearer(self) -> Text:
        """Who must act."""
        ...

    @property
    def action(self) -> Text:
        """What must be done, as it is after "shall"."""
        ...

    @property
    def within(self) -> Period | NotInSource | None:
        """The time there is; None means at once."""
        ...


class DutyWords(Protocol):
    """What :func:`duty_text` needs to know of the answer about a duty."""

    @property
    def duty(self) -> DutyTold:
        """The duty."""
        ...

    @property
    def on(self) -> date:
        """The day asked about."""
        ...

    @property
    def applies(self) -> Verdict:
        """Whether it has arisen."""
        ...

    @property
    def due(self) -> date | None:
        """The last day to act."""
        ...

    @property
    def candidates(self) -> tuple[tuple[Text, date | None], ...]:
        """Days from which the time may run, with the last day each gives."""
        ...

    @property
    def judgements(self) -> tuple[Text, ...]:
        """What must be judged before it has arisen, as clauses with "that"."""
        ...


def limit_words(limit: Limit | BenefitDayLimit, language: str) -> str:
    """Say how long a measure may last.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> limit = BenefitDayLimit(
    ...     name=Text("fas 3", "phase 3"), fact="benefit_days_in_jobbgaranti", length=450, citations=())
    >>> limit_words(limit, "en")
    'Phase 3: 450 benefit days in the job guarantee for young people at most.'
    """
    grammar = GRAMMARS[check_language(language)]
    name = capital(limit.name.say(language))
    if isinstance(limit, BenefitDayLimit):
        words = FACTS[limit.fact].words
        text = Text(
            f"{name}: högst {limit.length} {words.sv}.",
            f"{name}: {limit.length} {words.en} at most.",
        )
        return text.say(language)
    length, counted = period(limit.length, grammar), days(limit.counted, grammar)
    parts = [
        Text(
            f"{name}: högst {length} med {counted}.", f"{name}: {length} with {counted} at most."
        ).say(language)
    ]
    if limit.skipping is not None:
        skipped = skipped_days(limit.skipping, grammar)
        most = ""
        if limit.most_skipped is not None:
            most = grammar.most_skipped.format(length=period(limit.most_skipped, grammar))
        parts.append(
            Text(f"{skipped} räknas inte{most}.", f"{skipped} do not count{most}.").say(language)
        )
    if limit.frame is not None:
        frame = period(limit.frame, grammar)
        start = Text("den första dagen", "the first day")
        if limit.frame_from is not None:
            happened = FACTS[limit.frame_from].yes or FACTS[limit.frame_from].words
            start = Text(
                f"den dag då personen {happened.sv}", f"the day when the person {happened.en}"
            )
        parts.append(
            Text(
                f"Allt ska rymmas inom {frame} från {start.sv}.",
                f"All of it must fit within {frame} from {start.en}.",
            ).say(language)
        )
    return " ".join(parts)


def _range(days: Bounds[int], unit: Text, language: str) -> str:
    if days.known or days.high is None:
        return f"{days.text(language)} {unit.say(language)}"
    return Text(
        f"mellan {days.low} och {days.high} {unit.sv}",
        f"between {days.low} and {days.high} {unit.en}",
    ).say(language)


def allowance_text(allowance: Allowance, language: str) -> str:
    """Say what is used and left of a longest time.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> limit = BenefitDayLimit(
    ...     name=Text("fas 3", "phase 3"), fact="benefit_days_in_jobbgaranti", length=450, citations=())
    >>> used, left = Bounds(120, 120), Bounds(330, 330)
    >>> found = Allowance(limit, date(2015, 5, 31), "benefit days", used, left, None)
    >>> print(allowance_text(found, "en"))
    Phase 3, on 31 May 2015: 120 benefit days used, 330 benefit days left.
    """
    day, name = (
        written_date(allowance.on, check_language(language)),
        capital(allowance.limit.name.say(language)),
    )
    unit = Text("kalenderdagar", "calendar days")
    if allowance.unit == "benefit days":
        unit = Text("ersättningsdagar", "benefit days")
    used = _range(allowance.used, unit, language)
    if allowance.left is None:
        text = Text(
            f"{name}, den {day}: förbrukat {used}; hur många som är kvar är inte känt.",
            f"{name}, on {day}: {used} used; how many are left is not known.",
        ).say(language)
    else:
        left = _range(allowance.left, unit, language)
        text = Text(
            f"{name}, den {day}: förbrukat {used}, kvar {left}.",
            f"{name}, on {day}: {used} used, {left} left.",
        ).say(language)
    if allowance.last_day is None:
        return text
    earliest, latest = allowance.last_day
    last = written_date(latest, language)
    if earliest is None:
        end = Text(
            f"Utan avbrott infaller sista dagen senast den {last}; tiden kan redan ha gått ut.",
            f"Without a break the last day is {last} at the latest; the time may already have run out.",
        ).say(language)
    elif earliest == latest:
        end = Text(
            f"Utan avbrott är sista dagen den {last}.", f"Without a break the last day is {last}."
        ).say(language)
    else:
        first = written_date(earliest, language)
        end = Text(
            f"Utan avbrott infaller sista dagen tidigast den {first} och senast den {last}.",
            f"Without a break the last day is {first} at the earliest and {last} at the latest.",
        ).say(language)
    return f"{text} {end}"


def duty_text(answer: DutyWords, language: str) -> str:
    """Say whether an authority is bound to act, and by when; what the source leaves open is said to be open.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.
    """
    grammar = GRAMMARS[check_language(language)]
    duty, day = answer.duty, written_date(answer.on, language)
    sv, en = f"{duty.bearer.sv} ska {duty.action.sv}", f"{duty.bearer.en} shall {duty.action.en}"
    if answer.applies is Verdict.NO:
        return Text(
            f"Skyldigheten har inte uppstått den {day}: {sv}.",
            f"The duty has not arisen on {day}: {en}.",
        ).say(language)
    if answer.applies is Verdict.UNKNOWN:
        text = Text(
            f"Det kan inte avgöras om skyldigheten har uppstått den {day}: {sv}.",
            f"It cannot be determined whether the duty has arisen on {day}: {en}.",
        ).say(language)
    else:
        if answer.judgements:
            judged = (
                Text(" och ", " and ")
                .say(language)
                .join(text.say(language) for text in answer.judgements)
            )
            day += Text(f", förutsatt {judged}", f", provided {judged}").say(language)
        text = Text(
            f"Skyldigheten har uppstått den {day}: {sv}.", f"The duty has arisen on {day}: {en}."
        ).say(language)
    if answer.due is not None:
        due = written_date(answer.due, language)
        return f"{text} {Text(f'Senast den {due}.', f'By {due} at the latest.').say(language)}"
    if isinstance(duty.within, NotInSource):
        return (
            f"{text} {Text('Källan anger ingen tid.', 'The source states no time.').say(language)}"
        )
    if duty.within is None:
        return text
    time = period(duty.within, grammar)
    if len(answer.candidates) == 1:
        opening = Text(f"Tiden är {time} från:", f"The time is {time} from:").say(language)
    else:
        opening = Text(
            f"Tiden är {time}, men källan säger inte från vilken dag. Möjliga dagar:",
            f"The time is {time}, but the source does not say from which day. Possible days:",
        ).say(language)
    starts = []
    for words, last in answer.candidates:
        until = Text("dagen är inte känd", "the day is not known").say(language)
        if last is not None:
            until = Text(
                f"senast den {written_date(last, 'sv')}",
                f"by {written_date(last, 'en')} at the latest",
            ).say(language)
        starts.append(f"{words.say(language)} ({until})")
    return f"{text} {opening} {'; '.join(starts)}."
