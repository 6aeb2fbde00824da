"""Random conditions of every sort, and people to ask them about."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from dualib.conditions import (
    Condition,
    DaySet,
    age,
    at_event,
    at_least,
    before,
    days_in,
    during,
    happened,
    has,
    judgement,
    named,
    not_expressed,
    on_or_after,
    one_of,
    participates,
    run,
    within,
)
from dualib.conditions.base import All, Always, Any, Not
from dualib.conditions.dates import Happened
from dualib.dates import Ends, Period, last_days, last_months
from dualib.language import Text
from dualib.person import ONGOING, Person, Spell
from dualib.testing import strategies
from dualib.vocabulary import DISABILITY_CODES, FACTS, NEVER, Kind, Status, Track

ON = date(2015, 5, 31)
DATES = st.dates(date(2010, 1, 1), date(2020, 12, 31))
BIRTHS = st.dates(date(1980, 1, 1), date(2000, 12, 31)) | st.just(date(1996, 2, 29))
NAMES_OF = {kind: [name for name, item in FACTS.items() if item.kind is kind] for kind in Kind}
TEXTS = st.sampled_from(
    [
        Text("står långt från arbetsmarknaden", "is far from the labour market"),
        Text("särskilda skäl.", "special reasons."),
        Text("att platsen är i välfärden", "that the place is in welfare services"),
    ]
)
RULE_NAMES = st.sampled_from([Text("Ålder", "Age"), Text("kvalificeringstid", "qualifying time")])
PERIODS = st.builds(Period, st.integers(1, 60), st.sampled_from(["days", "months"]))
ENDS = st.sampled_from(Ends)


def day_sets() -> st.SearchStrategy[DaySet]:
    return strategies.day_sets(*Status, most=4, longest=40)


@st.composite
def ages(draw: st.DrawFn) -> Condition:
    lo = draw(st.integers(0, 66))
    below = draw(st.none() | st.integers(lo + 1, lo + 50))
    return age(
        lo,
        below=below,
        at=draw(
            st.sampled_from(
                ["day", "decision", "calendar_year", "start_of_year", "statistics_date"]
            )
        ),
    )


@st.composite
def windows(draw: st.DrawFn) -> Condition:
    counted, ends = draw(day_sets()), draw(ENDS)
    skipping = draw(st.none() | day_sets())
    most = draw(st.none() | st.integers(1, 40))
    if draw(st.booleans()):
        return run(counted, draw(PERIODS), ends=ends, skipping=skipping, most_skipped=most)
    length = draw(
        st.builds(last_days, st.integers(1, 400)) | st.builds(last_months, st.integers(1, 30))
    )
    least = draw(st.integers(1, min(100, length.length.count)))
    return days_in(
        counted, at_least=least, window=length, ends=ends, skipping=skipping, most_skipped=most
    )


@st.composite
def choices(draw: st.DrawFn) -> Condition:
    name = draw(st.sampled_from(["sex", "municipality", "disability_code"]))
    known = {
        "sex": ["woman", "man"],
        "municipality": ["0880", "1980"],
        "disability_code": list(DISABILITY_CODES),
    }[name]
    return one_of(
        name, *draw(st.lists(st.sampled_from(known), min_size=1, max_size=2, unique=True))
    )


def atoms() -> st.SearchStrategy[Condition]:
    dated = st.sampled_from(NAMES_OF[Kind.DATE])
    return st.one_of(
        ages(),
        windows(),
        choices(),
        day_sets().map(during),
        st.sampled_from(["jobbgaranti", "etablering", "kaa"]).map(participates),
        st.sampled_from(NAMES_OF[Kind.YES_NO] + NAMES_OF[Kind.CODE]).map(has),
        st.builds(at_least, st.sampled_from(NAMES_OF[Kind.NUMBER]), st.integers(1, 450)),
        st.builds(within, dated, PERIODS),
        st.builds(on_or_after, dated, DATES),
        st.builds(before, dated, DATES),
        st.builds(happened, dated),
        st.builds(Happened, dated, st.just(date(2011, 1, 1)), DATES),
        st.just(Always()),
        TEXTS.map(judgement),
        TEXTS.map(not_expressed),
    )


def conditions() -> st.SearchStrategy[Condition]:
    return st.recursive(
        atoms(),
        lambda inner: st.one_of(
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: All.of(*parts)),
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: Any.of(*parts)),
            inner.map(Not),
            st.builds(named, RULE_NAMES, inner),
            st.builds(at_event, st.sampled_from(NAMES_OF[Kind.DATE]), inner),
        ),
        max_leaves=6,
    )


@st.composite
def people(draw: st.DrawFn) -> Person:
    born = draw(st.none() | BIRTHS)
    facts: dict[str, object] = {"born": born}
    for name, item in FACTS.items():
        if name == "born":
            continue
        values = {
            Kind.YES_NO: st.booleans(),
            Kind.DATE: st.just(NEVER) | st.dates(date(2010, 1, 1), ON),
            Kind.CODE: st.just(False) | st.sampled_from(list(DISABILITY_CODES)),
            Kind.CATEGORY: st.sampled_from(list(item.categories or ["0880", "1980", "0138"])),
            Kind.NUMBER: st.integers(0, 500),
        }[item.kind]
        facts[name] = draw(st.none() | values)
    spells = []
    for status in draw(st.lists(st.sampled_from(Status), max_size=4)):
        start = draw(st.dates(date(2014, 1, 1), ON))
        end = ONGOING if draw(st.booleans()) else start + timedelta(days=draw(st.integers(0, 200)))
        spells.append(Spell(start, end, status))
    seen = (date(2014, 1, 1), draw(st.dates(date(2014, 6, 1), ON)))
    tracks = draw(st.lists(st.sampled_from(Track), unique=True))
    return Person(
        spells=spells,
        observed=dict.fromkeys(tracks, seen),
        as_of=ON,
        contradictions="report",
        **facts,
    )
