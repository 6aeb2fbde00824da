"""Which acts amended which sections, and from which day: the public registers of the statutes that the rules cite.

The table ``amendments.csv`` beside this module lists every amending act that the public registers of 24 statutes name.
Each line says where it was taken from, and up to which day that register was known.
"""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

import attrs

from dualib.errors import BadInput, suggestion

__all__ = ["Amendment", "amendments", "covers", "known_to"]

#: Kinds of amendment that leave the words of a section as they are.
_WORDS_UNCHANGED = frozenset({"rubric", "amending act", "reprint", "transitional"})

_Section = tuple[int, int, str]
_SECTION = re.compile(r"(?:(\d+)(?: kap\.|:) ?)?(\d+)(?: ([a-z])\b)?")


@attrs.frozen
class Amendment:
    """One line of a statute's register: an amending act, its first day in force, and the sections it touches.

    Attributes
    ----------
    act, amending
        SFS numbers without ``SFS``: of the statute, and of the act that amends it.
    in_force_from
        The first day in force; None where the register names none.
    sections
        As the register writes them, with ``chapter:section`` where the statute has chapters: ``("5", "16 a")``.
    kind
        ``issued``, ``changed``, ``new``, ``repealed``, ``renumbered``, ``rubric``, ``transitional``, ``reprint``,
        ``amending act`` or ``act repealed``.
    note
        What else the register says.
    source
        Where the line was read.
    """

    act: str
    amending: str
    in_force_from: date | None
    sections: tuple[str, ...]
    kind: str
    note: str
    source: str

    @property
    def changes_words(self) -> bool:
        """Whether the words of the sections can differ before and after it."""
        return self.kind not in _WORDS_UNCHANGED


@functools.cache
def _table() -> dict[str, tuple[tuple[Amendment, ...], date]]:
    lines: dict[str, list[Amendment]] = {}
    known: dict[str, date] = {}
    text = (files("dualib.programmes") / "amendments.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        act, first = row["act"], row["in_force_from"]
        lines.setdefault(act, []).append(
            Amendment(
                act,
                row["amending_sfs"],
                date.fromisoformat(first) if first else None,
                tuple(part for part in row["sections"].split(";") if part),
                row["kind"],
                row["note"],
                row["source"],
            )
        )
        if row["register_known_to"]:
            day = date.fromisoformat(row["register_known_to"])
            known[act] = min(day, known.get(act, day))
    return {act: (tuple(found), known[act]) for act, found in lines.items()}


def _entry(act: str) -> tuple[tuple[Amendment, ...], date]:
    table = _table()
    number = str(act).removeprefix("SFS ")
    if number not in table:
        raise BadInput(
            f"act is {act!r}: expected an act whose register is known, such as '2007:813'."
            f"{suggestion(number, table)}"
        )
    return table[number]


def amendments(act: str) -> tuple[Amendment, ...]:
    """Return the lines of a statute's register, in the register's order.

    Parameters
    ----------
    act
        The statute's number, with or without ``SFS``.

    Raises
    ------
    BadInput
        If the register of the act is not held; the message suggests the nearest.

    Examples
    --------
    >>> first = amendments("SFS 2022:807")[0]
    >>> first.kind, first.in_force_from.isoformat()
    ('issued', '2022-09-01')
    """
    return _entry(act)[0]


def known_to(act: str) -> date:
    """Return the day up to which the register of a statute is known; a later amendment would not be seen here.

    Raises
    ------
    BadInput
        If the register of the act is not held; the message suggests the nearest.

    Examples
    --------
    >>> known_to("2018:43").isoformat()
    '2026-01-02'
    """
    return _entry(act)[1]


def _sections(written: str) -> Iterator[tuple[_Section, _Section]]:
    """Yield the ranges of sections that a citation's place names; a single section is a range of one."""
    chapter = 0
    written = re.sub(r"§ \d+", "§", written)  # the number after the sign is a point of the section
    for match in re.finditer(r"((?:\d+ kap\. )?[\d a-z,–]*?\d[\d a-zå,–]*?) ?§", written):
        for part in re.split(r", | och ", match[1]):
            ends = []
            for end in part.split("–"):
                found = _SECTION.search(end)
                if found is None:
                    break
                chapter = int(found[1]) if found[1] else chapter
                ends.append((chapter, int(found[2]), found[3] or ""))
            else:
                yield ends[0], ends[-1]


def covers(place: str, section: str) -> bool:
    """Return whether a citation's place names a section as the register writes it.

    Examples
    --------
    >>> covers("29 kap. 9 §", "29:9"), covers("3–5, 8 och 9 §§", "4"), covers("1–1 c §§", "1 b"), covers("5 §", "5 a")
    (True, True, True, False)
    >>> covers("30 § 3 och 9 § 4", "9"), covers("30 § 3 och 9 § 4", "3")
    (True, False)
    """
    moved = section.split(">")
    for one in moved:
        found = _SECTION.fullmatch(one.strip())
        if found is None:
            continue
        key = (int(found[1] or 0), int(found[2]), found[3] or "")
        if any(first <= key <= last for first, last in _sections(place)):
            return True
    return False
