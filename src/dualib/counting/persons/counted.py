"""Counting persons: how many meet a rule for certain, and how many may, in every way they are divided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from dualib.arrays import VerdictArray
from dualib.counting.persons.groupings import AskedRegister, HasVerdicts, answers, grouping
from dualib.counting.tables.table import ANSWER, Dimension, Table
from dualib.dates import from_day
from dualib.engine.question import asked_days
from dualib.errors import BadInput
from dualib.language import Text, written_date
from dualib.messages import message
from dualib.register import Register
from dualib.vocabulary.facts import FactValue

__all__ = ["count"]

_ANSWERS = {
    "yes": Text("ja", "yes"),
    "yes_assumed": Text("ja, med antagandena", "yes, as assumed"),
    "unknown": Text("okänt", "unknown"),
    "no_assumed": Text("nej, med antagandena", "no, as assumed"),
    "no": Text("nej", "no"),
}


def count(
    register: Register,
    who: HasVerdicts | npt.NDArray[np.int8],
    *,
    by: Iterable[object] = (),
    on: date | npt.NDArray[Any],
    assume: Mapping[str, FactValue] | None = None,
    assume_unchanged: bool = False,
    count_no: bool = True,
    label: Text | None = None,
) -> Table:
    """Count the persons of a register by the answer to a question, and by whatever else divides them.

    Parameters
    ----------
    register
        The persons.
    who
        A rule, or ``int8`` verdicts, one per person (1 yes, 0 unknown, -1 no).
    by
        Names of facts, ``"age"``, ``("age", [16, 18, 20, 25])`` for half-open bands, or what
        :mod:`dualib.counting` makes: :func:`~dualib.counting.column`, :func:`~dualib.counting.has_status`,
        :func:`~dualib.counting.has_fact`; a rule is one too. Each has a category ``unknown``.
    on
        The day asked about; or a ``datetime64`` array with one day a person.
    assume
        Facts assumed where they are unknown. The answers then distinguish what is yes without them and only with them.
    assume_unchanged
        Whether facts known as of another day count as unchanged.
    count_no
        False leaves those out for whom the answer is no: faster where they are many. Then totals hold only the rest.
    label
        What the table counts; the rule's name if left out.

    Returns
    -------
    Table
        The dimensions of ``by`` and last ``answer``: yes, (yes_assumed,) unknown, (no_assumed,) no. Every person
        counted is in exactly one cell.

    Raises
    ------
    BadInput
        If ``who`` does not fit the register, a day is missing, or a grouping is not known.

    Examples
    --------
    >>> register = Register.from_frames({"sex": ["kvinna", "man", "man"]})
    >>> table = count(register, np.array([1, 1, 0], dtype=np.int8), by=["sex"], on=date(2015, 5, 31))
    >>> table.certain.values.tolist(), table.possible.values.tolist(), table.total
    ([1, 1, 0], [1, 2, 0], 3)
    """
    if isinstance(by, str):
        raise BadInput(message("counting/by-is-text", by=by))
    if not isinstance(by, Iterable):
        raise BadInput(message("counting/by-not-a-list", by=by))
    if not isinstance(register, Register):
        raise BadInput(message("ground/not-a-register", type=type(register).__name__))
    asked = AskedRegister(register, asked_days(on, register.size), assume_unchanged, assume)
    verdicts, assumed = _verdicts(who, asked)
    words: Text = label or getattr(who, "name", None) or Text("Personer", "Persons")
    if assumed is None:
        names, codes = ["yes", "unknown", "no"], np.int8(1) - verdicts
    else:
        names = list(_ANSWERS)
        codes = np.where(verdicts != 0, 2 - 2 * verdicts, 2 - assumed).astype(np.int8)
    if not count_no:
        names.remove("no")
        rows = np.flatnonzero(codes < len(names))
        asked = AskedRegister(register, asked.on, assume_unchanged, assume, rows)
        codes = codes.take(rows)
    dimensions, key = [], np.zeros((), dtype=np.int32)
    for item in by:
        dimension, places = grouping(item).divide(asked)
        key = _packed(key, places, len(dimension.categories), asked.size)
        dimensions.append(dimension)
    dimensions.append(
        Dimension(
            ANSWER, Text("svar", "answer"), tuple(names), tuple(_ANSWERS[name] for name in names)
        )
    )
    key = _packed(key, codes, len(names), asked.size)
    shape = tuple(len(dimension.categories) for dimension in dimensions)
    values = np.bincount(key, minlength=int(np.prod(shape))).reshape(shape)
    return Table(words, tuple(dimensions), values, notes=_notes(asked), extension=_about(asked))


def _packed(
    key: npt.NDArray[Any], places: npt.NDArray[Any], length: int, size: int
) -> npt.NDArray[Any]:
    """Return the number of the cell of each person: the places so far times the length, plus the new place."""
    if key.ndim == 0:
        return np.asarray(places, dtype=np.int32 if length < 2**31 else np.int64)
    highest = int(key.max(initial=0)) + 1
    wide = np.int64 if highest * length >= 2**31 else np.int32
    packed: npt.NDArray[Any] = np.multiply(key, length, dtype=wide)
    packed += places.astype(wide, copy=False)
    return packed


def _verdicts(
    who: HasVerdicts | npt.NDArray[np.int8], asked: AskedRegister
) -> tuple[VerdictArray, VerdictArray | None]:
    """Return the answers without assumptions and, if there are any, with them."""
    if isinstance(who, np.ndarray):
        if asked.assume is not None:
            raise BadInput(message("counting/assume-with-verdicts"))
        if who.dtype != np.int8 or who.shape != (asked.size,):
            raise BadInput(
                message(
                    "counting/verdicts-of-another-shape",
                    shape=str(who.shape),
                    type=who.dtype,
                    persons=asked.size,
                )
            )
        if who.size and (who.min() < -1 or who.max() > 1):
            raise BadInput(message("counting/verdicts-out-of-range"))
        return who, None
    if not isinstance(who, HasVerdicts):
        raise BadInput(message("counting/not-a-rule", value=who))
    bare = answers(who, asked, None)
    return bare, None if asked.assume is None else answers(who, asked, asked.assume)


def _notes(asked: AskedRegister) -> tuple[Text, ...]:
    notes, assume = [], asked.assume
    if isinstance(asked.on, int):
        day = from_day(asked.on)
        words = Text.both(lambda language: written_date(day, language))
        notes.append(message("counting/counted-as-of", day=words))
    if assume:
        listed = ", ".join(f"{name} = {value}" for name, value in assume.items())
        notes.append(message("counting/assumed", assumed=listed))
    if asked.assume_unchanged:
        notes.append(message("counting/assumed-unchanged"))
    return tuple(Text.both(note.say) for note in notes)


def _about(asked: AskedRegister) -> dict[str, Any]:
    about: dict[str, Any] = (
        {"on": from_day(asked.on).isoformat()} if isinstance(asked.on, int) else {}
    )
    if asked.assume:
        about["assumed"] = {
            name: value if isinstance(value, (bool, int, str)) else str(value)
            for name, value in asked.assume.items()
        }
    if asked.assume_unchanged:
        about["assumed_unchanged"] = True
    return {"dualib": about} if about else {}
