"""Utbildningskontrakt (SFS 2015:502): a way to finish upper-secondary education. Not the one in skollagen 16:11 a."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import Condition, age, during, has, judgement, participates
from dualib.language import Text
from dualib.programmes.shared_terms import cited
from dualib.rules.rule import Ambiguity, Rule, Version
from dualib.sources import Confidence
from dualib.vocabulary.facts import Status

__all__ = ["utbildningskontrakt"]


def _conditions(lacks_education: Condition) -> Condition:
    return (
        age(20, below=25)
        & lacks_education
        & during(Status.REGISTERED_AS_JOBSEEKER)
        & ~participates("etablering")
        & judgement(
            Text(
                "att hemkommunen har en överenskommelse med Arbetsförmedlingen",
                "that the home municipality has an agreement with Arbetsförmedlingen",
            )
        )
    )


utbildningskontrakt: Final = Rule(
    id="utbildningskontrakt",
    national=True,
    name=Text("utbildningskontrakt", "education contracts"),
    versions=(
        Version(
            reading="sfs",
            valid_from=date(2015, 8, 3),
            valid_to=date(2019, 12, 31),
            condition=_conditions(~has("upper_secondary_completed")),
            ambiguities=(
                Ambiguity(
                    Text(
                        "Källorna skriver att personen saknar fullständig gymnasieutbildning; här omfattas inte den "
                        "som "
                        "har fullföljt den, men den som har studiebevis och ingen gymnasieexamen kan vara menad.",
                        "The sources write that the person lacks complete upper-secondary education; here those who "
                        "have completed it are not included, but those with only a certificate of studies may be "
                        "meant.",
                    ),
                    _conditions(~has("gymnasieexamen")),
                ),
            ),
            citations=(
                cited("SFS 2015:502", "11–16 §§", confidence=Confidence.INFERRED),
                cited("SFS 2015:502", "11–16 §§ upphävda 2020-01-01", wording="SFS 2019:1155"),
            ),
            note=Text(
                "Villkoren är lästa på Arbetsförmedlingens sida och i SCB:s beskrivning, inte i förordningen. Löpande "
                "kontrakt upphörde senast den 20 september 2020.",
                "The conditions were read on Arbetsförmedlingen's page and in SCB's description, not in the ordinance. "
                "Running contracts ended by 20 September 2020 at the latest.",
            ),
        ),
    ),
)
