"""Kommunala aktivitetsansvaret (KAA): the municipality's responsibility for those under 20 outside upper-secondary."""

from __future__ import annotations

from typing import Final

from dualib.conditions import age, has
from dualib.language import Text
from dualib.programmes.shared import DUA_FROM, DUA_TO, cited, cited_agreement, cited_project
from dualib.rules import Rule, Version

__all__ = ["kaa"]

kaa: Final = Rule(
    id="kaa",
    name=Text("kommunala aktivitetsansvaret (KAA)", "the municipal activity responsibility (KAA)"),
    versions=(
        Version(
            reading="dua",
            valid_from=DUA_FROM,
            valid_to=DUA_TO,
            condition=age(16, below=20)
            & has("school_duty_done")
            & ~has("in_upper_secondary")
            & ~has("upper_secondary_completed"),
            citations=(
                cited_project("the shared model: 16-20, half open"),
                cited("SFS 2010:800", "29 kap. 9 §", wording="SFS 2014:1002"),
                cited_agreement("kalmar", "bilaga 1, Ungdomar inom Kommunala aktivitetsansvaret, s. 7"),
            ),
        ),
    ),
    kind="guarantee",
)
