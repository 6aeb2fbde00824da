"""The one list of what the room offers, read by type checkers and at the import of the package."""

from dualib.local_agreements.figures import Figure as Figure
from dualib.local_agreements.figures import Figures as Figures
from dualib.local_agreements.folder.formats import FORMATS as FORMATS
from dualib.local_agreements.folder.formats import export as export
from dualib.local_agreements.folder.formats import figures_from_jsonstat as figures_from_jsonstat
from dualib.local_agreements.folder.formats import to_jsonstat as to_jsonstat
from dualib.local_agreements.folder.formats import to_table as to_table
from dualib.local_agreements.folder.jsonschema import json_schema as json_schema
from dualib.local_agreements.folder.loading import load_figures as load_figures
from dualib.local_agreements.folder.loading import load_folder as load_folder
from dualib.local_agreements.folder.loading import load_own as load_own
from dualib.local_agreements.folder.new_folder import Check as Check
from dualib.local_agreements.folder.new_folder import check as check
from dualib.local_agreements.folder.new_folder import new as new
from dualib.local_agreements.folder.new_folder import template as template
from dualib.local_agreements.goals import Goal as Goal
from dualib.local_agreements.goals import GoalCheck as GoalCheck
from dualib.local_agreements.goals import GoalLimit as GoalLimit
from dualib.local_agreements.goals import Target as Target
from dualib.local_agreements.made_up import made_up_day as made_up_day
from dualib.local_agreements.made_up import synthetic as synthetic
from dualib.local_agreements.model import Agreement as Agreement
from dualib.local_agreements.model import Entry as Entry
from dualib.local_agreements.model import Money as Money
from dualib.local_agreements.model import Municipality as Municipality
from dualib.local_agreements.model import Party as Party
from dualib.local_agreements.model import Source as Source
from dualib.local_agreements.offers import Offer as Offer
from dualib.local_agreements.offers import Stance as Stance
from dualib.local_agreements.packaged import AGREEMENTS as AGREEMENTS
from dualib.local_agreements.packaged import agreement as agreement
from dualib.local_agreements.packaged import agreements as agreements
from dualib.local_agreements.packaged import municipalities as municipalities
from dualib.local_agreements.packaged import municipality as municipality
from dualib.local_agreements.period import UNTIL_FURTHER_NOTICE as UNTIL_FURTHER_NOTICE
from dualib.local_agreements.period import AgreementPeriod as AgreementPeriod
from dualib.local_agreements.period import stated as stated
from dualib.local_agreements.report_rows import shown_together as shown_together

__all__: list[str]
