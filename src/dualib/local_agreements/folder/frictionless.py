"""A Frictionless Data Package descriptor of an agreement's files, generated from the description of their columns."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from dualib.language import check_language
from dualib.local_agreements.folder.schema import PATTERNS, SHEETS, Column, SheetSpec
from dualib.local_agreements.model import Agreement

__all__ = ["datapackage"]

_TYPES = {"whole": "integer", "date": "date"}
_REFERENCES = {
    "figures": (("total", ""),),
    "relations": (("left", "figures"), ("base", "figures")),
    "ledger": (("figure", "figures"),),
}


def _field(column: Column, language: str) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.name == "id":
        constraints["unique"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    elif column.kind in PATTERNS and column.kind not in _TYPES:
        constraints["pattern"] = PATTERNS[column.kind]
    field: dict[str, Any] = {"name": column.name, "type": _TYPES.get(column.kind, "string")}
    if column.kind == "date":
        field["format"] = "%Y-%m-%d"
    field["description"] = column.words.say(language)
    if column.example:
        field["example"] = column.example
    if constraints:
        field["constraints"] = constraints
    return field


def _resource(spec: SheetSpec, data: bytes, language: str) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, language) for column in spec.columns],
        "missingValues": [""],
    }
    if "id" in spec.header:
        schema["primaryKey"] = ["id"]
    references = [
        {"fields": [column], "reference": {"resource": resource, "fields": ["id"]}}
        for column, resource in _REFERENCES.get(spec.name, ())
    ]
    if references:
        schema["foreignKeys"] = references
    return {
        "name": spec.name,
        "path": spec.filename,
        "profile": "tabular-data-resource",
        "description": spec.words.say(language),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": schema,
    }


def datapackage(
    agreement: Agreement, files: Mapping[str, bytes], *, language: str = "sv"
) -> dict[str, Any]:
    """Return the descriptor (``datapackage.json``) of an agreement's CSV files, with their sizes and SHA-256.

    Parameters
    ----------
    agreement : Agreement
    files : mapping of str to bytes
        The contents of the files by the names of :data:`~dualib.local_agreements.folder.schema.SHEETS`.
    language : str
        The language of titles and descriptions.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> import dualib.local_agreements
    >>> kalmar = dualib.local_agreements.agreement("kalmar")
    >>> package = datapackage(kalmar, {"figures": kalmar.figures.to_csv().encode()})
    >>> package["name"], package["resources"][0]["path"]
    ('dualib-kalmar', 'figures.csv')
    """
    check_language(language)
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": f"dualib-{agreement.id}",
        "title": f"{agreement.name}: {agreement.title}",
    }
    if agreement.purpose is not None:
        package["description"] = agreement.purpose.say(language)
    if agreement.sources:
        package["sources"] = [{"title": source.title} for source in agreement.sources]
    package["resources"] = [_resource(SHEETS[name], data, language) for name, data in files.items()]
    return package
