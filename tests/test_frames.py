"""The same columns from every frame library, and back into the caller's own."""

from __future__ import annotations

import builtins
import sys
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dualib.errors import BadInput, MissingExtraError
from dualib.frames import RawColumn, column_of, columns_of, parquet_batches, to_frame
from dualib.register import Register

pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")
pyarrow = pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")
pytest.importorskip("narwhals")

PERSONS: dict[str, list[Any]] = {
    "key": ["a", "b", "c"],
    "born": [date(1996, 2, 29), None, date(1990, 1, 1)],
    "sex": ["kvinna", "man", None],
    "disability_code": [11, None, 0],
    "school_duty_done": [True, None, False],
    "in_upper_secondary": [True, False, True],
    "kommun": ["0880", None, "0138"],
    "benefit_days_in_jobbgaranti": [1.0, 2.0, None],
}
SEEN = (date(2014, 1, 1), date(2015, 5, 31))
SPELLS = {
    "key": ["a", "c"],
    "start": [date(2015, 1, 1), date(2015, 2, 1)],
    "end": [None, date(2015, 3, 1)],
    "status": ["in_kaa", "in_kaa"],
}


class Capsule:
    """An object that offers an Arrow stream and nothing else."""

    def __init__(self, table: Any) -> None:
        self.table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.table.__arrow_c_stream__(requested_schema)


def timed(data: dict[str, list[Any]]) -> Any:
    frame = polars.DataFrame(data)
    dates = [name for name in ("born", "start", "end") if name in data]
    return frame.with_columns(
        polars.col(name).cast(polars.Datetime("ms")).dt.replace_time_zone("Europe/Stockholm")
        for name in dates
    )


MAKERS = {
    "mapping": lambda data: data,
    "pandas": pandas.DataFrame,
    "pandas nullable": lambda data: pandas.DataFrame(data).convert_dtypes(),
    "pandas arrow": lambda data: pandas.DataFrame(data).convert_dtypes(dtype_backend="pyarrow"),
    "polars": polars.DataFrame,
    "polars lazy": polars.LazyFrame,
    "polars with time zones": timed,
    "pyarrow": pyarrow.table,
    "duckdb": lambda data: duckdb.from_arrow(pyarrow.table(data)),
    "capsule": lambda data: Capsule(pyarrow.table(data)),
    "mapping of series": lambda data: {
        name: polars.Series(values) for name, values in data.items()
    },
    "mapping of arrow": lambda data: {name: pyarrow.array(values) for name, values in data.items()},
}


def content(register: Register) -> tuple[Any, ...]:
    columns = {name: register.column(name).tolist() for name in sorted(register.provided)}
    table = register.spells
    return (
        columns,
        list(register.keys),
        table.person.tolist(),
        table.start.tolist(),
        table.end.tolist(),
    )


@pytest.mark.parametrize("kind", MAKERS)
def test_every_kind_of_frame_gives_the_same_register(kind: str) -> None:
    make = MAKERS[kind]
    expected = content(Register.from_frames(PERSONS, SPELLS, observed=SEEN))
    assert content(Register.from_frames(make(PERSONS), make(SPELLS), observed=SEEN)) == expected


def test_categories_and_wide_numbers() -> None:
    frame = polars.DataFrame({"sex": ["man", None]}, schema={"sex": polars.Categorical})
    assert Register.from_frames(frame).column("sex").tolist()[0] == 1
    frame = pandas.DataFrame({"sex": pandas.Categorical(["man", "kvinna"])})
    assert Register.from_frames(frame).column("sex").tolist() == [1, 0]
    assert Register.from_frames({"school_duty_done": [pandas.NA, True]}).column(
        "school_duty_done"
    ).tolist() == [0, 1]


class Odd:
    """Values of no frame library, which still give an array."""

    def to_numpy(self) -> Any:
        return np.array([1, 2])


def test_columns_that_give_an_array() -> None:
    assert column_of(Odd(), "key").values.tolist() == [1, 2]
    assert RawColumn.of(range(2)).values.tolist() == [0, 1]
    assert RawColumn.of([2**70]).values.dtype == object
    assert columns_of({"key": RawColumn.of([1])})["key"].values.tolist() == [1]


@pytest.mark.parametrize("frame", [5, "persons.csv", [1, 2], polars.DataFrame, None])
def test_what_is_no_frame_is_refused(frame: Any) -> None:
    with pytest.raises(
        BadInput,
        match=r"persons is .*: expected a mapping of column names to arrays, or a data frame of pandas",
    ):
        columns_of(frame, "persons")


@pytest.mark.parametrize(
    "column", [Odd(), pandas.Series([1]), polars.Series([1]), pyarrow.chunked_array([[1]])]
)
def test_one_column_is_no_frame(column: Any) -> None:
    with pytest.raises(
        BadInput, match=r"persons is \w+, one column: expected a data frame with named columns"
    ):
        columns_of(column, "persons")


