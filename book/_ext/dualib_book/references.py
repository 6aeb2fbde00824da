"""References in the programme reference: each name is described once, in its room, however the code came by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.nodes import make_refnode

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

TYPES = {"class", "data", "exc", "obj"}


def find(app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.Element) -> nodes.Node | None:
    """Resolve what Sphinx could not: a name written in full, or as its module knows it; a type from elsewhere is text.

    A name of dualib that is described nowhere stays unresolved, so that the build fails on it.
    """
    if node.get("refdomain") != "py":
        return None
    target = node["reftarget"]
    name = target.rpartition(".")[2]
    described = env.get_domain("py").objects.items()  # type: ignore[attr-defined]
    matches = [(full, entry) for full, entry in described if full.rpartition(".")[2] == name]
    if len(matches) == 1:
        full, entry = matches[0]
        return make_refnode(app.builder, node["refdoc"], entry.docname, entry.node_id, content, full)
    elsewhere = not target.startswith("dualib.")
    return content if elsewhere and node["reftype"] in TYPES else None
