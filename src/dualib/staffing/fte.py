"""Staffing added up: full-time posts and persons by party, group, phase, follow-up or placement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import reduce

import attrs

from dualib.errors import BadData, BadInput, Problem, suggestion
from dualib.language import Text, check_language, written_number
from dualib.staffing.posts import PHASES, UNIT, Extent, Post, as_extent, as_text
from dualib.verdicts import NO, UNKNOWN, YES, Verdict

__all__ = ["DIMENSIONS", "Comparison", "Heads", "Staffing", "StaffingTable", "Stated", "largest_remainder"]

Key = tuple[str, ...]

DIMENSIONS: dict[str, Text] = {
    "party": Text("part", "party"),
    "group": Text("grupp", "group"),
    "phase": Text("skede", "phase"),
    "followup": Text("uppföljning", "follow-up"),
    "placement": Text("placering", "placement"),
    "name": Text("tjänst", "post"),
}
"""What posts can be added up by."""

_NOT_STATED = Text("ej angivet", "not stated")
_TOTAL = Text("totalt", "total")
_ZERO = Extent(0, 0)


def _value(post: Post, dimension: str) -> str:
    found: str | Text = getattr(post, dimension)
    return found.sv if isinstance(found, Text) else found


def _label(post: Post, dimension: str) -> Text:
    found: str | Text = getattr(post, dimension)
    if dimension == "phase" and found:
        return PHASES[post.phase]
    text = found if isinstance(found, Text) else Text(found, found)
    return text if text.sv else _NOT_STATED


def _dimensions(by: str | Sequence[str]) -> tuple[str, ...]:
    names = (by,) if isinstance(by, str) else tuple(by)
    for name in names:
        if name not in DIMENSIONS:
            raise BadInput(
                f"by names {name!r}: expected some of {', '.join(DIMENSIONS)}.{suggestion(name, DIMENSIONS)}"
            )
    if len(set(names)) < len(names):
        raise BadInput(f"by names a dimension twice: {', '.join(names)}; name each once")
    return names


def largest_remainder(parts: Mapping[Key, int], *, decimals: int = 0) -> dict[Key, Fraction]:
    """Share 100 per cent among whole ``parts`` so that the rounded shares add to exactly 100.

    Each share is first rounded down; what is left goes, one last digit each, to the largest remainders (ties: the key
    that comes first in the alphabet, so the order of the parts does not matter). An empty result if all parts are 0.

    Examples
    --------
    >>> {key: str(share) for key, share in largest_remainder({("a",): 1, ("b",): 1, ("c",): 1}).items()}
    {('a',): '34', ('b',): '33', ('c',): '33'}
    """
    total = sum(parts.values())
    if not total:
        return {}
    scale = 100 * 10**decimals
    shares = {key: part * scale // total for key, part in parts.items()}
    left = scale - sum(shares.values())
    for key in sorted(parts, key=lambda key: (-(parts[key] * scale % total), key))[:left]:
        shares[key] += 1
    return {key: Fraction(share, 10**decimals) for key, share in shares.items()}


@attrs.frozen
class Heads:
    """How many persons some posts are.

    ``seats`` adds the printed head counts; ``unstated`` is the number of posts without one. ``low`` to ``high`` bounds
    the distinct persons: a person of one party and title may sit in several groups, persons of different titles are
    different, and nobody works more than full time. ``high`` is ``None`` when some post states no head count.
    """

    seats: int
    unstated: int
    low: int
    high: int | None

    def text(self, language: str) -> str:
        """Write the persons, and the seats where they may differ.

        >>> Heads(4, 0, 2, 4).text("sv")
        '2–4 personer på 4 platser'
        """
        swedish = check_language(language) == "sv"
        noun = ("person", "personer") if swedish else ("person", "persons")
        if self.high is None:
            return f"{'minst' if swedish else 'at least'} {self.low} {noun[self.low != 1]}"
        if self.low == self.high:
            return f"{self.low} {noun[self.low != 1]}"
        seats = f"på {self.seats} platser" if swedish else f"in {self.seats} seats"
        return f"{self.low}\N{EN DASH}{self.high} {noun[1]} {seats}"


def _heads(posts: Iterable[Post]) -> Heads:
    """Count persons: different titles or parties are different persons, one title in two groups may be the same."""
    seats = unstated = low = 0
    kinds: dict[tuple[str, str], list[Post]] = {}
    for post in posts:
        kinds.setdefault((post.party, post.name.sv), []).append(post)
        seats += post.headcount or 0
        unstated += post.headcount is None
    for alike in kinds.values():
        groups = Counter[str]()
        for post in alike:
            groups[post.group.sv] += post.headcount or 0
        work = sum(post.extent.low for post in alike)
        low += max(1, -(-work // UNIT), *groups.values())  # nobody works more than full time
    return Heads(seats, unstated, low, None if unstated else seats)


def _sum(posts: Iterable[Post]) -> Extent:
    return reduce(Extent.__add__, (post.extent for post in posts), _ZERO)


@attrs.frozen
class StaffingTable:
    """Posts added up by some dimensions: every cell, margin and total comes from the posts themselves.

    A key is a tuple with one value for each of ``by``, in that order; a value left empty is what the source does not
    state. Where only a head count is printed, a cell is an interval.
    """

    posts: tuple[Post, ...] = attrs.field(repr=False)
    by: tuple[str, ...]

    @property
    def total(self) -> Extent:
        """All posts together."""
        return _sum(self.posts)

    def _asked(self, by: str | Sequence[str] | None) -> tuple[str, ...]:
        if by is None:
            return self.by
        names = _dimensions(by)
        for name in names:
            if name not in self.by:
                raise BadInput(f"the table has no dimension {name!r}: expected some of {', '.join(self.by)}")
        return names

    def groups(self, by: str | Sequence[str] | None = None) -> dict[Key, list[Post]]:
        """Return the posts of every cell that has any, or of the margin ``by``, in the order of the source."""
        names = self._asked(by)
        groups: dict[Key, list[Post]] = {}
        for post in self.posts:
            groups.setdefault(tuple(_value(post, name) for name in names), []).append(post)
        return groups

    def cells(self, by: str | Sequence[str] | None = None) -> dict[Key, Extent]:
        """Return the full-time posts of every cell that has posts, or of the margin ``by``.

        >>> table = Staffing([Post(id="a", name="A", party="P", fte="1,5")]).fte("party")
        >>> {key: cell.text("en") for key, cell in table.cells().items()}
        {('P',): '1.5'}
        """
        return {key: _sum(posts) for key, posts in self.groups(by).items()}

    def heads(self, by: str | Sequence[str] | None = None) -> dict[Key, Heads]:
        """Return the persons of every cell that has posts, or of the margin ``by``."""
        return {key: _heads(posts) for key, posts in self.groups(by).items()}

    def shares(self, by: str | Sequence[str] | None = None, *, decimals: int = 0) -> dict[Key, Fraction]:
        """Return each cell's share of the total in per cent; they add to exactly 100.

        Empty when an extent is only an interval (a share would then claim what is not printed) or nothing is there.

        >>> staffing = Staffing([Post(id=i, name="A", party=i, fte=1) for i in "abc"])
        >>> [str(share) for share in staffing.fte("party").shares(decimals=1).values()]
        ['167/5', '333/10', '333/10']
        """
        cells = self.cells(by)
        if not all(cell.known for cell in cells.values()):
            return {}
        return largest_remainder({key: cell.low for key, cell in cells.items()}, decimals=decimals)

    def labels(self, dimension: str) -> dict[str, Text]:
        """Return the values of a dimension, in the order of the posts, with their words."""
        (name,) = self._asked(dimension)
        found: dict[str, Text] = {}
        for post in self.posts:
            found.setdefault(_value(post, name), _label(post, name))
        return found

    def rows(self, language: str, *, decimals: int = 1) -> list[dict[str, str]]:
        """Return the table for CSV: one row a cell, then the margins and the total; FTE with a point, empty = unknown.

        Columns: the dimensions of ``by``, ``fte_low``, ``fte_high``, ``share``, ``seats``, ``persons_low``,
        ``persons_high``, ``posts``.
        """
        total = _TOTAL.say(language)
        words = {name: {value: text.say(language) for value, text in self.labels(name).items()} for name in self.by}
        margins: list[tuple[str, ...]] = [self.by]
        if len(self.by) > 1:
            margins += [(name,) for name in self.by]
        if self.by:
            margins.append(())
        rows = []
        for margin in margins:
            shares = self.shares(margin, decimals=decimals)
            heads = self.heads(margin)
            for key, posts in self.groups(margin).items():
                at = dict(zip(margin, key, strict=True))
                extent, persons = _sum(posts), heads[key]
                share = shares.get(key)
                rows.append(
                    {name: words[name][at[name]] if name in at else total for name in self.by}
                    | {
                        "fte_low": _plain(extent.low),
                        "fte_high": "" if extent.high is None else _plain(extent.high),
                        "share": "" if share is None else written_number(share, "en", decimals=decimals),
                        "seats": str(persons.seats),
                        "persons_low": str(persons.low),
                        "persons_high": "" if persons.high is None else str(persons.high),
                        "posts": str(len(posts)),
                    }
                )
        return rows

    def text(self, language: str) -> str:
        """Write the table as plain text: two dimensions across, otherwise one line a cell.

        >>> print(Staffing([Post(id="a", name="A", party="P", fte="1,5")]).fte("party").text("en"))
        party  FTE  share  persons
        P      1.5  100 %  at least 2 persons
        total  1.5  100 %  at least 2 persons
        """
        swedish = check_language(language) == "sv"
        total, fte = _TOTAL.say(language), "årsarbetare" if swedish else "FTE"
        share, persons = ("andel", "personer") if swedish else ("share", "persons")
        first, across = self.by[:1], self.by[1:] if len(self.by) == 2 else ()
        lead = first if across else self.by
        columns = list(self.labels(across[0]).items()) if across else []
        cells, shares = self.cells(), self.shares(lead)
        heads, margin = self.heads(lead), self.cells(lead)
        lines = [
            [DIMENSIONS[name].say(language) for name in lead]
            + [label.say(language) for _, label in columns]
            + [total if across else fte, share, persons]
        ]
        for key, posts in self.groups(lead).items():
            found = [cells.get((*key, value)) for value, _ in columns]
            lines.append(
                [_label(posts[0], name).say(language) for name in lead]
                + ["–" if cell is None else cell.text(language) for cell in found]
                + [margin[key].text(language), _percent(shares.get(key)), heads[key].text(language)]
            )
        if lead:
            below = self.cells(across) if across else {}
            lines.append(
                [total, *[""] * (len(lead) - 1)]
                + [below[(value,)].text(language) for value, _ in columns]
                + [self.total.text(language), _percent(Fraction(100) if shares else None)]
                + [_heads(self.posts).text(language)]
            )
        widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
        return "\n".join("  ".join(word.ljust(width) for word, width in zip(line, widths)).rstrip() for line in lines)


def _plain(units: int) -> str:
    return f"{units // UNIT}.{units % UNIT:04d}".rstrip("0").rstrip(".")


def _percent(share: Fraction | None) -> str:
    return "–" if share is None else f"{written_number(share, 'en')} %"


@attrs.frozen(kw_only=True)
class Stated:
    """A sum of full-time posts that a source prints, and the posts it is said to be the sum of.

    Examples
    --------
    >>> Stated(name="Initialt", fte="1,0", posts=("a", "b")).fte.text("sv")
    '1'
    """

    name: Text = attrs.field(converter=as_text)
    fte: Extent = attrs.field(converter=as_extent)
    posts: tuple[str, ...] | None = None
    """Ids of the posts; ``None`` means all that have not ended."""
    place: str = ""


@attrs.frozen
class Comparison:
    """A stated sum beside the recomputed one; nothing is repaired."""

    stated: Stated
    recomputed: Extent

    @property
    def agrees(self) -> Verdict:
        """YES if the two are the same number, NO if they cannot be, UNKNOWN if an interval leaves it open."""
        stated, found = self.stated.fte, self.recomputed
        if stated.known and found.known:
            return YES if stated.low == found.low else NO
        low = max((stated, found), key=lambda extent: (extent.low, extent.above))
        highs = [extent.high for extent in (stated, found) if extent.high is not None]
        apart = bool(highs) and min(highs) < low.low + low.above
        return NO if apart else UNKNOWN

    def text(self, language: str) -> str:
        """Write both sums and whether they agree."""
        swedish = check_language(language) == "sv"
        stated, found = self.stated.fte.text(language), self.recomputed.text(language)
        words = {
            YES: Text("stämmer", "agrees"),
            NO: Text("stämmer inte", "does not agree"),
            UNKNOWN: Text("kan inte avgöras", "cannot be told"),
        }[self.agrees].say(language)
        name = self.stated.name.say(language)
        return (
            f"{name}: {'angivet' if swedish else 'stated'} {stated}, "
            f"{'omräknat' if swedish else 'recomputed'} {found}: {words}"
        )


def _posts(posts: Iterable[Post]) -> tuple[Post, ...]:
    return tuple(posts)


@attrs.frozen
class Staffing:
    """The posts of an agreement.

    Parameters
    ----------
    posts
        The posts, in the order of the source.

    Raises
    ------
    BadData
        If two posts have the same id.

    Examples
    --------
    >>> staffing = Staffing([
    ...     Post(id="a", name="Chef", party="Kommunen", fte="0,15", phase="now"),
    ...     Post(id="b", name="Socialsekreterare", party="Kommunen", fte="0,5", phase="later"),
    ... ])
    >>> staffing.total.exact(), staffing.at("now").total.exact()
    (Fraction(13, 20), Fraction(3, 20))
    """

    posts: tuple[Post, ...] = attrs.field(converter=_posts)

    def __attrs_post_init__(self) -> None:
        counts = Counter(post.id for post in self.posts)
        problems = [
            Problem("posts", f"id {post.id!r} is used by another post: give each its own", row)
            for row, post in enumerate(self.posts, start=1)
            if counts[post.id] > 1
        ]
        if problems:
            raise BadData(problems)

    @property
    def ended(self) -> tuple[Post, ...]:
        """The posts of phase ``"earlier"``: printed, but part of no sum."""
        return tuple(post for post in self.posts if post.phase == "earlier")

    @property
    def standing(self) -> tuple[Post, ...]:
        """The posts that sums are made of: all but those that have ended."""
        return tuple(post for post in self.posts if post.phase != "earlier")

    @property
    def total(self) -> Extent:
        """All posts of all phases together, without those that have ended."""
        return _sum(self.standing)

    def at(self, phase: str) -> Staffing:
        """Return the posts there are once ``phase`` has come about: its own and those of the phases before it.

        A post whose phase is not stated is there from ``"now"`` on.

        Raises
        ------
        BadInput
            If ``phase`` is none of :data:`PHASES`, or ``"earlier"``: those posts have ended, see :attr:`ended`.
        """
        order = [name for name in PHASES if name != "earlier"]
        if phase not in order:
            raise BadInput(f"phase is {phase!r}: expected one of {', '.join(order)}.{suggestion(phase, order)}")
        there = {"", *order[: order.index(phase) + 1]}
        return Staffing(post for post in self.posts if post.phase in there)

    def fte(self, by: str | Sequence[str] = ()) -> StaffingTable:
        """Return the table of full-time posts by some of :data:`DIMENSIONS`, without posts that have ended.

        Raises
        ------
        BadInput
            If ``by`` names something else, or a dimension twice.

        Examples
        --------
        >>> table = Staffing([Post(id="a", name="A", party="P", group="G", fte="1,5")]).fte(by=["party", "group"])
        >>> table.total.text("sv"), table.cells("group")[("G",)].text("sv")
        ('1,5', '1,5')
        """
        return StaffingTable(self.standing, _dimensions(by))

    def headcount(self, by: str | Sequence[str] = ()) -> dict[Key, Heads]:
        """Return how many persons the posts are, by some of :data:`DIMENSIONS`; without ``by`` one entry, ``()``.

        >>> Staffing([Post(id=g, name="Chef", group=g, headcount=2) for g in "ab"]).headcount()[()].text("sv")
        '2–4 personer på 4 platser'
        """
        return self.fte(by).heads()

    def compare(self, stated: Iterable[Stated]) -> tuple[Comparison, ...]:
        """Set sums that the source prints beside the sums of its posts.

        Raises
        ------
        BadInput
            If a stated sum names a post that is not there.

        Examples
        --------
        >>> staffing = Staffing([Post(id="a", name="A", fte="0,6"), Post(id="b", name="B", fte="0,5")])
        >>> print(staffing.compare([Stated(name="Totalt", fte="1,0")])[0].text("sv"))
        Totalt: angivet 1, omräknat 1,1: stämmer inte
        """
        known = {post.id: post for post in self.posts}
        found = []
        for sum_ in stated:
            names = tuple(post.id for post in self.standing) if sum_.posts is None else sum_.posts
            for name in names:
                if name not in known:
                    raise BadInput(
                        f"the stated sum {sum_.name.sv!r} names the post {name!r}, which is not there."
                        f"{suggestion(name, known)}"
                    )
            found.append(Comparison(sum_, _sum(known[name] for name in names)))
        return tuple(found)
