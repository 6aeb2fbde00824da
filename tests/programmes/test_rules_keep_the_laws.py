"""Every national rule keeps every law; a rule that breaks one is found out."""

import os

import pytest

from dualib import Rule, programmes
from dualib.testing import assert_rule_laws

EXAMPLES = 10_000 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 200
RULES = [
    rule
    for rule in (getattr(programmes, name) for name in programmes.__all__)
    if isinstance(rule, Rule)
]


@pytest.mark.heavy
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_keeps_the_laws(rule: Rule) -> None:
    assert_rule_laws(rule, examples=EXAMPLES)
