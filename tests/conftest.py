"""Hypothesis profiles: a fixed seed in CI, long random runs under ``make thorough``.

A fixed seed does not fix the examples: Hypothesis mixes in numbers and texts that stand in local modules, so they
differ with every change of the code, and between the source and the wheel. No setting turns that off. A property must
therefore hold for every example: try a new one under ``HYPOTHESIS_PROFILE=thorough`` before it is committed.
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "ci",
    derandomize=True,
    max_examples=100,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("quick", settings.get_profile("ci"), max_examples=15)
settings.register_profile(
    "thorough", settings.get_profile("ci"), derandomize=False, max_examples=1_000
)
settings.register_profile(
    "mutation",  # a mutant need only be noticed: no example of it is made small
    settings.get_profile("quick"),
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the heavy tests, so that none is left to one worker at the end; leave them out of the coverage.

    Tracing makes them three times as long, and each line that they run has a smaller test of its own.
    """
    for item in items:
        if item.get_closest_marker("heavy"):
            item.add_marker(pytest.mark.no_cover)
    items.sort(key=lambda item: item.get_closest_marker("heavy") is None)


#: Two folders may each have a conftest.py; neither holds doctests.
collect_ignore_glob = ["*conftest.py"]
