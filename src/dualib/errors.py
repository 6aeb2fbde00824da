"""The errors dualib raises, and the help they give.

Every message says which field, what was found, what was expected and how to mend it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

import attrs

from dualib.messages import Audience, Message, Near

__all__ = [
    "BadData",
    "BadInput",
    "ContradictionError",
    "DualibError",
    "Message",
    "MissingExtraError",
    "NotInForceError",
    "Problem",
    "UnprotectableError",
    "gathered",
    "how_many",
    "nearest",
    "suggestion",
]


class Words(Protocol):
    """Words in both languages, as :class:`dualib.Text` has them."""

    def say(self, language: str) -> str:
        """Return the words in a language."""
        ...


class DualibError(Exception):
    """Base of every error that dualib raises on purpose.

    What happened is data, :attr:`message`; ``str(error)`` writes it in English for whoever calls the library.

    >>> issubclass(BadInput, DualibError)
    True
    """

    def __init__(self, message: Message | str) -> None:
        super().__init__(message)

    @property
    def message(self) -> Message | str:
        """What happened, as data; plain words where a project of its own raises the error."""
        return self.args[0]  # type: ignore[no-any-return]

    def text(self, language: str = "en", audience: Audience = "python") -> str:
        """Return what happened in words.

        Parameters
        ----------
        language
            ``"en"`` or ``"sv"``.
        audience
            Who reads it: ``"python"``, ``"command"``, ``"report"`` or ``"protected"``.
        """
        message = self.message
        return message.text(language, audience) if isinstance(message, Message) else message

    def __str__(self) -> str:
        return self.text()


class BadInput(DualibError, ValueError):
    """An argument that cannot be used; the message names it and how to mend it.

    >>> from dualib import Person
    >>> try:
    ...     Person(born="31/5")
    ... except BadInput as fault:
    ...     print("born" in str(fault))
    True
    """


class NotInForceError(DualibError, LookupError):
    """A single rule was asked about on a day when it is not in force; the message names the dates.

    >>> from datetime import date
    >>> from dualib import Person, programmes
    >>> try:
    ...     programmes.traineejobb.decide(Person(), on=date(2020, 1, 1))
    ... except NotInForceError as fault:
    ...     print("2017-12-31" in str(fault))
    True
    """


class ContradictionError(DualibError, ValueError):
    """Facts that cannot all hold; the message names a smallest clashing set.

    >>> from dualib import Ledger
    >>> from dualib.counting import overlap
    >>> try:
    ...     Ledger({"AF": 10, "KAA": 5}, overlap("AF", "KAA", at_least=6)).union()
    ... except ContradictionError:
    ...     print("more are in both registers than in the smaller one")
    more are in both registers than in the smaller one
    """


class UnprotectableError(DualibError, ValueError):
    """A table in which small counts cannot be hidden under the requirements asked for.

    >>> from dualib import Dimension, Table
    >>> persons = Table("persons", (Dimension("sex", "sex", ["woman", "man"]),), [1, 1])
    >>> try:
    ...     persons.protect(threshold=5)
    ... except UnprotectableError:
    ...     print("two persons cannot be hidden in a total of two")
    two persons cannot be hidden in a total of two
    """


class MissingExtraError(DualibError, ImportError):
    """An optional library is not installed; the message names what to install.

    >>> try:
    ...     raise MissingExtraError("a report in HTML needs jinja2")
    ... except ImportError as missing:
    ...     print(missing)
    a report in HTML needs jinja2
    """


@attrs.frozen
class Problem:
    """One fault in a table of input: where it is, and what is wrong.

    Attributes
    ----------
    where
        The file, or what a table is called.
    what
        What is wrong, as data.
    row
        As the user's program counts it: 1 is the first row of data. None: a fault of the whole file.
    column
        The column's own name, where the fault is in one.

    Examples
    --------
    >>> print(Problem("persons.csv", "no value", row=3, column="born"))
    persons.csv, row 3: no value
    """

    where: str
    what: Message | Words | str
    row: int | None = None
    column: str | None = None

    def text(self, language: str = "en", audience: Audience = "python") -> str:
        """Return the place and the fault in words."""
        place = self.where
        if self.row is not None:
            place += f", {_ROW[language]} {self.row}"
        return f"{place}: {_said(self.what, language, audience)}"

    def __str__(self) -> str:
        return self.text()


def _said(what: Message | Words | str, language: str, audience: Audience) -> str:
    if isinstance(what, Message):
        return what.text(language, audience)
    return what if isinstance(what, str) else what.say(language)


_ROW = {"en": "row", "sv": "rad"}
_ROWS = {"en": "rows", "sv": "rader"}
_PROBLEMS = {"en": ("problem", "problems"), "sv": ("fel", "fel")}
_OF_A_KIND = {
    "en": "{where}: {count} rows with {values} values: {first}; the first: row {rows}",
    "sv": "{where}: {count} rader med {values} värden: {first}; de första: rad {rows}",
}
_MORE_ROWS = {"en": ("more row", "more rows", "and"), "sv": ("rad till", "rader till", "och")}
_MORE_LINES = {"en": "more", "sv": "till"}
_ALL = {"en": " (all in .problems)", "sv": " (alla finns i .problems)"}


class BadData(BadInput):
    """Faulty rows, all reported together; :attr:`problems` holds them as data.

    >>> error = BadData([Problem("persons.csv", "born '2015-02-30' is not a date", row=4)])
    >>> print(error)
    1 problem:
      persons.csv, row 4: born '2015-02-30' is not a date
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        Exception.__init__(self, tuple(problems))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every fault, in the order found."""
        return self.args[0]  # type: ignore[no-any-return]

    @property
    def message(self) -> Message | str:
        """The faults in words; :attr:`problems` has them as data."""
        return self.text()

    def text(self, language: str = "en", audience: Audience = "python", *, most: int = 50) -> str:
        """Return the faults in words, those of one kind summed up; after ``most`` lines the rest is counted."""
        count = len(self.problems)
        lines = gathered(self.problems, language, audience)
        said = [
            f"{how_many(count, *_PROBLEMS[language])}:",
            *(f"  {line}" for line in lines[:most]),
        ]
        if len(lines) > most:
            left = f"{_MORE_ROWS[language][2]} {len(lines) - most} {_MORE_LINES[language]}"
            said.append(f"  ... {left}{_ALL[language] if audience == 'python' else ''}")
        return "\n".join(said)

    def rows(
        self, language: str = "en", audience: Audience = "python"
    ) -> tuple[tuple[str, ...], list[tuple[str | int | None, ...]]]:
        """Return every fault as a header and rows, for a table or a CSV file of them."""
        header = {
            "en": ("file", "row", "column", "kind", "fault"),
            "sv": ("fil", "rad", "kolumn", "slag", "fel"),
        }[language]
        return header, [
            (
                problem.where,
                problem.row,
                problem.column,
                problem.what.kind.code if isinstance(problem.what, Message) else None,
                _said(problem.what, language, audience),
            )
            for problem in self.problems
        ]


def gathered(
    problems: Iterable[Problem],
    language: str = "en",
    audience: Audience = "python",
    *,
    runs: int = 20,
    alike: int = 3,
) -> tuple[str, ...]:
    """Return faults in words: one line for all rows with the same fault, and one for a kind with many values.

    Parameters
    ----------
    problems
        The faults.
    language, audience
        As for :meth:`DualibError.text`.
    runs
        How many rows, or stretches of rows that follow one another, are named before the rest is counted.
    alike
        More different values than these of one kind in one column share a line.

    Examples
    --------
    >>> odd = [Problem("persons.csv", "sex 'x' is not known", row) for row in (1, 2, 3, 7, 9)]
    >>> for line in gathered([*odd, Problem("persons.csv", "has no column key")]):
    ...     print(line)
    persons.csv, rows 1–3, 7, 9: sex 'x' is not known
    persons.csv: has no column key
    >>> gathered(odd, runs=2)
    ("persons.csv, rows 1–3, 7 and 1 more row: sex 'x' is not known",)
    """
    same: dict[tuple[str, Message | Words | str], list[int | None]] = {}
    places: dict[tuple[str, Message | Words | str], str | None] = {}
    for problem in problems:
        same.setdefault((problem.where, problem.what), []).append(problem.row)
        places[problem.where, problem.what] = problem.column
    kinds: dict[tuple[str, str | None, str], list[tuple[str, Message | Words | str]]] = {}
    for where, what in same:
        code = what.kind.code if isinstance(what, Message) else str(what)
        kinds.setdefault((where, places[where, what], code), []).append((where, what))
    lines = []
    for faults in kinds.values():
        if len(faults) > alike and all(None not in same[fault] for fault in faults):
            lines.append(_of_a_kind(faults, same, language, audience))
            continue
        for where, what in faults:
            lines += _of_a_fault(where, what, same[where, what], language, audience, runs)
    return tuple(lines)


def _of_a_fault(
    where: str,
    what: Message | Words | str,
    rows: Sequence[int | None],
    language: str,
    audience: Audience,
    runs: int,
) -> list[str]:
    lines = []
    numbers = sorted({row for row in rows if row is not None})
    if None in rows:
        lines.append(Problem(where, what).text(language, audience))
    if len(numbers) == 1:
        lines.append(Problem(where, what, numbers[0]).text(language, audience))
    elif numbers:
        said = _said(what, language, audience)
        lines.append(f"{where}, {_ROWS[language]} {_stretches(numbers, runs, language)}: {said}")
    return lines


def _of_a_kind(
    faults: Sequence[tuple[str, Message | Words | str]],
    same: Mapping[tuple[str, Message | Words | str], Sequence[int | None]],
    language: str,
    audience: Audience,
) -> str:
    """Return one line for many values with a fault of one kind: how many rows, the first value, the first rows."""
    rows = sorted({row for fault in faults for row in same[fault] if row is not None})
    return _OF_A_KIND[language].format(
        where=faults[0][0],
        count=len(rows),
        values=len(faults),
        first=_said(faults[0][1], language, audience),
        rows=", ".join(map(str, rows[:3])),
    )


def _stretches(numbers: Sequence[int], most: int, language: str) -> str:
    """Return rising numbers in words, those that follow one another as a stretch."""
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and number == stretches[-1][-1] + 1:
            stretches[-1][1:] = [number]
        else:
            stretches.append([number])
    said = ", ".join("–".join(map(str, stretch)) for stretch in stretches[:most])
    left = sum(stretch[-1] - stretch[0] + 1 for stretch in stretches[most:])
    one, many, and_ = _MORE_ROWS[language]
    return f"{said} {and_} {how_many(left, one, many)}" if left else said


def how_many(count: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun in the right form, which is ``one`` and an s where nothing else is said.

    >>> how_many(1, "cell"), how_many(2, "cell"), how_many(1, "cell", "celler"), how_many(0, "cell", "celler")
    ('1 cell', '2 cells', '1 cell', '0 celler')
    """
    return f"{count} {one}" if count == 1 else f"{count} {many or one + 's'}"


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return ``" Did you mean 'x'?"`` for the known name nearest to ``name``, else an empty string.

    >>> suggestion("bron", ["born", "sex"])
    " Did you mean 'born'?"
    >>> suggestion("zzz", ["born"])
    ''
    """
    import difflib  # only where something is misspelled

    near = difflib.get_close_matches(str(name).lower(), list(known), n=1, cutoff=0.6)
    return f" Did you mean {near[0]!r}?" if near else ""


#: How alike two names are that begin with different letters when one is still a slip for the other.
_ALIKE: Final = 0.85


def nearest(name: object, known: Iterable[str]) -> Near:
    """Return the known name that ``name`` is probably a slip for, for a message to suggest.

    Words that only end alike are different words: ``högskola`` is not ``grundskola``.

    >>> nearest("bron", ["born", "sex"]), nearest("högskola", ["grundskola"])
    (Near(name='born'), Near(name=None))
    """
    import difflib  # only where something is misspelled

    word = str(name).lower()
    for near in difflib.get_close_matches(word, list(known), n=1, cutoff=0.6):
        alike = difflib.SequenceMatcher(None, near, word).ratio()
        if near[:1].lower() == word[:1] or alike >= _ALIKE:
            return Near(near)
    return Near(None)
