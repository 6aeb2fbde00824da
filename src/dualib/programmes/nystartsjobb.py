"""Nystartsjobb: ages by calendar year before 1 May 2018 (SFS 2006:1481), on the decision day after (SFS 2018:43)."""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import Condition, age, days, days_in, during, has, named, not_expressed, participates, within
from dualib.dates import Ends, last_months, months
from dualib.facts import Status
from dualib.language import Text
from dualib.programmes.shared import (
    DUA_FROM,
    DUA_TO,
    IN_ETABLERING,
    IN_PROGRAMME,
    JOBLESS,
    RECENT_PERMIT,
    WITHOUT_WORK,
    any_day,
    cited,
    cited_agreement,
    cited_description,
    months_of_days,
)
from dualib.rules import Rule, Version
from dualib.sources import Citation, Confidence

__all__ = ["nystartsjobb"]

OUT_OF_WORK: Final = JOBLESS | IN_PROGRAMME
CHILD_CARE: Final = days(Status.PARENTAL_LEAVE)
IN_GUARANTEE: Final = participates("jobb_och_utvecklingsgaranti")
OLD_NOTE: Final = Text(
    "Läst i SCB:s beskrivning (LISA) och i enstaka ändringar, inte i hela förordningen. LISA:s åldrar passar bara SFS "
    "2016:365, som troligen började gälla den 1 juni 2016.",
    "Read in SCB's description (LISA) and in single amendments, not in the whole ordinance. The ages of LISA fit only "
    "SFS 2016:365, which probably came into force on 1 June 2016.",
)
UNEMPLOYED: Final = named(Text("Arbetslös på dagen", "Unemployed on the day"), during(WITHOUT_WORK))

#: Sick pay and social assistance count too (4 and 5 §§, p. 2-4); what sick leave was paid with is not registered.
OUT_OF_WORK_OR_SICK: Final = (
    OUT_OF_WORK | days(Status.FULL_TIME_UNEMPLOYED) & days(Status.FORSORJNINGSSTOD) | days(Status.FULL_TIME_SICK)
)


def _old(count: int, frame: int) -> Condition:
    return months_of_days(OUT_OF_WORK, count=count, frame=frame, ends=Ends.DAY_BEFORE)


def _now(count: int, frame: int) -> Condition:
    """So many months on full time out of work or in programmes; with sick pay or assistance where that counts."""
    certain = months_of_days(OUT_OF_WORK, count=count, frame=frame, ends=Ends.DAY_BEFORE, skipping=CHILD_CARE)
    shortest = {6: 181, 12: 365}[count]
    return certain | (
        days_in(
            OUT_OF_WORK_OR_SICK,
            at_least=shortest,
            window=last_months(frame),
            ends=Ends.DAY_BEFORE,
            skipping=CHILD_CARE,
        )
        & not_expressed(
            Text(
                "att tiden med sjukdom eller försörjningsstöd räknas (med sjukpenning, eller som arbetslös med "
                "bistånd)",
                "that time of illness or social assistance counts (with sick pay, or as unemployed with assistance)",
            )
        )
    )


#: The text before 2016 was not seen: nobody of these ages is told no, nor yes.
YOUNG_BEFORE_2016: Final = (
    age(21, below=27, at="calendar_year")
    & _old(6, 9)
    & not_expressed(
        Text(
            "att personen hörde till de unga för vilka sex månader räckte (åldersgränserna före 2016 har inte setts)",
            "that the person was one of the young for whom six months were enough (the ages before 2016 were not seen)",
        )
    )
)
NEWLY_ARRIVED_BEFORE_2018: Final = (
    age(20, at="start_of_year")
    & has("residence_permit")
    & within("permit_granted", months(36))
    & UNEMPLOYED
    & not_expressed(
        Text(
            "att personen var nyanländ enligt 3 b §, högst tre år (den texten uttrycks inte här)",
            "that the person was newly arrived under 3 b §, at most three years (that text is not expressed here)",
        )
    )
)
FROM_GUARANTEE_BEFORE_2018: Final = (
    age(20, at="start_of_year")
    & IN_GUARANTEE
    & not_expressed(
        Text(
            "att deltagande i garantin var en egen väg (den står i Kalmars överenskommelse; förordningen har inte "
            "setts)",
            "that taking part in the guarantee was a route of its own (it stands in Kalmar's agreement; the ordinance "
            "was not seen)",
        )
    )
)


