"""Shared models for the Swedish local agreements on young people who neither work nor study (DUA).

``import dualib`` is quick: a name is loaded when it is first asked for, and brings no more than attrs and numpy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dualib import conditions as conditions
    from dualib import programmes as programmes
    from dualib.agreements import Agreement as Agreement
    from dualib.agreements import Municipality as Municipality
    from dualib.agreements import load_folder as load_folder
    from dualib.agreements import municipality as municipality
    from dualib.allowances import Allowance as Allowance
    from dualib.allowances import Limit as Limit
    from dualib.boundaries import truth_table as truth_table
    from dualib.counting import Count as Count
    from dualib.counting import Dimension as Dimension
    from dualib.counting import Ledger as Ledger
    from dualib.counting import Table as Table
    from dualib.counting import unknown_causes as unknown_causes
    from dualib.counting.count import count as count
    from dualib.coverage import coverage as coverage
    from dualib.dates import Ends as Ends
    from dualib.dates import LeapBirthday as LeapBirthday
    from dualib.dates import last_days as last_days
    from dualib.dates import last_months as last_months
    from dualib.dates import months as months
    from dualib.dates import years as years
    from dualib.decisions import Decision as Decision
    from dualib.duties import Duty as Duty
    from dualib.errors import BadData as BadData
    from dualib.errors import BadInput as BadInput
    from dualib.errors import ContradictionError as ContradictionError
    from dualib.errors import DualibError as DualibError
    from dualib.errors import MissingExtraError as MissingExtraError
    from dualib.errors import NotInForceError as NotInForceError
    from dualib.errors import UnprotectableError as UnprotectableError
    from dualib.evaluation import Evaluation as Evaluation
    from dualib.evaluation import Panel as Panel
    from dualib.evaluation import series as series
    from dualib.evaluation.evaluate import evaluate as evaluate
    from dualib.facts import FACTS as FACTS
    from dualib.facts import NEVER as NEVER
    from dualib.illustration import synthetic as synthetic
    from dualib.language import Text as Text
    from dualib.offers import Offer as Offer
    from dualib.offers import Stance as Stance
    from dualib.register import ONGOING as ONGOING
    from dualib.register import Participation as Participation
    from dualib.register import Person as Person
    from dualib.register import Register as Register
    from dualib.register import Spell as Spell
    from dualib.registry import registry as registry
    from dualib.replaying import replay as replay
    from dualib.rules import Rule as Rule
    from dualib.sources import NOT_IN_SOURCE as NOT_IN_SOURCE
    from dualib.sources import Citation as Citation
    from dualib.sources import Confidence as Confidence
    from dualib.statuses import Status as Status
    from dualib.statuses import Track as Track
    from dualib.verdicts import NO as NO
    from dualib.verdicts import UNKNOWN as UNKNOWN
    from dualib.verdicts import YES as YES
    from dualib.verdicts import Verdict as Verdict
    from dualib.versions import Version as Version

    # Modules of these names stand in the way of type checkers, not of Python.
    def agreement(name: str) -> Agreement:
        """Return an agreement by its id or Swedish name."""
        raise NotImplementedError

    def municipalities() -> tuple[Municipality, ...]:
        """Return the municipalities that have an agreement."""
        raise NotImplementedError

    def agreements() -> tuple[Agreement, ...]:
        """Return all agreements (the package of that name is callable)."""
        raise NotImplementedError


__version__ = "0.1.0"

_NAMES = {
    "agreements": "Agreement Municipality agreement agreements load_folder municipalities municipality",
    "allowances": "Allowance Limit",
    "boundaries": "truth_table",
    "counting": "Count Dimension Ledger Table count unknown_causes",
    "coverage": "coverage",
    "dates": "Ends LeapBirthday last_days last_months months years",
    "decisions": "Decision",
    "errors": "BadData BadInput ContradictionError DualibError MissingExtraError NotInForceError UnprotectableError",
    "evaluation": "Evaluation Panel evaluate series",
    "facts": "FACTS NEVER",
    "illustration": "synthetic",
    "language": "Text",
    "offers": "Offer Stance",
    "duties": "Duty",
    "register": "ONGOING Participation Person Register Spell",
    "registry": "registry",
    "replaying": "replay",
    "rules": "Rule",
    "sources": "NOT_IN_SOURCE Citation Confidence",
    "statuses": "Status Track",
    "verdicts": "NO UNKNOWN YES Verdict",
    "versions": "Version",
}
_WHERE = {name: module for module, names in _NAMES.items() for name in names.split()}
_MODULES = ("conditions", "programmes")

__all__ = [
    "Agreement",
    "Allowance",
    "BadData",
    "BadInput",
    "Citation",
    "Confidence",
    "ContradictionError",
    "Count",
    "Decision",
    "Dimension",
    "DualibError",
    "Duty",
    "Ends",
    "Evaluation",
    "FACTS",
    "LeapBirthday",
    "Ledger",
    "Limit",
    "MissingExtraError",
    "Municipality",
    "NEVER",
    "NO",
    "NOT_IN_SOURCE",
    "NotInForceError",
    "ONGOING",
    "Offer",
    "Panel",
    "Participation",
    "Person",
    "Register",
    "Rule",
    "Spell",
    "Stance",
    "Status",
    "Table",
    "Text",
    "Track",
    "UNKNOWN",
    "UnprotectableError",
    "Verdict",
    "Version",
    "YES",
    "agreement",
    "agreements",
    "conditions",
    "count",
    "coverage",
    "evaluate",
    "last_days",
    "last_months",
    "load_folder",
    "months",
    "municipalities",
    "municipality",
    "programmes",
    "registry",
    "replay",
    "series",
    "synthetic",
    "truth_table",
    "unknown_causes",
    "years",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    if name in _MODULES:
        return import_module(f"dualib.{name}")
    if name in _WHERE:
        found = getattr(import_module(f"dualib.{_WHERE[name]}"), name)
        globals().setdefault(name, found)
        return found
    from dualib.errors import suggestion

    raise AttributeError(f"dualib has no {name!r}.{suggestion(name, __all__)}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
