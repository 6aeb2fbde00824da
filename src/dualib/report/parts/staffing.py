"""What staffing the agreement buys: full-time posts by party and group, with totals."""

from __future__ import annotations

from fractions import Fraction

from dualib.errors import how_many
from dualib.language import Text
from dualib.local_agreements import Agreement
from dualib.local_agreements.units import UNITS
from dualib.report import charts
from dualib.report.blocks import Block, Cell, Note, Picture, Section, TableBlock
from dualib.report.parts.words import PER_WORDS
from dualib.staffing import PHASES, Extent
from dualib.tabular import TOTAL

__all__ = ["staffing_section"]

_PLACE = Text("Plats i källan", "Place in the source")
_SUMMED = Text("summerat ur tjänsterna nedan", "added up from the posts below")
_SUMMED_WITHOUT_ENDED = Text(
    "summerat ur tjänsterna nedan, utan dem som fanns tidigare",
    "added up from the posts below, without those that there were earlier",
)


def staffing_section(agreement: Agreement, *, figures: bool = True) -> Section:
    """Return full-time equivalents by party and group, with a picture, the posts one by one, and sums of money.

    Sums that the source prints are figures: they stand beside those of the posts unless ``figures`` is False.
    """
    title = Text("Bemanning", "Staffing")
    if not agreement.staffing.posts:
        note = Text("Överenskommelsen anger ingen bemanning.", "The agreement states no staffing.")
        return Section("staffing", title, (Note(note, "info"), *_money(agreement)))
    posts = agreement.staffing.posts
    unknown = sum(not post.extent.known for post in posts)
    lead = Text(
        f"För {unknown} av {how_many(len(posts), 'tjänst', 'tjänster')} anger källan inte omfattningen, och "
        "summorna är därför intervall: ”över 0 till 2” betyder mer än ingen och högst två heltider.",
        f"For {unknown} of {how_many(len(posts), 'post')} the source does not state the extent, so the sums are "
        "intervals: “above 0 to 2” means more than none and at most two full-time posts.",
    )
    blocks: list[Block] = [Note(lead, "info")] if unknown else []
    stated = _stated(agreement) if figures else ()
    return Section(
        "staffing",
        title,
        (*blocks, _picture(agreement, title), *_tables(agreement), *stated, *_money(agreement)),
    )


def _stated(agreement: Agreement) -> tuple[TableBlock, ...]:
    """Return the sums that the source prints beside the sums of the posts; no table where it prints none."""
    found = agreement.stated_staffing()
    table = TableBlock(
        id="stated-staffing",
        caption=Text("Angivna summor mot omräknade", "Stated sums against recomputed"),
        header=(
            Text("Summa", "Sum"),
            Text("Angiven", "Stated"),
            Text("Omräknad", "Recomputed"),
            Text("Stämmer?", "Agrees?"),
            _PLACE,
        ),
        rows=tuple(
            (
                one.stated.name,
                Text.both(one.stated.fte.text),
                Text.both(one.recomputed.text),
                one.words,
                one.stated.place,
            )
            for one in found
        ),
        numeric=frozenset({1, 2}),
    )
    return (table,) if found else ()


