"""References in the programme reference: each name is described once, in its room, however the code came by it."""

from __future__ import annotations

import pydoc
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.nodes import make_refnode

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

PLAIN = {"attr", "class", "data", "exc", "obj"}


def find(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.Element
) -> nodes.Node | None:
    """Resolve what Sphinx could not: a name written in part, or as the module knows it that defines it.

    A name that has no description of its own, or comes from elsewhere, is left as text. A name of dualib that does not
    exist stays unresolved, so that the build fails on it.
    """
    if node.get("refdomain") != "py":
        return None
    target = node["reftarget"]
    described = env.get_domain("py").objects  # type: ignore[attr-defined]
    ending = f".{target.rpartition('.')[2] if target.startswith('dualib.') else target}"
    places = {
        (entry.docname, entry.node_id): full
        for full, entry in described.items()
        if full.endswith(ending)
    }
    if (
        len(places) > 1
    ):  # the one in the same room; if none is, a reader is served by the name alone
        room = ".".join((node.get("py:module") or "").split(".")[:2])
        places = {place: full for place, full in places.items() if full == room + ending}
        if not places:
            return content
    if len(places) == 1:
        [((page, anchor), full)] = places.items()
        return make_refnode(app.builder, node["refdoc"], page, anchor, content, full)
    if target.startswith("dualib."):
        return content if pydoc.locate(target) is not None else None
    return content if node["reftype"] in PLAIN else None
