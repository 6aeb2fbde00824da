"""The units that published figures are counted in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from dualib.language import Text

__all__ = ["UNITS", "Unit"]


@attrs.frozen
class Unit:
    """What a value counts: its words, whether it is whole and never negative, and whether parts add up to totals.

    >>> UNITS["persons"].whole, UNITS["percent"].additive
    (True, False)
    """

    words: Text
    whole: bool = False
    additive: bool = True


def _unit(sv: str, en: str, *, whole: bool = False, additive: bool = True) -> Unit:
    return Unit(Text(sv, en), whole, additive)


UNITS: Final[Mapping[str, Unit]] = MappingProxyType(
    {
        "persons": _unit("personer", "persons", whole=True),
        "pupils": _unit("elever", "pupils", whole=True),
        "places": _unit("platser", "places", whole=True),
        "posts": _unit("tjänster", "posts", whole=True),
        "cases": _unit("ärenden", "cases", whole=True),
        "interviews": _unit("intervjuer", "interviews", whole=True),
        "meetings": _unit("möten", "meetings", whole=True),
        "groups": _unit("grupper", "groups", whole=True),
        "households": _unit("hushåll", "households", whole=True),
        "companies": _unit("företag", "companies", whole=True),
        "municipalities": _unit("kommuner", "municipalities", whole=True),
        "organisations": _unit("organisationer", "organisations", whole=True),
        "schools": _unit("skolor", "schools", whole=True),
        "offices": _unit("kontor", "offices", whole=True),
        "count": _unit("antal", "count", whole=True),
        "times": _unit("gånger", "times", additive=False),
        "percent": _unit("procent", "percent", additive=False),
        "share": _unit("andel", "share", additive=False),
        "points": _unit("poäng", "points", additive=False),
        "fte": _unit("årsarbetare", "full-time equivalents"),
        "sek": _unit("kronor", "SEK"),
        "tkr": _unit("tusen kronor", "thousand SEK"),
        "msek": _unit("miljoner kronor", "million SEK"),
        "minutes": _unit("minuter", "minutes", additive=False),
        "hours": _unit("timmar", "hours", additive=False),
        "days": _unit("dagar", "days", additive=False),
        "half days": _unit("halvdagar", "half days", additive=False),
        "weeks": _unit("veckor", "weeks", additive=False),
        "months": _unit("månader", "months", additive=False),
        "years": _unit("år", "years", additive=False),
        "age": _unit("år (ålder)", "years of age", additive=False),
        "km": _unit("kilometer", "kilometres", additive=False),
    }
)
