"""The figures in the formats of others: JSON-stat 2.0 for each table, CSV, a Data Package, JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import Any, Final, Literal

import numpy as np

from dualib.counting import CellStatus, Dimension, Table
from dualib.counting.tables import jsonstat
from dualib.errors import BadInput, nearest
from dualib.language import Text, check_language
from dualib.local_agreements.figures import Figure, Figures
from dualib.local_agreements.folder.frictionless import datapackage
from dualib.local_agreements.folder.jsonschema import json_schema
from dualib.local_agreements.folder.schema import SHEETS
from dualib.local_agreements.folder.writing import Sheet
from dualib.local_agreements.model import Agreement
from dualib.local_agreements.units import UNITS
from dualib.messages import message
from dualib.tabular import TABLE_FORMATS, in_format

__all__ = ["FORMATS", "Exporter", "export", "figures_from_jsonstat", "to_jsonstat", "to_table"]

_AXES: Final[Mapping[str, tuple[Text, Literal["time", "geo", "metric"] | None]]] = {
    "measure": (Text("mått", "measure"), "metric"),
    "sex": (Text("kön", "sex"), None),
    "age": (Text("ålder", "age"), None),
    "period": (Text("tid", "period"), "time"),
    "municipality": (Text("kommun", "municipality"), "geo"),
    "category": (Text("kategori", "category"), None),
}
_SEXES: Final = {
    "total": Text("totalt", "total"),
    "woman": Text("kvinnor", "women"),
    "man": Text("män", "men"),
    "unknown": Text("okänt", "unknown"),
}
_STATUS: Final = {
    "ok": CellStatus.OK,
    "suppressed": CellStatus.SUPPRESSED,
    "missing": CellStatus.MISSING,
}
_NOT_STATED: Final = Text("ej angivet", "not stated")
_LARGEST: Final = 4_000


def _coordinate(figure: Figure, axis: str) -> tuple[str, Text]:
    """Return the code and the words of a figure along one axis."""
    if axis == "measure":
        words, unit = figure.measure or _NOT_STATED, UNITS[figure.unit].words
        text = Text(f"{words.sv} ({unit.sv})", f"{words.en} ({unit.en})")
        return text.sv, text
    if axis == "sex":
        return figure.sex or "not-stated", _SEXES.get(figure.sex, _NOT_STATED)
    if axis == "age":
        low, high = figure.age_from, figure.age_to
        if low is None and high is None:
            return "not-stated", _NOT_STATED
        code = f"{'' if low is None else low}-{'' if high is None else high}"
        years = code.replace("-", "\N{EN DASH}")
        return code, Text(f"{years} år", f"{years} years")
    if axis == "category":
        words = figure.category or _NOT_STATED
        return f"{figure.dimension}:{words.sv}" if figure.category else "not-stated", words
    code = str(getattr(figure, axis))
    return code or "not-stated", Text(code, code) if code else _NOT_STATED


def _dimensions(figures: list[Figure]) -> tuple[Dimension, ...]:
    """Return the axes along which the figures differ; one axis of figures where that would be no sensible table."""
    dimensions = []
    for axis, (label, role) in _AXES.items():
        found = dict(_coordinate(figure, axis) for figure in figures)
        if axis == "measure" or set(found) != {"not-stated"}:
            dimensions.append(
                Dimension(axis, label, tuple(found), tuple(found.values()), role=role)
            )
    places = {_place(figure, dimensions) for figure in figures}
    size = int(np.prod([len(dimension.categories) for dimension in dimensions]))
    if len(places) == len(figures) and size <= min(_LARGEST, 8 * len(figures)):
        return tuple(dimensions)
    ids = tuple(figure.id for figure in figures)
    return (
        Dimension(
            "figure", Text("siffra", "figure"), ids, tuple(_label(figure) for figure in figures)
        ),
    )


def _label(figure: Figure) -> Text:
    """Return the words of a figure along all axes where it says something."""
    found = [
        words
        for code, words in (_coordinate(figure, axis) for axis in _AXES)
        if code != "not-stated"
    ]
    return Text(", ".join(words.sv for words in found), ", ".join(words.en for words in found))


def _place(figure: Figure, dimensions: Iterable[Dimension]) -> tuple[int, ...]:
    return tuple(
        dimension.index(
            figure.id if dimension.name == "figure" else _coordinate(figure, dimension.name)[0]
        )
        for dimension in dimensions
    )


def to_table(figures: Figures, name: str, *, source: Text | None = None) -> Table:
    """Return one published table as a :class:`~dualib.counting.Table`.

    Parameters
    ----------
    figures : Figures
        The figures of an agreement.
    name : str
        The table, one of ``figures.tables``.
    source : Text, optional
        What the table was read from.

    Returns
    -------
    Table
        Its axes are those along which its figures differ: measure, sex, age, period, municipality, category. A cell no
        figure stands in is missing. The rows of ``figures.csv`` are kept in its extension. Totals are categories
        here, as printed, so the table is never added up.

    Raises
    ------
    BadInput
        If there is no such table.

    Examples
    --------
    >>> row = {"id": "af", "table": "af", "measure": "inskrivna", "value": "787", "unit": "persons"}
    >>> figures = Figures([Figure(row)])
    >>> to_table(figures, "af").values.tolist()
    [787]
    """
    chosen = list(figures.table(name).values())
    order = {identity: number for number, identity in enumerate(figures)}
    dimensions = _dimensions(chosen)
    steps = [figure.step for figure in chosen]
    decimals = len(str(max(step.denominator for step in steps))) - 1
    shape = tuple(len(dimension.categories) for dimension in dimensions)
    values = np.zeros(shape, dtype=np.int64)
    status = np.full(shape, CellStatus.MISSING, dtype=np.uint8)
    for figure in chosen:
        place = _place(figure, dimensions)
        values[place] = int((figure.value or 0) * 10**decimals)
        status[place] = _STATUS[figure.status]
    rows = [
        {
            "row": order[figure.id],
            "cell": int(np.ravel_multi_index(_place(figure, dimensions), shape)),
        }
        | {"figure": {column: text for column, text in figure.row.items() if text}}
        for figure in chosen
    ]
    footnotes = dict.fromkeys(figure.footnote for figure in chosen if figure.footnote is not None)
    measures = list(
        dict.fromkeys(figure.measure for figure in chosen if figure.measure is not None)
    ) or [_NOT_STATED]
    return Table(
        Text("; ".join(text.sv for text in measures), "; ".join(text.en for text in measures)),
        dimensions,
        values,
        status,
        decimals=decimals,
        additive=False,
        notes=tuple(footnotes),
        source=source,
        extension={"dualib": {"table": name, "rows": rows}},
    )


def to_jsonstat(
    figures: Figures, name: str, *, source: Text | None = None, language: str = "sv"
) -> str:
    """Return one published table as the text of a JSON-stat 2.0 file; nothing of the CSV is lost.

    Examples
    --------
    >>> row = {"id": "af", "table": "af", "measure": "inskrivna", "value": "787", "unit": "persons"}
    >>> figures = Figures([Figure(row)])
    >>> figures_from_jsonstat([to_jsonstat(figures, "af")]).to_csv() == figures.to_csv()
    True
    """
    return jsonstat.dumps(to_table(figures, name, source=source), language=language)


def figures_from_jsonstat(files: Iterable[str | bytes | Mapping[str, Any]]) -> Figures:
    """Return the figures of JSON-stat files that :func:`to_jsonstat` wrote, in the order of ``figures.csv``.

    Raises
    ------
    BadInput
        If a file was not written by dualib, or a value in it is no longer what its row says was printed.

    Examples
    --------
    >>> from dualib import agreement
    >>> figures = agreement("kalmar").figures
    >>> files = [to_jsonstat(figures, name) for name in figures.tables]
    >>> figures_from_jsonstat(files) == figures
    True
    """
    found: list[tuple[int, Figure]] = []
    for file in files:
        table = jsonstat.from_object(file)
        ours = table.extension.get("dualib", {})
        if "rows" not in ours:
            raise BadInput(message("agreements/jsonstat-of-another", label=table.label.sv))
        for entry in ours["rows"]:
            figure = Figure(entry["figure"])
            cell = int(entry["cell"])
            value, status = int(table.values.flat[cell]), int(table.status.flat[cell])
            if (
                status != _STATUS[figure.status]
                or value != (figure.value or 0) * 10**table.decimals
            ):
                raise BadInput(
                    message(
                        "agreements/jsonstat-changed",
                        id=figure.id,
                        value=value,
                        decimals=table.decimals,
                        cell=cell,
                        printed=figure.printed,
                    )
                )
            found.append((int(entry["row"]), figure))
    return Figures(figure for _, figure in sorted(found, key=lambda pair: pair[0]))


def _json(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _sheets(form: str) -> Callable[[Agreement, str], dict[str, bytes]]:
    """Return what writes every file of an agreement in one of the formats of tables."""

    def files(agreement: Agreement, language: str) -> dict[str, bytes]:
        suffix = TABLE_FORMATS[form].suffix
        return {
            SHEETS[name].filename.removesuffix(".csv") + suffix: in_format(
                Sheet(SHEETS[name], rows), form, language
            ).encode()
            for name, rows in agreement.sheets.items()
        }

    return files


def _datapackage(agreement: Agreement, language: str) -> dict[str, bytes]:
    files = _sheets("csv")(agreement, language)
    named = {name: files[SHEETS[name].filename] for name in agreement.sheets}
    package = datapackage(agreement, named, language=language)
    return files | {"datapackage.json": _json(package)}


def _jsonschema(_: Agreement, language: str) -> dict[str, bytes]:
    return {f"{name}.schema.json": _json(json_schema(name, language=language)) for name in SHEETS}


def _jsonstat(agreement: Agreement, language: str) -> dict[str, bytes]:
    titles = "; ".join(source.title for source in agreement.sources)
    source = Text(titles, titles) if titles else None
    return {
        f"{name.replace(':', '_')}.json": to_jsonstat(
            agreement.figures, name, source=source, language=language
        ).encode()
        for name in agreement.figures.tables
    }


Exporter = Callable[[Agreement, str], Mapping[str, bytes]]

FORMATS: Final[Mapping[str, Exporter]] = {
    **{form: _sheets(form) for form in TABLE_FORMATS},
    "datapackage": _datapackage,
    "jsonschema": _jsonschema,
    "jsonstat": _jsonstat,
}
"""What each format makes of an agreement in a language: the contents of files by name.

