"""The same questions asked with other libraries, each as its users would write them when they try to be fast.

An implementation has ``prepare`` (the workload in the library's own form, not timed), ``ask`` (verdicts of the four
rules, timed) and ``count`` (persons with any of them by age 16-24, sex and municipality, timed).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import attrs
import numpy as np

import dualib
from benchmarks.workload import (
    DAY,
    JOBLESS,
    MUNICIPALITIES,
    ON,
    PART_TIME,
    WINDOW,
    YEAR,
    Workload,
    benchmark_rules,
    register_of,
)
from benchmarks.workload import cutoff as cut
from dualib.dates import UNKNOWN_DAY

Answers = tuple[Any, Any, Any, Any]
AGES: Final = range(16, 25)
CUTOFFS: Final = np.array([cut(years) for years in range(25, 15, -1)])


@attrs.frozen
class Peer:
    """One implementation."""

    name: str
    needs: str | None
    prepare: Callable[[Workload], Any]
    ask: Callable[[Any], Any]
    verdicts: Callable[[Any], np.ndarray[Any, Any]]
    count: Callable[[Any, Any], Any] | None = None
    cells: Callable[[Any], np.ndarray[Any, Any]] = np.asarray


# --- dualib ---------------------------------------------------------------------------------------------------------

BENCHMARK_RULES: Final = benchmark_rules()


def _dualib_count(register: Any, evaluation: Any) -> Any:
    anyone = evaluation.verdicts.max(axis=0)
    bands = ("age", list(range(16, 26)))
    return dualib.count(register, anyone, by=[bands, "sex", "municipality"], on=ON, count_no=False)


def _dualib_cells(table: Any) -> np.ndarray[Any, Any]:
    names = [list(dimension.categories) for dimension in table.dimensions]
    ages = [place for place, name in enumerate(names[0]) if str(name)[:2] in map(str, AGES)]
    yes = names[3].index("yes")
    sexes = [names[1].index("woman"), names[1].index("man")]
    places = [names[2].index(f"{place:04d}") for place in range(MUNICIPALITIES)]
    return np.asarray(table.values)[np.ix_(ages, sexes, places, [yes])][..., 0]


# --- numpy, written by hand for this workload -----------------------------------------------------------------------


def _numpy_count(work: Workload, verdicts: Any) -> Any:
    rows = np.flatnonzero(verdicts.max(axis=0) > 0)
    years = np.searchsorted(CUTOFFS, work.persons["born"].take(rows), side="left")
    inside = (years >= 1) & (years <= 9)  # not yet 25, and turned 16
    rows, years = rows[inside], 9 - years[inside]
    key = (years * 2 + work.persons["sex"].take(rows)) * MUNICIPALITIES + work.persons[
        "municipality"
    ].take(rows)
    return np.bincount(key, minlength=9 * 2 * MUNICIPALITIES).reshape(9, 2, MUNICIPALITIES)


def _simple(persons: Any) -> tuple[Any, Any, Any, Any]:
    """Return who is young enough, two verdicts, and who may have a trainee job; for numpy and pandas columns."""
    born = persons["born"]
    until16, from25, from30 = born <= cut(16), born > cut(25), born > cut(30)
    young = until16 & (from25 | (from30 & (persons["disability_code"] > 0)))
    kaa = (
        until16
        & (born > cut(20))
        & (persons["school_duty_done"] > 0)
        & (persons["upper_secondary_completed"] < 0)
    )
    grown = (born <= cut(20)) & (born > cut(65)) & (persons["residence_permit"] > 0)
    first = persons["first_registered"]
    recent = (first >= YEAR) & (first <= DAY)
    unknown = first == UNKNOWN_DAY
    established = grown & recent, grown & unknown
    return young, kaa, established, (born <= cut(20)) & from25


def _united(person: Any, start: Any, end: Any, size: int) -> Any:
    """Return how many distinct days of the window each person's spells cover."""
    key = (
        (person.astype(np.int64) << 14) | ((start - WINDOW).astype(np.int64) << 7) | (end - WINDOW)
    )
    key.sort()
    who = key >> 14
    place, reach = key >> 7, (who << 7) | (key & 127)
    before = np.empty_like(reach)
    before[:1] = -1
    np.maximum.accumulate(reach[:-1], out=before[1:])
    return np.bincount(
        who, weights=np.maximum(reach - np.maximum(place - 1, before), 0), minlength=size
    )


