"""Payroll overhead (PO-pålägg) of municipalities by month and birth year, with sources; unknown dates are refused."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import attrs

from dualib.errors import BadInput
from dualib.language import Text
from dualib.messages import message

__all__ = ["OVERHEAD", "YOUTH_FEES", "Overhead", "YouthFee", "overhead"]

Confidence = Literal["read", "summed", "noted", "combined"]

_SKR = "Sveriges Kommuner och Regioner, Arbetsgivaravgifter och PO-pålägg"


@attrs.frozen
class Overhead:
    """Payroll overhead as a part of the salary, and how surely it is known.

    ``confidence``: ``"read"`` the published total, ``"summed"`` added up from published parts, ``"noted"`` said
    elsewhere than in the year's own page, ``"combined"`` the fee for the young with the ordinary insurance and pension.

    >>> OVERHEAD[2019].rate, OVERHEAD[2019].confidence
    (Fraction(783, 2000), 'read')
    """

    rate: Fraction
    confidence: Confidence
    source: Text


@attrs.frozen
class YouthFee:
    """A lower statutory fee for the young: who (years of birth, inclusive) and when (months, inclusive).

    ``fee`` is a part of the salary, and replaces the ordinary 31.42 per cent.

    >>> [(fee.months, fee.born_from) for fee in YOUTH_FEES if fee.year == 2016]
    [((1, 5), 1991)]
    """

    year: int
    months: tuple[int, int]
    born_from: int
    born_to: int
    fee: Fraction
    source: Text


def _rate(text: str) -> Fraction:
    return Fraction(text) / 100


def _published(rate: str, confidence: Confidence, sv: str, en: str) -> Overhead:
    return Overhead(_rate(rate), confidence, Text(f"{_SKR}, {sv}", f"{_SKR}, {en}"))


OVERHEAD: dict[int, Overhead] = {
    2013: _published("38.46", "noted", "enligt anteckning", "from notes"),
    2014: _published("38.46", "read", "2014-11-04", "2014-11-04"),
    2015: _published("38.46", "read", "2015-12-01", "2015-12-01"),
    2019: _published("39.15", "read", "2019-04-16", "2019-04-16"),
    2020: _published(
        "40.15", "noted", "2021-03-29: 2021 är oförändrat", "2021-03-29: 2021 is unchanged"
    ),
    2021: _published("40.15", "read", "2021-03-29", "2021-03-29"),
    2022: _published(
        "39.25", "summed", "2023-01-18: 31,42 + 0,13 + 7,70", "2023-01-18: 31.42 + 0.13 + 7.70"
    ),
    2023: _published(
        "44.53", "summed", "2023-01-18: 31,42 + 0,13 + 12,98", "2023-01-18: 31.42 + 0.13 + 12.98"
    ),
}
"""Overhead of municipalities by calendar year; a year that is not here is not known."""

_STATUTORY = _rate("31.42")  # the ordinary fee in every year of the table
_YOUNG_AT_MOST = 26  # no lower fee reached persons who turned more than 26 during the year
_OLD_FROM = 66  # whoever had turned 65 when the year began has a lower fee, which is not known here

_PAGE_2015 = Text(f"{_SKR}, 2015-12-01", f"{_SKR}, 2015-12-01")


def _relayed(by: str) -> Text:
    return Text(
        f"Skatteverket, återgivet av {by}", f"Skatteverket (the tax agency), as told by {by}"
    )


YOUTH_FEES: tuple[YouthFee, ...] = (
    YouthFee(2015, (1, 4), 1989, 9999, _rate("15.49"), _relayed("arevision.se 2015")),
    YouthFee(2015, (5, 7), 1990, 1991, _rate("15.49"), _PAGE_2015),
    YouthFee(2015, (5, 7), 1992, 9999, _rate("10.21"), _PAGE_2015),
    YouthFee(2015, (8, 12), 1990, 9999, _rate("25.46"), _PAGE_2015),
    YouthFee(2016, (1, 5), 1991, 9999, _rate("25.46"), _relayed("butikerna.org 2016")),
)
"""The regimes of 2015 and 2016, when the lower fee ended on 1 June. The total of 2016 is not known: who gives a rate of
their own for it may put the fee of the young in. In other years the fee of the young is not known here and is refused.
"""


def overhead(year: int, month: int, *, born: int | None = None) -> Overhead:
    """Return the payroll overhead of a municipality in one month.

    Parameters
    ----------
    year, month
        The month the salary is for.
    born
        The employee's year of birth; left out, the ordinary rate.

    Raises
    ------
    BadInput
        If no rate is known for the year, or none for someone so young, or past 65, in that month. Nothing falls back
        to a neighbouring year: give a rate of your own.

    Examples
    --------
    >>> overhead(2015, 9).rate == Fraction("0.3846"), overhead(2015, 6, born=1993).rate == Fraction("0.1725")
    (True, True)

    Source: Sveriges Kommuner och Regioner (earlier SKL), pages Arbetsgivaravgifter och PO-pålägg, dates in each entry.
    The totals of 2016, 2017 and 2018 were looked for and not found; that of 2018 was slightly above that of 2019.
    """
    if year not in OVERHEAD:
        raise BadInput(message("staffing/no-overhead", year=year, known=tuple(OVERHEAD)))
    if not 1 <= month <= 12:
        raise BadInput(message("staffing/not-a-month", value=month))
    ordinary = OVERHEAD[year]
    if born is not None and born <= year - _OLD_FROM:
        raise BadInput(message("staffing/no-overhead-of-old", born=born, year=year))
    if born is None or born < year - _YOUNG_AT_MOST:
        return ordinary
    if born > year:
        raise BadInput(message("staffing/not-a-birth-year", born=born, year=year))
    regimes = [
        fee for fee in YOUTH_FEES if fee.year == year and fee.months[0] <= month <= fee.months[1]
    ]
    fee = next((fee for fee in regimes if fee.born_from <= born <= fee.born_to), None)
    if fee is None and regimes:
        return ordinary
    if fee is None:
        raise BadInput(
            message("staffing/no-overhead-of-young", born=born, month=f"{year}-{month:02d}")
        )
    lower = Text(
        f"{ordinary.source.sv}; lagstadgad avgift för unga i stället för 31,42 procent: {fee.source.sv}",
        f"{ordinary.source.en}; the statutory fee for the young instead of 31.42 per cent: {fee.source.en}",
    )
    return Overhead(ordinary.rate - _STATUTORY + fee.fee, "combined", lower)
