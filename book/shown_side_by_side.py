"""What the page shows that sets the municipalities side by side: only what means the same is compared."""

from __future__ import annotations

import itertools
from typing import Any

import drawn
import shown
import shown_agreements
import shown_goals
import shown_reach

import dualib
from dualib.language import Language, Text, capital
from dualib.local_agreements import Agreement, Stance
from dualib.programmes import PROGRAMMES, jobbgaranti, kaa
from dualib.staffing import Densities

SILENT = Text("–", "–")


def page(language: Language) -> dict[str, Any]:
    """Return what the page shows."""
    agreements = dualib.agreements()
    densities = Densities([shown_agreements.density(agreement) for agreement in agreements])
    pairs = list(itertools.combinations(densities.entries, 2))
    return {
        "rows": [row(agreement, language) for agreement in agreements],
        "picture": target_groups(language),
        "names": [shown.name_of(agreement, language) for agreement in agreements],
        "ageless": [
            shown.name_of(each, language) for each in agreements if each.target_group is None
        ],
        "stances": list(stances(language)),
        "densities": [density.text(language) for density in densities.entries],
        "pairs": len(pairs),
        "comparable": sum(
            densities.why_not(one.name.sv, other.name.sv) is None for one, other in pairs
        ),
    }


def row(agreement: Agreement, language: Language) -> shown.Row:
    """Return an agreement in numbers."""
    links = ", ".join(f"[{place.name}]({place.id}.md)" for place in agreement.municipalities)
    group = agreement.target_group_words
    silent = Text("framgår inte av källan", "not in the source").say(language)
    return [
        links,
        silent if group is None else group.say(language),
        f"{len(agreement.goals)} ({len(shown_goals.tried(agreement, language))})",
        str(len(agreement.offers)),
        agreement.staffing.total.text(language),
        str(len(agreement.figures)),
        str(len(agreement.discrepancies())),
    ]


def target_groups(language: Language) -> str:
    """Draw the ages of all target groups, below those of the two national rules, on one day."""
    on = shown_reach.SILENT_DAY
    rows = [
        shown_reach.strip(rule, capital(rule.name.say(language)), on) for rule in (jobbgaranti, kaa)
    ]
    rows += [
        shown_reach.strip(agreement.target_group, shown.name_of(agreement, language), on)
        for agreement in dualib.agreements()
        if agreement.target_group is not None
    ]
    title = Text(
        "Åldrar i målgrupper och nationella regler", "Ages in target groups and national rules"
    )
    return drawn.strips("target-groups", rows, title.say(language), language)


def stances(language: Language) -> list[shown.Row]:
    """Return for each national rule what each agreement says of it, but rules that none mentions."""
    rows = []
    for rule in PROGRAMMES:
        found = [agreement.stance(rule) for agreement in dualib.agreements()]
        if any(stance is not Stance.SILENT for stance in found):
            link = f"[{capital(rule.name.say(language))}](../{shown.RULES[language]}/{rule.id}.md)"
            said = [SILENT if stance is Stance.SILENT else stance.words for stance in found]
            rows.append([link, *(words.say(language) for words in said)])
    return rows