def test_two_columns_of_one_name() -> None:
    for frame in (
        pandas.DataFrame([[1, 2]], columns=["key", "key"]),
        pyarrow.table([[1], [2]], names=["key", "key"]),
        Capsule(pyarrow.table([[1], [2]], names=["key", "key"])),
    ):
        with pytest.raises(BadInput, match="persons: two columns have the same name"):
            columns_of(frame, "persons")
    with pytest.raises(
        BadInput, match="persons: two columns have the same name when written as text"
    ):
        columns_of({1: [1], "1": [2]}, "persons")


def test_columns_that_are_no_columns() -> None:
    with pytest.raises(
        BadInput, match="column 'persons: key' is int: expected an array or a list of values"
    ):
        columns_of({"key": 5}, "persons")
    with pytest.raises(BadInput, match="column 'persons: key' has 2 dimensions: expected one"):
        columns_of({"key": np.zeros((2, 2))}, "persons")
    with pytest.raises(BadInput, match="persons: columns differ in length: key 1, born 0"):
        columns_of({"key": [1], "born": []}, "persons")


class Broken:
    """A stream that gives no stream."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        raise TypeError("no stream")


def test_a_stream_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(
        BadInput, match="persons is Broken, which could not be read: expected a mapping"
    ):
        columns_of(Broken(), "persons")


def without(monkeypatch: pytest.MonkeyPatch, *modules: str) -> None:
    """Make modules impossible to import, as where they are not installed."""
    real = builtins.__import__

    def guarded(name: str, *args: Any, **more: Any) -> Any:
        if name.split(".")[0] in modules:
            raise ImportError(name)
        return real(name, *args, **more)

    monkeypatch.setattr(builtins, "__import__", guarded)
    for module in [name for name in sys.modules if name.split(".")[0] in modules]:
        monkeypatch.delitem(sys.modules, module)


def test_a_missing_library_names_the_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    frame, batches = polars.DataFrame({"key": [1]}), parquet_batches(tmp_path / "a.parquet")
    without(monkeypatch, "narwhals", "pyarrow")
    with pytest.raises(MissingExtraError, match=r"pip install narwhals"):
        columns_of(frame, "persons")
    with pytest.raises(MissingExtraError, match=r"pip install pyarrow"):
        next(batches)


def test_a_stream_needs_a_library_that_reads_arrow(monkeypatch: pytest.MonkeyPatch) -> None:
    import narwhals.stable.v2 as narwhals

    def absent(frame: object, *, backend: str) -> None:
        raise ModuleNotFoundError(backend)

    monkeypatch.setattr(narwhals.DataFrame, "from_arrow", absent)
    with pytest.raises(BadInput, match="an Arrow stream needs pyarrow or polars"):
        columns_of(Capsule(pyarrow.table({"key": [1]})), "persons")


@pytest.mark.parametrize(
    ("kind", "back"),
    [
        ("pandas", pandas.DataFrame),
        ("polars", polars.DataFrame),
        ("polars lazy", polars.DataFrame),
        ("pyarrow", pyarrow.Table),
        ("duckdb", pyarrow.Table),
        ("mapping", dict),
    ],
)
def test_columns_go_back_into_the_kind_of_frame_they_came_from(kind: str, back: type) -> None:
    columns = {
        "verdict": np.array([1, -1], dtype=np.int8),
        "rule": np.array(["kaa", "kaa"]),
        "key": [1, 2],
    }
    frame = to_frame(columns, like=MAKERS[kind](SPELLS))
    assert isinstance(frame, back)
    read = columns_of(frame)
    assert {name: column.values.tolist() for name, column in read.items()} == {
        "verdict": [1, -1],
        "rule": ["kaa", "kaa"],
        "key": [1, 2],
    }
    assert to_frame(columns) == columns


def test_a_frame_like_nothing_known() -> None:
    with pytest.raises(BadInput, match="like is int: expected a mapping"):
        to_frame({}, like=5)


def test_parquet_is_read_a_batch_at_a_time(tmp_path: Path) -> None:
    import pyarrow.parquet as parquet

    path = tmp_path / "persons.parquet"
    times = pyarrow.array([0, 1, None], type=pyarrow.timestamp("us"))
    parquet.write_table(pyarrow.table(PERSONS).append_column("seen", times), path)
    batches = list(parquet_batches(path, rows=2))
    assert [len(batch["key"].values) for batch in batches] == [2, 1]
    del batches[0]["seen"]
    whole = next(parquet_batches(path))
    assert whole.pop("seen").values.dtype == "datetime64[us]"
    assert content(Register.from_frames(whole)) == content(Register.from_frames(PERSONS))


def test_a_file_that_is_no_parquet(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_text("key\n1\n")
    with pytest.raises(BadInput, match="is not a Parquet file"):
        next(parquet_batches(tmp_path / "a.parquet"))
