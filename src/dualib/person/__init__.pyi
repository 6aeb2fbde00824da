"""The one list of the public names of this room, read by type checkers and at the import of the package."""

from dualib.person.person import ONGOING as ONGOING
from dualib.person.person import Ongoing as Ongoing
from dualib.person.person import Participation as Participation
from dualib.person.person import Person as Person
from dualib.person.person import Spell as Spell
from dualib.person.personnummer import Identity as Identity
from dualib.person.personnummer import identity as identity
from dualib.person.personnummer import pseudonym as pseudonym

__all__: list[str]
