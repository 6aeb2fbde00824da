"""Pictures of reports, drawn as self-contained SVG: readable on a phone, in dark mode, in print and without colours."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import attrs

from dualib.drawing import WIDTH, element, hatching, line, picture, rectangle, text
from dualib.language import Text
from dualib.report.blocks import written_cell

__all__ = ["Bar", "Wing", "bar_chart", "interval_chart", "pyramid_chart"]

_EDGE = 10
_ROOM = WIDTH - 2 * _EDGE
_ROW = 44
_SIZE = 13
_STYLE = """
svg.dl-chart{color:#1b2733;font:13px system-ui,sans-serif}
svg.dl-chart text{fill:currentColor}
svg.dl-chart .s0{fill:#005b96}svg.dl-chart .s1{fill:#5aa9e0;stroke:#005b96}
svg.dl-chart .s2{fill:url(#hatch-ID);stroke:#8a5a00}svg.dl-chart .h0{stroke:#8a5a00;stroke-width:2.5}
svg.dl-chart .axis{stroke:currentColor;stroke-width:1;opacity:.45}
@media (prefers-color-scheme:dark){svg.dl-chart{color:#e7edf3}svg.dl-chart .s0{fill:#6cb6f5}
svg.dl-chart .s1{fill:#2f78b0;stroke:#6cb6f5}svg.dl-chart .s2,svg.dl-chart .h0{stroke:#ffcf70}}
@media print{svg.dl-chart{color:#000}svg.dl-chart .s0{fill:#005b96}svg.dl-chart .s1{fill:#5aa9e0}
svg.dl-chart .s2,svg.dl-chart .h0{stroke:#8a5a00}}
"""


@attrs.frozen
class Bar:
    """A row of a chart: its label, the lengths of its parts (solid, lighter, hatched), and what is written after it.

    >>> Bar(Text("kvinnor", "women"), (3, 0, 2), Text("3–5", "3–5")).parts
    (3, 0, 2)
    """

    label: Text
    parts: tuple[Fraction | int, ...]
    value: Text


def _picture(
    identity: str, height: int, title: str, description: str, shapes: Sequence[str]
) -> str:
    style = _STYLE.replace("hatch-ID", f"hatch-{identity}").replace("\n", "")
    return picture(
        identity,
        height,
        title,
        description,
        [element("style", style), hatching(identity, "h0"), *shapes],
        classes="dl-chart",
        width="100%",
        style="max-width:600px",
    )


def _text(x: float, y: float, words: str, anchor: str | None = None) -> str:
    return text(words, x, y, _SIZE, anchor=anchor, room=_ROOM)


def _legend(legend: Sequence[Text | None], language: str) -> tuple[list[str], int]:
    """Return the legend and its height; a part whose words are None is not in the picture."""
    used = [(number, words) for number, words in enumerate(legend) if words is not None]
    if len(used) < 2:
        return [], 6
    out = []
    for place, (number, words) in enumerate(used):
        y = 6 + 24 * place
        out.append(rectangle(f"s{number}", _EDGE, y, 18, 14))
        out.append(_text(36, y + 12, words.say(language)))
    return out, 6 + 24 * len(used) + 8


def bar_chart(
    identity: str,
    rows: Sequence[Bar],
    legend: Sequence[Text | None],
    title: Text,
    description: Text,
    language: str,
    *,
    most: Fraction | int | None = None,
) -> str:
    """Draw stacked horizontal bars, label and value above each bar, so that long names fit a phone.

    Parameters
    ----------
    identity
        Unique in the page: ids inside the picture start with it.
    legend
        The meaning of each part; None for a part that is not used.
    most
        The length that fills the width; the longest bar if left out.

    Examples
    --------
    >>> rows = [Bar(Text("kvinnor", "women"), (3,), Text("3", "3"))]
    >>> words = Text("Personer", "Persons")
    >>> picture = bar_chart("a", rows, [words], words, words, "en")
    >>> picture.startswith("<svg") and ">women<" in picture
    True
    """
    longest = Fraction(
        most if most is not None else max((sum(row.parts) for row in rows), default=1)
    ) or Fraction(1)
    out, top = _legend(legend, language)
    # A label too long for one line with its value gets a line of its own.
    tall = [len(row.label.say(language)) + len(row.value.say(language)) > 48 for row in rows]
    height = top + _ROW * len(rows) + 17 * sum(tall) + 4
    y = top
    for row, high in zip(rows, tall, strict=True):
        out.append(_text(_EDGE, y + 13, row.label.say(language)))
        y += 17 if high else 0
        out.append(_text(WIDTH - _EDGE, y + 13, row.value.say(language), "end"))
        x = Fraction(_EDGE)
        out.append(line("axis", _EDGE, y + 36, WIDTH - _EDGE, y + 36))
        for number, part in enumerate(row.parts):
            length = Fraction(part) / longest * _ROOM
            if length > 0:
                out.append(rectangle(f"s{number}", float(x), y + 19, float(length), 16))
            x += length
        y += _ROW
    return _picture(identity, height, title.say(language), description.say(language), out)


def interval_chart(
    identity: str,
    low: int,
    high: int,
    marks: Sequence[tuple[Text, int]],
    legend: Sequence[Text | None],
    title: Text,
    description: Text,
    language: str,
) -> str:
    """Draw an interval on a line from zero, under known numbers for comparison.

    Examples
    --------
    >>> words = Text("Personer", "Persons")
    >>> marks = [(Text("registret", "the register"), 787)]
    >>> picture = interval_chart("a", 787, 902, marks, [words], words, words, "en")
    >>> "787–902" in picture
    True
    """
    rows = [Bar(words, (value,), _count(value)) for words, value in marks]
    rows.append(
        Bar(
            title,
            (low, 0, high - low),
            Text(f"{_count(low).sv}–{_count(high).sv}", _span(low, high)),
        )
    )
    return bar_chart(
        identity,
        rows,
        legend,
        title,
        description,
        language,
        most=max([high, *(n for _, n in marks)]),
    )


def _count(value: int) -> Text:
    return Text.both(lambda language: written_cell(value, language))


def _span(low: int, high: int) -> str:
    return f"{_count(low).en}–{_count(high).en}"


@attrs.frozen
class Wing:
    """One side of a row of a pyramid: how many certainly and how many more possibly; words instead where not shown."""

    certain: int = 0
    possible: int = 0
    instead: Text | None = None

    @property
    def value(self) -> Text:
        """What is written beside it."""
        if self.instead is not None:
            return self.instead
        certain, possible = _count(self.certain), _count(self.possible)
        return (
            Text(f"{certain.sv} + {possible.sv}", f"{certain.en} + {possible.en}")
            if self.possible
            else certain
        )


def pyramid_chart(
    identity: str,
    rows: Sequence[tuple[Text, Wing, Wing]],
    sides: tuple[Text, Text],
    legend: Sequence[Text | None],
    title: Text,
    description: Text,
    language: str,
) -> str:
    """Draw a population pyramid: for each age one bar to the left and one to the right of the middle."""
    most = (
        max((wing.certain + wing.possible for _, *wings in rows for wing in wings), default=0) or 1
    )
    out, top = _legend(legend, language)
    middle, half = WIDTH / 2, _ROOM / 2
    out += [
        _text(_EDGE, top + 13, sides[0].say(language)),
        _text(WIDTH - _EDGE, top + 13, sides[1].say(language), "end"),
    ]
    for index, (label, left, right) in enumerate(rows):
        y = top + 26 + 50 * index
        out.append(_text(middle, y + 10, label.say(language), "middle"))
        out.append(_text(_EDGE, y + 10, left.value.say(language)))
        out.append(_text(WIDTH - _EDGE, y + 10, right.value.say(language), "end"))
        for wing, sign in ((left, -1), (right, 1)):
            x = middle
            for number, part in ((0, wing.certain), (2, wing.possible)):
                length = part / most * half
                if part:
                    start = x - length if sign < 0 else x
                    out.append(rectangle(f"s{number}", start, y + 16, length, 18))
                x += sign * length
        out.append(line("axis", middle, y + 14, middle, y + 36))
    height = top + 22 + 50 * len(rows)
    return _picture(identity, height, title.say(language), description.say(language), out)
