"""The errors dualib raises, and the help they give.

Every message says which field, what was found, what was expected and how to mend it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

__all__ = [
    "BadData",
    "BadInput",
    "ContradictionError",
    "DualibError",
    "MissingExtraError",
    "NotInForceError",
    "Problem",
    "UnprotectableError",
    "gathered",
    "how_many",
    "suggestion",
]


class DualibError(Exception):
    """Base of every error that dualib raises on purpose.

    >>> issubclass(BadInput, DualibError)
    True
    """


class BadInput(DualibError, ValueError):
    """An argument that cannot be used; the message names it and how to mend it."""


class NotInForceError(DualibError, LookupError):
    """A single rule was asked about on a day when it is not in force; the message names the dates."""


class ContradictionError(DualibError, ValueError):
    """Facts that cannot all hold; the message names a smallest clashing set."""


class UnprotectableError(DualibError, ValueError):
    """A table in which small counts cannot be hidden under the requirements asked for."""


class MissingExtraError(DualibError, ImportError):
    """An optional library is not installed; the message names what to install."""


@attrs.frozen
class Problem:
    """One fault in a table of input: where it is, what is wrong, and how to mend it.

    ``row`` is counted as the user sees it: 1 is the first line of data, ``None`` a fault of the whole file.
    """

    where: str
    what: str
    row: int | None = None

    def __str__(self) -> str:
        place = self.where if self.row is None else f"{self.where}, row {self.row}"
        return f"{place}: {self.what}"


class BadData(BadInput):
    """Faulty rows, all reported together; :attr:`problems` holds them as data.

    >>> error = BadData([Problem("persons.csv", "born '2015-02-30' is no date", row=4)])
    >>> print(error)
    1 problem:
      persons.csv, row 4: born '2015-02-30' is no date
    """

    def __init__(self, problems: Sequence[Problem], *, shown: int = 50) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        count = len(self.problems)
        lines = [f"{how_many(count, 'problem')}:"]
        lines += [f"  {problem}" for problem in self.problems[:shown]]
        if count > shown:
            lines.append(f"  ... and {count - shown} more (all in .problems)")
        super().__init__("\n".join(lines))


def gathered(problems: Iterable[Problem], *, runs: int = 20) -> tuple[str, ...]:
    """Return faults in words, a line for each fault and its file, with the rows that have it, in order of appearance.

    A misspelled word in a column is one line however many rows it has; after ``runs`` rows, or stretches of rows that
    follow one another, the others are only counted.

    >>> odd = [Problem("persons.csv", "sex 'x' is not known", row) for row in (1, 2, 3, 7, 9)]
    >>> for line in gathered([*odd, Problem("persons.csv", "has no column key")]):
    ...     print(line)
    persons.csv, rows 1–3, 7, 9: sex 'x' is not known
    persons.csv: has no column key
    >>> gathered(odd, runs=2)
    ("persons.csv, rows 1–3, 7 and 1 more row: sex 'x' is not known",)
    """
    rows: dict[tuple[str, str], list[int | None]] = {}
    for problem in problems:
        rows.setdefault((problem.where, problem.what), []).append(problem.row)
    lines = []
    for (where, what), found in rows.items():
        numbers = sorted({row for row in found if row is not None})
        if None in found:
            lines.append(str(Problem(where, what)))
        if len(numbers) == 1:
            lines.append(str(Problem(where, what, numbers[0])))
        elif numbers:
            lines.append(f"{where}, rows {_stretches(numbers, runs)}: {what}")
    return tuple(lines)


def _stretches(numbers: Sequence[int], most: int) -> str:
    """Return rising numbers in words, those that follow one another as a stretch."""
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and number == stretches[-1][-1] + 1:
            stretches[-1][1:] = [number]
        else:
            stretches.append([number])
    said = ", ".join("–".join(map(str, stretch)) for stretch in stretches[:most])
    left = sum(stretch[-1] - stretch[0] + 1 for stretch in stretches[most:])
    return f"{said} and {how_many(left, 'more row')}" if left else said


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
