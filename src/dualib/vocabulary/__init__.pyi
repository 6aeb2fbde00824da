"""The one list of the public names of this room, read by type checkers and at the import of the package."""

from dualib.vocabulary.fact_types import NEVER as NEVER
from dualib.vocabulary.fact_types import Change as Change
from dualib.vocabulary.fact_types import Fact as Fact
from dualib.vocabulary.fact_types import FactValue as FactValue
from dualib.vocabulary.fact_types import Kind as Kind
from dualib.vocabulary.fact_types import Never as Never
from dualib.vocabulary.facts import DISABILITY_CODES as DISABILITY_CODES
from dualib.vocabulary.facts import FACTS as FACTS
from dualib.vocabulary.facts import Facts as Facts
from dualib.vocabulary.facts import fact as fact
from dualib.vocabulary.skat_codes import SKAT as SKAT
from dualib.vocabulary.skat_codes import Skat as Skat
from dualib.vocabulary.skat_codes import skat as skat
from dualib.vocabulary.status import Status as Status
from dualib.vocabulary.status import Track as Track
from dualib.vocabulary.status import statuses as statuses

__all__: list[str]
