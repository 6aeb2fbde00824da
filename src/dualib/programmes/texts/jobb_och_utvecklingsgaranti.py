"""Jobb- och utvecklingsgarantin (SFS 2007:414) and its three phases, abolished on 1 February 2016.

The ordinance has no age limit. Phases are counted in benefit days (five a week), never in calendar
days. No wording of 5 § from 2012 to September 2025 was read: what SFS 2011:150 and SFS 2024:1354
agree on holds there.
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
    WITHOUT_WORK,
    cited,
    cited_description,
)
from dualib.programmes.texts.etablering import (
    FRAME,
    FRAME_FROM_2026,
    TO_REFERENCE_AGE,
    may_join,
)
from dualib.rules.rule import Rule, Version
from dualib.sources import Citation, Confidence
from dualib.vocabulary.facts import Status

__all__ = [
    "SEEKING_WORK",
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

#: Unemployed, if only for a part of the labour supply (4 §), and registered.
SEEKING_WORK: Final = named(
    Text("Arbetslös och anmäld", "Unemployed and registered"),
    during(Status.REGISTERED_AS_JOBSEEKER)
    & during(days(Status.PART_TIME, Status.HOURLY) | WITHOUT_WORK),
)

SPENT: Final = JOBLESS | IN_PROGRAMME
PERHAPS_SPENT: Final = SPENT | days(Status.PART_TIME, Status.HOURLY) & days(
    Status.REGISTERED_AS_JOBSEEKER
)


def _long(count: int) -> Condition:
    """So many unbroken months unemployed and registered, or in programmes."""
    return named(
        Text("Lång tid utan arbete", "Long time without work"),
        run(SPENT, months(count), ends=Ends.ON)
        | run(PERHAPS_SPENT, months(count), ends=Ends.ON)
        & not_expressed(
            Text(
                "att tid med deltidsarbete räknas som arbetslöshet (5 § säger inte det)",
                "that time of part-time work counts as unemployment (Section 5 does not say)",
            )
        ),
    )


FOURTEEN_MONTHS: Final = _long(14)
EIGHTEEN_MONTHS: Final = _long(18)


def _unread(sv: str, en: str) -> Condition:
    return not_expressed(
        Text(
            f"att {sv} (lydelsen har inte lästs)",
            f"that {en} (the wording was not read)",
        )
    )


#: 5 § 3 until 2012: 18 months without benefit.
LONG_18: Final = EIGHTEEN_MONTHS & ~has("unemployment_benefit_received")
ROUTE_OPEN: Final = _unread("vägen är öppen", "the route is open")

OF_2007: Final = SEEKING_WORK & BENEFIT_USED | (LONE_PARENT | LONG_18) & ROUTE_OPEN
OF_2008: Final = SEEKING_WORK & BENEFIT_USED | LONE_PARENT | LONG_18 | FROM_JOBBGARANTI
ROUTES: Final = BENEFIT_USED | LONE_PARENT | FROM_JOBBGARANTI | PRISON
OF_2010: Final = SEEKING_WORK & (ROUTES | LONG_18 | INTRODUCED & ROUTE_OPEN) | (
    LONE_PARENT | FROM_JOBBGARANTI | LONG_18
) & _unread(
    "arbetslöshet och anmälan ännu inte krävs för denna väg",
    "unemployment and registration are not yet asked for on this route",
)
OF_2011: Final = SEEKING_WORK & (ROUTES | LONG_18 | INTRODUCED)

CREDIT_WORDS: Final = Text(
    "en förbrukad ersättningsperiod om 66 eller 100 dagar gör tiden till fjorton månader",
    "a used benefit period of 66 or 100 days makes the time fourteen months",
)
#: Five months at most are credited to the fourteen.
CREDITED: Final = run(PERHAPS_SPENT, months(9), ends=Ends.ON) & has("short_benefit_period_used")


def _closed(ages: Condition, frame: Condition) -> Condition:
    """Who may not take part in etablering instead (5 §, second paragraph)."""
    return named(
        Text("Får inte delta i etablering", "May not take part in etablering"),
        ~may_join(ages, frame),
    )


#: Under the act of 2010 more may have joined; who is certainly shut out has no permit, is past the
#: 36 months or attends upper-secondary school.
CLOSED_BEFORE_2018: Final = named(
    Text("Får inte delta i etablering", "May not take part in etablering"),
    ~(has("residence_permit") & FRAME & ~has("in_upper_secondary")),
)
CLOSED_FROM_2018: Final = _closed(age(20, below=66), FRAME)


def _of_2012(closed: Condition) -> Condition:
    """What 5 § in SFS 2011:150 and in SFS 2024:1354 agree on."""
    return SEEKING_WORK & (
        ROUTES
        | LONG_18 & closed
        | FOURTEEN_MONTHS
        & _unread(
            "fjorton månader räcker, och för den som har fått ersättning eller får delta i "
            "etablering",
            "fourteen months are enough, also for those who had benefit or may take part in "
            "etablering",
        )
        | CREDITED & _unread(CREDIT_WORDS.sv, CREDIT_WORDS.en)
        | (INTRODUCED | ESTABLISHED) & ROUTE_OPEN
    )


def _of_2025(closed: Condition) -> Condition:
    return SEEKING_WORK & (
        ROUTES
        | ESTABLISHED
        | closed
        & (
            FOURTEEN_MONTHS
            | CREDITED
            & not_expressed(
                Text(
                    f"att {CREDIT_WORDS.sv} (5 § tredje stycket: tre eller fem månader räknas)",
                    f"that {CREDIT_WORDS.en} (Section 5, third paragraph: three or five months "
                    "are credited)",
                )
            )
        )
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


def _five(wording: str | None, confidence: Confidence = Confidence.VERIFIED) -> Citation:
    return cited("SFS 2007:414", "5 §", wording=wording, confidence=confidence)


NOTE_2007: Final = Text(
    "Bara den första vägen har lästs i den ursprungliga lydelsen; de andra i den från den 7 april "
    "2008.",
    "Only the first route was read in the original wording; the others in that of 7 April 2008.",
)
NOTE_2008: Final = Text(
    "Den vars ersättningsdagar snart är slut får anvisas när högst 20 återstår (5 § andra "
    "stycket): ange då att de är förbrukade.",
    "Those whose benefit days soon end may be assigned when at most 20 are left (Section 5, second "
    "paragraph): say then that they are used up.",
)
NOTE_2010: Final = Text(
    "Lydelsen har inte lästs; den före och den efter har lästs.",
    "The wording was not read; those before and after were.",
)
LATER_NOTE: Final = Text(
    "Ingen lydelse av 5 § mellan den 1 februari 2012 och den 30 september 2025 har lästs: här gäller "
    "det som lydelserna före (SFS 2011:150) och efter (SFS 2024:1354) har gemensamt.",
    "No wording of Section 5 between 1 February 2012 and 30 September 2025 was read: what the "
    "wordings before (SFS 2011:150) and after (SFS 2024:1354) have in common holds.",
)
NOTE_2025: Final = Text(
    "En anvisning får göras när högst 22 ersättningsdagar återstår (5 a §): ange då att de är "
    "förbrukade. Vem som får delta i etablering avgörs av 5 och 15 §§ i förordningen (2017:820); om "
    "tiden där är slut gäller den egna vägen.",
    "An assignment may be made when at most 22 benefit days are left (Section 5 a): say then that "
    "they are used up. Who may take part in etablering is settled by Sections 5 and 15 of Ordinance "
    "(2017:820); if the time there is used up, that is a route of its own.",
)


def _between(
    first: date, last: date, wording: str, closed: Condition, *, phases: bool = False
) -> Version:
    return _text(
        first,
        last,
        _of_2012(closed),
        _five(wording, Confidence.INFERRED),
        _five("SFS 2011:150", Confidence.INFERRED),
        _five("SFS 2024:1354", Confidence.INFERRED),
        note=LATER_NOTE,
        phases=phases,
    )


jobb_och_utvecklingsgaranti: Final = Rule(
    id="jobb_och_utvecklingsgaranti",
    national=True,
    name=Text("jobb- och utvecklingsgarantin", "the job and development guarantee"),
    versions=(
        _text(
            date(2007, 7, 2),
            date(2007, 12, 2),
            OF_2007,
            _five(None, Confidence.INFERRED),
            note=NOTE_2007,
        ),
        _text(
            date(2007, 12, 3),
            date(2008, 4, 6),
            OF_2007 | FROM_JOBBGARANTI & ROUTE_OPEN,
            _five("SFS 2007:815", Confidence.INFERRED),
            note=NOTE_2007,
        ),
        _text(
            date(2008, 4, 7),
            date(2008, 6, 30),
            OF_2008,
            _five("SFS 2008:60"),
            note=NOTE_2008,
        ),
        _text(
            date(2008, 7, 1),
            date(2009, 12, 31),
            OF_2008 | SEEKING_WORK & PRISON,
            _five("SFS 2008:273"),
            note=NOTE_2008,
            phases=True,
        ),
        _text(
            date(2010, 1, 1),
            date(2011, 3, 31),
            OF_2010,
            _five("SFS 2009:1603", Confidence.INFERRED),
            note=NOTE_2010,
            phases=True,
        ),
        _text(
            date(2011, 4, 1),
            date(2012, 1, 31),
            OF_2011,
            _five("SFS 2011:150", Confidence.INFERRED),
            note=Text(
                "5 § har lästs utom slutet av punkt 6 (lagar.nj.se).",
                "Section 5 was read but for the end of point 6 (lagar.nj.se).",
            ),
            phases=True,
        ),
        _between(
            date(2012, 2, 1),
            date(2013, 1, 31),
            "SFS 2011:1532",
            CLOSED_BEFORE_2018,
            phases=True,
        ),
        _between(
            date(2013, 2, 1),
            date(2016, 1, 31),
            "SFS 2012:985",
            CLOSED_BEFORE_2018,
            phases=True,
        ),
        _between(date(2016, 2, 1), date(2017, 5, 14), "SFS 2015:949", CLOSED_BEFORE_2018),
        _between(date(2017, 5, 15), date(2017, 12, 31), "SFS 2017:5", CLOSED_BEFORE_2018),
        _between(date(2018, 1, 1), date(2025, 9, 30), "SFS 2017:827", CLOSED_FROM_2018),
        _text(
            date(2025, 10, 1),
            date(2025, 12, 31),
            _of_2025(CLOSED_FROM_2018),
            _five("SFS 2024:1354"),
            note=NOTE_2025,
        ),
        _text(
            date(2026, 1, 1),
            None,
            _of_2025(
                _closed(
                    TO_REFERENCE_AGE
                    & (
                        ~age(67)
                        | not_expressed(
                            Text(
                                "att personen inte har nått riktåldern för pension",
                                "that the person has not reached the reference age for pension",
                            )
                        )
                    ),
                    FRAME_FROM_2026,
                )
            ),
            _five("SFS 2024:1354"),
            cited("SFS 2017:584", "1 §", wording="SFS 2022:896"),
            note=NOTE_2025,
        ),
    ),
)

# --- The three phases

NOT_READ: Final = _unread(
    "gränserna mellan faserna redan är 150 och 450 dagar",
    "the limits between the phases are 150 and 450 days already",
)
IN_SHORT: Final = cited_description(
    "Akademikernas a-kassa, januari 2009", "jobb- och utvecklingsgarantin i korthet"
)
PHASES_NOTE: Final = Text(
    "Att fas 1 är högst 150 dagar och fas 3 börjar efter 450 har lästs i lydelsen från den 1 "
    "februari 2014 och i en a-kassas beskrivning från 2009.",
    "That phase 1 lasts at most 150 days and phase 3 begins after 450 was read in the wording of 1 "
    "February 2014 and in an unemployment fund's description of 2009.",
)


def _phase(number: int, condition: Condition) -> Rule:
    def text(first: date, last: date, wording: str | None, *, read: bool = False) -> Version:
        unread = wording is None
        return Version(
            reading="sfs",
            valid_from=first,
            valid_to=last,
            condition=condition & NOT_READ if unread else condition,
            citations=(
                cited(
                    "SFS 2007:414",
                    "7 §",
                    wording=wording,
                    confidence=Confidence.VERIFIED if read else Confidence.INFERRED,
                ),
                IN_SHORT,
            ),
            # An agreement speaks of the last of them.
            supported_as="jobb_och_utvecklingsgaranti.phases" if read else None,
            note=PHASES_NOTE,
        )

    texts = (
        text(date(2007, 7, 2), date(2007, 12, 2), None),
        text(date(2007, 12, 3), date(2009, 3, 1), "SFS 2007:815"),
        text(date(2009, 3, 2), date(2009, 12, 31), "SFS 2009:8"),
        text(date(2010, 1, 1), date(2010, 12, 31), "SFS 2009:1603"),
        text(date(2011, 1, 1), date(2014, 1, 31), "SFS 2010:1464"),
        text(date(2014, 2, 1), date(2016, 1, 31), "SFS 2013:1169", read=True),
    )
    return Rule(
        id=f"jobb_och_utvecklingsgaranti_fas_{number}",
        national=True,
        name=Text(
            f"fas {number} i jobb- och utvecklingsgarantin",
            f"phase {number} of the job and development guarantee",
        ),
        # Phase 3 began with SFS 2009:8.
        versions=texts[2:] if number == 3 else texts,
    )


jobb_och_utvecklingsgaranti_fas_1: Final = _phase(1, ENROLLED & ~at_least(BENEFIT_DAYS, 150))
jobb_och_utvecklingsgaranti_fas_2: Final = _phase(
    2, ENROLLED & at_least(BENEFIT_DAYS, 150) & ~at_least(BENEFIT_DAYS, 450)
)
jobb_och_utvecklingsgaranti_fas_3: Final = _phase(3, ENROLLED & at_least(BENEFIT_DAYS, 450))
