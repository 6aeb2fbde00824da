"""Columns in and out: mappings of arrays, pandas, polars, pyarrow and DuckDB, without the core needing any of them.

Frames are read through narwhals (extra ``frames``), which is imported when a frame is met and not before. A mapping of
column names to arrays or lists needs nothing but numpy. Frame libraries give text, dates and missing values in many
forms; here they all become a :class:`RawColumn`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from dualib.errors import BadInput, MissingExtraError
from dualib.messages import message

__all__ = ["RawColumn", "column_of", "columns_of", "parquet_batches", "to_frame"]


@attrs.frozen(eq=False)
class RawColumn:
    """One column as it came: its values, and where there is none.

    Attributes
    ----------
    values
        A one-dimensional array of any dtype; a list becomes whole numbers or Python objects, never guessed text.
    missing
        True where the frame has no value (beside None, NaN and NaT, which are recognised among the values).

    Examples
    --------
    >>> RawColumn.of([1, 2]).values.dtype.kind, RawColumn.of(["a", None]).values.dtype.kind
    ('i', 'O')
    """

    values: npt.NDArray[Any]
    missing: npt.NDArray[np.bool_] | None = None

    @classmethod
    def of(cls, values: Any, name: str = "column") -> RawColumn:
        """Return a column from an array (masked arrays too), a list or a tuple.

        Raises
        ------
        BadInput
            For anything else, or an array of several dimensions.

        Examples
        --------
        >>> RawColumn.of(np.ma.masked_array([1, 2], [False, True])).missing.tolist()
        [False, True]
        """
        missing = None
        if isinstance(values, np.ma.MaskedArray):
            missing = np.ma.getmaskarray(values)
            values = np.asarray(values.data)
        if not isinstance(values, np.ndarray):
            if not isinstance(values, (list, tuple, range)):
                raise BadInput(
                    message("ground/not-a-column", name=name, type=type(values).__name__)
                )
            values = _from_list(list(values))
        if values.ndim != 1:
            raise BadInput(message("ground/not-one-dimensional", name=name, dimensions=values.ndim))
        return cls(values, missing)


def _from_list(values: list[Any]) -> npt.NDArray[Any]:
    if set(map(type, values)) == {int}:
        try:
            return np.array(values, dtype=np.int64)
        except OverflowError:
            pass
    result = np.empty(len(values), dtype=object)
    result[:] = values
    return result


def columns_of(frame: Any, name: str = "table") -> dict[str, RawColumn]:
    """Return the columns of a frame by name, all of the same length.

    Parameters
    ----------
    frame
        A mapping of column names to arrays or lists; or a frame of pandas, polars (also lazy), pyarrow or DuckDB, or
        any object with an Arrow stream, for which the extra ``frames`` is needed.
    name
        What messages call it.

    Raises
    ------
    BadInput
        If it is not a frame, or columns differ in length.
    MissingExtraError
        If it is a frame and narwhals is not installed.

    Examples
    --------
    >>> columns_of({"born": ["1996-02-29"]})["born"].values.tolist()
    ['1996-02-29']
    """
    if isinstance(frame, Mapping):
        given = {str(key): values for key, values in frame.items()}
        if len(given) < len(frame):
            raise BadInput(message("ground/same-name-as-text", name=name))
        found = {
            key: values if isinstance(values, RawColumn) else column_of(values, f"{name}: {key}")
            for key, values in given.items()
        }
    else:
        found = _from_native(frame, name)
    lengths = {key: len(column.values) for key, column in found.items()}
    if len(set(lengths.values())) > 1:
        each = tuple(f"{key} {length}" for key, length in lengths.items())
        raise BadInput(message("ground/uneven-columns", name=name, lengths=each))
    return found


def column_of(values: Any, name: str) -> RawColumn:
    """Return a column from an array, a list, or a series of a frame library.

    Raises
    ------
    MissingExtraError
        If the column is a frame's and narwhals is not installed.

    Examples
    --------
    >>> column_of([1, 2], "key").values.tolist()
    [1, 2]
    """
    if isinstance(values, (np.ndarray, list, tuple, range)) or not hasattr(values, "to_numpy"):
        return RawColumn.of(values, name)
    if hasattr(values, "__arrow_c_array__") and hasattr(
        values, "is_null"
    ):  # pyarrow.Array, no series to narwhals
        return _from_arrow(values)
    narwhals = _narwhals(name)
    try:
        series = narwhals.from_native(values, series_only=True)
    except TypeError:
        return RawColumn.of(np.asarray(values.to_numpy()), name)
    return _from_series(series, narwhals)


def _narwhals(name: str) -> Any:
    try:
        import narwhals.stable.v2 as narwhals
    except ImportError:
        raise MissingExtraError(message("ground/frame-without-narwhals", name=name)) from None
    return narwhals


def _from_native(frame: Any, name: str) -> dict[str, RawColumn]:
    known = (
        hasattr(frame, "__arrow_c_stream__")
        or hasattr(type(frame), "columns")
        or hasattr(frame, "to_numpy")  # a column, which older libraries cannot stream
    )
    if not known or isinstance(frame, type):
        raise BadInput(message("ground/not-a-frame", name=name, type=type(frame).__name__))
    narwhals = _narwhals(name)
    try:
        opened = _opened(frame, name, narwhals)
    except narwhals.exceptions.DuplicateError:
        raise BadInput(message("ground/same-name", name=name)) from None
    if hasattr(opened, "collect"):  # lazy: polars.LazyFrame, DuckDB
        opened = opened.collect()
    return {str(key): _from_series(opened[key], narwhals) for key in opened.columns}


def _opened(frame: Any, name: str, narwhals: Any) -> Any:
    """Return a frame of narwhals; an object that offers nothing but an Arrow stream needs a library that reads it."""
    try:
        return narwhals.from_native(frame)
    except TypeError:
        pass
    if not hasattr(type(frame), "columns") and hasattr(frame, "to_numpy"):
        raise BadInput(message("ground/one-column", name=name, type=type(frame).__name__))
    for backend in ("pyarrow", "polars"):
        try:
            return narwhals.DataFrame.from_arrow(frame, backend=backend)
        except (TypeError, ImportError):
            continue
    raise BadInput(message("ground/unreadable-frame", name=name, type=type(frame).__name__))


def _from_series(series: Any, narwhals: Any) -> RawColumn:
    """Return a column of any frame library: dates as ``datetime64``, text as objects, missing values as a mask."""
    dtype = series.dtype
    missing = np.asarray(series.is_null().to_numpy(), dtype=bool)
    mask = missing if missing.any() else None
    if dtype == narwhals.Date or dtype == narwhals.Datetime:
        if getattr(dtype, "time_zone", None):
            series = series.dt.replace_time_zone(None)
        unit = "D" if dtype == narwhals.Date else "us"
        series = series.cast(narwhals.Datetime("us"))
        return RawColumn(np.asarray(series.to_numpy()).astype(f"datetime64[{unit}]"), mask)
    if dtype == narwhals.Boolean and mask is not None:
        return RawColumn(np.asarray(series.fill_null(False).to_numpy(), dtype=bool), mask)
    if dtype.is_integer():
        filled = series if mask is None else series.fill_null(0)
        return RawColumn(np.asarray(filled.to_numpy()), mask)
    if dtype.is_numeric() or dtype == narwhals.Boolean:
        return RawColumn(np.asarray(series.to_numpy()), mask)
    result = np.empty(len(series), dtype=object)
    result[:] = series.to_list()
    return RawColumn(result, mask)


def to_frame(columns: Mapping[str, Any], *, like: Any = None) -> Any:
    """Return columns as the kind of frame that ``like`` is; a mapping of arrays when it is none.

    Parameters
    ----------
    columns
        Column names and one-dimensional arrays of the same length.
    like
        A frame of pandas, polars (a lazy one gives an eager one) or pyarrow; a DuckDB relation gives a pyarrow table;
        a mapping or None gives the mapping.

    Raises
    ------
    BadInput
        If ``like`` is not a kind of frame that is known.
    MissingExtraError
        If a frame is wanted and narwhals is not installed.

    Examples
    --------
    >>> to_frame({"verdict": np.array([1, -1], dtype=np.int8)})
    {'verdict': array([ 1, -1], dtype=int8)}
    """
    if like is None or isinstance(like, Mapping):
        return dict(columns)
    narwhals = _narwhals("like")
    try:
        implementation = narwhals.from_native(like).implementation
    except TypeError:
        raise BadInput(
            message("ground/not-a-frame", name="like", type=type(like).__name__)
        ) from None
    backend = "pyarrow" if implementation.is_duckdb() else implementation
    return narwhals.from_dict(
        {key: _plain(values) for key, values in columns.items()}, backend=backend
    ).to_native()


def _plain(values: Any) -> Any:
    """Return values as every frame library takes them."""
    array = np.asarray(values)
    return array.tolist() if array.dtype.kind in "OU" else array


def parquet_batches(path: str | Path, *, rows: int = 262_144) -> Iterator[dict[str, RawColumn]]:
    """Read a Parquet file in batches, so that files larger than the memory can be counted.

    All rows of a person must be in one batch when spells are read so.

    Raises
    ------
    MissingExtraError
        If pyarrow is not installed.
    BadInput
        If the file is not there or is not a Parquet file.

    Examples
    --------
    >>> next(parquet_batches("nothing.parquet"))
    Traceback (most recent call last):
    ...
    dualib.errors.BadInput: nothing.parquet: there is no such file
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise MissingExtraError(message("ground/parquet-without-pyarrow", path=path)) from None
    if not Path(path).is_file():
        raise BadInput(message("ground/no-such-file", path=path))
    try:
        file = pyarrow.parquet.ParquetFile(path)
    except pyarrow.ArrowInvalid:
        raise BadInput(message("ground/not-parquet", path=path)) from None
    with file:
        names = file.schema_arrow.names
        for name in names:
            if names.count(name) > 1:
                raise BadInput(message("ground/same-name", name=path))
        try:
            for batch in file.iter_batches(batch_size=rows):
                yield {name: _from_arrow(batch.column(name)) for name in names}
        except (pyarrow.ArrowException, OSError):
            raise BadInput(message("ground/damaged-parquet", path=path)) from None