def _tables(agreement: Agreement) -> tuple[TableBlock, TableBlock]:
    staffing = agreement.staffing
    by_both, by_party = staffing.fte(by=["party", "group"]), staffing.fte(by="party")
    by_group = staffing.fte(by="group")
    groups = [key[0] for key in by_group.cells("group")]
    parties, labels = by_party.labels("party"), by_group.labels("group")
    cells = by_both.cells(["party", "group"])
    rows: list[tuple[Cell, ...]] = []
    for (party,), extent in by_party.cells("party").items():
        row = [cells.get((party, group)) for group in groups]
        rows.append(
            (
                parties[party],
                *(None if cell is None else Text.both(cell.text) for cell in row),
                Text.both(extent.text),
            )
        )
    total = [Text.both(by_group.cells("group")[(group,)].text) for group in groups]
    rows.append((TOTAL, *total, Text.both(staffing.total.text)))
    header = (Text("Part", "Party"), *(labels[group] for group in groups), TOTAL)
    crossed = TableBlock(
        id="staffing",
        caption=Text(
            "Årsarbetskrafter efter part och grupp", "Full-time equivalents by party and group"
        ),
        header=header,
        rows=tuple(rows),
        numeric=frozenset(range(1, len(header))),
        total=True,
        source=_SUMMED_WITHOUT_ENDED if staffing.ended else _SUMMED,
    )
    # A post that has ended, or is only planned, looks like any other unless its phase is said.
    phased = any(post.phase not in ("", "now") for post in staffing.posts)
    posts = TableBlock(
        id="posts",
        caption=Text(f"Tjänsterna ({len(staffing.posts)})", f"The posts ({len(staffing.posts)})"),
        header=(
            Text("Tjänst", "Post"),
            Text("Grupp", "Group"),
            Text("Part", "Party"),
            *((Text("Skede", "Phase"),) if phased else ()),
            Text("Årsarbetskrafter", "Full-time equivalents"),
            Text("Personer", "Persons"),
            _PLACE,
        ),
        rows=tuple(
            (
                post.name,
                post.group,
                post.party or None,
                *((PHASES[post.phase] if post.phase else None,) if phased else ()),
                Text.both(post.extent.text),
                post.headcount,
                post.place,
            )
            for post in staffing.posts
        ),
        ids=tuple(post.id for post in staffing.posts),
        numeric=frozenset({3 + phased, 4 + phased}),
        folded=len(staffing.posts) > 15,
    )
    return crossed, posts


def _picture(agreement: Agreement, title: Text) -> Picture:
    """Return full-time equivalents by party: what is stated solid, what is possible beyond that hatched."""
    staffing = agreement.staffing
    table = staffing.fte(by="party")
    parties, labels = table.cells("party"), table.labels("party")
    most = max((_most(extent) for extent in parties.values()), default=Fraction(1))
    rows = [
        charts.Bar(
            labels[party],
            (extent.low, 0, (most if extent.high is None else _most(extent)) - extent.low),
            Text.both(extent.text),
        )
        for (party,), extent in parties.items()
    ]
    known = staffing.total.known
    description = Text(
        f"Årsarbetskrafter efter part, sammanlagt {staffing.total.text('sv')}.",
        f"Full-time equivalents by party, {staffing.total.text('en')} in all.",
    )
    legend = (
        Text("angivet", "stated"),
        None,
        None if known else Text("möjligt därutöver", "possible beyond that"),
    )

    def draw(language: str, identity: str) -> str:
        return charts.bar_chart(identity, rows, legend, title, description, language, most=most)

    return Picture(
        id="staffing-picture", title=title, description=description, table="staffing", draw=draw
    )


def _most(extent: Extent) -> Fraction:
    """Return the upper end; where it is not known, a bar that is visibly longer than what is stated."""
    return extent.low * 2 + 1 if extent.high is None else extent.high


def _money(agreement: Agreement) -> tuple[TableBlock, ...]:
    rows = tuple(
        (
            money.item,
            money.printed,
            UNITS[money.unit].words,
            PER_WORDS.get(money.per, money.per),
            money.payer,
            money.place,
        )
        for money in agreement.money
    )
    if not rows:
        return ()
    table = TableBlock(
        id="money",
        caption=Text("Pengar som nämns", "Money that is mentioned"),
        header=(
            Text("Vad", "What"),
            Text("Belopp", "Amount"),
            Text("Enhet", "Unit"),
            Text("Per", "Per"),
            Text("Betalas av", "Paid by"),
            _PLACE,
        ),
        rows=rows,
        ids=tuple(money.id for money in agreement.money),
        numeric=frozenset({1}),
    )
    return (table,)
