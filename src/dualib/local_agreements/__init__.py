"""The agreements: five of six municipalities, every published figure with its place, goals, posts and rules."""

from __future__ import annotations

from dualib.local_agreements.figures import Figure, Figures
from dualib.local_agreements.folder.formats import (
    FORMATS,
    export,
    figures_from_jsonstat,
    to_jsonstat,
    to_table,
)
from dualib.local_agreements.folder.jsonschema import json_schema
from dualib.local_agreements.folder.loading import load_figures, load_folder, load_own
from dualib.local_agreements.folder.new_folder import Check, check, new, template
from dualib.local_agreements.goals import Bound, Goal, GoalCheck, Target
from dualib.local_agreements.made_up import synthetic
from dualib.local_agreements.model import Agreement, Entry, Money, Municipality, Party, Source
from dualib.local_agreements.offers import Offer, Stance
from dualib.local_agreements.packaged import (
    AGREEMENTS,
    agreement,
    agreements,
    municipalities,
    municipality,
)
from dualib.local_agreements.period import UNTIL_FURTHER_NOTICE, AgreementPeriod

__all__ = [
    "Offer",
    "Stance",
    "synthetic",
    "AGREEMENTS",
    "FORMATS",
    "UNTIL_FURTHER_NOTICE",
    "Agreement",
    "AgreementPeriod",
    "Check",
    "Entry",
    "Figure",
    "Figures",
    "Goal",
    "GoalCheck",
    "Bound",
    "Money",
    "Municipality",
    "Party",
    "Source",
    "Target",
    "agreement",
    "agreements",
    "check",
    "export",
    "figures_from_jsonstat",
    "json_schema",
    "load_figures",
    "load_folder",
    "load_own",
    "municipalities",
    "municipality",
    "new",
    "template",
    "to_jsonstat",
    "to_table",
]
