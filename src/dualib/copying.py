"""How values that hold read-only arrays or mappings are copied and pickled."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs

__all__ = ["from_fields", "read_only_mapping"]


def read_only_mapping(values: Mapping[Any, Any]) -> Mapping[Any, Any]:
    """Return a read-only copy of a mapping; to be a field's converter.

    Examples
    --------
    >>> read_only_mapping({"sex": "woman"})
    mappingproxy({'sex': 'woman'})
    """
    return MappingProxyType(dict(values))


def from_fields(self: Any) -> tuple[Any, ...]:
    """Return how to make an attrs value anew from its fields, as ``__reduce__`` shall.

    Arrays are writable when they come out of a pickle, and a read-only mapping does not go into
    one: so the class itself makes both read-only, as it does for every value.

    Examples
    --------
    >>> import copy
    >>> @attrs.frozen
    ... class Assumed:
    ...     facts: object = attrs.field(converter=read_only_mapping)
    ...     __reduce__ = from_fields
    >>> copy.deepcopy(Assumed({"sex": "woman"}))
    Assumed(facts=mappingproxy({'sex': 'woman'}))
    """
    fields = [field for field in attrs.fields(type(self)) if field.init]
    values = {field.alias: getattr(self, field.name) for field in fields}
    return _made, (
        type(self),
        {name: dict(it) if isinstance(it, MappingProxyType) else it for name, it in values.items()},
    )


def _made(kind: type[Any], values: dict[str, Any]) -> Any:
    return kind(**values)