def _from_2018(first: date, last: date | None, new: Condition, *citations: Citation) -> Version:
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=UNEMPLOYED & (age(20, below=25, at="decision") & _now(6, 9) | age(25, at="decision") & _now(12, 15))
        | new
        | age(20, at="decision") & IN_GUARANTEE,
        citations=(cited("SFS 2018:43", "3-5, 8 och 9 §§"), *citations),
        note=Text(
            "Ansökan räknas här som inlämnad på beslutsdagen: ramtiden slutar dagen före. Den som deltar i ett program "
            "utan anställning räknas som arbetslös. All registrerad föräldraledighet hoppas över, men 9 § gäller bara "
            "vård av eget barn under två år.",
            "The application is taken to come in on the decision day: the frame ends the day before. Who takes part in "
            "a programme without employment counts as unemployed. All registered parental leave is passed over, but "
            "9 § is only about care of one's own child under two.",
        ),
    )


def _sixth(confidence: Confidence, wording: str = "SFS 2021:806") -> Citation:
    return cited("SFS 2018:43", "6 §", wording=wording, confidence=confidence)


BY_PERMIT: Final = age(20, at="decision") & UNEMPLOYED & RECENT_PERMIT
BY_ETABLERING: Final = age(20, at="decision") & IN_ETABLERING

nystartsjobb: Final = Rule(
    id="nystartsjobb",
    name=Text("nystartsjobb", "new start jobs"),
    versions=(
        Version(
            reading="sfs",
            valid_from=date(2007, 1, 1),
            valid_to=date(2015, 12, 31),
            condition=UNEMPLOYED & (YOUNG_BEFORE_2016 | age(26, at="calendar_year") & _old(12, 15))
            | NEWLY_ARRIVED_BEFORE_2018
            | FROM_GUARANTEE_BEFORE_2018,
            citations=(
                cited_description("SCB, LISA 1990–2017", "nystartsjobb: 12 av 15 månader"),
                cited("SFS 2006:1481", "3 och 3 b §§", wording="SFS 2013:811", confidence=Confidence.INFERRED),
            ),
            note=OLD_NOTE,
        ),
        Version(
            reading="sfs",
            valid_from=date(2016, 1, 1),
            valid_to=date(2018, 4, 30),
            condition=UNEMPLOYED
            & (age(21, below=26, at="calendar_year") & _old(6, 9) | age(26, at="calendar_year") & _old(12, 15))
            | NEWLY_ARRIVED_BEFORE_2018
            | FROM_GUARANTEE_BEFORE_2018,
            citations=(
                cited_description("SCB, LISA 1990–2017", "nystartsjobb: ålder efter kalenderår"),
                cited("SFS 2006:1481", "3 §", wording="SFS 2016:365", confidence=Confidence.INFERRED),
            ),
            note=OLD_NOTE,
        ),
        _from_2018(date(2018, 5, 1), date(2021, 7, 19), BY_ETABLERING | BY_PERMIT, _sixth(Confidence.INFERRED)),
        _from_2018(
            date(2021, 7, 20),
            date(2025, 6, 30),
            BY_ETABLERING
            | BY_PERMIT
            & (
                _now(6, 9)
                | not_expressed(
                    Text(
                        "att sex månader av nio inte krävdes den dagen (kravet kom en dag som inte har hittats)",
                        "that six months of nine were not demanded that day (the demand came on a day that was not "
                        "found)",
                    )
                )
            ),
            _sixth(Confidence.VERIFIED),
        ),
        _from_2018(
            date(2025, 7, 1),
            None,
            BY_ETABLERING | BY_PERMIT & _now(6, 9),
            _sixth(Confidence.VERIFIED, "SFS 2025:501"),
            cited("SFS 2025:501", "ikraft 2025-07-01, som lag 2025:400", confidence=Confidence.INFERRED),
        ),
        Version(
            reading="agreement:kalmar",
            valid_from=DUA_FROM,
            valid_to=DUA_TO,
            condition=age(20, at="start_of_year") & IN_GUARANTEE,
            citations=(cited_agreement("kalmar", "bilaga 2, Jobb- och utvecklingsgarantin, s. 25"),),
            note=any_day(
                Text(
                    "Källan tar bara upp deltagare i jobb- och utvecklingsgarantin, som har rätt till minst ett år.",
                    "The source takes up only participants in the job and development guarantee, for at least a year.",
                ),
                kalmar=True,
            ),
        ),
    ),
)
