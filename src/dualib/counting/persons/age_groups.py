"""Persons divided by age on the day: single years, or bands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import DayArray, birthday_cutoffs
from dualib.counting.persons.division import AskedRegister, CodeArray, Grouping, divided
from dualib.counting.tables.dimensions import Dimension
from dualib.dates import UNKNOWN_DAY, birthday_cutoff, check_count, from_day, to_day
from dualib.errors import BadInput
from dualib.language import Text
from dualib.messages import message

__all__ = ["ages"]

_AGE = Text("ålder", "age")


def ages(bands: Sequence[int] | None = None) -> Grouping:
    """Return the division by age on the day: single years, or bands.

    Parameters
    ----------
    bands
        Rising ages: ``[16, 18, 20, 25]`` makes the half-open bands 16-17, 18-19 and 20-24, with ``under`` before and
        ``over`` after. None makes single years, from the youngest to the oldest there are.

    Raises
    ------
    BadInput
        If the ages do not rise, or are not whole numbers from 0 to 150.

    Examples
    --------
    >>> from datetime import date
    >>> from dualib.register import Register
    >>> register = Register.from_frames({"born": ["1996-02-29", "1989-01-01", ""]})
    >>> asked = AskedRegister(register, to_day(date(2015, 5, 31)))
    >>> dimension, places = ages([16, 20, 25]).divide(asked)
    >>> dimension.categories, places.tolist()
    (('under', '16-19', '20-24', 'over', 'unknown'), [1, 3, 4])
    """
    if bands is None:
        return _SingleYears()
    checked = tuple(check_count(age, f"ages[{place}]", most=150) for place, age in enumerate(bands))
    if not checked or any(lo >= below for lo, below in pairwise(checked)):
        raise BadInput(message("counting/ages-not-rising", ages=list(bands)))
    return _Ages(checked)


@attrs.frozen
class _Ages:
    bands: tuple[int, ...]

    def divide(self, asked: AskedRegister) -> tuple[Dimension, CodeArray]:
        bands = self.bands
        categories = {
            "under": Text(f"under {bands[0]} år", f"under {bands[0]}"),
            **_between(bands),
            "over": Text(f"{bands[-1]} år eller äldre", f"{bands[-1]} or over"),
        }
        born = asked.column("born")
        codes = _attained(born, asked.day, bands)
        codes[born == UNKNOWN_DAY] = len(categories)
        return divided("age", _AGE, categories), codes


@attrs.frozen
class _SingleYears:
    def divide(self, asked: AskedRegister) -> tuple[Dimension, CodeArray]:
        born = asked.column("born")
        known = born != UNKNOWN_DAY
        if not known.any():
            return divided("age", _AGE, {}), np.zeros(len(born), dtype=np.uint8)
        days = np.atleast_1d(asked.day)
        youngest = _age(int(born[known].max()), int(days.min()))
        oldest = _age(int(born[known].min()), int(days.max()))
        bands = tuple(range(max(youngest, 0), max(oldest, 0) + 2))
        codes = _attained(born, asked.day, bands)
        under = (
            {"under": Text("ej födda den dagen", "not born by that day")} if youngest < 0 else {}
        )
        categories = {**under, **_between(bands)}
        codes = np.where(known, codes if under else codes - np.uint8(1), np.uint8(len(categories)))
        return divided("age", _AGE, categories), codes


def _age(born: int, day: int) -> int:
    """Return the age in whole years; below 0 for somebody not yet born."""
    birth, on = from_day(born), from_day(day)
    years = on.year - birth.year
    return years if birth <= birthday_cutoff(on, years) else years - 1


def _between(bands: tuple[int, ...]) -> dict[str, Text]:
    return {
        _band(lo, below): Text(_band(lo, below), _band(lo, below)) for lo, below in pairwise(bands)
    }


def _band(lo: int, below: int) -> str:
    return str(lo) if below == lo + 1 else f"{lo}-{below - 1}"


def _attained(
    born: npt.NDArray[np.int32], day: int | DayArray, bands: tuple[int, ...]
) -> CodeArray:
    """Return how many of the ages each person has attained, by a table over the days between the cut-offs."""
    if not isinstance(day, int):
        each = np.zeros(len(born), dtype=np.uint8)
        for age in bands:
            each += born <= birthday_cutoffs(day, age)
        return each
    cutoffs = [to_day(birthday_cutoff(from_day(day), age)) for age in bands]
    top, base = cutoffs[0] + 1, cutoffs[-1]
    table = np.zeros(top - base + 1, dtype=np.uint8)
    for cutoff in cutoffs:
        table[: cutoff - base + 1] += 1
    return table.take(np.clip(born, base, top) - np.int32(base))
