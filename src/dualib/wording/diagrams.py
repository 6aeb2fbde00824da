"""Decision trees as SVG: one column of nested boxes, drawn from the same outline that texts are written from."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import attrs

from dualib.conditions import Condition
from dualib.drawing import (
    WIDTH,
    arrow,
    element,
    path,
    picture,
    rectangle,
    text,
    text_width,
    wrapped,
)
from dualib.language import Text, capital, check_language
from dualib.verdicts import VERDICT_WORDS, Verdict
from dualib.wording.tree import Line, LineKind, describe, explain, outline_text

if TYPE_CHECKING:
    from dualib.decisions.decision import Decision

__all__ = ["decision_diagram", "diagram", "drawn"]

_EDGE, _PAD, _BAR, _GAP = 6, 9, 5, 6
_TEXT, _SMALL, _HEAD, _TITLE = 14.0, 12.5, 13.5, 18.0
_LEADING = 1.32
_NARROWEST = 190
_ICON = 16
_LINK = 26

_LINKS: Final[dict[LineKind, Text]] = {
    "all": Text("och", "and"),
    "any": Text("eller", "or"),
    "none": Text("eller", "or"),
    "not_all": Text("och", "and"),
}

# Middle tones that stand out both on white and on black; every meaning also has a shape or a word.
_STYLE: Final = """
svg:root{color:#1b1b1b;background:#fff}
.dl-t{font-family:Arial,Helvetica,"Liberation Sans",Roboto,"DejaVu Sans",sans-serif;fill:currentColor}
.dl-b{font-weight:700}
.dl-m{opacity:.82}
.dl-box{fill:currentColor;fill-opacity:.045;stroke:currentColor;stroke-opacity:.38;stroke-width:1}
.dl-leaf{fill-opacity:0;stroke-opacity:.6}
.dl-judgement{stroke-dasharray:6 4;stroke-opacity:.8}
.dl-not_expressed{stroke-dasharray:1.5 3.5;stroke-opacity:.9;stroke-linecap:round}
.dl-end{fill-opacity:.09;stroke-opacity:.9;stroke-width:2}
.dl-line{stroke:currentColor;stroke-opacity:.55;stroke-width:1.5;fill:none}
.dl-head{fill:currentColor;fill-opacity:.6}
.dl-all{fill:#2c7be5}.dl-any{fill:#c46a00}.dl-none,.dl-not,.dl-not_all{fill:#8e63ce}.dl-event{fill:#80808f}
.dl-yes{fill:#0b8a5f}.dl-no{fill:#d1493f}.dl-unknown{fill:#80808f}
.dl-glyph{stroke:#fff;stroke-width:2.2;fill:none;stroke-linecap:round;stroke-linejoin:round}
@media (prefers-color-scheme:dark){svg:root{color:#ececec;background:#141414}}
@media print{svg:root{color:#000;background:#fff}}
"""


@attrs.define
class _Pen:
    """Draws downwards, and remembers how far it has come."""

    language: str
    y: float = 0.0
    shapes: list[str] = attrs.field(factory=list)

    def write(
        self,
        words: str,
        size: float,
        left: float,
        width: float,
        *,
        bold: bool = False,
        muted: bool = False,
        first: float = 0.0,
    ) -> None:
        """Write wrapped text; the first line begins ``first`` further in."""
        classes = "dl-t" + (" dl-b" if bold else "") + (" dl-m" if muted else "")
        for index, words_of_line in enumerate(wrapped(words, size, width, first=first, bold=bold)):
            x = left + (first if index == 0 else 0)
            if (
                words_of_line
            ):  # the first line is empty when its first word has no room beside the number
                self.shapes.append(
                    text(words_of_line, x, self.y + size * 0.98, size, classes=classes)
                )
            self.y += size * _LEADING

    def box(self, classes: str, left: float, top: float, width: float, *, at: int) -> None:
        """Put a box behind what was drawn since shape number ``at``."""
        self.shapes.insert(at, rectangle(classes, left, top, width, self.y - top, rx=7))

    def icon(self, verdict: Verdict, left: float, top: float) -> None:
        """Draw an answer: a round tick for yes, a square cross for no, a standing square with a dash for unknown."""
        x, y, half = left + _ICON / 2, top + _ICON / 2, _ICON / 2
        if verdict is Verdict.YES:
            shape = element("circle", classes="dl-yes", cx=x, cy=y, r=half)
            glyph = path("dl-glyph", "M", x - 3.8, y + 0.3, "l2.8 2.9l5-5.9")
        elif verdict is Verdict.NO:
            shape = rectangle("dl-no", left, top, _ICON, _ICON, rx=2)
            glyph = path("dl-glyph", "M", x - 3.5, y - 3.5, "l7 7m0-7l-7 7")
        else:
            shape = path("dl-unknown", "M", x, y - half - 1, "l9 9l-9 9l-9-9z")
            glyph = path("dl-glyph", "M", x - 3, y, "h6")
        self.shapes += [shape, glyph]

    def answer(self, verdict: Verdict, left: float) -> None:
        """Draw an answer and its word, as a row of its own."""
        self.icon(verdict, left, self.y)
        self.word(VERDICT_WORDS[verdict].say(self.language), left + _ICON + 6, self.y + _ICON / 2)
        self.y += _ICON + 3

    def word(self, words: str, x: float, middle: float, anchor: str | None = None) -> None:
        """Write a short bold text around a middle line."""
        base = middle + _SMALL * 0.36
        self.shapes.append(text(words, x, base, _SMALL, anchor=anchor, classes="dl-t dl-b"))

    def heading(
        self, line: Line, number: str, left: float, width: float, size: float, *, bold: bool
    ) -> None:
        """Write a line with its number, its answer and what was found."""
        first = 0.0
        number = _fitting(number, width / 2)
        if line.verdict is not None:
            if number:
                self.word(number, left + width, self.y + _ICON / 2, "end")
            self.answer(line.verdict, left)
        elif number:
            first = text_width(number, _SMALL, bold=True) + 3
            self.word(number, left, self.y + size * 0.98 - _SMALL * 0.36)
        self.write(line.label, size, left, width, bold=bold, first=first)
        if line.found:
            self.y += 2
            self.write(line.found, _SMALL, left, width, muted=True)

    def link(self, word: str, x: float) -> None:
        """Write the word that joins two boxes, on a short line between them."""
        below = self.y + _LINK - 5
        self.shapes.append(path("dl-line", "M", x, self.y, "v5M", x, below, "v5"))
        self.word(word, x, self.y + _LINK / 2, "middle")
        self.y += _LINK


def _fitting(number: str, width: float) -> str:
    """Leave out the beginning of a number that is too long."""
    shown = number
    while shown != "…" and text_width(shown, _SMALL, bold=True) > width:
        shown = f"…{shown.lstrip('…').partition('.')[2]}"
    return shown


def _leaf(pen: _Pen, line: Line, number: str, left: float, width: float) -> None:
    top, at = pen.y, len(pen.shapes)
    pen.y += 7
    pen.heading(line, number, left + _PAD, width - 2 * _PAD, _TEXT, bold=False)
    pen.y += 7
    pen.box(f"dl-box dl-leaf dl-{line.kind}", left, top, width, at=at)


def _group(pen: _Pen, line: Line, number: str, left: float, width: float) -> None:
    top, at = pen.y, len(pen.shapes)
    narrow = width < _NARROWEST
    inner = left + _BAR + (3 if narrow else _PAD)
    room = left + width - inner - (2 if narrow else _GAP)
    pen.y += 7
    pen.heading(line, number, inner, room, _HEAD, bold=True)
    pen.y += 5
    for index, child in enumerate(line.children, 1):
        if index > 1:
            pen.link(_LINKS[line.kind].say(pen.language), inner + room / 2)
        _draw(pen, child, f"{number}.{index}" if number else f"{index}", inner, room)
    pen.y += _GAP
    pen.box("dl-box", left, top, width, at=at)
    bar = _dashed_bar if line.kind == "any" else _bar
    pen.shapes.insert(at + 1, bar(f"dl-{line.kind}", left, top, pen.y - top))


def _bar(classes: str, left: float, top: float, height: float) -> str:
    """Return the coloured side of a box."""
    return rectangle(classes, left, top, _BAR, height, rx=2.5)


def _dashed_bar(classes: str, left: float, top: float, height: float) -> str:
    """Return a bar in pieces: where one of several is enough, the side of the box is not whole."""
    piece, gap = 10.0, 4.0
    steps: list[str | float] = []
    y = 0.0
    while y < height:
        steps += ["M", left, top + y, "h", _BAR, "v", min(piece, height - y), "h", -_BAR, "z"]
        y += piece + gap
    return path(classes, *steps)


def _draw(pen: _Pen, line: Line, number: str, left: float, width: float) -> None:
    (_group if line.children else _leaf)(pen, line, number, left, width)


def _end(pen: _Pen, line: Line, verdict: Verdict | None, left: float, width: float) -> None:
    """Draw the arrow and what follows when the tree holds."""
    pen.shapes += arrow(("dl-line", "dl-head"), left + width / 2, pen.y, 20)
    pen.y += 22
    top, at = pen.y, len(pen.shapes)
    pen.y += 9
    judged = any(one.kind == "judgement" for one in line.walk())
    words = {
        None: Text(
            "När detta stämmer uppfyller personen de formella villkoren",
            "When this holds, the person meets the formal conditions",
        ),
        Verdict.YES: Text(
            "Personen uppfyller de formella villkoren", "The person meets the formal conditions"
        ),
        Verdict.NO: Text(
            "Personen uppfyller inte de formella villkoren",
            "The person does not meet the formal conditions",
        ),
        Verdict.UNKNOWN: Text(
            "Det kan inte avgöras om personen uppfyller de formella villkoren",
            "It cannot be determined whether the person meets the formal conditions",
        ),
    }[verdict].say(pen.language)
    if judged and verdict is not Verdict.NO:
        words += Text(
            ", med förbehåll för myndighetens bedömning", ", subject to the authority's judgement"
        ).say(pen.language)
    if verdict is not None:
        pen.answer(verdict, left + _PAD)
    pen.write(f"{words}.", _TEXT, left + _PAD, width - 2 * _PAD, bold=True)
    pen.y += 9
    pen.box("dl-box dl-end", left, top, width, at=at)


def drawn(line: Line, title: Text, language: str, *, verdict: Verdict | None = None) -> str:
    """Return an outline as a self-contained SVG drawing.

    Parameters
    ----------
    line
        From :func:`dualib.wording.describe` or :func:`dualib.wording.explain`; with the latter, answers are drawn.
    title
        What the drawing is of.
    language
        ``"sv"`` or ``"en"``.
    verdict
        The answer of the whole; None draws the rule.

    Returns
    -------
    str
        One ``svg`` element with a title and a description. It names no other file, follows the reader's dark mode, and
        takes the text colour of a page it is put into.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.
    """
    pen = _Pen(check_language(language))
    left, width = float(_EDGE), float(WIDTH - 2 * _EDGE)
    pen.y = 8
    pen.write(capital(title.say(language)), _TITLE, left + 2, width - 4, bold=True)
    pen.y += 6
    _draw(pen, line, "", left, width)
    _end(pen, line, verdict, left, width)
    height = int(pen.y + 8)
    described = outline_text(line, language, width=10_000)
    name = hashlib.sha256(f"{language}{title.sv}{described}{verdict}".encode()).hexdigest()[:10]
    shown = picture(
        f"dl-{name}",
        height,
        capital(title.say(language)),
        described,
        [element("style", _STYLE), *pen.shapes],
        width=WIDTH,
        height=height,
        lang=language,
        style="max-width:100%;height:auto",
    )
    return f"{shown}\n"


def diagram(condition: Condition, title: Text, language: str) -> str:
    """Return the decision tree of a condition as SVG.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> from dualib.conditions import age
    >>> picture = diagram(age(16, below=25), Text("ung", "young"), "en")
    >>> picture.startswith("<svg") and "Has turned 16 but not 25" in picture
    True
    """
    return drawn(describe(condition, language), title, language)


def decision_diagram(decision: Decision, language: str) -> str:
    """Return the decision tree of a rule with the answers for one person; a picture of personal data.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> from datetime import date
    >>> from dualib import Person, programmes
    >>> decision = programmes.kaa.decide(Person(born=date(1996, 2, 29)), on=date(2015, 5, 31))
    >>> picture = decision_diagram(decision, "en")
    >>> picture.startswith("<svg") and "unknown" in picture
    True
    """
    outline = explain(decision.tree, decision.on, language, leap=decision.case.leap)
    return drawn(outline, decision.name, language, verdict=decision.verdict)
