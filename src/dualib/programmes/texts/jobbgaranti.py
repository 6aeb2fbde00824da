"""Jobbgaranti för ungdomar (SFS 2007:813): 90 days of unemployment, in the model within 120 days.

A person who turns 25 inside the programme stays until another ground ends it: 10 § lists no age. So
the rule is about who can be assigned; :func:`dualib.conditions.participates` is about who takes
part.
"""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import or_
from typing import Final

from dualib.conditions import (
    Condition,
    DaySet,
    age,
    days,
    days_in,
    during,
    has,
    named,
    not_expressed,
    run,
)
from dualib.dates import Ends, Window, last_days, last_months, months
from dualib.decisions.allowances import Limit
from dualib.language import Text
from dualib.programmes.shared_terms import (
    DUA_FROM,
    DUA_TO,
    JOBLESS,
    YOUTH,
    cited,
    cited_project,
)
from dualib.rules.rule import Ambiguity, Rule, Version
from dualib.sources import Confidence
from dualib.vocabulary.facts import Status

__all__ = ["jobbgaranti"]

PART_TIME: Final = days(Status.PART_TIME, Status.HOURLY)
CONTRACT: Final = days(Status.IN_UTBILDNINGSKONTRAKT)
QUALIFYING_TIME: Final = Text("Kvalificeringstid", "Qualifying time")
NO_QUALIFYING_TIME: Final = Text("Utan kvalificeringstid", "Without qualifying time")

YOUTH_OR_DISABILITY_CODE: Final = named(
    Text("Ålder", "Age"), age(16, below=25) | age(16, below=30) & has("disability_code")
)
ROUTES_WITHOUT_TIME: Final = named(
    NO_QUALIFYING_TIME,
    has("arbetslivsintroduktion_done")
    | during(JOBLESS) & has("sentenced_to_prison")
    | has("etablering_time_used"),
)


def _qualified(window: Window) -> Condition:
    """Ninety days of full-time unemployment or of part-time work with benefit right, apart."""
    return named(
        QUALIFYING_TIME,
        days_in(JOBLESS, at_least=90, window=window, ends=Ends.ON)
        | days_in(PART_TIME, at_least=90, window=window, ends=Ends.ON)
        & has("unemployment_benefit_right"),
    )


def _ninety_days(counted: DaySet) -> Condition:
    """5 §: unemployed and registered in all 90 calendar days in a frame of four months."""
    return days_in(counted, at_least=90, window=last_months(4), ends=Ends.ON)


def _routes(qualifying: Condition, *without: Condition) -> Condition:
    """Qualified by time, or on one of the routes without it."""
    return named(QUALIFYING_TIME, qualifying) | named(NO_QUALIFYING_TIME, reduce(or_, without))


def _assigned(qualifying: Condition, *without: Condition) -> Condition:
    """5 §: of the right age, unemployed on the day, and on one of the routes.

    Registered on the day too: the authority is to examine an assignment as soon as the section is
    met (3 §), and it assigns those who are registered with it.
    """
    return YOUTH & during(JOBLESS) & _routes(qualifying, *without)


PRISON: Final = has("sentenced_to_prison")
INTRODUCED: Final = has("arbetslivsintroduktion_done")
ESTABLISHED: Final = has("etablering_time_used")
PART_TIME_90: Final = _ninety_days(PART_TIME)
NINETY: Final = _ninety_days(JOBLESS)
NINETY_WITH_CONTRACT: Final = _ninety_days(JOBLESS | CONTRACT)
CONSECUTIVE: Final = run(JOBLESS, months(3), ends=Ends.ON)

#: SFS 2008:274: who works less than their labour supply is as good as unemployed, but only with a
#: right to benefit.
LESS_THAN_SUPPLY: Final = PART_TIME & days(Status.REGISTERED_AS_JOBSEEKER)
BY_2008: Final = (
    during(JOBLESS) | during(LESS_THAN_SUPPLY) & has("unemployment_benefit_right")
) & _routes(run(JOBLESS | LESS_THAN_SUPPLY, months(3), ends=Ends.ON), PRISON)

