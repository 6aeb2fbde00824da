"""Whole models looked at: coverage by offers, the registry of sources, and replayed receipts."""

from __future__ import annotations

from dualib.analysis.coverage_map import Coverage, Gap, coverage
from dualib.analysis.replaying import replay
from dualib.analysis.rule_registry import SourceEntry, registry

__all__ = [
    "Coverage",
    "Gap",
    "SourceEntry",
    "coverage",
    "registry",
    "replay",
]
