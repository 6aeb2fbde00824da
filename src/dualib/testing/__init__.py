"""Strategies, oracles and laws for testing rules: ours, and those of projects that import dualib."""

from dualib.testing.laws import assert_rule_laws
from dualib.testing.oracle import oracle_verdict

__all__ = ["assert_rule_laws", "oracle_verdict"]
