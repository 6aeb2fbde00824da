"""The columns of every file of an agreement, and what the cells of each kind must look like.

The one description that checks, templates and schemas are made from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, Literal

import attrs

from dualib.language import Text
from dualib.local_agreements.printed import number_fault
from dualib.local_agreements.units import UNITS
from dualib.messages import Message, message
from dualib.numerals import NUMBER
from dualib.staffing import PHASES

__all__ = ["KINDS", "PATTERNS", "SHEETS", "Column", "ColumnKind", "SheetSpec"]

ColumnKind = Literal["text", "id", "ids", "number", "whole", "date", "period", "choice"]

_DAY: Final = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"

PATTERNS: Final[Mapping[str, str]] = {
    "id": r"[a-z0-9._:-]+",
    "ids": r"[a-z0-9._:-]+( +[a-z0-9._:-]+)*",
    "number": NUMBER,
    "whole": r"\d{1,9}",
    "date": r"\d{4}-\d{2}-\d{2}",
    "period": rf"{_DAY}(/{_DAY})?",
}
"""What the text of a cell must look like, by kind of column; a cell that may be empty may also be the empty text."""


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10


def _whole(kind: str) -> Callable[[str], object]:
    return re.compile(PATTERNS[kind], re.ASCII).fullmatch


def _must(holds: Callable[[str], object], code: str) -> Callable[[str, str], Message | None]:
    def check(column: str, text: str) -> Message | None:
        if holds(text):
            return None
        return message(f"agreements/{code}", column=column, value=text)

    return check


def _number(column: str, text: str) -> Message | None:
    fault = number_fault(text)
    return None if fault is None else message("agreements/cell-number", column=column, fault=fault)


KINDS: Final[Mapping[str, Callable[[str, str], Message | None]]] = {
    "id": _must(_whole("id"), "cell-not-an-id"),
    "ids": _must(_whole("ids"), "cell-not-ids"),
    "number": _number,
    "whole": _must(_whole("whole"), "cell-not-whole"),
    "date": _must(_is_date, "cell-not-a-date"),
    "period": _must(_whole("period"), "cell-not-a-period"),
}
"""By kind of column: a function of a column's name and the text of a cell that returns what is wrong, or None."""


@attrs.frozen
class Column:
    """One column: its name, what it holds in both languages, and what its cells must look like.

    >>> SHEETS["figures"].column("sex").choices
    ('total', 'woman', 'man', 'unknown')
    """

    name: str
    words: Text
    kind: ColumnKind = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    example: str = ""


