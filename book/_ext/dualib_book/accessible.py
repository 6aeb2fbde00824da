"""Accessible pages: every picture has words, and the theme's HTML is mended where readers of it stumble."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag
from docutils import nodes
from sphinx.util import logging

from dualib_book import icons, printed

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LOG = logging.getLogger(__name__)
SHORTEST, LONGEST = 40, 300
WIDE, LONG_ROW = 4, 60  # columns, and letters in a row
SCROLLED = "pst-scrollable-table-container"
NAMING = ("title", "aria-label", "data-bs-title")

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
            LOG.warning(
                "picture with %d characters of alt text: write 40 to 300",
                len(words),
                location=picture,
            )
    for raw in doctree.findall(nodes.raw):
        for drawing in BeautifulSoup(raw.astext(), "html.parser").find_all("svg"):
            if not (
                drawing.get("aria-label")
                or drawing.get("aria-labelledby")
                or drawing.get("aria-hidden")
            ):
                LOG.warning("drawing without aria-label or aria-labelledby", location=raw)


def polish_pages(app: Sphinx, exception: Exception | None) -> None:
    """Mend every page that was written."""
    if exception or app.builder.name != "html":
        return
    for path in Path(app.outdir).rglob("*.html"):
        if "_static" not in path.parts:
            path.write_text(
                polished(path.read_text("utf-8"), app.config.language, Path(app.outdir)), "utf-8"
            )


def polished(html: str, language: str, folder: Path) -> str:
    """Return the page with the theme's faults mended and its last English words translated."""
    page = BeautifulSoup(html, "html.parser")
    words = WORDS[language]
    mend_names(page, words)
    mend_tables_and_lists(page)
    stack_on_phones(page)
    printed.mark_columns(page)
    printed.fold_reasons(page)
    icons.draw(page, folder)
    make_scrollable_by_keyboard(page)
    translate(page, words)
    if language != "en":
        for english in page.select("dl.py, .english"):
            english["lang"] = "en"  # the docstrings of the reference and the messages of errors
    # A visitor who has not chosen sees the colours that the computer asks for.
    return str(page).replace('getItem("mode") || ""', 'getItem("mode") || "auto"')


def mend_names(page: BeautifulSoup, words: dict[str, str]) -> None:
    """Let what is seen on a control be what it is called, and name the ones that show no words."""
    for button in page.find_all("button", class_="search-button-field"):
        button.attrs.pop("aria-label", None)
        for key in button.find_all(
            ["kbd", "span"], class_=["kbd-shortcut__modifier", "search-button__kbd-shortcut"]
        ):
            key["aria-hidden"] = "true"
    for button in page.find_all("button", class_="theme-switch-button"):
        for icon in button.find_all("i"):
            icon["aria-hidden"] = "true"
            icon.attrs.pop("title", None)
    for summary in page.find_all("summary"):
        summary.attrs.pop("aria-label", None)
        if not summary.get_text(strip=True):
            summary["aria-label"] = words["subpages"]
    for start in page.find_all(class_="sidebar-primary-items__start"):
        start["role"], start["aria-label"] = "region", words["start of menu"]


def mend_tables_and_lists(page: BeautifulSoup) -> None:
    """Use only roles and headings that mean something."""
    for entry in page.find_all(attrs={"role": "doc-biblioentry"}):
        entry["role"] = "listitem"
    for head in page.find_all("thead"):
        for heading in head.find_all("th"):
            if not heading.get_text(strip=True):
                heading.name = "td"


def stack_on_phones(page: BeautifulSoup) -> None:
    """Let each row of a wide table stand as a block of its own on a phone, every value with its heading.

    The roles are written out, since a screen reader would otherwise not take the blocks for a table.
    """
    for table in page.select("article table"):
        headings = [heading.get_text(" ", strip=True) for heading in table.select("thead tr > *")]
        rows = table.select("tbody tr")
        long = sum(len(row.get_text(" ", strip=True)) for row in rows) > LONG_ROW * len(rows)
        if len(headings) < (WIDE - 1 if long else WIDE):
            continue
        table["class"], table["role"] = [*table.get("class", []), "stacked"], "table"
        for part in table.find_all(["thead", "tbody"]):
            part["role"] = "rowgroup"
        for row in table.find_all("tr"):
            row["role"] = "row"
        for heading in table.select("thead th"):
            heading["role"] = "columnheader"
        for row in rows:
            for heading, value in zip(headings, row.find_all(["td", "th"]), strict=False):
                value["role"] = "cell"
                if value.get_text(strip=True) and heading:
                    value["data-heading"] = heading


def make_scrollable_by_keyboard(page: BeautifulSoup) -> None:
    """Let the keyboard reach what may be wider than the screen; a table gets a box of its own to scroll in."""
    for article in page.find_all("article"):
        for table in article.find_all("table"):
            if isinstance(table.parent, Tag) and SCROLLED not in table.parent.get("class", []):
                table.wrap(page.new_tag("div", attrs={"class": SCROLLED}))
    for box in [*page.find_all("pre"), *page.find_all(class_=["formula", SCROLLED])]:
        box["tabindex"] = "0"


def translate(page: BeautifulSoup, words: dict[str, str]) -> None:
    """Replace the words that the theme has in English only."""
    for element in page.find_all(lambda tag: any(name in tag.attrs for name in NAMING)):
        for attribute in NAMING:
            if attribute in element.attrs:
                element[attribute] = words.get(element[attribute], element[attribute])
    for element in page.find_all(id=["pst-skip-link", "pst-back-to-top"]):
        for text in element.find_all(string=True):
            if text.strip() in words:
                text.replace_with(words[text.strip()])
