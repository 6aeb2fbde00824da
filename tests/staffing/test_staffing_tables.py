"""Sums of staffing: equal to a slow oracle, whatever the order; shares of exactly 100; persons within their bounds."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.errors import BadData, BadInput
from dualib.exact import Bounds
from dualib.language import Text
from dualib.staffing import PHASES, Extent, Heads, Post, Staffing, Stated
from dualib.staffing.tables import DIMENSIONS, largest_remainder
from dualib.tabular import in_format
from dualib.verdicts import NO, UNKNOWN, YES

DATA = Path(__file__).parents[2] / "src" / "dualib" / "local_agreements"
NAMES = list(DIMENSIONS)
UNIT = 10_000


def shipped(name: str) -> Staffing:
    """The posts of an agreement, read the plainest way there is."""
    with (DATA / name / "staffing.csv").open(encoding="utf-8", newline="") as file:
        return Staffing(
            Post(
                id=row["id"],
                name=Text(row["post"], row["post_en"]),
                group=Text(row["group"], row["group_en"]),
                party=row["party"],
                fte=Extent(row["fte_low"], row["fte_high"]) if row["fte_low"] else None,
                headcount=int(row["headcount"]) if row["headcount"] else None,
                phase=row["phase"],
                followup=row["followup"],
                placement=row["placement"],
            )
            for row in csv.DictReader(file)
        )


@st.composite
def staffings(draw, *, exact=False):
    """Posts with few distinct words, so that cells hold several; exact, interval and unknown extents."""
    posts = []
    for number in range(draw(st.integers(0, 8))):
        low = draw(st.integers(0, 3 * UNIT))
        headcount = draw(st.none() | st.integers(3, 6))
        high = low if exact else draw(st.sampled_from([low, low + 2_500, None]))
        posts.append(
            Post(
                id=f"p{number}",
                name=draw(st.sampled_from("AB")),
                group=draw(st.sampled_from(["", "G", "H"])),
                party=draw(st.sampled_from(["", "P", "Q"])),
                fte=None if high is None else Extent(Fraction(low, UNIT), Fraction(high, UNIT)),
                headcount=headcount,
                phase=draw(st.sampled_from(["", *PHASES])),
                followup=draw(st.sampled_from(["", "F"])),
                placement=draw(st.sampled_from(["", "L"])),
            )
        )
    return Staffing(posts)


dimensions = st.lists(st.sampled_from(NAMES), unique=True, max_size=3)


def word(post: Post, name: str) -> str:
    found = getattr(post, name)
    return found.sv if isinstance(found, Text) else found


@given(staffings(exact=True), dimensions)
def test_cells_margins_and_total_equal_the_fraction_oracle(staffing, by):
    table = staffing.fte(by)
    posts = [post for post in staffing.posts if post.phase != "earlier"]
    for margin in [by, *[[name] for name in by], []]:
        wanted: dict[tuple[str, ...], Fraction] = {} if margin else {(): Fraction(0)}
        for post in posts:
            key = tuple(word(post, name) for name in margin)
            wanted[key] = wanted.get(key, Fraction(0)) + post.fte.low
        assert {key: cell.value() for key, cell in table.cells(margin).items()} == wanted
        assert sum(wanted.values()) == table.total.value() == staffing.total.value()


@given(staffings(), dimensions, st.randoms(use_true_random=False))
def test_sums_and_shares_do_not_depend_on_the_order(staffing, by, random):
    posts = list(staffing.posts)
    random.shuffle(posts)
    one, other = staffing.fte(by), Staffing(posts).fte(by)
    assert (one.cells(), one.heads(), one.shares()) == (
        other.cells(),
        other.heads(),
        other.shares(),
    )
    assert one.total == other.total


@given(staffings(exact=True), dimensions, st.integers(0, 3))
def test_shares_add_to_exactly_a_hundred_and_are_within_one_last_digit(staffing, by, decimals):
    table = staffing.fte(by)
    shares, total = table.shares(decimals=decimals), table.total.value()
    assert sum(shares.values()) == (100 if total else 0)
    for key, share in shares.items():
        assert abs(share - 100 * table.cells()[key].value() / total) < Fraction(1, 10**decimals)


@given(
    st.dictionaries(st.tuples(st.text("abc", max_size=3)), st.integers(0, 10**9), max_size=8),
    st.integers(0, 2),
)
def test_largest_remainder_adds_to_a_hundred(parts, decimals):
    shares = largest_remainder(parts, decimals=decimals)
    assert (
        (sum(shares.values()) == 100 and set(shares) == set(parts))
        if any(parts.values())
        else shares == {}
    )


def test_shares_are_left_out_where_an_extent_is_an_interval():
    table = Staffing(
        [Post(id="a", name="A", party="P", fte=1), Post(id="b", name="B", party="Q", headcount=2)]
    )
    assert table.fte("party").shares() == {}


@given(staffings(), st.data())
def test_interval_sums_contain_every_completion(staffing, data):
    truths: dict[str, Fraction] = {}
    for post in staffing.standing:
        extent = post.extent
        high = extent.low + 3 if extent.high is None else extent.high
        units = st.integers(int(extent.low * UNIT) + extent.above, int(high * UNIT))
        truths[post.id] = Fraction(data.draw(units), UNIT)
    by = data.draw(dimensions)
    table = staffing.fte(by)
    for margin in (by, []):
        for key, posts in table.groups(margin).items():
            assert table.cells(margin)[key].contains(sum(truths[post.id] for post in posts))


@st.composite
def seatings(draw):
    """Real persons seated in posts, and the posts as a source would print them."""
    persons = draw(
        st.lists(st.tuples(st.sampled_from("PQ"), st.sampled_from("AB")), min_size=1, max_size=6)
    )
    left = [UNIT] * len(persons)
    seats: dict[tuple[str, str, str], list[tuple[int, int]]] = {}
    for number, (party, name) in enumerate(persons):
        for group in draw(st.lists(st.sampled_from("GHI"), unique=True, min_size=1, max_size=3)):
            work = draw(st.integers(0, left[number]))
            left[number] -= work
            seats.setdefault((party, name, group), []).append((number, work))
    posts = []
    for number, ((party, name, group), sitting) in enumerate(seats.items()):
        print_fte, print_heads = draw(st.booleans()), draw(st.booleans())
        work = sum(found for _, found in sitting)
        posts.append(
            Post(
                id=str(number),
                name=name,
                group=group,
                party=party,
                fte=Extent.of(Fraction(work, UNIT)) if print_fte else None,
                headcount=len(sitting) if print_heads else None,
            )
        )
    return posts, [{person for person, _ in sitting} for sitting in seats.values()]


@given(seatings(), st.sets(st.integers(0, 20)))
def test_bounds_on_persons_contain_the_persons_who_are_there(seating, chosen):
    posts, sitting = seating
    some = [number for number in range(len(posts)) if number in chosen or not chosen]
    found = (
        Staffing(posts[number] for number in some).headcount()[()]
        if some
        else Heads(0, 0, Bounds(0, 0))
    )
    truth = len(set().union(*(sitting[number] for number in some)))
    assert found.persons.contains(truth)
    assert found.persons.high in (None, found.seats)
    assert found.unstated == sum(posts[number].headcount is None for number in some)


def test_tyreso_is_thirteen_and_a_quarter_and_by_party():
    table = shipped("tyreso").fte(by=["party", "group"])
    assert table.total == Extent.of("13,25")
    assert {key[0]: cell.text("sv") for key, cell in table.cells("party").items()} == {
        "Tyresö kommun": "7,5",
        "Arbetsförmedlingen": "3,75",
        "Försäkringskassan": "1,5",
        "Samordningsförbundet": "0,5",
    }
    assert {key[0]: cell.text("sv") for key, cell in table.cells("group").items()} == {
        "Ung i Tyresö": "5",
        "En väg in": "5,25",
        "Ansökan om statsbidrag": "3",
    }
    assert sum(table.shares("party").values()) == 100
    assert shipped("tyreso").at("now").total == Extent.of("10,25")
    assert (
        table.text("sv")
        == """\
