"""What posts cost: salaries given by the user and dated payroll overhead, exact until one rounding at the edge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Final

import attrs

from dualib.errors import BadData, BadInput, Problem, nearest
from dualib.exact.bounds import Bounds
from dualib.exact.counts import Count
from dualib.language import Text, check_language, listing, written_number
from dualib.messages import Message, message
from dualib.staffing.fte import Staffing
from dualib.staffing.payroll import overhead
from dualib.staffing.posts import Post
from dualib.staffing.tables import NOT_STATED, TOTAL
from dualib.tabular import Cell, Rows, aligned

__all__ = ["ORE", "Amount", "Cost", "CostLine", "Salary", "cost"]

Number = int | str | Decimal | Fraction
#: A monthly salary, or the lowest and the highest that it may be.
Salary = Number | tuple[Number, Number]

ORE: Final = {"sek": 100, "tkr": 100_000, "msek": 100_000_000}
"""How many öre there are in each unit that documents print money in."""


def _exact(value: object, name: str | Message) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal | Fraction):
        raise BadInput(
            message("ground/not-a-number", name=name, value=value, example="'32 500,50'")
        )
    text = "".join(value.split()).replace(",", ".") if isinstance(value, str) else value
    try:
        found = Fraction(text)
    except (ValueError, OverflowError, ZeroDivisionError):
        raise BadInput(
            message("ground/not-a-number", name=name, value=value, example="'32 500,50'")
        ) from None
    if found < 0:
        raise BadInput(message("ground/below-zero", name=name, value=value))
    return found


def _half_up(value: Fraction) -> int:
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def _highest(value: Fraction | int | None) -> Fraction | None:
    return None if value is None else Fraction(value)


@attrs.frozen
class Amount(Bounds[Fraction]):
    """Money known to lie from ``low`` to ``high``, both inclusive, in exact öre; nothing is rounded inside.

    Parameters
    ----------
    low, high
        Bounds in öre; ``high`` is ``None`` when nothing bounds the amount.

    Examples
    --------
    >>> yearly = Amount.of("500", "tkr")
    >>> yearly.value(), yearly.text("sv").replace("\\xa0", " ")
    (Fraction(50000000, 1), '500 000 kr')
    """

    _noun: ClassVar[Text] = Text("beloppet", "amount")

    low: Fraction = attrs.field(converter=Fraction)
    high: Fraction | None = attrs.field(converter=_highest)

    def __mul__(self, factor: Fraction | int) -> Amount:
        """Return a multiple; money always has a lower bound, so what has no upper one is never turned round.

        Raises
        ------
        BadInput
            If the factor is negative and nothing bounds the amount above.
        """
        if self.high is None and factor < 0:
            raise BadInput(message("staffing/no-negative-multiple", factor=factor))
        return super().__mul__(factor)

    __rmul__ = __mul__

    @classmethod
    def of(cls, value: Number, unit: str = "sek") -> Amount:
        """Return the exact amount of ``value`` in ``"sek"``, ``"tkr"`` (thousands) or ``"msek"`` (millions).

        Raises
        ------
        BadInput
            If the value is a float, no number or negative, or the unit is not known.

        Examples
        --------
        >>> Amount.of("3,4", "msek").low
        Fraction(340000000, 1)
        """
        if unit not in ORE:
            raise BadInput(
                message("staffing/no-unit", value=unit, known=tuple(ORE), near=nearest(unit, ORE))
            )
        exact = _exact(value, "amount") * ORE[unit]
        return cls(exact, exact)

    def rounded(self) -> Bounds[int]:
        """Return the bounds in whole öre, rounded half up; the only rounding there is.

        >>> Amount(Fraction(1, 2), None).rounded()
        Bounds(low=1, high=None)
        """
        return Bounds(_half_up(self.low), None if self.high is None else _half_up(self.high))

    def text(self, language: str = "sv") -> str:
        """Write the amount in whole kronor, rounded half up.

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.

        Examples
        --------
        >>> (Amount.of(1) + Amount(0, None)).text("sv")
        'minst 1 kr'
        """
        unit = "kr" if check_language(language) == "sv" else "SEK"
        return f"{super().text(language)} {unit}"

    def _written(self, bound: Fraction, language: str) -> str:
        return written_number(_half_up(bound / 100), language)


_NOTHING = Amount(0, 0)


@attrs.frozen
class CostLine:
    """What one post costs in the months asked about, overhead included.

    >>> CostLine(Post(id="a", name="A", fte=1), Amount.of(500, "tkr")).amount.value()
    Fraction(50000000, 1)
    """

    post: Post
    amount: Amount


def _kronor(amount: Amount) -> tuple[Decimal | None, Decimal | None]:
    ore = amount.rounded()
    low, high = (None if end is None else Decimal(end).scaleb(-2) for end in (ore.low, ore.high))
    return low, high


@attrs.frozen
class Cost:
    """The cost of posts: line by line, in all, and what was assumed.

    >>> staffing = Staffing([Post(id="a", name="A", party="P", fte="0,5"), Post(id="b", name="B", headcount=1)])
    >>> print(cost(staffing, {"A": 30_000, "B": 40_000}, year=2030, months=[1], po=40).text("en"))
    P           21,000 SEK
    not stated  0–56,000 SEK
    total       21,000–77,000 SEK
    The payroll overhead is the user's own.
    """

    lines: tuple[CostLine, ...]
    assumptions: tuple[Text, ...]

    @property
    def total(self) -> Amount:
        """All posts together, from unrounded parts."""
        return _sum(line.amount for line in self.lines)

    def by(self, dimension: str) -> dict[str, Amount]:
        """Return the cost by party, group, phase, followup, placement or name; keys as in the staffing table.

        Raises
        ------
        BadInput
            If the dimension is none of these.

        Examples
        --------
        >>> staffing = Staffing([Post(id="a", name="A", party="P", fte=1)])
        >>> cost(staffing, {"A": 30_000}, year=2030, months=[1], po=40).by("party")["P"].text("sv").split()
        ['42', '000', 'kr']
        """
        table = Staffing(line.post for line in self.lines).fte(dimension)
        amounts = {line.post.id: line.amount for line in self.lines}
        return {
            key[0]: _sum(amounts[post.id] for post in posts)
            for key, posts in table.groups().items()
        }

    def to_rows(self) -> Rows:
        """Return a row for each post, then the total, in kronor; empty where no upper bound is known.

        The total is summed from unrounded parts, so it may differ from the sum of the rows by some öre.
        """
        rows: list[tuple[Cell, ...]] = [
            (line.post.name, line.post.group, line.post.party, *_kronor(line.amount))
            for line in self.lines
        ]
        rows.append((TOTAL, TOTAL, TOTAL, *_kronor(self.total)))
        return Rows(("post", "group", "party", "sek_low", "sek_high"), rows)

    def text(self, language: str = "sv") -> str:
        """Write the cost by party, the total, and what was assumed."""
        found = [
            (party or NOT_STATED.say(language), amount)
            for party, amount in self.by("party").items()
        ]
        found.append((TOTAL.say(language), self.total))
        lines = aligned([(party, amount.text(language)) for party, amount in found])
        return "\n".join([lines, *(text.say(language) for text in self.assumptions)])

    def per_participant(self, participants: Count | int) -> Amount:
        """Return the cost of each participant, an interval when the cost or the number of participants is one.

        Without an upper bound when there may be no participant at all.

        Raises
        ------
        BadInput
            If there is no participant for certain, or a bound is not a whole number.

        Examples
        --------
        >>> one = cost(Staffing([Post(id="a", name="A", fte=1)]), {"A": 30_000}, year=2015)
        >>> one.per_participant(10).text("en")
        '49,846 SEK'
        """
        count = Count.of(participants)
        if count.low < 0 or count.high == 0:
            raise BadInput(message("staffing/no-participants", value=participants))
        low, high = self.total.low, self.total.high
        return Amount(low / count.high, None if high is None or not count.low else high / count.low)


def _sum(amounts: Iterable[Amount]) -> Amount:
    return sum(amounts, start=_NOTHING)


def _salary(post: Post, salaries: Mapping[str, Salary]) -> tuple[Fraction, Fraction] | None:
    for name in (post.id, post.name.sv):
        if name in salaries:
            given = salaries[name]
            low, high = given if isinstance(given, tuple) else (given, given)
            called = message("staffing/salary-of", post=name)
            found = _exact(low, called) * 100, _exact(high, called) * 100
            if found[1] < found[0]:
                raise BadInput(
                    message(
                        "staffing/salary-backwards",
                        post=name,
                        value=[low, high],
                    )
                )
            return found
    return None


def _months(months: Iterable[int] | None) -> tuple[int, ...]:
    if months is not None and not isinstance(months, Iterable):
        raise BadInput(message("staffing/not-months", value=months))
    found = tuple(range(1, 13)) if months is None else tuple(months)
    if (
        not found
        or len(set(found)) < len(found)
        or not all(type(month) is int and 1 <= month <= 12 for month in found)
    ):
        raise BadInput(message("staffing/not-months", value=list(found)))
    return found


def _rate(post: Post, po: Number | Mapping[str, Number]) -> Fraction:
    if not isinstance(po, Mapping):
        return _exact(po, "po") / 100
    if post.party not in po:
        raise BadInput(
            message(
                "staffing/no-rate-for-party",
                party=post.party,
                post=post.id,
                near=nearest(post.party, po),
            )
        )
    return _exact(po[post.party], f"po of {post.party}") / 100


def cost(
    staffing: Staffing,
    salaries: Mapping[str, Salary],
    *,
    year: int,
    months: Iterable[int] | None = None,
    po: Number | Mapping[str, Number] | None = None,
    born: Mapping[str, int] | None = None,
) -> Cost:
    """Return what the posts cost in the months of a year, payroll overhead (PO) included.

    Parameters
    ----------
    staffing
        The posts; those that have ended cost nothing and are left out.
    salaries
        SEK a month for full time, by the id of a post or by its name in Swedish (the id wins); a pair is an interval.
    year
        The calendar year.
    months
        The months of it, 1 to 12; all twelve if left out.
    po
        Payroll overhead in per cent of the salary: one rate for all, or one for each party. Left out, the published
        rates of municipalities are used, for the dates they are known.
    born
        Year of birth by the id of a post, for the lower overhead of young employees. A post not named is taken to be
        held by somebody with the ordinary rate.

    Returns
    -------
    Cost
        Exact amounts; an interval where the extent of a post or its salary is one.

    Raises
    ------
    BadInput
        If an argument is of the wrong sort, an amount inexact, the months wrong, or no overhead is known for the date.
    BadData
        If posts have no salary; all of them are listed.

    Examples
    --------
    >>> staffing = Staffing([Post(id="a", name="Jobbagent", party="Kommunen", fte="0,5")])
    >>> cost(staffing, {"Jobbagent": 32_000}, year=2015).total.text("en")
    '265,843 SEK'
    """
    if not isinstance(staffing, Staffing):
        raise BadInput(message("staffing/not-a-staffing", value=staffing))
    if not isinstance(salaries, Mapping):
        raise BadInput(message("staffing/salaries-not-a-mapping", value=salaries))
    chosen, posts = _months(months), staffing.standing
    born = born or {}
    for name in born:
        if name not in {post.id for post in posts}:
            raise BadInput(
                message(
                    "staffing/born-of-no-post",
                    name=name,
                    near=nearest(name, [post.id for post in posts]),
                )
            )
    lines, problems = [], []
    for row, post in enumerate(posts, start=1):
        salary = _salary(post, salaries)
        if salary is None:
            problems.append(
                Problem(
                    "salaries",
                    message(
                        "staffing/no-salary",
                        post=post.name.sv,
                        id=post.id,
                        near=nearest(post.name.sv, salaries),
                    ),
                    row,
                )
            )
            continue
        if po is None:
            factor = sum(
                (1 + overhead(year, month, born=born.get(post.id)).rate for month in chosen),
                Fraction(0),
            )
        else:
            factor = (1 + _rate(post, po)) * len(chosen)
        low = salary[0] * post.extent.low * factor
        high = None if post.extent.high is None else salary[1] * post.extent.high * factor
        lines.append(CostLine(post, Amount(low, high)))
    if problems:
        raise BadData(problems)
    return Cost(tuple(lines), _assumptions(posts, own=po is not None, born=born))


def _assumptions(
    posts: tuple[Post, ...], *, own: bool, born: Mapping[str, int]
) -> tuple[Text, ...]:
    if own:
        return (
            Text("PO-pålägget är användarens eget.", "The payroll overhead is the user's own."),
        )
    found = []
    parties = list(dict.fromkeys(post.party for post in posts if post.party))
    if parties:
        sv, en = listing(parties, "sv"), listing(parties, "en")
        found.append(
            Text(
                f"Kommunernas PO-pålägg används för {sv}; en statlig eller annan arbetsgivare har ett annat.",
                f"The overhead of municipalities is used for {en}; a state or other employer has another.",
            )
        )
    if any(post.id not in born for post in posts):
        found.append(
            Text(
                "Där födelseår saknas används det vanliga PO-pålägget, inte ungas.",
                "Where no birth year is given, the ordinary overhead is used, not that of the young.",
            )
        )
    return tuple(found)
