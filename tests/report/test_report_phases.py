"""Posts that have ended or are only planned are told from those that there are: their table and their sum agree."""

import pytest

from dualib.local_agreements import agreement
from dualib.report import Inputs, TableBlock, build_report
from dualib.staffing import PHASES


@pytest.mark.parametrize("name", ["Kalmar", "Tyresö", "Västerås", "Hammarö", "Orust"])
def test_the_table_of_posts_says_their_phase_and_the_sum_says_what_it_leaves_out(name):
    made = build_report(Inputs(municipality=name))
    tables = {
        block.id: block
        for part in made.sections
        for block in part.blocks
        if isinstance(block, TableBlock)
    }
    staffing = agreement("tjorn-orust" if name == "Orust" else name).staffing
    posts, summed = tables["posts"], tables["staffing"]
    said = [word.sv for word in posts.header]
    assert ("Skede" in said) == any(post.phase not in ("", "now") for post in staffing.posts)
    if "Skede" in said:
        shown = [row[said.index("Skede")] for row in posts.rows]
        assert shown == [PHASES[post.phase] if post.phase else None for post in staffing.posts]
    assert {posts.header[number].sv for number in posts.numeric} == {"Årsarbetskrafter", "Personer"}
    assert summed.source.sv.endswith("tidigare") == bool(staffing.ended)
