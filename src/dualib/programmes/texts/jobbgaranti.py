"""Jobbgaranti för ungdomar (SFS 2007:813): 90 days of unemployment, in the shared model within 120 days.

A person who turns 25 inside the programme stays until another ground ends it: 10 § lists no age. So the rule is about
who can be assigned; :func:`dualib.conditions.participates` is about who takes part.
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
from dualib.sources import Citation, Confidence
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
    """Ninety days of full-time unemployment or of part-time work with benefit right, counted apart."""
    return named(
        QUALIFYING_TIME,
        days_in(JOBLESS, at_least=90, window=window, ends=Ends.ON)
        | days_in(PART_TIME, at_least=90, window=window, ends=Ends.ON)
        & has("unemployment_benefit_right"),
    )


def _ninety_days(counted: DaySet) -> Condition:
    """5 §: unemployed and registered in all 90 calendar days in a frame of four months."""
    return days_in(counted, at_least=90, window=last_months(4), ends=Ends.ON)


def _sfs(qualifying: Condition, *without: Condition) -> Condition:
    """Unemployed and registered on the day, of the right age, and qualified or on one of the routes without time."""
    routes: Condition = named(QUALIFYING_TIME, qualifying)
    if without:
        routes = routes | named(NO_QUALIFYING_TIME, reduce(or_, without))
    return YOUTH & during(JOBLESS) & routes


PRISON: Final = has("sentenced_to_prison")
INTRODUCED: Final = has("arbetslivsintroduktion_done")
ESTABLISHED: Final = has("etablering_time_used")
ROUTE_OPEN: Final = not_expressed(
    Text(
        "att vägen från etablering redan fanns i 5 § (den dag den kom till har inte hittats)",
        "that the route from etablering already stood in 5 § (the day it came was not found)",
    )
)
CONSECUTIVE: Final = run(JOBLESS, months(3), ends=Ends.ON)
FIFTEEN_MONTHS: Final = Limit(
    name=Text("längsta tid i jobbgarantin", "longest time in the job guarantee"),
    counted=days(Status.IN_JOBBGARANTI),
    length=months(15),
    citations=(cited("SFS 2007:813", "10 §"),),
)
NOT_SEEN: Final = Text(
    "Författningstexten har inte setts.", "The text of the ordinance was not seen."
)
PART_TIME_NOTE: Final = Text(
    "5 § talar om arbetslösa; vägen med deltids- eller timarbete följer av 4 § och Arbetsförmedlingens praxis.",
    "5 § speaks of unemployed persons; the route by part-time or hourly work follows from 4 § and from practice.",
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


PART_TIME_90: Final = _ninety_days(PART_TIME)
NINETY: Final = _ninety_days(JOBLESS)
NINETY_WITH_CONTRACT: Final = _ninety_days(JOBLESS | CONTRACT)


def _text(
    first: date,
    last: date | None,
    wording: str,
    condition: Condition,
    *,
    confidence: Confidence = Confidence.VERIFIED,
    note: Text | None = None,
    ambiguities: tuple[Ambiguity, ...] = (),
    more: tuple[Citation, ...] = (),
) -> Version:
    return Version(
        reading="sfs",
        valid_from=first,
        valid_to=last,
        condition=condition,
        citations=(cited("SFS 2007:813", "5 §", wording=wording, confidence=confidence), *more),
        note=note,
        ambiguities=ambiguities,
        limits=(FIFTEEN_MONTHS,),
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
                "Modellen frågar inte om personen är arbetssökande den dagen, bara om dagarna i ramtiden. Den gäller "
                "hela "
                "delegationens tid, 2014-12-18–2023-02-28.",
                "The model does not ask whether the person seeks work on the day, only about the days in the frame. It "
                "holds for all the delegation's time, 2014-12-18–2023-02-28.",
            ),
            limits=(FIFTEEN_MONTHS,),
        ),
        _text(date(2007, 12, 3), date(2008, 6, 30), "SFS 2007:813", _sfs(CONSECUTIVE)),
        _text(
            date(2008, 7, 1),
            date(2009, 12, 31),
            "SFS 2008:274",
            _sfs(CONSECUTIVE, PRISON),
            ambiguities=_part_time_ambiguity(
                CONSECUTIVE, run(PART_TIME, months(3), ends=Ends.ON), PRISON
            ),
        ),
        _text(
            date(2010, 1, 1),
            date(2010, 12, 31),
            "SFS 2009:1604",
            _sfs(NINETY, INTRODUCED, PRISON),
            confidence=Confidence.MEMORY,
            note=Text(
                "SFS 2009:1604 ändrade 5 §; att den införde 90 dagar på fyra månader är en slutsats av nästa lydelse.",
                "SFS 2009:1604 changed 5 §; that it brought 90 days in four months is inferred from the next text.",
            ),
            ambiguities=_part_time_ambiguity(NINETY, PART_TIME_90, INTRODUCED, PRISON),
        ),
        _text(
            date(2011, 1, 1),
            date(2011, 3, 31),
            "SFS 2010:2033",
            _sfs(NINETY, INTRODUCED, PRISON),
            ambiguities=_part_time_ambiguity(NINETY, PART_TIME_90, INTRODUCED, PRISON),
        ),
        _text(
            date(2011, 4, 1),
            date(2013, 1, 31),
            "SFS 2011:151",
            _sfs(NINETY, INTRODUCED, PRISON),
            ambiguities=_part_time_ambiguity(NINETY, PART_TIME_90, INTRODUCED, PRISON),
        ),
        _text(
            date(2013, 2, 1),
            date(2016, 1, 31),
            "SFS 2011:151; senare ändringar",
            _sfs(NINETY, INTRODUCED, PRISON, ESTABLISHED & ROUTE_OPEN),
            confidence=Confidence.MEMORY,
            note=Text(
                "Vägen från etablering står i en lokal överenskommelse från 2015. När den kom in i 5 § har inte "
                "hittats: systerförordningen (2007:414) ändrades den 1 februari 2013, och SFS 2013:688 ändrade 2 §.",
                "The route from etablering stands in a local agreement of 2015. When it came into 5 § was not found: "
                "the sister ordinance (2007:414) changed on 1 February 2013, and SFS 2013:688 changed 2 §.",
            ),
            ambiguities=_part_time_ambiguity(
                NINETY, PART_TIME_90, INTRODUCED, PRISON, ESTABLISHED & ROUTE_OPEN
            ),
        ),
        _text(
            date(2016, 2, 1),
            date(2017, 12, 31),
            "SFS 2015:950",
            _sfs(NINETY_WITH_CONTRACT, PRISON, ESTABLISHED),
            note=Text(
                "Tid med utbildningskontrakt räknas som tid som arbetslös och anmäld. Att arbetslivsintroduktion föll "
                "bort ur 5 § är en slutsats.",
                "Time in an education contract counts as time unemployed and registered. That introduction to working "
                "life left 5 § is inferred.",
            ),
            more=(
                cited(
                    "SFS 2007:813",
                    "5 §: arbetslivsintroduktion borta",
                    confidence=Confidence.MEMORY,
                ),
            ),
            ambiguities=_part_time_ambiguity(
                NINETY_WITH_CONTRACT, PART_TIME_90, PRISON, ESTABLISHED
            ),
        ),
        _text(
            date(2018, 1, 1),
            date(2019, 12, 31),
            "SFS 2017:828",
            _sfs(NINETY_WITH_CONTRACT, PRISON, ESTABLISHED),
            note=Text(
                "Första dag är en slutsats av systerförfattningar.",
                "The first day is inferred from sister acts.",
            ),
            ambiguities=_part_time_ambiguity(
                NINETY_WITH_CONTRACT, PART_TIME_90, PRISON, ESTABLISHED
            ),
        ),
        _text(
            date(2020, 1, 1),
            date(2025, 9, 30),
            "SFS 2019:1159",
            _sfs(NINETY, PRISON, ESTABLISHED),
            note=Text(
                "Första dag är en slutsats av systerförfattningar.",
                "The first day is inferred from sister acts.",
            ),
            ambiguities=_part_time_ambiguity(NINETY, PART_TIME_90, PRISON, ESTABLISHED),
        ),
        _text(
            date(2025, 10, 1),
            None,
            "SFS 2019:1159; SFS 2024:1355 i 4 och 10 §§",
            _sfs(NINETY, PRISON, ESTABLISHED),
            note=Text(
                "Ingen senare ändring funnen till 2025-12-30.",
                "No later change found up to 2025-12-30.",
            ),
            ambiguities=_part_time_ambiguity(NINETY, PART_TIME_90, PRISON, ESTABLISHED),
        ),
    ),
)
