"""Made-up persons whose counts equal an agreement's published tables exactly. They illustrate; they are nobody.

Which published tables describe the same persons is said in the agreement's folder, by a module
``made_up``: ``ON``, the day they are about, and ``make_up(agreement, seed)``. Here is what such a
module is written with. Everything that no published table gives (birth days, lengths of
unemployment) is drawn at random.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Final

import attrs

from dualib.counting import Dimension, Table
from dualib.dates import check_count
from dualib.errors import BadInput
from dualib.exact.random_stream import Stream
from dualib.language import Text
from dualib.local_agreements.model import Agreement
from dualib.local_agreements.packaged import agreements
from dualib.messages import message
from dualib.register import Register

__all__ = [
    "SEX",
    "MadeUp",
    "births",
    "by_sex",
    "made_up_day",
    "number_of_persons",
    "rest_by_sex",
    "synthetic",
    "women_and_men",
]

#: Women and men, the first dimension of every table here.
SEX: Final = Dimension(
    "sex", Text("kön", "sex"), ("woman", "man"), (Text("kvinnor", "women"), Text("män", "men"))
)
_AGES: Final = {"16-19": (16, 19), "20-24": (20, 24)}


@attrs.frozen(eq=False)
class MadeUp:
    """Registers of made-up persons, unlinked to each other.

    Attributes
    ----------
    registers
        By name, as in the agreement's ledger of registers.
    on
        The day that the published figures are about, and that the persons are made for.
    seed
        The same seed gives the same persons everywhere.
    label
        To be shown wherever anything computed from them is shown.
    sha256
        A fingerprint of the persons.
    """

    registers: Mapping[str, Register] = attrs.field(repr=False)
    on: date
    seed: int
    label: Text
    sha256: str


def women_and_men(stem: str) -> tuple[str, str]:
    """Return the ids of the figures for women and for men.

    Examples
    --------
    >>> women_and_men("af")
    ('af.women', 'af.men')
    """
    return f"{stem}.women", f"{stem}.men"


def number_of_persons(agreement: Agreement, figure: str) -> int:
    """Return a published number of persons.

    Raises
    ------
    BadInput
        If it is not a whole number.
    """
    value = agreement.figures[figure].value
    if value is None or value.denominator != 1:
        raise BadInput(
            message("agreements/not-persons", figure=figure, agreement=agreement.id, value=value)
        )
    return int(value)


def by_sex(agreement: Agreement, name: str, cells: Mapping[str, tuple[str, str]]) -> Table:
    """Return a table of sex by one attribute, from the ids of figures for women and men."""
    dimension = Dimension(name, name, tuple(cells))
    values = [[number_of_persons(agreement, ids[sex]) for ids in cells.values()] for sex in (0, 1)]
    return Table(name, (SEX, dimension), values)


def rest_by_sex(
    agreement: Agreement, whole: tuple[str, str], parts: Mapping[str, tuple[str, str]], name: str
) -> Table:
    """Return a table of sex by the parts and, under ``"none"``, all others."""
    categories = (*parts, "none")
    values = []
    for sex in (0, 1):
        row = [number_of_persons(agreement, ids[sex]) for ids in parts.values()]
        values.append([*row, number_of_persons(agreement, whole[sex]) - sum(row)])
    return Table(name, (SEX, Dimension(name, name, categories)), values)


def births(bands: Sequence[str], on: date, stream: Stream) -> list[date]:
    """Return a birth date for each person, evenly over the days that give an age of the band on ``on``."""
    result = []
    for band in bands:
        youngest, oldest = _AGES[band]
        first = date(on.year - oldest - 1, on.month, min(on.day, 28)) + timedelta(days=4)
        last = date(on.year - youngest, on.month, min(on.day, 28)) - timedelta(days=4)
        result.append(first + timedelta(days=stream.below((last - first).days + 1)))
    return result


def made_up_day(agreement: Agreement) -> date | None:
    """Return the day for which an agreement's persons can be made up; None where they cannot be.

    Examples
    --------
    >>> from dualib.local_agreements import agreement
    >>> made_up_day(agreement("tyreso")) is None
    True
    """
    found = agreement.module("made_up")
    day: date | None = None if found is None else found.ON
    return day


@cache
def _made(agreement: Agreement, seed: int) -> MadeUp:
    module = agreement.module("made_up")
    if module is None:
        others = [found.id for found in agreements() if made_up_day(found) is not None]
        raise BadInput(
            message("agreements/nothing-to-make-up", name=agreement.name, others=tuple(others))
        )
    made: MadeUp = module.make_up(agreement, seed)
    return made


def synthetic(agreement: Agreement, seed: int = 1) -> MadeUp:
    """Return made-up persons whose counts equal the agreement's published tables of persons exactly.

    Parameters
    ----------
    agreement
        One that prints tables of one group of persons by several attributes: its folder says which.
    seed
        A whole number; the same seed gives the same persons on every machine.

    Raises
    ------
    BadInput
        If the agreement prints no such tables.

    Examples
    --------
    >>> from dualib.local_agreements import agreement
    >>> made = synthetic(agreement("kalmar"), seed=1)
    >>> {name: register.size for name, register in made.registers.items()}
    {'AF': 787, 'KAA': 115}
    """
    if not isinstance(agreement, Agreement):
        raise BadInput(message("agreements/not-an-agreement", value=agreement))
    return _made(agreement, check_count(seed, "seed"))