def _numpy_by_hand(work: Workload) -> Any:
    persons, spells = work.persons, work.spells
    young, kaa, (yes, unknown), trainee = _simple(persons)
    near = np.flatnonzero(
        (spells["start"] <= DAY) & (spells["end"] >= WINDOW) & (spells["kind"] <= PART_TIME)
    )
    near = near.compress((young | trainee).take(spells["person"].take(near)))
    person, kind = spells["person"].take(near), spells["kind"].take(near)
    start, end = (
        np.maximum(spells["start"].take(near), WINDOW),
        np.minimum(spells["end"].take(near), DAY),
    )
    qualified = np.zeros(work.size, bool)
    for wanted in (JOBLESS, PART_TIME):
        rows = np.flatnonzero(kind == wanted)
        qualified |= _united(person.take(rows), start.take(rows), end.take(rows), work.size) >= 90
    today = np.zeros(work.size, bool)
    today[person.compress((end == DAY) & (kind == JOBLESS))] = True
    result = np.empty((4, work.size), np.int8)
    for row, answer in enumerate((young & qualified, kaa, yes, trainee & today)):
        result[row] = answer.view(np.int8) * 2 - 1
    result[2] += unknown.view(np.int8)
    return result


# --- numpy, the straightforward way ---------------------------------------------------------------------------------


def _ages(born: Any) -> Any:
    days = born.astype("datetime64[D]")
    years = days.astype("datetime64[Y]").astype(np.int64) + 1970
    months = days.astype("datetime64[M]").astype(np.int64) % 12 + 1
    of_month = (days - days.astype("datetime64[M]")).astype(np.int64) + 1
    return ON.year - years - ((months > ON.month) | ((months == ON.month) & (of_month > ON.day)))


def _numpy_plainly(work: Workload) -> Any:
    persons, spells = work.persons, work.spells
    age = _ages(persons["born"])
    qualified = np.zeros(work.size, bool)
    for wanted in (JOBLESS, PART_TIME):
        chosen = spells["kind"] == wanted
        person, start, end = (
            spells[name][chosen].astype(np.int64) for name in ("person", "start", "end")
        )
        start, end = np.maximum(start, WINDOW), np.minimum(end, DAY)
        order = np.lexsort((start, person))
        person, start, end = person[order], start[order], end[order]
        reach = np.maximum.accumulate(person * 100_000 + end)
        before = np.concatenate([[-1], reach[:-1]])
        added = np.maximum(
            person * 100_000 + end - np.maximum(person * 100_000 + start - 1, before), 0
        )
        qualified |= (
            np.bincount(person, weights=np.where(end >= start, added, 0), minlength=work.size) >= 90
        )
    today = np.zeros(work.size, bool)
    today[
        spells["person"][
            (spells["kind"] == JOBLESS) & (spells["start"] <= DAY) & (spells["end"] >= DAY)
        ]
    ] = True
    young = (age >= 16) & ((age < 25) | ((age < 30) & (persons["disability_code"] > 0)))
    grown = (age >= 20) & (age < 65) & (persons["residence_permit"] > 0)
    first = persons["first_registered"]
    return np.stack(
        [
            np.where(young & qualified, 1, -1),
            np.where(
                (age >= 16)
                & (age < 20)
                & (persons["school_duty_done"] > 0)
                & (persons["upper_secondary_completed"] < 0),
                1,
                -1,
            ),
            np.where(
                grown,
                np.where(
                    first == UNKNOWN_DAY, 0, np.where((first >= YEAR) & (first <= DAY), 1, -1)
                ),
                -1,
            ),
            np.where((age >= 20) & (age < 25) & today, 1, -1),
        ]
    ).astype(np.int8)


# --- pandas ---------------------------------------------------------------------------------------------------------


