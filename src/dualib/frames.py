"""Columns in and out: mappings of arrays, pandas, polars, pyarrow and DuckDB, without the core needing any of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from dualib.errors import BadInput

__all__ = ["RawColumn", "columns_of"]


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
        """Return a column from an array (masked arrays too), a list or a tuple."""
        missing = None
        if isinstance(values, np.ma.MaskedArray):
            missing = np.ma.getmaskarray(values)
            values = values.data
        if not isinstance(values, np.ndarray):
            if isinstance(values, (str, bytes, Mapping)) or not hasattr(values, "__len__"):
                raise BadInput(f"column {name!r} is {type(values).__name__}: expected an array or a list of values")
            values = _from_list(list(values))
        if values.ndim != 1:
            raise BadInput(f"column {name!r} has {values.ndim} dimensions: expected one")
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
    """Return the columns of a frame by name, all of the same length."""
    if isinstance(frame, Mapping):
        found = {str(key): RawColumn.of(values, f"{name}: {key}") for key, values in frame.items()}
    else:
        raise BadInput(f"{name} is {type(frame).__name__}: expected a mapping of column names to arrays")
    lengths = {key: len(column.values) for key, column in found.items()}
    if len(set(lengths.values())) > 1:
        raise BadInput(f"{name}: columns differ in length: {', '.join(f'{k} {v}' for k, v in lengths.items())}")
    return found
