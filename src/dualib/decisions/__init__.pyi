"""The one list of the public names of this room, read by type checkers and at the import of the package."""

from dualib.decisions.allowances import Allowance as Allowance
from dualib.decisions.allowances import BenefitDayLimit as BenefitDayLimit
from dualib.decisions.allowances import Limit as Limit
from dualib.decisions.boundaries import BoundaryCase as BoundaryCase
from dualib.decisions.boundaries import boundary_persons as boundary_persons
from dualib.decisions.boundaries import truth_table as truth_table
from dualib.decisions.changes import Flip as Flip
from dualib.decisions.changes import Settled as Settled
from dualib.decisions.decision import HORIZON_DAYS as HORIZON_DAYS
from dualib.decisions.decision import Decision as Decision
from dualib.decisions.decision import Stretch as Stretch
from dualib.decisions.receipts import load_receipt as load_receipt

__all__: list[str]
