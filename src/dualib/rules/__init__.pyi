"""The one list of the public names of this room, read by type checkers and at the import of the package."""

from dualib.rules.duties import Duty as Duty
from dualib.rules.duties import DutyAnswer as DutyAnswer
from dualib.rules.duties import Start as Start
from dualib.rules.rule import Rule as Rule
from dualib.rules.rule import RuleKind as RuleKind
from dualib.rules.versions import DUA as DUA
from dualib.rules.versions import Ambiguity as Ambiguity
from dualib.rules.versions import DatedTexts as DatedTexts
from dualib.rules.versions import Version as Version

__all__: list[str]
