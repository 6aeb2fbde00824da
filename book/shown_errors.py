"""What the page of error messages shows: mistakes that are easily made, each made, with the message it gives."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

import dualib
from dualib import Person, programmes
from dualib.counting import overlap
from dualib.errors import DualibError
from dualib.language import Language

MISTAKES = yaml.safe_load((Path(__file__).parent / "errors.yml").read_text("utf-8"))
NAMES = {
    "date": date,
    "dualib": dualib,
    "Person": Person,
    "programmes": programmes,
    "overlap": overlap,
}
LONGEST = 8


def page(language: Language) -> dict[str, Any]:
    """Return what the page shows."""
    return {
        "groups": [
            (group["title"][language], [mistake(case, language) for case in group["cases"]])
            for group in MISTAKES
        ]
    }


def mistake(case: dict[str, Any], language: Language) -> dict[str, str]:
    """Make a mistake and return its message; one that is not refused stops the book.

    Raises
    ------
    ValueError
        If nothing is refused.
    """
    try:
        eval(case["code"], dict(NAMES))
    except DualibError as error:
        return {
            "what": case["what"][language],
            "code": case["code"],
            "kind": type(error).__name__,
            "message": shortened(str(error)),
            "mend": case["mend"][language],
        }
    raise ValueError(f"errors.yml: this was not refused: {case['code']}")


def shortened(message: str) -> str:
    """Leave out the middle of a long list of names."""
    before, found, after = message.partition("expected one of ")
    if not found:
        return message
    names = after.split(", ")
    if len(names) <= LONGEST:
        return message
    last, stop, rest = names[-1].partition(".")
    return f"{before}{found}{', '.join(names[:3])}, …, {last}{stop}{rest}"