part                  Ung i Tyresö  En väg in  Ansökan om statsbidrag  totalt  andel  personer
Tyresö kommun         2,5           3          2                       7,5     57 %   minst 8 personer
Arbetsförmedlingen    2             0,75       1                       3,75    28 %   minst 4 personer
Samordningsförbundet  0,5           –          –                       0,5     4 %    minst 1 person
Försäkringskassan     –             1,5        –                       1,5     11 %   minst 2 personer
totalt                5             5,25       3                       13,25   100 %  minst 15 personer"""
    )


def test_hammaro_now_and_later_agree_with_the_stated_sums():
    staffing = shipped("hammaro")
    now = tuple(post.id for post in staffing.posts if post.phase == "now")
    found = staffing.compare(
        [
            Stated(name=Text("Initialt", "At first"), fte="1,0", posts=now, place="Totalt, rad 1"),
            Stated(name=Text("På sikt", "Later"), fte="1,6", place="Totalt, rad 2"),
        ]
    )
    assert [each.agrees for each in found] == [YES, YES]
    assert staffing.at("now").total == Extent.of(1)
    assert staffing.at("later").total == Extent.of("1.6")
    assert found[1].text("sv") == "På sikt: angivet 1,6, omräknat 1,6: stämmer"


def test_vasteras_is_an_interval_with_shared_persons_stated():
    staffing = shipped("vasteras")
    assert staffing.fte("party").cells()[("Arbetsförmedlingen",)] == Extent(0, 14, above=True)
    heads = staffing.headcount("party")
    assert heads[("Arbetsförmedlingen",)] == Heads(14, 0, Bounds(8, 14))
    assert heads[("Västerås stad",)].text("en") == "12–18 persons in 18 seats"
    assert heads[("Övriga parter",)].persons.high is None
    assert staffing.fte("party").cells()[("",)] == Extent.of(1)
    assert staffing.total.text("en") == "above 1, upper bound unknown"


def test_rows_for_csv_hold_cells_margins_and_total():
    staffing = Staffing(
        [
            Post(id="a", name="A", party="P", group=Text("G", "Ge"), fte="1,5", headcount=2),
            Post(id="b", name="B", party="Q", headcount=2, phase="later"),
            Post(id="c", name="C", party="Q", phase="earlier", fte=1),
        ]
    )
    assert in_format(staffing.fte(["party", "group"]), "csv", "en").splitlines() == [
        "party,group,fte_low,fte_high,share,seats,persons_low,persons_high,posts",
        "P,Ge,1.5,1.5,,2,2,2,1",
        "Q,not stated,0,2,,2,2,2,1",
        "P,total,1.5,1.5,,2,2,2,1",
        "Q,total,0,2,,2,2,2,1",
        "total,Ge,1.5,1.5,,2,2,2,1",
        "total,not stated,0,2,,2,2,2,1",
        "total,total,1.5,3.5,,4,4,4,2",
    ]
    unknown = Staffing([Post(id="a", name="A")]).fte().to_rows()
    assert unknown.records() == [
        {
            "fte_low": 0,
            "fte_high": None,
            "share": None,
            "seats": 0,
            "persons_low": 1,
            "persons_high": None,
            "posts": 1,
        }
    ]
    one = Staffing([Post(id="a", name="A", fte=1)]).fte("name")
    assert in_format(one, "csv", "sv").splitlines()[1:] == [
        "A,1,1,100.0,0,1,,1",
        "totalt,1,1,100.0,0,1,,1",
    ]
    assert str(one.to_rows(decimals=0)[0][3]) == "100"


def test_texts_of_other_shapes():
    staffing = Staffing(
        [
            Post(id="a", name="A", party="P", fte=1, phase="applied", headcount=1),
            Post(id="b", name="A", party="P", headcount=2),
            Post(id="c", name="A", party="P", headcount=1, group="G"),
        ]
    )
    assert (
        staffing.fte(["party", "phase", "name"]).text("sv")
        == """\
