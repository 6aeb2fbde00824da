"""What staffing the agreement buys: full-time posts by party and group, with totals."""

from __future__ import annotations

from dualib.agreements import Agreement
from dualib.language import Text
from dualib.report import charts
from dualib.report.blocks import Block, Note, Picture, Section, Table
from dualib.report.parts.agreement import both

__all__ = ["staffing_section"]


def staffing_section(agreement: Agreement) -> Section:
    """Return posts, full-time equivalents by party and group, and what the source itself adds up to."""
    staffing = agreement.staffing
    title = Text("Bemanning", "Staffing")
    if not staffing.posts:
        note = Text("Överenskommelsen anger ingen bemanning.", "The agreement states no staffing.")
        return Section("staffing", title, (Note(note, "info"),))
    blocks: list[Block] = []
    parties = staffing.fte(by=["party", "group"])
    by_party, by_group = staffing.fte(by="party"), staffing.fte(by="group")
    groups = [key[0] for key in by_group.cells("group")]
    labels = by_group.labels("group")
    rows = []
    cells = parties.cells(["party", "group"])
    for party, extent in by_party.cells("party").items():
        row: list[Text | str] = [by_party.labels("party")[party[0]]]
        for group in groups:
            cell = cells.get((party[0], group))
            row.append("" if cell is None else both(cell))
        rows.append((*row, both(extent)))
    total: list[Text] = [Text("Totalt", "Total"), *(both(by_group.cells("group")[(g,)]) for g in groups)]
    rows.append((*total, both(staffing.total)))
    header = (
        Text("Part", "Party"),
        *(labels[group] for group in groups),
        Text("Totalt", "Total"),
    )
    blocks.append(
        Table(
            id="staffing",
            caption=Text("Årsarbetskrafter efter part och grupp", "Full-time equivalents by party and group"),
            header=header,
            rows=tuple(rows),
            numeric=frozenset(range(1, len(header))),
            total=True,
            source=Text("överenskommelsens bilaga om samverkan", "the agreement's annex on cooperation"),
        )
    )
    known = [(key, extent) for key, extent in by_party.cells("party").items() if extent.known]
    if known and staffing.total.known:
        description = Text(
            f"Årsarbetskrafter efter part, sammanlagt {staffing.total.text('sv')}.",
            f"Full-time equivalents by party, {staffing.total.text('en')} in all.",
        )

        def draw(language: str) -> str:
            shown = [
                charts.Bar(by_party.labels("party")[key[0]], (extent.exact(),), both(extent)) for key, extent in known
            ]
            return charts.bars("staffing", shown, (title,), title, description, language)

        picture = Picture(id="staffing-picture", title=title, description=description, table="staffing", draw=draw)
        blocks.insert(0, picture)
    posts = tuple(
        (
            post.name,
            post.group if isinstance(post.group, Text) else str(post.group),
            post.party if isinstance(post.party, Text) else str(post.party),
            both(post.extent),
            post.headcount,
            post.place,
        )
        for post in staffing.posts
    )
    blocks.append(
        Table(
            id="posts",
            caption=Text("Tjänster", "Posts"),
            header=(
                Text("Tjänst", "Post"),
                Text("Grupp", "Group"),
                Text("Part", "Party"),
                Text("Årsarbetskrafter", "Full-time equivalents"),
                Text("Personer", "Persons"),
                Text("Plats i källan", "Place in the source"),
            ),
            rows=posts,
            numeric=frozenset({3, 4}),
            folded=len(posts) > 15,
        )
    )
    if agreement.money:
        money = tuple((m.item, m.printed, m.unit, m.per, m.payer, m.place) for m in agreement.money)
        blocks.append(
            Table(
                id="money",
                caption=Text("Pengar som nämns", "Money that is mentioned"),
                header=(
                    Text("Vad", "What"),
                    Text("Belopp", "Amount"),
                    Text("Enhet", "Unit"),
                    Text("Per", "Per"),
                    Text("Betalas av", "Paid by"),
                    Text("Plats i källan", "Place in the source"),
                ),
                rows=money,
                numeric=frozenset({1}),
            )
        )
    return Section("staffing", title, tuple(blocks))
