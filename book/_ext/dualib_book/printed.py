"""What a piece of code printed, readable on any screen: columns scroll, the reasons of a decision fold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

PRINTED = ".output pre, .cell_output pre"
COLUMNS = re.compile(r"\S {2,}\S")
#: A line of a decision: its number, and the answer in brackets.
REASON = re.compile(
    r"(?P<indent> *)(?P<mark>(?:\d+(?:\.\d+)* )?\[\w[^\]]*\]|\d+(?:\.\d+)*) (?P<words>.*)"
)
ENDED = (".", ":", "?")


def mark_columns(page: BeautifulSoup) -> None:
    """Mark printed text that stands in columns, so that it scrolls on a phone: folded, it could not be read."""
    for box in page.select(PRINTED):
        if sum(bool(COLUMNS.search(line)) for line in box.get_text().splitlines()) > 1:
            box["class"] = [*box.get("class", []), "columns"]


def fold_reasons(page: BeautifulSoup) -> None:
    """Let the reasons of a decision fold where the screen ends: the line breaks they were printed with are undone."""
    for box in page.select(PRINTED):
        printed = box.get_text()
        reasons = [
            found["mark"] for line in printed.splitlines() if (found := REASON.fullmatch(line))
        ]
        if sum("[" in mark for mark in reasons) < 2:
            continue
        box.clear()
        box["class"] = [*box.get("class", []), "reasons"]
        for depth, mark, words in lines(printed):
            row = page.new_tag(
                "span",
                attrs={"class": "line" if mark else "line plain", "style": f"--depth: {depth}"},
            )
            if mark:
                label = page.new_tag("b")
                label.string = mark
                row.append(label)
                row.append(" ")
            row.append(words + "\n")
            box.append(row)


def lines(printed: str) -> Iterator[tuple[int, str, str]]:
    """Yield the depth, the number with the answer, and the words of each line, as it was before it was broken.

    >>> list(lines("1 [no] Has worked for\\n  ten days.\\n  Counted 9."))
    [(1, '1 [no]', 'Has worked for ten days.'), (1, '', 'Counted 9.')]
    """
    held: tuple[int, str, str] | None = None
    for line in printed.splitlines():
        found = REASON.fullmatch(line)
        inside = line.startswith("  ") or (
            held is not None and held[1].startswith("[") and bool(line)
        )
        if found is not None:
            if held is not None:
                yield held
            number = re.match(r"[\d.]+", found["mark"])
            depth = 0 if number is None else number[0].count(".") + 1
            held = (depth, found["mark"], found["words"])
        elif held is not None and inside and not held[2].endswith(ENDED):
            held = (held[0], held[1], f"{held[2]} {line.strip()}")
        else:
            if held is not None:
                yield held
            held = (held[0] if held is not None and inside else 0, "", line.strip())
    if held is not None:
        yield held
