"""SKAT codes (sökandekategori): what Arbetsförmedlingen's codes say about a day, by code and date.

Codes were reused: the same number meant one thing in 1997 and another in 2016, so a code means nothing without a date.
Each life of a code is a row here with the days on which it had that meaning. Where a code was reused and the day its
present meaning began is not in the source, the meaning is taken from 2014-01-01 on, the years the source was read for;
earlier days are refused rather than guessed.

Everybody with a SKAT code is registered at Arbetsförmedlingen, so every code carries ``REGISTERED_AS_JOBSEEKER``; a
code whose meaning has no status of its own here (14, 23, 31, 34, 35, 41) carries that alone. No code of the source maps
to nothing. Codes of the etablering programme and of forms of support begun after 2017 are not in the source and are
refused.

Source: SCB, LISA 1990–2017, variable list on sökandekategori; names of groups from Arbetsförmedlingen.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal

import attrs

from dualib.dates import NEVER_DAY, UNKNOWN_DAY, check_date, to_day
from dualib.errors import BadInput
from dualib.language import Text
from dualib.messages import Message, message
from dualib.vocabulary.facts import Status

__all__ = ["SKAT", "Skat", "lives_of", "lives_said", "skat", "unknown_code"]

_READ_FROM: Final = date(2014, 1, 1)


@attrs.frozen
class Skat:
    """One life of a SKAT code.

    Attributes
    ----------
    code
        The number.
    name
        What it meant.
    statuses
        What a person with the code was on such a day.
    first, last
        The first and the last day of that meaning, both inclusive; None where open.
    confidence
        ``"source"`` if the meaning was read in the source, ``"memory"`` if not.

    Examples
    --------
    >>> skat(15, date(2016, 3, 1)).name.sv
    'kommuninsats'
    """

    code: int
    name: Text
    statuses: tuple[Status, ...]
    first: date | None = None
    last: date | None = None
    confidence: Literal["source", "memory"] = "source"

    @property
    def mask(self) -> int:
        """The statuses as bits (:attr:`dualib.Status.bit`)."""
        return sum(status.bit for status in self.statuses)

    @property
    def days(self) -> tuple[int, int]:
        """The first and last day as numbers, the widest where open."""
        return (
            UNKNOWN_DAY + 1 if self.first is None else to_day(self.first),
            NEVER_DAY if self.last is None else to_day(self.last),
        )


def _life(
    code: int,
    sv: str,
    en: str,
    *own: Status,
    first: date | None = None,
    last: date | None = None,
    confidence: Literal["source", "memory"] = "source",
) -> Skat:
    return Skat(code, Text(sv, en), (Status.REGISTERED_AS_JOBSEEKER, *own), first, last, confidence)


_OPEN = Status.FULL_TIME_UNEMPLOYED
_OTHER = Status.IN_OTHER_MEASURE
_SUPPORTED = Status.IN_SUPPORTED_EMPLOYMENT
_JUG = Status.IN_JOBB_OCH_UTVECKLINGSGARANTI
_REHAB = ("arbetslivsinriktad rehabilitering", "vocational rehabilitation")

SKAT: Final[tuple[Skat, ...]] = (
    _life(11, "arbetslös", "unemployed", _OPEN),
    _life(12, "vägledning", "guidance", _OPEN, last=date(2003, 11, 23)),
    _life(13, "väntar på åtgärd", "waiting for a measure", _OPEN, last=date(2003, 11, 23)),
    _life(
        14,
        "arbetssökande med förhinder",
        "jobseeker who cannot start at once",
        first=date(2007, 10, 1),
    ),
    _life(
        15,
        "arbetslös timanställd",
        "hourly worker",
        Status.HOURLY,
        first=date(1996, 4, 1),
        last=date(1997, 6, 30),
    ),
    _life(15, "kommuninsats", "municipal activity", Status.KOMMUNINSATS, first=date(2016, 3, 1)),
    _life(21, "deltidsarbetslös", "part-time unemployed", Status.PART_TIME),
    _life(
        22,
        "tillfällig timanställning",
        "temporary hourly work",
        Status.HOURLY,
        first=date(1996, 4, 1),
    ),
    _life(23, "yrkesfiskare", "professional fisher"),
    _life(31, "arbete utan stöd", "work without support", confidence="memory"),
    _life(
        32,
        "utbildningskontrakt",
        "education contract",
        Status.IN_UTBILDNINGSKONTRAKT,
        first=date(2015, 8, 1),
        last=date(2020, 12, 31),
    ),
    _life(33, "nystartsjobb", "new start job", Status.IN_NYSTARTSJOBB),
    _life(34, "utresande EU/EES-sökande", "jobseeker leaving for another EU/EEA country"),
    _life(35, "övriga", "other", confidence="memory"),
    _life(36, "särskilt nystartsjobb", "special new start job", Status.IN_NYSTARTSJOBB),
    _life(
        37,
        "nystartsjobb på deltid",
        "part-time new start job",
        Status.IN_NYSTARTSJOBB,
        last=date(2009, 12, 31),
    ),
    _life(38, "utvecklingsanställning", "development employment", _SUPPORTED),
    _life(39, "trygghetsanställning", "security employment", _SUPPORTED),
    _life(41, "ombytessökande", "employed, looking for another job", confidence="memory"),
    _life(42, "lönebidrag", "wage subsidy", _SUPPORTED),
    _life(43, "offentligt skyddat arbete", "sheltered public employment", _SUPPORTED),
    _life(
        45,
        "förstärkt särskilt anställningsstöd",
        "reinforced special employment support",
        Status.IN_SARSKILT_ANSTALLNINGSSTOD,
        first=_READ_FROM,
    ),
    _life(46, "start av näringsverksamhet", "start of a business", _OTHER),
    _life(
        47,
        "traineejobb, brist",
        "trainee job, shortage",
        Status.IN_TRAINEEJOBB,
        first=date(2015, 8, 1),
    ),
    _life(
        48,
        "traineejobb, välfärd",
        "trainee job, welfare",
        Status.IN_TRAINEEJOBB,
        first=date(2015, 8, 1),
    ),
    _life(
        49,
        "särskilt anställningsstöd",
        "special employment support",
        Status.IN_SARSKILT_ANSTALLNINGSSTOD,
    ),
    _life(50, "modernt beredskapsjobb", "modern relief job", _SUPPORTED, first=date(2017, 1, 1)),
    _life(51, "extratjänst", "extra service job", Status.IN_EXTRATJANST, first=date(2015, 9, 1)),
    _life(54, "arbetspraktik", "work practice", _OTHER, first=_READ_FROM),
    _life(
        58, "anställning hos Samhall", "employment at Samhall", _SUPPORTED, first=date(2012, 2, 1)
    ),
    _life(59, "prova-på-plats", "tryout place", _OTHER),
    _life(
        65, "kommunalt ungdomsprogram", "municipal youth programme", _OTHER, last=date(2007, 11, 30)
    ),
    _life(66, "ungdomsgaranti", "youth guarantee", _OTHER, last=date(2007, 11, 30)),
    _life(67, "praktisk kompetensutveckling", "practical skills development", _OTHER),
    _life(
        69,
        "jobbgaranti för ungdomar",
        "job guarantee",
        Status.IN_JOBBGARANTI,
        first=date(2007, 12, 3),
    ),
    _life(
        70,
        "jobb- och utvecklingsgarantin",
        "job and development guarantee",
        _JUG,
        first=date(2007, 7, 1),
    ),
    _life(71, *_REHAB, _OTHER),
    _life(
        72,
        "arbetslivsintroduktion",
        "introduction to working life",
        Status.IN_ARBETSLIVSINTRODUKTION,
    ),
    _life(73, "AVP", "AVP", _OTHER, first=_READ_FROM),
    _life(74, "arbetsmarknadspolitiskt program", "labour-market programme", _OTHER),
    _life(75, "projekt", "project", _OTHER),
    _life(76, "kartläggning", "assessment", _OTHER),
    _life(78, "instegsjobb", "entry job", Status.IN_INSTEGSJOBB),
    _life(
        79,
        "jobb- och utvecklingsgarantin, fas 3",
        "job and development guarantee, phase 3",
        _JUG,
        first=date(2009, 3, 1),
    ),
    _life(80, "förberedande insatser", "preparatory measures", _OTHER, first=date(2016, 2, 1)),
    _life(81, "arbetsmarknadsutbildning", "labour-market training", _OTHER),
    _life(83, "förberedande utbildning", "preparatory training", _OTHER),
    _life(86, "validering", "validation of skills", _OTHER),
    _life(
        87,
        "arbetsträning med handledare",
        "work training with a supervisor",
        _OTHER,
        first=date(2014, 3, 1),
    ),
    _life(88, "praktiskt basår", "practical foundation year", _OTHER, first=date(2014, 3, 1)),
    _life(
        95,
        "arbetslös, upphävt beslut",
        "unemployed, decision revoked",
        _OPEN,
        first=date(2015, 9, 1),
    ),
    _life(
        96,
        "arbetslös, felregistrering",
        "unemployed, registered by mistake",
        _OPEN,
        first=date(2001, 5, 21),
    ),
    _life(
        97, "arbetslös, avbrott", "unemployed, measure broken off", _OPEN, first=date(2001, 5, 21)
    ),
    _life(
        98,
        "arbetslös, slutförd period",
        "unemployed, measure completed",
        _OPEN,
        first=date(2001, 5, 21),
    ),
)


def _by_code() -> Mapping[int, tuple[Skat, ...]]:
    found: dict[int, tuple[Skat, ...]] = {}
    for life in SKAT:
        found[life.code] = (*found.get(life.code, ()), life)
    return found


_LIVES: Final = _by_code()


def lives_of(code: int) -> tuple[Skat, ...]:
    """Return the lives of a code, none for one that is not documented."""
    return _LIVES.get(code, ())


def unknown_code(code: int) -> Message:
    """Return why a code that has no documented meaning at all cannot be used."""
    return message("vocabulary/skat-not-known", code=code, codes=tuple(_LIVES))


def lives_said(code: int) -> tuple[Message, ...]:
    """Return when a code had which meaning, in words."""
    return tuple(map(_said, lives_of(code)))


def _said(life: Skat) -> Message:
    first, last, meaning = life.first, life.last, life.name
    if first and last:
        return message("vocabulary/skat-between", first=first, last=last, meaning=meaning)
    if first:
        return message("vocabulary/skat-from", first=first, meaning=meaning)
    if last:
        return message("vocabulary/skat-until", last=last, meaning=meaning)
    return message("vocabulary/skat-always", meaning=meaning)


def skat(code: int, on: date) -> Skat:
    """Return what a code meant on a day.

    Raises
    ------
    BadInput
        If the code, or its meaning on that day, is not in the source.

    Examples
    --------
    >>> [status.value for status in skat(11, date(2015, 5, 31)).statuses]
    ['registered_as_jobseeker', 'full_time_unemployed']
    """
    day = to_day(check_date(on, "on"))
    for life in _LIVES.get(code, ()):
        if life.days[0] <= day <= life.days[1]:
            return life
    if code not in _LIVES:
        raise BadInput(unknown_code(code))
    raise BadInput(
        message("vocabulary/skat-not-known-on", code=code, day=on, lives=lives_said(code))
    )