part    skede       tjänst  årsarbetare    andel  personer
P       medel söks  A       1              –      1 person
P       ej angivet  A       över 0 till 3  –      2–3 personer på 3 platser
totalt                      över 1 till 4  –      3–4 personer på 4 platser"""
    )
    assert (
        staffing.fte().text("en")
        == "FTE              share  persons\nabove 1 up to 4  –      3–4 persons in 4 seats"
    )
    assert Staffing([]).fte().text("en") == "FTE  share  persons\n0    –      0 persons"
    assert (
        Staffing([]).fte("party").text("en")
        == "party  FTE  share  persons\ntotal  0    –      0 persons"
    )


def test_posts_that_have_ended_are_in_no_sum():
    staffing = Staffing(
        [
            Post(id="a", name="A", fte=1, phase="earlier"),
            Post(id="b", name="A", fte=2, phase="planned"),
        ]
    )
    assert (staffing.total, staffing.fte("phase").total) == (Extent.of(2), Extent.of(2))
    assert [post.id for post in staffing.ended] == ["a"]
    assert (staffing.at("now").total, staffing.at("planned").total) == (Extent.of(0), Extent.of(2))
    assert staffing.compare([Stated(name="all", fte=2)])[0].agrees is YES


@pytest.mark.parametrize(
    ("stated", "fte", "headcount", "agrees", "text"),
    [
        (1, "1,1", None, NO, "S: stated 1, recomputed 1.1: does not agree"),
        (1, None, 2, UNKNOWN, "S: stated 1, recomputed above 0 up to 2: cannot be told"),
        (3, None, 2, NO, "S: stated 3, recomputed above 0 up to 2: does not agree"),
        (0, None, 2, NO, "S: stated 0, recomputed above 0 up to 2: does not agree"),
        (
            3,
            None,
            None,
            UNKNOWN,
            "S: stated 3, recomputed above 0, upper bound unknown: cannot be told",
        ),
        (Extent(0, None), None, None, UNKNOWN, None),
        (Extent(1, 2), Extent(2, 3), None, UNKNOWN, None),
        (Extent(1, 2), Extent(3, 4), None, NO, None),
    ],
)
def test_stated_against_recomputed(stated, fte, headcount, agrees, text):
    staffing = Staffing([Post(id="a", name="A", fte=fte, headcount=headcount)])
    (found,) = staffing.compare([Stated(name="S", fte=stated)])
    assert found.agrees is agrees
    assert text is None or found.text("en") == text


def pair(**k):
    return Staffing([Post(id="a", name="A", party="P", fte=1, **k)])


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Staffing(
                [Post(id="a", name="A"), Post(id="b", name="A"), Post(id="a", name="B")]
            ),
            "2 problems:\n  posts, rows 1, 3: id 'a' is used by another post: give each its own",
        ),
        (
            lambda: pair().fte("partty"),
            "by names 'partty': expected some of party, group, phase, followup, placement, name. Did you mean 'party'?",
        ),
        (
            lambda: pair().fte(["party", "party"]),
            "by names a dimension twice: party, party; name each once",
        ),
        (
            lambda: pair().fte("party").cells("group"),
            "the table has no dimension 'group': expected some of party",
        ),
        (
            lambda: pair().at("nou"),
            "phase is 'nou': expected one of now, planned, applied, later. Did you mean 'now'?",
        ),
        (
            lambda: pair().at("earlier"),
            "phase is 'earlier': expected one of now, planned, applied, later. Posts of phase "
            "'earlier' have ended; see .ended",
        ),
        (
            lambda: pair().compare([Stated(name="S", fte=1, posts=("b",))]),
            "the stated sum 'S' names the post 'b', which is not there.",
        ),
    ],
)
def test_bad_input_says_what_and_how_to_mend(make, message):
    with pytest.raises(BadInput) as caught:
        make()
    assert str(caught.value) == message
    assert isinstance(caught.value, BadData) == message.startswith("2 problems")