AS_IN_2008: Final = not_expressed(
    Text(
        "att 5 § redan från början hade vägen från Kriminalvården och räknade den som arbetar "
        "mindre än sitt arbetsutbud, som i lydelsen från juli 2008 (den första lydelsen har inte "
        "lästs)",
        "that Section 5 from the beginning had the route from the prison service and counted "
        "those who work less than their labour supply, as in the wording from July 2008 (the "
        "first wording was not read)",
    )
)
EITHER_SIDE_OF_2010: Final = not_expressed(
    Text(
        "att villkoret fanns i 5 § under 2010 (den lydelsen har inte lästs, och lydelserna före "
        "och efter skiljer sig åt)",
        "that the condition stood in Section 5 in 2010 (that wording was not read, and those "
        "before and after differ)",
    )
)
ESTABLISHED_OPEN: Final = not_expressed(
    Text(
        "att vägen från etablering redan fanns i 5 § (lydelsen från februari 2013 har inte lästs)",
        "that the route from etablering already stood in Section 5 (the wording from February "
        "2013 was not read)",
    )
)
CONTRACT_OPEN: Final = not_expressed(
    Text(
        "att tid med utbildningskontrakt redan räknades (lydelsen från augusti 2015 har inte "
        "lästs)",
        "that time in an education contract already counted (the wording from August 2015 was not "
        "read)",
    )
)
INTRODUCED_OPEN: Final = not_expressed(
    Text(
        "att vägen från arbetslivsintroduktion fanns kvar i 5 § (den har inte lästs i någon "
        "lydelse mellan 2016 och 2019)",
        "that the route from introduction to working life remained in Section 5 (it was not read "
        "in any wording between 2016 and 2019)",
    )
)

FIFTEEN_MONTHS: Final = Limit(
    name=Text("längsta tid i jobbgarantin", "longest time in the job guarantee"),
    counted=days(Status.IN_JOBBGARANTI),
    length=months(15),
    citations=(cited("SFS 2007:813", "10 §"),),
)
PART_TIME_NOTE: Final = Text(
    "5 § talar om arbetslösa; vägen med deltids- eller timarbete följer av 4 § och "
    "Arbetsförmedlingens praxis.",
    "Section 5 speaks of unemployed persons; the route by part-time or hourly work follows from "
    "Section 4 and from practice.",
)


def _part_time_ambiguity(
    qualifying: Condition, part_time: Condition, *without: Condition
) -> tuple[Ambiguity, ...]:
    """The reading in which part-time work with benefit right counts too."""
    either = JOBLESS | PART_TIME & days(Status.REGISTERED_AS_JOBSEEKER)
    routes: Condition = qualifying | part_time & has("unemployment_benefit_right")
    for route in without:
        routes = routes | during(JOBLESS) & route
    return (Ambiguity(PART_TIME_NOTE, YOUTH & during(either) & routes),)


def _text(
    first: date,
    last: date | None,
    wording: str | None,
    condition: Condition,
    *,
    confidence: Confidence = Confidence.VERIFIED,
    note: Text | None = None,
    ambiguities: tuple[Ambiguity, ...] = (),
    supported_as: str | None = None,
) -> Version:
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=condition,
        citations=(cited("SFS 2007:813", "5 §", wording=wording, confidence=confidence),),
        supported_as=supported_as,
        note=note,
        ambiguities=ambiguities,
        limits=(FIFTEEN_MONTHS,),
    )


def _ninety_days_text(
    first: date,
    last: date | None,
    wording: str,
    qualifying: Condition,
    *without: Condition,
    confidence: Confidence = Confidence.INFERRED,
    note: Text | None = None,
    supported_as: str | None = None,
) -> Version:
    """A text from 2011 on: 90 days in four months, or a route without them."""
    return _text(
        first,
        last,
        wording,
        _assigned(qualifying, *without),
        confidence=confidence,
        note=note,
        ambiguities=_part_time_ambiguity(qualifying, PART_TIME_90, *without),
        supported_as=supported_as,
    )


CONTRACT_NOTE: Final = Text(
    "Tid med utbildningskontrakt räknas som tid som arbetslös och anmäld. Första stycket är läst; "
    "om arbetslivsintroduktion fanns kvar i andra stycket har inte lästs.",
    "Time in an education contract counts as time unemployed and registered. The first paragraph "
    "was read; whether introduction to working life remained in the second paragraph was not.",
)
UNREAD_BETWEEN: Final = Text(
    "Lydelsen har inte lästs. Svaret är säkert där lydelserna före och efter är överens, annars "
    "okänt.",
    "The wording was not read. The answer is certain where the wordings before and after agree, "
    "otherwise unknown.",
)


