"""Where a text is, in English: sections, chapters, annexes and pages as an English text names them.

Headings of the source stay as they are printed.
"""

from __future__ import annotations

import re

__all__ = ["english_place"]

_SECTIONS = re.compile(r"(?:(\d+) kap\. )?([\d a-z,–]*?\d(?: [a-z])?) (§§?)( \d+)?(?=\W|$)")
_WORDS = (
    (re.compile(r"\bbilaga (\d)"), r"Annex \1"),
    (re.compile(r"\bs\. (\d+–\d+)"), r"pp. \1"),
    (re.compile(r"\bs\. (\d)"), r"p. \1"),
    (re.compile(r"\bstycke (\d+) och (\d+)"), r"paragraphs \1 and \2"),
    (re.compile(r"\bstycke (\d)"), r"paragraph \1"),
    (re.compile(r"\bpunkt (\d)"), r"item \1"),
    (re.compile(r"\bförsta stycket\b"), "first paragraph"),
    (re.compile(r"\bandra stycket\b"), "second paragraph"),
    (re.compile(r"\bupphävda?\b"), "repealed"),
    (re.compile(r"\bfas (\d)"), r"phase \1"),
)


def _section(found: re.Match[str]) -> str:
    chapter, numbers, sign, item = found.groups()
    named = numbers.strip().replace(" och ", " and ")
    words = f"{'Sections' if sign == '§§' else 'Section'} {named}"
    before = "" if chapter is None else f"Chapter {chapter}, "
    return f"{before}{words}" + ("" if item is None else f", item{item}")


def english_place(place: str) -> str:
    """Return where a text is as an English text says it.

    Examples
    --------
    >>> english_place("29 kap. 2 och 6 §§, 7 kap. 2 §")
    'Chapter 29, Sections 2 and 6, Chapter 7, Section 2'
    >>> english_place("14–14 c och 20 §§ upphävda 2018-01-01")
    'Sections 14–14 c and 20 repealed 2018-01-01'
    >>> english_place("bilaga 2, Jobbgarantin för ungdomar, s. 24–25")
    'Annex 2, Jobbgarantin för ungdomar, pp. 24–25'
    """
    place = _SECTIONS.sub(_section, place)
    for pattern, words in _WORDS:
        place = pattern.sub(words, place)
    return place
