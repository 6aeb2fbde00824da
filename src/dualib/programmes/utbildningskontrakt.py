"""Utbildningskontrakt (SFS 2015:502): a way to finish upper-secondary education. Not the one in skollagen 16:11 a."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import age, during, has, judgement, participates
from dualib.facts import Status
from dualib.language import Text
from dualib.programmes.shared import cited, cited_agreement
from dualib.rules import Rule, Version
from dualib.sources import Confidence

__all__ = ["utbildningskontrakt"]

utbildningskontrakt: Final = Rule(
    id="utbildningskontrakt",
    name=Text("utbildningskontrakt", "education contracts"),
    versions=(
        Version(
            reading="sfs",
            valid_from=date(2015, 8, 3),
            valid_to=date(2019, 12, 31),
            condition=age(20, below=25)
            & ~has("upper_secondary_completed")
            & during(Status.REGISTERED_AS_JOBSEEKER)
            & ~participates("etablering")
            & judgement(
                Text(
                    "att hemkommunen har en överenskommelse med Arbetsförmedlingen",
                    "that the home municipality has an agreement with Arbetsförmedlingen",
                )
            ),
            citations=(
                cited("SFS 2015:502", "11-16 §§", confidence=Confidence.INFERRED),
                cited("SFS 2015:502", "11-16 §§ upphävda 2020-01-01", wording="SFS 2019:1155"),
            ),
            note=Text(
                "Villkoren är lästa på Arbetsförmedlingens sida och i SCB:s beskrivning, inte i förordningen. Löpande "
                "kontrakt upphörde senast den 20 september 2020.",
                "The conditions were read on Arbetsförmedlingen's page and in SCB's description, not in the ordinance. "
                "Running contracts ended by 20 September 2020 at the latest.",
            ),
        ),
        Version(
            reading="agreement:tyreso",
            valid_from=date(2015, 8, 3),
            valid_to=date(2019, 12, 31),
            condition=age(20, below=25) & during(Status.FULL_TIME_UNEMPLOYED) & ~has("upper_secondary_completed"),
            citations=(cited_agreement("tyreso", "bilaga 3, Utöka aktivitetsansvaret, stycke 2"),),
        ),
    ),
)
