"""The persons, the spells and the questions: made up, the same for every implementation and on every machine."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt

from dualib import (
    Citation,
    Confidence,
    Register,
    Rule,
    Status,
    Text,
    Track,
    Version,
    last_days,
    years,
)
from dualib.conditions import age, days, days_in, during, has, within
from dualib.dates import UNKNOWN_DAY, Ends, to_day
from dualib.register import SpellTable

ON: Final = date(2015, 5, 31)
DAY: Final = to_day(ON)
MUNICIPALITIES: Final = 290
#: What a spell can be in the peers' tables.
JOBLESS, PART_TIME, OTHER = 1, 2, 3
MASKS: Final = np.array(
    [
        0,
        Status.FULL_TIME_UNEMPLOYED.bit | Status.REGISTERED_AS_JOBSEEKER.bit,
        Status.PART_TIME.bit,
        Status.FULL_TIME_WORK.bit,
    ],
    dtype=np.int64,
)
RULES: Final = ("jobbgaranti", "kaa", "etablering", "traineejobb")
Column = npt.NDArray[Any]


@attrs.frozen(eq=False)
class Workload:
    """Columns of persons and of spells (not sorted; days since 1970, both inclusive)."""

    persons: Mapping[str, Column]
    spells: Mapping[str, Column]

    @property
    def size(self) -> int:
        return len(self.persons["born"])


def workload(size: int, *, dense: bool = False, seed: int = 2015) -> Workload:
    """Return made-up persons aged 10 to 65, and three spells a person that may overlap.

    ``history``: starts over three years, so that a fifth of the spells touch the window. ``dense``: most do.
    """
    rng = np.random.default_rng(seed)
    registered = rng.integers(DAY - 1500, DAY + 1, size, dtype=np.int32)
    registered[rng.random(size, dtype=np.float32) < 0.3] = UNKNOWN_DAY
    persons = {
        "born": rng.integers(DAY - 65 * 365, DAY - 10 * 365, size, dtype=np.int32),
        "disability_code": np.where(
            rng.random(size, dtype=np.float32) < 0.1, np.int32(11), np.int32(0)
        ),
        "upper_secondary_completed": (rng.random(size, dtype=np.float32) < 0.6).astype(np.int8)
        * np.int8(2)
        - np.int8(1),
        "school_duty_done": (rng.random(size, dtype=np.float32) < 0.95).astype(np.int8) * np.int8(2)
        - np.int8(1),
        "residence_permit": (rng.random(size, dtype=np.float32) < 0.2).astype(np.int8) * np.int8(2)
        - np.int8(1),
        "first_registered": registered,
        "sex": rng.integers(0, 2, size, dtype=np.int32),
        "municipality": rng.integers(0, MUNICIPALITIES, size, dtype=np.int32),
    }
    count = 3 * size
    start = rng.integers(DAY - (200 if dense else 1095), DAY + 30, count, dtype=np.int32)
    length = rng.integers(1, 200, count, dtype=np.int32)
    spells = {
        "person": rng.integers(0, size, count, dtype=np.int32),
        "start": start,
        "end": start + length - np.int32(1),
        "kind": rng.choice(
            np.array([JOBLESS, PART_TIME, OTHER], np.int8), count, p=[0.5, 0.2, 0.3]
        ),
    }
    return Workload(MappingProxyType(persons), MappingProxyType(spells))


def register_of(work: Workload) -> Register:
    """Return the register that reading the tables would give; the reading itself is timed apart."""
    spells = work.spells
    first, last = (np.broadcast_to(np.int32(day), (work.size,)) for day in (DAY - 2000, DAY + 365))
    return Register(
        size=work.size,
        keys=range(1, work.size + 1),
        as_of=np.broadcast_to(np.int32(DAY), (work.size,)),
        provided=frozenset(work.persons),
        spells=SpellTable.sorted(
            spells["person"], spells["start"], spells["end"], MASKS[spells["kind"]]
        ),
        observed=MappingProxyType(dict.fromkeys(Track, (first, last))),
        columns=MappingProxyType(dict(work.persons)),
        categories=MappingProxyType(
            {
                "sex": ("woman", "man"),
                "municipality": tuple(f"{place:04d}" for place in range(MUNICIPALITIES)),
            }
        ),
    )


def _rule(name: str, condition: Any) -> Rule:
    cited = Citation("benchmarks", name, Confidence.PROJECT, date(2026, 11, 22))
    return Rule(
        id=name,
        name=Text(name, name),
        versions=(Version(reading="dua", condition=condition, citations=(cited,)),),
    )


def benchmark_rules() -> tuple[Rule, ...]:
    """Return the four questions in dualib's algebra; written from the public conditions, without dates of validity."""
    jobless = days(Status.FULL_TIME_UNEMPLOYED) & days(Status.REGISTERED_AS_JOBSEEKER)
    ninety = days_in(jobless, at_least=90, window=last_days(120), ends=Ends.ON)
    part_time = days_in(
        days(Status.PART_TIME, Status.HOURLY), at_least=90, window=last_days(120), ends=Ends.ON
    )
    return (
        _rule(
            "jobbgaranti",
            (age(16, below=25) | age(16, below=30) & has("disability_code")) & (ninety | part_time),
        ),
        _rule(
            "kaa", age(16, below=20) & has("school_duty_done") & ~has("upper_secondary_completed")
        ),
        _rule(
            "etablering",
            age(20, below=65) & has("residence_permit") & within("first_registered", years(1)),
        ),
        _rule("traineejobb", age(20, below=25) & during(jobless)),
    )


def cutoff(years_back: int) -> int:
    """Return the latest birth day of those who have turned so many years."""
    return to_day(ON.replace(year=ON.year - years_back))


#: First day of the window, and the first day of registration that lies within a year.
WINDOW: Final = DAY - 119
YEAR: Final = to_day(date(2014, 5, 31))


def reference(work: Workload, rows: npt.NDArray[np.intp]) -> npt.NDArray[np.int8]:
    """Answer for some persons with plain sets of days: slow, and hard to get wrong."""
    spells: dict[int, list[tuple[int, int, int]]] = {int(row): [] for row in rows}
    mine = np.flatnonzero(np.isin(work.spells["person"], rows))
    for at in mine:
        person, start, end, kind = (
            int(work.spells[name][at]) for name in ("person", "start", "end", "kind")
        )
        spells[person].append((start, end, kind))
    window = set(range(WINDOW, DAY + 1))
    result = np.zeros((len(RULES), len(rows)), dtype=np.int8)
    for column, row in enumerate(rows):
        person = {name: int(values[row]) for name, values in work.persons.items()}
        held: dict[int, set[int]] = {JOBLESS: set(), PART_TIME: set(), OTHER: set()}
        for start, end, kind in spells[int(row)]:
            held[kind].update(range(start, end + 1))
        turned = {years: person["born"] <= cutoff(years) for years in (16, 20, 25, 30, 65)}
        young = turned[16] and not (turned[30] if person["disability_code"] > 0 else turned[25])
        qualified = len(held[JOBLESS] & window) >= 90 or len(held[PART_TIME] & window) >= 90
        grown = turned[20] and not turned[65] and person["residence_permit"] > 0
        recent = person["first_registered"]
        result[:, column] = (
            1 if young and qualified else -1,
            1
            if turned[16]
            and not turned[20]
            and person["school_duty_done"] > 0
            and person["upper_secondary_completed"] < 0
            else -1,
            -1 if not grown else 0 if recent == UNKNOWN_DAY else 1 if YEAR <= recent <= DAY else -1,
            1 if turned[20] and not turned[25] and DAY in held[JOBLESS] else -1,
        )
    return result
