"""How wide text is, on the safe side, and how it is broken into lines that fit."""

from __future__ import annotations

from typing import Final

__all__ = ["text_width", "wrapped"]

# Widths of letters as parts of the font size, not less than those of DejaVu Sans, the widest of the usual sans-serif
# fonts, so that text fits its box whichever font the reader's machine has.
_GROUPS: Final = {
    "ijlIJ'": 0.29,
    " .,’\N{NO-BREAK SPACE}": 0.33,
    "f:;/|-": 0.37,
    "t()[]!": 0.4,
    "r": 0.42,
    'sz?–§"': 0.53,
    "ckL”“": 0.58,
    "aovxyåäöTF": 0.62,
    "bdeghnpquéESPY0123456789": 0.64,
    "ABKRVXZÅÄ": 0.69,
    "CHNU": 0.75,
    "DGOQÖ&": 0.79,
    "w+=": 0.84,
    "M": 0.88,
}
_WIDTHS: Final = {letter: width for letters, width in _GROUPS.items() for letter in letters}
_WIDEST: Final = 1.0


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return a width that the text does not exceed, in the unit of ``size``.

    >>> text_width("il", 10) < text_width("mw", 10) < text_width("mw", 10, bold=True)
    True
    """
    widths = [_WIDTHS.get(letter, _WIDEST) for letter in text]
    return sum(width * 1.05 + 0.06 if bold else width for width in widths) * size


def wrapped(
    text: str, size: float, width: float, *, first: float = 0.0, bold: bool = False
) -> list[str]:
    """Break a text into lines no wider than ``width``; the first line has ``first`` less room.

    A word that is too long for a line is broken with a hyphen.

    >>> wrapped("en lång rad", 10, 32)
    ['en', 'lång', 'rad']
    """
    lines: list[str] = []
    line = ""
    room = width - first
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if text_width(joined, size, bold=bold) <= room:
            line = joined
            continue
        if line or first:
            lines.append(line)
            first, room = 0.0, width
        line = word
        while text_width(line, size, bold=bold) > room and len(line) > 2:
            cut = len(line) - 1
            while cut > 1 and text_width(f"{line[:cut]}-", size, bold=bold) > room:
                cut -= 1
            lines.append(f"{line[:cut]}-")
            line = line[cut:]
    return [*lines, line] if line else lines
