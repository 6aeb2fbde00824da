"""Etableringsjobb (SFS 2022:807): the state pays a part of the wage to newly arrived and long-term unemployed."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import Condition, age, during, has, named
from dualib.language import Text
from dualib.programmes.shared_terms import IN_ETABLERING, RECENT_PERMIT, WITHOUT_WORK, cited
from dualib.programmes.subsidised_work import NOT_PAST_66, REFERENCE_AGE, TWENTY_FOUR_OF_27
from dualib.rules.rule import Rule, Version
from dualib.sources import Citation, Confidence

__all__ = ["etableringsjobb"]

#: 5 § as issued; by the second paragraph newly arrived get the compensation only once.
FIVE: Final = (
    age(20, at="decision")
    & named(Text("Arbetslös och anmäld", "Unemployed and registered"), during(WITHOUT_WORK))
    & (
        named(
            Text("Lång tid utan arbete (5 § 1)", "Long without work (Section 5, point 1)"),
            TWENTY_FOUR_OF_27,
        )
        | named(
            Text("Nyanlända (5 § 2 och 3)", "Newly arrived (Section 5, points 2 and 3)"),
            ~has("etableringsjobb_before") & (IN_ETABLERING | RECENT_PERMIT),
        )
    )
)
NOTE: Final = Text(
    "Ansökan räknas här som inlämnad på beslutsdagen: ramtiden slutar dagen före. Den som deltar i "
    "ett program utan anställning räknas som arbetslös och anmäld. Anställningen ska omfattas av "
    "ett kollektivavtal om etableringsjobb och får inte ha börjat före beslutet (9 §); det prövas "
    "inte här. Ersättning lämnas i högst 24 månader.",
    "The application is taken to come in on the decision day: the frame ends the day before. A "
    "person in a programme without employment counts as unemployed and registered. The job must be "
    "covered by a collective agreement on establishment jobs and must not have begun before the "
    "decision (Section 9); that is not assessed here. Compensation is paid for at most 24 months.",
)


def _text(first: date, last: date | None, limit: Condition, sixteen: Citation) -> Version:
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=FIVE & limit,
        citations=(cited("SFS 2022:807", "5 och 6 §§"), sixteen),
        note=NOTE,
    )


def _sixteen(wording: str | None, confidence: Confidence) -> Citation:
    return cited("SFS 2022:807", "16 §", wording=wording, confidence=confidence)


etableringsjobb: Final = Rule(
    id="etableringsjobb",
    national=True,
    name=Text("etableringsjobb", "establishment jobs"),
    versions=(
        _text(
            date(2022, 9, 1),
            date(2023, 12, 31),
            NOT_PAST_66,
            _sixteen(None, Confidence.INFERRED),
        ),
        _text(
            date(2024, 1, 1),
            date(2025, 12, 31),
            NOT_PAST_66,
            _sixteen("SFS 2023:600", Confidence.INFERRED),
        ),
        _text(date(2026, 1, 1), None, REFERENCE_AGE, _sixteen("SFS 2023:601", Confidence.VERIFIED)),
    ),
)
