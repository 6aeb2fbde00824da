"""The staffing of an agreement: its posts, their sums, and sums that the source prints beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from dualib.errors import BadData, BadInput, Problem, nearest
from dualib.language import Text, as_text, check_language
from dualib.messages import message
from dualib.staffing.posts import PHASES, Extent, Post, as_extent
from dualib.staffing.tables import Heads, Key, StaffingTable, dimensions, total_of
from dualib.verdicts import NO, UNKNOWN, YES, Verdict

__all__ = ["Comparison", "Staffing", "Stated"]


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
    """A stated sum beside the recomputed one; nothing is repaired.

    >>> Comparison(Stated(name="Totalt", fte=1), Extent.of("1,1")).agrees
    <Verdict.NO: -1>
    """

    stated: Stated
    recomputed: Extent

    @property
    def agrees(self) -> Verdict:
        """YES if the two are the same number, NO if they cannot be, UNKNOWN if an interval leaves it open."""
        return self.stated.fte.equals(self.recomputed)

    @property
    def words(self) -> Text:
        """Whether they agree, in words.

        >>> Comparison(Stated(name="Totalt", fte=1), Extent.of("1,1")).words.en
        'does not agree'
        """
        return _AGREES[self.agrees]

    def text(self, language: str = "sv") -> str:
        """Write both sums and whether they agree.

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.

        Examples
        --------
        >>> Comparison(Stated(name="Totalt", fte=1), Extent(0, 2, above=True)).text("en")
        'Totalt: stated 1, recomputed above 0 up to 2: cannot be told'
        """
        swedish = check_language(language) == "sv"
        stated, found = self.stated.fte.text(language), self.recomputed.text(language)
        words = self.words.say(language)
        name = self.stated.name.say(language)
        return (
            f"{name}: {'angivet' if swedish else 'stated'} {stated}, "
            f"{'omräknat' if swedish else 'recomputed'} {found}: {words}"
        )


_AGREES: Final[Mapping[Verdict, Text]] = {
    YES: Text("stämmer", "agrees"),
    NO: Text("stämmer inte", "does not agree"),
    UNKNOWN: Text("kan inte avgöras", "cannot be told"),
}


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
    >>> staffing.total.value(), staffing.at("now").total.value()
    (Fraction(13, 20), Fraction(3, 20))
    """

    posts: tuple[Post, ...] = attrs.field(converter=_posts)

    def __attrs_post_init__(self) -> None:
        counts = Counter(post.id for post in self.posts)
        problems = [
            Problem("posts", message("staffing/post-twice", id=post.id), row)
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
        return total_of(self.standing)

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
            if phase == "earlier":
                raise BadInput(message("staffing/phase-ended", value=phase, known=tuple(order)))
            raise BadInput(
                message(
                    "staffing/not-a-phase",
                    value=phase,
                    known=tuple(order),
                    near=nearest(phase, order),
                )
            )
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
        return StaffingTable(self.standing, dimensions(by))

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
        if isinstance(stated, (str, Stated)) or not isinstance(stated, Iterable):
            raise BadInput(message("staffing/stated-not-a-list", value=stated))
        stated = tuple(stated)
        for sum_ in stated:
            if not isinstance(sum_, Stated):
                raise BadInput(message("staffing/stated-holds", value=sum_))
        known = {post.id: post for post in self.posts}
        found = []
        for sum_ in stated:
            names = tuple(post.id for post in self.standing) if sum_.posts is None else sum_.posts
            for name in names:
                if name not in known:
                    raise BadInput(
                        message(
                            "staffing/stated-of-no-post",
                            sum=sum_.name,
                            name=name,
                            near=nearest(name, known),
                        )
                    )
            found.append(Comparison(sum_, total_of(known[name] for name in names)))
        return tuple(found)
