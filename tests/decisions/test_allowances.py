"""How long a measure may last, held against counting the days one by one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dualib import ONGOING, Person, Spell, programmes
from dualib.conditions import Case, days
from dualib.dates import Period, months, to_day
from dualib.decisions.allowances import Allowance, BenefitDayLimit, Limit
from dualib.errors import BadInput
from dualib.exact import Bounds
from dualib.language import Text
from dualib.sources import Citation, Confidence
from dualib.vocabulary import NEVER, Status

ON = date(2015, 5, 31)
CITED = (Citation("SFS 2007:813", "1 §", Confidence.PROJECT, date(2026, 1, 1)),)
MEASURE, ILL = Status.IN_JOBBGARANTI, Status.FULL_TIME_SICK


def limit(**more):
    given = {
        "name": Text("gräns", "limit"),
        "counted": days(MEASURE),
        "length": Period(60, "days"),
        "citations": CITED,
    }
    return Limit(**(given | more))


BORN = date(1996, 2, 29)


def case_of(spells, *, observed=(BORN, ON), on=ON, **facts):
    person = Person(
        born=BORN, spells=spells, observed=observed, as_of=on, contradictions="report", **facts
    )
    return Case(person, to_day(on))


def each(spells):
    """Return the days of spells, one by one, up to the day asked about."""
    found = set()
    for first, last in spells:
        day = first
        while day <= min(last, ON):
            found.add(day)
            day += timedelta(days=1)
    return found


stretches = st.lists(
    st.tuples(st.integers(0, 500), st.integers(0, 120)).map(
        lambda pair: (ON - timedelta(days=pair[0] + pair[1]), ON - timedelta(days=pair[0]))
    ),
    max_size=4,
)


@given(stretches, stretches, st.integers(1, 30))
@example(
    [(ON - timedelta(days=30), ON)],
    [
        (ON - timedelta(days=30), ON - timedelta(days=26)),
        (ON - timedelta(days=9), ON - timedelta(days=5)),
    ],
    8,  # the second illness is skipped in part
)
def test_used_and_left_are_the_days_counted_one_by_one(measure, ill, most):
    spells = [Spell(*stretch, MEASURE) for stretch in measure] + [
        Spell(*stretch, ILL) for stretch in ill
    ]
    asked = limit(skipping=days(ILL), most_skipped=Period(most, "days")).allowance(case_of(spells))
    inside, skipped = each(measure), each(measure) & each(ill)
    used = min(len(inside) - min(len(skipped), most), 60)
    assert asked.limit.most_skipped == Period(most, "days")
    assert asked.used.value() == used
    assert asked.known
    assert asked.left.value() == max(60 - used, 0)
    assert asked.unit == "calendar days"
    assert asked.on == ON
    assert (asked.last_day is None) == (not inside)


@given(stretches)
def test_the_last_day_is_the_day_the_allowance_is_used_up(measure):
    asked = limit().allowance(case_of([Spell(*stretch, MEASURE) for stretch in measure]))
    inside = sorted(each(measure))
    if not inside:
        assert asked.last_day is None
        assert asked.left.value() == 60
    elif len(inside) < 60:
        assert asked.last_day == (ON + timedelta(days=60 - len(inside)),) * 2
    else:
        assert asked.last_day == (inside[59],) * 2


@given(stretches, st.integers(0, 400))
def test_days_that_were_not_observed_make_an_interval_that_holds_the_truth(measure, ago):
    spells = [Spell(*stretch, MEASURE) for stretch in measure]
    truth = limit().allowance(case_of(spells))
    seen = case_of(
        [spell for spell in spells if spell.end >= ON - timedelta(days=ago)],
        observed=(ON - timedelta(days=ago), ON),
    )
    asked = limit().allowance(seen)
    assert asked.used.contains(truth.used.value())
    assert asked.left.contains(truth.left.value())
    assert asked.left.low == 0  # all may have been used before anybody looked
    assert asked.used.high == 60


def test_a_length_in_months_is_laid_out_from_the_first_day():
    begun = date(2015, 1, 31)
    asked = limit(length=months(4)).allowance(case_of([Spell(begun, ONGOING, MEASURE)]))
    assert asked.used.value() == 120
    # to 30 May, the day before the same day of the month four months on
    assert asked.left.value() == 0
    assert asked.last_day == (date(2015, 5, 30),) * 2


def test_a_measure_not_begun_has_its_whole_length_from_the_next_day():
    # June; from 30 May it would be 31 days
    assert limit(length=months(1)).allowance(case_of([])).left.value() == 30


def test_a_month_that_began_among_days_not_observed_may_be_a_long_one():
    born, on = date(2012, 11, 1), date(2013, 2, 10)
    spells = [Spell(date(2013, 2, 5), date(2013, 2, 6), MEASURE)]
    person = Person(born=born, spells=spells, observed=(date(2013, 2, 3), on), as_of=on)
    asked = limit(length=months(1)).allowance(Case(person, to_day(on)))
    assert asked.used == Bounds(2, 31)
    # begun on a day in December or January: 31 days, of which three are used
    assert asked.left == Bounds(0, 28)


@pytest.mark.parametrize(
    ("more", "facts", "last"),
    [
        ({"frame": months(2)}, {}, date(2015, 6, 30)),
        ({"frame": months(2), "frame_from": "first_registered"}, {}, date(2015, 7, 29)),
        (
            {"frame": months(2), "frame_from": "first_registered"},
            {"first_registered": NEVER},
            date(2015, 7, 29),
        ),
        (
            {"frame": months(2), "frame_from": "first_registered"},
            {"first_registered": date(2015, 4, 10)},
            date(2015, 6, 10),
        ),
    ],
)
def test_a_frame_ends_the_measure_whatever_is_left(more, facts, last):
    asked = limit(**more).allowance(
        case_of([Spell(date(2015, 5, 1), date(2015, 5, 1), MEASURE)], **facts)
    )
    assert asked.last_day == (last, last)
    assert asked.left.value() == 59


def test_benefit_days_are_read_and_have_no_dates():
    found = BenefitDayLimit(
        name=Text("g", "l"), fact="benefit_days_in_jobbgaranti", length=450, citations=CITED
    )
    asked = found.allowance(case_of([], benefit_days_in_jobbgaranti=440))
    assert (asked.used, asked.left, asked.last_day, asked.unit) == (
        Bounds(440, 440),
        Bounds(10, 10),
        None,
        "benefit days",
    )
    assert (asked.limit, asked.on) == (found, ON)
    over = found.allowance(case_of([], benefit_days_in_jobbgaranti=460))
    assert over.left.value() == 0
    silent = found.allowance(case_of([]))
    assert silent == Allowance(found, ON, "benefit days", Bounds(0, None), None, None)
    assert not silent.known


def test_facts_of_the_wrong_kind_are_refused():
    with pytest.raises(
        BadInput, match="frame_from is 'sex', a fact that is a category: expected a date"
    ):
        limit(frame_from="sex")
    with pytest.raises(BadInput, match="fact is 'born', which is a date: expected a whole number"):
        BenefitDayLimit(name=Text("g", "l"), fact="born", length=450, citations=CITED)


def test_rules_answer_with_their_limits():
    spells = [Spell(date(2015, 1, 1), ONGOING, MEASURE)]
    person = Person(born=BORN, spells=spells, observed=(BORN, ON), as_of=ON)
    asked = programmes.jobbgaranti.allowance(person, on=ON, reading="sfs")
    assert asked.used.value() == 151
    assert asked.last_day is not None


def test_what_happened_before_anybody_looked_may_have_used_it_all():
    person = Person(
        spells=[Spell(date(2015, 5, 1), ONGOING, MEASURE)],
        observed=(date(2015, 1, 1), ON),
        as_of=ON,
    )
    asked = limit().allowance(Case(person, to_day(ON)))
    assert asked.used == Bounds(31, 60)
    assert asked.left == Bounds(0, 29)
    assert asked.last_day == (None, date(2015, 6, 29))


@given(
    st.integers(0, 1500),
    st.sampled_from([months(1), months(2), months(12), Period(20, "days")]),
    st.sampled_from([None, months(1), Period(2, "days")]),
    st.sampled_from([None, months(2)]),
    st.integers(0, 3),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 30)), max_size=2),
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 9)), max_size=1),
)
@example(0, Period(20, "days"), None, None, 2, [(5, 3)], [])
def test_every_way_in_which_unknown_days_turn_out_lies_within_the_interval(
    day, length, most_skipped, frame, unseen, measure, ill
):
    """Months laid out from another first day hold another number of days: the interval allows for that."""
    born = date(2013, 1, 1) + timedelta(days=day)
    on = born + timedelta(days=45)
    seen = born + timedelta(days=unseen)
    asked = limit(length=length, skipping=days(ILL), most_skipped=most_skipped, frame=frame)

    def spell(stretch, status):
        first = seen + timedelta(days=stretch[0])
        return Spell(min(first, on), min(first + timedelta(days=stretch[1]), on), status)

    known = [spell(stretch, MEASURE) for stretch in measure] + [
        spell(stretch, ILL) for stretch in ill
    ]
    told = {"as_of": on, "contradictions": "report", "born": born}
    told_of = Person(spells=known, observed=(seen, on), **told)
    found = asked.allowance(Case(told_of, to_day(on)))
    for choice in range(4**unseen):
        more = [
            Spell(at, at, status)
            for place in range(unseen)
            for at in [born + timedelta(days=place)]
            for bit, status in ((1, MEASURE), (2, ILL))
            if choice >> 2 * place & bit
        ]
        truth = asked.allowance(
            Case(Person(spells=[*known, *more], observed=(born, on), **told), to_day(on))
        )
        assert truth.known
        assert found.used.contains(truth.used.value())
        assert found.left.contains(truth.left.value())
        if found.last_day is not None:
            assert found.last_day[0] <= truth.last_day[0] <= found.last_day[1]


def test_skipped_days_do_not_bring_the_last_day_forward():
    """Twenty days of the measure, the first five of them ill: ten days are used up on the fifteenth."""
    first = ON - timedelta(days=19)
    spells = [Spell(first, ON, MEASURE), Spell(first, first + timedelta(days=4), ILL)]
    asked = limit(length=Period(10, "days"), skipping=days(ILL)).allowance(case_of(spells))
    assert asked.used.value() == 10
    assert asked.last_day == (first + timedelta(days=14),) * 2


def test_a_history_of_which_nothing_is_known_takes_no_long_time():
    person = Person(
        spells=[Spell(date(2015, 5, 1), ONGOING, MEASURE)], observed=(date(2015, 5, 1), ON)
    )
    asked = limit(length=months(14), skipping=days(ILL), most_skipped=months(6)).allowance(
        Case(person, to_day(ON))
    )
    assert asked.last_day is not None
    assert asked.last_day[0] is None
    assert asked.left.low == 0
