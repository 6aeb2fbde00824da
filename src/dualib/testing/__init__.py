"""Strategies, oracles and laws for testing rules: ours, and those of projects that import dualib."""

from dualib.testing.completions import answers_of_all_completions, answers_of_sampled_completions
from dualib.testing.laws import LAWS, LawBroken, assert_rule_laws
from dualib.testing.made_up import made_up_person
from dualib.testing.oracle import oracle_verdict
from dualib.testing.strategies import (
    conditions,
    day_sets,
    days_near,
    persons,
    registers,
    rules,
    spells,
)

__all__ = [
    "LAWS",
    "LawBroken",
    "answers_of_all_completions",
    "answers_of_sampled_completions",
    "assert_rule_laws",
    "conditions",
    "day_sets",
    "days_near",
    "made_up_person",
    "oracle_verdict",
    "persons",
    "registers",
    "rules",
    "spells",
]
