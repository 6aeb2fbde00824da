"""Made-up persons whose counts equal an agreement's published tables exactly. They illustrate; they are nobody.

Which published tables describe the same persons is said here, by the ids of the figures; the numbers are read from the
agreement. Everything that no published table gives (birth days, lengths of unemployment) is drawn at random.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

import attrs
import numpy as np

from dualib.counting import SYNTHETIC, Dimension, Table, synthetic_columns
from dualib.dates import check_count
from dualib.errors import BadInput
from dualib.exact.random_stream import Stream
from dualib.language import Text
from dualib.local_agreements.model import Agreement
from dualib.register import Register

__all__ = ["MadeUp", "synthetic"]

_SEX: Final = Dimension(
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


def _by_sex(agreement: Agreement, name: str, cells: Mapping[str, tuple[str, str]]) -> Table:
    """Return a table of sex by one attribute, from the ids of figures for women and men."""
    dimension = Dimension(name, name, tuple(cells))
    values = [[_whole(agreement, ids[sex]) for ids in cells.values()] for sex in (0, 1)]
    return Table(name, (_SEX, dimension), values)


def _rest(
    agreement: Agreement, whole: tuple[str, str], parts: Mapping[str, tuple[str, str]], name: str
) -> Table:
    """Return a table of sex by the parts and, under ``"none"``, all others."""
    categories = (*parts, "none")
    values = []
    for sex in (0, 1):
        row = [_whole(agreement, ids[sex]) for ids in parts.values()]
        values.append([*row, _whole(agreement, whole[sex]) - sum(row)])
    return Table(name, (_SEX, Dimension(name, name, categories)), values)


def _whole(agreement: Agreement, figure: str) -> int:
    value = agreement.figures[figure].value
    if value is None or value.denominator != 1:
        raise BadInput(
            f"figure {figure!r} of {agreement.id} is {value}: expected a whole number of persons"
        )
    return int(value)


def _women_men(stem: str) -> tuple[str, str]:
    return f"{stem}.women", f"{stem}.men"


def _births(bands: list[str], on: date, stream: Stream) -> list[date]:
    """Return a birth date for each person, evenly over the days that give an age of the band on ``on``."""
    result = []
    for band in bands:
        youngest, oldest = _AGES[band]
        first = date(on.year - oldest - 1, on.month, min(on.day, 28)) + timedelta(days=4)
        last = date(on.year - youngest, on.month, min(on.day, 28)) - timedelta(days=4)
        result.append(first + timedelta(days=stream.below((last - first).days + 1)))
    return result


def _kalmar(agreement: Agreement, seed: int) -> MadeUp:
    on = date(2015, 5, 31)
    stream = Stream(seed + 1)
    af = _women_men("af")
    young = _whole(agreement, "target.af.16-19")
    both = Table("sex", (_SEX,), [_whole(agreement, figure) for figure in af])
    education = {
        "below_compulsory": _women_men("af.education-below"),
        "compulsory": _women_men("af.education-compulsory"),
        "upper_secondary": _women_men("af.education-upper-secondary"),
        "post_secondary": _women_men("af.education-post-secondary"),
    }
    persons = synthetic_columns(
        [
            both,
            _by_sex(agreement, "education", education),
            _rest(agreement, af, {"code": _women_men("af.disability")}, "disability"),
            _rest(
                agreement,
                af,
                {"measure": _women_men("af.measure"), "part_time": _women_men("af.part-time")},
                "occupation",
            ),
        ],
        seed,
    )
    size = persons.size
    # Ages are published as a number of 16-19-year-olds only, not by sex: they are dealt among all.
    bands = stream.shuffled(["16-19"] * young + ["20-24"] * (size - young))
    spells: dict[str, list[Any]] = {"key": [], "start": [], "end": [], "status": []}
    for number, occupation in enumerate(persons.columns["occupation"].tolist()):
        status = {
            "measure": "in_other_measure+registered_as_jobseeker",
            "part_time": "part_time_registered",
            "none": "openly_unemployed",
        }[occupation]
        spells["key"].append(number)
        spells["start"].append(on - timedelta(days=1 + stream.below(400)))
        spells["end"].append(None)
        spells["status"].append(status)
    schooling = persons.columns["education"]
    completed = np.isin(schooling, ["upper_secondary", "post_secondary"])
    observed = (date(2014, 1, 1), on)
    register = Register.from_frames(
        {
            "key": list(range(size)),
            "born": _births(bands, on, stream),
            "sex": persons.columns["sex"].tolist(),
            "education": schooling.tolist(),
            "upper_secondary_completed": completed.tolist(),
            "disability_code": [
                61 if code == "code" else False for code in persons.columns["disability"].tolist()
            ],
        },
        spells,
        observed=observed,
        as_of=on,
    )
    kaa = synthetic_columns(
        [Table("sex", (_SEX,), [_whole(agreement, figure) for figure in _women_men("kaa")])], seed
    )
    municipal = Register.from_frames(
        {
            "key": list(range(kaa.size)),
            "born": _births(["16-19"] * kaa.size, on, stream),
            "sex": kaa.columns["sex"].tolist(),
            "school_duty_done": [True] * kaa.size,
            "in_upper_secondary": [False] * kaa.size,
            "upper_secondary_completed": [False] * kaa.size,
        },
        {
            "key": list(range(kaa.size)),
            "start": [on - timedelta(days=1 + stream.below(300)) for _ in range(kaa.size)],
            "end": [None] * kaa.size,
            "status": ["in_kaa"] * kaa.size,
        },
        observed={"municipal": observed},
        as_of=on,
    )
    return MadeUp({"AF": register, "KAA": municipal}, on, seed, SYNTHETIC, persons.sha256)


@cache
def _made(agreement: Agreement, seed: int) -> MadeUp:
    return _kalmar(agreement, seed)


def synthetic(agreement: Agreement, seed: int = 1) -> MadeUp:
    """Return made-up persons whose counts equal the agreement's published tables of persons exactly.

    Parameters
    ----------
    agreement
        Kalmar's is the only one that prints tables of one group of persons by several attributes.
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
        raise BadInput(f"agreement is {agreement!r}: expected dualib.agreement('kalmar')")
    if agreement.id != "kalmar":
        raise BadInput(
            f"the agreement of {agreement.name} prints no tables of one group of persons by several attributes, so no "
            "persons can be made up from it: expected dualib.agreement('kalmar')"
        )
    return _made(agreement, check_count(seed, "seed"))
