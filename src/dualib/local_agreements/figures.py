"""Published figures: each as printed, with what it counts and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

import attrs

from dualib.copying import from_fields
from dualib.counting.reconciliation.relations import Cell
from dualib.errors import BadInput, how_many, nearest, suggestion
from dualib.language import Text
from dualib.local_agreements.folder.schema import SHEETS
from dualib.local_agreements.folder.writing import Sheet
from dualib.local_agreements.printed import printed_number, printed_step
from dualib.messages import Near, message
from dualib.tabular import Rows, in_format

__all__ = ["Figure", "Figures"]

_HEADER: Final = SHEETS["figures"].header
#: What an empty period means: not that nobody looked, but that the source does not say.
NOT_STATED: Final = Text("anges inte i källan", "not stated in the source")
_FILTERS: Final = [
    "table",
    "measure",
    "unit",
    "sex",
    "age_from",
    "age_to",
    "period",
    "municipality",
    "dimension",
    "category",
    "total",
    "status",
    "certainty",
    "place",
]


def _complete(row: Mapping[str, str]) -> Mapping[str, str]:
    unknown = [name for name in row if name not in _HEADER]
    if unknown:
        raise BadInput(
            message("agreements/figure-column", name=unknown[0], near=nearest(unknown[0], _HEADER))
        )
    return MappingProxyType({name: row.get(name, "") for name in _HEADER})


@attrs.frozen(eq=False)
class Figure:
    """One published figure, made from one row of ``figures.csv``; every attribute is read from that row.

    Parameters
    ----------
    row : mapping of str to str
        The cells by column, exactly as in the file; a column left out is empty.

    Raises
    ------
    BadInput
        If a column is unknown or the value is no number.

    Examples
    --------
    >>> figure = Figure({"id": "af.total", "measure": "inskrivna", "value": "787", "unit": "persons"})
    >>> figure.value, figure.status, figure.age_from
    (Fraction(787, 1), 'ok', None)
    """

    row: Mapping[str, str] = attrs.field(converter=_complete)

    __reduce__ = from_fields

    def __attrs_post_init__(self) -> None:
        if self.status == "ok":
            printed_number(self.printed)

    def __eq__(self, other: object) -> bool:
        return self.row == other.row if isinstance(other, Figure) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self.row.values()))

    def __repr__(self) -> str:
        return f"Figure({self.id!r}, {self.printed or self.status!r}, {self.unit!r})"

    def _words(self, column: str) -> Text | None:
        swedish = self.row[column]
        return Text(swedish, self.row[f"{column}_en"] or swedish) if swedish else None

    def _whole(self, column: str) -> int | None:
        return int(self.row[column]) if self.row[column] else None

    @property
    def id(self) -> str:
        """The figure's own name."""
        return self.row["id"]

    @property
    def table(self) -> str:
        """The table it belongs to."""
        return self.row["table"]

    @property
    def measure(self) -> Text | None:
        """What is counted."""
        return self._words("measure")

    @property
    def printed(self) -> str:
        """The value exactly as printed."""
        return self.row["value"]

    @property
    def value(self) -> Fraction | None:
        """The exact value; None where the source hides or lacks it."""
        return printed_number(self.printed) if self.status == "ok" else None

    @property
    def step(self) -> Fraction:
        """The precision it is printed with: one unit of the last decimal; 1 where no value is printed."""
        return printed_step(self.printed) if self.status == "ok" else Fraction(1)

    @property
    def unit(self) -> str:
        """A key of :data:`~dualib.local_agreements.folder.schema.UNITS`."""
        return self.row["unit"]

    @property
    def sex(self) -> str:
        """``total``, ``woman``, ``man``, ``unknown`` or empty."""
        return self.row["sex"]

    @property
    def age_from(self) -> int | None:
        """The youngest age in whole years, included; None where it is open."""
        return self._whole("age_from")

    @property
    def age_to(self) -> int | None:
        """The oldest age in whole years, included, as printed; None where it is open."""
        return self._whole("age_to")

    @property
    def period(self) -> str:
        """The time it is about, such as ``2015-05`` or ``2017/2018``; empty where the source states none."""
        return self.row["period"]

    @property
    def period_words(self) -> Text:
        """The period in words; where it is empty the source is silent (NOT_IN_SOURCE).

        >>> Figure({"id": "af", "value": "787", "unit": "persons"}).period_words.say("en")
        'not stated in the source'
        """
        return Text(self.period, self.period) if self.period else NOT_STATED

    @property
    def municipality(self) -> str:
        """The municipality it is about; empty if not stated."""
        return self.row["municipality"]

    @property
    def dimension(self) -> str:
        """What the categories of its table divide by; empty if nothing."""
        return self.row["dimension"]

    @property
    def category(self) -> Text | None:
        """Its category in the table."""
        return self._words("category")

    @property
    def total(self) -> str | None:
        """The id of the figure that this one is a part of."""
        return self.row["total"] or None

    @property
    def status(self) -> str:
        """``ok``, ``suppressed`` (hidden in the source, which is not zero) or ``missing``."""
        return self.row["status"] or "ok"

    @property
    def certainty(self) -> str:
        """``certain``, ``likely`` or ``undetermined``: whether the figure belongs where it is put."""
        return self.row["certainty"] or "certain"

    @property
    def footnote(self) -> Text | None:
        """A footnote or a reservation, such as "about"."""
        return self._words("footnote")

    @property
    def line(self) -> int | None:
        """The line in the source text."""
        return self._whole("line")

    @property
    def place(self) -> str:
        """Where it is printed: annex, heading and page."""
        return self.row["place"]

    def cell(self, step: Fraction | None = None) -> Cell:
        """Return the figure as reconciliation sees it: a percentage as rounded, and from 0 to 100 where it is hidden.

        Parameters
        ----------
        step : Fraction, optional
            The precision that a hidden or missing figure would have been printed with; 1 if left out.

        Examples
        --------
        >>> Figure({"id": "kaa", "value": "115", "unit": "persons"}).cell().value
        Fraction(115, 1)
        """
        hundred = {"percent": Fraction(100), "share": Fraction(1)}.get(self.unit)
        return Cell(
            self.id,
            self.value,
            self.step if step is None or self.value is not None else step,
            suppressed=self.status == "suppressed",
            rounded=hundred is not None,
            high=hundred,
        )


