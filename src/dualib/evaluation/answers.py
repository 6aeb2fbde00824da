"""How answers of rules are found and written in columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from dualib.errors import BadInput, suggestion
from dualib.rules import Rule

__all__ = ["answer_column", "index_of"]

_WORDS = np.array(["no", "unknown", "yes", "not in force"])


def index_of(rules: Sequence[Rule], rule: str | Rule) -> int:
    """Return the place of a rule among those asked.

    Raises
    ------
    BadInput
        If it was not asked.
    """
    names = [asked.id for asked in rules]
    wanted = rule.id if isinstance(rule, Rule) else rule
    if wanted not in names:
        raise BadInput(
            f"rule {wanted!r} was not asked: expected one of {', '.join(names)}.{suggestion(str(wanted), names)}"
        )
    return names.index(wanted)


def answer_column(verdicts: npt.NDArray[np.int8], outside: npt.NDArray[np.bool_], answers: str) -> npt.NDArray[Any]:
    """Return answers as text, or as ``int8`` (1 yes, 0 unknown, -1 no, -2 not in force)."""
    if answers == "text":
        return _WORDS[np.where(outside, 3, verdicts + 1)]
    if answers == "int8":
        return np.where(outside, np.int8(-2), verdicts)
    raise BadInput(f"answers is {answers!r}: expected 'text' or 'int8'")