def _pandas_frames(work: Workload) -> Any:
    import pandas as pd

    return pd.DataFrame(dict(work.persons)), pd.DataFrame(dict(work.spells))


def _pandas(frames: Any) -> Any:
    import pandas as pd

    persons, spells = frames
    young, kaa, (yes, unknown), trainee = _simple(persons)
    near = spells[
        (spells["start"] <= DAY) & (spells["end"] >= WINDOW) & (spells["kind"] <= PART_TIME)
    ]
    near = near[(young | trainee).to_numpy()[near["person"].to_numpy()]]
    near = near.assign(start=near["start"].clip(lower=WINDOW), end=near["end"].clip(upper=DAY))
    qualified = np.zeros(len(persons), bool)
    for wanted in (JOBLESS, PART_TIME):
        mine = near[near["kind"] == wanted].sort_values(["person", "start"])
        reach = mine.groupby("person", sort=False)["end"].cummax().shift(fill_value=WINDOW - 1)
        reach = reach.where(mine["person"].eq(mine["person"].shift()), WINDOW - 1)
        added = (mine["end"] - np.maximum(mine["start"] - 1, reach)).clip(lower=0)
        total = added.groupby(mine["person"], sort=False).sum()
        qualified[total.index[total >= 90]] = True
    today = np.zeros(len(persons), bool)
    today[near.loc[(near["end"] == DAY) & (near["kind"] == JOBLESS), "person"]] = True
    answers = {
        "jobbgaranti": (young & qualified).astype("int8") * 2 - 1,
        "kaa": kaa.astype("int8") * 2 - 1,
        "etablering": yes.astype("int8") * 2 - 1 + unknown.astype("int8"),
        "traineejobb": (trainee & today).astype("int8") * 2 - 1,
    }
    return pd.DataFrame(answers)


def _pandas_count(frames: Any, answers: Any) -> Any:
    persons = frames[0]
    chosen = persons.loc[answers.max(axis=1) > 0, ["born", "sex", "municipality"]]
    years = 9 - np.searchsorted(CUTOFFS, chosen["born"].to_numpy(), side="left")
    chosen = chosen.assign(age=years)
    chosen = chosen[(years >= 0) & (years <= 8)]
    return chosen.groupby(["age", "sex", "municipality"]).size()


def _pandas_cells(counts: Any) -> np.ndarray[Any, Any]:
    cells = np.zeros((9, 2, MUNICIPALITIES), np.int64)
    cells[tuple(counts.index.get_level_values(level) for level in range(3))] = counts.to_numpy()
    return cells


# --- polars ---------------------------------------------------------------------------------------------------------


def _polars_frames(work: Workload) -> Any:
    import polars as pl

    persons = (
        pl.DataFrame(dict(work.persons))
        .with_row_index("person")
        .with_columns(pl.col("person").cast(pl.Int32))
    )
    return persons, pl.DataFrame(dict(work.spells))


def _polars_simple() -> dict[str, Any]:
    import polars as pl

    born, first = pl.col("born"), pl.col("first_registered")
    until16 = born <= cut(16)
    grown = (born <= cut(20)) & (born > cut(65)) & (pl.col("residence_permit") > 0)
    return {
        "young": until16
        & ((born > cut(25)) | ((born > cut(30)) & (pl.col("disability_code") > 0))),
        "trainee": (born <= cut(20)) & (born > cut(25)),
        "kaa": until16
        & (born > cut(20))
        & (pl.col("school_duty_done") > 0)
        & (pl.col("upper_secondary_completed") < 0),
        "yes": grown & first.is_between(YEAR, DAY),
        "unknown": grown & (first == UNKNOWN_DAY),
    }


def _polars_answers() -> list[Any]:
    import polars as pl

    def verdict(expression: Any) -> Any:
        return expression.cast(pl.Int8) * 2 - 1

    return [
        verdict(pl.col("young") & pl.col("qualified")).alias("jobbgaranti"),
        verdict(pl.col("kaa")).alias("kaa"),
        (verdict(pl.col("yes")) + pl.col("unknown").cast(pl.Int8)).alias("etablering"),
        verdict(pl.col("trainee") & pl.col("today")).alias("traineejobb"),
    ]


