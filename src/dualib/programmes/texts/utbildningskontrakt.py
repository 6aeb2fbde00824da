"""Utbildningskontrakt (SFS 2015:502): a way to finish upper-secondary education.

Not the contract of skollagen 16 kap. 11 a §.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import Condition, age, during, has, participates
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
        & has("home_municipality_has_agreement")
    )


LACKS_EDUCATION: Final = Text(
    "Källorna skriver att personen saknar fullständig gymnasieutbildning; här omfattas inte den "
    "som har fullföljt den, men den som har studiebevis och ingen gymnasieexamen kan vara menad.",
    "The sources write that the person lacks complete upper-secondary education; here those who "
    "have completed it are not included, but those with only a certificate of studies may be "
    "meant.",
)
NOT_READ: Final = Text(
    "Villkoren är lästa på Arbetsförmedlingens sida och i SCB:s beskrivning, inte i förordningen.",
    "The conditions were read on Arbetsförmedlingen's page and in SCB's description, not in the "
    "ordinance.",
)
LAST_CONTRACTS: Final = Text(
    "Löpande kontrakt upphörde senast den 20 september 2020.",
    "Running contracts ended by 20 September 2020 at the latest.",
)


def _text(first: date, last: date, wording: str | None, note: Text) -> Version:
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=_conditions(~has("upper_secondary_completed")),
        ambiguities=(Ambiguity(LACKS_EDUCATION, _conditions(~has("gymnasieexamen"))),),
        citations=(
            cited("SFS 2015:502", "11–16 §§", wording=wording, confidence=Confidence.INFERRED),
            cited("SFS 2015:502", "11–16 §§ upphävda 2020-01-01", wording="SFS 2019:1155"),
        ),
        note=Text(f"{NOT_READ.sv} {note.sv}", f"{NOT_READ.en} {note.en}"),
    )


utbildningskontrakt: Final = Rule(
    id="utbildningskontrakt",
    national=True,
    name=Text("utbildningskontrakt", "education contracts"),
    versions=(
        _text(date(2015, 8, 3), date(2017, 12, 31), None, LAST_CONTRACTS),
        _text(
            date(2018, 1, 1),
            date(2019, 12, 31),
            "SFS 2017:830",
            Text(
                "11 § ändrades den 1 januari 2018; sidan som talar om etableringsprogrammet säger "
                f"detsamma. {LAST_CONTRACTS.sv}",
                "Section 11 changed on 1 January 2018; the page that speaks of "
                f"etableringsprogrammet says the same. {LAST_CONTRACTS.en}",
            ),
        ),
    ),
)
