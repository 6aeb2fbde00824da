"""Words and pictures of rules: one grammar a language over the same tree, one outline that texts and pictures share."""

from __future__ import annotations

from dualib.wording.diagrams import decision_diagram, diagram, drawn
from dualib.wording.limits import allowance_text, duty_text, limit_words
from dualib.wording.phrases import (
    assumption_words,
    citation_words,
    fact_clause,
    flip_words,
    headline,
    reading_words,
    span_words,
    unknown_words,
)
from dualib.wording.texts import decision_text, rule_text
from dualib.wording.tree import Line, describe, explain, outline_text

__all__ = [
    "Line",
    "allowance_text",
    "assumption_words",
    "citation_words",
    "decision_diagram",
    "decision_text",
    "describe",
    "diagram",
    "drawn",
    "duty_text",
    "explain",
    "fact_clause",
    "flip_words",
    "headline",
    "limit_words",
    "outline_text",
    "reading_words",
    "rule_text",
    "span_words",
    "unknown_words",
]
