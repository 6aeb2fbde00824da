"""Cross tables of posts: full-time posts, persons and shares by party, group, phase, follow-up or placement."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

import attrs

from dualib.errors import BadInput, nearest
from dualib.exact.bounds import Bounds
from dualib.language import Text, check_language, written_number
from dualib.messages import message
from dualib.staffing.posts import PHASES, Extent, Post
from dualib.tabular import Cell, Rows, aligned

__all__ = [
    "DIMENSIONS",
    "NOT_STATED",
    "TOTAL",
    "Heads",
    "Key",
    "StaffingTable",
    "dimensions",
    "largest_remainder",
    "total_of",
]

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

_COLUMNS: Final = (
    "fte_low",
    "fte_high",
    "share",
    "seats",
    "persons_low",
    "persons_high",
    "posts",
)
NOT_STATED = Text("ej angivet", "not stated")
TOTAL = Text("totalt", "total")
_ZERO = Extent(0, 0)


def _value(post: Post, dimension: str) -> str:
    found: str | Text = getattr(post, dimension)
    return found.sv if isinstance(found, Text) else found


def _label(post: Post, dimension: str) -> Text:
    found: str | Text = getattr(post, dimension)
    if dimension == "phase" and found:
        return PHASES[post.phase]
    text = found if isinstance(found, Text) else Text(found, found)
    return text if text.sv else NOT_STATED


def dimensions(by: str | Sequence[str]) -> tuple[str, ...]:
    """Return the names in ``by``, each one of :data:`DIMENSIONS` and there once.

    Raises
    ------
    BadInput
        If a name is none of them, or there twice.

    Examples
    --------
    >>> dimensions("party")
    ('party',)
    """
    if not isinstance(by, Iterable):
        raise BadInput(message("staffing/by-not-names", value=by))
    names = (by,) if isinstance(by, str) else tuple(by)
    for name in names:
        if name not in DIMENSIONS:
            raise BadInput(
                message(
                    "staffing/no-dimension",
                    name=name,
                    known=tuple(DIMENSIONS),
                    near=nearest(name, DIMENSIONS),
                )
            )
    if len(set(names)) < len(names):
        raise BadInput(message("staffing/dimension-twice", names=names))
    return names


def largest_remainder(
    parts: Mapping[Key, int | Fraction], *, decimals: int = 0
) -> dict[Key, Fraction]:
    """Share 100 per cent among exact ``parts`` so that the rounded shares add to exactly 100.

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

    ``seats`` adds the printed head counts; ``unstated`` is the number of posts without one.
    ``persons`` bounds the distinct persons: a person of one party and title may sit in several
    groups, persons of different titles are different, and nobody works more than full time. Nothing
    bounds them above when some post states no head count.

    >>> from dualib.staffing import Post
    >>> posts = (Post(id="a", name="A", headcount=2), Post(id="b", name="B"))
    >>> StaffingTable(posts, ()).heads()[()].unstated
    1
    """

    seats: int
    unstated: int
    persons: Bounds[int]

    def text(self, language: str = "sv") -> str:
        """Write the persons, and the seats where they may differ.

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.

        Examples
        --------
        >>> Heads(4, 0, Bounds(2, 4)).text("sv")
        '2–4 personer på 4 platser'
        """
        swedish = check_language(language) == "sv"
        one = self.persons.low == 1 and (self.persons.known or self.persons.high is None)
        noun = "person" if one else "personer" if swedish else "persons"
        text = f"{self.persons.text(language)} {noun}"
        if self.persons.known or self.persons.high is None:
            return text
        return f"{text} på {self.seats} platser" if swedish else f"{text} in {self.seats} seats"


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
        low += max(1, math.ceil(work), *groups.values())  # nobody works more than full time
    return Heads(seats, unstated, Bounds(low, None if unstated else seats))


def total_of(posts: Iterable[Post]) -> Extent:
    """Add the extents of some posts; the order does not matter.

    >>> total_of([Post(id="a", name="A", fte="1,5"), Post(id="b", name="B", fte="0,75")]).value()
    Fraction(9, 4)
    """
    return sum((post.extent for post in posts), start=_ZERO)


@attrs.frozen
class StaffingTable:
    """Posts added up by some dimensions: every cell, margin and total comes from the posts themselves.

    A key is a tuple with one value for each of ``by``, in that order; a value left empty is what the source does not
    state. Where only a head count is printed, a cell is an interval.

    >>> from dualib import agreement
    >>> table = agreement("kalmar").staffing.fte(by="party")
    >>> table.by
    ('party',)
    """

    posts: tuple[Post, ...] = attrs.field(repr=False)
    by: tuple[str, ...]

    @property
    def total(self) -> Extent:
        """All posts together."""
        return total_of(self.posts)

    def _asked(self, by: str | Sequence[str] | None) -> tuple[str, ...]:
        if by is None:
            return self.by
        names = dimensions(by)
        for name in names:
            if name not in self.by:
                raise BadInput(message("staffing/no-dimension-here", name=name, known=self.by))
        return names

    def groups(self, by: str | Sequence[str] | None = None) -> dict[Key, list[Post]]:
        """Return the posts of every cell that has any, or of the margin ``by``, in the order of the source.

        Raises
        ------
        BadInput
            If the table has no such dimension, or it is named twice.

        Examples
        --------
        >>> table = StaffingTable((Post(id="a", name="A", party="P", fte=1),), ("party",))
        >>> {key: [post.id for post in posts] for key, posts in table.groups().items()}
        {('P',): ['a']}
        """
        names = self._asked(by)
        groups: dict[Key, list[Post]] = (
            {} if names else {(): []}
        )  # a total is there also when no post is
        for post in self.posts:
            groups.setdefault(tuple(_value(post, name) for name in names), []).append(post)
        return groups

    def cells(self, by: str | Sequence[str] | None = None) -> dict[Key, Extent]:
        """Return the full-time posts of every cell that has posts, or of the margin ``by``.

        Raises
        ------
        BadInput
            If the table has no such dimension, or it is named twice.

        Examples
        --------
        >>> table = StaffingTable((Post(id="a", name="A", party="P", fte="1,5"),), ("party",))
        >>> {key: cell.text("en") for key, cell in table.cells().items()}
        {('P',): '1.5'}
        """
        return {key: total_of(posts) for key, posts in self.groups(by).items()}

    def heads(self, by: str | Sequence[str] | None = None) -> dict[Key, Heads]:
        """Return the persons of every cell that has posts, or of the margin ``by``.

        Raises
        ------
        BadInput
            If the table has no such dimension, or it is named twice.

        Examples
        --------
        >>> StaffingTable((Post(id="a", name="A", headcount=2),), ()).heads()[()].text("en")
        '2 persons'
        """
        return {key: _heads(posts) for key, posts in self.groups(by).items()}

    def shares(
        self, by: str | Sequence[str] | None = None, *, decimals: int = 0
    ) -> dict[Key, Fraction]:
        """Return each cell's share of the total in per cent; they add to exactly 100.

        Empty when an extent is only an interval (a share would then claim what is not printed) or nothing is there.

        Raises
        ------
        BadInput
            If the table has no such dimension, or it is named twice.

        Examples
        --------
        >>> table = StaffingTable(tuple(Post(id=i, name="A", party=i, fte=1) for i in "abc"), ("party",))
        >>> [str(share) for share in table.shares(decimals=1).values()]
        ['167/5', '333/10', '333/10']
        """
        cells = self.cells(by)
        if not all(cell.known for cell in cells.values()):
            return {}
        return largest_remainder({key: cell.low for key, cell in cells.items()}, decimals=decimals)

    def labels(self, dimension: str) -> dict[str, Text]:
        """Return the values of a dimension, in the order of the posts, with their words.

        Raises
        ------
        BadInput
            If the table has no such dimension.

        Examples
        --------
        >>> StaffingTable((Post(id="a", name="A"),), ("party",)).labels("party")[""].say("en")
        'not stated'
        """
        (name,) = self._asked(dimension)
        found: dict[str, Text] = {}
        for post in self.posts:
            found.setdefault(_value(post, name), _label(post, name))
        return found

    def to_rows(self, *, decimals: int = 1) -> Rows:
        """Return a row for each cell, then the margins and the total; empty is unknown.

        Columns: the dimensions of ``by``, ``fte_low``, ``fte_high``, ``share``, ``seats``, ``persons_low``,
        ``persons_high``, ``posts``.

        >>> post = Post(id="a", name="A", party="P", fte="1,5")
        >>> rows = StaffingTable((post,), ("party",)).to_rows()
        >>> [(row["party"], row["fte_low"], row["share"]) for row in rows.records("en")]
        [('P', Fraction(3, 2), Decimal('100.0')), ('total', Fraction(3, 2), Decimal('100.0'))]
        """
        words = {name: self.labels(name) for name in self.by}
        margins: list[tuple[str, ...]] = [self.by]
        if len(self.by) > 1:
            margins += [(name,) for name in self.by]
        if self.by:
            margins.append(())
        rows: list[tuple[Cell, ...]] = []
        for margin in margins:
            shares, heads = self.shares(margin, decimals=decimals), self.heads(margin)
            for key, posts in self.groups(margin).items():
                at = dict(zip(margin, key, strict=True))
                extent, counted, share = total_of(posts), heads[key], shares.get(key)
                rows.append(
                    (
                        *(words[name][at[name]] if name in at else TOTAL for name in self.by),
                        extent.low,
                        extent.high,
                        None if share is None else _decimal(share, decimals),
                        counted.seats,
                        counted.persons.low,
                        counted.persons.high,
                        len(posts),
                    )
                )
        return Rows((*self.by, *_COLUMNS), rows)

    def text(self, language: str = "sv") -> str:
        """Write the table as plain text: two dimensions across, otherwise one line a cell.

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.

        Examples
        --------
        >>> print(StaffingTable((Post(id="a", name="A", party="P", fte="1,5"),), ("party",)).text("en"))
        party  FTE  share  persons
        P      1.5  100 %  at least 2 persons
        total  1.5  100 %  at least 2 persons
        """
        swedish = check_language(language) == "sv"
        total, fte = TOTAL.say(language), "årsarbetare" if swedish else "FTE"
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
        return aligned(lines)


def _decimal(share: Fraction, decimals: int) -> Decimal:
    return Decimal(int(share * 10**decimals)).scaleb(-decimals)


def _percent(share: Fraction | None) -> str:
    return "–" if share is None else f"{written_number(share, 'en')} %"