def _polars_gather(frames: Any) -> Any:
    """Persons are found by their row number: gather and scatter instead of joins; days by one sorted key."""
    import polars as pl

    persons, spells = frames
    about = persons.select(**_polars_simple())
    near = spells.filter(
        pl.col("start") <= DAY, pl.col("end") >= WINDOW, pl.col("kind") <= PART_TIME
    )
    near = near.filter((about["young"] | about["trainee"]).gather(near["person"]))
    qualified = pl.zeros(len(persons), pl.Int8, eager=True)
    for wanted in (JOBLESS, PART_TIME):
        line = pl.col("person").cast(pl.Int64) * 128
        start = pl.max_horizontal("start", pl.lit(WINDOW, pl.Int32)) - WINDOW
        end = pl.min_horizontal("end", pl.lit(DAY, pl.Int32)) - WINDOW
        key = (
            near.filter(pl.col("kind") == wanted)
            .select(key=(line + start) * 128 + end)["key"]
            .sort()
        )
        mine = pl.select(
            person=key // 16384, place=key // 128, reach=(key // 16384) * 128 + key % 128
        )
        before = pl.col("reach").cum_max().shift(1, fill_value=-1)
        added = (pl.col("reach") - pl.max_horizontal(pl.col("place") - 1, before)).clip(
            lower_bound=0
        )
        total = mine.select("person", days=added).group_by("person").agg(pl.col("days").sum())
        chosen = total.filter(pl.col("days") >= 90)["person"]
        qualified = qualified.scatter(chosen, 1)
    today = pl.zeros(len(persons), pl.Int8, eager=True)
    today = today.scatter(
        near.filter(pl.col("kind") == JOBLESS, pl.col("end") >= DAY)["person"].unique(), 1
    )
    about = about.with_columns((qualified > 0).alias("qualified"), (today > 0).alias("today"))
    return about.select(_polars_answers())


def _polars_lazy(frames: Any) -> Any:
    """One lazy query with joins, as the optimiser likes it."""
    import polars as pl

    persons, spells = (frame.lazy() for frame in frames)
    about = persons.select("person", **_polars_simple())
    near = spells.filter(
        pl.col("start") <= DAY, pl.col("end") >= WINDOW, pl.col("kind") <= PART_TIME
    ).join(
        about.filter(pl.col("young") | pl.col("trainee")).select("person"), on="person", how="semi"
    )
    start = pl.max_horizontal("start", pl.lit(WINDOW, pl.Int32))
    end = pl.min_horizontal("end", pl.lit(DAY, pl.Int32))
    before = pl.col("last").cum_max().shift(1, fill_value=WINDOW - 1).over("person", "kind")
    totals = (
        near.select("person", "kind", first=start, last=end)
        .sort("person", "kind", "first")
        .with_columns(
            days=(pl.col("last") - pl.max_horizontal(pl.col("first") - 1, before)).clip(
                lower_bound=0
            )
        )
        .group_by("person", "kind")
        .agg(pl.col("days").sum(), (pl.col("last").max() == DAY).alias("today"))
        .group_by("person")
        .agg(
            (pl.col("days") >= 90).any().alias("qualified"),
            (pl.col("today") & (pl.col("kind") == JOBLESS)).any().alias("today"),
        )
    )
    joined = about.join(totals, on="person", how="left", maintain_order="left")
    return (
        joined.with_columns(pl.col("qualified", "today").fill_null(value=False))
        .select(_polars_answers())
        .collect()
    )


def _polars_count(frames: Any, answers: Any) -> Any:
    import polars as pl

    chosen = frames[0].select("born", "sex", "municipality").filter(answers.max_horizontal() > 0)
    years = pl.sum_horizontal(
        *((pl.col("born") <= cut(years)).cast(pl.Int8) for years in range(17, 25))
    )
    inside = (pl.col("born") <= cut(16)) & (pl.col("born") > cut(25))
    return (
        chosen.filter(inside).with_columns(age=years).group_by("age", "sex", "municipality").len()
    )


