"""Many persons: encoded columns, spells by block and end, and what was observed when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, cast

import attrs
import numpy as np
import numpy.typing as npt

from dualib.arrays import DayArray, read_only, taken
from dualib.dates import NEVER_DAY, UNKNOWN_DAY, check_count, from_day, to_day
from dualib.errors import BadInput, Problem, how_many, nearest
from dualib.frames import RawColumn
from dualib.messages import Message, message
from dualib.person.person import ONGOING, Person, Spell
from dualib.person.values import decode
from dualib.register.columns import encode, unknown_column, unknown_value
from dualib.register.reading import read
from dualib.register.spell_table import UNOBSERVED, Observed, SpellTable, blocks_of, statuses_of
from dualib.vocabulary.facts import FACTS, Change, Facts, Kind, Track, fact

__all__ = ["Known", "Register"]


@attrs.frozen(eq=False)
class Known:
    """A fact of many persons as known on the day asked about.

    Attributes
    ----------
    values
        One per person, encoded; of shape ``()`` where nothing is known of anybody.
    complete
        True where it is known of everybody; False where somebody's may be unknown.

    Examples
    --------
    >>> from dualib.dates import to_day
    >>> register = Register.from_frames({"newly_arrived": ["ja", ""]}, as_of=date(2015, 5, 31))
    >>> register.known_on("newly_arrived", to_day(date(2015, 5, 31))).complete
    False
    """

    values: npt.NDArray[Any]
    complete: bool

    def each(self, size: int) -> npt.NDArray[Any]:
        """Return one value per person, of ``size`` persons."""
        return self.values if self.values.ndim else np.broadcast_to(self.values, size)


@attrs.frozen(eq=False, repr=False, slots=False)
class Register:
    """Many persons as columns; made by :meth:`from_frames` or :meth:`from_persons`, and never changed.

    Attributes
    ----------
    size
        The number of persons, n.
    keys
        The person keys, in the order of the table; row numbers from 1 if it had no keys.
    as_of
        ``int32`` days of n, the day to which the as-of facts refer; ``UNKNOWN_DAY`` where none was given.
    provided
        The names of the facts that have a column.
    spells
        A :class:`SpellTable`.
    observed
        For every :class:`dualib.Track` two ``int32`` arrays of n: the first and the last day observed, both inclusive;
        first after last where nothing was observed.
    contradictions
        The rows whose statuses cannot hold on the same day, when they were to be reported.
    notes
        What was read in a way that the reader should know of: messages, with words in both languages.

    Examples
    --------
    >>> register = Register.from_frames({"key": [1, 2], "born": ["1996-02-29", ""]})
    >>> register.size, register.person(1).facts["born"] is None
    (2, True)
    """

    size: int
    keys: Sequence[Any]
    as_of: DayArray
    provided: frozenset[str]
    spells: SpellTable
    observed: Observed
    contradictions: tuple[Problem, ...] = ()
    notes: tuple[Message, ...] = ()
    _columns: Mapping[str, npt.NDArray[Any]] = attrs.field(factory=dict, alias="columns")
    _categories: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict, alias="categories")

    def __getstate__(self) -> dict[str, Any]:
        """Return what is copied and pickled: not what was looked up, which is found again."""
        values = {field.name: getattr(self, field.name) for field in attrs.fields(Register)}
        return {
            name: dict(value) if isinstance(value, MappingProxyType) else value
            for name, value in values.items()
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Make every array read-only again; copies of arrays are writable."""
        spells: SpellTable = state["spells"]
        observed = (days for pair in state["observed"].values() for days in pair)
        for array in (
            state["keys"],
            state["as_of"],
            *state["_columns"].values(),
            *observed,
            *attrs.astuple(spells),
        ):
            read_only(array)  # keys may be a range or a tuple
        for name, value in state.items():
            object.__setattr__(
                self, name, MappingProxyType(value) if isinstance(value, dict) else value
            )

    def __len__(self) -> int:
        return self.size

    def __repr__(self) -> str:
        facts = ", ".join(sorted(self.provided))
        persons, spells = how_many(self.size, "person"), how_many(len(self.spells), "spell")
        return f"<Register of {persons} and {spells}; facts: {facts}>"

    @property
    def blocks(self) -> list[slice]:
        """The row numbers in stretches of :data:`BLOCK`: persons whose spells lie together.

        >>> Register.from_frames({"sex": ["kvinna", "man"]}).blocks
        [slice(0, 2, None)]
        """
        return blocks_of(self.size)

    def column(self, name: str) -> npt.NDArray[Any]:
        """Return a fact of every person, encoded and read-only.

        Yes/no are ``int8`` verdicts (1, 0 unknown, -1). Dates, numbers, codes and categories are ``int32`` with
        ``UNKNOWN_DAY`` for unknown; a date that never came is ``NEVER_DAY``; no code is 0; a category is an index into
        :meth:`categories`.

        Raises
        ------
        BadInput
            If there is no fact of that name.

        Examples
        --------
        >>> Register.from_frames({"disability_code": ["11", "ingen", ""]}).column("disability_code").tolist()
        [11, 0, -2147483648]
        """
        item = fact(name)
        return self._columns[name] if name in self._columns else unknown_column(item, self.size)

    def categories(self, name: str) -> tuple[str, ...]:
        """Return the values that a category's encoded column points to.

        Raises
        ------
        BadInput
            If the fact is not known, or is not a category.

        Examples
        --------
        >>> Register.from_frames({"kommun": ["0880", "0138"]}).categories("municipality")
        ('0138', '0880')
        """
        item = fact(name)
        if item.kind is not Kind.CATEGORY:
            names = tuple(other.name for other in FACTS.values() if other.kind is Kind.CATEGORY)
            raise BadInput(
                message(
                    "register/not-a-category", name=name, names=names, near=nearest(name, names)
                )
            )
        return self._categories.get(name, tuple(item.categories or ()))

    @cached_property
    def same_as_of(self) -> int | None:
        """The day all as-of facts refer to (``UNKNOWN_DAY`` if no person has one), None where it differs."""
        first = int(self.as_of[0]) if self.size else UNKNOWN_DAY
        return first if bool((self.as_of == np.int32(first)).all()) else None

    def known_on(
        self,
        name: str,
        on: int | DayArray,
        *,
        assume_unchanged: bool = False,
        rows: slice | npt.NDArray[np.intp] | None = None,
    ) -> Known:
        """Return a fact as known on a day, encoded as :meth:`column`.

        A constant fact is known on every day. An as-of fact is known on the day to which it refers
        only. A date is known on every day, but that it never came only up to the day of which that
        is said: what had not happened by one day may have happened by a later one.

        Parameters
        ----------
        name
            The fact.
        on
            The day asked about as a number, or ``int32`` with one per person asked about.
        assume_unchanged
            Whether to take what is known of one day to hold on every other.
        rows
            The persons asked about, by row number; all of them if left out.

        Raises
        ------
        BadInput
            If there is no fact of that name.

        Examples
        --------
        >>> day = date(2015, 5, 31)
        >>> register = Register.from_frames({"disability_code": ["11", "ingen"]}, as_of=day)
        >>> register.known_on("disability_code", to_day(day))
        Known(values=array([11,  0], dtype=int32), complete=True)
        >>> register.known_on("disability_code", to_day(day) + 1)
        Known(values=array(-2147483648, dtype=int32), complete=False)
        """
        item = fact(name)
        unknown = unknown_value(item)
        if name not in self._columns:
            return Known(unknown, False)
        known = Known(taken(self._columns[name], rows), not self._occurs(name, int(unknown)))
        if item.change is Change.CONSTANT or assume_unchanged:
            return known
        if item.change is Change.DATED and not self._occurs(name, NEVER_DAY):
            return known
        if self.same_as_of is not None:
            as_of = np.asarray(np.int32(self.same_as_of))
        else:
            as_of = taken(self.as_of, rows)
        if item.change is Change.AS_OF:
            outdated = np.asarray(as_of != on)
        else:
            outdated = (known.values == NEVER_DAY) & ((as_of == UNKNOWN_DAY) | (as_of < on))
        if not outdated.any():
            return known
        # Where all are asked about one day that is not the day of any, nothing is written out.
        return Known(np.where(outdated, unknown, known.values) if outdated.ndim else unknown, False)

    def _occurs(self, name: str, value: int) -> bool:
        """Return whether somebody's fact has an encoded value; looked through once."""
        if (name, value) not in self._occurring:
            self._occurring[name, value] = bool((self._columns[name] == value).any())
        return self._occurring[name, value]

    @cached_property
    def _occurring(self) -> dict[tuple[str, int], bool]:
        return {}

    @cached_property
    def undated(self) -> tuple[str, int] | None:
        """The first fact known to hold on one day only, and the first row that does not say on which; None if none.

        >>> Register.from_frames({"disability_code": ["", "11"]}).undated
        ('disability_code', 1)
        """
        if self.same_as_of not in (None, UNKNOWN_DAY):
            return None
        for name, item in FACTS.items():
            if name in self.provided and item.change is not Change.CONSTANT:
                values = self.column(name)
                if item.change is Change.DATED:
                    known = values == NEVER_DAY
                else:
                    known = values != unknown_value(item)
                rows = np.flatnonzero(known & (self.as_of == UNKNOWN_DAY))
                if rows.size:
                    return name, int(rows[0])
        return None

    @cached_property
    def surely_observed(self) -> Mapping[Track, tuple[int, int]]:
        """For every track the stretch of days observed of every person, first after last where there is none.

        >>> observed = (date(2014, 1, 1), date(2014, 1, 3))
        >>> Register.from_frames({"sex": ["kvinna"]}, observed=observed).surely_observed[Track.WORK]
        (16071, 16073)
        """
        if not self.size:
            return dict.fromkeys(self.observed, UNOBSERVED)
        found = {}
        for track, pair in self.observed.items():
            first, last = (
                days[:1] if days.strides == (0,) else days for days in pair
            )  # one period for everybody
            found[track] = (
                (int(first.max()), int(last.min())) if bool((first <= last).all()) else UNOBSERVED
            )
        return found

    @cached_property
    def _spells_by_person(self) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
        order = np.argsort(self.spells.person, kind="stable")
        bounds = np.searchsorted(self.spells.person[order], np.arange(self.size + 1))
        return order, bounds

    def person(self, index: int) -> Person:
        """Return one person as an object, spells sorted by end.

        Raises
        ------
        BadInput
            If there is no such row.

        Examples
        --------
        >>> Register.from_frames({"sex": ["kvinna", "man"]}).person(0).facts["sex"]
        'woman'
        """
        row = check_count(index, "index", most=self.size - 1)
        facts = {}
        for name in self._columns:
            value = self._columns[name][row].item()
            item = FACTS[name]
            if value == (0 if item.kind is Kind.YES_NO else UNKNOWN_DAY):
                continue
            facts[name] = decode(
                item, self._categories[name][value] if item.kind is Kind.CATEGORY else value
            )
        order, bounds = self._spells_by_person
        table = self.spells
        spells = [
            Spell(
                from_day(int(table.start[at])),
                ONGOING if table.end[at] == NEVER_DAY else from_day(int(table.end[at])),
                statuses_of(int(table.mask[at])),
            )
            for at in order[bounds[row] : bounds[row + 1]]
        ]
        observed = {
            track: (from_day(first[row]), from_day(last[row]))
            for track, (first, last) in self.observed.items()
            if first[row] <= last[row]
        }
        as_of = None if self.as_of[row] == UNKNOWN_DAY else from_day(self.as_of[row])
        key = self.keys[row]
        return Person(
            spells=spells,
            observed=observed,
            as_of=as_of,
            key=key,
            contradictions="report",
            **cast(Facts, facts),
        )

    @classmethod
    def from_persons(cls, persons: Iterable[Person]) -> Register:
        """Return a register of persons; persons without a key get their row number, counted from 1.

        Raises
        ------
        BadInput
            If something else than persons is given, or two have the same key.

        Examples
        --------
        >>> Register.from_persons([Person(sex="woman"), Person(sex="man")]).column("sex").tolist()
        [0, 1]
        """
        if not isinstance(persons, Iterable):
            raise BadInput(message("register/persons-not-a-list", type=type(persons).__name__))
        listed = list(persons)
        for place, person in enumerate(listed):
            if not isinstance(person, Person):
                raise BadInput(
                    message("register/not-a-person", place=place, type=type(person).__name__)
                )
        lacking = [place for place, person in enumerate(listed) if person.key is None]
        if lacking and len(lacking) < len(listed):
            raise BadInput(message("register/one-without-key", place=lacking[0]))
        keys = [
            place + 1 if person.key is None else person.key for place, person in enumerate(listed)
        ]
        if len(set(keys)) < len(keys):
            raise BadInput(message("register/shared-key"))
        columns, categories = {}, {}
        for name, item in FACTS.items():
            values = [person.facts[name] for person in listed]
            if any(value is not None for value in values):
                columns[name], found, _, _ = encode(item, RawColumn.of(values), "persons", name)
                if item.kind is Kind.CATEGORY:
                    categories[name] = found
        rows = [
            (place, *spell.days, spell.mask)
            for place, person in enumerate(listed)
            for spell in person.spells
        ]
        fields = list(zip(*rows)) if rows else [(), (), (), ()]
        observed = {}
        for track in Track:
            pairs = [person.observed.get(track) for person in listed]
            days = [(to_day(pair[0]), to_day(pair[1])) if pair else UNOBSERVED for pair in pairs]
            array = np.array(days, dtype=np.int32).reshape(-1, 2)
            read_only(array)
            observed[track] = (array[:, 0], array[:, 1])
        as_of = np.array(
            [to_day(p.as_of) if p.as_of else UNKNOWN_DAY for p in listed], dtype=np.int32
        )
        return cls(
            size=len(listed),
            keys=tuple(keys),
            as_of=read_only(as_of),
            provided=frozenset(columns),
            spells=SpellTable.sorted(*fields),
            observed=MappingProxyType(observed),
            contradictions=tuple(problem for person in listed for problem in person.contradictions),
            columns=MappingProxyType(columns),
            categories=MappingProxyType(categories),
        )

    @classmethod
    def from_frames(
        cls,
        persons: Any,
        spells: Any = None,
        *,
        columns: Mapping[str, str] | None = None,
        observed: Any = None,
        as_of: date | Any = None,
        contradictions: str = "raise",
        ignore: Sequence[str] = (),
    ) -> Register:
        """Return a register from one table of persons and one of spells.

        Parameters
        ----------
        persons
            One row per person: a mapping of column names to arrays or lists, or a data frame of
            pandas, polars, pyarrow or DuckDB. Columns are named as the facts
            (:data:`dualib.FACTS`), or by usual Swedish names. ``key`` is needed when there are
            spells. Empty means unknown; for a code ``ingen`` (or False, 0) is "has none"; for a
            date ``aldrig`` is "never".
        spells
            One row per spell: ``key``, ``start``, ``end`` (last day, empty for ongoing) and ``status`` or ``skat``.
        columns
            The caller's names of columns, such as ``{"fodd": "born"}``.
        observed
            When the spells were observed: a pair of first and last day (inclusive), each one date
            or one per person; or a mapping from :class:`dualib.Track` to such a pair. Needed when
            there are spells.
        as_of
            The day to which the as-of facts refer: one date or one per person.
        contradictions
            ``"raise"`` refuses statuses that cannot hold on the same day, ``"report"`` keeps them and lists them.
        ignore
            Columns to leave out.

        Raises
        ------
        BadData
            With every faulty row of both tables.
        BadInput
            For an argument that cannot be used.

        Examples
        --------
        >>> register = Register.from_frames(
        ...     {"id": ["a"], "född": ["1996-02-29"]},
        ...     {"id": ["a"], "start": ["2015-01-10"], "slut": [""], "status": ["openly_unemployed"]},
        ...     observed=(date(2014, 1, 1), date(2015, 5, 31)),
        ... )
        >>> [note.en for note in register.notes]
        ['1 spell without an end date was read as ongoing.']
        """
        fields = read(
            persons,
            spells,
            columns=columns,
            observed=observed,
            as_of=read_only(as_of),
            contradictions=contradictions,
            ignore=ignore,
        )
        return cls(**attrs.asdict(fields, recurse=False))
