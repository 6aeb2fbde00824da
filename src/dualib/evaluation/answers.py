"""How answers of rules are found and written in columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from dualib.errors import BadInput, nearest
from dualib.messages import message
from dualib.rules.rule import Rule

__all__ = ["answer_column", "index_of"]

_WORDS = np.array(["no", "unknown", "yes", "not in force"])


def index_of(rules: Sequence[Rule], rule: str | Rule) -> int:
    """Return the place of a rule, itself or by its id, among those asked.

    Raises
    ------
    BadInput
        If it was not asked; another rule of the same id does not answer for it.
    """
    names = [asked.id for asked in rules]
    wanted = rule.id if isinstance(rule, Rule) else rule
    if isinstance(rule, Rule) and wanted in names and rules[names.index(wanted)] != rule:
        raise BadInput(message("evaluation/another-rule", id=wanted))
    if wanted not in names:
        raise BadInput(
            message(
                "evaluation/rule-not-asked",
                id=wanted,
                known=tuple(names),
                near=nearest(wanted, names),
            )
        )
    return names.index(wanted)


def answer_column(
    verdicts: npt.NDArray[np.int8], outside: npt.NDArray[np.bool_], answers: str
) -> npt.NDArray[Any]:
    """Return answers as text, or as ``int8`` (1 yes, 0 unknown, -1 no, -2 not in force).

    Raises
    ------
    BadInput
        If ``answers`` is neither ``"text"`` nor ``"int8"``.
    """
    if answers == "text":
        return _WORDS[np.where(outside, 3, verdicts + 1)]
    if answers == "int8":
        return np.where(outside, np.int8(-2), verdicts)
    raise BadInput(
        message("ground/not-one-of", name="answers", value=answers, choices=("text", "int8"))
    )