def _polars_cells(counts: Any) -> np.ndarray[Any, Any]:
    cells = np.zeros((9, 2, MUNICIPALITIES), np.int64)
    cells[tuple(counts[name].to_numpy() for name in ("age", "sex", "municipality"))] = counts[
        "len"
    ].to_numpy()
    return cells


# --- duckdb ---------------------------------------------------------------------------------------------------------

_SQL: Final = f"""
with about as (
    select person, born <= {cut(16)} and (born > {cut(25)} or (born > {cut(30)} and disability_code > 0)) as young,
        born <= {cut(20)} and born > {cut(25)} as trainee,
        born <= {cut(16)} and born > {cut(20)} and school_duty_done > 0 and upper_secondary_completed < 0 as kaa,
        born <= {cut(20)} and born > {cut(65)} and residence_permit > 0 as grown, first_registered as first
    from persons
), near as (
    select s.person, kind, greatest(s."start", {WINDOW}) as b, least(s."end", {DAY}) as e
    from spells s semi join (select person from about where young or trainee) a on s.person = a.person
    where s."start" <= {DAY} and s."end" >= {WINDOW} and kind <= {PART_TIME}
), ordered as (
    select person, kind, b, e, coalesce(max(e) over (partition by person, kind order by b, e
        rows between unbounded preceding and 1 preceding), {WINDOW} - 1) as before from near
), totals as (
    select person, kind, sum(greatest(e - greatest(b - 1, before), 0)) as days, max(e) = {DAY} as today
    from ordered group by person, kind
), found as (
    select person, bool_or(days >= 90) as qualified, bool_or(today and kind = {JOBLESS}) as today
    from totals group by person
)
select (case when young and coalesce(qualified, false) then 1 else -1 end)::tinyint as jobbgaranti,
    (case when kaa then 1 else -1 end)::tinyint as kaa,
    (case when not grown then -1 when first = {UNKNOWN_DAY} then 0
        when first between {YEAR} and {DAY} then 1 else -1 end)::tinyint as etablering,
    (case when trainee and coalesce(today, false) then 1 else -1 end)::tinyint as traineejobb
from about left join found on about.person = found.person order by about.person
"""


def _duckdb_tables(work: Workload) -> Any:
    import duckdb
    import pyarrow as pa

    connection = duckdb.connect()
    connection.execute("set threads = 2")
    persons = pa.table({"person": np.arange(work.size, dtype=np.int32), **work.persons})
    spells = pa.table(dict(work.spells))
    for name, table in (("persons", persons), ("spells", spells)):
        connection.register("given", table)
        connection.execute(f"create table {name} as select * from given")
        connection.unregister("given")
    return connection


PEERS: Final = (
    Peer(
        "dualib",
        None,
        register_of,
        lambda register: dualib.evaluate(register, BENCHMARK_RULES, on=ON),
        lambda found: found.verdicts,
        _dualib_count,
        _dualib_cells,
    ),
    Peer("numpy by hand", None, lambda work: work, _numpy_by_hand, np.asarray, _numpy_count),
    Peer("numpy plainly", None, lambda work: work, _numpy_plainly, np.asarray, _numpy_count),
    Peer(
        "polars gather",
        "polars",
        _polars_frames,
        _polars_gather,
        lambda frame: frame.to_numpy().T,
        _polars_count,
        _polars_cells,
    ),
    Peer(
        "polars lazy",
        "polars",
        _polars_frames,
        _polars_lazy,
        lambda frame: frame.to_numpy().T,
        _polars_count,
        _polars_cells,
    ),
    Peer(
        "pandas",
        "pandas",
        _pandas_frames,
        _pandas,
        lambda frame: frame.to_numpy().T,
        _pandas_count,
        _pandas_cells,
    ),
    Peer(
        "duckdb",
        "duckdb",
        _duckdb_tables,
        lambda connection: connection.execute(_SQL).fetchnumpy(),
        lambda columns: np.stack(list(columns.values())),
    ),
)
