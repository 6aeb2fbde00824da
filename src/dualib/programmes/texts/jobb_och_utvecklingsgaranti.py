"""Jobb- och utvecklingsgarantin (SFS 2007:414) and its three phases, abolished on 1 February 2016.

The ordinance has no age limit. Phases are counted in benefit days (five a week), never in calendar days.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import (
    Condition,
    age,
    at_least,
    days,
    during,
    has,
    named,
    not_expressed,
    participates,
    run,
)
from dualib.dates import Ends, months
from dualib.decisions.allowances import BenefitDayLimit
from dualib.language import Text
from dualib.programmes.shared_terms import (
    IN_PROGRAMME,
    JOBLESS,
    cited,
    cited_description,
)
from dualib.programmes.texts.etablering import FRAME_FROM_2026, WITHIN_FRAME, closed
from dualib.rules.rule import Rule, Version
from dualib.sources import Citation, Confidence
from dualib.vocabulary.facts import Status
from dualib.vocabulary.status import EMPLOYED_WITH_SUPPORT, LABOUR_MARKET_PROGRAMMES

__all__ = [
    "jobb_och_utvecklingsgaranti",
    "jobb_och_utvecklingsgaranti_fas_1",
    "jobb_och_utvecklingsgaranti_fas_2",
    "jobb_och_utvecklingsgaranti_fas_3",
]

ENROLLED: Final = participates("jobb_och_utvecklingsgaranti")
BENEFIT_DAYS: Final = "benefit_days_in_jobb_och_utvecklingsgaranti"
BENEFIT_USED: Final = has("benefit_period_used")
LONE_PARENT: Final = has("lone_parent_part_time_benefit_used")
FROM_JOBBGARANTI: Final = has("jobbgaranti_time_used")
PRISON: Final = has("sentenced_to_prison")
INTRODUCED: Final = has("arbetslivsintroduktion_done")
ESTABLISHED: Final = has("etablering_time_used")


WITHOUT_BENEFIT: Final = not_expressed(
    Text(
        "att personen inte har fått ersättning under tiden",
        "that the person got no benefit during the time",
    )
)
#: 5 §, second paragraph: after fourteen months only those who may not take part in etablering instead.
ETABLERING_CLOSED: Final = named(
    Text("Får inte delta i etablering", "May not take part in etablering"),
    closed(age(0, below=20) | age(66), WITHIN_FRAME),
)
ETABLERING_CLOSED_2026: Final = named(
    Text("Får inte delta i etablering", "May not take part in etablering"),
    closed(
        age(0, below=20)
        | age(67)
        & not_expressed(
            Text(
                "att personen har nått riktåldern för pension",
                "that the person has reached the target pension age",
            )
        ),
        FRAME_FROM_2026,
    ),
)


def _months(count: int) -> Condition:
    """So many consecutive months unemployed and registered, or in programmes."""
    return named(
        Text("Lång tid utan arbete", "Long time without work"),
        run(JOBLESS | IN_PROGRAMME, months(count), ends=Ends.ON),
    )


def _unseen(sv: str, en: str) -> Condition:
    return not_expressed(
        Text(
            f"att {sv} den dagen (dagen för ändringen har inte hittats)",
            f"that {en} that day (the day of the change was not found)",
        )
    )


#: Until 2009 only these two routes ask for unemployment and registration, on the day.
EARLY_JOBLESS: Final = during(JOBLESS) & (BENEFIT_USED | PRISON)

#: The opening words of 5 § from SFS 2011:150: without work, though not on full time, and registered.
SEEKING_WORK: Final = named(
    Text("Arbetslös och anmäld", "Unemployed and registered"),
    during(Status.REGISTERED_AS_JOBSEEKER)
    & during(
        days(Status.FULL_TIME_UNEMPLOYED, Status.PART_TIME, Status.HOURLY)
        | days(
            *(status for status in LABOUR_MARKET_PROGRAMMES if status not in EMPLOYED_WITH_SUPPORT)
        )
    ),
)

#: SFS 2011:150 says 18 months without benefit, that of 2025 says 14 and nothing of benefit.
AT_LEAST_14: Final = _months(14) & _unseen(
    "den tiden räckte, då gränsen först var 18 månader utan ersättning, senare 14,",
    "that time was enough, the limit being first 18 months without benefit, later 14,",
)

PHASE_3: Final = BenefitDayLimit(
    name=Text("dagar före fas 3", "days before phase 3"),
    fact=BENEFIT_DAYS,
    length=450,
    citations=(cited("SFS 2007:414", "fas 3 efter 450 dagar"),),
)


def _text(
    first: date,
    last: date | None,
    condition: Condition,
    *citations: Citation,
    note: Text | None = None,
    phases: bool = False,
) -> Version:
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=condition,
        citations=citations,
        note=note,
        limits=(PHASE_3,) if phases else (),
    )


def _five(wording: str, confidence: Confidence = Confidence.VERIFIED) -> Citation:
    return cited("SFS 2007:414", "5 §", wording=wording, confidence=confidence)


FIRST_ROUTES: Final = LONE_PARENT | _months(18) & WITHOUT_BENEFIT
ROUTES_2011: Final = BENEFIT_USED | LONE_PARENT | FROM_JOBBGARANTI | PRISON
INTRODUCED_OPEN: Final = INTRODUCED & _unseen(
    "denna väg ännu var öppen", "this route was still open"
)
ESTABLISHED_OPEN: Final = ESTABLISHED & _unseen(
    "denna väg redan var öppen", "this route was already open"
)
LATER_NOTE: Final = Text(
    "5 § ändrades genom SFS 2011:1532, 2012:985, 2015:949, 2017:5 och 2017:827; där lydelsen en viss dag inte har "
    "setts blir svaret okänt. Krav på att etableringsinsatser inte är möjliga kan ha gällt den som har lång tid utan "
    "arbete.",
    "5 § was changed by SFS 2011:1532, 2012:985, 2015:949, 2017:5 and 2017:827; where the text of a day was not seen "
    "the answer is unknown. A demand that establishment measures are not possible may have held for those long without "
    "work.",
)

NOTE_2025: Final = Text(
    "Den som har förbrukat 66 eller 100 ersättningsdagar får räkna dem som tre eller fem månader av de fjorton, och en "
    "anvisning får göras när högst 22 ersättningsdagar återstår (5 a §): det uttrycks inte här. Vem som får delta i "
    "etablering avgörs av 5 och 15 §§ i SFS 2017:820; om tiden där är slut gäller den egna vägen.",
    "Those who have used up 66 or 100 benefit days may count them as three or five of the fourteen months, and an "
    "assignment may be made when at most 22 benefit days are left (5 a §): that is not expressed here. Who may take "
    "part in etablering is settled by 5 and 15 §§ of SFS 2017:820; if the time there is used up, that is a route of "
    "its own.",
)

NOTE_2008: Final = Text(
    "Den vars ersättningsdagar snart är slut får anvisas när högst 20 återstår (5 § andra stycket): ange då att de är "
    "förbrukade.",
    "Those whose benefit days soon end may be assigned when at most 20 are left (5 §, second paragraph): say then that "
    "they are used up.",
)

jobb_och_utvecklingsgaranti: Final = Rule(
    id="jobb_och_utvecklingsgaranti",
    national=True,
    name=Text("jobb- och utvecklingsgarantin", "the job and development guarantee"),
    versions=(
        _text(
            date(2007, 7, 2),
            date(2007, 12, 2),
            during(JOBLESS) & BENEFIT_USED | FIRST_ROUTES,
            _five("SFS 2008:60", Confidence.INFERRED),
            note=Text(
                "Lydelsen före den 7 april 2008 har inte setts: här gäller den därefter, utan vägen från jobbgarantin, "
                "som inte fanns än.",
                "The text before 7 April 2008 was not seen: that from then on is used, without the route from the job "
                "guarantee, which did not exist yet.",
            ),
        ),
        _text(
            date(2007, 12, 3),
            date(2008, 4, 6),
            during(JOBLESS) & BENEFIT_USED | FIRST_ROUTES | FROM_JOBBGARANTI,
            _five("SFS 2008:60", Confidence.INFERRED),
            _five("SFS 2007:815", Confidence.INFERRED),
            note=Text(
                "Lydelsen före den 7 april 2008 har inte setts: här gäller den därefter.",
                "The text before 7 April 2008 was not seen: that from then on is used.",
            ),
        ),
        _text(
            date(2008, 4, 7),
            date(2008, 6, 30),
            during(JOBLESS) & BENEFIT_USED | FIRST_ROUTES | FROM_JOBBGARANTI,
            _five("SFS 2008:60"),
            note=NOTE_2008,
        ),
        _text(
            date(2008, 7, 1),
            date(2009, 12, 31),
            EARLY_JOBLESS | FIRST_ROUTES | FROM_JOBBGARANTI,
            _five("SFS 2008:273"),
            note=NOTE_2008,
            phases=True,
        ),
        _text(
            date(2010, 1, 1),
            date(2011, 3, 31),
            SEEKING_WORK & (ROUTES_2011 | _months(18) & WITHOUT_BENEFIT | INTRODUCED_OPEN)
            | (LONE_PARENT | FROM_JOBBGARANTI | _months(18) & WITHOUT_BENEFIT)
            & _unseen(
                "arbetslöshet och anmälan ännu inte krävdes för denna väg",
                "unemployment and registration were not yet demanded for this route",
            ),
            _five("SFS 2008:273", Confidence.INFERRED),
            _five("SFS 2011:150", Confidence.INFERRED),
            note=Text(
                "Lydelsen dessa månader har inte setts; den före och den efter har setts.",
                "The text of these months was not seen; those before and after were.",
            ),
            phases=True,
        ),
        _text(
            date(2011, 4, 1),
            date(2012, 1, 31),
            SEEKING_WORK & (ROUTES_2011 | _months(18) & WITHOUT_BENEFIT | INTRODUCED),
            _five("SFS 2011:150"),
            phases=True,
        ),
        _text(
            date(2012, 2, 1),
            date(2016, 1, 31),
            SEEKING_WORK & (ROUTES_2011 | AT_LEAST_14 | INTRODUCED_OPEN | ESTABLISHED_OPEN),
            _five("SFS 2011:150"),
            _five("SFS 2011:1532; SFS 2012:985", Confidence.INFERRED),
            note=LATER_NOTE,
            phases=True,
        ),
        _text(
            date(2016, 2, 1),
            date(2025, 9, 30),
            SEEKING_WORK & (ROUTES_2011 | AT_LEAST_14 | INTRODUCED_OPEN | ESTABLISHED_OPEN),
            _five("SFS 2011:150"),
            _five("SFS 2015:949; SFS 2017:5; SFS 2017:827", Confidence.INFERRED),
            note=LATER_NOTE,
        ),
        _text(
            date(2025, 10, 1),
            date(2025, 12, 31),
            SEEKING_WORK & (ROUTES_2011 | _months(14) & ETABLERING_CLOSED | ESTABLISHED),
            _five("SFS 2024:1354"),
            note=NOTE_2025,
        ),
        _text(
            date(2026, 1, 1),
            None,
            SEEKING_WORK & (ROUTES_2011 | _months(14) & ETABLERING_CLOSED_2026 | ESTABLISHED),
            _five("SFS 2024:1354"),
            note=NOTE_2025,
        ),
    ),
)


def _phase(
    number: int, first: date, condition: Condition, note: Text, description: Citation
) -> Rule:
    return Rule(
        id=f"jobb_och_utvecklingsgaranti_fas_{number}",
        national=True,
        name=Text(
            f"fas {number} i jobb- och utvecklingsgarantin",
            f"phase {number} of the job and development guarantee",
        ),
        versions=(
            Version(
                reading="sfs",
                valid_from=first,
                valid_to=date(2016, 1, 31),
                condition=condition,
                citations=(
                    cited("SFS 2007:414", f"fas {number}", confidence=Confidence.INFERRED),
                    description,
                ),
                supported_as="jobb_och_utvecklingsgaranti.phases",
                note=note,
            ),
        ),
    )


IN_SHORT: Final = cited_description(
    "Akademikernas a-kassa, januari 2009", "jobb- och utvecklingsgarantin i korthet"
)
PHASES_NOTE: Final = Text(
    "Att fas 1 är högst 150 dagar och fas 2 högst 300 är läst i en a-kassas beskrivning från 2009, inte i "
    "förordningen.",
    "That phase 1 lasts at most 150 days and phase 2 at most 300 was read in an unemployment fund's description of "
    "2009, not in the ordinance.",
)
jobb_och_utvecklingsgaranti_fas_1: Final = _phase(
    1, date(2007, 7, 2), ENROLLED & ~at_least(BENEFIT_DAYS, 150), PHASES_NOTE, IN_SHORT
)
jobb_och_utvecklingsgaranti_fas_2: Final = _phase(
    2,
    date(2007, 7, 2),
    ENROLLED & at_least(BENEFIT_DAYS, 150) & ~at_least(BENEFIT_DAYS, 450),
    PHASES_NOTE,
    IN_SHORT,
)
jobb_och_utvecklingsgaranti_fas_3: Final = _phase(
    3,
    date(2009, 3, 2),
    ENROLLED & at_least(BENEFIT_DAYS, 450),
    Text(
        "Fas 3 började den 2 mars 2009, då SFS 2009:8 ändrade 6 och 7 §§; så är den också beskriven av en a-kassa. "
        "Ändringens text har inte setts.",
        "Phase 3 began on 2 March 2009, when SFS 2009:8 changed 6 and 7 §§; an unemployment fund describes it so too. "
        "The text of the amendment was not seen.",
    ),
    IN_SHORT,
)
