"""Jobbgaranti för ungdomar: 90 days of unemployment, in the shared model within 120 days."""

from __future__ import annotations

from typing import Final

from dualib.conditions import age, days, days_in, during, has, named
from dualib.dates import Ends, last_days, last_months
from dualib.facts import Status
from dualib.language import Text
from dualib.programmes.shared import DUA_FROM, DUA_TO, JOBLESS, cited_agreement, cited_project
from dualib.rules import Rule, Version

__all__ = ["jobbgaranti"]

YOUTH: Final = named(
    Text("Ålder", "Age"),
    age(16, below=25) | age(16, below=30) & has("disability_code"),
)
PART_TIME: Final = days(Status.PART_TIME, Status.HOURLY)
PRISON: Final = has("sentenced_to_prison")
WITHOUT_QUALIFYING_TIME: Final = named(
    Text("Utan kvalificeringstid", "Without qualifying time"),
    during(JOBLESS) & PRISON | has("arbetslivsintroduktion_done") | has("etablering_time_used"),
)

QUALIFIED_120_DAYS: Final = named(
    Text("Kvalificeringstid", "Qualifying time"),
    days_in(JOBLESS, at_least=90, window=last_days(120), ends=Ends.ON)
    | days_in(PART_TIME, at_least=90, window=last_days(120), ends=Ends.ON) & has("unemployment_benefit_right"),
)
QUALIFIED_FOUR_MONTHS: Final = named(
    Text("Kvalificeringstid", "Qualifying time"),
    days_in(JOBLESS, at_least=90, window=last_months(4), ends=Ends.ON)
    | days_in(PART_TIME, at_least=90, window=last_months(4), ends=Ends.ON) & has("unemployment_benefit_right"),
)

jobbgaranti: Final = Rule(
    id="jobbgaranti",
    name=Text("jobbgarantin för ungdomar", "the job guarantee for young people"),
    versions=(
        Version(
            reading="dua",
            valid_from=DUA_FROM,
            valid_to=DUA_TO,
            condition=YOUTH & (QUALIFIED_120_DAYS | WITHOUT_QUALIFYING_TIME),
            citations=(
                cited_project("the shared model: 90 of 120 days; 16 to 24, to 29 with a disability code"),
                cited_agreement("kalmar", "bilaga 2, Jobbgarantin för ungdomar, s. 24-25"),
            ),
        ),
        Version(
            reading="agreement:kalmar",
            valid_from=DUA_FROM,
            valid_to=DUA_TO,
            condition=YOUTH & (QUALIFIED_FOUR_MONTHS | WITHOUT_QUALIFYING_TIME),
            citations=(cited_agreement("kalmar", "bilaga 2, Jobbgarantin för ungdomar, Målgrupp, s. 24-25"),),
        ),
    ),
)