@attrs.frozen
class SheetSpec:
    """One file: its columns in order, whether an agreement must have it, and what one row is."""

    name: str
    words: Text
    columns: tuple[Column, ...]
    required: bool = False

    @property
    def filename(self) -> str:
        """The name of the file in an agreement's folder."""
        return f"{self.name}.csv"

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Return the column called ``name``."""
        return next(column for column in self.columns if column.name == name)


def _c(
    name: str,
    sv: str,
    en: str,
    kind: ColumnKind = "text",
    *,
    must: bool = False,
    of: str | Iterable[str] = (),
    eg: str = "",
) -> Column:
    return Column(
        name, Text(sv, en), kind, must, tuple(of.split() if isinstance(of, str) else of), eg
    )


_PLACE = _c(
    "place",
    "var det står: bilaga, rubrik, sida",
    "where it is printed: annex, heading, page",
    must=True,
    eg="bilaga 1, s. 2",
)
_LINE = _c(
    "line",
    "radnummer i källans text, om den finns som text",
    "line number in the source text, if any",
    "whole",
    eg="12",
)
_ID = _c(
    "id",
    "eget namn på raden: a-z, 0-9 . _ : -",
    "the row's own name: a-z, 0-9 . _ : -",
    "id",
    must=True,
    eg="af.total",
)
_NOTE = _c("note", "anmärkning", "note")
_NOTE_EN = _c("note_en", "anmärkningen på engelska", "the note in English")
_FOOT = _c(
    "footnote",
    "fotnot eller förbehåll, såsom ca",
    "footnote or reservation, such as about",
    eg="ca",
)
_FOOT_EN = _c("footnote_en", "fotnoten på engelska", "the footnote in English", eg="about")

AGREEMENT_KEYS: Final = (
    "title party party_number municipality municipality_code period_from period_to documented_on state target_group "
    "target_group_en source_title source_sha256 purpose purpose_en order"
)

_AGREEMENT = SheetSpec(
    "agreement",
    Text("en rad per uppgift om överenskommelsen", "one row for each thing known of the agreement"),
    (
        _c(
            "key",
            "vad raden säger; får upprepas",
            "what the row says; may be repeated",
            "choice",
            must=True,
            of=AGREEMENT_KEYS,
            eg="party",
        ),
        _c(
            "value",
            "uppgiften; NOT_IN_SOURCE om källan tiger",
            "the value; NOT_IN_SOURCE if the source is silent",
            must=True,
            eg="Exempel kommun",
        ),
        _c("place", "var det står", "where it is printed", eg="s. 1"),
        _NOTE,
    ),
    required=True,
)

_FIGURES = SheetSpec(
    "figures",
    Text("en rad per publicerad siffra", "one row for each published figure"),
    (
        _ID,
        _c(
            "table",
            "tabellens namn; samma för siffror som hör ihop",
            "the table; the same for figures that belong together",
            "id",
            must=True,
            eg="af",
        ),
        _c(
            "measure",
            "vad som räknas",
            "what is counted",
            must=True,
            eg="inskrivna på Arbetsförmedlingen",
        ),
        _c(
            "measure_en",
            "vad som räknas, på engelska",
            "what is counted, in English",
            eg="registered at the employment service",
        ),
        _c("value", "siffran exakt som den är tryckt", "the figure exactly as printed", eg="787"),
        _c("unit", "enhet", "unit", "choice", must=True, of=UNITS, eg="persons"),
        _c("sex", "kön", "sex", "choice", of="total woman man unknown", eg="total"),
        _c(
            "age_from",
            "lägsta ålder, fyllda år, såsom tryckt",
            "lowest age in whole years, as printed",
            "whole",
            eg="16",
        ),
        _c("age_to", "högsta ålder, medräknad", "highest age, included", "whole", eg="24"),
        _c(
            "period",
            "tid: 2015, 2015-05, 2018-12-31, 2017/2018",
            "time: 2015, 2015-05, 2018-12-31, 2017/2018",
            "period",
            eg="2015-05",
        ),
        _c("municipality", "kommun", "municipality", eg="Exempel"),
        _c(
            "dimension",
            "vad kategorierna delar upp efter",
            "what the categories divide by",
            eg="education",
        ),
        _c(
            "category", "kategori inom tabellen", "category in the table", eg="gymnasial utbildning"
        ),
        _c(
            "category_en",
            "kategorin på engelska",
            "the category in English",
            eg="upper secondary education",
        ),
        _c(
            "total",
            "id för den siffra som denna är en del av",
            "id of the figure that this is a part of",
            "id",
            eg="af.total",
        ),
        _c(
            "status",
            "tomt, suppressed (dold i källan) eller missing (saknas)",
            "empty, suppressed (hidden in the source) or missing",
            "choice",
            of="suppressed missing",
        ),
        _c(
            "certainty",
            "hur säkert siffran hör hit",
            "how surely the figure belongs here",
            "choice",
            of="certain likely undetermined",
            eg="certain",
        ),
        _FOOT,
        _FOOT_EN,
        _LINE,
        _PLACE,
    ),
    required=True,
)

_RELATIONS = SheetSpec(
    "relations",
    Text(
        "en rad per samband som ska hålla mellan siffror",
        "one row for each relation that should hold among figures",
    ),
    (
        _ID,
        _c(
            "kind",
            "sum, share, equal, at_most eller fte_sum",
            "sum, share, equal, at_most or fte_sum",
            "choice",
            must=True,
            of="sum share equal at_most fte_sum",
            eg="sum",
        ),
        _c(
            "left", "siffran till vänster", "the figure on the left", "id", must=True, eg="af.total"
        ),
        _c(
            "right",
            "siffrorna till höger, med mellanslag",
            "the figures on the right, with spaces between",
            "ids",
            must=True,
            eg="af.women af.men",
        ),
        _c(
            "base",
            "för share: siffran som andelen räknas på",
            "for share: the figure that the share is of",
            "id",
        ),
        _c(
            "adjust",
            "för sum: hur mycket mer summan är än totalen",
            "for sum: how much more the sum is than the total",
            "number",
            eg="2",
        ),
        _NOTE,
        _NOTE_EN,
        _PLACE,
    ),
)

_GOALS = SheetSpec(
    "goals",
    Text("en rad per mål", "one row for each goal"),
    (
        _ID,
        _c(
            "goal",
            "målet med egna ord",
            "the goal in your own words",
            must=True,
            eg="arbetslösheten halveras",
        ),
        _c("goal_en", "målet på engelska", "the goal in English", eg="unemployment is halved"),
        _c(
            "measure",
            "vad som mäts; tomt om källan inte säger det",
            "what is measured; empty if the source does not say",
            eg="arbetslösa 16–24 år",
        ),
        _c(
            "measure_en",
            "vad som mäts, på engelska",
            "what is measured, in English",
            eg="unemployed aged 16–24",
        ),
        _c(
            "target",
            "gränsen: ett tal, eller del av utgångsvärdet såsom 1/2 eller 50 %",
            "the limit: a number, or a part of the baseline such as 1/2 or 50 %",
            eg="1/2",
        ),
        _c(
            "unit",
            "gränsens enhet, när gränsen är ett eget tal",
            "unit of the limit, where the limit is a number of its own",
            "choice",
            of=UNITS,
            eg="days",
        ),
        _c(
            "direction",
            "at_most (högst), at_least (minst), increase (fler), decrease (färre) eller equal",
            "at_most, at_least, increase, decrease or equal",
            "choice",
            of="at_most at_least increase decrease equal",
            eg="at_most",
        ),
        _c(
            "baseline",
            "id för siffror som kan vara utgångsvärde",
            "ids of the figures that may be the baseline",
            "ids",
            eg="af.total",
        ),
        _c(
            "deadline",
            "när det ska vara uppnått: ett datum",
            "when it is to be reached: a date",
            "date",
            eg="2018-12-31",
        ),
        _PLACE,
        _NOTE,
        _NOTE_EN,
    ),
)

_STAFFING = SheetSpec(
    "staffing",
    Text("en rad per tjänst", "one row for each post"),
    (
        _ID,
        _c("post", "tjänst", "post", must=True, eg="arbetskonsulent"),
        _c("post_en", "tjänsten på engelska", "the post in English", eg="work consultant"),
        _c("group", "grupp", "group", eg="arbetsgrupp"),
        _c("group_en", "gruppen på engelska", "the group in English", eg="working group"),
        _c("party", "part som bär tjänsten", "party that carries the post", eg="Exempel kommun"),
        _c(
            "fte_low",
            "lägsta årsarbetare; tomt om bara antal personer står",
            "least full-time equivalents; empty if only heads are given",
            "number",
            eg="0.75",
        ),
        _c(
            "fte_high",
            "högsta årsarbetare; samma som fte_low när det är känt",
            "most full-time equivalents; as fte_low when known",
            "number",
            eg="0.75",
        ),
        _c("headcount", "antal personer", "number of persons", "whole"),
        _c("phase", "skede; tomt räknas som nu", "phase; empty counts as now", "choice", of=PHASES),
        _c("followup", "var det följs upp", "where it is followed up"),
        _c("placement", "var tjänsten är placerad", "where the post is placed"),
        _c("body", "organ, såsom styrgrupp", "body, such as steering group"),
        _FOOT,
        _FOOT_EN,
        _LINE,
        _PLACE,
    ),
)

_MONEY = SheetSpec(
    "money",
    Text("en rad per belopp", "one row for each amount of money"),
    (
        _ID,
        _c(
            "item",
            "vad beloppet gäller",
            "what the amount is for",
            must=True,
            eg="nettokostnad för anställningar",
        ),
        _c(
            "item_en",
            "vad beloppet gäller, på engelska",
            "what the amount is for, in English",
            eg="net cost of employment",
        ),
        _c(
            "value",
            "beloppet exakt som det är tryckt",
            "the amount exactly as printed",
            "number",
            must=True,
            eg="500",
        ),
        _c(
            "unit",
            "sek, tkr eller msek",
            "sek, tkr or msek",
            "choice",
            must=True,
            of="sek tkr msek",
            eg="tkr",
        ),
        _c("per", "per vad: year, week, person ...", "per what: year, week, person ...", eg="year"),
        _c("payer", "vem som betalar", "who pays", eg="Exempel kommun"),
        _FOOT,
        _FOOT_EN,
        _LINE,
        _PLACE,
    ),
)

_LEDGER = SheetSpec(
    "ledger",
    Text(
        "en rad per register, och en per sak som är känd om flera",
        "one row for each register, and for each thing known of several",
    ),
    (
        _ID,
        _c(
            "kind",
            "register; stratum (så många av a är i gruppen b); only_within (a omfattar bara gruppen b); subset (alla i "
            "a finns i b); disjoint (ingen finns i båda); overlap, overlap_at_most, overlap_at_least (så många finns i "
            "båda); outside_at_least (minst så många i a finns inte i b)",
            "register; stratum (so many of a are in the group b); only_within (a holds the group b only); subset (all "
            "of a are in b); disjoint (nobody is in both); overlap, overlap_at_most, overlap_at_least (so many are in "
            "both); outside_at_least (at least so many in a are not in b)",
            "choice",
            must=True,
            of="register stratum only_within subset disjoint overlap overlap_at_most overlap_at_least outside_at_least",
            eg="register",
        ),
        _c("a", "registrets namn", "name of the register", must=True, eg="AF"),
        _c(
            "b",
            "det andra registrets eller gruppens namn",
            "name of the other register or of the group",
        ),
        _c("figure", "id för siffran", "id of the figure", "id", eg="af.total"),
        _c(
            "value",
            "talet, om det inte finns bland siffrorna",
            "the number, if it is not among the figures",
            "whole",
        ),
        _NOTE,
        _NOTE_EN,
        _PLACE,
    ),
)

_REPORT = SheetSpec(
    "report",
    Text(
        "en rad per sak som rapporten visar ihop med en annan",
        "one row for each thing that the report shows together with another",
    ),
    (
        _c(
            "kind",
            "beside (räknat i ett register bredvid det tryckta); whole (tryckt om hela målgruppen); "
            "residents (alla unga invånare); glance (tabell som ritas först bland siffrorna)",
            "beside (counted in a register beside what is printed); whole (printed of the whole "
            "target group); residents (all young residents); glance (a table drawn first among the "
            "figures)",
            "choice",
            must=True,
            of="beside whole residents glance",
            eg="beside",
        ),
        _c("register", "registrets namn", "name of the register", eg="AF"),
        _c(
            "by",
            "hur registret delas: ett faktum, has och ett faktum, status och en status, eller age "
            "och var åldersgrupperna börjar",
            "how the register is divided: a fact, has and a fact, status and a status, or age and "
            "where its bands begin",
            eg="age 16 20 25",
        ),
        _c(
            "category",
            "gruppen som räknas; total för alla",
            "the category counted; total for all",
            eg="16-19",
        ),
        _c(
            "figure",
            "id för siffran; för kvinnor, män och alla början av id; för glance tabellens namn",
            "id of the figure; for women, men and all the beginning of it; for glance the table",
            "id",
            must=True,
            eg="af.young",
        ),
        _c("words", "vad tabellen kallas (glance)", "what the table is called (glance)"),
        _c("words_en", "samma på engelska", "the same in English"),
    ),
)

SHEETS: Final[Mapping[str, SheetSpec]] = MappingProxyType(
    {
        sheet.name: sheet
        for sheet in (
            _AGREEMENT,
            _FIGURES,
            _RELATIONS,
            _GOALS,
            _STAFFING,
            _MONEY,
            _LEDGER,
            _REPORT,
        )
    }
)