jobbgaranti: Final = Rule(
    id="jobbgaranti",
    national=True,
    name=Text("jobbgarantin för ungdomar", "the job guarantee for young people"),
    versions=(
        Version(
            reading="dua",
            valid_from=DUA_FROM,
            valid_to=DUA_TO,
            condition=YOUTH_OR_DISABILITY_CODE & (_qualified(last_days(120)) | ROUTES_WITHOUT_TIME),
            citations=(
                cited_project(
                    "90 av 120 dagar; 16–24 år, till och med 29 år med funktionshinderkod"
                ),
            ),
            supported_as="jobbgaranti.dua",
            note=Text(
                "Modellen frågar inte om personen är arbetssökande den dagen, bara om dagarna i "
                "ramtiden. Den gäller hela delegationens tid, 2014-12-18–2023-02-28.",
                "The model does not ask whether the person seeks work on the day, only about the "
                "days in the frame. It holds for all the delegation's time, 2014-12-18–2023-02-28.",
            ),
            limits=(FIFTEEN_MONTHS,),
        ),
        _text(
            date(2007, 12, 3),
            date(2008, 6, 30),
            None,
            YOUTH & (named(QUALIFYING_TIME, CONSECUTIVE) | BY_2008 & AS_IN_2008),
            confidence=Confidence.INFERRED,
            note=Text(
                "Den första lydelsen har inte lästs. Prop. 2006/07:118 och SCB beskriver 16–24 år "
                "och tre månader som arbetslös och anmäld, som lydelsen från juli 2008.",
                "The first wording was not read. Government bill 2006/07:118 and Statistics "
                "Sweden describe ages 16–24 and three months unemployed and registered, as the "
                "wording from July 2008.",
            ),
        ),
        _text(date(2008, 7, 1), date(2009, 12, 31), "SFS 2008:274", YOUTH & BY_2008),
        _text(
            date(2010, 1, 1),
            date(2010, 12, 31),
            "SFS 2009:1604",
            YOUTH
            & (
                during(JOBLESS) & _routes(NINETY & CONSECUTIVE, PRISON)
                | (during(JOBLESS) & _routes(NINETY, INTRODUCED) | BY_2008) & EITHER_SIDE_OF_2010
            ),
            confidence=Confidence.INFERRED,
            note=UNREAD_BETWEEN,
        ),
        _ninety_days_text(
            date(2011, 1, 1),
            date(2011, 3, 31),
            "SFS 2010:2033",
            NINETY,
            INTRODUCED,
            PRISON,
            confidence=Confidence.VERIFIED,
        ),
        _ninety_days_text(
            date(2011, 4, 1),
            date(2013, 1, 31),
            "SFS 2011:151",
            NINETY,
            INTRODUCED,
            PRISON,
            confidence=Confidence.VERIFIED,
        ),
        _ninety_days_text(
            date(2013, 2, 1),
            date(2015, 8, 2),
            "SFS 2012:986",
            NINETY,
            INTRODUCED,
            PRISON,
            ESTABLISHED & ESTABLISHED_OPEN,
            note=UNREAD_BETWEEN,
        ),
        _ninety_days_text(
            date(2015, 8, 3),
            date(2016, 1, 31),
            "SFS 2015:512",
            NINETY | NINETY_WITH_CONTRACT & CONTRACT_OPEN,
            INTRODUCED,
            PRISON,
            ESTABLISHED,
            note=Text(
                f"{UNREAD_BETWEEN.sv} Vägarna utan kvalificeringstid är de som Arbetsförmedlingen "
                "räknade upp i en lokal överenskommelse i november 2015.",
                f"{UNREAD_BETWEEN.en} The routes without qualifying time are those that "
                "Arbetsförmedlingen listed in a local agreement in November 2015.",
            ),
            supported_as="jobbgaranti.2015",
        ),
        _ninety_days_text(
            date(2016, 2, 1),
            date(2017, 3, 31),
            "SFS 2015:950",
            NINETY_WITH_CONTRACT,
            INTRODUCED & INTRODUCED_OPEN,
            PRISON,
            ESTABLISHED,
            note=CONTRACT_NOTE,
        ),
        _ninety_days_text(
            date(2017, 4, 1),
            date(2017, 12, 31),
            "SFS 2017:108",
            NINETY_WITH_CONTRACT,
            INTRODUCED & INTRODUCED_OPEN,
            PRISON,
            ESTABLISHED,
            note=UNREAD_BETWEEN,
        ),
        _ninety_days_text(
            date(2018, 1, 1),
            date(2019, 12, 31),
            "SFS 2017:828",
            NINETY_WITH_CONTRACT,
            INTRODUCED & INTRODUCED_OPEN,
            PRISON,
            ESTABLISHED,
            note=CONTRACT_NOTE,
        ),
        _ninety_days_text(
            date(2020, 1, 1),
            None,
            "SFS 2019:1159",
            NINETY,
            PRISON,
            ESTABLISHED,
            confidence=Confidence.VERIFIED,
            note=Text(
                "5 § har inte ändrats sedan 2020; den 1 oktober 2025 ändrades 4 och 10 §§ (SFS "
                "2024:1355).",
                "Section 5 has not changed since 2020; on 1 October 2025 Sections 4 and 10 did "
                "(SFS 2024:1355).",
            ),
        ),
    ),
)
