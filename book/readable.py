"""How hard the Swedish pages are to read: LIX, the length of the sentences plus the share of long words."""

from __future__ import annotations

import re

LIMITS = {"borja": 40, "uppslag": 40, "regler": 50, "kommuner": 50}
LONG = 6
FEWEST = 100
NOT_PROSE = (
    r"\A---\n.*?\n---\n",  # settings of the page
    r"```.*?```",
    r"^\|.*$",  # tables
    r"^:::.*$",
    r"`[^`]*`",
    r"\]\([^)]*\)",  # where links lead
    r"<[^>]*>",
)


def lix(text: str) -> float:
    """Return the LIX of a page's prose; 0 where there is too little of it to tell.

    >>> lix("Svaret är ja. " * 40), lix("|a|\\n" + "Svaret är ja. " * 40)
    (3.0, 3.0)
    """
    for pattern in NOT_PROSE:
        whole = re.DOTALL if ".*?" in pattern else re.MULTILINE  # over lines, or within one
        text = re.sub(pattern, " ", text, flags=whole)
    words = re.findall(r"[^\W\d_]+", text)
    if len(words) < FEWEST:
        return 0.0
    sentences = len(re.findall(r"[.:!?](?=\s|$)|\n\s*\n", text))
    return len(words) / max(sentences, 1) + 100 * sum(len(word) > LONG for word in words) / len(
        words
    )


def check(folder: str, name: str, text: str) -> None:
    """Demand that a Swedish page can be read by those it is for.

    Raises
    ------
    ValueError
        If it is harder than its kind of page may be.
    """
    found, limit = lix(text), LIMITS.get(folder, 50)
    if found > limit:
        raise ValueError(
            f"{folder}/{name}.md has LIX {found:.0f}: write shorter sentences, at most {limit}"
        )