Every format of tables is one, and the command offers what is here.
"""


def export(
    agreement: Agreement, form: str, folder: str | PathLike[str], *, language: str = "sv"
) -> tuple[Path, ...]:
    """Write an agreement's data to a folder and return the files; the same bytes every time.

    The CSV files are written in one way: UTF-8 without a byte-order mark, commas, line feeds, quotes only where needed.
    Files that were so already come back byte for byte; a file of your own with semicolons or a byte-order mark, as a
    spreadsheet saves it, comes back normalised, every cell the same.

    Parameters
    ----------
    agreement : Agreement
    form : str
        One of :data:`FORMATS`. ``csv``: the files of the folder; ``datapackage``: the same with a
        ``datapackage.json``; ``spreadsheet`` and ``text``: the same files for people to read;
        ``jsonschema``: a schema of each file; ``jsonstat``: a JSON-stat file for each table of
        figures.
    folder : path
        Made if it is not there. Files of the same names are written over.
    language : str
        The language of labels and descriptions; both languages are kept in every format.

    Raises
    ------
    BadInput
        If there is no such format.

    Examples
    --------
    >>> import tempfile
    >>> from dualib.local_agreements import agreement
    >>> files = export(agreement("tyreso"), "text", tempfile.mkdtemp())
    >>> [file.name for file in files][:2]
    ['agreement.txt', 'figures.txt']
    """
    check_language(language)
    if form not in FORMATS:
        raise BadInput(
            message(
                "agreements/no-format",
                value=form,
                known=tuple(FORMATS),
                near=nearest(form, FORMATS),
            )
        )
    if not isinstance(agreement, Agreement):
        raise BadInput(message("agreements/not-an-agreement", value=agreement))
    place = Path(folder)
    if place.exists() and not place.is_dir():
        raise BadInput(message("agreements/folder-is-a-file", path=str(folder)))
    files = FORMATS[form](agreement, language)
    place.mkdir(parents=True, exist_ok=True)
    written = []
    for name, data in files.items():
        (place / name).write_bytes(data)
        written.append(place / name)
    return tuple(written)
