"""Words and pictures of rules. The lead's rules.py calls exactly these three names; the wording room fills them."""

from __future__ import annotations

from typing import Any


def decision_text(decision: Any, language: str) -> str:
    """Return a decision and its reasons in words."""
    return f"{decision.name.say(language)}: {decision.verdict.name}"


def rule_text(name: Any, versions: Any, language: str) -> str:
    """Return the dated texts of a rule in words."""
    return f"{name.say(language)}: {len(versions)}"


def diagram(condition: Any, name: Any, language: str) -> str:
    """Return the decision tree of a condition as SVG."""
    return f"<svg><title>{name.say(language)}</title></svg>"
