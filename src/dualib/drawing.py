"""SVG primitives for all who draw: shapes, text that fits, and pictures that say what they show.

Every picture is as wide as a telephone, so that no text shrinks there, and names no file outside itself. Colours are
left to the drawer's style sheet: shapes carry only the names of their classes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

__all__ = [
    "WIDTH",
    "arrow",
    "element",
    "escaped",
    "hatching",
    "line",
    "number",
    "path",
    "picture",
    "rectangle",
    "text",
    "text_width",
    "wrapped",
]

#: The width of a picture in its own unit: that of a telephone.
WIDTH: Final = 390

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
# Four characters, instead of a module of the standard library that loads what reads addresses on the web.
_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def escaped(words: str) -> str:
    """Return text as it is written in an element or an attribute.

    >>> escaped('"a" < b & c')
    '&quot;a&quot; &lt; b &amp; c'
    """
    return words.translate(_ESCAPES)


def number(value: float) -> str:
    """Return a number with at most one decimal, and without a needless one.

    >>> number(14), number(195.0), number(18.48)
    ('14', '195', '18.5')
    """
    return f"{value:.1f}".removesuffix(".0")


def element(tag: str, content: str | None = None, /, **attributes: str | float | None) -> str:
    """Return an element; what is None is left out, and ``content`` is written as it is.

    ``classes`` becomes the attribute ``class``, and an underscore a hyphen.

    >>> element("rect", classes="box", x=1.5, rx=None), element("desc", escaped("<"), id="a")
    ('<rect class="box" x="1.5"/>', '<desc id="a">&lt;</desc>')
    """
    given = {"class" if name == "classes" else name: value for name, value in attributes.items()}
    words = "".join(
        f' {name.replace("_", "-")}="{escaped(value) if isinstance(value, str) else number(value)}"'
        for name, value in given.items()
        if value is not None
    )
    return f"<{tag}{words}/>" if content is None else f"<{tag}{words}>{content}</{tag}>"


def rectangle(
    classes: str,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    rx: float | None = None,
    fill: str | None = None,
) -> str:
    """Return a rectangle; ``rx`` rounds its corners.

    >>> rectangle("bar", 10, 20.04, 33.3, 16)
    '<rect class="bar" x="10" y="20" width="33.3" height="16"/>'
    """
    return element("rect", classes=classes, x=x, y=y, width=width, height=height, rx=rx, fill=fill)


def line(classes: str, x1: float, y1: float, x2: float, y2: float) -> str:
    """Return a straight line.

    >>> line("axis", 10, 36, 380, 36)
    '<line class="axis" x1="10" y1="36" x2="380" y2="36"/>'
    """
    return element("line", classes=classes, x1=x1, y1=y1, x2=x2, y2=y2)


def path(classes: str, *steps: str | float) -> str:
    """Return a path; numbers among its steps are separated by spaces.

    >>> path("line", "M", 10.04, 20, "v", 5)
    '<path class="line" d="M10 20v5"/>'
    """
    drawn = ""
    for before, step in zip(("", *steps), steps, strict=False):
        apart = " " if not isinstance(step, str) and not isinstance(before, str) else ""
        drawn += apart + (step if isinstance(step, str) else number(step))
    return element("path", classes=classes, d=drawn)


def arrow(classes: tuple[str, str], x: float, top: float, length: float) -> list[str]:
    """Return an arrow downwards: its line and its head, which have a class each.

    >>> arrow(("line", "head"), 100, 8, 20)
    ['<path class="line" d="M100 8v14"/>', '<path class="head" d="M94.5 20h11l-5.5 8z"/>']
    """
    shaft, head = classes
    return [
        path(shaft, "M", x, top, "v", length - 6),
        path(head, "M", x - 5.5, top + length - 8, "h11l-5.5 8z"),
    ]


def text(
    words: str,
    x: float,
    y: float,
    size: float,
    *,
    anchor: str | None = None,
    classes: str | None = None,
    room: float | None = None,
) -> str:
    """Return a line of text on the base line ``y``.

    Parameters
    ----------
    words
        What is written.
    x, y
        Where it begins, or where its middle or end is, as ``anchor`` says.
    size
        The size of the font.
    anchor
        ``"middle"`` or ``"end"``.
    classes
        The names of its classes.
    room
        How wide it may be: text that could be wider is pressed together rather than cut.

    Examples
    --------
    >>> text("a < b", 10, 20, 13, anchor="middle")
    '<text x="10" y="20" font-size="13" text-anchor="middle">a &lt; b</text>'
    >>> 'textLength="60"' in text("arbetsmarknadspolitiskt", 10, 20, 13, room=60)
    True
    """
    pressed = room is not None and text_width(words, size) > room
    return element(
        "text",
        escaped(words),
        classes=classes,
        x=x,
        y=y,
        font_size=size,
        text_anchor=anchor,
        textLength=room if pressed else None,
        lengthAdjust="spacingAndGlyphs" if pressed else None,
    )


def hatching(identity: str, classes: str) -> str:
    """Return the definition of a hatched filling, ``url(#hatch-<identity>)``.

    >>> hatching("a", "thin").startswith('<defs><pattern id="hatch-a" width="6"')
    True
    """
    pattern = element(
        "pattern",
        line(classes, 0, 0, 0, 6),
        id=f"hatch-{identity}",
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
    return element("defs", pattern)


def picture(
    identity: str,
    height: float,
    title: str,
    description: str,
    shapes: Iterable[str],
    /,
    **attributes: str | float | None,
) -> str:
    """Return one ``svg`` element with a title and a description for those who do not see it.

    Parameters
    ----------
    identity
        Unique in the page: the ids inside the picture begin with it.
    height
        Its height; it is :data:`WIDTH` wide.
    title, description
        What it is of, and everything that it shows, in words.
    shapes
        What is drawn, from back to front; a ``style`` or ``defs`` element first.
    attributes
        Further attributes of the element.

    Examples
    --------
    >>> shown = picture("a", 30, "A bar", "One bar", [rectangle("bar", 0, 0, 20, 20)], lang="en")
    >>> shown.splitlines()[1:3]
    ['<title id="a-title">A bar</title>', '<desc id="a-desc">One bar</desc>']
    """
    inside = [
        element("title", escaped(title), id=f"{identity}-title"),
        element("desc", escaped(description), id=f"{identity}-desc"),
        *shapes,
    ]
    return element(
        "svg",
        "\n".join(["", *inside, ""]),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {number(height)}",
        role="img",
        aria_labelledby=f"{identity}-title {identity}-desc",
        **attributes,
    )


def text_width(words: str, size: float, *, bold: bool = False) -> float:
    """Return a width that the text does not exceed, in the unit of ``size``.

    >>> text_width("il", 10) < text_width("mw", 10) < text_width("mw", 10, bold=True)
    True
    """
    widths = [_WIDTHS.get(letter, _WIDEST) for letter in words]
    return sum(width * 1.05 + 0.06 if bold else width for width in widths) * size


def wrapped(
    words: str, size: float, width: float, *, first: float = 0.0, bold: bool = False
) -> list[str]:
    """Break a text into lines no wider than ``width``; the first line has ``first`` less room.

    A word that is too long for a line is broken with a hyphen.

    >>> wrapped("en lång rad", 10, 32)
    ['en', 'lång', 'rad']
    """
    lines: list[str] = []
    begun = ""
    room = width - first
    for word in words.split():
        joined = f"{begun} {word}" if begun else word
        if text_width(joined, size, bold=bold) <= room:
            begun = joined
            continue
        if begun or first:
            lines.append(begun)
            first, room = 0.0, width
        begun = word
        while text_width(begun, size, bold=bold) > room and len(begun) > 2:
            cut = len(begun) - 1
            while cut > 1 and text_width(f"{begun[:cut]}-", size, bold=bold) > room:
                cut -= 1
            lines.append(f"{begun[:cut]}-")
            begun = begun[cut:]
    return [*lines, begun] if begun else lines
