"""Pictures of reports: bars drawn as self-contained SVG, readable on a phone, in dark mode and in print."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from html import escape

import attrs

from dualib.language import Text
from dualib.report.blocks import written_cell

__all__ = ["Bar", "bars", "interval"]

WIDTH = 390
_ROW = 46
_TEXT = 13

_STYLE = """
svg.dl-chart{color:#1b2733;font:13px system-ui,sans-serif}
svg.dl-chart text{fill:currentColor}
svg.dl-chart .s0{fill:#005b96}svg.dl-chart .s1{fill:#5aa9e0}svg.dl-chart .s2{fill:url(#hatch-ID);stroke:#8a5a00}
svg.dl-chart .s3{fill:#c8ced6}svg.dl-chart .h0{stroke:#8a5a00}
svg.dl-chart .axis{stroke:currentColor;stroke-width:1;opacity:.45}
@media (prefers-color-scheme:dark){svg.dl-chart{color:#e7edf3}svg.dl-chart .s0{fill:#6cb6f5}
svg.dl-chart .s1{fill:#2f78b0}svg.dl-chart .s2,svg.dl-chart .h0{stroke:#ffcf70}svg.dl-chart .s3{fill:#4a5561}}
@media print{svg.dl-chart{color:#000}}
"""


@attrs.frozen
class Bar:
    """A row of a chart: its label, the lengths of its parts, and what is written after it."""

    label: Text
    parts: tuple[Fraction | int, ...]
    value: Text | None = None


def _open(identity: str, height: int, title: str, description: str) -> list[str]:
    style = _STYLE.replace("hatch-ID", f"hatch-{identity}").replace("\n", "")
    return [
        f'<svg class="dl-chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="{identity}-t {identity}-d" width="100%" style="max-width:640px">',
        f'<title id="{identity}-t">{escape(title)}</title><desc id="{identity}-d">{escape(description)}</desc>',
        f"<style>{style}</style>",
        f'<defs><pattern id="hatch-{identity}" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><line class="h0" x1="0" y1="0" x2="0" y2="6" stroke-width="2.5"/>'
        "</pattern></defs>",
    ]


def bars(
    identity: str,
    rows: Sequence[Bar],
    legend: Sequence[Text],
    title: Text,
    description: Text,
    language: str,
    *,
    most: Fraction | int | None = None,
) -> str:
    """Draw stacked horizontal bars, the label above each bar, so that long names fit a phone.

    Parameters
    ----------
    identity
        Unique in the page: ids inside the picture start with it.
    legend
        The meaning of each part: solid, lighter, hatched, grey.
    most
        The length that fills the width; the longest bar if left out.
    """
    longest = Fraction(most if most is not None else max((sum(row.parts) for row in rows), default=1)) or Fraction(1)
    top = 26 * len(legend) + 10 if len(legend) > 1 else 8
    height = top + _ROW * len(rows) + 10
    room = WIDTH - 20
    out = _open(identity, height, title.say(language), description.say(language))
    if len(legend) > 1:
        for number, words in enumerate(legend):
            y = 8 + 26 * number
            out.append(f'<rect class="s{number}" x="10" y="{y}" width="18" height="14" rx="2"/>')
            out.append(f'<text x="36" y="{y + 12}">{escape(words.say(language))}</text>')
    for index, row in enumerate(rows):
        y = top + _ROW * index
        out.append(f'<text x="10" y="{y + _TEXT}">{escape(row.label.say(language))}</text>')
        if row.value is not None:
            out.append(
                f'<text x="{WIDTH - 10}" y="{y + _TEXT}" text-anchor="end">{escape(row.value.say(language))}</text>'
            )
        x = Fraction(10)
        out.append(f'<line class="axis" x1="10" y1="{y + 38}" x2="{WIDTH - 10}" y2="{y + 38}"/>')
        for number, part in enumerate(row.parts):
            length = Fraction(part) / longest * room
            if length > 0:
                place = f'x="{float(x):.1f}" y="{y + 20}" width="{float(length):.1f}"'
                out.append(f'<rect class="s{number}" {place} height="16" rx="1"/>')
            x += length
    return "".join(out) + "</svg>"


def interval(
    identity: str, low: int, high: int, marks: Sequence[tuple[Text, int]], title: Text, description: Text, language: str
) -> str:
    """Draw an interval on a line from zero, with marked numbers for comparison."""
    most = max([high, *(value for _, value in marks)])
    rows = [Bar(words, (value,), Text(written_cell(value, "sv"), written_cell(value, "en"))) for words, value in marks]
    both = Text(
        f"{written_cell(low, 'sv')}–{written_cell(high, 'sv')}", f"{written_cell(low, 'en')}–{written_cell(high, 'en')}"
    )
    rows.append(Bar(title, (low, 0, high - low), both))
    return bars(identity, rows, (title,), title, description, language, most=most)
