"""Accessible pages: every picture has words, and the theme's HTML is mended where readers of it stumble."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag
from docutils import nodes
from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LOG = logging.getLogger(__name__)
SHORTEST, LONGEST = 40, 300

#: What the theme says only in English, or not at all.
WORDS = {
    "sv": {
        "subpages": "Visa undersidor",
        "start of menu": "Hem och sök",
        "Toggle primary sidebar": "Visa eller dölj menyn",
        "Toggle secondary sidebar": "Visa eller dölj sidans innehåll",
        "Close fullscreen": "Lämna helskärm",
        "Main": "Huvudmeny",
        "Page": "Sidans innehåll",
        "Version warning": "Meddelande om version",
        "Skip to main content": "Hoppa till innehållet",
        "Back to top": "Till toppen",
    },
    "en": {"subpages": "Show the pages below", "start of menu": "Home and search"},
}


def demand_words_for_pictures(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Warn, and so fail the build, when a picture has no text that can be read instead of it."""
    for picture in doctree.findall(nodes.image):
        words = picture.get("alt", "").strip()
        if not SHORTEST <= len(words) <= LONGEST:
            LOG.warning("picture with %d characters of alt text: write 40 to 300", len(words), location=picture)
    for raw in doctree.findall(nodes.raw):
        for drawing in BeautifulSoup(raw.astext(), "html.parser").find_all("svg"):
            if not (drawing.get("aria-label") or drawing.get("aria-labelledby") or drawing.get("aria-hidden")):
                LOG.warning("drawing without aria-label or aria-labelledby", location=raw)


def polish_pages(app: Sphinx, exception: Exception | None) -> None:
    """Mend every page that was written."""
    if exception or app.builder.name != "html":
        return
    for path in Path(app.outdir).rglob("*.html"):
        if "_static" not in path.parts:
            path.write_text(polished(path.read_text("utf-8"), app.config.language), "utf-8")


def polished(html: str, language: str) -> str:
    """Return the page with the theme's faults mended and its last English words translated."""
    page = BeautifulSoup(html, "html.parser")
    words = WORDS[language]
    mend_names(page, words)
    mend_tables_and_lists(page)
    make_scrollable_by_keyboard(page)
    translate(page, words)
    if language != "en":
        for definition in page.select("dl.py"):
            definition["lang"] = "en"  # the docstrings of the reference are in English
    # A visitor who has not chosen sees the colours that the computer asks for.
    return str(page).replace('getItem("mode") || ""', 'getItem("mode") || "auto"')


def mend_names(page: BeautifulSoup, words: dict[str, str]) -> None:
    """Let what is seen on a control be what it is called, and name the ones that show no words."""
    for button in page.select("button.search-button-field"):
        button.attrs.pop("aria-label", None)
        for key in button.select("kbd, .search-button__kbd-shortcut"):
            key["aria-hidden"] = "true"
    for icon in page.select("button.theme-switch-button i"):
        icon["aria-hidden"] = "true"
        icon.attrs.pop("title", None)
    for summary in page.select("summary"):
        summary.attrs.pop("aria-label", None)
        if not summary.get_text(strip=True):
            summary["aria-label"] = words["subpages"]
    for start in page.select(".sidebar-primary-items__start"):
        start["role"], start["aria-label"] = "region", words["start of menu"]


def mend_tables_and_lists(page: BeautifulSoup) -> None:
    """Use only roles and headings that mean something."""
    for entry in page.select("[role=doc-biblioentry]"):
        entry["role"] = "listitem"
    for heading in page.select("thead th"):
        if not heading.get_text(strip=True):
            heading.name = "td"


def make_scrollable_by_keyboard(page: BeautifulSoup) -> None:
    """Let the keyboard reach what may be wider than the screen; a table gets a box of its own to scroll in."""
    for table in page.select("article table"):
        if isinstance(table.parent, Tag) and "pst-scrollable-table-container" not in table.parent.get("class", []):
            table.wrap(page.new_tag("div", attrs={"class": "pst-scrollable-table-container"}))
    for box in page.select("pre, .formula, .pst-scrollable-table-container, .cell_output .output.text_html"):
        box["tabindex"] = "0"


def translate(page: BeautifulSoup, words: dict[str, str]) -> None:
    """Replace the words that the theme has in English only."""
    for attribute in ("title", "aria-label", "data-bs-title"):
        for element in page.select(f"[{attribute}]"):
            element[attribute] = words.get(element[attribute], element[attribute])
    for element in page.select("#pst-skip-link a, #pst-back-to-top"):
        for text in element.find_all(string=True):
            if text.strip() in words:
                text.replace_with(words[text.strip()])