def _values(figure: Figure, name: str) -> tuple[object, ...]:
    """Return what a filter may name; words match in either language."""
    value = getattr(figure, name)
    return (value.sv, value.en) if isinstance(value, Text) else (value,)


class Figures(Mapping[str, Figure]):
    """Published figures by id, in the order of the file.

    Examples
    --------
    >>> figures = Figures([Figure({"id": "af", "value": "787", "unit": "persons", "sex": "total", "table": "af"}),
    ...                    Figure({"id": "af.men", "value": "490", "unit": "persons", "sex": "man", "table": "af"})])
    >>> figures["af"].value, list(figures.select(sex="man")), figures.tables
    (Fraction(787, 1), ['af.men'], ('af',))
    """

    __slots__ = ("_by_id",)

    def __init__(self, figures: Iterable[Figure] = ()) -> None:
        self._by_id: dict[str, Figure] = {}
        for figure in figures:
            if figure.id in self._by_id:
                raise BadInput(message("agreements/figure-twice", id=figure.id))
            self._by_id[figure.id] = figure

    def __getitem__(self, name: str) -> Figure:
        found = self._by_id.get(name)
        if found is None:
            raise KeyError(f"there is no figure {name!r}.{suggestion(str(name), self._by_id)}")
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._by_id

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def __repr__(self) -> str:
        return f"<{how_many(len(self), 'figure')} in {how_many(len(self.tables), 'table')}>"

    def __hash__(self) -> int:
        return hash(tuple(self._by_id.values()))

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables, in the order of the file."""
        return tuple(dict.fromkeys(figure.table for figure in self.values()))

    def table(self, name: str) -> Figures:
        """Return the figures of one table.

        Raises
        ------
        BadInput
            If there is no such table; the message suggests the nearest.
        """
        return self.select(table=name)

    def select(self, **filters: object) -> Figures:
        """Return the figures for which every filter holds, in the order of the file.

        Parameters
        ----------
        **filters
            An attribute of :class:`Figure` and the value it shall have, or a list, tuple or set of values. Words
            (``measure``, ``category``) match in either language; ``None`` matches what is not stated.

        Raises
        ------
        BadInput
            If a filter is unknown, or no figure has such a value; the message suggests the nearest.

        Examples
        --------
        >>> Figures([Figure({"id": "kaa", "value": "115", "unit": "persons"})]).select(unit="person")
        Traceback (most recent call last):
        dualib.errors.BadInput: no figure has unit 'person'. Did you mean 'persons'?
        """
        chosen = list(self.values())
        for name, wanted in filters.items():
            if name not in _FILTERS:
                raise BadInput(
                    message(
                        "agreements/no-filter",
                        name=name,
                        known=tuple(_FILTERS),
                        near=nearest(name, _FILTERS),
                    )
                )
            values = set(wanted) if isinstance(wanted, (list, tuple, set, frozenset)) else {wanted}
            known = {value for figure in self.values() for value in _values(figure, name)}
            for value in sorted(values - known, key=str):
                words = {word.lower(): word for word in known if isinstance(word, str)}
                near = nearest(value, words)
                near = Near(None if near.name is None else words[str(near.name)])
                raise BadInput(
                    message("agreements/no-figure-has", name=name, value=value, near=near)
                )
            chosen = [figure for figure in chosen if not values.isdisjoint(_values(figure, name))]
        return Figures(chosen)

    def to_rows(self) -> Rows:
        """Return the rows of ``figures.csv``, every cell a text, in the order of the file."""
        return Sheet(SHEETS["figures"], (figure.row for figure in self.values())).to_rows()

    def cells(self) -> tuple[Cell, ...]:
        """Return the figures as reconciliation sees them; a hidden one is as precise as the finest of its unit."""
        steps: dict[str, Fraction] = {}
        for figure in self.values():
            steps[figure.unit] = min(figure.step, steps.get(figure.unit, figure.step))
        return tuple(figure.cell(steps[figure.unit]) for figure in self.values())

    def to_csv(self) -> str:
        """Return the text of ``figures.csv``: commas, line feeds, quotes only where they are needed.

        >>> Figures().to_csv().splitlines()[0][:16]
        'id,table,measure'
        """
        return in_format(self, "csv")
