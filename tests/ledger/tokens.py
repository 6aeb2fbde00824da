"""The one rule of numeric tokens, the same for every source document.

A token is read from left to right on one line, the first of these that fits at a digit, taken as long as it goes:

1. a date written year-month-day, ``2015-10-21``;
2. an organisation number, six digits, a hyphen and four digits, ``212000-0746``;
3. a number with blanks between its thousands, ``10 000`` or ``1 234,5``: one to three digits, then groups of exactly
   three, each after one plain or one no-break blank, then perhaps a comma or a point with decimals;
4. digits, also joined by a single comma, point, colon or slash with a digit on both sides: ``787``, ``10,8``,
   ``1997:238``, ``2017/2018``, ``19.05.04``.

Everything else parts two tokens: a hyphen or dash (``16-24`` is two), a tab, a blank, a bracket. Numbers written in
words are no tokens. Lines are those of ``text.split("\\n")``; lines, and the tokens of a line, are counted from 1.

Run ``python tests/ledger/tokens.py SOURCE`` to print ``line,ordinal,token`` as CSV.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

__all__ = ["TOKEN", "tokens"]

TOKEN = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])"
    r"|[0-9]{6}-[0-9]{4}(?![0-9])"
    r"|[0-9]{1,3}(?:[ \u00a0][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?"
    r"|[0-9]+(?:[.,:/][0-9]+)*"
)


def tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Line, ordinal and token, in the order of the text."""
    for line, words in enumerate(text.split("\n"), start=1):
        for ordinal, found in enumerate(TOKEN.finditer(words), start=1):
            yield line, ordinal, found.group()


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: python tests/ledger/tokens.py SOURCE", file=sys.stderr)
        return 2
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["line", "ordinal", "token"])
    writer.writerows(tokens(Path(arguments[0]).read_text(encoding="utf-8")))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
