"""What this book adds to Jupyter Book.

Formulas without scripts, pages that a screen reader can follow, a link to the same page in the other language, and an
error for every picture that has no words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dualib
from dualib_book import accessible, languages, maths, references

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def name_version(app: Sphinx, config: Config) -> None:
    """Say which version of the library the book describes; Jupyter Book's own settings would leave it empty."""
    config.version = config.release = dualib.__version__


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect the parts to Sphinx."""
    app.add_config_value(
        "comments_config", {}, "env"
    )  # Jupyter Book sets it, though its extension is left out
    app.add_html_math_renderer("mathml", (maths.inline, None), (maths.block, None))
    app.connect("config-inited", name_version)
    app.connect("doctree-resolved", accessible.demand_words_for_pictures)
    app.connect("html-page-context", languages.link_to_the_other)
    app.connect("missing-reference", references.find)
    app.connect("build-finished", accessible.polish_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