def _from_arrow(array: Any) -> RawColumn:
    """Return an Arrow array as a column, by pyarrow alone."""
    import pyarrow

    missing = np.asarray(array.is_null().to_numpy(zero_copy_only=False), dtype=bool)
    mask = missing if missing.any() else None
    if pyarrow.types.is_date(array.type):
        numbers = array.cast(pyarrow.timestamp("us")).to_numpy(zero_copy_only=False)
        return RawColumn(np.asarray(numbers).astype("datetime64[D]"), mask)
    if pyarrow.types.is_timestamp(array.type):
        import pyarrow.compute

        # Midnight is that of the zone where the day was written.
        local = (
            array
            if array.type.tz is None
            else pyarrow.compute.call_function("local_timestamp", [array])
        )
        return RawColumn(np.asarray(local.to_numpy(zero_copy_only=False)), mask)
    if pyarrow.types.is_decimal(array.type):
        try:
            return _from_arrow(array.cast(pyarrow.int64()))
        except pyarrow.ArrowInvalid:  # not all are whole numbers: each cell is reported
            pass
    if pyarrow.types.is_integer(array.type) or pyarrow.types.is_boolean(array.type):
        zero = pyarrow.scalar(0).cast(array.type)
        filled = array.fill_null(zero) if mask is not None else array
        return RawColumn(np.asarray(filled.to_numpy(zero_copy_only=False)), mask)
    if pyarrow.types.is_floating(array.type):
        return RawColumn(np.asarray(array.to_numpy(zero_copy_only=False)), mask)
    if pyarrow.types.is_string(array.type) or pyarrow.types.is_large_string(array.type):
        coded = array.dictionary_encode()  # equal words are one object
        words = np.array([*coded.dictionary.to_pylist(), None], dtype=object)
        return RawColumn(
            words[coded.indices.fill_null(len(words) - 1).to_numpy(zero_copy_only=False)], mask
        )
    result = np.empty(len(array), dtype=object)
    result[:] = array.to_pylist()
    return RawColumn(result, mask)
